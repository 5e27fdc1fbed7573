"""What there was to do before a question stands above it still after a detour."""

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.library.content import Library
from routeboek_tui.tui.items.todo import first
from tests.rows import each_row
from tests.walks_as_data import asking_all, walked

WIDTH, ROOM = 80, 40


@each_row("walk", asking_all(), ids=lambda walk: walk.id)
def test_what_was_to_be_done_is_not_lost(library: Library, walk: object) -> None:
    before: list[Conversation] = []

    def at(talk: Conversation, _: object) -> None:
        if not (talk.ask and talk.ask.fact):
            straight = list(first(talk, before, WIDTH, ROOM))
            assert list(first(talk, [*before, talk], WIDTH, ROOM)) == straight
        before.append(talk)

    walked(library, walk, at)  # type: ignore[arg-type]

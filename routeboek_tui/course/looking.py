"""Something to read again amid a case: its story and the answers so far, or a letter."""

from collections.abc import Iterator

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.practice.sheet import Line, Sheet, Tone
from routeboek_tui.conversation.view import Option
from routeboek_tui.course.letter.drafting import Drafting
from routeboek_tui.course.practice.practising import Heard
from routeboek_tui.library.practice_words import Words
from routeboek_tui.text.characters import plain as typed
from routeboek_tui.text.document import Block, Heading, Items, Paragraph, plain


class Looking:
    """Lines to read; Enter goes back to the case."""

    paper = None

    def __init__(self, words: Words, title: str, lines: tuple[Line, ...]) -> None:
        self._words, self._title, self._lines = words, title, lines

    @property
    def sheet(self) -> Sheet:
        """What there is to read."""
        back = (Option("1", "", self._words.back_to_case),)
        return Sheet(self._title, self._lines, "", back, default="1")

    def hear(self, line: str) -> Heard:
        """Back to where one was."""
        over = typed(line) in {"", "1", typed(self._words.back_to_case)}
        return Heard(back=True) if over else Heard((self._words.first_back,))


def drafted(talk: Conversation, name: str) -> Iterator[Line]:
    """The letter called ``name`` as ``talk`` drafts it; nothing of it is typed.

    :raises LetterError: when its template is wrong
    """
    drafting = Drafting(talk, talk.library.letters[name], {})
    yield Line(drafting.letter.title, Tone.HEAD)
    yield Line(drafting.to_whom, Tone.MUTED)
    for block in drafting.composed().document.blocks:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Heading(_, runs):
            yield Line(plain(runs), Tone.HEAD)
        case Paragraph(runs):
            yield from (Line(each) for each in plain(runs).splitlines() if each.strip())
        case Items(_, items):
            yield from (Line(plain(runs), Tone.ITEM) for runs in items)
        case _:
            for row in (block.header, *block.rows):
                yield Line("; ".join(filter(None, map(plain, row))), Tone.ITEM)

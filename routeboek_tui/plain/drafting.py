"""A letter of a conversation: found by name, composed, or refused with the reason."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.letter import Letter

if TYPE_CHECKING:
    from routeboek_tui.letters.composition import Composed


def draft(talk: Conversation, letter: Letter, values: Mapping[str, str]) -> "Composed":
    """``letter`` with what was filled in, in the situation of ``talk``. Loads Jinja2."""
    from routeboek_tui.letters.composition import compose

    facts = talk.trail.known
    return compose(
        letter,
        talk.library.fields,
        values,
        facts,
        talk.library.scheme.domains,
        talk.library.words_in(facts),
        talk.trail.certain_steps,
        talk.today,
    )


def why_locked(talk: Conversation, letter: Letter) -> str:
    """Why ``letter`` does not exist yet, in Dutch; "" when it does."""
    found = talk.lock(letter)
    if found is None:
        return ""
    facts = {fact: text.title for fact, text in talk.library.facts.items()}
    return found.text(talk.titles(), facts)


def to_whom(talk: Conversation, letter: Letter) -> str:
    """Who writes ``letter`` and who receives it, in words."""
    readers = (talk.library.recipients[reader].word for reader in letter.recipients)
    also = " (vanaf 12 jaar ook aan de leerling)" if letter.pupil_too else ""
    return f"van {talk.word(letter.sender)} aan {', '.join(map(talk.say, readers))}{also}"

"""Looking something up in the middle of a talk: the answer, or the nearest few places."""

from collections.abc import Sequence

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.passage_view import PassageView, passage_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.reply import Surety, reply
from routeboek_tui.course.turn import Part, Passage, Place, Places, Words
from routeboek_tui.search.compiled import index
from routeboek_tui.search.sought import Sought

MARKS = "abcdefgh"
"""What stands before places to pick: digits are those of the answers."""

MOST = 5
"""Places that a search beside the talk shows."""

UNSURE = "Daar heeft de gids geen zeker antwoord op. Bedoel je een van deze?"
NOT_IN_SOURCES = "Dat staat niet in mijn bronnen. Het dichtst bij komt:"
NO_ANSWER = "Daar heeft de gids geen antwoord op. Vraag het met een ander woord."
FOUND = "Dit past erbij:"
NOT_FOUND = "Niets gevonden. Probeer een ander woord, of minder woorden."
WHAT_TO_SEEK = "Typ erbij wat je zoekt, bijvoorbeeld: zoek schorsing"
GONE = "Die plek is er niet. Zoek met andere woorden."


def answer(talk: Conversation, question: str, page: str = "") -> Part:
    """What the guide says on ``question``; ``page`` is the page of the book that it names."""
    found = reply(Reader.within(talk), index(talk.library), question, page)
    match found.surety:
        case Surety.SURE:
            return Passage(found.told[0])
        case Surety.NEAREST:
            return Places(UNSURE, _marked(found.told))
        case Surety.ABSENT:
            near = _marked(found.told)
            return Places(NOT_IN_SOURCES, near) if near else Words(NO_ANSWER)


def sought(talk: Conversation, words: str) -> Part:
    """The places that fit ``words`` best."""
    if not words:
        return Words(WHAT_TO_SEEK)
    reader, found = Reader.within(talk), index(talk.library)
    seeking = Sought.of(found, words)
    views = [passage_view(reader, hit.passage.id, seeking) for hit in found.find(words, MOST)]
    return Places(FOUND, _marked(views)) if views else Words(NOT_FOUND)


def passage(talk: Conversation, place: str) -> Part:
    """What stands at a place, in short."""
    try:
        return Passage(passage_view(Reader.within(talk), place))
    except KeyError:
        return Words(GONE)


def _marked(views: Sequence[PassageView]) -> tuple[Place, ...]:
    return tuple(
        Place(mark, view.place, view.title, view.kind, view.line)
        for mark, view in zip(MARKS, views, strict=False)
    )

"""Looking something up in the middle of a talk: the answer, or the nearest few places."""

from collections.abc import Sequence

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.passage_view import hit_view, passage_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.reply import reply
from routeboek_tui.course.turn import Part, Passage, Place, Places, Words
from routeboek_tui.search.compiled import index
from routeboek_tui.search.index import Hit

MARKS = "abcdefgh"
"""What stands before places to pick: digits are those of the answers."""

MOST = 5
"""Places that a search beside the talk shows."""

UNSURE = "Daar heeft de gids geen zeker antwoord op. Bedoel je een van deze?"
NO_ANSWER = "Daar heeft de gids geen antwoord op. Vraag het met een ander woord."
FOUND = "Dit past erbij:"
NOT_FOUND = "Niets gevonden. Probeer een ander woord, of minder woorden."
WHAT_TO_SEEK = "Typ erbij wat je zoekt, bijvoorbeeld: zoek schorsing"
GONE = "Die plek is er niet. Zoek met andere woorden."


def answer(talk: Conversation, question: str, page: str = "") -> Part:
    """What the guide says on ``question``; ``page`` is the page of the book that it names."""
    reader = Reader.within(talk)
    found = reply(index(talk.library), question, page)
    if isinstance(found, Hit):
        return Passage(hit_view(reader, found))
    return Places(UNSURE, _marked(reader, found)) if found else Words(NO_ANSWER)


def sought(talk: Conversation, words: str) -> Part:
    """The places that fit ``words`` best."""
    if not words:
        return Words(WHAT_TO_SEEK)
    hits = index(talk.library).find(words, MOST)
    return Places(FOUND, _marked(Reader.within(talk), hits)) if hits else Words(NOT_FOUND)


def passage(talk: Conversation, place: str) -> Part:
    """What stands at a place, in short."""
    try:
        return Passage(passage_view(Reader.within(talk), place))
    except KeyError:
        return Words(GONE)


def _marked(reader: Reader, hits: Sequence[Hit]) -> tuple[Place, ...]:
    found = []
    for mark, hit in zip(MARKS, hits, strict=False):
        view = hit_view(reader, hit)
        found.append(Place(mark, hit.passage.id, view.title, view.kind, hit.excerpt))
    return tuple(found)

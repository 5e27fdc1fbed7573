"""What may not be read on the wall: the pupil's words, and lines of the analysis of one's own."""

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.roll import roll
from routeboek_tui.core.letter import PUPIL
from routeboek_tui.core.meeting import Factor, Part, Stand
from routeboek_tui.text.characters import plain
from routeboek_tui.text.picked import numbers


def unseen(talk: Conversation, stand: Stand, line: str) -> bool:
    """Whether ``line``, as far as it was typed, is to be hidden from who watches.

    A number is no word of anyone, so it can be read.
    """
    if stand.aside or numbers(line):
        return False
    if stand.part is Part.POSITIONS:
        return stand.at == PUPIL or _of_pupil(talk, stand, line)
    return stand.part in {Part.OWN_WORDS, Part.ANALYSIS}


def _of_pupil(talk: Conversation, stand: Stand, line: str) -> bool:
    words = (p.word for p in roll(talk, stand.meeting) if p.actor == PUPIL)
    return any(plain(line).startswith(plain(word)) for word in words)


def given(talk: Conversation, factor: Factor) -> bool:
    """Whether a line of the analysis is an example of the guide, and nobody's own words."""
    return factor.text in talk.library.meeting.causes[factor.layer][factor.side]


def factor_words(talk: Conversation, factor: Factor, mine: tuple[Factor, ...]) -> str:
    """A line of the analysis as the wall shows it; one of one's own by its number of ``mine``."""
    words = talk.library.meeting.words
    if given(talk, factor):
        return talk.say(factor.text)
    own = [each for each in mine if each.layer is factor.layer and not given(talk, each)]
    return words.own_line.format(own.index(factor) + 1)

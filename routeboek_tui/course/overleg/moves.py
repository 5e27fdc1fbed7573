"""What the parts of a meeting do alike: going on, telling something, reading who is named."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.roll import Party
from routeboek_tui.core.meeting import Meeting, Stand, after
from routeboek_tui.text.characters import plain
from routeboek_tui.text.picked import numbers

_NUMBERED = re.compile(r"([0-9]{1,2})[.):]? +(.+)")
_APART = re.compile(r",| en ")


def onward(stand: Stand) -> Stand:
    """The beginning of the part after this one."""
    return replace(stand, part=after(stand.part), at="", page=0)


def saying(stand: Stand, *notes: str) -> Stand:
    """This stand, with something told."""
    return replace(stand, notes=notes)


def changed(stand: Stand, meeting: Meeting, *notes: str) -> Stand:
    """This stand with another meeting, and something told."""
    return replace(stand, meeting=meeting, notes=notes)


def one_of(text: str, most: int) -> int:
    """The one number that ``text`` is, up to ``most``; 0 for anything else."""
    return int(text) if text.isdecimal() and 0 < int(text) <= most else 0


def some_of(text: str, most: int) -> tuple[int, ...]:
    """The numbers that ``text`` is, all of them up to ``most``; none for anything else."""
    found = numbers(text)
    return found if all(0 < number <= most for number in found) else ()


def number_before(text: str, most: int) -> tuple[int, str]:
    """The number of a row at the beginning of a line, 0 for none, and the text behind it."""
    found = _NUMBERED.match(text)
    number = int(found[1]) if found else 0
    return (number, found[2]) if found and 0 < number <= most else (0, text)


def says_all(talk: Conversation, text: str) -> tuple[bool, str]:
    """Whether a line begins with "iedereen", and what stands behind that."""
    first, _, rest = text.partition(" ")
    all_ = talk.library.meeting.commands.get(first.casefold()) == "all"
    return (True, rest.strip()) if all_ else (False, text)


def named_party(parties: Sequence[Party], text: str) -> tuple[Party | None, str]:
    """The party whose word a line begins with, and what stands behind it: "ouders 2 te vroeg"."""
    for party in parties:
        if plain(text).startswith(f"{plain(party.word)} "):
            return party, text[len(party.word) :].strip(" :")
    return None, text


def excepted(talk: Conversation, parties: Sequence[Party], text: str) -> tuple[int, ...] | None:
    """Who is named as an exception: "4 5", "iedereen", "iedereen behalve ouders en 5".

    They are numbers of ``parties``; ``None`` where the line names somebody else, or nobody.
    """
    everyone, rest = says_all(talk, text)
    if everyone:
        _, behind, named = rest.partition(talk.library.meeting.words.but)
        if not behind:
            return ()
        text = named.strip()
    if found := numbers(text):
        return found if all(0 < number <= len(parties) for number in found) else None
    named_all = (
        [_numbered(parties, part.strip()) for part in _APART.split(text)] if everyone else []
    )
    return tuple(named_all) if named_all and all(named_all) else None


def _numbered(parties: Sequence[Party], said: str) -> int:
    number = one_of(said, len(parties))
    words = [plain(party.word) for party in parties]
    return words.index(plain(said)) + 1 if plain(said) in words else number

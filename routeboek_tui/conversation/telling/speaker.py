"""Who speaks, as far as somebody says so of himself, and of whom a question asks the deeds."""

import re

from routeboek_tui.conversation.telling.label import names
from routeboek_tui.core.facts import PLACE, REGION
from routeboek_tui.library.content import Library
from routeboek_tui.library.speaking import Named, Speaking
from routeboek_tui.library.ways import either, pattern
from routeboek_tui.text.characters import plain, plain_name
from routeboek_tui.text.clauses import clauses

_DIGITS = re.compile(r"[0-9]+")
_SUMMED = re.compile(r"[0-9](?: en [0-9]|$)")
"""One of several in a row, of whom none speaks."""

_PLACED = "plaats"
"""What stands for the name of a place in a way to present oneself."""


def speaker(line: str, library: Library) -> str:
    """The role of who typed ``line``, "" where it says none, or two."""
    words, said = library.language.speaking, plain(line)
    roles = {role for role, _ in words.names}
    found = {role for role, ways in words.speaks_of if pattern(ways).search(said)}
    found = set() if pattern(words.quotes).search(said) else found
    found |= {*_named(pattern(words.speaks), said, words)}
    if not found and "?" not in line:
        found = {*_opening(line, library)}
    return found.pop() if len(found) == 1 and found <= roles else ""


def asked_of(question: str, library: Library) -> str:
    """The role of which ``question`` asks what it has to do, and nothing else; or ""."""
    words, said = library.language.speaking, plain(question)
    match = pattern(words.asks).fullmatch(_numbered(said, words.names))
    return _role(match, words.names) if match else ""


def _named(ways: re.Pattern[str], said: str, words: Speaking) -> list[str]:
    numbered = _numbered(said, words.names)
    return [_role(match, words.names) for match in ways.finditer(numbered)]


def _numbered(said: str, named: Named) -> str:
    """``said`` with a number for each name of a role, and no other numbers."""
    said = _DIGITS.sub("", said)
    for number, (_, ways) in enumerate(named):
        said = pattern(ways).sub(f"{number} ", said)
    return " ".join(said.split())


def _role(match: re.Match[str], named: Named) -> str:
    return named[int(match[match.lastindex or 0])][0]


def _opening(line: str, library: Library) -> list[str]:
    """Who presents itself in the first clause of ``line``, before more words of something else."""
    words = library.language.speaking
    first, *rest = clauses(line) or [""]
    if not rest or _SUMMED.match(_numbered(plain(rest[0]), words.names)):
        return []
    every = [name for fact in (PLACE, REGION) for name in names(library.facts[fact])]
    places = re.compile(rf"\b(?:{either(map(plain_name, every))})\b")
    said = places.sub(_PLACED, plain(first))
    return [role for role, ways in words.opens if pattern(ways).fullmatch(said)]

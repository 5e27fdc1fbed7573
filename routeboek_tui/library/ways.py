"""Ways of saying something, as the content writes them, and the pattern that finds them.

A way is plain words with a blank between them. ``a|b`` is either word, ``[a|b c]`` either of what
is more than one word, ``(a|b c)`` may be left out, ``*`` stands for any letters, ``..`` for any
number of words, and ``N`` for a number.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

NUMBER = "N"
"""What stands for a number in a way."""

PARTS = re.compile(r"\([^()]+\)|\[[^\[\]]+\]|[^\s()\[\]]+")
"""The parts of a way."""
_SIGNS = {"*": r"\w*", NUMBER: "([0-9]{1,2})"}
_LITERAL = re.compile(r"[*N]|[^*N]+")


def right(way: str) -> bool:
    """Whether ``way`` can be read: its brackets close, and no word is left empty."""
    bare = re.sub(PARTS, "", way).strip()
    return not bare and all(all(either_of(p)) for p in PARTS.findall(way))


def either(words: Iterable[str]) -> str:
    """Plain ``words`` as the alternatives of a pattern, the longest first."""
    return _either(tuple(words))


@lru_cache(maxsize=4_000)
def _either(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@lru_cache(maxsize=4_000)
def source(ways: tuple[str, ...]) -> str:
    """The pattern of ``ways``, to be part of another one; without ways it is found nowhere."""
    if not ways:
        return r"(?!)"
    longest_first = sorted(ways, key=lambda way: (-len(way), way))
    return rf"(?<!\w)(?:{'|'.join(map(_way, longest_first))})"


@lru_cache(maxsize=4_000)
def pattern(ways: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of ``ways``. A number in the one found is its last group."""
    return re.compile(source(ways), re.IGNORECASE)


def _way(way: str) -> str:
    return "".join(map(_part, PARTS.findall(way)))


def _part(part: str) -> str:
    if part == "..":
        return r"(?:\w+ )*?"
    said = f"(?:{'|'.join(map(_words, either_of(part)))})"
    said = rf"{said}(?!\w) ?"
    return f"(?:{said})?" if part.startswith("(") else said


def either_of(part: str) -> list[str]:
    """What ``part`` of a way lets one say, each in words."""
    return [each.strip() for each in part.strip("()[]").split("|")]


def words_of(way: str) -> tuple[str, ...]:
    """The words that ``way`` cannot do without, as far as they are written out."""
    parts = (part for part in PARTS.findall(way) if part != ".." and part[0] != "(")
    said = (word.strip("*") for part in parts for each in either_of(part) for word in each.split())
    return tuple(word for word in said if word.isalpha() and word != NUMBER)


def _words(text: str) -> str:
    if text == "*":
        return r"\w+"
    return "".join(_SIGNS.get(each, re.escape(each)) for each in _LITERAL.findall(text))

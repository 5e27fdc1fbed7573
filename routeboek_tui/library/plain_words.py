"""The words a reader stops at: jargon, a thing called "she", the guide that tells of itself.

The lists stand in ``content/taal/schrijven.yaml``; a text is proved against them as it is read.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, partial
from itertools import pairwise
from operator import eq
from typing import TypeAlias

from msgspec import Struct

from routeboek_tui.library import shown
from routeboek_tui.library.node import Node, read_yaml
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.wording import Text

FILE = "content/taal/schrijven.yaml"

_TEXTS = ("content/", "flows/", "letters/")
_TYPED = ("content/taal/", "content/gevaar/taal.yaml", "content/cijfers/")
"""The words people type, and the tables of figures."""

_LISTS = (
    "things",
    "singular",
    "plural",
    "no_verbs",
    "before_guide",
    "before_place",
    "before_doer",
    "allowed",
)
_BY_NAME = ("instead", "explained")

_COMMENT = re.compile(r"^ *# .*$|^ +#.*$", re.MULTILINE)
_QUOTED = re.compile(r"(?<=[\w.;(] )\"[^\"\n]*\"|“[^”]*”")
_PRONOUN = re.compile(r"[Zz](?<!\w.)(?:ij|(?<=Z)e)\b")
"""A small "ze" is mostly an object, of many."""
_BEFORE = re.compile(r"([\w’']+)\s+\Z")
_NEXT = re.compile(r"\s+([\w’']+)")
_CLAUSE = re.compile(r"[.,;:!?()|\"“”]|\n\s*[\n*-]|\s(?:en|of|maar|want)\s|\Z")
_WORD = re.compile(r"[\w’']+")
_WHOLE = re.compile(r"\w+")
_STARRED = re.compile(r"[\w*]*\*[\w*]*")
_GUIDE = re.compile(r"\b(?:de|deze)\s+gids\b", re.IGNORECASE)
_TWICE = re.compile(r"\b(?!je\b)([a-zà-ÿ]{2,})(?: |\n)\1\b(?![-:])", re.IGNORECASE)


SPAN = 4
"""Lines. What is said in one go is not longer."""

_Look: TypeAlias = Callable[[str], Iterator[tuple[int, str]]]


class _Way(Struct, frozen=True):
    """A way of saying that stops a reader, what to write, and the ``row`` of words it begins as."""

    said: str
    write: str
    row: str


class PlainWords:
    """How the guide is written.

    ``instead`` gives what to write, with the ways that stop a reader; ``*`` stands for letters.
    ``explained`` gives a word of the field with the words its explanation is known by. ``things``
    are pronouns that stand for no person here. Beside "zij" stands a verb in one: of ``singular``,
    or one that ends in a t and is none of ``no_verbs``. A clause with one of ``plural`` is about
    more. After one of ``before_guide`` the guide is named, and tells nothing of itself.
    ``allowed`` are pieces that someone has looked at.
    """

    def __init__(
        self,
        lists: Mapping[str, tuple[str, ...]],
        by_name: Mapping[str, Mapping[str, tuple[str, ...]]],
    ) -> None:
        self._lists = lists
        self.instead = by_name["instead"]
        self.explained = by_name["explained"]
        self._by_word: dict[str, list[_Way]] = {}
        for write, ways in self.instead.items():
            for way in ways:
                made = _Way(way, write, _row(way))
                self._by_word.setdefault(_longest(way), []).append(made)
        self._things = frozenset(each.lower() for each in lists["things"])

    @cached_property
    def _allowed(self) -> re.Pattern[str]:
        return _ways(self._lists["allowed"])

    @property
    def before_place(self) -> tuple[str, ...]:
        """Words behind which somebody is named without doing anything."""
        return self._lists["before_place"]

    @property
    def before_doer(self) -> tuple[str, ...]:
        """Words behind which it is named who does it."""
        return self._lists["before_doer"]

    def readable(self, text: str, file: str, near: Callable[[str], object] = bool) -> str:
        """What a reader sees of ``text`` around the lines that are ``near`` something, each whole.

        Every line is at its place; to blank out all of a long text would cost most of the time.
        """
        kept = [""] * (text.count("\n") + 1)
        for number, line in shown.lines(text):
            kept[number - 1] = line
        kept = _around(kept, near)
        seen = shown.blank(_QUOTED, shown.unnamed(shown.said("\n".join(kept))))
        if file.endswith(".yaml"):
            seen = shown.blank(_COMMENT, seen)
        return shown.blank(self._allowed, seen)

    def remarks(self, text: str, file: str) -> Iterator[Problem]:
        """Every word of ``text`` at which a reader stops."""
        told = _WHOLE.findall(text.lower())
        words, row = {"", *told}, _spaced(told)
        near = words & self._by_word.keys()
        ways = [way for word in near for way in self._by_word[word] if way.row in row]
        things = self._things & words
        # What is nowhere in the text, a reader need not be spared: to look costs most of the time.
        looks: dict[_Look, object] = {
            partial(_stiff, ways=ways): ways,
            _twice: any(map(eq, told, told[1:])) and _TWICE.search(text),
            self._thing: things,
            self._she: "zij" in words or "Ze" in text,
            self._itself: "gids" in words,
        }
        if not any(looks.values()):
            return
        twice = {one for one, two in pairwise(told) if one == two}
        marks = {*(_longest(way.said) for way in ways), *things, *twice, *({"gids"} & words)}

        def hit(line: str) -> bool:
            small = line.lower()
            return any(mark in small for mark in marks) or _PRONOUN.search(line) is not None

        seen = self.readable(text, file, hit)
        for at, message in sorted(
            {each for look, on in looks.items() if on for each in look(seen)}
        ):
            yield Problem(file, seen.count("\n", 0, at) + 1, message)

    def _thing(self, seen: str) -> Iterator[tuple[int, str]]:
        """Pronouns that are always a thing."""
        for found in _ways(self._lists["things"]).finditer(seen):
            yield found.start(), _thing(found[0])

    def _she(self, seen: str) -> Iterator[tuple[int, str]]:
        """A "zij" that is one, and so a thing."""
        for found in _PRONOUN.finditer(seen):
            if self._one(seen, found):
                yield found.start(), _thing(found[0])

    def _one(self, seen: str, found: re.Match[str]) -> bool:
        """Whether the verb beside a pronoun, or else the last of its clause, is in one."""
        after = _NEXT.match(seen, found.end())
        if found[0] == "Ze":
            return after is not None and self._verb(after[1].lower())
        before = _BEFORE.search(seen, max(0, found.start() - 30), found.start())
        beside = [each[1].lower() for each in (before, after) if each]
        if any(word.endswith("en") for word in beside):
            return False
        if any(self._verb(word) for word in beside):
            return True
        end = _CLAUSE.search(seen, found.end())
        clause = _WORD.findall(seen[found.end() : end.start() if end else None].lower())
        many = self._lists["plural"]
        if any(word in many for word in (*beside, *clause)):
            return False
        return bool(clause) and (self._verb(clause[-1]) or clause[-1].endswith("de"))

    def _verb(self, word: str) -> bool:
        if word in self._lists["singular"]:
            return True
        return word.endswith("t") and word not in self._lists["no_verbs"]

    def _itself(self, seen: str) -> Iterator[tuple[int, str]]:
        for found in _GUIDE.finditer(seen):
            before = _BEFORE.search(seen, max(0, found.start() - 30), found.start())
            named = before and before[1].lower() in self._lists["before_guide"]
            if not named and (before or _NEXT.match(seen, found.end())):
                yield found.start(), "De gids vertelt hier over zichzelf. Schrijf “wij”."

    def unexplained(self, text: Text, file: str) -> Iterator[Problem]:
        """Every word of the field in the question of ``text`` that its own words leave unsaid."""
        if not text.question:
            return
        asked = " ".join((text.question, *(each.label for each in text.choices.values())))
        said = " ".join((text.question, text.hint, text.why, text.find_out, text.body))
        for word, marks in self.explained.items():
            if (found := _way(word).search(asked)) and not _ways(marks).search(said):
                yield Problem(
                    file, 1, f"De vraag noemt “{found[0]}”, en geen woord legt het uit. Zeg het in"
                    f" hint, why of de tekst eronder: {', '.join(marks)}.",
                )  # fmt: skip


def is_read(file: str) -> bool:
    """Whether ``file`` is a text for readers."""
    return (
        file.endswith((".md", ".yaml")) and file.startswith(_TEXTS) and not file.startswith(_TYPED)
    )


def read_plain_words(text: str, file: str, problems: list[Problem]) -> PlainWords | None:
    """How the guide is written; ``None`` when that cannot be read, and then nothing is proved."""
    known = (*_BY_NAME, *_LISTS)
    parts = read_yaml(text, file, problems).fields("De woorden om te schrijven", known, known)
    if len(parts) < len(known):
        return None
    lists = {name: tuple(parts[name].texts(name)) for name in _LISTS}
    by_name = {name: _by_name(parts[name], name) for name in _BY_NAME}
    return PlainWords(lists, by_name) if all((*lists.values(), *by_name.values())) else None


def _by_name(node: Node, name: str) -> dict[str, tuple[str, ...]]:
    items = node.items(f"De lijst “{name}”")
    return {each: tuple(child.texts(each)) for each, child in items}


def _longest(way: str) -> str:
    """The longest of the words of a way that are whole, in small letters; "" without any."""
    return max(_WHOLE.findall(_STARRED.sub("", way.lower())), key=len, default="")


def _row(way: str) -> str:
    """The words of a way, in small letters, up to where one goes on with a ``*``."""
    whole, star, _ = way.lower().partition("*")
    row = _spaced(_WHOLE.findall(whole))
    return row.rstrip() if star else row


def _spaced(words: Iterable[str]) -> str:
    return f" {' '.join(words)} "


def _around(kept: list[str], near: Callable[[str], object]) -> list[str]:
    """``kept`` without the lines that are far from each that is ``near`` something."""
    stay: set[int] = set()
    for at in (number for number, line in enumerate(kept) if line and near(line)):
        stay.update(range(at - SPAN, at + SPAN + 1))
    return [line if number in stay else "" for number, line in enumerate(kept)]


def _stiff(seen: str, ways: Iterable[_Way]) -> Iterator[tuple[int, str]]:
    for way in ways:
        for found in _way(way.said).finditer(seen):
            yield found.start(), f"“{_flat(found[0])}” leest stroef. Schrijf: {way.write}."


def _twice(seen: str) -> Iterator[tuple[int, str]]:
    for found in _TWICE.finditer(seen):
        yield found.start(), f"“{found[1]}” staat er twee keer achter elkaar."


def _way(way: str) -> re.Pattern[str]:
    return _ways((way,))


@cache
def _ways(ways: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, however the line breaks between them; ``*`` stands for letters."""
    each = (r"\s+".join(map(re.escape, way.split())).replace(r"\*", r"\w*") for way in ways)
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)", re.IGNORECASE)


def _thing(pronoun: str) -> str:
    return (
        f"“{pronoun}” is hier een ding. Noem het ding, of schrijf “die” of “dat”. Is het een mens,"
        f" zet die woorden dan bij allowed in {FILE}."
    )


def _flat(found: str) -> str:
    return " ".join(found.split())

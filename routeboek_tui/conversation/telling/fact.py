"""The facts of a pupil that a sentence tells unasked, and the number that is all it says."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import lru_cache

from routeboek_tui.conversation.telling.count import Part
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.conversation.telling.label import bare_age, of_pupil
from routeboek_tui.conversation.telling.place import Manner, owned, places
from routeboek_tui.core.facts import PLACE, REGION, SECTOR
from routeboek_tui.core.policy.age import of_years
from routeboek_tui.core.said import Over
from routeboek_tui.library.content import Library
from routeboek_tui.library.language import Counting, Language, Telling
from routeboek_tui.library.ways import either, pattern
from routeboek_tui.text.characters import plain

AGE = "leeftijd"
YOUNGEST, ELDEST = 3, 23
"""Years between which a number can be the age of a pupil."""

ENROLLED, NOT_ENROLLED = "ingeschreven", "nee"

LONGEST_SCHOOL = 8
"""Years that one can be at a school of a kind."""

_BROKEN = re.compile(r"\b[0-9]+[.,][0-9]+\b")
"""A number that is no age: "een half jaar" is 0.5."""

_NAME = re.compile(r"\b([A-Z][a-zà-ÿ]+)(?= \(| van )")
"""What can be a name with an age behind it."""

_AFTER_NAME = re.compile(
    r"\b(\w+)(?: \(([0-9]{1,2})(?: ?(?:jaar|jr))?\)| van ([0-9]{1,2})\b(?! \w{3,}(?:en|es|rs)\b))"
)
"""An age behind a name, in figures: "noor (13)", "noor van 13"; not "stapel van 13 briefjes"."""

BRACKETED = 2
"""Which group of it stands between brackets, where nothing is counted."""

NEAR = 4
"""Words before a school or a class among which one that denies it must stand."""


def years(text: str, words: Counting) -> int | None:
    """The age that is all ``text`` (plain) says: "12", "hij is 12 jaar"."""
    return _number(in_figures(text, words), words.age)


def only_age(text: str, words: Counting) -> int | None:
    """The age that ``text`` (plain) tells among other things, where it tells one."""
    found = {*_ages(_BROKEN.sub(" ", in_figures(text, words)), words)}
    return found.pop() if len(found) == 1 else None


def weeks(text: str, words: Counting) -> int | None:
    """The weeks of absence that are all ``text`` (plain) says: "al 5 weken"."""
    return _number(in_figures(text, words), words.absent)


def _number(text: str, ways: tuple[str, ...]) -> int | None:
    found = pattern(ways).fullmatch(text)
    return int(found[found.lastindex]) if found and found.lastindex else None


def facts_in(text: str, parts: Sequence[Part], library: Library) -> dict[str, str]:
    """The values that ``text``, in figures, tells of facts, and the choices of steps.

    What it says two ways is left out.
    """
    found = _values(text, parts, library, Manner.SURE)
    lives = not found.keys() & {PLACE, REGION} and found.get(ENROLLED) == {NOT_ENROLLED}
    if lives:  # who is at no school is of the place where they live
        found |= _values(text, parts, library, Manner.LIVES)
    return {fact: next(iter(values)) for fact, values in found.items() if len(values) == 1}


def perhaps(
    text: str, parts: Sequence[Part], library: Library, today: date
) -> dict[str, tuple[str, ...]]:
    """The values that ``text``, in figures, names and that may be those of the pupil, by fact."""
    named = _values(text, parts, library, Manner.LOOSE)
    age = age_in(text, parts, library, unasked=True, loose=True)
    aged = of_years(age, today, library.knowledge) if age is not None else {}
    found: dict[str, tuple[str, ...]] = {fact: (value,) for fact, value in aged.items()}
    found |= {fact: tuple(sorted(values)) for fact, values in named.items()}
    for fact, values in tuple(found.items()):
        follows = library.scheme.settled({fact: values[0]}) if len(values) == 1 else {}
        found = {**{name: (value,) for name, value in follows.items()}, **found}
    return found


def _values(
    text: str, parts: Sequence[Part], library: Library, manner: Manner
) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for part in of_pupil(text, parts, library):
        for fact, value in _in_part(plain(text[part.start : part.end]), part, library, manner):
            found.setdefault(fact, set()).add(value)
    return found


def age_in(
    text: str,
    parts: Sequence[Part],
    library: Library,
    *,
    unasked: bool = False,
    loose: bool = False,
) -> int | None:
    """The age that ``text``, in figures, tells; ``None`` where it tells none, or two.

    A number that stands by itself is one only ``unasked``. With ``loose`` also what may be one.
    """
    words, found = library.language.counting, set()
    of = list(of_pupil(text, parts, library))
    for part in of:
        ways = words.own_age if part.asks and not loose else words.age_within
        said = plain(_BROKEN.sub(" ", text[part.start : part.end]))
        found |= {*_ages(said, words, ways)}
        if not part.asks:
            found |= {*_before_birthday(said, library.language)}
    alone = bare_age(text, parts, of, words, loose=loose) if unasked or loose else None
    alone = None if found else alone
    if alone is not None and YOUNGEST <= alone <= ELDEST:
        found.add(alone)
    return found.pop() if len(found) == 1 else None


def names_in(line: str, words: Counting) -> frozenset[str]:
    """The words of ``line``, as it was typed, that can be names of whom an age is told."""
    return frozenset(each.lower() for each in _NAME.findall(line)) - words.no_name


def age_of_name(
    text: str, parts: Sequence[Part], library: Library, names: Collection[str]
) -> int | None:
    """The age that ``text``, in figures, tells behind one of ``names`` alone."""
    words, of, found = library.language.counting, list(of_pupil(text, parts, library)), set()
    for match in _AFTER_NAME.finditer(text):
        at, to = match.span(match.lastindex or 0)
        mine = any(part.start <= at and to <= part.end for part in of)
        unit = match.lastindex != BRACKETED and _units(words).match(plain(text[to:]))
        if match[1] in names and mine and not unit:
            found.add(int(text[at:to]))
    return found.pop() if len(found) == 1 and YOUNGEST <= min(found) <= ELDEST else None


def _ages(said: str, words: Counting, ways: tuple[str, ...] = ()) -> Iterator[int]:
    denied = [match.span() for match in pattern(words.no_age).finditer(said)]
    for match in pattern(ways or words.age_within).finditer(said):
        at, to = match.span(match.lastindex or 0)
        after = said[match.end() :].strip()
        unit = _units(words).match(after)
        # "17 jr havo" is an age and a class, "5 jaar havo" how long somebody was in one.
        in_class = unit and said[to : match.end()].strip() and int(said[at:to]) > LONGEST_SCHOOL
        if any(start <= at and to <= end for start, end in denied) or (unit and not in_class):
            continue
        if YOUNGEST <= (age := int(said[at:to])) <= ELDEST:
            yield age


def _before_birthday(said: str, language: Language) -> Iterator[int]:
    """The age of who will surely soon be a year older: who becomes 5 in January is 4."""
    words = language.counting
    ways = pattern(words.next_age)
    if not language.doubts.isdisjoint(ways.sub(" ", said).split()):
        return
    for match in ways.finditer(said):
        at, to = match.span(match.lastindex or 0)
        numbered = not {*said[:at].split()[-1:]}.isdisjoint(words.no_bare_age)
        if numbered or _units(words).match(said[to:].strip()):
            continue
        if YOUNGEST <= (age := int(said[at:to]) - 1) <= ELDEST:
            yield age


@lru_cache(maxsize=4)
def _units(words: Counting) -> re.Pattern[str]:
    """What stands after a number that is a count or a class, and no age."""
    counted = (*words.report, *words.times, *words.hour, *words.day, *words.half_day, *words.week)
    of_day = (*words.part_of_day, *(f"{each}en" for each in words.part_of_day))
    others = (*words.not_counted.difference(words.years), *of_day)
    rest = either((*counted, *words.month, *words.whole, *words.of_class, *others))
    return re.compile(rf"(?:e |de )?(?:ziekte?|school|les|klok)?(?:{rest})\b")


def _in_part(said: str, part: Part, library: Library, manner: Manner) -> Iterator[tuple[str, str]]:
    telling, language = library.language.telling, library.language
    other = (*telling.not_now, *telling.of_adults)
    if pattern(other).search(pattern(telling.lately).sub(" ", said)) or part.has(Over.PAST):
        return
    passing = pattern(language.counting.passing).sub(" ", said)
    passing = pattern(telling.lives).sub(" ", passing) if manner is Manner.LIVES else passing
    loose = manner is Manner.LOOSE
    doubted = not loose and bool(language.doubts.intersection(passing.split()))
    not_yet = doubted or (not loose and pattern(telling.not_yet).search(said))
    spans: list[tuple[str, int, int]] = []
    for fact, value, match in _told(said, telling):
        at, to = match.span()
        # The class someone is in tells the school and the age: two facts by the same words.
        if any(of in {fact, ""} and start < to and at < end for of, start, end in spans):
            continue
        spans.append((fact, at, to))
        before = said[:at].split()
        if part.asks and not (loose or owned(said[:at], telling)):
            continue
        # What someone did not do says nothing of the class they are in.
        near = before
        if fact in {SECTOR, AGE}:
            near = pattern(language.counting.passing).sub(" ", said[:at]).split()[-NEAR:]
            near = [] if telling.this.intersection(before[-1:]) else near
        denies = language.negators.intersection(near)
        # A wish or a doubt is about what goes on, and not about the class someone is in.
        if fact and not denies and (fact in {SECTOR, AGE} or not not_yet):
            yield fact, value
    yield from places(said, library, manner, doubted=doubted or (part.asks and not loose))


def _told(said: str, telling: Telling) -> Iterator[tuple[str, str, re.Match[str]]]:
    """What is said of facts; what says nothing comes first, and then the longest."""
    for match in pattern(telling.says_not).finditer(said):
        yield "", "", match
    found = [
        (name.partition("="), match)
        for name, ways in telling.says
        for match in pattern(ways).finditer(said)
    ]
    for (fact, _, value), match in sorted(found, key=lambda e: e[1].start() - e[1].end()):
        yield fact, value, match

"""The facts of a pupil that a sentence tells unasked, and the number that is all it says."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from routeboek_tui.conversation.telling.count import Part
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.conversation.telling.label import bare_age, names, of_pupil
from routeboek_tui.core.facts import PLACE, REGION, SECTOR
from routeboek_tui.core.said import Over
from routeboek_tui.library.content import Library
from routeboek_tui.library.language import Counting, Language, Telling
from routeboek_tui.library.ways import either, pattern, source
from routeboek_tui.text.characters import plain

AGE = "leeftijd"
YOUNGEST, ELDEST = 3, 23
"""Years between which a number can be the age of a pupil."""

ENROLLED, NOT_ENROLLED = "ingeschreven", "nee"

LONGEST_SCHOOL = 8
"""Years that one can be at a school of a kind."""

_BROKEN = re.compile(r"\b[0-9]+[.,][0-9]+\b")
"""A number that is no age: "een half jaar" is 0.5."""

NEAR = 4
"""Words before a school or a class among which one that denies it must stand."""

SHORT = 6
"""Letters. The name of a place that has no more can be another word as well."""


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
    found = _values(text, parts, library)
    lives = not found.keys() & {PLACE, REGION} and found.get(ENROLLED) == {NOT_ENROLLED}
    if lives:  # who is at no school is of the place where they live
        found |= _values(text, parts, library, lives=True)
    return {fact: next(iter(values)) for fact, values in found.items() if len(values) == 1}


def _values(
    text: str, parts: Sequence[Part], library: Library, *, lives: bool = False
) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for part in of_pupil(text, parts, library):
        for fact, value in _in_part(plain(text[part.start : part.end]), part, library, lives=lives):
            found.setdefault(fact, set()).add(value)
    return found


def age_in(
    text: str, parts: Sequence[Part], library: Library, *, unasked: bool = False
) -> int | None:
    """The age that ``text``, in figures, tells; ``None`` where it tells none, or two.

    A number that stands by itself is one only ``unasked``.
    """
    words, found = library.language.counting, set()
    of = list(of_pupil(text, parts, library))
    for part in of:
        ways = words.own_age if part.asks else words.age_within
        found |= set(_ages(plain(_BROKEN.sub(" ", text[part.start : part.end])), words, ways))
    alone = bare_age(text, parts, of, words) if unasked and not found else None
    if alone is not None and YOUNGEST <= alone <= ELDEST:
        found.add(alone)
    return found.pop() if len(found) == 1 else None


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


@lru_cache(maxsize=4)
def _units(words: Counting) -> re.Pattern[str]:
    """What stands after a number that is a count or a class, and no age."""
    counted = (*words.report, *words.times, *words.hour, *words.day, *words.half_day, *words.week)
    of_day = (*words.part_of_day, *(f"{each}en" for each in words.part_of_day))
    others = (*words.not_counted.difference(words.years), *of_day)
    rest = either((*counted, *words.month, *words.whole, *words.of_class, *others))
    return re.compile(rf"(?:e |de )?(?:ziekte?|school|les|klok)?(?:{rest})\b")


def _in_part(said: str, part: Part, library: Library, *, lives: bool) -> Iterator[tuple[str, str]]:
    telling, language = library.language.telling, library.language
    other = (*telling.not_now, *telling.of_adults)
    if pattern(other).search(pattern(telling.lately).sub(" ", said)) or part.has(Over.PAST):
        return
    passing = pattern(language.counting.passing).sub(" ", said)
    passing = pattern(telling.lives).sub(" ", passing) if lives else passing
    doubted = bool(language.doubts.intersection(passing.split()))
    not_yet = doubted or pattern(telling.not_yet).search(said)
    spans: list[tuple[str, int, int]] = []
    for fact, value, match in _told(said, telling):
        at, to = match.span()
        # The class someone is in tells the school and the age: two facts by the same words.
        if any(of in {fact, ""} and start < to and at < end for of, start, end in spans):
            continue
        spans.append((fact, at, to))
        before = said[:at].split()
        if part.asks and not _owned(said[:at], telling):
            continue
        # What someone did not do says nothing of the class they are in.
        near = before[-NEAR:] if fact in {SECTOR, AGE} else before
        near = [] if fact in {SECTOR, AGE} and telling.this.intersection(before[-1:]) else near
        denies = language.negators.intersection(near)
        # A wish or a doubt is about what goes on, and not about the class someone is in.
        if fact and not denies and (fact in {SECTOR, AGE} or not not_yet):
            yield fact, value
    yield from _places(said, library, doubted=doubted or part.asks, lives=lives)


def _owned(head: str, telling: Telling) -> bool:
    """Whether what stands behind ``head`` is that of the own pupil or school, whatever is asked."""
    return bool(re.search(rf"(?:{source(telling.own)})$", head))


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


def _places(
    said: str, library: Library, *, doubted: bool, lives: bool
) -> Iterator[tuple[str, str]]:
    """The gemeente or region that is named as that of the school, or where someone ``lives``.

    In what is ``doubted`` only that of the own pupil or school, or one it begins with, is sure.
    """
    telling = library.language.telling
    regions = frozenset(each.region for each in library.editions.values() if each.region)
    named = [
        (match, fact, value)
        for fact in (PLACE, REGION)
        for name, value in (names(library.facts[fact]) if fact in library.facts else {}).items()
        if name in said  # to look for each of them by its pattern takes long
        for match in re.finditer(rf"\b{re.escape(name)}\b", said)
        if not doubted or not match.start() or _owned(said[: match.start()], telling)
    ]
    spans = [match.span() for match, *_ in named]
    found = [
        (fact, value, _of_school(said, match, telling, known=known, lives=lives))
        for match, fact, value in named
        for known in (fact == PLACE or value in regions,)
        # "Bergen op Zoom" is not Bergen.
        if not any(_within(match.span(), other) for other in spans)
    ]
    # "Van Rijswijk naar Voorburg": where another place is named, none of them is sure.
    if None not in (of_school for *_, of_school in found):
        yield from ((fact, value) for fact, value, of_school in found if of_school)


def _of_school(
    said: str, name: re.Match[str], telling: Telling, *, known: bool, lives: bool
) -> bool | None:
    """Whether a name is that of the school's place; ``None`` where it is another place.

    A place in a region that is not ``known`` must be said to be it, stand by itself or begin.
    """
    head, alone = said[: name.start()].strip(), not said.replace(name[0], "", 1).strip()
    marked = f"{said[: name.start()]}0{said[name.end() :]}"
    compared = pattern(telling.compared).finditer(marked)
    if any(found.start(found.lastindex or 0) == name.start() for found in compared):
        return False
    if re.search(rf"(?:{source(telling.moved)})$", head):
        return True
    if lives and known and re.search(rf"(?:{source(telling.lives)})$", head):
        return True
    if re.search(rf"(?:{source(telling.going_to)})$", head):
        return None if known else False
    if re.search(rf"\b(?:{either(telling.not_place)})(?: van| de| het)*$", head):
        return None if known else False
    before = either(telling.place) if known else source(telling.elsewhere)
    long = known and len(name[0]) > SHORT
    begins = head in telling.place or not (known or head)
    return alone or long or begins or bool(re.search(rf"\b(?:{before})$", head))


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether ``span`` is a part of ``other``, which is longer."""
    return span != other and other[0] <= span[0] and span[1] <= other[1]

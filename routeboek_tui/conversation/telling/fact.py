"""The facts of a pupil that a sentence tells unasked, and the number that is all it says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from routeboek_tui.conversation.telling.count import Part, with_another
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.core.facts import PLACE, REGION, SECTOR
from routeboek_tui.core.said import Over
from routeboek_tui.library.content import Library
from routeboek_tui.library.language import Counting, Language, Telling
from routeboek_tui.library.ways import either, pattern, source
from routeboek_tui.library.wording import Text
from routeboek_tui.text.characters import plain, plain_name

AGE = "leeftijd"
YOUNGEST, ELDEST = 3, 23
"""Years between which a number can be the age of a pupil."""

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
    found: dict[str, set[str]] = {}
    for part, another in with_another(parts):
        if another or part.asks:
            continue
        for fact, value in _in_part(plain(text[part.start : part.end]), part, library):
            found.setdefault(fact, set()).add(value)
    return {fact: next(iter(values)) for fact, values in found.items() if len(values) == 1}


def age_in(text: str, parts: Sequence[Part], language: Language) -> int | None:
    """The age that ``text``, in figures, tells; ``None`` where it tells none, or two."""
    words, found = language.counting, set()
    for part, another in with_another(parts):
        if not (another or part.asks):
            found |= set(_ages(plain(_BROKEN.sub(" ", text[part.start : part.end])), words))
    return found.pop() if len(found) == 1 else None


def _ages(said: str, words: Counting) -> Iterator[int]:
    denied = [match.span() for match in pattern(words.no_age).finditer(said)]
    for match in pattern(words.age_within).finditer(said):
        at, to = match.span(match.lastindex or 0)
        after = said[match.end() :].strip()
        if any(start <= at and to <= end for start, end in denied) or _units(words).match(after):
            continue
        if YOUNGEST <= (age := int(said[at:to])) <= ELDEST:
            yield age


@lru_cache(maxsize=4)
def _units(words: Counting) -> re.Pattern[str]:
    """What stands after a number that is a count or a class, and no age."""
    counted = (*words.report, *words.times, *words.hour, *words.day, *words.half_day, *words.week)
    rest = either((*counted, *words.month, *words.whole, *words.of_class))
    return re.compile(rf"(?:e |de )?(?:ziekte?|school|les|klok)?(?:{rest})\b")


def _in_part(said: str, part: Part, library: Library) -> Iterator[tuple[str, str]]:
    telling, language = library.language.telling, library.language
    other = (*telling.not_now, *telling.of_adults)
    if pattern(other).search(said) or part.has(Over.PAST):
        return
    passing = pattern(language.counting.passing).sub(" ", said)
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
        # What someone did not do says nothing of the class they are in.
        near = before[-NEAR:] if fact in {SECTOR, AGE} else before
        denies = language.negators.intersection(near)
        # A wish or a doubt is about what goes on, and not about the class someone is in.
        if fact and not denies and (fact in {SECTOR, AGE} or not not_yet):
            yield fact, value
    yield from _places(said, library, doubted=doubted)


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


def _places(said: str, library: Library, *, doubted: bool) -> Iterator[tuple[str, str]]:
    """The gemeente or region that is named as that of the school.

    In what is ``doubted`` only a place that it begins with is sure.
    """
    telling = library.language.telling
    regions = frozenset(each.region for each in library.editions.values() if each.region)
    named = [
        (match, fact, value)
        for fact in (PLACE, REGION)
        for name, value in (_names(library.facts[fact]) if fact in library.facts else {}).items()
        if name in said  # to look for each of them by its pattern takes long
        for match in re.finditer(rf"\b{re.escape(name)}\b", said)
        if not doubted or not match.start()
    ]
    spans = [match.span() for match, *_ in named]
    found = [
        (fact, value, _of_school(said, match, telling, known=fact == PLACE or value in regions))
        for match, fact, value in named
        # "Bergen op Zoom" is not Bergen.
        if not any(_within(match.span(), other) for other in spans)
    ]
    # "Van Rijswijk naar Voorburg": where another place is named, none of them is sure.
    if None not in (of_school for *_, of_school in found):
        yield from ((fact, value) for fact, value, of_school in found if of_school)


def _of_school(said: str, name: re.Match[str], telling: Telling, *, known: bool) -> bool | None:
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
    if re.search(rf"\b(?:{either(telling.not_place)})(?: van| de| het)*$", head):
        return None if known else False
    before = either(telling.place) if known else source(telling.elsewhere)
    long = known and len(name[0]) > SHORT
    begins = head in telling.place or not (known or head)
    return alone or long or begins or bool(re.search(rf"\b(?:{before})$", head))


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether ``span`` is a part of ``other``, which is longer."""
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _names(text: Text) -> Mapping[str, str]:
    """The value by each of its names."""
    return {
        plain_name(name): value
        for value, choice in text.choices.items()
        for name in (choice.label, choice.short, *choice.synonyms)
        if name and "{" not in name
    }

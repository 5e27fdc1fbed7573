"""The numbers of a sentence with what they count, and what the words around each say of it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.telling.figures import LOOSE
from routeboek_tui.core.said import Count, Over, Unit, What
from routeboek_tui.library.language import Counting, Language
from routeboek_tui.library.ways import either, pattern, source

HOLIDAY, SCHOOL = "vakantie", "school"
"""Kinds of week."""

DAY = "§"
"""What stands for a day in a text from which the days are taken."""

THROUGH = r"(?: ?[-–] ?|,? (?:tot en met|t/m) )"
"""What stands between the first and the last day of a time, as a pattern."""

_SPAN_HEAD = re.compile(
    r"\b(?:in|binnen|over)(?: de| het)?(?: laatste| afgelopen| totaal)?\s*$"
    r"|\bde (?:laatste|afgelopen)\s*$"
)
_TELLS = re.compile(r"[^§0-9]*?\bdat\b")
_BESIDE = re.compile(r"(?<![\w.-])[0-9]{1,3}(?:\.5)?(?: ?[,;&+] ?|,? (?:en|plus) )$")
"""A bare number before another one: one of a row, of which nobody said that it is the whole."""

_NOT_SINCE = re.compile(
    rf"(?<!sinds )(?<!vanaf ){DAY}(?!,? (?:[a-z]+ ){{0,3}}[0-9]+(?:e|de|ste) keer)"
)
_RUNNING = frozenset((Unit.TIMES, Unit.REPORT))
_ENDS = frozenset(".!?;")
_REASONS = frozenset(What) - {What.ABSENT, What.ELSE}


class Mark(Struct, frozen=True):
    """Words of a text that say something of the numbers near them, by the ``name`` of it."""

    name: str
    start: int
    end: int


class Part(Struct, frozen=True):
    """A part of a sentence, from ``start`` to ``end``, with its marks.

    ``asks`` says it asks, ``less`` that what follows takes something off its numbers.
    """

    start: int
    end: int
    marks: tuple[Mark, ...]
    asks: bool = False
    less: bool = False

    def has(self, name: str) -> bool:
        """Whether one of its marks is called so."""
        return any(mark.name == name for mark in self.marks)

    def names(self, kind: type[What] | type[Over], start: int, end: int) -> frozenset[str]:
        """The marks of a kind that begin from ``start`` to ``end``."""
        found = (m.name for m in self.marks if start <= m.start < end)
        return frozenset(name for name in found if name in frozenset(kind))


class _Shapes(Struct, frozen=True):
    units: re.Pattern[str]
    bound: re.Pattern[str]
    vague: re.Pattern[str]
    least: re.Pattern[str]
    below: re.Pattern[str]
    or_so: re.Pattern[str]
    clock: re.Pattern[str]
    moment: re.Pattern[str]
    no_hours: re.Pattern[str]
    marks: Mapping[str, re.Pattern[str]]
    doubts: frozenset[str]
    beside: frozenset[str]


@lru_cache(maxsize=4)
def _shapes(words: Counting) -> _Shapes:
    named = {unit: either(getattr(words, unit)) for unit in Unit}
    prefixes = {
        Unit.REPORT: "(?:ziek(?:te)?[ -]?)?", Unit.DAY: "(?:ziek(?:te)?|school|les)?",
        Unit.HOUR: "(?:les|klok)?[ -]?", Unit.WEEK: "(?P<kind>school|kalender|vakantie)?",
    }  # fmt: skip
    units = "|".join(f"(?P<{u}>{prefixes.get(u, '')}(?:{each}))" for u, each in named.items())
    day = words.day[0]
    return _Shapes(
        units=re.compile(
            rf"(?<![\w/.-])(?P<n>{LOOSE}?-?[0-9]{{1,9}}(?:\.[0-9]+)?)(?P<rank>e|de|ste)?[ -]*"
            rf"(?:(?:{either(words.whole)})[ -]+)?(?:{units})\b"
            rf"|\b(?:school|les|ziekte)?{day}\s+(?P<nth>[0-9]{{1,9}})\b"
        ),
        bound=re.compile(
            rf"[,;:!?\n]|\.(?![0-9])|\b(?:{either((*words.parting, *words.of_which))})\b"
        ),
        vague=re.compile(rf"\b(?:{either(words.vague)})\W*$"),
        least=re.compile(rf"\b(?:{either(words.at_least)})\W*$"),
        below=re.compile(rf"\b(?:{either(words.below)})\W*$"),
        or_so=re.compile(rf"\s*\+|\W*(?:{either(words.or_so)})\b"),
        clock=re.compile(rf"\b(?:{either(words.clock)})\s*$"),
        moment=pattern(words.moment),
        no_hours=re.compile(rf"\b(?:{either(words.no_hours)}) ?$"),
        marks={
            **{name: pattern(ways) for name, ways in (*words.what, *words.over)},
            "passing": pattern((*words.passing, *words.as_reported, *words.day_anyway)),
            "opinion": pattern(words.opinion),
            "others": pattern(words.others),
            "pupil": pattern(words.pupil),
        },
        doubts=frozenset(),
        beside=words.beside | {*words.parting, *words.of_which},
    )


@lru_cache(maxsize=4)
def _adults(people: frozenset[str], do: tuple[str, ...], staff: frozenset[str]) -> re.Pattern[str]:
    """Somebody who is no pupil, and of whom the sentence goes on to tell something."""
    return re.compile(
        rf"\b(?:{either(people)})(?: van(?: \w+){{1,3}}?)? {source(do)}|\b(?:{either(staff)})\b"
    )


def parts_of(text: str, language: Language) -> tuple[Part, ...]:
    """The parts of ``text``, which is in figures, each with the marks in it."""
    shapes = _shapes(language.counting)
    marks = tuple(_marks(text, language, shapes))
    bounds = [
        match
        for match in shapes.bound.finditer(text)
        if not any(m.start < match.end() and match.start() < m.end for m in marks)
    ]
    edges = [0, *(match.end() for match in bounds), len(text)]
    signs = [*(match[0] for match in bounds), ""]
    return tuple(
        Part(
            start,
            end,
            tuple(m for m in marks if start <= m.start < end),
            asks=sign == "?",
            less=sign in language.counting.of_which,
        )
        for start, end, sign in zip(edges, edges[1:], signs, strict=False)
    )


def _marks(text: str, language: Language, shapes: _Shapes) -> Iterator[Mark]:
    """The marks in ``text``: of those that overlap the longest."""
    found = [
        Mark(name, match.start(), match.end())
        for name, ways in shapes.marks.items()
        for match in ways.finditer(text)
    ]
    first = pattern(language.counting.pupil_first).match(text)
    found += [Mark("pupil", *first.span())] if first else []
    adults = _adults(language.people, language.people_do, language.staff)
    found += [Mark("others", m.start(), m.end()) for m in adults.finditer(text)]
    found += [Mark(Over.PART, m.start(), m.end()) for m in _NOT_SINCE.finditer(text)]
    for word in re.finditer(r"\w+", text):
        for name, words in (("denied", language.negators), ("doubted", language.doubts)):
            if word[0] in words:
                found.append(Mark(name, word.start(), word.end()))
    taken: list[Mark] = []
    for mark in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if not any(mark.start < t.end and t.start < mark.end for t in taken):
            taken.append(mark)
            yield mark


def counted(text: str, parts: Sequence[Part], words: Counting) -> tuple[Count, ...]:
    """What ``text``, which is in figures, counts in its ``parts``."""
    shapes = _shapes(words)
    every = _reasons(parts)
    beside = {part: _reasons(each) or every for each in sentences(text, parts) for part in each}
    found: list[Count] = []
    past = False
    for part, another in with_another(parts):
        over = part.names(Over, part.start, part.end)
        past = Over.PAST in over or (past and not over)
        for count in _in_part(text, part, shapes):
            what, since = count.what, count.over | ({Over.PAST} if past else frozenset())
            long = count.unit in {Unit.WEEK, Unit.MONTH}
            reasons = beside[part] - ({What.LATE} if count.unit is Unit.HOUR else frozenset())
            if not (long or count.own or count.strange) and not what and len(reasons) == 1:
                what = reasons
            found.append(replace(count, another=another, what=what, over=since))
    return tuple(found)


def _reasons(parts: Iterable[Part]) -> frozenset[What]:
    """The reasons that are named in ``parts``, whichever number they belong to."""
    found = (name for part in parts for name in part.names(What, part.start, part.end))
    return _REASONS & frozenset(map(What, found))


def sentences(text: str, parts: Iterable[Part]) -> Iterator[list[Part]]:
    """The parts of ``text``, those of one sentence together."""
    sentence: list[Part] = []
    for part in parts:
        sentence.append(part)
        if text[part.start : part.end].strip()[-1:] in _ENDS:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def with_another(parts: Iterable[Part]) -> Iterator[tuple[Part, bool]]:
    """Every part, and whether it is about somebody else: until the pupil is named again."""
    another = False
    for part in parts:
        another = part.has("others") or (another and not part.has("pupil"))
        yield part, another


def _in_part(text: str, part: Part, shapes: _Shapes) -> Iterator[Count]:
    matches = list(shapes.units.finditer(text, part.start, part.end))
    moments = [m.span() for m in shapes.moment.finditer(text, part.start, part.end)]
    matches = [match for match in matches if not _no_count(text, match, part, shapes, moments)]
    matches = [match for match in matches if not _article(match, matches)]
    spans = [m for m in matches if _is_span(text, m)]
    every = part.names(What, part.start, part.end)
    for place, match in enumerate(matches):
        left = matches[place - 1].end() if place else part.start
        right = matches[place + 1].start() if place + 1 < len(matches) else part.end
        head, tail = text[left : match.start()], text[match.end() : right]
        begin = _clause(text, part) if not place else match.start()
        what = part.names(What, min(begin, match.start()), right)
        unit = _unit(match)
        own = bool(what)
        if not what and unit not in {Unit.WEEK, Unit.MONTH}:
            what = every
        number = match["n"] or match["nth"]
        span = next((each for each in spans if each is not match), None)
        over = part.names(Over, left, right)
        running = unit in _RUNNING or Over.ROW in over
        if match["rank"] and running and _only_days(text, part, left, right):
            over -= {Over.PART}  # what came to so many on a day, is so many
        yield Count(
            unit=unit,
            number=number.removeprefix(LOOSE),
            start=match.start(),
            end=match.end(),
            rank=bool(match["rank"] or match["nth"]),
            what=frozenset(map(What, what)),
            own=own,
            over=frozenset(map(Over, over)),
            span=span["n"] if span else "",
            span_unit=_unit(span) if span else Unit.WEEK,
            denied=any(m.name == "denied" and left <= m.start < right for m in part.marks),
            exact=not (
                number.startswith(LOOSE)
                or (part.less and unit is not Unit.WEEK)
                or ("." in number and not (unit is Unit.HOUR and number.endswith(".5")))
                or (unit is Unit.HOUR and _in_a_row(text, match.start(), shapes))
                or shapes.vague.search(head)
                or shapes.or_so.match(tail)
            ),
            doubted=part.asks or part.has("doubted") or part.has("opinion"),
            opinion=part.has("opinion"),
            strange=_strange(text, match.end(), right, part, shapes),
            kind=match["kind"] or ("vakantie" if "vakantie" in tail else ""),
            within=_is_span(text, match),
            least=bool(shapes.least.search(head)),
            below=bool(shapes.below.search(head)),
        )


def _clause(text: str, part: Part) -> int:
    """Where what is told in ``part`` begins: behind "dat", unless what stands before it denies."""
    said = _TELLS.match(text, part.start, part.end)
    if said is None or any(
        mark.name in {"denied", "doubted"} and mark.start < said.end() for mark in part.marks
    ):
        return part.start
    return said.end()


def _only_days(text: str, part: Part, start: int, end: int) -> bool:
    """Whether all that says that it is of a part of the time there, is a day."""
    marks = (m for m in part.marks if m.name == Over.PART and start <= m.start < end)
    return all(text[mark.start] == DAY for mark in marks)


def _no_count(
    text: str,
    match: re.Match[str],
    part: Part,
    shapes: _Shapes,
    moments: Iterable[tuple[int, int]],
) -> bool:
    """Whether it says when something is: the time of day, or how long ago or ahead."""
    head = text[part.start : match.start()]
    if _unit(match) is Unit.HOUR and shapes.clock.search(head):
        return True
    return any(start <= match.start() < end for start, end in moments)


def _article(match: re.Match[str], matches: Iterable[re.Match[str]]) -> bool:
    """Whether the number is the article of what was counted before: "5 keer een ziekmelding"."""
    one = _unit(match) is Unit.REPORT and match["n"] == "1" and not match["rank"]
    return one and any(
        _unit(each) is Unit.TIMES and each.start() < match.start() for each in matches
    )


def _in_a_row(text: str, start: int, shapes: _Shapes) -> bool:
    """Whether the hours at ``start`` stand in a row of numbers, of which nobody said it is all."""
    beside = _BESIDE.search(text, 0, start)
    return beside is not None and not shapes.no_hours.search(text, 0, beside.start())


def _is_span(text: str, match: re.Match[str]) -> bool:
    long = _unit(match) in {Unit.WEEK, Unit.MONTH, Unit.DAY, Unit.OTHER_DAY}
    return long and bool(_SPAN_HEAD.search(text, 0, match.start()))


def _unit(match: re.Match[str]) -> Unit:
    return next((unit for unit in Unit if match[unit]), Unit.DAY)


def _strange(text: str, start: int, end: int, part: Part, shapes: _Shapes) -> bool:
    """Whether words stand behind a number of which the guide does not know what they do to it."""
    for word in re.finditer(r"[a-z]\w*", text[start:end]):
        at = start + word.start()
        marked = any(m.start <= at < m.end for m in part.marks)
        if not marked and word[0] not in shapes.beside:
            return True
    return False

"""What the walk surely knows of a field: what was answered, counted, passed, and who sits there."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import Situation, holds, may_hold
from routeboek_tui.core.letter import ANY, BIRTH_DATE, MARK, TABLE, Field, FieldType, Option
from routeboek_tui.core.policy.reached import SICK
from routeboek_tui.core.terms.days import known_days
from routeboek_tui.core.trail import Trail
from routeboek_tui.text import dates
from routeboek_tui.text.characters import words_in
from routeboek_tui.text.enumeration import all_of

REPORTS, FIRST_DAY = "data", "eerste_ziektedag"
"""The inputs that are days on which the pupil was away."""

FROM, UP_TO = "#<", "#>"
"""In the words of a field: where the first and the last of its days stand."""

OVERLEG = "overleg"
"""Whose word is what the meeting of the school is called: MDO or JES."""

BY_DAY = ";"
"""What parts the days of a count by day."""


Reading: TypeAlias = Callable[[Mapping[str, str], Situation], Mapping[str, str]]


def _as_typed(given: Mapping[str, str], _: Situation) -> Mapping[str, str]:
    return given


class Passed(Struct, frozen=True):
    """A step that was surely passed: its policy, what was chosen and counted, who sits there."""

    step: str
    policy: str = ""
    taken: tuple[str, ...] = ()
    given: Mapping[str, str] = {}
    seats: tuple[str, ...] = ()

    def shows(self, evidence: str) -> bool:
        """Whether this is the step, or the answer, that ``evidence`` names."""
        step, dot, choice = evidence.partition(".")
        if step != self.step:
            return False
        return not dot or choice in self.taken or (choice == ANY and bool(self.taken))


class Evidence(Struct, frozen=True):
    """All that was surely passed on the way here, in its order, and what was said beside it."""

    passed: tuple[Passed, ...]
    answers: Answers
    facts: Situation

    @classmethod
    def of(cls, trails: Iterable[Trail], read: Reading = _as_typed) -> "Evidence":
        """The evidence of the trails along every route, the last one last.

        ``read`` gives what was counted of illness as it is read, with the facts of its route.
        """
        legs = tuple(trails)
        passed = tuple(
            replace(each, given=read(each.given, leg.known)) if each.policy == SICK else each
            for leg in legs
            for each in _passed(leg)
        )
        return cls(passed, legs[-1].answers, legs[-1].known)

    @property
    def began(self) -> date | None:
        """The first day the walk knows of on which the pupil was away."""
        days = [*self.answers.dates.values()]
        for each in self.passed:
            written = [*each.given.get(REPORTS, "").split(","), each.given.get(FIRST_DAY, "")]
            days += [day for text in written if (day := dates.exact(text))]
        return min(days, default=None)

    def known(self, field: Field, steps: Iterable[str], word: Callable[[str], str]) -> str:
        """What is known of ``field``, as it would be typed; "" for nothing.

        ``steps`` are those of the letter, ``word`` is the word for who sits at a table.
        """
        if field.walk == TABLE:
            return all_of([_inside(word(seat)) for seat in self._seats(frozenset(steps))])
        if field.options:
            return self._chosen(field)
        said = self._said_day(field, words_in(word(OVERLEG))) if field.day else ""
        if said or (field.type is FieldType.DATE and field.day):
            return said
        if heard := self.answers.said.fields.get(field.name, ""):
            return heard
        if field.counted:
            return "\n".join(self._counted(field.counted))
        return self._said(field.walk)

    def fitting(self, field: Field) -> tuple[Option, ...]:
        """The options that can be so, with these facts."""
        return tuple(each for each in field.options if may_hold(each.when, self.facts))

    def _seats(self, steps: frozenset[str]) -> tuple[str, ...]:
        found = [each.seats for each in self.passed if each.step in steps and each.seats]
        return found[-1] if found else ()

    def _chosen(self, field: Field) -> str:
        found = [
            option.say
            for each in self.passed
            for option in self.fitting(field)
            if holds(option.when, self.facts) and any(map(each.shows, option.walk))
        ]
        if field.lines:
            return "\n".join(dict.fromkeys(found))
        return found[-1] if found else ""

    def _counted(self, lines: Mapping[str, str]) -> Iterator[str]:
        """Lines of the last count: another absence is no business of who reads of this one."""
        last = next((each for each in reversed(self.passed) if each.given), None)
        for name, words in lines.items() if last else ():
            policy, _, given = name.partition(".")
            if last and policy == last.policy and (number := last.given.get(given, "")) not in "0":
                line = words
                for mark, day in zip((FROM, UP_TO), _ends(number), strict=True):
                    line = line.replace(mark, day)
                yield line.replace(MARK, _written(number))

    def _said_day(self, field: Field, overleg: Collection[str]) -> str:
        known = known_days(self.answers)
        names = [name for name in field.day if name in known]
        # Of two meetings it is the one that sits at this table.
        own = [name for name in names if name.rpartition("_")[2] in overleg]
        days, last = {known[name] for name in own or names}, known.get(field.until)
        day = days.pop() if len(days) == 1 else None
        if day is None or not {each.step for each in self.passed}.isdisjoint(field.over):
            return ""
        if not field.until:
            return dates.short(day)
        line = next((words for words in field.counted.values() if FROM in words), "")
        return (
            line.replace(FROM, dates.write(day)).replace(UP_TO, dates.write(last)) if last else ""
        )

    def _said(self, walk: str) -> str:
        policy, _, given = walk.partition(".")
        day = self.answers.born if walk == BIRTH_DATE else self.answers.dates.get(walk)
        if day or not given:
            return dates.short(day) if day else ""
        found = [p.given[given] for p in self.passed if p.policy == policy and given in p.given]
        return found[-1] if found else ""


def _passed(trail: Trail) -> Iterator[Passed]:
    steps, sure = trail.flow.steps, trail.certain_steps
    given = {(each.step, each.visit): each.given for each in trail.used}
    taken = [{(v.step, v.visit): v.taken for v in way.visits} for way in trail.branches]
    for visit in trail.main.visits:
        key, step = (visit.step, visit.visit), steps[visit.step]
        if visit.step not in sure:
            continue
        agreed = all(way.get(key) == visit.taken for way in taken)
        at_table = (
            seat.actor
            for seat in step.table
            if (holds if seat.sure else may_hold)(seat.when, trail.known)
            and not (seat.after and sure.isdisjoint(seat.after))
        )
        yield Passed(
            visit.step,
            step.policy,
            visit.taken if agreed and not visit.assumed else (),
            given.get(key, {}),
            tuple(dict.fromkeys(at_table)),
        )


def _inside(word: str) -> str:
    """A word as it stands in a sentence; an abbreviation keeps its capitals."""
    return word if word[1:2].isupper() else f"{word[:1].lower()}{word[1:]}"


def _ends(number: str) -> tuple[str, str]:
    """The first and the last day of a count by day."""
    days = sorted(day for each in number.split(BY_DAY) if (day := dates.exact(each.split("=")[0])))
    return (dates.write(days[0]), dates.write(days[-1])) if days else ("", "")


def _written(number: str) -> str:
    """A count as typed, or days written as ``2026-03-12`` as people write them.

    Behind each day of a count by day stands its number.
    """
    if "=" in number:
        counted = sorted(each.split("=") for each in number.split(BY_DAY))
        found = ((dates.exact(day), much) for day, much in counted)
        return "; ".join(f"{dates.short(day)}: {much}" for day, much in found if day)
    days = [dates.exact(each) for each in number.split(",")]
    return ", ".join(dates.short(day) if day else number for day in days)

"""What a sentence says besides what it is about, and what of it has no place yet."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from routeboek_tui.core.facts import UNASKED

DAY = "dag"
"""What stands before the name of a day that was said, where it is a place."""


class Unit(StrEnum):
    """What is counted."""

    REPORT = "report"
    TIMES = "times"
    HOUR = "hour"
    HALF_DAY = "half_day"
    DAY = "day"
    OTHER_DAY = "other_days"
    WEEK = "week"
    MONTH = "month"


class What(StrEnum):
    """What a number is about, in the words around it."""

    SICK = "sick"
    LATE = "late"
    UNAUTHORISED = "unauthorised"
    AUTHORISED = "authorised"
    SUSPENDED = "suspended"
    ABSENT = "absent"
    """Away, without saying why."""
    ELSE = "else"


class Over(StrEnum):
    """Over which time something is counted."""

    ROW = "row"
    APART = "apart"
    """Added up, or expressly not in a row."""
    YEAR = "year"
    RUNNING = "running"
    SINCE = "since"
    EARLIER = "earlier"
    """Before what goes on now, which comes on top of it."""
    PAST = "past"
    RATE = "rate"
    """So many in every week or month."""
    PART = "part"
    """A week or a month of its own."""


class Count(Struct, frozen=True):
    """One number in its sentence: what, how many, over which time, of whom, denied and exact.

    ``number`` is as typed, with a point where it is not whole; ``rank`` says "5e". ``span`` is the
    number of ``weeks`` it falls in, or of another unit, "" where none is said. ``own`` says that
    the words beside it tell what it is about; else ``what`` is what the sentence is about.
    ``strange`` words stand beside it that may make it about something else; ``doubted`` is what
    is asked, wished or supposed, ``opinion`` what somebody says who does not count. ``kind`` is
    what sort of week, "" for any; one that is not exact may be so many ``least``, or surely
    ``below`` that; ``within`` says that it is itself a span. ``start`` and ``end``
    are its place.
    """

    unit: Unit
    number: str
    start: int
    end: int
    rank: bool = False
    what: frozenset[What] = frozenset()
    own: bool = False
    over: frozenset[Over] = frozenset()
    span: str = ""
    span_unit: Unit = Unit.WEEK
    another: bool = False
    denied: bool = False
    exact: bool = True
    doubted: bool = False
    strange: bool = False
    kind: str = ""
    within: bool = False
    opinion: bool = False
    least: bool = False
    below: bool = False


class Said(Struct, frozen=True):
    """What was said and has no place yet.

    ``facts`` are values by fact, ``dates`` the days of facts that are a date, ``counts`` what a
    policy reckons with by policy and input, and ``choices`` those of a step. ``days`` are those of
    no fact, by what they are the day of; they are never asked, and keep their place here.
    ``perhaps`` are values of facts, and choices of steps, that it sounded like and that are not
    certain: they are asked first. ``likely`` is what the next step is answered by, whichever that
    is: its choice, or the few that are named there.
    ``fields`` is what only a letter asks for, in words of the guide, by field.
    ``undone`` are deeds, as "step#action", of which it was said that nobody did them yet.
    ``alike`` are by step those others, waiting for somebody, that the same words sound like.
    """

    facts: Mapping[str, str] = field(default_factory=dict)
    birth_date: date | None = None
    dates: Mapping[str, date] = field(default_factory=dict)
    counts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    days: Mapping[str, date] = field(default_factory=dict)
    perhaps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    undone: tuple[str, ...] = ()
    likely: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alike: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is anything that can be an answer."""
        return replace(self, fields={}, alike={}) != Said()

    def also(self, later: "Said") -> "Said":
        """This, with what was said ``later``, which goes before it."""
        return Said(
            {**self.facts, **later.facts},
            later.birth_date or self.birth_date,
            {**self.dates, **later.dates},
            {**self.counts, **later.counts},
            {**self.choices, **later.choices},
            {**self.days, **later.days},
            {**self.perhaps, **later.perhaps},
            {**self.fields, **later.fields},
            tuple(sorted({*self.undone, *later.undone})),
            {**self.likely, **later.likely},
            {**self.alike, **later.alike},
        )

    def agreeing(self, other: "Said") -> "Said":
        """This, with what the ``other`` says, but for the facts of which the two differ."""
        both = self.also(other)
        facts = {
            fact: value
            for fact, value in both.facts.items()
            if self.facts.get(fact, value) == other.facts.get(fact, value)
        }
        return replace(both, facts=facts)

    def without_fact(self, fact: str) -> "Said":
        """This, once a fact has found its place."""
        return replace(
            self,
            facts={name: value for name, value in self.facts.items() if name != fact},
            birth_date=None if fact == "leeftijd" else self.birth_date,
            dates={name: day for name, day in self.dates.items() if name != fact},
            perhaps={name: values for name, values in self.perhaps.items() if name != fact},
        )

    @property
    def places(self) -> frozenset[str]:
        """What is known by it: facts, steps, inputs as "policy.input", days as "dag.name"."""
        inputs = (f"{policy}.{name}" for policy, given in self.counts.items() for name in given)
        days = (f"{DAY}.{name}" for name in self.days)
        born = ("leeftijd",) if self.birth_date else ()
        return frozenset((*self.facts, *self.dates, *self.choices, *inputs, *days, *born))

    @property
    def unasked(self) -> dict[str, str]:
        """The facts in it that are never asked, and so have their place at once."""
        return {fact: value for fact, value in self.facts.items() if fact in UNASKED}

    def without_step(self, step: str, policy: str) -> "Said":
        """This, once a step with its policy has found its answer."""
        return replace(
            self,
            counts={name: given for name, given in self.counts.items() if name != policy},
            choices={name: taken for name, taken in self.choices.items() if name != step},
            perhaps={name: maybe for name, maybe in self.perhaps.items() if name != step},
            likely={name: taken for name, taken in self.likely.items() if name != step},
        )

    def doubting(self, steps: Iterable[str]) -> "Said":
        """This, in which each of ``steps`` is only perhaps what it was taken for."""
        rest, both = self, dict[str, tuple[str, ...]]()
        for step in steps:
            both[step] = (*self.choices.get(step, ()), *self.likely.get(step, ()))
            rest = rest.without_step(step, "")
        return replace(rest, perhaps={**rest.perhaps, **both})

    def once_answered(self, waiting: Collection[str]) -> "Said":
        """This, once a step was answered by who was asked.

        What it sounds like at a step that is ``waiting`` for somebody may have been said of before.
        """
        one = {step: taken for step, taken in self.likely.items() if len(taken) == 1}
        before = {step: taken for step, taken in one.items() if step in waiting}
        left = {step: taken for step, taken in one.items() if step not in waiting}
        return replace(self, perhaps={**self.perhaps, **before}, likely=left)

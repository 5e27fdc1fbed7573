"""What was answered so far. A conversation is nothing but this value."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from routeboek_tui.core.facts import DATED, UNLESS_SAID
from routeboek_tui.core.safety import SAFETY, Safety
from routeboek_tui.core.said import Said

OF_BIRTH = frozenset({"leeftijd", *UNLESS_SAID})
"""The facts that a date of birth settles."""


class Answer(Struct, frozen=True):
    """The answer to one visit of one step.

    ``choices`` is empty for "weet ik nog niet". ``given`` holds the numbers and
    dates from which the step's policy draws the choice, as typed; then the walk asks the
    policy, and ``choices`` says only what was chosen of what the numbers leave open. ``on`` is the
    day the step took place; without it that is the day of the replay.
    """

    step: str
    visit: int = 1
    choices: tuple[str, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    on: date | None = None

    @property
    def unknown(self) -> bool:
        """Whether this says "weet ik nog niet"."""
        return not self.choices and not self.given


class Ticked(Struct, frozen=True):
    """An action at a visit of a step that was said to be done."""

    step: str
    visit: int
    action: str


class Answers(Struct, frozen=True):
    """All answers of one conversation: the facts, and the steps in the order they were given.

    ``facts`` maps a fact to its value, or to ``facts.UNKNOWN`` when it was asked
    and is not known yet. ``birth_date`` replaces the fact ``leeftijd`` and gives
    the age on the day of each step. ``dates`` are those of the facts that are a date.

    A case that is running already begins at the step ``start`` ("" is where the route begins);
    ``done`` are steps of the route that were done before, ``ticked`` what was done on the way.
    ``supposed`` says that it is not certain
    that the case is on this route at all. ``began`` is the day the walk began; without it that is
    the day of the replay. ``safety`` is what was said about danger, ``said`` what else was said and
    has no place yet.
    """

    facts: Mapping[str, str] = field(default_factory=dict)
    steps: tuple[Answer, ...] = ()
    birth_date: date | None = None
    dates: Mapping[str, date] = field(default_factory=dict)
    start: str = ""
    done: tuple[str, ...] = ()
    supposed: bool = False
    began: date | None = None
    safety: Safety = field(default_factory=Safety)
    said: Said = field(default_factory=Said)
    ticked: tuple[Ticked, ...] = ()

    @property
    def born(self) -> date | None:
        """The date of birth, also where it was said in passing."""
        return self.birth_date or self.said.birth_date

    @property
    def unasked(self) -> dict[str, str]:
        """What is known of the facts that are never asked."""
        told = {**UNLESS_SAID, **self.facts}
        return {fact: told[fact] or otherwise for fact, otherwise in UNLESS_SAID.items()}

    def find(self, step: str, visit: int) -> Answer | None:
        """The answer to this visit of this step, if it was given."""
        for answer in self.steps:
            if answer.step == step and answer.visit == visit:
                return answer
        return None

    def having(self, answer: Answer) -> "Answers":
        """The same answers with ``answer`` in its place; a new one comes last."""
        key = (answer.step, answer.visit)
        if any((given.step, given.visit) == key for given in self.steps):
            steps = tuple(
                answer if (given.step, given.visit) == key else given for given in self.steps
            )
        else:
            steps = (*self.steps, answer)
        return replace(self, steps=steps)

    def with_fact(self, fact: str, value: str) -> "Answers":
        """The same answers with this value for ``fact``."""
        birth_date = None if fact in OF_BIRTH else self.birth_date
        dates = {name: day for name, day in self.dates.items() if name != fact}
        facts = {**self.facts, fact: value}
        safety = self.safety.answered(value) if fact == SAFETY else self.safety
        return replace(self, facts=facts, birth_date=birth_date, dates=dates, safety=safety)

    def with_date(self, fact: str, day: date) -> "Answers":
        """The same answers with the day of a fact that is a date."""
        facts = {**self.facts, fact: DATED}
        return replace(self, facts=facts, dates={**self.dates, fact: day})

    def with_birth_date(self, birth_date: date) -> "Answers":
        """The same answers with the age taken from a date of birth."""
        facts = {fact: value for fact, value in self.facts.items() if fact not in OF_BIRTH}
        return replace(self, facts=facts, birth_date=birth_date)

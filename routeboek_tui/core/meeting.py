"""A meeting about a pupil as a value: who is there, what they see and agree. None of it is kept.

A meeting does not move the route: a position is no answer, and nothing is decided by counting.
"""

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace


class Part(StrEnum):
    """The parts of a meeting, in order."""

    ROLL = "roll"
    SITUATION = "situation"
    OWN_WORDS = "own_words"
    ANALYSIS = "analysis"
    POSITIONS = "positions"
    AGREEMENTS = "agreements"
    STAGES = "stages"
    REGIE = "regie"
    EVALUATION = "evaluation"
    CONSENT = "consent"
    OUT = "out"


class Layer(StrEnum):
    """Where something that raises or lowers the absence lies."""

    PUPIL = "pupil"
    HOME = "home"
    SCHOOL = "school"


class Side(StrEnum):
    """What it does to the absence."""

    RAISES = "raises"
    LOWERS = "lowers"


class Here(StrEnum):
    """Whether a party is there; nothing is known of one that was not called yet."""

    PRESENT = "present"
    ABSENT = "absent"
    LEFT = "left"
    """Was there, and went before the end."""


class Factor(Struct, frozen=True):
    """A line of the analysis. It enters a report only when ``ticked``."""

    layer: Layer
    side: Side
    text: str
    ticked: bool = False


class OwnWords(Struct, frozen=True):
    """A line of the pupil's own sheet: the ``question`` of ``content/overleg.yaml`` it answers.

    It enters a report only when ``ticked``.
    """

    question: str
    text: str
    ticked: bool = False


class Position(Struct, frozen=True):
    """What a party says to a question: a choice of the step, "" for "weet ik nog niet".

    The line of ``why`` enters a paper only when ``ticked``.
    """

    choice: str
    why: str = ""
    ticked: bool = False


_Line = TypeVar("_Line", Factor, OwnWords, Position)


class Agreement(Struct, frozen=True):
    """Who does what by when; ``who`` and ``by`` can be open, and that is told.

    ``who`` is a word for a party, never a name. ``by`` is a calendar day. ``place`` is the action
    of the advice it comes from, "" for a free one.
    """

    who: str
    what: str
    by: date | None = None
    place: str = ""


class Stage(Struct, frozen=True):
    """A row of the step-up timetable: in which week, which days and hours, where, with whom."""

    week: str
    when: str
    where: str = ""
    adult: str = ""
    else_: str = field(default="", name="else")
    """What happens when it does not work."""


class Evaluation(Struct, frozen=True):
    """When the table looks again: a calendar day, or explicitly left ``open``.

    ``meets`` is the day of the next meeting, where that is another one.
    """

    on: date | None = None
    open: bool = False
    meets: date | None = None

    @property
    def settled(self) -> bool:
        """Whether the table decided on it."""
        return self.open or self.on is not None

    @property
    def next_meeting(self) -> date | None:
        """The day on which people are asked to come again."""
        return self.meets or self.on


class Meeting(Struct, frozen=True):
    """One meeting about one pupil. ``kind`` is one of ``content/overleg.yaml``.

    ``roll`` is by party (an actor of ``content/actors.yaml``). ``positions`` is by step of the
    route and then by party, and ``outcomes`` by step the choice that became the answer, "" for
    "weet ik nog niet"; a question that is not among them was left open. ``consent`` says of each
    party that was asked whether it agrees with all that was agreed. ``reported`` is whether
    unauthorised absence was reported, ``None`` as long as nobody said so.
    """

    kind: str
    roll: Mapping[str, Here] = field(default_factory=dict)
    reported: bool | None = None
    factors: tuple[Factor, ...] = ()
    own_words: tuple[OwnWords, ...] = ()
    positions: Mapping[str, Mapping[str, Position]] = field(default_factory=dict)
    outcomes: Mapping[str, str] = field(default_factory=dict)
    agreements: tuple[Agreement, ...] = ()
    stages: tuple[Stage, ...] = ()
    regie: str = ""
    evaluation: Evaluation = field(default_factory=Evaluation)
    consent: Mapping[str, bool] = field(default_factory=dict)
    held_on: date | None = None

    @property
    def agreed(self) -> bool:
        """Whether there is anything to agree with: who does what, or how school is built up."""
        return bool(self.agreements or self.stages)


class Case(Struct, frozen=True):
    """What a meeting about several pupils keeps of one: the initials the chair typed, and the rest.

    ``initials`` are at most four letters.
    """

    initials: str
    agreements: tuple[Agreement, ...]
    regie: str
    evaluation: Evaluation


def asked_anew(before: Meeting, now: Meeting) -> Meeting:
    """``now``, without a consent that was given to something else."""
    if now.consent != before.consent or _to_agree_with(now) == _to_agree_with(before):
        return now
    return replace(now, consent={})


def _to_agree_with(meeting: Meeting) -> tuple[object, ...]:
    return (meeting.agreements, meeting.stages, meeting.regie, meeting.evaluation)


def without(meeting: Meeting, actors: Collection[str]) -> Meeting:
    """``meeting`` without these parties: it is as if they were never called, nor asked anything."""
    said = {
        step: {party: each for party, each in views.items() if party not in actors}
        for step, views in meeting.positions.items()
    }
    return replace(
        meeting,
        roll={party: here for party, here in meeting.roll.items() if party not in actors},
        positions={step: views for step, views in said.items() if views},
        consent={party: each for party, each in meeting.consent.items() if party not in actors},
    )


def reasons(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """Where there is a line of why: the step of the route, and the party that gave it."""
    return tuple(
        (step, party)
        for step, said in meeting.positions.items()
        for party, position in said.items()
        if position.why
    )


def turned(meeting: Meeting, numbers: Collection[int]) -> Meeting:
    """``meeting`` with these lines ticked, or no longer.

    They are numbered from 1: the analysis, the pupil's own lines, and then the lines of why.
    """
    own = len(meeting.factors) + 1
    why = own + len(meeting.own_words)
    turn = {place for n, place in enumerate(reasons(meeting), why) if n in numbers}
    return replace(
        meeting,
        factors=tuple(_turned(f, n in numbers) for n, f in enumerate(meeting.factors, 1)),
        own_words=tuple(_turned(o, n in numbers) for n, o in enumerate(meeting.own_words, own)),
        positions={
            step: {party: _turned(each, (step, party) in turn) for party, each in said.items()}
            for step, said in meeting.positions.items()
        },
    )


def _turned(line: _Line, turn: bool) -> _Line:
    return replace(line, ticked=not line.ticked) if turn else line


def differing(positions: Mapping[str, Position]) -> bool:
    """Whether parties that know what they think say different things; not knowing is no view."""
    return len({each.choice for each in positions.values() if each.choice}) > 1


def open_points(agreement: Agreement) -> tuple[str, ...]:
    """What an agreement lacks: "who", "by", both or nothing."""
    lacks = (("who", not agreement.who.strip()), ("by", agreement.by is None))
    return tuple(name for name, lacking in lacks if lacking)


class Stand(Struct, frozen=True):
    """Where a meeting stands on the wall: at which part, and ``at`` what within it.

    ``notes`` are what was just told, ``aside`` what lies over the wall until the next line.
    ``answered`` is how many answers the route got by what led here, and ``depth`` how many the talk
    had then: going back takes them back, unless the talk went on since. ``doubt`` is what was asked
    about once, and is meant when it is typed again.
    """

    meeting: Meeting
    part: Part = Part.ROLL
    at: str = ""
    page: int = 0
    notes: tuple[str, ...] = ()
    aside: str = ""
    answered: int = 0
    depth: int = 0
    doubt: str = ""


def after(part: Part, by: int = 1) -> Part:
    """The part that comes ``by`` parts later; the first and the last stay what they are."""
    order: list[Part] = [*Part]
    return order[min(max(order.index(part) + by, 0), len(order) - 1)]

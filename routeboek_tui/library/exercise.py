"""A case to practise with, as its file tells it: only what the guide cannot work out itself."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from routeboek_tui.core.flow import Source


class Known(Struct, frozen=True):
    """Something that can be asked, and what comes of asking ``of`` whom (an actor).

    Of ``answer``, ``withheld`` (why such a one may not tell) and ``unknown`` (why nobody there
    knows) one is filled in. ``at`` is the step whose question it helps to answer, "" for
    none. It can be asked from the question of the step ``since`` on, "" for where the way itself
    says so.
    """

    question: str
    of: str
    answer: str = ""
    withheld: str = ""
    unknown: str = ""
    at: str = ""
    since: str = ""
    line: int = 1

    @property
    def told(self) -> str:
        """What the trainee hears."""
        return self.answer or self.withheld or self.unknown


class Said(Struct, frozen=True):
    """The right answer to a step: its choices, or what its policy reckons with, or both.

    Neither is "weet ik nog niet". ``on`` is the day of the step, where that is not the day of
    the case. ``meanwhile`` is what happened since the step asked before.
    """

    step: str
    choices: tuple[str, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    on: date | None = None
    meanwhile: str = ""
    line: int = 1


class Both(Struct, frozen=True):
    """A step at which each of ``choices`` is right.

    The sources differ there, as ``conflict`` says, or the story allows both, as ``why`` says.
    """

    step: str
    choices: tuple[str, ...]
    conflict: str = ""
    why: str = ""
    line: int = 1


class Trap(Struct, frozen=True):
    """Where a reasonable person goes wrong, and ``why`` it is wrong.

    That is a ``choice`` at the question of ``step``, or a ``thought`` there: what someone believes
    or wants to do that is no choice of the route.
    """

    step: str
    why: str
    choice: str = ""
    thought: str = ""
    sources: tuple[Source, ...] = ()
    line: int = 1


class Exercise(Struct, frozen=True):
    """A case. ``author`` wrote it and ``checked`` held it against the sources: letters, no names.

    ``day`` is the day on which it is asked, ``teller`` the actor who tells the story. The way
    begins on ``route`` (a route, or the flow of one edition) at ``start`` ("" for its beginning)
    with ``facts``, ``dates`` and the kind of ``danger`` known, and stands at the step ``ends``
    after the answers of ``way``; it goes on through a door by itself. ``file`` is where it stands,
    for a problem, and ``line`` of each of its parts is where in that.
    """

    id: str
    title: str
    teaches: str
    author: str
    checked: str
    day: date
    teller: str
    route: str
    ends: str
    story: str
    facts: Mapping[str, str]
    ask: tuple[Known, ...]
    way: tuple[Said, ...]
    traps: tuple[Trap, ...]
    sources: tuple[Source, ...]
    dates: Mapping[str, date] = field(default_factory=dict)
    birth_date: date | None = None
    start: str = ""
    done: tuple[str, ...] = ()
    danger: str = ""
    both: tuple[Both, ...] = ()
    file: str = ""

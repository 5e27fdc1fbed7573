"""What a typed line can mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from routeboek_tui.conversation.safety import Alarm
from routeboek_tui.conversation.wat_nu import Found


@dataclass(frozen=True, slots=True)
class Chosen:
    """One answer, or one with parallel ones beside it; ``on`` is the day it came about."""

    choices: tuple[str, ...]
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """The user says "weet ik nog niet"."""


@dataclass(frozen=True, slots=True)
class Given:
    """Counts and days for the policy of a step, by input name."""

    values: Mapping[str, str] = field(default_factory=dict)
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Born:
    """A date of birth, for the fact ``leeftijd``."""

    birth_date: date


@dataclass(frozen=True, slots=True)
class FirstDay:
    """The first day of an absence, for the fact ``vier_weken_afwezig``."""

    day: date


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about the term ``begrip``."""

    begrip: str


@dataclass(frozen=True, slots=True)
class AskedUnknown:
    """A question about something no term explains; ``text`` is as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """Something the guide should do: a name of ``words.COMMANDS``, and what came after it."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Unsure:
    """Not understood well enough: ``nearest`` are the choices to offer, possibly none."""

    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that cannot be right; ``message`` is Dutch and says what would be."""

    message: str


@dataclass(frozen=True, slots=True)
class Told:
    """Something about the pupil, told in the triage: what it can be about."""

    found: Found


Understood: TypeAlias = (
    Chosen
    | Unknown
    | Given
    | Born
    | FirstDay
    | Asked
    | AskedUnknown
    | Command
    | Alarm
    | Told
    | Unsure
    | Wrong
)

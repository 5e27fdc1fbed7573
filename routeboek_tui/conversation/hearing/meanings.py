"""What a typed line can mean."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct, field

from routeboek_tui.conversation.safety import Alarm
from routeboek_tui.conversation.triage.wat_nu import Found


class Chosen(Struct, frozen=True):
    """One answer, or one with parallel ones beside it; ``on`` is the day it came about."""

    choices: tuple[str, ...]
    on: date | None = None


class Unknown(Struct, frozen=True):
    """The user says "weet ik nog niet"."""


class Given(Struct, frozen=True):
    """Counts and days for the policy of a step, by input name."""

    values: Mapping[str, str] = field(default_factory=dict)
    on: date | None = None


class Born(Struct, frozen=True):
    """A date of birth, for the fact ``leeftijd``."""

    birth_date: date


class FirstDay(Struct, frozen=True):
    """The first day of an absence, for the fact ``vier_weken_afwezig``."""

    day: date


class Asked(Struct, frozen=True):
    """A question about the term ``begrip``."""

    begrip: str


class AskedUnknown(Struct, frozen=True):
    """A question about something no term explains; ``text`` is as typed."""

    text: str


class Command(Struct, frozen=True):
    """Something the guide should do: a name of ``words.COMMANDS``, and what came after it."""

    name: str
    argument: str = ""


class Unsure(Struct, frozen=True):
    """Not understood well enough: ``nearest`` are the choices to offer, possibly none."""

    nearest: tuple[str, ...] = ()


class Wrong(Struct, frozen=True):
    """Something that cannot be right; ``message`` is Dutch and says what would be."""

    message: str


class Told(Struct, frozen=True):
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

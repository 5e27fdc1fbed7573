"""What policies reckon with besides the answers: figures, calendars, and words to say it in."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct, field

from routeboek_tui.core.calendar import Calendars
from routeboek_tui.core.figures import Figure, Figures, Form, said

SLOT = re.compile(
    r"\{(?P<name>[a-z_]+)(?:\.(?P<form>[a-z]+))?(?::(?P<one>[^{}|]*)\|(?P<more>[^{}|]*))?\}"
)
"""A place to fill: ``{aantal}``, ``{grens.e}``, or by number one of two words ``{n:dag|dagen}``."""

Filling: TypeAlias = int | str | Figure


class Knowledge(Struct, frozen=True):
    """What the guide knows.

    That are ``figures``, ``sayings`` by their name in the table of slots, and ``calendars``.
    """

    figures: Figures = field(default_factory=Figures)
    sayings: Mapping[str, str] = field(default_factory=dict)
    calendars: Calendars = field(default_factory=Calendars)

    def figure(self, name: str, on: date) -> Figure:
        """The figure called ``name`` on the day ``on``.

        :raises KeyError: when there is no such figure
        """
        return self.figures.figure(name, on)

    def value(self, name: str, on: date) -> int:
        """The value of a figure on the day ``on``.

        :raises KeyError: when there is no such figure
        """
        return self.figures.value(name, on)

    def say(self, saying: str, **slots: Filling) -> str:
        """The sentence called ``saying`` with its slots filled.

        :raises KeyError: when there is no such sentence, or a slot has no filling
        """
        return SLOT.sub(lambda found: _filled(found, slots), self.sayings[saying])


def _filled(found: re.Match[str], slots: Mapping[str, Filling]) -> str:
    filling, form = slots[found["name"]], Form(found["form"] or "")
    if found["one"] is not None:
        number = filling.value if isinstance(filling, Figure) else filling
        return found["one"] if number == 1 else found["more"]
    if isinstance(filling, Figure):
        return filling.said(form)
    return said(filling, form) if isinstance(filling, int) else filling

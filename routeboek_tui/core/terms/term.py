"""The term of an action, as a source gives it: how long, and from which day."""

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from routeboek_tui.core.figures import Figure, Unit

DIRECT = "direct"
"""How a flow writes that something is to be done the same day."""

UNITS = (Unit.WERKDAG, Unit.SCHOOLDAG, Unit.DAG, Unit.WEEK, Unit.MAAND)
"""What a term can count."""


class Term(Struct, frozen=True):
    """A term of at most ``most`` units, and of ``least`` at least where the source gives a span.

    Without a unit it is the same day. It runs from the day of the step, from the date ``since``
    names, or from the moment ``after`` names, a word of the guide, whose day nobody can know yet.
    ``aim`` says that the source strives for it rather than prescribes it, ``latest`` that it calls
    a term that runs from a date the last moment. ``figure`` is the name of the figure it was read
    from.
    """

    unit: Unit | None = None
    most: int = 0
    least: int = 0
    since: str = ""
    after: str = ""
    aim: bool = False
    latest: bool = False
    figure: str = ""

    @property
    def at_once(self) -> bool:
        """Whether it is to be done the same day, and waits for nothing."""
        return self.unit is None and not (self.since or self.after)

    def begun(self, due: date) -> date | None:
        """The first day of a span of weeks that is ``due``; ``None`` for any other term."""
        if not self.least or self.unit is not Unit.WEEK:
            return None
        return due - timedelta(weeks=self.most - self.least)

    def due(self, on: date, dates: Mapping[str, date]) -> date | None:
        """The last day of the term; ``None`` where that takes a calendar or a day not known yet.

        ``on`` is the day of the step, ``dates`` the dates by the name of ``since``.
        """
        start = dates.get(self.since) if self.since else on
        if start is None or self.after:
            return None
        if self.unit is None:
            return start
        if self.unit is Unit.WEEK:
            return start + timedelta(weeks=self.most)
        return None


def term_of(figure: Figure) -> Term | None:
    """The term a figure is; ``None`` when it does not count what a term can."""
    if figure.unit not in UNITS:
        return None
    return Term(figure.unit, figure.value, figure.least or 0, figure=figure.name)

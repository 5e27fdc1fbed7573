"""The term of an action, as a source gives it: how long, and from which day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_WRITTEN = re.compile(r"(?:([0-9]{1,2})-)?([0-9]{1,2}) ([a-z]+)\Z")


class Unit(StrEnum):
    """What a term counts."""

    DIRECT = "direct"
    """The same day."""
    WORKING_DAYS = "werkdagen"
    """Monday to Friday, public holidays left out."""
    SCHOOL_DAYS = "schooldagen"
    """Monday to Friday, public and school holidays left out."""
    WEEKS = "weken"
    """Calendar weeks."""
    MONTHS = "maanden"
    """Calendar months."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of at most ``most`` units, and of ``least`` at least where the source gives a span.

    It runs from the day of the step, from the date ``since`` names, or from the moment ``after``
    names, a word of the guide, whose day nobody can know yet. ``aim`` says that the source
    strives for it rather than prescribes it.
    """

    unit: Unit
    most: int = 0
    least: int = 0
    since: str = ""
    after: str = ""
    aim: bool = False

    def due(self, on: date, dates: Mapping[str, date]) -> date | None:
        """The last day of the term; ``None`` where that takes a calendar or a day not known yet.

        ``on`` is the day of the step, ``dates`` the dates by the name of ``since``.
        """
        start = dates.get(self.since) if self.since else on
        if start is None or self.after:
            return None
        if self.unit is Unit.DIRECT:
            return start
        if self.unit is Unit.WEEKS:
            return start + timedelta(weeks=self.most)
        return None


def read_term(written: str) -> Term | None:
    """The term in ``direct``, ``7 werkdagen`` or ``4-8 weken``; ``None`` when it is none."""
    if written == Unit.DIRECT:
        return Term(Unit.DIRECT)
    found = _WRITTEN.match(written)
    if not found or found[3] not in set(Unit) - {Unit.DIRECT}:
        return None
    least, most = int(found[1] or 0), int(found[2])
    return Term(Unit(found[3]), most, least) if least < most else None

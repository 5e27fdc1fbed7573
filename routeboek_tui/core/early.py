"""Answers that say so many weeks have passed while the dates that are known say fewer."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from routeboek_tui.core.terms.term import Term
from routeboek_tui.core.trail import Trail


class Early(Struct, frozen=True):
    """A choice made on the day ``on``, before its ``term`` from the day ``start`` was full."""

    step: str
    visit: int
    choice: str
    term: Term
    start: date
    on: date

    @property
    def passed(self) -> int:
        """Days from ``start`` to ``on``; 0 where it had yet to come."""
        return max((self.on - self.start).days, 0)


def early(trail: Trail) -> Iterator[Early]:
    """The choices on the main way that a known date contradicts, in the order of the way."""
    dates = trail.answers.dates
    for visit in trail.main.visits:
        for choice in trail.flow.steps[visit.step].choices:
            term = choice.after
            if term is None or choice.id not in visit.taken or visit.assumed:
                continue
            full = term.due(visit.on, dates)
            if full and visit.on < full:
                start = dates[term.since]
                yield Early(visit.step, visit.visit, choice.id, term, start, visit.on)

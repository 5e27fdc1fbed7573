"""A sentence as it is read: in figures, in parts, and with the days taken out of it."""

import re
from collections.abc import Collection, Mapping
from copy import copy
from datetime import date
from functools import cached_property

from routeboek_tui.conversation.telling import day as days_of
from routeboek_tui.conversation.telling.bounds import answers_by_bound
from routeboek_tui.conversation.telling.by_month import by_month
from routeboek_tui.conversation.telling.count import DAY, Part, counted, parts_of
from routeboek_tui.conversation.telling.fact import age_in, age_of_name, facts_in, names_in
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.conversation.telling.speaker import speaker
from routeboek_tui.conversation.telling.stated import answers_in
from routeboek_tui.conversation.telling.written_out import written_out
from routeboek_tui.core.facts import READER, SECTOR
from routeboek_tui.core.said import Count
from routeboek_tui.library.content import Library
from routeboek_tui.text.characters import bare_line
from routeboek_tui.text.dates import coming, find

_COLON = re.compile(rf" ?: ?(?=(?:op )?{DAY})")

_SHORT_AT_END = re.compile(r"[a-z]\.(?=\s+[A-Z])")

LONGEST = 1000
"""Characters. Of a longer text only the beginning is read."""


class Sentence:
    """A sentence in figures, with its parts and the days taken out of it, and what these count.

    Each is looked for once it is needed: who asks only for the parts, waits for no more.
    """

    def __init__(self, text: str, library: Library, known: Mapping[str, str], today: date) -> None:
        self.library, self.known, self.today = library, known, today
        self.language, self.knowledge = library.language, library.knowledge
        self.names = names_in(text[:LONGEST], library.language.counting)
        self.line = line = bare_line(_ended(text[:LONGEST], today))
        self.whole, self.days = find(line, None), find(line, today)
        calendars, words = self.knowledge.calendars, self.language.counting
        # Which days a holiday tells, depends on the region that the sentence itself says.
        out = written_out(
            line, calendars.of({}), lambda: calendars.of(copy(self).settled), today, words
        )
        if out != line:
            self.line = out
            self.whole, self.days = find(out, None), find(out, today)

    @cached_property
    def announced(self) -> list[date | None]:
        """The day that each of the days announces, where it is one to come."""
        whole = {each.start for each in self.whole}
        return [coming(each, whole, self.today) for each in self.days]

    @cached_property
    def text(self) -> str:
        """The sentence with its numbers in figures and a mark for each day."""
        bare = _COLON.sub(" ", days_of.without(self.line, self.days, DAY))
        counting = self.language.counting
        return days_of.straight(in_figures(bare, counting), counting)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Its parts."""
        return parts_of(self.text, self.language)

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """What it counts."""
        found = counted(self.text, self.parts, self.language.counting)
        return by_month(found, self.text, self.parts, self.today, self.language.counting)

    def answers(
        self, doors: Collection[str] = (), *, several: bool = False
    ) -> dict[str, tuple[str, ...]]:
        """The choice by step that it tells, of ``doors`` with less words; ``several``: or which."""
        sector = self.known.get(SECTOR, "")
        found = answers_by_bound(self.counts, sector, self.library, self.today, doors)
        return found | answers_in(self.text, self.parts, self.library, doors, several=several)

    def age(self, *, unasked: bool) -> int | None:
        """The age that it tells of the pupil; a number by itself is one only ``unasked``."""
        found = age_in(self.text, self.parts, self.library, unasked=unasked)
        if found is not None:
            return found
        return age_of_name(self.text, self.parts, self.library, self.names)

    @cached_property
    def facts(self) -> dict[str, str]:
        """The facts that it tells of."""
        found = facts_in(self.text, self.parts, self.library)
        found |= {READER: speaker(self.line, self.library)}
        domains = self.library.scheme.domains
        return {fact: value for fact, value in found.items() if value and fact in domains}

    @cached_property
    def sector(self) -> str:
        """The sector that is known or told."""
        return self.known.get(SECTOR, "") or self.facts.get(SECTOR, "")

    @cached_property
    def settled(self) -> Mapping[str, str]:
        """All that is known, with what it tells and what follows from that."""
        return self.library.scheme.settled({**self.known, **self.facts})


def _ended(text: str, today: date) -> str:
    """``text`` in which a day with a short month ends its sentence where another one begins."""
    ends = {found.end() for found in _SHORT_AT_END.finditer(text)}
    days = find(text, today) if ends else ()
    for end in sorted((day.end for day in days if day.end in ends), reverse=True):
        text = f"{text[:end]}.{text[end:]}"
    return text


def only_days(text: str, library: Library, today: date) -> bool:
    """Whether ``text`` is days, with how much it was on them, and tells nothing else."""
    said = Sentence(text, library, {}, today)
    left, words = said.text, library.language.counting
    for count in reversed(said.counts):
        left = left[: count.start] + left[count.end :]
    beside = words.beside.union(words.parting, words.together, words.each_day)
    rest = re.findall(r"[a-z]\w*", left)
    return bool(said.days) and beside.issuperset(rest)


def counts_something(text: str, library: Library, today: date) -> bool:
    """Whether ``text`` holds a number of something."""
    return bool(Sentence(text, library, {}, today).counts)

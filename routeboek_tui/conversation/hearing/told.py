"""What a sentence says besides what it is about. What is unclear is left out, to be asked."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cached_property

from msgspec.structs import replace

from routeboek_tui.conversation.telling import day as days_of
from routeboek_tui.conversation.telling import likely, measure, running, story, stretch
from routeboek_tui.conversation.telling.by_day import by_day
from routeboek_tui.conversation.telling.count import DAY, Part, with_another
from routeboek_tui.conversation.telling.fact import AGE, perhaps, years
from routeboek_tui.conversation.telling.for_letters import fields_in
from routeboek_tui.conversation.telling.hours import near
from routeboek_tui.conversation.telling.lasting import half_days_of, lasting, missed, weeks_away
from routeboek_tui.conversation.telling.late import last_time
from routeboek_tui.conversation.telling.reported import of_list
from routeboek_tui.conversation.telling.running import now_and_then
from routeboek_tui.conversation.telling.sentence import LONGEST, Sentence
from routeboek_tui.conversation.telling.weekly import weekly
from routeboek_tui.core.facts import SECTOR, UNASKED, UNLESS_SAID
from routeboek_tui.core.policy import afwezigheid, age, ongeoorloofd, registry
from routeboek_tui.core.policy.leerplichtig import STARTS, YEARS
from routeboek_tui.core.policy.verdict import OLDEST, GivenError
from routeboek_tui.core.said import Over, Said, What
from routeboek_tui.core.terms.milestone import (
    ARRIVED,
    AWAY,
    BORN,
    FULL,
    GOES_ON,
    HOURS_FROM,
    HOURS_UP_TO,
    ILL,
    Start,
)
from routeboek_tui.library.content import Library
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import bare_line, plain
from routeboek_tui.text.dates import Found, month

ABSENT = "vier_weken_afwezig"
NOTHING: Mapping[str, str] = {}


def told(
    text: str, library: Library, known: Mapping[str, str], today: date, *, unasked: bool = False
) -> Said:
    """What ``text`` says where the facts are ``known``: only what is clear.

    A number that stands by itself is an age only where nothing was asked: ``unasked``.
    """
    sentence = _Sentence(text, library, known, today)
    said = sentence.said(unasked=unasked)
    return likely.with_likely(said, sentence.line, library) if unasked else said


def told_at(  # noqa: PLR0913 - a line, and where it was typed
    text: str,
    library: Library,
    doors: Collection[str],
    today: date,
    *,
    known: Mapping[str, str] = NOTHING,
    several: bool = False,
) -> Said:
    """What ``text`` says of steps where one of ``doors`` is the one it is about.

    With ``several`` also what it leaves open among few choices.
    """
    sentence = _Sentence(text, library, known, today)
    return Said(choices=sentence.answers(doors, several=several))


def of_age(  # noqa: PLR0913, PLR0917 - a line, what it said, and where it was typed
    text: str, said: Said, library: Library, known: Mapping[str, str], today: date, fact: str
) -> Said:
    """What ``text``, which ``said`` this, says otherwise than ``known`` of what is never asked.

    A bare number is an age where the ``fact`` that was asked is one.
    """
    bare = plain(bare_line(text[:LONGEST]))
    alone = years(bare, library.language.counting) if fact == AGE else None
    if alone is not None:
        said = Said(age.of_years(alone, today, library.knowledge))
    return Said({name: value for name, value in said.unasked.items() if known.get(name) != value})


class _Sentence(Sentence):
    """A sentence, and what it says."""

    def said(self, *, unasked: bool) -> Said:
        """What it says, as an answer or ``unasked``."""
        facts, birth = {**self.facts}, None
        of_years: dict[str, dict[str, str]] = {}
        years = self.age(unasked=unasked)
        if years is not None:
            facts |= age.of_years(years, self.today, self.knowledge)
            self._at_school(years, facts)
            of_years = {measure.OF_AGE: {YEARS: str(years)}}
            facts = {name: value for name, value in facts.items() if self._news(name, value)}
        counts = of_years | story.told(self.counts, self.sector, self.knowledge, self.today)
        if late := counts.get(measure.LATE):
            words = self.language.counting
            counts[measure.LATE] = last_time(self.text, self.days, late, self.today, words)
        dates: dict[str, date] = {}
        days: dict[str, date] = {}
        for part, found, announced in self._of_days():
            day, head = found.day, self.text[: found.start]
            if day is None:
                continue
            since = days_of.since(head, self.language.counting)
            since = since or days_of.first_of(days_of.clause(self.text[part.start : found.start]))
            since = since and not days_of.closed(self.text[found.start :])
            for name, start in self._named(part, head, since=since):
                on = announced if start.ahead else day
                if (
                    on
                    and not (name in GOES_ON and self._over(found))
                    and (on <= self.today or start.ahead)
                ):
                    days.setdefault(name, on)
            born = days_of.born(head, self.language.counting) or self._born_alone(found, years)
            if born and day <= self.today:
                birth = day
            if day > self.today or birth == day:
                continue
            self._dated(part, found.start, day, dates, since=since)
            if since and not self._over(found):
                self._since(part, day, facts, dates, counts, days)
                self._hours_since(part, day, counts)
        self._arrived(days, counts)
        self._of_illness(days, counts)
        if ILL in days or running.ill_now(self.text, self.language):
            self._with_this_one(counts)
        days = self._full(counts, days) | days
        days |= self._named_together()
        self._hours_within(days, counts)
        counts |= lasting(days)
        birth = birth or days_of.of_coming_birthday(
            self.text, self.parts, self.days, self.whole, self.today, self.language.counting
        )
        if weeks := weeks_away(self.counts, self.knowledge.value(afwezigheid.WEEKS, self.today)):
            facts.setdefault(ABSENT, weeks)
        if birth:
            self._born(birth, facts, days, counts)
        new = {f: v for f, v in self._settled(facts).items() if self.known.get(f) != v}
        choices = self.answers()
        maybe = self._perhaps({*self.known, *new}) if unasked else {}
        fields = fields_in(self.text, self.parts, self.library.fields)
        return self._sound(Said(new, birth, dates, counts, choices, days, maybe, fields))

    def _over(self, day: Found) -> bool:
        """Whether what is so since ``day`` is over."""
        return running.over(self.text, day.start, self.language.counting)

    def _born(
        self,
        birth: date,
        facts: dict[str, str],
        days: dict[str, date],
        counts: dict[str, dict[str, str]],
    ) -> None:
        """What follows from the date of birth."""
        self._at_school(age.years(birth, self.today), facts)
        facts.pop(AGE, None)
        days[BORN] = birth
        counts[measure.OF_AGE] = {"geboortedatum": birth.isoformat()}

    def _perhaps(self, known: Collection[str]) -> dict[str, tuple[str, ...]]:
        """What may be so of the facts that are not ``known``."""
        found = perhaps(self.text, self.parts, self.library, self.today)
        return {
            fact: values
            for fact, values in found.items()
            if fact in self.library.scheme.domains and fact not in {*known, *UNASKED}
        }

    def _news(self, fact: str, value: str) -> bool:
        """Whether ``value`` is not what holds of a fact until something else is said."""
        return value != self.known.get(fact, UNLESS_SAID.get(fact)) or fact not in UNLESS_SAID

    def _at_school(self, years: int, facts: dict[str, str]) -> None:
        """The sector that an age settles, where nothing else was said of it."""
        sector = age.sector(years, self.today, self.knowledge)
        if sector and not self.sector and not facts.get(SECTOR):
            facts[SECTOR] = self.sector = sector

    def _born_alone(self, found: Found, said: int | None) -> bool:
        """Whether a day in full, of years ago, is one of birth without a word for it."""
        place = self.text[: found.start].count(DAY)
        whole = {each.start for each in self.whole}
        if found.day is None or self.days[place].start not in whole:
            return False
        old = age.years(found.day, self.today)
        youngest = self.knowledge.value(STARTS, self.today)
        fits = old == said if said is not None else youngest <= old < OLDEST
        head, rest = self.text[: found.start], self.text[found.end :]
        return fits and days_of.born_alone(head, rest, self.language.counting)

    def _of_days(self) -> list[tuple[Part, Found, date | None]]:
        """The days with the part each stands in, its place in figures, and the day as announced."""
        places = [place for place, char in enumerate(self.text) if char == DAY]
        if len(places) != len(self.days):
            return []
        found = []
        for part, another in with_another(self.parts):
            for place, day, ahead in zip(places, self.days, self.announced, strict=True):
                doubted = part.asks or part.has("doubted") or part.has("denied")
                if part.start <= place < part.end and not (another or doubted):
                    found.append((part, Found(place, place + 1, day.day), ahead))
        return found

    def _since(  # noqa: PLR0913, PLR0917 - a day, and everything it can settle
        self,
        part: Part,
        day: date,
        facts: dict[str, str],
        dates: Mapping[str, date],
        counts: dict[str, dict[str, str]],
        days: dict[str, date],
    ) -> None:
        of = part.names(What, part.start, part.end) | self._ill_beside(part)
        of = of or running.going_on(self.text, part, self.parts, self.language)
        if (
            day not in dates.values()
            and What.SICK in of <= {What.SICK, What.ABSENT}
            and not part.has(Over.PAST)
            and not now_and_then(self.text, part, self.language)
        ):
            counts.setdefault(measure.SICK_LEAVE, {})["eerste_ziektedag"] = day.isoformat()
            days[ILL] = day
            try:
                verdict = afwezigheid.vier_weken(day, self.today, self.knowledge, self.settled)
            except GivenError:
                return
            facts[ABSENT] = verdict.choice

    def _ill_beside(self, part: Part) -> frozenset[str]:
        """That it is illness, where the part beside ``part`` says that and nothing else."""
        ways = pattern(self.language.counting.ill_beside)
        beside = (p for p in self.parts if part.end == p.start or p.end == part.start)
        said = any(ways.fullmatch(plain(self.text[e.start : e.end])) for e in beside if not e.asks)
        return frozenset((What.SICK,)) if said else frozenset()

    def _dated(
        self, part: Part, place: int, day: date, dates: dict[str, date], *, since: bool
    ) -> None:
        """The facts that are so since ``day``, which stands at ``place``, or call it their day."""
        telling, calendars = self.language.telling, self.knowledge.calendars.of(self.settled)
        about = self._about(part, self.text[:place])
        called = {n for n, ways in telling.dated_by_name if days_of.named(self.text, place, ways)}
        said = {n for n, ways in telling.dated if since and pattern(ways).search(about)}
        for name in (*called, *(said - dates.keys())):
            on = days_of.begins(name, day, self.line, telling, calendars)
            dates[name] = on if on <= self.today else day

    def _about(self, part: Part, head: str) -> str:
        """What is said of a day in ``part``: the whole sentence where it only says since when."""
        return days_of.about(self.text, part, self.parts, head, self.language.counting)

    def _hours_since(self, part: Part, day: date, counts: dict[str, dict[str, str]]) -> None:
        """Hours since a day that lies within the weeks in which they are counted."""
        weeks = self.knowledge.value(ongeoorloofd.WEEKS, self.today)
        hours = [each for each in self.counts if part.start <= each.start < part.end]
        if len(hours) == 1 and missed(hours[0]) and near(day, self.today, weeks, self.knowledge):
            found = {"lesuren": hours[0].number.replace(".", ",")}
            counts.setdefault(measure.HOURS, found)

    @cached_property
    def _starts(self) -> dict[str, Start]:
        """What a day of it can be the day of; what is not so is none, nor a meeting to come."""
        starts = self.library.milestones.starts
        out = {
            each
            for name, start in starts.items()
            if pattern(start.unless).search(self.text)
            for each in (name, start.until)
        }
        return {
            name: start for name, start in starts.items() if name not in out and not start.meeting
        }

    def _named_together(self) -> dict[str, date]:
        """The days told two at once, the first and last one, or again; and the one after a last."""
        starts, past = self._starts, [found.day for found in self.days]
        both = stretch.bounds(self.text, self.parts, self.announced, starts, self.today)
        again = stretch.twice(self.text, self.parts, past, starts)
        calendars = self.knowledge.calendars.of(self.settled)
        return both | again | stretch.after(self.text, self.parts, past, starts, calendars)

    def _hours_within(self, days: Mapping[str, date], counts: dict[str, dict[str, str]]) -> None:
        """Hours from one day up to another that lies within the weeks in which they are counted."""
        weeks = self.knowledge.value(ongeoorloofd.WEEKS, self.today)
        whole = (replace(each, over=each.over - {Over.PART}) for each in self.counts)
        hours = [each for each in whole if missed(each)]
        first, last = days.get(HOURS_FROM), days.get(HOURS_UP_TO)
        if len(hours) == 1 and first and last and near(first, last, weeks, self.knowledge):
            found = {ongeoorloofd.LESSONS: hours[0].number.replace(".", ",")}
            counts.setdefault(measure.HOURS, found)

    def _of_illness(self, days: Mapping[str, date], counts: dict[str, dict[str, str]]) -> None:
        """The days of reports, and the half days of an illness that goes on."""
        situation = {**self.settled, SECTOR: self.sector}
        listed = of_list(self.text, self.line, self.days, self.today, situation, self.library)
        given = counts.get(measure.SICK_LEAVE, {})
        many = str(len(listed["data"].split(","))) if listed else ""
        if listed and given.get("meldingen", many) == many:
            # The days tell when it came to so many.
            others = {name: value for name, value in given.items() if name != "meldingen"}
            counts[measure.SICK_LEAVE] = others | listed
        first = days.get(ILL)
        if first:
            self._in_a_row(first, counts)
        halves = half_days_of(first, self.today, self.settled, self.library) if first else ""
        if halves:
            counts.setdefault(measure.HALF_DAYS, {}).setdefault("achtereen", halves)

    def _in_a_row(self, first: date, counts: dict[str, dict[str, str]]) -> None:
        """Half days that are those since the first day of an illness."""
        every = running.in_a_row(self.counts, first, self.today, self.knowledge)
        if every != self.counts:
            found = story.told(every, self.sector, self.knowledge, self.today)
            counts[measure.HALF_DAYS] = found.get(measure.HALF_DAYS, {})

    def _with_this_one(self, counts: dict[str, dict[str, str]]) -> None:
        """Reports of earlier, and the one of the illness that goes on now."""
        every = running.with_this_one(self.counts)
        if every == self.counts:
            return
        found = story.told(every, self.sector, self.knowledge, self.today)
        for policy, given in found.items():
            if counts.get(policy, {}).get("meldingen"):
                counts[policy] |= given

    def _arrived(self, days: dict[str, date], counts: dict[str, dict[str, str]]) -> None:
        """The day of arrival, also where only its month was said."""
        start = self.library.milestones.starts.get(ARRIVED)
        if start is None or (ARRIVED not in days and not pattern(start.said).search(self.text)):
            return
        day = days.get(ARRIVED) or month(self.text)
        if day and day <= self.today and not (self.days and ARRIVED not in days):
            days[ARRIVED] = day
            counts[measure.ARRIVED] = {measure.OF_DAY[measure.ARRIVED]: day.isoformat()}

    def _full(self, counts: dict[str, dict[str, str]], days: Mapping[str, date]) -> dict[str, date]:
        """The day on which hours that are told by day reached the figure that is reported.

        In a story they are the hours that count.
        """
        words = self.language.counting
        given = by_day(self.text, self.counts, self.days, self.today, words, self.knowledge)
        if given := given or weekly(self.text, days, self.today, words, self.knowledge):
            counts[measure.HOURS] = given
        try:
            given = given or measure.typed(
                measure.HOURS, self.line, self.days, self.sector, self.today, self.language,
                self.knowledge,
            )  # fmt: skip
            told = ongeoorloofd.ON in given
            full = ongeoorloofd.day_reached(given, self.today, self.knowledge) if told else None
        except GivenError:
            full = None
        return {FULL: full} if full else {}

    def _named(self, part: Part, head: str, *, since: bool) -> Iterator[tuple[str, Start]]:
        """What is named in the same part as a day; what goes on only with "sinds"."""
        said = self.text[part.start : part.end]
        ends = days_of.ends(head, said, self.language.counting)
        last = days_of.last_of(head, said, self.language.counting)
        for name, start in self._starts.items():
            if not last if start.last else ends:
                continue
            whole = f"{days_of.clause(head)}{said}" if start.last else self._about(part, head)
            called = days_of.called(start.word, whole, self.language.counting)
            said_of = whole.replace(f"{DAY} ", "")  # a day between two words parts them not
            often = name in {AWAY, ILL} and now_and_then(self.text, part, self.language)
            if called or (
                not often and (since or start.once) and pattern(start.said).search(said_of)
            ):
                yield name, start

    def _settled(self, facts: dict[str, str]) -> dict[str, str]:
        """The facts, with what follows from them, in their own values."""
        domains = self.library.scheme.domains
        settled = self.library.scheme.settled(facts)
        return {fact: value for fact, value in settled.items() if fact in domains}

    def _sound(self, said: Said) -> Said:
        """``said`` without numbers and days that cannot be right."""
        kept = {}
        for policy, given in said.counts.items():
            try:
                registry.STEPS[policy].check(given, self.today, self.knowledge)
            except GivenError:
                continue
            kept[policy] = given
        birth = said.birth_date if measure.OF_AGE in kept else None
        return replace(said, birth_date=birth, counts=kept)

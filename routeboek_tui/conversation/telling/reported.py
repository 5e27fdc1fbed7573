"""The days of an illness: its first one, or those on which each of its reports was made."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from routeboek_tui.conversation.telling import day as days_of
from routeboek_tui.conversation.telling.sickness import IN_A_ROW
from routeboek_tui.core.facts import Situation
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.reached import SICK
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.policy.ziekteverzuim import ADJACENT
from routeboek_tui.library.content import Library
from routeboek_tui.library.language import Language
from routeboek_tui.text.dates import Found, opened, spans

WHICH_DAY = (
    "Zeg wat er op die dag was: typ “ziek sinds 3 november”, of alle data waarop de "
    "leerling is ziek gemeld."
)
NOT_SO_MANY = "Je schrijft {aantal}, en noemt {dagen} dagen. Typ alle dagen, of alleen het aantal."


def of_days_in(
    text: str, days: Sequence[Found], today: date, language: Language, knowledge: Knowledge
) -> list[tuple[str, str]]:
    """The inputs that ``days`` of ``text`` are: a first day, or those of every report.

    Today alone says no more than when it is said.

    :raises GivenError: when it is not clear what they are
    """
    words, days = language.counting, opened(text, days)
    if not days:
        return []
    if first := days_of.first_day(text, days, words):
        return [("eerste_ziektedag", first.isoformat())]
    if all(found.day == today for found in days):
        return []
    reports = days_of.reports(text, days, words)
    times = spans(text, days)
    if reports not in {0, len(times), illnesses(times, knowledge)}:
        raise GivenError(NOT_SO_MANY.format(aantal=reports, dagen=len(times)))
    if reports:
        begun = sorted({first.day.isoformat() for first, _ in times if first.day})
        told = [*_school_days(times, knowledge)]
        since = _running(text, days, today, language, knowledge, listed=bool(told))
        first_day = [("eerste_ziektedag", since.isoformat())] if since else []
        return [("data", ",".join(begun)), *first_day, *told]
    raise GivenError(WHICH_DAY)


def illnesses(times: Sequence[tuple[Found, Found]], knowledge: Knowledge) -> int:
    """How many illnesses ``times`` are, where the days of one follow each other at school."""
    known = sorted((a.day, b.day) for a, b in times if a.day and b.day)
    pairs = pairwise(known)
    return 1 + sum(not _follow(before, first, knowledge) for (_, before), (first, _) in pairs)


def _running(  # noqa: PLR0913 - a list, and all it is read with
    text: str,
    days: Sequence[Found],
    today: date,
    language: Language,
    knowledge: Knowledge,
    *,
    listed: bool,
) -> date | None:
    """The first day of the illness that goes on, where the last days of a list are of that one.

    Where the sick days themselves are ``listed``, today is one of an illness that goes on. With
    "sinds" the day behind it is the first one, whatever stands before.
    """
    last = days_of.going(text, days, language.counting)
    if last is None and not (listed and days[-1].day == today):
        return None
    times = [(a.day, b.day) for a, b in spans(text, days) if a.day and b.day]
    if not times or days_of.since(text[: days[-1].start], language.counting):
        return last
    first = times[-1][0]
    for begun, ended in reversed(times[:-1]):
        if not _follow(ended, first, knowledge):
            break
        first = begun
    return first


def _follow(before: date, first: date, knowledge: Knowledge) -> bool:
    """Whether no school day lies between two days, in any region."""
    calendars = knowledge.calendars.of({})
    return all(each.school_days(before, first) == ADJACENT for each in calendars)


def _school_days(
    times: Sequence[tuple[Found, Found]], knowledge: Knowledge
) -> Iterator[tuple[str, str]]:
    """The school days of illness, where the days themselves were told and not only reports."""
    if not listed_themselves(times, knowledge):
        return
    known = sorted((a.day, b.day) for a, b in times if a.day and b.day)
    calendars = knowledge.calendars.of({})
    counts = {sum(each.school_days(first, last) for first, last in known) for each in calendars}
    if len(counts) == 1:
        yield "dagen", str(counts.pop())


def listed_themselves(times: Sequence[tuple[Found, Found]], knowledge: Knowledge) -> bool:
    """Whether ``times`` are the sick days themselves and not only those of the reports.

    They are where some are told up to their last day, or follow each other at school.
    """
    known = sorted((a.day, b.day) for a, b in times if a.day and b.day)
    follow = any(_follow(before, first, knowledge) for (_, before), (first, _) in pairwise(known))
    return follow or any(a is not b for a, b in times)


def of_list(  # noqa: PLR0913, PLR0917 - a text, and all it is read with
    text: str,
    line: str,
    days: Sequence[Found],
    today: date,
    situation: Situation,
    library: Library,
) -> dict[str, str]:
    """The days of reports in ``text``; beside other days only where they reach the border.

    In ``text`` a § stands for each of ``days`` of ``line``. Where some are told up to their last
    day, they are the sick days themselves, and the longest time is so many days in a row.
    """
    places = days_of.listed(text, library.language.counting)
    told = [days[place] for place in places if place < len(days)]
    if not told or not all(found.day and found.day <= today for found in told):
        return {}
    times = spans(line, told, loosely=True)
    given = {"data": ",".join(_begun(times, library.knowledge))}
    if len(places) < len(days):
        verdict = registry.STEPS[SICK].verdict(given, situation, today, library.knowledge)
        return given if verdict.choice == registry.REACHED else {}
    sure = times == spans(line, told)  # else it is open whether the last day is one of them
    return given | (_longest(times, situation, library.knowledge) if sure else {})


def _begun(times: Sequence[tuple[Found, Found]], knowledge: Knowledge) -> Iterator[str]:
    """The first day of each illness in ``times``, where the days of one follow each other."""
    before: date | None = None
    for first, last in sorted((a.day, b.day) for a, b in times if a.day and b.day):
        if before is None or not _follow(before, first, knowledge):
            yield first.isoformat()
        before = last


def _longest(
    times: Sequence[tuple[Found, Found]], situation: Situation, knowledge: Knowledge
) -> dict[str, str]:
    """The school days of ``times`` that are told up to their last day, by the input they are."""
    if not listed_themselves(times, knowledge):
        return {}
    known = [(a.day, b.day) for a, b in times if a.day and b.day and a.day <= b.day]
    found = {
        tuple(each.school_days(first, last) for first, last in known)
        for each in knowledge.calendars.of(situation)
    }
    lengths = found.pop() if len(found) == 1 and len(known) == len(times) else ()
    row = any(first is not last for first, last in times)
    longest = {IN_A_ROW: str(max(lengths))} if lengths and row else {}
    return {**longest, "dagen": str(sum(lengths))} if lengths else {}

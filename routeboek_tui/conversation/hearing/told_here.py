"""What a line tells of what is asked now, in other words than those of its choices."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing import matching
from routeboek_tui.conversation.hearing.likely import extras
from routeboek_tui.conversation.hearing.matching import Offer
from routeboek_tui.conversation.hearing.meanings import (
    Asked,
    AskedUnknown,
    Born,
    Chosen,
    FirstDay,
    Given,
    Understood,
    Unsure,
    Wrong,
)
from routeboek_tui.conversation.hearing.told import told, told_at
from routeboek_tui.conversation.questions import asks_outright
from routeboek_tui.conversation.telling.day import since
from routeboek_tui.conversation.telling.fact import AGE
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.conversation.triage.begin import known_in
from routeboek_tui.conversation.view import Option, Question
from routeboek_tui.core.calendar import WEEK
from routeboek_tui.core.facts import DATED, SECTOR
from routeboek_tui.core.policy import registry
from routeboek_tui.core.safety import KIND, SAFETY
from routeboek_tui.core.said import Said
from routeboek_tui.core.terms.milestone import AWAY
from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.attribute import asked_for
from routeboek_tui.text.characters import bare_line, plain
from routeboek_tui.text.dates import Found, find

LEADS = ("ja", "nee")

LONGEST = 100
"""Days between two days that can be those of a leave."""

HALF_A_YEAR = timedelta(days=183)

_YEAR = re.compile(r"[0-9]{4}|[-/.][0-9]{2}$")

_NUMBER = re.compile(r"([0-9]{1,2})(?=\s*(?:$|[,;:.(]))")
"""A number that is all of a line, or of its beginning."""


def or_told(
    talk: Conversation, typed: str, understood: Understood, asked: Question | None
) -> Understood:
    """What ``typed`` tells of what is asked, where it is no answer in the words of the screen.

    Where it is one, and tells another, it is not sure. The number of a choice is that choice.
    """
    open_to_it = isinstance(understood, Chosen | Unsure | Wrong | Asked | AskedUnknown)
    language = talk.library.language
    # What is asked is not told: "hoe weten we dat het gestopt is" says nothing of it.
    seeks = (
        typed.rstrip().endswith("?")
        or asks_outright(typed, language)
        or asked_for(typed, language.seeking)
    )
    number = asked and bare_line(typed).strip(" .)") in {o.key for o in asked.options if o.key}
    if asked and isinstance(understood, Given):
        return _beside_counts(talk, typed, understood, asked)
    if asked is None or not open_to_it or seeks or number:
        return understood
    exact = matching.exact(plain(typed), offers(asked.options), language)
    if isinstance(understood, Chosen) and exact == understood.choices:
        return understood
    found = _told_or(talk, typed, understood, asked)
    if isinstance(found, Unsure | Wrong):
        return _counted(talk, typed, asked) or found
    if asked.fact or not isinstance(found, Chosen):
        return found
    return _with_extras(found, typed, offers(asked.options), language)


def _beside_counts(talk: Conversation, typed: str, given: Given, asked: Question) -> Understood:
    """What ``typed`` tells beside numbers that leave it open; else the numbers.

    Who says "nee" before them has answered, where nothing else begins so.
    """
    rule, on = registry.STEPS[asked.policy], given.on or talk.today
    if rule.verdict(given.values, talk.situation, on, talk.rulebook.knowledge).choice:
        return given
    here = told_here(talk, typed, asked)
    if isinstance(here, Chosen):
        return here
    language = talk.library.language
    lead = matching.lead_of(plain(typed).partition(" ")[0], language)
    led = [o.choice for o in offers(asked.options) if matching.begins(o, lead, language)]
    return Chosen((led[0],), given.on) if lead == LEADS[1] and len(led) == 1 else given


def _decided(talk: Conversation, given: Given, asked: Question) -> str:
    """The choice that numbers leave no doubt about; "" where they do."""
    rule, on = registry.STEPS[asked.policy], given.on or talk.today
    verdict = rule.verdict(given.values, talk.situation, on, talk.rulebook.knowledge)
    more = rule.leaves(verdict, (o.choice for o in asked.options if o.choice))
    return "" if more else verdict.choice


def _counted(talk: Conversation, typed: str, asked: Question) -> Given | None:
    """What ``typed`` counts as a story does, where that decides what is asked.

    It does not where it begins with a "ja" or "nee" that is another answer.
    """
    language = talk.library.language
    # Who becomes 5 in January is surely 4.
    said = pattern(language.counting.next_age).sub(" ", plain(typed))
    if not asked.policy or not language.doubts.isdisjoint(said.split()):
        return None
    counts = told(typed, talk.library, known_in(talk), talk.today).counts.get(asked.policy)
    found = _decided(talk, given := Given(counts), asked) if counts else ""
    lead = matching.lead_of(plain(typed).partition(" ")[0], language)
    names = {o.choice: o for o in offers(asked.options)}
    fits = found in names and (not lead or matching.begins(names[found], lead, language))
    return given if counts and fits else None


def _told_or(talk: Conversation, typed: str, understood: Understood, asked: Question) -> Understood:
    here = told_here(talk, typed, asked)
    if isinstance(here, Chosen) and (led := led_otherwise(talk, typed, here, asked)):
        return Unsure(led)
    if not isinstance(understood, Chosen):
        return here or understood
    if asked.fact or not isinstance(here, Chosen) or here.choices == understood.choices:
        return understood
    return Unsure(tuple(dict.fromkeys((*understood.choices, *here.choices))))


def _with_extras(
    found: Chosen, typed: str, options: Sequence[Offer], language: Language
) -> Chosen | Unsure:
    """``found`` with what ``typed`` says beside it; what it is only likely to say is asked."""
    every = matching.with_more(typed, found.choices, options, language)
    more = extras(typed, every.choices, options, language)
    if every.sure and not more:
        return replace(found, choices=every.choices)
    return Unsure((*every.choices, *more))


def led_otherwise(talk: Conversation, typed: str, here: Chosen, asked: Question) -> tuple[str, ...]:
    """The choices where ``typed`` begins with a "ja" or "nee" that is not the answer it tells."""
    language = talk.library.language
    lead = matching.lead_of(plain(typed).partition(" ")[0], language)
    leads = {
        o.choice: next((w for w in LEADS if matching.begins(o, w, language)), "")
        for o in offers(asked.options)
    }
    other = tuple(choice for choice, word in leads.items() if word and word == lead)
    turned = lead and other and all(leads[choice] not in {"", lead} for choice in here.choices)
    return (*other, *here.choices) if turned else ()


def denied(typed: str, language: Language) -> str:
    """What ``typed`` says behind a "nee" and denies as well, so that it decides what is meant."""
    lead, apart, rest = typed.strip().partition(" ")
    denies = language.negators | language.no
    said = plain(lead) in language.no and apart and denies.intersection(plain(rest).split())
    return rest.strip(" ,;.") if said and not rest.rstrip().endswith("?") else ""


def still_ahead(talk: Conversation, typed: str, asked: Question) -> bool:
    """Whether ``typed`` names a day ahead on which what is asked has yet to be held or decided."""
    language = talk.library.language
    first = plain(typed).partition(" ")[0]
    if not any(option.waits for option in asked.options) or matching.lead_of(first, language):
        return False
    return bool(to_come(talk, typed) and pattern(language.to_come).search(plain(typed)))


def to_come(talk: Conversation, typed: str) -> bool:
    """Whether ``typed`` says that something is on a day, or in a time, that is still ahead."""
    line = bare_line(typed)
    days = any(_ahead(each, line, talk.today) for each in find(line, talk.today))
    return days or bool(pattern(talk.library.language.ahead).search(plain(typed)))


def of_a_meeting(talk: Conversation, typed: str) -> bool:
    """Whether every day in ``typed`` is one ahead on which people meet, or hear or decide."""
    line = bare_line(typed)
    days = find(line, talk.today)
    ahead = bool(days) and all(_ahead(each, line, talk.today) for each in days)
    return ahead and bool(pattern(talk.library.language.to_come).search(plain(typed)))


def for_later(talk: Conversation, said: Said) -> bool:
    """Whether something ``said`` answers a question of this route that was not asked yet."""
    answered = {answer.step for answer in talk.answers.steps}
    return any(name in talk.flow.steps and name not in answered for name in said.choices)


def _ahead(found: Found, line: str, today: date) -> bool:
    """Whether a day lies ahead; without a year it does where it was long ago the last time."""
    if found.day is None:
        return False
    in_full = _YEAR.search(line[found.start : found.end])
    return found.day > today or (not in_full and today - found.day > HALF_A_YEAR)


def told_here(
    talk: Conversation, typed: str, asked: Question
) -> Chosen | Born | FirstDay | Unsure | None:
    """The answer to ``asked`` that ``typed`` tells as a story does, or the few it can be."""
    if asked.beside_route or asked.fact in {SAFETY, KIND}:
        return None
    if asked.fact:
        return _of_fact(talk, typed, asked)
    text, doors = counted_at(talk, typed, asked.step), (asked.step,)
    known = {SECTOR: talk.situation.get(SECTOR, "")}
    said = told_at(text, talk.library, doors, talk.today, known=known, several=True)
    choices = said.choices.get(asked.step, ())
    here = tuple(option.choice for option in asked.options if option.choice in choices)
    if here and matching.fits(here, offers(asked.options)):
        return Chosen(here)
    return Unsure(here) if here else None


def offers(options: Sequence[Option]) -> list[Offer]:
    """What ``options`` are called, and what people type for them."""
    return [
        Offer(o.choice, o.key, o.label, o.synonyms, o.extra, o.waits, o.besides) for o in options
    ]


def _of_fact(talk: Conversation, typed: str, asked: Question) -> Chosen | Born | FirstDay | None:
    said = told(typed, talk.library, known_in(talk), talk.today)
    if asked.fact in said.dates:
        return FirstDay(said.dates[asked.fact])
    if asked.fact == AGE and said.birth_date:
        return Born(said.birth_date)
    value = said.facts.get(asked.fact, "")
    known = value not in {"", DATED} and any(o.choice == value for o in asked.options)
    return Chosen((value,)) if known else None


def counted_at(talk: Conversation, typed: str, step: str) -> str:
    """``typed`` with what ``step`` counts behind a number that is all of it, or begins it.

    Where those are weeks, it is their first day that says how many they are by now.
    """
    language = talk.library.language
    unit = next(iter(dict(language.stating.counts).get(step, ())), "")
    if not unit:
        return typed
    if any(map(unit.endswith, language.counting.day)):
        return _in_school_days(talk, typed, unit)
    if unit.split()[0] in language.counting.week:
        first = _first_day(talk, typed)
        return f"{max(1, (talk.today - first) // WEEK)} {unit}" if first else typed
    text = in_figures(bare_line(typed), language.counting)
    number = _NUMBER.match(text)
    return f"{number[1]} {unit}{text[number.end() :]}" if number else typed


def _in_school_days(talk: Conversation, typed: str, unit: str) -> str:
    """``typed`` with how many school days lie between its two days, or are its bare number."""
    line = bare_line(typed)
    days = [each.day for each in find(line, talk.today)]
    calendars = talk.rulebook.knowledge.calendars.of(talk.situation)
    first, last = (days[0], days[-1]) if len(days) == 2 else (None, None)  # noqa: PLR2004 - a span
    if first and last and 0 < (last - first).days < LONGEST:
        lengths = {each.school_days(first, last) for each in calendars}
        if len(lengths) == 1:
            return f"{lengths.pop()} {unit}, {typed}"
    text = in_figures(line, talk.library.language.counting)
    number = _NUMBER.match(text)
    return f"{number[1]} {unit}{text[number.end() :]}" if number else typed


def _first_day(talk: Conversation, typed: str) -> date | None:
    """The first day of what goes on that ``typed`` says, or that is the only day in it."""
    days = told(typed, talk.library, known_in(talk), talk.today).days
    line, words = bare_line(typed), talk.library.language.counting
    first, found = days.get(AWAY), find(line, talk.today)
    if first is None and len(found) == 1:
        head = line[: found[0].start].strip()
        first = found[0].day if not head or since(f"{head} ", words) else None
    return first if first and first <= talk.today else None

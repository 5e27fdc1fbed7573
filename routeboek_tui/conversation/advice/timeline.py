"""What is due of what lies before and behind where a walk stands."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.near import TAKEN
from routeboek_tui.conversation.telling.measure import MEASURES
from routeboek_tui.conversation.view import leading
from routeboek_tui.core import ladder
from routeboek_tui.core.advice import Do
from routeboek_tui.core.answers import Answer, Ticked
from routeboek_tui.core.facts import holds
from routeboek_tui.core.flow import Certainty, Kind, Step
from routeboek_tui.core.missed import Missed
from routeboek_tui.core.policy import again, ongeoorloofd, registry
from routeboek_tui.core.policy.reached import SICK, reached_on
from routeboek_tui.core.policy.ziekteverzuim import days_reported, in_periods
from routeboek_tui.core.terms.days import DATED, birthday_words, day_of, day_words, known_days
from routeboek_tui.core.terms.milestone import FULL, NOW, UNAUTHORISED, UNITS, Milestone
from routeboek_tui.core.terms.words import term_words
from routeboek_tui.library.general import mark
from routeboek_tui.search.words import stem, stems
from routeboek_tui.text import dates
from routeboek_tui.text.characters import plain
from routeboek_tui.text.enumeration import one_of

HOURS_A_DAY, MOST_OF_DAY = "uren_per_dag", 9
"""The field of a letter that tells how many lessons a day has, and how many that are at most."""

DATES = "Alle data bij elkaar"
"""What stands above the days that follow from one date."""

AGAIN = "Wanneer je opnieuw telt"
"""What stands above when to count again."""

MISSED = "Hoort ook al gedaan te zijn. Is het gebeurd? Typ “al gedaan” en vink het aan"
"""What stands above what the way jumped over where the case came in half-way."""


def rungs(talk: Conversation) -> tuple[Do, ...]:
    """The rungs of the ladder whose days are known, once the walk has come to it."""
    return ladder.rungs(talk.trail, talk.today)


def due_days(talk: Conversation) -> tuple[str, ...]:
    """Every rung whose day is known in words: what it is, who, and by when."""
    return tuple(_rung(talk, do) for do in rungs(talk))


def needed_days(talk: Conversation, steps: Collection[str]) -> Iterator[str]:
    """The days that nobody told, each with everything that is reckoned from it."""
    found, known = dict[str, dict[str, None]](), _known(talk)
    for fact, rung in ladder.without_day(talk.trail, talk.today).items():
        titles = (talk.say(talk.text(step).title) for step in rung)
        found.setdefault(DATED[fact], {}).update(dict.fromkeys(titles))
    for each in _lacked(talk, known, steps):
        found.setdefault(each.since, {})[_title(talk, each)] = None
    starts = talk.library.milestones.starts
    for day, of in found.items():
        titel = "; ".join(of)
        yield talk.rulebook.knowledge.say("dag_nodig", titel=titel, vanaf=starts[day].word)


def appointments(talk: Conversation) -> tuple[tuple[str, str, date], ...]:
    """The meetings that people set a day for: name, what it is called and the day; first first."""
    starts, days = talk.library.milestones.starts, talk.answers.said.days
    found = ((n, starts[n].meeting, day) for n, day in days.items() if starts[n].meeting)
    return tuple(sorted(found, key=lambda each: each[2]))


def agreed_days(talk: Conversation) -> Iterator[str]:
    """The same in words; it is nobody's rule, and said to be their own."""
    for _, meeting, day in appointments(talk):
        yield talk.rulebook.knowledge.say("afspraak_dag", dag=dates.named(day), afspraak=meeting)


def milestones(talk: Conversation) -> Iterator[str]:
    """The day a border was reached, and those that follow from one that is known."""
    found, known = talk.library.milestones, _known(talk)
    for visit in talk.trail.main.visits:
        answer = talk.answers.find(visit.step, visit.visit)
        if answer and answer.given:
            policy, knowledge = talk.step(visit.step).policy, talk.rulebook.knowledge
            on = answer.on or talk.today
            if _counted_on(talk, answer, on):
                continue
            yield from reached_on(policy, answer.given, talk.situation, on, knowledge)
    yield from _of_before(talk)
    if ahead := _full_ahead(talk, known):
        since, hours, full = ahead
        limit = talk.rulebook.knowledge.figure(ongeoorloofd.HOURS, talk.today)
        yield talk.rulebook.knowledge.say(
            "uren_dag_straks",
            grens=limit,
            dag=dates.write(full),
            eerste=dates.short(since),
            uren=hours,
        )
    here = tuple(_of_here(talk, known))
    late = _too_late(talk, here, known)
    for each in here:
        first = known.get(each.since)
        if each.since in late:
            continue
        if first and _on_the_way(talk, each):
            if told := reckoned_from(talk, each, first):
                yield told
            if each.limits in late:
                day, begin = dates.short(known[each.limits]), found.starts[each.limits].word
                yield talk.rulebook.knowledge.say("dag_te_laat", dag=day, begin=begin)


def _of_before(talk: Conversation) -> Iterator[str]:
    """How what was told of a border compares with it where no step of this way asks that.

    Of a count that has reached it, also the day.
    """
    asked = {talk.step(visit.step).policy for visit in talk.trail.main.visits}
    here = {step.policy for step in talk.flow.steps.values()} & {*MEASURES}
    knowledge, situation = talk.rulebook.knowledge, talk.near.situation
    for policy, given in talk.answers.said.counts.items():
        if policy in here - asked:
            verdict = registry.STEPS[policy].verdict(given, situation, talk.today, knowledge)
            yield from verdict.arithmetic
        if policy in {*here, SICK} - asked:
            yield from reached_on(policy, given, situation, talk.today, knowledge)


def _counted_on(talk: Conversation, answer: Answer, on: date) -> bool:
    """Whether it was counted on that same day, so that nobody told when ``answer`` came about."""
    later = (a for a in talk.answers.steps if a.step == answer.step and a.visit > answer.visit)
    told = {ongeoorloofd.LAST, ongeoorloofd.ON}.intersection(answer.given)
    dated = bool(told) or "data" in answer.given
    return not dated and any((each.on or talk.today) == on for each in later)


def lacking(talk: Conversation, steps: Collection[str]) -> Iterator[str]:
    """The days that the ladder and the milestones of ``steps`` are reckoned from, untold."""
    yield from (DATED[fact] for fact in ladder.without_day(talk.trail, talk.today))
    yield from (each.since for each in _lacked(talk, _known(talk), steps))


def _lacked(
    talk: Conversation, known: Mapping[str, date], steps: Collection[str]
) -> Iterator[Milestone]:
    """What follows from a day that nobody told, at one of ``steps`` or at what should be done."""
    here = {*steps, *(each.step.id for each in talk.missed if each.step.actions)}
    every = tuple(_of_here(talk, known))
    # A day that was told under another name is not asked again.
    told = {each.figure for each in every if each.since in known and _on_the_way(talk, each)}
    for each in every:
        new = each.since not in known and (not each.figure or each.figure not in told)
        if new and not each.if_told and not here.isdisjoint(each.steps):
            yield each


def known_milestones(talk: Conversation) -> Iterator[tuple[Milestone, date]]:
    """Every milestone of which somebody told the day it is reckoned from, with that day."""
    known = _known(talk)
    here = tuple(_of_here(talk, known))
    late = _too_late(talk, here, known)
    for each in here:
        if each.since in known.keys() - late - {NOW} and _on_the_way(talk, each):
            yield each, known[each.since]


def reckoned_from(talk: Conversation, milestone: Milestone, first: date) -> str:
    """A day that follows from ``first``, with how it was reckoned; "" where it can't be."""
    knowledge = talk.rulebook.knowledge
    day = day_words(milestone, first, talk.today, knowledge, talk.near.situation)
    start = talk.library.milestones.starts[milestone.since]
    title, since = _title(talk, milestone), start.called(first, talk.today)
    eerste, how = dates.short(first), milestone.how.rstrip(".")
    if turned := birthday_words(milestone, first, talk.today, knowledge):
        how = f"{how}, {turned}"
    if not day:
        return ""
    return knowledge.say(
        "dag_uitgerekend", titel=title, dag=day, vanaf=since, eerste=eerste, hoe=how
    )


def day_of_term(talk: Conversation, line: str) -> str:
    """The day on which a term in ``line`` ends, counted from a day it names and that was told.

    "" where it names no such day, or tells no term of one figure.
    """
    knowledge, starts = talk.rulebook.knowledge, talk.library.milestones.starts
    said, stop = stems(line), talk.library.language.seeking.stop
    terms = set(pairwise(said))
    for name, first in known_days(talk.answers).items():
        word = starts[name].word if name in starts else ""
        begun = {stem(each) for each in plain(word).split() if each not in stop}
        if not begun or not begun.issubset(said) or dates.short(first) in line:
            continue
        for figure in (knowledge.figure(each, talk.today) for each in knowledge.figures):
            counted = (str(figure.value), stem(figure.unit)) in terms and figure.unit in UNITS
            if not counted or figure.least is not None:
                continue
            term = Milestone("", "", since=name, figure=figure.name)
            if day := day_words(term, first, talk.today, knowledge, talk.near.situation):
                eerste = dates.short(first)
                return knowledge.say("dag_van_termijn", dag=day, vanaf=word, eerste=eerste)
    return ""


def _title(talk: Conversation, milestone: Milestone) -> str:
    """What a day is called, and whether it is general information or taken over from elsewhere."""
    behind = mark(talk.library, milestone.sources)
    if not any(talk.near.own(source.document) for source in milestone.sources):
        titles = (talk.library.sources[each].title for each in _lent(talk, milestone))
        behind = TAKEN.format(", ".join(dict.fromkeys(titles)))
    return f"{talk.say(milestone.title)}{f' ({behind})' if behind else ''}"


def _known(talk: Conversation) -> dict[str, date]:
    known, knowledge = {NOW: talk.today} | known_days(talk.answers), talk.rulebook.knowledge
    for answer in talk.answers.steps:
        if ongeoorloofd.ON in answer.given and (
            full := ongeoorloofd.day_reached(answer.given, talk.today, knowledge)
        ):
            known[FULL] = full
        for name, start in talk.library.milestones.starts.items():
            step, _, choice = start.answer.partition("=")
            if answer.on and answer.step == step and choice in answer.choices:
                known.setdefault(name, answer.on)
    if FULL not in known and (ahead := _full_ahead(talk, known)):
        known[FULL] = ahead[2]
    return known


def _full_ahead(talk: Conversation, known: Mapping[str, date]) -> tuple[date, int, date] | None:
    """When who misses all lessons reaches the hours that are reported, where their number is known.

    That is the first day without leave, the lessons of a day, and the day of the last of the hours.
    """
    told = re.match(r"[0-9]+", talk.answers.said.fields.get(HOURS_A_DAY, ""))
    first, hours = known.get(UNAUTHORISED), int(told[0]) if told else 0
    if first is None or not 0 < hours <= MOST_OF_DAY or ongeoorloofd.POLICY in _counted(talk):
        return None
    knowledge, situation = talk.rulebook.knowledge, talk.near.situation
    day = ongeoorloofd.day_at(first, hours, situation, talk.today, knowledge)
    return (first, hours, day) if day else None


def _counted(talk: Conversation) -> set[str]:
    """The policies of which something was counted, at a question or before it."""
    asked = {talk.step(each.step).policy for each in talk.answers.steps if each.given}
    return {*asked, *talk.answers.said.counts}


def _too_late(talk: Conversation, here: Iterable[Milestone], known: Mapping[str, date]) -> set[str]:
    """The days that were told, by what they are the day of, and lie later than they may."""
    knowledge, situation = talk.rulebook.knowledge, talk.near.situation
    found = set()
    for each in here:
        if {each.since, each.limits} <= known.keys():
            last = day_of(each, known[each.since], talk.today, knowledge, situation)
            if last and known[each.limits] > last:
                found.add(each.limits)
    return found


def _of_here(talk: Conversation, known: Mapping[str, date]) -> Iterator[Milestone]:
    for each in talk.library.milestones.of.values():
        other = (each.full and below(talk)) or (each.first_time and _ill_before(talk))
        over = talk.passed & {*each.not_after} or known.keys() & {*each.unless}
        if holds(each.when, talk.near.situation) and _near(talk, each) and not (other or over):
            yield each


def _ill_before(talk: Conversation) -> bool:
    """Whether it was told that the pupil was ill before this time, in this school year."""
    knowledge, said = talk.rulebook.knowledge, talk.answers.said.counts
    given = [each.given for each in talk.answers.steps if talk.step(each.step).policy == SICK]
    every = [
        in_periods(each, talk.situation, talk.today, knowledge)
        for each in (*given, said.get(SICK, {}))
    ]
    return any(
        int(each.get("meldingen") or 0) > 1 or len(days_reported(each, talk.today, knowledge)) > 1
        for each in every
    )


def below(talk: Conversation) -> bool:
    """Whether hours were told that are fewer than are reported, at a question or before it."""
    given = [answer.given for answer in talk.answers.steps if ongeoorloofd.LESSONS in answer.given]
    told = talk.answers.said.counts.get(ongeoorloofd.POLICY, {})
    last = {**told, **(given[-1] if given else {})}
    knowledge = talk.rulebook.knowledge
    return ongeoorloofd.zestien_uur(last, talk.situation, talk.today, knowledge).choice == "nee"


def _on_the_way(talk: Conversation, milestone: Milestone) -> bool:
    steps = talk.passed if milestone.since == NOW or milestone.passed else talk.flow.steps
    return not milestone.steps or any(step in steps for step in milestone.steps)


def count_again(talk: Conversation) -> tuple[str, ...]:
    """When to count again, for each border that was not reached on the way."""
    found: dict[str, str] = {}
    for visit in talk.trail.main.visits:
        policy = talk.step(visit.step).policy
        if not policy or not visit.taken or visit.assumed:
            continue
        answer = talk.answers.find(visit.step, visit.visit)
        given = answer.given if answer else {}
        over = registry.REACHED in visit.taken
        known = talk.rulebook.knowledge
        found[policy] = (
            "" if over else again.count_again(policy, given, talk.near.situation, talk.today, known)
        )
    return tuple(filter(None, found.values()))


def _near(talk: Conversation, milestone: Milestone) -> bool:
    own = any(talk.near.own(source.document) for source in milestone.sources)
    return own or milestone.lent or bool(_lent(talk, milestone))


def _lent(talk: Conversation, milestone: Milestone) -> list[str]:
    """The documents of elsewhere that a day rests on, as a step does that was passed."""
    steps = talk.passed.intersection(milestone.steps)
    documents = [source.document for source in milestone.sources]
    found = [d for d in documents if any(talk.near.taken_over(d, step) for step in steps)]
    return found or documents[:1] if milestone.lent else found


def jumped_over(talk: Conversation) -> Iterator[Do]:
    """What should have been done where the case came in half-way; since when is not known."""
    for each in talk.missed:
        yield from duties(talk, each.step)


def going_on(talk: Conversation) -> tuple[Do, ...]:
    """What a step asks that lies before the beginning of the walk, and nothing has ended.

    It is over at an end, and where the same is to be done anew, as what was asked on the walk is.
    """
    flow, later = talk.flow, [talk.step(visit.step) for visit in talk.trail.main.visits]
    if any(step.jump or step.kind is Kind.OUTCOME for step in later):
        return ()
    anew = {action.id for step in later for action in step.actions}
    there = {step.id for step in later}
    behind = {*talk.jumped, *talk.answers.done} - there
    found: dict[str, Do] = {}
    for do in (
        do for name in flow.steps if name in behind for do in duties(talk, flow.steps[name])
    ):
        ended = {*do.action.until} & {*talk.passed}
        ticked = Ticked(do.step, do.visit, do.action.id) in talk.answers.ticked
        if do.action.until and not ended and not ticked and do.action.id not in anew:
            found[do.action.id] = do
    return tuple(found.values())


def duties(talk: Conversation, step: Step) -> Iterator[Do]:
    """What there is to do at a step that the walk did not pass, so without a day."""
    situation = {**talk.answers.said.facts, **talk.situation}
    for action in step.actions:
        if action.may_be(situation) and action.in_time(talk.passed):
            mine = replace(action, actor=action.actor or step.actor)
            yield Do(step.id, 1, mine, talk.today, None, Certainty.SOURCE)


def only_after(talk: Conversation) -> dict[str, str]:
    """Per step that was jumped over, after which answers alone it holds; "" for all of them."""
    return {each.step.id: _only(talk, each) for each in talk.missed}


def _only(talk: Conversation, each: Missed) -> str:
    if not each.asked:
        return ""
    text = talk.text(each.asked)
    said = one_of(f"“{talk.say(text.choices[choice].label)}”" for choice in each.choices)
    return f" (alleen bij {leading(talk.say(text.title))}{said})"


def _rung(talk: Conversation, do: Do) -> str:
    title, who = talk.say(talk.text(do.step).title), talk.word(do.action.actor)
    term = term_words(do, talk.rulebook.knowledge, talk.library.facts, talk.situation)
    return f"{leading(title)}{who}, {talk.say(term)}"

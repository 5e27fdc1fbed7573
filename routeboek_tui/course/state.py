"""A talk as a value that another program keeps: everything of it, and nothing worked out from it.

What comes back is not trusted: every name in it is looked up, and what cannot be is refused.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.triage.contradiction import contradictions, strange_to
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import DATED, UNKNOWN
from routeboek_tui.core.flow import TRIAGE, Flow
from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.verdict import GivenError, check_past
from routeboek_tui.core.replay import among, valid
from routeboek_tui.core.safety import Manner
from routeboek_tui.core.said import Said
from routeboek_tui.course.course import Course
from routeboek_tui.course.exchanges import Exchange, Key, Spoken
from routeboek_tui.course.overleg import state as overleg_state
from routeboek_tui.course.standing import Moment, Track
from routeboek_tui.course.turn import Aside, Passage, Place, Places
from routeboek_tui.course.unfit import Unfit, known
from routeboek_tui.library.content import Library
from routeboek_tui.text.spelling import suggestion

VERSION = 1
"""The version of the form; it grows when a name in it changes or goes."""

BIRTH_DATE = "geboortedatum"
"""Given as a fact, it takes the place of ``leeftijd``."""

MOST_MOMENTS = 200
"""Moments that undoing can go back to. Older ones are forgotten."""

MOST_LEGS = 20
"""Routes walked one after another."""

FIRST_YEAR, LAST_YEAR = 2000, 2100
"""Years in which a talk can be held."""

NOT_OF_FACT = "Het feit “{fact}” kan niet “{name}” zijn.{near}"
NOT_TOGETHER = "Deze keuzes gaan niet samen, of een ervan bestaat niet."
NO_ROUTE = "Er staat geen route in."
NO_PLACE = "Het antwoord op “{name}” heeft hier geen plaats."
NO_DATE = "“{name}” is geen dag. Schrijf JJJJ-MM-DD."
FAR = f"De dag moet tussen {FIRST_YEAR} en {LAST_YEAR} liggen."
NO_NUMBERS = "Bij deze stap rekenen wij niet met “{name}”.{near}"
TOO_MANY = "Er staan te veel stappen terug of routes in."
OTHER_VERSION = "De toestand is van versie {version}, en dit is versie {own}. Begin opnieuw."
THAT_DAY, SINCE = "De dag van een antwoord", "De dag waarop de route begon"
BORN, DAY_OF_FACT = "De geboortedatum", "De datum"
ON = "op"


class Leg(Struct, frozen=True):
    """The answers along one route."""

    flow: str
    answers: Answers


class Telling(Struct, frozen=True):
    """What was told before a route was known, and what it was taken for."""

    asked: str
    said: str
    own: str
    notes: tuple[str, ...] = ()


class Point(Struct, frozen=True):
    """A moment of the talk: its routes, the last one the current one, and the own words."""

    legs: tuple[Leg, ...]
    own: tuple[tuple[Key, str], ...] = ()
    at: tuple[Key, ...] = ()
    opening: tuple[Telling, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    filled: tuple[tuple[Key, str], ...] = ()
    stories: tuple[str, ...] = ()
    half: str = ""


Beside: TypeAlias = tuple[Key, tuple[tuple[str, tuple[Place, ...]], ...]]
"""What was asked in between at a question: what was typed, and where the answer stands."""


class Waiting(Struct, frozen=True):
    """The track that waits; ``of`` is what the one that is walked is called, and its signal."""

    title: str
    now: Point
    of: tuple[str, str]
    before: tuple[Point, ...] = ()
    signal: str = ""
    apart: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    told: str = ""


class State(Struct, frozen=True):
    """A talk on the day ``today`` while no question stands beside its route.

    ``fresh`` is what restarting goes back to, ``before`` what undoing goes back to.
    """

    today: date
    fresh: Leg
    now: Point
    version: int = VERSION
    before: tuple[Point, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    asides: tuple[Beside, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    other: Waiting | None = None
    meeting: overleg_state.Kept | None = None


def state_of(course: Course) -> State:
    """The state of ``course``; questions beside the route are no part of it."""
    return State(
        today=course.talk.today,
        fresh=_leg(course.fresh),
        now=_point(course.moment),
        before=tuple(map(_point, course.before[-MOST_MOMENTS:])),
        marks=course.marks,
        asides=tuple(
            (key, tuple((aside.typed, places_of(aside)) for aside in asides))
            for key, asides in course.all_asides.items()
        ),
        values=dict(course.values),
        other=_waiting(course),
        meeting=overleg_state.kept(course),
    )


def _waiting(course: Course) -> Waiting | None:
    other = course.other
    if other is None:
        return None
    before = tuple(map(_point, other.before[-MOST_MOMENTS:]))
    now, values = _point(other.moment), dict(other.values)
    return Waiting(
        other.title, now, course.named, before, other.signal, other.apart, values, other.told
    )


def places_of(aside: Aside) -> tuple[Place, ...]:
    """Where the answer to something asked in between stands."""
    found: list[Place] = []
    for part in aside.reply:
        if isinstance(part, Passage):
            found.append(Place("", part.view.place, part.view.title, part.view.kind))
        elif isinstance(part, Places):
            found += part.places
    return tuple(found)


def _leg(talk: Conversation) -> Leg:
    return Leg(talk.flow.id, talk.answers)


def _point(moment: Moment) -> Point:
    spoken = moment.spoken
    told = tuple(Telling(e.asked, e.said, e.own, e.notes) for e in spoken.opening)
    legs = tuple(map(_leg, (*moment.talk.earlier, moment.talk)))
    filled = tuple(spoken.filled.items())
    own = tuple(spoken.own.items())
    return Point(legs, own, spoken.at, told, moment.given, filled, spoken.stories, moment.half)


def begun(
    library: Library, today: date, facts: Mapping[str, str], route: str, manner: Manner
) -> Course:
    """A talk with what another program knows already; a day is written JJJJ-MM-DD.

    :raises Unfit: when a name, a value or a day in it cannot be
    """
    names = dict.fromkeys((*(flow.route for flow in library.flows.values()), *library.flows))
    known(route or TRIAGE, names, "route")
    if not FIRST_YEAR <= today.year < LAST_YEAR:
        raise Unfit("date", FAR)
    scheme, answers, born = library.scheme, Answers(), None
    for fact, value in facts.items():
        where = f"facts.{known(fact, (*scheme.domains, BIRTH_DATE), 'facts')}"
        if fact == BIRTH_DATE:
            born = _day(value, where)
            answers = replace(answers, birth_date=born)
        elif fact in scheme.dates and value not in {UNKNOWN, DATED}:
            answers = answers.with_date(fact, _day(value, where))
        else:
            answers = answers.with_fact(fact, value)
    _Reader(library, today).facts(answers, "facts")
    flow = library.named(route or TRIAGE, today)
    wrong = (
        *contradictions(library, facts, answers.dates, born, today),
        *strange_to(library, facts, flow),
    )
    for fact, why in wrong:
        raise Unfit(f"facts.{fact}", why)
    answers = replace(answers, facts=scheme.settled(answers.facts))
    return Course.along(Conversation.at(library, flow, answers, today), manner)


def resumed(library: Library, state: State) -> Course:
    """The talk that ``state`` is of.

    :raises Unfit: when something in it cannot be, in this guide
    """
    if state.version != VERSION:
        said = OTHER_VERSION.format(version=state.version, own=VERSION)
        raise Unfit("state.version", said)
    if not FIRST_YEAR <= state.today.year < LAST_YEAR:
        raise Unfit("state.today", FAR)
    points, before = (*state.before, state.now), len(state.before)
    if other := state.other:
        points = (*points, *other.before, other.now)
        before = max(before, len(other.before))
    if before > MOST_MOMENTS or any(len(p.legs) > MOST_LEGS for p in points):
        raise Unfit("state", TOO_MANY)
    _all_known(state.values, library.fields, "state.values")
    reader = _Reader(library, state.today)
    fresh = reader.talk((state.fresh,), "state.fresh")
    moments = tuple(reader.moment(p, f"state.before[{n}]") for n, p in enumerate(state.before))
    course = Course(fresh, reader.moment(state.now, "state.now"), moments)
    asides = {
        key: tuple(Aside(typed, (Places("", places),)) for typed, places in every)
        for key, every in state.asides
    }
    named = other.of if other else ("", "")
    waiting = reader.other(other, "state.other")
    course.taking_up(state.marks, asides, state.values, waiting, named)
    if state.meeting:
        overleg_state.resume(course, state.meeting, "state.meeting")
    return course


class _Reader:
    """Makes conversations of what came from outside, on the day ``today``."""

    def __init__(self, library: Library, today: date) -> None:
        self.library = library
        self.today = today
        self._knowledge = library.knowledge

    def moment(self, point: Point, where: str) -> Moment:
        """The moment with everything that undoing brings back."""
        talk = self.talk(point.legs, where)
        asked = talk.ask
        if point.given:
            policy = talk.flow.steps[asked.step].policy if asked else ""
            self._numbers(policy, point.given, f"{where}.given")
        told = tuple(Exchange(e.asked, e.said, e.own, notes=e.notes) for e in point.opening)
        filled = dict(point.filled)
        spoken = Spoken(dict(point.own), point.at, told, filled, point.stories)
        return Moment(talk, spoken, point.given, point.half)

    def other(self, waiting: Waiting | None, where: str) -> Track | None:
        """The track that waits, if there is one."""
        if waiting is None:
            return None
        signals = self.library.signals
        for signal in filter(None, (waiting.signal, waiting.of[1])):
            known(signal, signals, f"{where}.signal")
        before = (self.moment(p, f"{where}.before[{n}]") for n, p in enumerate(waiting.before))
        now = self.moment(waiting.now, f"{where}.now")
        _all_known(waiting.values, self.library.fields, f"{where}.values")
        title, signal, apart = waiting.title, waiting.signal, waiting.apart
        told = waiting.told
        return Track(title, now, tuple(before), signal, apart, waiting.values, told)

    def talk(self, legs: Iterable[Leg], where: str) -> Conversation:
        """The conversation along the last of ``legs``, with the others before it."""
        talks: tuple[Conversation, ...] = ()
        for number, leg in enumerate(legs):
            at = f"{where}.legs[{number}]"
            flow = self.library.flows[known(leg.flow, self.library.flows, f"{at}.flow")]
            self._answers(flow, leg.answers, f"{at}.answers")
            rulebook = self.library.rulebook(flow)
            talk = Conversation(self.library, rulebook, leg.answers, self.today, earlier=talks)
            for answer in leg.answers.steps:
                if answer not in talk.answers.steps:
                    raise Unfit(f"{at}.answers.steps", NO_PLACE.format(name=answer.step))
            talks = (*talks, talk)
        if not talks:
            raise Unfit(f"{where}.legs", NO_ROUTE)
        return talks[-1]

    def facts(self, answers: Answers, where: str) -> None:
        """Look over the facts and their days."""
        scheme = self.library.scheme
        for fact, value in answers.facts.items():
            known(fact, scheme.domains, where)
            values = scheme.domains[fact]
            if value not in (UNKNOWN, *values) or (value == DATED) != (fact in answers.dates):
                near = suggestion(value, values)
                raise Unfit(where, NOT_OF_FACT.format(fact=fact, name=value, near=near))
        for fact, day in answers.dates.items():
            known(fact, scheme.dates & answers.facts.keys(), f"{where}.dates")
            self._past(day, DAY_OF_FACT, where)
        if answers.birth_date:
            self._past(answers.birth_date, BORN, where)

    def _answers(self, flow: Flow, answers: Answers, where: str) -> None:
        self.facts(answers, f"{where}.facts")
        library, safety = self.library, answers.safety
        _all_known([answers.start] * bool(answers.start), flow.steps, f"{where}.start")
        _all_known(answers.done, {s for f in library.flows.values() for s in f.steps}, where)
        for each in answers.ticked:
            step = flow.steps[known(each.step, flow.steps, f"{where}.ticked")]
            _all_known([each.action], {action.id for action in step.actions}, f"{where}.ticked")
        _all_known((*safety.dangers, *safety.heard, *safety.maybe), library.dangers, where)
        _all_known(safety.called, library.numbers, where)
        self._said(answers.said, f"{where}.said")
        if answers.began:
            self._past(answers.began, SINCE, where)
        for number, answer in enumerate(answers.steps):
            self._answer(flow, answer, f"{where}.steps[{number}]")

    def _answer(self, flow: Flow, answer: Answer, where: str) -> None:
        step = flow.steps[known(answer.step, flow.steps, where)]
        if answer.on:
            self._past(answer.on, THAT_DAY, where)
        if answer.choices and not valid(step, answer.choices):
            raise Unfit(where, NOT_TOGETHER)
        if answer.given:
            self._numbers(step.policy, answer.given, where, answer.on)

    def _said(self, said: Said, where: str) -> None:
        """Look over what was said and has no place yet."""
        facts = {**said.facts, **dict.fromkeys(said.dates, DATED)}
        self.facts(Answers(facts, birth_date=said.birth_date, dates=said.dates), where)
        for name, day in said.days.items():
            starts = self.library.milestones.starts
            if not starts[known(name, starts, f"{where}.days")].ahead:
                self._past(day, THAT_DAY, where)
        for name, value in said.fields.items():
            fields = self.library.fields
            if not fields[known(name, fields, f"{where}.fields")].may_hold(value):
                raise Unfit(where, NOT_TOGETHER)
        for policy, given in said.counts.items():
            self._numbers(known(policy, registry.STEPS, where), given, where)
        for name, taken in said.choices.items():
            steps = [f.steps[name] for f in self.library.flows.values() if name in f.steps]
            left = set(taken).difference(*(among(step, taken) for step in steps))
            if left or not any(valid(step, among(step, taken)) for step in steps):
                raise Unfit(where, NOT_TOGETHER)

    def _numbers(
        self, policy: str, given: Mapping[str, str], where: str, on: date | None = None
    ) -> None:
        """Look over what a policy is to reckon with; the day it holds for may be among it."""
        rule = registry.STEPS.get(policy)
        for name in given:
            takes = rule.takes if rule else ()
            if name not in (*takes, ON):
                near = suggestion(name, takes)
                raise Unfit(where, NO_NUMBERS.format(name=name, near=near))
        values = {**given}
        day = _day(values.pop(ON), where) if ON in values else on
        try:
            if rule:
                rule.check(values, day or self.today, self._knowledge)
        except (GivenError, ValueError) as error:
            raise Unfit(where, str(error)) from error

    def _past(self, day: date, what: str, where: str) -> None:
        try:
            check_past(day, self.today, what, self._knowledge)
        except GivenError as error:
            raise Unfit(where, str(error)) from error


def _all_known(found: Iterable[str], names: Collection[str], where: str) -> None:
    for name in found:
        known(name, names, where)


def _day(text: str, where: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Unfit(where, NO_DATE.format(name=text)) from None

"""Where a meeting begins whose route is not known: the few questions it needs, on the wall."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.wall import Wall, numbered
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import PLACE, REGION, SECTOR, Situation
from routeboek_tui.core.flow import TRIAGE, Flow
from routeboek_tui.core.meeting import Stand
from routeboek_tui.library.overleg_words import Words

ROUTE, AGE = "route", "leeftijd"
"""Where the route of the pupil is asked, and then the fact of the age."""

TOPIC = "topic:"
"""What stands before the number of what the meeting is about, where it is asked what it is for."""

SCHOOL = (REGION, PLACE, SECTOR)
"""The facts of the school that decide which routes there are; they are asked first."""


class Door(Struct, frozen=True):
    """A step of a route at which this kind of meeting belongs, in the words of who chairs it.

    ``topic`` is the place among those of the guide of what it is ``about``.
    """

    flow: Flow
    step: str
    topic: int
    about: str
    says: str


def doors(talk: Conversation, kind: str) -> tuple[Door, ...]:
    """Where the case can be, for the school of this talk, in the order in which that is said."""
    flows, steps = tuple(_flows(talk)), talk.library.meeting.kinds[kind].steps
    return tuple(
        Door(flow, step, number, about.says, time.says)
        for number, about in enumerate(talk.library.meeting.about)
        for time in about.times
        for step in time.steps
        for flow in flows
        if step in steps and step in flow.steps
    )


def _flows(talk: Conversation) -> Iterator[Flow]:
    """The routes that are in force for the school of this talk."""
    library, known = talk.library, _known(talk)
    for flow in library.flows.values():
        region = library.editions[flow.edition].region
        here = region in {"", known.get(REGION, region)}
        sector = known.get(SECTOR) in {None, *library.sectors(flow)}
        if here and sector and library.current(flow.route, talk.today) is flow:
            yield flow


def cases(talk: Conversation, stand: Stand) -> dict[str, tuple[Door, ...]]:
    """What can be picked now, by its words: what it is about, or what the meeting is for.

    Where it can only be about one thing, what it is for is asked at once.
    """
    found = doors(talk, stand.meeting.kind)
    if stand.at in topics(talk):
        found = tuple(door for door in found if topic_of(door) == stand.at)
    if len({door.topic for door in found}) == 1:
        return {door.says: (door,) for door in found}
    said = dict.fromkeys(door.about for door in found)
    return {each: tuple(door for door in found if door.about == each) for each in said}


def topic_of(door: Door) -> str:
    """Where it is asked what a meeting is for that is about the same as ``door``."""
    return f"{TOPIC}{door.topic}"


def begins(talk: Conversation, stand: Stand) -> bool:
    """Whether it is asked where the meeting begins."""
    return stand.at in {ROUTE, AGE, *SCHOOL, *topics(talk)}


def topics(talk: Conversation) -> tuple[str, ...]:
    """Where it is asked what a meeting is for, by what it is about."""
    return tuple(f"{TOPIC}{number}" for number, _ in enumerate(talk.library.meeting.about))


def first_asked(talk: Conversation, after: str = "") -> str:
    """What is asked first, or after a fact of :data:`SCHOOL`: what is not known, or the route."""
    later = SCHOOL[SCHOOL.index(after) + 1 :] if after else SCHOOL
    return next((fact for fact in later if still_open(talk, fact)), ROUTE)


def still_open(talk: Conversation, fact: str) -> bool:
    """Whether a fact is still to be asked; of a town, where the region has any."""
    known, towns = _known(talk), talk.library.scheme.follows.get(PLACE, {}).values()
    region = known.get(REGION, "")
    elsewhere = fact == PLACE and region and region not in {each.get(REGION) for each in towns}
    return fact not in known and not elsewhere


def asked_fact(talk: Conversation, stand: Stand) -> str:
    """The fact that is asked on the wall where a meeting begins, "" for the route."""
    return stand.at if stand.at in {AGE, *SCHOOL} else ""


def no_talk(talk: Conversation) -> Conversation:
    """The talk of a pupil of whom nothing is known yet. Of ``talk`` only the school is left."""
    return Conversation.start(talk.library, TRIAGE, talk.today, _facts(talk).facts)


def next_talk(talk: Conversation, door: Door) -> Conversation:
    """The talk of a pupil at ``door``. Of ``talk`` only the school and the age are left."""
    answers, known = _facts(talk), talk.answers
    age = {AGE: known.facts[AGE]} if AGE in known.facts else {}
    facts = replace(answers, facts={**answers.facts, **age})
    there = Conversation.at(talk.library, door.flow, facts, talk.today)
    return there.having(Answers(
        facts=there.answers.facts, birth_date=known.birth_date, start=door.step,
        began=answers.began, safety=talk.safety,
    ))  # fmt: skip


def at_meeting(talk: Conversation, kind: str) -> Conversation | None:
    """The talk of this pupil at this meeting itself, for a route that has not come to one.

    That the meeting is held is what gives its papers their ground.
    """
    library = talk.library
    ground = {step for name in library.meeting.letters for step in library.letters[name].steps}
    steps = [step for step in library.meeting.kinds[kind].steps if step in ground]
    found = ((flow, step) for flow in _flows(talk) for step in steps if step in flow.steps)
    return next((there(talk, flow, step) for flow, step in found), None)


def where_reported(talk: Conversation) -> Conversation | None:
    """The talk of this pupil where the school reported the absence, which the table says it did.

    That of its own route, or else of the first that is in force for the school.
    """
    library, region = talk.library, _known(talk).get(REGION, "")
    for flow in (talk.flow, *library.flows.values()):
        step = next((each for each in library.meeting.reports if each in flow.steps), "")
        sector = _known(talk).get(SECTOR) in {None, *library.sectors(flow)}
        here = sector and library.editions[flow.edition].region == region
        if step and here and library.current(flow.route, talk.today) is flow:
            return there(talk, flow, step)
    return None


def there(talk: Conversation, flow: Flow, step: str) -> Conversation:
    """The talk of this pupil as it would begin at ``step``, with all that is known."""
    known = talk.answers
    answers = Answers(
        facts=_known(talk), birth_date=known.birth_date, dates=known.dates, start=step,
        began=known.began, safety=talk.safety,
    )  # fmt: skip
    return Conversation.at(talk.library, flow, answers, talk.today)


def _known(talk: Conversation) -> dict[str, str]:
    """What is known, with the region that follows from the town."""
    return _settled(talk, talk.situation)


def _settled(talk: Conversation, facts: Situation) -> dict[str, str]:
    return talk.library.scheme.settled(facts)


def _facts(talk: Conversation) -> Answers:
    said = _settled(talk, talk.answers.facts)
    school = {fact: value for fact, value in said.items() if fact in SCHOOL}
    return Answers(facts=school, began=talk.answers.began)


def begin_wall(talk: Conversation, stand: Stand, words: Words) -> Wall:
    """Where the school and the case are, or how old the pupil is."""
    if fact := asked_fact(talk, stand):
        asked = talk.library.facts[fact]
        rows = numbered(each.label for each in asked.choices.values())
        return Wall(words.begin_title, talk.say(asked.question), rows, press=words.enter_unknown)
    found, later = cases(talk, stand), () if stand.at in topics(talk) else (words.later,)
    of_one = all(len(each) == 1 for each in found.values())
    ask = words.what_for if of_one and found else words.where
    return Wall(words.begin_title, ask, numbered((*found, *later)), press=words.enter_later)

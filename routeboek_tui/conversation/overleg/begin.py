"""Where a meeting begins whose route is not known: the few questions it needs, on the wall."""

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.wall import Wall, numbered
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import PLACE, REGION, SECTOR, Situation
from routeboek_tui.core.flow import TRIAGE, Flow
from routeboek_tui.core.meeting import Stand
from routeboek_tui.library.overleg_words import Words

ROUTE, AGE = "route", "leeftijd"
"""Where the route of the pupil is asked, and then the fact of the age."""

SCHOOL = (REGION, PLACE, SECTOR)
"""The facts of the school that decide which routes there are; they are asked first."""


class Door(Struct, frozen=True):
    """A step of a route at which this kind of meeting belongs."""

    flow: Flow
    step: str
    title: str


def doors(talk: Conversation, kind: str) -> tuple[Door, ...]:
    """Where the case can be, for the school of this talk."""
    library, known = talk.library, _known(talk)
    found = []
    for flow in library.flows.values():
        region = library.editions[flow.edition].region
        here = region in {"", known.get(REGION, region)}
        sector = known.get(SECTOR) in {None, *library.sectors(flow)}
        if here and sector and library.current(flow.route, talk.today) is flow:
            for step in library.meeting.kinds[kind].steps:
                if step in flow.steps:
                    there = Conversation.at(library, flow, _facts(talk), talk.today)
                    title = there.say(library.texts[flow.id][step].title)
                    found.append(Door(flow, step, f"{there.title}: {title}"))
    return tuple(found)


def first_asked(talk: Conversation, after: str = "") -> str:
    """What is asked first, or after a fact of :data:`SCHOOL`: what is not known, or the route."""
    later = SCHOOL[SCHOOL.index(after) + 1 :] if after else SCHOOL
    return next((fact for fact in later if _open(talk, fact)), ROUTE)


def _open(talk: Conversation, fact: str) -> bool:
    """Whether a fact of the school is still to be asked; of a town, where the region has any."""
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
    """The talk of a pupil at ``door``. Of ``talk`` only the school is left."""
    answers = _facts(talk)
    there = Conversation.at(talk.library, door.flow, answers, talk.today)
    return there.having(Answers(
        facts=there.answers.facts, start=door.step, began=answers.began, safety=talk.safety
    ))  # fmt: skip


def at_meeting(talk: Conversation, kind: str) -> Conversation | None:
    """The talk of this pupil at this meeting itself, for a route that has not come to one.

    That the meeting is held is what gives its papers their ground.
    """
    library = talk.library
    steps = {step for name in library.meeting.letters for step in library.letters[name].steps}
    door = next((each for each in doors(talk, kind) if each.step in steps), None)
    return there(talk, door.flow, door.step) if door else None


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
    found = (door.title for door in doors(talk, stand.meeting.kind))
    return Wall(
        words.begin_title, words.where, numbered((*found, words.later)), press=words.enter_later
    )

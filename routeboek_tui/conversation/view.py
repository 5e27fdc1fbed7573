"""What a face shows of a conversation: the question, the way so far, and the facts, in words."""

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.core.facts import UNKNOWN, UNLESS_SAID
from routeboek_tui.core.flow import TRIAGE, Certainty, Source
from routeboek_tui.core.replay import among
from routeboek_tui.core.safety import KIND, NONE, SAFETY
from routeboek_tui.library.content import Library
from routeboek_tui.text import dates
from routeboek_tui.text.enumeration import one_of

if TYPE_CHECKING:
    from routeboek_tui.conversation.conversation import Conversation
    from routeboek_tui.core.trail import Ask, Visit

MOST_DOORS = 9
"""Beyond this many doors there is nothing to choose from: first something must become known."""

DOOR_SYNONYMS = ("verder", "ja", "ga verder", "mee")
ONE_DOOR = "Deze zaak gaat verder op een andere route. Ga je mee?"
DOOR_HINT = (
    "Wat je al vertelde gaat mee. De brieven die al konden, blijven."
    " Wil je niet mee, ga dan een stap terug."
)
SEVERAL_DOORS = "Verder op een andere route"
PERHAPS_A_DOOR = "Misschien gaat deze zaak verder op een andere route. Wil je daar alvast kijken?"
PERHAPS_HINT = (
    "Zoek eerst uit wat je nog niet weet. Wie nu verder kijkt, ziet alleen wat er misschien komt:"
    " er is dan nog niets zeker, en er komt geen brief bij."
)

PERHAPS = "Uit wat je zei kan het dit zijn: {}. Zeker is dat niet."
UNKNOWN_LABEL = "Weet ik nog niet"
NO_SOURCE = "geen eigen vak in de bron: door ons afgeleid"

CERTAINTY_WORDS = {
    Certainty.SOURCE: "",
    Certainty.READING: "zo lezen wij de bron",
    Certainty.INFERRED: "door ons afgeleid, staat niet in de bron",
}


class Option(Struct, frozen=True):
    """One choice: the key that picks it, what it says, and where it leads.

    ``choice`` is "" for "weet ik nog niet". ``extra`` may be ticked beside another, and so may
    one that stands ``besides`` those. ``notes`` is
    what to mind before it is chosen. ``waits`` is known only once somebody told or decided it.
    """

    key: str
    choice: str
    label: str
    leads_to: str = ""
    synonyms: tuple[str, ...] = ()
    extra: bool = False
    notes: tuple[str, ...] = ()
    waits: bool = False
    besides: tuple[str, ...] = ()


class Remark(Struct, frozen=True):
    """A line above a question; one that is ``listed`` is an entry under the one before it."""

    text: str
    listed: bool = False


class Question(Struct, frozen=True):
    """What is asked now.

    ``fact`` is set when it is a fact and not a step. ``number`` counts the questions
    about the route; it is 0 for a fact. ``supposing`` lists what is supposed for the
    moment, after "weet ik nog niet"; it is said once, not again after the next answer.
    ``dated`` is true for a fact that is a date.
    ``ended`` is true at an outcome where the walk rests; answering goes on from there.
    ``remarks`` stand above it. ``default`` is the key of the option that Enter alone takes, "" for
    none. ``beside_route`` is true for a question that is no step of the route.
    """

    step: str
    visit: int
    fact: str
    number: int
    actor: str
    who: str
    title: str
    text: str
    hint: str
    options: tuple[Option, ...]
    policy: str = ""
    source: str = ""
    supposing: tuple[str, ...] = ()
    several: bool = False
    ended: bool = False
    dated: bool = False
    remarks: tuple[Remark, ...] = ()
    default: str = ""
    beside_route: bool = False

    @property
    def together(self) -> tuple[str, ...]:
        """The keys of two options that can be answered at once; none where only one can."""
        offered = [option for option in self.options if option.choice]
        extra = [option.key for option in offered if option.extra]
        alone = [option.key for option in offered if not option.extra]
        pair = (*alone[:1], *extra[:1]) if alone else tuple(extra[:2])
        return pair if len(pair) == 2 else ()  # noqa: PLR2004 - a pair

    def beside(self, options: tuple[Option, ...], remarks: tuple[Remark, ...]) -> "Question":
        """The same question where it is asked beside the route."""
        return replace(
            self, options=options, remarks=remarks, source="", number=0, beside_route=True
        )


class Line(Struct, frozen=True):
    """One line of the way so far: an answer that can be changed, or a step passed without one."""

    step: str
    visit: int
    title: str
    said: str = ""
    who: str = ""
    note: tuple[str, ...] = ()
    alongside: bool = False
    supposed: bool = False

    @property
    def answer(self) -> bool:
        """Whether this line holds an answer."""
        return bool(self.said)


class FactWord(Struct, frozen=True):
    """A fact in the strip: its name and how its value is said."""

    fact: str
    title: str
    said: str


def question(talk: "Conversation") -> Question | None:
    """The question of this moment; ``None`` when the walk is at its end."""
    from routeboek_tui.core.advice import what_if

    ask = talk.ask
    if ask is None:
        return _door(talk)
    step = talk.step(ask.step)
    number = sum(bool(visit.taken) for visit in talk.trail.main.visits) + 1
    visits = talk.trail.main.visits
    settled = max((n for n, v in enumerate(visits) if v.taken and not v.assumed), default=-1)
    supposing = tuple(
        answered(talk.say(talk.text(v.step).title), said(talk, v))
        for v in visits[settled + 1 :]
        if v.assumed
    )
    if ask.fact in {SAFETY, KIND}:
        return _safety_question(talk, ask)
    if ask.fact:
        return fact_question(talk, ask.fact, ask.step, ask.visit, supposing)
    text = talk.text(step.id)
    ways = what_if(talk.rulebook, step.id, talk.situation)
    options = [
        Option(
            key=str(n),
            choice=choice.id,
            label=talk.say(text.choices[choice.id].label),
            leads_to=one_of(talk.say(talk.text(e.to).title) for e in ways[choice.id]),
            synonyms=text.choices[choice.id].synonyms,
            extra=choice.parallel,
            waits=step.waits,
            besides=choice.besides,
        )
        for n, choice in enumerate(step.choices, start=1)
    ]
    told = talk.answers.said
    perhaps = told.perhaps.get(step.id) or told.likely.get(step.id, ())
    maybe = among(step, perhaps) if ask.visit == 1 else ()
    if not talk.ended:
        unknown = talk.say(text.not_yet) or UNKNOWN_LABEL
        options.append(Option(str(len(options) + 1), "", unknown, "zo kom je erachter"))
    return Question(
        step=step.id,
        visit=ask.visit,
        fact="",
        number=number,
        actor=step.actor,
        who=talk.word(step.actor),
        title=talk.say(text.title),
        text=talk.say(text.question),
        hint=talk.say(text.hint),
        options=tuple(options),
        policy=step.policy,
        source=sources(talk, step.sources),
        supposing=supposing,
        several=any(choice.parallel or choice.besides for choice in step.choices),
        ended=talk.ended,
        remarks=_perhaps(one_of(o.label for o in options if o.choice in maybe)),
    )


def _perhaps(named: str) -> tuple[Remark, ...]:
    """What it may be by what was said before, if anything."""
    return (Remark(PERHAPS.format(named)),) if named else ()


def _safety_question(talk: "Conversation", ask: "Ask") -> Question:
    """Whether there is danger, with what was heard of it; or which kind of danger it is."""
    asked = fact_question(talk, SAFETY, ask.step, ask.visit)
    if ask.fact == SAFETY:
        if not (heard := safety.about(talk)):
            return asked
        options = tuple(
            replace(o, label=safety.NOT_MEANT) if o.choice == NONE else o for o in asked.options
        )
        text = f"{heard} {safety.ASKED}"
        return replace(asked, text=text, hint=safety.first_of(talk), options=options)
    kinds = [*safety.kinds(talk), ("", UNKNOWN_LABEL)]
    options = tuple(Option(str(n), *each) for n, each in enumerate(kinds, start=1))
    return replace(asked, fact=KIND, text=safety.WHICH, hint=safety.WHICH_HINT, options=options)


def _door(talk: "Conversation") -> Question | None:
    """Whether to go on along the route behind the door, or behind which one, at the end of a walk.

    As long as something is not known there can be several, or an outcome beside them; too many to
    choose from are not offered.
    """
    trail = talk.trail
    if not 0 < len(trail.doors) <= MOST_DOORS:
        return None
    first, step = trail.doors[0], talk.step(trail.doors[0].step)
    titles = [talk.say(talk.text(door.step).title) for door in trail.doors]
    yes = DOOR_SYNONYMS if len(titles) == 1 else ()
    options = tuple(
        Option(str(n), door.step, title, "", yes)
        for n, (door, title) in enumerate(zip(trail.doors, titles, strict=True), start=1)
    )
    return Question(
        step=first.step,
        visit=first.visit,
        fact="",
        number=0,
        actor=step.actor,
        who=talk.word(step.actor),
        title=titles[0] if len(titles) == 1 else SEVERAL_DOORS,
        text=ONE_DOOR if trail.door else PERHAPS_A_DOOR,
        hint=DOOR_HINT if trail.door else PERHAPS_HINT,
        options=options,
        ended=True,
    )


def fact_question(
    talk: "Conversation", fact: str, step: str = "", visit: int = 1, supposing: tuple[str, ...] = ()
) -> Question:
    """The question for a fact of the pupil, at a visit of the step that needs it."""
    text = talk.library.facts[fact]
    perhaps = talk.answers.said.perhaps.get(fact, ())
    values = sorted(talk.flow.domains[fact], key=lambda value: value not in perhaps)
    options = [
        Option(str(n), value, talk.say(text.choices[value].label), "", text.choices[value].synonyms)
        for n, value in enumerate(values, start=1)
    ]
    named = one_of(option.label for option in options if option.choice in perhaps)
    options.append(Option(str(len(options) + 1), "", UNKNOWN_LABEL, "zo kom je erachter"))
    return Question(
        step=step,
        visit=visit,
        fact=fact,
        number=0,
        actor="school",
        who="Over de leerling",
        title=text.title,
        text=talk.say(text.question),
        hint=talk.say(text.hint),
        options=tuple(options),
        supposing=supposing,
        dated=fact in talk.library.scheme.dates,
        remarks=_perhaps(named),
    )


def said(talk: "Conversation", visit: "Visit") -> str:
    """The answer at a visit, in the words of its choices."""
    labels = talk.text(visit.step).choices
    return " + ".join(talk.say(labels[choice].label) for choice in visit.taken)


def leading(title: str) -> str:
    """A title as it stands before what was answered to it; a title that asks needs no colon."""
    return f"{title} " if title.endswith("?") else f"{title}: "


def answered(title: str, words: str) -> str:
    """A title with what was answered to it."""
    return f"{leading(title)}{words}"


def lines(talk: "Conversation") -> tuple[Line, ...]:
    """The way so far on the main way, in the order it was walked."""
    unknown = {(answer.step, answer.visit) for answer in talk.trail.unknown}
    found = []
    last = talk.trail.main.last
    for visit in talk.trail.main.visits:
        step, text = talk.step(visit.step), talk.text(visit.step)
        crossing = talk.flow.route == TRIAGE and not (step.asks or step.actions)
        if visit is last or crossing:
            continue
        open_answer = (visit.step, visit.visit) in unknown
        answer = UNKNOWN_LABEL if open_answer else "" if visit.told else said(talk, visit)
        found.append(
            Line(
                step=visit.step,
                visit=visit.visit,
                title=talk.say(text.title),
                said=answer,
                who=talk.word(step.actor),
                note=(*visit.verdict.arithmetic, *visit.verdict.notes) if visit.verdict else (),
                alongside=visit.alongside,
                supposed=visit.assumed,
            )
        )
    return tuple(found)


def facts(talk: "Conversation") -> tuple[FactWord, ...]:
    """The strip: every fact that was asked or said; what holds unless said otherwise is none."""
    found = []
    for fact, text in talk.library.facts.items():
        if fact == SAFETY and not safety.shown(talk):
            continue
        if fact in UNLESS_SAID and talk.answers.facts.get(fact) == UNLESS_SAID[fact]:
            continue
        if fact == "leeftijd" and talk.answers.birth_date:
            said_so = f"geboren {dates.write(talk.answers.birth_date)}"
        elif fact in talk.answers.dates:
            day = talk.answers.dates[fact]
            said_so = f"{text.since} {dates.short(day)}"
        elif fact in talk.answers.facts:
            value = talk.answers.facts[fact]
            said_so = text.choices[value].short if value != UNKNOWN else f"{text.title}: onbekend"
        else:
            continue
        found.append(FactWord(fact, text.title, said_so))
    return tuple(found)


def sources(talk: "Conversation", places: tuple[Source, ...]) -> str:
    """One's own sources in words: document, edition and place, or that there is none."""
    return talk.near.sources(places) if places else NO_SOURCE


def document_words(talk: "Conversation", document_id: str) -> str:
    """A source document in words, with its edition and region."""
    document = talk.library.sources[document_id]
    return f"{document.title} ({document.edition}; {document.region})"


def source_words(library: Library, place: Source) -> str:
    """One source in words: document, edition and place."""
    document = library.sources[place.document]
    outside = "algemene informatie: " if document.outside else ""
    where = f", {place.place}" if place.place else ""
    return f"{outside}{document.title} ({document.edition}){where}"

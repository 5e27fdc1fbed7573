"""Questions beside the route: what a sentence is about, the way there, and whether to go on."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.heading import Heading, head_for
from routeboek_tui.conversation.meanings import (
    Chosen,
    Given,
    Told,
    Understood,
    Unknown,
    Unsure,
)
from routeboek_tui.conversation.move import Answer, Answered, Refused, answer, read, read_among
from routeboek_tui.conversation.telling.measure import ALONE
from routeboek_tui.conversation.told import told
from routeboek_tui.conversation.view import Option, Question, Remark
from routeboek_tui.conversation.view import facts as fact_words
from routeboek_tui.conversation.wat_nu import Candidate, Found, candidates, known_in
from routeboek_tui.core.facts import PLACE, REGION
from routeboek_tui.core.said import Said
from routeboek_tui.course.sentences import CHOOSE, FROM_SAID, shown
from routeboek_tui.course.turn import Reply, Words

LIKE = "Dit lijkt op:"
UNSURE = "Dit lijkt op een van deze. De gids twijfelt: kies zelf."
PERHAPS = "Misschien lijkt dit hierop. De gids twijfelt: kies zelf."
CONTRADICTED = "Eerst stond er {}, en nu schrijf je: “{}”. Wat klopt?"
NOTHING = "Hierbij past geen route die de gids kent. Typ het in andere woorden, of ga verder."
ELSEWHERE = "De gids kent geen afspraken voor deze regio en sector."
BESIDE = "Tegelijk waar"
BEGIN_THERE = "Begin dan bij: {}."
NONE_OF_THESE = "Geen van deze: stel mij de vragen"
QUESTIONS = "Stel mij de vragen"
GO_ON = "Ga verder: de gids zegt bij wie je de afspraken vindt"
DEPENDS = "welke route, hangt af van: {}"
ASK_FIRST = "Zoek eerst uit: {}"
MIND = "Let op: {}"

LOST = "Daarvoor is nog te weinig bekend. De vragen gaan verder."
NO_ROUTE = "Daarvoor heeft de gids in deze regio geen route. De vragen gaan verder."
BEGUN = "Je begint op de route {}."
ON_THE_WAY = "Op weg naar: {}"

WHICH_NUMBER = "Wat bedoel je met {}?"
AS_OPTION = "Antwoord {}: {}"
AS_COUNT = "Het aantal: {}"
OPTION, COUNT = "antwoord", "aantal"

NONE = "geen"
"""The choice of no candidate: the guide asks its questions."""

YES, NO = "ja", "nee"

GUIDE = "De gids"
"""Who asks what no source asks."""


class Closed(Struct, frozen=True):
    """A question beside the route is answered. ``answered`` is what comes of it, if anything.

    ``reply`` is what is said of that, ``then`` what is done first.
    """

    answered: Answered | None = None
    reply: Reply = ()
    then: Callable[[], object] | None = None


Outcome: TypeAlias = "Frame | Closed | Refused"


class Frame(Protocol):
    """A question beside the route; the newest one is asked."""

    @property
    def talk(self) -> Conversation:
        """The conversation it stands beside, with what was answered in it."""

    @property
    def question(self) -> Question:
        """What is asked."""

    def read(self, typed: str) -> Understood:
        """What a line means here; danger was looked for already."""

    def answered(self, understood: Answer) -> Outcome:
        """The question after it, or what came of this one, or why the answer will not do."""


def hearing(talk: Conversation, typed: str) -> "Candidates | Contradicted":
    """What ``typed`` can be about where ``talk`` stands, with what else it says.

    Where it says another thing of a fact than was known, that is asked first.
    """
    return _heard(talk, typed, told(typed, talk.library, known_in(talk), talk.today))


def said_besides(talk: Conversation, typed: str, fact: str) -> Said:
    """What an answer in the triage says besides the fact that was asked, if any."""
    known = known_in(talk)
    said = told(typed, talk.library, known, talk.today).without_fact(fact)
    for name, value in said.facts.items():
        if known.get(name, value) != value:
            said = said.without_fact(name)
    return said


def _heard(talk: Conversation, typed: str, said: Said) -> "Candidates | Contradicted":
    known = known_in(talk)
    for fact in talk.library.scheme.domains:
        value = said.facts.get(fact, "")
        if value and known.get(fact, value) != value:
            return Contradicted(talk, typed, fact, said)
    return Candidates.of(talk.hearing(said), typed)


class Contradicted(Struct, frozen=True):
    """Which holds: the value of ``fact`` that was known, or the one in what was ``typed``."""

    talk: Conversation
    typed: str
    fact: str
    said: Said

    @property
    def question(self) -> Question:
        """The one, or the other."""
        talk, fact = self.talk, self.fact
        choices = talk.library.facts[fact].choices
        values = (known_in(talk)[fact], self.said.facts[fact])
        labels = [talk.say(choices[value].label) for value in values]
        options = tuple(
            Option(str(n), value, label, synonyms=choices[value].synonyms)
            for n, (value, label) in enumerate(zip(values, labels, strict=True), start=1)
        )
        return aside(CONTRADICTED.format(labels[0], shown(self.typed)), options)

    def read(self, typed: str) -> Understood:
        """One of both."""
        return read_among(self.talk, typed, self.question.options)

    def answered(self, understood: Answer) -> Outcome:
        """What the sentence can be about, now that this is clear."""
        if not isinstance(understood, Chosen):
            return Refused((CHOOSE,))
        talk, fact = self.talk, self.fact
        if understood.choices[0] == self.said.facts[fact]:
            facts = talk.library.scheme.choosing(talk.answers.facts, fact, understood.choices[0])
            talk = talk.having(replace(talk.answers, facts=facts))
            return _heard(talk, self.typed, self.said.without_fact(fact))
        said = self.said
        for each in (PLACE, REGION) if fact in {PLACE, REGION} else (fact,):
            said = said.without_fact(each)
        return _heard(talk, self.typed, said)


class Candidates(Struct, frozen=True):
    """What ``typed``, about a pupil, can be about: the routes it resembles."""

    talk: Conversation
    typed: str
    found: Found

    @classmethod
    def of(cls, talk: Conversation, typed: str) -> "Candidates":
        """What ``typed`` can be about where ``talk`` stands, with what was said so far."""
        known = {**talk.answers.said.facts, **known_in(talk)}
        return cls(talk, typed, candidates(talk.library, typed, known))

    @property
    def question(self) -> Question:
        """Which of them it is."""
        found = self.found.candidates
        options = [self._option(str(n), each) for n, each in enumerate(found, start=1)]
        none = NONE_OF_THESE if found else QUESTIONS
        if self.found.referral:
            none = GO_ON
        options.append(Option(str(len(options) + 1), NONE, none))
        sure = bool(found) and found[0].sure
        return aside(self._asked(), tuple(options), self._remarks(), default="1" if sure else "")

    def _asked(self) -> str:
        found = self.found.candidates
        if self.found.referral:
            return ELSEWHERE
        if not found:
            return NOTHING
        if found[0].sure:
            return LIKE
        return UNSURE if len(found) > 1 else PERHAPS

    def _remarks(self) -> tuple[Remark, ...]:
        remarks = [Remark(BESIDE)] if self.found.together else []
        for beside in self.found.together:
            remarks.append(Remark(f"{beside.title}: {beside.say}", listed=True))
            if begins := beside.beginning.begins:
                remarks.append(Remark(BEGIN_THERE.format(begins), listed=True))
        return tuple(remarks)

    def _option(self, key: str, candidate: Candidate) -> Option:
        library = self.talk.library
        begins = candidate.begins
        if not begins:
            titles = (library.facts[fact].title.lower() for fact in candidate.needs)
            begins = DEPENDS.format(", ".join(titles))
        notes = [ASK_FIRST.format(" ".join(candidate.ask))] if candidate.ask else []
        notes += [MIND.format(note) for note in candidate.notes]
        name = candidate.signal.id
        return Option(key, name, candidate.signal.title, begins, notes=tuple(notes))

    def read(self, typed: str) -> Understood:
        """One of them by its key or its whole title; else a line that says it in other words."""
        understood = read_among(self.talk, typed, self.question.options)
        if not isinstance(understood, Unsure | Unknown):
            return understood
        found = Candidates.of(self.talk, typed).found
        return Told(found) if found.anything else Unsure()

    def answered(self, understood: Answer) -> Outcome:
        """The way to the one that was chosen."""
        if not isinstance(understood, Chosen):
            return Refused((UNSURE,))
        name = understood.choices[0]
        chosen = next((c for c in self.found.candidates if c.signal.id == name), None)
        if chosen is None:
            return Closed(Answered(self.talk)) if self.talk.answers.said else Closed()
        answers = self.talk.answers
        said = chosen.signal.says.agreeing(answers.said)
        talk = self.talk.having(replace(answers, said=said))
        return _headed(head_for(talk, chosen))


class OnTheWay(Struct, frozen=True):
    """What must be answered before the route of a candidate is known."""

    heading: Heading

    @property
    def talk(self) -> Conversation:
        """The triage so far."""
        return self.heading.talk

    @property
    def question(self) -> Question:
        """The question of the heading."""
        asked = self.heading.question
        assert asked is not None
        title = self.heading.talk.library.signals[self.heading.signal].title
        options = tuple(
            Option(o.key, o.choice, o.label, "", o.synonyms, o.extra) for o in asked.options
        )
        return asked.beside(options, (Remark(ON_THE_WAY.format(title)),))

    def read(self, typed: str) -> Understood:
        """A line as answer to it."""
        return self.heading.read(typed)

    def answered(self, understood: Answer) -> Outcome:
        """The next question on the way, or the conversation at the door."""
        after = self.heading.answered(understood)
        return after if isinstance(after, Refused) else _headed(after)


def _headed(heading: Heading) -> Outcome:
    heading = heading.told()
    if heading.question:
        return OnTheWay(heading)
    arrived, said = heading.arrived, said_of(heading.talk, heading.said)
    if arrived is None:
        return Closed(Answered(heading.talk, (*said, LOST if heading.unknown else NO_ROUTE)))
    return Closed(Answered(arrived, (*said, BEGUN.format(arrived.title))))


def said_of(talk: Conversation, facts: tuple[str, ...]) -> tuple[str, ...]:
    """The facts that were said and not asked, in a sentence; none where there are none."""
    known = {word.fact: word.said for word in fact_words(talk)}
    named = ", ".join(known[fact] for fact in facts if fact in known)
    return (FROM_SAID.format(named),) if named else ()


class Confirm(Struct, frozen=True):
    """Whether to go on with something that costs what was said.

    ``done`` is what comes of a yes, ``kept`` what is said after a no. ``agreed`` are lines that say
    yes besides.
    """

    talk: Conversation
    asked: str
    yes: str
    no: str
    done: "Closed"
    kept: str = ""
    remarks: tuple[Remark, ...] = ()
    agreed: tuple[str, ...] = ()

    @property
    def question(self) -> Question:
        """Yes or no, in the words of what it is about."""
        language = self.talk.library.language
        options = (
            Option("1", YES, self.yes, synonyms=(*language.yes, *self.agreed)),
            Option("2", NO, self.no, synonyms=tuple(language.no)),
        )
        return aside(self.asked, options, self.remarks)

    def read(self, typed: str) -> Understood:
        """Yes or no."""
        return read_among(self.talk, typed, self.question.options)

    def answered(self, understood: Answer) -> Outcome:
        """Done, or not."""
        if isinstance(understood, Chosen) and understood.choices == (YES,):
            return self.done
        return Closed(reply=(Words(self.kept),) if self.kept else ())


class NumberMeant(Struct, frozen=True):
    """Whether a bare number is an option or a count, where it can be both."""

    talk: Conversation
    asked: Question
    number: str
    given: Mapping[str, str]

    @property
    def question(self) -> Question:
        """The option, or the count."""
        label = next(o.label for o in self.asked.options if o.key == self.number)
        options = (
            Option("1", OPTION, AS_OPTION.format(self.number, label)),
            Option("2", COUNT, AS_COUNT.format(self.number)),
        )
        return aside(WHICH_NUMBER.format(self.number), options)

    def read(self, typed: str) -> Understood:
        """One of both, or an answer to the question itself."""
        understood = read_among(self.talk, typed, self.question.options)
        return read(self.talk, typed) if isinstance(understood, Unsure) else understood

    def answered(self, understood: Answer) -> Outcome:
        """The answer to the question of the route."""
        if isinstance(understood, Chosen) and understood.choices == (OPTION,):
            chosen = next(o.choice for o in self.asked.options if o.key == self.number)
            understood = Chosen((chosen,)) if chosen else Unknown()
        elif isinstance(understood, Chosen) and understood.choices == (COUNT,):
            understood = Given({ALONE[self.asked.policy]: self.number})
        result = answer(self.talk, understood, self.given)
        return result if isinstance(result, Refused) else Closed(result)


def aside(
    asked: str,
    options: tuple[Option, ...],
    remarks: tuple[Remark, ...] = (),
    *,
    hint: str = "",
    default: str = "",
) -> Question:
    """A question that is not part of a route."""
    return Question(
        step="", visit=0, fact="", number=0, actor="", who=GUIDE, title=asked, text=asked,
        hint=hint, options=options, remarks=remarks, default=default, beside_route=True,
    )  # fmt: skip

"""From what was told about a pupil to a route: what it can be about, and the way there."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing import matching
from routeboek_tui.conversation.hearing.among import read_among
from routeboek_tui.conversation.hearing.meanings import (
    Chosen,
    Told,
    Understood,
    Unknown,
    Unsure,
)
from routeboek_tui.conversation.hearing.mistaken import MIND as SO
from routeboek_tui.conversation.hearing.move import Answer, Answered, Refused, hear_alarm
from routeboek_tui.conversation.hearing.placed import placed
from routeboek_tui.conversation.hearing.polarity import unlike
from routeboek_tui.conversation.hearing.told import told, told_at
from routeboek_tui.conversation.safety import Alarm, without_rest
from routeboek_tui.conversation.telling.fact import AGE
from routeboek_tui.conversation.triage.begin import known_in
from routeboek_tui.conversation.triage.door import at_door, doors_of, elsewhere
from routeboek_tui.conversation.triage.heading import Heading, head_for
from routeboek_tui.conversation.triage.wat_nu import Candidate, Found, candidates
from routeboek_tui.conversation.view import Option, Question, Remark
from routeboek_tui.conversation.view import facts as fact_words
from routeboek_tui.core.facts import PLACE, READER, REGION, SECTOR, UNASKED, UNLESS_SAID
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.said import Said
from routeboek_tui.course.frames import ASK_ME, Closed, Frame, Outcome, aside
from routeboek_tui.course.sentences import CHOOSE, FROM_SAID, shown
from routeboek_tui.library.caution import Belief
from routeboek_tui.text.characters import plain

LIKE = "Dit lijkt op:"
UNSURE = "Dit lijkt op een van deze. Het is niet zeker: kies zelf."
PERHAPS = "Misschien lijkt dit hierop. Het is niet zeker: kies zelf."
CONTRADICTED = "Eerst stond er {}, en nu schrijf je: “{}”. Wat klopt?"
NOTHING = "Hierbij past geen route die wij kennen. Typ het in andere woorden, of ga verder."
ELSEWHERE = "Wij kennen geen afspraken voor deze regio en sector."
BESIDE = "Tegelijk waar"
BEGIN_THERE = "Begin dan bij: {}."
BOTH = "Allebei: eerst “{}”, daarna “{}”"
NONE_OF_THESE = "Geen van deze: stel mij de vragen"
GO_ON = "Ga verder: wij zeggen bij wie je de afspraken vindt"
DEPENDS = "welke route, hangt af van: {}"
ASK_FIRST = "Zoek eerst uit: {}"
MIND = "Let op: {}"

LOST = "Daarvoor is nog te weinig bekend. De vragen gaan verder."
NO_ROUTE = "Daarvoor is er in deze regio geen route. De vragen gaan verder."
BEGUN = "Je begint op de route {}."
ON_THE_WAY = "Op weg naar: {}"

TRACKS = "allebei"
"""The choice of two candidates, one after the other."""

TWO = 2

NONE = "geen"
"""The choice of no candidate: the guide asks its questions."""


def hearing(talk: Conversation, typed: str) -> "Candidates | Contradicted":
    """What ``typed`` can be about where ``talk`` stands, with what else it says.

    Where it says another thing of a fact than was known, that is asked first.
    """
    said = told(typed, talk.library, known_in(talk), talk.today, unasked=True)
    return _heard(talk, typed, said)


def said_besides(talk: Conversation, said: Said, fact: str) -> Said:
    """What an answer that ``said`` this says besides the fact that was asked, if any."""
    known = known_in(talk)
    said = said.without_fact(fact)
    said = replace(said, facts={f: v for f, v in said.facts.items() if f not in UNASKED})
    for name, value in said.facts.items():
        if known.get(name, value) != value:
            said = said.without_fact(name)
    return said


def _heard(talk: Conversation, typed: str, said: Said) -> "Candidates | Contradicted":
    known = {
        fact: value
        for fact, value in known_in(talk).items()
        if fact not in UNLESS_SAID or fact in talk.answers.facts
    }
    for fact in talk.library.scheme.domains:
        value = said.facts.get(fact, "")
        if value and fact != READER and known.get(fact, value) != value:
            return Contradicted(talk, typed, fact, said)
    return Candidates.of(talk.hearing(said), typed)


class Contradicted(Struct, frozen=True):
    """Which holds: the value of ``fact`` that was known, or the one in what was ``typed``."""

    talk: Conversation
    typed: str
    fact: str
    said: Said
    line: str = ""
    """What says the other value, where that is not what was ``typed`` first."""

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
        return aside(CONTRADICTED.format(labels[0], shown(self.line or self.typed)), options)

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
            # An age that followed from the class goes with the kind of school.
            was = talk.answers.said.without_fact(AGE) if self.line else talk.answers.said
            talk = talk.having(replace(talk.answers, facts=facts, said=was))
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
    here: Said

    @classmethod
    def of(cls, talk: Conversation, typed: str) -> "Candidates":
        """What ``typed`` can be about where ``talk`` stands, with what was said so far.

        A door to the question that is asked here, and that does not answer it, leads nowhere.
        """
        known = {**talk.answers.said.facts, **known_in(talk)}
        here = told_at(typed, talk.library, doors_of(talk.library), talk.today)
        said = talk.answers.said
        found = candidates(talk.library, typed, known, said, here)
        asked = talk.ask.step if talk.ask and not talk.ask.fact else ""
        answered = {*said.choices, *here.choices}
        leads = tuple(
            each
            for each in found.candidates
            if each.door != f"{talk.flow.id}/{asked}"
            or {asked} & {*answered, *each.signal.says.choices}
        )
        language = talk.library.language
        denied = {e.signal.id for e in leads if unlike(typed, e.signal.title, language)}
        leads = tuple(each for each in leads if each.signal.id not in denied)
        return cls(talk, typed, replace(found, candidates=leads), here)

    @property
    def question(self) -> Question:
        """Which of them it is."""
        found = self.found.candidates
        options = []
        if self.found.tracks:
            titles = map(self._title, self.found.tracks)
            options.append(Option("1", TRACKS, BOTH.format(*titles)))
        options += [self._option(str(n), each) for n, each in enumerate(found, len(options) + 1)]
        none = NONE_OF_THESE if found else ASK_ME
        if self.found.referral:
            none = GO_ON
        options.append(Option(str(len(options) + 1), NONE, none))
        alone = len(found) == 1 and not (self.found.tracks or self.found.referral)
        sure = alone or (bool(found) and found[0].sure)
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
        remarks = [Remark(each) for each in what_is_so(self.talk, self.found.beliefs)]
        remarks += [Remark(BESIDE)] if self.found.together else []
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
        """One of them by its key or its whole title; else a line that says it in other words.

        A bare no is none of them, as is not knowing; a bare yes the one that is sure, if one is.
        """
        bare, language = plain(typed), self.talk.library.language
        if bare in language.no:
            return Chosen((NONE,))
        if bare in language.yes:
            asked = self.question
            return Chosen((asked.options[0].choice,)) if asked.default else Unsure()
        options = {option.key: option.choice for option in self.question.options}
        keys = matching.keys(typed, options)
        if len(keys) == TWO and {options.get(key) for key in keys} <= set(self._names):
            return Chosen(tuple(options[key] for key in keys))
        understood = read_among(self.talk, typed, self.question.options)
        if isinstance(understood, Unknown):
            return Chosen((NONE,))
        if not isinstance(understood, Unsure):
            return understood
        found = Candidates.of(self.talk, typed).found
        return Told(found) if found.anything else Unsure()

    def two(self, understood: Answer) -> tuple[str, ...]:
        """The two candidates that were chosen to be walked one after the other, if so."""
        if not isinstance(understood, Chosen):
            return ()
        chosen = understood.choices
        if chosen == (TRACKS,):
            return self.found.tracks
        return chosen if len(chosen) == TWO and set(chosen) <= set(self._names) else ()

    def kept_beside(self, understood: Answer) -> tuple[str, ...]:
        """The candidate that was chosen and another one, where the story tells of that as well.

        It does where it gives the answer that leads there. Who could choose both and chose one
        means that one.
        """
        if self.found.tracks or not isinstance(understood, Chosen) or len(understood.choices) > 1:
            return ()
        name = understood.choices[0]
        others = (n for n in self._names if name in self._names and n != name)
        beside = [n for n in others if self._elsewhere(name, n).choices]
        return (name, beside[0]) if beside else ()

    def _elsewhere(self, name: str, *others: str) -> Said:
        """The answers in the story that lead to other candidates than the one of this name."""
        signals = {each.signal.id: each.signal for each in self.found.candidates}
        said = at_door(self.talk.answers.said, self.here, signals[name])
        beside = [s for n, s in signals.items() if n in (others or {*signals} - {name})]
        return elsewhere(self.talk.library, said, signals[name], beside)

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(each.signal.id for each in self.found.candidates)

    def _title(self, name: str) -> str:
        return self.talk.library.signals[name].title

    def answered(self, understood: Answer) -> Outcome:
        """The way to the one that was chosen."""
        if not isinstance(understood, Chosen) or len(understood.choices) > 1:
            return Refused((UNSURE,))
        name = understood.choices[0]
        chosen = next((c for c in self.found.candidates if c.signal.id == name), None)
        if chosen is None:
            return Closed(Answered(self.talk)) if self.talk.answers.said else Closed()
        answers = self.talk.answers
        said = at_door(answers.said, self.here, chosen.signal)
        for step in self._elsewhere(name).choices:
            said = said.without_step(step, "")
        talk = self.talk.having(replace(answers, said=said))
        return headed(head_for(talk, chosen))


def other_school(frame: Frame, typed: str) -> Contradicted | None:
    """What is asked at the doors where ``typed`` says another kind of school than before."""
    if not isinstance(frame, Candidates):
        return None
    talk, _ = placed(frame.talk, (SECTOR,))
    value = told(typed, talk.library, known_in(talk), talk.today).facts.get(SECTOR, "")
    if not value or known_in(talk).get(SECTOR, value) == value:
        return None
    return Contradicted(talk, frame.typed, SECTOR, Said(facts={SECTOR: value}), typed)


def what_is_so(talk: Conversation, beliefs: Iterable[Belief]) -> Iterator[str]:
    """What is so, each with its source."""
    for each in beliefs:
        documents = {place.document: place for place in reversed(each.sources)}
        source = talk.near.sources(reversed(documents.values()))
        yield f"{SO}: {talk.say(each.say)} Bron: {source}."


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
        return asked.beside(options, (Remark(ON_THE_WAY.format(title)), *asked.remarks))

    def read(self, typed: str) -> Understood:
        """A line as answer to it."""
        return self.heading.read(typed)

    def hearing(self, typed: str) -> "OnTheWay":
        """This, with the other facts and the days that an answer says: a town names its region."""
        talk, asked = self.heading.talk, self.heading.question
        said = told(typed, talk.library, known_in(talk), talk.today)
        besides = said_besides(talk, said, asked.fact if asked else "")
        return OnTheWay(replace(self.heading, talk=talk.hearing(besides)))

    def alarmed(self, alarm: Alarm, typed: str) -> "OnTheWay":
        """This, asking first about danger heard in ``typed``; what else that says is kept."""
        talk = self.heading.talk
        said = told(typed, talk.library, known_in(talk), talk.today)
        heard = hear_alarm(talk.hearing(said_besides(talk, said, "")), alarm, typed).talk
        return OnTheWay(replace(self.heading, talk=without_rest(heard)))

    def answered(self, understood: Answer) -> Outcome:
        """The next question on the way, or the conversation at the door."""
        after = self.heading.answered(understood)
        return after if isinstance(after, Refused) else headed(after)


def headed(heading: Heading) -> Outcome:
    """The next question on the way of ``heading``, or where it arrives."""
    heading = heading.told()
    if heading.question:
        return OnTheWay(heading)
    arrived = heading.arrived
    if arrived is None:
        said = said_of(heading.talk, heading.said)
        return Closed(Answered(heading.talk, (*said, LOST if heading.unknown else NO_ROUTE)))
    # An age waits for the question of the route, where undoing asks it again.
    arrived, besides = placed(arrived, (PLACE, REGION, SECTOR))
    said = said_of(arrived, (*heading.said, *besides))
    begun = () if arrived.flow.route == TRIAGE else (BEGUN.format(arrived.title),)
    unsaid = arrived.library.editions[arrived.flow.edition].unsaid
    apart = (unsaid,) if unsaid and heading.silent(SECTOR) else ()
    return Closed(Answered(arrived, (*said, *begun, *apart)))


def said_of(talk: Conversation, facts: tuple[str, ...]) -> tuple[str, ...]:
    """The facts that were said and not asked, in a sentence; none where there are none."""
    known = {word.fact: word.said for word in fact_words(talk)}
    if PLACE in facts:
        known.pop(REGION, "")  # the place says it
    named = ", ".join(known[fact] for fact in facts if fact in known)
    return (FROM_SAID.format(named),) if named else ()

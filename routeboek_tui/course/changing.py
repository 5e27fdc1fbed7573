"""Changing an earlier answer or a fact: which, into what, and what that costs."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice.timeline import appointments
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.among import read_among
from routeboek_tui.conversation.hearing.fact_answer import NO_FIT, tell
from routeboek_tui.conversation.hearing.meanings import Chosen, Given, Unknown
from routeboek_tui.conversation.hearing.meanings import Understood as Meaning
from routeboek_tui.conversation.hearing.move import Answer as Understood
from routeboek_tui.conversation.hearing.move import Answered, Refused
from routeboek_tui.conversation.view import (
    UNKNOWN_LABEL,
    Option,
    Question,
    Remark,
    answered,
    facts,
    lines,
)
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.change import Bill
from routeboek_tui.core.facts import REGION, SECTOR
from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.replay import valid
from routeboek_tui.core.safety import SAFETY, Manner
from routeboek_tui.core.said import DAY
from routeboek_tui.course.frames import Closed, Confirm, Outcome, aside
from routeboek_tui.course.other_day import OtherDay
from routeboek_tui.course.sentences import WHAT
from routeboek_tui.course.turn import Words
from routeboek_tui.text import dates
from routeboek_tui.text.characters import plain
from routeboek_tui.text.enumeration import all_of

WHICH = "Wat wil je wijzigen?"
NOTHING_YET = "Er is nog geen antwoord om te wijzigen."
NO_SUCH = "Er is geen antwoord met dat nummer om te wijzigen."
LEAVE = "Laat alles zo"
NOW_IS = "Nu staat er: {}."
NO_CHANGE = "Er verandert niets."
CHANGED = "Gewijzigd."
COSTS = "Dit verandert er:"
MORE = "en nog {}"
ALL_FALLS = "Je antwoorden op deze weg vervallen. Wat je over de leerling zei, blijft staan."
SURE = "Wil je dat?"
ELSEWHERE = "Klopt dat niet? Ga een stap terug, of begin opnieuw."
FIXED = "Hoort bij deze route: {}. Klopt dat niet? Begin dan opnieuw."
ONLY_SECTOR = "De route {} is er alleen voor het {}."
ONLY_REGION = "De route {} is er alleen voor {}."

MOST_LETTERS = 3
"""Letters that a bill names; where there are more, it says how many."""

LEAVE_CHOICE = "laat"


class Said(Struct, frozen=True):
    """Something that was said and can be said otherwise: a fact, or the answer at a step."""

    title: str
    words: str
    fact: str = ""
    step: str = ""
    visit: int = 0


def all_said(talk: Conversation) -> tuple[Said, ...]:
    """Everything that was said: the facts first, then the answers in the order of the way."""
    known = [
        Said(word.title, word.said.removeprefix(f"{word.title}: "), fact=word.fact)
        for word in facts(talk)
    ]
    known += [
        Said(meeting, dates.named(day), fact=f"{DAY}.{name}")
        for name, meeting, day in appointments(talk)
    ]
    known += [
        Said(line.title, line.said, step=line.step, visit=line.visit)
        for line in lines(talk)
        if line.answer and not line.alongside
    ]
    return tuple(known)


def changeable(talk: Conversation) -> tuple[Said, ...]:
    """All of it that can be said otherwise on this route."""
    return tuple(each for each in all_said(talk) if not _fixed(talk, each.fact))


class Otherwise(Struct, frozen=True):
    """Something that was said which is changed in its own way, and what comes of that."""

    said: Said
    outcome: Outcome


def of_safety(talk: Conversation, ask: Callable[[], object]) -> Iterator[Otherwise]:
    """What was said of safety, where it stands not among the facts and nobody watches."""
    value, text = talk.answers.facts.get(SAFETY, ""), talk.library.facts[SAFETY]
    hidden = safety.shown(talk) or talk.safety.manner is Manner.QUIET
    if value in text.choices and not hidden:
        said = Said(text.title, talk.say(text.choices[value].label))
        yield Otherwise(said, Closed(then=ask))


def of_story(talk: Conversation, taken_for: str, ask: Callable[[], object]) -> Otherwise:
    """The story that led here and what it was ``taken_for``; first what it costs, if anything."""
    done: Outcome = Closed(then=ask)
    if talk.answers.steps or talk.earlier:
        costs = (Remark(COSTS), Remark(ALL_FALLS))
        done = Confirm(talk, SURE, "Wijzig", LEAVE, Closed(then=ask), NO_CHANGE, costs)
    return Otherwise(Said(WHAT, taken_for), done)


def named(talk: Conversation, which: str, others: Sequence[Otherwise] = ()) -> Said | None:
    """What was said with this number in the list, under this title, or alone within one."""
    found, words = (*changeable(talk), *(each.said for each in others)), plain(which)
    every = (*all_said(talk), *(each.said for each in others))
    titles = {plain(said.title): said for said in reversed(every)}
    titles |= {str(number): said for number, said in enumerate(found, start=1)}
    near = [said for title, said in titles.items() if f" {words} " in f" {title} "]
    return titles.get(words, near[0] if len(near) == 1 else None)


class Which(Struct, frozen=True):
    """What is to be changed: what was said on the route, or one of the ``others``."""

    talk: Conversation
    others: tuple[Otherwise, ...] = ()

    @property
    def question(self) -> Question:
        """Everything that was said."""
        options = [
            Option(str(n), str(n), answered(each.title, each.words))
            for n, each in enumerate(self._said, start=1)
        ]
        options.append(Option(str(len(options) + 1), LEAVE_CHOICE, LEAVE))
        fixed = [each.title for each in all_said(self.talk) if _fixed(self.talk, each.fact)]
        remarks = (Remark(FIXED.format(all_of(fixed))),) if fixed else ()
        return aside(WHICH, tuple(options), remarks)

    def read(self, typed: str) -> Meaning:
        """One of them."""
        return read_among(self.talk, typed, self.question.options)

    def answered(self, understood: Understood) -> Outcome:
        """What it is to become."""
        name = understood.choices[0] if isinstance(understood, Chosen) else LEAVE_CHOICE
        if name == LEAVE_CHOICE:
            return Closed(reply=(Words(NO_CHANGE),))
        return change_to(self.talk, self._said[int(name) - 1], self.others)

    @property
    def _said(self) -> tuple[Said, ...]:
        return (*changeable(self.talk), *(each.said for each in self.others))


def change_to(talk: Conversation, said: Said, others: Sequence[Otherwise] = ()) -> Outcome:
    """The question what ``said`` is to become, or why it cannot be otherwise here."""
    if own := next((each.outcome for each in others if each.said == said), None):
        return own
    kind, _, name = said.fact.partition(".")
    if kind == DAY and name:
        return OtherDay(talk, name)
    fixed = _fixed(talk, said.fact)
    return Refused((fixed, ELSEWHERE)) if fixed else Into(talk, said)


def _fixed(talk: Conversation, fact: str) -> str:
    """Why a fact cannot be another one on this route, "" where it can."""
    edition = talk.library.editions[talk.flow.edition]
    sectors = talk.library.sectors(talk.flow)
    if fact == SECTOR and len(sectors) == 1:
        return ONLY_SECTOR.format(talk.flow.title, sectors[0].upper())
    if fact == REGION and edition.region:
        return ONLY_REGION.format(talk.flow.title, talk.library.region(edition))
    return ""


class Into(Struct, frozen=True):
    """What something that was said is to become."""

    talk: Conversation
    said: Said

    @property
    def question(self) -> Question:
        """The question it answered, with what stands there now."""
        talk, said, options = self.talk, self.said, self._options
        text = talk.asked_text(said.step, said.fact)
        return Question(
            step=said.step, visit=said.visit, fact=said.fact, number=0, actor="",
            who=said.title, title=said.title, text=talk.say(text.question),
            hint=talk.say(text.hint), options=options,
            policy=talk.step(said.step).policy if said.step else "",
            several=any(option.extra for option in options), dated=self._dated,
            remarks=(Remark(NOW_IS.format(said.words)),), beside_route=True,
        )  # fmt: skip

    @property
    def _dated(self) -> bool:
        return self.said.fact in self.talk.library.scheme.dates

    @property
    def _options(self) -> tuple[Option, ...]:
        talk, said = self.talk, self.said
        text = talk.asked_text(said.step, said.fact)
        if said.fact:
            extra, besides = set[str](), dict[str, tuple[str, ...]]()
            names = talk.flow.domains[said.fact]
        else:
            choices = talk.step(said.step).choices
            extra = {choice.id for choice in choices if choice.parallel}
            besides = {choice.id: choice.besides for choice in choices}
            names = tuple(choice.id for choice in choices)
        options = [
            Option(str(n), name, talk.say(text.choices[name].label),
                   synonyms=text.choices[name].synonyms, extra=name in extra,
                   besides=besides.get(name, ()))
            for n, name in enumerate(names, start=1)
        ]  # fmt: skip
        options.append(Option(str(len(options) + 1), "", UNKNOWN_LABEL))
        options.append(Option(str(len(options) + 1), LEAVE_CHOICE, LEAVE))
        return tuple(options)

    def read(self, typed: str) -> Meaning:
        """A line as what it is to become."""
        asked = self.question
        return read_among(self.talk, typed, asked.options, policy=asked.policy, fact=asked.fact)

    def answered(self, understood: Understood) -> Outcome:
        """Changed, or first its bill."""
        if isinstance(understood, Chosen) and LEAVE_CHOICE in understood.choices:
            return Closed(reply=(Words(NO_CHANGE),))
        try:
            answers = self._answers(understood)
        except GivenError as error:
            return Refused((str(error),))
        return _costing(self.talk, answers)

    def _answers(self, understood: Understood) -> Answers:
        talk, said, knowledge = self.talk, self.said, self.talk.rulebook.knowledge
        if said.fact:
            found, _ = tell(
                talk.answers, said.fact, understood, talk.today, knowledge, dated=self._dated
            )
            return found
        if isinstance(understood, Given):
            earlier = talk.answers.find(said.step, said.visit) or Answer(said.step, said.visit)
            on = understood.on or earlier.on or talk.today
            rule = registry.STEPS[talk.step(said.step).policy]
            rule.check(understood.values, on, knowledge)
            verdict = rule.verdict(understood.values, talk.situation, on, knowledge)
            leaves = rule.leaves(verdict, (c.id for c in talk.step(said.step).choices))
            chosen = earlier.choices if earlier.choices in {(c,) for c in leaves} else leaves[:1]
            return talk.answers.having(replace(earlier, choices=chosen, given=understood.values))
        choices = understood.choices if isinstance(understood, Chosen) else ()
        if not isinstance(understood, Chosen | Unknown):
            raise GivenError(NO_FIT)
        if choices and not valid(talk.step(said.step), choices):
            raise GivenError(NO_FIT)
        return talk.change(said.step, said.visit, choices)


def _costing(talk: Conversation, answers: Answers) -> Outcome:
    """The change at once when nothing falls away, and else its bill."""
    if answers == talk.answers:
        return Closed(reply=(Words(NO_CHANGE),))
    cost = talk.bill(answers)
    changed = Answered(talk.having(answers), (CHANGED,))
    if cost.free:
        return Closed(changed)
    remarks = (Remark(COSTS), *_bill(talk, cost))
    return Confirm(talk, SURE, "Wijzig", LEAVE, Closed(changed), NO_CHANGE, remarks)


def _bill(talk: Conversation, cost: Bill) -> Iterator[Remark]:
    """Which answers stay, which fall away, what is withdrawn, and what is asked next."""
    kept = len(cost.kept)
    yield Remark(f"{kept} {'antwoord blijft' if kept == 1 else 'antwoorden blijven'} staan.")
    yield from _listed("Deze antwoorden vervallen:", [_said(talk, a) for a in cost.dropped])
    lost = [talk.say(talk.text(step).title) for step in cost.lost]
    yield from _listed("Deze stappen en hun acties horen er niet meer zeker bij:", lost)
    letters = [letter.title for letter in talk.lost_letters(cost)]
    yield from _listed("Deze brieven kun je dan niet meer maken:", _few(letters))
    ask = cost.ask
    if ask is None:
        yield Remark("Daarna is er geen vraag meer.")
        return
    text = talk.asked_text(ask.step, ask.fact)
    yield Remark(f"De volgende vraag wordt: {talk.say(text.question or text.title)}")


def _few(rows: list[str]) -> list[str]:
    """The first of many rows, and how many more there are."""
    more = len(rows) - MOST_LETTERS
    return rows if more <= 1 else [*rows[:MOST_LETTERS], MORE.format(more)]


def _listed(title: str, rows: list[str]) -> Iterator[Remark]:
    if rows:
        yield Remark(title)
        yield from (Remark(row, listed=True) for row in rows)


def _said(talk: Conversation, answer: Answer) -> str:
    text = talk.text(answer.step)
    labels = [talk.say(text.choices[choice].label) for choice in answer.choices]
    labels += [f"{name}: {value}" for name, value in answer.given.items()]
    return answered(talk.say(text.title), " + ".join(labels) or UNKNOWN_LABEL)

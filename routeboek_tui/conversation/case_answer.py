"""What the advice of now says on a question about one's own case: it goes before the book."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from routeboek_tui.conversation.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.groups import Group
from routeboek_tui.conversation.links import linked
from routeboek_tui.conversation.not_to_do import NOT
from routeboek_tui.conversation.passage_view import PassageView
from routeboek_tui.conversation.reader import KIND_WORDS
from routeboek_tui.conversation.view import sources
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.policy import registry
from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.index import Index
from routeboek_tui.search.sought import Sought
from routeboek_tui.text.characters import plain
from routeboek_tui.text.document import Items, Paragraph, Run
from routeboek_tui.text.document import plain as words_of

MOST = 4
"""Lines of the advice that are told."""

ENOUGH, BESIDE = 0.35, 0.6
"""How much of what is asked a line must hold, and of what the best line fits, to be told."""

TITLE = "In deze zaak: {}"
SEATED = "Aan tafel bij {}: {}."


class Kind(StrEnum):
    """What of the advice a line is, and what a question asks for by its words."""

    NEXT = "next"
    TABLE = "table"
    WHEN = "when"
    AVOID = "avoid"
    AGE = "age"
    STEP = "step"
    OTHER = "other"


class Line(Struct, frozen=True):
    """A line of the advice, with its kind and where that is written."""

    kind: Kind
    text: str
    source: str


class CaseAnswer(Struct, frozen=True):
    """What the advice says on a question; ``sure`` where it holds all that is asked."""

    view: PassageView
    sure: bool


def case_answer(talk: Conversation, index: Index, question: str) -> CaseAnswer | None:
    """What the advice of now says on ``question``, where that is about the case; else ``None``."""
    language = talk.library.language
    kinds, rest = _asked(question, language)
    if talk.flow.route == TRIAGE or not (kinds or _of_case(question, language)):
        return None
    if pattern(language.seeking.supposed).search(plain(question)):
        return None
    lines, sought = tuple(_lines(talk)), Sought.of(index, rest)
    telling = sought.own & sought.worth.keys()
    fits = _fitting(lines, sought, sought.weigh(telling)) if telling else ()
    found = (*fits, *(line for kind in kinds for line in lines if line.kind is kind))
    told = tuple(dict.fromkeys(found))[:MOST]
    sure = not telling or bool(fits)
    return CaseAnswer(_view(talk, told), sure) if told else None


def _of_case(question: str, language: Language) -> bool:
    """Whether a question is about one's own case: it asks for what one may or must do oneself."""
    said = plain(question)
    own = pattern(language.seeking.own_case).search(said)
    return bool(own or pattern(language.question_verbs).match(said))


def _asked(question: str, language: Language) -> tuple[tuple[Kind, ...], str]:
    """The kinds of line that a question asks for, and what it says besides."""
    seeking, said = language.seeking, plain(question)
    ways = {Kind(kind): pattern(ways) for kind, ways in seeking.of_case.items()}
    kinds = tuple(kind for kind, each in ways.items() if each.search(said))
    for each in (*ways.values(), pattern(seeking.own_case)):
        said = each.sub(" ", said)
    return kinds, " ".join(
        word for word in said.split() if word not in seeking.small and not word.isdecimal()
    )


def _fitting(lines: Sequence[Line], sought: Sought, whole: float) -> tuple[Line, ...]:
    """The lines that hold enough of what is asked, the best ones first."""
    fits = {line: sought.weigh(sought.roots(line.text)) for line in lines}
    best = max(fits.values(), default=0.0)
    order = sorted(lines, key=lambda line: -fits[line])
    least = max(ENOUGH * whole, BESIDE * best)
    return tuple(line for line in order if fits[line] >= least) if best else ()


def _lines(talk: Conversation) -> Iterator[Line]:
    """Every line of the advice of now: what to do, with whom, by when, what not, and the step."""
    view = advice_view(talk)
    for group in (*view.now, *view.alongside):
        yield from _deeds(group, Kind.NEXT)
    for table in talk.advice.tables:
        title, step = talk.say(talk.text(table.step).title), talk.step(table.step)
        seats = next((each.seats for each in view.tables if each.title == title), ())
        yield Line(Kind.TABLE, SEATED.format(title, ", ".join(seats)), sources(talk, step.sources))
    for avoided in view.avoid:
        yield Line(Kind.AVOID, f"{NOT}{avoided.words}", "" if avoided.own else avoided.source)
    for day in view.dates:
        yield Line(Kind.WHEN, day, "")
    for said in _compulsory(talk):
        yield Line(Kind.AGE, said, "")
    for group in (*view.possible, *view.missed):
        yield from _deeds(group, Kind.OTHER)
    yield from _of_step(talk)


def _deeds(group: Group, kind: Kind) -> Iterator[Line]:
    for todo in group.todo:
        text = f"{todo.who}: {todo.text}"
        said = f"{text} ({todo.term})" if todo.soon else text
        yield Line(kind, said, "" if todo.own else group.source)


def _of_step(talk: Conversation) -> Iterator[Line]:
    """What the step where the walk stands says of itself."""
    ask = talk.trail.ask
    if ask is None or ask.fact:
        return
    text, source = talk.text(ask.step), sources(talk, talk.step(ask.step).sources)
    for said in filter(None, (text.hint, text.why, text.find_out)):
        yield Line(Kind.STEP, talk.say(said), source)
    for block in linked(talk.say(text.body)):
        runs = (block.runs,) if isinstance(block, Paragraph) else getattr(block, "items", ())
        for each in runs:
            yield Line(Kind.STEP, words_of(each), source)


def _compulsory(talk: Conversation) -> tuple[str, ...]:
    """Whether the pupil whose date of birth is known has to go to school now."""
    born, given = talk.answers.born, talk.answers.said.counts.get(registry.OF_AGE, {})
    if born:
        given = {registry.BORN: born.isoformat()}
    if not given:
        return ()
    rule = registry.STEPS[registry.OF_AGE]
    verdict = rule.verdict(given, talk.situation, talk.today, talk.rulebook.knowledge)
    return (*verdict.arithmetic, *verdict.notes)


def _view(talk: Conversation, lines: Sequence[Line]) -> PassageView:
    """The lines as a place to read: the step at which the walk stands."""
    last = talk.trail.main.last.step
    told = tuple(line.text for line in lines)
    return PassageView(
        place=f"stap:{talk.flow.id}/{last}",
        title=TITLE.format(talk.say(talk.text(last).title)),
        kind=KIND_WORDS["stap"],
        blocks=(Items(ordered=False, items=tuple((Run(text),) for text in told)),),
        sources=tuple(dict.fromkeys(line.source for line in lines if line.source)),
        more=True,
        short=told,
    )

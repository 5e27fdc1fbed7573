"""What the advice of now says on a question about one's own case: it goes before the book."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.advice.advice_view import steps_of
from routeboek_tui.conversation.advice.groups import Group
from routeboek_tui.conversation.advice.not_to_do import NOT
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.passage_view import PassageView
from routeboek_tui.conversation.links import linked
from routeboek_tui.conversation.reader import KIND_WORDS, Reader
from routeboek_tui.conversation.view import sources
from routeboek_tui.core.address import Address
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.policy import registry
from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.attribute import asked_for
from routeboek_tui.search.index import Index
from routeboek_tui.search.sought import Sought
from routeboek_tui.search.subject import in_our_words
from routeboek_tui.text.characters import plain
from routeboek_tui.text.dates import find
from routeboek_tui.text.document import Items, Paragraph, Run, announces
from routeboek_tui.text.document import plain as words_of

MOST = 4
"""Lines of the advice that are told."""

MOST_WHOLE = 7
"""Lines that are told with the rest of the step."""

MOST_NOTED, FEW = 4, 4
"""Lines that are told of what the step says itself: what is sought, or beside few deeds."""

MOST_BARE = 8
"""Lines that are told where nothing is asked but what there is to do."""

ENOUGH, BESIDE = 0.45, 0.6
"""How much of what is asked a line must hold, and of what the best line fits, to be told."""

ALL = 0.8
"""How much of it a line must hold to go before a page of the book that surely answers."""

BEHIND = 0.8
"""What a line counts that is no deed, where a deed, a table and what not to do count 1."""

TITLE = "In deze zaak: {}"
WHO = ":"
"""What stands behind who is to do a deed."""
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


TO_DO = frozenset((Kind.NEXT, Kind.TABLE, Kind.AVOID))
STEP_DEEDS = frozenset((Kind.NEXT, Kind.AVOID))
_NUMBER = re.compile(r"[0-9]+")


class Line(Struct, frozen=True):
    """A line of the advice, with its kind, the step it belongs to and where that is written.

    ``untimed`` is what there is to say of its term where no source gives one.
    """

    kind: Kind
    text: str
    step: str = ""
    source: str = ""
    untimed: str = ""


class CaseAnswer(Struct, frozen=True):
    """What the advice says on a question; ``sure`` where it asks for that and nothing else.

    ``deed`` says that a deed or what not to do comes nearest, ``next`` that it asks for those.
    """

    view: PassageView
    sure: bool
    deed: bool = False
    next: bool = False


def case_answer(talk: Conversation, index: Index, question: str) -> CaseAnswer | None:
    """What the advice of now says on ``question``, where that is about the case; else ``None``."""
    language = talk.library.language
    question = _may(question, language)
    if talk.flow.route == TRIAGE or _elsewhere(talk, question):
        return None
    kinds, rest = _asked(question, language)
    if not kinds and not pattern(language.seeking.own_case).search(plain(question)):
        return None
    sought, when = Sought.of(index, rest), pattern(language.seeking.amount).search(plain(question))
    lines = tuple(map(timed, lines_of(talk)) if when else lines_of(talk))
    telling = sought.own & sought.worth.keys()
    whole, particles = sought.weigh(telling), language.seeking.particles
    fits = _fitting(lines, sought, whole, particles) if telling else ()
    asked_of = tuple(line for kind in kinds for line in lines if line.kind is kind)
    # Who sits at a table stands in no other line.
    seats = tuple(line for line in asked_of if line.kind is Kind.TABLE)
    fits = tuple(dict.fromkeys((*seats, *fits))) if fits else fits
    found = (*fits, *asked_of)
    told = tuple(dict.fromkeys(found))[: MOST if telling else MOST_BARE]
    asked = Sought.of(index, question)
    # Who asks for a number is not answered with deeds in which none stands.
    if asked.figure and not any(asked.wanted(line.text) for line in told):
        return None
    # A word for who is in every case is surely answered by no line alone.
    everybody = {index.words.get(word, word) for word in language.seeking.everybody}
    clear = bool(kinds) or not telling <= everybody
    sure = not telling or (
        bool(fits) and (bool(kinds) or (clear and _whole(fits[0], sought, whole, particles)))
    )
    asks_next = Kind.NEXT in kinds
    # What is found comes with its step, and that goes before what there is to do elsewhere.
    near = with_step(fits[:MOST] or told, lines) if telling else told
    near += _noted(talk, near, sought) if telling or len(near) < FEW else ()
    said = tuple(dict.fromkeys((*near, *told)))
    # Who asks what to do does not ask who sits there, though its step is called as they say.
    if Kind.NEXT in kinds and Kind.TABLE not in kinds:
        said = tuple(line for line in said if line.kind is not Kind.TABLE) or said
    said = said[: max(MOST_WHOLE, len(near))]
    numbered = numbers_told(talk, question, told)
    found_deed = bool((fits and clear) or not telling)
    deed = numbered and found_deed and bool(told) and told[0].kind in TO_DO
    result = CaseAnswer(view_of(talk, said), sure and numbered, deed, asks_next)
    return result if told else None


def _noted(talk: Conversation, told: Sequence[Line], sought: Sought) -> tuple[Line, ...]:
    """What the step of the first line that is ``told`` says itself of what is ``sought``."""
    step = next((line.step for line in told if line.step in talk.flow.steps), "")
    notes = said_of(talk, step) if step else ()
    fits = {line: sought.weigh(sought.roots(line.text)) for line in notes if line not in told}
    order = sorted(fits, key=lambda line: -fits[line])
    return tuple([line for line in order if fits[line] or not sought.own][:MOST_NOTED])


def timed(line: Line) -> Line:
    """``line`` with what there is to say of its term, for who asks when."""
    return replace(line, text=f"{line.text} ({line.untimed})") if line.untimed else line


def with_step(told: Sequence[Line], lines: Sequence[Line]) -> tuple[Line, ...]:
    """What is ``told`` with what else there is to do at its first step: half a step misleads."""
    step = next((line.step for line in told if line.step), "")
    rest = [line for line in lines if step and line.step == step and line.kind in STEP_DEEDS]
    return tuple(dict.fromkeys((*told, *rest)))[: max(MOST_WHOLE, len(told))]


def numbers_told(talk: Conversation, question: str, told: Sequence[Line]) -> bool:
    """Whether each number in ``question`` that is no day stands in what is ``told``."""
    bare = question
    for day in reversed(find(question, talk.today)):
        bare = f"{bare[: day.start]} {bare[day.end :]}"
    said = set(_NUMBER.findall(" ".join(line.text for line in told)))
    return said.issuperset(_NUMBER.findall(bare))


def _whole(line: Line, sought: Sought, whole: float, particles: frozenset[str]) -> bool:
    """Whether ``line`` is a deed, or what not to do, that holds as good as the ``whole`` asked."""
    return (
        line.kind in TO_DO
        and sought.weigh(sought.roots(whole_verb(line.text, particles))) >= ALL * whole
    )


def _elsewhere(talk: Conversation, question: str) -> bool:
    """Whether a question is about another case, or asks for what may come or a fact."""
    seeking, said = talk.library.language.seeking, plain(question)
    bare = pattern(tuple(w for ways in seeking.of_case.values() for w in ways)).sub(" ", said)
    other = pattern(seeking.supposed).search(bare) or asked_for(question, seeking)
    return bool(other) or unlike_this(talk, question)


def unlike_this(talk: Conversation, question: str) -> bool:
    """Whether a question names another school or place, or asks for what nobody tells."""
    seeking, said = talk.library.language.seeking, plain(question)
    named = Reader.within(talk).reaches.asked(question).facts
    strange = not (talk.library.elsewhere | seeking.other_schools).isdisjoint(said.split())
    return bool(named or strange or pattern(seeking.not_told).search(said))


def _may(question: str, language: Language) -> str:
    """What a question asks of now: "mag de school uitschrijven als vader mailt?" without the if."""
    said, seeking = plain(question), language.seeking
    tail = pattern(seeking.supposed).search(said)
    asks = tail and pattern(seeking.own_case).match(said)
    return f"{said[: tail.start()].strip()}?" if asks and tail and tail.start() else question


def _asked(question: str, language: Language) -> tuple[tuple[Kind, ...], str]:
    """The kinds of line that a question asks for, and what it says besides."""
    seeking, said = language.seeking, plain(in_our_words(question, language.seeking))
    ways = {Kind(kind): pattern(ways) for kind, ways in seeking.of_case.items()}
    kinds = tuple(kind for kind, each in ways.items() if each.search(said))
    for each in (*ways.values(), *map(pattern, (seeking.own_case, seeking.references))):
        said = each.sub(" ", said)
    little = seeking.small | seeking.stop | seeking.asking
    rest = [w for w in said.split() if w not in little and not w.isdecimal()]
    # Who is to do it, where that is not who asks, stands in the line that tells it.
    does = (word for word in plain(question).split() if word in seeking.doers)
    return kinds, " ".join((*(w for w in does if rest and w not in rest), *rest))


def asked_of_case(question: str, language: Language, kind: Kind, *, besides: bool) -> bool:
    """Whether ``question`` asks for this kind of line, and nothing ``besides`` unless it may."""
    kinds, rest = _asked(question, language)
    return kind in kinds and (besides or not rest)


def whole_verb(text: str, particles: frozenset[str]) -> str:
    """``text`` with the verb it begins with in one word: "schrijf niet uit" is "uitschrijf"."""
    said = text.removeprefix(NOT)
    begins = (plain(each).partition(" ")[0] for each in said.split(f"{WHO} ", 1))
    found = particles.intersection(plain(said).split())
    verbs = [f"{word}{verb}" for verb in begins for word in sorted(found)]
    return " ".join((text, *verbs))


def _fitting(
    lines: Sequence[Line], sought: Sought, whole: float, particles: frozenset[str]
) -> tuple[Line, ...]:
    """The lines that hold enough of what is asked, the best ones first."""
    fits = {
        line: sought.weigh(sought.roots(whole_verb(line.text, particles)))
        * (1.0 if line.kind in TO_DO else BEHIND)
        for line in lines
        if line.kind is not Kind.AGE
    }
    best = max(fits.values(), default=0.0)
    least = max(ENOUGH * whole, BESIDE * best)
    order = sorted(fits, key=lambda line: (-fits[line], line.kind is not Kind.AVOID))
    return tuple(line for line in order if fits[line] >= least) if best else ()


def lines_of(talk: Conversation) -> Iterator[Line]:
    """Every line of the advice of now: what to do, with whom, by when, what not, and the step."""
    view = talk.view
    # What lies behind was not meant by who asks of where the case stands.
    for group in (*sorted(view.now, key=lambda each: each.late), *view.alongside):
        yield from deeds(group, Kind.NEXT)
    for table in talk.advice.tables:
        title, step = talk.say(talk.text(table.step).title), talk.step(table.step)
        shown = next((each for each in view.tables if each.title == title), None)
        # The same people who sit together at another step as well are told of there.
        if shown:
            said = SEATED.format(title, ", ".join(shown.seats))
            yield Line(Kind.TABLE, said, table.step, sources(talk, step.sources))
    for each in view.avoid:
        yield Line(Kind.AVOID, f"{NOT}{each.words}", each.step, "" if each.own else each.source)
    yield from (Line(Kind.WHEN, day) for day in view.dates)
    yield from (Line(Kind.AGE, said) for said in _compulsory(talk))
    for group in (*view.possible, *view.missed):
        yield from deeds(group, Kind.OTHER)
    ask = talk.trail.ask
    if ask and not ask.fact:
        yield from said_of(talk, ask.step)


def deeds(group: Group, kind: Kind) -> Iterator[Line]:
    """The lines of what there is to do at a step."""
    for todo in group.todo:
        text = f"{todo.who}: {todo.text}"
        said = f"{text} ({todo.term})" if todo.soon else text
        step = "" if group.danger else group.step
        untimed = "" if todo.soon or todo.own else todo.term
        yield Line(kind, said, step, "" if todo.own else group.source, untimed)


def said_of(talk: Conversation, step: str) -> Iterator[Line]:
    """What a step says of itself; each part of a list with what stands over the list."""
    text, source = talk.text(step), sources(talk, talk.step(step).sources)
    for said in filter(None, (text.hint, text.why, text.find_out)):
        yield Line(Kind.STEP, talk.say(said), step, source)
    lead = ""
    for block in linked(talk.say(text.body)):
        runs = (block.runs,) if isinstance(block, Paragraph) else getattr(block, "items", ())
        over, lead = lead, ""
        if isinstance(block, Paragraph) and announces(block.runs):
            lead = f"{words_of(block.runs)} "
            continue
        for each in runs:
            yield Line(Kind.STEP, f"{over}{words_of(each)}", step, source)


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


def view_of(talk: Conversation, lines: Sequence[Line], title: str = "") -> PassageView:
    """The lines as a place to read: the step that the first of them belongs to."""
    known = [line.step for line in lines if line.step in talk.flow.steps]
    step = next(iter((*known, *steps_of(talk))), talk.trail.main.last.step)
    told = tuple(line.text for line in lines)
    return PassageView(
        place=f"{Address.of_step(talk.flow.id, step)}",
        title=title or TITLE.format(talk.say(talk.text(step).title)),
        kind=KIND_WORDS["stap"],
        blocks=(Items(ordered=False, items=tuple((Run(text),) for text in told)),),
        sources=tuple(dict.fromkeys(line.source for line in lines if line.source)),
        more=True,
        short=told,
    )

"""What of one's own case comes nearest to a question: its deeds, hints, choices and pages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from math import fsum

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.advice.advice_view import steps_of
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.case_answer import (
    TO_DO,
    Kind,
    Line,
    lines_of,
    numbers_told,
    said_of,
    timed,
    unlike_this,
    view_of,
    whole_verb,
    with_step,
)
from routeboek_tui.conversation.enquiry.enquiry import Enquiry
from routeboek_tui.conversation.enquiry.passage_view import PassageView
from routeboek_tui.conversation.enquiry.subjects import Before, near_steps, subjects
from routeboek_tui.conversation.enquiry.supposed import each_answer
from routeboek_tui.conversation.view import question as asked_now
from routeboek_tui.conversation.view import sources
from routeboek_tui.core.address import PAGE, STEP, Address
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.index import Index
from routeboek_tui.search.pointed import asked_clauses, names_page, only_points
from routeboek_tui.search.sought import Sought
from routeboek_tui.search.subject import in_our_words
from routeboek_tui.text.characters import plain, words_in
from routeboek_tui.text.concepts import Concepts

MOST, EACH, PAGES = 6, 3, 2
"""Lines that are told, of them for each question in the line, and pages that are told beside."""

ENOUGH, BESIDE = 0.4, 0.7
"""How much of what is asked a line must hold, and of what the best line fits, to be told."""

CLEAR, TELLING = 0.85, 2
"""How much of it, and of how many words, a line must hold to answer surely."""

LEAST = 0.15
"""How much of each thing that is asked a place must hold to answer all of it."""

FAR = 0.85
"""What a line counts of another step than where the case stands."""

OF_STORY, LITTLE = 0.4, 3
"""What of a story counts that a page holds, beside what it holds of a question that says as much
as so many words; of one that says more it counts less."""

OWN = 0.5
"""What the step where the case stands counts, where a question says nothing of what it is about."""

NUMBERLESS = 0.75
"""What a line without a number counts, where one asks how many, how long or when."""

CHOICES = "{} {}."


class Within(Struct, frozen=True):
    """What comes nearest within the case, and whether its first lines surely answer.

    ``points`` says that the question names nothing itself, so that a page of the book is not sure;
    ``better`` that a line of the case holds more of it than the book, of a page that it names
    nearly all;
    ``several`` that it asks more than one thing.
    """

    views: tuple[PassageView, ...]
    sure: bool
    points: bool
    better: bool = False
    several: bool = False


class _Clause(Struct, frozen=True):
    """One question in the line: as it is typed, and in the words of our texts."""

    typed: Sought
    ours: Sought
    words: Callable[[str], str]
    everybody: frozenset[str]

    @property
    def telling(self) -> frozenset[str]:
        """The stems that say what to look for."""
        return self.ours.own & self.ours.worth.keys()

    @property
    def strange(self) -> frozenset[str]:
        """The stems that stand nowhere in our texts, nor do words for the same."""
        return self.ours.own - self.ours.worth.keys()

    @property
    def says(self) -> bool:
        """Whether it says anything to look for."""
        return bool(self.telling or self.typed.own & self.typed.worth.keys())

    def fit(self, text: str) -> float:
        """How much of what is asked stands in ``text``, at most 1."""
        part = max(self._part(each, text) for each in (self.typed, self.ours))
        asked = self.typed
        told = not asked.amount or asked.wanted(text) or asked.denied(text)
        return part * (1.0 if told else NUMBERLESS)

    def clear(self, text: str) -> bool:
        """Whether ``text`` surely is what is asked: several words of it, and its number."""
        said = self.words(text)
        number = not self.typed.figure or self.typed.wanted(text)
        held = self.ours.roots(said) & self.telling - self.everybody
        # Of a word that stands for others it takes one more to be sure that it is the same.
        own = self.typed.own & self.typed.worth.keys()
        least = TELLING if own <= self.typed.roots(text) else TELLING + 1
        every = self.telling - self.everybody
        held_all = len(held) >= least and held == every and not self.strange
        return number and held_all and self.fit(text) >= CLEAR

    def beyond(self, title: str, lines: Sequence[str]) -> bool:
        """Whether one of ``lines`` holds more of what is asked than what their ``title`` names."""
        asked = self.telling - self.everybody
        more = asked - self.ours.roots(self.words(title))
        held = (self.ours.roots(self.words(line)) for line in lines)
        return len(more) < TELLING or any(not more.isdisjoint(each) for each in held)

    def _part(self, sought: Sought, text: str) -> float:
        telling = sought.own & sought.worth.keys()
        whole = sought.weigh(telling)
        held = sought.roots(self.words(text))
        return min(1.0, sought.weigh(held) / whole) if whole else 0.0


@lru_cache(maxsize=2)
def _words_of(
    alike: tuple[tuple[str, tuple[str, ...]], ...], particles: frozenset[str]
) -> Callable[[str], str]:
    """What makes of a text its words: its verb in one, and what the others stand for."""
    concepts = Concepts(
        {word: tuple(way for way in ways if " " not in way) for word, ways in alike}
    )

    @lru_cache(maxsize=4_000)
    def words(text: str) -> str:
        said = whole_verb(text, particles)
        stands = dict.fromkeys(word for each in words_in(said) for word in concepts.of(each))
        return " ".join((said, *stands))

    return words


def within(
    talk: Conversation, enquiry: Enquiry, before: Before, book: Sequence[str] = ()
) -> Within | None:
    """What comes nearest to an ``enquiry`` within the case; ``None`` where it is not about that.

    ``book`` are the lines with which the book answers.
    """
    index, question = enquiry.index, enquiry.question
    if talk.flow.route == TRIAGE or unlike_this(talk, question):
        return None
    seeking = talk.library.language.seeking
    clauses = [_clause(talk, index, each) for each in asked_clauses(question, seeking)]
    when = any(each.typed.amount for each in clauses)
    lines = tuple(dict.fromkeys(map(timed, _lines(talk)) if when else _lines(talk)))
    here = near_steps(talk)
    told: dict[Line, None] = {}
    sure, asking = True, [each for each in clauses if each.says]
    for clause in asking:
        best = _best(clause, lines, here)[: EACH if len(asking) > 1 else MOST]
        told.update(dict.fromkeys(best))
        sure = sure and bool(best) and best[0].step in here and clause.clear(best[0].text)
    points, names = only_points(index, question), names_page(index, question)
    if pattern(seeking.references).search(plain(question)) and not names:
        # What there is to do about danger is of no step, and goes before all else.
        nearest = (x for x in lines if x.kind is Kind.NEXT and x.step in {"", *here})
        told.update(dict.fromkeys(nearest))
    pages = tuple(_pages(talk, enquiry, before, asking, pointed=points))
    sure = sure and bool(asking) and bool(told) and numbers_told(talk, question, tuple(told))
    said = with_step(tuple(told)[:MOST], lines) if told else ()
    if not sure:
        said = tuple(dict.fromkeys((*said, *_of_here(asking, lines, here))))
    own = (view_of(talk, said),) if said else ()
    if not own and not pages:
        return None
    fits = (max((c.fit(line.text) for c in asking), default=0.0) for line in told)
    held = max((c.fit(line) for c in asking for line in book), default=0.0)
    most = max(fits, default=0.0)
    telling = any(len(clause.telling) >= TELLING for clause in asking)
    better = most > held and (not names or (telling and most >= CLEAR))
    return Within((*own, *pages), sure, points, better, len(asking) > 1)


def holds_all(
    talk: Conversation, index: Index, question: str, view: PassageView, least: float = LEAST
) -> bool:
    """Whether ``view`` holds so much of each thing in ``question`` that says what it is about."""
    seeking = talk.library.language.seeking
    clauses = (_clause(talk, index, each) for each in asked_clauses(question, seeking))
    texts = [f"{view.title} {line}" for line in view.short]
    return all(
        max(map(c.fit, texts), default=0.0) >= least and c.beyond(view.title, view.short)
        for c in clauses
        if c.says
    )


def most_held(
    talk: Conversation, index: Index, question: str, lines: Sequence[str]
) -> tuple[float, bool]:
    """How much one of ``lines`` holds of the thing in ``question`` that is held least.

    And whether that is more than one word, and each of them is known. Of a question that says
    nothing to look for a line holds all.
    """
    seeking = talk.library.language.seeking
    asking = [_clause(talk, index, each) for each in asked_clauses(question, seeking)]
    turns = pattern(tuple(way for ways in seeking.turns.values() for way in ways))
    naming = [_clause(talk, index, turns.sub(" ", x)) for x in asked_clauses(question, seeking)]
    said = [
        each
        for each, named in zip(asking, naming, strict=True)
        if (named.telling | named.typed.own) - each.everybody
    ]
    held = min((max(map(c.fit, lines), default=0.0) for c in said), default=1.0)
    several = all(len(c.telling) >= TELLING and not c.strange for c in said)
    return held, bool(said) and several


def told_clearly(talk: Conversation, index: Index, question: str, view: PassageView) -> bool:
    """Whether the first line of ``view`` surely is what each thing in ``question`` asks."""
    seeking = talk.library.language.seeking
    asking = [_clause(talk, index, each) for each in asked_clauses(question, seeking)]
    said, first = [each for each in asking if each.says], "".join(view.short[:1])
    return bool(said) and all(len(c.telling) > TELLING and c.clear(first) for c in said)


def strange(talk: Conversation, unknown: Iterable[str]) -> bool:
    """Whether a word of the ``unknown`` ones stands for nothing in our texts either."""
    seeking = talk.library.language.seeking
    alike = (*seeking.alike.values(), *seeking.turns.values())
    return any(not any(pattern(ways).search(word) for ways in alike) for word in unknown)


def nearness(
    talk: Conversation, index: Index, question: str, story: str = ""
) -> Callable[[PassageView], float]:
    """How much of ``question`` a line of a place holds, with the name of the place.

    What it holds of the ``story`` that was told before it counts beside that.
    """
    seeking = talk.library.language.seeking
    clauses = [_clause(talk, index, each) for each in asked_clauses(question, seeking)]
    asking = [each for each in clauses if each.says]
    steps = {*near_steps(talk), *steps_of(talk)}
    told = _clause(talk, index, plain(story)) if story else None
    says = sum(len(each.telling) for each in asking)
    of_story = OF_STORY * min(1.0, LITTLE / says) if says else OF_STORY

    def fits(view: PassageView) -> float:
        at = Address.read(view.place)
        here = at.kind != STEP or at.leaf in steps
        texts = [f"{view.title} {line}" for line in view.short]
        best = (max((each.fit(text) for text in texts), default=0.0) for each in asking)
        fit = (1.0 if here else FAR) * fsum(best) / len(asking) if asking else 0.0
        beside = told.fit(" ".join(texts)) if told and told.says and at.kind != STEP else 0.0
        own = OWN if not says and here and at.kind == STEP else 0.0
        return fit + own + of_story * beside

    return fits


def _clause(talk: Conversation, index: Index, clause: str) -> _Clause:
    seeking = talk.library.language.seeking
    clause = in_our_words(clause, seeking)
    bare = pattern(seeking.references).sub(" ", clause)
    little = seeking.small | seeking.stop | seeking.asking | seeking.little
    ours = plain(clause)
    for word, ways in seeking.alike.items():
        ours = pattern(ways).sub(f" {word} ", ours)
    ours = pattern(seeking.references).sub(" ", ours)
    texts = (" ".join(w for w in each.split() if w not in little) for each in (bare, ours))
    typed, said = (Sought.of(index, each) for each in texts)
    amount, figure = (bool(pattern(w).search(clause)) for w in (seeking.amount, seeking.figure))
    typed = replace(typed, amount=amount, figure=figure)
    everybody = frozenset(index.words.get(word, word) for word in seeking.everybody)
    words = _words_of(tuple(seeking.alike.items()), seeking.particles)
    return _Clause(typed, said, words, everybody)


def _best(clause: _Clause, lines: Sequence[Line], here: Sequence[str]) -> list[Line]:
    """The lines that hold enough of what is asked, the best ones first."""
    fits = {
        line: clause.fit(line.text) * (1.0 if line.step in here else FAR)
        for line in lines
        if line.kind is not Kind.AGE
    }
    least = max(ENOUGH, BESIDE * max(fits.values(), default=0.0))
    order = sorted(fits, key=lambda line: (-fits[line], line.kind not in TO_DO))
    return [line for line in order if fits[line] >= least]


def _of_here(asking: Sequence[_Clause], lines: Sequence[Line], here: Sequence[str]) -> list[Line]:
    """The lines of where the case stands, what fits best first."""
    near = [line for line in lines if line.step in here and line.kind is not Kind.AGE]
    fits = {line: max((each.fit(line.text) for each in asking), default=0.0) for line in near}
    return sorted(near, key=lambda line: (-fits[line], line.kind not in TO_DO))


def _lines(talk: Conversation) -> Iterator[Line]:
    """Everything of the case: what the advice says, the steps themselves and what is offered."""
    yield from lines_of(talk)
    asked = asked_now(talk)
    if asked and asked.step and not asked.fact:
        source = (
            sources(talk, talk.step(asked.step).sources) if asked.step in talk.flow.steps else ""
        )
        offered = "; ".join(option.label for option in asked.options if option.choice)
        yield Line(Kind.STEP, CHOICES.format(asked.text, offered), asked.step, source)
        yield from each_answer(talk, asked)
    for step in dict.fromkeys((*near_steps(talk), *steps_of(talk))):
        if step in talk.flow.steps:
            yield from said_of(talk, step)


def _pages(
    talk: Conversation,
    enquiry: Enquiry,
    before: Before,
    asking: Sequence[_Clause],
    *,
    pointed: bool,
) -> Iterator[PassageView]:
    """The pages of the case on which a line holds enough of what is asked.

    Where that only points, also what it surely can point to.
    """
    found, pages = [], subjects(talk, enquiry.index, before, ())
    meant = (*pages.meant, *pages.ago[:1]) if pointed else ()
    for page in {each.id: each for each in (*pages.every, *meant)}.values():
        view = enquiry.view(f"{PAGE}:{page.id}")
        fits = [clause.fit(line) for clause in asking for line in view.short]
        if not view.silent and (page in meant or max(fits, default=0.0) >= ENOUGH):
            found.append((max(fits, default=0.0), view))
    found.sort(key=lambda each: -each[0])
    yield from (view for _, view in found[:PAGES])

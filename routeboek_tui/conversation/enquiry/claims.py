"""Which facts of the sources answer a question: each is one sentence, with where it is written.

The ear hears a question by those that colleagues asked about a fact, and by the fact itself. A fact
counts for who asks only: of their own region, sector and place, and of no edition that was
replaced. What sounds as much like a question that no source answers is no answer.
"""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.passage_view import PassageView
from routeboek_tui.conversation.enquiry.subjects import NOTHING, Before, near_steps, next_steps
from routeboek_tui.conversation.enquiry.within_case import most_held
from routeboek_tui.conversation.questions import asks
from routeboek_tui.conversation.reader import KIND_WORDS, Reader
from routeboek_tui.core.address import PAGE, STEP, Address
from routeboek_tui.core.flow import TRIAGE, Source
from routeboek_tui.library.reach import Asker, Far
from routeboek_tui.library.sentences import CLAIMS
from routeboek_tui.library.source import Claim
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.attribute import asked_for, holds, lacks, shows
from routeboek_tui.search.compiled import ear, index
from routeboek_tui.search.ear import NONE
from routeboek_tui.search.index import Index
from routeboek_tui.search.pointed import (
    asked_clauses,
    asks_of,
    beside_pointing,
    names_page,
    only_points,
    pages_named,
)
from routeboek_tui.text.characters import plain, words_in
from routeboek_tui.text.document import Items, Paragraph, Run

CLEAR = 0.14
"""How far above what no source answers a fact must lie, to answer surely."""

POINTED = 0.2
"""The same, where the question itself names nothing, or says little, and for a fact of a step of
another route than that of the case."""

FAIR = 0.03
"""How far above it a fact must lie, to stand with what is nearest."""

LEAST = 0.1
"""How well a fact must fit the question itself."""

APART = 0.03
"""How far a fact that surely answers must lie above the next one that is told at no same place."""

APART_AMID = 0.045
"""The same, where only what was told before the question sets it apart."""

HERE = 0.05
"""What it counts that a fact is told at the step where the case stands."""

SOON, ON_ROUTE = 0.03, 0.02
"""The same of one of the steps that come next, and of any step of the route of the case."""

STORY = 0.4
"""How much what was told before the question says of the fact it is about, of all that is said."""

SHOWN = 0.03
"""What it counts that a fact has the kind of thing that is asked, such as who does it."""

BESIDE = 0.7
"""How well a fact must fit, of what the best one does, to be told with it."""

RIVAL = 0.7
"""How far above what no source answers a fact may lie, of what the best one does that is not of
where the case stands, for neither to be sure."""

SAME = 0.7
"""How much of what a line says a fact must say, for the line to be no more than the fact again."""

ALIKE, NOWHERE = -0.02, 0.25
"""How far above what no source answers a fact must lie for that not to be said, and how little of a
question the nearest lines hold that are not about it."""

MOST_WORDS = 60
"""Words of what was told that are heard, the newest first."""

MOST = 3
"""Facts that are told together."""

MOST_POINTED = 2
"""Words of a question that only points, beside what it points with and who is in every case."""

LITTLE = 1
"""Words of a question amid a case that says too little to be surely about any other thing."""

_KINDS = tuple(KIND_WORDS)


class Claims(Struct, frozen=True):
    """The facts that come nearest, the best first; ``clear`` says that they surely answer.

    ``ahead`` is how far the first one lies above what no source answers; ``alone`` that it lies
    apart from every other one too. ``points`` says that the question itself names nothing.
    """

    claims: tuple[Claim, ...]
    ahead: float
    clear: bool
    alone: bool
    points: bool = False

    @property
    def place(self) -> str:
        """Where the first of them is told: on a page of the book, where one tells it."""
        every = places(self.claims[0])
        return min(every, key=lambda each: (not each.startswith(f"{PAGE}:"), each))

    @property
    def near(self) -> bool:
        """Whether the first of them fits as well as what surely answers."""
        return self.ahead >= CLEAR

    @property
    def first(self) -> "Claims":
        """The first of them alone."""
        return replace(self, claims=self.claims[:1])

    def told_at(self, place: str) -> bool:
        """Whether the best of them is told at ``place``, or at a part of it."""
        return place in places(self.claims[0])


class _Case(Struct, frozen=True):
    """What a question is asked amid: the places of where the case stands, and what was told.

    ``soon`` are the places of the steps that come next, ``route`` is what those of its route begin
    with. It stands nowhere, and has no route, where the route is not known yet.
    """

    here: frozenset[str] = frozenset()
    soon: frozenset[str] = frozenset()
    route: str = ""
    story: str = ""

    @staticmethod
    def of(talk: Conversation, before: Before) -> "_Case":
        """The case of ``talk``, with what was told ``before`` the question."""
        story = " ".join(" ".join(before.typed).split()[:MOST_WORDS])
        if talk.flow.route == TRIAGE:
            return _Case(story=story)
        route = f"{STEP}:{talk.flow.id}/"
        here, soon = (
            frozenset(route + step for step in steps)
            for steps in (near_steps(talk), next_steps(talk))
        )
        return _Case(here, soon, route, story)

    def counts(self, told_at: frozenset[str]) -> float:
        """What it counts that a fact is told at these places."""
        if not self.here.isdisjoint(told_at):
            return HERE
        if not self.soon.isdisjoint(told_at):
            return SOON
        own = bool(self.route) and any(place.startswith(self.route) for place in told_at)
        return ON_ROUTE * own

    def elsewhere(self, told_at: frozenset[str]) -> bool:
        """Whether a fact is told at steps, and at none of the route of the case."""
        steps = [place for place in told_at if place.startswith(f"{STEP}:")]
        return bool(self.route and steps) and not any(s.startswith(self.route) for s in steps)

    def heard(self, question: str) -> tuple[dict[str, float], dict[str, float], float]:
        """How well each fact fits a ``question``, the same amid what was told, and what none fits.

        What was told before it counts for which fact it is, and not for whether it is any.
        """
        known = ear(CLAIMS)
        scores = known.scores(words_in(question))
        none = scores.pop(NONE, 0.0)
        if not self.story or not scores:
            return scores, scores, none
        both = known.scores(words_in(f"{question} {self.story}"))
        off = none - both.get(NONE, 0.0)
        amid = {n: (1 - STORY) * fit + STORY * (both[n] + off) for n, fit in scores.items()}
        return scores, amid, none


def claims_on(talk: Conversation, question: str, before: Before = NOTHING) -> Claims | None:
    """The facts that answer ``question`` for who asks it; ``None`` where none comes near.

    It is asked amid what was told ``before`` it. Of several questions in a line each has its own,
    and they are clear together. One that names nothing is about what answered the one before it.
    """
    case, language = _Case.of(talk, before), talk.library.language
    clauses = [each for each in asked_clauses(question, language.seeking) if asks(each, language)]
    every: list[Claims | None] = []
    about: frozenset[str] = frozenset()
    for clause in clauses if clauses[1:] else [question]:
        leans = about and not names_page(index(talk.library), clause)
        every.append(_claims_on(talk, question, clause, case, about if leans else frozenset()))
        about = places(every[-1].claims[0]) if every[-1] else about
    found = [each for each in every if each]
    if not found:
        return None
    both = len(found) == len(every)
    rows = zip_longest(*(each.claims for each in found))
    claims = {claim.id: claim for row in rows for claim in row if claim}
    return Claims(
        tuple(claims.values())[:MOST],
        min(each.ahead for each in found),
        both and all(each.clear for each in found),
        both and all(each.alone for each in found),
        any(each.points for each in found),
    )


def is_gap(  # noqa: PLR0913 - a question, and what was found on it
    talk: Conversation,
    question: str,
    before: Before,
    lines: Sequence[str],
    facts: Claims | None,
    *,
    seems: bool,
) -> bool:
    """Whether no source tells what is asked, where that ``seems`` so, and amid a case surely.

    It is not where a fact sounds as much like it as what no source answers, unless it asks what is
    never told or only points to the case; and it is where none does, and the nearest ``lines`` are
    about something else. It is too where one asks for such as a number to call, and no line or fact
    has any.
    """
    told = [*lines, *(claim.says for claim in (facts.claims if facts else ()))]
    if lacks(question, told, talk.library.language.seeking):
        return True
    untold = pattern(talk.library.language.seeking.not_told).search(plain(question))
    points = seems and only_points(index(talk.library), question)
    if talk.flow.route == TRIAGE or untold or points:
        return seems
    case, reader = _Case.of(talk, before), Reader.within(talk)
    own, _, none = case.heard(question)
    asker, claims = reader.asker(question), talk.library.claims
    near = [(name, fit) for name, fit in own.items() if fit + HERE >= none + ALIKE]
    order = sorted(((fit + case.counts(places(claims[n])), n) for n, fit in near), reverse=True)
    fits = (fit - none for fit, name in order if _for_who_asks(reader, asker, claims[name]))
    like = next(fits, -1.0)
    if seems:
        return like < ALIKE
    return like < 0 and most_held(talk, index(talk.library), question, lines)[0] < NOWHERE


def _claims_on(
    talk: Conversation, question: str, clause: str, case: _Case, about: frozenset[str]
) -> Claims | None:
    """The facts that answer one ``clause`` of a ``question`` that is asked amid a ``case``.

    Where it is ``about`` some places, only those that are told there.
    """
    library, seeking = talk.library, talk.library.language.seeking
    (own, scores, none), kind = case.heard(clause), asked_for(clause, seeking)
    reader = Reader.within(talk)
    asker, here = reader.asker(question), about or case.here
    case = replace(case, here=here)
    amid = talk.flow.route != TRIAGE
    points = bool(about) or (amid and _only_points(index(library), clause))
    pages = pages_named(index(library), clause)
    # Of another kind of school, or a place of no source, a fact tells nothing.
    strange = {*words_in(question)} & {*seeking.other_schools, *library.elsewhere}
    sought = [*asks_of(clause, seeking)]
    fits: dict[str, float] = {}
    alone: dict[str, float] = {}
    for name, fit in scores.items():
        if fit + HERE + SHOWN < none:
            continue
        claim = library.claims[name]
        told_at = places(claim)
        at_hand = not (here if about else here | case.soon).isdisjoint(told_at)
        told = told_at and (at_hand or not points) and strange.issubset(words_in(claim.says))
        if told and holds(kind, claim.says, seeking) and _for_who_asks(reader, asker, claim):
            shown = any(shows(ask, claim.says, seeking) for ask in sought)
            counts = case.counts(told_at) + SHOWN * shown
            fits[name], alone[name] = fit + counts, own[name] + counts
    order = sorted(fits, key=lambda name: (-fits[name], name))
    if not order or fits[order[0]] - none < FAIR or fits[order[0]] < LEAST:
        return None
    best = fits[order[0]]
    near = [library.claims[name] for name in order if fits[name] >= BESIDE * best]
    little = amid and not pages and len(beside_pointing(index(library), clause)) <= LITTLE
    apart = case.elsewhere(places(near[0]))
    least = POINTED if points or little or apart else CLEAR
    # What points to the case would be answered by whatever repeats what was told of it.
    clear = _clearly(talk, alone, order[0], none + least, APART) or (
        not points and _clearly(talk, fits, order[0], none + least, APART_AMID)
    )
    if amid and here.isdisjoint(told_at := places(near[0])):
        # Of what is so in one case or in another, the case says which.
        clear = clear and not _rivalled(talk, fits, order[0], none)
        # What goes on about the case can suppose what was never a fact of another step, and what
        # it points to is there: "die melding" is no other one, unless its name is said.
        this = not seeking.this.isdisjoint(words_in(clause)) and pages.isdisjoint(told_at)
        clear = clear and not (this or pattern(seeking.going_on).match(plain(clause)))
    only = clear and all(best - fits[name] >= APART for name in order[1:2])
    return Claims(tuple(near[:MOST]), best - none, clear, only, points and not about)


def _clearly(
    talk: Conversation, fits: Mapping[str, float], first: str, least: float, apart: float
) -> bool:
    """Whether a fact fits so well, and so much better than each that is told elsewhere."""
    if fits[first] < least:
        return False
    others = (n for n, fit in fits.items() if n != first and fit > fits[first] - apart)
    return all(_alike(talk, first, name) for name in others)


def _rivalled(talk: Conversation, fits: Mapping[str, float], first: str, none: float) -> bool:
    """Whether a fact that is told elsewhere fits nearly as well, of what lies above ``none``."""
    least = none + RIVAL * (fits[first] - none)
    others = (name for name, fit in fits.items() if name != first and fit >= least)
    return not all(_one_page(talk, first, name) for name in others)


def _one_page(talk: Conversation, one: str, other: str) -> bool:
    """Whether a page of the book tells two facts."""
    claims = talk.library.claims
    shared = places(claims[one]) & places(claims[other])
    return any(place.startswith(f"{PAGE}:") for place in shared)


def _only_points(known: Index, clause: str) -> bool:
    """Whether ``clause`` says little more than what it points with."""
    return only_points(known, clause) and len(beside_pointing(known, clause)) <= MOST_POINTED


def places(claim: Claim) -> frozenset[str]:
    """The places that tell a fact and can be read, each as a whole."""
    every = map(Address.read, claim.places)
    return frozenset(f"{at.kind}:{at.name}" for at in every if at.kind in _KINDS)


def as_view(talk: Conversation, found: Claims) -> PassageView:
    """The facts as a place to read: that of the first one."""
    reader = Reader.within(talk)
    place = found.place
    link = reader.link(place)
    items = tuple((Run(claim.says),) for claim in found.claims)
    block = Items(ordered=False, items=items) if items[1:] else Paragraph(items[0])
    sources = (reader.source(Source(c.document, c.place)) for c in found.claims)
    return PassageView(
        place, link.title, KIND_WORDS[Address.read(place).kind], (block,),
        tuple(dict.fromkeys(sources)), more=True,
        short=tuple(claim.says for claim in found.claims),
    )  # fmt: skip


def before(facts: PassageView, view: PassageView) -> PassageView:
    """``view`` with the ``facts`` before what it says besides."""
    rest = tuple(line for line in view.short if not any(_same(line, f) for f in facts.short))
    sources = tuple(dict.fromkeys((*facts.sources, *view.sources)))
    return replace(
        view, blocks=(*facts.blocks, *view.blocks), short=(*facts.short, *rest), sources=sources
    )


def _same(line: str, fact: str) -> bool:
    """Whether ``line`` says little that the ``fact`` does not say."""
    said, known = {*words_in(line)}, {*words_in(fact)}
    return line == fact or len(said & known) >= SAME * len(said)


def _for_who_asks(reader: Reader, asker: Asker, claim: Claim) -> bool:
    """Whether a fact is for who asks, and of no edition that was replaced."""
    named = reader.reaches.told(claim.says)
    return asker.far(reader.reaches.of([claim.document]), named) is Far.OWN


def _alike(talk: Conversation, one: str, other: str) -> bool:
    """Whether two facts are told at a place they share."""
    claims = talk.library.claims
    return not places(claims[one]).isdisjoint(places(claims[other]))

"""Which facts of the sources answer a question: each is one sentence, with where it is written.

The ear hears a question by those that colleagues asked about a fact, and by the fact itself. A fact
counts for who asks only: of their own region, sector and place, and of no edition that was
replaced. What sounds as much like a question that no source answers is no answer.
"""

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.passage_view import PassageView
from routeboek_tui.conversation.enquiry.subjects import near_steps
from routeboek_tui.conversation.reader import KIND_WORDS, Reader
from routeboek_tui.core.flow import TRIAGE, Source
from routeboek_tui.library.reach import Asker, Far
from routeboek_tui.library.sentences import STATED
from routeboek_tui.library.source import Claim
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.attribute import asked_for, holds, shows
from routeboek_tui.search.compiled import ear, index
from routeboek_tui.search.ear import NONE
from routeboek_tui.search.passages import PAGE, STEP
from routeboek_tui.search.pointed import asks_of, only_points
from routeboek_tui.text.characters import plain, words_in
from routeboek_tui.text.document import Items, Paragraph, Run

CLEAR = 0.22
"""How far above what no source answers a fact must lie, to answer surely."""

FAIR = 0.1
"""How far above it a fact must lie, to stand with what is nearest."""

LEAST = 0.17
"""How well a fact must fit the question itself."""

APART = 0.03
"""How far a fact that surely answers must lie above the next one that is told at no same place."""

HERE = 0.05
"""What it counts that a fact is told at the step where the case stands."""

SHOWN = 0.03
"""What it counts that a fact has the kind of thing that is asked, such as who does it."""

BESIDE = 0.7
"""How well a fact must fit, of what the best one does, to be told with it."""

MOST = 3
"""Facts that are told together."""

_KINDS = tuple(KIND_WORDS)


class Stated(Struct, frozen=True):
    """The facts that come nearest, the best first; ``clear`` says that they surely answer.

    ``ahead`` is how far the first one lies above what no source answers; ``alone`` that it lies
    apart from every other one too.
    """

    claims: tuple[Claim, ...]
    ahead: float
    clear: bool
    alone: bool

    @property
    def place(self) -> str:
        """Where the first of them is told: on a page of the book, where one tells it."""
        every = places(self.claims[0])
        return min(every, key=lambda each: (not each.startswith(f"{PAGE}:"), each))

    @property
    def first(self) -> "Stated":
        """The first of them alone."""
        return replace(self, claims=self.claims[:1])

    def told_at(self, place: str) -> bool:
        """Whether the best of them is told at ``place``, or at a part of it."""
        return place in places(self.claims[0])


def stated(talk: Conversation, question: str) -> Stated | None:
    """The facts that answer ``question`` for who asks it; ``None`` where none comes near."""
    heard, library = ear(STATED), talk.library
    scores = heard.scores(words_in(question))
    none, seeking = scores.pop(NONE, 0.0), library.language.seeking
    kind = asked_for(question, seeking)
    reader = Reader.within(talk)
    asker, here = reader.asker(question), _here(talk)
    pointing = talk.flow.route != TRIAGE and only_points(index(library), question)
    # Of another kind of school, or a place of no source, a fact tells nothing.
    strange = {*words_in(question)} & {*seeking.other_schools, *library.elsewhere}
    fits: dict[str, float] = {}
    for name, fit in scores.items():
        claim = library.claims[name]
        if fit - none + HERE < FAIR * BESIDE or not places(claim):
            continue
        at_hand = not here.isdisjoint(places(claim))
        if pointing and not at_hand:
            continue
        if not strange.issubset(words_in(claim.says)):
            continue
        if holds(kind, claim.says, seeking) and _for_who_asks(reader, asker, claim):
            told = any(shows(ask, claim.says, seeking) for ask in asks_of(question, seeking))
            fits[name] = fit + HERE * at_hand + SHOWN * told
    order = sorted(fits, key=lambda name: (-fits[name], name))
    if not order or fits[order[0]] - none < FAIR or fits[order[0]] < LEAST:
        return None
    best = fits[order[0]]
    near = [library.claims[name] for name in order if fits[name] >= BESIDE * best]
    other = next((n for n in order[1:] if not _alike(talk, order[0], n)), "")
    apart = best - fits.get(other, 0.0) >= APART
    # What goes on about the case can suppose what was never a fact of another step.
    goes_on = talk.flow.route != TRIAGE and pattern(seeking.going_on).match(plain(question))
    apart = apart and not (goes_on and here.isdisjoint(places(near[0])))
    clear = best - none >= CLEAR and apart
    alone = clear and all(best - fits[name] >= APART for name in order[1:2])
    return Stated(tuple(near[:MOST]), best - none, clear, alone)


def places(claim: Claim) -> frozenset[str]:
    """The places that tell a fact and can be read, each as a whole."""
    every = (place.partition("#")[0] for place in claim.places)
    return frozenset(place for place in every if place.partition(":")[0] in _KINDS)


def as_view(talk: Conversation, found: Stated) -> PassageView:
    """The facts as a place to read: that of the first one."""
    reader = Reader.within(talk)
    place = found.place
    link = reader.link(place)
    items = tuple((Run(claim.says),) for claim in found.claims)
    block = Items(ordered=False, items=items) if items[1:] else Paragraph(items[0])
    sources = (reader.source(Source(c.document, c.place)) for c in found.claims)
    return PassageView(
        place, link.title, KIND_WORDS[place.partition(":")[0]], (block,),
        tuple(dict.fromkeys(sources)), more=True,
        short=tuple(claim.says for claim in found.claims),
    )  # fmt: skip


def before(facts: PassageView, view: PassageView) -> PassageView:
    """``view`` with the ``facts`` before the rest of it."""
    rest = tuple(each for each in view.short if each not in facts.short)
    sources = tuple(dict.fromkeys((*facts.sources, *view.sources)))
    return replace(
        view, blocks=(*facts.blocks, *view.blocks), short=(*facts.short, *rest), sources=sources
    )


def _for_who_asks(reader: Reader, asker: Asker, claim: Claim) -> bool:
    """Whether a fact is for who asks, and of no edition that was replaced."""
    named = reader.reaches.told(claim.says)
    return asker.far(reader.reaches.of([claim.document]), named) is Far.OWN


def _here(talk: Conversation) -> frozenset[str]:
    if talk.flow.route == TRIAGE:
        return frozenset()
    return frozenset(f"{STEP}:{talk.flow.id}/{step}" for step in near_steps(talk))


def _alike(talk: Conversation, one: str, other: str) -> bool:
    """Whether two facts are told at a place they share."""
    claims = talk.library.claims
    return not places(claims[one]).isdisjoint(places(claims[other]))

"""Which of the places that come near to a question tells it, and which fits best."""

from collections.abc import Iterable, Sequence

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.enquiry import Enquiry, Surety
from routeboek_tui.conversation.enquiry.passage_view import PassageView
from routeboek_tui.conversation.enquiry.reply import Reply, distance
from routeboek_tui.conversation.enquiry.subjects import Before, subjects
from routeboek_tui.conversation.enquiry.within_case import holds_all, most_held, nearness
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.address import PAGE, PART, STEP, Address
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.library.danger import PAGE as DANGER
from routeboek_tui.library.general import mark
from routeboek_tui.library.language import Seeking
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.attribute import asked_for, holds, mentions, shows, untold
from routeboek_tui.search.compiled import index
from routeboek_tui.search.index import Hit
from routeboek_tui.search.pointed import asks_of, pages_named
from routeboek_tui.search.question import named
from routeboek_tui.text.characters import plain

AHEAD = 0.1
"""What each place earlier counts beside how it fits."""

MOST_OF_STORY = 2
"""Pages that are near because of the story that was told before a question."""


LITTLE = 0.2
"""How much of a question before its "als" must stand in what there is to do then."""

GENERAL = 0.7
"""What general information counts where the routeboek counts 1: what was agreed here goes first."""


def tells(talk: Conversation, question: str, view: PassageView) -> bool:
    """Whether ``view`` tells each thing that is asked of something, or that no source tells it."""
    seeking, known = talk.library.language.seeking, index(talk.library)
    kind = asked_for(question, seeking) if view.place.startswith(f"{STEP}:") else ""
    return talk.flow.route == TRIAGE or (
        (not kind or any(_has(kind, line, seeking) for line in view.short))
        and all(
            any(shows(ask, line, seeking) or untold(ask, line, seeking) for line in view.short)
            for ask in asks_of(question, seeking)
        )
        and holds_all(talk, known, question, view)
    )


def _has(kind: str, line: str, seeking: Seeking) -> bool:
    """Whether ``line`` has a thing of this kind, or says that no source tells it."""
    said = pattern(seeking.untold).search(plain(line)) and mentions(kind, line, seeking)
    return bool(said) or holds(kind, line, seeking)


def supposes(talk: Conversation, question: str) -> bool:
    """Whether amid a case ``question`` goes on about what can come: "en als die er niet is"."""
    seeking = talk.library.language.seeking
    goes_on = pattern(seeking.going_on).match(plain(question))
    return talk.flow.route != TRIAGE and bool(goes_on)


def asks_of_then(talk: Conversation, question: str, view: PassageView) -> bool:
    """Whether what stands before the "als" in ``question`` is of what there is to do then."""
    said = plain(question)
    tail = pattern(talk.library.language.seeking.if_words).search(said)
    before = said[: tail.start()] if tail else ""
    return most_held(talk, index(talk.library), before, view.short)[0] >= LITTLE


def astray(talk: Conversation, question: str, before: Before, view: PassageView) -> bool:
    """Whether ``question`` points to something of the case, and ``view`` is of something else."""
    known, page = index(talk.library), f"{PAGE}:{Address.read(view.place).holder}"
    said = pattern(known.seeking.if_words).split(plain(question))[0] or question
    points = pattern(known.seeking.pointing).search(said)
    if talk.flow.route == TRIAGE or not points or page in pages_named(known, said):
        return False
    return page not in {f"{PAGE}:{each.id}" for each in subjects(talk, known, before, ()).every}


def of_other(talk: Conversation, view: PassageView, question: str) -> bool:
    """Whether ``question`` names one place of the book, of another step than ``view`` is."""
    places = named(index(talk.library), question)
    step = Address.read(view.place).leaf
    pages = (talk.library.pages.get(Address.read(place).holder) for place in places)
    return bool(places) and not any(page and step in page.steps for page in pages)


def by_fit(
    talk: Conversation, question: str, before: Before, views: Sequence[PassageView]
) -> list[PassageView]:
    """``views`` by how much of what is asked they hold; what came first counts a little more."""
    fits = nearness(talk, index(talk.library), question, next(iter(before.typed), ""))
    worth = {n: fits(view) - AHEAD * n for n, view in enumerate(views)}
    return [views[n] for n in sorted(worth, key=lambda n: -worth[n])]


def general(talk: Conversation, view: PassageView) -> bool:
    """Whether a page tells only what is from outside the routeboek."""
    page = talk.library.pages.get(Address.read(view.place).name)
    return page is not None and bool(mark(talk.library, page.sources))


def of_story(talk: Conversation, before: Before, question: str) -> tuple[PassageView, ...]:
    """What the book says on ``question`` as one in the story that was told before it."""
    story = next(iter(before.typed), "").rstrip(" .!?")
    if not story:
        return ()
    asked = Enquiry(Reader.within(talk), index(talk.library), f"{story}. {question}")
    places = [each for each in asked.about.places if each.startswith((f"{PAGE}:", f"{PART}:"))]
    views = (asked.view(each) for each in places[:MOST_OF_STORY])
    return calm(talk, question, tuple(view for view in views if not view.silent))


def of_danger(talk: Conversation, enquiry: Enquiry) -> tuple[PassageView, ...]:
    """What there is to do in the one danger that is heard in what is asked, which goes first."""
    alarm = safety.alarm(talk, enquiry.question)
    kinds = alarm.kinds if alarm and talk.flow.route != TRIAGE else ()
    places = [f"{PAGE}:{DANGER}{kind}" for kind in kinds]
    known = [place for place in places if enquiry.index.place(place) is not None]
    return tuple(map(enquiry.view, known)) if len(places) == 1 else ()


def calm(
    talk: Conversation, question: str, views: Sequence[PassageView]
) -> tuple[PassageView, ...]:
    """``views`` without what to do in danger, where none is heard in this case."""
    kept = tuple(view for view in views if not view.place.startswith(f"{PAGE}:{DANGER}"))
    return kept if kept and not safety.alarm(talk, question) else tuple(views)


def each_once(views: Iterable[PassageView]) -> tuple[PassageView, ...]:
    """Each place once, where it comes first."""
    found: dict[str, PassageView] = {}
    for view in views:
        found.setdefault(view.place, view)
    return tuple(found.values())


def fitting(enquiry: Enquiry, answer: Reply, most: int, route: str = "") -> tuple[Hit, ...]:
    """What fits the words, at most so many, and of the steps only those of ``route``.

    The place that surely answers goes first, and with a question all that its ``answer`` tells.
    Steps of routes that are not the reader's stand behind the rest.
    """
    known, reader, words, asked = enquiry.index, enquiry.reader, enquiry.question, enquiry.about
    places: Sequence[str] = asked.places[: asked.surety is Surety.SURE]
    if enquiry.asks:
        names = {enquiry.view(place).place: place for place in reversed(asked.places)}
        places = [names[view.place] for view in answer.told]
    near = map(known.place, places)
    first = [Hit(known.passages[n], 0.0) for n in near if n is not None]
    others = known.find(words, most, flow=route)
    others.sort(
        key=lambda hit: -hit.score * (GENERAL if mark(reader.library, hit.passage.sources) else 1)
    )
    found = _once((*first, *others))[:most]
    far = distance(reader, reader.asker(words))
    return tuple(sorted(found, key=lambda hit: far(hit.passage.id)))


def _once(hits: Iterable[Hit]) -> list[Hit]:
    """Each place once, where it comes first."""
    found: dict[str, Hit] = {}
    for hit in hits:
        found.setdefault(hit.passage.id, hit)
    return list(found.values())

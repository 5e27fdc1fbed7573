"""What a question amid a case can point to: the pages of what was told, and of where it stands."""

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from routeboek_tui.conversation.advice.advice_view import steps_of
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import question as asked_now
from routeboek_tui.core.address import PAGE, Address
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.library.page import Page
from routeboek_tui.search.index import Index
from routeboek_tui.search.query import Query
from routeboek_tui.search.words import stems
from routeboek_tui.text.characters import words_in

MOST_WORDS = 60
"""Of a long story the first words are read."""


NEXT = 2
"""Arrows on from where the case stands, that what comes next is away at most."""


class Before(Struct, frozen=True):
    """What was typed before a question, the newest first, and the place that answered last."""

    typed: tuple[str, ...] = ()
    place: str = ""


NOTHING = Before()


class Subjects(Struct, frozen=True):
    """The pages that can be pointed to, the likeliest first.

    ``last`` is what was answered last, ``told`` what was told and the step is about too, ``called``
    what the step is called after, ``beside`` what else it is about, and ``ago`` what was told and
    no more. ``apart`` are those of ``called`` that share no word of its title.
    """

    last: tuple[Page, ...] = ()
    told: tuple[Page, ...] = ()
    called: tuple[Page, ...] = ()
    beside: tuple[Page, ...] = ()
    ago: tuple[Page, ...] = ()
    apart: tuple[Page, ...] = ()

    @property
    def things(self) -> tuple[Page, ...]:
        """Those that one can ask what they are."""
        tafels = (page for page in self.beside if page.tafel)
        return _once((*self.last, *self.told, *self.called, *tafels, *self.ago))

    @property
    def meant(self) -> tuple[Page, ...]:
        """Those that surely can be meant: told or answered, in the name of the step, or a tafel."""
        tafels = (page for page in self.beside if page.tafel)
        return _once((*self.last, *self.told, *self.called, *tafels))

    @property
    def every(self) -> tuple[Page, ...]:
        """All of them: what was told goes behind what the step is called after."""
        return _once((*self.last, *self.called, *self.told, *self.things, *self.beside))

    def of_kind(self, nouns: Sequence[str]) -> "Subjects":
        """Those of a kind that ``nouns`` say, if any is."""
        kept = {
            name: tuple(p for p in getattr(self, name) if any(_is(p, noun) for noun in nouns))
            for name in self.__struct_fields__
        }
        return Subjects(**kept) if any(kept.values()) else self


def subjects(talk: Conversation, index: Index, before: Before, nouns: Sequence[str]) -> Subjects:
    """What can be pointed to, of ``nouns`` where something is of that kind."""
    pages = talk.library.pages
    told = list(_told(talk, index, before))
    own = [(step, list(_of_step(talk, step))) for step in _here(talk)]
    beside = sorted((p for _, of in own for p in of), key=lambda page: len(page.steps))
    last = pages.get(before.place.removeprefix(f"{PAGE}:"))
    called = [_called(talk, step, of) for step, of in own]
    return Subjects(
        (last,) if last else (),
        tuple(page for page in told if page in beside),
        tuple(page for of in called for page in of),
        tuple(beside),
        tuple(told),
        tuple(_apart(talk, called[0])) if called else (),
    ).of_kind(nouns)


def near_steps(talk: Conversation) -> tuple[str, ...]:
    """Where the case stands: the steps since the last answer, and the one that asks.

    What runs alongside is not one of them.
    """
    asked, near = asked_now(talk), list[str]()
    for visit in talk.trail.main.visits:
        near = [] if visit.taken else [*near, *(() if visit.alongside else (visit.step,))]
    step = asked.step if asked else ""
    return tuple(dict.fromkeys(filter(None, (*near, step))))


def next_steps(talk: Conversation) -> frozenset[str]:
    """The steps that come next: at most so many arrows on from where the case stands."""
    here = frozenset(near_steps(talk))
    seen, edge = here, here
    for _ in range(NEXT):
        steps = (talk.flow.steps[step] for step in edge if step in talk.flow.steps)
        edge = frozenset(arrow.to for step in steps for _, arrow in step.ways()) - seen
        seen |= edge
    return seen - here


def _apart(talk: Conversation, pages: Sequence[Page]) -> Iterator[Page]:
    """Those of ``pages`` of which no name shares a word with one before it."""
    stop, seen = talk.library.language.seeking.stop, set[str]()
    for page in pages:
        words = {word for name in _names(page, stop) for word in name}
        if seen.isdisjoint(words):
            yield page
        seen |= words


def _once(pages: Sequence[Page]) -> tuple[Page, ...]:
    return tuple({page.id: page for page in pages}.values())


def _here(talk: Conversation) -> list[str]:
    """The steps where the case stands: what there is to do now, and what is asked."""
    return [] if talk.flow.route == TRIAGE else list(dict.fromkeys(steps_of(talk)))


def _of_step(talk: Conversation, step: str) -> Iterator[Page]:
    return (page for page in talk.library.pages.values() if step in page.steps)


def _called(talk: Conversation, step: str, pages: Sequence[Page]) -> list[Page]:
    """Those of ``pages`` that ``step`` is called after, the one with the longest name first.

    Where it is called after none, its tafels.
    """
    stop = talk.library.language.seeking.stop
    title = _telling(talk.say(talk.text(step).title), stop)
    fits = {
        page.id: max(len(n) if _within(n, title) else 0 for n in _names(page, stop))
        for page in pages
    }
    found = [page for page in pages if fits[page.id]] or [page for page in pages if page.tafel]
    return sorted(found, key=lambda page: (-fits[page.id], not page.tafel))


def _names(page: Page, stop: Collection[str]) -> list[tuple[str, ...]]:
    names = (_telling(name, stop) for name in (page.title, *page.names))
    return [name for name in names if name]


def _telling(text: str, stop: Collection[str]) -> tuple[str, ...]:
    """The stems of the words of ``text`` that say something."""
    return stems(" ".join(word for word in words_in(text) if word not in stop))


def _within(name: tuple[str, ...], title: tuple[str, ...]) -> bool:
    size = len(name)
    return any(title[n : n + size] == name for n in range(len(title) - size + 1))


def _is(page: Page, noun: str) -> bool:
    """Whether a page is of the kind that ``noun`` says."""
    return any(word.endswith(noun) for name in (page.title, *page.names) for word in words_in(name))


def _told(talk: Conversation, index: Index, before: Before) -> Iterator[Page]:
    """The pages that were named in what was typed, but for those of everybody in any case.

    Of one line that with the longest name goes first: a short one can be that of several pages.
    """
    seeking, pages = index.seeking, talk.library.pages
    for line in before.typed:
        words = [word for word in words_in(line)[:MOST_WORDS] if word not in seeking.everybody]
        telling = tuple(word for word in words if word not in seeking.stop)
        every = index.named(Query(telling))
        ids = (Address.read(index.passages[place].id) for place, _ in every)
        named = (pages[at.name] for at in ids if at.kind == PAGE)
        said = stems(" ".join(telling))
        letters = {
            page.id: max(
                (len("".join(n)) for n in _names(page, seeking.stop) if _within(n, said)), default=0
            )
            for page in named
        }
        yield from (pages[each] for each in sorted(letters, key=lambda each: -letters[each]))

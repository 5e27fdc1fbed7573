"""What a question amid a case is answered with that points to what was told or where it stands."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.case_answer import (
    MOST,
    Kind,
    lines_of,
    said_of,
    timed,
    view_of,
    with_step,
)
from routeboek_tui.conversation.enquiry.disagreeing import (
    DIFFER,
    SOURCES,
    difference_blocks,
    own_says,
)
from routeboek_tui.conversation.enquiry.enquiry import Enquiry, Surety
from routeboek_tui.conversation.enquiry.in_short import in_lines
from routeboek_tui.conversation.enquiry.passage_view import NOTHING_SOUGHT, PassageView
from routeboek_tui.conversation.enquiry.reply import reply
from routeboek_tui.conversation.enquiry.subjects import Before, Subjects, near_steps, subjects
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.address import PAGE, PART, Address
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.library.page import Page
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.attribute import shows, untold
from routeboek_tui.search.index import Index
from routeboek_tui.search.pointed import pointed
from routeboek_tui.search.subject import part_asked
from routeboek_tui.text.document import Block, Heading, Items, Paragraph, Run

ABOUT = "Over {}"
SEATS = "deelnemers"
"""The part of a tafel that tells who sits there."""

TO_DO = frozenset((Kind.NEXT, Kind.TABLE))
LATER = frozenset((Kind.WHEN, Kind.STEP))

MOST_ELSEWHERE = 2
"""Things of which it is asked by name where no page of them answers."""

FIRST = 2
"""Lines of each of several answers that stand before the rest of them."""

MOST_BOTH = 2
"""Things that are told of beside each other where each can be meant."""


class Referred(Struct, frozen=True):
    """What is told: one ``view`` that answers, or ``near`` where none does.

    It is ``sure`` where what is asked stands in it, and it is of what surely can be meant.
    Where two can be meant as well, ``near`` are what answers of ``both``. It is ``meant`` where it
    is of what the question surely points to, whether it answers or not.
    """

    view: PassageView | None = None
    sure: bool = False
    near: tuple[PassageView, ...] = ()
    both: bool = False
    meant: bool = False


class _Asked(Struct, frozen=True):
    """One thing that is asked of one of the ``pages``; ``where`` is the place that it names."""

    talk: Conversation
    index: Index
    ask: str
    pages: Subjects
    where: str = ""

    def answer(self, first: PassageView | None) -> PassageView | None:
        """What answers it: the page of the ``first`` answer, what is to be done, or another page.

        Of papers what there is to do names some, and the page of the tafel others.
        """
        page = self.talk.library.pages.get(first.place.removeprefix(f"{PAGE}:")) if first else None
        if page and (same := self._shown_by((page,))):
            return same
        ways = [self._deeds, self._paged]
        if self.ask not in self.index.seeking.of_deeds:
            ways.reverse()
        found = [view for way in (self._part_told, self._tables, *ways) if (view := way())]
        stepped = self._stepped()
        if stepped and not (found and self._certain(found[0])):
            return stepped
        if self.ask in self.index.seeking.of_both and found:
            return together([found[0], *map(self._only, found[1:])])
        return found[0] if found else self._untimed() or self._elsewhere()

    def _paged(self) -> PassageView | None:
        return self._shown_by(self._likeliest)

    @property
    def _likeliest(self) -> Sequence[Page]:
        """The pages, those first with the part of a tafel that is asked for."""
        part = self._part
        if self.plain and part != SEATS:
            return self.pages.things
        every = (*self.pages.last, *self.pages.things, *self.pages.every)
        return sorted(every, key=lambda p: part not in p.tafel) if part else self.pages.every

    @property
    def _part(self) -> str:
        """The part of a tafel that is asked for, or ""."""
        return part_asked(self.ask, self.index.seeking)

    def _part_told(self) -> PassageView | None:
        """That part of the tafel that was told, or answered last."""
        pages = (*self.pages.last, *self.pages.told)
        return self._shown_by([page for page in pages if self._part in page.tafel])

    def _only(self, view: PassageView) -> PassageView:
        """Of a page only the lines that show what is asked."""
        lines = tuple(filter(self.shown, view.short))
        items = Items(ordered=False, items=tuple((Run(line),) for line in lines))
        return replace(view, blocks=(items,), short=lines)

    @property
    def plain(self) -> bool:
        """Whether whatever is told of a thing answers what is asked of it."""
        return self.index.seeking.shows.get(self.ask) == ("*",)

    def shown(self, line: str) -> bool:
        """Whether a line shows what is asked, and does not say that no source tells it."""
        return shows(self.ask, line, self.index.seeking)

    def sure(self, view: PassageView) -> bool:
        """Whether ``view`` surely answers: it shows what is asked, of what surely can be meant."""
        at = Address.read(view.place)
        if at.kind != PAGE:
            return at.leaf in {*near_steps(self.talk), *self._now}
        page = self.talk.library.pages.get(at.name)
        if page and not page.tafel and self.ask in self.index.seeking.of_meeting:
            return False
        told = self.plain or any(self.shown(x) or self._untold(x) for x in view.short)
        box = page and self._part in page.tafel and self.ask not in self.index.seeking.hides
        return bool(told or box) and (page is None or self._meant(page))

    def _certain(self, view: PassageView) -> bool:
        """Whether ``view`` surely answers, of the case or of a page that surely can be meant."""
        return self.sure(view) and (not view.place.startswith(PAGE) or self.of_meant(view))

    def of_meant(self, view: PassageView) -> bool:
        """Whether ``view`` is of a page that surely can be meant."""
        return view.place.removeprefix(f"{PAGE}:") in {page.id for page in self.pages.meant}

    def _meant(self, page: Page) -> bool:
        """Whether a page surely can be meant.

        Not one that is beside, of how long something is, or of what first stands in what is to do.
        """
        first = self._when or self.ask in self.index.seeking.of_deeds
        return page in self.pages.meant or not (first and page in self.pages.every)

    def _untold(self, line: str) -> bool:
        """Whether a line says that no source tells what is asked, and not something else."""
        return untold(self.ask, line, self.index.seeking)

    @property
    def _now(self) -> set[str]:
        return {do.step for do in self.talk.advice.now}

    def _deeds(self) -> PassageView | None:
        if self.talk.flow.route == TRIAGE or self.plain:
            return None
        found = [line for line in lines_of(self.talk) if self.shown(line.text)]
        here, near = self._now, near_steps(self.talk)
        ways = (
            [line for line in found if line.kind in TO_DO and line.step in near],
            [line for line in found if line.kind in TO_DO and line.step in here],
            [line for line in found if line.kind in TO_DO],
            [line for line in found if line.kind in LATER and self._when],
        )
        lines = next(filter(None, ways), [])
        told = with_step(lines[:MOST], tuple(lines_of(self.talk)))
        return view_of(self.talk, told) if lines else None

    def _untimed(self) -> PassageView | None:
        """What is to be done where the case stands, of which no source gives the term."""
        if self.talk.flow.route == TRIAGE or not self._when:
            return None
        near = near_steps(self.talk)
        every = (line for line in lines_of(self.talk) if line.untimed and line.step in near)
        lines = [timed(line) for line in every if line.kind in TO_DO]
        return view_of(self.talk, lines[:MOST]) if lines else None

    def _stepped(self) -> PassageView | None:
        """What the steps where the case stands say themselves, where it is asked of those first."""
        if self.talk.flow.route == TRIAGE or self.ask not in self.index.seeking.of_step:
            return None
        steps = (step for step in reversed(near_steps(self.talk)) if step in self.talk.flow.steps)
        every = (line for step in steps for line in said_of(self.talk, step))
        lines = [line for line in every if self.shown(line.text)]
        return view_of(self.talk, lines[:MOST]) if lines else None

    @property
    def _when(self) -> bool:
        """Whether it is asked by when, or how long."""
        return bool(pattern(self.index.seeking.amount).search(self.ask))

    def _tables(self) -> PassageView | None:
        """Who sits together where the case stands, where that is asked."""
        if self._part != SEATS or self.talk.flow.route == TRIAGE:
            return None
        every = [line for line in lines_of(self.talk) if line.kind is Kind.TABLE]
        here = {do.step for do in self.talk.advice.now}
        lines = [line for line in every if line.step in here] or every
        return view_of(self.talk, lines[:MOST]) if lines else None

    def _shown_by(self, pages: Sequence[Page]) -> PassageView | None:
        views = ((page, self.of(page)) for page in pages)
        return next((view for page, view in views if self._answers(page, view)), None)

    def _answers(self, page: Page, view: PassageView) -> bool:
        """Whether a page answers: a part of a tafel does also where it says that it is not told."""
        return not view.silent and (self._part in page.tafel or self._shows(view))

    def _shows(self, view: PassageView) -> bool:
        return not view.silent and any(map(self.shown, view.short))

    def _elsewhere(self) -> PassageView | None:
        """Another place that answers it, asked of each of the likeliest by its name."""
        for page in () if self.plain else self.pages.things[:MOST_ELSEWHERE]:
            found = reply(Enquiry(Reader.within(self.talk), self.index, self._of(page)))
            for view in found.told[: found.surety is not Surety.ABSENT]:
                if self._shows(view):
                    return replace(view, title=ABOUT.format(view.title))
        return None

    def _of(self, page: Page) -> str:
        """What is asked of a page, in words."""
        return f"{self.ask} {Reader.within(self.talk).say(page.title)} {self.where}".strip() + "?"

    def of(self, page: Page) -> PassageView:
        """What a page says of it."""
        of = f"{PART}:{page.id}/{self._part}"
        place = of if self._part in page.tafel else f"{PAGE}:{page.id}"
        view = Enquiry(Reader.within(self.talk), self.index, self._of(page)).view(place)
        return differing(self.talk, page, self._part, replace(view, title=ABOUT.format(view.title)))


def differing(talk: Conversation, page: Page, part: str, view: PassageView) -> PassageView:
    """``view`` with what sources say otherwise of the ``part`` that is asked, editions too."""
    reader, seeking = Reader.within(talk), talk.library.language.seeking
    asker, blocks = reader.asker(""), list[Block]()
    for conflict in talk.library.conflicts.values():
        about = reader.say(conflict.about)
        of_it = part and page.id in conflict.pages and part_asked(about, seeking) == part
        says = own_says(reader, asker, conflict, older=True) if of_it else {}
        if len(says) >= SOURCES and not any(about in line for line in view.short):
            blocks.append(Paragraph((Run(DIFFER.format(about), strong=True),)))
            blocks += difference_blocks(reader, conflict, says)
    lines = in_lines(tuple(blocks), NOTHING_SOUGHT, view.title) if blocks else ()
    return replace(view, blocks=(*view.blocks, *blocks), short=(*view.short, *lines))


def referred(talk: Conversation, index: Index, question: str, before: Before) -> Referred | None:
    """What ``question`` is answered with, where it points to something; else ``None``."""
    where = Reader.within(talk).reaches.names_in(question)
    found = pointed(index, question, where)
    if not found.asks:
        return None
    pages = subjects(talk, index, before, found.nouns)
    if both := _both(talk, index, found.asks, pages):
        return Referred(near=both, both=True)
    views: list[PassageView] = []
    sure, meant = not found.rest, True
    for ask in found.asks:
        one = _Asked(talk, index, ask, pages, where)
        view = one.answer(views[0] if views else None)
        views += [view] if view else []
        sure = sure and view is not None and one.sure(view)
        meant = meant and view is not None and one.of_meant(view)
    if len(views) > 1 and (joint := _jointly(talk, index, found.asks, views)):
        every = (_Asked(talk, index, ask, pages, where) for ask in found.asks)
        if all(each.sure(joint) for each in every):
            return Referred(joint, sure, (joint,), meant=meant)
    if views:
        view = together(views)
        return Referred(view, sure, (view,), meant=meant)
    near = [
        _Asked(talk, index, found.asks[0], pages, where).of(page)
        for page in pages.things[:MOST_ELSEWHERE]
    ]
    bare = (replace(view, title=view.title.removeprefix(ABOUT.format(""))) for view in near)
    return Referred(near=tuple(bare)) if near else None


def _both(
    talk: Conversation, index: Index, asks: Sequence[str], pages: Subjects
) -> tuple[PassageView, ...]:
    """What is told of two things after which the step is called, where each can be meant."""
    one = _Asked(talk, index, asks[0], pages)
    if len(asks) > 1 or not one.plain or pages.last or pages.told or len(pages.apart) < MOST_BOTH:
        return ()
    views = map(one.of, pages.apart[:MOST_BOTH])
    return tuple(replace(view, title=view.title.removeprefix(ABOUT.format(""))) for view in views)


def _jointly(
    talk: Conversation, index: Index, asks: Sequence[str], views: Sequence[PassageView]
) -> PassageView | None:
    """What one page says of all that is asked, where it answers all of it."""
    places = {view.place for view in views}
    page = talk.library.pages.get(next(iter(places)).removeprefix(f"{PAGE}:"))
    if len(places) > 1 or page is None:
        return None
    reader = Reader.within(talk)
    question = " ".join(f"{ask} {reader.say(page.title)}?" for ask in asks)
    view = Enquiry(reader, index, question).view(f"{PAGE}:{page.id}")
    for part in dict.fromkeys(part_asked(ask, index.seeking) for ask in asks):
        view = differing(talk, page, part, view)
    return replace(view, title=ABOUT.format(view.title))


def together(views: Sequence[PassageView]) -> PassageView:
    """Several answers as one to read."""
    first, *others = views
    if not others:
        return first
    blocks = [*first.blocks]
    for view in others:
        more = [block for block in view.blocks if block not in blocks]
        if more and view.title != first.title:
            blocks.append(Heading(1, (Run(view.title),)))
        blocks += more
    # Of each the first lines: of a long answer only the beginning is seen.
    firsts = (line for view in views for line in view.short[:FIRST])
    lines = dict.fromkeys((*firsts, *(line for view in views for line in view.short)))
    sources = dict.fromkeys(source for view in views for source in view.sources)
    return replace(first, blocks=tuple(blocks), short=tuple(lines), sources=tuple(sources))

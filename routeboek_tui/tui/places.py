"""Going to a place in the guide: a page of the book, a letter, or a panel."""

from collections.abc import Callable, Iterable

from routeboek_tui.conversation.enquiry.passage_view import passage_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.address import LETTER, STEP, Address
from routeboek_tui.tui.items.passages import IN_BOOK, leads_on, panel_items
from routeboek_tui.tui.items.step import step_items
from routeboek_tui.tui.shelf import Shelf
from routeboek_tui.tui.widgets.item import Item


def follow(
    guide: Shelf, reader: Reader, place: str, read: Callable[[str], None] | None = None
) -> None:
    """Go to a place: a page of the book (by ``read``, if given), a letter, or a panel."""
    at, course = Address.read(place), guide.course
    if at.kind in IN_BOOK and read:
        read(place)
    elif at.kind in IN_BOOK:
        guide.show("book", reader, place)
    elif at.kind == LETTER and course and not course.draft(at.name).locked:
        guide.show("letter", course.draft(at.name))
    elif at.kind == STEP:
        flow, step = reader.at(at.name)
        talk = reader.walk(flow)
        panel(guide, reader, talk.say(talk.text(step).title), step_items(talk, step), read)
    else:
        view = passage_view(reader, place)
        panel(guide, reader, view.title, panel_items(view), read)


def panel(
    guide: Shelf,
    reader: Reader,
    title: str,
    items: Iterable[Item],
    read: Callable[[str], None] | None = None,
) -> None:
    """Open a panel in which links can be followed."""

    def picked(action: str | None) -> None:
        if action and leads_on(action):
            follow(guide, reader, action, read)

    guide.show("panel", title, items, then=picked)

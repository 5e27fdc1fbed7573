"""Going to a place in the guide: a page of the book, a letter, or a panel."""

from collections.abc import Callable, Iterable

from routeboek_tui.conversation.enquiry.passage_view import passage_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.tui.items.passages import IN_BOOK, leads_on, panel_items
from routeboek_tui.tui.items.step import step_items
from routeboek_tui.tui.shelf import Shelf
from routeboek_tui.tui.widgets.item import Item


def follow(
    guide: Shelf, reader: Reader, place: str, read: Callable[[str], None] | None = None
) -> None:
    """Go to a place: a page of the book (by ``read``, if given), a letter, or a panel."""
    kind, _, name = place.partition(":")
    course = guide.course
    if kind in IN_BOOK and read:
        read(place)
    elif kind in IN_BOOK:
        guide.show("book", reader, place)
    elif kind == "brief" and course and not course.draft(name).locked:
        guide.show("letter", course.draft(name))
    elif kind == "stap":
        flow, step = reader.at(name)
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

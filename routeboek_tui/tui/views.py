"""What the course opens beside the talk, each in its room or on a panel."""

from collections.abc import Callable, Iterable

from routeboek_tui.conversation.reader import Reader
from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import View
from routeboek_tui.tui.items import explain
from routeboek_tui.tui.items.step import step_items
from routeboek_tui.tui.places import panel
from routeboek_tui.tui.shelf import Shelf
from routeboek_tui.tui.widgets.item import Item

NO_QUESTION = "Er is nu geen vraag om van tevoren te bekijken."


def open_view(guide: Shelf, course: Course, view: View, name: str = "") -> None:
    """Open ``view``; ``name`` is a letter, a place in the book or words to search for."""
    match view:
        case View.ADVICE:
            guide.show("advice", course)
        case View.MAP | View.WHOLE_MAP:
            guide.show("map", course)
        case View.DRAWING:
            guide.show("drawing", guide, course)
        case View.LETTERS | View.ALL_LETTERS:
            guide.show("letters", course)
        case View.LETTER:
            guide.show("letter", course.draft(name))
        case View.BOOK:
            guide.show("book", guide.reader, name)
        case View.SEARCH:
            guide.show("book", guide.reader, "zoeken", name)
        case View.COMPARE:
            guide.show("compare", guide.reader)
        case View.MEETING:
            guide.show("meeting", course)
        case View.PAPER:
            guide.show("paper", course.overleg.shown(name), then=_telling(guide))
        case View.HIDE:
            guide.show("hidden")
        case _:
            _open_other(guide, course, view)


def _telling(guide: Shelf) -> Callable[[str | None], None]:
    """Says what came of saving, where anything did."""

    def tell(words: str | None) -> None:
        if words:
            guide.notify(words, markup=False)

    return tell


def _open_other(guide: Shelf, course: Course, view: View) -> None:
    match view:
        case View.PRACTICE:
            guide.practise()
        case View.WHY:
            _explain(guide, course, "Waarom deze vraag", explain.why_items)
        case View.SOURCE:
            _explain(guide, course, "Bron", explain.source_items)
        case View.WHAT_IF:
            _explain(guide, course, "Wat als", explain.what_if_items)
        case View.HELP:
            title, items = "Hulp", explain.help_items(course.talk, course.asked)
            _panel(guide, course, title, items)


def _explain(guide: Shelf, course: Course, title: str, of: explain.Explaining) -> None:
    """Explain the question of the route, or the step where nothing is asked any more."""
    talk, asked = course.talk, course.asked
    if asked is not None and asked.beside_route:
        _panel(guide, course, title, explain.beside_items(asked))
    elif asked is not None:
        _panel(guide, course, title, of(talk, asked))
    elif title == "Wat als":
        _panel(guide, course, title, [Item(NO_QUESTION)])
    else:
        step = talk.trail.main.last.step
        _panel(guide, course, talk.say(talk.text(step).title), step_items(talk, step))


def _panel(guide: Shelf, course: Course, title: str, items: Iterable[Item]) -> None:
    panel(guide, Reader.within(course.talk), title, items)

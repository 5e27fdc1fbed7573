"""What the keys and the list of commands do, on whatever screen they are used."""

from routeboek_tui.tui.room import LEAVE, Room
from routeboek_tui.tui.rooms import room
from routeboek_tui.tui.screens.start import StartScreen
from routeboek_tui.tui.shelf import Shelf, Talk
from routeboek_tui.tui.widgets.item import Item

NO_TALK = "Daarvoor is een gesprek nodig. Begin er eerst een."
VIEWS = frozenset({"advice", "map", "letters", "why", "what_if", "source"})


def do(guide: Shelf, name: str) -> None:
    """Do what stands in the table of keys under ``name``."""
    screen = guide.screen
    if name == LEAVE:
        stop(guide)
    elif isinstance(screen, room("hidden")):
        screen.reveal()
    elif name == "hide":
        guide.show("hidden")
    elif not isinstance(screen, Room):
        if name == "stop":
            stop(guide)
    elif isinstance(screen, room("commands")) and name != "commands":
        screen.dismiss("")
        do(guide, name)
    else:
        _in_room(guide, screen, name)


def _in_room(guide: Shelf, screen: Room[object], name: str) -> None:
    if why := screen.refusal(name):
        screen.say(why)
        return
    match name:
        case "help":
            screen.show_help()
        case "commands":
            _commands(guide, screen)
        case "stop":
            screen.stop()
        case "save":
            screen.save()
        case "copy":
            screen.copy()
        case "meeting":
            _meeting(guide)
        case "book" | "search":
            _book(guide, name)
        case "compare" | "drawing" | "practice":
            _beside(guide, name)
        case _:
            _with_the_talk(guide, screen, name)


def _beside(guide: Shelf, name: str) -> None:
    """Open what needs no talk, or go back to it."""
    if _there(guide, name):
        return
    if name == "compare":
        guide.show(name, guide.reader)
    elif name == "drawing":
        guide.show(name, guide, guide.course)
    else:
        guide.practise()


def _with_the_talk(guide: Shelf, screen: Room[object], name: str) -> None:
    held = guide.held
    if held is None:
        screen.say(NO_TALK)
    elif name not in VIEWS:
        guide.to_question()
        held.heard(held.course.do(name))
    elif not _there(guide, name):
        from routeboek_tui.course.turn import View
        from routeboek_tui.tui.views import open_view

        open_view(guide, held.course, View(name))


def _meeting(guide: Shelf) -> None:
    """The wall of the meeting beside the talk; where there is none, a talk begins first."""
    if guide.held is None:
        guide.to_question()
        begin = guide.screen
        assert isinstance(begin, StartScreen)
        begin.begin()
    if guide.course and not _there(guide, "meeting"):
        guide.to_question()
        guide.show("meeting", guide.course)


def _there(guide: Shelf, name: str) -> bool:
    """Go back to a room that is open already: the rooms do not pile up."""
    beside = {"advice", "map", "drawing", "letters", "compare", "book", "meeting", "practice"}
    if name not in beside:
        return False
    found = next((s for s in guide.screen_stack if isinstance(s, room(name))), None)
    while found and guide.screen is not found:
        guide.pop_screen()
    return found is not None


def _book(guide: Shelf, name: str) -> None:
    from routeboek_tui.tui.screens.book import CONTENTS, SEARCH, BookScreen

    place = CONTENTS if name == "book" else SEARCH
    if not _there(guide, "book"):
        guide.show("book", guide.reader, place)
    elif isinstance(guide.screen, BookScreen):
        guide.screen.turn_to(place)


def _commands(guide: Shelf, screen: Room[object]) -> None:
    if isinstance(screen, room("commands")):
        return

    async def run(action: str | None) -> None:
        if action:
            await screen.run_action(action)

    guide.show("commands", screen.commands(), then=run)


def stop(guide: Shelf) -> None:
    """Stop; ask first when something would be lost."""
    held = guide.held
    if held is None or not held.course.loses:
        guide.exit()
        return
    if isinstance(guide.screen, Talk):
        held.heard(held.course.do("stop"))
    elif not isinstance(guide.screen, room("choice")):
        held.course.do("stop")
        _ask_over(guide, held)


def _ask_over(guide: Shelf, held: Talk) -> None:
    """Lay out what the talk asks now over the screen one is on."""
    course, asked = held.course, held.course.asked
    assert asked is not None

    def answered(line: str | None) -> None:
        if line is None:
            course.do("undo")
            held.heard(())
            return
        if not course.selected(line):
            guide.to_question()
        held.heard(course.hear(line))

    items = [Item(remark.text) for remark in asked.remarks]
    guide.show("choice", asked.text, items, asked.options, then=answered)

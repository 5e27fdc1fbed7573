"""The drawn map: all routes and how they join, or one of them, in boxes and arrows."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.conversation.map.flow_words import FlowWords
from routeboek_tui.conversation.view import Option
from routeboek_tui.course.answering import selected
from routeboek_tui.course.course import Course
from routeboek_tui.course.drawn import DrawnMap
from routeboek_tui.export.drawing.faces import Zoom
from routeboek_tui.text.characters import safe
from routeboek_tui.tui.items.drawing import arrow_items, box_items, joined_items, route_items
from routeboek_tui.tui.keyboard import BACK, Command, does, footer
from routeboek_tui.tui.places import follow, panel
from routeboek_tui.tui.room import Room
from routeboek_tui.tui.shelf import Shelf
from routeboek_tui.tui.widgets.canvas import Canvas
from routeboek_tui.tui.widgets.danger_strip import DangerStrip
from routeboek_tui.tui.widgets.item import Item
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page

LEGEND = {
    Zoom.ROUTES: "alle routes   ▼ door een deur naar een andere route   + dichterbij",
    Zoom.TITLES: "✓ gedaan  ● hier  ━ de weg  ╌ afgeleid   + met vragen  - alle routes",
    Zoom.QUESTIONS: "✓ gedaan  ● hier  ━ de weg  ╌ afgeleid   - alleen titels",
}
"""What the signs mean at each step of the zoom."""
COMPARED = "nieuw, anders, vervallen: niet in beide edities gelijk   Ctrl+E weer gewoon"
ONE_EDITION = "Van deze route is er één editie. Er is niets om mee te vergelijken."
FIRST_A_ROUTE = "Kies eerst een route: ga erheen en druk op Enter."
NEAREST, FURTHEST = "Dichterbij kan niet.", "Verder weg kan niet."
NO_LIST = "De lijst hoort bij een gesprek. Begin er eerst een."
READ, OPEN, BEGIN = (
    "Lees deze stap, met de bron",
    "Ga naar de route achter deze deur",
    "Loop de route vanaf hier, zonder leerling",
)


class DrawingScreen(Room[None]):
    """Lays out a :class:`DrawnMap`: the drawing, and what is chosen in it with its source."""

    CSS_PATH = "drawing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus,equals_sign", "nearer", "dichterbij", show=False),
        Binding("minus", "further", "verder weg", show=False),
        Binding("ctrl+e", "compare", "vergelijk", show=False),
        Binding("backspace", "step_back", "pijl terug", show=False),
        Binding("ctrl+t", "list", "lijst", show=False),
    ]
    about = "drawing"
    own_keys = frozenset("+=-")

    def __init__(self, guide: Shelf, course: Course | None) -> None:
        super().__init__()
        talk = course.talk if course else None
        self.drawn = DrawnMap(guide.library, guide.today, talk)

    def compose(self) -> ComposeResult:
        """The title, the signs, the drawing, what is chosen, and the keys."""
        yield Static(id="title")
        yield Static(id="legend")
        yield DangerStrip(self.drawn.talk)
        with Container(id="both"):
            yield Canvas(self._explain, self._picked)
            yield Page(id="about")
        keys = footer("help", "commands")
        own = [
            ("↑↓←→", "vak", ""),
            ("Tab", "pijl", ""),
            ("Enter", "open", ""),
            ("+", "nader", "nearer"),
        ]
        own += [("-", "verder", "further"), ("^E", "edities", "compare"), ("^T", "lijst", "list")]
        yield Keys([*own, BACK, *keys])

    def on_mount(self) -> None:
        """Show the drawing where one is."""
        self.query_one(Page).can_focus = False
        self.query_one(Canvas).focus()
        self._show()

    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        return (
            Command("Dichterbij", "+", "nearer"),
            Command("Verder weg", "-", "further"),
            Command("Vergelijk met een andere editie, op de kaart", "Ctrl+E", "compare"),
            Command("Naar waar je bent op de kaart", "Home", "here"),
            Command("Een pijl terug", "Backspace", "step_back"),
            Command("De kaart als lijst", "Ctrl+T", "list"),
        )

    def _show(self) -> None:
        """Show what is drawn now."""
        drawn = self.drawn
        drawing = drawn.drawing()
        self.query_one("#title", Static).update(Content(safe(drawn.title)))
        legend = COMPARED if drawn.against else LEGEND[drawn.zoom]
        self.query_one("#legend", Static).update(Content(legend))
        canvas = self.query_one(Canvas)
        canvas.show(drawing, drawn.box)
        self._explain()

    def _explain(self) -> None:
        """Say what is chosen."""
        page = self.query_one(Page)
        page.replace(self._items())
        page.scroll_home(animate=False)

    def _items(self) -> Iterator[Item]:
        """What is chosen: what it is, where it stands, and how sure that is."""
        canvas, drawn = self.query_one(Canvas), self.drawn
        line = canvas.line
        if drawn.zoom is Zoom.ROUTES:
            name = self._route
            if line:
                title = f"{name(line.start)} → {name(line.end)}"
                yield from joined_items(title, drawn.between(line))
            else:
                leads = dict.fromkeys(j.end for j in drawn.joins if j.start == canvas.box)
                comes = dict.fromkeys(j.start for j in drawn.joins if j.end == canvas.box)
                words = FlowWords(drawn.library, canvas.box)
                yield from route_items(words, map(name, leads), map(name, comes))
        elif line:
            yield from arrow_items(drawn.arrows(line))
        else:
            yield from box_items(drawn.words(canvas.box), canvas.box, drawn.differs(canvas.box))

    def _route(self, flow: str) -> str:
        return self.guide.reader.route(self.drawn.library.flows[flow])

    # The keys

    def action_nearer(self) -> None:
        """Look nearer."""
        if self.drawn.nearer(self.query_one(Canvas).box):
            self._show()
        else:
            self.say(NEAREST)

    def action_further(self) -> None:
        """Look from further off."""
        if self.drawn.further(self.query_one(Canvas).box):
            self._show()
        else:
            self.say(FURTHEST)

    def action_compare(self) -> None:
        """Mark what another edition has otherwise, or no more."""
        drawn = self.drawn
        drawn.box = self.query_one(Canvas).box
        if drawn.compare():
            self._show()
        else:
            self.say(FIRST_A_ROUTE if drawn.zoom is Zoom.ROUTES else ONE_EDITION)

    def action_here(self) -> None:
        """Go to where one is, or to where the route begins."""
        canvas = self.query_one(Canvas)
        drawing = canvas.drawing
        if drawing is None:
            return
        here = (name for name, placed in drawing.boxes.items() if placed.box.here)
        canvas.choose(next(here, drawing.chart.start))

    def action_step_back(self) -> None:
        """Take back the last arrow that was walked."""
        if self.drawn.step_back():
            self._show()

    def action_list(self) -> None:
        """The map as a list, which belongs to a talk."""
        if self.guide.course is None:
            self.say(NO_LIST)
        else:
            self.call_later(self.run_action, does("map"))

    def _picked(self) -> None:
        """Walk along an arrow, look at a route, or choose what to do with a box."""
        canvas, drawn = self.query_one(Canvas), self.drawn
        line = canvas.line
        if drawn.zoom is Zoom.ROUTES and line:
            panel(self.guide, self.guide.reader, drawn.title, self._items())
        elif drawn.zoom is Zoom.ROUTES:
            self.action_nearer()
        elif line:
            drawn.walk(line)
            self._show()
        else:
            self._open(canvas.box)

    def _open(self, box: str) -> None:
        """Read a box, or choose what else to do with it where that can be."""
        doing = [READ]
        doing += [OPEN] if self.drawn.behind(box) else []
        doing += [BEGIN] if self.drawn.can_begin(box) else []
        options = tuple(Option(str(n), words, words) for n, words in enumerate(doing, 1))

        def chosen(line: str | None) -> None:
            keys = selected(line or "", options)
            if len(keys) == 1:
                self._do(doing[int(keys[0]) - 1], box)
            elif line:
                self.guide.tell(line)

        if len(doing) == 1:
            self._do(READ, box)
        else:
            title = self.drawn.words(box).title(box)
            self.guide.show("choice", title, (), options, then=chosen)

    def _do(self, what: str, box: str) -> None:
        guide, drawn = self.guide, self.drawn
        if what == READ:
            flow = drawn.words(box).flow.id
            follow(guide, guide.reader, f"stap:{flow}/{box}")
        elif what == OPEN and (behind := drawn.behind(box)):
            drawn.look_at(behind[0].id, behind[1])
            self._show()
        elif what == BEGIN:
            talk = drawn.begun(box, guide.reader.known)
            guide.to_question()
            guide.show("talk", Course.along(talk, guide.manner), ())

"""The first screen: where the school is, which sector, and what is going on."""

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from routeboek_tui.course import beginning
from routeboek_tui.course.beginning import Beginning, Choice
from routeboek_tui.text.characters import plain
from routeboek_tui.tui.keyboard import Command, footer
from routeboek_tui.tui.listening import Listening
from routeboek_tui.tui.widgets.item import BLANK, Item, styled
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course
    from routeboek_tui.library.compiled import Opening

LOW = 22
"""Lines below which the window is low."""

CLOSE = 24
"""Lines up to which nothing is left empty above what is said of keeping: so that it is in view."""

TITLE = "Routeboek verzuim en thuiszitters"
ABOUT = "Een gids: wat moet er nu gebeuren, door wie, met welke brief?"
CHOOSE = "Typ een cijfer en druk op Enter, of ga met ↓ naar “{}”."

PRACTICE = "practice"
"""What needs no talk, by what is typed for it too."""

DOORS = (
    ("begin", "▸", beginning.BEGIN),
    ("routes", "▸", beginning.ROUTES),
    ("app.do('book')", "F7", "Het boek: begrippen, tafels, partners en adressen"),
    ("app.do('search')", "F8", "Zoeken in alles wat hier staat"),
    ("app.do('practice')", "▸", "Oefenen met verzonnen zaken"),
)
"""What can be done here besides choosing: the action, its key and its words."""


class StartScreen(Listening[None]):
    """Lays out a :class:`Beginning`; what was used last is chosen already."""

    # Textual reads no CSS_PATH of the screen an app begins with.
    DEFAULT_CSS = """
    StartScreen Page { padding: 0 1; max-width: 100; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "group(1)", "volgende vraag", show=False),
        Binding("shift+tab", "group(-1)", "vorige vraag", show=False),
    ]
    about: ClassVar[str] = "start"

    def __init__(self, first: "Opening", kept: Mapping[str, str]) -> None:
        super().__init__()
        self.beginning = Beginning(first, kept)
        self._told = ""

    def compose(self) -> ComposeResult:
        """The choices, the line to type on and the keys."""
        yield Page(id="start")
        with Horizontal(classes="line"):
            yield Static(Content("›"), classes="mark")
            yield Prompt(self.sent, beginning.EXAMPLE)
        yield Keys(())

    def on_mount(self) -> None:
        """Show what is to be chosen."""
        self._show()

    def on_resize(self) -> None:
        """Leave out empty lines where the window is low."""
        self._show()

    def _show(self) -> None:
        page = self.page
        page.replace(self._items(low=self.app.size.height < LOW))
        waiting = self.beginning.waiting
        open_from = waiting.choices[0].name if waiting else self._default()
        page.start = next(n for n, item in enumerate(page.items) if item.action == open_from)
        names = ("book", "search", "help", "commands", "stop")
        count = len(self.beginning.choices())
        self.query_one(Keys).show([(f"1-{count} Enter", "kies", ""), *footer(*names)])

    def _default(self) -> str:
        """What Enter alone does: begin, once everything is chosen."""
        return "" if self.beginning.waiting else "begin"

    def _items(self, *, low: bool) -> list[Item]:
        gap = [] if low else [BLANK]
        items = [Item(styled((TITLE, "$heading bold")), 1)]
        items += [] if low else [Item(ABOUT, 1)]
        items += gap
        pointed = self._pointed
        for group in self.beginning.groups:
            items.append(Item(styled((group.asked, "bold")), 1))
            names = {choice.name for choice in group.choices} & pointed
            for choice in group.choices:
                dotted = choice.name in names if names else choice.chosen
                mark = "(•)" if dotted else "( )"
                lead = styled((f"  {choice.key} ", "$heading bold"), mark)
                items.append(Item(choice.label, 8, lead, action=choice.name))
            items += gap
        if note := self.beginning.note:
            items += [Item(note, 1, style="$text-muted"), *gap]
        items += [
            Item(styled((beginning.WHAT, "bold")), 1),
            Item(beginning.HOW, 1, style="$text-muted"),
            *(self._door(*door) for door in DOORS),
            *(gap if self.app.size.height > CLOSE else ()),
        ]
        if self._told:
            items.append(Item(self._told, 1, style="$text-warning"))
        kept = "" if low else beginning.KEPT
        return [*items, Item(f"{beginning.PRIVACY}{kept}.", 1, style="$text-muted")]

    def _door(self, action: str, key: str, words: str) -> Item:
        default = action == self._default()
        label = styled((words, "bold"), (" (Enter)", "$text-muted")) if default else words
        return Item(label, 6, styled((f"  {key}", "$heading bold")), action=action)

    def say(self, words: str) -> None:
        """Show a message until the next choice."""
        self._told = words
        self._show()

    # What is typed and picked

    def selected(self, line: str) -> tuple[str, ...]:
        """The choices that the whole line names."""
        return tuple(choice.name for choice in self.beginning.meant(line))

    @property
    def _pointed(self) -> Set[str]:
        """The choices that the line selects as it stands."""
        return {*self.selected(self.prompt.value)}

    def on_input_changed(self, event: Input.Changed) -> None:
        """Put the dot where the line puts it, before Enter."""
        self._show()

    def hear(self, line: str) -> None:
        """A choice, or what is going on, or a question: a talk begins with it."""
        choices = self.beginning.meant(line)
        if not choices and self.guide.library.language.commands.get(plain(line)) == PRACTICE:
            self.guide.action_do(PRACTICE)
            return
        told = "" if choices else line
        if not choices:
            from routeboek_tui.course.first_line import first_line

            language, today = self.guide.library.language, self.guide.today
            choices, told = first_line(self.beginning, line, language, today)
        for choice in choices:
            self._choose(choice)
        if told:
            self.begin(told=told)

    def enter(self) -> None:
        """Begin, or say what is still to be chosen."""
        if self._default():
            self.begin()
        else:
            self.say(CHOOSE.format(beginning.BEGIN.partition(":")[0]))

    def on_page_picked(self, event: Page.Picked) -> None:
        """A choice or a door was picked."""
        choice = next((c for c in self.beginning.choices() if c.name == event.action), None)
        if choice:
            self._choose(choice)
            return
        if pointed := self.beginning.meant(self.prompt.value):
            # The dot stands there already.
            self.prompt.value = ""
            for each in pointed:
                self._choose(each)
        self.call_later(self.run_action, event.action)

    def _choose(self, choice: Choice) -> None:
        self.beginning.choose(choice)
        self.guide.known = self.beginning.facts
        self._told = ""
        self.page.cursor = None
        self._show()

    def action_group(self, step: int) -> None:
        """Go to the first choice of the next or previous group."""
        page = self.page
        groups = [[choice.name for choice in group.choices] for group in self.beginning.groups]
        groups.append([action for action, _, _ in DOORS])
        action = page.items[page.cursor].action if page.cursor is not None else ""
        here = next((n for n, group in enumerate(groups) if action in group), min(step, 0) - step)
        page.point(groups[(here + step) % len(groups)][0])

    # The ways out, each imported when it is taken

    def action_begin(self) -> None:
        """Begin with the questions that look for the route."""
        self.begin()

    def begin(self, route: str = "", told: str = "") -> None:
        """Begin a talk along ``route``, or with what was ``told``; remember what was chosen."""
        from routeboek_tui.core.flow import TRIAGE
        from routeboek_tui.course.course import Course

        guide, facts = self.guide, self.beginning.facts
        course = Course.begin(guide.library, guide.today, facts, route or TRIAGE, guide.manner)
        guide.remember(**facts)
        self._enter(course, told)

    def _enter(self, course: "Course", told: str) -> None:
        reply = course.tell(told) if told else ()
        self.guide.show("talk", course, reply)
        held = self.guide.screen
        if isinstance(held, Listening) and self.prompt.value:
            # What was typed on while the talk opened belongs to its question.
            held.call_after_refresh(held.take_over, self.prompt.value)
            self.prompt.value = ""

    def action_routes(self) -> None:
        """Let the user choose a route: those of this region and sector, older editions last."""
        from routeboek_tui.conversation.view import Option
        from routeboek_tui.course.answering import selected

        ways = self.beginning.ways(self.guide.today)
        if not ways:
            self.say(beginning.NO_WAY)
            return
        options = [Option(str(n), flow, title) for n, (flow, title) in enumerate(ways, start=1)]

        def chosen(line: str | None) -> None:
            keys = selected(line or "", tuple(options))
            if len(keys) == 1:
                self.begin(next(o.choice for o in options if o.key == keys[0]))
            elif line:
                self.hear(line)

        items = [Item(beginning.FROM_ITS_START)]
        self.guide.show("choice", beginning.WHICH_ROUTE, items, options, then=chosen)

    def action_back(self) -> None:
        """This is where everything goes back to: nothing is highlighted any more."""
        self.page.cursor = None
        self.say("")

    def commands(self) -> tuple[Command, ...]:
        """What can be done here besides what can be done everywhere."""
        return tuple(Command(words, "", action) for action, key, words in DOORS if key == "▸")

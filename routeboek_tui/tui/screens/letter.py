"""One letter: what it asks for on the left, the letter as it will be on the right."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from routeboek_tui.course.letter.drafting import KEPT, Drafting, Refusal
from routeboek_tui.course.letter.paper import Paper
from routeboek_tui.text.characters import safe
from routeboek_tui.tui.items.draft import draft_items
from routeboek_tui.tui.keyboard import BACK, Command, footer
from routeboek_tui.tui.room import Room
from routeboek_tui.tui.screens.letter_form import FieldBox, Tick
from routeboek_tui.tui.widgets.danger_strip import DangerStrip
from routeboek_tui.tui.widgets.item import Item
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.tabs import Tabs

DELAY = 0.2
"""Seconds without typing after which the letter is made anew."""


class LetterScreen(Room[None]):
    """A letter to fill in, read, save and copy. What is typed is kept by the talk alone."""

    CSS_PATH = "letter.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (100, "-breed")]  # noqa: RUF012 - Textual's own form
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "switch", "wissel", priority=True),
    ]
    about: ClassVar[str] = "letter"

    def __init__(self, draft: Drafting) -> None:
        super().__init__()
        self._draft = draft
        self._letter = draft.letter
        self._timer: Timer | None = None
        self._last_box = ""

    @property
    def typing(self) -> bool:
        """Whether a field has the keys: of one line, or of more."""
        return isinstance(self.focused, Input | TextArea)

    def compose(self) -> ComposeResult:
        """The form, the letter, what is wrong, and the keys."""
        letter, draft = self._letter, self._draft
        yield Static(Content(safe(f"{letter.title} (concept)")), id="title")
        yield DangerStrip(draft.talk)
        yield Tabs(id="tabs")
        with Horizontal(id="body"):
            with VerticalScroll(id="form", can_focus=False):
                yield Static(Content(safe(f"{draft.to_whom}. {KEPT}")), id="about")
                if letter.confirm:
                    ticked = draft.confirmed
                    yield Tick(letter.confirm, "Ja, dit klopt", ticked=ticked, name="confirm")
                yield from (FieldBox(field, draft) for field in draft.fields)
            yield Page(id="preview")
        yield Static(id="status")
        yield Keys([])

    def on_mount(self) -> None:
        """Make the letter for the first time, and start in the first box."""
        self._make()
        self._show_side(preview=False)
        self._focus_form()

    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        return (Command("Wissel invullen en voorbeeld", "Ctrl+T", "switch"),)

    @property
    def field(self) -> Widget | None:
        """The box that was typed in last, or the first one."""
        boxes = list(self.query(FieldBox))
        last = [box for box in boxes if box.field.name == self._last_box]
        return next((box.box for box in (*last, *boxes)), None)

    @on(FieldBox.Typed)
    def _typed(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(DELAY, self._make)

    @on(Tick.Ticked)
    def _agreed(self, event: Tick.Ticked) -> None:
        self._draft.agree(event.question, so=event.ticked)

    def _make(self) -> None:
        """Show the letter as it is now, with what is missing and what was heard in it."""
        made = self._draft.made()
        if isinstance(made, Refusal):
            self.query_one("#preview", Page).replace([Item(made.words, style="$text-error")])
            return
        asked = self._draft.asked
        for tick in self.query(Tick):
            still = {self._letter.confirm, *self._draft.agreed, asked.words if asked else ""}
            if tick.question not in still:
                tick.remove()
        items = draft_items(made.document, made.missing, made.locked)
        self.query_one("#preview", Page).replace(items)
        danger = self._draft.danger
        self._tell(danger or self._draft.state(made), wrong=bool(danger))

    def paper(self) -> Paper | None:
        """The letter, once it may go out; else say why not, and go to the place."""
        if self._timer is not None:
            self._timer.stop()
        self._make()
        refused = self._draft.refusal()
        if refused is None:
            return self._draft.paper()
        self._tell(refused.words, wrong=True)
        if refused.confirm:
            self._show_side(preview=False)
            self._ask(refused.question)
        elif refused.field:
            self._go_to(refused.field)
        return None

    def _ask(self, question: str) -> None:
        """Go to the box of ``question``, which comes where it was not there yet."""
        tick = next((each for each in self.query(Tick) if each.question == question), None)
        if tick is None:
            tick = Tick(question, "Nagekeken")
            self.query_one("#form").mount(tick, after="#about")
        self.call_after_refresh(tick.focus)

    def say(self, words: str) -> None:
        """Say what was done, below the letter."""
        self._tell(words, done=True)

    def help_items(self) -> Iterable[Item]:
        """What goes in the box one is in."""
        box = None if self.focused is None else _box_around(self.focused)
        return () if box is None else box.help_items()

    def action_switch(self) -> None:
        """Show the other side, or go to it where both are shown."""
        to_preview = not self._on_preview()
        self._show_side(preview=to_preview)
        if to_preview:
            self.query_one("#preview").focus()
        else:
            self._focus_form()

    def action_side(self, preview: bool) -> None:
        """Show this side."""
        if preview != self._on_preview():
            self.action_switch()

    @on(Page.Picked, "#preview")
    def _missing_picked(self, event: Page.Picked) -> None:
        self._go_to(event.action)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember the box that was typed in, and show the keys that fit."""
        box = _box_around(event.widget)
        if box is not None:
            self._last_box = box.field.name
            self.call_after_refresh(self._show_box, box)
        elif isinstance(event.widget, Tick):
            self.call_after_refresh(self.query_one("#form").scroll_home, animate=False)
        self._show_keys()

    def _show_box(self, box: FieldBox) -> None:
        """Bring a box into view with its label and hint; the first with what stands above it."""
        if box is self.query(FieldBox).first():
            self.query_one("#form").scroll_home(animate=False)
        else:
            box.scroll_visible(animate=False)

    def _go_to(self, name: str) -> None:
        self._show_side(preview=False)
        self.query_one(f"#field-{name}", FieldBox).box.focus()

    def _focus_form(self) -> None:
        if self._last_box:
            self._go_to(self._last_box)
        elif self._letter.confirm:
            self.query_one("#confirm").focus()
        elif boxes := list(self.query(FieldBox)):
            boxes[0].box.focus()
        else:
            self.query_one("#preview").focus()

    def _on_preview(self) -> bool:
        if self.has_class("-breed"):
            return self.focused is self.query_one("#preview")
        return self.has_class("-voorbeeld")

    def _show_side(self, *, preview: bool) -> None:
        self.set_class(preview, "-voorbeeld")
        self.query_one(Tabs).show(preview=preview)
        self._show_keys()

    def _show_keys(self) -> None:
        other = "invullen" if self._on_preview() else "voorbeeld"
        switch = ("^T", other, "switch")
        keys = footer("save", "copy", "help", "commands")
        self.query_one(Keys).show([("Tab", "veld", ""), switch, BACK, *keys])

    def _tell(self, text: str, *, wrong: bool = False, done: bool = False) -> None:
        status = self.query_one("#status", Static)
        status.update(Content(safe(text)))
        status.set_class(wrong, "-wrong")
        status.set_class(done, "-done")


def _box_around(widget: Widget) -> FieldBox | None:
    return next((each for each in widget.ancestors if isinstance(each, FieldBox)), None)

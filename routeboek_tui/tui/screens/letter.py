"""One letter: what it asks for on the left, the letter as it will be on the right."""

from typing import ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.letter_view import correspondents
from routeboek_tui.conversation.safety import passing
from routeboek_tui.core.letter import Letter
from routeboek_tui.core.safety import Manner
from routeboek_tui.letters.composition import Composed, compose
from routeboek_tui.letters.template import LetterError
from routeboek_tui.text.characters import safe
from routeboek_tui.tui.commands import Command
from routeboek_tui.tui.screens import helping
from routeboek_tui.tui.screens.letter_form import FieldBox, Tick, faults
from routeboek_tui.tui.screens.once import OnceScreen
from routeboek_tui.tui.widgets.danger_strip import DangerStrip
from routeboek_tui.tui.widgets.item import BLANK, Item, styled
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prose import prose
from routeboek_tui.tui.widgets.tabs import Tabs

DELAY = 0.2
"""Seconds without typing after which the letter is made anew."""

KEPT = "Wat je hier typt bewaart de gids niet. Het verdwijnt als je stopt."


class LetterScreen(OnceScreen[None]):
    """A letter to fill in, read, save and copy.

    ``values`` are what was typed, by field; the app keeps them in memory alone, and all
    letters share them, so typing changes this very mapping.
    """

    CSS_PATH = "letter.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (100, "-breed")]  # noqa: RUF012 - Textual's own form
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "terug"),
        Binding("f1", "help", "hulp"),
        Binding("f7", "switch", "wissel", priority=True),
        Binding("f8", "save", "bewaar"),
        Binding("f9", "copy", "kopieer"),
    ]

    def __init__(self, talk: Conversation, letter: Letter, values: dict[str, str]) -> None:
        super().__init__()
        self._talk = talk
        self._letter = letter
        self._values = values
        self._composed: Composed | None = None
        self._timer: Timer | None = None
        self._last_box = ""

    def compose(self) -> ComposeResult:
        """The form, the letter, what is wrong, and the keys."""
        letter, fields = self._letter, self._talk.library.fields
        required = set(letter.required)
        order = [*letter.required, *(name for name in letter.fields if name not in required)]
        yield Static(Content(safe(f"{letter.title} (concept)")), id="title")
        yield DangerStrip(self._talk)
        yield Tabs(id="tabs")
        with Horizontal(id="body"):
            with VerticalScroll(id="form", can_focus=False):
                yield Static(Content(f"{correspondents(self._talk, letter)}. {KEPT}"), id="about")
                if letter.confirm:
                    yield Tick(letter.confirm)
                for name in order:
                    value = self._values.get(name, "")
                    needed = name in required
                    yield FieldBox(fields[name], value, self._talk.today, required=needed)
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
        keys = ("Wissel invullen en voorbeeld", "F7", "switch"), ("Bewaar", "F8", "save")
        more = ("Kopieer", "F9", "copy"), ("Hulp", "F1", "help"), ("Terug", "Esc", "leave")
        return tuple(Command(*each) for each in (*keys, *more))

    @on(FieldBox.Typed)
    def _typed(self, event: FieldBox.Typed) -> None:
        self._values[event.field.name] = event.value
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(DELAY, self._make)

    def _make(self) -> None:
        """Make the letter from what was typed, and show it with what is missing."""
        talk = self._talk
        facts = talk.trail.known
        try:
            composed = compose(
                self._letter,
                talk.library.fields,
                self._values,
                facts,
                talk.library.scheme.domains,
                talk.library.words_in(facts),
                talk.trail.certain_steps,
                talk.today,
            )
        except LetterError as error:
            self._composed = None
            self.query_one("#preview", Page).replace([Item(str(error), style="$text-error")])
            return
        self._composed = composed
        self.query_one("#preview", Page).replace(_items(composed))
        danger = self._danger()
        self._say(danger or self._state(composed), wrong=bool(danger))

    def _state(self, composed: Composed) -> str:
        locked, missing = len(composed.locked), len(composed.missing)
        wrong = len(self._faults())
        empty = f"{missing} nog leeg" + (f", waarvan {locked} eerst nodig" if locked else "")
        said = "; ".join([empty] * bool(missing) + [f"{wrong} niet goed"] * bool(wrong))
        return f"In deze brief: {said}." if said else "Alles is ingevuld. Lees de brief nog na."

    def _danger(self) -> str:
        """What to say of danger in what was typed here; a letter about safety needs no sign."""
        if self._letter.safety or self._talk.safety.manner is not Manner.ALOUD:
            return ""
        own = (self._values.get(name, "") for name in self._letter.fields)
        return passing(self._talk.library, ". ".join(filter(None, own)))[0]

    def _faults(self) -> tuple[str, ...]:
        talk = self._talk
        found = faults(self._letter, talk.library.fields, self._values, talk.today)
        return tuple(field.name for field in found)

    def _refused(self) -> bool:
        """Say why the letter cannot go out yet, and go to the place; false when it can."""
        if self._timer is not None:
            self._timer.stop()
        self._make()
        if self._composed is None:
            self._say("Deze brief is niet te maken. Meld het bij wie de gids beheert.", wrong=True)
            return True
        labels = self._talk.library.fields
        if self._letter.confirm and not self.query_one("#confirm", Tick).ticked:
            self._say("Zet eerst het vinkje (Enter). Anders mag deze brief niet weg.", wrong=True)
            self._show_side(preview=False)
            self.query_one("#confirm").focus()
        elif self._composed.locked:
            names = "; ".join(field.label for field in self._composed.locked)
            self._say(f"Vul dit eerst in, anders mag de brief niet weg: {names}.", wrong=True)
            self._go_to(self._composed.locked[0].name)
        elif wrong := self._faults():
            self._say(f"Kijk dit eerst na: {labels[wrong[0]].label}.", wrong=True)
            self._go_to(wrong[0])
        else:
            return False
        return True

    def action_save(self) -> None:
        """Choose where to save the letter, if it may go out."""
        if self._refused():
            return
        from routeboek_tui.tui.screens.save_letter import SaveScreen

        composed = cast(Composed, self._composed)
        self.app.push_screen(SaveScreen(composed.document, self._letter.id), self._was_saved)

    def _was_saved(self, path: str | None) -> None:
        if path:
            missing = len(cast(Composed, self._composed).missing)
            self._say(f"Bewaard: {path}" + (f" ({missing} nog leeg)" if missing else ""), done=True)

    def action_copy(self) -> None:
        """Put the letter on the clipboard as plain text, if it may go out."""
        if self._refused():
            return
        from routeboek_tui.export.text import text

        self.app.copy_to_clipboard(text(cast(Composed, self._composed).document))
        self._say("Gekopieerd. Kun je het niet plakken? Bewaar de brief dan met F8.", done=True)

    def action_help(self) -> None:
        """Help with the box one is in, and with the letter."""
        box = None if self.focused is None else _box_around(self.focused)
        first = () if box is None else box.help_items()
        helping.show(self.app, "letter", first)

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

    def action_leave(self) -> None:
        """Back to where the letter was chosen; what was typed stays."""
        self.dismiss()

    @on(Page.Picked, "#preview")
    def _missing_picked(self, event: Page.Picked) -> None:
        self._go_to(event.action)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember the box that was typed in, and show the keys that fit."""
        box = _box_around(event.widget)
        if box is not None:
            self._last_box = box.field.name
            self.call_after_refresh(self._show_box, box)
        self._show_keys()

    def _show_box(self, box: FieldBox) -> None:
        """Bring a box into view with its label and hint; the first with what stands above it."""
        if box is self.query(FieldBox).first():
            self.query_one("#form").scroll_home(animate=False)
        else:
            box.scroll_visible(animate=False)

    def _go_to(self, name: str) -> None:
        self._show_side(preview=False)
        self.query_one(f"#field-{name}", FieldBox).focus_box()

    def _focus_form(self) -> None:
        if self._last_box:
            self._go_to(self._last_box)
        elif self._letter.confirm:
            self.query_one("#confirm").focus()
        elif boxes := list(self.query(FieldBox)):
            boxes[0].focus_box()
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
        self.query_one(Keys).show(
            [
                ("Tab", "veld", ""),
                ("F7", other, "switch"),
                ("F8", "bewaar", "save"),
                ("F9", "kopieer", "copy"),
                ("F1", "hulp", "help"),
                ("Esc", "terug", "leave"),
            ]
        )

    def _say(self, text: str, *, wrong: bool = False, done: bool = False) -> None:
        status = self.query_one("#status", Static)
        status.update(Content(safe(text)))
        status.set_class(wrong, "-wrong")
        status.set_class(done, "-done")


def _box_around(widget: Widget) -> FieldBox | None:
    return next((each for each in widget.ancestors if isinstance(each, FieldBox)), None)


def _items(composed: Composed) -> list[Item]:
    """The letter as it will be, and the list of what is missing in it."""
    document = composed.document
    items = [
        Item(styled((document.title, "bold $heading"))),
        Item(document.notice, style="$text-muted"),
        BLANK,
        *prose(document.blocks),
    ]
    if composed.missing:
        items += [BLANK, Item("Dit is nog leeg", style="bold $heading")]
    for field in composed.missing:
        side = styled(("eerst nodig", "bold $text-warning")) if field in composed.locked else ""
        items.append(Item(field.label, 2, lead="•", side=side, action=field.name))
    return items

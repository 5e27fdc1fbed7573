"""What a letter asks for: one labelled box per field, and what is wrong with what was typed."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from routeboek_tui.core.letter import Field, FieldType
from routeboek_tui.course.letter.drafting import Drafting
from routeboek_tui.text.characters import safe
from routeboek_tui.tui.widgets.field import Field as Line
from routeboek_tui.tui.widgets.item import Item


def pasted(text: str) -> str:
    """Text from the clipboard with plain line ends, without what could steer a terminal."""
    return safe(text.replace("\r\n", "\n").replace("\r", "\n"))


class LineInput(Line):
    """One line."""


class LinesInput(TextArea):
    """More than one line; one types on behind what stands there."""

    def on_mount(self) -> None:
        """Stand behind what is filled in already."""
        self.move_cursor(self.document.end)

    def on_paste(self, event: events.Paste) -> None:
        """Put in what was pasted, made safe."""
        event.prevent_default()
        event.stop()
        done = self.replace(safe(event.text), *self.selection)
        self.move_cursor(done.end_location)


class Tick(Static, can_focus=True):
    """A question to say yes to, and a box before it: Enter, space or a click ticks it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "toggle_tick", show=False)]

    class Ticked(Message):
        """It was agreed with, or no longer."""

        def __init__(self, question: str, *, ticked: bool) -> None:
            super().__init__()
            self.question = question
            self.ticked = ticked

    def __init__(self, question: str, yes: str, *, ticked: bool = False, name: str = "") -> None:
        super().__init__(id=name or None, classes="tick")
        self.question = question
        self._yes = yes
        self.ticked = ticked

    def render(self) -> Content:
        """The box and the sentence."""
        box = "[✓]" if self.ticked else "[ ]"
        return Content.styled(f"{box} ", "bold") + Content(f"{self._yes}: {safe(self.question)}")

    def action_toggle_tick(self) -> None:
        """Agree, or no longer."""
        self.ticked = not self.ticked
        self.refresh()
        self.post_message(self.Ticked(self.question, ticked=self.ticked))

    def on_click(self) -> None:
        """As Enter does."""
        self.action_toggle_tick()


class OneOf(Static, can_focus=True):
    """What there is to choose, a line each: arrows, a number, a click or a first letter choose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "choose(1)", show=False),
        Binding("up", "choose(-1)", show=False),
    ]

    class Chosen(Message):
        """One of them is chosen."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    def __init__(self, options: Sequence[str], value: str) -> None:
        super().__init__(classes="one-of")
        self._options = options
        self.value = value

    def render(self) -> Content:
        """Each with its number, and a mark before the one that is chosen."""
        rows = [
            f"({'•' if each == self.value else ' '}) {number}. {safe(each)}"
            for number, each in enumerate(self._options, 1)
        ]
        return Content("\n".join(rows))

    def action_choose(self, step: int) -> None:
        """Choose the next one, or the one before; the first where none was chosen."""
        chosen = self.value in self._options
        place = self._options.index(self.value) + step if chosen else 0
        self._choose(min(max(place, 0), len(self._options) - 1))

    def on_key(self, event: events.Key) -> None:
        """A number chooses, and a letter the next one that begins with it."""
        if event.key.isdecimal() and 0 < int(event.key) <= len(self._options):
            event.stop()
            self._choose(int(event.key) - 1)
        elif event.is_printable and event.character:
            event.stop()
            at = self._options.index(self.value) + 1 if self.value in self._options else 0
            order = [*range(at, len(self._options)), *range(at)]
            letter = event.character.casefold()
            found = (n for n in order if self._options[n].casefold().startswith(letter))
            if (place := next(found, None)) is not None:
                self._choose(place)

    def on_click(self, event: events.Click) -> None:
        """Choose the line that was clicked."""
        if event.y < len(self._options):
            self._choose(event.y)

    def _choose(self, place: int) -> None:
        self.value = self._options[place]
        self.refresh()
        self.post_message(self.Chosen(self.value))


class FieldBox(Vertical):
    """A label, the box to type in, and a hint that gives way to what is wrong."""

    class Typed(Message):
        """Something else stands in the box now."""

    def __init__(self, field: Field, draft: Drafting) -> None:
        super().__init__(id=f"field-{field.name}", classes="field")
        self.field = field
        self._draft = draft
        self._required = field.name in draft.letter.required

    @property
    def _value(self) -> str:
        return self._draft.value(self.field.name)

    @property
    def box(self) -> Widget:
        """What is typed in."""
        return self.query_one("LineInput, LinesInput, OneOf")

    def compose(self) -> ComposeResult:
        """Label, box, hint."""
        label = Content(safe(self.field.label))
        if self._required:
            label += Content.styled("  eerst nodig", "$text-warning bold")
        yield Static(label, classes="label")
        example = f"bijv. {self.field.example}" if self.field.example else ""
        if self.field.type is FieldType.DATE:
            example = "dag-maand-jaar"
        if self.field.type is FieldType.CHOICE:
            yield OneOf(self._draft.options(self.field), self._value)
        elif self.field.lines:
            yield LinesInput(
                safe(self._value), placeholder=Content(example),
                highlight_cursor_line=False,
            )  # fmt: skip
        else:
            yield LineInput(safe(self._value), placeholder=example, select_on_focus=False)
        yield Static(classes="hint")

    def on_mount(self) -> None:
        """Say what is wrong with what stood there already."""
        self.judge()

    def help_items(self) -> tuple[Item, ...]:
        """What goes in the box."""
        field = self.field
        items = [Item(field.label, style="bold")]
        if field.hint:
            items.append(Item(field.hint))
        if field.type is FieldType.DATE:
            items.append(Item("Typ dag, maand en jaar, bijvoorbeeld 3-3-2026."))
        elif field.type is FieldType.CHOICE:
            items.append(Item("Kies met ↑ en ↓, of typ het nummer."))
        elif field.example:
            items.append(Item(f"Bijvoorbeeld: {field.example}"))
        if self._required:
            items.append(Item("Dit is eerst nodig: zonder dit mag de brief niet weg."))
        return tuple(items)

    def judge(self) -> None:
        """Show what is wrong, or else the hint."""
        wrong = self._draft.fault(self.field.name)
        hint = self.query_one(".hint", Static)
        said = wrong or self._draft.origin(self.field.name) or self.field.hint
        hint.update(Content(safe(said)))
        hint.set_class(bool(wrong), "-wrong")
        hint.display = bool(said)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _changed(self, event: Input.Changed | TextArea.Changed) -> None:
        event.stop()
        self._put(event.value if isinstance(event, Input.Changed) else event.text_area.text)

    @on(OneOf.Chosen)
    def _chosen(self, event: OneOf.Chosen) -> None:
        event.stop()
        self._put(event.value)

    def _put(self, value: str) -> None:
        if value == self._value:
            return
        if not self._draft.put(self.field.name, value):
            self.judge()
        self.post_message(self.Typed())

    def on_descendant_blur(self) -> None:
        """Whoever leaves the box hears what is wrong with it."""
        self.judge()

"""What a letter asks for: one labelled box per field, and what is wrong with what was typed."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from routeboek_tui.core.letter import Field, FieldType, Letter
from routeboek_tui.letters.faults import fault
from routeboek_tui.tui.text import safe
from routeboek_tui.tui.widgets.item import Item


def faults(
    letter: Letter, fields: Mapping[str, Field], values: Mapping[str, str], today: date
) -> tuple[Field, ...]:
    """The fields of ``letter`` in which something stands that cannot be right."""
    own = (fields[name] for name in letter.fields)
    return tuple(field for field in own if fault(field, values.get(field.name, ""), today))


class LineInput(Input):
    """One line. What is pasted keeps all its words: line ends become spaces."""

    def on_paste(self, event: events.Paste) -> None:
        """Put all that was pasted on the line."""
        event.prevent_default()
        event.stop()
        self.replace(" ".join(safe(event.text).split("\n")), *sorted(self.selection))


class LinesInput(TextArea):
    """More than one line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f7", "screen.switch", show=False, priority=True)
    ]

    def on_paste(self, event: events.Paste) -> None:
        """Put in what was pasted, made safe."""
        event.prevent_default()
        event.stop()
        done = self.replace(safe(event.text), *self.selection)
        self.move_cursor(done.end_location)


class Tick(Static, can_focus=True):
    """A sentence to agree with, and a box before it: Enter, space or a click ticks it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "toggle_tick", show=False)]

    def __init__(self, text: str) -> None:
        super().__init__(id="confirm")
        self._text = safe(text)
        self.ticked = False

    def render(self) -> Content:
        """The box and the sentence."""
        box = "[✓]" if self.ticked else "[ ]"
        return Content.styled(f"{box} ", "bold") + Content(f"Ja, dit klopt: {self._text}")

    def action_toggle_tick(self) -> None:
        """Agree, or no longer."""
        self.ticked = not self.ticked
        self.refresh()

    def on_click(self) -> None:
        """As Enter does."""
        self.action_toggle_tick()


class FieldBox(Vertical):
    """A label, the box to type in, and a hint that gives way to what is wrong."""

    class Typed(Message):
        """Something else stands in the box now."""

        def __init__(self, field: Field, value: str) -> None:
            super().__init__()
            self.field = field
            self.value = value

    def __init__(self, field: Field, value: str, today: date, *, required: bool) -> None:
        super().__init__(id=f"field-{field.name}", classes="field")
        self.field = field
        self._today = today
        self._required = required
        self._value = value

    def compose(self) -> ComposeResult:
        """Label, box, hint."""
        label = Content(safe(self.field.label))
        if self._required:
            label += Content.styled("  eerst nodig", "$text-warning bold")
        yield Static(label, classes="label")
        example = f"bijv. {self.field.example}" if self.field.example else ""
        if self.field.type is FieldType.DATE:
            example = "dag-maand-jaar"
        if self.field.type is FieldType.TEXT:
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

    def focus_box(self) -> None:
        """Put the cursor in the box."""
        self.query_one("LineInput, LinesInput").focus()

    def help_items(self) -> tuple[Item, ...]:
        """What goes in the box."""
        field = self.field
        items = [Item(field.label, style="bold")]
        if field.hint:
            items.append(Item(field.hint))
        if field.type is FieldType.DATE:
            items.append(Item("Typ dag, maand en jaar, bijvoorbeeld 3-3-2026."))
        elif field.example:
            items.append(Item(f"Bijvoorbeeld: {field.example}"))
        if self._required:
            items.append(Item("Dit is eerst nodig: zonder dit mag de brief niet weg."))
        return tuple(items)

    def judge(self) -> None:
        """Show what is wrong, or else the hint."""
        wrong = fault(self.field, self._value, self._today)
        hint = self.query_one(".hint", Static)
        hint.update(Content(safe(wrong or self.field.hint)))
        hint.set_class(bool(wrong), "-wrong")
        hint.display = bool(wrong or self.field.hint)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _changed(self, event: Input.Changed | TextArea.Changed) -> None:
        event.stop()
        value = event.value if isinstance(event, Input.Changed) else event.text_area.text
        if value == self._value:
            return
        self._value = value
        if not fault(self.field, value, self._today):
            self.judge()
        self.post_message(self.Typed(self.field, value))

    def on_descendant_blur(self) -> None:
        """Whoever leaves the box hears what is wrong with it."""
        self.judge()

"""The route as a map: where one is, how one came there, and where each answer leads."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.conversation.advice_view import conflicts, readings
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.links import linked
from routeboek_tui.conversation.map_view import (
    PLACE_MARKS,
    PLACE_WORDS,
    MapRow,
    Place,
    RowKind,
    here,
    rows,
)
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.view import CERTAINTY_WORDS
from routeboek_tui.core.facts import may_hold
from routeboek_tui.core.flow import Certainty
from routeboek_tui.text.characters import safe
from routeboek_tui.tui.commands import Command
from routeboek_tui.tui.screens import helping
from routeboek_tui.tui.screens.doubt import conflict_items, reading_items
from routeboek_tui.tui.screens.once import OnceScreen
from routeboek_tui.tui.screens.passages import show
from routeboek_tui.tui.screens.written import book_items, written_items
from routeboek_tui.tui.widgets.danger_strip import DangerStrip
from routeboek_tui.tui.widgets.item import BLANK, Item, styled
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prose import prose

MUTED = "$text-muted"

STEP_STYLES = {
    Place.PASSED: "bold",
    Place.HERE: "bold",
    Place.MAYBE: "",
    Place.AHEAD: "",
    Place.CLOSED: MUTED,
}


class MapScreen(OnceScreen[None]):
    """The whole route on one page, opened at the step where the walk stands."""

    CSS_PATH = "map.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "terug"),
        Binding("f1", "help", "hulp"),
        Binding("h", "here", "hier"),
    ]

    def __init__(self, talk: Conversation) -> None:
        super().__init__()
        self._talk = talk

    def compose(self) -> ComposeResult:
        """The legend, the map and the keys."""
        legend = "   ".join(f"{PLACE_MARKS[place]} {PLACE_WORDS[place]}" for place in Place)
        yield Static(Content(safe(f"Kaart: {self._talk.title}")), id="title")
        yield Static(Content(legend), id="legend")
        yield DangerStrip(self._talk)
        yield Page(map_items(self._talk), id="map")
        yield Keys(
            [
                ("↑ ↓", "stap", ""),
                ("Enter", "lees de stap", ""),
                ("h", "waar ben ik", "here"),
                ("F1", "hulp", "help"),
                ("Esc", "terug", "leave"),
            ]
        )

    def on_mount(self) -> None:
        """Open at the step where the walk stands."""
        self.query_one(Page).focus()
        self.call_after_refresh(self.action_here)

    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        return (
            Command("Naar waar je bent", "h", "here"),
            Command("Hulp", "F1", "help"),
            Command("Terug naar het gesprek", "Esc", "leave"),
        )

    def action_here(self) -> None:
        """Go to the step where the walk stands, with what lies before it in view."""
        page = self.query_one(Page)
        step = here(self._talk)
        place = next(n for n, item in enumerate(page.items) if item.action == step)
        page.scroll_to_item(max(place - 4, 0), top=True)
        page.cursor = place

    def action_help(self) -> None:
        """Say what the map shows, what the signs mean, and the keys."""
        signs = (Item(PLACE_WORDS[place], 3, f" {PLACE_MARKS[place]}") for place in Place)
        helping.show(self.app, "map", (Item("De tekens", style="$heading bold"), *signs))

    def action_leave(self) -> None:
        """Back to the conversation."""
        self.dismiss()

    @on(Page.Picked)
    def _step_picked(self, event: Page.Picked) -> None:
        title = self._talk.say(self._talk.text(event.action).title)
        reader = Reader.within(self._talk)
        show(self.app, reader, title, step_items(self._talk, event.action))


def map_items(talk: Conversation) -> Iterator[Item]:
    """The map as items; a step can be picked."""
    for number, row in enumerate(rows(talk)):
        if row.kind is RowKind.PART:
            if number:
                yield BLANK
            yield Item(row.text, style="$heading bold")
        elif row.kind is RowKind.STEP:
            yield _step_item(row)
        else:
            yield _way_item(row)


def _step_item(row: MapRow) -> Item:
    actor = MUTED if row.place is Place.CLOSED else f"$actor-{row.actor} bold"
    remarks = "hier ben je" if row.place is Place.HERE else ""
    side = ", ".join(each for each in (remarks, row.note) if each)
    return Item(
        styled((row.who, actor), "  ", (row.text, STEP_STYLES[row.place])),
        2,
        lead=PLACE_MARKS[row.place],
        side=styled((side, MUTED)) if side else "",
        action=row.step,
    )


def _way_item(row: MapRow) -> Item:
    style = MUTED if row.place is Place.CLOSED else ""
    if row.kind is RowKind.ONWARD:
        return Item(styled((row.leads_to, MUTED)), 6, lead="    →")
    text = styled((row.text, "bold" if row.taken else style), (f"  → {row.leads_to}", MUTED))
    mark = "✓" if row.taken else "?" if row.supposed else "·"
    return Item(text, 6, lead=styled("    ", (mark, "bold" if row.taken else style)))


def step_items(talk: Conversation, step_id: str) -> Iterator[Item]:
    """All there is to read about a step: question, actions, text, source, and what is unsure."""
    step, text = talk.step(step_id), talk.text(step_id)
    yield Item(styled(("Aan zet: ", MUTED), (talk.word(step.actor), f"$actor-{step.actor} bold")))
    if text.question:
        yield Item(talk.say(text.question), style="bold")
    for words in (text.hint, text.why):
        if words:
            yield BLANK
            yield Item(talk.say(words))
    actions = [a for a in step.actions if may_hold(a.when, talk.situation)]
    if actions:
        yield from _heading("Wat er gebeurt")
    for action in actions:
        actor = action.actor or step.actor
        who = (f"{talk.word(actor)}: ", f"$actor-{actor} bold")
        yield Item(styled(who, talk.say(text.deed(action.id))), 2, lead="•")
    if text.body:
        yield BLANK
        yield from prose(linked(talk.say(text.body)))
    yield BLANK
    yield from written_items(talk, step_id)
    yield from _open_items(talk, step_id)
    yield from book_items(talk, step_id)


def _open_items(talk: Conversation, step_id: str) -> Iterator[Item]:
    """The arrows out of a step that rest on our reading, and where sources differ."""
    step, text = talk.step(step_id), talk.text(step_id)
    unsure = {e.to: e for _, e in step.ways() if e.certainty is not Certainty.SOURCE}
    found_readings = readings(talk, step_id)
    if unsure or found_readings:
        yield from _heading("Waar de bron ruimte laat")
    for to, edge in unsure.items():
        title = talk.say(talk.text(to).title)
        yield Item(
            styled("naar ", (title, "bold"), f": {CERTAINTY_WORDS[edge.certainty]}."), 2, lead="~"
        )
        if because := text.edges.get(to, ""):
            yield Item(talk.say(because), 2)
    for reading in found_readings:
        yield from reading_items(reading)
    found = conflicts(talk, step_id)
    if found:
        yield from _heading("Waar bronnen verschillen")
    for conflict in found:
        yield from conflict_items(conflict)


def _heading(text: str) -> Iterator[Item]:
    yield BLANK
    yield Item(text, style="$heading bold")

"""The map of a route as items of a page."""

from collections.abc import Iterator

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.map.map_view import (
    PLACE_MARKS,
    PLACE_WORDS,
    MapRow,
    Place,
    RowKind,
    rows,
)
from routeboek_tui.tui.widgets.item import BLANK, Item, styled

MUTED = "$text-muted"

STEP_STYLES = {
    Place.PASSED: "",
    Place.TODO: "bold",
    Place.HERE: "bold",
    Place.MAYBE: "",
    Place.AHEAD: "",
    Place.CLOSED: MUTED,
}


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
    remarks = PLACE_WORDS[row.place] if row.place in {Place.HERE, Place.TODO} else ""
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

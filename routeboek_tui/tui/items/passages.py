"""Places of the guide as items: an answer in the conversation, a panel, and what leads on."""

from collections.abc import Iterable, Iterator

from routeboek_tui.conversation.enquiry.passage_view import PassageView
from routeboek_tui.conversation.reader import Link
from routeboek_tui.core.address import PAGE, Address
from routeboek_tui.course.turn import Places
from routeboek_tui.tui.widgets.item import BLANK, Item, styled
from routeboek_tui.tui.widgets.prose import prose

MUTED = "$text-muted"

PLACES = frozenset({"boek", "tafel", "stap", "brief", "verschil", "feit", "stuk", "hoofdstuk"})
"""What the action of an item begins with when it leads to another place in the guide."""

OWN = "Onze eigen uitleg."

ASIDE = 2
"""Cells before what stands in the conversation."""

IN_BOOK = frozenset({"boek", "tafel", "hoofdstuk"})
"""The places that are read in the book itself."""


def leads_on(action: str) -> bool:
    """Whether an action leads to a place in the guide."""
    return Address.read(action).kind in PLACES


def aside(view: PassageView) -> list[Item]:
    """What stands at a place, in short, to stand in the conversation."""
    title = styled((view.title, "$heading bold"), (f"  {view.kind}", MUTED))
    items = [BLANK, Item(title, ASIDE), *prose(view.blocks, ASIDE), source_item(view, ASIDE)]
    if view.more:
        where = "in het boek" if Address.read(view.place).kind == PAGE else "bij de stap"
        items.append(Item(f"Lees verder {where}", 4, lead="  ▸", action=view.place))
    items += link_items(view.links, ASIDE)
    return items


def nearest(found: Places) -> Iterator[Item]:
    """What comes nearest to a question, each under the letter that picks it."""
    yield BLANK
    yield Item(found.words, 2)
    for place in found.places:
        lead, side = styled((f"  {place.mark} ", "$heading bold")), styled((place.kind, MUTED))
        yield Item(place.title, 4, lead, side, action=f"look:{place.place}")
        yield from (Item(line, 4, style=MUTED) for line in place.lines)


def source_item(view: PassageView, indent: int = 0) -> Item:
    """Where it is written."""
    return Item(f"Bron: {view.source}" if view.source else OWN, indent, style=MUTED)


def link_items(links: Iterable[Link], indent: int = 0) -> Iterator[Item]:
    """Links, each on a line to pick."""
    lead = " " * indent + "▸"
    for link in links:
        side = styled((link.note, MUTED)) if link.note else ""
        yield Item(link.title, indent + 2, lead=lead, side=side, action=link.place)


def panel_items(view: PassageView) -> Iterator[Item]:
    """All there is to read at a place that is no page of the book and no step."""
    yield from prose(view.blocks)
    if view.links:
        yield BLANK
        yield Item("Waar het bij hoort", style="$heading bold")
        yield from link_items(view.links)
    yield BLANK
    for source in view.sources:
        yield Item(f"Bron: {source}", style=MUTED)
    if not view.sources:
        yield source_item(view)

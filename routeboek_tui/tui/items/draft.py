"""A letter as it will be, as items of a page."""

from collections.abc import Collection

from routeboek_tui.core.letter import Field
from routeboek_tui.text.document import Document
from routeboek_tui.tui.widgets.item import BLANK, Item, styled
from routeboek_tui.tui.widgets.prose import prose


def draft_items(
    document: Document, missing: Collection[Field], locked: Collection[Field]
) -> list[Item]:
    """The letter, and the list of what is ``missing``; without what is ``locked`` it stays here."""
    items = [
        Item(styled((document.title, "bold $heading"))),
        Item(document.notice, style="$text-muted"),
        BLANK,
        *prose(document.whole),
    ]
    if missing:
        items += [BLANK, Item("Dit is nog leeg", style="bold $heading")]
    for field in missing:
        side = styled(("eerst nodig", "bold $text-warning")) if field in locked else ""
        items.append(Item(field.label, 2, lead="•", side=side, action=field.name))
    return items

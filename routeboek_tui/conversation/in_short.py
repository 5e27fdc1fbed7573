"""What stands at a place, on one or two lines: for a list of places to pick from."""

from collections.abc import Iterator

from routeboek_tui.conversation.passage_view import PassageView
from routeboek_tui.text.document import Block, Items, Paragraph, Table, plain

LONGEST = 200
"""Characters of it."""


def in_short(view: PassageView) -> str:
    """The beginning of ``view`` in whole words, a row with its heading and the heads it needs."""
    return shortened(" ".join(said for block in view.blocks for said in _said(block)))


def shortened(text: str, most: int = LONGEST) -> str:
    """At most ``most`` characters of ``text``, and never up to a colon."""
    if len(text) <= most:
        return text.rstrip()
    room = text[: most - 1]
    return f"{room[: room.rfind(' ') if ' ' in room else None].rstrip(' ,;:')}…"


def _said(block: Block) -> Iterator[str]:
    match block:
        case Table(header, rows):
            heads = [plain(head) for head in header]
            for row in rows:
                cells = zip(heads, map(plain, row), strict=True)
                yield f"{'; '.join(f'{h}: {c}' if h else c for h, c in cells if c)}."
        case Items(_, items):
            yield from (plain(item).replace("\n", " ") for item in items)
        case Paragraph(runs):
            yield plain(runs)
        case _:
            yield f"{plain(block.runs)}:"

"""What stands at a place, on one or two lines: for a list of places to pick from."""

from collections.abc import Iterator

from routeboek_tui.conversation.passage_view import PassageView
from routeboek_tui.search.sought import Sought
from routeboek_tui.text.document import Heading, Items, Paragraph, Table, announces, plain

LONGEST = 200
"""Characters of it."""


def in_short(view: PassageView, sought: Sought | None = None) -> str:
    """The line of ``view`` that fits what is sought, else the first, with what stands over it.

    A note on where it is from goes before it.
    """
    lines = list(_lines(view))
    if not lines:
        return ""
    seeking = sought or Sought()
    best = max(lines, key=lambda line: seeking.weigh(seeking.roots(line)))
    note = next((_note(block) for block in view.blocks if _note(block)), "")
    return " ".join(filter(None, (note, shortened(best))))


def shortened(text: str, most: int = LONGEST) -> str:
    """At most ``most`` characters of ``text``, in whole words."""
    if len(text) <= most:
        return text
    room = text[: most - 1]
    return f"{room[: room.rfind(' ') if ' ' in room else None].rstrip(' ,;:')}…"


def _note(block: object) -> str:
    """What is said of where it is from: all of it in italics."""
    if isinstance(block, Paragraph) and block.runs and all(run.emphasis for run in block.runs):
        return plain(block.runs)
    return ""


def _lines(view: PassageView) -> Iterator[str]:
    """Every paragraph, item and row, each with its heading and its lead before it."""
    heading = lead = ""
    for block in view.blocks:
        over = f"{heading}{lead}"
        match block:
            case Heading(_, runs):
                heading, lead = f"{plain(runs)}: ", ""
            case Paragraph(runs) if announces(runs):
                lead = f"{plain(runs)} "
            case Paragraph(runs):
                if not _note(block):
                    yield f"{heading}{plain(runs)}".replace("\n", " ")
                lead = ""
            case Items(_, items):
                yield from (f"{over}{plain(item)}".replace("\n", " ") for item in items)
                lead = ""
            case Table(header, rows):
                heads = list(map(plain, header))
                for row in rows:
                    cells = zip(heads, map(plain, row), strict=True)
                    told = "; ".join(f"{h}: {c}" if h else c for h, c in cells if c)
                    yield f"{over}{told}".replace("\n", " ")
                lead = ""

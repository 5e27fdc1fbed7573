"""A row of a table in words: to be read aloud, and where a table does not fit."""

from collections.abc import Sequence
from itertools import takewhile

from routeboek_tui.text.document import Runs, plain

LEADING = ("Regio", "Gemeente", "School", "Gebied", "Wat")
"""The heads of the columns that say for whom a row is, and what it is about: together they lead."""

WRITTEN = "Bron"
"""The head of the column that says where a row is written."""

FROM = " (bron: "
"""What stands before where a row is written, which tells nothing of what it says."""


def in_words(header: Sequence[Runs], row: Sequence[Runs]) -> str:
    """What ``row`` is about, or for whom it is, and its other cells, each after its head.

    A column that stands alone behind needs no head of one word; a bare number in front does.
    """
    heads = [plain(head).strip() for head in header]
    cells = [plain(cell).strip() for cell in row]
    first = max(1, sum(1 for _ in takewhile(LEADING.__contains__, heads)))
    lead = ", ".join(
        f"{head} {cell}" if cell.isdecimal() else cell
        for head, cell in zip(heads[:first], cells, strict=False)
        if cell
    )
    behind = [*zip(heads[first:], cells[first:], strict=True)]
    told = [each for each in behind if each[0] != WRITTEN]
    if len(told) == 1 and len(told[0][0].split()) == 1:
        said = ": ".join(filter(None, (lead, told[0][1])))
    else:
        named = "; ".join(f"{head}: {cell}" if head else cell for head, cell in told if cell)
        said = ". ".join(filter(None, (lead, named)))
    written = "; ".join(cell for head, cell in behind if head == WRITTEN and cell)
    return f"{said}{FROM}{written})" if written else said

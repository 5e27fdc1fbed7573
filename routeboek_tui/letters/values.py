"""What a user typed, made fit for paper: plain characters, and dates written out in Dutch."""

import re

from routeboek_tui.core.letter import FieldType
from routeboek_tui.text import dates
from routeboek_tui.text.characters import one_line, safe, visible

_LONG = {FieldType.TEXT, FieldType.LIST, FieldType.TABLE}
_SIGN = re.compile(r"^(?:[-*+\u2022\u2013]|[0-9]{1,2}[.)])\s+")
_CELL = ";"


def clean(value: str, kind: FieldType, *, weekday: bool = False) -> str:
    """``value`` as it may stand on paper; "" when nothing in it can be seen.

    Only what has more lines keeps them; a field of type date is written out when it is a
    date, with its ``weekday`` if asked.
    """
    if kind in _LONG:
        text = "\n".join(line.strip() for line in safe(value).strip().split("\n"))
        return re.sub("\n{3,}", "\n\n", text) if visible(text) else ""
    text = one_line(value)
    day = dates.read(text) if kind is FieldType.DATE else None
    name = f"{dates.weekday(day)} " if day and weekday else ""
    return f"{name}{dates.write(day)}" if day else text


def items(text: str) -> tuple[str, ...]:
    """The items of a list as typed: one on a line or before a semicolon, without its sign."""
    lines = (_SIGN.sub("", line.strip()) for line in re.split(f"\n|{_CELL} ", text))
    return tuple(line for line in lines if visible(line))


def rows(text: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """The rows of a table as typed: one on a line, a semicolon between the cells.

    A line of one cell tells what is done: it stands in the middle. What is too much goes to the
    last column.
    """
    lines = (_SIGN.sub("", line.strip()) for line in text.split("\n"))
    return tuple(_row(line, columns) for line in lines if visible(line))


def _row(line: str, columns: int) -> tuple[str, ...]:
    cells = [cell.strip() for cell in line.split(_CELL, columns - 1)]
    if len(cells) == 1:
        cells = [""] * (columns // 2) + cells
    return tuple(cells + [""] * (columns - len(cells)))

"""The wall: what is projected in a meeting, in lines of at most fifty-eight characters."""

import textwrap
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from routeboek_tui.conversation.safety import SIGN
from routeboek_tui.conversation.view import Option
from routeboek_tui.text.characters import one_line

WIDTH, MOST = 58, 12
"""Characters on a line, and lines, for letters that can be read from the back of a room.

A face that has room for more lines shows more, so that a list is parted only where it must be.
"""

MOST_ASKED = 3
"""Lines for what is asked."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""What stands before rows that were put there by the table."""

KEY = 3
"""Characters before what can be picked."""


class Look(StrEnum):
    """What a line of the wall is, for a face that has colours."""

    TITLE = "title"
    ASK = "ask"
    ROW = "row"
    NOTE = "note"
    PRESS = "press"


class Row(Struct, frozen=True):
    """A row of the wall; ``key`` picks it, "" for one that is only read."""

    text: str
    key: str = ""


class Line(Struct, frozen=True):
    """A line of the wall as it is shown; the first one of a row has its ``key``."""

    text: str
    look: Look
    key: str = ""


class Wall(Struct, frozen=True):
    """What is projected: ``page`` of the rows, what Enter does, and whether a sign stands.

    Where it is ``unseen``, what is typed is not to be read by who watches. Where Enter takes all
    rows, ``turn`` says that it shows the other pages first. ``room`` is how many lines there are.
    """

    title: str
    ask: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    press: str = ""
    more: str = ""
    page: int = 0
    sign: bool = False
    unseen: bool = False
    turn: str = ""
    room: int = MOST

    @property
    def heading(self) -> str:
        """The title, with the sign where that stands."""
        return f"{self.title} {SIGN}" if self.sign else self.title

    @property
    def turns(self) -> bool:
        """Whether Enter only shows the next page."""
        return bool(self.turn) and self.page < self.pages - 1

    @property
    def read(self) -> frozenset[str]:
        """The keys of the rows that could be read, on this page and those before it."""
        pages = self._pages()[: self.page + 1] if self.turn else self._pages()
        return frozenset(line.key for page in pages for line in page if line.key)

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be picked, on whatever page."""
        return tuple(Option(row.key, row.key, row.text) for row in self.rows if row.key)

    @property
    def pages(self) -> int:
        """How many pages the rows take."""
        return len(self._pages())

    def lines(self) -> tuple[Line, ...]:
        """The lines to project, never more than there is room for, of :data:`WIDTH`."""
        pages = self._pages()
        shown = pages[self.page % len(pages)]
        lines = [Line(self._title(len(pages)), Look.TITLE)]
        lines += [Line(each, Look.ASK) for each in self._asked()]
        lines += shown
        lines.append(Line(cut(self.turn if self.turns else self.press), Look.PRESS))
        return tuple(lines)

    def _title(self, pages: int) -> str:
        right = " ".join(filter(None, (
            self.more.format(self.page % pages + 1, pages) if pages > 1 else "",
            SIGN * self.sign,
        )))  # fmt: skip
        left = cut(self.title, WIDTH - len(right) - 1 if right else WIDTH)
        return f"{left:<{WIDTH - len(right)}}{right}" if right else left

    def _asked(self) -> list[str]:
        return broken(self.ask)[:MOST_ASKED]

    def _pages(self) -> list[list[Line]]:
        """The body: the notes stand above the rows of every page."""
        body = self.room - 2 - len(self._asked())
        notes = [Line(each, Look.NOTE) for each in _all_broken(self.notes)][: body - 2]
        room = body - len(notes)
        pages: list[list[Line]] = [[]]
        for row in self.rows:
            lines = _row(row, room)
            if len(pages[-1]) + len(lines) > room:
                pages.append([])
            pages[-1] += lines
        return [[*notes, *page] for page in pages]


def numbered(texts: Iterable[str]) -> tuple[Row, ...]:
    """Rows that are picked by their number."""
    return tuple(Row(text, str(number)) for number, text in enumerate(texts, start=1))


def lettered(texts: Iterable[str]) -> tuple[Row, ...]:
    """Rows that were put there by the table, so that a digit is always a proposal."""
    return tuple(Row(text, letter) for letter, text in zip(LETTERS, texts, strict=False))


def ticked(mark: str, text: str, so: bool) -> str:
    """``text``, with the mark of what was picked where that is so."""
    return mark.format(text) if so else text


def broken(text: str, width: int = WIDTH) -> list[str]:
    """``text`` in lines of at most ``width`` characters."""
    return textwrap.wrap(one_line(text), width, break_on_hyphens=False)


def cut(text: str, width: int = WIDTH) -> str:
    """``text`` on one line of at most ``width`` characters."""
    line = one_line(text)
    return line if len(line) <= width else f"{line[: max(width - 1, 0)].rstrip()}…"


def _all_broken(texts: Iterable[str]) -> list[str]:
    return [line for text in texts for line in broken(text)]


def _row(row: Row, room: int) -> list[Line]:
    """The lines of a row; one that fills more than a page ends in a sign of that."""
    first, *rest = broken(row.text, WIDTH - KEY) or [""]
    if len(rest) >= room:
        rest = [*rest[: room - 2], cut(" ".join(rest[room - 2 : room]), WIDTH - KEY)]
    lead = f"{row.key:<{KEY}}" if row.key else ""
    indented = [Line(f"{' ' * len(lead)}{line}", Look.ROW) for line in rest]
    return [Line(f"{lead}{first}", Look.ROW, row.key), *indented]

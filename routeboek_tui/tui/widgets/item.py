"""What a page shows: items, and how an item falls into lines of a given width."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TypeAlias

from msgspec import Struct
from textual.content import Content

from routeboek_tui.text.characters import safe

Words: TypeAlias = Content | str
"""Text with style spans, or plain text. Never markup."""

GAP = 2
"""Cells between the columns of a table, and before what stands at the right."""

NARROWEST = 8
"""Cells a text gets at least, however deep it is indented."""

PICK = "pick"
"""The name in a style under which a word on a page keeps the action it picks."""


class Item(Struct, frozen=True):
    """One paragraph, list entry, table row or choice on a page.

    ``indent`` is the number of cells before every line of ``content``; ``lead``
    stands in that space on the first line (a bullet, a number, an actor), or on
    a line of its own when it is too long. ``side`` stands at the right edge of the first
    line, or below when there is no room. ``action`` makes the item one that can
    be picked; when ``passed`` the arrow keys pass it by and only a click picks it.
    ``style`` is for the whole item, such as "$text-muted". ``own`` says that it is in the user's
    words: it stands on a paper of its own, behind a bar. ``cells``
    and ``weights`` (relative widths) make a table row; then ``content`` is unused. ``least``
    are the cells each column gets first; where there is no room for all of them, the row falls
    into lines, each behind its head of ``heads``, and a row without heads is left out.
    """

    content: Words = ""
    indent: int = 0
    lead: Words = ""
    side: Words = ""
    action: str = ""
    passed: bool = False
    style: str = ""
    own: bool = False
    cells: tuple[Words, ...] = ()
    weights: tuple[int, ...] = ()
    least: tuple[int, ...] = ()
    heads: tuple[Words, ...] = ()

    def lines(self, width: int) -> list[Content]:
        """The lines of this item, none wider than ``width`` cells."""
        found = list(self._table_lines(width) if self.cells else self._lines(width))
        if self.own:
            found = [_barred(line) for line in found]
        return [line.stylize_before(self.style) for line in found] if self.style else found

    def height(self, width: int) -> int:
        """The number of lines this item takes at ``width`` cells."""
        plain = str(self.content)
        short = len(plain) + self.indent <= width and "\n" not in plain and plain.isascii()
        if short and not (self.cells or self.side or self.lead):
            return 1
        return len(self.lines(width))

    def _lines(self, width: int) -> Iterator[Content]:
        indent = min(self.indent, max(width - NARROWEST, 0))
        room = max(width - indent, 1)
        content, lead, side = words(self.content), words(self.lead), words(self.side)
        text = content.wrap(room)
        if lead:
            if lead.cell_length <= indent:
                text[0] = lead + " " * (indent - lead.cell_length) + text[0]
                indents = [0, *([indent] * (len(text) - 1))]
            else:
                yield from lead.wrap(max(width, 1))
                indents = [indent] * len(text)
        else:
            indents = [indent] * len(text)
        found = [line.pad_left(pad) for line, pad in zip(text, indents, strict=True)]
        if side:
            free = width - found[0].cell_length - side.cell_length
            if free >= GAP:
                found[0] = found[0] + " " * free + side
            else:
                found += [line.pad_left(indent) for line in side.wrap(room)]
        yield from found

    def _table_lines(self, width: int) -> Iterator[Content]:
        weights = self.weights or (1,) * len(self.cells)
        room = width - self.indent - GAP * (len(self.cells) - 1)
        if not self.least and room < NARROWEST * len(self.cells):
            for cell in self.cells:
                yield from (line.pad_left(self.indent) for line in words(cell).wrap(max(width, 1)))
            return
        widths = [max(room * weight // sum(weights), NARROWEST) for weight in weights]
        if self.least and sum(self.least) > room:
            yield from self._stacked(width)
            return
        if self.least:
            spare = [max(w - least, 1) for w, least in zip(weights, self.least, strict=True)]
            left = room - sum(self.least)
            shares = (left * each // sum(spare) for each in spare)
            widths = [least + more for least, more in zip(self.least, shares, strict=True)]
        widths[-1] = max(room - sum(widths[:-1]), 1)
        columns = [words(cell).wrap(w) for cell, w in zip(self.cells, widths, strict=True)]
        for row in zip_longest(*columns, fillvalue=Content("")):
            line = Content(" " * self.indent)
            for cell, w in zip(row, widths, strict=True):
                line = line + cell + " " * (w - cell.cell_length + GAP)
            yield line.rstrip()

    def _stacked(self, width: int) -> Iterator[Content]:
        """The cells below each other, each behind its head."""
        for number, (head, cell) in enumerate(zip(self.heads, self.cells, strict=False)):
            indent = min(self.indent + 2 * bool(number), max(width - NARROWEST, 0))
            text = words(cell)
            if text:
                line = words(head) + ": " + text if words(head) else text
                yield from (part.pad_left(indent) for part in line.wrap(max(width - indent, 1)))


def _barred(line: Content) -> Content:
    """A line of the user's own behind a bar, in the space of its indent."""
    return Content.styled(BAR, "$heading") + line[1:] if line.plain[:1] in {"", " "} else line


BAR = "▌"
"""What stands before every line in the user's own words."""

BLANK = Item()
"""An empty line."""


def height(items: Iterable[Item], width: int) -> int:
    """The lines that items take together at ``width`` cells."""
    return sum(item.height(width) for item in items)


def words(text: Words) -> Content:
    """``text`` as content that is safe to show."""
    if isinstance(text, str):
        return Content(safe(text))
    plain = text.plain
    return text if safe(plain) == plain else Content(safe(plain))


def styled(*parts: str | tuple[str, str]) -> Content:
    """Content from plain texts, or texts each with a style: ``styled("a ", ("b", "bold"))``."""
    made = [part if isinstance(part, str) else (part[0], part[1]) for part in parts]
    safe_parts = [safe(p) if isinstance(p, str) else (safe(p[0]), p[1]) for p in made]
    return Content.assemble(*safe_parts)

"""Lines of a page as painted strips, and as the text that was selected."""

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style


def painted(
    lines: Iterable[Content], base: Style, over: RichStyle | None, width: int
) -> list[Strip]:
    """A strip for every line; ``over`` is laid over its whole ``width`` in cells, if given."""
    found = []
    for line in lines:
        parts = line.render(base, end="")
        strip = Strip([Segment(text, (base + style).rich_style) for text, style in parts])
        if over is not None:
            strip = strip.adjust_cell_length(width, base.rich_style)
            strip = restyled(strip, 0, width, over)
        found.append(strip)
    return found


def restyled(strip: Strip, start: int, end: int, style: RichStyle) -> Strip:
    """``strip`` with ``style`` laid over the cells from ``start`` to ``end``."""
    before, middle, after = strip.crop(0, start), strip.crop(start, end), strip.crop(end)
    over = [Segment(text, (old or RichStyle()) + style) for text, old, _ in middle]
    return Strip.join([before, Strip(over), after])


def selected(items: Iterable[tuple[int, Sequence[Content]]], selection: Selection) -> str:
    """The selected text of items, each with its first line; what was wrapped is whole again."""
    found: list[str] = []
    for top, lines in items:
        parts: list[str] = []
        for n, line in enumerate(lines):
            span = selection.get_span(top + n)
            if span is not None:
                start, end = span
                parts.append(line.plain[start : None if end == -1 else end].strip())
        if parts:
            found.append(" ".join(parts))
    return "\n".join(found)

"""A flowchart drawn as SVG: boxes in layers, each with its choices and where they lead.

An arrow to the next layer is drawn. Any other ends in a pill with the number of
the box it goes to, so that no line crosses the picture.
"""

import textwrap
from collections.abc import Container, Iterator, Mapping, Sequence
from html import escape

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.core.flow import Certainty, Kind
from routeboek_tui.export.chart import FILLS, Arrow, Box, Chart
from routeboek_tui.export.layout import layers

WIDTH = 270
"""Pixels of a box."""
BESIDE = 34
"""Pixels between boxes."""
BETWEEN = 96
"""Pixels between layers, where the arrows run."""
PILL = 34
"""Pixels a pill with a number is wide."""
EDGE = 30
"""Pixels around the picture."""
LINE = 15
"""Pixels from one line of text to the next."""
HEAD = 110
"""Pixels for the title."""
LETTERS = 38
"""Letters that fit on a line of a box."""
LEGEND = 190
"""Pixels of one entry of the legend."""


ACROSS = 6
"""Boxes beside each other on a sheet."""
SHEET = 1260
"""Pixels of the height of a sheet, title and all."""
TICK = 15
"""Pixels a square to tick takes on a line."""


class _Row(Struct, frozen=True):
    """One line of text in a box, moved to the right by ``indent`` pixels."""

    text: str
    bold: bool = False
    indent: int = 0
    tick: bool = False


class _Placed(Struct, frozen=True):
    box: Box
    x: int
    y: int
    height: int
    layer: int
    rows: tuple[_Row, ...]

    @property
    def bottom(self) -> int:
        return self.y + self.height

    def port(self, number: int, count: int) -> float:
        return self.x + WIDTH * (number + 1) / (count + 1)


class Sheet(Struct, frozen=True):
    """A part of a flowchart that fits a page: its picture, and the steps on it."""

    picture: str
    steps: tuple[str, ...]


def draw(chart: Chart, only: Container[str] | None = None) -> str:
    """``chart`` as an SVG document; the same chart gives the same text.

    ``only`` are the steps to draw, of the chart that is laid out; without it all of them.
    """
    order = [[step for step in layer if only is None or step in only] for layer in _order(chart)]
    drawn = [layer for layer in order if layer]
    return _picture(chart, drawn, max([4, *map(len, drawn)]))


def sheets(chart: Chart) -> tuple[Sheet, ...]:
    """``chart`` in parts of :data:`ACROSS` boxes wide and at most :data:`SHEET` pixels high.

    An arrow that leaves its part ends in a pill with the number of the box it goes to.
    """
    parts: list[list[list[str]]] = [[]]
    room = SHEET - HEAD - EDGE
    for layer in _order(chart):
        lines = -(-len(layer) // ACROSS)
        even = -(-len(layer) // lines)
        for row in (layer[at : at + even] for at in range(0, len(layer), even)):
            height = _height(row, chart) + BETWEEN
            # Below the last row of a sheet only pills need room.
            if parts[-1] and room < height - 30:
                parts.append([])
                room = SHEET - HEAD - EDGE
            parts[-1].append(row)
            room -= height
    found = []
    for number, part in enumerate(parts, 1):
        title = f"{chart.title}, blad {number} van {len(parts)}"
        picture = _picture(replace(chart, title=title), part, ACROSS)
        found.append(Sheet(picture, tuple(step for row in part for step in row)))
    return tuple(found)


def _order(chart: Chart) -> list[list[str]]:
    after = {box.id: [arrow.end for arrow in box.arrows] for box in chart.boxes.values()}
    return layers(chart.start, after)


def _picture(chart: Chart, order: Sequence[Sequence[str]], most: int) -> str:
    placed, width, height = _place(chart, order, most)
    legend = list(_legend(chart, width))
    foot = [line for text in chart.foot for line in textwrap.wrap(text, width // 7) or [""]]
    bottom = height + HEAD
    height = bottom + (EDGE + 20 * len(foot) if foot else 0)
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" role="img" xml:lang="nl" font-family="sans-serif" font-size="12">',
        f"<title>{_safe(chart.title)}</title>",
        "<desc>Stroomschema. Elk vak heeft een nummer, wie aan zet is, en per keuze het nummer"
        " van het vak waar die heen gaat.</desc>",
        '<defs><marker id="punt" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9"'
        ' markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">'
        '<path d="M0 0 L8 4 L0 8 z"/></marker></defs>',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="{EDGE}" y="{EDGE - 4}" font-size="20" font-weight="bold">'
        f"{_safe(chart.title)}</text>",
        f'<text x="{EDGE}" y="{EDGE + 15}">{_safe(chart.notice)}</text>' if chart.notice else "",
        *legend,
    ]
    for each in placed.values():
        parts += _arrows(each, placed, chart)
    for each in placed.values():
        parts += _box(each)
    for number, line in enumerate(foot):
        y = bottom + EDGE // 2 + 20 * number
        parts.append(f'<text x="{EDGE}" y="{y}" font-size="14">{_safe(line)}</text>')
    return "\n".join([*filter(None, parts), "</svg>", ""])


def _place(
    chart: Chart, order: Sequence[Sequence[str]], most: int
) -> tuple[dict[str, _Placed], int, int]:
    """Every box in its place, and the size of the picture without its title."""
    width = 2 * EDGE + most * WIDTH + (most - 1) * BESIDE
    placed = {}
    top = HEAD + EDGE
    for number, layer in enumerate(order):
        height = _height(layer, chart)
        x = (width - len(layer) * WIDTH - (len(layer) - 1) * BESIDE) // 2
        for step in layer:
            rows = _rows(chart.boxes[step], chart)
            placed[step] = _Placed(chart.boxes[step], x, top, height, number, rows)
            x += WIDTH + BESIDE
        top += height + BETWEEN
    return placed, width, top - HEAD


def _height(layer: Sequence[str], chart: Chart) -> int:
    return 34 + LINE * max(len(_rows(chart.boxes[step], chart)) for step in layer)


def _rows(box: Box, chart: Chart) -> tuple[_Row, ...]:
    """The lines of text in a box: its title, more to say, and each arrow with where it goes."""
    rows: list[_Row] = []

    def add(text: str, *, bold: bool = False, tick: bool = False, hang: int = 0) -> None:
        tick = tick and chart.ticks
        shift = TICK if tick else 0
        letters = LETTERS - (4 if bold else 0) - (3 if tick else 0) - hang // 6
        for number, line in enumerate(textwrap.wrap(text, letters)):
            first = number == 0
            rows.append(_Row(line, bold, shift + (0 if first else hang), tick and first))

    add(f"{box.number}. {box.title}", bold=True, tick=True)
    for line in box.lines:
        add(line, hang=8)
    for arrow in box.arrows:
        lead = f"{arrow.key} " if arrow.key else ""
        words = f"{arrow.words} " if arrow.words else ""
        add(f"{lead}{words}\u25b8\u00a0{chart.boxes[arrow.end].number}", tick=True, hang=12)
    return tuple(rows)


def _box(placed: _Placed) -> Iterator[str]:
    box, x, y = placed.box, placed.x, placed.y
    stroke = 'stroke="#000000" stroke-width="4"' if box.passed or box.here else 'stroke="#444444"'
    fill = FILLS.get(box.actor, "#ffffff")
    corner = 16 if box.kind is Kind.OUTCOME else 5
    yield (
        f'<g id="{_safe(box.id)}"><rect x="{x}" y="{y}" width="{WIDTH}" height="{placed.height}"'
        f' rx="{corner}" fill="#ffffff" {stroke}/>'
    )
    yield (
        f'<rect x="{x + 5}" y="{y + 4}" width="{WIDTH - 10}" height="19" rx="{corner}"'
        f' fill="{fill}"/>'
        f'<text x="{x + 10}" y="{y + 17}" font-weight="bold">{_safe(box.who)}</text>'
    )
    if mark := "hier ben je" if box.here else "geweest" if box.passed else "":
        yield f'<text x="{x + WIDTH - 10}" y="{y + 17}" text-anchor="end">{mark}</text>'
    for number, row in enumerate(placed.rows):
        weight = ' font-weight="bold"' if row.bold else ""
        bottom = y + 38 + LINE * number
        if row.tick:
            yield (
                f'<rect class="vinkje" x="{x + 10}" y="{bottom - 9}" width="10" height="10"'
                ' fill="#ffffff" stroke="#000000"/>'
            )
        yield f'<text x="{x + 10 + row.indent}" y="{bottom}"{weight}>{_safe(row.text)}</text>'
    yield "</g>"


def _arrows(placed: _Placed, all_placed: Mapping[str, _Placed], chart: Chart) -> Iterator[str]:
    arrows = placed.box.arrows
    for number, arrow in enumerate(arrows):
        x = placed.port(number, len(arrows))
        target = all_placed.get(arrow.end)
        if target and target.layer == placed.layer + 1:
            yield _curve(arrow, x, placed.bottom, target)
        else:
            lower = 22 if number % 2 and WIDTH / (len(arrows) + 1) < PILL else 0
            yield _stub(arrow, x, placed.bottom + lower, chart.boxes[arrow.end].number, lower)
        if arrow.key:
            yield (
                f'<text x="{x + 4:.0f}" y="{placed.bottom + 12}" font-size="11">{arrow.key}</text>'
            )


def _curve(arrow: Arrow, x: float, y: int, target: _Placed) -> str:
    end_x = target.x + WIDTH / 2 + max(-WIDTH / 3, min(WIDTH / 3, (x - target.x - WIDTH / 2) / 6))
    end_y = target.y - 2
    path = (
        f"M{x:.0f} {y} C{x:.0f} {y + BETWEEN * 0.6:.0f} {end_x:.0f} {end_y - BETWEEN * 0.6:.0f}"
        f" {end_x:.0f} {end_y}"
    )
    return (
        f'<path d="{path}" fill="none" {_style(arrow)} marker-end="url(#punt)">'
        f"<title>{_safe(arrow.words)}</title></path>"
    )


def _stub(arrow: Arrow, x: float, y: int, number: int, lower: int) -> str:
    end = y + 24
    return (
        f'<path d="M{x:.0f} {y - lower} L{x:.0f} {end}" fill="none" {_style(arrow)}>'
        f"<title>{_safe(arrow.words)}</title></path>"
        f'<rect x="{x - PILL / 2:.0f}" y="{end}" width="{PILL}" height="18" rx="9" fill="#f4f4f4"'
        f' stroke="#444444"/><text x="{x:.0f}" y="{end + 13}" text-anchor="middle"'
        f' font-size="11">\u25b8 {number}</text>'
    )


def _style(arrow: Arrow) -> str:
    width = 4 if arrow.taken else 3 if arrow.alongside else 1.4
    dashes = {Certainty.READING: "2 3", Certainty.INFERRED: "8 5"}.get(arrow.certainty)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'stroke="#222222" stroke-width="{width}"{dashed}'


def _legend(chart: Chart, width: int) -> Iterator[str]:
    """What lines mean, and who has which colour."""
    samples = (
        Arrow("", "", label="zo staat het in de bron"),
        Arrow("", "", label="lezing: zo lezen wij het", certainty=Certainty.READING),
        Arrow("", "", label="afgeleid: staat er niet", certainty=Certainty.INFERRED),
        Arrow("", "", label="loopt tegelijk", alongside=True),
    )
    for number, sample in enumerate(samples):
        x = EDGE + number * LEGEND
        yield (
            f'<path d="M{x} 62 L{x + 36} 62" {_style(sample)}/>'
            f'<text x="{x + 42}" y="66">{_safe(sample.label)}</text>'
        )
    x = EDGE
    y = 80
    for actor, word in chart.actors.items():
        length = 24 + 7 * len(word)
        if x + length > width - EDGE:
            x, y = EDGE, y + 20
        yield (
            f'<rect x="{x}" y="{y}" width="14" height="14" stroke="#444444"'
            f' fill="{FILLS.get(actor, "#ffffff")}"/>'
            f'<text x="{x + 19}" y="{y + 12}">{_safe(word)}</text>'
        )
        x += length + 12


def _safe(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;")

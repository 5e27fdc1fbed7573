"""A route to check as one SVG picture: everything in the boxes, with squares to tick."""

from datetime import date

from msgspec.structs import replace

from routeboek_tui.export.checklist import CheckedBox, CheckedRoute
from routeboek_tui.export.svg import draw
from routeboek_tui.text import dates

_DOTS = "." * 60
_BOX = "[\u00a0\u00a0]"
"""A square to tick in a line of text."""


def render(route: CheckedRoute, on: date) -> str:
    """``route`` as an SVG document printed on the day ``on``.

    Where it was compared with an earlier chart, only the boxes with something to check.
    """
    shown = {box.id: box for box in route.boxes}
    boxes = {
        step: replace(box, lines=_lines(shown[step], route.since)) if step in shown else box
        for step, box in route.chart.boxes.items()
    }
    made = replace(route.chart, boxes=boxes, ticks=True, foot=tuple(_foot(route, on)))
    return draw(made, shown if route.since else None)


def _lines(box: CheckedBox, since: str) -> tuple[str, ...]:
    lines = [f"[{box.mark}]"] if box.mark else []
    if not since or box.mark:
        lines += [f"Vraag: {box.question}"] if box.question else []
        lines += box.actions
        lines += [f"Aan tafel: {box.table}."] if box.table else []
        lines += [f"Bron: {box.source}."] if box.source else []
    lines += (f"Pijl naar {arrow.number} [{arrow.mark}]" for arrow in box.arrows if arrow.mark)
    return tuple(lines)


def _foot(route: CheckedRoute, on: date) -> list[str]:
    lines = [f"Afgedrukt op {dates.write(on)}."]
    lines += [f"Geldt {route.holds}."] if route.holds else []
    lines.append(f"Bronnen: {'; '.join(route.documents)}.")
    if route.since:
        lines.append(f"Alleen wat nieuw of gewijzigd is ten opzichte van {route.since}.")
        lines += [f"{_BOX} Vervallen: {each}." for each in route.gone]
        if not route.boxes and not route.gone:
            lines.append("In deze route is niets nieuw of gewijzigd.")
    lines += ["", f"{_BOX} Akkoord", f"{_BOX} Akkoord met opmerkingen:", _DOTS * 2]
    lines += [f"{word}: {_DOTS}" for word in ("Naam", "Functie", "Datum", "Handtekening")]
    return lines

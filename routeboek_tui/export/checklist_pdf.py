"""Routes to check as one tagged PDF (PDF/UA-1): the drawing, the list, and a place to sign."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from routeboek_tui.export.chart import FILLS
from routeboek_tui.export.checklist import NOTICE, CheckedBox, CheckedRoute
from routeboek_tui.export.pdf import compiled_form, fitted
from routeboek_tui.export.svg import Sheet, sheets
from routeboek_tui.text import dates

TITLE = "Kaart van het routeboek om na te kijken"
FORM = "checklist.typ"


def render(routes: Sequence[CheckedRoute], on: date) -> bytes:
    """``routes`` as a PDF, printed on the day ``on``.

    :raises ExportError: when the text does not fit any font
    """
    data = {
        "title": TITLE,
        "notice": NOTICE,
        "date": dates.write(on),
        "routes": [_route(route) for route in routes],
    }
    return fitted(
        json.dumps(data, ensure_ascii=False),
        lambda text, own_fonts: compiled_form(FORM, text, own_fonts=own_fonts),
        failed="De PDF is niet gelukt. Kies --formaat svg.",
        too_much="Deze kaart heeft te veel tekens die niet in de PDF passen. Kies --formaat svg.",
    )


def _route(route: CheckedRoute) -> dict[str, Any]:
    drawn = () if route.since else sheets(route.chart)
    numbers = {box.id: box.number for box in route.chart.boxes.values()}
    about = [
        ["Geldt", route.holds],
        ["Bronnen", "; ".join(route.documents)],
        ["Alleen wat anders is dan", route.since],
    ]
    return {
        "title": f"{route.title} ({route.edition})",
        "about": [row for row in about if row[1]],
        "since": route.since,
        "sheets": [
            {"picture": sheet.picture, "alt": _alt(route, sheet, numbers, at + 1, len(drawn))}
            for at, sheet in enumerate(drawn)
        ],
        "boxes": [_box(box) for box in route.boxes],
        "gone": list(route.gone),
    }


def _alt(
    route: CheckedRoute, sheet: Sheet, numbers: dict[str, int], number: int, count: int
) -> str:
    boxes = ", ".join(str(each) for each in sorted(numbers[step] for step in sheet.steps))
    return (
        f"Stroomschema van de route {route.title}, blad {number} van {count}, met de vakken"
        f" {boxes}. Alles wat erin staat, staat ook in de lijst hierna."
    )


def _box(box: CheckedBox) -> dict[str, Any]:
    about = [["Vraag", box.question], ["Aan tafel", box.table], ["Bron", box.source]]
    return {
        "number": box.number,
        "who": box.who,
        "kind": box.kind,
        "title": box.title,
        "fill": FILLS.get(box.actor, "#ffffff"),
        "mark": box.mark,
        "actions": list(box.actions),
        "about": [row for row in about if row[1]],
        "arrows": [
            {
                "when": arrow.condition,
                "number": arrow.number,
                "target": arrow.target,
                "sure": arrow.sure,
                "mark": arrow.mark,
            }
            for arrow in box.arrows
        ],
    }

"""``routeboek kaart``: a route as a flowchart, or as a chart for its owner to check and sign."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import to_builtins as plain

from routeboek_tui.commands.options import add_file, add_json, add_walk
from routeboek_tui.commands.output import lines, typed_place, write_json
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit, Refusal
from routeboek_tui.commands.route import route_named
from routeboek_tui.commands.walk import today_of, walk_of
from routeboek_tui.library import ordinary_file
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from routeboek_tui.text.spelling import suggestion

if TYPE_CHECKING:
    from routeboek_tui.conversation.conversation import Conversation
    from routeboek_tui.export.chart import Chart
    from routeboek_tui.export.checklist import CheckedRoute
    from routeboek_tui.export.record import Record

PICTURES, IN_CHARACTERS = ("mermaid", "svg", "pdf"), ("tekst", "regels")
"""What a map can be: a picture, or characters to be read as they are."""

RECORD = ".json"
"""The ending of the record beside a chart."""


def add_options(made: Parser) -> None:
    """What can be given to it."""
    add_walk(made)
    made.add_argument("route", metavar="ROUTE", nargs="?", default="", help="de route")
    made.add_argument("--alles", action="store_true", help="alle routes, om na te kijken")
    made.add_argument(
        "--formaat", choices=(*PICTURES, *IN_CHARACTERS), default="svg",
        help="het soort; tekst is getekend in tekens, regels zijn zinnen",
    )  # fmt: skip
    made.add_argument("--vragen", action="store_true", help="bij tekst: met vragen en keuzes")
    add_json(made)
    made.add_argument(
        "--sinds", metavar="EDITIE",
        help="alleen wat nieuw of gewijzigd is: sinds een editie, of sinds het bestand .json"
        " naast een eerdere kaart",
    )  # fmt: skip
    add_file(made, "schrijf hierheen; bij --alles --formaat svg een map")


def run(options: Namespace) -> Exit:
    """``routeboek kaart``: the flowchart, or the chart to check, whole or only what changed."""
    if not (options.alles or options.route):
        raise Refusal("Zeg welke route je wilt, of geef --alles.")
    if options.alles and options.route:
        raise Refusal("Geef een route of --alles, niet allebei.")
    if options.json or options.formaat in IN_CHARACTERS:
        return _in_characters(options)
    if options.vragen:
        raise Refusal("--vragen hoort bij --formaat tekst.")
    if options.alles or options.sinds or options.formaat == "pdf":
        return _to_check(options)
    return _drawn(options)


def _in_characters(options: Namespace) -> Exit:
    """The map drawn in characters, or in sentences or JSON for who cannot see a drawing."""
    from routeboek_tui.conversation.map.drawn_words import drawn, sentences
    from routeboek_tui.export.drawing.plan import as_text

    if options.sinds:
        raise Refusal("--sinds hoort bij een kaart om na te kijken: --formaat svg of pdf.")
    library, today = load(), today_of(options)
    talk = None
    if not options.alles:
        route = route_named(library, options.route, edition=options.editie, on=today)
        talk = walk_of(library, route, options) if _walks(options) else None
    elif _walks(options):
        raise Refusal("Met --alles is er geen weg. Laat --feit, --antwoord en --vanaf weg.")
    else:
        route = ""
    if options.json:
        write_json(plain(drawn(library, route, today)))
        return Exit.DONE
    if options.formaat == "regels":
        text = "".join(f"{lead}{words}\n" for lead, words in sentences(library, route, today))
    else:
        text = as_text(_chart(library, route, today, talk), near=options.vragen)
    if options.uit:
        _save({typed_place(options.uit): text.encode()}, overwrite=options.overschrijf)
    else:
        sys.stdout.write(text)
    return Exit.DONE


def _chart(library: Library, route: str, today: date, talk: "Conversation | None") -> "Chart":
    """The chart of a route, with the way of a talk in it; without a route that of all."""
    from routeboek_tui.conversation.map.flow_words import FlowWords
    from routeboek_tui.export.flowchart import chart
    from routeboek_tui.export.whole import whole

    if not route:
        return whole(library, today)
    if talk:
        return chart(library, route, talk.situation, talk.trail)
    return chart(library, route, FlowWords(library, route).situation)


def _drawn(options: Namespace) -> Exit:
    """The flowchart of one route, with the way so far if one is given."""
    from routeboek_tui.export.flowchart import mermaid, svg

    library = load()
    today = today_of(options)
    route = route_named(library, options.route, edition=options.editie, on=today)
    draw_it = mermaid if options.formaat == "mermaid" else svg
    if _walks(options):
        talk = walk_of(library, route, options)
        text = draw_it(library, route, talk.situation, talk.trail)
    else:
        text = draw_it(library, route)
    if options.uit:
        _save({typed_place(options.uit): text.encode()}, overwrite=options.overschrijf)
    else:
        sys.stdout.write(text)
    return Exit.DONE


def _to_check(options: Namespace) -> Exit:
    """The chart of one route or of all, whole or only what changed, with its record beside it."""
    from routeboek_tui.export import checklist

    if options.formaat == "mermaid":
        raise Refusal("Een kaart om na te kijken is er als svg of pdf. Kies --formaat svg of pdf.")
    if _walks(options):
        raise Refusal(
            "Deze kaart toont de hele route. Laat --feit, --antwoord, --vanaf en --gedaan weg."
        )
    if options.alles and options.editie:
        raise Refusal("Met --alles krijg je elke editie. Laat --editie weg.")
    if not options.uit:
        what = "BESTAND.pdf" if options.formaat == "pdf" else "MAP"
        raise Refusal(f"Zeg waar de kaart naartoe moet: --uit {what}.")
    library = load()
    today = today_of(options)
    flows = list(library.flows) if options.alles else [
        route_named(library, options.route, edition=options.editie, on=today)
    ]  # fmt: skip
    whole = [checklist.checklist(library, flow) for flow in flows]
    shown = _since(library, whole, options.sinds, alone=not options.alles)
    kept = checklist.record(whole, today)
    write = _pdf if options.formaat == "pdf" else _pictures
    write(options, shown, kept, today)
    return Exit.DONE


def _since(
    library: Library, routes: Sequence["CheckedRoute"], since: str | None, *, alone: bool
) -> Sequence["CheckedRoute"]:
    """``routes`` as they are to be printed: only what changed since a record or an edition.

    :raises Refusal: when there is no such record or edition, or none to compare with
    """
    from routeboek_tui.export.checklist import changed

    if not since:
        return routes
    if since not in library.editions:
        record = _record(library, since)
        words = f"de kaart van {_written(record.date)}"
        return [changed(route, record.of(route.id, route.route), words) for route in routes]
    found = []
    for route in routes:
        old = _in_edition(library, route.route, since)
        if old is not None and old.id != route.id:
            words = f"de editie {library.editions[since].title}"
            found.append(changed(route, old.record, words))
    if not found:
        which = "Deze route heeft geen" if alone else "Geen van de routes heeft een"
        raise Refusal(f"{which} andere editie in “{since}” om mee te vergelijken.", Exit.FOUND)
    return found


def _in_edition(library: Library, route: str, edition: str) -> "CheckedRoute | None":
    from routeboek_tui.export.checklist import checklist

    flows = (flow for flow in library.flows.values() if flow.edition == edition)
    ids = [flow.id for flow in flows if (flow.route or flow.id) == route]
    return checklist(library, ids[0]) if ids else None


def _record(library: Library, name: str) -> "Record":
    from routeboek_tui.export.record import MOST_BYTES, RecordError, decode

    if Path(name).suffix != RECORD:
        near = suggestion(name, library.editions)
        raise Refusal(
            f"De editie “{name}” bestaat niet.{near} De edities zijn:"
            f" {', '.join(library.editions)}. Of geef het bestand .json van een eerdere kaart."
        )
    try:
        data = ordinary_file.read(typed_place(name), MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise Refusal(f"Het bestand “{name}” is niet te lezen. Bestaat het?") from error
    try:
        return decode(data)
    except RecordError as error:
        raise Refusal(f"Met “{name}” kunnen wij niet vergelijken. {error}") from error


def _written(day: str) -> str:
    from routeboek_tui.core.letter import FieldType
    from routeboek_tui.letters.values import clean

    return clean(day, FieldType.DATE)[:40]


def _pdf(options: Namespace, routes: Sequence["CheckedRoute"], kept: "Record", today: date) -> None:
    from routeboek_tui.export.file import ExportError
    from routeboek_tui.export.record import encode

    path = typed_place(options.uit)
    if path.suffix.lower() != ".pdf":
        raise Refusal(f"Geef de kaart een naam die op .pdf eindigt, niet “{options.uit}”.")
    try:
        from routeboek_tui.export.checklist_pdf import render

        data = render(routes, today)
    except ExportError as error:
        raise Refusal(str(error), Exit.NOT_WRITTEN) from error
    _save({path: data, path.with_suffix(RECORD): encode(kept)}, overwrite=options.overschrijf)


def _pictures(
    options: Namespace, routes: Sequence["CheckedRoute"], kept: "Record", today: date
) -> None:
    """One picture per route in a folder, which is made when it is not there."""
    from routeboek_tui.export.checklist_svg import render
    from routeboek_tui.export.record import encode

    folder = typed_place(options.uit)
    if folder.suffix.lower() == ".svg":
        raise Refusal("Deze kaart is een bestand per route. Geef een map: --uit MAP.")
    try:
        folder.mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        raise Refusal(f"De map “{folder}” is niet te maken.", Exit.NOT_WRITTEN) from error
    files = {folder / f"{route.id}.svg": render(route, today).encode() for route in routes}
    _save({**files, folder / f"kaart{RECORD}": encode(kept)}, overwrite=options.overschrijf)


def _save(files: dict[Path, bytes], *, overwrite: bool) -> None:
    """Write ``files``, or none when one of them is there already."""
    from routeboek_tui.export.file import ExportError, save

    there = [path for path in files if os.path.exists(path)] if len(files) > 1 else []
    if there and not overwrite:
        raise Refusal(
            f"Er is al een bestand “{there[0].name}”. Kies een andere naam, of vervang het met"
            " --overschrijf.",
            Exit.NOT_WRITTEN,
        )
    out = lines()
    for path, data in files.items():
        try:
            save(data, path, overwrite=overwrite)
        except ExportError as error:
            raise Refusal(str(error), Exit.NOT_WRITTEN) from error
        out.say(f"Bewaard: {path}")


def _walks(options: Namespace) -> bool:
    """Whether a walk along the route was given, and not only the route."""
    return bool(options.feit or options.antwoord or options.vanaf or options.gedaan)

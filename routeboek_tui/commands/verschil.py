"""``routeboek verschil``: two editions compared, of one route or of all they have."""

from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from msgspec.structs import asdict

from routeboek_tui.commands.options import add_json
from routeboek_tui.commands.output import lines, write_json
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit, Refusal
from routeboek_tui.conversation.map.compare_view import (
    ComparisonView,
    EditionsView,
    compare_editions,
    compare_view,
)
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from routeboek_tui.text.spelling import suggestion


def add_options(made: Parser) -> None:
    """What can be given to it."""
    made.add_argument("oud", metavar="OUD", help="de oude route of editie")
    made.add_argument("nieuw", metavar="NIEUW", help="de nieuwe route of editie")
    add_json(made)


def run(options: Namespace) -> Exit:
    """``routeboek verschil OUD NIEUW``: of two flows, or of two editions route by route."""
    library = load()
    old, new = options.oud, options.nieuw
    editions = [_is_edition(library, name) for name in (old, new)]
    if old == new:
        raise Refusal(f"Je noemt twee keer “{old}”. Noem twee edities.")
    if editions[0] != editions[1]:
        raise Refusal("Noem twee routes of twee edities, niet een van elk.")
    if editions[0]:
        found = compare_editions(library, old, new)
        _write(options.json, _editions_data(old, new, found), _editions_lines(found))
    else:
        view = compare_view(library, old, new)
        _write(options.json, _route_data(view), _route_lines(view))
    return Exit.DONE


def _is_edition(library: Library, name: str) -> bool:
    """Whether ``name`` is an edition and not a route.

    :raises Refusal: when it is neither
    """
    if name in library.flows:
        return False
    if name in library.editions:
        return True
    near = suggestion(name, [*library.flows, *library.editions])
    raise Refusal(
        f"Een route of editie “{name}” bestaat niet.{near}"
        f" De routes zijn: {', '.join(library.flows)}."
        f" De edities zijn: {', '.join(library.editions)}."
    )


def _write(as_json: bool, data: dict[str, Any], said: Iterable[tuple[str, str]]) -> None:
    if as_json:
        write_json(data)
        return
    out = lines()
    for text, lead in said:
        out.say(text, lead)


def _route_lines(view: ComparisonView) -> Iterable[tuple[str, str]]:
    yield f"Verschil tussen {view.title}", ""
    for said in view.said:
        yield said, ""
    for section in view.sections:
        yield "", ""
        yield section.heading, ""
        for line in section.lines:
            yield line.said, "- "


def _editions_lines(found: EditionsView) -> Iterable[tuple[str, str]]:
    yield f"Verschil tussen de edities {found.title}", ""
    for title, names in (
        ("Alleen in de oude editie", found.only_old),
        ("Alleen in de nieuwe editie", found.only_new),
    ):
        for name in names:
            yield f"{title}: {name}", ""
    if not found.routes:
        yield "Geen route staat in beide edities.", ""
    for view in found.routes:
        yield "", ""
        yield from _route_lines(view)


def _route_data(view: ComparisonView) -> dict[str, Any]:
    return {
        "old": view.old,
        "new": view.new,
        "title": view.title,
        "said": list(view.said),
        "sections": [
            {
                "heading": section.heading,
                **asdict(section),
                "lines": list(map(asdict, section.lines)),
            }
            for section in view.sections
        ],
    }


def _editions_data(old: str, new: str, found: EditionsView) -> dict[str, Any]:
    return {
        "old": old,
        "new": new,
        "title": found.title,
        "routes": [_route_data(view) for view in found.routes],
        "only_old": list(found.only_old),
        "only_new": list(found.only_new),
    }

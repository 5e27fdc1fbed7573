"""``routeboek paden``: every path of a route, or of all, and what they cover."""

from argparse import Namespace
from typing import Any

from routeboek_tui.commands.options import add_json
from routeboek_tui.commands.output import lines, write_json
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit, Refusal
from routeboek_tui.commands.route import route_named
from routeboek_tui.core.paths import Report, report
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from routeboek_tui.library.wording import fill_in
from routeboek_tui.lines.lines import Lines


def add_options(made: Parser) -> None:
    """What can be given to it."""
    made.add_argument("route", metavar="ROUTE", nargs="?", default="", help="de route")
    made.add_argument("--alles", action="store_true", help="alle routes, in alle edities")
    made.add_argument("--editie", default="", help="een oudere editie in plaats van de huidige")
    made.add_argument("--pijlen", action="store_true", help="toon bij elke pijl het aantal paden")
    add_json(made)


def run(options: Namespace) -> Exit:
    """Walk every path, and say what they cover and what not."""
    library = load()
    if options.alles == bool(options.route):
        raise Refusal("Noem één route, of geef --alles.")
    names = list(library.flows) if options.alles else [
        route_named(library, options.route, edition=options.editie)
    ]  # fmt: skip
    found = {name: report(Rulebook(library.flows[name], library.knowledge)) for name in names}
    if options.json:
        routes = [_data(name, one) for name, one in found.items()]
        write_json({"routes": routes} if options.alles else routes[0])
    else:
        out = lines()
        for name, one in found.items():
            _tell(out, library, name, one, arrows=options.pijlen, ways=not options.alles)
    whole = not any(one.uncovered or one.unreachable for one in found.values())
    return Exit.DONE if whole else Exit.FOUND


def _data(route: str, found: Report) -> dict[str, Any]:
    return {
        "route": route,
        "paths": found.paths,
        "loops": found.loops,
        "endings": dict(found.endings),
        "longest": list(found.longest.steps),
        "arrows": [
            {"step": step, "choice": choice, "to": to, "paths": count}
            for (step, choice, to), count in found.arrows.items()
        ],
        "uncovered": [
            {"step": step, "choice": choice, "to": to} for step, choice, to in found.uncovered
        ],
        "unreachable": list(found.unreachable),
    }


def _tell(  # noqa: PLR0913 - what is told of one route, and how much
    out: Lines, library: Library, route: str, found: Report, *, arrows: bool, ways: bool
) -> None:
    words, texts = library.words_in({}), library.texts[route]
    titles = {step: fill_in(text.title, words) for step, text in texts.items()}
    covered = len(found.arrows) - len(found.uncovered)
    out.say(f"Route {route}: {found.paths} paden, waarvan {found.loops} met een lus.")
    for end, count in found.endings.items():
        out.say(f"{titles[end]}: {count} paden", "- ")
    out.say(f"Stappen bereikt: {len(titles) - len(found.unreachable)} van {len(titles)}.")
    out.say(f"Pijlen gedekt: {covered} van {len(found.arrows)}.")
    for step, choice, to in found.uncovered:
        by = f" bij {choice}" if choice else ""
        out.say(f"Geen pad neemt deze pijl: {step} naar {to}{by}", "- ")
    for step in found.unreachable:
        out.say(f"Geen pad komt bij deze stap: {step}", "- ")
    if ways:
        out.say(f"Langste pad: {len(found.longest.steps)} stappen.")
        for number, step in enumerate(found.longest.steps, 1):
            out.say(titles[step], f"{number}. ")
    if arrows:
        out.say("Paden per pijl:")
        for (step, choice, to), count in found.arrows.items():
            by = f" ({choice})" if choice else ""
            out.say(f"{step}{by} naar {to}: {count}", "- ")

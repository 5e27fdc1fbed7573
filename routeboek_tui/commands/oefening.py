"""``routeboek oefening``: practise with cases and short questions, or make a case of one's own."""

import os
import sys
from argparse import Namespace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from routeboek_tui.commands.options import add_file, add_json
from routeboek_tui.commands.output import lines, typed_place, write_json
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit, Refusal
from routeboek_tui.commands.screen import has_screen
from routeboek_tui.course.practice.making import checked
from routeboek_tui.course.practice.training import CASES, DRILL, MAKING, PROGRESS, Training, opened
from routeboek_tui.library.compiled import load
from routeboek_tui.library.practice_words import filled
from routeboek_tui.library.progress import pseudonym
from routeboek_tui.library.training import Training as Kit
from routeboek_tui.library.training import training
from routeboek_tui.text.spelling import suggestion

if TYPE_CHECKING:
    from routeboek_tui.library.content import Library
    from routeboek_tui.library.exercise import Exercise

LIST, CHECK = "lijst", "nakijken"


def add_options(made: Parser) -> None:
    """What can be given to it."""
    made.add_argument(
        "wat", metavar="WAT", nargs="?", default="",
        help="een oefening (de naam, of een bestand .yaml), of: lijst, nieuw, nakijken, vragen,"
        " voortgang",
    )  # fmt: skip
    made.add_argument(
        "bestand", metavar="BESTAND", nargs="?", default="", help="bij nieuw en nakijken"
    )
    made.add_argument(
        "--als", metavar="SCHUILNAAM", default="", help="bewaar je voortgang hieronder"
    )
    made.add_argument("--regels", action="store_true", help="gewone regels, zonder schermopbouw")
    made.add_argument(
        "--alles",
        action="store_true",
        help="bij lijst: ook wat een zaak leert, en waar het misgaat",
    )
    made.add_argument("--wis", action="store_true", help="wis alles van deze schuilnaam")
    add_file(made, "bewaar je voortgang als bladzijde voor je mentor, bij voortgang")
    add_json(made)


def run(options: Namespace) -> int:
    """Practise, or say what there is to practise with."""
    library = load()
    kit = training(library)
    if options.bestand and options.wat not in {MAKING, CHECK}:
        raise Refusal(f"Bij “{options.wat}” hoort geen bestand.")
    if (options.uit or options.wis) and options.wat != PROGRESS:
        raise Refusal("--uit en --wis horen bij: routeboek oefening voortgang")
    if options.alles and options.wat != LIST:
        raise Refusal("--alles hoort bij: routeboek oefening lijst")
    if options.wat == LIST:
        return _list(library, kit, options)
    if options.wat == CHECK:
        return _check(library, kit, options.bestand)
    place = _place(library, kit, options)
    if options.uit or options.wis:
        return _progress(place, options)
    if options.json:
        from routeboek_tui.json_lines.practising import practise as in_json

        in_json(place, getattr(sys.stdin, "buffer", BytesIO()), sys.stdout)
        return Exit.DONE
    if has_screen() and not options.regels:
        from routeboek_tui.tui.running import run as on_screen

        return on_screen(practice=place)
    from routeboek_tui.lines.practice import practise

    practise(lines(), place)
    return Exit.DONE


def _place(library: "Library", kit: Kit, options: Namespace) -> Training:
    name = pseudonym(options.als)
    if options.als and not name:
        raise Refusal(kit.words.name_rule)
    first: str | Exercise = options.wat
    if options.wat and options.wat not in {CASES, DRILL, PROGRESS, MAKING}:
        first = kit.exercises.get(options.wat) or _of_file(library, kit, options.wat)
    return opened(library, name=name, first=first, file=options.bestand)


def _of_file(library: "Library", kit: Kit, typed: str) -> "Exercise":
    """The case in a file of somebody's own; what is wrong with it is told, and it is not played."""
    from routeboek_tui.library.exercises import read_exercise

    path = typed_place(typed)
    if path.suffix != ".yaml" and not os.path.exists(path):
        raise Refusal(filled(kit.words.no_case, typed, suggestion(typed, kit.exercises)))
    problems = list(checked(library, path))
    found = read_exercise(path, path.name, library, [])
    if problems or found is None:
        said = "\n".join(map(str, problems))
        raise Refusal(f"{said}\n{_counted(kit, len(problems))}", Exit.FOUND)
    return found


def _counted(kit: Kit, count: int) -> str:
    return filled(kit.words.checked_wrong, f"{count} {'probleem' if count == 1 else 'problemen'}")


def _check(library: "Library", kit: Kit, typed: str) -> Exit:
    """``oefening nakijken``: the same checks as ``controle`` makes of the cases of the guide."""
    from routeboek_tui.library.exercises import read_exercise

    if not typed:
        raise Refusal("Noem het bestand: routeboek oefening nakijken BESTAND")
    path: Path = typed_place(typed)
    out = lines()
    problems = list(checked(library, path))
    for problem in problems:
        out.say(str(problem))
    exercise = read_exercise(path, path.name, library, [])
    if problems or exercise is None:
        out.say(_counted(kit, len(problems)))
        return Exit.FOUND
    out.say(filled(kit.words.checked_right, len(exercise.way), exercise.ends))
    return Exit.DONE


def _list(library: "Library", kit: Kit, options: Namespace) -> Exit:
    """``oefening lijst``: every case by its route; ``--alles`` tells what it teaches, its traps."""
    from msgspec import to_builtins

    from routeboek_tui.conversation.practice.cases import by_route, rows

    found = rows(library, kit.exercises.values())
    if options.json:
        write_json({"exercises": to_builtins(found)})
        return Exit.DONE
    out, words = lines(), kit.words
    for problem in kit.problems:
        out.say(str(problem))
    for number, (route, cases) in enumerate(by_route(found)):
        if number:
            out.say()
        out.say(f"{words.route}: {route}")
        for row in cases:
            out.say(f"{row.id}: {filled(words.case_row, row.title, row.region, row.sector)}", "  ")
            if options.alles:
                out.say(f"{words.teaches}: {row.teaches}", "    ")
                for each in row.traps:
                    out.say(f"{words.traps}: {each}", "    ")
    return Exit.DONE


def _progress(place: Training, options: Namespace) -> Exit:
    """``oefening voortgang --uit`` and ``--wis``."""
    from routeboek_tui.course.letter.paper import extension_of

    out = lines()
    if not options.als:
        raise Refusal("Noem de schuilnaam: --als SCHUILNAAM")
    if options.uit:
        assert place.paper is not None
        extension = extension_of(options.uit) or "pdf"
        saved = place.paper.save(options.uit, Path(), extension, overwrite=options.overschrijf)
        if not saved.path:
            raise Refusal(saved.words, Exit.NOT_WRITTEN)
        out.say(saved.words)
    if options.wis:
        for each in place.remove():
            out.say(each)
    return Exit.DONE

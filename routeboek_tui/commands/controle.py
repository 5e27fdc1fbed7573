"""``routeboek controle``: read the whole guide and list every problem."""

import os
from argparse import Namespace
from datetime import date

from routeboek_tui.commands.output import lines, typed_place
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit, Refusal


def add_options(made: Parser) -> None:
    """What can be given to it."""
    made.add_argument("map", metavar="MAP", nargs="?", help="de map met flows, content en letters")


def run(options: Namespace) -> Exit:
    """``routeboek controle``: read everything and list every problem."""
    from routeboek_tui.conversation.practice.proof import prove
    from routeboek_tui.library import dangers, provenance, sentences
    from routeboek_tui.library.exercises import read_exercises
    from routeboek_tui.library.load import read
    from routeboek_tui.library.places import content_root
    from routeboek_tui.library.practice_words import read_words

    root = content_root() if options.map is None else typed_place(options.map)
    if not os.path.isdir(root / "flows"):
        raise Refusal(f"In de map “{root}” staat geen map “flows”. Wijs de map van de gids aan.")
    library, problems = read(root)
    exercises, wrong = read_exercises(root, library)
    read_words(root, problems)
    problems = [*problems, *wrong]
    if not problems:
        problems = list(prove(library, exercises.values()))
    out = lines()
    for problem in problems:
        out.say(str(problem))
    for remark in (
        *dangers.stale(library.numbers, library.dangers, date.today()),
        *sentences.stale(root, library.dangers),
    ):
        out.say(f"Let op: {remark}")
    if problems:
        out.say(f"{len(problems)} {'probleem' if len(problems) == 1 else 'problemen'} gevonden.")
        return Exit.FOUND
    steps = sum(len(flow.steps) - len(flow.jumps) for flow in library.flows.values())
    routes = len(library.flows)
    out.say(
        f"Alles klopt: {routes} {'route' if routes == 1 else 'routes'}, {steps} stappen,"
        f" {len(library.letters)} brieven, {len(library.pages)} bladzijden,"
        f" {len(exercises)} {'oefening' if len(exercises) == 1 else 'oefeningen'}."
    )
    for priority, count in provenance.counts(library.claims.values()).items():
        out.say(
            f"Herkomst, prioriteit {priority}: {count.all - count.left_out} van {count.all} feiten"
            f" staan in de gids, {count.left_out} zijn met reden weggelaten."
        )
    return Exit.DONE

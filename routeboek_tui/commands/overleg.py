"""``routeboek overleg``: the conversation, opened at the wall of a meeting."""

from argparse import Namespace

from msgspec.structs import replace

from routeboek_tui.commands.gesprek import begun, known
from routeboek_tui.commands.options import add_facts, add_start
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit
from routeboek_tui.commands.screen import has_screen, show


def add_options(made: Parser) -> None:
    """What can be given to it."""
    made.add_argument("--regels", action="store_true", help="gewone regels, zonder schermopbouw")
    made.add_argument("--route", default="", help="de route, of anders de triage")
    add_start(made)
    add_facts(made)


def run(options: Namespace) -> int:
    """Hold the meeting; behind it lies the talk."""
    talk = begun(options)
    facts = talk.library.scheme.settled(talk.answers.facts)
    talk = talk.having(replace(talk.answers, facts=facts))
    if not options.regels and has_screen():
        return show(known(talk), talk, meeting=True)
    from routeboek_tui import memory
    from routeboek_tui.commands.output import lines
    from routeboek_tui.course.course import Course
    from routeboek_tui.lines.start import hold

    memory.settled()
    hold(lines(), Course(talk), meeting=True)
    return Exit.DONE

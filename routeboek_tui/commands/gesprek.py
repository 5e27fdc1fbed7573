"""``routeboek gesprek``: the conversation, on the screen or in plain lines."""

import sys
from argparse import Namespace
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from routeboek_tui import memory
from routeboek_tui.commands.options import add_facts, add_start
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit, Refusal
from routeboek_tui.commands.screen import has_screen, show

if TYPE_CHECKING:
    from routeboek_tui.conversation.conversation import Conversation


def add_options(made: Parser) -> None:
    """What can be given to it."""
    made.add_argument("--regels", action="store_true", help="gewone regels, zonder schermopbouw")
    made.add_argument("--json", action="store_true", help="regels JSON, voor een programma")
    made.add_argument("--route", default="", help="de route, of anders de triage")
    add_start(made)
    add_facts(made)


def run(options: Namespace) -> int:
    """Hold the conversation."""
    if options.json:
        return _in_json(options)
    in_lines = options.regels or not has_screen()
    named = bool(options.route or options.editie or options.vanaf or options.gedaan)
    if in_lines:
        _in_lines(begun(options), named=named)
    elif named or options.feit:
        talk = begun(options)
        return show(known(talk), talk if named else None)
    else:
        return show()
    return Exit.DONE


def _in_json(options: Namespace) -> Exit:
    """For another program, in lines of JSON."""
    named = (options.route, options.editie, options.vanaf, options.gedaan, options.feit)
    if options.regels or any(named):
        raise Refusal("--json staat alleen. Wat je weet, zet je in de eerste regel JSON.")
    from routeboek_tui.json_lines.talking import talk
    from routeboek_tui.library.compiled import load

    library = load()
    memory.settled()
    talk(library, getattr(sys.stdin, "buffer", BytesIO()), sys.stdout)
    return Exit.DONE


def _in_lines(talk: "Conversation", *, named: bool) -> None:
    """In plain lines; where its route is ``named``, nothing is asked before it."""
    from routeboek_tui.commands.output import lines
    from routeboek_tui.course.course import Course
    from routeboek_tui.library.compiled import opening
    from routeboek_tui.lines.start import converse, hold

    memory.settled()
    if named:
        hold(lines(), Course(talk))
    else:
        converse(lines(), opening(), talk)


def begun(options: Namespace) -> "Conversation":
    """The talk that the options say, where it begins."""
    from routeboek_tui.commands.walk import conversation
    from routeboek_tui.core.flow import TRIAGE
    from routeboek_tui.core.safety import Manner
    from routeboek_tui.library.compiled import load

    return conversation(
        load(), options.route or TRIAGE, options.feit, (), date.today(), edition=options.editie,
        start=options.vanaf, done=options.gedaan, manner=Manner.ALOUD,
    )  # fmt: skip


def known(talk: "Conversation") -> Mapping[str, str]:
    """The facts of ``talk``, with the age that follows from a date of birth."""
    from routeboek_tui.core.policy import age

    born = talk.answers.birth_date
    known = {"leeftijd": age.group(born, talk.today, talk.rulebook.knowledge)} if born else {}
    return {**talk.answers.facts, **known}

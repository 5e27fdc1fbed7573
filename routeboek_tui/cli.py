"""The command ``routeboek``: what it can do, in Dutch, and how it ends when something is wrong."""

import errno
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from io import StringIO, TextIOWrapper

from routeboek_tui import __version__
from routeboek_tui.plain.parser import Parser
from routeboek_tui.plain.refusal import Exit, Refusal, printable

ABOUT = """\
Routeboek: een gids bij verzuim. De gids stelt je een paar vragen over een leerling
die niet op school is, en zegt wie wat moet doen en waar dat staat. Daarna schrijft
hij met je de brief. Hij bewaart niets over de leerling en gebruikt geen netwerk.

Zonder opdracht begint het gesprek op je scherm."""

CODES = """\
code bij het einde: 0 goed; 1 iets gevonden of geweigerd; 2 verkeerd gebruik;
3 bestand niet geschreven; 4 de gids zelf is stuk; 130 afgebroken met Ctrl+C"""

DEBUG = "ROUTEBOEK_DEBUG"
"""Set to anything, this shows a programmer where an unexpected error came from."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and say with the exit code how it went."""
    _open_streams()
    try:
        try:
            return int(_carry_out(parser().parse_args(arguments)))
        finally:
            sys.stdout.flush()
    except Refusal as refusal:
        _complain(str(refusal))
        return refusal.code
    except KeyboardInterrupt:
        _complain("\nAfgebroken. De gids heeft niets over de leerling bewaard.")
        return Exit.STOPPED
    except BrokenPipeError:
        _close_quietly()
        return Exit.DONE
    except OSError as error:
        return _unwritten(error)
    except Exception as error:
        return _unexpected(error)


def parser() -> Parser:
    """The commands with their options. Loads nothing of the guide itself."""
    top = Parser(prog="routeboek", description=ABOUT, epilog=CODES)
    top.add_argument(
        "--versie", action="version", version=f"routeboek {__version__}", help="toon de versie"
    )
    top.set_defaults(opdracht="scherm")
    commands = top.add_subparsers(
        title="opdrachten", metavar="OPDRACHT", prog="routeboek", parser_class=Parser
    )

    def command(name: str, about: str, *, walk: bool = False, route: bool = False) -> Parser:
        sentence = f"{about[:1].upper()}{about[1:]}."
        made: Parser = commands.add_parser(name, help=about, description=sentence)
        made.set_defaults(opdracht=name)
        if route:
            made.add_argument("route", metavar="ROUTE", help="de route, bijvoorbeeld ziekteverzuim")
        if walk:
            _add_walk(made)
        return made

    talk = command("gesprek", "voer het gesprek, op het scherm of in gewone regels")
    talk.add_argument("--regels", action="store_true", help="gewone regels, zonder schermopbouw")
    _add_route(talk)
    _add_facts(talk)

    advice = command("advies", "geef het advies bij wat je meegeeft", walk=True, route=True)
    advice.add_argument("--json", action="store_true", help="schrijf JSON voor een programma")

    paths = command("paden", "loop alle paden van een route en tel wat zij dekken", route=True)
    paths.add_argument("--pijlen", action="store_true", help="toon bij elke pijl het aantal paden")
    paths.add_argument("--json", action="store_true", help="schrijf JSON voor een programma")

    chart = command("kaart", "teken het stroomschema van een route", walk=True, route=True)
    chart.add_argument("--formaat", choices=("mermaid", "svg"), default="svg", help="het soort")
    _add_file(chart, "schrijf naar dit bestand in plaats van naar het scherm")

    letter = command("brief", "maak een conceptbrief", walk=True)
    letter.add_argument("id", metavar="ID", nargs="?", default="", help="de brief, zie --lijst")
    _add_route(letter)
    letter.add_argument("--lijst", action="store_true", help="toon alle brieven met stap en velden")
    letter.add_argument(
        "--veld", action="append", default=[], metavar="NAAM=WAARDE", help="vul een veld in"
    )
    letter.add_argument("--bevestig", action="store_true", help="bevestig wat de brief vraagt")
    letter.add_argument("--referentie", metavar="DOCX", help="neem de opmaak hiervan over")
    _add_file(letter, "het bestand: .docx, .pdf, .md of .txt")

    check = command("controle", "kijk de bestanden van de gids na en noem elk probleem")
    check.add_argument("map", metavar="MAP", nargs="?", help="de map met flows, content en letters")
    return top


def _add_facts(made: Parser) -> None:
    made.add_argument(
        "--feit", action="append", default=[], metavar="NAAM=WAARDE",
        help="wat je al weet, bijvoorbeeld sector=po of geboortedatum=03-02-2014; ? is onbekend",
    )  # fmt: skip


def _add_route(made: Parser) -> None:
    made.add_argument("--route", default="ziekteverzuim", help="de route, of anders ziekteverzuim")


def _add_walk(made: Parser) -> None:
    _add_facts(made)
    made.add_argument(
        "--antwoord", action="append", default=[], metavar="STAP=KEUZE[+KEUZE][@DAG]",
        help="een antwoord; ? is weet ik nog niet; herhaal een stap voor de volgende keer;"
        " getallen zo: drempel=meldingen:5,dagen:8; met de dag van de stap zo:"
        " drempel=ja@12-03-2026",
    )  # fmt: skip
    made.add_argument("--datum", metavar="DD-MM-JJJJ", help="de dag waarop dit speelt (of vandaag)")


def _add_file(made: Parser, about: str) -> None:
    made.add_argument("--uit", metavar="BESTAND", help=about)
    made.add_argument("--overschrijf", action="store_true", help="vervang een bestand dat er al is")


def _carry_out(options: Namespace) -> Exit:
    from routeboek_tui.library.compiled import BrokenLibrary

    try:
        if options.opdracht in {"scherm", "gesprek"}:
            return _converse(options)
        from routeboek_tui.plain import commands

        return {
            "advies": commands.advise,
            "paden": commands.paths,
            "kaart": commands.draw,
            "brief": commands.write_letter,
            "controle": commands.check,
        }[options.opdracht](options)
    except BrokenLibrary as broken:
        for problem in broken.problems:
            _complain(str(problem))
        _complain(
            f"De bestanden van de gids kloppen niet: {len(broken.problems)}"
            f" {'probleem' if len(broken.problems) == 1 else 'problemen'}."
            " Herstel ze, of installeer de gids opnieuw."
        )
        return Exit.BROKEN


def _converse(options: Namespace) -> Exit:
    """The conversation, on the screen where there is one and in lines where not."""
    facts: list[str] = getattr(options, "feit", [])
    lines = getattr(options, "regels", False) or not has_screen()
    if not lines and not facts:
        from routeboek_tui.tui.app import run

        run()
        return Exit.DONE
    from datetime import date

    from routeboek_tui.core.policy import age
    from routeboek_tui.library.compiled import load
    from routeboek_tui.plain.given import conversation

    route = getattr(options, "route", "ziekteverzuim")
    talk = conversation(load(), route, facts, (), date.today())
    if not lines:
        from routeboek_tui.tui.app import run

        born = talk.answers.birth_date
        known = {"leeftijd": age.group(born, talk.today)} if born else {}
        run({**talk.answers.facts, **known})
        return Exit.DONE
    from routeboek_tui.plain.lines import Lines
    from routeboek_tui.plain.start import converse

    converse(Lines.between(sys.stdin, sys.stdout), talk)
    return Exit.DONE


def has_screen() -> bool:
    """Whether a terminal is there that can be drawn on."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _open_streams() -> None:
    """Speak UTF-8, and take what was closed beforehand for empty input or unread output."""
    sys.stdin = sys.stdin or StringIO()
    sys.stdout = sys.stdout or StringIO()
    sys.stderr = sys.stderr or StringIO()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _complain(message: str) -> None:
    with suppress(OSError):
        sys.stdout.flush()
    sys.stderr.write(f"{printable(message)}\n")


def _close_quietly() -> None:
    """Leave nothing to be flushed into a pipe that is gone."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unwritten(error: OSError) -> int:
    if error.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF}:
        return _unexpected(error)
    _close_quietly()
    _complain("De uitvoer is niet te schrijven. Kijk of de schijf vol is.")
    return Exit.NOT_WRITTEN


def _unexpected(error: Exception) -> int:
    if os.environ.get(DEBUG):
        raise error
    _complain(
        f"Er ging iets mis dat de gids niet verwachtte ({type(error).__name__})."
        " Er is niets bewaard. Meld dit bij de makers, met wat je deed."
    )
    return Exit.BROKEN

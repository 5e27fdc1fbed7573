"""The command line of ``routeboek``: its commands, and what was asked for."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from routeboek_tui import __version__
from routeboek_tui.commands.parser import Parser

NAME = "routeboek"

ABOUT = """\
Routeboek: een gids bij verzuim. Wij stellen je een paar vragen over een leerling
die niet op school is, en zeggen wie wat moet doen en waar dat staat. Daarna schrijven
wij met je de brief. Er wordt niets over de leerling bewaard, en er is geen netwerk nodig.

Zonder opdracht begint het gesprek op je scherm."""

CODES = """\
code bij het einde: 0 goed; 1 iets gevonden of geweigerd; 2 verkeerd gebruik;
3 bestand niet geschreven; 4 bestanden van de gids zijn stuk; 129, 130 en 143 afgebroken"""

COMMANDS = {
    "gesprek": "voer het gesprek, op het scherm of in gewone regels",
    "overleg": "open de muur van een MDO of JES, om samen naar te kijken",
    "advies": "geef het advies bij wat je meegeeft",
    "paden": "loop alle paden van een route en tel wat die dekken",
    "kaart": "teken het stroomschema, of maak een kaart om na te kijken",
    "verschil": "vergelijk twee edities",
    "brief": "maak een conceptbrief",
    "wat-nu": "zeg wat er aan de hand is, en zie waar je begint",
    "zoek": "zoek in de stappen, het boek, de brieven en de verschillen",
    "boek": "lees in het boek: drempels, tafels, partners, wet en begrippen",
    "herkomst": "zoek op waar in de gids een feit van een bron staat, en terug",
    "kalender": "toon de schoolvakanties en de eigen dagen van je school",
    "oefening": "oefen met verzonnen zaken en korte vragen, of maak zelf een zaak",
    "controle": "kijk de bestanden van de gids na en noem elk probleem",
}
"""Every command with what it does; each is a module of this package."""


class Asked(NamedTuple):
    """A command that was asked for, with its options."""

    run: Callable[[Namespace], int]
    options: Namespace


def asked(arguments: Sequence[str]) -> Asked:
    """What was asked for. Of the commands only the one that is named is loaded.

    :raises SystemExit: after help or a version was shown, or when it cannot be understood
    """
    first, *rest = arguments
    if first not in COMMANDS:
        top = _top()
        top.parse_args(arguments)
        top.error("the following arguments are required: OPDRACHT")
    module = import_module(f"{__package__}.{first.replace('-', '_')}")
    about = COMMANDS[first]
    parser = Parser(prog=f"{NAME} {first}", description=f"{about[:1].upper()}{about[1:]}.")
    module.add_options(parser)
    return Asked(module.run, parser.parse_args(rest))


def _top() -> Parser:
    """What is said where no command is named, or one that is not there."""
    top = Parser(prog=NAME, description=ABOUT, epilog=CODES)
    top.add_argument(
        "--versie", action="version", version=f"{NAME} {__version__}", help="toon de versie"
    )
    commands = top.add_subparsers(
        title="opdrachten", metavar="OPDRACHT", prog=NAME, parser_class=Parser, required=True
    )
    for name, about in COMMANDS.items():
        commands.add_parser(name, help=about)
    return top

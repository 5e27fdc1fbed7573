"""Options that commands share, and what they say of themselves."""

from routeboek_tui.commands.parser import Parser


def add_facts(made: Parser) -> None:
    """What is known beforehand."""
    made.add_argument(
        "--feit", action="append", default=[], metavar="NAAM=WAARDE",
        help="wat je al weet, bijvoorbeeld sector=po of geboortedatum=03-02-2014; ? is onbekend",
    )  # fmt: skip


def add_start(made: Parser) -> None:
    """Where a case that is running begins."""
    made.add_argument("--editie", default="", help="een oudere editie in plaats van de huidige")
    made.add_argument("--vanaf", default="", metavar="STAP", help="begin bij deze stap")
    made.add_argument(
        "--gedaan", action="append", default=[], metavar="STAP", help="een stap die al gedaan is"
    )


def add_walk(made: Parser) -> None:
    """A whole walk: facts, where it begins, answers and the day."""
    add_facts(made)
    add_start(made)
    made.add_argument(
        "--antwoord", action="append", default=[], metavar="STAP=KEUZE[+KEUZE][@DAG]",
        help="een antwoord; ? is weet ik nog niet; herhaal een stap voor de volgende keer;"
        " getallen zo: drempel=meldingen:5,dagen:8; met de dag van de stap zo:"
        " drempel=ja@12-03-2026",
    )  # fmt: skip
    made.add_argument("--datum", metavar="DD-MM-JJJJ", help="de dag waarop dit speelt (of vandaag)")


def add_file(made: Parser, about: str) -> None:
    """A file to write; ``about`` is what it is."""
    made.add_argument("--uit", metavar="BESTAND", help=about)
    made.add_argument("--overschrijf", action="store_true", help="vervang een bestand dat er al is")


def add_route(made: Parser) -> None:
    """The route a command is about."""
    made.add_argument("route", metavar="ROUTE", help="de route, bijvoorbeeld ziekteverzuim")


def add_json(made: Parser) -> None:
    """Whether a program reads the answer."""
    made.add_argument("--json", action="store_true", help="schrijf JSON voor een programma")

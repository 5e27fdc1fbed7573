"""The commands of ``routeboek`` with their options and their help."""

from routeboek_tui import __version__
from routeboek_tui.plain.parser import Parser

ABOUT = """\
Routeboek: een gids bij verzuim. De gids stelt je een paar vragen over een leerling
die niet op school is, en zegt wie wat moet doen en waar dat staat. Daarna schrijft
hij met je de brief. Hij bewaart niets over de leerling en gebruikt geen netwerk.

Zonder opdracht begint het gesprek op je scherm."""

CODES = """\
code bij het einde: 0 goed; 1 iets gevonden of geweigerd; 2 verkeerd gebruik;
3 bestand niet geschreven; 4 de gids zelf is stuk; 130 afgebroken met Ctrl+C"""


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

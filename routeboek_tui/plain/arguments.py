"""The commands of ``routeboek`` with their options and their help."""

from collections.abc import Callable

from routeboek_tui import __version__
from routeboek_tui.plain.parser import Parser

ABOUT = """\
Routeboek: een gids bij verzuim. De gids stelt je een paar vragen over een leerling
die niet op school is, en zegt wie wat moet doen en waar dat staat. Daarna schrijft
hij met je de brief. Hij bewaart niets over de leerling en gebruikt geen netwerk.

Zonder opdracht begint het gesprek op je scherm."""

CODES = """\
code bij het einde: 0 goed; 1 iets gevonden of geweigerd; 2 verkeerd gebruik;
3 bestand niet geschreven; 4 de gids zelf is stuk; 129, 130 en 143 afgebroken"""


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
    talk.add_argument("--route", default="", help="de route, of anders de triage")
    _add_start(talk)
    _add_facts(talk)

    advice = command("advies", "geef het advies bij wat je meegeeft", walk=True, route=True)
    advice.add_argument("--json", action="store_true", help="schrijf JSON voor een programma")

    paths = command("paden", "loop alle paden van een route en tel wat zij dekken")
    paths.add_argument("route", metavar="ROUTE", nargs="?", default="", help="de route")
    paths.add_argument("--alles", action="store_true", help="alle routes, in alle edities")
    paths.add_argument("--editie", default="", help="een oudere editie in plaats van de huidige")
    paths.add_argument("--pijlen", action="store_true", help="toon bij elke pijl het aantal paden")
    paths.add_argument("--json", action="store_true", help="schrijf JSON voor een programma")

    _add_charts(command)

    _add_letter(command("brief", "maak een conceptbrief", walk=True))
    _add_what(command("wat-nu", "zeg wat er aan de hand is, en zie waar je begint"))
    _add_search(command("zoek", "zoek in de stappen, het boek, de brieven en de verschillen"))

    book = command("boek", "lees in het boek: drempels, tafels, partners, wet en begrippen")
    book.add_argument("bladzijde", metavar="BLADZIJDE", nargs="*", help="de bladzijde of haar naam")
    book.add_argument("--inhoud", action="store_true", help="toon de inhoud, of die van een deel")

    _add_trace(command("herkomst", "zoek op waar in de gids een feit van een bron staat, en terug"))

    _add_year(command("kalender", "toon de schoolvakanties en de eigen dagen van je school"))

    check = command("controle", "kijk de bestanden van de gids na en noem elk probleem")
    check.add_argument("map", metavar="MAP", nargs="?", help="de map met flows, content en letters")
    return top


def _add_trace(made: Parser) -> None:
    made.add_argument(
        "wat", metavar="FEIT|PLAATS", nargs="?", default="",
        help="een feit uit de tabel, of een plaats zoals boek:mdo of stap:ziekteverzuim/drempel",
    )  # fmt: skip
    made.add_argument(
        "--navertellingen", action="store_true", help="toon de zinnen waarin elke plaats het zegt"
    )
    made.add_argument("--json", action="store_true", help="schrijf JSON voor een programma")


def _add_year(made: Parser) -> None:
    made.add_argument(
        "schooljaar", metavar="SCHOOLJAAR", nargs="?", default="", help="bijvoorbeeld 2026-2027"
    )
    made.add_argument("--json", action="store_true", help="schrijf JSON voor een programma")


def _add_letter(made: Parser) -> None:
    made.add_argument("id", metavar="ID", nargs="?", default="", help="de brief, zie --lijst")
    made.add_argument("--route", default="", help="de route, of anders die bij de brief hoort")
    made.add_argument("--lijst", action="store_true", help="toon alle brieven met stap en velden")
    made.add_argument(
        "--veld", action="append", default=[], metavar="NAAM=WAARDE", help="vul een veld in"
    )
    made.add_argument("--bevestig", action="store_true", help="bevestig wat de brief vraagt")
    made.add_argument("--referentie", metavar="DOCX", help="neem de opmaak hiervan over")
    _add_file(made, "het bestand: .docx, .pdf, .md of .txt")


def _add_charts(command: Callable[..., Parser]) -> None:
    chart = command("kaart", "teken het stroomschema, of maak een kaart om na te kijken", walk=True)
    chart.add_argument("route", metavar="ROUTE", nargs="?", default="", help="de route")
    chart.add_argument("--alles", action="store_true", help="alle routes, om na te kijken")
    chart.add_argument(
        "--formaat", choices=("mermaid", "svg", "pdf"), default="svg", help="het soort"
    )
    chart.add_argument(
        "--sinds", metavar="EDITIE",
        help="alleen wat nieuw of gewijzigd is: sinds een editie, of sinds het bestand .json"
        " naast een eerdere kaart",
    )  # fmt: skip
    _add_file(chart, "schrijf hierheen; bij --alles --formaat svg een map")

    difference = command("verschil", "vergelijk twee edities")
    difference.add_argument("oud", metavar="OUD", help="de oude route of editie")
    difference.add_argument("nieuw", metavar="NIEUW", help="de nieuwe route of editie")
    difference.add_argument("--json", action="store_true", help="schrijf JSON voor een programma")


def _add_facts(made: Parser) -> None:
    made.add_argument(
        "--feit", action="append", default=[], metavar="NAAM=WAARDE",
        help="wat je al weet, bijvoorbeeld sector=po of geboortedatum=03-02-2014; ? is onbekend",
    )  # fmt: skip


def _add_start(made: Parser) -> None:
    made.add_argument("--editie", default="", help="een oudere editie in plaats van de huidige")
    made.add_argument("--vanaf", default="", metavar="STAP", help="begin bij deze stap")
    made.add_argument(
        "--gedaan", action="append", default=[], metavar="STAP", help="een stap die al gedaan is"
    )


def _add_walk(made: Parser) -> None:
    _add_facts(made)
    _add_start(made)
    made.add_argument(
        "--antwoord", action="append", default=[], metavar="STAP=KEUZE[+KEUZE][@DAG]",
        help="een antwoord; ? is weet ik nog niet; herhaal een stap voor de volgende keer;"
        " getallen zo: drempel=meldingen:5,dagen:8; met de dag van de stap zo:"
        " drempel=ja@12-03-2026",
    )  # fmt: skip
    made.add_argument("--datum", metavar="DD-MM-JJJJ", help="de dag waarop dit speelt (of vandaag)")


def _add_what(made: Parser) -> None:
    made.add_argument("zin", metavar="ZIN", nargs="+", help="wat je hoort of ziet")
    _add_facts(made)
    made.add_argument("--json", action="store_true", help="schrijf JSON voor een programma")


def _add_search(made: Parser) -> None:
    made.add_argument("woorden", metavar="WOORD", nargs="+", help="wat je zoekt")
    made.add_argument("--route", default="", help="van de stappen alleen die van deze route")
    made.add_argument("--aantal", default="5", metavar="N", help="hoeveel plekken, of anders 5")
    made.add_argument("--json", action="store_true", help="schrijf JSON voor een programma")


def _add_file(made: Parser, about: str) -> None:
    made.add_argument("--uit", metavar="BESTAND", help=about)
    made.add_argument("--overschrijf", action="store_true", help="vervang een bestand dat er al is")

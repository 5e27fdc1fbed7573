"""``routeboek brief``: the list of letters, or one letter to a file."""

from argparse import Namespace

from routeboek_tui.commands.options import add_file, add_walk
from routeboek_tui.commands.output import lines
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit, Refusal
from routeboek_tui.commands.route import route_named
from routeboek_tui.commands.walk import given_facts, pair, today_of, walk_of
from routeboek_tui.conversation import safety
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.facts import PLACE, REGION, SECTOR, Situation, may_hold
from routeboek_tui.core.flow import Flow
from routeboek_tui.core.letter import Field, Letter
from routeboek_tui.course.letter.drafting import Drafting
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from routeboek_tui.text.characters import shortened
from routeboek_tui.text.spelling import suggestion

WIDTH = 60
"""Signs of a value that are told back."""

NO_ROUTE = "Geen route met de brief “{}” past bij deze feiten. Noem de route zelf met --route."


def add_options(made: Parser) -> None:
    """What can be given to it."""
    add_walk(made)
    made.add_argument("id", metavar="ID", nargs="?", default="", help="de brief, zie --lijst")
    made.add_argument("--route", default="", help="de route, of anders die bij de brief hoort")
    made.add_argument("--lijst", action="store_true", help="toon alle brieven met stap en velden")
    made.add_argument(
        "--veld", action="append", default=[], metavar="NAAM=WAARDE", help="vul een veld in"
    )
    made.add_argument("--bevestig", action="store_true", help="bevestig wat de brief vraagt")
    made.add_argument(
        "--nagekeken",
        action="store_true",
        help="je keek na wat wij vragen: er staat niets over gezondheid en geen naam in",
    )
    made.add_argument("--referentie", metavar="DOCX", help="neem de opmaak hiervan over")
    add_file(made, "het bestand: .docx, .pdf, .md of .txt")


def run(options: Namespace) -> Exit:
    """``routeboek brief``: the list of letters, or one letter to a file."""
    library = load()
    named = route_named(library, options.route) if options.route else ""
    if options.lijst or not options.id:
        return _list_letters(library, named)
    if options.id not in library.letters:
        near = suggestion(options.id, library.letters)
        raise Refusal(f"De brief “{options.id}” bestaat niet.{near} Zie: routeboek brief --lijst")
    letter = library.letters[options.id]
    route = named or _route_of(library, letter, options)
    values = _values(options.veld, letter)
    if not options.uit:
        raise Refusal("Zeg waar de brief naartoe moet: --uit BESTAND (.docx, .pdf, .md of .txt).")
    talk = walk_of(library, route, options)
    return _write(talk, options, values)


def _write(talk: Conversation, options: Namespace, values: dict[str, str]) -> Exit:
    from routeboek_tui.export.file import ExportError
    from routeboek_tui.export.formats import write

    letter = talk.library.letters[options.id]
    draft = Drafting(talk, letter, {})
    for name, typed in values.items():
        draft.put(name, typed)
    if wrong := [_wrong(draft, name) for name in draft.faults]:
        raise Refusal("\n".join(wrong))
    if locked := draft.locked:
        steps = ", ".join(letter.steps)
        raise Refusal(f"{letter.title} kan nog niet. {locked} (stap: {steps})", Exit.FOUND)
    if letter.confirm and not options.bevestig:
        raise Refusal(f"Bevestig eerst met --bevestig: {letter.confirm}", Exit.FOUND)
    while asked := draft.asked:
        if not options.nagekeken:
            raise Refusal(f"{asked.words} Bevestigen doe je met --nagekeken.", Exit.FOUND)
        draft.agree(asked.words)
    composed = draft.composed()
    if composed.locked:
        names = ", ".join(f"{field.label} (--veld {field.name}=...)" for field in composed.locked)
        raise Refusal(f"Deze velden zijn eerst nodig: {names}.", Exit.FOUND)
    try:
        lost = write(composed.document, options.uit, options.overschrijf, options.referentie)
    except ExportError as error:
        raise Refusal(str(error), Exit.NOT_WRITTEN) from error
    out = lines()
    if safety.state(talk) == safety.UNASKED:
        out.say(safety.NOT_ASKED)
    out.say(f"Bewaard: {options.uit}")
    for said in filter(None, (lost, draft.left_out(composed))):
        out.say(said)
    for field in composed.missing:
        out.say(f"Nog invullen: {field.label} (--veld {field.name}=...)", "- ")
    return Exit.DONE


def _wrong(draft: Drafting, name: str) -> str:
    return (
        f"In het veld “{name}” staat “{shortened(draft.value(name), WIDTH)}”. {draft.fault(name)}"
    )


def _route_of(library: Library, letter: Letter, options: Namespace) -> str:
    """The route of a letter where none was named: the first that fits what is known beforehand."""
    today = today_of(options)
    given = given_facts(library, options.feit, today).facts
    flows = [
        flow for flow in library.flows.values() if not flow.steps.keys().isdisjoint(letter.steps)
    ]
    fitting = [flow for flow in flows if _fits(library, flow, given)]
    if not fitting:
        raise Refusal(NO_ROUTE.format(letter.title), Exit.FOUND)
    return fitting[0].id


def _fits(library: Library, flow: Flow, given: Situation) -> bool:
    """Whether a route holds for this region, town and sector, as far as they are known."""
    edition, domains = library.editions.get(flow.edition), library.scheme.domains
    if edition is None:
        return True
    held = {
        REGION: (edition.region,) if edition.region else domains[REGION],
        PLACE: edition.municipalities or domains[PLACE],
        SECTOR: library.sectors(flow) or domains[SECTOR],
    }
    return may_hold(held, given)


def _values(pairs: list[str], letter: Letter) -> dict[str, str]:
    """What is given for the fields of a letter, by their names."""
    values = dict(pair(text, "--veld") for text in pairs)
    for name in values:
        if name not in letter.fields:
            raise Refusal(
                f"Deze brief heeft geen veld “{name}”.{suggestion(name, letter.fields)}"
                f" De velden zijn: {', '.join(letter.fields)}."
            )
    return values


def _shape(field: Field) -> str:
    """The name of a field; of a table with what goes into a row."""
    row = "; ".join(name.lower() for name in field.columns)
    return f"{field.name} (per regel: {row})" if row else field.name


def _list_letters(library: Library, route: str) -> Exit:
    """The letters of a route, or of all."""
    out = lines()
    flows = [library.flows[route]] if route else library.flows.values()
    steps = {step for flow in flows for step in flow.steps}
    for letter in sorted(library.letters.values(), key=lambda letter: letter.id):
        if not any(step in steps for step in letter.steps):
            continue
        out.say(f"{letter.id}: {letter.title}")
        out.say(f"na stap: {' of '.join(letter.steps)}", "   ")
        fields = [library.fields[name] for name in letter.fields]
        first = (f"{_shape(each)} (eerst nodig)" for each in fields if each.name in letter.required)
        rest = (_shape(each) for each in fields if each.name not in letter.required)
        out.say(f"velden: {', '.join((*first, *rest))}", "   ")
    return Exit.DONE

"""``routeboek brief``: the list of letters, or one letter to a file."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date

from routeboek_tui.commands.options import add_file, add_walk
from routeboek_tui.commands.output import lines
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit, Refusal
from routeboek_tui.commands.route import route_named
from routeboek_tui.commands.walk import pair, today_of, walk_of
from routeboek_tui.conversation import safety
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.letter import Field
from routeboek_tui.course.drafting import Drafting
from routeboek_tui.letters.faults import fault
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from routeboek_tui.text.spelling import suggestion


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
    made.add_argument("--referentie", metavar="DOCX", help="neem de opmaak hiervan over")
    add_file(made, "het bestand: .docx, .pdf, .md of .txt")


def run(options: Namespace) -> Exit:
    """``routeboek brief``: the list of letters, or one letter to a file."""
    library = load()
    named = route_named(library, options.route) if options.route else ""
    if options.lijst or not options.id:
        return _list_letters(library, named)
    today = today_of(options)
    if options.id not in library.letters:
        near = suggestion(options.id, library.letters)
        raise Refusal(f"De brief “{options.id}” bestaat niet.{near} Zie: routeboek brief --lijst")
    letter = library.letters[options.id]
    flows = library.flows.values()
    of_letter = next(flow.id for flow in flows if any(step in flow.steps for step in letter.steps))
    route = named or of_letter
    values = _values(options.veld, [library.fields[name] for name in letter.fields], today)
    if not options.uit:
        raise Refusal("Zeg waar de brief naartoe moet: --uit BESTAND (.docx, .pdf, .md of .txt).")
    talk = walk_of(library, route, options)
    return _write(talk, options, values)


def _write(talk: Conversation, options: Namespace, values: dict[str, str]) -> Exit:
    from routeboek_tui.export.file import ExportError
    from routeboek_tui.export.formats import write

    letter = talk.library.letters[options.id]
    draft = Drafting(talk, letter, values)
    if locked := draft.locked:
        steps = ", ".join(letter.steps)
        raise Refusal(f"{letter.title} kan nog niet. {locked} (stap: {steps})", Exit.FOUND)
    if letter.confirm and not options.bevestig:
        raise Refusal(f"Bevestig eerst met --bevestig: {letter.confirm}", Exit.FOUND)
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
    if lost:
        out.say(lost)
    for field in composed.missing:
        out.say(f"Nog invullen: {field.label} (--veld {field.name}=...)", "- ")
    return Exit.DONE


def _values(pairs: list[str], fields: Sequence[Field], today: date) -> dict[str, str]:
    """What stands in the fields of a letter. All that cannot be right is refused at once."""
    values = dict(pair(text, "--veld") for text in pairs)
    names = [field.name for field in fields]
    for name in values:
        if name not in names:
            raise Refusal(
                f"Deze brief heeft geen veld “{name}”.{suggestion(name, names)}"
                f" De velden zijn: {', '.join(names)}."
            )
    faults = [
        f"In het veld “{field.name}” staat “{values[field.name]}”. {wrong}"
        for field in fields
        if (wrong := fault(field, values.get(field.name, ""), today))
    ]
    if faults:
        raise Refusal("\n".join(faults))
    return values


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
        first = (f"{name} (eerst nodig)" for name in letter.fields if name in letter.required)
        rest = (name for name in letter.fields if name not in letter.required)
        out.say(f"velden: {', '.join((*first, *rest))}", "   ")
    return Exit.DONE

"""``routeboek herkomst``: from a fact of a source to the places that say it, and back."""

import re
from argparse import Namespace
from datetime import date
from typing import Any

from msgspec.structs import asdict

from routeboek_tui.commands.options import add_json
from routeboek_tui.commands.output import lines, write_json
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit, Refusal
from routeboek_tui.conversation.enquiry import provenance_view
from routeboek_tui.conversation.enquiry.provenance_view import Retelling, Written
from routeboek_tui.conversation.reader import KIND_WORDS, Link, Reader
from routeboek_tui.core.address import STEP, Address
from routeboek_tui.library.compiled import load
from routeboek_tui.library.source import Claim
from routeboek_tui.lines.lines import Lines
from routeboek_tui.text.spelling import suggestion

_FACT = re.compile(r"f\d{3}\Z", re.IGNORECASE)


def add_options(made: Parser) -> None:
    """What can be given to it."""
    made.add_argument(
        "wat", metavar="FEIT|PLAATS", nargs="?", default="",
        help="een feit uit de tabel, of een plaats zoals boek:mdo of stap:ziekteverzuim/drempel",
    )  # fmt: skip
    made.add_argument(
        "--navertellingen", action="store_true", help="toon de zinnen waarin elke plaats het zegt"
    )
    add_json(made)


def run(options: Namespace) -> Exit:
    """``routeboek herkomst``: a fact, a place, or how many facts of each source are in."""
    reader = Reader(load(), date.today())
    asked = options.wat
    if options.navertellingen:
        claims = reader.library.claims
        names = [each.id for each in _found(reader, asked)] if asked else list(claims)
        return _retold(reader, asked, [claims[name] for name in names], as_json=options.json)
    if not asked:
        return _counts(reader, as_json=options.json)
    found = _found(reader, asked)
    if options.json:
        write_json({"asked": asked, "facts": [_data(each) for each in found]})
        return Exit.DONE if found else Exit.FOUND
    out = lines()
    if not found:
        out.say(f"Bij {asked} noemt de herkomst geen feit.")
        return Exit.FOUND
    for number, each in enumerate(found):
        if number:
            out.say()
        _show(out, each)
    return Exit.DONE


def _found(reader: Reader, asked: str) -> tuple[Written, ...]:
    """The fact of this name, or the facts that are said at this place.

    :raises Refusal: when there is no such fact or place
    """
    claims = reader.library.claims
    if _FACT.match(asked):
        name = asked.upper()
        if name not in claims:
            raise Refusal(f"Het feit “{asked}” bestaat niet.{suggestion(name, claims)}")
        return (provenance_view.written(reader, claims[name]),)
    at = Address.read(asked)
    if not at.name or not _known(reader, asked):
        places = sorted({place for claim in claims.values() for place in claim.places})
        raise Refusal(
            f"De plaats “{asked}” bestaat niet.{suggestion(asked, places)}"
            " Noem een feit, zoals het in de tabel heet, of een plaats, zoals boek:mdo of"
            " stap:ziekteverzuim/drempel."
        )
    if at.kind == STEP and at.holder == at.leaf:
        asked = f"{Address.of_step(reader.flow(at.leaf).id, at.leaf, at.part)}"
    return provenance_view.at(reader, asked)


def _known(reader: Reader, place: str) -> bool:
    if place.startswith("regel:"):
        return any(place in claim.places for claim in reader.library.claims.values())
    try:
        reader.link(place)
    except KeyError:
        return False
    return True


def _retold(reader: Reader, asked: str, claims: list[Claim], *, as_json: bool) -> Exit:
    """Under each fact what every place makes of it, so that a lost condition shows."""
    found = [(claim, provenance_view.retellings(reader, claim)) for claim in claims]
    if as_json:
        write_json({"asked": asked, "facts": [_told(reader, *each) for each in found]})
        return Exit.DONE if found else Exit.FOUND
    out = lines()
    if not found:
        out.say(f"Bij {asked} noemt de herkomst geen feit.")
        return Exit.FOUND
    for number, (claim, places) in enumerate(found):
        if number:
            out.say()
        _head(out, provenance_view.written(reader, claim))
        if claim.conditions:
            ways = (" of ".join(words) for words in claim.conditions)
            out.say(f"Voorwaarde: {'; '.join(ways)}", "   ")
        for each in places:
            _place(out, each.place, ", hoeft de voorwaarde niet te zeggen" * each.exempt)
            for said in each.said:
                out.say(f"“{said}”", "     ")
    return Exit.DONE


def _told(reader: Reader, claim: Claim, places: tuple[Retelling, ...]) -> dict[str, Any]:
    each = provenance_view.written(reader, claim)
    return {
        "id": each.id,
        "says": each.says,
        "source": each.source,
        "conditions": claim.conditions,
        "places": [
            {"place": found.place.place, "said": found.said, "exempt": found.exempt}
            for found in places
        ],
    }


def _head(out: Lines, each: Written) -> None:
    out.say(f"{each.id}: {each.says}")
    out.say(f"Bron: {each.source}. Prioriteit {each.priority}.", "   ")


def _place(out: Lines, link: Link, more: str = "") -> None:
    kind = KIND_WORDS.get(Address.read(link.place).kind, "regel")
    note = f", route {link.note}" if link.note else ""
    out.say(f"{kind}{note}: {link.title} ({link.place}){more}", "   - ")


def _show(out: Lines, each: Written) -> None:
    _head(out, each)
    for link in each.places:
        _place(out, link)
    if each.left_out:
        out.say(f"Staat niet in de gids: {each.left_out}", "   ")


def _counts(reader: Reader, *, as_json: bool) -> Exit:
    parts = list(provenance_view.parts(reader))
    if as_json:
        rows = [{"document": name, "facts": count, "left_out": out} for name, count, out in parts]
        write_json({"documents": rows})
        return Exit.DONE
    said = lines()
    for name, count, out in parts:
        said.say(f"{name}: {count - out} van {count} feiten staan in de gids.", "- ")
    said.say("Noem een feit of een plaats om te zien wat waar staat, bijvoorbeeld: boek:mdo")
    return Exit.DONE


def _data(each: Written) -> dict[str, Any]:
    """A fact as plain values with stable names."""
    found = asdict(each)
    found["places"] = [link.place for link in each.places]
    return found

"""The command ``routeboek zoek``: the passages of the guide that fit some words."""

from argparse import Namespace
from datetime import date
from typing import Any

from routeboek_tui.commands.options import add_facts, add_json
from routeboek_tui.commands.output import lines, write_json
from routeboek_tui.commands.parser import Parser
from routeboek_tui.commands.refusal import Exit, Refusal
from routeboek_tui.commands.route import route_named
from routeboek_tui.commands.walk import given_facts
from routeboek_tui.conversation.enquiry.in_short import in_room
from routeboek_tui.conversation.reader import KIND_WORDS, Reader
from routeboek_tui.course.findings import Finding, Search
from routeboek_tui.course.places import FIRST, NOT_FOUND
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from routeboek_tui.library.general import mark
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.making import make_ready
from routeboek_tui.search.query import query_of

MOST = 100
"""Passages that can be asked for at once."""


def add_options(made: Parser) -> None:
    """What can be given to it."""
    made.add_argument("woorden", metavar="WOORD", nargs="+", help="wat je zoekt")
    made.add_argument("--route", default="", help="van de stappen alleen die van deze route")
    made.add_argument("--aantal", default="5", metavar="N", help="hoeveel plekken, of anders 5")
    add_facts(made)
    add_json(made)


def run(options: Namespace) -> Exit:
    """``routeboek zoek``: the best passages first, each with its sentence and its sources."""
    count = _count(options.aantal)
    words = " ".join(options.woorden)
    library = load()
    route = route_named(library, options.route) if options.route else ""
    today = date.today()
    given = given_facts(library, options.feit, today).facts
    out = lines()
    if not options.json:
        make_ready(out, library)
    reader = Reader(library, today, library.scheme.settled(given))
    found = Search(library).findings(reader, words, count, route)
    end = Exit.DONE if found.found else Exit.FOUND
    if options.json:
        hits = [_data(library, each) for each in found.found]
        write_json({"query": words, "note": found.notes, "hits": hits})
        return end
    for said in filter(None, (found.danger, found.notes)):
        out.say(said)
    if not found.found and query_of(words, library.language.seeking).words:
        out.say(NOT_FOUND)
    for number, each in enumerate(found.found, 1):
        _show(out, library, each, f"{number}. ", whole=number == 1)
    return end


def _show(out: Lines, library: Library, found: Finding, lead: str, *, whole: bool) -> None:
    """A place on a few lines: the ``whole`` of what it says, as the talk tells it, or one line."""
    passage = found.passage
    kind = mark(library, passage.sources) if passage.kind == "boek" else ""
    kind = kind or KIND_WORDS[passage.kind]
    route = library.flows[passage.route].title if passage.route else ""
    out.say(f"{passage.title} ({kind}{f', route {route}' if route else ''})", lead)
    indent = " " * len(lead)
    for line in in_room(found.lines, FIRST) if whole else filter(None, [found.excerpt]):
        out.say(line, indent)
    if found.sources:
        out.say(f"Bron: {'; '.join(found.sources)}", indent)
    out.say(f"Plek: {passage.id}", indent)


def _data(library: Library, found: Finding) -> dict[str, Any]:
    """A place as plain values with stable names; ``general`` is "" for the routeboek."""
    passage = found.passage
    return {
        "id": passage.id,
        "kind": passage.kind,
        "title": passage.title,
        "route": passage.route,
        "score": found.score,
        "excerpt": found.excerpt,
        "general": mark(library, passage.sources),
        "marks": [list(each) for each in found.marks],
        "sources": [
            {"document": source.document, "place": source.place} for source in passage.sources
        ],
    }


def _count(typed: str) -> int:
    """How many passages are asked for.

    :raises Refusal: when it is no number that can be meant
    """
    readable = typed.isascii() and typed.isdigit() and len(typed) <= len(str(MOST))
    number = int(typed) if readable else 0
    if not 1 <= number <= MOST:
        raise Refusal(f"Typ bij --aantal een getal van 1 tot en met {MOST}.")
    return number

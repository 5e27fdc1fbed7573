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
from routeboek_tui.conversation.in_short import in_room
from routeboek_tui.conversation.passing import passing
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.course.findings import Finding, finding, found_hits, not_told
from routeboek_tui.course.places import FIRST
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from routeboek_tui.library.general import mark
from routeboek_tui.lines.lines import Lines
from routeboek_tui.search.compiled import index
from routeboek_tui.search.index import Hit
from routeboek_tui.search.query import query_of
from routeboek_tui.search.sought import Sought

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
    asked = query_of(words, library.language.seeking)
    route = route_named(library, options.route) if options.route else ""
    today = date.today()
    given = given_facts(library, options.feit, today).facts
    reader = Reader(library, today, library.scheme.settled(given))
    hits = found_hits(reader, index(library), words, count, route)
    sought = Sought.of(index(library), words)
    found = [(hit, finding(reader, hit, sought)) for hit in hits]
    untold = not_told(reader, index(library), words) if hits else ""
    note = " ".join(filter(None, (asked.note, untold)))
    if options.json:
        data = [_data(library, *each) for each in found]
        write_json({"query": words, "note": note, "hits": data})
        return Exit.DONE if hits else Exit.FOUND
    out = lines()
    danger, _ = passing(library, words)
    if danger:
        out.say(danger)
    if note:
        out.say(note)
    if not hits and asked.words:
        out.say("Niets gevonden. Probeer een ander woord, of minder woorden.")
    for number, each in enumerate(found, 1):
        _show(out, reader, each, f"{number}. ", whole=number == 1 and not untold)
    return Exit.DONE if hits else Exit.FOUND


def _show(out: Lines, reader: Reader, each: tuple[Hit, Finding], lead: str, *, whole: bool) -> None:
    """A place on a few lines; the ``whole`` of what it says where it can answer."""
    hit, found = each
    passage, library = hit.passage, reader.library
    kind = reader.kind(passage.kind, passage.sources)
    route = library.flows[passage.route].title if passage.route else ""
    out.say(f"{passage.title} ({kind}{f', route {route}' if route else ''})", lead)
    indent = " " * len(lead)
    for line in in_room(found.lines, FIRST) if whole else filter(None, [found.excerpt]):
        out.say(line, indent)
    if found.sources:
        out.say(f"Bron: {'; '.join(found.sources)}", indent)
    out.say(f"Plek: {passage.id}", indent)


def _data(library: Library, hit: Hit, found: Finding) -> dict[str, Any]:
    """A hit as plain values with stable names; ``general`` is "" for the routeboek."""
    return {
        "id": hit.passage.id,
        "kind": hit.passage.kind,
        "title": hit.passage.title,
        "route": hit.passage.route,
        "score": hit.score,
        "excerpt": found.excerpt,
        "general": mark(library, hit.passage.sources),
        "marks": [list(each) for each in found.marks],
        "sources": [
            {"document": source.document, "place": source.place} for source in hit.passage.sources
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

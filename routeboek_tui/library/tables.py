"""Decodes the small YAML tables: actors, sources, words, editions, recipients."""

import re
from collections.abc import Collection
from datetime import date

from routeboek_tui.core.facts import PLACE, READER, REGION, SECTOR, Domains
from routeboek_tui.core.letter import FieldKind, Ground, Recipient
from routeboek_tui.library import distinctions
from routeboek_tui.library.actor import Actor
from routeboek_tui.library.conditions import read_sources, read_when
from routeboek_tui.library.figures import read_day
from routeboek_tui.library.node import Node, read_yaml, text_of, texts_of
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.source import Edition, SourceDocument
from routeboek_tui.library.wording import Wording

_YEAR = re.compile(r"(?:[0-9]{4}|zonder datum)\Z")


def read_readers(node: Node | None, domains: Domains) -> tuple[str, ...]:
    """Roles of who reads."""
    roles = domains.get(READER, ())
    found = (each.one_of("De lezer", roles) for each in (node.nodes("readers") if node else ()))
    return tuple(filter(None, found))


def read_actors(
    text: str, file: str, problems: list[Problem], domains: Domains
) -> dict[str, Actor]:
    """Who can be at turn."""
    actors = {}
    for actor_id, node in read_yaml(text, file, problems).items("De lijst van actoren"):
        known = ("word", "names", "readers", "about")
        parts = node.fields(f"De actor “{actor_id}”", known, ("word", "about"))
        actors[actor_id] = Actor(
            actor_id, text_of(parts, "word"), text_of(parts, "about"), texts_of(parts, "names"),
            read_readers(parts.get("readers"), domains),
        )  # fmt: skip
    return actors


def read_documents(
    text: str, file: str, problems: list[Problem], domains: Domains
) -> dict[str, SourceDocument]:
    """The documents the guide rests on."""
    known = ("title", "edition", "region", "sectors", "note", "outside", "regio", "seen", "names")
    documents = {}
    for document_id, node in read_yaml(text, file, problems).items("De lijst van bronnen"):
        parts = node.fields(f"De bron “{document_id}”", known, known[:3])
        if parts and not {"sectors", "outside"} & parts.keys():
            node.problem(
                f"De bron “{document_id}” is van het routeboek, en noemt dan sectors, of komt van"
                " buiten: outside: true."
            )
        documents[document_id] = SourceDocument(
            id=document_id,
            title=text_of(parts, "title"),
            edition=text_of(parts, "edition"),
            region=text_of(parts, "region"),
            sectors=texts_of(parts, "sectors"),
            note=text_of(parts, "note"),
            outside="outside" in parts and parts["outside"].flag("outside"),
            regio=parts["regio"].one_of("De regio", domains[REGION]) if "regio" in parts else "",
            seen=read_day(parts, "seen"),
            names=texts_of(parts, "names"),
        )
    return documents


def read_words(
    text: str, file: str, problems: list[Problem], domains: Domains
) -> dict[str, tuple[Wording, ...]]:
    """The words that depend on facts; the last way to say each must fit always."""
    words = {}
    for name, node in read_yaml(text, file, problems).items("De lijst van woorden"):
        ways = []
        for item in node.nodes(f"Het woord “{name}”"):
            parts = item.fields("Deze vorm", ("say", "when"), ("say",))
            ways.append(Wording(text_of(parts, "say"), read_when(parts.get("when"), domains)))
        if not ways or ways[-1].when:
            node.problem(f"De laatste vorm van “{name}” mag geen feiten hebben.")
            ways.append(Wording(name))
        distinctions.check(node, f"Het woord “{name}”", (way.when for way in ways), domains)
        words[name] = tuple(ways)
    return words


def read_editions(
    text: str, file: str, problems: list[Problem], domains: Domains
) -> dict[str, Edition]:
    """The editions of the routeboek."""
    required = ("title", "municipalities", "sectors", "year", "since", "assumed")
    editions = {}
    for edition_id, node in read_yaml(text, file, problems).items("De lijst van edities"):
        what = f"De editie “{edition_id}”"
        parts = node.fields(what, (*required, "region", "until", "unsaid"), required)
        for name, fact in (("municipalities", PLACE), ("sectors", SECTOR)):
            for value in texts_of(parts, name):
                parts[name].named("De waarde", value, domains[fact])
        if "year" in parts and not _YEAR.match(text_of(parts, "year")):
            parts["year"].problem("Het jaar is vier cijfers, of “zonder datum”.")
        since, until = read_day(parts, "since"), read_day(parts, "until")
        if since and until and until < since:
            parts["until"].problem(f"{what} eindigt voordat zij begint.")
        editions[edition_id] = Edition(
            id=edition_id,
            title=text_of(parts, "title"),
            region=parts["region"].one_of("De regio", domains[REGION]) if "region" in parts else "",
            municipalities=texts_of(parts, "municipalities"),
            sectors=texts_of(parts, "sectors"),
            year=text_of(parts, "year"),
            since=since or date.min,
            until=until,
            assumed=text_of(parts, "assumed"),
            unsaid=text_of(parts, "unsaid"),
        )
    return editions


def read_recipients(
    text: str, file: str, problems: list[Problem], sources: Collection[str]
) -> dict[str, Recipient]:
    """Who may read what."""
    recipients = {}
    for name, node in read_yaml(text, file, problems).items("De lijst van ontvangers"):
        parts = node.fields(f"De ontvanger “{name}”", ("word", "may"), ("word", "may"))
        may = {}
        for kind, child in parts["may"].items("may") if "may" in parts else ():
            if not child.named("De soort", kind, [k.value for k in FieldKind]):
                continue
            ground = child.fields("Deze grond", ("because", "sources"), ("because", "sources"))
            places = read_sources(ground.get("sources"), frozenset(sources))
            if not places:
                child.problem(f"Waarom “{name}” dit mag lezen heeft een bron nodig.")
            may[FieldKind(kind)] = Ground(text_of(ground, "because"), places)
        recipients[name] = Recipient(name, text_of(parts, "word"), may)
    return recipients

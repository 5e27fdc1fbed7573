"""Decodes what many files hold: conditions over facts, and where something is written."""

from routeboek_tui.core.facts import Domains, When
from routeboek_tui.core.flow import Source
from routeboek_tui.library.node import Node


def read_when(node: Node | None, domains: Domains) -> When:
    """Conditions over facts: each value must be in the domain of its fact."""
    when: dict[str, tuple[str, ...]] = {}
    for fact, child in node.items("when") if node else ():
        if not child.named("Het feit", fact, domains):
            continue
        values = child.names(f"when: {fact}")
        when[fact] = tuple(
            value for value in values if child.named("De waarde", value, domains[fact])
        )
    return when


def read_sources(node: Node | None, known: frozenset[str]) -> tuple[Source, ...]:
    """Document and place, per document."""
    sources = []
    for document, child in node.items("sources") if node else ():
        if child.named("De bron", document, known):
            sources.append(Source(document, child.text(f"sources: {document}")))
    return tuple(sources)

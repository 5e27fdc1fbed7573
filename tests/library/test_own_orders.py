"""What the words around a question or an action tell a reader to do has a ground, or says so."""

import re
from collections.abc import Iterator
from pathlib import Path

from routeboek_tui.library.content import Library
from routeboek_tui.library.tellings import retold, tellings
from routeboek_tui.library.wording import Text

MARK = re.compile(
    r"""ons\ advies|volgens\ ons|\bwij\ (lezen|denken|nemen)|lezen\ wij
    |(dat|zo)\ is\ onze|is\ van\ ons
    |algemene\ informatie
    |(bron(nen)?|schema|editie|protocol|routeboek(\ VO)?|SPPOH|zij|er)
     \b[^.]{0,60}\b(niet|geen|niets|alleen)\b
    |staat\ (alleen|niet)\ in|(niet|geen\ \w+)\ in\ de\ bron""",
    re.IGNORECASE | re.VERBOSE,
)
"""How a paragraph says that no source asks for it, or that a source is silent there."""

NO_ORDER = frozenset({
    "Blijft", "De", "Een", "Elke", "Gaat", "Heb", "Heeft", "Het", "Hoor", "Is", "JGZ", "Kan",
    "Kies", "Kom", "Komt", "Krijgt", "Leerplicht", "Loopt", "Lukt", "Met", "Nodig", "Overleg",
    "Plan", "SWV", "Samen", "Spelen", "Staat", "Twijfel", "Twijfelen", "Vervalt", "Volgt", "Voor",
    "Was", "Weet", "Werk", "Werkt", "Wil", "Wordt", "Zij", "Zijn", "Zit", "{Jeugdhulp}",
})  # fmt: skip
"""What an action may begin with and is no order; "kies" and "kom terug" are about the guide."""

TOLD_OTHERWISE = frozenset(
    (Path(__file__).parent / "orders_told_otherwise.txt").read_text(encoding="utf-8").splitlines()
)
"""Orders that a source does give, in words too far from those of the fact to be matched."""


def orders(library: Library) -> Iterator[tuple[str, str, str]]:
    """Every order in a hint, a note or a body: its step, the sentence, its paragraph."""
    steps = [(f"{flow}/{s}", t) for flow, found in library.texts.items() for s, t in found.items()]
    verbs = {said.split()[0] for _, t in steps for said in t.actions.values()} - NO_ORDER
    for step, text in steps:
        for paragraph in _paragraphs(text):
            for sentence in re.split(r"(?<=[.!?:])\s+", paragraph):
                said = re.sub(r"^(?:\*\*.*?\*\*:?|-|\d+\.)\s*", "", sentence)
                if said.split()[:1] and said.split()[0] in verbs:
                    yield step, said, paragraph


def _paragraphs(text: Text) -> Iterator[str]:
    for part in (text.body, text.hint, *(choice.note for choice in text.choices.values())):
        yield from (" ".join(paragraph.split()) for paragraph in part.split("\n\n"))


def told(library: Library) -> set[tuple[str, str]]:
    """Every sentence of a step that tells a fact of a source."""
    words = library.words_in({})
    return {
        (place.removeprefix("stap:").partition("#")[0], each.said)
        for claim in library.claims.values()
        for place in claim.places
        if place.startswith("stap:")
        for each in retold(claim.says, tellings(library, place, words))
    }


def test_an_order_rests_on_a_fact_or_says_whose_it_is(library: Library) -> None:
    facts = told(library)
    found = list(orders(library))
    bare = {
        f"{step}: {order}"
        for step, order, paragraph in found
        if not MARK.search(paragraph)
        and not any(order in said or said in order for where, said in facts if where == step)
    }
    assert len(found) > len(bare) * 5
    assert bare == TOLD_OTHERWISE

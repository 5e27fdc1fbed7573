"""Blocks on a few lines: never the head of a table, never up to a colon."""

from datetime import date

import pytest

from routeboek_tui.conversation.enquiry.in_short import LONGEST, in_lines, in_short, shortened
from routeboek_tui.conversation.enquiry.passage_view import passage_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.search.compiled import index
from routeboek_tui.search.passages import passages
from routeboek_tui.search.sought import Sought
from routeboek_tui.text.document import Heading, Items, Paragraph, Run, Table
from tests.known import guide

NOTHING = Sought()
TABLE = Table(((Run("Regio"),), (Run("Drempel"),)), (((Run("Elders"),), (Run("5 keer"),)),))


def test_a_row_stands_with_its_heads_and_its_heading() -> None:
    blocks = (Heading(1, (Run("Ziekte"),)), TABLE)
    assert in_short(blocks, in_lines(blocks, NOTHING)) == "Ziekte: Elders: 5 keer"


def test_an_item_stands_with_its_lead() -> None:
    blocks = (Paragraph((Run("Neem mee:"),)), Items(False, ((Run("een plan"),), (Run("pen"),))))
    assert in_lines(blocks, NOTHING) == ("Neem mee: een plan", "Neem mee: pen")


def test_where_it_is_from_goes_before_it() -> None:
    blocks = (Paragraph((Run("Overgenomen uit: X.", emphasis=True),)), Paragraph((Run("Zo."),)))
    assert in_short(blocks, in_lines(blocks, NOTHING)) == "Overgenomen uit: X. Zo."


def test_the_line_that_is_sought_goes_first() -> None:
    blocks = (Paragraph((Run("Over het plan."),)), Paragraph((Run("Over schorsen."),)))
    sought = Sought.of(index(guide()), "mag ik schorsen")
    assert in_lines(blocks, sought) == ("Over schorsen.", "Over het plan.")


@pytest.mark.parametrize("text", ["kort", "woord " * 80, "x" * 500, "Begin: " + "y" * 300])
def test_a_line_is_cut_between_words_and_never_at_a_colon(text: str) -> None:
    found = shortened(text)
    assert len(found) <= LONGEST
    assert not found.rstrip("…").endswith(":")
    assert found == text or found.endswith("…")


def test_nothing_has_no_line() -> None:
    assert in_short((), in_lines((), NOTHING)) == ""


@pytest.mark.parametrize(
    "known",
    [{}, {"regio": "haaglanden", "sector": "po"}, {"regio": "noord_kennemerland", "sector": "po"}],
    ids=str,
)
def test_no_place_of_the_guide_is_cut_at_a_colon(known: dict[str, str]) -> None:
    reader = Reader(guide(), date(2026, 9, 7), known)
    cut = []
    for passage in passages(guide()):
        view = passage_view(reader, passage.id, Sought(question="hoe zit dat"))
        assert view.blocks or passage.kind == "stap", passage.id
        cut += [passage.id for line in view.short[:1] if line.rstrip("… ").endswith(":")]
    assert cut == []

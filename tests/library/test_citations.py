"""A fact stands where its document and chapter are cited."""

from routeboek_tui.library.citations import chapters, prove
from routeboek_tui.library.content import Library
from tests.rows import each_row


def test_every_fact_of_the_guide_is_cited_where_it_stands(library: Library) -> None:
    assert list(prove(library)) == []


@each_row(
    ("place", "found"),
    [
        (
            "fase 2, onderdeel 1; bijlage 1 en 2",
            {("fase", "2"), ("bijlage", "1"), ("bijlage", "2")},
        ),
        ("station 1 tot en met 3", {("station", "1"), ("station", "2"), ("station", "3")}),
        ("onderdelen 3.1.a en 3.4", {("hoofdstuk", "3.1.a"), ("hoofdstuk", "3.4")}),
        ("hoofdstuk 3.3, punt 2 en 3", {("hoofdstuk", "3.3")}),
        ("Inleiding; verklarende lijst", {("inleiding", ""), ("verklarende lijst", "")}),
        ("hoofdstuk 3, overzicht van de fasen", {("hoofdstuk", "3")}),
        ("vak belastbaarheid", set()),
    ],
)
def test_which_chapters_a_place_names(place: str, found: set[tuple[str, str]]) -> None:
    assert chapters(place) == found

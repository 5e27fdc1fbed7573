"""What people type finds what they look for, in the real guide."""

from pathlib import Path

from routeboek_tui.search.index import Index
from tests.known import in_kinds
from tests.rows import each_row

QUERIES = [
    (query, best if isinstance(best, list) else [best])
    for group in in_kinds(Path(__file__).parent / "queries.yaml").values()
    for query, best in group.items()
]


def test_there_are_enough() -> None:
    assert len(QUERIES) >= 60


@each_row(("query", "best"), QUERIES, ids=[str(query) for query, _ in QUERIES])
def test_the_best_comes_first(index: Index, query: object, best: list[str]) -> None:
    found = [hit.passage.id for hit in index.find(str(query), 3)]
    assert found
    assert found[0] in best, found


@each_row("place", range(0, 2000, 23))
def test_every_title_finds_its_passage(index: Index, place: int) -> None:
    """A title in full finds a passage that is called so, whichever of them comes first."""
    passage = index.passages[place % len(index.passages)]
    titles = {hit.passage.title for hit in index.find(passage.title, 5)}
    assert passage.title in titles


def test_a_part_of_a_compound_finds_it(index: Index) -> None:
    texts = [hit.passage.text for hit in index.find("begeleiding", 50)]
    assert any("verzuimbegeleiding" in text for text in texts)


def test_a_compound_nobody_wrote_finds_its_parts(index: Index) -> None:
    assert "ziekteverzuimbeleid" not in index.words
    assert index.find("ziekteverzuimbeleid")

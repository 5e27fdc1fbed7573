"""The index by itself, over passages whose every word is known."""

import time

import msgspec
import pytest

from routeboek_tui.core.address import KINDS, PAGE
from routeboek_tui.library.content import Library
from routeboek_tui.search.index import Hit, Index
from routeboek_tui.search.passages import Passage, passages, without_markup
from routeboek_tui.search.query import query_of
from tests.speed import millisecond


def ids(hits: list[Hit]) -> list[str]:
    return [hit.passage.id for hit in hits]


def test_a_name_goes_before_a_text(small: Index) -> None:
    assert ids(small.find("duo melding"))[0] == "boek:duo"


def test_editions_with_one_text_are_shown_once(small: Index) -> None:
    assert len([each for each in ids(small.find("leerplicht")) if "melden" in each]) == 1


def test_a_route_leaves_out_the_steps_of_others(small: Index) -> None:
    assert ids(small.find("leerplicht", flow="vo_2024")) == ["stap:vo_2024/melden"]
    assert "boek:duo" in ids(small.find("melden", flow="po"))
    assert "stap:vo/melden" not in ids(small.find("melden", flow="po"))


def test_kinds_can_be_chosen(small: Index) -> None:
    assert {hit.passage.kind for hit in small.find("melden", kinds=(PAGE,))} == {PAGE}


def test_no_more_than_asked_for(small: Index) -> None:
    assert len(small.find("melden school", 2)) == 2


def test_nothing_is_found_in_nothing(small: Index) -> None:
    assert Index.of((), small.seeking).find("verzuim") == []
    assert Index.of((Passage("boek:x", PAGE, "", ""),), small.seeking).find("verzuim") == []


@pytest.mark.parametrize("query", ["", " ", "a", "?!", "\x00", "\x1b[2J"])
def test_too_little_finds_nothing_and_says_so(small: Index, query: str) -> None:
    assert small.find(query) == []
    assert query_of(query, small.seeking).note


def test_ten_kilobytes_are_cut_and_stay_fast(index: Index) -> None:
    index.find("verzuijm")
    for text in ("verzuim thuiszitter " * 500, "x" * 10_000, "\x00" * 10_000, "é" * 10_000):
        start = time.process_time()
        index.find(text)
        assert time.process_time() - start < 500 * millisecond()
    assert query_of("verzuim thuiszitter " * 500, index.seeking).note


def test_control_characters_are_not_sought(small: Index) -> None:
    assert ids(small.find("du\u200bo\x00 \x1b[31mmelding")) == ids(small.find("duo melding"))


def test_an_index_is_a_plain_value(index: Index) -> None:
    again = msgspec.json.decode(msgspec.json.encode(index), type=Index)
    assert again == index
    assert again.find("thuiszitter") == index.find("thuiszitter")


def test_the_passages_are_all_there(library: Library) -> None:
    found = passages(library)
    names = {passage.id for passage in found}
    assert len(names) == len(found)
    assert {passage.kind for passage in found} <= set(KINDS)
    assert {f"boek:{page}" for page in library.pages} <= names
    assert {f"brief:{letter}" for letter in library.letters} <= names
    assert {f"verschil:{conflict}" for conflict in library.conflicts} <= names
    assert {f"feit:{fact}" for fact in library.facts} <= names
    assert {f"stuk:{paper}" for paper in library.papers} <= names
    assert all(passage.title and passage.text for passage in found)


def test_no_markup_is_left(library: Library) -> None:
    for passage in passages(library):
        for left in ("**", "](", "{", "|", "\n#", "\n- "):
            assert left not in f"\n{passage.text}", passage.id


def test_markdown_becomes_lines() -> None:
    body = (
        "# Kop\n\nEen **vet** [woord](boek:x)\nverder.\n\n| a | b |\n|---|---|\n| 1 | t_d |\n\n- x"
    )
    assert without_markup(body).split("\n") == [
        "Kop",
        "Een vet woord verder.",
        "a; b",
        "1; t_d",
        "x",
    ]

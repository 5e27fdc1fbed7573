"""Ways of saying something, as they are written in the content."""

import pytest

from routeboek_tui.library.content import Library
from routeboek_tui.library.ways import either, pattern, right
from tests.rows import each_row


@each_row(
    ("way", "said", "not_said"),
    [
        ("geen idee", ["geen idee"], ["geen", "geen ideeën", "ongeen idee"]),
        ("weet|weten niet", ["weet niet", "weten niet"], ["weet weten niet", "weet"]),
        ("(ik|de school) weet (nog) niet", ["weet niet", "de school weet nog niet"], ["ik niet"]),
        ("meld* je", ["meld je", "melden je"], ["aanmelden je"]),
        ("*werken", ["werken", "thuiswerken"], ["werkend"]),
        ("is * beter", ["is hij beter"], ["is beter", "is hij nu beter"]),
        ("kan .. komen", ["kan komen", "kan hij niet komen"], ["komen"]),
    ],
)
def test_what_a_way_says(way: str, said: list[str], not_said: list[str]) -> None:
    assert [text for text in (*said, *not_said) if pattern((way,)).fullmatch(text)] == said


def test_a_number_is_the_last_group() -> None:
    found = pattern(("(al) N week|weken", "N jaar")).fullmatch("al 12 weken")
    assert found is not None
    assert found.lastindex is not None
    assert found[found.lastindex] == "12"


def test_without_ways_nothing_is_said() -> None:
    assert pattern(()).search("iets") is None


def test_the_longest_goes_first() -> None:
    assert either(["op", "op rij"]) == r"op\ rij|op"


@each_row("way", ["(ik weet", "ik) weet", "a||b", "()", "(a|) b", "((a))"])
def test_what_cannot_be_read(way: str) -> None:
    assert not right(way)


@each_row(
    "said",
    ["weet ik niet", "ik weet het niet", "we weten dat nog niet", "dat weten we nog niet",
     "geen idee", "ik heb nog geen idee", "nog niet bekend", "dat is onbekend", "niet duidelijk",
     "weet niet", "ik weet het echt nog niet", "wet ik niet"],
)  # fmt: skip
def test_ways_of_not_knowing(library: Library, said: str) -> None:
    assert pattern(library.language.unknown).fullmatch(said)


@pytest.mark.parametrize("said", ["dat weet hij niet", "niet", "hij is bekend", "geen"])
def test_what_does_not_say_so(library: Library, said: str) -> None:
    assert not pattern(library.language.unknown).fullmatch(said)

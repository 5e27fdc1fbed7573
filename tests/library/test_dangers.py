"""The table of danger: every kind is whole, every number stands once, what is old is said."""

from datetime import timedelta

from routeboek_tui.core.safety import UNCLEAR
from routeboek_tui.library.content import Library
from routeboek_tui.library.danger import MELDCODE, PAGE
from routeboek_tui.library.dangers import FRESH, loose_numbers, stale
from routeboek_tui.library.own_advice import OWN

CONFIRMED = {
    "112",
    "0900-8844",
    "0800-2000",
    "0800-0113",
    "0900 111 3 111",
    "0800-0188",
}
"""The numbers that two pages outside the sources agree on."""


def test_only_confirmed_numbers(library: Library) -> None:
    assert {number.number for number in library.numbers.values()} == CONFIRMED


def test_every_kind_says_what_to_do_whom_to_call_and_what_not(library: Library) -> None:
    assert len(library.dangers) == 12
    for danger in library.dangers.values():
        assert danger.now
        assert danger.worry
        assert danger.avoid
        assert danger.tell
        assert set(danger.call) <= set(library.numbers)
        first = library.numbers[danger.call[0]].words
        said = " ".join(deed.text for deed in (*danger.now, *danger.worry))
        assert first in said, danger.id
        assert any(library.numbers[name].words in danger.now[0].text for name in danger.call)
        for deed in danger.deeds.values():
            assert deed.own is not bool(deed.sources), (danger.id, deed.id)
            assert "{" not in deed.text


def test_the_meldcode_only_where_it_is_the_way(library: Library) -> None:
    without = {danger.id for danger in library.dangers.values() if not danger.meldcode}
    assert without >= {"misbruik_school", "huwelijksdwang", "eer", "zelfdoding", "vermist"}
    assert MELDCODE in library.dangers[UNCLEAR].deeds


def test_nothing_goes_home_first_where_that_may_harm(library: Library) -> None:
    for kind in ("huwelijksdwang", "eer", "besnijdenis"):
        assert set(library.dangers[kind].hold) == {"ouders", "leerling"}
        assert library.dangers[kind].call[0] in {"veilig_thuis", "112"}
    assert library.dangers["huwelijksdwang"].call[0] == "veilig_thuis"


def test_every_kind_is_a_page_that_says_where_it_is_from(library: Library) -> None:
    for kind, danger in library.dangers.items():
        page = library.pages[f"{PAGE}{kind}"]
        assert page.title == danger.title
        assert page.sources
        assert "algemene informatie" in page.body
        assert OWN in page.body
        for deed in danger.deeds.values():
            assert deed.text in page.body


def test_what_was_not_checked_for_a_year_is_remarked_on(library: Library) -> None:
    checked = max(danger.checked for danger in library.dangers.values())
    assert list(stale(library.numbers, library.dangers, checked + FRESH)) == []
    late = list(stale(library.numbers, library.dangers, checked + FRESH + timedelta(days=1)))
    assert len(late) == len(library.numbers) + len(library.dangers)
    assert "nagekeken op 28-11-2026" in late[0]


def test_a_number_is_found_in_any_text_and_a_year_is_none() -> None:
    text = "Bel 0800-2000.\nTussen 2010-2014, art. 0123 en F0456.\nOf 070 123 45 67"
    assert [problem.line for problem in loose_numbers(text, "x")] == [1, 3]

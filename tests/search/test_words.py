"""Stems, slips and compounds."""

import pytest

from routeboek_tui.search.words import places, split, stems
from routeboek_tui.text.characters import plain
from routeboek_tui.text.spelling import near
from tests.rows import each_row

WORDS = ["geoorloofd", "ongeoorloofd", "verzuim", "thuiszitter", "tafel", "jeugd", "duo", "beleid"]


def test_plain_words_have_no_accents_case_or_punctuation() -> None:
    assert plain("  Één-Oudergezin, “MDO’s” \x1b[31mnú\u200b! ") == "een oudergezin mdo s nu"


def test_places_point_into_the_text() -> None:
    text = "De Één, (twee)."
    assert [(word, text[a:b]) for word, a, b in places(text)] == [
        ("de", "De"), ("een", "Één"), ("twee", "twee"),
    ]  # fmt: skip


@each_row(
    "forms",
    ["school scholen", "tafel tafels", "melding meldingen", "overleg overleggen", "ziek ziekte",
     "begeleiding begeleiden", "thuiszitter thuiszitters", "afspraak afspraken"],
)  # fmt: skip
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len(set(stems(forms))) == 1


@pytest.mark.parametrize("words", ["begeleiding beleid", "verzuimbegeleiding verzuimbeleid",
                                   "gemeente mening", "school schoon"])  # fmt: skip
def test_other_words_do_not(words: str) -> None:
    assert len(set(stems(words))) > 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("verzium", "verzuim"), ("thuisziter", "thuiszitter"), ("tafle", "tafel"),
     ("geoorlofd", "geoorloofd"), ("ongeoorlofd", "ongeoorloofd")],
)  # fmt: skip
def test_a_slip_is_near(typed: str, meant: str) -> None:
    assert near(typed, WORDS) == (meant,)


@pytest.mark.parametrize("typed", ["dou", "12", "banaan", "x" * 300, ""])
def test_what_is_no_slip_is_not(typed: str) -> None:
    assert near(typed, WORDS) == ()


def test_a_word_is_not_the_slip_of_its_opposite() -> None:
    assert near("ongeoorloofd", ["geoorloofd"]) == ()
    assert near("geoorloofd", ["ongeoorloofd"]) == ()


def test_a_compound_is_split_by_the_words_that_are_known() -> None:
    assert split("jeugdtafel", WORDS) == ("jeugd", "tafel")
    assert split("verzuimsbeleidstafel", WORDS) == ("verzuim", "beleid", "tafel")
    assert split("banaan", WORDS) == ()

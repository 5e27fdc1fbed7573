"""What of a text may be shown, and what of it is compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routeboek_tui.text.characters import bare, one_line, plain, safe, shortened, steers, undotted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Eén vóórbeeld", "een voorbeeld"),
        ("ro\x1b[31mod\x1b[0m", "rood"),
        ("a\u00adb\u200bc", "abc"),
        ("16 uur, écht!", "16 uur echt"),
        ("a\u00a0b\tc\nd", "a b c d"),
        ("", ""),
    ],
)
def test_plain_words(text: str, words: str) -> None:
    assert plain(text) == words


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("een o.p.p. maken", "een opp maken"),
        ("De L.P.A.", "De LPA"),
        ("wat. is 1.2. art. 3", "wat. is 1.2. art. 3"),
    ],
)
def test_an_abbreviation_is_a_word(text: str, word: str) -> None:
    assert undotted(text) == word


def test_bare_text_keeps_its_lines_and_punctuation() -> None:
    assert bare("Niet.\nWél, hoor\x07") == "niet.\nwel, hoor "


def test_a_short_text_is_one_line() -> None:
    assert shortened("a\n  b c", 4) == "a b…"
    assert shortened("a\n b", 3) == "a b"


@given(st.text())
def test_what_is_safe_steers_nothing(text: str) -> None:
    assert not steers(safe(text))
    assert safe(safe(text)) == safe(text)
    assert "\n" not in one_line(text)


@given(st.text(alphabet=st.characters(exclude_characters="\r\t")))
def test_only_what_steers_is_changed(text: str) -> None:
    assert (safe(text) != text) == steers(text)

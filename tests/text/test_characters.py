"""What of a text may be shown, and what of it is compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routeboek_tui.text import characters
from routeboek_tui.text.characters import bare, one_line, plain, safe, shortened, steers, undotted
from tests.rows import each_row


@each_row(
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


@each_row(
    ("text", "on_paper"),
    [
        ("Artikel 5 onder a, lid 3.", "Artikel~5~onder~a, lid~3."),
        ("op 12 oktober 2026 om 15.30 uur", "op~12~oktober~2026 om~15.30~uur"),
        ("van 16 tot en met 20 november", "van~16~tot en met~20~november"),
        ("bel 070-1234567 of 0800-2000", "bel 070=1234567 of 0800=2000"),
        ("06 12 34 56 78 of 06-12345678", "06~12~34~56~78 of 06=12345678"),
        ("1234 AB Proefstad, A. Bakker", "1234~AB Proefstad, A.~Bakker"),
        ("Bij 15 keer te laat", "Bij~15~keer te laat"),
        ("het schooljaar 2026-2027 is het 3e", "het schooljaar 2026-2027 is het 3e"),
        ("19-10-2026: 3; kenmerk 2026-014", "19-10-2026: 3; kenmerk 2026-014"),
        ("in 2026 begint", "in 2026 begint"),
        ("straat 2\n1234 AB Den Haag", "straat~2\n1234~AB Den Haag"),
    ],
)
def test_on_paper_no_line_ends_in_a_number_with_what_it_counts(text: str, on_paper: str) -> None:
    found = characters.bound(text)
    assert found.replace("\u00a0", "~").replace("\u2011", "=") == on_paper
    assert found.replace("\u00a0", " ").replace("\u2011", "-") == text

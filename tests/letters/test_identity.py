"""What tells who a letter is about, where it goes out without a name."""

from datetime import date

import pytest

from routeboek_tui.letters.identity import first_name, named, numbered, whole_names
from tests.rows import each_row

TODAY, BORN = date(2026, 3, 12), date(2012, 5, 3)

NAMED = [
    ("Sam de Vries", "Sams moeder belt", "sams"),
    ("Sam de Vries", "de familie DE VRIES", "vries"),
    ("Sam", "Sam's rooster", "sam"),
    ("Bo Li", "Bo is er niet", "Bo"),
    ("José Núñez", "jose komt", "jose"),
    ("Иван Петров", "Петров спал", "петров"),
    ("محمد علي", "قال محمد", "محمد"),
    ("王明", "今天王明没来", "王明"),
    ("김철수", "김철수는 없다", "김철수"),
    ("สมชาย", "วันนี้สมชายไม่มา", "สมชาย"),
    ("דוד כהן", "גם כהן", "כהן"),
]
NOT_NAMED = [
    ("Sam de Vries", "de school wil samen kijken"),
    ("Bo Li", "bo en li zijn geen woorden"),
    ("An de Wit", "en van de"),
    ("", "Wat kan de school nog doen?"),
]
NUMBERED = {
    "bel 06-12345678": "06-12345678",
    "bel +31 6 1234 5678": "+31 6 1234 5678",
    "070 123 45 67": "070 123 45 67",
    "BSN 123456782": "123456782",
    "bsn 1234.56.782": "1234.56.782",
    "mail moeder@voorbeeld.nl": "moeder@voorbeeld.nl",
    "Kerkstraat 1, 2511 AB": "2511 AB",
    "geboren 3-5-2012": "3-5-2012",
    "geboren op 3 mei 2012": "3 mei 2012",
}
NOT_NUMBERED = [
    "afwezig op 3-3-2026, 4-3-2026 en 05-03-2026",
    "03-03-2026 04-03-2026 05-03-2026",
    "16 lesuren in 4 weken, 36 dagdelen in 2026",
    "in 2025 en 2026",
    "schooljaar 2025-2026",
    "artikel 21a",
]


@each_row(("name", "text", "word"), NAMED)
def test_a_name_is_found(name: str, text: str, word: str) -> None:
    assert word in named(text, [name])


@pytest.mark.parametrize(("name", "text"), NOT_NAMED)
def test_other_words_are_no_name(name: str, text: str) -> None:
    assert named(text, [name]) == ()


@each_row(("text", "number"), NUMBERED.items())
def test_what_is_of_one_person_is_found(text: str, number: str) -> None:
    assert numbered(text, TODAY, BORN) == (number,)


@each_row("text", NOT_NUMBERED)
def test_days_and_counts_are_of_nobody(text: str) -> None:
    assert numbered(text, TODAY, BORN) == ()


@pytest.mark.parametrize("text", ["S. d. V.", "SdV", "S.V.", "Th. van der V.", "王. 明."])
def test_initials_are_no_name(text: str) -> None:
    assert whole_names(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [("Sam de Vries", ("Sam", "Vries")), ("Bo L.", ("Bo",)), ("王明", ("王明",)), ("sam", ())],
)
def test_a_name_is_more_than_initials(text: str, words: tuple[str, ...]) -> None:
    assert whole_names(text) == words


@each_row(
    ("name", "first"),
    [
        ("Sam de Vries", "Sam"),
        ("Noor", "Noor"),
        ("noor", "noor"),
        ("Van den Berg, Noor", ""),
        ("de Vries, Sam", ""),
        ("van den Berg", ""),
        ("Vries,de Sam", ""),
        ("", ""),
    ],
)
def test_a_first_name_is_never_guessed_from_a_surname(name: str, first: str) -> None:
    assert first_name(name) == first

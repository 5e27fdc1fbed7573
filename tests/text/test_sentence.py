import pytest

from routeboek_tui.text.sentence import sentences


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", []),
        ("wat is een mdo", ["wat is een mdo"]),
        ("Hij is ziek. Wat nu?", ["Hij is ziek.", "Wat nu?"]),
        ("Hij mist o.a. gym. Mag dat?", ["Hij mist o.a. gym.", "Mag dat?"]),
        ("Na 12.30 uur weg!  En dan?\nKlas 2", ["Na 12.30 uur weg!", "En dan?", "Klas 2"]),
    ],
)
def test_a_text_falls_apart_where_its_sentences_end(text: str, said: list[str]) -> None:
    assert sentences(text) == said

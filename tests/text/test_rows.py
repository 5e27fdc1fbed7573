"""A row of a table reads as a sentence, and tells all that stands in it."""

import pytest

from routeboek_tui.text.document import Run
from routeboek_tui.text.rows import in_words


@pytest.mark.parametrize(
    ("heads", "cells", "told"),
    [
        ("Woord|Betekenis", "MDO|overleg van meer partners", "MDO: overleg van meer partners"),
        ("Regio|School|Drempel|Bron", "Noord|VO|4 keer|boek", "Noord, VO: 4 keer (bron: boek)"),
        (
            "Regio|School|Drempel|Telt over|Bron",
            "Noord|VO|4 keer|12 weken|protocol",
            "Noord, VO. Drempel: 4 keer; Telt over: 12 weken (bron: protocol)",
        ),
        ("Regio|Wat|Termijn", "Noord|schorsing|5 dagen", "Noord, schorsing: 5 dagen"),
        ("Keer|Wie|Wat", "6|leerkracht|belt", "Keer 6. Wie: leerkracht; Wat: belt"),
        ("Stap|Den Haag|Rijswijk", "managers|ja|", "managers. Den Haag: ja"),
        ("|de school|de ouders", "JGZ|ja|nee", "JGZ. de school: ja; de ouders: nee"),
        ("Bron|Betekenis", "protocol|melden", "protocol: melden"),
        ("School|Wie regelt dat|Bron", "VO|wij|boek", "VO. Wie regelt dat: wij (bron: boek)"),
    ],
)  # fmt: skip
def test_a_row_in_words(heads: str, cells: str, told: str) -> None:
    header, row = ([(Run(each),) for each in line.split("|")] for line in (heads, cells))
    assert in_words(header, row) == told

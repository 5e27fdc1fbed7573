"""Worrying sick leave in Noord-Kennemerland: three borders, each enough by itself."""

from datetime import date

import pytest

from routeboek_tui.core.policy.noord_kennemerland import ziekteverzuim
from tests.known import KNOWLEDGE
from tests.rows import each_row

TODAY = date(2026, 11, 23)
BELOW = {"dagdelen": "35", "achtereen": "14", "meldingen": "4"}


@each_row(
    ("given", "choice"),
    [
        (BELOW, "nee"),
        ({**BELOW, "dagdelen": "36"}, "ja"),
        ({**BELOW, "dagdelen": "37"}, "ja"),
        ({**BELOW, "achtereen": "15"}, "ja"),
        ({**BELOW, "meldingen": "5"}, "ja"),
        ({**BELOW, "meldingen": "6"}, "ja"),
        ({"dagdelen": "36"}, "ja"),
        ({"achtereen": "15"}, "ja"),
        ({"meldingen": "5"}, "ja"),
        ({"dagdelen": "0", "achtereen": "0", "meldingen": "0"}, "nee"),
    ],
)
def test_at_before_and_after_each_border(given: dict[str, str], choice: str) -> None:
    verdict = ziekteverzuim(given, {}, TODAY, KNOWLEDGE)
    assert verdict.choice == choice
    assert len(verdict.arithmetic) == len(given)
    assert verdict.missing == ()


@pytest.mark.parametrize("name", list(BELOW))
def test_below_the_border_the_other_counts_are_wanted(name: str) -> None:
    verdict = ziekteverzuim({name: BELOW[name]}, {}, TODAY, KNOWLEDGE)
    assert verdict.choice == ""
    assert set(verdict.missing) == BELOW.keys() - {name}
    assert len(verdict.arithmetic) == 1


def test_the_arithmetic_names_each_border_in_the_order_of_the_source() -> None:
    said = ziekteverzuim(BELOW, {}, TODAY, KNOWLEDGE).arithmetic
    assert [sentence.split(" ")[0] for sentence in said] == ["35", "14", "4"]
    assert ["36" in said[0], "meer dan 14" in said[1], "de 5e" in said[2]] == [True] * 3


@pytest.mark.parametrize("name", list(BELOW))
def test_a_count_that_cannot_be_right_settles_nothing(name: str) -> None:
    for text in ("-1", "367", "veel"):
        verdict = ziekteverzuim({**BELOW, name: text}, {}, TODAY, KNOWLEDGE)
        assert (verdict.choice, len(verdict.notes)) == ("", 1)

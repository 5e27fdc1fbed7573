"""Facts that are a date: the day and the fact are told and forgotten together."""

from datetime import date

import pytest

from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import UNKNOWN

D0 = date(2026, 1, 12)


def test_a_date_makes_its_fact_known() -> None:
    told = Answers({"sector": "vo"}).with_date("zorgwekkend_sinds", D0)
    assert told.facts == {"sector": "vo", "zorgwekkend_sinds": "bekend"}
    assert told.dates == {"zorgwekkend_sinds": D0}


def test_another_day_takes_its_place() -> None:
    told = Answers().with_date("zorgwekkend_sinds", D0)
    assert told.with_date("zorgwekkend_sinds", date(2026, 2, 2)).dates == {
        "zorgwekkend_sinds": date(2026, 2, 2)
    }


@pytest.mark.parametrize("value", ["bekend", UNKNOWN])
def test_a_value_without_a_day_forgets_the_day(value: str) -> None:
    told = Answers().with_date("zorgwekkend_sinds", D0).with_fact("zorgwekkend_sinds", value)
    assert told.facts == {"zorgwekkend_sinds": value}
    assert told.dates == {}


def test_other_facts_leave_the_day_alone() -> None:
    told = Answers().with_date("zorgwekkend_sinds", D0)
    told = told.with_fact("sector", "po").with_birth_date(date(2014, 1, 1))
    assert told.dates == {"zorgwekkend_sinds": D0}

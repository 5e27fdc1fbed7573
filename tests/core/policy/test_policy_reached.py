"""The day a border was reached is told, where the numbers tell it."""

from datetime import date

import pytest

from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.reached import reached_on
from tests.known import KNOWLEDGE
from tests.rows import each_row

DAY = date(2026, 3, 12)
TODAY = "12 maart 2026"
PO = {"sector": "po", "regio": "haaglanden"}
VO = {"sector": "vo", "regio": "haaglanden"}
NK = {"sector": "po", "regio": "noord_kennemerland"}
REPORTS = "2026-01-12,2026-01-26,2026-02-02,2026-03-02"
EXACT = [
    ("zorgwekkend_ziekteverzuim", PO, "dagen", "ziekte_po_schooldagen"),
    ("zorgwekkend_ziekteverzuim", VO, "achtereen", "ziekte_vo_achtereen"),
    ("ziekteverzuim_nk", NK, "dagdelen", "ziekte_nk_dagdelen"),
    *[("te_laat", NK, "keren", name) for name in registry.STEPS["te_laat"].figures],
]
"""Every count that goes up day by day, with its borders."""


@each_row(("policy", "facts", "given", "figure"), EXACT)
def test_a_count_that_is_just_the_border_reached_it_that_day(
    policy: str, facts: dict[str, str], given: str, figure: str
) -> None:
    border = KNOWLEDGE.value(figure, DAY)
    (told,) = reached_on(policy, {given: f"{border}"}, facts, DAY, KNOWLEDGE)
    assert f"{border}e " in told
    assert TODAY in told


@each_row(("policy", "facts", "given", "figure"), EXACT)
def test_a_count_beside_the_border_tells_no_day(
    policy: str, facts: dict[str, str], given: str, figure: str
) -> None:
    border = KNOWLEDGE.value(figure, DAY)
    for number in (border - 1, border + 1):
        assert not reached_on(policy, {given: f"{number}"}, facts, DAY, KNOWLEDGE)


@pytest.mark.parametrize("figure", registry.STEPS["te_laat"].figures)
def test_the_day_that_was_told_of_a_time_late_is_the_day(figure: str) -> None:
    border = KNOWLEDGE.value(figure, DAY)
    given = {"keren": f"{border}", "keer_op": "2026-03-09"}
    (told,) = reached_on("te_laat", given, NK, DAY, KNOWLEDGE)
    assert told == f"De {border}e keer te laat: 9 maart 2026."


@pytest.mark.parametrize(
    ("facts", "days", "day"),
    [
        (VO, REPORTS, "2 maart 2026"),
        (VO, REPORTS.rpartition(",")[0], ""),
        (PO, REPORTS, ""),
        (PO, f"{REPORTS},2026-03-09", "9 maart 2026"),
        (PO, f"2025-05-12,{REPORTS}", ""),
    ],
)
def test_the_report_that_counted_is_told(facts: dict[str, str], days: str, day: str) -> None:
    told = reached_on("zorgwekkend_ziekteverzuim", {"data": days}, facts, DAY, KNOWLEDGE)
    assert [day in each for each in told] == ([True] if day else [])


@pytest.mark.parametrize(
    ("facts", "reports", "told"), [(PO, "5", True), (PO, "4", False), (VO, "5", False)]
)
def test_the_illness_that_goes_on_is_the_report_that_counted(
    facts: dict[str, str], reports: str, *, told: bool
) -> None:
    given = {"meldingen": reports, "eerste_ziektedag": "2026-03-10"}
    found = reached_on("zorgwekkend_ziekteverzuim", given, facts, DAY, KNOWLEDGE)
    assert any("10 maart 2026" in each for each in found) == told


def test_hours_by_day_tell_the_day_too() -> None:
    given = {"lesuren": "16", "uren_op": "2026-03-02=10;2026-03-03=6"}
    (told,) = reached_on("zestien_uur", given, PO, DAY, KNOWLEDGE)
    assert "3 maart 2026" in told

"""Sixteen hours, and the ladder of coming late: at, before and after every border."""

from datetime import date

import pytest

from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.ongeoorloofd import te_laat, zestien_uur
from routeboek_tui.core.policy.registry import STEPS
from routeboek_tui.core.policy.verdict import Verdict
from tests.known import KNOWLEDGE
from tests.rows import each_row

TODAY = date(2026, 11, 23)


@each_row(
    ("hours", "choice"),
    [
        ("0", "nee"),
        ("1", "nee"),
        ("15", "nee"),
        ("15,5", "nee"),
        ("16", "ja"),
        ("16,5", "ja"),
        ("366", "ja"),
    ],
)
def test_sixteen_hours(hours: str, choice: str) -> None:
    verdict = zestien_uur({"lesuren": hours}, {}, TODAY, KNOWLEDGE)
    assert verdict.choice == choice
    assert len(verdict.arithmetic) == 1
    assert verdict.arithmetic[0].startswith(f"{hours} lesu")
    assert "16" in verdict.arithmetic[0]


def test_one_hour_is_said_in_the_singular() -> None:
    assert (
        zestien_uur({"lesuren": "1"}, {}, TODAY, KNOWLEDGE).arithmetic[0].startswith("1 lesuur in")
    )


@each_row(
    ("times", "choice"),
    [
        ("0", "minder_dan_3"), ("2", "minder_dan_3"),
        ("3", "vanaf_3"), ("5", "vanaf_3"),
        ("6", "vanaf_6"), ("8", "vanaf_6"),
        ("9", "vanaf_9"), ("11", "vanaf_9"),
        ("12", "vanaf_12"), ("14", "vanaf_12"),
        ("15", "vanaf_15"), ("16", "vanaf_15"), ("366", "vanaf_15"),
    ],
)  # fmt: skip
def test_the_ladder_of_coming_late(times: str, choice: str) -> None:
    verdict = te_laat({"keren": times}, {}, TODAY, KNOWLEDGE)
    assert verdict.choice == choice
    assert verdict.arithmetic[0].startswith(f"{times} keer te laat")
    rung = choice.rpartition("_")[2]
    assert f" {rung} keer" in verdict.arithmetic[0]


def test_every_rung_is_a_choice_of_the_policy() -> None:
    drawn = {te_laat({"keren": str(n)}, {}, TODAY, KNOWLEDGE).choice for n in range(20)}
    assert drawn == set(STEPS["te_laat"].choices)
    drawn = {zestien_uur({"lesuren": str(n)}, {}, TODAY, KNOWLEDGE).choice for n in range(20)}
    assert drawn == set(STEPS["zestien_uur"].choices)


@pytest.mark.parametrize(("policy", "name"), [(zestien_uur, "lesuren"), (te_laat, "keren")])
def test_without_a_number_it_is_missing(policy: object, name: str) -> None:
    assert callable(policy)
    assert policy({}, {}, TODAY, KNOWLEDGE) == Verdict("", missing=(name,))
    assert policy({name: ""}, {}, TODAY, KNOWLEDGE) == Verdict("", missing=(name,))


@each_row("text", ["-1", "367", "367,5", "1,4", "16.0", "x", "9" * 30, "١٦"])
@each_row(("policy", "name"), [(zestien_uur, "lesuren"), (te_laat, "keren")])
def test_a_number_that_cannot_be_right_settles_nothing(
    policy: object, name: str, text: str
) -> None:
    assert callable(policy)
    verdict = policy({name: text}, {}, TODAY, KNOWLEDGE)
    assert (verdict.choice, verdict.arithmetic, len(verdict.notes)) == ("", (), 1)


@pytest.mark.parametrize(
    ("hours", "per_day", "day"),
    [
        ("16", "2026-11-18=6;2026-11-10=10", "18 november 2026"),
        ("17,5", "2026-11-10=10;2026-11-11=6;2026-11-18=1,5", "11 november 2026"),
        ("15,5", "2026-11-10=10;2026-11-18=5,5", ""),
        ("20", "2026-11-18=6;2026-11-10=10", ""),
        ("16", "", ""),
    ],
)
def test_the_day_on_which_the_border_was_reached_is_said(
    hours: str, per_day: str, day: str
) -> None:
    said = zestien_uur({"lesuren": hours, "uren_op": per_day}, {}, TODAY, KNOWLEDGE).arithmetic
    assert said[1:] == ((f"Het 16e lesuur viel op {day}.",) if day else ())


@pytest.mark.parametrize("per_day", ["2026-11-24=2", "2026-13-24=2", "2026-11-10=x", "x"])
def test_days_with_hours_that_cannot_be_right_settle_nothing(per_day: str) -> None:
    given = {"lesuren": "16", "uren_op": per_day}
    assert zestien_uur(given, {}, TODAY, KNOWLEDGE).choice == ""


def test_times_late_are_whole() -> None:
    assert te_laat({"keren": "2,5"}, {}, TODAY, KNOWLEDGE).choice == ""


@pytest.mark.parametrize(
    ("on", "situation", "said"),
    [
        (date(2026, 12, 9), {}, "van maandag 16-11-2026 tot en met 9-12-2026: dat zijn vier"),
        (date(2026, 11, 11), {"regio": "haaglanden"}, "van maandag 12-10-2026 tot en met 11-11"),
        (date(2026, 11, 11), {"regio": "haaglanden"}, "begin je op 19-10-2026"),
        (date(2026, 11, 11), {}, "kennen hier niet alle vakanties"),
        (date(2025, 9, 10), {"regio": "haaglanden"}, "kennen hier niet alle vakanties"),
    ],
)
def test_the_weeks_of_lessons_name_their_first_and_last_day(
    on: date, situation: dict[str, str], said: str
) -> None:
    (note,) = zestien_uur({"lesuren": "12"}, situation, on, KNOWLEDGE).notes
    assert said in note


def test_hours_outside_the_weeks_are_told_and_do_not_count() -> None:
    given = {"lesuren": "12", "uren_op": "2026-03-02=12", "uren_buiten": "2026-01-05=4"}
    said = zestien_uur(given, {}, TODAY, KNOWLEDGE)
    assert said.choice == "nee"
    assert any("4 lesuren" in line and "5-1-2026" in line for line in said.arithmetic)
    rule = registry.STEPS["zestien_uur"]
    assert "uren_buiten" not in rule.together(given, {"lesuren": "16"})

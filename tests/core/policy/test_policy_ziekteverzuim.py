"""The thresholds at, below and above their edge, and what is left open."""

from datetime import date, timedelta

import pytest
from hypothesis import given as generated
from hypothesis import strategies as st

from routeboek_tui.core.policy.again import count_again
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.policy.ziekteverzuim import (
    check,
    school_year,
    zorgwekkend,
)
from tests.known import KNOWLEDGE
from tests.rows import each_row

POLICY = "zorgwekkend_ziekteverzuim"
TODAY = date(2026, 11, 18)
FIRST = date(2026, 2, 2)


def _dates(*after_first: int) -> str:
    return ",".join((FIRST + timedelta(days=days)).isoformat() for days in after_first)


CASES = [
    # sector, given, choice, missing
    ("po", {"meldingen": "4", "dagen": "9"}, "nee", ()),
    ("po", {"meldingen": "5", "dagen": "9"}, "ja", ()),
    ("po", {"meldingen": "6", "dagen": "9"}, "ja", ()),
    ("po", {"meldingen": "4", "dagen": "10"}, "ja", ()),
    ("po", {"meldingen": "4", "dagen": "11"}, "ja", ()),
    ("po", {"meldingen": "5"}, "ja", ()),
    ("po", {"dagen": "10"}, "ja", ()),
    ("po", {"meldingen": "3"}, "", ("dagen",)),
    ("po", {"dagen": "9"}, "", ("meldingen",)),
    ("po", {}, "", ("meldingen", "dagen")),
    ("po", {"achtereen": "10"}, "", ("meldingen", "dagen")),
    ("po", {"duur": "3"}, "ja", ()),
    ("po", {"duur": "2"}, "", ("meldingen", "dagen")),
    ("po", {"duur": "3", "dagen": "9"}, "", ("meldingen",)),
    ("vo", {"duur": "3"}, "ja", ()),
    ("vo", {"duur": "1"}, "", ("meldingen", "achtereen")),
    ("po", {"achtereen": "9", "eerste_ziektedag": "2026-11-05"}, "", ("meldingen", "dagen")),
    ("po", {"achtereen": "10", "eerste_ziektedag": "2026-11-05"}, "ja", ()),
    ("po", {"achtereen": "90", "eerste_ziektedag": "2026-06-01"}, "", ("meldingen", "dagen")),
    ("po", {"data": "2026-09-01,2026-09-08,2026-10-01,2026-10-08,2026-11-02"}, "ja", ()),
    ("po", {"data": "2026-07-31,2026-09-08,2026-10-01,2026-10-08,2026-11-02"}, "", ("dagen",)),
    ("vo", {"meldingen": "3", "achtereen": "6"}, "nee", ()),
    ("vo", {"meldingen": "3", "achtereen": "7"}, "ja", ()),
    ("vo", {"meldingen": "3", "achtereen": "8"}, "ja", ()),
    ("vo", {"achtereen": "7"}, "ja", ()),
    ("vo", {"achtereen": "6"}, "", ("meldingen",)),
    ("vo", {"meldingen": "3", "achtereen": "0"}, "nee", ()),
    ("vo", {"meldingen": "3"}, "", ("achtereen",)),
    ("vo", {"meldingen": "4"}, "", ("weken", "achtereen")),
    ("vo", {"meldingen": "4", "weken": "11"}, "ja", ()),
    ("vo", {"meldingen": "4", "weken": "12"}, "ja", ()),
    ("vo", {"meldingen": "4", "weken": "13"}, "", ("vakantieweken", "achtereen")),
    ("vo", {"meldingen": "4", "weken": "13", "vakantieweken": "0", "achtereen": "1"}, "nee", ()),
    ("vo", {"meldingen": "4", "weken": "13", "vakantieweken": "1"}, "ja", ()),
    ("vo", {"meldingen": "4", "weken": "14", "vakantieweken": "1", "achtereen": "1"}, "nee", ()),
    ("vo", {"data": _dates(0, 20, 40, 83), "vakantieweken": "0"}, "ja", ()),
    ("vo", {"data": _dates(0, 20, 40, 84), "vakantieweken": "0", "achtereen": "0"}, "nee", ()),
    ("vo", {"data": _dates(0, 20, 40, 90), "vakantieweken": "1"}, "ja", ()),
    ("vo", {"data": _dates(0, 20, 40, 91), "vakantieweken": "1", "achtereen": "0"}, "nee", ()),
    ("vo", {"data": _dates(0, 100, 120, 140, 160)}, "ja", ()),
    # By the calendar: the weeks of 2 February to that of 26 April or of 3 May, less the spring
    # break; the second week of the May holiday is not confirmed.
    ("vo", {"data": _dates(0, 20, 40, 83)}, "ja", ()),
    ("vo", {"data": _dates(0, 20, 40, 88)}, "ja", ()),
    ("vo", {"data": _dates(0, 20, 40, 91)}, "ja", ()),
    ("vo", {"data": _dates(0, 20, 40, 98)}, "", ("vakantieweken", "achtereen")),
    ("vo", {"data": _dates(0, 20, 40, 105), "achtereen": "0"}, "nee", ()),
    ("vo", {"data": _dates(0, 20, 40)}, "", ("achtereen",)),
    ("vo", {"eerste_ziektedag": "2026-11-02"}, "ja", ()),
    ("vo", {"eerste_ziektedag": "2026-11-10"}, "ja", ()),
    ("vo", {"eerste_ziektedag": "2026-11-11"}, "", ("meldingen",)),
    ("vo", {"eerste_ziektedag": "2026-10-09", "meldingen": "1"}, "ja", ()),
    ("vo", {}, "", ("meldingen", "achtereen")),
    ("", {"meldingen": "2", "dagen": "3", "achtereen": "2"}, "nee", ()),
    ("", {"meldingen": "5", "achtereen": "7"}, "ja", ()),
    ("", {"meldingen": "4", "weken": "3", "dagen": "3"}, "", ("sector",)),
]


@each_row(("sector", "given", "choice", "missing"), CASES)
def test_choice(sector: str, given: dict[str, str], choice: str, missing: tuple[str, ...]) -> None:
    check(given, TODAY, KNOWLEDGE)
    verdict = zorgwekkend(given, {"sector": sector}, TODAY, KNOWLEDGE)
    assert (verdict.choice, verdict.missing) == (choice, missing)


@each_row(
    ("sector", "given", "line"),
    [
        ("po", {"meldingen": "5"}, "5 meldingen dit schooljaar; de drempel is 5."),
        ("po", {"dagen": "1"}, "1 zieke schooldag dit schooljaar; de drempel is 10."),
        (
            "vo",
            {"meldingen": "4", "weken": "11"},
            "De laatste 4 meldingen vallen in 11 weken, dus binnen 12 schoolweken.",
        ),
        (
            "vo",
            {"data": _dates(0, 20, 40, 83)},
            "De laatste 4 meldingen vallen tussen 2-2-2026 en 26-4-2026, in 12 weken, min "
            "1 vakantieweek (voorjaarsvakantie) is 11 schoolweken: dus binnen 12 schoolweken.",
        ),
        (
            "vo",
            {"meldingen": "4", "weken": "14", "vakantieweken": "1", "achtereen": "1"},
            "De laatste 4 meldingen vallen in 14 weken, min 1 vakantieweek is 13 schoolweken: "
            "dus niet binnen 12 schoolweken.",
        ),
        (
            "vo",
            {"meldingen": "6", "weken": "9"},
            "De laatste 4 meldingen vallen in 9 weken, dus binnen 12 schoolweken.",
        ),
        (
            "vo",
            {"achtereen": "7"},
            "Vandaag is schooldag 7 achter elkaar ziek; de drempel is schooldag 7.",
        ),
        (
            "po",
            {"data": "2026-07-31,2026-09-08"},
            "1 melding telt niet mee: buiten dit schooljaar. "
            "Wij nemen aan dat een schooljaar op 1 augustus begint.",
        ),
    ],
)
def test_arithmetic(sector: str, given: dict[str, str], line: str) -> None:
    assert line in zorgwekkend(given, {"sector": sector}, TODAY, KNOWLEDGE).arithmetic


def test_the_older_figures_of_sppoh_are_shown_and_not_used() -> None:
    verdict = zorgwekkend(
        {"meldingen": "4", "weken": "8", "dagen": "5"}, {"sector": "po"}, TODAY, KNOWLEDGE
    )
    assert verdict.choice == "nee"
    assert any("SPPOH" in note and "is hier gehaald" in note for note in verdict.notes)
    below = zorgwekkend({"meldingen": "3", "dagen": "5"}, {"sector": "po"}, TODAY, KNOWLEDGE)
    assert any("SPPOH" in note and "niet gehaald" in note for note in below.notes)
    vo = zorgwekkend({"meldingen": "4", "weken": "8"}, {"sector": "vo"}, TODAY, KNOWLEDGE)
    assert not any("SPPOH" in note for note in vo.notes)


def test_below_the_threshold_worries_are_named() -> None:
    assert (
        KNOWLEDGE.say("zorgen_mogen")
        in zorgwekkend({"meldingen": "1", "dagen": "1"}, {"sector": "po"}, TODAY, KNOWLEDGE).notes
    )


R1 = "2026-09-07,2026-10-05,2026-11-09,2026-12-07"
MIDDEN = {"sector": "vo", "regio": "haaglanden"}
LATER = date(2026, 12, 8)


@pytest.mark.parametrize("more", [{}, {"vakantieweken": "1"}])
def test_reports_from_7_september_to_7_december_lie_in_13_school_weeks(
    more: dict[str, str],
) -> None:
    verdict = zorgwekkend({"data": R1, "achtereen": "0", **more}, MIDDEN, LATER, KNOWLEDGE)
    assert verdict.choice == "nee"
    line = verdict.arithmetic[0]
    assert "tussen 7-9-2026 en 7-12-2026, in 14 weken, min 1 vakantieweek" in line
    assert "is 13 schoolweken: dus niet binnen 12 schoolweken" in line


def test_the_other_reading_is_given_where_it_turns_the_answer() -> None:
    verdict = zorgwekkend({"data": R1, "achtereen": "0"}, MIDDEN, LATER, KNOWLEDGE)
    assert any("Lees je het als 12 hele weken" in note for note in verdict.notes)
    same = "2026-09-14,2026-10-05,2026-11-09,2026-12-07"
    verdict = zorgwekkend({"data": same, "achtereen": "0"}, MIDDEN, LATER, KNOWLEDGE)
    assert verdict.choice == "ja"
    assert not any("Lees je het" in note for note in verdict.notes)
    assert any("Geen bron zegt hoe je telt." in note for note in verdict.notes)
    assert any("herfstvakantie zijn een advies" in note for note in verdict.notes)


def test_without_a_region_only_what_all_regions_say_is_settled() -> None:
    """From Monday 12 October: in Noord the first week is holiday, elsewhere the second."""
    days = "2026-10-12,2026-11-09,2026-12-07,2027-01-11"
    on = date(2027, 1, 12)
    settled = zorgwekkend({"data": days}, {"sector": "vo"}, on, KNOWLEDGE)
    assert settled.choice == "ja"
    south = "2027-02-15,2027-03-15,2027-04-12,2027-04-16"
    assert zorgwekkend({"data": south}, {"sector": "vo"}, on.replace(month=5), KNOWLEDGE).choice
    given = {"eerste_ziektedag": "2026-10-08", "meldingen": "1"}
    apart = zorgwekkend(given, {"sector": "vo"}, date(2026, 10, 20), KNOWLEDGE)
    assert apart.missing == ("achtereen",)
    assert any("4 in Noord, 7 in Midden, 7 in Zuid" in note for note in apart.notes)
    near = zorgwekkend(given, MIDDEN, date(2026, 10, 20), KNOWLEDGE)
    assert near.choice == "ja"


def test_counted_days_say_what_was_taken_off() -> None:
    given = {"eerste_ziektedag": "2026-10-12"}
    (note,) = zorgwekkend(given, MIDDEN, date(2026, 11, 2), KNOWLEDGE).notes
    assert note == (
        "Van 12-10-2026 tot en met 2-11-2026 zijn het 11 schooldagen, weekend, feestdagen en "
        "herfstvakantie niet meegeteld."
    )
    old = zorgwekkend({"eerste_ziektedag": "2025-09-22"}, MIDDEN, date(2025, 11, 3), KNOWLEDGE)
    assert any("niet alle schoolvakanties" in note for note in old.notes)


WRONG = [
    {"meldingen": "367"},
    {"meldingen": "0"},
    {"dagen": "0"},
    {"dagen": "-3"},
    {"achtereen": "-1"},
    {"meldingen": "veel"},
    {"meldingen": "٣"},
    {"meldingen": "99999999999999999999"},
    {"weken": "2", "vakantieweken": "3"},
    {"data": "2026-11-19"},
    {"data": "2026-02-31"},
    {"data": "1990-01-01"},
    {"data": ",".join(["2026-01-01"] * 400)},
    {"eerste_ziektedag": "2026-11-19"},
    {"eerste_ziektedag": "2025-11-01"},
    {"eerste_ziektedag": "gisteren"},
]


@each_row("given", WRONG)
def test_what_cannot_be_right_is_refused_and_settles_nothing(given: dict[str, str]) -> None:
    with pytest.raises(GivenError) as refused:
        check(given, TODAY, KNOWLEDGE)
    verdict = zorgwekkend(given, {"sector": "po"}, TODAY, KNOWLEDGE)
    assert verdict.choice == ""
    assert verdict.notes == (str(refused.value),)


NAMES = [
    "meldingen", "dagen", "achtereen", "weken", "vakantieweken", "data", "eerste_ziektedag",
    "anders",
]  # fmt: skip


@generated(
    st.dictionaries(st.sampled_from(NAMES), st.one_of(st.text(), st.integers(-5, 400).map(str))),
    st.sampled_from(["po", "vo", ""]),
    st.dates(),
)
def test_total(given: dict[str, str], sector: str, on: date) -> None:
    assert zorgwekkend(given, {"sector": sector}, on, KNOWLEDGE).choice in {"ja", "nee", ""}


def test_school_year_turns_on_the_first_of_august() -> None:
    assert school_year(date(2026, 7, 31)) == (date(2025, 8, 1), date(2026, 7, 31))
    assert school_year(date(2026, 8, 1)) == (date(2026, 8, 1), date(2027, 7, 31))


@pytest.mark.parametrize(
    ("days", "reports"),
    [
        ("2026-11-03,2026-11-10,2026-11-17,2026-11-24", 4),
        ("2026-11-03,2026-11-04,2026-11-05,2026-11-06", 1),
        ("2026-11-06,2026-11-09", 1),
        ("2026-11-06,2026-11-10", 2),
        ("2026-10-16,2026-10-26,2026-10-28", 2),
    ],
)
def test_reports_without_a_school_day_between_them_are_one(days: str, reports: int) -> None:
    """So the guide reads it: 17 up to 25 October 2026 is holiday in Den Haag."""
    haaglanden = {"sector": "po", "regio": "haaglanden"}
    verdict = zorgwekkend({"data": days}, haaglanden, date(2026, 11, 30), KNOWLEDGE)
    said = f"{reports} {'melding' if reports == 1 else 'meldingen'} dit schooljaar"
    assert any(line.startswith(said) for line in verdict.arithmetic)
    assert bool(verdict.notes and "geen schooldag" in " ".join(verdict.notes)) == (
        reports < len(days.split(","))
    )


@pytest.mark.parametrize(
    ("days", "first", "reports"),
    [
        ("2026-09-03,2026-09-22", "2026-10-14", 3),
        ("2026-09-03,2026-09-22,2026-10-14", "2026-10-14", 3),
        ("2026-09-03,2026-09-22", "", 2),
    ],
)
def test_an_illness_that_goes_on_is_a_report_too(days: str, first: str, reports: int) -> None:
    given = {"data": days, "eerste_ziektedag": first}
    said = zorgwekkend(given, MIDDEN, date(2026, 10, 28), KNOWLEDGE).arithmetic
    assert said[0].startswith(f"{reports} meldingen")


@pytest.mark.parametrize(
    ("sector", "days", "until"),
    [
        # From the week of 31 August on, the autumn holiday (17 to 25 October) left out.
        ("vo", "2026-09-03,2026-09-22", "27 november 2026"),
        ("vo", "2026-09-03", ""),
        ("vo", "2026-02-03,2026-03-02", ""),
        ("po", "2026-09-03,2026-09-22", ""),
    ],
)
def test_until_when_one_report_more_counts(sector: str, days: str, until: str) -> None:
    given = {"data": days, "eerste_ziektedag": "2026-10-14"}
    situation = {**MIDDEN, "sector": sector}
    said = count_again(POLICY, given, situation, date(2026, 10, 28), KNOWLEDGE)
    assert ("tot en met" in said) is bool(until)
    assert until in said

"""Hours without a valid reason: what falls out of the window, and no day for too few of them."""

from datetime import date

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.said import Said
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE

FRIDAY, FIRST = date(2026, 12, 4), date(2026, 11, 9)
LONG = "weken ongeoorloofd"
ROUTES = {
    "met_schoolinschrijving_vo/zestien_uur_vo": {"regio": "haaglanden", "sector": "vo"},
    "met_schoolinschrijving_po/zestien_uur_po": {"regio": "haaglanden", "sector": "po"},
    "noord_kennemerland/relatief_verzuim": {"regio": "noord_kennemerland", "sector": "po"},
}
NK = "noord_kennemerland/relatief_verzuim"
TOWN = {"gemeente": "den_haag"}


def _with(place: str, given: dict[str, str], today: date = FRIDAY) -> Conversation:
    route, _, step = place.partition("/")
    facts = {**SAFE, **(TOWN if place != NK else {}), **ROUTES[place]}
    answers = Answers(
        facts=facts,
        start=step,
        steps=(Answer(step, 1, (), given, today),),
        said=Said(days={"ongeoorloofd": FIRST}),
    )
    return Conversation.at(guide(), guide().flows[route], answers, today)


@each_row("place", ROUTES)
@each_row(("hours", "told"), [("15", False), ("3", False), ("16", True)])
def test_four_weeks_follow_only_for_hours_that_are_reported(
    place: str,
    hours: str,
    told: bool,
) -> None:
    dates = advice_view(_with(place, {"lesuren": hours})).dates
    assert any(LONG in each for each in dates) is told, dates


@pytest.mark.parametrize("place", ROUTES)
def test_below_the_border_the_window_moves_on(place: str) -> None:
    (again,) = advice_view(_with(place, {"lesuren": "15"})).again
    assert "Vanaf 7 december 2026 tellen de uren van vóór 16-11-2026 niet meer mee." in again


def test_hours_told_by_day_say_how_many_fall_out() -> None:
    days = {"uren_op": "2026-11-09=2;2026-11-11=2;2026-11-18=5", "lesuren": "9"}
    (again,) = advice_view(_with("met_schoolinschrijving_vo/zestien_uur_vo", days)).again
    assert "4 lesuren vallen dan weg" in again


def test_a_week_of_holiday_is_no_week_of_the_window() -> None:
    place = "met_schoolinschrijving_vo/zestien_uur_vo"
    (again,) = advice_view(_with(place, {"lesuren": "9"}, date(2026, 12, 18))).again
    assert "Vanaf 4 januari 2027" in again
    assert "30-11-2026" in again


@each_row(
    ("said", "day", "report"),
    [
        ("6 lesuren per dag", "16 november 2026", "23 november 2026"),
        ("8 lesuren per dag", "13 november 2026", "20 november 2026"),
        ("5 lesuren per dag", "17 november 2026", "24 november 2026"),
    ],
)
def test_the_lessons_of_a_day_tell_when_the_border_is_reached(
    said: str, day: str, report: str
) -> None:
    facts = {**SAFE, **TOWN, **ROUTES["met_schoolinschrijving_vo/zestien_uur_vo"]}
    told = Said(days={"ongeoorloofd": date(2026, 11, 12)}, fields={"uren_per_dag": said})
    answers = Answers(facts=facts, start="duo_melding_16_uur", said=told)
    flow = guide().flows["met_schoolinschrijving_vo"]
    dates = advice_view(Conversation.at(guide(), flow, answers, date(2026, 11, 13))).dates
    assert any(f"Het 16e lesuur valt op {day}, als de leerling" in each for each in dates), dates
    assert any("uiterste dag om" in each and report in each for each in dates), dates


def test_lessons_that_were_counted_go_before_those_of_a_day() -> None:
    talk = _with("met_schoolinschrijving_vo/zestien_uur_vo", {"lesuren": "15"})
    more = talk.hearing(Said(fields={"uren_per_dag": "6 lesuren per dag"}))
    assert not any("als de leerling vanaf" in each for each in advice_view(more).dates)

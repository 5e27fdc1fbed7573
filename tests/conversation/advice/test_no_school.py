"""A pupil without a school gets nothing to do for a school."""

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.course.course import Course
from tests.course.talks import keys
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

FACTS = {**SAFE, "gemeente": "den_haag", "regio": "haaglanden", "leeftijd": "onder_12"}
OF_SCHOOL = {
    "onderwijs_doorgeven",
    "uren_apart",
    "opp_opstellen",
    "maatwerk_bieden",
    "ingeschreven_houden",
    "inspectie_vragen",
    "melden_in_onderwijs_transparant",
    "onderwijs_transparant",
    "leerplicht_laten_weten",
}


def _deeds(start: str, facts: dict[str, str]) -> set[str]:
    flow = guide().flows["ziekteverzuim"]
    view = advice_view(
        Conversation.at(guide(), flow, Answers({**FACTS, **facts}, start=start), TODAY)
    )
    every = (*view.now, *view.alongside, *view.possible, *view.earlier)
    return {todo.place.partition("#")[2] for group in every for todo in group.todo}


@each_row("sector", ["po", "vo"])
@each_row(
    "start",
    [
        "school_zoeken",
        "overleg_over_vrijstelling",
        "mdo_jes",
        "plan_uitvoeren",
        "terugkeer",
        "gesprek_weigering",
        "bericht_zonder_school",
    ],
)
def test_without_a_school_no_lessons_go_on_and_no_hours_are_counted(
    start: str, sector: str
) -> None:
    assert not OF_SCHOOL & _deeds(start, {"sector": sector, "ingeschreven": "nee"})


@pytest.mark.parametrize("start", ["mdo_jes", "plan_uitvoeren"])
@pytest.mark.parametrize("facts", [{}, {"ingeschreven": "ja"}])
def test_with_a_school_and_where_it_is_not_known_they_do(start: str, facts: dict[str, str]) -> None:
    assert "onderwijs_doorgeven" in _deeds(start, {"sector": "po", **facts})


def test_that_there_is_no_school_is_known_once_it_was_said() -> None:
    known = {each: value for each, value in FACTS.items() if each != "leeftijd"}
    course = Course.begin(guide(), TODAY, {**known, "sector": "po"})
    course.tell("Meisje van 6 op het KDC, staat op geen enkele school ingeschreven.")
    course.pick(keys(course)["kdc_vrijstelling"])
    course.hear("nog niets")
    assert course.talk.situation["ingeschreven"] == "nee"

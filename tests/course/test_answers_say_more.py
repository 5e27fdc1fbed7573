"""An answer on the way to a route says more than was asked; a count is read in words and digits."""

from datetime import date

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.course.course import Course
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

TOWNS = {
    "Rijswijk": "rijswijk",
    "in Den Haag": "den_haag",
    "de school staat in Voorburg": "leidschendam_voorburg",
}
FIRST = "Onze dochter van 12 moest naar de brugklas en zit thuis zonder school."


@pytest.mark.parametrize(("typed", "town"), TOWNS.items())
def test_a_town_typed_where_the_region_is_asked_is_the_town_too(typed: str, town: str) -> None:
    course = Course.begin(guide(), TODAY, {**SAFE}, "triage")
    course.tell(FIRST)
    if course.asked is not None and any(o.choice == "geen_school" for o in course.asked.options):
        course.pick(next(o.key for o in course.asked.options if o.choice == "geen_school"))
    assert course.asked is not None
    assert course.asked.fact == "regio"
    course.hear(typed)
    assert course.talk.answers.facts["gemeente"] == town
    assert course.asked is None or course.asked.fact != "gemeente"


COUNTS = {
    "4 scholen": True,
    "vier": True,
    "4: twee van het eigen bestuur, twee daarbuiten": True,
    "drie scholen": True,
    "vier scholen zeiden nee": True,
    "5 scholen": False,
}


@pytest.mark.parametrize("number", ["1", "2", "3", "3.", " 3"])
def test_the_number_of_a_choice_is_that_choice_also_where_something_is_counted(number: str) -> None:
    facts = {**SAFE, "regio": "haaglanden", "gemeente": "rijswijk", "sector": "vo"}
    flow = guide().flows["met_schoolinschrijving_vo_2024"]
    answers = Answers(facts=facts, start="scholen_benaderd")
    course = Course(Conversation.at(guide(), flow, answers, date(2027, 3, 1)))
    asked = course.asked
    assert asked is not None
    key = number.strip(" .")
    course.hear(number)
    answer = course.talk.answers.find("scholen_benaderd", 1)
    assert answer is not None
    assert answer.choices == tuple(o.choice for o in asked.options if o.key == key)


@each_row(("typed", "few"), COUNTS.items())
def test_a_number_of_schools_is_read(typed: str, few: bool) -> None:
    facts = {**SAFE, "regio": "haaglanden", "gemeente": "rijswijk", "sector": "vo"}
    flow = guide().flows["met_schoolinschrijving_vo_2024"]
    answers = Answers(facts=facts, start="scholen_benaderd")
    course = Course(Conversation.at(guide(), flow, answers, date(2027, 3, 1)))
    course.hear(typed)
    answer = course.talk.answers.find("scholen_benaderd", 1)
    assert (answer is not None and answer.choices == ("te_weinig",)) is few

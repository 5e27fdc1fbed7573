"""What was answered on the way to a route is in the advice, before the route is known."""

from datetime import date

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.course.course import Course
from routeboek_tui.json_lines.replies import reply
from routeboek_tui.library.content import Library
from tests.course.talks import looked_up, talk

TOLD = "melding overig verzuim want ouders weigeren jgz"


def test_safety_that_was_answered_is_not_asked_again(library: Library, today: date) -> None:
    course = Course(Conversation.start(library, "triage", today))
    course.hear(TOLD)
    assert course.asked
    course.pick(course.asked.options[0].key)
    said = course.hear("nee")
    assert course.told is not course.talk
    advice = reply(course, said)["advice"]
    assert advice["safety"]["state"] == "nee"


AND_ASKED = (
    ("nee, het verzuim gaat door. Wie moet er bij het MDO?", "advies_vragen"),
    ("nee, het helpt niet, wie moet er nu bij het overleg?", "advies_vragen"),
    ("het plan is gemaakt. Moet ik nu ook melden?", "evaluatie_schoolplan"),
)


@pytest.mark.parametrize(("line", "step"), AND_ASKED, ids=[line for line, _ in AND_ASKED])
def test_an_answer_is_taken_and_the_question_behind_it_answered(line: str, step: str) -> None:
    course = talk(heard=("4 meldingen in 12 weken", "13"))
    said = course.hear(line)
    assert looked_up(said[-1:])
    assert course.asked
    assert course.asked.step == step
    ticked = {each.action for each in course.talk.answers.ticked}
    assert step == "advies_vragen" or ticked == {"plan_maken"}


@pytest.mark.parametrize("line", ["met ouders gesproken", "de brief aan de ouders is al verstuurd"])
def test_parents_are_no_older_pupil(line: str) -> None:
    course = talk(heard=("4 meldingen in 12 weken", line))
    assert course.asked
    assert course.asked.fact == "leeftijd"

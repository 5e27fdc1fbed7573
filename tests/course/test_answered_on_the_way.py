"""What was answered on the way to a route is in the advice, before the route is known."""

from datetime import date

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.course.course import Course
from routeboek_tui.json_lines.replies import reply
from routeboek_tui.library.content import Library

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

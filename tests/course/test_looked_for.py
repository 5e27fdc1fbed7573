"""Words that are typed to search with are answered like a question, wherever the talk stands."""

import pytest

from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.course import sentences
from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import Passage
from tests.course.talks import VO, looked_up, said, talk
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

PLACES = {
    "a choice": talk,
    "a count": lambda: talk(heard=["1"]),
    "a fact": lambda: Course.begin(guide(), TODAY, SAFE, "ziekteverzuim"),
    "the end": lambda: talk(heard=["1", "2", "1"]),
    "a frame": lambda: talk(heard=["1", "wijzig"]),
}


@each_row("where", PLACES)
@each_row(
    ("line", "question"),
    [
        ("adviestafel mail", "wat is de mail van de adviestafel?"),
        ("drempel ziekteverzuim", "wat is de drempel voor ziekteverzuim?"),
        ("moet ik ouders inlichten over een duo melding", ""),
    ],
)
def test_they_get_the_answer_of_a_question(where: str, line: str, question: str) -> None:
    course = PLACES[where]()
    asked = course.asked
    reply = course.hear(line)
    assert looked_up(reply), said(reply)
    assert course.asked == asked
    other = PLACES[where]().hear(question or f"{line}?")
    assert isinstance(reply[0], Passage)
    assert isinstance(other[0], Passage)
    assert reply[0].view.place == other[0].view.place


@pytest.mark.parametrize("line", ["hij is nog ziek", "wel gesproken met moeder", "hmm misschien"])
def test_what_tells_something_is_no_search(line: str) -> None:
    assert said(talk().hear(line)) == sentences.NO_FIT.format(line)


def test_the_first_screen_answers_them_too() -> None:
    course = Course.begin(guide(), TODAY, VO, TRIAGE)
    assert looked_up(course.tell("adviestafel mail"))


def test_nothing_is_told_before_it_is_clear_of_which_region_it_is() -> None:
    course = talk("triage", gemeente="den_haag", regio="haaglanden", sector="po")
    assert course.tell("Jongen groep 6 in Alkmaar is 12 keer te laat gekomen") == ()
    assert course.asked is not None
    assert {"haaglanden", "noord_kennemerland"} <= {o.choice for o in course.asked.options}

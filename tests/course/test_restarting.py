"""Beginning anew leaves nothing of a pupil, whatever the talk began with."""

from datetime import date

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import OF_SCHOOL
from routeboek_tui.core.safety import NONE, SAFETY, Manner, Safety
from routeboek_tui.course.course import Course
from routeboek_tui.course.sentences import WHAT
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import TODAY

SCHOOL = {"gemeente": "den_haag", "regio": "haaglanden", "sector": "vo"}
BEGUN = Answers(facts={**SCHOOL, SAFETY: NONE})
DAY = date(2013, 3, 3)

KNOWN = {
    **{
        fact: BEGUN.with_fact(fact, values[0])
        for fact, values in guide().scheme.domains.items()
        if fact not in OF_SCHOOL | guide().scheme.dates
    },
    **{fact: BEGUN.with_date(fact, TODAY) for fact in sorted(guide().scheme.dates)},
    "geboortedatum": BEGUN.with_birth_date(DAY),
    "gedaan": replace(BEGUN, start="mdo_jes", done=("drempel", "melding_swv")),
    "soort_gevaar": replace(BEGUN, safety=Safety(heard=("geweld_thuis",), sure=True)),
}
"""What may be known of a pupil before the talk begins, and answers that know it."""


def course_of(answers: Answers) -> Course:
    answers = replace(answers, safety=replace(answers.safety, manner=Manner.ALOUD))
    flow = guide().named("ziekteverzuim", TODAY)
    return Course(Conversation.at(guide(), flow, answers, TODAY))


def restarted(course: Course) -> Answers:
    course.do("restart")
    if course.beside_route:
        course.hear("ja")
    return course.talk.answers


@each_row("answers", KNOWN.values(), ids=KNOWN)
def test_nothing_of_a_pupil_outlives_beginning_anew(answers: Answers) -> None:
    left = restarted(course_of(answers))
    school = restarted(course_of(replace(BEGUN, start=answers.start)))
    assert left == school
    assert left.facts.items() >= SCHOOL.items()
    assert not left.done


def _restarted_talk(route: str = "triage") -> Course:
    course = Course.begin(guide(), TODAY, {**SCHOOL, SAFETY: NONE}, route)
    course.pick("1")
    course.hear("opnieuw")
    course.hear("opnieuw")
    return course


def test_the_story_is_asked_before_all_else() -> None:
    course = _restarted_talk()
    assert course.asked
    assert course.asked.text == WHAT
    course.hear("vaak ziek")
    assert course.telling == "vaak ziek"


@pytest.mark.parametrize("typed", ["", "1", "nee", "ja", "weet ik niet"])
def test_who_tells_no_story_is_asked(typed: str) -> None:
    course = _restarted_talk()
    course.hear(typed)
    assert not course.beside_route


@pytest.mark.parametrize("typed", ["3", "wat is een jes?", "wie zit er bij het mdo?"])
def test_what_tells_nothing_leaves_the_story_asked(typed: str) -> None:
    course = _restarted_talk()
    assert course.hear(typed)
    assert course.asked
    assert course.asked.text == WHAT


def test_a_route_that_was_chosen_begins_with_its_question() -> None:
    assert not _restarted_talk("ziekteverzuim").beside_route

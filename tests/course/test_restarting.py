"""Beginning anew leaves nothing of a pupil, whatever the talk began with."""

from datetime import date

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import OF_SCHOOL
from routeboek_tui.core.safety import NONE, SAFETY, Manner, Safety
from routeboek_tui.course.course import Course
from tests.known import guide
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


@pytest.mark.parametrize("answers", KNOWN.values(), ids=KNOWN)
def test_nothing_of_a_pupil_outlives_beginning_anew(answers: Answers) -> None:
    left = restarted(course_of(answers))
    school = restarted(course_of(replace(BEGUN, start=answers.start)))
    assert left == school
    assert left.facts.items() >= SCHOOL.items()
    assert not left.done

"""What the story was taken for and what was said of safety are changed like any other answer."""

import pytest

from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.safety import Manner
from routeboek_tui.course import sentences
from routeboek_tui.course.changing import ALL_FALLS
from routeboek_tui.course.course import Course
from tests.course.talks import keys, said, talk
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

PO = {"sector": "po", "gemeente": "den_haag", "regio": "haaglanden"}
TYPED = "steeds te laat"
TOLD_WHERE_NOTHING_IS_ANSWERED = [
    "vader heeft zijn zoon zonder overleg meegenomen naar Polen",
    "hij heeft al een jaar geen school",
    "kleuter van 5 net leerplichtig geworden komt wisselend",
]


def _walked(*, answered: bool = True) -> Course:
    course = talk("triage", **PO)
    course.tell(TYPED)
    for choice in ("te_laat_komen", "nee", *(["nee"] if answered else [])):
        course.pick(keys(course)[choice])
    return course


def _retell(course: Course) -> None:
    """Choose the story among what can be changed."""
    course.hear("wijzig")
    assert course.asked
    course.pick(next(o.key for o in course.asked.options if o.label.startswith(sentences.WHAT)))


def _labels(course: Course) -> list[str]:
    assert course.asked
    return [option.label for option in course.asked.options]


def test_both_stand_among_what_can_be_changed() -> None:
    course = _walked()
    course.hear("wijzig")
    assert f"{sentences.WHAT} Komt te laat" in _labels(course)
    assert any(label.startswith("Veiligheid: Nee") for label in _labels(course))


def test_while_others_watch_safety_does_not_stand_there() -> None:
    course = _walked()
    course.do(Manner.QUIET)
    course.hear("wijzig")
    assert not any("eiligheid" in label for label in _labels(course))


@pytest.mark.parametrize("answered", [True, False])
def test_the_story_is_asked_again_and_what_is_known_stays(answered: bool) -> None:
    course = _walked(answered=answered)
    facts, stood = course.talk.answers.facts, course.moment
    _retell(course)
    assert course.asked
    costs = [remark.text for remark in course.asked.remarks]
    assert (ALL_FALLS in costs) is answered
    if answered:
        course.hear("ja")
    assert course.telling == TYPED
    assert {*facts.items()} <= {*course.talk.answers.facts.items()}
    course.do("undo")
    assert course.talk.answers == stood.talk.answers
    assert course.moment.spoken == stood.spoken


def test_another_door_of_the_same_story_asks_nothing_that_is_known() -> None:
    course = _walked()
    _retell(course)
    course.hear("ja")
    course.pick("1")
    assert course.asked
    assert course.asked.fact != "veiligheid"
    assert [each.own for each in course.moment.spoken.opening] == [TYPED]


def test_safety_is_asked_again_by_its_name() -> None:
    course = _walked()
    course.hear("wijzig veiligheid")
    assert course.asked
    assert course.asked.fact == "veiligheid"
    assert course.talk.answers.steps


def test_without_a_story_there_is_none_to_change() -> None:
    course = talk("ziekteverzuim", ["5 meldingen"], **SAFE)
    course.hear("wijzig")
    assert not any(label.startswith(sentences.WHAT) for label in _labels(course))
    assert "Wat wil je wijzigen?" not in said(course.hear("laat alles zo"))


@each_row("line", TOLD_WHERE_NOTHING_IS_ANSWERED)
def test_a_story_told_to_the_first_question_is_heard_as_one(line: str) -> None:
    course = Course.begin(guide(), TODAY, {**SAFE, **PO}, TRIAGE)
    assert course.asked is not None
    assert course.asked.step == "stand"
    course.hear(line)
    assert course.talk.answers.steps == ()
    assert {option.choice for option in course.asked.options} & {*guide().signals}

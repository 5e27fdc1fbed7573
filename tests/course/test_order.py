"""What belongs to another question than that of now: the next one, or the one before."""

from pathlib import Path
from typing import Any

import pytest

from routeboek_tui.course.course import Course
from routeboek_tui.course.state import resumed, state_of
from routeboek_tui.course.turn import Nearest
from tests.course.talks import VO
from tests.known import guide, in_words
from tests.rows import each_row
from tests.walks_as_data import TODAY

CASES = in_words(Path(__file__).parent / "order.yaml")
STORY = ("leerplicht, melding van school overig verzuim want gezin weigert jgz", "1", "nee")
LABELS = {"vo": ("sector", "vo"), "PO": ("sector", "po"), "Rijswijk": ("gemeente", "rijswijk")}
PLACED = {
    "leerplicht alkmaar: school meldde overig verzuim want ouders weigeren ggd": {
        "regio": "noord_kennemerland"
    },
    "ik ben mentor vo in rijswijk en een leerling zit 5 weken thuis": {
        "gemeente": "rijswijk",
        "sector": "vo",
    },
}


def told(lines: list[str]) -> Course:
    """A talk of leerplicht about a report, in which these lines were typed after that."""
    course = Course.begin(guide(), TODAY, {k: v for k, v in VO.items() if k != "veiligheid"})
    for line in (*STORY, "14 jaar", *lines):
        course.hear(line)
    return course


@pytest.mark.parametrize("case", CASES["kept"], ids=lambda case: case["lines"][0])
def test_what_belongs_to_the_next_questions_is_kept(case: dict[str, Any]) -> None:
    answers = told(case["lines"]).talk.answers
    for step, choice in case["answers"].items():
        answer = answers.find(step, 1)
        assert answer
        assert answer.choices == (choice,)


@pytest.mark.parametrize("case", CASES["kept"], ids=lambda case: case["lines"][0])
def test_it_outlives_putting_the_talk_away(case: dict[str, Any]) -> None:
    *first, last = case["lines"]
    course = resumed(guide(), state_of(told(first)))
    course.hear(last)
    for step, choice in case["answers"].items():
        answer = course.talk.answers.find(step, 1)
        assert answer
        assert answer.choices == (choice,)


@pytest.mark.parametrize("case", CASES["open"], ids=lambda case: case["lines"][-1])
def test_half_of_it_answers_nothing(case: dict[str, Any]) -> None:
    course = told(case["lines"])
    assert course.talk.answers.find(case["step"], 1) is None
    assert course.asked
    assert course.asked.step == case["step"]


@pytest.mark.parametrize("case", CASES["corrected"], ids=lambda case: case["typed"])
def test_a_correction_is_about_the_answer_before(case: dict[str, Any]) -> None:
    course = told(case["lines"])
    before = course.talk.answers
    reply = course.hear(case["typed"])
    asked = course.asked
    assert course.talk.answers == before
    assert asked
    assert asked.step == case["step"]
    assert course.beside_route
    near = {key for part in reply if isinstance(part, Nearest) for key in part.keys}
    offered = [option.choice for option in asked.options if option.key in near]
    assert offered == case.get("near", [])


@pytest.mark.parametrize("case", CASES["current"], ids=lambda case: case["typed"])
def test_what_takes_nothing_back_is_about_the_question_of_now(case: dict[str, Any]) -> None:
    course = told(case["lines"])
    course.hear(case["typed"])
    assert course.asked
    assert course.asked.step == case["step"]
    assert not course.beside_route


def test_enter_takes_the_one_choice_that_was_offered() -> None:
    course = told(
        ["nee", "1", "sorry, er is wel een behandelaar maar ouders geven geen toestemming"]
    )
    course.hear("")
    course.hear("ja")
    answer = course.talk.answers.find("gegrond", 1)
    assert answer
    assert answer.choices == ("aannemelijk_zonder_toestemming",)


def test_enter_takes_the_only_door() -> None:
    course = Course.begin(guide(), TODAY, {"regio": "haaglanden", "sector": "vo"})
    course.tell("een jongen van 14 zit al weken thuis en ik krijg geen contact")
    assert course.asked
    assert course.asked.default == "1"


@each_row("typed", LABELS)
@each_row("before", [(), ("vaak ziek gemeld",)], ids=["first", "at the doors"])
def test_a_name_of_the_school_is_taken_at_once(before: tuple[str, ...], typed: str) -> None:
    course = Course.begin(guide(), TODAY, {})
    for line in before:
        course.tell(line)
    course.hear(typed)
    fact, value = LABELS[typed]
    answers = course.told.answers
    assert {**answers.said.facts, **answers.facts}[fact] == value


def test_another_name_of_the_school_is_asked_to_change() -> None:
    course = told([])
    course.hear("po")
    assert course.asked
    assert course.asked.fact == "sector"
    assert course.talk.answers.facts["sector"] == "vo"


@pytest.mark.parametrize("story", PLACED)
def test_what_the_first_sentence_says_of_the_school_is_placed(story: str) -> None:
    course = Course.begin(guide(), TODAY, {})
    course.tell(story)
    for line in ("1", "nee"):
        course.hear(line)
    facts = course.talk.answers.facts
    assert {fact: facts.get(fact) for fact in PLACED[story]} == PLACED[story]


UNCOUNTED = (
    "ik weet niet hoeveel uur",
    "ik weet nog niet hoeveel uur het is",
    "geen idee",
    "weten we niet precies hoeveel uur het zijn",
)


@pytest.mark.parametrize("typed", UNCOUNTED)
def test_who_does_not_know_how_many_does_not_know_yet(typed: str) -> None:
    course = Course.begin(guide(), TODAY, {})
    course.tell("ik ben mentor vo in rijswijk en een leerling zit 5 weken thuis")
    for line in ("1", "nee", "1", "ja", "2"):
        course.hear(line)
    assert course.asked
    assert course.asked.step == "zestien_uur_vo"
    course.hear(typed)
    answer = course.talk.answers.find("zestien_uur_vo", 1)
    assert answer
    assert answer.choices == ()

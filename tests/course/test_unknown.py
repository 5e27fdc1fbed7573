"""Who says in any words not to know gets how to find out, at a choice and about the safety."""

from datetime import date
from pathlib import Path

import pytest

from routeboek_tui.conversation.hearing.meanings import Unknown
from routeboek_tui.conversation.hearing.move import read
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.safety import SAFETY
from routeboek_tui.course.course import Course
from tests.known import guide
from tests.rows import each_row

LINES = (Path(__file__).parent / "unknown.tsv").read_text(encoding="utf-8").splitlines()
SCHOOL = {"regio": "haaglanden", "gemeente": "den_haag", "sector": "po", "leeftijd": "onder_12"}


def _at(facts: dict[str, str]) -> Course:
    return Course.begin(guide(), date(2026, 11, 30), facts, "ziekteverzuim")


@each_row("line", LINES)
def test_not_to_know_is_an_answer(line: str) -> None:
    course = _at(SCHOOL)
    assert course.asked is not None
    assert course.asked.fact == SAFETY
    course.hear(line)
    assert course.talk.answers.facts[SAFETY] == UNKNOWN
    assert isinstance(read(_at(SCHOOL | {SAFETY: "nee"}).talk, line), Unknown)


@pytest.mark.parametrize(
    "line", ["moet ik dat nog navragen?", "weet leerplicht dit niet?", "ouders weten het niet"]
)
def test_what_asks_or_tells_of_others_is_not(line: str) -> None:
    assert not isinstance(read(_at(SCHOOL | {SAFETY: "nee"}).talk, line), Unknown)

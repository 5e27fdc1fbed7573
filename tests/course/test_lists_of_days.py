"""Sick days in a list: the illness they are of, its first day, the letter and the dates."""

from pathlib import Path
from typing import Any

from routeboek_tui.conversation.advice.timeline import milestones
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.course.course import Course
from routeboek_tui.course.letter.drafting import Drafting
from routeboek_tui.text import dates
from tests.known import guide, in_kinds
from tests.rows import each_row
from tests.walks_as_data import SAFE

ROWS: list[dict[str, Any]] = in_kinds(Path(__file__).parent / "lists_of_days.yaml")
TODAY = dates.exact("2026-11-26")
PO = {**SAFE, "sector": "po", "gemeente": "den_haag", "leeftijd": "onder_12"}


@each_row("row", ROWS, ids=[row["title"] for row in ROWS])
def test_the_illness_begins_where_the_list_says(row: dict[str, Any]) -> None:
    assert TODAY
    answers = Answers(PO, start="drempel")
    course = Course(Conversation.at(guide(), guide().flows["ziekteverzuim"], answers, TODAY))
    for line in row["lines"]:
        course.hear(line)
    letter = next(each for each in guide().letters.values() if each.id == LETTER)
    assert Drafting(course.talk, letter, {}).value("verzuim_overzicht") == row["letter"]
    told = "\n".join(milestones(course.talk))
    assert [day for day in row["days"] if day not in told] == []
    assert [day for day in row["no_days"] if day in told] == []


LETTER = "uitnodiging-gesprek-school"

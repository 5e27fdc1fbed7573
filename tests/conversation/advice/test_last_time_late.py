"""The day that is told of the time late that reached a rung is its day, at every rung."""

from datetime import date

import pytest

from routeboek_tui.conversation.advice.timeline import milestones
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.told import told
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.policy.ongeoorloofd import FIGURES_OF_LATE
from routeboek_tui.course.course import Course
from tests.known import KNOWLEDGE, guide
from tests.rows import each_row
from tests.walks_as_data import SAFE

TODAY = date(2027, 1, 8)
NK = {**SAFE, "sector": "po", "regio": "noord_kennemerland", "leeftijd": "onder_12"}
RUNGS = [KNOWLEDGE.value(name, TODAY) for name in FIGURES_OF_LATE]
TYPED = [
    "{n} keer sinds augustus, de {n}e op 7 januari.",
    "{n} keer, de {n}e keer was 7 januari",
    "de {n}e keer te laat was op 7 januari",
    "de {n}e keer was gisteren",
    "gisteren voor de {n}e keer",
]
STORIES = ["Kwam gisteren voor de {n}e keer te laat", "Op 7 januari voor de {n}e keer te laat"]


def counting() -> Course:
    flow = guide().flows["noord_kennemerland"]
    return Course(Conversation.at(guide(), flow, Answers(NK, start="te_laat"), TODAY))


def reached(course: Course) -> list[str]:
    return [each for each in milestones(course.talk) if " keer te laat: " in each]


@each_row("rung", RUNGS)
@each_row("typed", TYPED)
def test_the_day_that_is_typed_is_the_day(typed: str, rung: int) -> None:
    course = counting()
    course.hear(typed.format(n=rung))
    assert reached(course) == [f"De {rung}e keer te laat: 7 januari 2027."]


@each_row("rung", RUNGS)
@each_row("story", STORIES)
def test_a_story_tells_the_day_too(story: str, rung: int) -> None:
    said = told(story.format(n=rung), guide(), NK, TODAY)
    assert said.counts["te_laat"] == {"keren": f"{rung}", "keer_op": "2027-01-07"}


@pytest.mark.parametrize("rung", RUNGS)
def test_a_day_of_another_time_is_not_that_of_the_rung(rung: int) -> None:
    course = counting()
    course.hear(f"{rung} keer, de {rung - 1}e op 7 januari")
    assert not [each for each in reached(course) if "7 januari" in each]

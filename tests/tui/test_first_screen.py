"""The first screen of the advice: who does what by when, whole and in sixty words."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from syrupy.assertion import SnapshotAssertion

from routeboek_tui.course.course import Course
from routeboek_tui.library.content import Library
from routeboek_tui.library.short_forms import word_count
from routeboek_tui.tui.screens.advice import AdviceScreen
from tests.tui.conftest import screen_as_text
from tests.tui.stage import Maker

DAYS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "first_screens.yaml").read_text(encoding="utf-8")
)
EVERY = pytest.mark.parametrize("day", DAYS, ids=[day["title"] for day in DAYS])
MOST = 60
FEW_QUESTIONS, IN = 4, 6
"""At most so many questions, in at least so many of the ten."""


def told(library: Library, day: dict[str, Any]) -> tuple[Course, int]:
    """A talk up to the advice, and how many questions were answered on the way."""
    course = Course.begin(library, date(2026, 11, 23), day["facts"])
    first, *others = day["said"]
    course.tell(first)
    for line in others:
        course.hear(line)
    return course, len(others)


@EVERY
async def test_all_there_is_to_do_stands_on_it_in_sixty_words(
    guide: Maker, library: Library, day: dict[str, Any], screen_text: SnapshotAssertion
) -> None:
    course, asked = told(library, day)
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = AdviceScreen(course)
        await app.push_screen(screen)
        await pilot.pause()
        shown = screen_as_text(app)
        deeds = screen.view.first.deeds
    lines = shown.splitlines()
    body = "\n".join(lines[1:-1])
    assert deeds
    for deed in deeds:
        assert deed.kort in body
        assert deed.letter_word in body
        assert deed.term in body
    assert word_count(body) <= MOST
    assert asked <= day["asked"]
    assert shown == screen_text


def test_in_six_of_the_ten_at_most_four_questions_go_before_it() -> None:
    assert sum(day["asked"] <= FEW_QUESTIONS for day in DAYS) >= IN

"""A list on the wall is parted only where it does not fit, and a wall asks only what it offers."""

from collections.abc import Callable

import pytest

from routeboek_tui.conversation.overleg.wall import MOST
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.overleg import OverlegScreen
from routeboek_tui.tui.widgets.page import Page
from tests.known import guide
from tests.overleg.played import MEETINGS, course_of, held, wall

WORDS = guide().meeting.words


@pytest.mark.parametrize("name", MEETINGS)
async def test_where_the_window_is_high_no_list_has_pages(
    name: str, app: Callable[..., Guide]
) -> None:
    guided = app()
    async with guided.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        guided.show("talk", course_of(name))
        await pilot.pause()
        await pilot.press("f6")
        await pilot.pause()
        screen = guided.screen
        assert isinstance(screen, OverlegScreen)
        for line in MEETINGS[name]["lines"]:
            screen.hear(line)
            await pilot.pause()
            assert screen.held.wall.pages == 1, line
            text = screen.query_one(Page).text()
            assert all(row.text.partition(" ")[0] in text for row in screen.held.wall.rows)


async def test_a_window_that_grows_takes_the_pages_away(app: Callable[..., Guide]) -> None:
    guided = app()
    async with guided.run_test(size=(60, 14)) as pilot:
        await pilot.pause()
        guided.show("talk", course_of("mdo"))
        await pilot.pause()
        await pilot.press("f6")
        await pilot.pause()
        screen = guided.screen
        assert isinstance(screen, OverlegScreen)
        for line in ("uit", "+"):
            screen.hear(line)
        assert screen.held.room == MOST
        assert screen.held.wall.pages > 1
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert screen.held.wall.pages == 1
        assert {row.key for row in screen.held.wall.rows} == screen.held.wall.read


def test_the_next_pupil_has_the_same_room() -> None:
    found = held("mdo_jes", "ziekteverzuim", "", "plan", "school: belt, 1 december", "uit")
    found.room = 40
    found.hear(str([row.text for row in found.wall.rows].index(WORDS.next_case) + 1))
    found.hear("ab")
    assert found.course.overleg is not found
    assert found.course.overleg.wall.room == 40


def test_numbers_are_asked_only_where_there_are_any() -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan")
    while found.wall.options and any(row.key.isdecimal() for row in found.wall.rows):
        assert "nummers" in wall(found)
        for line in (next(row.key for row in found.wall.rows if row.key.isdecimal()), "+2w"):
            found.hear(line)
        found.hear("plan")
    assert found.meeting.agreements
    assert "nummers" not in wall(found)
    assert WORDS.own_agreement in found.wall.ask


def test_what_helps_can_be_typed_as_the_wall_says() -> None:
    found = held("mdo_jes", "ziekteverzuim", "analyse")
    assert "met + ervoor" in found.wall.ask
    found.hear("+ oma helpt")
    assert "✓ + eigen regel 1" in " ".join(row.text for row in found.wall.rows)

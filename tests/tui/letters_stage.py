"""A letter on the screen."""

from textual.pilot import Pilot

from routeboek_tui.course.course import Course
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.screens.letter import LetterScreen
from routeboek_tui.tui.widgets.page import Page
from tests.tui.stage import Walk

PLAN = "plan-van-aanpak-school"
SENT = "melding-samenwerkingsverband"
REQUEST = "aanvraag-onderzoek-jgz"


async def opened(
    app: Guide, pilot: Pilot[None], walk: Walk, letter: str, *answers: str
) -> LetterScreen:
    course = app.course or Course(walk(*answers))
    if app.course is None:
        await app.push_screen(ConversationScreen(course))
    screen = LetterScreen(course.draft(letter))
    await app.push_screen(screen)
    await pilot.pause()
    return screen


def values(app: Guide) -> dict[str, str]:
    assert app.course is not None
    return app.course.values


def preview(screen: LetterScreen) -> str:
    return screen.query_one("#preview", Page).text()


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause(0.3)
    await pilot.pause()

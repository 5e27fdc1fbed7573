"""Every text on every screen stands out 7:1 from what it stands on, as it is painted."""

import re
from collections.abc import Awaitable, Callable

from textual.app import App
from textual.pilot import Pilot

from routeboek_tui.course.course import Course
from routeboek_tui.library.preferences import THEMES
from routeboek_tui.tui.app import Guide
from tests.tui.stage import AT_CONSULT, walked
from tests.tui.test_themes import LEAST, contrast

Maker = Callable[..., Guide]

LETTER = "aanvraag-onderzoek-jgz"


def pairs(app: App[None]) -> dict[tuple[str, str], str]:
    """Every colour of letters with the colour under it, and an example of such a text."""
    found = {}
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if style and style.color and style.bgcolor and re.search(r"\w", text):
                assert not style.dim, text
                colours = style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
                found[colours[::-1] if style.reverse else colours] = text.strip()
    return found


See = Callable[..., Awaitable[None]]


async def every_screen(app: Guide, pilot: Pilot[None]) -> dict[str, dict[tuple[str, str], str]]:
    """The colours of all screens, with something typed, highlighted, ticked and wrong on them.

    Where one theme paints what it did not paint before, each of them is looked at.
    """
    first, *others = THEMES
    found: dict[str, dict[tuple[str, str], str]] = {theme: {} for theme in THEMES}

    async def see(*keys: str) -> None:
        await pilot.press(*keys)
        await pilot.pause()
        here = pairs(app)
        for theme in others if here.keys() - found[first].keys() else ():
            app.theme = theme
            await pilot.pause()
            found[theme].update(pairs(app))
        if app.theme != first:
            app.theme = first
            await pilot.pause()
        found[first].update(here)

    await see()
    course = Course(walked(app.library, app.today, *AT_CONSULT))
    await _on_the_way(app, course, see)
    await _apart(app, course, see)
    return found


async def _on_the_way(app: Guide, course: Course, see: See) -> None:
    """The first screen, and a talk with all that is opened beside it."""
    await see("1")
    await see("escape", "down")
    await see("ctrl+p")
    await see("escape", "f5")
    app.show("talk", course)
    await see("1")
    await see("escape", "up")
    await see(*"wat is een JES?", "enter")
    await see(*"wijzig 1", "enter", "1", "enter")
    await see("escape", "tab")
    for key in ("f2", "f3", "f4", "f5", "f6", "f7", "f8"):
        await see(key)
        await see("down")
    app.show("meeting", course)
    await see("1", "enter")
    await see("enter")
    await see("f12")
    await see("a")


async def _apart(app: Guide, course: Course, see: See) -> None:
    """What is told aloud, searched, compared, written, saved, and heard of danger."""
    app.to_question()
    course.do("aloud")
    await see("f8")
    await see(*"schorsing")
    await see("f1")
    app.action_do("compare")
    await see()
    await see("down", "enter")
    app.to_question()
    app.show("letter", course.draft(LETTER))
    await see()
    await see("f9", *"31-02-2026", "tab")
    await see("ctrl+t")
    app.show("save", course.advice_paper())
    await see("tab", "tab")
    await see("tab", "tab")
    app.to_question()
    await see(*"papa slaat hem met de riem", "enter", "1", "enter")
    app.screen.notify("Bewaard", markup=False)
    await see("f10")


async def test_every_text_that_is_painted_stands_out(guide: Maker) -> None:
    app = guide()
    app.theme = next(iter(THEMES))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        found = await every_screen(app, pilot)
    for theme, painted in found.items():
        assert len(painted) > 8, theme
        weak = {pair: text for pair, text in painted.items() if contrast(*pair) < LEAST}
        assert not weak, theme

"""Every text on every screen stands out 7:1 from what it stands on, as it is painted."""

import re
from collections.abc import Callable

import pytest
from textual.app import App
from textual.pilot import Pilot

from routeboek_tui.course.course import Course
from routeboek_tui.library.preferences import THEMES
from routeboek_tui.tui.app import Guide
from tests.tui.stage import AT_CONSULT, walked
from tests.tui.test_themes import LEAST, contrast

Maker = Callable[..., Guide]

LETTER = "aanvraag-onderzoek-jgz"

_STYLE = re.compile(r"\.([\w-]+-r\d+) \{([^}]*)\}")
_FILL = re.compile(r"fill: (#[0-9a-f]{6})")
_RECT = re.compile(r'<rect fill="(#[0-9a-f]{6})" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"')
_TEXT = re.compile(
    r'<text class="([\w-]+)" x="([\d.]+)" y="[\d.]+" textLength="[\d.]+"'
    r' clip-path="url\(#[^)]*line-(\d+)\)">(.*?)</text>'
)
ROW = 24.4
"""Height of a line in the exported picture of a screen."""


def pairs(app: App[None]) -> dict[tuple[str, str], str]:
    """Every colour of letters with the colour under it, and an example of such a text."""
    picture = app.export_screenshot()
    fills = {name: _FILL.search(rules) for name, rules in _STYLE.findall(picture)}
    rects = [
        (colour, float(x), round((float(y) - 1.5) / ROW), float(width))
        for colour, x, y, width in _RECT.findall(picture)
    ]
    found = {}
    for name, x, line, text in _TEXT.findall(picture):
        fill, shown = fills.get(name), re.sub(r"&#160;|&\w+;", " ", text)
        under = [c for c, left, row, w in rects if row == int(line) and left <= float(x) < left + w]
        if fill and under and re.search(r"\w", shown):
            found[(fill[1], under[-1])] = shown.strip()
    return found


async def every_screen(app: Guide, pilot: Pilot[None]) -> dict[tuple[str, str], str]:
    """The colours of all screens, with something typed, highlighted, ticked and wrong on them."""
    found = pairs(app)

    async def see(*keys: str) -> None:
        await pilot.press(*keys)
        await pilot.pause()
        found.update(pairs(app))

    await see("1")
    await see("escape", "down")
    await see("ctrl+p")
    await see("escape", "f5")
    course = Course(walked(app.library, app.today, *AT_CONSULT))
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
    return found


@pytest.mark.parametrize("theme", THEMES)
async def test_every_text_that_is_painted_stands_out(guide: Maker, theme: str) -> None:
    app = guide()
    app.theme = theme
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        found = await every_screen(app, pilot)
    assert len(found) > 8
    weak = {pair: text for pair, text in found.items() if contrast(*pair) < LEAST}
    assert not weak

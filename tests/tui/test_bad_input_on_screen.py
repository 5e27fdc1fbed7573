"""Bad input on the first screen: it is answered there or in the talk, and the app goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.listening import Listening
from routeboek_tui.tui.widgets.prompt import Prompt
from tests.bad_input import CASES, NAMES, steered
from tests.tui.conftest import screen_as_text


@pytest.mark.parametrize("name", CASES)
async def test_the_first_screen_answers_it(
    guide: Callable[..., Guide], name: str, tmp_path: Path
) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test() as pilot:
        await pilot.pause()
        prompt = app.screen.query_one(Prompt)
        prompt.value = CASES[name]
        await pilot.press("enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, Listening)
        shown = screen_as_text(app)
        assert "Traceback" not in shown
        assert not steered(shown.replace("\n", ""))
        assert not screen.prompt.value
    kept = "".join(file.read_text(encoding="utf-8") for file in tmp_path.rglob("*"))
    assert name not in NAMES or NAMES[name] not in kept

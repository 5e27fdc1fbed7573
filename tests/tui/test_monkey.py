"""Keys, words, pastes, clicks and windows of every size, by chance: the guide goes on."""

import random

import pytest
from textual import events

from routeboek_tui.tui.widgets.prompt import Prompt
from tests.tui.stage import HOSTILE, Maker

SEEDS, DEEDS = 8, 20

KEYS = (
    *(f"f{number}" for number in range(1, 10)), "escape", "escape", "enter", "enter", "enter", "up",
    "down", "pageup", "pagedown", "tab", "shift+tab", "space", "backspace", "ctrl+p", "ctrl+z",
    "ctrl+t", "ctrl+k", "1", "2", "3", "9", "slash", "a",
)  # fmt: skip

WORDS = (
    "steeds ziek op maandag", "ja", "nee", "weet ik niet", "5 meldingen", "1 en 2", "terug",
    "wijzig", "opnieuw", "brieven", "wat is een JES?", "12-3-2014", "ze wordt thuis geslagen", "?",
    "advies", "kaart", "niemand luistert", *HOSTILE[:6],
)  # fmt: skip

SIZES = ((80, 24), (80, 24), (120, 40), (60, 20), (40, 12), (1, 1), (1, 24), (200, 3), (39, 12))


@pytest.mark.parametrize("seed", range(SEEDS))
async def test_whatever_is_done_the_guide_goes_on(guide: Maker, seed: int) -> None:
    chance = random.Random(seed)
    app = guide(**chance.choice(({}, {"sector": "po", "gemeente": "den_haag", "veiligheid": ""})))
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(DEEDS):
            match chance.choice(("key", "key", "key", "words", "words", "paste", "click", "size")):
                case "key":
                    await pilot.press(chance.choice(KEYS))
                case "words":
                    for prompt in app.screen.query(Prompt):
                        prompt.value = chance.choice(WORDS)
                        await pilot.press("enter")
                case "paste":
                    app.post_message(events.Paste(chance.choice(WORDS) * chance.choice((1, 40))))
                case "click":
                    width, height = app.size
                    at = chance.randrange(width), chance.randrange(height)
                    await pilot.click(offset=at, times=chance.choice((1, 2)))
                case "size":
                    await pilot.resize_terminal(*chance.choice(SIZES))
            await pilot.pause()
            if not app.is_running or app.return_code is not None:
                break
    assert app.failure is None

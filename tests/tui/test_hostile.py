"""Nothing a user types is read as markup, a template or a command to the terminal."""

from collections.abc import Callable

from textual import events

from routeboek_tui.core.letter import FieldType
from routeboek_tui.letters.values import clean
from routeboek_tui.text.characters import plain, safe
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.widgets.prompt import Prompt
from tests.rows import each_row
from tests.tui.conftest import screen_as_text
from tests.tui.stage import onto

LINE_ENDS = (
    "\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"
)  # fmt: skip

HOSTILE = [
    "[/b]",
    "[bold red]x[/]",
    "[@click=app.quit]klik[/]",
    "{{ 7*7 }}",
    "{sector}",
    "\x1b[31mrood\x1b[0m\x1b]0;titel\x07",
    "\u202eomgekeerd\u202c",
    "x" * 10_000,
    "[" * 500,
    "👩‍👩‍👧 é ﷽",
    "wat is een [b]MDO[/b]?",
    "\x00\x07\x7f",
]


async def test_hostile_lines_are_only_text(guide: Callable[..., Guide]) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test() as pilot:
        held = await onto(pilot)
        for text in HOSTILE:
            held.prompt.value = text
            await pilot.press("enter")
            await pilot.pause()
            assert app.screen is held, text
            assert not held.talk.answers.steps, text
            shown = screen_as_text(app)
            assert "\x1b" not in shown
            assert "49" not in shown
            assert app.is_running


@each_row("end", LINE_ENDS)
def test_a_line_end_glues_no_words(end: str) -> None:
    text = f"steeds{end}ziek"
    assert clean(text, FieldType.LINE) == "steeds ziek"
    assert clean(text, FieldType.TEXT) == safe(text) == "steeds\nziek"
    assert plain(text) == "steeds ziek"


async def test_a_pasted_page_is_one_clean_line(guide: Callable[..., Guide]) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test() as pilot:
        await onto(pilot)
        prompt = app.screen.query_one(Prompt)
        prompt.post_message(events.Paste("regel\x1b[31m een\r\nregel twee\n" * 300))
        await pilot.pause()
        assert "\x1b" not in prompt.value
        assert prompt.value.startswith("regel[31m een regel twee")


def test_safe_text_keeps_letters_and_lines() -> None:
    assert safe("één\tregel\nén €") == "één regel\nén €"

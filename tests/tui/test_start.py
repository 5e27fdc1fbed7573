import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.screens.start import StartScreen
from routeboek_tui.tui.screens.too_small import TooSmallScreen
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt
from tests.tui.conftest import screen_as_text
from tests.tui.stage import onto
from tests.walks_as_data import SAFE

Maker = Callable[..., Guide]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_the_first_screen(
    guide: Maker, size: tuple[int, int], screen_text: SnapshotAssertion
) -> None:
    app = guide()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert screen_as_text(app) == screen_text


async def test_one_enter_begins_with_what_was_used_last(guide: Maker, tmp_path: Path) -> None:
    kept = {"regio": "haaglanden", "sector": "vo", "gemeente": "rijswijk"}
    (tmp_path / "voorkeuren.json").write_text(json.dumps(kept), encoding="utf-8")
    app = guide()
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.answers.facts == {**SAFE, **kept}
        assert app.screen.talk.flow.id == "triage"


async def test_numbers_choose_and_are_remembered(guide: Maker, tmp_path: Path) -> None:
    app = guide()
    async with app.run_test() as pilot:
        await pilot.press("2", "enter", "6", "enter", "enter")
        await pilot.pause()
        expected = {"regio": "haaglanden", "gemeente": "leidschendam_voorburg", "sector": "po"}
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.answers.facts == {**SAFE, **expected}
    kept = json.loads((tmp_path / "voorkeuren.json").read_text(encoding="utf-8"))
    assert kept == expected


@pytest.mark.parametrize(
    ("typed", "dots"),
    [
        ("", "Den Haag, Primair onderwijs (PO)"),
        ("3", "Rijswijk, Primair onderwijs (PO)"),
        ("7", "Den Haag, Voortgezet onderwijs (VO)"),
        ("27", "Leidschendam-Voorburg, Voortgezet onderwijs (VO)"),
        ("rijswijk", "Rijswijk, Primair onderwijs (PO)"),
        ("3 keer ziek", "Den Haag, Primair onderwijs (PO)"),
    ],
)
async def test_the_dot_stands_where_the_line_puts_it(guide: Maker, typed: str, dots: str) -> None:
    app = guide()
    async with app.run_test() as pilot:
        await pilot.press("1", "6", "enter", *typed)
        await pilot.pause()
        page = app.screen.query_one(Page)
        dotted = [item.content for item in page.items if "(•)" in str(item.lead)]
        assert ", ".join(map(str, dotted)) == dots
        app.screen.query_one(Prompt).value = ""
        await pilot.pause()
        assert "(•) Den Haag" in page.text()


async def test_a_door_that_is_clicked_takes_the_dot_along(guide: Maker) -> None:
    app = guide()
    async with app.run_test() as pilot:
        await pilot.press("3")
        await pilot.pause()
        page = app.screen.query_one(Page)
        page.post_message(Page.Picked(page, "begin"))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.answers.facts["gemeente"] == "rijswijk"


async def test_arrows_enter_and_tab_suffice(guide: Maker) -> None:
    app = guide()
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "enter", "down", "down", "enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.answers.facts == {
            **SAFE, "regio": "haaglanden", "gemeente": "leidschendam_voorburg", "sector": "vo",
        }  # fmt: skip


async def test_the_mouse_suffices(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 30)) as pilot:
        page = app.screen.query_one(Page)
        for action in ("sector=po", "gemeente=rijswijk", "begin"):
            place = next(n for n, item in enumerate(page.items) if item.action == action)
            await pilot.click(Page, offset=(6, page._tops[place] + page.styles.padding.top))
            await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        facts = {"regio": "haaglanden", "sector": "po", "gemeente": "rijswijk"}
        assert app.screen.talk.answers.facts == {**SAFE, **facts}


async def test_noord_kennemerland_is_po_and_is_remembered(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter")
        await pilot.pause()
        shown = screen_as_text(app)
        assert "Op welke school" not in shown
        assert "is voor het PO" in shown
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        facts = {"regio": "noord_kennemerland", "sector": "po"}
        assert app.screen.talk.answers.facts == {**SAFE, **facts}
    again = guide()
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(again.screen, ConversationScreen)
        assert again.screen.talk.answers.facts == {**SAFE, **facts}


async def test_another_region_is_told_whom_to_ask(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.advice.outcome == "andere_regio"


async def test_what_is_left_open_is_asked_later(guide: Maker) -> None:
    app = guide()
    async with app.run_test() as pilot:
        await pilot.press("tab", "tab", "tab", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.answers.facts == SAFE
        assert "In welke regio staat de school?" in screen_as_text(app)


async def test_a_digit_may_begin_a_sentence(guide: Maker) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test() as pilot:
        await pilot.press(*"3 weken")
        await pilot.pause()
        assert app.screen.query_one(Prompt).value == "3 weken"
        assert "(•) Rijswijk" in screen_as_text(app)


async def test_facts_known_beforehand_are_not_asked(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag", leeftijd="vanaf_12")
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.answers.facts["leeftijd"] == "vanaf_12"


@pytest.mark.parametrize(
    ("kept", "given", "place"),
    [
        ({"regio": "noord_kennemerland"}, {"gemeente": "rijswijk"}, "(•) Rijswijk"),
        ({"gemeente": "rijswijk"}, {"regio": "noord_kennemerland"}, "(•) Noord-Kennemerland"),
    ],
)
async def test_a_place_given_now_replaces_the_one_of_last_time(
    guide: Maker, tmp_path: Path, kept: dict[str, str], given: dict[str, str], place: str
) -> None:
    (tmp_path / "voorkeuren.json").write_text(json.dumps(kept), encoding="utf-8")
    app = guide(**given)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert place in screen_as_text(app)


async def routes(pilot: Pilot[None]) -> str:
    """What the list of routes shows."""
    page = pilot.app.screen.query_one(Page)
    await pilot.pause()
    assert page.point("routes")
    await pilot.press("enter")
    await pilot.pause()
    return screen_as_text(pilot.app)


async def test_the_routes_of_the_region_and_sector_older_ones_last(guide: Maker) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await routes(pilot)
        assert "Met schoolinschrijving, PO" not in shown
        assert "Noord-Kennemerland" not in shown
        assert shown.index("Ziekteverzuim") < shown.index("(oudere editie: ")
        await pilot.press("4", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.flow.id == "met_schoolinschrijving_vo_2024"


async def test_one_route_of_noord_kennemerland(guide: Maker) -> None:
    app = guide(regio="noord_kennemerland")
    async with app.run_test(size=(80, 24)) as pilot:
        await routes(pilot)
        await pilot.press("1", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.flow.id == "noord_kennemerland"


async def test_no_route_elsewhere(guide: Maker) -> None:
    app = guide(regio="elders")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "geen eigen route" in await routes(pilot)


@pytest.mark.parametrize(("key", "words"), [("f7", "boek"), ("f8", "Zoek")])
async def test_the_book_and_the_search_are_one_key_away(guide: Maker, key: str, words: str) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert words.casefold() in screen_as_text(app).casefold()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)


async def test_the_guide_says_what_it_keeps(guide: Maker) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "niets over de leerling bewaard" in screen_as_text(app)


async def test_a_window_too_small_loses_nothing(guide: Maker) -> None:
    app = guide(sector="po", gemeente="rijswijk")
    async with app.run_test(size=(80, 24)) as pilot:
        await onto(pilot)
        await pilot.press(*"ouders")
        await pilot.resize_terminal(30, 8)
        await pilot.pause(0.3)
        assert isinstance(app.screen, TooSmallScreen)
        assert "te klein" in screen_as_text(app)
        await pilot.resize_terminal(100, 30)
        await pilot.pause(0.3)
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.query_one("Prompt").value == "ouders"


async def test_colours_are_chosen_from_the_commands_and_remembered(
    guide: Maker, tmp_path: Path
) -> None:
    app = guide()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"donker")
        await pilot.press("enter")
        await pilot.pause()
        assert app.theme == "routeboek-donker"
    kept = json.loads((tmp_path / "voorkeuren.json").read_text(encoding="utf-8"))
    assert kept["thema"] == "routeboek-donker"


async def test_stopping_with_nothing_answered_asks_nothing(guide: Maker) -> None:
    app = guide()
    async with app.run_test() as pilot:
        await pilot.press("f10")
        await pilot.pause()
        assert app._exit


def test_the_first_frame_needs_only_what_it_shows(tmp_path: Path) -> None:
    code = f"""
import asyncio, sys
from datetime import date
from pathlib import Path
from routeboek_tui.library.compiled import load, opening
from routeboek_tui.tui.app import Guide
if len(sys.argv) > 1:
    sys.exit(opening() is None)
async def main():
    app = Guide(opening(), load, date(2026, 3, 2), settings=Path({str(tmp_path / "v.json")!r}))
    async with app.run_test() as pilot:
        await pilot.pause()
        print(*sorted(sys.modules))
asyncio.run(main())
"""
    subprocess.run([sys.executable, "-c", code, "compile"], check=True, timeout=60)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(done.stdout.split())
    heavy = {
        "routeboek_tui.library.content",
        "yaml",
        "jinja2",
        "markdown_it",
        "docx",
        "typst",
        "transitions",
        "holidays",
    }
    assert not heavy & loaded
    assert "textual.widgets._markdown" not in loaded


async def test_a_digit_before_a_sentence_is_a_choice_and_no_part_of_it(guide: Maker) -> None:
    app = guide()
    async with app.run_test() as pilot:
        await pilot.press(*"1", "space", *"Milan", "space", *"is", "space", *"ziek", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        assert app.screen.talk.answers.facts["gemeente"] == "den_haag"
        assert "1 Milan" not in screen_as_text(app)

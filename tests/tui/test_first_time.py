"""The very first time the ear has to be made: who types waits for it, and is told so."""

import threading
from functools import cached_property, partial

import pytest
from textual import app as apps
from textual import pilot as pilots

from routeboek_tui.course import findings
from routeboek_tui.course.findings import MAKING, Search
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.book import BookScreen
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.screens.start import StartScreen
from tests.settling import settled
from tests.tui.conftest import screen_as_text
from tests.tui.stage import Maker


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """The ear is made when this is set."""
    event = threading.Event()

    class Slow(Guide):
        @cached_property
        def search(self) -> Search:
            event.wait(30)
            return Search(self.library)

    monkeypatch.setattr(Guide, "search", Slow.__dict__["search"])
    Slow.__dict__["search"].__set_name__(Guide, "search")
    # What is being made is not waited for here.
    for module in (pilots, apps):
        monkeypatch.setattr(module, "wait_for_idle", partial(settled, most=0.05))
    monkeypatch.setattr(findings, "never_made", lambda: True)
    return event


async def test_a_sentence_waits_and_is_heard_when_it_can_be(
    guide: Maker, made: threading.Event
) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        app.prepare_new()
        await pilot.press("2", "enter", "7", "enter")
        await pilot.press(*"vaak ziek", "enter")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)
        assert not app.screen.prompt.value
        assert "› vaak ziek" in screen_as_text(app)
        assert MAKING in screen_as_text(app)
        made.set()
        await app.workers.wait_for_complete()
        await settled()
        assert isinstance(app.screen, ConversationScreen)
        assert "Vaak ziek gemeld" in screen_as_text(app)


async def test_lines_that_wait_are_heard_one_by_one(guide: Maker, made: threading.Event) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        app.prepare_new()
        await pilot.press("2", "enter", "7", "enter")
        await pilot.press(*"vaak ziek", "enter", "enter", "1", "enter", *"nee", "enter")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)
        assert "› vaak ziek ↵ 1 ↵ nee" in screen_as_text(app)
        made.set()
        await app.workers.wait_for_complete()
        await settled()
        assert isinstance(app.screen, ConversationScreen)
        course = app.screen.course
        assert [each.own for each in course.exchanges][:1] == ["vaak ziek"]
        assert course.talk.answers.facts["veiligheid"] == "nee"
        assert course.asked
        assert course.asked.step == "drempel"


async def test_a_choice_does_not_wait(guide: Maker, made: threading.Event) -> None:
    app = guide(sector="po", gemeente="den_haag")
    async with app.run_test() as pilot:
        app.prepare_new()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ConversationScreen)
        made.set()


async def test_a_search_says_so_and_shows_what_it_finds(
    guide: Maker, made: threading.Event
) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        app.prepare_new()
        await pilot.press("f7")
        await pilot.press(*"schorsen")
        await pilot.pause()
        assert isinstance(app.screen, BookScreen)
        assert MAKING in screen_as_text(app)
        made.set()
        await app.workers.wait_for_complete()
        await settled()
        assert MAKING not in screen_as_text(app)
        assert "chors" in screen_as_text(app)

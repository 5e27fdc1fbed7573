"""Whatever is typed, however fast, on whatever screen: it is heard whole, and nothing is chosen."""

import asyncio
from collections.abc import Callable
from random import Random

import pytest
from textual import events
from textual.pilot import Pilot

from routeboek_tui.course.beginning import Beginning
from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import Reply
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.room import Room
from routeboek_tui.tui.screens.letter import LetterScreen
from routeboek_tui.tui.screens.start import StartScreen
from tests.tui.stage import onto

Maker = Callable[..., Guide]

WORDS = (
    "16", "uur", "1", "4e", "ziekmelding", "15", "keer", "ja", "b", "k", "/", "h", "w", "2", "en",
    "3", "niet", "op", "school", "6", "één", "?", "12-3-2026", "a", "thuis", "9x",
)  # fmt: skip

SPEEDS = {"at once": 0.0, "fast": 0.004, "slowly": 0.02}
"""Seconds between two keys."""

WITHOUT_A_FIELD = {
    "advice": ("f2",),
    "map": ("f3",),
    "letters": ("f4",),
    "why": ("f5",),
    "what_if": (),
    "help": ("f1",),
    "help on the map": ("f3", "f1"),
    "compare": (),
    "facts": ("tab",),
    "talk": (),
}
"""How each screen is reached on which typed text goes to the question of the talk."""


def sentences(seed: int, count: int) -> list[str]:
    """Random sentences; every other one begins with a digit. None is a choice by itself."""
    random = Random(seed)
    found = []
    for number in range(count):
        first = random.choice(("16", "1", "3")) if number % 2 else random.choice(WORDS)
        rest = random.choices(WORDS, k=random.randint(2, 5))
        found.append(" ".join((first, *rest, "zomaar")))
    return found


class Spy:
    """What the course hears, in the place of the course."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.heard: list[str] = []
        self.chosen: list[object] = []

        def hear(_: Course, line: str) -> Reply:
            self.heard.append(line)
            return ()

        def chose(_: object, *what: object) -> Reply:
            self.chosen.append(what)
            return ()

        for name in ("hear", "tell"):
            monkeypatch.setattr(Course, name, hear)
        for name in ("pick", "change", "look"):
            monkeypatch.setattr(Course, name, chose)
        monkeypatch.setattr(Beginning, "choose", chose)


async def press_all(pilot: Pilot[None], text: str, wait: float) -> None:
    """Type ``text`` key by key, with ``wait`` seconds between, as a terminal would send it."""
    for char in (*text, "\r"):
        key = {" ": "space", "\r": "enter"}.get(char, char)
        pilot.app.post_message(events.Key(key, char))
        if wait:
            await asyncio.sleep(wait)
    await pilot.pause()
    await pilot.pause()


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text.replace(" ", "\r\n", 1)))
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()


async def reach(pilot: Pilot[None], name: str) -> None:
    app = pilot.app
    assert isinstance(app, Guide)
    app.to_question()
    await pilot.press(*WITHOUT_A_FIELD[name])
    if name in {"compare", "what_if"}:
        app.action_do(name)
    await pilot.pause()


async def test_text_goes_whole_to_the_question(
    guide: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 24)) as pilot:
        held = await onto(pilot)
        for number, name in enumerate(WITHOUT_A_FIELD):
            # On every screen two ways to type: one with the keys in a row, one after another.
            waits = (0.0, 0.02) if number % 2 else (None, 0.004)
            spy, typed = Spy(monkeypatch), sentences(len(name), len(waits))
            for line, wait in zip(typed, waits, strict=True):
                await reach(pilot, name)
                if wait is None:
                    await paste(pilot, line)
                else:
                    await press_all(pilot, line, wait)
                assert app.screen is held, name
            assert spy.heard == typed, name
            assert not spy.chosen, name


@pytest.mark.parametrize("speed", [*SPEEDS, "paste"])
async def test_on_the_first_screen_text_begins_a_talk_with_all_of_it(
    guide: Maker, monkeypatch: pytest.MonkeyPatch, speed: str
) -> None:
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        spy, typed = Spy(monkeypatch), sentences(7, 2)
        for line in typed:
            if speed == "paste":
                await paste(pilot, line)
            else:
                await press_all(pilot, line, SPEEDS[speed])
            app.pop_screen()
            await pilot.pause()
            assert isinstance(app.screen, StartScreen)
        assert spy.heard == typed
        assert not spy.chosen


@pytest.mark.parametrize("key", ["f7", "f8"])
async def test_in_the_book_text_is_sought(
    guide: Maker, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 24)) as pilot:
        await onto(pilot)
        spy = Spy(monkeypatch)
        await pilot.press(key)
        for char in "16 uur":
            app.post_message(events.Key({" ": "space"}.get(char, char), char))
        await pilot.pause()
        assert isinstance(app.screen, Room)
        assert getattr(app.screen.field, "value", "") == "16 uur"
        assert not spy.heard
        assert not spy.chosen


async def test_in_a_letter_text_goes_to_its_box_also_from_the_preview(
    guide: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(120, 40)) as pilot:
        held = await onto(pilot)
        spy = Spy(monkeypatch)
        letter = held.talk.letters[0] if held.talk.letters else None
        name = letter.id if letter else "plan-van-aanpak-school"
        app.show("letter", held.course.draft(name))
        await pilot.pause()
        await pilot.press("ctrl+t")
        for char in "16 uur":
            app.post_message(events.Key({" ": "space"}.get(char, char), char))
        await pilot.pause()
        assert isinstance(app.screen, LetterScreen)
        assert "16 uur" in held.course.values.values()
        assert not spy.heard
        assert not spy.chosen


@pytest.mark.parametrize("line", ["16 uur", "4e ziekmelding", "niet stoppen"])
async def test_a_panel_with_choices_leaves_with_the_line(guide: Maker, line: str) -> None:
    app = guide(sector="vo", gemeente="den_haag")
    async with app.run_test(size=(80, 24)) as pilot:
        held = await onto(pilot)
        await pilot.press(*"nee", "enter", "f2", "f10")
        await pilot.pause()
        steps = held.talk.answers.steps
        await press_all(pilot, line, 0)
        assert app.is_running
        assert app.screen is held
        assert held.talk.answers.steps == steps

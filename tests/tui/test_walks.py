"""Walks typed in the terminal app: the same steps, advice and letters as everywhere.

Every kind of question, answer and end is among them; the line face, on the same course, walks
every question of every route.
"""

from pathlib import Path

import pytest

from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.library.compiled import Opening
from routeboek_tui.library.content import Library
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt
from tests.tui.stage import onto
from tests.walks_as_data import TODAY, Walk, as_typed, first_facts, of_each_kind, walked


@pytest.mark.parametrize("walk", of_each_kind(), ids=lambda walk: walk.id)
async def test_the_app_walks_as_the_conversation_does(
    walk: Walk, library: Library, tmp_path: Path
) -> None:
    app = Guide(
        Opening.of(library),
        lambda: library,
        TODAY,
        facts=first_facts(walk),
        settings=tmp_path / "voorkeuren.json",
    )
    expected = walked(library, walk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await onto(pilot, walk.route)
        for line in as_typed(library, walk):
            screen.query_one(Prompt).value = line
            await pilot.press("enter")
            if screen.course.beside_route:
                # A bare number where something is counted as well: the answer is meant.
                await pilot.press("1", "enter")
        await pilot.pause()
        # Through a door of the triage the app goes on by itself.
        found = bool(walk.route == TRIAGE and expected.trail.door)
        arrived = screen.talk.earlier[-1] if found else screen.talk
        assert arrived.trail.main.visits == expected.trail.main.visits
        assert arrived.advice == expected.advice
        assert arrived.letters == expected.letters
        if walk.outcome and not found:
            shown = " ".join(screen.query_one(Page).text().split())
            assert expected.say(expected.text(walk.outcome).title) in shown

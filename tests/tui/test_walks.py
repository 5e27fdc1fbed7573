"""Every walk typed in the terminal app: the same steps, advice and letters as everywhere."""

from pathlib import Path

import pytest
from walks_as_data import TODAY, Walk, as_typed, first_facts, walked, walks

from routeboek_tui.library.compiled import Opening
from routeboek_tui.library.content import Library
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt


@pytest.mark.parametrize("walk", walks(), ids=lambda walk: walk.id)
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
    app.grace = 0
    expected = walked(library, walk)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.action_begin()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ConversationScreen)
        for line in as_typed(library, walk):
            screen.query_one(Prompt).value = line
            await pilot.press("enter")
        await pilot.pause()
        assert tuple(visit.step for visit in screen.talk.trail.main.visits) == walk.passed
        assert screen.talk.advice == expected.advice
        assert tuple(sorted(letter.id for letter in screen.talk.letters)) == walk.letters
        if walk.outcome:
            shown = screen.query_one(Page).text()
            assert expected.say(expected.text(walk.outcome).title) in shown

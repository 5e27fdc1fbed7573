"""What is certain of a walk is one word: on screen, in lines, an export, JSON and letters."""

import io
from collections.abc import Callable
from datetime import date
from itertools import cycle

import pytest

from routeboek_tui.conversation.advice.advice_view import STUCK, AdviceView, advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import question
from routeboek_tui.core.answers import Answers
from routeboek_tui.course.course import Course
from routeboek_tui.export.advice import advice_blocks, walk
from routeboek_tui.export.text import text as as_text
from routeboek_tui.library.content import Library
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.session import Session
from routeboek_tui.text.document import Document
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.widgets.page import Page
from tests.walks_as_data import SAFE

TODAY = date(2026, 11, 23)
FLOWS = (
    "ziekteverzuim", "met_schoolinschrijving_po", "met_schoolinschrijving_vo",
    "met_schoolinschrijving_vo_2024", "zonder_schoolinschrijving", "noord_kennemerland", "triage",
)  # fmt: skip


def never_known(library: Library, flow: str, known: int) -> Conversation:
    """A walk of which the first ``known`` questions are answered, and the rest is not known."""
    talk = Conversation.at(library, library.flows[flow], Answers(facts=SAFE), TODAY)
    asked = None
    # Who waits for somebody's decision stays where it is.
    while talk.ask and not talk.ended and talk.ask != asked:
        asked = talk.ask
        if talk.ask.fact:
            talk = talk.knowing(talk.ask.fact)
        else:
            taken = (talk.step(talk.ask.step).choices[0].id,) if known > 0 else ()
            talk, known = talk.answered(taken), known - 1
    return talk


def ending(view: AdviceView) -> str:
    """What every face must say of how the walk ends."""
    if view.outcome:
        return f"{view.outcome_word}: {view.outcome}"
    return STUCK if view.stuck else view.waiting


@pytest.mark.parametrize(("flow", "known"), [*zip(FLOWS, cycle((0, 1)), strict=False)])
async def test_every_face_says_the_same_of_what_is_certain(
    library: Library, guide: Callable[..., Guide], flow: str, known: int
) -> None:
    talk = never_known(library, flow, known)
    view, wanted = advice_view(talk), ending(advice_view(talk))
    assert view.to_find_out

    said = io.StringIO()
    Session(Lines(io.StringIO("advies\n"), said), Course(talk)).run()
    assert said.getvalue().count(wanted) >= 2
    exported = as_text(Document("Advies", "", tuple(advice_blocks(view))))
    assert wanted in " ".join(exported.split())
    data = walk(talk)
    assert data["provisional"] is talk.trail.provisional
    assert data["advice"]["outcome"] == view.outcome
    app = guide()
    async with app.run_test(size=(120, 60)) as pilot:
        await app.push_screen(ConversationScreen(Course(talk)))
        await pilot.pause()
        page = " ".join(app.screen.query_one("#talk", Page).text().split())
        assert wanted.replace(": ", " ") in page.replace(": ", " ")
        for each in view.to_find_out:
            assert each.question in page or question(talk) is not None
    sure = talk.trail.certain_steps
    assert all(sure & {*letter.steps} for letter in talk.letters)

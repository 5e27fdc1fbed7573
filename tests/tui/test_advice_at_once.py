"""The first screen of the advice: who does what by when, whole and in sixty words."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.course.course import Course
from routeboek_tui.library.content import Library
from routeboek_tui.text.characters import word_count
from routeboek_tui.tui.items.advice import advice_items
from routeboek_tui.tui.screens.advice import AdviceScreen
from routeboek_tui.tui.widgets.item import height
from routeboek_tui.tui.widgets.page import Page
from tests.known import in_kinds
from tests.tui.conftest import screen_as_text
from tests.tui.stage import Maker

DAYS: list[dict[str, Any]] = in_kinds(Path(__file__).parent / "advice_at_once.yaml")
EVERY = pytest.mark.parametrize("day", DAYS, ids=[day["title"] for day in DAYS])
MOST = 60
WIDTH, LINES = 77, 21
FULL = {
    "zs_nieuwkomer_rijswijk", "zs_ondersteuning_te_zwaar", "geschorst_en_verwijderd",
    "vo_verdeeld_en_beide", "ongeoorloofd_en_zwaardere_stappen", "triage_17",
    "behandelaar_met_jeugdhulp", "vo_onveilig_thuis", "vo24_onveilig", "vo_toch_beroep",
    "vo24_minder_uren_op_afspraak", "vo_wachtlijst_veilig",
    "nk_ziek_mdo", "nk_ziek_geen_ggd_mdo", "vo_regisseur_lv_helpt", "vo_regisseur_helpt",
    "vo_teamleider_helpt", "later_een_vrijstelling",
    "zonder_sociaal_medisch_advies", "jgz_opnieuw_bespreken",
    "po_complexe_zorg_en_zorginstelling",
}  # fmt: skip
"""Walks with ten things to do and more, of which the last are scrolled to."""
FEW_QUESTIONS, IN = 4, 6
"""At most so many questions, in at least so many of the ten."""


def told(library: Library, day: dict[str, Any]) -> tuple[Course, int]:
    """A talk up to the advice, and how many questions were answered on the way."""
    course = Course.begin(library, date(2026, 11, 23), day["facts"])
    first, *others = day["said"]
    course.tell(first)
    for line in others:
        course.hear(line)
    return course, len(others)


@EVERY
async def test_all_there_is_to_do_stands_on_it_in_sixty_words(
    guide: Maker, library: Library, day: dict[str, Any], screen_text: SnapshotAssertion
) -> None:
    course, asked = told(library, day)
    app = guide()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = AdviceScreen(course)
        await app.push_screen(screen)
        await pilot.pause()
        shown = screen_as_text(app)
        deeds = screen.view.first.deeds
    lines = shown.splitlines()
    body = "\n".join(lines[1:-1])
    assert deeds
    for deed in deeds:
        assert deed.kort in body
        assert deed.letter_word in body
        assert deed.term in body
    assert word_count(body) <= MOST
    assert asked <= day["asked"]
    assert shown == screen_text


def test_in_six_of_the_ten_at_most_four_questions_go_before_it() -> None:
    assert sum(day["asked"] <= FEW_QUESTIONS for day in DAYS) >= IN


def test_on_every_walk_all_there_is_to_do_fits_on_it(
    moments: list[tuple[str, Conversation]],
) -> None:
    """The lines of a small screen, without its title and its keys."""
    beyond: set[str] = set()
    for walk, talk in moments:
        view = talk.view
        if not view.danger:
            laid = (list(advice_items(talk, view, (), dense=dense)) for dense in (False, True))
            if all(height(items, WIDTH) > LINES for items in laid):
                beyond.add(walk)
    assert beyond == FULL


async def test_a_deed_folds_open_and_shut_with_its_words_and_source(
    guide: Maker, library: Library
) -> None:
    course, _ = told(library, DAYS[0])
    app = guide()
    async with app.run_test(size=(80, 40)) as pilot:
        screen = AdviceScreen(course)
        await app.push_screen(screen)
        page = screen.query_one(Page)
        before = page.text()
        assert "Praat met de ouders" not in before
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "Praat met de ouders" in page.text()
        assert "Bron:" in page.text()
        await pilot.press("enter")
        await pilot.pause()
        assert page.text() == before
        await pilot.click(page, offset=(20, 2))
        await pilot.pause()
        assert "Praat met de ouders" in page.text()


def test_what_the_same_person_would_read_twice_is_one_line_that_opens_both(
    moments: list[tuple[str, Conversation]],
) -> None:
    both = []
    for _, talk in moments:
        view = talk.view
        places = [place for deed in view.first.deeds for place in (deed.place, *deed.also)]
        todo = [each.place for group in (*view.steps, *view.alongside) for each in group.todo]
        assert sorted(place.partition("@")[0] for place in places) == sorted(todo)
        both.extend(deed for deed in view.first.deeds if deed.also)
    assert both

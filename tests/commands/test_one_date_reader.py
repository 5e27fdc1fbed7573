"""The same text is the same day at every door: the conversation, a letter, and the commands."""

from datetime import date
from pathlib import Path

import pytest

from routeboek_tui.commands.walk import conversation
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.move import Answered, Refused, answer, read
from routeboek_tui.conversation.hearing.understanding import Given, Wrong
from routeboek_tui.core.letter import FieldType
from routeboek_tui.letters.values import clean
from routeboek_tui.library.content import Library
from routeboek_tui.library.own_days import read_own_days
from tests.rows import each_row
from tests.walks_as_data import SAFE

TODAY = date(2026, 11, 28)
DAY = date(2026, 11, 24)
FULL = (
    "24-11-2026", "24/11/2026", "24.11.2026", "2026-11-24", "24 november 2026", "24 nov 2026",
    "24e november 2026", "dinsdag 24 november 2026",
)  # fmt: skip
SHORT = ("24 november", "24-11-26", "dinsdag 24 november")
FACTS = ("sector=po", "gemeente=den_haag")


@pytest.fixture(scope="module")
def talk(library: Library) -> Conversation:
    facts = {"sector": "po", "gemeente": "den_haag", **SAFE}
    return Conversation.start(library, "ziekteverzuim", TODAY, facts)


@each_row("written", [*FULL, *SHORT])
def test_a_day_is_the_same_in_the_conversation_and_the_commands(
    library: Library, talk: Conversation, written: str
) -> None:
    for text in (
        f"5 meldingen op {written}",
        f"5 meldingen, {written}",
        f"op {written}: 5 meldingen",
        f"{written} 5 meldingen",
    ):
        assert read(talk, text) == Given({"meldingen": "5"}, DAY), text
    step = (f"drempel=meldingen:5@{written}",)
    typed = conversation(library, "ziekteverzuim", FACTS, step, TODAY)
    assert [each.on for each in typed.answers.steps] == [DAY]
    born = conversation(library, "ziekteverzuim", (f"geboortedatum={written}",), (), TODAY)
    assert born.answers.birth_date == DAY


@each_row("written", FULL)
def test_a_letter_writes_the_same_day(written: str) -> None:
    assert clean(written, FieldType.DATE) == "24 november 2026"


@pytest.mark.parametrize("written", FULL)
def test_the_own_days_of_a_school_read_the_same_day(
    library: Library, tmp_path: Path, written: str
) -> None:
    file = tmp_path / "vrije-dagen.txt"
    file.write_text(f"{written} studiedag\n", encoding="utf-8")
    own = read_own_days(file, library.calendar.names)
    assert [(day.first, day.last) for day in own.days] == [(DAY, DAY)]


@pytest.mark.parametrize("written", SHORT)
def test_a_letter_does_not_guess_a_year(written: str) -> None:
    """A meeting lies ahead, an absence behind: what is not written is not filled in."""
    assert clean(written, FieldType.DATE) == written


def test_a_day_of_another_weekday_is_asked(talk: Conversation) -> None:
    assert isinstance(read(talk, "5 meldingen op maandag 24 november"), Wrong)


def test_the_day_of_the_first_numbers_holds_for_the_rest(talk: Conversation) -> None:
    first = read(talk, "3 meldingen op 24-11-2026")
    assert isinstance(first, Given)
    waiting = answer(talk, first, {})
    assert isinstance(waiting, Refused)
    rest = read(talk, "12 zieke dagen")
    assert isinstance(rest, Given)
    found = answer(talk, rest, waiting.given)
    assert isinstance(found, Answered)
    assert found.talk.answers.steps[0].on == DAY
    assert found.talk.answers.steps[0].given == {"meldingen": "3", "dagen": "12"}

"""Anywhere in a case its story and the answers, and the letter that is asked about, can be read."""

import pytest

from routeboek_tui.conversation.practice.sheet import Sheet
from routeboek_tui.course.practice.practice import LETTER
from routeboek_tui.course.practice.training import Training
from tests.practising import Practice, begun, kit, played, text

PLAYED = ("5 meldingen", "", "1 2", "", "1", "", "1", "")
"""Lines that bring a case to its end, each sheet of another kind."""


def looked(place: Training) -> Sheet:
    place.hear("verhaal")
    sheet = place.sheet
    place.hear("")
    return sheet


@pytest.mark.parametrize("many", range(len(PLAYED) + 1))
def test_the_story_is_read_again_and_one_is_back_where_one_was(
    practice: Practice, many: int
) -> None:
    place = begun(practice, "vijfde-griepje")
    before = played(place, "a", *PLAYED[:many])
    assert before.look == "verhaal"
    again = looked(place)
    assert "griepje" in text(again) or "ziek" in text(again)
    assert "Vijf keer sinds de zomervakantie." in text(again)
    assert ("5 meldingen" in text(again)) is (many > 0)
    assert place.sheet == before


def test_a_question_says_with_which_word(practice: Practice) -> None:
    assert kit().words.look in begun(practice, "vijfde-griepje").sheet.hint


def test_of_one_letter_the_data_are_asked_and_it_can_be_looked_at(practice: Practice) -> None:
    place = begun(practice, "vijfde-griepje")
    asked = []
    for line in PLAYED * 2:
        if place.sheet.question.startswith("Welke gegevens horen in"):
            asked.append(place.sheet)
            key = next(o.key for o in place.sheet.options if o.choice == LETTER)
            before = place.sheet
            for word in (key, "brief"):
                draft = played(place, word)
                assert draft.lines[0].text in before.question
                assert "[nog invullen: " in text(draft)
                assert played(place, "") == before
        place.hear(line if not place.sheet.default else "")
        if place.sheet.default == "2":
            break
    assert len({sheet.question for sheet in asked}) == 1


def test_enter_goes_back_and_something_else_does_not(practice: Practice) -> None:
    place = begun(practice, "vijfde-griepje")
    before = played(place, "1", "")
    place.hear("verhaal")
    assert place.hear("3").said == (kit().words.first_back,)
    assert played(place, "terug") == before

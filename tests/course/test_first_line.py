"""A key typed before a sentence on the first screen is a choice, and stands in no sentence."""

import pytest

from routeboek_tui.course.beginning import Beginning
from routeboek_tui.course.first_line import first_line
from routeboek_tui.library.compiled import opening
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import TODAY

APART = {
    "1 Milan is ziek": "Milan is ziek",
    "2 ze komt steeds te laat": "ze komt steeds te laat",
    "1. hij is al 5 keer ziek gemeld": "hij is al 5 keer ziek gemeld",
    "3) Ouders willen geen overleg": "Ouders willen geen overleg",
    "1, moeder wil op vakantie": "moeder wil op vakantie",
    "  2   Noor spijbelt": "Noor spijbelt",
}
BOTH = {
    "16hij is steeds ziek": "hij is steeds ziek",
    "16Milan is ziek": "Milan is ziek",
    "16meisje groep 5 is vaak ziek": "meisje groep 5 is vaak ziek",
    "16jongen komt steeds na de bel": "jongen komt steeds na de bel",
    "1 6 hij is vaak te laat": "hij is vaak te laat",
    "1, 6. Moeder wil op vakantie": "Moeder wil op vakantie",
}
WHOLE = (
    "16jarige is steeds ziek",
    "16uur gespijbeld",
    "16lesuren gespijbeld",
    "3havo, spijbelt",
    "14dagen ziek",
    "15keer te laat",
    "16x te laat",
    "4e ziekmelding",
    "16 jongen is ziek",
    "1 keer ziek gemeld",
    "2 uur gespijbeld",
    "3 dagen weg",
    "3 havo, spijbelt",
    "3 Havo, spijbelt",
    "4 november voor het eerst ziek",
    "4 November voor het eerst ziek",
    "1 leerling is ziek",
    "2 of 3 keer te laat",
    "5 ziekmeldingen",
    "5 van de 10 dagen ziek",
    "16 lesuren gemist",
    "1 uur",
    "99 Milan is ziek",
    "Milan is 1 keer ziek",
)


@each_row("line", APART)
def test_a_key_before_a_sentence_chooses_and_is_left_out(line: str) -> None:
    beginning = Beginning(opening(), {})
    choices, told = first_line(beginning, line, guide().language, TODAY)
    assert [choice.key for choice in choices] == [line.strip()[0]]
    assert told == APART[line]


@pytest.mark.parametrize("line", BOTH)
def test_two_keys_before_a_sentence_choose_where_and_which(line: str) -> None:
    beginning = Beginning(opening(), {})
    choices, told = first_line(beginning, line, guide().language, TODAY)
    assert [choice.key for choice in choices] == ["1", "6"]
    assert told == BOTH[line]


@each_row("line", WHOLE)
def test_a_number_of_the_sentence_chooses_nothing(line: str) -> None:
    beginning = Beginning(opening(), {})
    assert first_line(beginning, line, guide().language, TODAY) == ((), line)


def test_a_key_alone_leaves_no_sentence() -> None:
    beginning = Beginning(opening(), {})
    choices, told = first_line(beginning, "1", guide().language, TODAY)
    assert choices == (beginning.choices()[0],)
    assert not told


def test_where_one_question_is_shown_a_key_is_one_of_its_choices() -> None:
    beginning = Beginning(opening(), {})
    where, which = beginning.groups
    line = f"{which.choices[0].key} Milan is ziek"
    assert first_line(beginning, line, guide().language, TODAY, where) == ((), line)
    assert first_line(beginning, line, guide().language, TODAY, which)[0] == which.choices[:1]

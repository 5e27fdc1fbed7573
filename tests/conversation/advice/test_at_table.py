"""Who is too young today and sits at the table soon is told with the day."""

from datetime import date

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.case_answer import Kind, lines_of
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.policy.age import birthday, years
from routeboek_tui.core.said import Said
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, walked, walks

BORN = date(2014, 12, 10)


def _seats(on: date, born: date = BORN) -> str:
    facts = {**SAFE, "gemeente": "den_haag", "sector": "po", "ingeschreven": "ja"}
    answers = Answers(facts, start="gesprek_leerplicht").with_birth_date(born)
    talk = Conversation.at(guide(), guide().flows["ziekteverzuim"], answers, on)
    return "; ".join(seat for table in advice_view(talk).tables for seat in table.seats)


@pytest.mark.parametrize("on", [date(2026, 9, 10), date(2026, 12, 1), date(2026, 12, 9)])
def test_who_turns_twelve_soon_stands_there_with_the_day(on: date) -> None:
    assert "Leerling (vanaf 10 december 2026: dan 12 jaar)" in _seats(on)


@pytest.mark.parametrize("on", [date(2026, 12, 10), date(2027, 3, 1)])
def test_who_is_twelve_sits_there_without_more(on: date) -> None:
    assert _seats(on) == "Leerplicht; Ouders; Leerling"


def test_long_before_it_is_not_told() -> None:
    assert _seats(date(2026, 9, 1)) == "Leerplicht; Ouders"


@pytest.mark.parametrize("born", [BORN, date(2012, 2, 29), date(2016, 2, 29)])
def test_a_birthday_is_the_first_day_of_that_age(born: date) -> None:
    for old in range(1, 20):
        day = birthday(born, old)
        assert years(born, day) == old
        assert years(born, date.fromordinal(day.toordinal() - 1)) == old - 1


NOTED = sorted(
    {
        (flow.id, step.id, gone, seat.when.get("sector", ("vo",))[0])
        for flow in guide().flows.values()
        for step in flow.steps.values()
        for seat in step.table
        for gone in seat.gone
        if gone in flow.steps and [s.actor for s in step.table].count(seat.actor) == 1
    }
)


@each_row(("flow", "step", "gone", "sector"), NOTED, ids=["/".join(n) for n in NOTED])
def test_a_note_is_gone_once_its_step_was_passed(
    flow: str, step: str, gone: str, sector: str
) -> None:
    facts = {**SAFE, "gemeente": "den_haag", "sector": sector, "ingeschreven": "ja"}
    talk = Conversation.at(
        guide(), guide().flows[flow], Answers(facts, start=step), date(2026, 11, 28)
    )
    after = talk.having(replace(talk.answers, done=(gone,)))
    seats = [
        [seat for table in each.advice.tables if table.step == step for seat in table.seats]
        for each in (talk, after)
    ]
    before, passed = ([s.actor for s in each if s.note and s.gone] for each in seats)
    assert before == ["leerplicht"]
    assert passed == []


def _deeds(on: date, answers: Answers) -> str:
    talk = Conversation.at(guide(), guide().flows["ziekteverzuim"], answers, on)
    return " ".join(todo.text for group in advice_view(talk).now for todo in group.todo)


YOUNG = {**SAFE, "gemeente": "den_haag", "sector": "po", "ingeschreven": "ja"}


@pytest.mark.parametrize("start", ["gesprek_leerplicht", "gesprek_en_plan"])
@pytest.mark.parametrize("passing", [False, True])
def test_a_deed_that_is_about_the_pupil_too_from_a_birthday_on_says_so(
    start: str, passing: bool
) -> None:
    facts = {**YOUNG, "leeftijd": "onder_12"} if passing else YOUNG
    answers = Answers(facts, start=start)
    born = replace(answers, said=Said(birth_date=BORN)) if passing else answers
    born = born if passing else answers.with_birth_date(BORN)
    then = "Is het op of na 10 december 2026, dan is de leerling 12"
    assert then in _deeds(date(2026, 12, 1), born)
    assert then not in _deeds(date(2026, 9, 1), born)


def test_a_deed_that_stays_the_same_says_nothing_of_the_birthday() -> None:
    answers = Answers(YOUNG, start="duo_melding").with_birth_date(BORN)
    talk = Conversation.at(guide(), guide().flows["ziekteverzuim"], answers, date(2026, 12, 1))
    todo = [t for g in advice_view(talk).now for t in g.todo if t.letter[0] == "tekst-duo-melding"]
    assert [t.text for t in todo if "10 december" in t.text] == []


def test_people_who_sit_together_twice_are_told_of_once() -> None:
    walked_all = (walked(guide(), each) for each in walks())
    told = {line.text for talk in walked_all for line in lines_of(talk) if line.kind is Kind.TABLE}
    assert told
    assert not {line for line in told if line.endswith(": .")}

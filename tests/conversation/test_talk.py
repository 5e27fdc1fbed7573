"""A conversation as a value: every answer gives a new one, and nothing is lost unasked."""

from collections.abc import Callable
from datetime import date

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answer
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.trail import Ask
from routeboek_tui.library.content import Library
from routeboek_tui.library.wording import fill_in
from tests.rows import each_row

PO = {"sector": "po", "leeftijd": "onder_12"}
TO_LEERPLICHT = ("ja", "nee", "naar_overleg", "ja", "nee")


def test_an_unknown_route_says_so(library: Library, today: date) -> None:
    with pytest.raises(KeyError):
        Conversation.start(library, "bestaat_niet", today)


def test_answering_gives_a_new_conversation(talk: Callable[..., Conversation]) -> None:
    first = talk(facts=PO)
    second = first.answered(("ja",))
    assert first.ask == Ask("drempel", 1)
    assert second.ask == Ask("evaluatie_schoolplan", 1)
    assert first.answers.steps == ()


def test_a_fact_is_answered_apart_from_a_step(talk: Callable[..., Conversation]) -> None:
    start = talk()
    assert start.ask == Ask("drempel", 1, "sector")
    with pytest.raises(ValueError, match="no step waits"):
        start.answered(("ja",))
    known = start.knowing("sector", "vo")
    assert known.ask == Ask("drempel", 1)
    unknown = start.knowing("sector")
    assert unknown.trail.unknown_facts == ("sector",)
    assert unknown.ask == Ask("drempel", 1)


def test_nothing_can_be_answered_at_the_end(talk: Callable[..., Conversation]) -> None:
    ended = talk("ja", "ja", facts=PO)
    assert ended.ended
    assert ended.ask is None
    with pytest.raises(ValueError, match="no step waits"):
        ended.answered(("ja",))


def test_a_resting_outcome_can_be_left(talk: Callable[..., Conversation]) -> None:
    resting = talk("nee", facts={**PO, "vier_weken_afwezig": "nee"})
    assert resting.ended
    again = resting.answered(("nieuwe_ziekmelding",))
    assert again.ask == Ask("drempel", 2)
    assert not again.ended


def test_an_answer_the_step_does_not_know_changes_nothing(
    talk: Callable[..., Conversation],
) -> None:
    before = talk(facts=PO)
    after = before.answered(("misschien",))
    assert after.ask == before.ask
    assert after.answers == before.answers


def test_words_follow_the_facts(talk: Callable[..., Conversation]) -> None:
    assert talk(facts=PO).say("het {overleg} met {swv}") == "het MDO met SPPOH"
    assert talk(facts={"sector": "vo"}).say("{Overleg}, {swv}") == "JES, SWV ZHW"
    assert talk(facts={"sector": UNKNOWN}).say("het {overleg}") == "het MDO/JES"
    assert talk(facts=PO).word("overleg") == "MDO"


@each_row("text", ["", "geen haak", "{onbekend} blijft", "{", "}{", "{{overleg}}"])
def test_filling_in_touches_only_what_it_knows(text: str) -> None:
    assert fill_in(text, {"overleg": "MDO"}) == text.replace("{overleg}", "MDO")


def test_a_birth_date_gives_the_age(talk: Callable[..., Conversation]) -> None:
    start = talk(facts={"sector": "po"})
    assert start.born(date(2014, 11, 24)).answered(("ja",)).situation["leeftijd"] == "onder_12"
    assert start.born(date(2014, 11, 23)).answered(("ja",)).situation["leeftijd"] == "vanaf_12"


def test_letters_come_with_the_step_and_not_before(talk: Callable[..., Conversation]) -> None:
    facts = {**PO, "ingeschreven": "ja"}

    def ready(*said: str) -> set[str]:
        return {letter.id for letter in talk(*said, facts=facts).letters}

    assert ready() == set()
    assert "uitnodiging-gesprek-school" in ready("ja")
    assert "tekst-duo-melding" not in ready(*TO_LEERPLICHT[:-1])
    assert {"tekst-duo-melding", "uitnodiging-gesprek-leerplicht"} <= ready(*TO_LEERPLICHT)
    assert "tekst-duo-melding" not in ready(*TO_LEERPLICHT[:-1], "")
    walked = talk(*TO_LEERPLICHT, facts=facts)
    behind = [walked.behind(letter) for letter in walked.letters]
    assert behind == sorted(behind)
    assert {*behind} == {True, False}


def test_a_change_shows_its_bill_first(talk: Callable[..., Conversation]) -> None:
    before = talk(*TO_LEERPLICHT, "ja", facts=PO)
    changed = before.change("akkoord_jgz", 1, ("ja",))
    cost = before.bill(changed)
    assert before.ask == Ask("nieuw_verzuim", 1)
    assert [answer.step for answer in cost.dropped] == ["gesprek_leerplicht"]
    assert {"tekst-duo-melding", "afsprakenbrief"} <= {
        letter.id for letter in before.lost_letters(cost)
    }
    after = before.having(changed)
    assert after.ask == cost.ask == Ask("jgz_consult", 1)
    assert [answer.step for answer in after.answers.steps][-1] == "akkoord_jgz"


def test_a_changed_number_becomes_a_choice(talk: Callable[..., Conversation]) -> None:
    before = talk(facts=PO).answered(given={"meldingen": "5"})
    assert before.ask == Ask("evaluatie_schoolplan", 1)
    changed = before.change("drempel", 1, ("nee_wel_zorgen",))
    assert changed.find("drempel", 1) == Answer("drempel", 1, ("nee_wel_zorgen",), on=before.today)


def test_an_answer_may_have_a_day_of_its_own(talk: Callable[..., Conversation]) -> None:
    day = date(2026, 11, 2)
    found = talk(facts=PO).answered(("ja",), on=day)
    assert [visit.on for visit in found.trail.main.visits if visit.step == "drempel"] == [day]
    assert found.answers.steps[0].on == day


def test_numbers_are_weighed_by_the_sector(talk: Callable[..., Conversation]) -> None:
    given = {"meldingen": "5", "dagen": "3"}
    in_po = talk(facts=PO).answered(given=given)
    assert in_po.trail.main.visits[1].taken == ("ja",)
    assert in_po.knowing("sector", "vo").answers.facts["sector"] == "vo"

"""The advice in words: who does what, by when, with which letter, and from which source."""

from collections.abc import Callable

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.facts import UNKNOWN, may_hold
from routeboek_tui.core.terms.words import NO_TERM
from routeboek_tui.library.content import Library

PO = {"sector": "po", "leeftijd": "onder_12"}
TO_LEERPLICHT = ("ja", "nee", "naar_overleg", "ja", "nee")


def test_who_does_what_by_when(talk: Callable[..., Conversation]) -> None:
    found = advice_view(talk(*TO_LEERPLICHT, facts=PO))
    (report,) = [group for group in found.now if group.step == "duo_melding"]
    assert [(todo.actor, todo.who, todo.term) for todo in report.todo] == [
        ("school", "School", "direct (23 november 2026)"),
        ("school", "School", NO_TERM),
        ("school", "School", NO_TERM),
    ]
    assert "Schema ziekteverzuim (2024)" in report.source
    assert report.certainty == ""
    assert {"tekst-duo-melding", "mededeling-duo-melding"} <= dict(report.letters).keys()


def test_a_letter_stands_at_the_step_that_gives_its_ground(
    talk: Callable[..., Conversation],
) -> None:
    walked = talk(*TO_LEERPLICHT, facts=PO)
    found, every = advice_view(walked), {(each.id, each.title) for each in walked.letters}
    for group in (*found.now, *found.earlier, *found.alongside):
        assert set(group.letters) <= every
    assert set(found.letters) <= every
    assert dict(found.letters)["melding-samenwerkingsverband"]
    (swv, _) = found.alongside
    assert dict(swv.letters).keys() == {"melding-samenwerkingsverband"}


def test_what_is_only_possible_has_no_letters_but_those_of_now(
    talk: Callable[..., Conversation],
) -> None:
    found = advice_view(talk("ja", "nee", "", facts=PO))
    assert found.possible
    assert {each for group in found.possible for each in group.letters} <= {*found.letters}
    (open_question,) = found.to_find_out
    assert open_question.question == "Hoe ga je verder na het advies?"
    assert open_question.whom == ("JGZ", "Schoolmaatschappelijk werk")
    assert open_question.find_out


def test_a_fact_that_is_unknown_is_something_to_find_out(
    talk: Callable[..., Conversation],
) -> None:
    found = advice_view(talk("ja", facts={"sector": UNKNOWN, "leeftijd": UNKNOWN}))
    assert len(found.to_find_out) == 2


def test_at_the_table_with_what_to_bring(talk: Callable[..., Conversation]) -> None:
    found = advice_view(talk("ja", "nee", "naar_overleg", facts=PO))
    table, *ahead = found.tables
    assert all(each.title.startswith("Straks, bij “") for each in ahead)
    assert table.title == "Het MDO"
    assert table.seats[1] == "Intern begeleider"
    assert "Leerplicht (in overleg, als ongeoorloofd verzuim is gemeld)" in table.seats
    assert len(table.bring) == 3


def test_why_otherwise_and_unsure(talk: Callable[..., Conversation]) -> None:
    found = advice_view(talk("ja", "nee", facts=PO))
    assert [(because.title, because.said) for because in found.why] == [
        ("Drempel ziekteverzuim", "Ja, de drempel is gehaald"),
        ("Evaluatie van het schoolplan", "Nee, het verzuim gaat door"),
    ]
    assert found.otherwise[0].title == "Evaluatie van het schoolplan"
    assert found.otherwise[0].leads_to
    assert all(unsure.certainty and unsure.because for unsure in found.unsure)
    assert len(found.unsure) == 2


def test_what_was_supposed_is_no_reason(talk: Callable[..., Conversation]) -> None:
    assert [because.title for because in advice_view(talk("ja", "", facts=PO)).why] == [
        "Drempel ziekteverzuim"
    ]


def test_conflicts_and_readings_belong_to_this_situation(
    talk: Callable[..., Conversation], library: Library
) -> None:
    def disputed(sector: str) -> tuple[set[str], set[str]]:
        here = talk(facts={**PO, "sector": sector})
        view = advice_view(here)
        assert view.readings or sector == "vo"
        near = {
            each.about
            for each in library.conflicts.values()
            if "drempel" in each.steps
            and may_hold(each.when, here.situation)
            and here.near.is_near(each, "drempel")
        }
        return {each.about for each in view.conflicts}, near

    shown, of_po = disputed("po")
    assert shown == of_po
    in_vo, of_vo = disputed("vo")
    assert in_vo == of_vo
    assert in_vo != shown


def test_an_outcome(talk: Callable[..., Conversation]) -> None:
    found = advice_view(talk("ja", "ja", facts=PO))
    assert found.outcome == found.outcomes[0]
    assert found.waiting == ""
    resting = advice_view(talk("nee", facts={**PO, "vier_weken_afwezig": "nee"}))
    assert resting.outcome
    assert resting.waiting


def test_an_arrow_from_a_step_that_ran_alongside_says_why(
    talk: Callable[..., Conversation],
) -> None:
    said = (*TO_LEERPLICHT, "nee", "niet_aannemelijk", "ja", "ja", "veilig_thuis+strafrecht")
    found = advice_view(talk(*said, facts={**PO, "ongeoorloofd_sinds": UNKNOWN}))
    assert [unsure.title for unsure in found.unsure if not unsure.because] == []

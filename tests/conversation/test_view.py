"""The question, the way so far and the facts, in words a face can show."""

import random
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from msgspec import Struct
from msgspec.structs import fields

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.safety import of_kind
from routeboek_tui.conversation.view import UNKNOWN_LABEL, facts, lines, question
from routeboek_tui.core.facts import NAMED, UNKNOWN, UNLESS_SAID
from routeboek_tui.core.paths import taken_sets
from routeboek_tui.core.safety import KIND
from routeboek_tui.library.conflict import Conflict
from routeboek_tui.library.content import Library
from routeboek_tui.library.wording import Reading
from tests.rows import each_row

PO = {"sector": "po", "leeftijd": "onder_12"}
TO_LEERPLICHT = ("ja", "nee", "naar_overleg", "ja", "nee")


def test_a_question_has_a_key_for_every_choice_and_for_unknown(
    talk: Callable[..., Conversation],
) -> None:
    found = question(talk(facts=PO))
    assert found is not None
    assert [option.key for option in found.options] == ["1", "2", "3", "4"]
    assert [option.choice for option in found.options] == ["ja", "nee_wel_zorgen", "nee", ""]
    assert found.options[-1].label == UNKNOWN_LABEL
    assert found.options[0].leads_to == "Gesprek en plan van aanpak"
    assert (found.step, found.visit, found.fact, found.number) == ("drempel", 1, "", 1)
    assert (found.actor, found.who) == ("school", "School")
    assert found.policy == "zorgwekkend_ziekteverzuim"
    assert not found.several
    assert not found.ended


def test_a_fact_is_a_question_about_the_pupil(talk: Callable[..., Conversation]) -> None:
    found = question(talk())
    assert found is not None
    assert found.fact == "sector"
    assert found.who == "Over de leerling"
    assert [option.choice for option in found.options] == ["po", "vo", ""]


def test_what_may_be_ticked_beside_another_is_marked(talk: Callable[..., Conversation]) -> None:
    found = question(talk(*TO_LEERPLICHT, "nee", facts=PO))
    assert found is not None
    assert found.step == "gegrond"
    assert found.several
    assert [option.choice for option in found.options if option.extra] == ["jeugdhulp_nodig"]


def test_an_arrow_over_an_unknown_fact_leads_to_either(talk: Callable[..., Conversation]) -> None:
    said = ("ja", "nee", "naar_overleg", "ja", "ja")
    found = question(talk(*said, facts={**PO, "jgz": UNKNOWN}))
    assert found is not None
    assert found.step == "jgz_consult"
    stayed_away = next(o for o in found.options if o.choice == "twee_keer_zonder_bericht")
    assert " of " in stayed_away.leads_to


def test_a_resting_outcome_can_go_on_but_has_nothing_to_find_out(
    talk: Callable[..., Conversation],
) -> None:
    found = question(talk("nee", facts={**PO, "vier_weken_afwezig": "nee"}))
    assert found is not None
    assert found.ended
    assert [option.choice for option in found.options] == ["nieuwe_ziekmelding"]
    assert question(talk("ja", "ja", facts=PO)) is None


def test_after_an_unknown_answer_the_question_says_what_it_supposes(
    talk: Callable[..., Conversation],
) -> None:
    found = question(talk("ja", "nee", "", facts=PO))
    assert found is not None
    assert found.supposing == ("Advies van een partner: Naar het MDO",)


def test_the_way_so_far(talk: Callable[..., Conversation]) -> None:
    found = lines(talk("ja", "nee", "", facts=PO))
    assert [line.step for line in found][:5] == [
        "ziekmelding",
        "drempel",
        "melding_swv",
        "gesprek_en_plan",
        "evaluatie_schoolplan",
    ]
    by_step = {line.step: line for line in found}
    assert not by_step["ziekmelding"].answer
    assert by_step["drempel"].said == "Ja, de drempel is gehaald"
    assert by_step["melding_swv"].alongside
    assert by_step["advies_vragen"].said == UNKNOWN_LABEL
    assert by_step["advies_vragen"].supposed
    assert by_step["mdo_jes"].who == "MDO"


def test_numbers_show_their_arithmetic(talk: Callable[..., Conversation]) -> None:
    (drempel,) = [
        line
        for line in lines(talk(facts=PO).answered(given={"meldingen": "5"}))
        if line.step == "drempel"
    ]
    assert any("5" in sentence for sentence in drempel.note)


def test_the_strip_holds_what_was_asked_in_a_fixed_order(
    talk: Callable[..., Conversation], library: Library
) -> None:
    found = talk(facts={"gemeente": "rijswijk", "sector": UNKNOWN}).born(date(2013, 5, 12))
    strip = facts(found)
    assert [word.fact for word in strip] == ["sector", "gemeente", "leeftijd"]
    assert [word.said for word in strip] == ["Sector: onbekend", "Rijswijk", "geboren 12 mei 2013"]
    assert facts(talk()) == ()
    assert set(library.facts) >= set(NAMED)


def texts_in(value: object) -> Iterator[str]:
    """Every text somewhere in a view, but for readings and conflicts, which keep their words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each)
    elif isinstance(value, Struct) and not isinstance(value, Reading | Conflict):
        for part in fields(value):
            yield from texts_in(getattr(value, part.name))


@each_row("seed", range(25))
def test_no_walk_shows_a_word_that_was_not_filled_in(
    library: Library, today: date, seed: int
) -> None:
    draw = random.Random(seed)
    found = Conversation.start(library, "ziekteverzuim", today)
    for _ in range(40):
        shown = (question(found), lines(found), facts(found), advice_view(found))
        assert [text for text in texts_in(shown) if "{" in text or "}" in text] == []
        ask = found.ask
        if ask is None:
            break
        if ask.fact == KIND:
            found = of_kind(found, draw.choice(["", *found.library.dangers]))
        elif ask.fact:
            found = found.knowing(ask.fact, draw.choice([*found.flow.domains[ask.fact], UNKNOWN]))
        else:
            taken = draw.choice(taken_sets(found.step(ask.step)))
            unknown = draw.random() < 0.1
            found = found.answered(() if unknown else tuple(choice.id for choice in taken))


@pytest.mark.parametrize("fact", UNLESS_SAID)
def test_what_holds_unless_said_otherwise_does_not_stand_there_as_said(
    talk: Callable[..., Conversation], fact: str
) -> None:
    held = UNLESS_SAID[fact]
    shown = {word.fact for word in facts(talk("ja", facts={**PO, fact: held}))}
    assert fact not in shown
    assert shown >= {*PO}
    (otherwise,) = {"ja", "nee"} - {held}
    assert fact in {word.fact for word in facts(talk("ja", facts={**PO, fact: otherwise}))}

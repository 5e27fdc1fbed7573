"""Who comes in half-way hears what should be done by then, and ticks what was."""

from datetime import date

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.missed import missed
from routeboek_tui.core.safety import Manner
from routeboek_tui.course.course import Course
from routeboek_tui.course.state import resumed, state_of
from routeboek_tui.course.ticking import LEFT, NONE_LEFT, WHICH
from routeboek_tui.export.advice import advice_blocks
from tests.course.talks import said
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE

DAY = date(2026, 11, 24)
JUMPED = {
    ("ziekteverzuim", "akkoord_jgz"): "ziekmelding gesprek_en_plan advies_vragen melding_swv",
    ("ziekteverzuim", "advies_driehoek"): (
        "ziekmelding gesprek_en_plan advies_vragen melding_swv alternatief"
    ),
    ("met_schoolinschrijving_vo", "opschalingsgrond"): (
        "preventie_vo gesprek_vo registreren_vo melding_onderwijs_transparant jes_plan"
    ),
    (
        "met_schoolinschrijving_po",
        "adviestafel_po",
    ): "preventie_po gesprek_po mdo_po vastgelopen_po",
    ("noord_kennemerland", "mas_route"): "onderzoek_leerplicht_nk onderliggende_problematiek",
}


def _at(route: str, start: str, **facts: str) -> Conversation:
    sector = "po" if route.endswith("po") else "vo"
    known = {
        **SAFE,
        "gemeente": "den_haag",
        "sector": sector,
        "leeftijd": "vanaf_12",
        "ingeschreven": "ja",
        **facts,
    }
    return Conversation.at(guide(), guide().flows[route], Answers(known, start=start), DAY)


@pytest.mark.parametrize(("place", "steps"), JUMPED.items())
def test_what_was_jumped_over_is_told(place: tuple[str, str], steps: str) -> None:
    talk = _at(*place)
    assert {each.step.id for each in missed(talk.trail)} == set(steps.split())
    view = advice_view(talk)
    assert {group.step for group in view.missed} == set(steps.split())
    titles = [group.title for group in view.missed]
    assert all(title in str(list(advice_blocks(view))) for title in titles)


@each_row("route", guide().flows)
def test_who_begins_at_the_beginning_jumped_over_nothing(route: str) -> None:
    flow = guide().flows[route]
    for start in ("", flow.start):
        talk = Conversation.at(guide(), flow, Answers(SAFE, start=start), DAY)
        assert missed(talk.trail) == ()


def test_nothing_is_done_that_nobody_said_was() -> None:
    talk = _at("ziekteverzuim", "akkoord_jgz")
    assert not talk.answers.done
    assert not talk.trail.certain("gesprek_en_plan")


def test_what_is_ticked_is_done_and_no_longer_told() -> None:
    course = Course.along(_at("ziekteverzuim", "akkoord_jgz"), Manner.ALOUD)
    course.hear("al gedaan")
    assert course.asked
    assert course.asked.text == WHICH
    keys = {option.choice: option.key for option in course.asked.options}
    reply = course.pick(keys["ziekmelding"], keys["gesprek_en_plan"])
    assert "Genoteerd als gedaan: " in said(reply)
    assert course.talk.answers.done == ("gesprek_en_plan", "ziekmelding")
    assert course.talk.trail.certain("gesprek_en_plan")
    assert [g.step for g in advice_view(course.talk).missed] == ["advies_vragen", "melding_swv"]
    assert resumed(guide(), state_of(course)).talk.answers.done == course.talk.answers.done
    course.do("undo")
    assert not course.talk.answers.done


def test_nothing_can_be_ticked_as_well() -> None:
    course = Course.along(_at("ziekteverzuim", "akkoord_jgz"), Manner.ALOUD)
    course.do("done")
    assert course.asked
    *_, nothing = course.asked.options
    assert "gaat niet samen" in said(course.pick("1", nothing.key))
    assert LEFT in said(course.pick(nothing.key))
    assert not course.talk.answers.done


def test_where_there_is_nothing_to_do_there_is_nothing_to_tick() -> None:
    course = Course.along(_at("triage", ""), Manner.ALOUD)
    assert NONE_LEFT in said(course.do("done"))

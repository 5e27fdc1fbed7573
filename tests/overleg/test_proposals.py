"""What is proposed to agree on: never to hold the meeting that is held, nor what is of sickness."""

import re

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.plan import proposals, running
from routeboek_tui.core.meeting import Agreement
from tests.course.meetings import PO, RIJSWIJK, VO, standing
from tests.known import guide
from tests.overleg.played import held, wall
from tests.rows import each_row

NK = {"regio": "noord_kennemerland", "sector": "po"}
MEETINGS = sorted(
    {
        (flow.id, step)
        for kind in guide().meeting.kinds.values()
        for step in kind.steps
        for flow in guide().flows.values()
        if step in flow.steps
    }
)


@each_row(("flow", "step"), MEETINGS)
def test_to_hold_the_meeting_is_not_proposed_at_the_meeting(flow: str, step: str) -> None:
    facts = (
        NK
        if flow == "noord_kennemerland"
        else VO
        if "vo" in guide().sectors(guide().flows[flow])
        else PO
    )
    offered = [each.what for each in proposals(standing(flow, step, facts))]
    held_now = ("organiseer", "plan (het|een) (MDO|JES|overleg)", "bijeen", "om een overleg")
    holding = re.compile("|".join((*held_now, "breng de leerling in")))
    assert [each for each in offered if holding.search(each)] == []


def sick(talk: Conversation, depth: int, path: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The ways of at most ``depth`` answers on which something of sickness is proposed."""
    found = [
        (*path, each.what)
        for each in proposals(talk)
        if re.search(r"\bziek|JGZ mag|wegblijven", each.what)
    ]
    ask = talk.ask
    if not depth or ask is None or ask.fact:
        return found
    choices = talk.text(ask.step).choices
    for choice in talk.flow.steps[ask.step].choices:
        label = choices[choice.id].label.casefold()
        if not re.search(r"\bziek|door ziekte", label) or "niet aantoonbaar" in label:
            found += sick(talk.answered((choice.id,)), depth - 1, (*path, choice.id))
    return found


@pytest.mark.parametrize(
    ("flow", "step", "facts"),
    [
        ("met_schoolinschrijving_vo", "jes_plan", VO | RIJSWIJK),
        ("met_schoolinschrijving_vo", "opschalingsgrond", VO | RIJSWIJK),
        ("met_schoolinschrijving_vo", "opschalingsgrond", VO),
        ("met_schoolinschrijving_po", "mdo_po", PO),
    ],
)
def test_nothing_of_sickness_is_proposed_where_nobody_is_sick(
    flow: str, step: str, facts: dict[str, str]
) -> None:
    assert sick(standing(flow, step, facts), 3, ()) == []


@each_row("action", guide().meeting.running)
def test_every_action_that_goes_on_is_one_of_the_guide(action: str) -> None:
    places = [
        each.id
        for flow in guide().flows.values()
        for step in flow.steps.values()
        for each in step.actions
    ]
    assert action in places
    talk = standing("ziekteverzuim", "mdo_jes", PO)
    assert running(talk, Agreement("School", "iets", None, f"stap:x/y#{action}"))


LASTING = ("ouders: bellen elke ochtend", "school: belt wekelijks", "mentor: mailt iedere vrijdag")


@pytest.mark.parametrize("line", LASTING)
def test_what_goes_on_has_no_last_day(line: str) -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", line)
    assert "(tot de evaluatie)" in " ".join(wall(found).split())
    assert not found.stand.at
    found.hear("uit")
    assert "zonder wie of wanneer" not in wall(found)
    dated = held("mdo_jes", "ziekteverzuim", "plan", f"{line}, 4 december")
    assert "vanaf vrijdag 4 december, tot de evaluatie" in " ".join(wall(dated).split())
    assert "uiterlijk" not in wall(dated)


@pytest.mark.parametrize(
    "lines",
    [
        ("leerling: leerling mailt de meester, morgen",),
        ("leerling mailt de meester, morgen", "8"),
        ("leerling mailt de meester, morgen", "leerling"),
        ("school: leerling mailt de meester, morgen", "a leerling"),
    ],
)
def test_who_does_it_is_said_once(lines: tuple[str, ...]) -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", *lines)
    agreed = found.meeting.agreements[0]
    assert (agreed.who, agreed.what) == ("Leerling", "mailt de meester")


def test_who_does_it_is_no_part_of_a_longer_word() -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", "school: schoolbreed onderzoek, morgen")
    assert found.meeting.agreements[0].what == "schoolbreed onderzoek"


def test_a_party_is_meant_where_it_is_asked_who() -> None:
    found = held("mdo_jes", "ziekteverzuim", "regie", "leerling")
    assert found.meeting.regie == "Leerling"

"""A day that is typed alone is the one that the advice of now asks for, or it is asked which."""

from datetime import date, timedelta

import pytest

from routeboek_tui.conversation.advice.advice_view import steps_of
from routeboek_tui.conversation.advice.timeline import lacking
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.open_day import open_day
from routeboek_tui.core.answers import Answers
from routeboek_tui.course.course import Course
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE

TODAY = date(2026, 11, 30)
LIBRARY = guide()
SAID = ("{}", "op {}", "sinds {}", "Dat was op {}.", "maandag {}")
PLACES = sorted(
    (flow.id, step, each.since)
    for each in LIBRARY.milestones.of.values()
    for flow in LIBRARY.flows.values()
    for step in each.steps
    if step in flow.steps
)


def _at(flow: str, step: str) -> Conversation:
    region = LIBRARY.editions[LIBRARY.flows[flow].edition].region
    sector = next(iter(LIBRARY.sectors(LIBRARY.flows[flow]) or ("po",)))
    facts = {
        **SAFE,
        "regio": region,
        "sector": sector,
        "leeftijd": "vanaf_12",
        "ingeschreven": "ja",
    }
    if region == "haaglanden":
        facts["gemeente"] = "den_haag"
    return Conversation.at(LIBRARY, LIBRARY.flows[flow], Answers(facts=facts, start=step), TODAY)


@each_row(("flow", "step", "since"), PLACES, ids=map("/".join, PLACES))
def test_a_day_alone_is_one_of_those_that_are_asked_for(flow: str, step: str, since: str) -> None:
    talk = _at(flow, step)
    wanted = {*lacking(talk, steps_of(talk))}
    past, ahead = TODAY - timedelta(days=7), TODAY + timedelta(days=63)
    for day in (past, ahead):
        found = open_day(talk, f"{day.day}-{day.month}-{day.year}")
        names = {*found.names} if found else set()
        may = {name for name in wanted if day <= TODAY or LIBRARY.milestones.starts[name].ahead}
        assert names == may
    assert since not in wanted or since in {*open_day(talk, "op 23-11-2026").names}  # type: ignore[union-attr]


@pytest.mark.parametrize("words", SAID)
def test_it_is_noted_and_told(words: str) -> None:
    course = Course(_at("noord_kennemerland", "verhuizing_buitenland"))
    reply = course.hear(words.format("1 februari 2027"))
    assert course.talk.answers.said.days == {"vertrek": date(2027, 2, 1)}
    assert "de dag van vertrek, 1-2-2027" in str(reply)


def test_of_two_it_is_asked_which() -> None:
    course = Course(_at("met_schoolinschrijving_vo", "opschalingsgrond"))
    reply = course.hear("sinds 2 november")
    assert not course.talk.answers.said.days
    assert "Welke dag is 2-11-2026" in str(reply)


@pytest.mark.parametrize("line", ["1 februari 2027 om tien uur bij de dokter", "3 keer", "morgen?"])
def test_a_day_with_more_beside_it_is_none(line: str) -> None:
    assert open_day(_at("noord_kennemerland", "verhuizing_buitenland"), line) is None


def test_a_birthday_that_comes_is_not_refused() -> None:
    course = Course(_at("zonder_schoolinschrijving", "leerplichtig"))
    course.hear("15 jaar")
    for typed, told in (("14 mei 2027", True), ("14 mei 2029", False)):
        reply = course.hear(typed)
        assert any("wordt 16 op 14-5-2027" in part.text for part in reply) is told  # type: ignore[union-attr]
    course.hear("wordt 16 op 14-5-2027")
    assert course.talk.answers.born == date(2011, 5, 14)

"""Two absences in one sentence: two tracks, walked one after the other, neither lost."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from routeboek_tui.core.said import Said
from routeboek_tui.course import sentences
from routeboek_tui.course.candidates import NONE, TRACKS
from routeboek_tui.course.course import Course
from routeboek_tui.course.state import State, resumed, state_of
from routeboek_tui.course.tracks import sharing
from routeboek_tui.course.turn import Leave
from routeboek_tui.course.unfit import Unfit
from tests.course.talks import VO, keys, said, talk
from tests.known import guide, in_kinds
from tests.walks_as_data import SAFE, TODAY

CASES: list[dict[str, Any]] = in_kinds(Path(__file__).parent / "tracks.yaml")
EVERY = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
OTHER = "ander spoor"


def _told(case: dict[str, Any]) -> Course:
    course = talk("triage", **{**SAFE, **case["facts"]})
    course.tell(case["typed"])
    return course


def _begun(case: dict[str, Any]) -> Course:
    course = _told(case)
    course.pick(keys(course)[TRACKS])
    return course


def _stands(course: Course) -> str:
    return f"{course.talk.flow.route}/{course.talk.answers.start}"


def _kept(course: Course) -> Course:
    """The course after it was put away and taken up again."""
    data = msgspec.json.decode(msgspec.json.encode(state_of(course)), type=State)
    return resumed(guide(), data)


def _titles(case: dict[str, Any]) -> list[str]:
    return [guide().signals[name].title for name in case["tracks"]]


@EVERY
def test_both_are_offered_and_walked_one_after_the_other(case: dict[str, Any]) -> None:
    course = _told(case)
    assert course.asked
    assert course.asked.options[0].choice == TRACKS
    reply = said(course.pick("1"))
    assert sentences.TWO_TRACKS.format(*_titles(case)) in reply
    assert _stands(course) == case["first"]
    assert course.other
    assert course.other.title == _titles(case)[1]
    course.hear(OTHER)
    assert _stands(course) == case["second"]
    course.hear(OTHER)
    assert _stands(course) == case["first"]


@EVERY
def test_two_numbers_choose_two(case: dict[str, Any]) -> None:
    course = _told(case)
    one, other = (keys(course)[name] for name in case["tracks"])
    course.hear(f"{one} en {other}")
    assert course.other
    assert _stands(course) == case["first"]


@EVERY
def test_facts_are_shared_and_steps_are_not(case: dict[str, Any]) -> None:
    course = _begun(case)
    talk = course.talk
    for fact, value in case["shared"].items():
        talk = talk.knowing(fact, value)
    course._go(talk)
    walked = {*course.talk.trail.certain_steps}
    course.hear(OTHER)
    assert case["shared"].items() <= course.talk.answers.facts.items()
    assert not course.talk.earlier or course.talk.earlier[-1].flow.route == "triage"
    assert not walked & {*course.talk.answers.done}
    asked = course.asked
    assert asked
    assert asked.fact not in case["shared"]


@EVERY
def test_put_away_and_taken_up_both_are_there(case: dict[str, Any]) -> None:
    for course in (_begun(case), _begun(case)):
        course.hear(OTHER)
        again = _kept(course)
        assert (again.other is None) == (course.other is None)
        assert _stands(again) == case["second"]
        again.hear(OTHER)
        assert _stands(again) == case["first"]


def test_what_waits_comes_from_outside_and_is_not_trusted() -> None:
    state = msgspec.to_builtins(state_of(_begun(CASES[0])))
    state["other"]["signal"] = "bestaat_niet"
    with pytest.raises(Unfit):
        resumed(guide(), msgspec.convert(json.loads(json.dumps(state, default=str)), State))


@EVERY
def test_undoing_the_second_goes_back_to_the_first(case: dict[str, Any]) -> None:
    course = _begun(case)
    course.hear(OTHER)
    for _ in range(4):
        reply = course.do("undo")
        assert Leave() not in reply
        if _stands(course) == case["first"]:
            return
    raise AssertionError


def test_at_its_end_a_track_names_the_one_that_waits() -> None:
    course = _begun(CASES[0])
    course.hear("nee")
    reply = course.hear("nee")
    assert course.talk.ended
    assert sentences.THEN_OTHER.format(_titles(CASES[0])[1]) in said(reply)


def test_stopping_says_what_waits_and_restarting_forgets_it() -> None:
    course = _begun(CASES[0])
    course.do("stop")
    assert course.asked
    assert _titles(CASES[0])[1] in " ".join(each.text for each in course.asked.remarks)
    course.do("undo")
    course.do("restart")
    course.hear("ja")
    assert course.other is None


def test_what_was_said_on_one_track_is_known_on_the_other() -> None:
    here = talk("triage", **SAFE).talk
    said_there = Said(counts={"te_laat": {"keren": "12"}}, choices={"akkoord_jgz": ("ja",)})
    said_here = Said(choices={"akkoord_jgz": ("nee",)}, undone=("duo_melding#melden_bij_duo",))
    there = here.hearing(replace(said_there, undone=("gesprek_en_plan#plan_maken",)))
    shared = sharing(here.hearing(said_here), there).answers.said
    assert shared.counts == said_there.counts
    assert shared.choices == said_here.choices
    assert shared.undone == said_here.undone


@pytest.mark.parametrize(("typed", "choice"), [("ja", "ja"), ("niet akkoord", "nee")])
def test_consent_that_was_answered_on_one_track_is_known_on_the_other(
    typed: str, choice: str
) -> None:
    there = talk("ziekteverzuim", ("4 meldingen in 12 weken", "14", "nee", "2", typed), **VO)
    here = talk("ziekteverzuim", **VO)
    assert sharing(here.talk, there.talk).answers.said.choices == {"akkoord_jgz": (choice,)}


def test_without_a_second_there_is_one_track() -> None:
    course = talk("triage", **VO)
    assert said(course.hear(OTHER)) == sentences.NO_OTHER_TRACK
    course.tell(CASES[0]["typed"])
    course.pick(keys(course)[NONE])
    assert course.other is None


@pytest.mark.parametrize(
    "typed",
    [
        "komt steeds te laat en nu drie dagen niet gezien",
        "hij is vaak ziek, en daarnaast spijbelt hij hele middagen",
        "ze komt elke dag te laat, en ze blijft ook hele dagen zomaar weg",
    ],
)
def test_who_could_choose_both_and_chose_one_has_one(typed: str) -> None:
    for choice in keys(_typed(typed)):
        course = _typed(typed)
        assert course.asked
        assert course.asked.options[0].choice == TRACKS
        course.pick(keys(course)[choice])
        assert (course.other is not None) == (choice == TRACKS)


def _typed(line: str) -> Course:
    course = talk("triage", **VO)
    course.tell(line)
    return course


def test_what_was_not_chosen_waits_and_is_offered_as_that() -> None:
    course = Course.begin(guide(), TODAY, SAFE)
    course.tell(
        "Jongen in Heiloo, groep 8, komt al vier weken niet meer. Ze verhuizen in december naar het"
        " buitenland."
    )
    reply = said(course.pick("1"))
    assert course.other
    assert sentences.OFFERED_TRACK.format(course.named[0], course.other.title) in reply

"""Danger of which nobody knows which kind it is, and a line that was no danger after all."""

import io
import json
import re

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.advice.groups import Group
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.safety import KIND, NOW, SAFETY, UNCLEAR, WORRY, Safety
from routeboek_tui.course.course import Course
from routeboek_tui.course.state import resumed, state_of
from routeboek_tui.json_lines.talking import answered
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.session import Session
from routeboek_tui.search.danger import ears
from tests.course.talks import VO, keys, said, talk
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

UNASKED = {fact: value for fact, value in VO.items() if fact != SAFETY}
TWO = "hij is weggelopen en hij wil dood"
GUESSED = ears().hear(TWO).kinds
TO_PARENTS = re.compile(r"(Bel|Vraag|Spreek|Praat|Vertel)( eerst)? (het )?(met )?(aan )?de ouders")
DAY = TODAY.isoformat()
PERHAPS = "ja, de drempel is gehaald en papa slaat hem met de riem"
"""An answer to what is asked, in which danger is heard."""


def _asked_which(value: str = NOW) -> Course:
    course = talk("ziekteverzuim", **VO)
    course.hear(TWO)
    assert course.talk.safety.heard == GUESSED
    course.pick(keys(course)[value])
    assert course.asked
    assert course.asked.fact == KIND
    return course


def _groups(course: Course) -> tuple[Group, ...]:
    return advice_view(course.talk).danger


@each_row("value", [NOW, WORRY])
@each_row("typed", ["weet ik niet", "onduidelijk", "ik weet niet welke soort", ""])
def test_while_the_kind_is_not_known_nothing_tells_the_parents(value: str, typed: str) -> None:
    course = _asked_which(value)
    if typed:
        course.hear(typed)
        assert course.asked
        assert course.asked.fact != KIND
    groups = _groups(course)
    assert [each.step for each in groups] == [UNCLEAR, *GUESSED]
    first = " ".join(todo.text for todo in groups[0].todo)
    assert "Veilig Thuis (0800-2000)" in first
    assert "ouders" in course.talk.held
    told = [todo.text for group in groups for todo in group.todo]
    assert not [each for each in told if TO_PARENTS.search(each)]


@pytest.mark.parametrize("value", [NOW, WORRY])
def test_where_both_are_meant_their_own_advice_is_whole(value: str) -> None:
    course = _asked_which(value)
    course.hear("allebei")
    told = [todo.text for group in _groups(course) for todo in group.todo]
    assert [each for each in told if TO_PARENTS.search(each)]


def test_that_it_is_unclear_is_a_choice_beside_the_guessed_ones() -> None:
    course = _asked_which()
    assert course.asked
    assert [option.choice for option in course.asked.options][:2] == [*GUESSED]
    course.pick(keys(course)[UNCLEAR])
    assert course.talk.safety.dangers == (UNCLEAR,)
    assert resumed(guide(), state_of(course)).talk.safety == course.talk.safety


def test_a_danger_that_may_be_unclear_offers_that_once() -> None:
    course = talk("ziekteverzuim", **VO)
    course.hear("ik vertrouw het thuis niet")
    assert UNCLEAR in course.talk.safety.heard
    course.pick(keys(course)[NOW])
    assert course.asked
    offered = [option.choice for option in course.asked.options]
    assert len(offered) == len(set(offered))


def test_not_knowing_whether_it_is_danger_settles_no_guess() -> None:
    course = talk("ziekteverzuim", **VO)
    course.hear(TWO)
    course.hear("weet ik nog niet")
    assert course.talk.answers.facts[SAFETY] == UNKNOWN
    assert [each.step for each in _groups(course)] == [UNCLEAR, *GUESSED]


NAMES = [
    pytest.param(kind, name, id=name)
    for kind, danger in guide().dangers.items()
    for name in (kind, kind.replace("_", " "), danger.title, *danger.names)
]


@each_row("two", [False, True], ids=["all", "two"])
@each_row(("kind", "name"), NAMES)
def test_a_kind_typed_by_its_name_is_chosen(kind: str, name: str, two: bool) -> None:
    course = _asked_which() if two else talk("ziekteverzuim", **{**VO, SAFETY: NOW})
    course.hear(name)
    assert course.talk.safety.dangers == (kind,)


@each_row("kind", guide().dangers)
def test_what_tells_the_parents_says_so(kind: str) -> None:
    for deed in (*guide().dangers[kind].now, *guide().dangers[kind].worry):
        assert deed.parents is bool(TO_PARENTS.search(deed.text)), deed


@pytest.mark.parametrize("value", [NOW, WORRY])
def test_of_two_dangers_the_parents_wait_where_one_of_them_says_so(value: str) -> None:
    course = talk("ziekteverzuim", **{**VO, SAFETY: value})
    safety = Safety(dangers=("geweld_thuis", "zelfdoding"))
    both = course.talk.having(replace(course.talk.answers, safety=safety))
    told = [todo.text for group in advice_view(both).danger for todo in group.todo]
    waiting = [each for each in told if "bel de ouders" in each.lower()]
    assert waiting
    assert all(each.startswith("Vraag eerst raad aan Veilig Thuis") for each in waiting)


def test_who_hears_of_danger_does_it_whatever_their_office() -> None:
    actors = {deed.actor for danger in guide().dangers.values() for deed in danger.deeds.values()}
    assert actors == {"jij", "schoolbestuur"}


# A line that was no danger after all


def _taken(course: Course) -> bool:
    answer = course.talk.answers.find("drempel", 1)
    return bool(answer and answer.choices == ("ja",))


def test_after_a_no_the_line_is_the_answer_it_was() -> None:
    course = talk("ziekteverzuim", **{**VO, **SAFE})
    course.hear(PERHAPS)
    assert course.asked
    assert course.asked.fact == SAFETY
    assert not _taken(course)
    reply = course.hear("nee")
    assert "Je schreef ook" in said(reply)
    assert _taken(course)
    course.do("undo")
    assert not _taken(course)


def test_after_a_worry_it_is_only_offered() -> None:
    course = talk("ziekteverzuim", **{**VO, **SAFE})
    course.hear(PERHAPS)
    course.pick(keys(course)[WORRY])
    assert not _taken(course)


def test_what_was_typed_before_the_question_stood_there_is_only_offered() -> None:
    course = talk("ziekteverzuim", **UNASKED)
    course.hear(PERHAPS)
    course.hear("nee")
    assert course.asked
    assert course.asked.step == "drempel"
    assert not _taken(course)


def test_the_lines_and_the_json_read_it_so_too() -> None:
    course = talk("ziekteverzuim", **{**VO, **SAFE})
    session = Session(Lines(io.StringIO(f"{PERHAPS}\nnee\n"), io.StringIO()), course)
    while session.run():
        pass
    assert _taken(session.course)

    reply = answered(guide(), _json(date=DAY, route="ziekteverzuim", facts={**VO, **SAFE}))
    for line in (PERHAPS, "nee"):
        state = json.loads(json.dumps(reply["state"]))
        reply = answered(guide(), _json(state=state, hear=line))
    assert "drempel" in json.dumps(reply["state"])


def _json(**request: object) -> bytes:
    return json.dumps(request).encode()

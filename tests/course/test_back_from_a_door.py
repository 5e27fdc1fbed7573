"""Taking back the answer that led to a door keeps the story, the door and what came before."""

import json
from typing import Any

import msgspec

from routeboek_tui.course.candidates import Candidates, OnTheWay
from routeboek_tui.course.course import Course
from routeboek_tui.json_lines.talking import answered
from tests.course.talks import keys, talk
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import TODAY

DEN_HAAG = {"regio": "haaglanden", "gemeente": "den_haag"}
STORIES: dict[str, tuple[dict[str, str], list[str]]] = {
    "one door": ({**DEN_HAAG, "sector": "po"}, ["steeds te laat", "1", "3"]),
    "a sure door": ({**DEN_HAAG, "sector": "vo"}, ["18 lesuren gespijbeld", "1", "3"]),
    "a fact on the way": (
        {**DEN_HAAG, "sector": "vo"},
        ["moeder wil een vrijstelling", "1", "3", "1"],
    ),
    "the region on the way": ({"sector": "po"}, ["steeds te laat", "1", "3", "1"]),
    "not known": ({**DEN_HAAG, "sector": "po"}, ["steeds te laat", "1", "4"]),
    "safety known": (
        {**DEN_HAAG, "sector": "po", "veiligheid": "nee"},
        ["steeds te laat", "1"],
    ),
    "another sector than before": (
        {**DEN_HAAG, "sector": "po"},
        ["een jongen van het VO komt steeds te laat", "2", "1", "3"],
    ),
}
EVERY = each_row("story", STORIES.values(), ids=STORIES)


def _told(story: tuple[dict[str, str], list[str]]) -> tuple[Course, list[Any]]:
    """The talk at its door, and what was asked before each line of the way to it."""
    facts, (typed, *lines) = story
    course = talk("triage", **facts)
    course.tell(typed)
    asked = []
    for line in lines:
        assert course.beside_route, (line, course.asked)
        asked.append(course.asked)
        course.pick(line)
    return course, asked


@EVERY
def test_each_back_asks_the_question_before(story: tuple[dict[str, str], list[str]]) -> None:
    course, asked = _told(story)
    while not course.beside_route:
        course.do("undo")
    for before in reversed(asked):
        assert course.asked == before
        assert course.telling == story[1][0]
        course.do("undo")
    assert not course.beside_route


@EVERY
def test_what_was_taken_back_is_answered_again(story: tuple[dict[str, str], list[str]]) -> None:
    course, _ = _told(story)
    stood = course.moment
    while not course.beside_route:
        course.do("undo")
    course.pick(story[1][-1])
    assert course.moment.talk.answers == stood.talk.answers
    assert course.moment.spoken == stood.spoken


def test_another_program_asks_the_same() -> None:
    facts, lines = STORIES["one door"]
    state, asked = None, []
    acts = [{"tell": lines[0]}, *({"pick": [line]} for line in lines[1:]), {"do": "undo"}]
    begin = {"facts": facts, "date": TODAY.isoformat(), "route": "triage"}
    for act in acts:
        line = {"state": state, **act} if state else {**begin, **act}
        found = json.loads(msgspec.json.encode(answered(guide(), json.dumps(line).encode())))
        state = found["state"]
        asked.append(found["asked"])
    assert asked[-1] == asked[-3]
    assert asked[-1]["fact"] == "veiligheid"


def test_what_leads_to_a_door_is_one_of_these() -> None:
    course, _ = _told(STORIES["one door"])
    course.do("undo")
    assert [type(each) for each in course._frames] == [Candidates, OnTheWay]
    assert keys(course)["nee"] == "3"

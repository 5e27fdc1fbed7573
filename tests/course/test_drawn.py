"""The drawn map: what one looks at, how near, beside which edition, and what is walked by hand."""

from datetime import date

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.course.drawn import DrawnMap
from routeboek_tui.export.drawing.faces import Zoom
from routeboek_tui.library.content import Library
from tests.walks_as_data import SAFE

VO, OLD_VO = "met_schoolinschrijving_vo", "met_schoolinschrijving_vo_2024"


@pytest.fixture
def alone(library: Library, today: date) -> DrawnMap:
    return DrawnMap(library, today)


def amid(library: Library, today: date, *answers: str) -> DrawnMap:
    facts = {**SAFE, "sector": "po", "gemeente": "den_haag"}
    talk = Conversation.start(library, "ziekteverzuim", today, facts)
    for answer in answers:
        talk = talk.answered((answer,))
    return DrawnMap(library, today, talk)


def test_without_a_talk_it_opens_with_all_routes_and_goes_nearer_and_back(alone: DrawnMap) -> None:
    assert alone.zoom is Zoom.ROUTES
    assert set(alone.drawing().boxes) == set(alone.library.flows)
    assert not alone.further("triage")
    assert alone.nearer(VO)
    assert (alone.zoom, alone.box) == (Zoom.TITLES, alone.library.flows[VO].start)
    assert alone.nearer(alone.box)
    assert alone.zoom is Zoom.QUESTIONS
    assert not alone.nearer(alone.box)
    assert alone.further(alone.box)
    assert alone.further(alone.box)
    assert (alone.zoom, alone.box) == (Zoom.ROUTES, VO)


def test_amid_a_talk_it_opens_where_that_stands_with_the_way_so_far(
    library: Library, today: date
) -> None:
    drawn = amid(library, today, "ja")
    drawing = drawn.drawing()
    here = [name for name, placed in drawing.boxes.items() if placed.box.here]
    assert here == [drawn.box]
    taken = [(line.start, line.end) for line in drawing.lines if line.taken]
    assert ("ziekmelding", "drempel") in taken
    assert drawn.nearer(drawn.box)
    assert drawn.further(drawn.box)
    assert drawn.further(drawn.box)
    assert drawn.drawing().boxes["ziekteverzuim"].box.here


def test_a_route_is_walked_by_hand_and_taken_back(alone: DrawnMap) -> None:
    alone.look_at("ziekteverzuim")
    first = alone.drawing().out_of(alone.box)[0]
    alone.walk(first)
    second = alone.drawing().out_of(alone.box)[0]
    alone.walk(second)
    drawing = alone.drawing()
    assert [(line.start, line.end) for line in drawing.lines if line.taken] == [
        (first.start, first.end), (second.start, second.end)
    ]  # fmt: skip
    assert drawing.boxes[second.end].box.here
    assert drawing.boxes[first.start].box.passed
    assert alone.step_back()
    assert alone.walked == ((first.start, first.end),)
    assert alone.box == second.start
    assert alone.step_back()
    assert not alone.step_back()
    assert not any(line.taken for line in alone.drawing().lines)


def test_who_sets_out_from_elsewhere_walks_anew_and_another_route_too(alone: DrawnMap) -> None:
    alone.look_at("ziekteverzuim")
    lines = alone.drawing().lines
    alone.walk(lines[0])
    other = next(line for line in lines if line.start not in {lines[0].start, lines[0].end})
    alone.walk(other)
    assert alone.walked == ((other.start, other.end),)
    alone.look_at(VO)
    assert alone.walked == ()


def test_two_editions_are_marked_on_one_map(alone: DrawnMap) -> None:
    assert not alone.compare()
    alone.look_at(OLD_VO)
    assert alone.compare()
    old, new = (set(alone.library.flows[flow].steps) for flow in (OLD_VO, VO))
    marks = {name: placed.box.mark for name, placed in alone.drawing().boxes.items()}
    assert {name for name, mark in marks.items() if mark == "nieuw"} == new - old
    assert {name for name, mark in marks.items() if mark == "vervallen"} == old - new
    assert set(marks) == old | new
    for name, mark in marks.items():
        section = alone.differs(name)
        assert bool(mark) is (section is not None and not section.only_source), name
        assert alone.words(name).title(name) == alone.drawing().boxes[name].box.title
    assert all(alone.arrows(line) for line in alone.drawing().lines)
    assert alone.compare()
    assert set(alone.drawing().boxes) == old
    alone.look_at("ziekteverzuim")
    assert not alone.compare()


def test_a_door_leads_on_and_a_talk_begins_at_any_other_box(alone: DrawnMap) -> None:
    for flow in alone.library.flows.values():
        alone.look_at(flow.id)
        for step in flow.steps.values():
            behind = alone.behind(step.id)
            assert (behind is None) is (step.jump is None)
            if behind:
                assert behind[1] in behind[0].steps
            assert alone.can_begin(step.id) is (step.jump is None)
            if alone.can_begin(step.id):
                talk = alone.begun(step.id, SAFE)
                assert talk.trail.main.first.step == step.id


def test_amid_a_talk_no_other_begins(library: Library, today: date) -> None:
    drawn = amid(library, today)
    assert not drawn.can_begin(drawn.box)


def test_a_line_between_routes_is_its_doors(alone: DrawnMap) -> None:
    lines = alone.drawing().lines
    assert sum(len(alone.between(line)) for line in lines) == len(alone.joins)
    assert all(alone.between(line) for line in lines)

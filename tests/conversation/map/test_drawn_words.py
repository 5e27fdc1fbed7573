"""Every box and arrow of the drawn map says what it is, how sure that is, and where it stands."""

from datetime import date

from routeboek_tui.conversation.map.drawn_words import (
    HOW_THEY_JOIN,
    arrows,
    boxes,
    drawn,
    joins,
    sentences,
)
from routeboek_tui.conversation.map.flow_words import SURE, FlowWords
from routeboek_tui.core.flow import Certainty
from routeboek_tui.library.content import Library
from tests.known import guide
from tests.rows import each_row

FLOWS = tuple(guide().flows)


@each_row("flow", FLOWS)
def test_every_arrow_says_when_it_is_taken_how_sure_it_is_and_where_it_stands(
    library: Library, flow: str
) -> None:
    words = FlowWords(library, flow)
    found = list(arrows(words))
    steps = library.flows[flow].steps
    assert sorted((a.start, a.end) for a in found) == sorted(
        (step.id, edge.to) for step in steps.values() for _, edge in step.ways()
    )
    for arrow in found:
        assert f"Van “{arrow.origin}” naar “{arrow.goal}”" in arrow.plain
        assert SURE[arrow.certainty] in arrow.plain.replace("Zo ", "zo ").replace("Door", "door")
        assert arrow.source
        assert "{" not in arrow.plain
        assert bool(arrow.why) <= (arrow.certainty is not Certainty.SOURCE)
        choices = steps[arrow.start].choices
        assert arrow.when.startswith("als “") is bool(choices)


@each_row("flow", FLOWS)
def test_every_box_says_whose_turn_it_is_and_its_source_unless_it_is_a_door(
    library: Library, flow: str
) -> None:
    for box in boxes(FlowWords(library, flow)):
        said = {each.lead: each.text for each in box.said}
        assert said["Aan zet"]
        assert ("Bron" in said) is (library.flows[flow].steps[box.step].jump is None)
        assert "{" not in "".join(said.values())


def test_every_door_leads_to_a_route_that_has_the_step(library: Library, today: date) -> None:
    found = list(joins(library, today))
    for flow in library.flows.values():
        for door in flow.jumps:
            own = [join for join in found if (join.start, join.arrow.end) == (flow.id, door.id)]
            into = [e for s in flow.steps.values() for _, e in s.ways() if e.to == door.id]
            assert len(own) == len(into)
            assert door.jump
            assert all(door.jump.step in library.flows[join.end].steps for join in own)


def test_the_sentences_are_all_arrows_and_all_doors(library: Library, today: date) -> None:
    flow = "ziekteverzuim"
    told = drawn(library, flow, today)
    said = list(sentences(library, flow, today))
    assert [words for lead, words in said if lead] == [
        *(arrow.plain for arrow in told.arrows), *(join.plain for join in told.joins)
    ]  # fmt: skip
    assert sum(words.startswith("Vak “") for _, words in said) == len(told.boxes)
    assert next(sentences(library, "", today)) == ("", HOW_THEY_JOIN)
    assert drawn(library, "", today).boxes == ()

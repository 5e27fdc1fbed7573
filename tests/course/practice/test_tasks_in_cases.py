"""What there is to do at the end of a case, and with whom: nothing is missed that need not be."""

from collections.abc import Iterator
from functools import cache

from routeboek_tui.conversation.practice.picking import Part, Picking
from routeboek_tui.conversation.practice.sets import pickings
from routeboek_tui.conversation.practice.way import walked
from routeboek_tui.library.exercise import Exercise
from tests.known import guide
from tests.practising import whole


@cache
def every() -> tuple[tuple[Exercise, Picking], ...]:
    return tuple(
        (exercise, picking)
        for exercise in whole().exercises.values()
        for picking in pickings(exercise, walked(guide(), exercise), whole().words)
    )


def asked(*parts: Part) -> Iterator[tuple[Exercise, Picking]]:
    return ((exercise, picking) for exercise, picking in every() if picking.part in parts)


def test_what_is_only_done_where_needed_is_neither_missed_nor_wrong() -> None:
    found = [
        pick
        for _, picking in asked(Part.DEEDS)
        for pick in picking.picks
        if not pick.sources and ("zo nodig" in pick.label or "?" in pick.label)
    ]
    assert found
    assert {pick.right for pick in found} == {None}


def test_the_letter_of_what_need_not_be_done_need_not_be_written() -> None:
    found = [
        pick.right
        for exercise, picking in asked(Part.LETTERS)
        if exercise.id == "wie-betaalt-de-begeleider"
        for pick in picking.picks
        if "langdurig relatief verzuim" in pick.label
    ]
    assert True not in found


def test_a_school_that_is_not_in_the_story_misses_nothing() -> None:
    found = [
        pick.right
        for exercise, picking in asked(Part.DEEDS)
        if exercise.facts.get("ingeschreven") == "nee"
        if "school" not in {exercise.teller, *(known.of for known in exercise.ask)}
        for pick in picking.picks
        if pick.label.startswith("School: ")
    ]
    assert found
    assert True not in found


def test_a_table_is_asked_of_a_table_only() -> None:
    tables = {picking.about for _, picking in asked(Part.SEATS)}
    others = {picking.about for _, picking in asked(Part.PRESENT)}
    assert {"Het MDO", "Evaluatie in het JES"} <= tables
    assert {"Akkoord met JGZ", "Contact en toezicht", "Andere school zoeken"} <= others


def test_nobody_is_offered_beside_the_table_of_which_such_a_one_is_a_member() -> None:
    found = [
        {pick.label: pick.right for pick in picking.picks}
        for exercise, picking in asked(Part.SEATS)
        if exercise.id == "wie-betaalt-de-begeleider"
    ]
    assert found
    assert found[0]["JES"]
    assert not {"School", "Leerplicht"} & {*found[0]}


def test_each_who_does_not_take_part_has_a_reason_and_each_kind_of_data_its_own() -> None:
    for _, picking in asked(Part.SEATS, Part.PRESENT):
        assert [p.label for p in picking.picks if p.right is False and "“" not in p.why] == []
    for _, picking in asked(Part.DATA):
        said = [p.why for p in picking.picks if p.right]
        assert [why for why in said if not why.startswith("In deze brief")] == []
        assert len({*said}) == len(said)

"""Where Enter answers for all that stands there, it does so for nobody on a page not yet read."""

import pytest

from routeboek_tui.conversation.overleg.roll import roll
from routeboek_tui.conversation.overleg.wall import MOST
from routeboek_tui.core.meeting import Here, Part
from routeboek_tui.course.overleg.overleg import Overleg
from routeboek_tui.library.overleg import Lacking
from tests.known import guide
from tests.overleg.played import held, wall

WORDS = guide().meeting.words
GUESTS = ("behandelaar", "hulpverlener", "directeur", "schoolbestuur", "sma-arts", "mwta")


def crowded() -> Overleg:
    """A roll of more than a page."""
    found = held("mdo_jes", "ziekteverzuim", "gemeld")
    found.room = MOST - 2
    return found


def unread(found: Overleg) -> set[str]:
    parties = roll(found.talk, found.meeting)
    return {each.actor for n, each in enumerate(parties, 1) if str(n) not in found.wall.read}


@pytest.mark.parametrize("line", ["", "iedereen", "2", "iedereen behalve 2", "gemeld"])
def test_nobody_on_a_page_that_was_not_read_is_ticked(line: str) -> None:
    found = crowded()
    hidden = unread(found) - found.meeting.roll.keys()
    assert hidden
    found.hear(line)
    assert not hidden & found.meeting.roll.keys()
    assert found.stand.part is Part.ROLL


def test_enter_says_that_it_turns_the_page_and_then_that_everyone_is_there() -> None:
    found = crowded()
    assert WORDS.enter_page in wall(found)
    while found.wall.turns:
        found.hear("")
    assert WORDS.enter_all in wall(found)
    found.hear("")
    assert {*found.meeting.roll.values()} == {Here.PRESENT}
    assert found.meeting.roll.keys() == {each.actor for each in roll(found.talk, found.meeting)}


def test_who_is_named_on_the_first_page_is_away_and_the_rest_is_asked() -> None:
    found = crowded()
    second = roll(found.talk, found.meeting)[2].actor
    found.hear("3")
    assert found.meeting.roll[second] is Here.ABSENT
    assert WORDS.enter_all in wall(found)
    found.hear("")
    assert found.meeting.roll[second] is Here.ABSENT
    assert len(found.meeting.roll) == len(roll(found.talk, found.meeting))


def test_of_others_on_a_page_that_was_not_read_nobody_agrees() -> None:
    found = held("mdo_jes", "ziekteverzuim", "wie", *GUESTS)
    while found.stand.part is Part.ROLL:
        found.hear("")
    for line in ("plan", "school: belt, 1 december", "akkoord", "", ""):
        found.hear(line)
    assert found.wall.turns
    options = len(found.wall.options)
    read = len(found.wall.read)
    assert read < options
    found.hear("1")
    assert len(found.meeting.consent) == read
    found.hear("")
    assert len(found.meeting.consent) == options
    assert [*found.meeting.consent.values()].count(False) == 1


def test_a_wall_that_is_read_whole_turns_nothing() -> None:
    found = held("mdo_jes", "ziekteverzuim")
    assert not found.wall.turns
    assert WORDS.enter_all in wall(found)


VALID = [each for each in guide().meeting.lacking if not each.here and each.steps]


@pytest.mark.parametrize("made", VALID, ids=lambda each: each.lacks)
def test_who_makes_an_outcome_count_stands_at_the_top(made: Lacking) -> None:
    for step in made.steps:
        facts = {fact: values[0] for fact, values in made.when.items()}
        flow = next(f.id for f in guide().flows.values() if step in f.steps)
        found = held(step, flow, **facts)
        here = [each.actor for each in roll(found.talk, found.meeting)]
        counting = {each.actor for each in VALID if step in each.steps}
        assert {*here[: len(counting)]} <= counting
        assert made.actor in here[: len(counting)]

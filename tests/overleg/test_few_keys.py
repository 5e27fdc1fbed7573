"""A meeting takes few keys: several choices in a line, and days and rows that are proposed."""

from datetime import date

import pytest

from routeboek_tui.conversation.overleg.plan import running
from tests.known import guide
from tests.overleg.played import held, wall


def test_several_actions_are_agreed_in_one_line_and_one_day_is_asked_for_all() -> None:
    found = held("mdo_jes", "ziekteverzuim", "standpunten", "1", "1", "plan", "1-4")
    assert [each.by for each in found.meeting.agreements] == [None] * 4
    bare = [each.what for each in found.meeting.agreements if not running(found.talk, each)]
    assert 0 < len(bare) < len(found.meeting.agreements)
    assert [each for each in bare if each in wall(found)] == bare
    found.hear("")
    days = {each.what: each.by for each in found.meeting.agreements}
    assert {what for what, by in days.items() if by == date(2026, 11, 30)} == {*bare}
    assert {each.who for each in found.meeting.agreements} == {"School"}


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ("1 +2w", date(2026, 12, 7)),
        ("1, 4 december", date(2026, 12, 4)),
        ("1 di 1/12", date(2026, 12, 1)),
    ],
)
def test_a_day_can_stand_behind_the_numbers(line: str, by: date) -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", line)
    assert [each.by for each in found.meeting.agreements] == [by]
    assert not found.stand.at


@pytest.mark.parametrize(
    ("line", "by"), [("3", None), ("2", date(2026, 12, 7)), ("+1w", date(2026, 11, 30))]
)
def test_the_day_that_is_asked_can_be_another_one_or_stay_open(line: str, by: date | None) -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", "school: past het rooster aan", line)
    assert [each.by for each in found.meeting.agreements] == [by]
    assert not found.stand.at


def test_what_comes_back_every_week_is_asked_no_day() -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", "school: belt elke maandag")
    assert not found.stand.at
    assert found.meeting.agreements[0].by is None


def test_another_agreement_can_be_typed_where_a_day_is_asked() -> None:
    found = held(
        "mdo_jes", "ziekteverzuim", "plan", "school: belt", "ouders: melden terug, 1 december"
    )
    assert [each.who for each in found.meeting.agreements] == ["School", "Ouders"]
    assert not found.stand.at


def test_what_was_to_be_done_at_the_meeting_stays_when_the_table_answered() -> None:
    before = {row.text for row in held("mdo_jes", "ziekteverzuim", "plan").wall.rows}
    found = held("mdo_jes", "ziekteverzuim", "standpunten", "1", "1", "plan")
    offered = [row.text for row in found.wall.rows]
    assert before < {*offered}
    assert not any(each.startswith("MDO:") for each in offered)


def test_stages_are_picked_changed_and_taken_away() -> None:
    examples = guide().meeting.stages
    found = held("mdo_jes", "ziekteverzuim", "opbouw", "1 ma en wo 9-11", "2-3")
    mine = found.meeting.stages
    assert [each.week for each in mine] == ["week 1", "week 2", "week 3"]
    assert (mine[0].when, mine[0].where, mine[0].adult) == (
        "ma en wo 9-11",
        "rustige plek",
        "leerkracht",
    )
    assert mine[1].when == examples[1].partition(";")[0]
    found.hear("b di 10-12")
    found.hear("a")
    assert (found.meeting.stages[0].week, found.meeting.stages[0].when) == ("week 2", "di 10-12")
    found.hear("week 4; ma 9-10; kamer 4; docent; bel thuis")
    last = found.meeting.stages[-1]
    assert (last.week, last.when, last.else_) == ("week 4", "ma 9-10", "bel thuis")
    found.hear("vrijdag; kamer 4")
    assert (found.meeting.stages[-1].week, found.meeting.stages[-1].when) == ("week 4", "vrijdag")

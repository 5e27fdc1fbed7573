"""The step-up timetable: in the words of the sector, with days, and not for an agreement."""

from datetime import date

import pytest

from routeboek_tui.conversation.overleg.timetable import examples, week_begins
from routeboek_tui.core.meeting import Part
from routeboek_tui.export import text
from tests.course.meetings import PO, VO, standing
from tests.known import guide
from tests.overleg.played import held, wall
from tests.rows import each_row

WORDS = guide().meeting.words
AGREEMENT = "jeugdarts: nodigt het gezin uit, 15 december"


@pytest.mark.parametrize(("facts", "not_said"), [(PO, "mentor|docent|een les"), (VO, "leerkracht")])
def test_an_example_fits_the_sector(facts: dict[str, str], not_said: str) -> None:
    talk, guided = standing("ziekteverzuim", "mdo_jes", facts), guide().meeting
    causes = [each for sides in guided.causes.values() for side in sides.values() for each in side]
    said = [*examples(talk), *map(talk.say, causes)]
    assert [each for each in said if any(word in each for word in not_said.split("|"))] == []
    found = held("mdo_jes", "ziekteverzuim", "opbouw", **facts)
    assert [row.text for row in found.wall.rows] == [*examples(talk)]


@pytest.mark.parametrize(
    ("number", "begins"),
    [(1, date(2026, 11, 30)), (3, date(2026, 12, 14)), (4, date(2027, 1, 4)), (0, None)],
)
def test_a_week_is_a_school_week(number: int, begins: date | None) -> None:
    talk = standing("ziekteverzuim", "mdo_jes", PO)
    assert week_begins(talk, date(2026, 11, 23), number) == begins


def test_a_week_has_a_day_where_it_can_and_on_paper_too() -> None:
    found = held("mdo_jes", "ziekteverzuim", "opbouw", "1", "week 4; ma; kamer 4", "ooit; ma;;;")
    assert "week 1 (vanaf 30 november): " in wall(found)
    assert "week 4 (vanaf 4 januari 2027): ma" in " ".join(row.text for row in found.wall.rows)
    assert "ooit: ma" in " ".join(row.text for row in found.wall.rows)
    for letter in ("afsprakenlijst-overleg", "plan-van-aanpak-overleg", "verslag-overleg"):
        told = " ".join(text.text(found.draft(guide().letters[letter]).paper().document).split())
        assert "week 1 (vanaf 30 november)" in told
        assert "kamer 4" in told


OTHER = sorted({*Part} - {Part.OWN_WORDS, Part.ANALYSIS, Part.AGREEMENTS})


@each_row("part", OTHER)
@each_row("answer", ["1", "2", "", "iets anders"])
def test_an_agreement_typed_elsewhere_is_asked_about(part: Part, answer: str) -> None:
    found = held("mdo_jes", "ziekteverzuim", "", guide().meeting.parts[part].names[0])
    stages = found.meeting.stages
    found.hear(AGREEMENT)
    assert WORDS.belongs in wall(found)
    assert AGREEMENT in wall(found)
    assert not found.meeting.agreements
    found.hear(answer)
    agreed = found.meeting.agreements
    assert [each.what for each in agreed] == (["nodigt het gezin uit"] if answer == "1" else [])
    assert found.stand.part is part
    assert WORDS.belongs not in wall(found)
    if part is not Part.STAGES or answer in {"1", ""}:
        assert found.meeting.stages == stages
    found.do("back")
    assert not found.meeting.agreements


def test_what_an_agreement_lacks_is_asked_where_it_belongs() -> None:
    found = held("mdo_jes", "ziekteverzuim", "regie", "school: past het rooster aan", "1")
    assert found.stand.part is Part.AGREEMENTS
    assert WORDS.until in wall(found)


@pytest.mark.parametrize(
    "line", ["dinsdag 12 januari", "ma en wo 9-11", "week 2; ma; kamer; ouders; bel"]
)
def test_a_row_of_the_timetable_is_no_agreement(line: str) -> None:
    found = held("mdo_jes", "ziekteverzuim", "opbouw", line)
    assert len(found.meeting.stages) == 1

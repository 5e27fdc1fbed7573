"""Who is needed at a meeting, who is there, and what that is worth."""

import pytest

from routeboek_tui.core.meeting import Here, Part
from routeboek_tui.core.safety import Manner
from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import Open, View
from tests.course.meetings import PO, standing
from tests.course.talks import talk
from tests.known import guide
from tests.overleg.played import held, wall
from tests.rows import each_row


def test_others_are_watching_from_the_first_wall_on() -> None:
    assert held().talk.safety.manner is Manner.QUIET


@pytest.mark.parametrize(("age", "there"), [("vanaf_12", True), ("onder_12", False)])
def test_the_pupil_is_asked_from_twelve_on(age: str, there: bool) -> None:
    assert ("Leerling" in wall(held(leeftijd=age))) is there


def test_leerplicht_joins_where_it_was_reported() -> None:
    assert "want er is gemeld" in wall(held("duo_melding"))
    assert "alleen als er is gemeld" in wall(held())


def test_consensus_without_leerplicht_is_none_and_it_says_what_then() -> None:
    found = held("consensus_mdo")
    seats = [row.text for row in found.wall.rows]
    found.hear(str(next(n for n, text in enumerate(seats, 1) if text.startswith("Leerplicht"))))
    assert "geen consensus" in wall(found)
    assert "Plan een MDO met leerplicht" in wall(found)
    found.hear("")
    assert found.stand.part is Part.SITUATION


def test_where_nothing_was_reported_leerplicht_hears_no_name() -> None:
    found = held("mdo_jes", "ziekteverzuim", "")
    assert "Bespreek het anders zonder naam" in wall(found)
    assert "zonder naam" not in wall(held("duo_melding", "ziekteverzuim", ""))


@pytest.mark.parametrize("sector", ["po", "vo"])
@pytest.mark.parametrize("regio", ["noord_kennemerland", ""])
def test_nobody_of_another_region_is_called(regio: str, sector: str) -> None:
    facts = {"sector": sector, "veiligheid": "nee", **({"regio": regio} if regio else {})}
    found = talk("triage", **facts).overleg
    found.hear("wie")
    seats = " ".join(row.text for row in found.wall.rows)
    assert "Ouders" in seats
    for word in ("SPPOH", "SOT", "rondomJou"):
        assert word not in seats
    if regio:
        assert "MDO" in wall(found)


def test_overleg_opens_the_meeting_at_every_open_question() -> None:
    course = Course(standing("ziekteverzuim", "advies_vragen", PO))
    asked = course.asked
    assert course.hear("overleg") == (Open(View.MEETING, "mdo"),)
    assert course.asked == asked


@each_row(
    ("line", "missing"),
    [
        ("", []),
        ("iedereen", []),
        ("iedereen er", []),
        ("4", ["swv"]),
        ("4 5", ["swv", "leerplicht"]),
        ("4-6", ["swv", "leerplicht", "jgz"]),
        ("4, 5 en 8", ["swv", "leerplicht", "leerling"]),
        ("iedereen behalve 4", ["swv"]),
        ("iedereen is er behalve jeugdhulp en 5", ["leerplicht", "jeugdhulp"]),
    ],
)
def test_the_roll_is_called_in_one_line(line: str, missing: list[str]) -> None:
    found = held("mdo_jes", "ziekteverzuim", line)
    states = found.meeting.roll
    assert len(states) == 8
    assert [actor for actor, here in states.items() if here is Here.ABSENT] == missing
    assert not any(here is Here.LEFT for here in states.values())
    assert found.stand.part is Part.SITUATION or found.stand.at == "lacking"


@pytest.mark.parametrize("line", ["9", "4 9", "iedereen behalve 9", "iedereen behalve piet", "3-9"])
def test_a_roll_that_names_nobody_calls_nobody(line: str) -> None:
    found = held("mdo_jes", "ziekteverzuim", line)
    assert not found.meeting.roll
    assert found.stand.part is Part.ROLL
    assert found.wall.notes


def test_who_is_named_once_all_were_called_left_and_can_come_back() -> None:
    found = held("mdo_jes", "ziekteverzuim", "4 5", "wie", "1", "4")
    assert found.meeting.roll["ouders"] is Here.LEFT
    assert found.meeting.roll["swv"] is Here.PRESENT
    found.hear("1")
    assert found.meeting.roll["ouders"] is Here.PRESENT


def test_why_each_is_needed_has_its_source() -> None:
    found = held("mdo_jes", "ziekteverzuim", "bron")
    pages = " ".join(row.text for row in found.wall.rows)
    for party in ("Ouders", "Leerplicht", "Leerling"):
        assert f"{party}: " in pages
    assert "Schema ziekteverzuim" in pages


def test_who_leaves_has_left() -> None:
    found = held("mdo_jes", "ziekteverzuim", "", "wie", "1")
    assert found.meeting.roll["ouders"] is Here.LEFT


def test_where_the_sector_is_not_known_one_says_which_meeting_it_is() -> None:
    found = talk("triage", regio="haaglanden", veiligheid="nee").overleg
    found.hear("wie")
    assert "MDO" in wall(found)
    found.hear("JES")
    assert "JES" in wall(found)
    assert "SOT-consulent" in wall(found)
    found.hear("terug")
    assert "MDO" in wall(found)


@pytest.mark.parametrize("line", ["verder", "plan", ""])
def test_what_lies_over_the_wall_goes_with_the_next_line(line: str) -> None:
    found = held("mdo_jes", "ziekteverzuim", "hulp", "+")
    assert guide().meeting.words.help_title in wall(found)
    found.hear(line)
    assert guide().meeting.words.help_title not in wall(found)

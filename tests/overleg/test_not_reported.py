"""Where nothing was reported, who is needed only for that is out, until the table puts it in."""

import pytest

from routeboek_tui.conversation.overleg.roll import roll
from routeboek_tui.core.meeting import Here
from routeboek_tui.course.overleg.overleg import Overleg
from routeboek_tui.course.overleg.paper import letters_of
from tests.known import guide
from tests.overleg.played import held, wall
from tests.rows import each_row

WORDS = guide().meeting.words
MEETINGS = [
    (step, flow.id)
    for flow in guide().flows.values()
    for step in ("mdo_jes", "jes_plan", "mdo_po", "jes_evaluatie", "mdo_bijstellen")
    if step in flow.steps
]
"""Where leerplicht is asked only if something was reported."""


def texts(found: Overleg) -> str:
    return " ".join(row.text for row in found.wall.rows)


def everywhere(found: Overleg) -> str:
    """All that can name a party: who is there, whose turn it is, who has the regie, the papers."""
    told = [" ".join(party.word for party in roll(found.talk, found.meeting))]
    for line in ("standpunten", "regie", "akkoord", "lijst"):
        found.hear(line)
        told.append(texts(found))
    for letter in letters_of(found.talk, found.meeting):
        present = found.draft(letter).value("overleg_deelnemers")
        told.append(present + found.draft(letter).value("overleg_afwezig"))
    return " ".join(told)


@each_row(("step", "flow"), MEETINGS)
@each_row(
    "lines",
    [("niet gemeld", ""), ("", "wie", "niet gemeld"), ("gemeld", "", "", "wie", "niet gemeld")],
)
def test_leerplicht_is_out_wherever_a_party_is_named(
    step: str, flow: str, lines: tuple[str, ...]
) -> None:
    found = held(step, flow, *lines)
    assert "leerplicht" not in found.meeting.roll
    assert "Leerplicht" not in everywhere(found)
    found = held(step, flow)
    assert "Leerplicht" in everywhere(found)


def test_what_it_said_before_is_out_as_well() -> None:
    found = held("mdo_jes", "ziekteverzuim", "gemeld", "", "", "standpunten", "allen 1")
    for line in ("plan", "school: belt, 1 december", "akkoord", "1", "1", ""):
        found.hear(line)
    assert found.meeting.consent["leerplicht"]
    for line in ("wie", "niet gemeld"):
        found.hear(line)
    assert "leerplicht" not in found.meeting.consent
    assert found.meeting.consent["ouders"]
    said = found.meeting.positions.values()
    assert any(said)
    assert all("leerplicht" not in each for each in said)


def test_its_regie_goes_with_it_and_who_agrees_is_asked_anew() -> None:
    found = held("mdo_jes", "ziekteverzuim", "gemeld", "", "", "regie", "leerplicht")
    for line in ("plan", "school: belt, 1 december", "akkoord", "1", "1", "", "wie", "niet gemeld"):
        found.hear(line)
    assert not found.meeting.regie
    assert not found.meeting.consent


def test_the_table_puts_it_in_where_the_parents_asked() -> None:
    found = held("mdo_jes", "ziekteverzuim", "niet gemeld")
    assert WORDS.told_out.format("Leerplicht", "Leerplicht") in found.wall.notes
    found.hear("leerplicht")
    assert found.meeting.roll == {"leerplicht": Here.PRESENT}
    for line in ("", ""):
        found.hear(line)
    assert found.meeting.roll["leerplicht"] is Here.PRESENT
    found.hear("terug")
    found.hear("terug")
    found.hear("terug")
    assert "Leerplicht" not in texts(found)


@pytest.mark.parametrize("step", ["consensus_mdo", "duo_melding"])
def test_who_is_needed_for_something_else_stays(step: str) -> None:
    found = held(step, "ziekteverzuim", "niet gemeld")
    assert "Leerplicht" in texts(found)
    assert found.wall.notes == (WORDS.told_not_reported,)


def test_once_it_was_reported_after_all_it_is_called() -> None:
    found = held("mdo_jes", "ziekteverzuim", "niet gemeld", "gemeld")
    assert "Leerplicht: want er is gemeld" in texts(found)
    assert "Leerplicht" in wall(found)

"""Who agrees with all that was agreed: asked in one line, and asked anew when it changes."""

import pytest

from routeboek_tui.core.meeting import Part
from tests.known import guide
from tests.overleg.played import held, wall


@pytest.mark.parametrize(
    ("line", "against"),
    [
        ("", []),
        ("iedereen akkoord", []),
        ("1", ["ouders"]),
        ("1 8", ["ouders", "leerling"]),
        ("iedereen akkoord behalve ouders", ["ouders"]),
        ("iedereen behalve ouders en leerling", ["ouders", "leerling"]),
    ],
)
def test_who_agrees_is_asked_in_one_line(line: str, against: list[str]) -> None:
    found = held(
        "mdo_jes", "ziekteverzuim", "", "plan", "school: belt, 1 december", "akkoord", line
    )
    said = found.meeting.consent
    assert len(said) == 8
    assert [actor for actor, agrees in said.items() if not agrees] == against
    assert ("Niet akkoord: Ouders" in wall(found)) is bool(against)
    assert (found.stand.part is Part.OUT) is not against


def test_who_agrees_is_asked_of_who_is_there_and_not_without_agreements() -> None:
    found = held("mdo_jes", "ziekteverzuim", "4", "", "plan", "school: belt, morgen", "akkoord", "")
    assert "swv" not in found.meeting.consent
    assert len(found.meeting.consent) == 7
    found = held("mdo_jes", "ziekteverzuim", "", "akkoord")
    assert guide().meeting.words.nothing_yet in wall(found)
    assert "iedereen gaat akkoord" not in wall(found)
    for line in ("1", "iedereen", ""):
        found.hear(line)
        assert found.meeting.consent == {}
    assert found.stand.part is Part.OUT


@pytest.mark.parametrize("line", ["9", "1-9", "iedereen behalve piet", "nou ja"])
def test_a_consent_that_names_nobody_is_none(line: str) -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", "school: belt, morgen", "akkoord", line)
    assert found.meeting.consent == {}
    assert found.wall.notes


@pytest.mark.parametrize(
    "lines",
    [("plan", "a"), ("plan", "a 4 december"), ("opbouw", "1"), ("regie", "1"), ("evaluatie", "2")],
)
def test_a_consent_holds_for_what_was_agreed_then(lines: tuple[str, str]) -> None:
    found = held("mdo_jes", "ziekteverzuim", "", "plan", "school: belt, morgen", "akkoord", "")
    assert all(found.meeting.consent.values())
    for line in lines:
        found.hear(line)
    assert found.meeting.consent == {}
    assert guide().meeting.words.agree_again in wall(found)
    found.hear("terug")
    assert found.meeting.consent

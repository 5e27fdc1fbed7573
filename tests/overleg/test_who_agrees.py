"""Who agrees with all that was agreed: the family each for itself, and anew when it changes."""

import pytest

from routeboek_tui.core.meeting import Part
from routeboek_tui.course.overleg.overleg import Overleg
from tests.known import guide
from tests.overleg.played import held, wall
from tests.rows import each_row

WORDS = guide().meeting.words
AGREED = ("plan", "school: belt, 1 december", "akkoord")
FAMILY = ("ouders", "leerling")


def agreeing(*lines: str, missing: str = "") -> Overleg:
    return held("mdo_jes", "ziekteverzuim", missing, *AGREED, *lines)


def test_each_of_the_family_is_asked_first_and_the_others_in_one_line() -> None:
    found = agreeing()
    asked = []
    while found.stand.part is Part.CONSENT:
        asked.append(wall(found))
        found.hear("1" if len(asked) <= len(FAMILY) else "")
    assert [each.partition("? ")[2].partition(":")[0] for each in asked[:2]] == [
        "Ouders",
        "Leerling",
    ]
    assert len(found.meeting.consent) == 8
    assert all(found.meeting.consent.values())
    assert WORDS.all_agree in wall(found)


EVERYONE = (
    "",
    "allen",
    "allen 1",
    "iedereen",
    "iedereen akkoord",
    "allemaal 1",
    "iedereen behalve 9",
)


@each_row("line", EVERYONE)
@each_row("before", [(), ("1",), ("", ""), ("1", "2")])
def test_nothing_that_is_said_for_all_is_said_for_the_family(
    before: tuple[str, ...], line: str
) -> None:
    found = agreeing(*before)
    said = {actor: found.meeting.consent.get(actor) for actor in FAMILY}
    found.hear(line)
    assert {actor: found.meeting.consent.get(actor) for actor in FAMILY} == said


@each_row(
    ("line", "against"),
    [("", []), ("iedereen", []), ("1", ["school"]), ("1 6", ["school", "jeugdhulp"]),
     ("iedereen behalve 2", ["smw"]), ("iedereen behalve jeugdarts", ["jgz"])],
)  # fmt: skip
def test_who_of_the_others_does_not_agree_is_told_in_one_line(
    line: str, against: list[str]
) -> None:
    found = agreeing("1", "1", line)
    said = found.meeting.consent
    assert len(said) == 8
    assert [actor for actor, agrees in said.items() if not agrees] == against
    assert (found.stand.part is Part.OUT) is not against


def test_who_of_the_family_says_nothing_did_not_agree() -> None:
    found = agreeing("", "2", "")
    assert "ouders" not in found.meeting.consent
    assert found.meeting.consent["leerling"] is False
    assert "Niet akkoord: Leerling" in wall(found)
    assert WORDS.not_said.format("Ouders") in wall(found)
    found.hear("1")
    assert found.stand.at == "ouders"
    found.hear("1")
    assert found.meeting.consent["ouders"] is True


@pytest.mark.parametrize("line", ["leerling 1", "Leerling: 1", "ouders 2", "jeugdarts 2"])
def test_a_party_by_name_and_a_number_is_heard_at_any_moment(line: str) -> None:
    for before in ((), ("1",), ("1", "1"), ("1", "2", "")):
        found = agreeing(*before)
        found.hear(line)
        word, number = line.replace(":", "").split()
        party = {"leerling": "leerling", "ouders": "ouders", "jeugdarts": "jgz"}[word.casefold()]
        assert found.meeting.consent[party] is (number == "1")


def test_who_agrees_is_asked_of_who_is_there_and_not_without_agreements() -> None:
    found = agreeing("1", "1", "", missing="4")
    assert "swv" not in found.meeting.consent
    assert len(found.meeting.consent) == 7
    found = held("mdo_jes", "ziekteverzuim", "", "akkoord")
    assert WORDS.nothing_yet in wall(found)
    for line in ("1", "iedereen", ""):
        found.hear(line)
        assert found.meeting.consent == {}
    assert found.stand.part is Part.OUT


@pytest.mark.parametrize("line", ["9", "1-9", "iedereen behalve piet", "nou ja"])
def test_a_consent_that_names_nobody_is_none(line: str) -> None:
    for before in ((), ("", "")):
        found = agreeing(*before)
        found.hear(line)
        assert found.meeting.consent == {}
        assert found.wall.notes


@pytest.mark.parametrize(
    "lines",
    [("plan", "a"), ("plan", "a 4 december"), ("opbouw", "1"), ("regie", "1"), ("evaluatie", "2")],
)
def test_a_consent_holds_for_what_was_agreed_then(lines: tuple[str, str]) -> None:
    found = agreeing("1", "1", "")
    assert all(found.meeting.consent.values())
    for line in lines:
        found.hear(line)
    assert found.meeting.consent == {}
    assert WORDS.agree_again in wall(found)
    found.hear("terug")
    assert found.meeting.consent


def test_a_week_plan_alone_is_something_to_agree_with() -> None:
    found = held("mdo_jes", "ziekteverzuim", "", "opbouw", "elke maandag een uur", "lijst")
    rows = " ".join(row.text for row in found.wall.rows)
    assert "elke maandag een uur" in rows
    assert WORDS.nothing_yet not in rows
    found.hear("uit")
    assert WORDS.no_consent in wall(found)
    for line in ("akkoord", "1", "1", ""):
        assert WORDS.nothing_yet not in wall(found)
        found.hear(line)
    assert len(found.meeting.consent) == 8
    for line in ("opbouw", "a elke dinsdag een uur"):
        found.hear(line)
    assert not found.meeting.consent


def test_where_nothing_was_agreed_nobody_is_asked() -> None:
    found = held("mdo_jes", "ziekteverzuim", "", "akkoord")
    assert WORDS.nothing_yet in wall(found)

"""What a report says of a table: where it differs, and who agrees with what was agreed."""

import pytest
from msgspec.structs import replace

from routeboek_tui.core.meeting import (
    Here,
    Position,
)
from routeboek_tui.course.overleg import paper as overleg_paper
from routeboek_tui.course.overleg.fields import filled
from routeboek_tui.export import text
from tests.course.meetings import (
    CASES,
)
from tests.known import guide

ROW = "overleg_standpunten"
TITLE = "Evaluatie in het JES"


def positions(said: dict[str, Position]) -> list[str]:
    talk, held = CASES["jes"]
    letter = guide().letters["verslag-overleg"]
    found = filled(talk, replace(held, positions={"jes_evaluatie": said}, outcomes={}), letter)
    *rows, outcome = found[ROW].split("\n")
    assert outcome == "Evaluatie in het JES; Antwoord van het overleg; opengelaten"
    return rows


def test_what_became_the_answer_is_told_whoever_said_what() -> None:
    talk, held = CASES["jes"]
    letter = guide().letters["verslag-overleg"]
    found = filled(talk, replace(held, outcomes={"jes_evaluatie": "aanbod"}), letter)
    assert f"{TITLE}; Antwoord van het overleg; Een passend aanbod kiezen" in found[ROW].split("\n")


def test_a_question_that_not_every_reader_may_know_of_is_named_all_the_same() -> None:
    talk, held = CASES["jes"]
    said = {"akkoord_jgz": {"ouders": Position("ja"), "leerling": Position("ja")}}
    report, bare = guide().letters["verslag-overleg"], replace(held, positions=said, outcomes={})
    [row] = filled(talk, bare, report)[ROW].split("\n")
    assert row.endswith("; staat hier niet, want niet elke lezer mag het weten")
    other = guide().letters["invulhulp-aanmelding-driehoeksoverleg"]
    medical = replace(held, positions={"alternatief": {"ouders": Position("nee")}}, outcomes={})
    assert ROW in filled(talk, medical, report)
    assert ROW not in filled(talk, medical, other)


def test_a_question_on_which_all_agree_is_one_row() -> None:
    same = Position("aanbod")
    [row] = positions(dict.fromkeys(("school", "ouders", "smw", "leerling"), same))
    assert row == "Evaluatie in het JES; allen die iets zeiden; Een passend aanbod kiezen"


def test_a_question_on_which_the_table_differs_is_a_row_for_each() -> None:
    said = {
        "school": Position("aanbod"),
        "ouders": Position("gaat_door"),
        "smw": Position("aanbod"),
    }
    assert [each.split("; ")[1] for each in positions(said)] == ["School", "Ouders", "SMW+"]


def test_who_does_not_know_yet_stands_apart_from_who_agree() -> None:
    said = {"school": Position("aanbod"), "ouders": Position("aanbod"), "smw": Position("")}
    together, alone = positions(said)
    assert "School, Ouders" in together
    assert alone.endswith("SMW+; weet het nog niet")


def test_a_line_of_why_that_was_ticked_stays_where_all_agree() -> None:
    why = Position("aanbod", "een kleine groep kan", ticked=True)
    [row] = positions({"school": why, "ouders": Position("aanbod", "niet aangevinkt")})
    assert row.endswith("Een passend aanbod kiezen. School: een kleine groep kan")


@pytest.mark.parametrize(
    "letter", ["afsprakenlijst-overleg", "plan-van-aanpak-overleg", "verslag-overleg"]
)
def test_who_agrees_reaches_the_list_the_plan_and_the_report(letter: str) -> None:
    talk, held = CASES["mdo"]
    held = replace(held, roll={"school": Here.PRESENT, "ouders": Here.PRESENT})
    made = guide().letters[letter]

    def told(consent: dict[str, bool]) -> str:
        draft = overleg_paper.drafting(talk, replace(held, consent=consent), made, {})
        return text.text(draft.paper().document)

    assert "Iedereen die erbij was, gaat akkoord" in told({"school": True, "ouders": True})
    against = told({"school": True, "ouders": False})
    assert "Intern begeleider: akkoord" in against
    assert "Ouders: niet akkoord" in against
    assert "[nog invullen: wie akkoord gaat" in told({})


def test_of_who_left_nobody_says_that_they_agree() -> None:
    talk, held = CASES["mdo"]
    alone = replace(held, consent={"school": True})
    draft = overleg_paper.drafting(talk, alone, overleg_paper.the_list(talk), {})
    said = draft.value("overleg_akkoord").split("\n")
    assert said[0] == "Intern begeleider: akkoord"
    assert {*said[1:]} == {"Ouders: nog niet gezegd", "Schoolmaatschappelijk werk: nog niet gezegd"}

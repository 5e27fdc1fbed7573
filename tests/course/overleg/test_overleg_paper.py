"""What leaves a meeting: which letters, with what in them, and never what may not be there."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.letter import Letter
from routeboek_tui.core.meeting import (
    Agreement,
    Case,
    Evaluation,
    Here,
    Meeting,
    OwnWords,
    Position,
)
from routeboek_tui.course.letter.drafting import FROM_MEETING, Drafting
from routeboek_tui.course.overleg import paper as overleg_paper
from routeboek_tui.course.overleg import sheets as overleg_sheets
from routeboek_tui.course.overleg.fields import row
from routeboek_tui.export import pdf, text
from routeboek_tui.letters.values import rows
from routeboek_tui.text.document import Table
from tests.course.meetings import (
    CASES,
    TODAY,
    VO,
    meeting,
    standing,
)
from tests.known import guide, in_words
from tests.rows import each_row

GOLDEN = Path(__file__).parent / "golden" / "overleg"
FIELDS = guide().fields
LIST, *_ = OWN = guide().meeting.letters
TYPED = {
    name: value
    for name, value in in_words(
        Path(__file__).parents[2] / "letters" / "golden" / "values.yaml"
    ).items()
    if not FIELDS[name].overleg
}
"""What someone typed in letters, beside what the meeting fills in."""

WHOLE = ("mdo", "jes")
"""The meetings of which every letter is kept; of the others those with the positions in them."""


def kept(name: str) -> dict[str, bytes]:
    """The letters of a case as plain text, by the name of their golden file."""
    talk, held = CASES[name]
    letters = overleg_paper.letters_of(talk, held)
    if name not in WHOLE:
        letters = tuple(letter for letter in letters if letter.id not in OWN)
    return {
        f"{name}.{letter.id}": text.render(drafted(talk, held, letter).paper().document)
        for letter in letters
    }


def drafted(talk: Conversation, held: Meeting, letter: Letter) -> Drafting:
    return overleg_paper.drafting(talk, held, letter, dict(TYPED))


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


def test_the_letters_of_every_meeting_are_as_they_were(update: bool) -> None:
    made = {file: data for name in CASES for file, data in kept(name).items()}
    if update:
        for old in GOLDEN.glob("*.txt"):
            old.unlink()
        for file, data in made.items():
            (GOLDEN / f"{file}.txt").write_bytes(data)
    found = {file.stem: file.read_bytes() for file in GOLDEN.glob("*.txt")}
    assert sorted(found) == sorted(made)
    for file, data in made.items():
        assert data.decode() == found[file].decode(), file


def test_sheets_and_recap_are_as_they_were(update: bool) -> None:
    talk, held = CASES["jes"]
    cases = (
        Case("SDV", held.agreements, held.regie, held.evaluation),
        Case("AB", (), "", Evaluation(open=True)),
    )
    papers = (
        overleg_sheets.sheet_of(talk),
        *(overleg_sheets.agenda_of(talk, kind) for kind in guide().meeting.agendas),
        overleg_sheets.recap_of(talk, cases, TODAY),
    )
    for paper in papers:
        file, data = GOLDEN.parent / f"{paper.stem}.txt", text.render(paper.document)
        if update:
            file.write_bytes(data)
        assert data.decode() == file.read_bytes().decode()


@each_row("name", CASES)
def test_a_meeting_has_its_own_letters_first_and_each_of_them_can_be_made(name: str) -> None:
    talk, held = CASES[name]
    letters = overleg_paper.letters_of(talk, held)
    assert len({letter.id for letter in letters}) == len(letters)
    own = [letter.id for letter in letters if letter.id in OWN]
    assert own == [each for each in OWN if each in own]
    assert own == [letter.id for letter in letters][: len(own)]
    for letter in letters:
        assert not drafted(talk, held, letter).locked


def test_a_table_that_differs_gets_the_letters_that_take_its_positions() -> None:
    found = {
        name: {each.id for each in overleg_paper.letters_of(*CASES[name])} - {*OWN}
        for name in CASES
    }
    assert found["mdo"] == set()
    driehoek = "invulhulp-aanmelding-driehoeksoverleg"
    assert found["driehoek"] == {driehoek, "invulhulp-bijlage-driehoeksoverleg"}
    assert found["driehoek-zonder-school"] == {driehoek}
    assert found["po-adviestafel"] == {"e-mail-adviestafel"}
    assert found["vo-managers-den-haag"] == {"notitie-managers"}
    for municipality in ("vo-regisseur-lv", "vo-teamleider-rijswijk"):
        assert found[municipality] == {"notitie-regisseur"}
    manager, form = "bericht-teammanager-leerplicht", "invulhulp-inzet-regisseur"
    assert found["vo-regisseur-den-haag"] == {"notitie-regisseur", manager}
    assert form in found["vo-2024-den-haag"] & found["vo-2024-rijswijk"]
    assert found["vo-2024-lv"] == {"toelichting-regisseur", "notitie-regisseur"}


def test_a_table_that_agrees_prefills_no_letter_of_a_table_that_is_stuck() -> None:
    talk, _ = CASES["vo-managers-den-haag"]
    same = {"jes_evaluatie": {"school": Position("aanbod"), "ouders": Position("aanbod")}}
    letters = overleg_paper.letters_of(talk, meeting("jes", same))
    assert "notitie-managers" not in {letter.id for letter in letters}


def test_a_letter_that_goes_with_what_was_agreed_is_there() -> None:
    talk = standing("met_schoolinschrijving_vo", "jes_plan", VO)
    place = "stap:met_schoolinschrijving_vo/jes_plan#bijeenroepen"
    held = Meeting("jes", agreements=(Agreement("School", "brengt de leerling in", TODAY, place),))
    other = replace(held, agreements=())
    assert [*overleg_paper._due(talk, held)] == ["uitnodiging-overleg"]
    assert [*overleg_paper._due(talk, other)] == []


def test_a_field_says_that_it_comes_from_the_meeting_and_can_be_typed_over() -> None:
    talk, held = CASES["mdo"]
    draft = overleg_paper.drafting(talk, held, overleg_paper.the_list(talk), {})
    assert draft.origin("regie").startswith(FROM_MEETING)
    assert draft.value("regie") == "de zorgcoördinator"
    assert draft.put("regie", "de mentor") == ""
    assert (draft.value("regie"), draft.origin("regie")) == ("de mentor", "")


def test_the_invitation_is_for_the_day_on_which_the_table_looks_again() -> None:
    talk, held = CASES["mdo"]
    letters = guide().letters
    asks, tells = (
        overleg_paper.drafting(talk, held, letters[name], {})
        for name in ("uitnodiging-overleg", "verslag-overleg")
    )
    assert asks.value("overleg_datum") == "11-1-2027"
    assert tells.value("overleg_datum") == "23-11-2026"
    assert "Adviseur van SPPOH" in asks.value("overleg_deelnemers")
    assert "Adviseur van SPPOH" not in tells.value("overleg_deelnemers")
    assert asks.faults == tells.faults == ()


@pytest.mark.parametrize(
    "evaluation",
    [Evaluation(), Evaluation(open=True), Evaluation(date(2026, 12, 25)), Evaluation(TODAY)],
)
def test_what_is_open_is_told_and_never_refused(evaluation: Evaluation) -> None:
    talk, held = CASES["mdo"]
    held = replace(held, evaluation=evaluation, regie="", agreements=(Agreement("", "belt"),))
    draft = overleg_paper.drafting(
        talk, held, overleg_paper.the_list(talk), {"leerling": "Sam de Vries"}
    )
    told = text.text(draft.paper().document)
    assert "[nog invullen: wie]" in told
    assert "[nog invullen: wanneer]" in told
    assert ("wij kiezen de datum nog" in told) is evaluation.open
    assert ("[nog invullen: datum waarop het overleg" in told) is not evaluation.settled
    draft.confirmed = True
    assert draft.refusal() is None


def test_a_party_that_left_or_was_never_called_is_told_as_it_is() -> None:
    talk, held = CASES["mdo"]
    draft = overleg_paper.drafting(talk, held, overleg_paper.the_list(talk), {})
    assert "Leerling (ging eerder weg)" in draft.value("overleg_deelnemers").split("\n")
    assert draft.value("overleg_afwezig") == "Adviseur van SPPOH"
    nobody = overleg_paper.drafting(talk, replace(held, roll={}), overleg_paper.the_list(talk), {})
    assert nobody.value("overleg_afwezig") == ""
    assert nobody.origin("overleg_deelnemers") != FROM_MEETING


@each_row(
    "typed", ["{{ leerling }}", "a; b; c; d", "een\ntwee", "**vet**", "1. eerst", "| x | y |", "💥"]
)
def test_what_was_typed_makes_no_other_cell_and_no_markup(typed: str) -> None:
    talk, held = CASES["mdo"]
    [made] = rows(row("School", typed, "morgen"), 3)
    assert (made[0], made[2]) == ("School", "morgen")
    held = replace(held, agreements=(Agreement("School", typed, TODAY),))
    draft = overleg_paper.drafting(talk, held, overleg_paper.the_list(talk), {})
    assert made[1] in str(draft.composed().document)


LINE = st.text(max_size=80)


@given(LINE, LINE, LINE, LINE)
@settings(max_examples=60)
def test_any_text_of_a_meeting_can_stand_on_paper(who: str, what: str, why: str, own: str) -> None:
    talk, held = CASES["mdo-oneens"]
    held = replace(
        held,
        agreements=(Agreement(who, what, TODAY),),
        positions={
            "passend_onderwijs": {
                "school": Position("ja", why, ticked=True),
                "ouders": Position("nee"),
            }
        },
        own_words=(OwnWords("helpt", own, ticked=True), OwnWords("anders", own, ticked=True)),
        regie=who,
    )
    for letter in overleg_paper.letters_of(talk, held):
        document = drafted(talk, held, letter).paper().document
        for block in document.blocks:
            assert not isinstance(block, Table) or all(
                len(cells) == len(block.header) for cells in block.rows
            )


@pytest.mark.parametrize(("parties", "agreements"), [(4, 3), (11, 12)])
def test_the_list_is_one_page(parties: int, agreements: int) -> None:
    talk, held = CASES["mdo"]
    roll = dict.fromkeys([*guide().actors][:parties], Here.PRESENT)
    long = Agreement("Schoolmaatschappelijk werk", "belt elke week met het gezin", TODAY)
    held = replace(held, roll=roll, agreements=(long,) * agreements)
    draft = overleg_paper.drafting(
        talk, held, overleg_paper.the_list(talk), TYPED | {"overleg_akkoord": "iedereen"}
    )
    data = pdf.render(draft.paper().document)
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1


def test_every_step_of_a_meeting_gives_the_list_and_the_plan() -> None:
    """Where the whole table decides to skip the Driehoeksoverleg, an overleg was held before."""
    for kind in guide().meeting.kinds.values():
        for step in set(kind.steps) - {"consensus_mdo"}:
            for name in (LIST, "plan-van-aanpak-overleg"):
                assert step in guide().letters[name].steps, (step, name)

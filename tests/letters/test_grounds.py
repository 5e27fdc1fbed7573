"""What ``content/gronden.yaml`` promises holds, and a copy of the guide that breaks it is found."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from routeboek_tui.core.flow import Edge
from routeboek_tui.core.letter import FieldKind, Letter, Recipient
from routeboek_tui.library.content import Library
from routeboek_tui.library.grounds import Grounds
from routeboek_tui.library.grounds_proof import Hearing, prove
from routeboek_tui.library.node import Node
from routeboek_tui.library.pages import LetterFile
from routeboek_tui.library.regions import Doors


def heard(library: Library, grounds: Grounds) -> Hearing:
    groups = (library.signals, library.together)
    begun = [(name, edge) for group in groups for name, each in group.items() for edge in each.goto]
    return Hearing(grounds, library.flows, library.fields, begun)


@pytest.fixture(scope="module")
def hearing(library: Library, grounds: Grounds) -> Hearing:
    return heard(library, grounds)


def told(hearing: Hearing, letter: Letter, recipients: Mapping[str, Recipient]) -> list[str]:
    """What is said of ``letter``, as if it stood in a file of its own."""
    file = LetterFile(letter, "proef.md", Node(None, "proef.md", 0, []), 1)
    return [problem.message for problem in prove(hearing, [file], recipients)]


def test_every_step_is_looked_at(hearing: Hearing, library: Library) -> None:
    seen = {(place.flow, place.step) for place in hearing.places}
    assert {(f.id, step) for f in library.flows.values() for step in f.steps} == seen


def test_every_ground_has_its_reason_and_its_source(grounds: Grounds) -> None:
    reasons = [gate.why for gates in grounds.gates.values() for gate in gates]
    reasons += [*grounds.nameless.values()]
    reasons += [why for table in grounds.tables.values() for why in table.apart.values()]
    assert len(reasons) >= 40
    assert all(why.because and why.sources for why in reasons)


def test_many_letters_need_a_ground_and_all_have_it(
    hearing: Hearing, grounds: Grounds, library: Library
) -> None:
    letters = [letter for letter in library.letters.values() if grounds.office(letter)]
    assert len(letters) > len(library.letters) // 4
    assert {each.id: early for each in letters if (early := [*hearing.too_early(each)])} == {}


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("mdo_jes", "leerplicht: alles. Zo kom je er: mdo_jes. Stappen met een grond: duo_melding"),
        ("gesprek_vo", "“gesprek_vo”"),
        ("duo_melding", "leerplicht: agreements."),
        ("akkoord_driehoek", "leerplicht: agreements."),
    ],
)
def test_a_letter_that_comes_too_early_is_found(
    hearing: Hearing, library: Library, step: str, said: str
) -> None:
    letter = replace(library.letters["afsprakenbrief"], steps=(step,))
    found = told(hearing, letter, library.recipients)
    assert found
    if step != "mdo_jes":
        assert said in found[0]


@pytest.mark.parametrize("gone", ["duo_melding", "advies_driehoek", "beroep_vrijstelling"])
def test_every_ground_of_the_sickness_route_is_needed(
    grounds: Grounds, library: Library, gone: str
) -> None:
    gates = tuple(g for g in grounds.gates["ziekteverzuim"] if g.step != gone)
    fewer = replace(grounds, gates={**grounds.gates, "ziekteverzuim": gates})
    hearing = heard(library, fewer)
    assert any([*hearing.too_early(each)] for each in library.letters.values()
               if fewer.office(each))  # fmt: skip


def test_an_advice_of_the_overleg_is_no_ground_for_letters_of_the_report(
    grounds: Grounds, library: Library
) -> None:
    """A ground that counts behind itself alone does not open what others reach without it."""
    gates = tuple(replace(gate, behind=False) for gate in grounds.gates["ziekteverzuim"])
    laxer = replace(grounds, gates={**grounds.gates, "ziekteverzuim": gates})
    # Nothing lies before it, so a letter there has no other ground.
    letter = replace(library.letters["brief-na-duo-melding"], steps=("advies_driehoek", "mdo_jes"))
    assert [*heard(library, laxer).too_early(letter)]
    letter = replace(letter, steps=("advies_driehoek",))
    assert [*heard(library, laxer).too_early(letter)] == []


def _too_much(library: Library, name: str, kind: FieldKind) -> dict[str, Recipient]:
    one = library.recipients[name]
    ground = next(iter(one.may.values()))
    return {**library.recipients, name: replace(one, may={**one.may, kind: ground})}


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("pozo", FieldKind.IDENTIFICATION, "zonder naam"),
        ("school", FieldKind.MEDICAL, "gaat niet naar “school”"),
        ("overleg", FieldKind.MEDICAL, "die dat niet mag: school"),
        ("overleg", FieldKind.CONSENT, "smw, jeugdhulp"),
    ],
)
def test_a_recipient_that_may_read_too_much_is_found(
    hearing: Hearing, library: Library, name: str, kind: FieldKind, said: str
) -> None:
    letter = library.letters["mededeling-duo-melding"]
    assert told(hearing, letter, library.recipients) == []
    found = told(hearing, letter, _too_much(library, name, kind))
    assert any(said.replace("die dat", "wie dat") in message for message in found)


def test_the_mail_to_the_mwta_holds_initials_and_a_number_alone(
    hearing: Hearing, library: Library
) -> None:
    letter = library.letters["e-mail-mwta"]
    assert set(letter.fields) == {"initialen", "ot_nummer"}
    found = told(hearing, replace(letter, fields=(*letter.fields, "leerling")), library.recipients)
    assert found == ["Een brief aan “mwta” heeft precies deze velden: initialen, ot_nummer."]


def test_what_goes_to_a_table_is_not_for_leerplicht(
    hearing: Hearing, grounds: Grounds, library: Library
) -> None:
    letters = [each for each in library.letters.values() if "overleg" in each.readers]
    assert letters
    assert set(grounds.tables["overleg"].apart) == {"behandelaar", "kdc", "leerplicht", "partner"}
    for letter in letters:
        found = told(hearing, replace(letter, confirm=""), library.recipients)
        assert any("kan ook aan tafel zitten: leerplicht" in message for message in found), found
    letter = replace(letters[0], steps=("doorbraaktafel_po",))
    found = told(hearing, letter, library.recipients)
    assert any("“gemeente”" in message for message in found), found


def test_no_letter_asks_for_anything_medical(library: Library) -> None:
    medical = {f.name for f in library.fields.values() if f.kind is FieldKind.MEDICAL}
    assert medical == set()


def test_a_signal_or_a_door_into_another_region_is_found(library: Library) -> None:
    everywhere = frozenset(library.scheme.domains["regio"])
    doors = Doors(library.flows, library.editions, everywhere)
    here = {"regio": ("haaglanden",)}
    assert doors.astray(Edge("ziekteverzuim/drempel", here), everywhere) == ""
    assert doors.astray(Edge("triage/stand", here), everywhere) == ""
    assert doors.astray(Edge("ziekteverzuim/drempel"), everywhere) == "ziekteverzuim/drempel"
    assert doors.astray(Edge("noord_kennemerland/te_laat", here), everywhere)
    assert doors.astray(Edge("triage/kwestie_nk", here), everywhere).startswith("noord_")

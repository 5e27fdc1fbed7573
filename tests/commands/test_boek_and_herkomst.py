"""The book and the provenance in plain lines, as commands and within a conversation."""

import json

import pytest

from routeboek_tui.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(arguments)
    said = capsys.readouterr()
    return code, said.out + said.err


def test_the_contents_name_every_page(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = run(capsys, "boek")
    assert code == 0
    assert "Tafels en overleggen." in text
    assert "- Jeugdbeschermingstafel: jeugdbeschermingstafel" in text
    assert run(capsys, "boek", "--inhoud") == (code, text)


@pytest.mark.parametrize("name", ["jeugdbeschermingstafel", "JBT", "jbt"])
def test_a_page_by_its_name(capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, text = run(capsys, "boek", name)
    assert code == 0
    assert text.startswith("Jeugdbeschermingstafel (boek, Tafels en overleggen)")
    for part in ("Waarvoor:", "Aanmelden:", "Bronnen verschillen:", "Zie ook:", "Bron:"):
        assert part in text


def test_a_page_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = run(capsys, "boek", "jeugdbeschermingstafle")
    assert code != 0
    assert "Bedoel je “jeugdbeschermingstafel”?" in text


def test_from_a_place_to_the_facts_and_back(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = run(capsys, "herkomst", "stap:ziekteverzuim/drempel", "--json")
    assert code == 0
    facts = json.loads(text)["facts"]
    assert facts
    name = facts[0]["id"]
    code, text = run(capsys, "herkomst", name.lower())
    assert code == 0
    assert "stap:ziekteverzuim/drempel" in text
    assert "Schema ziekteverzuim (2024)" in text


def test_how_many_facts_are_in(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = run(capsys, "herkomst")
    assert code == 0
    assert "feiten staan in de gids" in text


@pytest.mark.parametrize("what", ["boek:niets", "stap:ziekteverzuim/niets", "f000", "zomaar"])
def test_what_is_not_there(capsys: pytest.CaptureFixture[str], what: str) -> None:
    code, text = run(capsys, "herkomst", what)
    assert code != 0
    assert "bestaat niet" in text


def test_a_question_and_a_search_in_the_conversation(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from io import StringIO

    typed = "wie zit er bij het JBT?\nhoe zit dat met verlof en schorsing en jgz?\na\nboek mdo\n"
    monkeypatch.setattr("sys.stdin", StringIO(f"{typed}zoek te laat\na\nstop\n"))
    facts = ("regio=haaglanden", "gemeente=rijswijk", "sector=vo", "veiligheid=nee")
    given = [part for fact in facts for part in ("--feit", fact)]
    code, text = run(capsys, "gesprek", "--regels", "--route", "ziekteverzuim", *given)
    assert code == 0
    assert "Raad voor de Kinderbescherming" in text
    assert "Dit komt het dichtst bij:" in text
    assert "MDO (boek, Tafels en overleggen)" in text
    assert "Te laat komen (boek" in text
    assert text.count("Is de drempel voor zorgwekkend ziekteverzuim gehaald?") >= 5


def test_the_retellings_of_a_fact_stand_together(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = run(capsys, "herkomst", "f119", "--navertellingen")
    assert code == 0
    for part in ("Voorwaarde: behandelaar; toestem", "nieuwe DUO-melding als ziekte doorgaat"):
        assert part in text
    assert "verschil:soort_nieuwe_duo_melding), hoeft de voorwaarde niet te zeggen" in text
    assert text.index("(stap:") < text.index("(boek:") < text.index("(brief:")


def test_the_retellings_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = run(capsys, "herkomst", "--navertellingen", "--json")
    assert code == 0
    facts = {fact["id"]: fact for fact in json.loads(text)["facts"]}
    assert list(facts) == sorted(facts)
    assert facts["F119"]["conditions"] == [["behandelaar"], ["toestem"]]
    assert all(place["said"] for place in facts["F119"]["places"])


def test_a_place_without_facts_has_no_retellings(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = run(capsys, "herkomst", "boek:bronnen", "--navertellingen")
    assert code != 0
    assert "feit" in text or "bestaat niet" in text

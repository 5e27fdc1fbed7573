"""The commands, as they are typed, and the exit code each ends with."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from routeboek_tui import cli
from routeboek_tui.library import compiled
from routeboek_tui.library.compiled import load
from routeboek_tui.library.load import read
from routeboek_tui.library.places import content_root
from routeboek_tui.library.problems import Problem
from tests.known import guide
from tests.typed_command import run
from tests.walks_as_data import Walk, answers_of, asking_all, walked

TO_TALK = ["--feit", "sector=po", "--feit", "leeftijd=vanaf_12", "--antwoord", "drempel=ja"]


def test_help_is_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ([], ["gesprek"], ["advies"], ["paden"], ["kaart"], ["brief"], ["controle"]):
        code, out, _ = run(capsys, *command, "--help")
        assert code == 0
        assert out.startswith("gebruik: routeboek")
        for english in ("usage", "options:", "positional", "show this", "default"):
            assert english not in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["adves"], "de opdracht “adves” bestaat niet. Bedoel je “advies”?"),
        (["advies"], "dit ontbreekt: ROUTE"),
        (["advies", "ziekteverzuim", "--jsno"], "dit is onbekend: --jsno. Bedoel je “--json”?"),
        (["advies", "ziekteverzuim", "--datum"], "zet een waarde achter --datum"),
        (["kaart", "ziekteverzuim", "--formaat", "sgv"], "Bedoel je “svg”?"),
        (["paden", "ziekteverzium"], "Bedoel je “ziekteverzuim”?"),
        (["advies", "ziekteverzuim", "--feit", "sectr=po"], "Bedoel je “sector”?"),
        (["advies", "ziekteverzuim", "--feit", "gemeente=den_hag"], "Bedoel je “den_haag”?"),
        (["advies", "ziekteverzuim", "--feit", "sector"], "Typ --feit NAAM=WAARDE"),
        (["advies", "ziekteverzuim", "--feit", "geboortedatum=31-02-2015"], "geen bestaande dag"),
        (["advies", "ziekteverzuim", "--feit", "geboortedatum=01-01-2090"], "in de toekomst"),
        (["advies", "ziekteverzuim", "--antwoord", "drempl=ja"], "Bedoel je “drempel”?"),
        (["advies", "ziekteverzuim", "--antwoord", "ziekmelding=ja"], "vraagt niets"),
        (["advies", "ziekteverzuim", "--antwoord", "drempel=neee"], "Bedoel je “nee”?"),
        (["advies", "ziekteverzuim", "--antwoord", "drempel=ja+nee"], "kan “ja+nee” niet samen"),
        (["advies", "ziekteverzuim", "--antwoord", "drempel=melding:5"], "Bedoel je “meldingen”?"),
        (["advies", "ziekteverzuim", "--antwoord", "drempel=meldingen:999999"], "te groot"),
        (["advies", "ziekteverzuim", "--antwoord", "mdo_jes=ja"], "vraagt niets"),
        (["advies", "ziekteverzuim", "--datum", "31-02-2026"], "geen bestaande dag"),
        (["brief", "waarschuwingsbrif", "--uit", "x.md"], "Bedoel je “waarschuwingsbrief”?"),
        (["controle", "/bestaat/niet"], "staat geen map “flows”"),
    ],
)
def test_wrong_use_is_explained_in_dutch(
    capsys: pytest.CaptureFixture[str], arguments: Sequence[str], message: str
) -> None:
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert message in err


def test_advice_as_text_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    walk = ["advies", "ziekteverzuim", *TO_TALK, "--antwoord", "evaluatie_schoolplan=nee"]
    code, out, _ = run(capsys, *walk)
    assert code == 0
    assert "Nu te doen" in out
    assert "Advies van een partner" in out
    code, out, _ = run(capsys, *walk, "--datum", "12-03-2026", "--json")
    data = json.loads(out)
    assert (code, data["version"], data["date"]) == (0, 2, "2026-03-12")
    assert data["ask"] == {"step": "advies_vragen", "visit": 1, "fact": ""}
    assert data["advice"]["now"][0]["todo"][0]["actor"] == "school"
    assert "uitnodiging-gesprek-school" in data["letters"]


@pytest.mark.parametrize("walk", asking_all(), ids=lambda walk: walk.id)
def test_the_command_walks_as_the_data_says(capsys: pytest.CaptureFixture[str], walk: Walk) -> None:
    arguments = ["advies", walk.route, "--datum", "12-03-2026", "--json"]
    for fact, value in walk.facts.items():
        arguments += ["--feit", f"{fact}={value}"]
    for given in answers_of(guide(), walk):
        numbers = ",".join(f"{name}:{number}" for name, number in given.numbers.items())
        said = "+".join((*filter(None, (numbers,)), *given.choices)) or "?"
        day = f"@{given.on:%d-%m-%Y}" if given.on else ""
        arguments += ["--antwoord", f"{given.step}={said}{day}"]
    code, out, _ = run(capsys, *arguments)
    data = json.loads(out)
    assert code == 0
    expected = walked(guide(), walk)
    main = [visit.step for visit in expected.trail.main.visits]
    assert [visit["step"] for visit in data["passed"]] == main
    jump = data["jump"]
    assert (f"{jump['route']}/{jump['step']}" if jump else data["outcome"]) == walk.outcome
    assert set(data["letters"]) == {letter.id for letter in expected.letters}


def test_an_answer_without_a_place_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    walk = ["advies", "ziekteverzuim", "--feit", "sector=po"]
    code, _, err = run(capsys, *walk, "--antwoord", "evaluatie=gestopt")
    assert code == 1
    assert "De route wacht op een antwoord op “drempel”." in err
    code, _, err = run(capsys, *walk, "--antwoord", "drempel=meldingen:3")
    assert code == 1
    assert "Nog nodig: dagen (het aantal zieke schooldagen dit schooljaar)." in err


def test_dates_are_given_to_the_policy(capsys: pytest.CaptureFixture[str]) -> None:
    walk = ["advies", "ziekteverzuim", "--feit", "sector=vo", "--datum", "12-03-2026", "--json"]
    days = "data:12-01-2026,3-2-2026,10-2-2026,6-3-2026"
    for given in (days, f"{days},achtereen:1", "eerste_ziektedag:02-03-2026"):
        code, out, _ = run(capsys, *walk, "--antwoord", f"drempel={given}")
        assert (code, json.loads(out)["passed"][1]["choices"]) == (0, ["ja"])


def test_a_pupil_turns_12_between_two_steps(capsys: pytest.CaptureFixture[str]) -> None:
    walk = ["advies", "ziekteverzuim", "--feit", "sector=po", "--feit", "geboortedatum=01-03-2014",
            "--json", "--antwoord", "drempel=ja@12-01-2026"]  # fmt: skip
    code, out, _ = run(capsys, *walk, "--datum", "12-01-2026")
    assert (code, json.loads(out)["facts"]["leeftijd"]) == (0, "onder_12")
    later = ["--antwoord", "evaluatie_schoolplan=nee@05-03-2026", "--datum", "12-03-2026"]
    code, out, _ = run(capsys, *walk, *later)
    assert (code, json.loads(out)["facts"]["leeftijd"]) == (0, "vanaf_12")


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("ja@31-02-2026", "geen bestaande dag"),
        ("ja@", "geen bestaande dag"),
        ("ja@01-01-2090", "in de toekomst"),
        ("data:31-02-2026,1-3-2026", "geen bestaande dag"),
        ("data:1-3-2026,1-1-2090", "in de toekomst"),
        ("eerste_ziektedag:1-1-2090", "in de toekomst"),
        ("meldingen:", "staat niets"),
        ("meldingen:5,6", "Typ NAAM:GETAL"),
        ("meldingen:5,meldingen:6", "twee keer"),
        ("data:1-3-2026,data:2-3-2026", "twee keer"),
    ],
)
def test_a_day_or_number_that_cannot_be_right_is_refused(
    capsys: pytest.CaptureFixture[str], said: str, message: str
) -> None:
    code, _, err = run(capsys, "advies", "ziekteverzuim", "--antwoord", f"drempel={said}")
    assert code == 2
    assert message in err


def test_paths_are_covered(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "paden", "zonder_schoolinschrijving", "--json")
    data = json.loads(out)
    assert (code, data["uncovered"], data["unreachable"]) == (0, [], [])
    assert data["paths"] == data["loops"] + sum(data["endings"].values())
    code, out, _ = run(capsys, "paden", "zonder_schoolinschrijving", "--pijlen")
    assert "Paden per pijl:" in out


def test_a_letter_to_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    letter = ["brief", "uitnodiging-gesprek-school", *TO_TALK]
    letter += ["--veld", "organisatie=De [/b] School"]
    code, out, _ = run(capsys, *letter, "--uit", str(path))
    assert code == 0
    assert "Nog invullen:" in out
    assert "School" in path.read_text(encoding="utf-8")
    code, _, err = run(capsys, *letter, "--uit", str(path))
    assert code == 3
    assert "Er is al een bestand" in err
    assert run(capsys, *letter, "--uit", str(path), "--overschrijf")[0] == 0
    code, _, err = run(capsys, *letter, "--uit", str(tmp_path / "weg" / "b.md"))
    assert code == 3
    assert "bestaat niet" in err
    code, _, err = run(capsys, *letter, "--uit", str(tmp_path / "b.xyz"))
    assert code == 3
    code, _, err = run(capsys, *letter, "--veld", "organisati=x", "--uit", str(path))
    assert (code, "Bedoel je “organisatie”?" in err) == (2, True)


def test_a_field_that_cannot_be_right_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "brief.md"
    letter = ["brief", "uitnodiging-gesprek-school", *TO_TALK, "--uit", str(path)]
    code, _, err = run(capsys, *letter, "--veld", "schoolgesprek_datum=31-02-2026")
    assert code == 2
    assert "schoolgesprek_datum" in err
    assert "Deze datum bestaat niet" in err
    assert not path.exists()


def test_a_letter_without_ground_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "brief.docx"
    code, _, err = run(capsys, "brief", "waarschuwingsbrief", *TO_TALK, "--uit", str(path))
    assert code == 1
    assert "(stap: waarschuwingsbrief)" in err
    assert not path.exists()


def test_the_list_of_letters(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "brief", "--lijst")
    assert code == 0
    assert "na stap: gesprek_en_plan" in out
    assert "overlegplan (per regel: wie; wat; wanneer)" in " ".join(out.split())


def test_the_chart_to_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "kaart.svg"
    assert run(capsys, "kaart", "ziekteverzuim", "--uit", str(path))[0] == 0
    assert path.read_text(encoding="utf-8").startswith("<?xml")
    assert run(capsys, "kaart", "ziekteverzuim", "--uit", str(path))[0] == 3
    code, out, _ = run(capsys, "kaart", "ziekteverzuim", "--formaat", "mermaid")
    assert (code, "flowchart TD" in out) == (0, True)


def test_the_chart_shows_the_way_so_far(capsys: pytest.CaptureFixture[str]) -> None:
    chart = ["kaart", "ziekteverzuim", *TO_TALK]
    code, out, _ = run(capsys, *chart)
    assert (code, out.count(">hier ben je<")) == (0, 1)
    code, out, _ = run(capsys, *chart, "--formaat", "mermaid")
    assert (code, "class s_evaluatie_schoolplan hier" in out) == (0, True)


def test_check_finds_nothing_here_and_something_in_a_broken_folder(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert read(content_root())[1] == []
    code, out, _ = run(capsys, "controle")
    routes = len(load().flows)
    assert (code, f"Alles klopt: {routes} routes, " in out) == (0, True)
    (tmp_path / "flows").mkdir()
    (tmp_path / "flows" / "stuk.yaml").write_text("id: [", encoding="utf-8")
    code, out, _ = run(capsys, "controle", str(tmp_path))
    assert code == 1
    assert "flows/stuk.yaml:" in out
    assert "gevonden." in out


def test_broken_files_give_their_problems_and_no_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise compiled.BrokenLibrary([Problem("flows/x.yaml", 3, "Dit klopt niet.")])

    monkeypatch.setattr(compiled, "_read", broken)
    monkeypatch.setattr(compiled, "_signature", lambda _: "none")
    code, _, err = run(capsys, "gesprek", "--regels")
    assert code == 4
    assert "flows/x.yaml:3: Dit klopt niet." in err
    assert "1 probleem" in err


def test_the_unexpected_is_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "_carry_out", fail)
    monkeypatch.delenv(cli.DEBUG, raising=False)
    code, _, err = run(capsys, "paden", "ziekteverzuim")
    assert code == 4
    assert "ZeroDivisionError" in err
    monkeypatch.setenv(cli.DEBUG, "1")
    with pytest.raises(ZeroDivisionError):
        cli.main(["paden", "ziekteverzuim"])


def test_ctrl_c_ends_politely(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_carry_out", interrupt)
    code, _, err = run(capsys, "gesprek")
    assert (code, "Afgebroken." in err) == (130, True)

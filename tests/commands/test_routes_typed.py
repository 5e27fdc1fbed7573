"""Routes, editions and a case that is running, as they are typed on the command line."""

import json
from collections.abc import Sequence
from functools import cache

import pytest

from routeboek_tui.commands import paden
from routeboek_tui.core import paths
from routeboek_tui.core.rulebook import Rulebook
from routeboek_tui.library.compiled import load
from tests.typed_command import run

VO, OLD_VO = "met_schoolinschrijving_vo", "met_schoolinschrijving_vo_2024"


def advice(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    code, out, err = run(capsys, "advies", *arguments, "--datum", "23-11-2026", "--json")
    assert (code, err) == (0, "")
    return json.loads(out)  # type: ignore[no-any-return]


def test_the_paths_of_all_routes_in_all_editions(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    walked = cache(lambda route: paths.report(Rulebook(load().flows[route], load().knowledge)))
    monkeypatch.setattr(paden, "report", lambda rulebook: walked(rulebook.flow.id))
    code, out, _ = run(capsys, "paden", "--alles", "--json")
    routes = json.loads(out)["routes"]
    assert code == 0
    assert [each["route"] for each in routes] == list(load().flows)
    for each in routes:
        assert each["uncovered"] == each["unreachable"] == []
        assert each["paths"] == each["loops"] + sum(each["endings"].values()) > 0
    code, out, _ = run(capsys, "paden", "--alles")
    assert code == 0
    for route in load().flows:
        assert f"Route {route}: " in out
    assert "Langste pad" not in out
    assert "Geen pad" not in out


def test_the_paths_of_one_edition(capsys: pytest.CaptureFixture[str]) -> None:
    found = {}
    for arguments in ([VO], [VO, "--editie", "vo-nieuw"], [VO, "--editie", "vo-2024"], [OLD_VO]):
        code, out, _ = run(capsys, "paden", *arguments, "--json")
        assert code == 0
        found[tuple(arguments)] = json.loads(out)["route"]
    assert list(found.values()) == [VO, VO, OLD_VO, OLD_VO]


def test_advice_in_an_edition(capsys: pytest.CaptureFixture[str]) -> None:
    assert advice(capsys, VO)["edition"] == "vo-nieuw"
    assert advice(capsys, VO, "--editie", "vo-2024")["edition"] == "vo-2024"
    assert advice(capsys, OLD_VO)["edition"] == "vo-2024"
    code, out, _ = run(capsys, "advies", VO, "--datum", "12-03-2025", "--json")
    assert (code, json.loads(out)["edition"]) == (0, "vo-2024")
    _, out, _ = run(capsys, "advies", VO, "--editie", "vo-2024", "--datum", "23-11-2026")
    assert "oudere editie" in out
    _, out, _ = run(capsys, "advies", VO, "--datum", "23-11-2026")
    assert "oudere editie" not in out


def test_a_case_that_is_running(capsys: pytest.CaptureFixture[str]) -> None:
    walk = ["ziekteverzuim", "--vanaf", "gesprek_leerplicht", "--feit", "sector=po",
            "--feit", "leeftijd=onder_12"]  # fmt: skip
    data = advice(capsys, *walk)
    assert data["ask"] == {"step": "gesprek_leerplicht", "visit": 1, "fact": ""}
    assert [visit["step"] for visit in data["passed"]] == ["gesprek_leerplicht"]  # type: ignore[attr-defined]
    assert "tekst-duo-melding" in data["letters"]  # type: ignore[operator]
    done = advice(capsys, *walk, "--gedaan", "duo_melding", "--gedaan", "gesprek_en_plan")
    assert {"tekst-duo-melding", "uitnodiging-gesprek-school"} <= set(done["letters"])  # type: ignore[call-overload]
    assert done["passed"] == data["passed"]
    onward = advice(capsys, *walk, "--antwoord", "gesprek_leerplicht=nee")
    assert onward["ask"] == {"step": "gegrond", "visit": 1, "fact": ""}


def test_a_date_gives_the_days_of_the_terms(capsys: pytest.CaptureFixture[str]) -> None:
    walk = ["advies", VO, "--vanaf", "intercollegiale_afstemming", "--feit", "gemeente=den_haag",
            "--feit", "ingeschreven=ja", "--feit", "leeftijd=vanaf_12",
            "--datum", "12-03-2026"]  # fmt: skip
    _, out, _ = run(capsys, *walk, "--feit", "zorgwekkend_sinds=12-01-2026")
    assert "9 februari 2026 tot 9 maart 2026" in out
    _, out, _ = run(capsys, *walk, "--feit", "zorgwekkend_sinds=?")
    assert "vul die datum in" in out


def test_a_door_is_a_jump_and_no_outcome(capsys: pytest.CaptureFixture[str]) -> None:
    data = advice(
        capsys, "ziekteverzuim", "--vanaf", "opschalen", "--feit", "sector=vo",
        "--feit", "gemeente=den_haag", "--feit", "leeftijd=vanaf_12",
    )  # fmt: skip
    assert data["jump"] == {"route": VO, "step": "afstemming_managers"}
    assert (data["outcome"], data["ask"], data["ended"]) == ("", None, True)
    assert advice(capsys, "ziekteverzuim")["jump"] is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["paden"], "Noem één route, of geef --alles."),
        (["paden", VO, "--alles"], "Noem één route, of geef --alles."),
        (["paden", "met_schoolinschrijving"], "Bedoel je “met_schoolinschrijving_"),
        (["paden", VO, "--editie", "vo-2025"], "heeft geen editie “vo-2025”. Bedoel je “vo-2024”?"),
        (["paden", VO, "--editie", "x"], "De edities zijn: vo-nieuw, vo-2024."),
        (["advies", "ziekteverzuim", "--editie", "vo-2024"], "De edities zijn: haaglanden-2024."),
        (["advies", "noordkennemerland"], "Bedoel je “noord_kennemerland”?"),
        (["advies", "x"], "De routes zijn: "),
        (["advies", VO, "--vanaf", "signal_vo"], "geen stap “signal_vo”. Bedoel je “signaal_vo”?"),
        (["advies", VO, "--gedaan", "pozoo"], "geen stap “pozoo”. Bedoel je “pozo”?"),
        (["advies", VO, "--vanaf", "duo_melding"], "geen stap “duo_melding”."),
        (["advies", VO, "--feit", "zorgwekkend_sinds=bekend"], "geen bestaande dag"),
        (["advies", VO, "--feit", "zorgwekkend_sinds=1-1-2090"], "in de toekomst"),
        (["advies", VO, "--vanaf"], "zet een waarde achter --vanaf"),
        (["gesprek", "--regels", "--route", "ziekteverzium"], "Bedoel je “ziekteverzuim”?"),
        (["gesprek", "--regels", "--route", VO, "--editie", "vo2024"], "Bedoel je “vo-2024”?"),
        (["gesprek", "--regels", "--route", VO, "--vanaf", "pozoo"], "Bedoel je “pozo”?"),
        (["brief", "--lijst", "--route", "triagge"], "Bedoel je “triage”?"),
    ],
)
def test_what_is_not_there_is_refused_with_the_nearest(
    capsys: pytest.CaptureFixture[str], arguments: Sequence[str], message: str
) -> None:
    code, out, err = run(capsys, *arguments)
    assert message in err
    assert (code, out) == (2, "")


def test_a_door_is_no_place_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    """What a door leads to is a step of another route."""
    code, _, err = run(capsys, "advies", "ziekteverzuim", "--vanaf", f"{VO}/afstemming_managers")
    assert code == 2
    assert "geen stap" in err


def test_the_letters_of_one_route(capsys: pytest.CaptureFixture[str]) -> None:
    _, every, _ = run(capsys, "brief", "--lijst")
    _, some, _ = run(capsys, "brief", "--lijst", "--route", "noord_kennemerland")
    assert "besluit-verlof-directeur: " in some
    assert "besluit-verlof-directeur: " in every
    assert "uitnodiging-gesprek-school: " in every
    assert "uitnodiging-gesprek-school: " not in some

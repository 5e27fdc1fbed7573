"""``routeboek wat-nu``: in words and as JSON, and what it does with bad input."""

import json

import pytest

from routeboek_tui.cli import main
from routeboek_tui.commands.refusal import Exit

HAAGLANDEN = ["--feit", "gemeente=rijswijk", "--feit", "sector=vo"]


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["wat-nu", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_it_names_route_step_and_what_to_mind(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "steeds op maandag ziek", *HAAGLANDEN)
    assert code == Exit.DONE
    assert "1. Steeds ziek op dezelfde dag (route Ziekteverzuim, stap " in out
    assert "Vraag eerst: " in out
    assert "Let op: " in out
    assert "routeboek gesprek --route ziekteverzuim --vanaf drempel" in out


def test_without_a_region_it_says_what_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "hij", "spijbelt")
    assert code == Exit.DONE
    assert "eerst nodig: regio, sector" in out
    assert "--feit regio=haaglanden|noord_kennemerland|elders" in out


def test_safety_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _run(capsys, "papa slaat hem met de riem, en hij is vaak ziek", *HAAGLANDEN)
    assert out.startswith("Dit kan gaan over geweld of dreiging thuis.")
    assert "Veilig Thuis (0800-2000)" in out
    assert out.index("112") < out.index("Vaak ziek gemeld")
    assert "--feit soort_gevaar=geweld_thuis" in out


def test_a_long_story_is_heard_to_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    story = "Hij komt vaak te laat. " * 400 + "Hij wil niet meer leven en heeft een plan."
    code, out, _ = _run(capsys, story, "--json")
    assert code == Exit.DONE
    assert json.loads(out)["safety"]["kinds"][0] == "zelfdoding"


def test_elsewhere_it_only_refers(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "hij spijbelt", "--feit", "regio=elders")
    assert code == Exit.DONE
    assert "Voor deze regio is er geen route" in out
    assert "Weg zonder geldige reden" not in out


def test_json_has_stable_names(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "ziek gemeld en op vakantie gezien", "--json", *HAAGLANDEN)
    data = json.loads(out)
    assert code == Exit.DONE
    assert set(data) == {
        "version",
        "sentence",
        "safety",
        "referral",
        "together",
        "candidates",
        "beliefs",
    }
    assert data["together"][0]["id"] == "ziek_en_vakantie"
    assert {"signal", "score", "sure", "door", "needs", "ask", "notes"} <= set(
        data["candidates"][0]
    )


@pytest.mark.parametrize("json_too", [[], ["--json"]])
def test_nothing_that_fits_gives_code_1(
    capsys: pytest.CaptureFixture[str], json_too: list[str]
) -> None:
    code, out, _ = _run(capsys, "qwxz vbnm", *json_too)
    assert code == Exit.FOUND
    assert out


@pytest.mark.parametrize("said", ["", "  ", "...", "\x00\x07", "\udcff", "\ue000"])
def test_bad_input_is_refused_and_printed_nowhere(
    capsys: pytest.CaptureFixture[str], said: str
) -> None:
    code, out, err = _run(capsys, said)
    assert code == Exit.WRONG_USE
    assert not out
    assert err
    assert len(err) < 400


def test_control_characters_never_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _run(capsys, "ziek \x1b[31m\u202e maandag", "--json")
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_facts_in_the_sentence_are_not_asked_and_go_along(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = _run(capsys, "brugklasser uit Rijswijk spijbelt")
    assert code == Exit.DONE
    assert "Geef eerst op" not in out
    for given in ("--feit sector=vo", "--feit gemeente=rijswijk", "--feit regio=haaglanden"):
        assert given in out


def test_a_fact_that_was_given_goes_before_the_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = _run(capsys, "brugklasser uit Rijswijk spijbelt", "--feit", "sector=po")
    assert "sector=vo" not in out

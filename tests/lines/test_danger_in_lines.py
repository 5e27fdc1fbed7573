"""Danger in the line face and in the commands: asked on every road, or its absence said."""

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from routeboek_tui.cli import main
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.safety import ASKED, NOT_ASKED
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.safety import SAFETY
from routeboek_tui.course.course import Course
from routeboek_tui.library.compiled import Opening
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.session import Session
from routeboek_tui.lines.start import converse
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import TODAY

BEATEN = "papa slaat hem met de riem"
PLACE = ["--feit", "sector=po", "--feit", "gemeente=den_haag"]


def said(typed: Sequence[str], talk: Conversation) -> tuple[Session, str]:
    target = io.StringIO()
    session = Session(Lines(io.StringIO("".join(f"{t}\n" for t in typed)), target), Course(talk))
    while session.run():
        pass
    return session, target.getvalue()


@each_row("flow", guide().flows.values(), ids=lambda flow: flow.id)
def test_every_route_and_every_step_to_begin_at_asks_it_first(flow: object) -> None:
    for step in list(flow.steps.values())[::7]:  # type: ignore[attr-defined]
        answers = Answers({"sector": "vo", "gemeente": "den_haag"}, start=step.id)
        talk = Conversation.at(guide(), flow, answers, TODAY)  # type: ignore[arg-type]
        session, text = said(["nee"], talk)
        assert text.count(ASKED) == 1, step.id
        assert session.course.talk.answers.facts[SAFETY] == "nee"


def test_danger_typed_before_the_first_question_is_asked_about(tmp_path: Path) -> None:
    target = io.StringIO()
    talk = Conversation.start(guide(), "triage", TODAY)
    typed = f"{BEATEN}, hij is steeds op maandag ziek\n2\n1\nDen Haag\npo\n"
    settings = tmp_path / "voorkeuren.json"
    converse(Lines(io.StringIO(typed), target), Opening.of(guide()), talk, settings)
    text = target.getvalue()
    assert text.index("Dit kan gaan over geweld of dreiging thuis") < text.index("> 2")
    assert text.index("Zorgen over de veiligheid") < text.index("1. Steeds ziek op dezelfde dag")
    assert ASKED not in text[text.index("> 1") :]
    assert "Je begint op de route Ziekteverzuim" in text


def test_both_faces_say_the_same_words_and_the_rest_is_kept() -> None:
    facts = {"sector": "po", "gemeente": "den_haag", "regio": "haaglanden"}
    talk = Conversation.start(guide(), "triage", TODAY, facts)
    _, text = said([f"{BEATEN}, hij is steeds op maandag ziek", "1", "advies"], talk)
    assert "Bel 112 als er nu geweld is of dreigt." in text
    assert "Doe dit niet:" in text
    assert text.index("Bel 112") < text.index("1. Steeds ziek op dezelfde dag")
    advice = text[text.index("> advies") :]
    assert advice.index("Nu te doen") < advice.index("Bel 112") < advice.index("Route:")


def test_a_quiet_sign_in_lines() -> None:
    talk = Conversation.start(guide(), "ziekteverzuim", TODAY, {"sector": "po", SAFETY: "nee"})
    _, text = said(["anderen kijken mee", BEATEN, "teken"], talk)
    quiet = text[text.index("> anderen") : text.index("> teken")]
    assert "geweld" not in quiet.replace("nu geweld", "").lower()
    assert "Er is iets om straks te lezen" in quiet
    assert "Dit kan gaan over geweld of dreiging thuis" in text[text.index("> teken") :]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(arguments)
    return code, capsys.readouterr().out


def test_a_command_says_that_it_was_not_asked(capsys: pytest.CaptureFixture[str]) -> None:
    walk = ["advies", "ziekteverzuim", *PLACE, "--antwoord", "drempel=ja"]
    _, text = run(capsys, *walk)
    assert text.startswith(NOT_ASKED)
    assert "--feit veiligheid=gevaar" in text
    _, text = run(capsys, *walk, "--json")
    data = json.loads(text)
    assert data["safety"]["state"] == data["advice"]["safety"] == "niet_gevraagd"
    _, text = run(capsys, *walk, "--json", "--feit", "veiligheid=gevaar", "--feit",
                  "soort_gevaar=huwelijksdwang")  # fmt: skip
    data = json.loads(text)
    assert data["advice"]["now"][0]["step"] == "huwelijksdwang"
    assert "uitnodiging-gesprek-school" not in data["letters"]
    _, text = run(capsys, *walk, "--json", "--feit", "veiligheid=?")
    assert json.loads(text)["letters"] == []


def test_the_command_that_wat_nu_prints_asks_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, text = run(capsys, "wat-nu", f"{BEATEN}, en hij meldt zich steeds op maandag ziek", *PLACE)
    command = next(line for line in text.splitlines() if line.startswith("Begin zo"))
    arguments = command.partition(": routeboek ")[2].split()
    monkeypatch.setattr("sys.stdin", io.StringIO("1\nstop\n"))
    _, text = run(capsys, *arguments, "--regels")
    assert "Dit kan gaan over geweld of dreiging thuis" in text
    assert "Er is nu gevaar: geweld of dreiging thuis" in text


def test_a_kind_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["advies", "ziekteverzuim", "--feit", "soort_gevaar=geweld_thuiss"])
    assert code == 2
    assert "Bedoel je “geweld_thuis”?" in capsys.readouterr().err


def test_searching_says_so_too(capsys: pytest.CaptureFixture[str]) -> None:
    _, text = run(capsys, "zoek", *["hij", "wil", "niet", "meer", "leven"])
    assert text.startswith("Dit kan gaan over denken aan zelfdoding")


def test_what_to_do_is_told_before_the_route_is_known() -> None:
    triage = Conversation.start(guide(), "triage", TODAY)
    _, text = said(["leerling is vaak weg", "1", "1", "2"], triage)
    first = text.index("Bel 112 als er nu geweld is of dreigt.")
    assert text.rindex("In welke regio staat de school?") > first

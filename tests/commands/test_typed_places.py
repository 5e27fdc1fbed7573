"""A place typed in a letter or after an option never ends the talk, nor shows a traceback."""

import io
import os
from pathlib import Path

import pytest

from routeboek_tui import cli
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.course.course import Course
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.session import Session
from tests.known import guide
from tests.obstacles import NO_PLACES, no_place
from tests.walks_as_data import SAFE, TODAY

LETTER = "uitnodiging-gesprek-school"
FACTS = {"sector": "po", "gemeente": "den_haag", "leeftijd": "vanaf_12"}
WALK = ["--feit", "sector=po", "--feit", "leeftijd=vanaf_12", "--antwoord", "drempel=ja"]
HOPELESS = [kind for kind in NO_PLACES if "format" not in kind]


@pytest.mark.parametrize("kind", NO_PLACES)
def test_the_talk_and_the_letter_live_on(tmp_path: Path, kind: str) -> None:
    talk = Conversation.start(guide(), "ziekteverzuim", TODAY, {**SAFE, **FACTS}).answered(("ja",))
    typed = no_place(kind, tmp_path)
    lines = [f"brief {LETTER}", "De Zonnebloem", "klaar", f"bewaar {typed}", "ja",
             f"bewaar {tmp_path}/goed.txt", "", "advies", "stop"]  # fmt: skip
    said = io.StringIO()
    session = Session(
        Lines(io.StringIO("".join(f"{line}\n" for line in lines)), said), Course(talk)
    )
    session.run()
    assert session.course.talk.answers == talk.answers
    assert "De Zonnebloem" in (tmp_path / "goed.txt").read_text(encoding="utf-8")
    assert (tmp_path / "los.txt").read_bytes() == b"van mij"


@pytest.mark.parametrize("kind", HOPELESS)
@pytest.mark.parametrize(
    ("command", "codes"),
    [
        (["brief", LETTER, *WALK, "--overschrijf", "--uit"], {3}),
        (["kaart", "ziekteverzuim", "--overschrijf", "--uit"], {3}),
        (["kaart", "--alles", "--overschrijf", "--uit"], {3}),
        (["kaart", "ziekteverzuim", "--uit", "kaart", "--sinds"], {2, 3}),
        (["controle"], {2, 3}),
        (["brief", LETTER, *WALK, "--uit", "goed.docx", "--referentie"], {3}),
    ],
    ids=["letter", "chart", "charts", "since", "check", "example"],
)
def test_an_option_is_answered_with_a_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
    codes: set[int],
    kind: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    if "--alles" in command and kind in {"a folder", "no folder"}:
        pytest.skip("this makes a folder of its own, or uses it")
    typed = no_place(kind, tmp_path)
    since = "--sinds" in command
    code = cli.main([*command, typed.replace(".txt", ".json") if since else typed])
    said = capsys.readouterr().err
    assert code in codes
    assert len(said.splitlines()) <= 3
    assert "niet verwachtte" not in said
    assert not (tmp_path / "goed.docx").exists()


def test_a_file_comes_where_the_user_stands_and_a_tilde_is_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for typed, made in (("brief.md", "hier/brief.md"), ("~/brief.md", "brief.md")):
        assert cli.main(["brief", LETTER, *WALK, "--uit", typed]) == 0
        assert (tmp_path / made).is_file()
    assert cli.main(["kaart", "ziekteverzuim", "--uit", "~/kaart.svg"]) == 0
    assert (tmp_path / "kaart.svg").is_file()


def test_a_folder_that_is_gone_is_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "weg"
    gone.mkdir()
    monkeypatch.chdir(gone)
    try:
        os.rmdir(gone)
    except OSError:
        pytest.skip("this system keeps a folder that is in use")
    assert cli.main(["kaart", "ziekteverzuim", "--uit", "kaart.svg"]) == 3
    assert "kies" in capsys.readouterr().err

"""What a command loads, reads and writes: pipes, terminals, and streams that were closed."""

import subprocess
import sys
from pathlib import Path
from shlex import quote

import pytest

from routeboek_tui import cli
from routeboek_tui.commands import screen
from routeboek_tui.conversation.conversation import Conversation
from tests.typed_command import run

HEAVY = ("textual", "jinja2", "markdown_it", "docx", "typst", "yaml", "holidays")


@pytest.mark.parametrize("arguments", [["--help"], ["paden", "triage"]])
def test_little_is_loaded(arguments: list[str]) -> None:
    program = (
        "import sys; from routeboek_tui import cli\n"
        f"try: cli.main({arguments!r})\n"
        "except SystemExit: pass\n"
        f"print(*(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)"
    )
    for _ in range(2):  # the first time makes the compiled form of the guide
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8"
        )
    assert done.stderr.strip() == ""


def test_a_pipe_gets_the_conversation_in_lines() -> None:
    program = [sys.executable, "-X", "utf8", "-m", "routeboek_tui"]
    done = subprocess.run(
        [*program, "gesprek", "--feit", "sector=po", "--feit", "gemeente=den_haag"],
        input="\nnee\n1\n", capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    assert "Vraag 1. School." in done.stdout
    assert "De invoer is afgelopen." in done.stdout
    assert done.stderr == ""


def test_a_closed_pipe_is_quiet() -> None:
    program = f"{quote(sys.executable)} -m routeboek_tui kaart ziekteverzuim | head -c 10"
    if sys.platform == "win32":
        pytest.skip("no head")
    done = subprocess.run(program, shell=True, capture_output=True, check=True, encoding="utf-8")
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "facts"),
    [
        ([], (None, "")),
        (["gesprek"], (None, "")),
        (["gesprek", "--feit", "sector=po"], ({"sector": "po"}, "")),
        (["gesprek", "--feit", "geboortedatum=01-01-2000"], ({"leeftijd": "vanaf_12"}, "")),
        (["gesprek", "--route", "ziekteverzuim"], ({}, "ziekmelding")),
        (["gesprek", "--route", "ziekteverzuim", "--vanaf", "jgz_advies"], ({}, "jgz_advies")),
        (["overleg"], ({}, "Overleg")),
    ],
)
def test_a_terminal_gets_the_screen(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], facts: object
) -> None:
    seen: list[object] = []
    for place in ("cli", "commands.gesprek", "commands.overleg"):
        monkeypatch.setattr(f"routeboek_tui.{place}.has_screen", lambda: True)
    app = type(sys)("routeboek_tui.tui.running")

    def run(
        known: object = None, talk: Conversation | None = None, *, meeting: bool = False
    ) -> int:
        first = talk.trail.main.first.step if talk else ""
        seen.append((known, "Overleg" if meeting else first))
        return 0

    app.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "routeboek_tui.tui.running", app)
    assert cli.main(arguments) == 0
    assert seen == [facts]


@pytest.mark.skipif(sys.platform == "win32", reason="no shell with <&-")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("gesprek --regels <&-", 0),
        ("gesprek --regels <&- >&-", 0),
        ("advies ziekteverzuim >&-", 0),
        ("advies nergens 2>&-", 2),
    ],
)
def test_a_stream_that_was_closed_beforehand_is_empty(command: str, code: int) -> None:
    done = subprocess.run(
        f"{quote(sys.executable)} -m routeboek_tui {command}",
        shell=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == code
    assert b"ging iets mis" not in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
def test_output_that_cannot_be_written_is_said() -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-m", "routeboek_tui", "kaart", "ziekteverzuim"],
            stdout=full, stderr=subprocess.PIPE, check=False, encoding="utf-8",
        )  # fmt: skip
    assert (done.returncode, "Kijk of de schijf vol is" in done.stderr) == (3, True)


def test_errors_hold_nothing_that_steers_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    long = "x" * 10_000
    for said in (["\x1b[31mx"], ["paden", "\x1b]0;x\x07"], ["advies", "ziekteverzuim", "--\x1b[1m"],
                 ["advies", "ziekteverzuim", "--antwoord", f"drempel={long}"],
                 ["advies", "ziekteverzuim", "--feit", "sector=\udcff"]):  # fmt: skip
        code, out, err = run(capsys, *said)
        assert code == 2
        assert not {"\x1b", "\x07"} & set(out + err)
        assert long not in err


def test_a_dumb_terminal_has_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert screen.has_screen()
    monkeypatch.setenv("TERM", "dumb")
    assert not screen.has_screen()

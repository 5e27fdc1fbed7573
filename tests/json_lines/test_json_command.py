"""The command that talks in lines of JSON, and the page that tells of it."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from routeboek_tui import json_lines
from routeboek_tui.json_lines import requests, talking
from tests.json_lines.talk import SICK, Talk


def _command(*lines: dict[str, Any], arguments: tuple[str, ...] = ()) -> Any:
    said = "".join(f"{json.dumps(line)}\n" for line in lines)
    return subprocess.run(
        [sys.executable, "-m", "routeboek_tui", "gesprek", "--json", *arguments],
        input=said, capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip


def test_the_command_answers_every_line_until_the_input_ends() -> None:
    done = _command(SICK, {"hoor": "x"})
    assert (done.returncode, done.stderr) == (0, "")
    assert ["error" in json.loads(line) for line in done.stdout.splitlines()] == [False, True]


def test_the_command_takes_no_other_options() -> None:
    done = _command(arguments=("--route", "triage"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "--json" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals and pipes of POSIX")
def test_a_broken_pipe_and_an_interrupt_end_it_quietly() -> None:
    command = [sys.executable, "-m", "routeboek_tui", "gesprek", "--json"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **pipes) as talk:  # type: ignore[call-overload]
        talk.stdin.write(json.dumps(SICK).encode() + b"\n")
        talk.stdin.flush()
        assert talk.stdout.readline()
        talk.send_signal(signal.SIGINT)
        assert talk.wait(30) == 130
        assert b"Traceback" not in talk.stderr.read()
    with subprocess.Popen(command, **pipes) as talk:  # type: ignore[call-overload]
        talk.stdout.close()
        talk.stdin.write(json.dumps(SICK).encode() + b"\n")
        talk.stdin.close()
        assert talk.wait(30) == 0
        assert talk.stderr.read() == b""


def test_the_face_stays_small() -> None:
    files = Path(json_lines.__file__).parent.glob("*.py")
    lines = {file.name: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert lines.pop("practising.py") < 100
    assert sum(lines.values()) < 360


def test_the_page_names_every_request_and_every_name_of_a_reply(sick: Talk) -> None:
    page = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
    names = {*requests.NAMES, *requests.DEEDS, *sick.reply, *sick.reply["asked"]}
    sick.ask(hear="5 meldingen, 8 dagen")
    names |= {*sick.reply["talk"][0], *sick.state, *talking.View}
    letter = sick.ask(letter=sick.reply["advice"]["letters"][0])["letter"]
    names |= {*letter, *letter["fields"][0]}
    assert {name for name in names if f"`{name}`" not in page} == set()


def test_the_talk_on_the_page_goes_as_it_says(sick: Talk) -> None:
    page = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
    asked = [line[2:] for line in page.splitlines() if line.startswith("→")]
    shown = [line[2:] for line in page.splitlines() if line.startswith("←")]
    for line, expected in zip(asked, shown, strict=True):
        sick.replied(sick.send(**json.loads(line.replace("{…}", json.dumps(sick.state)))))
        found = json.dumps(sick.reply, ensure_ascii=False)
        parts = re.findall(r'"\w+": (?:"[^"…]+"|true|null|\d+)', expected)
        assert parts
        assert [part for part in parts if part not in found] == []
    assert sick.reply["stopped"]

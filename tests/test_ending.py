"""A signal from outside ends the program as it should: the terminal as it was, no traceback."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from routeboek_tui import cli, ending

ROOT = Path(__file__).resolve().parent.parent
SIGNALS = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT]
RESTORED = (b"\x1b[?1049l", b"\x1b[?25h")
"""The main screen is back, and so is the cursor."""


def _until(terminal: int, wanted: bytes, seconds: float = 60) -> bytes:
    """What comes from ``terminal`` until ``wanted`` has, or until it is closed."""
    said, end = b"", time.monotonic() + seconds
    while wanted not in said and time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                piece = os.read(terminal, 65536)
            except OSError:
                break
            if not piece:
                break
            said += piece
    return said


def _start(terminal: int, *arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "routeboek_tui", *arguments],
        cwd=ROOT, stdin=terminal, stdout=terminal, stderr=terminal, start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"},
    )  # fmt: skip


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_the_screen_is_put_back(number: signal.Signals) -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    program = _start(theirs)
    try:
        _until(ours, b"Routeboek")
        program.send_signal(number)
        said = _until(ours, RESTORED[0])
        said += _until(ours, b"\0", 0.5)
        assert program.wait(20) == ending.BY_SIGNAL + number
        assert all(code in said for code in RESTORED)
        assert b"Traceback" not in said
        assert termios.tcgetattr(theirs) == before
    finally:
        program.kill()
        program.wait()
        os.close(ours)
        os.close(theirs)


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_the_lines_end_with_a_sentence(number: signal.Signals) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "routeboek_tui", "gesprek", "--regels"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert program.stdout is not None
    while program.stdout.read(1) != b">":
        pass
    program.send_signal(number)
    _, err = program.communicate(timeout=20)
    assert program.returncode == ending.BY_SIGNAL + number
    assert err.decode() == f"{cli.CUT_SHORT}\n"


def test_lines_on_a_terminal_that_is_gone_end_quietly() -> None:
    ours, theirs = pty.openpty()
    program = _start(theirs, "gesprek", "--regels")
    os.close(theirs)
    _until(ours, b"> ")
    os.close(ours)
    assert program.wait(20) in {0, 3, ending.BY_SIGNAL + signal.SIGHUP}


def test_what_was_turned_off_stays_off() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ending.raised():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
            assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
        assert signal.SIGHUP not in set(ending.signals())
    finally:
        signal.signal(signal.SIGHUP, before)

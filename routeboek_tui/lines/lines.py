"""Lines in and lines out: no escape codes, no cursor movement, nothing that needs a screen."""

import shutil
import textwrap
from getpass import getpass
from typing import TextIO

from routeboek_tui.text.characters import one_line

WIDTH = 79
"""Characters on a line of a terminal. Where lines go elsewhere they are not broken."""

HIDDEN = "*"
"""What stands for each character of a line that may not be read."""

_PUNCTUATION = str.maketrans({
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "\u2014": "-",
    "→": "->", "▸": "->", "·": "-", "•": "-", "\u00a0": " ", "≥": "minstens ", "×": "x",
})  # fmt: skip


class EndOfInput(Exception):
    """Nobody types any more."""


class Lines:
    """A conversation partner that reads lines and writes lines.

    ``wrap`` breaks lines at :data:`WIDTH` or the width of the terminal, where somebody reads them
    as they come: they are ``watched``. ``echo``
    repeats what was read, for a transcript in which the answers stay visible.
    """

    def __init__(
        self, source: TextIO, target: TextIO, *, wrap: bool = False, echo: bool = True
    ) -> None:
        self._source = source
        self._target = target
        self._echo = echo
        self.watched = wrap
        self._width = min(WIDTH, shutil.get_terminal_size().columns - 1) if wrap else 0

    @classmethod
    def between(cls, source: TextIO, target: TextIO) -> "Lines":
        """Lines that fit these streams: broken on a terminal, echoed when typing is not seen."""
        return cls(source, target, wrap=target.isatty(), echo=not source.isatty())

    def say(self, text: str = "", lead: str = "") -> None:
        """Write ``text``, each of its lines after ``lead`` or indented as far."""
        indent = " " * len(lead)
        for number, line in enumerate(text.split("\n")):
            start = indent if number else lead
            self._target.write(self._broken(harmless(line), start, indent) + "\n")

    def ask(self, prompt: str = "> ", *, unseen: bool = False) -> str:
        """What is typed on one line, without anything that steers a terminal.

        Where it is ``unseen``, a terminal does not show what is typed.

        :raises EndOfInput: when the input has ended
        """
        line = self._hidden(prompt) if unseen and self._source.isatty() else self._shown(prompt)
        if not line:
            self._target.write("\n")
            raise EndOfInput
        typed = one_line(line)
        if self._echo:
            words = unseen and any(map(str.isalpha, typed))
            self._target.write((HIDDEN * len(typed) if words else typed) + "\n")
        return typed

    def _shown(self, prompt: str) -> str:
        self._target.write(prompt)
        self._target.flush()
        return self._source.readline()

    def _hidden(self, prompt: str) -> str:
        try:
            return f"{getpass(prompt)}\n"
        except EOFError:
            return ""

    def _broken(self, line: str, start: str, indent: str) -> str:
        if not self._width:
            return f"{start}{line}".rstrip()
        return textwrap.fill(
            line,
            max(self._width, len(start) + 20),
            initial_indent=start,
            subsequent_indent=indent,
            break_on_hyphens=False,
            break_long_words=False,
        )


def numbered(typed: str, count: int) -> int | None:
    """The number from 1 to ``count`` that was typed, and ``None`` if it was anything else."""
    number = typed.strip(" .")
    keys = [str(each) for each in range(1, count + 1)]
    return int(number) if number in keys else None


def harmless(text: str) -> str:
    """``text`` on one line in plain punctuation, without control and direction characters."""
    return one_line(text).translate(_PUNCTUATION)

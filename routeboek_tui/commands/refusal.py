"""What a command cannot do, and the exit code that says why."""

import re
from enum import IntEnum

_QUOTED = re.compile("“([^”\n]{60})[^”\n]+”")


class Exit(IntEnum):
    """The exit codes of ``routeboek``, as documented in ``docs/opdrachten.md``."""

    DONE = 0
    FOUND = 1
    """Something was found, or what was asked is refused."""
    WRONG_USE = 2
    NOT_WRITTEN = 3
    BROKEN = 4
    """The files of the guide, or the guide itself, are broken."""
    STOPPED = 130


class Refusal(Exception):
    """A command that is not carried out. Its text is Dutch and meant for the user."""

    def __init__(self, message: str, code: Exit = Exit.WRONG_USE) -> None:
        super().__init__(message)
        self.code = code


def printable(message: str) -> str:
    """``message`` without what could steer a terminal; what is quoted in it is not endless."""
    from routeboek_tui.text.characters import one_line

    lines = (one_line(line) for line in message.split("\n"))
    return _QUOTED.sub(r"“\1…”", "\n".join(lines))

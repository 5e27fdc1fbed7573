"""The command ``routeboek``: what it can do, in Dutch, and how it ends when something is wrong."""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import StringIO, TextIOWrapper
from typing import TextIO

from routeboek_tui import ending, memory
from routeboek_tui.commands.refusal import Exit, Refusal, printable
from routeboek_tui.commands.screen import has_screen, show

DEBUG = "ROUTEBOEK_DEBUG"
"""Set to anything, this shows a programmer where an unexpected error came from."""

CUT_SHORT = "\nAfgebroken. Er is niets over de leerling bewaard."


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and say with the exit code how it went."""
    _open_streams()
    if arguments is None:
        memory.left_alone()
    try:
        with ending.raised():
            try:
                return int(_carry_out(sys.argv[1:] if arguments is None else arguments))
            finally:
                sys.stdout.flush()
    except Refusal as refusal:
        _complain(str(refusal))
        return refusal.code
    except (KeyboardInterrupt, ending.Ended) as ended:
        _complain(CUT_SHORT)
        return ended.code if isinstance(ended, ending.Ended) else Exit.STOPPED
    except BrokenPipeError:
        _close_quietly(sys.stdout)
        return Exit.DONE
    except OSError as error:
        return _unwritten(error)
    except Exception as error:
        return _unexpected(error)


def _carry_out(arguments: Sequence[str]) -> int:
    from routeboek_tui.library.compiled import BrokenLibrary

    try:
        if not arguments and has_screen():
            # The screen is all that is wanted: nothing need be parsed.
            return show()
        from routeboek_tui.commands.command_line import asked

        command = asked(arguments or ("gesprek",))
        return command.run(command.options)
    except BrokenLibrary as broken:
        for problem in broken.problems:
            _complain(str(problem))
        _complain(
            f"De bestanden van de gids kloppen niet: {len(broken.problems)}"
            f" {'probleem' if len(broken.problems) == 1 else 'problemen'}."
            " Herstel ze, of installeer de gids opnieuw."
        )
        return Exit.BROKEN


def _open_streams() -> None:
    """Speak UTF-8, and take what was closed beforehand for empty input or unread output."""
    sys.stdin = sys.stdin or StringIO()
    sys.stdout = sys.stdout or StringIO()
    sys.stderr = sys.stderr or StringIO()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _complain(message: str) -> None:
    _flush(sys.stdout)
    with suppress(OSError):
        sys.stderr.write(f"{printable(message)}\n")
    _flush(sys.stderr)


def _flush(stream: TextIO) -> None:
    """Write what is left; where that cannot be, the interpreter need not try again as it ends."""
    try:
        stream.flush()
    except OSError:
        _close_quietly(stream)


def _close_quietly(stream: TextIO) -> None:
    """Leave nothing to be flushed into a pipe or a terminal that is gone."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _unwritten(error: OSError) -> int:
    if error.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF}:
        return _unexpected(error)
    _close_quietly(sys.stdout)
    _complain("De uitvoer is niet te schrijven. Kijk of de schijf vol is.")
    return Exit.NOT_WRITTEN


def _unexpected(error: Exception) -> int:
    if os.environ.get(DEBUG):
        raise error
    _complain(
        f"Er ging iets mis dat wij niet verwachtten ({type(error).__name__})."
        " Er is niets bewaard. Meld dit bij de makers, met wat je deed."
    )
    return Exit.BROKEN

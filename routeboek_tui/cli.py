"""The command ``routeboek``: what it can do, in Dutch, and how it ends when something is wrong."""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import StringIO, TextIOWrapper
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from routeboek_tui import ending
from routeboek_tui.plain.refusal import Exit, Refusal, printable

if TYPE_CHECKING:
    from argparse import Namespace

DEBUG = "ROUTEBOEK_DEBUG"
"""Set to anything, this shows a programmer where an unexpected error came from."""

CUT_SHORT = "\nAfgebroken. De gids heeft niets over de leerling bewaard."


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and say with the exit code how it went."""
    _open_streams()
    try:
        with ending.raised():
            try:
                return int(_carry_out(_options(sys.argv[1:] if arguments is None else arguments)))
            finally:
                sys.stdout.flush()
    except Refusal as refusal:
        _complain(str(refusal))
        return refusal.code
    except (KeyboardInterrupt, ending.Ended) as ended:
        _complain(CUT_SHORT)
        return ended.code if isinstance(ended, ending.Ended) else Exit.STOPPED
    except BrokenPipeError:
        _close_quietly()
        return Exit.DONE
    except OSError as error:
        return _unwritten(error)
    except Exception as error:
        return _unexpected(error)


def _options(arguments: Sequence[str]) -> "Namespace":
    """What was asked for. Without arguments that is the screen, and nothing need be parsed."""
    if not arguments:
        return cast("Namespace", SimpleNamespace(opdracht="scherm"))
    from routeboek_tui.plain.arguments import parser

    return parser().parse_args(arguments)


def _carry_out(options: "Namespace") -> int:
    from routeboek_tui.library.compiled import BrokenLibrary

    try:
        if options.opdracht in {"scherm", "gesprek"}:
            return _converse(options)
        from routeboek_tui.plain import (
            all_paths,
            charts,
            commands,
            comparing,
            holidays,
            reading,
            searching,
            telling_what,
            tracing,
        )

        return {
            "advies": commands.advise,
            "paden": all_paths.paths,
            "kaart": charts.draw,
            "brief": commands.write_letter,
            "controle": commands.check,
            "verschil": comparing.show_difference,
            "wat-nu": telling_what.tell_what,
            "boek": reading.read_book,
            "herkomst": tracing.trace,
            "kalender": holidays.show_calendar,
            "zoek": searching.search,
        }[options.opdracht](options)
    except BrokenLibrary as broken:
        for problem in broken.problems:
            _complain(str(problem))
        _complain(
            f"De bestanden van de gids kloppen niet: {len(broken.problems)}"
            f" {'probleem' if len(broken.problems) == 1 else 'problemen'}."
            " Herstel ze, of installeer de gids opnieuw."
        )
        return Exit.BROKEN


def _converse(options: "Namespace") -> int:
    """The conversation, on the screen where there is one and in lines where not."""
    facts: list[str] = getattr(options, "feit", [])
    lines = getattr(options, "regels", False) or not has_screen()
    named = any(getattr(options, name, "") for name in ("route", "editie", "vanaf", "gedaan"))
    if not lines and not facts and not named:
        from routeboek_tui.tui.app import run

        return run()
    from datetime import date

    from routeboek_tui.core.flow import TRIAGE
    from routeboek_tui.core.policy import age
    from routeboek_tui.core.safety import Manner
    from routeboek_tui.library.compiled import load
    from routeboek_tui.plain.given import conversation

    talk = conversation(
        load(), getattr(options, "route", "") or TRIAGE, facts, (), date.today(),
        edition=getattr(options, "editie", ""), start=getattr(options, "vanaf", ""),
        done=getattr(options, "gedaan", ()), manner=Manner.ALOUD,
    )  # fmt: skip
    if not lines:
        from routeboek_tui.tui.app import run

        born = talk.answers.birth_date
        known = {"leeftijd": age.group(born, talk.today, talk.rulebook.knowledge)} if born else {}
        return run({**talk.answers.facts, **known}, talk if named else None)
    from routeboek_tui.plain.lines import Lines
    from routeboek_tui.plain.start import converse

    converse(Lines.between(sys.stdin, sys.stdout), talk)
    return Exit.DONE


def has_screen() -> bool:
    """Whether a terminal is there that can be drawn on."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _open_streams() -> None:
    """Speak UTF-8, and take what was closed beforehand for empty input or unread output."""
    sys.stdin = sys.stdin or StringIO()
    sys.stdout = sys.stdout or StringIO()
    sys.stderr = sys.stderr or StringIO()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _complain(message: str) -> None:
    with suppress(OSError):
        sys.stdout.flush()
    with suppress(OSError):
        sys.stderr.write(f"{printable(message)}\n")
        sys.stderr.flush()


def _close_quietly() -> None:
    """Leave nothing to be flushed into a pipe that is gone."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unwritten(error: OSError) -> int:
    if error.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF}:
        return _unexpected(error)
    _close_quietly()
    _complain("De uitvoer is niet te schrijven. Kijk of de schijf vol is.")
    return Exit.NOT_WRITTEN


def _unexpected(error: Exception) -> int:
    if os.environ.get(DEBUG):
        raise error
    _complain(
        f"Er ging iets mis dat de gids niet verwachtte ({type(error).__name__})."
        " Er is niets bewaard. Meld dit bij de makers, met wat je deed."
    )
    return Exit.BROKEN

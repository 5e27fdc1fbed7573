"""The signals that end a program from outside, such as a window that is closed or a shutdown."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

NAMES = ("SIGTERM", "SIGHUP")

BY_SIGNAL = 128
"""The exit code of a program that a signal ended is this, and the number of the signal."""


class Ended(BaseException):
    """A signal ends the program; ``code`` is the exit code that says so."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def signals() -> Iterator[signal.Signals]:
    """Those of :data:`NAMES` that this system knows and that were not turned off for us."""
    for name in NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            yield number


@contextmanager
def raised() -> Iterator[None]:
    """Within this a signal raises :class:`Ended`, so that everything is put back on the way out."""
    try:
        before = {number: signal.signal(number, _end) for number in signals()}
    except ValueError:  # Only the main thread hears signals.
        before = {}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _: FrameType | None) -> NoReturn:
    raise Ended(BY_SIGNAL + number)

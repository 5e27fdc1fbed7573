"""The signals that end a program from outside, such as a window that is closed or a shutdown."""

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
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


def signals(names: Iterable[str] = NAMES) -> Iterator[signal.Signals]:
    """Those of ``names`` that this system knows and that were not turned off for us."""
    for name in names:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            yield number


@contextmanager
def heard(
    handler: Callable[[int, FrameType | None], object], names: Iterable[str] = NAMES
) -> Iterator[None]:
    """Within this ``handler`` hears the signals; only in the main thread can it."""
    try:
        before = {number: signal.signal(number, handler) for number in signals(names)}
    except ValueError:
        before = {}
    try:
        yield
    finally:
        for number, earlier in before.items():
            signal.signal(number, earlier)


def raised() -> AbstractContextManager[None]:
    """Within this a signal raises :class:`Ended`, so that everything is put back on the way out."""
    return heard(_end)


def _end(number: int, _: FrameType | None) -> NoReturn:
    raise Ended(BY_SIGNAL + number)

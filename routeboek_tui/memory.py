"""When Python looks for memory to give back: not while a command runs, nor at what stays.

Reading the guide makes a hundred thousand small things that all stay; to look at them again and
again was a tenth of the time of a command.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def left_alone() -> None:
    """Do not look: a command is over before it would matter."""
    gc.disable()


def settled() -> None:
    """Look again, at what is made from now on: what goes on for long needs it."""
    gc.freeze()
    gc.enable()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Do not look for as long as this takes."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()

"""A command that only reads, from its start to its end; the floor is a Python that does nothing."""

import os
import subprocess
import sys
import tempfile
import time
from functools import partial

from benchmarks.report import interleave, ratio, show, spread
from benchmarks.start import homes

READING = (("boek", "mdo"), ("zoek", "schorsing"), ("wat-nu", "steeds", "ziek"))
NOTHING = ("-c", "pass")
TIMES = 9


def seconds(arguments: tuple[str, ...], folder: str) -> float:
    """Wall clock of one run of Python."""
    # As it is installed: with what Python compiled before.
    environment = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        env={**environment, **homes(folder)},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


def main() -> None:
    """Print the figures of the commands."""
    with tempfile.TemporaryDirectory() as folder:
        floor = partial(seconds, NOTHING, folder)
        for command in READING:
            ours = partial(seconds, ("-m", "routeboek_tui", *command), folder)
            mine, theirs = interleave(TIMES, ours, floor)
            show(f"routeboek {' '.join(command)}", spread(mine, "ms", 1e3),
                 f"python -c pass: {spread(theirs, 'ms', 1e3)}",
                 f"ratio {ratio(mine, theirs)}")  # fmt: skip


if __name__ == "__main__":
    main()

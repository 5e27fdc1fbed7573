"""Start to the first question, against an empty Textual app: wall clock, memory, instructions."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.report import interleave, ratio, show, spread
from benchmarks.terminal import Terminal

GUIDE = ("-m", "routeboek_tui")
FIRST_QUESTION = "Wat is er aan de hand"
EMPTY = (
    "-c",
    """
from textual.app import App
from textual.widgets import Static

class Empty(App):
    BINDINGS = [("f10", "quit", "")]
    def compose(self):
        yield Static("Wat is er aan de hand")

Empty().run()
""",
)
PAINTED = (
    "-c",
    """
import sys
from routeboek_tui.cli import main
from routeboek_tui.tui.app import Guide

Guide._ahead = lambda self: None
sys.exit(main([]))
""",
)
"""The guide, which gets nothing ready behind its first question."""
READY = (
    "-c",
    """
import sys
from routeboek_tui.cli import main
from routeboek_tui.tui.app import Guide

ahead = Guide._ahead
Guide._ahead = lambda self: (ahead(self), self.call_after_refresh(self.exit))
sys.exit(main([]))
""",
)
"""The guide, which ends as soon as all that it gets ready is there."""
F10 = "\x1b[21~"
TIMES = 15


def start(arguments: tuple[str, ...], folder: str) -> tuple[float, int]:
    """Seconds to the first question and resident KiB then."""
    with Terminal([sys.executable, *arguments], environment=homes(folder)) as terminal:
        seconds = terminal.wait_for(FIRST_QUESTION)
        memory = terminal.memory()
        terminal.press(F10)
        terminal.end()
    return seconds, memory


def homes(folder: str) -> dict[str, str]:
    """A home of its own, so that nothing of the machine is measured or touched."""
    return {"XDG_CACHE_HOME": f"{folder}/cache", "XDG_CONFIG_HOME": f"{folder}/config"}


def instructions(arguments: tuple[str, ...], folder: str) -> int:
    """Instructions from start to the first question and out again, as valgrind counts them."""
    log = Path(folder) / "callgrind.log"
    command = [
        "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={log}",
        sys.executable, *arguments,
    ]  # fmt: skip
    with Terminal(command, environment=homes(folder)) as terminal:
        terminal.wait_for(FIRST_QUESTION, seconds=180)
        if arguments != READY:
            terminal.press(F10)
        terminal.end(seconds=180)
    found = re.search(r"Collected : (\d+)", log.read_text())
    return int(found[1]) if found else 0


def main() -> None:
    """Print the figures of the start."""
    with tempfile.TemporaryDirectory() as folder:
        memories: list[tuple[int, int]] = []

        def guide() -> float:
            seconds, memory = start(GUIDE, folder)
            memories.append((memory, 0))
            return seconds

        def empty() -> float:
            seconds, memory = start(EMPTY, folder)
            memories[-1] = (memories[-1][0], memory)
            return seconds

        ours, floor = interleave(TIMES, guide, empty)
        show("start to first question", spread(ours, "ms", 1e3))
        show("  empty Textual app", spread(floor, "ms", 1e3), f"ratio {ratio(ours, floor)}")
        memory = median(mine / theirs for mine, theirs in memories)
        show("memory at the first question", f"{median(m for m, _ in memories) / 1024:.1f} MiB",
             f"ratio {memory:.2f}")  # fmt: skip
        if shutil.which("valgrind"):
            # The first start of all makes the index; what is measured is every start after it.
            made = [sys.executable, *GUIDE, "zoek", "jes"]
            subprocess.run(made, env={**os.environ, **homes(folder)}, check=True,
                           stdout=subprocess.DEVNULL)  # fmt: skip
            counts = [
                min(instructions(each, folder) for _ in range(2))
                for each in (PAINTED, READY, EMPTY)
            ]
            for what, count in zip(
                ("to the first question", "to all made ready"), counts[:2], strict=True
            ):
                show(f"instructions {what} and out", f"{count / 1e6:.0f} M",
                     f"ratio {count / counts[-1]:.2f}")  # fmt: skip


if __name__ == "__main__":
    main()

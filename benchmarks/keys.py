"""Key press to the next question on the screen, early and late in a conversation.

A digit selects an answer and Enter gives it; it is Enter that is timed.
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from statistics import median, quantiles

from benchmarks.report import show, spread
from benchmarks.start import homes
from benchmarks.terminal import Terminal

PRESSES = 40
PAUSE = 0.3
"""Seconds between keys."""

GUIDE = """
import sys
from datetime import date
from benchmarks.engine import ROUTE
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.library.compiled import Opening, load
from routeboek_tui.tui.app import Guide

ROUND = ("nee", "nee", "bijstellen")  # the second choice of each of three questions leads round
library = load()
facts = {"sector": "po", "gemeente": "den_haag", "leeftijd": "onder_12", "veiligheid": "nee"}
talk = Conversation.start(library, ROUTE, date(2026, 11, 23), facts)
for choice in ("ja", "nee", "naar_overleg"):
    talk = talk.answered((choice,))
for turn in range(3, int(sys.argv[1]) // 3 * 3):
    talk = talk.answered((ROUND[turn % 3],))

Guide(Opening.of(library), lambda: library, date(2026, 11, 23), talk=talk).run()
"""

FLOOR = """
from textual.app import App
from textual.widgets import Static

class One(App):
    turn = 0
    def compose(self):
        yield Static("vraag 0:")
    def on_key(self):
        self.turn += 1
        self.query_one(Static).update(f"vraag {self.turn}:")

One().run()
"""


def presses(terminal: Terminal, keys: str, texts: Sequence[str]) -> list[float]:
    """Seconds from each press of the last of ``keys`` until the text that follows is painted."""
    found = []
    for text in texts:
        for key in keys:
            time.sleep(PAUSE)
            terminal.press(key)
        found.append(terminal.wait_for(text))
    return found


def guide(turns: int, folder: str) -> tuple[list[float], int]:
    """Seconds per answer after ``turns`` turns, and resident KiB."""
    command = [sys.executable, "-c", GUIDE, str(turns)]
    with Terminal(command, environment=homes(folder)) as terminal:
        asked = turns // 3 * 3 + 1
        terminal.wait_for(f"vraag {asked}")
        time.sleep(1)
        texts = [f"vraag {asked + n + 1}" for n in range(PRESSES)]
        found = presses(terminal, "2\r", texts)
        return found, terminal.memory()


def floor() -> list[float]:
    """Seconds per key in an app that only changes one line."""
    with Terminal([sys.executable, "-c", FLOOR]) as terminal:
        terminal.wait_for("vraag 0:")
        return presses(terminal, "x", [f"vraag {n + 1}:" for n in range(PRESSES)])


def main() -> None:
    """Print the figures of a key press."""
    with tempfile.TemporaryDirectory() as folder:
        early, _ = guide(6, folder)
        late, memory = guide(500, folder)
        one = floor()
    show("key press to next question, after 5 turns", spread(early, "ms", 1e3))
    show("  after 500 turns", spread(late, "ms", 1e3), f"{memory / 1024:.0f} MiB")
    show("  one Static.update", spread(one, "ms", 1e3))
    p95 = [quantiles(each, n=20)[-1] for each in (early, late)]
    show("  p95, 500 turns against 5", f"ratio {p95[1] / p95[0]:.2f}")
    show("  median, against one Static.update", f"ratio {median(early) / median(one):.2f}")


if __name__ == "__main__":
    main()

import html
import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.app import App

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.library.compiled import Opening
from routeboek_tui.library.content import Library
from routeboek_tui.tui.app import Guide
from tests.tui.stage import Walk, walked
from tests.walks_as_data import SAFE

CELL = 12.2
"""Width of one cell in the exported picture of a screen."""

_TEXT = re.compile(
    r'<text[^>]* x="([\d.]+)"[^>]*clip-path="url\(#[^)]*line-(\d+)\)"[^>]*>(.*?)</text>'
)


class ScreenText(SingleFileSnapshotExtension):
    """A screen as plain text, so that a difference can be read."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def screen_text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(ScreenText)


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    """No blinking, no animation: a screen is the same every time."""
    monkeypatch.setattr("textual.widgets.Input.cursor_blink", False, raising=False)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")


@pytest.fixture
def guide(library: Library, today: date, tmp_path: Path) -> Callable[..., Guide]:
    """Makes the app, with its settings in a folder of the test.

    The pupil is safe, unless ``veiligheid`` says otherwise; with "" that is still to be asked.
    """

    def make(**facts: str) -> Guide:
        facts = {**SAFE, **facts}
        if not facts["veiligheid"]:
            del facts["veiligheid"]
        return Guide(
            Opening.of(library),
            lambda: library,
            today,
            facts=facts,
            settings=tmp_path / "voorkeuren.json",
        )

    return make


@pytest.fixture
def walk(library: Library, today: date) -> Walk:
    """The conversation after these answers."""
    return partial(walked, library, today)


@pytest.fixture
def talk(library: Library, today: date) -> Conversation:
    facts = {**SAFE, "sector": "vo", "gemeente": "den_haag"}
    return Conversation.start(library, "ziekteverzuim", today, facts)


def screen_as_text(app: App[object]) -> str:
    """What the screen shows, one line for each of its lines."""
    rows: dict[int, list[tuple[float, str]]] = {}
    for x, line, text in _TEXT.findall(app.export_screenshot(simplify=True)):
        shown = html.unescape(text).replace("\xa0", " ")
        rows.setdefault(int(line), []).append((float(x), shown))
    lines = []
    for row in range(app.size.height):
        line = ""
        for x, text in sorted(rows.get(row, ())):
            line = line.ljust(round(x / CELL)) + text
        lines.append(line.rstrip())
    return "\n".join(lines) + "\n"

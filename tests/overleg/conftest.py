from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from routeboek_tui.library.compiled import Opening
from routeboek_tui.library.content import Library
from routeboek_tui.tui.app import Guide


@pytest.fixture
def app(library: Library, today: date, tmp_path: Path) -> Callable[..., Guide]:
    """Makes the app, with its settings in a folder of the test."""

    def make() -> Guide:
        return Guide(
            Opening.of(library), lambda: library, today, settings=tmp_path / "instellingen.json"
        )

    return make

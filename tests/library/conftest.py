"""A copy of the small guide, to be broken."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAYINGS, PRACTISING = "content/uitleg.yaml", "content/oefenen.yaml"
MINIMAL = Path(__file__).resolve().parent / "minimal"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A copy of the small guide that a test may change."""
    copy = tmp_path / "gids"
    shutil.copytree(MINIMAL, copy)
    # The sentences of the arithmetic have one list of slots, so there is one set of them.
    shutil.copy(ROOT / SAYINGS, copy / SAYINGS)
    shutil.copy(ROOT / PRACTISING, copy / PRACTISING)
    return copy

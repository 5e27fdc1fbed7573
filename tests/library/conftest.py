"""A copy of the small guide, to be broken."""

import shutil
from pathlib import Path

import pytest

MINIMAL = Path(__file__).resolve().parent / "minimal"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A copy of the small guide that a test may change."""
    copy = tmp_path / "gids"
    shutil.copytree(MINIMAL, copy)
    return copy

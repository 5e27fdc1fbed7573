"""A copy of the small guide, to be broken."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAYINGS, PRACTISING = "content/uitleg.yaml", "content/oefenen.yaml"
MINIMAL = Path(__file__).resolve().parent / "minimal"


def whole_copy(copy: Path) -> Path:
    """The small guide, put at ``copy``."""
    shutil.copytree(MINIMAL, copy)
    # The sentences of the arithmetic have one list of slots, so there is one set of them.
    for shared in (SAYINGS, PRACTISING):
        shutil.copy(ROOT / shared, copy / shared)
    return copy


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A copy of the small guide that a test may change."""
    return whole_copy(tmp_path / "gids")

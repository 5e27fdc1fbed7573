"""A copy of the small guide, to be broken."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from routeboek_tui.library import node
from routeboek_tui.library.plain_words import PlainWords
from tests.library.trees import Trees, proved_once

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


@pytest.fixture(scope="package", autouse=True)
def _read_once() -> Iterator[None]:
    """A guide with one thing changed is read as fast as that thing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(node, "yaml", Trees())
        patch.setattr(PlainWords, "remarks", proved_once())
        yield


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A copy of the small guide that a test may change."""
    return whole_copy(tmp_path / "gids")

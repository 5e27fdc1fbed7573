"""At the first start every ear is made, in two programs where that can be."""

import subprocess
from pathlib import Path

import pytest

from routeboek_tui.library.sentences import HEARD
from routeboek_tui.search import compiled
from routeboek_tui.search.ear import Ear

MINIMAL = Path(__file__).resolve().parents[1] / "library" / "minimal"


def kept(cache: Path) -> int:
    return len([*cache.rglob(f"{compiled.EAR}_*.json")])


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The banks of which this program itself made an ear."""
    found: list[str] = []
    sentences = compiled._sentences

    def counted(bank: object, root: Path) -> object:
        found.append(bank.folder)  # type: ignore[attr-defined]
        return sentences(bank, root)  # type: ignore[arg-type]

    compiled.ear.cache_clear()
    monkeypatch.setattr(compiled, "_sentences", counted)
    return found


def test_half_of_them_are_made_beside_this_program(tmp_path: Path, made: list[str]) -> None:
    compiled.make(MINIMAL, tmp_path)
    assert made == [bank.folder for bank in HEARD[: compiled.HERE]]
    assert kept(tmp_path) == len(HEARD)
    assert all(isinstance(compiled.ear(bank, MINIMAL, tmp_path), Ear) for bank in HEARD)


def test_where_no_program_can_be_begun_all_are_made_here(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(subprocess, "Popen", refused)
    compiled.make(MINIMAL, tmp_path)
    assert made == [bank.folder for bank in HEARD]
    assert kept(tmp_path) == len(HEARD)


def test_what_was_made_is_not_made_again(tmp_path: Path, made: list[str]) -> None:
    compiled.make(MINIMAL, tmp_path)
    compiled.ear.cache_clear()
    made.clear()
    compiled.make(MINIMAL, tmp_path)
    assert made == []


def test_every_ear_that_was_made_stays_at_hand(tmp_path: Path, made: list[str]) -> None:
    """Asked for in turn, as one line does, none is read again from its file."""
    compiled.make(MINIMAL, tmp_path)
    first = [compiled.ear(bank, MINIMAL, tmp_path) for bank in HEARD]
    again = [compiled.ear(bank, MINIMAL, tmp_path) for bank in HEARD]
    assert all(one is other for one, other in zip(first, again, strict=True))
    assert compiled.ear.cache_info().currsize == len(HEARD)
    assert compiled.ear.cache_info().misses == len(HEARD)

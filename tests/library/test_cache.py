"""The cache: whatever happens to a file in it, the right value comes back without a word."""

import json
import multiprocessing
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import given

from routeboek_tui.library import compiled
from routeboek_tui.library.cache import SEAL, store, stored
from routeboek_tui.library.compiled import Opening
from routeboek_tui.library.content import Library
from tests.obstacles import OBSTACLES, put

KINDS: tuple[tuple[str, Callable[[Path, Path], object]], ...] = (
    ("gids", compiled.load),
    ("begin", compiled.opening),
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    file = tmp_path_factory.mktemp("cache") / "proef-1.json"
    store(file, {"tekst": "Bel 112.", "getal": 12})
    return file, file.read_bytes()


@given(st.data())
def test_one_other_byte_anywhere_is_noticed(whole: tuple[Path, bytes], data: st.DataObject) -> None:
    file, good = whole
    place = data.draw(st.integers(0, len(good) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda each: each != good[place]))
    file.write_bytes(good[:place] + bytes([byte]) + good[place + 1 :])
    assert stored(file, dict[str, object]) is None
    file.write_bytes(good)
    assert stored(file, dict[str, object]) == {"tekst": "Bel 112.", "getal": 12}


@given(st.data())
def test_what_is_cut_off_or_added_is_noticed(
    whole: tuple[Path, bytes], data: st.DataObject
) -> None:
    file, good = whole
    end = data.draw(st.integers(0, len(good) - 1))
    file.write_bytes(good[:end] if data.draw(st.booleans()) else good + good[end:])
    assert stored(file, dict[str, object]) is None


def _flipped(data: bytes) -> bytes:
    """A letter of a text in it changed: still good JSON."""
    place = data.rindex(b'"title":"') + len(b'"title":"')
    return data[:place] + (b"X" if data[place : place + 1] != b"X" else b"Y") + data[place + 1 :]


@pytest.mark.parametrize(("kind", "get"), KINDS, ids=[name for name, _ in KINDS])
@pytest.mark.parametrize(
    "harm",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:SEAL],
        lambda data: data[SEAL:],
        _flipped,
        lambda _: b"\xff" * 5000,
        lambda _: b"[" * 200_000,
        lambda _: json.dumps({"titel": "een andere gids"}).encode(),
    ],
    ids=["empty", "half", "only the seal", "without a seal", "a letter", "noise", "deep", "other"],
)
def test_a_damaged_cache_is_made_again_without_a_word(
    guide: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    kind: str,
    get: Callable[[Path, Path], object],
    harm: Callable[[bytes], bytes],
) -> None:
    expected = get(guide, tmp_path)
    file = compiled.place(kind, guide, tmp_path)
    good = file.read_bytes()
    file.write_bytes(harm(good))
    assert get(guide, tmp_path) == expected
    assert file.read_bytes() == good
    assert "".join(capfd.readouterr()) == ""


def test_the_form_of_another_guide_or_kind_under_this_name_is_not_read(
    guide: Path, tmp_path: Path
) -> None:
    compiled.opening(guide, tmp_path)
    gids, begin = (compiled.place(kind, guide, tmp_path) for kind in ("gids", "begin"))
    gids.write_bytes(begin.read_bytes())
    assert stored(gids, Library) is None
    data = msgspec.json.encode({"iets": 1})
    gids.write_bytes(sha256(gids.name.encode() + data).digest() + data)
    assert stored(gids, Library) is None
    assert stored(begin, Opening) is not None


@pytest.mark.parametrize("obstacle", OBSTACLES)
def test_something_else_in_the_place_of_the_cache_is_no_problem(
    guide: Path, tmp_path: Path, obstacle: str
) -> None:
    put(obstacle, compiled.place("gids", guide, tmp_path))
    for _ in range(2):
        assert compiled.load(guide, tmp_path).flows


def test_a_folder_that_may_not_be_written_is_no_problem(
    guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    assert compiled.load(guide, tmp_path).flows
    assert list(tmp_path.glob("gids-*")) == []


def test_what_a_killed_program_left_is_thrown_away(tmp_path: Path) -> None:
    for name in (".proef-abc.tmp", "proef-0.json", "ander-0.json"):
        (tmp_path / name).write_bytes(b"x")
    store(tmp_path / "proef-1.json", [1])
    assert sorted(file.name for file in tmp_path.iterdir()) == ["ander-0.json", "proef-1.json"]


def _write_many(file: Path, value: str) -> None:
    for _ in range(60):
        store(file, [value] * 2000)


def test_two_programs_that_write_at_once_leave_one_whole_value(tmp_path: Path) -> None:
    file = tmp_path / "proef-1.json"
    context = multiprocessing.get_context("spawn")
    programs = [context.Process(target=_write_many, args=(file, value)) for value in "ab"]
    for program in programs:
        program.start()
    seen = set()
    while any(program.is_alive() for program in programs):
        if file.exists():
            found = stored(file, list[str])
            assert found is not None
            seen.add(len(found))
    assert [program.exitcode for program in programs] == [0, 0]
    assert stored(file, list[str]) in (["a"] * 2000, ["b"] * 2000)
    assert [each.name for each in tmp_path.iterdir()] == [file.name]
    assert seen <= {2000}

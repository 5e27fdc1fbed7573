"""The progress of a trainee: nothing is lost, whoever else writes, and whatever is damaged."""

import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from routeboek_tui.library.progress import Drilled, Newer, Played, Progress, Store, pseudonym
from tests.rows import each_row

AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
PLAYED = Played("vijfde-griepje", AT, 3, 6, ("Drempel ziekteverzuim",))
DRILLED = Drilled("cijfer:ongeoorloofd_uren", AT, True)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "oefenen")


def test_what_was_added_is_read_back(store: Store) -> None:
    assert store.read("linde-7").progress == Progress()
    store.add("linde-7", (PLAYED,))
    store.add("linde-7", (DRILLED, DRILLED))
    found = store.read("linde-7")
    assert found.progress.deeds == (PLAYED, DRILLED, DRILLED)
    assert found.aside == ""
    assert store.names() == ("linde-7",)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bits")
def test_only_the_owner_can_read_it(store: Store) -> None:
    store.add("linde-7", (PLAYED,))
    mode = stat.S_IMODE((store.folder / "linde-7.json").stat().st_mode)
    assert mode & (stat.S_IRWXG | stat.S_IRWXO) == 0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'{"version": 1, "played": [{"exercise": 3}]}',
        b'{"version": "1"}',
        b'{"version": 1, "drilled": [{"question": "x", "at": "0001-01-01T00:00:00Z",'
        b' "right": true}]}',
        b'{"version": 1, "drilled": [{"question": "x", "at": "2026-01-01T00:00:00",'
        b' "right": true}]}',
        b"[" * 100_000,
    ],
    ids=("empty", "cut", "no text", "a list", "other kinds", "version in words", "no year",
         "no zone", "deep"),
)  # fmt: skip
def test_a_damaged_file_is_put_aside_and_kept(store: Store, data: bytes) -> None:
    store.folder.mkdir(parents=True)
    (store.folder / "linde-7.json").write_bytes(data)
    kept = store.add("linde-7", (PLAYED,))
    assert kept.aside == "linde-7.stuk-1"
    assert (store.folder / kept.aside).read_bytes() == data
    assert store.read("linde-7").progress.deeds == (PLAYED,)
    (store.folder / "linde-7.json").write_bytes(data)
    assert store.read("linde-7").aside == "linde-7.stuk-2"


def test_a_file_of_a_newer_version_stays_as_it_is(store: Store) -> None:
    store.folder.mkdir(parents=True)
    file = store.folder / "linde-7.json"
    file.write_bytes(b'{"version": 2, "other": []}')
    with pytest.raises(Newer):
        store.read("linde-7")
    with pytest.raises(Newer):
        store.add("linde-7", (PLAYED,))
    assert file.read_bytes() == b'{"version": 2, "other": []}'


def test_all_of_a_name_can_be_removed_and_nothing_of_another(store: Store) -> None:
    for name in ("linde-7", "linde"):
        store.add(name, (PLAYED,))
    (store.folder / "linde-7.stuk-1").write_bytes(b"")
    store.remove("linde-7")
    assert store.names() == ("linde",)
    assert [each.name for each in store.folder.glob("linde-7*")] == []
    store.remove("nooit-geweest")


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from routeboek_tui.library.progress import Drilled, Store

store = Store(Path(sys.argv[1]))
for number in range(40):
    at = datetime(2026, 11, 23, tzinfo=UTC)
    store.add("linde-7", (Drilled(f"{sys.argv[2]}:{number}", at, True),))
"""


def test_programs_at_once_lose_nothing(store: Store) -> None:
    code = (sys.executable, "-c", WRITER, str(store.folder))
    running = [subprocess.Popen((*code, each)) for each in ("a", "b", "c")]
    assert [each.wait(timeout=60) for each in running] == [0, 0, 0]
    found = store.read("linde-7").progress.drilled
    assert sorted(each.question for each in found) == sorted(
        f"{each}:{number}" for each in "abc" for number in range(40)
    )
    assert [each.name for each in store.folder.glob("*.tmp")] == []


@pytest.mark.parametrize("name", ["linde-7", "ab", "a1", "x" * 30])
def test_a_pseudonym(name: str) -> None:
    assert pseudonym(f" {name.upper()} ") == name


@each_row(
    "name",
    ["", "a", "x" * 31, "../weg", "a/b", "a\\b", "con", "com1", "-a", "a-", "jan jansen", "a.b",
     "é1", "a\nb", "a\0b"],
)  # fmt: skip
def test_no_pseudonym(name: str) -> None:
    assert pseudonym(name) == ""

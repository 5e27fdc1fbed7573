"""The compiled form: written, used again, and never trusted more than the files."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from routeboek_tui.library import compiled, load
from routeboek_tui.library.compiled import BrokenLibrary
from routeboek_tui.library.content import Library

FLOW = "flows/proef/proef.yaml"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def kept(cache: Path) -> list[Path]:
    return sorted(cache.iterdir())


def refused(*_: object) -> Library:
    raise AssertionError("the files were read")


def test_what_was_read_is_kept_and_used_again(
    guide: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = compiled.load(guide, cache)
    (file,) = kept(cache)
    assert file.name.startswith("gids-")
    monkeypatch.setattr(compiled, "_read", refused)
    assert compiled.load(guide, cache) == first == load.read(guide)[0]


def test_the_real_guide_survives_being_kept(root: Path, cache: Path, library: Library) -> None:
    assert compiled.load(root, cache) == library
    assert compiled.load(root, cache) == library


def test_from_the_cache_nothing_reads_yaml_or_templates(guide: Path, cache: Path) -> None:
    compiled.load(guide, cache)
    script = (
        "import sys; from pathlib import Path; from routeboek_tui.library.compiled import load;"
        "load(Path(sys.argv[1]), Path(sys.argv[2]));"
        "print(*sorted({'yaml', 'jinja2', 'markdown_it', 'transitions'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(guide), str(cache)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []


def test_a_changed_file_is_read_again_and_the_old_form_goes(guide: Path, cache: Path) -> None:
    compiled.load(guide, cache)
    (before,) = kept(cache)
    page = guide / "content/steps/proef/klaar.md"
    page.write_text(page.read_text(encoding="utf-8").replace("voorbij", "klaar"), encoding="utf-8")
    assert compiled.load(guide, cache).texts["proef"]["klaar"].body == "De proef is klaar."
    (after,) = kept(cache)
    assert after != before


def test_a_new_file_is_seen(guide: Path, cache: Path) -> None:
    compiled.load(guide, cache)
    begrip = guide / "content/boek/begrippen"
    (begrip / "nieuw.md").write_bytes((begrip / "verzuim.md").read_bytes())
    assert {"verzuim", "proeftafel", "nieuw"} <= set(compiled.load(guide, cache).pages)


class _Clock(date):
    """A calendar in which today can be set."""

    now = date(2026, 7, 31)

    @classmethod
    def today(cls) -> date:
        return cls.now


def test_past_the_day_a_figure_changes_it_is_read_again(
    guide: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = guide / "content/steps/proef/klaar.md"
    page.write_text(
        "---\ntitle: Klaar\nactions: {bewaren: Bewaar.}\nkort: {bewaren: bewaar}\n"
        "---\n{proef_weken} weken\n"
    )
    monkeypatch.setattr(compiled, "date", _Clock)
    monkeypatch.setattr(load, "date", _Clock)
    said, names = [], []
    for now in (date(2026, 1, 1), date(2026, 7, 31), date(2026, 8, 1), date(2027, 1, 1)):
        monkeypatch.setattr(_Clock, "now", now)
        said.append(compiled.load(guide, cache).texts["proef"]["klaar"].body)
        names.append([file.name for file in kept(cache)])
    assert said == ["8 weken", "8 weken", "4 tot 9 weken", "4 tot 9 weken"]
    assert names[0] == names[1] != names[2] == names[3]


def test_another_version_reads_again(
    guide: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled.load(guide, cache)
    (before,) = kept(cache)
    monkeypatch.setattr(compiled, "__version__", "0.0.0.proef")
    compiled.load(guide, cache)
    assert kept(cache) != [before]


def test_a_cache_that_cannot_be_written_is_no_problem(guide: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "bestand"
    in_the_way.write_text("geen map", encoding="utf-8")
    assert compiled.load(guide, in_the_way).flows
    assert compiled.load(guide, in_the_way / "dieper").flows
    assert in_the_way.read_text(encoding="utf-8") == "geen map"


def test_a_loop_or_a_pipe_among_the_files_does_not_hold_it_up(guide: Path, cache: Path) -> None:
    (guide / "content/rond").symlink_to(guide / "content")
    (guide / "content/nergens.md").symlink_to(guide / "weg.md")
    os.mkfifo(guide / "content/cijfers/pijp.yaml")
    assert compiled.place("gids", guide, cache) == compiled.place("gids", guide, cache)


def test_a_full_disk_leaves_nothing_half(
    guide: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert compiled.load(guide, cache).flows
    assert kept(cache) == []


def test_a_broken_guide_says_all_its_problems_and_keeps_nothing(guide: Path, cache: Path) -> None:
    flow = guide / FLOW
    flow.write_text(flow.read_text(encoding="utf-8").replace("klaar}", "klar}"), encoding="utf-8")
    with pytest.raises(BrokenLibrary) as caught:
        compiled.load(guide, cache)
    assert [problem.file for problem in caught.value.problems] == [FLOW]
    assert not cache.exists() or kept(cache) == []


def test_by_default_the_cache_is_away_from_the_guide(root: Path, shared_cache: Path) -> None:
    compiled.load()
    assert list(shared_cache.rglob("gids-*.json"))
    assert not list(root.glob("gids-*"))
    assert os.environ["XDG_CACHE_HOME"] == str(shared_cache)
    assert not root.is_relative_to(shared_cache)

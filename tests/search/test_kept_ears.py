"""An ear that tests keep is that of these sentences, and of the code that is there now."""

import subprocess
import sys
from pathlib import Path

import pytest

import routeboek_tui.search.compiled as search_compiled
from routeboek_tui.library.sentences import Sentence
from routeboek_tui.text.concepts import WORDS_ALONE, Concepts
from tests import ears

ILL = [Sentence("", ("ziek",), "buikgriep"), Sentence("", ("weg",), "spijbelt")]
LOADED = """
import sys
import routeboek_tui.search.corrected, routeboek_tui.library.cache
for name, module in sys.modules.items():
    if name.startswith("routeboek_tui.") and module.__file__:
        print(module.__file__)
"""


def test_all_code_that_makes_an_ear_counts(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=root, capture_output=True, text=True, check=True
    )
    loaded = {Path(line) for line in done.stdout.splitlines()}
    empty = {file for file in loaded if file.name == "__init__.py"}
    assert root / "routeboek_tui/search/features.py" in loaded
    assert loaded - empty <= ears.code()


def test_whatever_it_is_made_of_makes_another() -> None:
    other = [ILL[0], Sentence("", ("ziek",), "spijbelt")]
    told = ears.key(ILL, WORDS_ALONE, 2)
    assert told == ears.key([*ILL], Concepts(), 2)
    assert len({told, ears.key(other, WORDS_ALONE, 2), ears.key(ILL, WORDS_ALONE, 3),
                ears.key(ILL, Concepts({"ziekte": ("griep",)}), 2)}) == 4  # fmt: skip


def test_what_is_kept_is_what_would_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_compiled, "corrected", search_compiled.corrected)
    ears.keep(tmp_path)
    made = [search_compiled.corrected(ILL, WORDS_ALONE, 2) for _ in range(2)]
    assert len([*tmp_path.glob("*.json")]) == 1
    for each in made:
        assert each.scores(["buikgriep"]) == ears._made(ILL, WORDS_ALONE, 2).scores(["buikgriep"])

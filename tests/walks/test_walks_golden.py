"""Every walk ends where its author says, and all else the engine makes of it is as it was.

``pytest --update-golden tests/walks`` writes the golden files anew; read the difference before
keeping it.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from routeboek_tui.conversation.conversation import Conversation
from tests.known import guide, in_words
from tests.rows import each_row
from tests.walks_as_data import FOLDER, Walk, walked, walks

GOLDEN = FOLDER / "golden"
FILES = sorted({walk.file for walk in walks()})


@each_row("walk", walks(), ids=lambda walk: walk.id)
def test_a_walk_ends_where_its_author_says(walk: Walk) -> None:
    assert walked(guide(), walk).advice.outcome == walk.outcome


@pytest.mark.parametrize("name", FILES)
def test_a_walk_goes_as_it_went(name: str, request: pytest.FixtureRequest) -> None:
    made = {walk.id: derived(walked(guide(), walk)) for walk in walks() if walk.file == name}
    file = GOLDEN / name
    if request.config.getoption("--update-golden"):
        write(file, made)
    assert made == in_words(file)


def test_every_golden_file_is_of_a_file_of_walks() -> None:
    assert sorted(path.name for path in GOLDEN.glob("*.yaml")) == FILES


def derived(talk: Conversation) -> dict[str, Any]:
    """What the engine makes of a walk: the main way, the question that waits, the letters."""
    return {
        "passed": [visit.step for visit in talk.trail.main.visits],
        "ask": talk.ask.step if talk.ask else "",
        "letters": sorted(letter.id for letter in talk.letters),
    }


def write(file: Path, made: dict[str, Any]) -> None:
    """One step or letter a line, so that the difference shows each."""
    text = yaml.dump(made, sort_keys=False, allow_unicode=True)
    file.write_bytes(text.encode())

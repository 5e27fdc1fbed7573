"""What can be typed as a first sentence and is none, or hardly: for every face the same table."""

import random
from pathlib import Path
from typing import Any

from tests.known import in_kinds

FACTS = {"regio": "haaglanden", "gemeente": "den_haag", "sector": "vo"}
STEERING = {*range(9), *range(11, 32), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
"""Characters that may never reach a terminal."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _typed(said: str, times: int = 1, slips: int = 0, **_: Any) -> str:
    text = list(said * times)
    chance = random.Random(7)
    for place in chance.sample([n for n, char in enumerate(text) if char.isalpha()], slips):
        text[place] = chance.choice(_LETTERS)
    return "".join(text).strip()


_TABLE = in_kinds(Path(__file__).with_suffix(".yaml"))
CASES = {name: _typed(**case) for name, case in _TABLE.items()}
"""What is typed, by its name."""


def may_be_sure(name: str, *, placed: bool) -> set[str]:
    """The signals that may be sure then; fewer where the place of the school is known."""
    case = _TABLE[name]
    return {case.get("may", ""), "" if placed else case.get("unplaced", "")}


NAMES = {name: case["name"] for name, case in _TABLE.items() if "name" in case}
"""A person's name in it, which may stand in no file."""


def steered(text: str) -> set[int]:
    """The characters in ``text`` that steer a terminal."""
    return {ord(char) for char in text} & STEERING

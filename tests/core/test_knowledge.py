"""Sentences with slots, filled by numbers, words and figures."""

import pytest

from routeboek_tui.core.figures import Figure, Unit
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.sayings import SLOTS
from tests.known import KNOWLEDGE
from tests.rows import each_row

FOURTH = Figure("x", 4, Unit.MELDING)
ONE = Figure("x", 1, Unit.MELDING)


@each_row(
    ("saying", "slots", "said"),
    [
        ("{n} keer", {"n": 3}, "3 keer"),
        ("{n} {n:dag|dagen}", {"n": 1}, "1 dag"),
        ("{n} {n:dag|dagen}", {"n": 0}, "0 dagen"),
        ("{n:een dag|dagen}", {"n": 2}, "dagen"),
        ("de {n.e}, {n.rang}, {n.woord}", {"n": FOURTH}, "de 4e, vierde, vier"),
        ("{n:melding|meldingen}", {"n": ONE}, "melding"),
        ("{wie}: {wat}", {"wie": "PO", "wat": "{n}"}, "PO: {n}"),
        ("{n.woord}", {"n": 7}, "zeven"),
    ],
)
def test_slots(saying: str, slots: dict[str, int | str | Figure], said: str) -> None:
    assert Knowledge(sayings={"zin": saying}).say("zin", **slots) == said


def test_what_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        Knowledge().say("zin")
    with pytest.raises(KeyError):
        Knowledge(sayings={"zin": "{n}"}).say("zin")


def test_every_sentence_of_the_guide_can_be_said() -> None:
    for name, slots in SLOTS.items():
        said = KNOWLEDGE.say(name, **dict.fromkeys(slots, FOURTH))
        assert said, name
        assert "{" not in said, name

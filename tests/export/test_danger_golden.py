"""What the guide says about every kind of danger, word for word, as it stands in every export."""

from datetime import date
from pathlib import Path

import pytest

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.safety import NOW, SAFETY, WORRY
from routeboek_tui.export.advice import document
from routeboek_tui.export.text import text
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library

GOLDEN = Path(__file__).parent / "golden"
KINDS = sorted(load().dangers)
FACTS = {"sector": "po", "gemeente": "den_haag", "leeftijd": "onder_12"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_advice_of_a_walk_with_danger(
    kind: str, library: Library, request: pytest.FixtureRequest
) -> None:
    told = []
    for value in (NOW, WORRY):
        talk = Conversation.start(library, "ziekteverzuim", date(2026, 3, 12), FACTS)
        talk = safety.of_kind(talk.knowing(SAFETY, value), kind).answered(("ja",))
        told.append(text(document(advice_view(talk))))
    found = f"{'=' * 79}\n".join(told)
    file = GOLDEN / f"gevaar_{kind}.txt"
    if request.config.getoption("--update-golden"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


def test_there_is_no_golden_text_of_a_kind_that_is_gone() -> None:
    assert {file.stem for file in GOLDEN.glob("gevaar_*.txt")} == {f"gevaar_{k}" for k in KINDS}

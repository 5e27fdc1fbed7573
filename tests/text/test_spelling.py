"""Names that were meant."""

import pytest

from routeboek_tui.text.spelling import suggestion


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [("meldem", {"school", "melden"}, "melden"), ("sgv", ["png", "svg"], "svg"), ("x", ["y"], "")],
)
def test_suggestion(name: str, known: set[str], meant: str) -> None:
    assert suggestion(name, known) == (f" Bedoel je “{meant}”?" if meant else "")

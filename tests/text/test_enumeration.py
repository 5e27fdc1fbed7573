"""Words in a row."""

import pytest

from routeboek_tui.text.enumeration import all_of, one_of


@pytest.mark.parametrize(
    ("words", "joined"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_joined(words: list[str], joined: str) -> None:
    assert all_of(words) == joined
    assert one_of(iter(words)) == joined.replace(" en ", " of ")

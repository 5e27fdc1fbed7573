"""Words in a row, as a Dutch sentence joins them."""

from collections.abc import Iterable


def all_of(words: Iterable[str]) -> str:
    """The words as in "a, b en c"; "" for none."""
    return _joined(words, "en")


def one_of(words: Iterable[str]) -> str:
    """The words as in "a, b of c"; "" for none."""
    return _joined(words, "of")


def _joined(words: Iterable[str], link: str) -> str:
    *head, last = list(words) or [""]
    return f"{', '.join(head)} {link} {last}" if head else last

"""What is wrong with a file of the guide, told so that its author can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

UNOPENED = "Dit bestand is niet te lezen. Mag je het openen, en is het wel een bestand?"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong: in which file, on which line (from 1), and what, in Dutch."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def suggestion(name: str, known: Iterable[str]) -> str:
    """The sentence that offers the known name nearest to ``name``, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f" Bedoel je “{near[0]}”?" if near else ""

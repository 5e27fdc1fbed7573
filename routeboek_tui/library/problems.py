"""What is wrong with a file of the guide, told so that its author can mend it."""

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

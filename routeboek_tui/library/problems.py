"""What is wrong with a file of the guide, told so that its author can mend it."""

from msgspec import Struct

UNOPENED = "Dit bestand is niet te lezen. Mag je het openen, en is het wel een bestand?"


class Problem(Struct, frozen=True, order=True):
    """One thing wrong: in which file, on which line (from 1), and what, in Dutch."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"

"""Reads the sentences of which the ear for danger is made, and checks what was made of them."""

from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from routeboek_tui.library import ordinary_file
from routeboek_tui.library.problems import UNOPENED, Problem
from routeboek_tui.text.spelling import suggestion

FOLDER = "content/gevaar/zinnen"
MODEL = "content/gevaar/gehoor.json"

HARMLESS = "geen"
"""The kind of a sentence that is not about danger."""

MAKE = "Maak het opnieuw met: python -m training"


class Sentence(Struct, frozen=True):
    """A sentence with the ``kinds`` of danger it can be, the best one first; none is harmless.

    ``author`` is the letter of who wrote it: nobody saw the sentences of another.
    """

    author: str
    kinds: tuple[str, ...]
    text: str


class _Made(msgspec.Struct):
    """What must be known of a model to see whether it belongs to the sentences."""

    bank: str
    kinds: tuple[str, ...]


def bank_files(root: Path) -> list[Path]:
    """The files of sentences below ``root``, one an author."""
    return sorted((root / FOLDER).glob("*.tsv"))


def read_sentences(text: str, author: str) -> Iterable[tuple[int, Sentence | None]]:
    """Every line of a file with its sentence, or ``None`` where it holds none."""
    for number, kinds, said in _lines(text):
        named = tuple(kind for kind in kinds.split(",") if kind != HARMLESS)
        yield number, Sentence(author, named, said) if kinds else None


def _lines(text: str) -> Iterator[tuple[int, str, str]]:
    """Every line with its kinds as written and its sentence; no kinds where it holds none."""
    for number, line in enumerate(text.splitlines(), start=1):
        kinds, _, said = line.partition("\t")
        right = said and not said.isspace() and "\t" not in said
        yield number, kinds if right else "", said


def sum_of(files: Iterable[Path]) -> str:
    """What tells whether any sentence changed.

    :raises OSError: when a file cannot be read
    """
    seen = sha256()
    for file in files:
        seen.update(file.name.encode() + b"\0" + ordinary_file.read(file))
    return seen.hexdigest()[:32]


def prove(root: Path, kinds: Collection[str]) -> Iterator[Problem]:
    """Every line that is no sentence of a known kind."""
    known = {HARMLESS, *kinds}
    for file in bank_files(root):
        name = file.relative_to(root).as_posix()
        try:
            text = ordinary_file.read_text(file, "replace")
        except OSError:
            yield Problem(name, 1, UNOPENED)
            continue
        for number, written, _ in _lines(text):
            if written in known:
                continue
            if not written:
                yield Problem(name, number, "Deze regel hoort te zijn: soort, tab, zin.")
                continue
            for kind in written.split(","):
                if kind not in known:
                    near = suggestion(kind, kinds)
                    yield Problem(name, number, f"Het gevaar “{kind}” bestaat niet.{near}")


def stale(root: Path, kinds: Collection[str]) -> Iterator[str]:
    """A remark where the model is not of these sentences: it hears what was there before."""
    files = bank_files(root)
    if not files:
        return
    try:
        made = msgspec.json.decode(ordinary_file.read(root / MODEL), type=_Made)
    except (OSError, msgspec.MsgspecError):
        yield f"{MODEL}: ontbreekt of is stuk. {MAKE}"
        return
    try:
        bank = sum_of(files)
    except OSError:
        return
    if made.bank != bank:
        yield f"{MODEL}: de zinnen zijn veranderd, het gehoor nog niet. {MAKE}"
    for kind in made.kinds:
        if kind not in kinds:
            yield f"{MODEL}: kent “{kind}”, de lijst van soorten niet. {MAKE}"

"""Banks of sentences that people say or ask, each with what it is about: an ear is made of each."""

from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from routeboek_tui.library import ordinary_file
from routeboek_tui.library.problems import UNOPENED, Problem
from routeboek_tui.text.spelling import suggestion

MODEL = "content/gevaar/gehoor.json"

MAKE = "Maak het opnieuw met: python -m training"


class Sentence(Struct, frozen=True):
    """A sentence with the ``kinds`` of thing it is about, the one that goes first in front.

    ``author`` is the letter of who wrote it: nobody saw the sentences of another.
    """

    author: str
    kinds: tuple[str, ...]
    text: str


class Bank(Struct, frozen=True):
    """A folder of sentences, a file an author; ``kind`` is the word for what they are about.

    A sentence marked with one of ``none`` is about nothing of the kind. Where ``every`` kind must
    be heard, each needs a sentence. What is ``meant`` by the words of one is heard beside them.
    ``times`` is how often each sentence is heard while the ear is made.
    """

    folder: str
    none: tuple[str, ...]
    kind: str
    every: bool = False
    meant: bool = False
    times: int = 2

    def files(self, root: Path) -> list[Path]:
        """The files of the bank below ``root``, one an author."""
        return sorted((root / self.folder).glob("*.tsv"))

    def sentences(self, root: Path) -> Iterator[Sentence]:
        """Every sentence of the bank below ``root``.

        :raises OSError: when a file cannot be read
        """
        for file in self.files(root):
            text = ordinary_file.read_text(file, "replace")
            yield from (each for _, each in self.read(text, file.stem) if each)

    def read(self, text: str, author: str) -> Iterable[tuple[int, Sentence | None]]:
        """Every line of a file with its sentence, or ``None`` where it holds none."""
        for number, kinds, said in _lines(text):
            named = tuple(kind for kind in kinds.split(",") if kind not in self.none)
            yield number, Sentence(author, named, said) if kinds else None

    def prove(self, root: Path, kinds: Collection[str]) -> Iterator[Problem]:
        """Every line that is no sentence about one of ``kinds``."""
        known = {*self.none, *kinds}
        without = dict.fromkeys(kinds if self.every else ())
        for file in self.files(root):
            name = file.relative_to(root).as_posix()
            try:
                text = ordinary_file.read_text(file, "replace")
            except OSError:
                yield Problem(name, 1, UNOPENED)
                continue
            for number, written, _ in _lines(text):
                if written in known:
                    without.pop(written, None)
                    continue
                if not written:
                    yield Problem(name, number, "Deze regel hoort te zijn: soort, tab, zin.")
                    continue
                for kind in written.split(","):
                    if kind not in known:
                        near = suggestion(kind, kinds)
                        yield Problem(name, number, f"{self.kind} “{kind}” bestaat niet.{near}")
        for kind in without:
            yield Problem(self.folder, 1, f"{self.kind} “{kind}” heeft geen zin.")


DANGER = Bank("content/gevaar/zinnen", ("geen",), "Het gevaar")
SAID = Bank("content/triage/zinnen", ("geen", "vraag"), "Het signaal", every=True, meant=True)
ASKED = Bank("content/boek/vragen", ("geen",), "De bladzijde")
CLAIMS = Bank("content/boek/feiten", ("geen",), "Het feit", meant=True, times=1)
"""Questions by the fact of a source that answers them: few of each, so that hearing them once will
do."""


ANSWERS = Bank("content/antwoorden", ("geen",), "Het antwoord", meant=True, times=1)
"""What people type or tell at a question of a route, by the step and the choice that it is."""


NOT_DONE = "niet"
"""What a deed is marked with that was not done, or not yet."""

DEEDS = Bank("content/daden", ("geen",), "De daad", meant=True, times=1)
"""What people tell of what was done, by the deed, or as :data:`NOT_DONE`."""


HEARD = (SAID, ASKED, DEEDS, CLAIMS, ANSWERS)
"""The banks of which an ear is made at the first start."""


class _Made(msgspec.Struct):
    """What must be known of a model to see whether it belongs to the sentences."""

    bank: str
    kinds: tuple[str, ...]


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


def prove_model(root: Path) -> Iterator[Problem]:
    """Whether there is an ear for danger: a guide without one hears nothing of it."""
    if DANGER.files(root) and _made(root) is None:
        yield Problem(MODEL, 1, f"Dit bestand ontbreekt of is stuk. {MAKE}")


def _made(root: Path) -> _Made | None:
    try:
        return msgspec.json.decode(ordinary_file.read(root / MODEL), type=_Made)
    except (OSError, msgspec.MsgspecError):
        return None


def stale(root: Path, kinds: Collection[str]) -> Iterator[str]:
    """A remark where the model is not of these sentences: it hears what was there before."""
    files, made = DANGER.files(root), _made(root)
    if not files or made is None:
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

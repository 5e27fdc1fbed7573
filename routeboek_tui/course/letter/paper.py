"""A letter or an advice as a file: in which format, where, and what is said of saving it."""

import os
from pathlib import Path

from msgspec import Struct

from routeboek_tui.export.file import ExportError, FileExists
from routeboek_tui.export.formats import FORMATS, write
from routeboek_tui.export.place import place, unquoted
from routeboek_tui.export.text import body, text
from routeboek_tui.text.document import Document

KEPT = "Bewaard: {}"
UNKNOWN_FAULT = (
    "Bewaren is niet gelukt, en wij weten niet waarom."
    " Kies een ander soort bestand of een andere map. Wat je typte staat er nog."
)


class Kind(Struct, frozen=True):
    """A kind of file. ``styled`` says that it can take the letter paper of a school."""

    extension: str
    title: str
    styled: bool


KINDS = tuple(
    Kind(each.extension, f"{each.word[:1].upper()}{each.word[1:]}", each.styled)
    for each in FORMATS.values()
)
"""The kinds of file there are, the one that is proposed first."""


class Saved(Struct, frozen=True):
    """What came of saving: ``path`` is "" when it failed, and ``exists`` when a file is there."""

    words: str
    path: str = ""
    exists: bool = False


class Paper(Struct, frozen=True):
    """A document to save or copy; ``stem`` is the name of its file, without an extension.

    ``lacks`` is how many of its fields are still empty.
    """

    document: Document
    stem: str
    lacks: int = 0

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of file it can be, the one that is proposed first."""
        return KINDS

    @property
    def proposed(self) -> str:
        """The name of its file where nobody gives one."""
        return f"{self.stem}.{self.kinds[0].extension}"

    @property
    def title(self) -> str:
        """How it is called."""
        return self.document.title

    @property
    def text(self) -> str:
        """What is sent as plain text: of a letter without its title and what it says of itself."""
        return body(self.document) if self.document.apart else text(self.document)

    def save(
        self, typed: str, folder: Path, extension: str, *, template: str = "", overwrite: bool
    ) -> Saved:
        """Write it where ``typed`` says, with the styles of the Word file ``template``, if any."""
        try:
            path = target(typed, folder, self.stem, extension)
            reference = place(template) if unquoted(template) else None
            lost = write(self.document, path, overwrite=overwrite, reference=reference)
        except FileExists as error:
            return Saved(str(error), exists=True)
        except ExportError as error:
            return Saved(str(error))
        return Saved(f"{KEPT.format(path)} {lost}".rstrip(), str(path))


def extension_of(typed: str) -> str:
    """The extension of a kind of file that ``typed`` ends in, or ""."""
    extension = Path(typed.strip()).suffix.removeprefix(".").lower()
    return extension if extension in FORMATS else ""


def target(typed: str, folder: Path, stem: str, extension: str) -> Path:
    """The file meant by ``typed``: below ``folder`` if it is no whole path.

    A folder gets the name ``stem`` in it; a name without a known extension gets ``extension``.

    :raises ExportError: when it cannot be a path
    """
    text = unquoted(typed)
    path = place(text, folder) if text else folder
    if not text or text.endswith(("/", "\\")) or os.path.isdir(path):
        return path / f"{stem}.{extension}"
    known = extension_of(text) or path.suffix.casefold() == f".{extension}"
    return path if known else path.with_name(f"{path.name}.{extension}")

"""The formats a document can be written in, by the extension of the file."""

import os
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from msgspec import Struct

from routeboek_tui.export.file import ExportError, Say, save, silent
from routeboek_tui.export.place import place
from routeboek_tui.text.document import Document

NOT_STYLED = "Briefpapier kan alleen bij een Word-bestand (.docx). Hier is het niet gebruikt."


class Format(Struct, frozen=True):
    """One way to write a document. ``module`` has a function ``render`` and is loaded late.

    ``styled`` says that it can take the styles of a reference document, ``tells`` that it may have
    something to say of what it could not keep.
    """

    extension: str
    word: str
    module: str
    styled: bool = False
    tells: bool = False


FORMATS: Mapping[str, Format] = {
    each.extension: each
    for each in (
        Format("docx", "Word", "routeboek_tui.export.docx", styled=True, tells=True),
        Format("pdf", "PDF", "routeboek_tui.export.pdf", tells=True),
        Format("md", "Markdown", "routeboek_tui.export.markdown"),
        Format("txt", "platte tekst", "routeboek_tui.export.text"),
    )
}


def render(
    document: Document,
    extension: str,
    reference: str | os.PathLike[str] | None = None,
    say: Say = silent,
) -> bytes:
    """``document`` in the format with this extension (without a dot).

    ``reference`` is a Word document whose styles, header and footer are used;
    formats that have no use for it leave it aside. What could not be kept goes to ``say``.

    :raises ExportError: when there is no such format, or it cannot be made
    """
    chosen = FORMATS.get(extension.lower())
    if chosen is None:
        known = ", ".join(f".{each}" for each in FORMATS)
        kind = f"Een bestand '.{extension}'" if extension else "Een bestand zonder achtervoegsel"
        raise ExportError(f"{kind} kunnen wij niet maken. Kies uit: {known}.")
    try:
        module = import_module(chosen.module)
    except ModuleNotFoundError as error:
        raise ExportError(
            f"Een bestand '.{extension}' maken kan hier niet: '{error.name}' ontbreekt."
            " Kies een ander soort bestand."
        ) from error
    made = cast(Callable[..., bytes], module.render)
    own = {"reference": reference} if chosen.styled else {}
    telling = {"say": say} if chosen.tells else {}
    return made(document, **own, **telling)


def _styled(extension: str) -> bool:
    chosen = FORMATS.get(extension.lower())
    return chosen is not None and chosen.styled


def write(
    document: Document,
    path: str | os.PathLike[str],
    overwrite: bool = False,
    reference: str | os.PathLike[str] | None = None,
) -> str:
    """Write ``document`` to ``path``, in the format of its extension; what was lost of it, or "".

    A ``path`` or ``reference`` that is text is what a user typed.

    :raises FileExists: when the file is there and ``overwrite`` is false
    :raises ExportError: when there is no such format, or it cannot be made or saved
    """
    target = place(path)
    example = None if reference is None else place(reference)
    extension = target.suffix.removeprefix(".")
    said = [NOT_STYLED] if example and not _styled(extension) else []
    save(render(document, extension, example, said.append), target, overwrite=overwrite)
    return " ".join(said)

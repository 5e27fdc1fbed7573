"""A document as a tagged PDF (PDF/UA-1), set by typst."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

from routeboek_tui.export.file import ExportError
from routeboek_tui.text.document import (
    Block,
    Document,
    Heading,
    Items,
    Run,
    Table,
    announces,
    short,
)

try:
    import typst
    from typst import TypstError
except ModuleNotFoundError as error:
    raise ExportError(
        "PDF maken kan op deze computer niet: typst ontbreekt. Voor Windows op ARM is dat er niet."
        " Kies een ander soort bestand. Van een Word-bestand maak je in Word een PDF."
    ) from error

_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_RUST_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_JOINERS = "[\u200c\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]*"
_MOST_SIGNS = 64
"""Different characters without a glyph; with more of them the text is in another script."""


def render(document: Document) -> bytes:
    """``document`` as a PDF in typst's own fonts.

    A character those fonts lack is taken from a font of this computer, and
    else written as its number: ``[teken U+65E5]``.

    :raises ExportError: when too much of the text does not fit any font
    """
    data = json.dumps(_document(document), ensure_ascii=False)
    return fitted(
        data,
        lambda text, own_fonts: _compile(text, own_fonts=own_fonts),
        failed="De PDF is niet gelukt. Bewaar de brief als Word of als tekst.",
        too_much="Deze brief heeft te veel tekens die niet in de PDF passen. Bewaar hem als Word.",
    )


def fitted(
    data: str, compiled: Callable[[str, bool], bytes], *, failed: str, too_much: str
) -> bytes:
    """The PDF that ``compiled`` makes of ``data``, told to use typst's own fonts only or not.

    What no font can draw is written as its number.

    :raises ExportError: saying ``failed``, or ``too_much`` when too much does not fit any font
    """
    own_fonts = True
    for _ in range(_MOST_SIGNS):
        try:
            return compiled(data, own_fonts)
        except TypstError as error:
            found = _NO_GLYPH.search(str(error))
            if not found:
                raise ExportError(failed) from error
            if own_fonts:
                own_fonts = False
            else:
                data = _numbered(data, found[1])
    raise ExportError(too_much)


def _compile(data: str, *, own_fonts: bool) -> bytes:
    return compiled_form("letter.typ", data, own_fonts=own_fonts)


def compiled_form(name: str, data: str, *, own_fonts: bool) -> bytes:
    """The tagged PDF that the form ``name`` of this folder makes of ``data`` (JSON).

    :raises TypstError: when typst cannot set it
    """
    result = typst.compile(
        _form(name),
        format="pdf",
        ignore_system_fonts=own_fonts,
        sys_inputs={"document": data},
        pdf_standards=["ua-1"],
    )
    assert isinstance(result, bytes)
    return result


@cache
def _form(name: str) -> bytes:
    return files("routeboek_tui.export").joinpath(name).read_bytes()


def _numbered(data: str, quoted: str) -> str:
    """``data`` with the character typst could not draw written as its number.

    Signs that join it to its neighbours go with it. Where typst names a letter
    any font has, the sign that follows is the one to blame.
    """
    text = _RUST_ESCAPE.sub(lambda found: chr(int(found[1], 16)), quoted)
    for character in {each for each in text if not each.isascii()} or set(_joining(data)):
        number = f"[teken U+{ord(character):04X}]"
        data = re.sub(f"{_JOINERS}{re.escape(character)}{_JOINERS}", number, data)
    return data


def _joining(data: str) -> Iterator[str]:
    return (each for each in data if unicodedata.category(each) in {"Mn", "Mc", "Me", "Cf"})


def _document(document: Document) -> dict[str, object]:
    lang, _, region = document.language.partition("-")
    return {
        "title": document.title,
        "notice": document.notice,
        "lang": lang,
        "region": region,
        "blocks": [_block(block) for block in document.blocks],
    }


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading(level, runs):
            return {"kind": "heading", "level": level, "runs": _runs(runs)}
        case Items(ordered, items):
            return {"kind": "items", "ordered": ordered, "items": [_runs(item) for item in items]}
        case Table(header, rows):
            return {
                "kind": "table",
                "header": [_runs(cell) for cell in header],
                "rows": [[_runs(cell) for cell in row] for row in rows],
            }
        case _:
            return {
                "kind": "paragraph",
                "runs": _runs(block.runs),
                "announces": announces(block.runs),
                "together": short(block.runs),
            }


def _runs(runs: tuple[Run, ...]) -> list[dict[str, object]]:
    return [
        {
            "text": run.text,
            "strong": run.strong,
            "emphasis": run.emphasis,
            "missing": run.missing,
        }
        for run in runs
    ]

"""A document as a tagged PDF (PDF/UA-1), set by typst."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

from routeboek_tui.export.file import ExportError, Say, silent
from routeboek_tui.text.characters import bound
from routeboek_tui.text.document import (
    Block,
    Document,
    Heading,
    Items,
    Run,
    Table,
    announces,
    lacking,
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
DRAFT = "Concept: nog niet alles is ingevuld."
"""What stands above a letter with empty places; a PDF cannot be filled in."""

_MOST_SIGNS = 64
"""Different characters without a glyph; with more of them the text is in another script."""


FONTS = ("manimgx_fonts", "manimgx_fonts_cjk")
"""The packages with the Noto fonts, for names in the scripts that typst's own fonts lack."""

NUMBERED = (
    "Deze tekens passen niet in de PDF en staan er als nummer in: {}."
    " Bewaar de brief als Word: daar staan ze wel."
)


def render(document: Document, say: Say = silent) -> bytes:
    """``document`` as a PDF in typst's own fonts.

    A character those fonts lack is taken from the Noto fonts or a font of this computer, and
    else written as its number: ``[teken U+65E5]``. Which those are goes to ``say``.

    :raises ExportError: when too much of the text does not fit any font
    """
    data = json.dumps(_document(document), ensure_ascii=False)
    return fitted(
        data,
        lambda text, own_fonts: _compile(text, own_fonts=own_fonts),
        failed="De PDF is niet gelukt. Bewaar de brief als Word of als tekst.",
        too_much="Deze brief heeft te veel tekens die niet in de PDF passen. Bewaar hem als Word.",
        say=say,
    )


def fitted(
    data: str,
    compiled: Callable[[str, bool], bytes],
    *,
    failed: str,
    too_much: str,
    say: Say = silent,
) -> bytes:
    """The PDF that ``compiled`` makes of ``data``, told to use typst's own fonts only or not.

    What no font can draw is written as its number, and named to ``say``.

    :raises ExportError: saying ``failed``, or ``too_much`` when too much does not fit any font
    """
    own_fonts, lost = True, dict[str, None]()
    for _ in range(_MOST_SIGNS):
        try:
            made = compiled(data, own_fonts)
        except TypstError as error:
            found = _NO_GLYPH.search(str(error))
            if not found:
                raise ExportError(failed) from error
            if own_fonts:
                own_fonts = False
            else:
                signs = _undrawn(data, found[1])
                lost |= dict.fromkeys(signs)
                data = _numbered(data, signs)
        else:
            if lost:
                say(NUMBERED.format(", ".join(f"{sign} (U+{ord(sign):04X})" for sign in lost)))
            return made
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
        font_paths=[] if own_fonts else _folders(),
        sys_inputs={"document": data},
        pdf_standards=["ua-1"],
    )
    assert isinstance(result, bytes)
    return result


@cache
def _form(name: str) -> bytes:
    return files("routeboek_tui.export").joinpath(name).read_bytes()


@cache
def _folders() -> list[Any]:
    """The folders of the fonts that came with the guide, as far as they are there."""
    found = (find_spec(name) for name in FONTS)
    return [place for spec in found if spec for place in spec.submodule_search_locations or ()]


def _undrawn(data: str, quoted: str) -> list[str]:
    """The characters typst could not draw, as it names them.

    Where it names a letter any font has, the sign that follows is the one to blame.
    """
    text = _RUST_ESCAPE.sub(lambda found: chr(int(found[1], 16)), quoted)
    return sorted({each for each in text if not each.isascii()} or set(_joining(data)))


def _numbered(data: str, signs: Iterable[str]) -> str:
    """``data`` with ``signs`` written as numbers; what joins them to their neighbours goes too."""
    for character in signs:
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
        "apart": document.apart,
        "draft": DRAFT if document.apart and lacking(document) else "",
        "lang": lang,
        "region": region,
        "blocks": [_block(block) for block in document.blocks],
        "sender": _runs(document.sender),
    }


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading(level, runs):
            return {"kind": "heading", "level": level, "runs": _runs(runs)}
        case Items(ordered, items):
            return {
                "kind": "items",
                "ordered": ordered,
                "items": [_runs(item, bound) for item in items],
            }
        case Table(header, rows):
            return {
                "kind": "table",
                "header": [_runs(cell) for cell in header],
                "rows": [[_runs(cell) for cell in row] for row in rows],
            }
        case _:
            return {
                "kind": "paragraph",
                "runs": _runs(block.runs, bound),
                "announces": announces(block.runs),
                "together": short(block.runs),
            }


def _runs(runs: tuple[Run, ...], on_paper: Callable[[str], str] = str) -> list[dict[str, object]]:
    return [
        {
            "text": on_paper(run.text),
            "strong": run.strong,
            "emphasis": run.emphasis,
            "missing": run.missing,
        }
        for run in runs
    ]

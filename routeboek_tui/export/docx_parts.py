"""The parts of a Word file that python-docx leaves to whoever needs them."""

from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.table import Table as WordTable
from docx.table import _Row
from docx.text.paragraph import Paragraph as WordParagraph

_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def emptied(word: WordDocument) -> None:
    """Take the text out of ``word``; page, header and footer stay."""
    body = word.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)


def set_language(word: WordDocument, language: str) -> None:
    """Make ``language`` that of every style, so that spelling is checked in it."""
    styles: Any = word.styles.element
    run_defaults = _child(_child(_child(styles, "w:docDefaults"), "w:rPrDefault"), "w:rPr")
    _child(run_defaults, "w:lang", last=True)
    if "Normal" in word.styles:
        normal: Any = word.styles["Normal"].element
        _child(normal.get_or_add_rPr(), "w:lang", last=True)
    for lang in styles.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
    for lang in word.settings.element.iter(qn("w:themeFontLang")):
        lang.set(qn("w:val"), language)


def heading_like(paragraph: WordParagraph, level: int) -> None:
    """Give ``paragraph`` the place of a heading in the outline, where a style is lacking."""
    properties: Any = paragraph._p.get_or_add_pPr()
    _child(properties, "w:outlineLvl", last=True).set(qn("w:val"), str(level - 1))
    paragraph.paragraph_format.keep_with_next = True


def numbering_of(word: WordDocument, style: str) -> int | None:
    """The numbering that paragraphs of ``style`` have, or ``None``: then it writes no signs."""
    if style not in word.styles:
        return None
    properties: Any = word.styles[style].element.pPr
    if properties is None or properties.numPr is None or properties.numPr.numId is None:
        return None
    return int(properties.numPr.numId.val)


def restarted(word: WordDocument, numbering: int) -> int:
    """A new numbering like ``numbering`` that starts at 1 again."""
    parts: Any = word.part.numbering_part.element
    fresh = parts.add_num(parts.num_having_numId(numbering).abstractNumId.val)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def number(paragraph: WordParagraph, numbering: int) -> None:
    """Put ``paragraph`` in ``numbering``."""
    properties: Any = paragraph._p.get_or_add_pPr()
    place = properties.get_or_add_numPr()
    place.get_or_add_ilvl().val = 0
    place.get_or_add_numId().val = numbering


def bordered(table: WordTable) -> None:
    """Draw the lines of ``table``, where a style that has them is lacking."""
    borders = _child(table._tbl.tblPr, "w:tblBorders", last=True)
    for side in _BORDERS:
        border = _child(borders, f"w:{side}", last=True)
        border.set(qn("w:val"), "single")
        border.set(qn("w:sz"), "4")


def repeated_header(row: _Row) -> None:
    """Mark ``row`` as the header: read aloud as such, and repeated on the next page."""
    properties: Any = row._tr.get_or_add_trPr()
    _child(properties, "w:tblHeader", last=True)


def _child(parent: Any, name: str, *, last: bool = False) -> Any:
    """The child of ``parent`` with this name, made first or ``last`` when it is not there."""
    child = parent.find(qn(name))
    if child is None:
        child = OxmlElement(name)
        parent.insert(len(parent) if last else 0, child)
    return child

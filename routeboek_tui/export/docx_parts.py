"""The parts of a Word file that python-docx leaves to whoever needs them."""

import re
from collections.abc import Iterable
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Row
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run
from lxml import etree

from routeboek_tui.text.characters import words_in

_SIDES = ("top", "left", "bottom", "right")
_BORDERS = (*_SIDES, "insideH", "insideV")
_PICTURES = ".//w:drawing | .//w:pict | .//w:object"
_KEPT = {
    "styles",
    "stylesWithEffects",
    "numbering",
    "settings",
    "webSettings",
    "theme",
    "fontTable",
    "footnotes",
    "endnotes",
}
"""The parts that shape a page. Any other may hold what an earlier letter said."""

PAGE_OF = ("Pagina ", " van ")
"""What stands before the number of the page, and before how many there are."""


def hyphened(run: Run, text: str) -> None:
    """Write ``text``; a hyphen at which no line ends is Word's own, whatever the font has."""
    first, *rest = re.split("([\u2011\n])", text) if "\u2011" in text else [text]
    run.text = first
    for part in rest:
        if part == "\n":
            run.add_break()
        elif part == "\u2011":
            run._r.append(OxmlElement("w:noBreakHyphen"))
        elif part:
            run.add_text(part)


def emptied(word: WordDocument) -> None:
    """Take the text out of ``word``, with its pictures and remarks; page, header and footer stay.

    A header or footer that an earlier section of the example had is kept for the one section left.
    """
    body: Any = word.element.body
    last = _child(body, "w:sectPr", last=True)
    for earlier in reversed(body.xpath(".//w:pPr/w:sectPr")):
        for kind in ("w:headerReference", "w:footerReference"):
            own = {each.get(qn("w:type")) for each in last.findall(qn(kind))}
            for each in earlier.findall(qn(kind)):
                if each.get(qn("w:type")) not in own:
                    last.insert(0, each)
        if earlier.find(qn("w:titlePg")) is not None:
            word.sections[-1].different_first_page_header_footer = True
    for child in list(body):
        if child is not last:
            body.remove(child)
    shown = {each.get(qn("r:id")) for each in last if each.get(qn("r:id"))}
    for key, relation in list(word.part.rels.items()):
        kind = relation.reltype.rpartition("/")[2]
        if kind not in _KEPT and not (kind in {"header", "footer"} and key in shown):
            del word.part.rels[key]
        elif kind in {"footnotes", "endnotes"}:
            _without_notes(relation.target_part)
    package = word.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]


def headed(word: WordDocument) -> bool:
    """Whether the paper of ``word`` has something printed at its top or its foot."""
    return any(
        "".join(part._element.itertext()).strip() or part._element.xpath(_PICTURES)
        for section in word.sections
        for part in (
            section.header, section.first_page_header, section.footer, section.first_page_footer,
        )
        if not part.is_linked_to_previous
    )  # fmt: skip


def unprinted(word: WordDocument, lines: Iterable[str]) -> tuple[str, ...]:
    """Those of ``lines`` that the top and the foot of the paper do not say."""
    parts = [
        part
        for section in word.sections
        for part in (
            section.header, section.first_page_header, section.footer, section.first_page_footer,
        )
        if not part.is_linked_to_previous
    ]  # fmt: skip
    told = words_in(" ".join("".join(part._element.itertext()) for part in parts))
    return tuple(line for line in lines if not set(words_in(line)) <= set(told))


def numbered_pages(word: WordDocument, *, from_second: bool) -> None:
    """Say at the foot which page it is, of how many; a foot with something in it stays as it is.

    ``from_second`` leaves it out on the first page, so that a letter of one page has none.
    """
    section = word.sections[-1]
    foot = section.footer
    if not foot.is_linked_to_previous and "".join(foot._element.itertext()).strip():
        return
    if not foot.is_linked_to_previous and foot._element.xpath(_PICTURES):
        return
    if from_second:
        section.different_first_page_header_footer = True
    paragraph = foot.paragraphs[0] if foot.paragraphs else foot.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, field in zip(PAGE_OF, ("PAGE", "NUMPAGES"), strict=True):
        paragraph.add_run(words).font.size = Pt(9)
        place = OxmlElement("w:fldSimple")
        place.set(qn("w:instr"), field)
        run = paragraph.add_run("2")
        run.font.size = Pt(9)
        paragraph._p.append(place)
        place.append(run._r)


def _without_notes(part: Any) -> None:
    """Take the notes out of ``part``; the lines that separate them from the text stay."""
    notes = parse_xml(part.blob)
    for note in list(notes):
        if note.get(qn("w:type")) is None:
            notes.remove(note)
    part._blob = etree.tostring(notes, xml_declaration=True, encoding="UTF-8", standalone=True)


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
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is not None:
        look.addprevious(borders)
    for side in _BORDERS:
        _drawn(borders, side)


def padded(table: WordTable) -> None:
    """Give the cells of ``table`` some room above and below their text."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        room = _child(margins, f"w:{side}", last=True)
        room.set(qn("w:w"), "40")
        room.set(qn("w:type"), "dxa")
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is None:
        table._tbl.tblPr.append(margins)
    else:
        look.addprevious(margins)


def boxed(paragraph: WordParagraph) -> None:
    """Draw a thin box around ``paragraph``."""
    properties: Any = paragraph._p.get_or_add_pPr()
    borders = _child(properties, "w:pBdr", last=True)
    for side in _SIDES:
        _drawn(borders, side).set(qn("w:space"), "4")


def unruled(style: Any) -> None:
    """Take the rule under ``style`` away."""
    for borders in style.element.xpath("./w:pPr/w:pBdr"):
        borders.getparent().remove(borders)


def _drawn(borders: Any, side: str) -> Any:
    border = _child(borders, f"w:{side}", last=True)
    border.set(qn("w:val"), "single")
    border.set(qn("w:sz"), "4")
    return border


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

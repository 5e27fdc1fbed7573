"""A document as a Word file, in the school's own letterhead when there is one."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from routeboek_tui.export.docx_parts import (
    bordered,
    boxed,
    emptied,
    headed,
    heading_like,
    hyphened,
    number,
    numbered_pages,
    numbering_of,
    padded,
    repeated_header,
    restarted,
    set_language,
    unprinted,
    unruled,
)
from routeboek_tui.export.docx_reference import locked, pictures, readable, unlocked
from routeboek_tui.export.file import ExportError, Say, shown, silent
from routeboek_tui.library import ordinary_file
from routeboek_tui.text.characters import bound
from routeboek_tui.text.document import (
    Block,
    Document,
    Heading,
    Items,
    Run,
    Runs,
    Table,
    announces,
    plain,
    short,
)

_DEEPEST = 9
_LONGEST_PROPERTY = 255
"""Characters in the title among the properties of a Word file; the title on paper is whole."""

_TITLE_SIZE, _HEADING_SIZE = 16, 13
_BELOW_SENDER = Pt(28)
_NARROW, _WIDE = 12, 36
"""Characters by which a column of a table is at least and at most measured."""
_LINE, _EDGE = 72, 3
"""Characters on a line as wide as the page, and those the edges of a column take."""

AUTHOR = "Routeboek"
"""Who made the remark in the margin of a letter."""


LOCKED = (
    "Het voorbeeld '{}' zit op slot met een wachtwoord, of is een oud Word-bestand (.doc). Haal het"
    " wachtwoord eraf of bewaar het in Word als .docx. Of bewaar de brief zonder."
)
NO_PICTURE = (
    "In de tekst van het voorbeeld staat een plaatje, zoals een logo ({}). Dat is niet meegekomen:"
    " van een voorbeeld blijven alleen de kop en de voet van het blad. Zet het plaatje daar."
)
NOT_SENT_BY = (
    "Het voorbeeld heeft een eigen kop of voet. Daarom staat dit niet in de brief: {}. Staat het"
    " ook niet op het voorbeeld, zet het daar."
)
UNLOCKED = "Het voorbeeld was beveiligd tegen wijzigen. De brief is dat niet."


def render(
    document: Document, reference: str | os.PathLike[str] | None = None, say: Say = silent
) -> bytes:
    """``document`` as a Word file.

    ``reference`` is a .docx or .dotx whose styles, header, footer and page are used and
    whose text is left out. A style it lacks is made up for with plain means. What of it is lost
    goes to ``say``.

    :raises ExportError: when ``reference`` cannot be read
    """
    if reference is None:
        word = docx.Document()
        _plain_page(word)
        return _written(word, document)
    data = _bytes_of(reference)
    if locked(data):
        raise ExportError(LOCKED.format(shown(reference)))
    try:
        word = docx.Document(readable(data))
        if found := pictures(word):
            say(NO_PICTURE.format(", ".join(found)))
        if unlocked(word):
            say(UNLOCKED)
        if headed(word) and (left := unprinted(word, _lines(document.sender))):
            say(NOT_SENT_BY.format("; ".join(left)))
        return _written(word, document)
    except Exception as error:  # python-docx lets errors of zip and XML through as they are
        raise ExportError(
            f"Het voorbeeld '{shown(reference)}' is niet te lezen als Word-document"
            " (.docx of .dotx). Kies een ander voorbeeld, of bewaar de brief zonder."
        ) from error


def _lines(runs: Runs) -> list[str]:
    return [line for line in plain(runs).split("\n") if line.strip()]


def _bytes_of(reference: str | os.PathLike[str]) -> bytes:
    try:
        return ordinary_file.read(Path(reference))
    except (OSError, ValueError) as error:
        raise ExportError(
            f"Het voorbeeld '{shown(reference)}' is er niet, of je mag het niet openen."
            " Kies een ander voorbeeld, of bewaar de brief zonder."
        ) from error


def _written(word: WordDocument, document: Document) -> bytes:
    """``document`` in place of what stood in ``word``."""
    emptied(word)
    set_language(word, document.language)
    _properties(word, document)
    if not document.apart:
        _title(word, document)
    if document.sender and not headed(word):
        sender = word.add_paragraph()
        _write(sender, document.sender, str)
        sender.paragraph_format.space_after = _BELOW_SENDER
    for block in document.blocks:
        _block(word, block)
    numbered_pages(word, from_second=not headed(word))
    if document.apart or document.sender:
        _signed(word)
    if document.apart:
        _remark(word, document.notice)
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _plain_page(word: WordDocument) -> None:
    """The page and type of a letter without letterhead: A4, black on white."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(25)
    for style in word.styles:
        font: Any = getattr(style, "font", None)
        if font is not None and font.color.rgb is not None:
            font.color.rgb = RGBColor(0, 0, 0)
    normal: Any = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.line_spacing, normal.paragraph_format.space_after = 1.08, Pt(8)
    for level in (1, 2):
        heading: Any = word.styles[f"Heading {level}"]
        heading.font.size = Pt(_HEADING_SIZE)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(4)
    title: Any = word.styles["Title"]
    title.font.size, title.font.bold = Pt(_TITLE_SIZE), True
    unruled(title)


def _properties(word: WordDocument, document: Document) -> None:
    properties = word.core_properties
    properties.title = document.title[:_LONGEST_PROPERTY]
    properties.language = document.language
    properties.author = properties.last_modified_by = ""
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.created = properties.modified = datetime.now(UTC)
    properties.content_status = "Concept" if document.apart else ""
    properties.revision = 1


def _title(word: WordDocument, document: Document) -> None:
    style = _style(word, "Title")
    paragraph = word.add_paragraph(style=style)
    _write(paragraph, (Run(document.title, strong=not style),))
    if not style:
        _sized(paragraph, _TITLE_SIZE)
    if document.notice:
        notice = word.add_paragraph()
        _write(notice, (Run(document.notice, emphasis=True),))
        boxed(notice)


def _signed(word: WordDocument) -> None:
    """Keep the last line of a letter on the page of its signature."""
    for paragraph in word.paragraphs[-2:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _remark(word: WordDocument, words: str) -> None:
    """Say ``words`` in the margin of the first line: read on screen, and no part of the letter."""
    runs = next((each.runs for each in word.paragraphs if each.runs), None)
    if runs:
        word.add_comment(runs, words, author=AUTHOR, initials=AUTHOR[:1])


def _block(word: WordDocument, block: Block) -> None:
    if isinstance(block, Heading):
        _heading(word, block)
    elif isinstance(block, Items):
        _items(word, block)
    elif isinstance(block, Table):
        _table(word, block)
    else:
        paragraph = word.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True if announces(block.runs) else None
        paragraph.paragraph_format.keep_together = True if short(block.runs) else None
        _write(paragraph, block.runs)


def _heading(word: WordDocument, block: Heading) -> None:
    level = min(block.level, _DEEPEST)
    style = _style(word, f"Heading {level}")
    paragraph = word.add_paragraph(style=style)
    _write(paragraph, block.runs)
    if not style:
        heading_like(paragraph, level)
        _sized(paragraph, _HEADING_SIZE)
        for run in paragraph.runs:
            run.bold = True


def _items(word: WordDocument, block: Items) -> None:
    style = "List Number" if block.ordered else "List Bullet"
    numbering = numbering_of(word, style)
    if numbering is None:
        _signed_items(word, block)
        return
    if block.ordered:
        numbering = restarted(word, numbering)
    for item in block.items:
        paragraph = word.add_paragraph(style=style)
        number(paragraph, numbering)
        _write(paragraph, item)


def _signed_items(word: WordDocument, block: Items) -> None:
    """A list whose signs are typed, for a reference document without list styles."""
    for count, item in enumerate(block.items, 1):
        sign = f"{count}." if block.ordered else "\u2022"
        paragraph = word.add_paragraph()
        paragraph.paragraph_format.left_indent = Mm(7)
        paragraph.paragraph_format.first_line_indent = Mm(-7)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(7))
        _write(paragraph, (Run(f"{sign}\t"), *item))


def _table(word: WordDocument, block: Table) -> None:
    style = _style(word, "Table Grid")
    table = word.add_table(rows=0, cols=len(block.header), style=style)
    if not style:
        bordered(table)
    for row in (block.header, *block.rows):
        for cell, runs in zip(table.add_row().cells, row, strict=True):
            _write(cell.paragraphs[0], runs, str)
    for cell in table.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    repeated_header(table.rows[0])
    padded(table)
    _columns(table, block)
    # Word needs a paragraph between tables and after the last one.
    word.add_paragraph().paragraph_format.space_after = Pt(0)


def _columns(table: WordTable, block: Table) -> None:
    """Give each column room for its longest word, and its share of what is left."""
    columns = [
        [plain(cell) for cell in cells] for cells in zip(block.header, *block.rows, strict=True)
    ]
    longest = [max(map(len, cells)) for cells in columns]
    wanted = [min(max(length, _NARROW), _WIDE) for length in longest]
    least = [
        max(len(word) for each in cells for word in each.split() or [""]) + _EDGE
        for cells in columns
    ]
    left = max(_LINE - sum(least), 0)
    more = [max(want + _EDGE - need, 0) for want, need in zip(wanted, least, strict=True)]
    shares = [
        need + left * extra // max(sum(more), 1) for need, extra in zip(least, more, strict=True)
    ]
    whole = sum(column.width or 0 for column in table.columns)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Emu(whole * share // sum(shares))
        for cell in column.cells:
            cell.width = Emu(whole * share // sum(shares))


def _write(paragraph: WordParagraph, runs: Runs, on_paper: Callable[[str], str] = bound) -> None:
    for run in runs:
        written = paragraph.add_run()
        hyphened(written, on_paper(run.text))
        written.bold = True if run.strong else None
        written.italic = True if run.emphasis else None
        if run.missing:
            written.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _sized(paragraph: WordParagraph, points: int) -> None:
    for run in paragraph.runs:
        run.font.size = Pt(points)


def _style(word: WordDocument, name: str) -> str | None:
    """``name`` when the document has that style."""
    return name if name in word.styles else None

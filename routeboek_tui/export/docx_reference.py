"""The Word file whose paper a letter takes: opening it, and what of it cannot be kept."""

import zipfile
from io import BytesIO
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

_CONTENT_TYPES = "[Content_Types].xml"
_TEMPLATE = b"wordprocessingml.template.main+xml"
_DOCUMENT = b"wordprocessingml.document.main+xml"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How a file begins that Word locked with a password, or that is a .doc."""

_PROTECTION = ("w:documentProtection", "w:writeProtection", "w:readOnlyRecommended", "w:formProt")


def locked(data: bytes) -> bool:
    """Whether ``data`` is no Word file that can be opened without a password."""
    return data.startswith(_OLE)


def readable(data: bytes) -> BytesIO:
    """A Word template (.dotx) as a document; anything else as it is."""
    if not zipfile.is_zipfile(BytesIO(data)):
        return BytesIO(data)
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == _CONTENT_TYPES:
                content = content.replace(_TEMPLATE, _DOCUMENT)
            new.writestr(part, content)
    made.seek(0)
    return made


def unlocked(word: WordDocument) -> bool:
    """Take the protection against changes away, and say whether there was any."""
    roots: tuple[Any, ...] = (word.settings.element, word.element.body)
    found = [each for root in roots for name in _PROTECTION for each in root.iter(qn(name))]
    for each in found:
        each.getparent().remove(each)
    return bool(found)


def pictures(word: WordDocument) -> list[str]:
    """The names of the pictures in the text of ``word``, which is left out."""
    body: Any = word.element.body
    found = [
        props.get("title") or props.get("descr") or props.get("name")
        for drawing in body.iter(qn("w:drawing"))
        for props in drawing.iter(qn("wp:docPr"))
    ]
    return list(dict.fromkeys(filter(None, found))) + ["plaatje"] * bool(
        not found and next(body.iter(qn("w:pict")), None) is not None
    )

"""What a user typed, made fit for paper: plain characters, and dates written out in Dutch."""

import re
import unicodedata
from datetime import date

from routeboek_tui.core.letter import FieldType

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_JOINERS = "\u200c\u200d"
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
_NON_CHARACTERS = 0xFFFE
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WRITTEN = re.compile(rf"(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+(\d{{4}})", re.IGNORECASE)


def clean(value: str, kind: FieldType) -> str:
    """``value`` as it may stand on paper; "" when nothing in it can be seen.

    Takes out control characters, direction marks and everything else that
    steers text instead of being text. Nothing is cut off. Only a field of type
    text keeps its lines; a field of type date is written out when it is a date.
    """
    text = "".join(
        character
        for character in _LINE_ENDS.sub("\n", value).replace("\t", " ")
        if character == "\n" or _stays(character)
    )
    if kind is FieldType.TEXT:
        text = "\n".join(line.strip() for line in text.strip().split("\n"))
        text = re.sub("\n{3,}", "\n\n", text)
    else:
        text = " ".join(text.split())
    if not any(_visible(character) for character in text):
        return ""
    if kind is FieldType.DATE and (day := read_date(text)):
        return write_date(day)
    return text


def read_date(text: str) -> date | None:
    """The date in ``text``: 2026-03-03, 3-3-2026, 3/3/2026 or 3 maart 2026; else ``None``."""
    text = text.strip()
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _WRITTEN.fullmatch(text):
        day, year = int(found[1]), int(found[3])
        month = MONTHS.index(found[2].lower()) + 1
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def write_date(day: date) -> str:
    """``day`` as on a Dutch letter: 3 maart 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _stays(character: str) -> bool:
    # Joiners are needed to write some languages and to draw some emoji.
    if character in _JOINERS:
        return True
    if ord(character) & 0xFFFE == _NON_CHARACTERS or "\ufdd0" <= character <= "\ufdef":
        return False
    return unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cs"}


def _visible(character: str) -> bool:
    return unicodedata.category(character)[0] not in "ZC" and character not in _BLANKS

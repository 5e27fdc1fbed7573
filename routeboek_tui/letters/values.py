"""What a user typed, made fit for paper: plain characters, and dates written out in Dutch."""

import re
import unicodedata

from routeboek_tui.core import dates
from routeboek_tui.core.letter import FieldType

LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What ends a line somewhere: each stands between two words, and none may glue them."""
_JOINERS = "\u200c\u200d"
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
_NON_CHARACTERS = 0xFFFE


def clean(value: str, kind: FieldType) -> str:
    """``value`` as it may stand on paper; "" when nothing in it can be seen.

    Takes out control characters, direction marks and everything else that
    steers text instead of being text. Nothing is cut off. Only a field of type
    text keeps its lines; a field of type date is written out when it is a date.
    """
    text = "".join(
        character
        for character in LINE_ENDS.sub("\n", value).replace("\t", " ")
        if character == "\n" or _stays(character)
    )
    if kind is FieldType.TEXT:
        text = "\n".join(line.strip() for line in text.strip().split("\n"))
        text = re.sub("\n{3,}", "\n\n", text)
    else:
        text = " ".join(text.split())
    if not any(_visible(character) for character in text):
        return ""
    if kind is FieldType.DATE and (day := dates.read(text)):
        return dates.write(day)
    return text


def _stays(character: str) -> bool:
    # Joiners are needed to write some languages and to draw some emoji.
    if character in _JOINERS:
        return True
    if ord(character) & 0xFFFE == _NON_CHARACTERS or "\ufdd0" <= character <= "\ufdef":
        return False
    return unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cs"}


def _visible(character: str) -> bool:
    return unicodedata.category(character)[0] not in "ZC" and character not in _BLANKS

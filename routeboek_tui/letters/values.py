"""What a user typed, made fit for paper: plain characters, and dates written out in Dutch."""

import re

from routeboek_tui.core.letter import FieldType
from routeboek_tui.text import dates
from routeboek_tui.text.characters import one_line, safe, visible


def clean(value: str, kind: FieldType) -> str:
    """``value`` as it may stand on paper; "" when nothing in it can be seen.

    Only a field of type text keeps its lines; a field of type date is written out when it is a
    date.
    """
    if kind is FieldType.TEXT:
        text = "\n".join(line.strip() for line in safe(value).strip().split("\n"))
        return re.sub("\n{3,}", "\n\n", text) if visible(text) else ""
    text = one_line(value)
    day = dates.read(text) if kind is FieldType.DATE else None
    return dates.write(day) if day else text

"""Text that is safe to put on a terminal, and in no way read as markup."""

import re

from routeboek_tui.letters.values import LINE_ENDS

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control and escape codes, and marks that turn the direction of writing."""


def safe(text: str) -> str:
    """``text`` with plain line ends, without what could steer a terminal; tabs become spaces."""
    return _UNSAFE.sub("", LINE_ENDS.sub("\n", text)).replace("\t", "    ")


def one_line(text: str) -> str:
    """``text`` as one line that is safe to show: every run of white space is one space."""
    return re.sub(r"\s+", " ", safe(text.replace("\r", "\n")))


def shortened(text: str, width: int) -> str:
    """``text`` on one line of at most ``width`` characters."""
    line = one_line(text).strip()
    return line if len(line) <= width else line[: max(width - 1, 0)] + "…"

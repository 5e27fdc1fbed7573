"""The sentences of a text that somebody typed."""

import re

_END = re.compile(r"(?<=[.!?…])(?<!\b\w\.)\s+(?=[^\W_])|\n+")
"""Where one ends and another begins: not after a letter with a dot, as in "o.a. dit"."""


def sentences(text: str) -> list[str]:
    """The sentences of ``text`` in order, with what ends them; a line of its own is one."""
    return [said for each in _END.split(text) if (said := each.strip())]

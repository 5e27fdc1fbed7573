"""The words in braces that a text may hold: those of ``content/words.yaml``."""

import re
from collections.abc import Collection, Iterator

from routeboek_tui.text.spelling import suggestion

PLACEHOLDER = re.compile(r"\{([A-Za-z_]+)\}")


def unknown_words(text: str, words: Collection[str]) -> Iterator[tuple[int, str]]:
    """The line, from 1, and what is wrong with it, of every word in braces nobody knows."""
    for number, line in enumerate(text.splitlines(), start=1):
        for name in PLACEHOLDER.findall(line):
            if name.lower() not in words:
                yield number, f"Het woord “{{{name}}}” bestaat niet.{suggestion(name, words)}"

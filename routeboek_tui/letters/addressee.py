"""The addressee above a letter, named once: an address often begins with who gets it."""

import re
from collections.abc import Mapping

from routeboek_tui.letters.values import items
from routeboek_tui.text.characters import plain

_LINE = r"^Aan (?P<to>.+)\\\n{}$"
_MARK = re.compile("[\ue000-\uf8ff]")


def named_once(markdown: str, mark: str, written: Mapping[str, str]) -> tuple[str, str]:
    """``markdown`` and the address that stands at ``mark``, with the addressee said once.

    ``written`` is what was typed, by mark.
    """
    address = written[mark]
    found, lines = re.search(_LINE.format(mark), markdown, re.MULTILINE), items(address)
    if not found or not lines:
        return markdown, address
    to = _MARK.sub(lambda typed: written.get(typed[0], ""), found["to"])
    name, to = plain(to.partition(",")[0]), plain(to)
    first, head = plain(lines[0]), markdown[: found.start("to")]
    again = first in {to, name}
    if again and len(lines) > 1:
        return markdown, "\n".join(lines[1:])
    if again:
        return f"{head}{found['to']}{markdown[found.end() :]}", address
    if first.startswith(f"{to} ") and found["to"][0].isupper():
        return f"{head}{mark}{markdown[found.end() :]}", address
    return markdown, address

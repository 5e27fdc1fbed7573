"""The addressee above a letter, named once: an address often begins with who gets it."""

import re
from collections.abc import Mapping

from routeboek_tui.letters.values import items
from routeboek_tui.text.characters import plain

_LINE = r"^Aan (?P<to>.+)\\\n{}$"
_MARK = re.compile("[\ue000-\uf8ff]")


def named_once(
    markdown: str, mark: str, written: Mapping[str, str]
) -> tuple[str, Mapping[str, str]]:
    """``markdown`` and what is ``written`` by mark, with the addressee said once.

    At ``mark`` stands the address; "" for none.
    """
    lines = items(written.get(mark, ""))
    found = re.search(_LINE.format(mark), markdown, re.MULTILINE) if lines else None
    if not found:
        return markdown, written
    to = _MARK.sub(lambda typed: written.get(typed[0], ""), found["to"])
    name, to = plain(to.partition(",")[0]), plain(to)
    first, head = plain(lines[0]), markdown[: found.start("to")]
    again = first in {to, name}
    if again and len(lines) > 1:
        return markdown, {**written, mark: "\n".join(lines[1:])}
    if again:
        return f"{head}{found['to']}{markdown[found.end() :]}", written
    if first.startswith(f"{to} ") and found["to"][0].isupper():
        return f"{head}{mark}{markdown[found.end() :]}", written
    return markdown, written

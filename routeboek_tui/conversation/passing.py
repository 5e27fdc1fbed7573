"""Danger in a text that is no line of a conversation: a search, a practice, a field of a letter."""

import re

from routeboek_tui.conversation.safety import listened, naming
from routeboek_tui.library.content import Library
from routeboek_tui.library.danger import PAGE
from routeboek_tui.text.characters import plain

NO_NAME = 2
"""Words beside a name with which a text tells something: "slaat haar"."""

_WORD = re.compile(r"[^\W\d_]+")


def passing(library: Library, *typed: str) -> tuple[str, str]:
    """What to say of danger in texts that are no line of a conversation, and the page to read.

    Both are "" where there is none. Each text is heard by itself: the others cannot drown it.
    """
    heard = sorted((listened(library, text) for text in typed), key=lambda each: not each.sure)
    kinds = [
        library.dangers[kind] for kind in dict.fromkeys(k for each in heard for k in each.kinds)
    ]
    if not kinds:
        return "", ""
    sure = any(each.sure and each.kinds for each in heard)
    said = naming(kinds, sure=sure)
    return f"{said} {kinds[0].now[0].text}" if sure else said, f"boek:{PAGE}{kinds[0].id}"


def names_only(library: Library, typed: str) -> bool:
    """Whether ``typed`` is no more than a name with what stands before it: "mevrouw De Vries"."""
    first, *rest = _WORD.findall(typed) or ("",)
    told = [first, *(word for word in rest if not word.istitle())]
    return sum(plain(word) not in library.calling.address for word in told) < NO_NAME

"""Text of the content as blocks, with the words that lead elsewhere in the guide as links."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from routeboek_tui.text.blocks import blocks
from routeboek_tui.text.document import Block, Items, Run, Runs, Table

_LINK = re.compile(r"\[([^\]\n]*)\]\(((?:boek|stap|brief):[^)\s]*)\)")
_FIRST = 0xE000
_MOST = 0xF8FF - _FIRST
"""Marks there are; a text with more links keeps the words of the rest as plain words."""


@lru_cache(maxsize=256)
def linked(body: str) -> tuple[Block, ...]:
    """The blocks of ``body``; what it links to stands in ``Run.link``."""
    marks: dict[str, Run] = {}

    def mark(found: re.Match[str]) -> str:
        if len(marks) == _MOST:
            return found[1]
        sign = chr(_FIRST + len(marks))
        marks[sign] = Run(found[1], link=found[2])
        return sign

    return blocks(_LINK.sub(mark, body), marks)


def places(found: Iterable[Block]) -> tuple[str, ...]:
    """Every place that ``found`` links to, once, in the order of the text."""
    return tuple(dict.fromkeys(run.link for runs in _runs(found) for run in runs if run.link))


def only_link(runs: Iterable[Runs]) -> str:
    """The one place that ``runs`` link to, or "" when there is none or more than one."""
    found = {run.link for each in runs for run in each if run.link}
    return found.pop() if len(found) == 1 else ""


def _runs(found: Iterable[Block]) -> Iterator[Runs]:
    for block in found:
        if isinstance(block, Items):
            yield from block.items
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                yield from row
        else:
            yield block.runs

"""What parents read, with each abbreviation of school written out where it first stands."""

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from routeboek_tui.text.document import Block, Items, Run, Runs, Table

WHOLE = "_voluit"
"""Ends the name of a word of the content with what an abbreviation stands for."""

_MEANING = re.compile(r"(?:(?:de|het) )?(?P<means>[^()]+) \((?P<short>[A-Z]{2,})\b")
_SHORT = re.compile(r"\b[A-Z]{2,}\b(?! ?\()")


def written_out(blocks: Iterable[Block], words: Mapping[str, str]) -> tuple[Block, ...]:
    """``blocks`` in which an abbreviation that stands alone is said whole the first time."""
    found = (_MEANING.match(said) for name, said in words.items() if name.endswith(WHOLE))
    means = {match["short"]: match["means"] for match in found if match}
    told = set[str]()

    def whole(match: re.Match[str]) -> str:
        short, text = match[0], match.string
        inside = text.rfind("(", 0, match.start()) > text.rfind(")", 0, match.start())
        known = short in told or short not in means or inside
        told.add(short)
        return short if known else f"{means[short]} ({short})"

    return tuple(_each(block, lambda text: _SHORT.sub(whole, text)) for block in blocks)


def _each(block: Block, change: Callable[[str], str]) -> Block:
    if isinstance(block, Items):
        return replace(block, items=tuple(_runs(each, change) for each in block.items))
    if isinstance(block, Table):
        rows = tuple(tuple(_runs(cell, change) for cell in row) for row in block.rows)
        return replace(block, rows=rows)
    return replace(block, runs=_runs(block.runs, change))


def _runs(runs: Runs, change: Callable[[str], str]) -> Runs:
    return tuple(_run(run, change) for run in runs)


def _run(run: Run, change: Callable[[str], str]) -> Run:
    return run if run.missing else replace(run, text=change(run.text))

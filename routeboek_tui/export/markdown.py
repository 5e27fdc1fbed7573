"""A document as Markdown in which text stays text."""

import re
import string
from collections.abc import Iterable, Iterator

from routeboek_tui.text.document import Block, Document, Heading, Items, Run, Runs, Table

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&]")
_LINE_START = re.compile(r"^(?:([-+=])|(\d+)([.)]))")
_ADDRESS = re.compile("://")
_DEEPEST = 6


def render(document: Document) -> bytes:
    """``document`` as Markdown in UTF-8."""
    return markdown(document).encode()


def markdown(document: Document) -> str:
    """``document`` as Markdown: whatever reads it shows the text as it was typed."""
    parts = [f"# {_line((Run(document.title),))}"]
    if document.notice:
        parts.append(_line((Run(document.notice, emphasis=True),)))
    if document.apart:
        parts.append("---")
    return "\n\n".join([*parts, *map(_block, document.whole)]) + "\n"


def body(blocks: Iterable[Block]) -> str:
    """``blocks`` as Markdown, without a title above them."""
    return "\n\n".join(map(_block, blocks))


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * min(block.level + 1, _DEEPEST)} {_line(block.runs)}"
    if isinstance(block, Items):
        return "\n".join(_items(block))
    if isinstance(block, Table):
        rule = "|".join(" --- " for _ in block.header)
        return "\n".join([_row(block.header), f"|{rule}|", *map(_row, block.rows)])
    return _lines(block.runs)


def _items(block: Items) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        lead = f"{number}. " if block.ordered else "- "
        yield lead + _lines(item, " " * len(lead))


def _row(cells: tuple[Runs, ...]) -> str:
    return f"| {' | '.join(map(_line, cells))} |"


def _lines(runs: Runs, indent: str = "") -> str:
    """The runs with a hard break for every line break."""
    lines = (_LINE_START.sub(_guarded, line.strip()) for line in _lines_of(runs))
    return f"\\\n{indent}".join(lines)


def _lines_of(runs: Runs) -> list[str]:
    return [line for line in _styled(runs).split("\n") if line.strip()]


def _line(runs: Runs) -> str:
    """The runs on one line, as a heading and a cell of a table need."""
    text = " ".join(_styled(runs).split())
    return _LINE_START.sub(_guarded, text)


def _guarded(found: re.Match[str]) -> str:
    """A backslash in what would make a line the start of a list or a rule."""
    sign, number, dot = found.groups()
    return f"\\{sign}" if sign else f"{number}\\{dot}"


def _escaped(text: str) -> str:
    return _ADDRESS.sub(r"\\://", _SIGNS.sub(r"\\\g<0>", text))


def _styled(runs: Runs) -> str:
    """The runs with stars around them, left out where they would not be read as style."""
    parts: list[str] = []
    plain = Run("")
    runs = tuple(run for run in runs if run.text)
    for run, before, after in zip(runs, (plain, *runs), (*runs[1:], plain), strict=False):
        core = run.text.strip()
        start, end = run.text.partition(core)[::2] if core else (run.text, "")
        stars = "*" * (2 * run.strong + run.emphasis)
        if not (
            core
            and _readable(core[0], start or before.text[-1:], before)
            and _readable(core[-1], end or after.text[:1], after)
        ):
            stars = ""
        parts.append(f"{start}{stars}{_escaped(core)}{stars}{end}")
    return "".join(parts)


def _readable(edge: str, outside: str, neighbour: Run) -> bool:
    """Whether stars between ``outside`` and ``edge`` count as style in every reader."""
    if not outside or outside.isspace():
        return True
    if neighbour.strong or neighbour.emphasis:
        return False
    return edge.isalnum() or outside in string.punctuation

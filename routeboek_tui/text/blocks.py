"""Markdown to blocks, with every mark replaced by the run it stands for."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from msgspec.structs import replace

from routeboek_tui.text.document import Block, Heading, Items, Paragraph, Run, Runs, Table, plain

Place: TypeAlias = Run | Items | Table
"""What takes the place of a mark. A list or a table does so where the mark stands by itself."""

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_BLOCKS_OFF = ("code", "fence", "blockquote", "hr", "reference", "html_block", "lheading")
_INLINE_OFF = ("backticks", "link", "image", "autolink", "html_inline")
_PRIVATE = re.compile("([\ue000-\uf8ff])")


@cache
def reader() -> "MarkdownIt":
    """The Markdown reader of letters: headings, paragraphs, lists, tables, strong, emphasis."""
    from markdown_it import MarkdownIt

    everything = MarkdownIt("commonmark", {"html": False}).enable("table")
    return everything.disable([*_BLOCKS_OFF, *_INLINE_OFF])


def blocks(markdown: str, places: Mapping[str, Place]) -> tuple[Block, ...]:
    """The blocks of ``markdown``; ``places`` maps a mark to what takes its place."""
    tokens = iter(reader().parse(markdown))
    found = [block for token in tokens for block in _block(token, tokens, places)]
    return tuple(_levelled(found))


def _block(
    token: "Token", tokens: Iterator["Token"], places: Mapping[str, Place]
) -> Iterator[Block]:
    if token.type == "heading_open":
        yield Heading(int(token.tag[1:]), _one_line(_inline(next(tokens), places)))
    elif token.type == "paragraph_open":
        inline = next(tokens)
        alone = places.get(inline.content.strip())
        if isinstance(alone, Items | Table):
            yield alone
        else:
            yield from map(Paragraph, _paragraphs(_inline(inline, places)))
    elif token.type in {"bullet_list_open", "ordered_list_open"}:
        items = tuple(_items(token, tokens, places))
        yield Items(token.type == "ordered_list_open", items)
    elif token.type == "table_open":
        header, *rows = _rows(tokens, places)
        yield Table(header, tuple(rows))


def _items(
    opening: "Token", tokens: Iterator["Token"], places: Mapping[str, Place]
) -> Iterator[Runs]:
    """The items up to the end of the list; those of a list inside it follow in order."""
    depth, runs = 1, list[Run]()
    for token in tokens:
        depth += token.type.endswith("_list_open") - token.type.endswith("_list_close")
        if token.type == "inline":
            runs += [Run("\n")] if runs else []
            runs += _inline(token, places)
        elif token.type in {"list_item_open", "list_item_close"} and runs:
            yield _tidy(runs)
            runs = []
        if depth == 0 and token.type == opening.type.replace("open", "close"):
            return


def _rows(tokens: Iterator["Token"], places: Mapping[str, Place]) -> list[tuple[Runs, ...]]:
    rows: list[list[Runs]] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_tidy(_inline(token, places)))
    return [tuple(row) for row in rows]


def _inline(token: "Token", places: Mapping[str, Place]) -> list[Run]:
    runs: list[Run] = []
    style = Run("")
    for child in token.children or ():
        match child.type:
            case "strong_open" | "strong_close":
                style = replace(style, strong=child.type == "strong_open")
            case "em_open" | "em_close":
                style = replace(style, emphasis=child.type == "em_open")
            case "softbreak":
                runs.append(replace(style, text=" "))
            case "hardbreak":
                runs.append(Run("\n"))
            case _:
                runs.extend(_filled(child.content, style, places))
    return runs


def _filled(text: str, style: Run, places: Mapping[str, Place]) -> Iterator[Run]:
    for part in _PRIVATE.split(text):
        if _PRIVATE.fullmatch(part):
            if place := places.get(part):
                run = place if isinstance(place, Run) else Run(_lines(place))
                yield replace(style, text=run.text, missing=run.missing, link=run.link)
        elif part:
            yield replace(style, text=part)


def _lines(block: Items | Table) -> str:
    """A list or a table in the midst of a sentence: a line for each item or row."""
    rows = block.rows if isinstance(block, Table) else [[item] for item in block.items]
    return "\n".join(", ".join(filter(None, map(plain, row))) for row in rows)


def _paragraphs(runs: list[Run]) -> Iterator[Runs]:
    """The paragraphs of ``runs``: a blank line that was typed starts a new one."""
    current: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n\n")
        current.append(replace(run, text=first))
        for other in others:
            yield _merged(current)
            current = [replace(run, text=other)]
    if plain(tuple(current)).strip():
        yield _merged(current)


def _tidy(runs: list[Run]) -> Runs:
    return _merged([replace(run, text=re.sub("\n+", "\n", run.text)) for run in runs])


def _one_line(runs: list[Run]) -> Runs:
    return _merged([replace(run, text=re.sub("\n+", " ", run.text)) for run in runs])


def _merged(runs: list[Run]) -> Runs:
    merged: list[Run] = []
    for run in runs:
        if merged and replace(run, text="") == replace(merged[-1], text=""):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        elif run.text:
            merged.append(run)
    return tuple(merged)


def _levelled(found: list[Block]) -> Iterator[Block]:
    """The same blocks with heading levels from 1 and none skipped, as readers aloud need."""
    written: list[int] = []
    for block in found:
        if isinstance(block, Heading):
            while written and written[-1] >= block.level:
                written.pop()
            written.append(block.level)
            yield replace(block, level=len(written))
        else:
            yield block

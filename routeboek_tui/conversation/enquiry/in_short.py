"""Blocks on a few lines: for a list of places to pick from, and where there is little room."""

from collections.abc import Iterable, Iterator, Sequence

from routeboek_tui.library.page import TAFEL
from routeboek_tui.search.sought import Sought
from routeboek_tui.text.document import Block, Heading, Items, Paragraph, Table, announces, plain
from routeboek_tui.text.rows import FROM, in_words

LONGEST = 200
"""Characters of one line."""

SECTION = 700
"""Characters of what stands under one heading, that is told from its beginning."""

GENERAL = "Algemene informatie"
"""How a heading begins over what is from outside the routeboek."""

OUTSIDE = 0.5
"""How many times as well general information fits: the routeboek goes before it."""

WANTED = 1.5
"""How many times as well a line with a number or an address fits, where one asks for that."""

ADDRESS = 0.5
"""How well a line with an address fits by that alone, of all that is sought, where that is one."""

SHOWN = 0.4
"""How well a line fits that tells what is asked of something, of all that is sought."""

SURPASSING = 1.5
"""How many times as well a line fits as the rest under its heading, to stand before them."""

Blocks = tuple[Block, ...]
Line = tuple[str, int, str]
"""The heading that a line stands under, the number of its block, and the line."""


def in_short(blocks: Blocks, lines: Sequence[str]) -> str:
    """The first of the ``lines`` of ``blocks``, behind the note on where it is from; or ""."""
    *note, line = lines[: 2 if note_of(blocks) else 1] or ("",)
    return " ".join((*note, shortened(line)))


def in_lines(blocks: Blocks, sought: Sought, title: str = "") -> tuple[str, ...]:
    """Every paragraph, item and row with what stands over it: what fits best first.

    What stands under one heading stays together where it is short, but the rows of a table go by
    how well they fit, the best one before all. A note on where it is from goes before
    them all.
    """
    end = next((n for n, block in enumerate(blocks) if _strong(block)), len(blocks))
    every = list(_lines(blocks[:end], title))
    lines = [line for _, _, line in _lines(blocks[end:])]
    if every:
        fits = _fits(every, sought)
        # What stands first was chosen from all of the page: of that the best line answers.
        heads = {every[0][0], _part(sought)}
        opening = [n for n, each in enumerate(every) if each[0] in heads]
        best = max(opening, key=fits.__getitem__)
        heading, number, _ = every[best]
        under = [n for n, each in enumerate(every) if each[0] == heading]
        beside = [n for n in under if every[n][1] == number]
        if isinstance(blocks[number], Table):
            beside.sort(key=lambda n: -fits[n])
        short = heading and sum(len(every[n][2]) for n in under) <= SECTION
        # What tells a thing that is asked goes before what else stands under its heading.
        told = sought.shown(every[best][2])
        # Nor does what surpasses that by far wait for it.
        others = max((fits[n] for n in under if n != best), default=0.0)
        alone = told or fits[best] >= SURPASSING * others
        whole = short and not alone and not isinstance(blocks[number], Table)
        parts = [_fits(every, part) for part in sought.each]
        answering = [each.index(max(each)) for each in parts]
        first = (*answering, *(under if whole else [best, *beside, *under]))
        rows = {n for n, each in enumerate(every) if isinstance(blocks[each[1]], Table)}
        rest = sorted(range(len(every)), key=lambda n: (every[n][1], -fits[n] * (n in rows), n))
        behind = [n for n in dict.fromkeys(rest) if n not in first]
        # Of a difference that says less of what is sought, the figures are all they have in common.
        least = max((_fit(line, sought) for line in lines), default=0.0)
        better = [n for n in behind if lines and fits[n] > least]
        order = (*dict.fromkeys(first), *better)
        after = (every[n][2] for n in behind if n not in better)
        lines = [*(every[n][2] for n in order), *lines, *after]
    note = note_of(blocks)
    return (*((note,) if note else ()), *lines)


def _fits(every: Sequence[Line], sought: Sought) -> list[float]:
    """How well each line fits.

    Of a tafel the part that is asked for fits best, also where it only says that it is untold.
    """
    fits = [_fit(line, sought) * (OUTSIDE if _general(head) else 1.0) for head, _, line in every]
    most, part = max(fits) + 1.0, _part(sought)
    return [fit + most * (each[0] == part) for fit, each in zip(fits, every, strict=True)]


def _part(sought: Sought) -> str:
    """How the part of a tafel that is asked for begins."""
    return f"{TAFEL.get(sought.part, '')}: "


def _general(heading: str) -> bool:
    return heading.startswith(GENERAL)


def _fit(line: str, sought: Sought) -> float:
    line = line.partition(FROM)[0]
    if sought.addressed(line):
        return ADDRESS * (sought.weigh(sought.worth) or 1.0) + sought.weigh(sought.roots(line))
    wanted = sought.wanted(line) or sought.begins(line)
    shown = SHOWN * (sought.weigh(sought.worth) or 1.0) if sought.shown(line) else 0.0
    return sought.weigh(sought.roots(line)) * (WANTED if wanted else 1.0) + shown


def in_room(lines: Iterable[str], most: int) -> tuple[str, ...]:
    """The first of ``lines``, as far as they fit in ``most`` characters; always one."""
    kept: list[str] = []
    for line in lines:
        most -= len(line)
        if kept and most < 0:
            break
        kept.append(shortened(line, max(LONGEST, most + len(line))))
    return tuple(kept)


def note_of(blocks: Blocks) -> str:
    """What is said of where it is from, which is all in italics; or ""."""
    return next(filter(None, map(_note, blocks)), "")


def shortened(text: str, most: int = LONGEST) -> str:
    """At most ``most`` characters of ``text``, in whole words."""
    if len(text) <= most:
        return text
    room = text[: most - 1]
    return f"{room[: room.rfind(' ') if ' ' in room else None].rstrip(' ,;:')}…"


def _note(block: Block) -> str:
    if isinstance(block, Paragraph) and block.runs and all(run.emphasis for run in block.runs):
        return plain(block.runs)
    return ""


def _strong(block: Block) -> bool:
    """Whether a paragraph stands over what follows it, as "De bronnen verschillen" does."""
    return isinstance(block, Paragraph) and all(run.strong for run in block.runs)


def _lines(blocks: Blocks, title: str = "") -> Iterator[Line]:
    heading = lead = ""
    for number, block in enumerate(blocks):
        over = f"{heading}{lead}"
        match block:
            case Heading(_, runs):
                # The title of a page stands over the lines already.
                heading, lead = "" if plain(runs) == title else f"{plain(runs)}: ", ""
            case Paragraph(runs) if _strong(block):
                heading, lead = f"{plain(runs)} ", ""
            case Paragraph(runs) if announces(runs):
                lead = f"{plain(runs)} "
            case Paragraph(runs):
                if not _note(block):
                    yield heading, number, f"{heading}{plain(runs)}".replace("\n", " ")
                lead = ""
            case Items(_, items):
                for item in items:
                    yield heading, number, f"{over}{plain(item)}".replace("\n", " ")
                lead = ""
            case Table(header, rows):
                for row in rows:
                    yield heading, number, f"{over}{in_words(header, row)}".replace("\n", " ")
                lead = ""

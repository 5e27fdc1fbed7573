"""Mistakes an author makes, one at a time, in a copy of a guide that is only in memory.

``python -m tests.library.mutations 5000`` prints how many are caught, how many change nothing,
and how many pass in silence, by operator and by kind of file, with every silent one. Told
``soorten`` it tries one in each kind of file, with each operator in turn; a folder after that is
the guide to break, instead of the real one.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from routeboek_tui.library.content import Library
from routeboek_tui.library.problems import Problem
from tests.library.reader import Reader

ROOT = Path(sys.argv[2]) if sys.argv[2:] else Path(__file__).resolve().parents[2]
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

KINDS = {
    "tabellen": ("content/*.yaml",),
    "stappen": ("content/steps/*/*.md",),
    "feiten": ("content/facts/*.md",),
    "boek": ("content/boek/**/*.md", "content/boek/*.yaml"),
    "verschillen": ("content/conflicten/*.yaml",),
    "triage": ("content/triage/*.yaml",),
    "routes": ("flows/triage.yaml", "flows/*/*.yaml"),
    "edities": ("flows/editions.yaml",),
    "brieven": ("letters/*.md",),
    "velden": ("letters/fields.yaml",),
    "ontvangers": ("letters/recipients.yaml",),
    "gronden": ("content/gronden.yaml",),
    "cijfers": ("content/cijfers/*.yaml",),
    "kalender": ("content/kalender/*.yaml",),
}


EACH_KIND = "soorten"


class Pair(Struct, frozen=True, dict=True):
    """A name and its value in a YAML text, as places in that text; ``path`` are the names above."""

    path: tuple[str, ...]
    key: Any
    value: Any
    flow: bool

    @property
    def name(self) -> str:
        return ".".join((*self.path, str(self.key.value)))


class Mutation(Struct, frozen=True, dict=True):
    """One mistake: which operator, where, and the text of the file after it."""

    operator: str
    kind: str
    file: str
    where: str
    key: str
    said: str
    text: str


def pairs(top: Any, path: tuple[str, ...] = ()) -> Iterator[Pair]:
    if isinstance(top, yaml.MappingNode):
        for key, value in top.value:
            yield Pair(path, key, value, bool(top.flow_style))
            yield from pairs(value, (*path, str(key.value)))
    elif isinstance(top, yaml.SequenceNode):
        for number, item in enumerate(top.value):
            yield from pairs(item, (*path, str(number)))


def head_of(text: str, file: str) -> tuple[int, str]:
    """Where the YAML of a file begins, and that YAML."""
    if file.endswith(".md"):
        end = text.index("\n---", 4)
        return 4, text[4 : end + 1]
    return 0, text


def span(text: str, start: Any, end: Any) -> tuple[int, int]:
    """The places of a value in ``text``; the reader's marks run on to the next line."""
    stop = end.index
    while stop > start.index and text[stop - 1] in " \n":
        stop -= 1
    return start.index, stop


def cut(text: str, pair: Pair, new: str) -> str:
    """``text`` with the whole pair made ``new``."""
    start, end = (
        pair.key.start_mark.index,
        span(text, pair.value.start_mark, pair.value.end_mark)[1],
    )
    end = max(end, pair.key.end_mark.index + 1)
    if not new:
        if pair.flow:
            after = re.match(r"\s*,\s*", text[end:])
            before = re.search(r",\s*$", text[:start])
            if after:
                end += after.end()
            elif before:
                start = before.start()
        elif re.match(r" *$", text[text.rfind("\n", 0, start) + 1 : start]):
            start = text.rfind("\n", 0, start) + 1
            end = (text.find("\n", end) + 1) or len(text)
    return text[:start] + new + text[end:]


def put(text: str, pair: Pair, new: str) -> str:
    """``text`` with another value for the pair."""
    start, end = span(text, pair.value.start_mark, pair.value.end_mark)
    gap = text[pair.key.end_mark.index : start]
    if "\n" in gap:
        start = pair.key.end_mark.index + 1
        new = " " + new
    if start <= pair.key.end_mark.index:
        new = " " + new
    return text[:start] + new + text[end:]


def whole(text: str, pair: Pair) -> str:
    end = span(text, pair.value.start_mark, pair.value.end_mark)[1]
    return text[pair.key.start_mark.index : max(end, pair.key.end_mark.index + 1)]


def dump(value: Any) -> str:
    """A value on one line."""
    plain = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=10**6)
    return plain.removesuffix("\n").removesuffix("\n...")


def data(value: Any) -> Any:
    if isinstance(value, yaml.MappingNode):
        return {str(k.value): data(v) for k, v in value.value}
    if isinstance(value, yaml.SequenceNode):
        return [data(v) for v in value.value]
    return str(value.value)


def dropped(text: str, pair: Pair, draw: random.Random) -> str:
    return cut(text, pair, "")


def emptied(text: str, pair: Pair, draw: random.Random) -> str:
    empty = {"mapping": "{}", "sequence": "[]", "scalar": draw.choice(['""', ""])}
    return put(text, pair, empty[pair.value.id])


def doubled(text: str, pair: Pair, draw: random.Random) -> str:
    if pair.value.id == "sequence" and pair.value.value and draw.random() < 0.5:
        items = data(pair.value)
        return put(text, pair, dump([*items, draw.choice(items)]))
    if pair.flow:
        return cut(text, pair, f"{whole(text, pair)}, {whole(text, pair)}")
    return cut(text, pair, whole(text, pair) + "\n" + " " * pair.key.start_mark.column
               + whole(text, pair))  # fmt: skip


def swapped(text: str, pair: Pair, draw: random.Random) -> str:
    """A name for another of its kind."""
    items = pair.value.value if pair.value.id == "sequence" else [pair.value]
    spots = [item for item in (*items, pair.key) if item.id == "scalar"]
    draw.shuffle(spots)
    for spot in spots:
        groups = [group for group in names() if str(spot.value) in group]
        others = sorted(groups[0] - {str(spot.value)}) if groups else []
        if others:
            start, end = span(text, spot.start_mark, spot.end_mark)
            return text[:start] + draw.choice(others) + text[end:]
    return text


def indented(text: str, pair: Pair, draw: random.Random) -> str:
    start = text.rfind("\n", 0, pair.key.start_mark.index) + 1
    if pair.flow or text[start : pair.key.start_mark.index].strip():
        return text
    if draw.random() < 0.5 and text[start : start + 2] == "  ":
        return text[:start] + text[start + 2 :]
    return text[:start] + "  " + text[start:]


def retyped(text: str, pair: Pair, draw: random.Random) -> str:
    value = data(pair.value)
    if isinstance(value, str):
        return put(text, pair, dump(draw.choice([[value], {value[:20] or "x": value}])))
    if isinstance(value, list):
        return put(text, pair, dump(", ".join(map(str, value))))
    return put(text, pair, dump(draw.choice([[*value], ", ".join(value)])))


def figure(text: str, pair: Pair, draw: random.Random) -> str:
    start, end = span(text, pair.value.start_mark, pair.value.end_mark)
    digits = [n for n in range(start, end) if text[n].isdigit()]
    if pair.value.id != "scalar" or not digits:
        return text
    at = draw.choice(digits)
    other = draw.choice([d for d in "0123456789" if d != text[at]])
    new = draw.choice([other, text[at] + "0" * 4, text[at] * 400])
    return text[:at] + new + text[at + 1 :]


def exchanged(text: str, pair: Pair, draw: random.Random) -> str:
    """The value of another key."""
    others = [p for p in pairs(yaml.compose(text, Loader=LOADER)) if p.key.value != pair.key.value]
    return put(text, pair, dump(data(draw.choice(others).value))) if others else text


OPERATORS: dict[str, Callable[[str, Pair, random.Random], str]] = {
    "weggelaten": dropped,
    "leeg": emptied,
    "dubbel": doubled,
    "verwisseld": swapped,
    "ingesprongen": indented,
    "ander type": retyped,
    "cijfer": figure,
    "waarde van een ander": exchanged,
}


@cache
def names() -> tuple[frozenset[str], ...]:
    """The groups of names; one of a group may take the place of another."""
    library = base()[0]
    steps = {step.id for flow in library.flows.values() for step in flow.steps.values()}
    facts = [frozenset(text.choices) for text in library.facts.values()]
    groups = (library.fields, steps, library.recipients, library.actors, library.sources)
    more = (library.editions, library.letters, library.pages, library.signals, library.flows)
    return (*map(frozenset, (*groups, *more)), *facts)


@cache
def reader() -> Reader:
    return Reader()


@cache
def base() -> tuple[Library, list[Problem], Any]:
    return reader().read(ROOT, {})


@cache
def files_of(kind: str) -> list[str]:
    found = [path for pattern in KINDS[kind] for path in ROOT.glob(pattern)]
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


@cache
def parsed(file: str) -> tuple[str, int, str, list[Pair]]:
    text = (ROOT / file).read_text(encoding="utf-8")
    start, head = head_of(text, file)
    return text, start, head, list(pairs(yaml.compose(head, Loader=LOADER)))


def mutation(number: int) -> Mutation | None:
    """The mistake with this number: operators and kinds of file take turns."""
    draw = random.Random(number)
    operator = [*OPERATORS][number % len(OPERATORS)]
    kind = [*KINDS][number // len(OPERATORS) % len(KINDS)]
    for _ in range(300):
        file = draw.choice(files_of(kind))
        text, start, head, found = parsed(file)
        if not found:
            continue
        pair = draw.choice(found)
        new = OPERATORS[operator](head, pair, draw)
        if new != head:
            line = pair.key.start_mark.line + 1 + (start > 0)
            where = f"{file}:{line} {pair.name}"
            said = first_difference(head, new)
            after = text[:start] + new + text[start + len(head) :]
            return Mutation(operator, kind, file, where, str(pair.key.value), said, after)
    return None


def first_difference(old: str, new: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(new))
    return f"{old[at : at + 40]!r} -> {new[at : at + 40]!r}"


def outcome(mistake: Mutation) -> str:
    """What becomes of a mistake: ``gezien``, ``zonder gevolg`` or ``stil``."""
    library, _, rules = base()
    try:
        changed, problems, other = reader().read(ROOT, {mistake.file: mistake.text})
    except Exception as error:
        return f"fout: {error!r}"
    if problems:
        return "gezien"
    return "zonder gevolg" if (changed, other) == (library, rules) else "stil"


def one(number: int) -> tuple[Mutation, str] | None:
    mistake = mutation(number)
    return (mistake, outcome(mistake)) if mistake else None


def table(found: list[tuple[Mutation, str]]) -> Iterator[str]:
    """Operator by kind of file: caught / harmless / silent."""
    counts = Counter((each.operator, each.kind, what.partition(":")[0]) for each, what in found)

    def cell(operator: str, kind: str) -> str:
        operators = [operator] if operator else [*OPERATORS]
        kinds = [kind] if kind else [*KINDS]
        return "/".join(
            str(sum(counts[o, k, what] for o in operators for k in kinds))
            for what in ("gezien", "zonder gevolg", "stil")
        )

    yield "\t".join(["gezien/zonder gevolg/stil", *KINDS, "samen"])
    for operator in (*OPERATORS, ""):
        yield "\t".join([operator or "samen", *(cell(operator, kind) for kind in (*KINDS, ""))])


def series(said: str) -> Collection[int]:
    """The numbers of the mistakes to try: so many, or one of each kind of file."""
    if said == EACH_KIND:
        return [kind * len(OPERATORS) + kind % len(OPERATORS) for kind in range(len(KINDS))]
    return range(int(said))


def main() -> None:
    """Try the mistakes that the first argument says; cut short, it tells of those so far."""
    base()
    found: list[tuple[Mutation, str]] = []
    with Pool(2) as pool:
        try:
            found.extend(filter(None, pool.imap(one, series(sys.argv[1]), 4)))
        finally:
            print(*table(found), sep="\n")
            for mistake, what in found:
                if what not in {"gezien", "zonder gevolg"}:
                    print(what, mistake.operator, mistake.where, mistake.said, sep="\t")


if __name__ == "__main__":
    main()

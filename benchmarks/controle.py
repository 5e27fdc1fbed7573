"""Whether controle grows no faster than the content: all of it once, twice and four times.

The floor is reading the files as text. A copy has steps and routes of its own; the facts of the
sources are not copied. Where a step is called like something else, the copy of a page or letter
names what does not exist: those few problems are part of the work.
"""

import re
import shutil
import tempfile
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from time import process_time

from benchmarks.report import ratio, show, spread
from benchmarks.scale import texts
from routeboek_tui.library.grounds import FILE as GROUNDS
from routeboek_tui.library.load import read
from routeboek_tui.library.places import content_root
from routeboek_tui.library.sentences import DANGER

TIMES = (1, 2, 4)
ROUNDS = 5
COPIED = ("flows/*/*.yaml", "content/steps/*/*.md", "letters/*.md", "content/boek/*/*.md")
_GROUNDS = re.compile(r"(?<=^grounds:\n)(?:[ #\n].*\n?)+?(?=\n# )", re.MULTILINE)


def multiply(root: Path, times: int, names: Collection[str]) -> None:
    """Let everything stand ``times`` times below ``root``; ``names`` are its routes and steps."""
    longest = sorted(map(re.escape, names), key=len, reverse=True)
    named = re.compile(rf"(?<![\w-])(?:{'|'.join(longest)})(?![\w-])")
    files = [path for pattern in COPIED for path in root.glob(pattern)]
    banks = list((root / DANGER.folder).glob("*.tsv"))
    grounds = root / GROUNDS
    once = _GROUNDS.findall(grounds.read_text(encoding="utf-8"))[0]
    for number in range(2, times + 1):
        end = f"_n{number}"

        def renamed(text: str, end: str = end) -> str:
            return named.sub(lambda found: found[0] + end, text)

        for path in files:
            own = "steps" in path.parts
            folder = path.parent.with_name(path.parent.name + end) if own else path.parent
            folder.mkdir(exist_ok=True)
            copy = folder / f"{path.stem}{end}{path.suffix}"
            copy.write_text(renamed(path.read_text(encoding="utf-8")), encoding="utf-8")
        for path in banks:
            shutil.copy(path, path.with_name(f"{path.stem}{number}.tsv"))
        more = grounds.read_text(encoding="utf-8").replace(once, f"{renamed(once)}{once}", 1)
        grounds.write_text(more, encoding="utf-8")


def seconds(work: Callable[[], object]) -> list[float]:
    """Of the processor, for one call after another; the first one counts for nothing."""
    found = []
    for _ in range(ROUNDS + 1):
        begun = process_time()
        work()
        found.append(process_time() - begun)
    return found[1:]


def main() -> None:
    """Print how the time of controle grows with the content."""
    flows = read(content_root())[0].flows.values()
    names = {step for flow in flows for step in flow.steps if "/" not in step}
    names |= {name for flow in flows for name in (flow.id, flow.route)}
    once = 0.0
    for times in TIMES:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name in ("content", "flows", "letters"):
                shutil.copytree(content_root() / name, root / name)
            multiply(root, times, names)
            ours = seconds(partial(read, root))
            floor = seconds(partial(texts, root))
            once = once or min(ours)
            show(f"controle, {times}x the content", spread(ours, "ms", 1e3),
                 f"{min(ours) / once:.2f} times that of once")  # fmt: skip
            show("  every file read as text", spread(floor, "ms", 1e3),
                 f"ratio {ratio(ours, floor)}")  # fmt: skip


if __name__ == "__main__":
    main()

"""Whether time grows no faster than the guide: the same route ten and a hundred times in a row.

The floor is reading the files as text. Each larger route is the real one repeated, every end
leading on to the next beginning, with the words of every step.
"""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from benchmarks.engine import ROUTE, TODAY, timed
from benchmarks.report import show, spread
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.library.compiled import load, opening
from routeboek_tui.library.load import read
from routeboek_tui.library.places import content_root
from routeboek_tui.search.index import Index
from routeboek_tui.search.passages import passages

TIMES = (1, 10, 100)
FILE = Path("flows/haaglanden") / f"{ROUTE}.yaml"
STEPS = Path("content/steps") / ROUTE
END = "verzuim_gestopt"
"""The outcome that leads on to the next beginning."""


class _Deeper(yaml.SafeDumper):
    """Writes a list deeper than its name, as the content does."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _dump(parts: Mapping[str, Any]) -> str:
    return yaml.dump(parts, Dumper=_Deeper, allow_unicode=True, sort_keys=False, width=1000)


def enlarge(root: Path, times: int) -> None:
    """Make the route in ``root`` ``times`` as long."""
    flow: dict[str, Any] = yaml.load((root / FILE).read_text(encoding="utf-8"), yaml.BaseLoader)
    real, made = flow["steps"], {}
    for number in range(1, times + 1):
        names = {name: name if number == 1 else f"{name}_n{number}" for name in real}
        made.update({names[name]: _renamed(step, names) for name, step in real.items()})
        if number < times:
            end = made[names[END]]
            made[names[END]] = {**end, "kind": "action", "goto": f"{flow['start']}_n{number + 1}"}
        if number > 1:
            _pages(root / STEPS, names)
    text = _dump({**flow, "steps": made})
    (root / FILE).write_text(text, encoding="utf-8")


def _renamed(value: Any, names: Mapping[str, str], key: str = "") -> Any:
    """A step with every target renamed."""
    if isinstance(value, dict):
        return {name: _renamed(each, names, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_renamed(each, names, key) for each in value]
    return names.get(value, value) if key in {"goto", "to", "step"} else value


def _pages(folder: Path, names: Mapping[str, str]) -> None:
    """The words of the renamed steps."""
    for name, other in names.items():
        _, head, body = (folder / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)
        parts: dict[str, Any] = yaml.load(head, yaml.BaseLoader)
        if "edges" in parts:
            parts["edges"] = {names.get(to, to): why for to, why in parts["edges"].items()}
        head = _dump(parts)
        (folder / f"{other}.md").write_text(f"---\n{head}---\n{body}", encoding="utf-8")


def texts(root: Path) -> int:
    """The floor: every file read, nothing understood."""
    files = [path for path in root.rglob("*") if path.is_file()]
    return sum(len(path.read_text(encoding="utf-8")) for path in files)


def main() -> None:
    """Print how time grows with the guide."""
    with tempfile.TemporaryDirectory() as folder:
        for times in TIMES:
            _figures(Path(folder) / str(times), times)


def _figures(root: Path, times: int) -> None:
    for name in ("content", "flows", "letters"):
        shutil.copytree(content_root() / name, root / name)
    enlarge(root, times)
    cache = root / "cache"
    library, problems = read(root)
    assert not problems, problems[:3]
    steps = len(library.flows[ROUTE].steps)
    show(f"a route of {steps} steps ({times}x)", "")

    def figure(name: str, work: Callable[[], object], rounds: int) -> None:
        show(f"  {name}", spread(list(timed(rounds, work)), "ms", 1e3))

    rounds = 5 if times < 100 else 2  # noqa: PLR2004 - the largest takes seconds each
    figure("every file read as text", lambda: texts(root), rounds)
    figure("controle over everything", lambda: read(root), rounds)
    load(root, cache)
    figure("the first screen from the cache", lambda: opening(root, cache), rounds)
    figure("the library from the cache", lambda: load(root, cache), rounds)
    figure("a conversation begun", lambda: Conversation.start(library, ROUTE, TODAY), rounds)
    index = Index.of(passages(library), library.language.seeking)
    figure("a key in the search", lambda: index.find("jeugdbeschermingstaf"), 20)


if __name__ == "__main__":
    main()

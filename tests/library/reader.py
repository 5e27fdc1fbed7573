"""Reads a guide again and again with something changed in it that is only in memory."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from routeboek_tui.letters import checks
from routeboek_tui.library import grounds, load, node, sentences
from routeboek_tui.library.content import Library
from routeboek_tui.library.files import Files
from routeboek_tui.library.problems import Problem
from tests.library.trees import Trees


class Reader:
    """Reads the guide again and again with one file changed; what is slow is read once."""

    def __init__(self) -> None:
        self.changed: dict[str, str] = {}
        self.rules: Any = None
        self._checked: dict[Any, Any] = {}
        self._texts: dict[Any, str] = {}
        node.yaml = Trees()  # type: ignore[assignment]
        real_prove = sentences.Bank.prove
        real_text, real_grounds = Files.text, grounds.read_grounds

        def text(files: Files, path: Path) -> str:
            name = files.name(path)
            if name in self.changed:
                return files.filled(name, files.printable(name, self.changed[name]))
            if any(each.startswith("content/cijfers") for each in self.changed):
                return real_text(files, path)
            key = (name, files.references is None)
            if key not in self._texts:
                self._texts[key] = real_text(files, path)
            return self._texts[key]

        def read_grounds(*given: Any) -> Any:
            found = real_grounds(*given)
            self.rules = replace(found, lines={})
            return found

        def prove(bank: sentences.Bank, root: Path, kinds: Collection[str]) -> list[Problem]:
            key = (bank.folder, *kinds)
            if key not in self._checked:
                self._checked[key] = list(real_prove(bank, root, kinds))
            return self._checked[key]

        sentences.Bank.prove = prove  # type: ignore[method-assign]
        Files.text = text  # type: ignore[method-assign]
        load.grounds.read_grounds = read_grounds  # type: ignore[attr-defined]
        for name in ("_body", "_markdown"):
            setattr(checks, name, self._once(getattr(checks, name)))

    def _once(self, check: Any) -> Any:
        def found(first: Any, *rest: Any) -> Any:
            letter = first if isinstance(first, str) else (first.body, first.fields)
            key = (check, letter, *map(frozenset, rest))
            if key not in self._checked:
                self._checked[key] = list(check(first, *rest))
            return self._checked[key]

        return found

    def read(self, root: Path, changed: Mapping[str, str]) -> tuple[Library, list[Problem], Any]:
        self.changed = dict(changed)
        library, problems = load.read(root)
        return library, problems, self.rules

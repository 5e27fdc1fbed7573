"""What reads a guide again and again, with little changed in it, as fast as that little."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import yaml

from routeboek_tui.library.plain_words import PlainWords
from routeboek_tui.library.problems import Problem


class Trees(SimpleNamespace):
    """Stands for ``yaml``: a text that it read before is not read again."""

    def __init__(self) -> None:
        super().__init__(**vars(yaml))
        self.trees: dict[tuple[str, Any], Any] = {}
        self.compose = self._compose

    def _compose(self, text: str, Loader: Any) -> Any:
        key = (text, Loader)
        if key not in self.trees:
            self.trees[key] = yaml.compose(text, Loader=Loader)
        return self.trees[key]


_remarks = PlainWords.remarks


def proved_once() -> Callable[[PlainWords, str, str], Iterator[Problem]]:
    """Stands for ``PlainWords.remarks``: a text is proved once against the same lists."""
    told: dict[tuple[Any, ...], tuple[Problem, ...]] = {}

    def once(words: PlainWords, text: str, file: str) -> Iterator[Problem]:
        lists = (words._lists, words.instead, words.explained)
        key = (text, file, *(tuple(each.items()) for each in lists))
        if key not in told:
            told[key] = tuple(_remarks(words, text, file))
        yield from told[key]

    return once

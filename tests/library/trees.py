"""The reader of YAML for who reads a guide again and again with little changed in it."""

from types import SimpleNamespace
from typing import Any

import yaml


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

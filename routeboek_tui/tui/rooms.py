"""The rooms of the app by name. They open each other by this table, so none imports another."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

SCREENS = "routeboek_tui.tui.screens"
"""The package they stand in."""

ROOMS: Mapping[str, tuple[str, str]] = {
    "talk": ("conversation", "ConversationScreen"),
    "advice": ("advice", "AdviceScreen"),
    "map": ("map", "MapScreen"),
    "drawing": ("drawing", "DrawingScreen"),
    "letters": ("letters", "LettersScreen"),
    "letter": ("letter", "LetterScreen"),
    "paper": ("paper", "PaperScreen"),
    "save": ("save", "SaveScreen"),
    "book": ("book", "BookScreen"),
    "compare": ("compare", "CompareScreen"),
    "practice": ("practice", "PracticeScreen"),
    "panel": ("panel", "PanelScreen"),
    "choice": ("choice", "ChoiceScreen"),
    "meeting": ("overleg", "OverlegScreen"),
    "hidden": ("hidden", "HiddenScreen"),
    "commands": ("commands", "CommandsScreen"),
}
"""The module below :data:`SCREENS` and the class of each."""


def room(name: str) -> Any:
    """The class of the room with this name; it is imported when it is first needed."""
    module, made = ROOMS[name]
    return getattr(import_module(f"{SCREENS}.{module}"), made)

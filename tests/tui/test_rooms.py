"""The rooms of the app: every one opens, no import runs in a circle, each key is one thing."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

from textual.screen import Screen

import routeboek_tui.tui
from routeboek_tui.tui.keyboard import OF_THE_TALK, TABLE, everywhere
from routeboek_tui.tui.rooms import ROOMS, room

PACKAGE = Path(routeboek_tui.tui.__file__).parent
NAME = "routeboek_tui.tui"


def imports() -> dict[str, set[str]]:
    """What each module of the app imports from it, also where it is needed only later."""
    found = {}
    for file in PACKAGE.rglob("*.py"):
        parts = file.relative_to(PACKAGE).with_suffix("").parts
        tree = ast.parse(file.read_text(encoding="utf-8"))
        nodes = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
        names = {n.module for n in nodes if n.module} | {
            f"{n.module}.{alias.name}" for n in nodes for alias in n.names
        }
        found[".".join((NAME, *parts))] = {n for n in names if n.startswith(f"{NAME}.")}
    return {name: {n for n in needs if n in found} for name, needs in found.items()}


def test_no_import_runs_in_a_circle() -> None:
    found = imports()
    assert len(found) > 30
    TopologicalSorter(found).prepare()


def test_every_room_is_a_screen() -> None:
    assert all(issubclass(room(name), Screen) for name in ROOMS)


def test_each_key_means_one_thing() -> None:
    keys = [key for each in TABLE for key in each.key.split(",") if key]
    assert len(keys) == len(set(keys))
    for file in PACKAGE.rglob("*.py"):
        for key in keys:
            bound = f'Binding("{key}"' in file.read_text(encoding="utf-8")
            assert not bound, f"{file.name}: {key}"


def test_all_that_has_a_key_stands_in_the_list_of_commands() -> None:
    listed = {command.action for command in everywhere()}
    assert {f"app.do('{key.name}')" for key in TABLE if key.name != "commands"} <= listed
    assert {key.name for key in TABLE} >= OF_THE_TALK

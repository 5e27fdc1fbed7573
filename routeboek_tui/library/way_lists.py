"""Reads lists of words, and of ways of saying something."""

from routeboek_tui.library.node import Node
from routeboek_tui.library.ways import right


def read_ways(node: Node | None, name: str) -> tuple[str, ...]:
    """Ways of saying something, each of which can be read."""
    found = node.texts(name) if node else ()
    for way in found:
        if node and not right(way):
            node.problem(f"“{way}” is niet te lezen: kijk de haakjes en de strepen na.")
    return found


def read_named(node: Node | None, name: str) -> dict[str, tuple[str, ...]]:
    """Ways of saying something, by its name."""
    items = node.items(f"De lijst “{name}”") if node else ()
    return {each: read_ways(child, each) for each, child in items}


def read_set(node: Node | None, name: str) -> frozenset[str]:
    """Words of which the order says nothing."""
    return frozenset(node.texts(name) if node else ())

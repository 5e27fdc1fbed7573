"""Where the boxes of a flowchart stand: in layers by their distance from the start."""

from collections import deque
from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

SWEEPS = 8
"""How often the layers are put in order by what they are joined to."""


def layers(start: str, after: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The steps by distance from ``start``, each layer ordered to keep arrows short.

    ``after`` gives for each step where its arrows lead; all its steps are placed,
    those that cannot be reached in a last layer. The result depends on nothing else.
    """
    distance = {start: 0}
    todo = deque([start])
    while todo:
        step = todo.popleft()
        for to in after[step]:
            if to not in distance:
                distance[to] = distance[step] + 1
                todo.append(to)
    last = max(distance.values()) + 1
    found: list[list[str]] = [[] for _ in range(last + 1)]
    for step in after:
        found[distance.get(step, last)].append(step)
    found = [layer for layer in found if layer]
    before: dict[str, list[str]] = {step: [] for step in after}
    for step, leads_to in after.items():
        for to in leads_to:
            before[to].append(step)
    for _ in range(SWEEPS):
        for upper, lower in pairwise(found):
            order(lower, upper, before)
        for lower, upper in pairwise(reversed(found)):
            order(upper, lower, after)
    return found


def order(layer: list[T], beside: Sequence[T], joined: Mapping[T, Sequence[T]]) -> None:
    """Put ``layer`` in the order of the middle of what each is joined to in ``beside``."""
    place = {step: number / max(len(beside) - 1, 1) for number, step in enumerate(beside)}
    own = {step: number / max(len(layer) - 1, 1) for number, step in enumerate(layer)}

    def middle(step: T) -> float:
        places = [place[each] for each in joined[step] if each in place]
        return sum(places) / len(places) if places else own[step]

    layer.sort(key=lambda step: (middle(step), own[step]))

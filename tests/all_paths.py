"""All paths of a flow, gone once for all that is proved of them."""

import random
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct, field

from routeboek_tui.core.facts import BEGUN
from routeboek_tui.core.paths import Move, Path, Report, paths, report
from routeboek_tui.core.rulebook import Rulebook
from tests.known import guide

SAMPLE = 60
"""Paths of one flow that are kept."""


class Gone(Struct):
    """What going all paths of a flow showed.

    Some of them are ``kept``; ``ends`` says how and of which sector each one ends, ``young`` which
    steps a pupil can come to whose leerplicht has not begun, so none in the VO.
    """

    kept: list[Path] = field(default_factory=list)
    ends: set[tuple[str, str, str | None]] = field(default_factory=set)
    young: set[str] = field(default_factory=set)
    report: Report | None = None


@cache
def gone(flow: str) -> Gone:
    """All paths of the flow of this name, gone once."""
    rules, found = Rulebook(guide().flows[flow], guide().knowledge), Gone()
    found.report = report(rules, _looked_at(paths(rules), found, random.Random(flow)))
    return found


def _looked_at(ways: Iterable[Path], found: Gone, chance: random.Random) -> Iterator[Path]:
    """The same paths, after what is proved of each was found in it."""
    theirs: set[Move] = set()
    for number, path in enumerate(ways):
        sector = path.situation.get("sector")
        if not path.loop:
            found.ends.add((path.moves[-1].step, path.end, sector))
        if sector != "vo" and path.situation.get(BEGUN, "nee") == "nee":
            theirs.update(path.moves)
            found.young.add(path.end)
        # Every path has the same chance to be one of those kept.
        if len(found.kept) < SAMPLE:
            found.kept.append(path)
        elif (place := int(chance.random() * (number + 1))) < SAMPLE:
            found.kept[place] = path
        yield path
    for move in theirs:
        found.young.update((move.step, *(edge.to for edge in move.alongside)))

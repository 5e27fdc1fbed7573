"""Lines on a grid of characters, each cell drawn by where a line leaves it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

Point = tuple[int, int]
"""Column and row."""

UP, RIGHT, DOWN, LEFT = 1, 3, 9, 27
"""What a cell counts for a thin line on each side; a thick one counts double."""

GLYPHS = " ╵╹╶└┖╺┕┗╷│╿┌├┞┍┝┡╻╽┃┎┟┠┏┢┣╴┘┚─┴┸╼┶┺┐┤┦┬┼╀┮┾╄┒┧┨┰╁╂┲╆╊╸┙┛╾┵┹━┷┻┑┥┩┭┽╃┯┿╇┓┪┫┱╅╉┳╈╋"
"""The character for every sum of sides."""

BROKEN = {"─": "╌", "│": "╎"}
"""How a line is drawn that does not stand in the source as it is."""

UPRIGHT = UP + DOWN
LEVEL = LEFT + RIGHT
SIDES = (UP, RIGHT, DOWN, LEFT)


class Strokes:
    """Lines that are drawn one by one, each belonging to a net.

    Where two nets cross, the level line passes beneath the upright one: four sides in one cell
    always are one net.
    """

    def __init__(self) -> None:
        self._sides: dict[Point, int] = {}
        self._thick: dict[Point, int] = {}
        self._net: dict[Point, int] = {}
        self._broken: dict[Point, bool] = {}

    def draw(
        self, points: Sequence[Point], net: int, *, broken: bool = False, thick: bool = False
    ) -> None:
        """Draw a line along ``points``, of which each two stand in one column or on one row.

        What is drawn ``broken`` is whole where a whole line runs too, if that is drawn later.
        """
        for before, after in pairwise(points):
            for at, side in _cells(before, after):
                if self._net.setdefault(at, net) != net and not self._crosses(at, side, net):
                    continue
                self._sides[at] = self._sides.get(at, 0) | SIDE_BITS[side]
                self._broken[at] = broken
                if thick:
                    self._thick[at] = self._thick.get(at, 0) | SIDE_BITS[side]

    def _crosses(self, at: Point, side: int, net: int) -> bool:
        """Whether the line is seen in this cell of another net: the upright one is."""
        if side != UPRIGHT:
            return False
        self._net[at] = net
        self._sides[at] = 0
        self._thick.pop(at, None)
        return True

    def net(self, at: Point) -> int | None:
        """The net that is seen in this cell."""
        return self._net.get(at)

    def glyphs(self) -> dict[Point, str]:
        """Every cell with a line in it, with its character."""
        thick, drawn = self._thick.get, (WHOLE, DASHED)
        return {
            at: drawn[broken][bits][thick(at, 0)]
            for (at, bits), broken in zip(self._sides.items(), self._broken.values(), strict=True)
        }


SIDE_BITS = {UP: 1, RIGHT: 2, DOWN: 4, LEFT: 8, UPRIGHT: 5, LEVEL: 10}
WORTH = tuple(
    sum(side for n, side in enumerate(SIDES) if bits & 1 << n) for bits in range(1 << len(SIDES))
)
WHOLE = tuple(tuple(GLYPHS[bits + thick] for thick in WORTH) for bits in WORTH)
DASHED = tuple(tuple(BROKEN.get(glyph, glyph) for glyph in row) for row in WHOLE)
"""The character for the sides of a line, and for those on which it is thick."""


def _cells(before: Point, after: Point) -> Iterator[tuple[Point, int]]:
    """The cells from one point to another, with the sides by which the line passes."""
    (x, y), (to_x, to_y) = before, after
    if x == to_x and y != to_y:
        step = 1 if to_y > y else -1
        yield before, DOWN if step > 0 else UP
        for row in range(y + step, to_y, step):
            yield (x, row), UPRIGHT
        yield after, UP if step > 0 else DOWN
    elif x != to_x:
        step = 1 if to_x > x else -1
        yield before, RIGHT if step > 0 else LEFT
        for column in range(x + step, to_x, step):
            yield (column, y), LEVEL
        yield after, LEFT if step > 0 else RIGHT


def along(points: Sequence[Point]) -> Iterator[Point]:
    """Every cell of a line."""
    for before, after in pairwise(points):
        for at, _ in _cells(before, after):
            yield at

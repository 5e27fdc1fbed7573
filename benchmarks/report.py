"""Figures as medians with their spread, and ratios taken pair by pair."""

from collections.abc import Callable, Sequence
from statistics import median


def spread(values: Sequence[float], unit: str, scale: float = 1.0) -> str:
    """The median with the smallest and the largest value."""
    low, middle, high = (v * scale for v in (min(values), median(values), max(values)))
    return f"{middle:.2f} {unit} [{low:.2f}-{high:.2f}]"


def ratio(ours: Sequence[float], floor: Sequence[float]) -> str:
    """The median of the ratios of pairs measured right after each other."""
    pairs = [mine / theirs for mine, theirs in zip(ours, floor, strict=True)]
    return f"{median(pairs):.2f} [{min(pairs):.2f}-{max(pairs):.2f}]"


def interleave(
    times: int, ours: Callable[[], float], floor: Callable[[], float]
) -> tuple[list[float], list[float]]:
    """Both measured in turn, after one round that does not count."""
    pairs = [(ours(), floor()) for _ in range(times + 1)][1:]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def show(name: str, *figures: str) -> None:
    """One line of the report."""
    print(f"{name:<44} " + "   ".join(figures), flush=True)

"""A case that begins, and what is said of a choice; the floor is a walk to the same question."""

from collections.abc import Iterator
from functools import partial
from time import perf_counter

from benchmarks.engine import timed
from benchmarks.report import ratio, show, spread
from routeboek_tui.conversation.practice.proof import prove
from routeboek_tui.conversation.practice.sheet import Sheet
from routeboek_tui.conversation.practice.way import walked
from routeboek_tui.course.practice.training import Training, opened
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from routeboek_tui.library.exercise import Exercise
from routeboek_tui.library.places import content_root
from routeboek_tui.library.training import read_training, training

ROUNDS = 5

KEYS = ("2", "1", "3", "4", "")
"""What is tried until one is taken: some choices may only be ticked besides another one."""


def choices(place: Training) -> Iterator[float]:
    """Seconds of each line of a case, mostly a wrong choice, with the sheet that follows it."""
    while place.sheet.default != "2":
        before = place.sheet
        for line in ("",) if before.default else KEYS:
            begun = perf_counter()
            place.hear(line)
            after = place.sheet
            yield perf_counter() - begun
            if after != before:
                break


def begins(library: Library, exercise: Exercise) -> Sheet:
    """The first sheet of a case."""
    return opened(library, first=exercise).sheet


def pairs(library: Library, exercises: list[Exercise]) -> Iterator[tuple[float, float]]:
    """Seconds in which each case begins, and in which its way alone is walked."""
    for exercise in exercises:
        (ours,) = timed(1, partial(begins, library, exercise))
        (floor,) = timed(1, partial(walked, library, exercise))
        yield ours, floor


def main() -> None:
    """Print the figures of practising."""
    library = load()
    exercises = list(training(library).exercises.values())
    list(choices(opened(library, first=exercises[0])))
    begun = [pair for _ in range(ROUNDS) for pair in pairs(library, exercises)]
    ours, floor = zip(*begun, strict=True)
    show(
        f"a case begins ({len(exercises)} cases)", spread(ours, "ms", 1e3),
        f"walking its way: {spread(floor, 'ms', 1e3)} ({ratio(ours, floor)}x)",
    )  # fmt: skip
    said = [each for one in exercises for each in choices(opened(library, first=one))]
    show("a choice, and what is said of it", spread(said, "ms", 1e3))
    asked = opened(library, first="vragen")
    show("a short question", spread(list(timed(ROUNDS, lambda: asked.hear("1"))), "ms", 1e3))
    root = content_root()
    read = list(timed(3, lambda: read_training(root, library)))
    proved = list(timed(3, lambda: list(prove(library, exercises))))
    show("reading every case", spread(read, "ms", 1e3))
    show("controle walks every case", spread(proved, "ms", 1e3))
    flows = library.flows.values()
    names = {each.id for flow in flows for each in flow.outcomes if not each.jump}
    reached = {one.ends for one in exercises} & names
    show("outcomes at which a case ends", f"{len(reached)} of {len(names)}")


if __name__ == "__main__":
    main()

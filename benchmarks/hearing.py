"""Hearing danger: a sentence, a story; the floor is splitting the same text into words."""

from functools import partial
from pathlib import Path

from benchmarks.engine import timed
from benchmarks.report import show, spread
from routeboek_tui.library.sentences import DANGER
from routeboek_tui.search.danger import ears
from routeboek_tui.text.characters import words_in

SETS = Path(__file__).resolve().parent.parent / "tests/search"


def main() -> None:
    """Print the figures of hearing."""
    ears.cache_clear()
    show("the ear for danger, read", spread(list(timed(1, ears)), "ms", 1e3))
    for name, folder in (("sentence", "danger"), ("story", "stories")):
        texts = _texts(SETS / folder)
        ours = [seconds for text in texts for seconds in timed(1, partial(ears().hear, text))]
        floor = [seconds for text in texts for seconds in timed(1, partial(words_in, text))]
        show(f"  a {name}, {len(texts)} of them", spread(ours, "ms", 1e3))
        show("  its words alone", spread(floor, "ms", 1e3))
    story = " ".join(_texts(SETS / "danger"))[:10_000]
    show("  10 kB", spread(list(timed(5, partial(ears().hear, story))), "ms", 1e3))


def _texts(folder: Path) -> list[str]:
    """The sentences of the banks in ``folder``."""
    return [
        sentence.text
        for file in sorted(folder.glob("*.tsv"))
        for _, sentence in DANGER.read(file.read_text(encoding="utf-8"), file.stem)
        if sentence
    ]


if __name__ == "__main__":
    main()

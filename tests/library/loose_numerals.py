"""Says which numerals still stand loose below the places named, or how many per folder.

Run from the checkout: ``python -m tests.library.loose_numerals content/boek/wet``.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from routeboek_tui.library.load import read
from routeboek_tui.library.numerals import NAMES, looked_at, official, remarks
from routeboek_tui.library.problems import Problem

TEXTS = ("content", "letters", "flows")


def look(root: Path, places: tuple[str, ...]) -> Iterator[Problem]:
    """Every loose numeral in the texts below ``places``."""
    figures, names = read(root)[0].figures, official((root / NAMES).read_text("utf-8"))
    for path in sorted(file for folder in TEXTS for file in (root / folder).rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.suffix in {".md", ".yaml"} and looked_at(name, places):
            text = path.read_text(encoding="utf-8-sig")
            yield from remarks(text, name, figures, date.today(), names)


def main(places: tuple[str, ...]) -> None:
    found = list(look(Path.cwd(), places or TEXTS))
    if places:
        print(*found, sep="\n")
    else:
        for folder, many in Counter(each.file.rpartition("/")[0] for each in found).most_common():
            print(many, folder)
    print(len(found), "getallen staan los.")


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))

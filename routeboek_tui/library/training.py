"""All there is to practise with: the words, and the cases of the guide."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from routeboek_tui.library.cache import store, stored
from routeboek_tui.library.compiled import BrokenLibrary, place
from routeboek_tui.library.exercise import Exercise
from routeboek_tui.library.places import content_root
from routeboek_tui.library.practice_words import Words
from routeboek_tui.library.problems import Problem

if TYPE_CHECKING:
    from routeboek_tui.library.content import Library

COMPILED = "oefenen"


class Training(Struct, frozen=True):
    """The words, the cases by name, and what is wrong with the files of other cases."""

    words: Words
    exercises: Mapping[str, Exercise]
    problems: tuple[Problem, ...] = ()


def training(library: "Library", root: Path | None = None, cache: Path | None = None) -> Training:
    """What there is to practise with, from the compiled form, or else from the files.

    :raises BrokenLibrary: when its words cannot be used
    """
    root = root or content_root()
    compiled = place(COMPILED, root, cache)
    found = stored(compiled, Training)
    if found is None:
        found = read_training(root, library)
        store(compiled, found)
    return found


def read_training(root: Path, library: "Library") -> Training:
    """What there is to practise with below ``root``, from the files.

    :raises BrokenLibrary: when its words cannot be used
    """
    from routeboek_tui.library.exercises import read_exercises
    from routeboek_tui.library.practice_words import read_words

    problems: list[Problem] = []
    words = read_words(root, problems)
    if words is None:
        raise BrokenLibrary(problems)
    exercises, wrong = read_exercises(root, library)
    return Training(words, exercises, tuple(wrong))

"""Whether those of whom a line tells want the same: "moeder wel, vader niet"."""

from collections.abc import Iterator

from routeboek_tui.library.language import Language
from routeboek_tui.library.stating import Stating
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain
from routeboek_tui.text.clauses import AND, WHILE, clauses


def differing(line: str, language: Language) -> frozenset[str]:
    """The sides of which ``line`` says that they do not want the same; none where they do."""
    words, wants = language.stating, dict[str, bool]()
    for clause in clauses(line, AND, WHILE):
        said = plain(clause)
        if pattern(words.alike).search(said):
            continue
        for side in _sides(said, words):
            against = bool(pattern(words.against).search(said))
            if against or pattern(words.for_it).search(said):
                wants[side] = not against
    return frozenset(wants) if len({*wants.values()}) > 1 else frozenset()


def _sides(said: str, words: Stating) -> Iterator[str]:
    """Whose want ``said`` tells: the first that it names."""
    named = {
        match.start(): side for side, ways in words.sides if (match := pattern(ways).search(said))
    }
    if named:
        yield named[min(named)]

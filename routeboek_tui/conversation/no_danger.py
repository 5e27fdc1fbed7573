"""A line that says that there is no danger, and nothing else."""

from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import bare_line, plain


def denies_danger(typed: str, language: Language, *, asked: bool = False) -> bool:
    """Whether all of ``typed`` says that there is no danger: what more it says can be danger.

    Where that is ``asked`` it need not name it.
    """
    ways = language.no_danger + (language.no_danger_asked if asked else ())
    asks = typed.rstrip().endswith("?")
    return not asks and bool(pattern(ways).fullmatch(plain(bare_line(typed))))


def knows_not(typed: str, language: Language) -> bool:
    """Whether all of ``typed`` says that one does not know."""
    return bool(pattern(language.unknown).fullmatch(plain(bare_line(typed))))

"""Who has what a line tells for an opinion: that is not how it is."""

import re
from collections.abc import Iterable
from functools import lru_cache

from routeboek_tui.library.language import Language
from routeboek_tui.library.speaking import Named
from routeboek_tui.library.ways import either, source
from routeboek_tui.text.characters import plain


def opinion_of(line: str, language: Language) -> frozenset[str]:
    """The words for those whose opinion ``line`` tells; of no one where it is told as it is."""
    words = language.stating
    found = _holders(language.parties, words.according, words.holds).finditer(plain(line))
    of = {match["behind"] or match["before"] for match in found}
    return frozenset().union(*(ways for _, ways in language.parties if not of.isdisjoint(ways)))


def told_by(line: str, about: Iterable[str], language: Language) -> bool:
    """Whether ``line`` is only the opinion of somebody whom nothing of ``about`` names."""
    of = opinion_of(line, language)
    return bool(of) and of.isdisjoint(plain(" ".join(about)).split())


@lru_cache(maxsize=4)
def _holders(parties: Named, according: tuple[str, ...], holds: tuple[str, ...]) -> re.Pattern[str]:
    who = either(word for _, ways in parties for word in ways)
    return re.compile(
        rf"(?:{source(according)}(?P<behind>{who})\b|\b(?P<before>{who}) {source(holds)})"
    )

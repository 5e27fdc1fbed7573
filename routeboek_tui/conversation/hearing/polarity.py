"""What a sentence says is there and what it says is not: "geen behandelaar" is no "behandelaar"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from routeboek_tui.conversation.hearing.likely import told
from routeboek_tui.conversation.hearing.matching import MOST_OFFERED
from routeboek_tui.conversation.view import Option
from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain

REACH = 2
"""Telling words behind a denial that it denies."""

_PARTS = re.compile(r"[,;:.!?()\n]+")
_AND, _OR = "en", "of"


def unopposed(
    text: str, choices: Sequence[str], options: Sequence[Option], language: Language
) -> tuple[str, ...]:
    """Those of ``choices`` of which ``text`` does not say the opposite, where another says that.

    What says of the same words just what ``text`` does is among them.
    """
    found = {o.choice: compared(text, o.label, language) for o in options if o.choice}
    free = [each for each, of in found.items() if not of.turned]
    agreed = frozenset[str]().union(*(found[each].shared for each in free))
    extra = {option.choice for option in options if option.extra}
    known = [each for each in choices if each in found and each not in extra]
    turned = [each for each in known if found[each].opposite & agreed]
    words = frozenset[str]().union(*(found[each].turned & agreed for each in turned))
    more = [each for each in free if each not in choices and words & found[each].shared]
    kept = [each for each in choices if each not in turned]
    return (*kept, *more[: max(0, MOST_OFFERED - len(kept))]) if turned else tuple(choices)


class Compared(Struct, frozen=True):
    """The words two texts ``shared`` in one way, and those that are ``turned``: one denies them.

    Of these the first text ``denied`` some.
    """

    shared: frozenset[str]
    turned: frozenset[str]
    denied: frozenset[str]

    @property
    def opposite(self) -> frozenset[str]:
        """The words of which they say the opposite.

        What a name denies beside something it shares may only come later.
        """
        return self.denied if self.shared else self.turned


def compared(text: str, name: str, language: Language) -> Compared:
    """What ``text`` says is so or is not, beside what ``name`` says of it."""
    (said, denied), (named, not_named) = _told(text, language), _told(name, language)
    turned = denied & named | said & not_named
    return Compared(said & named | denied & not_named, turned, denied & named)


def _told(text: str, language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The telling words of what ``text`` says is so, and of what it denies."""
    every, denied = set[str](), set[str]()
    for words in _parts(text, language):
        every |= told(words, language)
        denied |= told(_denied(words, language), language)
    return frozenset(every - denied), frozenset(denied)


def _parts(text: str, language: Language) -> Iterator[list[str]]:
    """The words of each part of ``text`` in which a denial reaches."""
    for part in _PARTS.split(text):
        words: list[str] = []
        for word in plain(part).split():
            if word == _AND or (word in language.turning and word != _OR):
                yield words
                words = []
            else:
                words.append(word)
        yield words


def _denied(words: Sequence[str], language: Language) -> Iterator[str]:
    """The words behind each denial, as far as it reaches; before it where nothing stands behind."""
    for place, word in enumerate(words):
        if word not in language.negators:
            continue
        yield from _reached(words[place + 1 :], language)
        if place == len(words) - 1:
            yield from [each for each in words[:place] if told((each,), language)][-1:]


def _reached(words: Iterable[str], language: Language) -> Iterator[str]:
    left = REACH
    for word in words:
        if word in language.negators:
            return
        if word == _OR:
            left = REACH
        elif told((word,), language):
            if not left:
                return
            left -= 1
            yield word


def unlike(text: str, name: str, language: Language) -> bool:
    """Whether ``name`` says that there is none of what ``text`` says there is one of."""
    there = pattern(language.there_is)
    said = (there.search(plain(part)) for part in _PARTS.split(text))
    nouns = {found[0].split()[-1] for found in said if found}
    return not told(nouns, language).isdisjoint(_told(name, language)[1])

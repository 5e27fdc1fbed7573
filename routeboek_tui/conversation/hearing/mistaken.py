"""What someone says as if it were so, and is not: heard in a sentence, with what is so.

A sentence that asks, doubts or denies says nothing as if it were so. Precise rather than wide: a
correction that is not called for costs more trust than one that is missed.
"""

import re
from collections.abc import Iterator, Mapping

from routeboek_tui.core.facts import holds
from routeboek_tui.library.caution import Belief
from routeboek_tui.library.content import Library
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain

MIND = "Goed om te weten"
"""What stands above what is so."""

_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*")
_ASKS = "?"


def mistaken(library: Library, text: str, known: Mapping[str, str]) -> tuple[Belief, ...]:
    """What ``text`` says that is not so, under the facts that are ``known``."""
    beliefs = library.beliefs
    found: dict[str, Belief] = {}
    for said in _sentences(library, text):
        for each in beliefs.of.values():
            if holds(each.when, known) and _says(each, said):
                found[each.id] = each
    return tuple(found.values())


def _says(belief: Belief, said: str) -> bool:
    return bool(pattern(belief.heard).search(said)) and not pattern(belief.unless).search(said)


def _sentences(library: Library, text: str) -> Iterator[str]:
    """The sentences of ``text`` in bare words that say something as if it were so."""
    unless = pattern(library.beliefs.unless)
    asking = library.language.question_words | {*library.beliefs.asks}
    for sentence in _SENTENCE.findall(text):
        said = plain(sentence)
        if _ASKS in sentence or said.partition(" ")[0] in asking or unless.search(said):
            continue
        yield said

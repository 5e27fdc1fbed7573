"""The places that a sentence names: which is that of the school, and which is only named."""

import re
from collections.abc import Iterator
from enum import Enum

from routeboek_tui.conversation.telling.label import is_label, names
from routeboek_tui.core.facts import PLACE, REGION
from routeboek_tui.library.content import Library
from routeboek_tui.library.language import Telling
from routeboek_tui.library.ways import either, pattern, source

SHORT = 6
"""Letters. The name of a place that has no more can be another word as well."""


class Manner(Enum):
    """How a sentence is read: what is sure, where one lives as well, or all that may be."""

    SURE = 1
    LIVES = 2
    LOOSE = 3


def places(
    said: str, library: Library, manner: Manner, *, doubted: bool
) -> Iterator[tuple[str, str]]:
    """The gemeente or region that is named as that of the school, or where someone lives.

    In what is ``doubted`` only that of the own pupil or school, or one it begins with, is sure.
    """
    telling = library.language.telling
    regions = frozenset(each.region for each in library.editions.values() if each.region)
    named = [
        (match, fact, value)
        for fact in (PLACE, REGION)
        for name, value in (names(library.facts[fact]) if fact in library.facts else {}).items()
        if name in said  # to look for each of them by its pattern takes long
        for match in re.finditer(rf"\b{re.escape(name)}\b", said)
        if not doubted or _own(said[: match.start()].strip(), library)
    ]
    spans = [match.span() for match, *_ in named]
    found = [
        (fact, value, _of_school(said, match, telling, known=known, manner=manner))
        for match, fact, value in named
        for known in (fact == PLACE or value in regions,)
        # "Bergen op Zoom" is not Bergen.
        if not any(_within(match.span(), other) for other in spans)
    ]
    # "Van Rijswijk naar Voorburg": where another place is named, none of them is sure.
    if manner is Manner.LOOSE or None not in (of_school for *_, of_school in found):
        yield from ((fact, value) for fact, value, of_school in found if of_school)


def _own(head: str, library: Library) -> bool:
    """Whether a place behind ``head`` is the own one, whatever goes on in doubt or is asked."""
    return not head or owned(head, library.language.telling) or is_label(head, library)


def _of_school(
    said: str, name: re.Match[str], telling: Telling, *, known: bool, manner: Manner
) -> bool | None:
    """Whether a name is that of the school's place; ``None`` where it is another place.

    A place in a region that is not ``known`` must be said to be it, stand by itself or begin.
    """
    head, alone = said[: name.start()].strip(), not said.replace(name[0], "", 1).strip()
    marked = f"{said[: name.start()]}0{said[name.end() :]}"
    compared = pattern(telling.compared).finditer(marked)
    if any(found.start(found.lastindex or 0) == name.start() for found in compared):
        return False
    if re.search(rf"(?:{source(telling.moved)})$", head) or (
        manner is Manner.LIVES and known and re.search(rf"(?:{source(telling.lives)})$", head)
    ):
        return True
    behind = {*said[name.end() :].split()}
    if head in telling.caller and behind <= {*telling.label, *telling.place}:
        return True
    if manner is Manner.LOOSE:
        return not re.search(rf"\b(?:{either(telling.left)})(?: van| de| het)*$", head)
    another = (
        rf"(?:{source(telling.going_to)}|\b(?:{either(telling.not_place)})(?: van| de| het)*)$"
    )
    if re.search(another, head):
        return None if known else False
    before = either(telling.place) if known else source(telling.elsewhere)
    long = known and len(name[0]) > SHORT
    begins = head in telling.place or not (known or head)
    return alone or long or begins or bool(re.search(rf"\b(?:{before})$", head))


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether ``span`` is a part of ``other``, which is longer."""
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def owned(head: str, telling: Telling) -> bool:
    """Whether what stands behind ``head`` is that of the own pupil or school, whatever is asked."""
    return bool(re.search(rf"(?:{source(telling.own)})$", head))

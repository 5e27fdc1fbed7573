"""Words of health in what was typed, where a letter goes to somebody who may not read of it."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from routeboek_tui.core.letter import PUPIL, Field, FieldKind, Letter, Recipient
from routeboek_tui.text.characters import plain, undotted

PARENTS = "ouders"
FAMILY = frozenset({PARENTS, PUPIL})
"""Those whose own health it is, or that of their child."""


class Health(Struct, frozen=True):
    """Words of health; all in lower case, without accents.

    ``words`` are whole words, and more of them in a row; a word that holds one of ``parts`` is one
    too. ``passes`` look like them, and say nothing of anybody's health.
    """

    words: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    passes: frozenset[str] = frozenset()


def outsiders(letter: Letter, recipients: Mapping[str, Recipient]) -> tuple[str, ...]:
    """The readers of ``letter`` that are not the family, and may read nothing medical.

    A letter about safety says what there is to say.
    """
    if letter.safety:
        return ()
    readers = [recipients[name] for name in letter.readers if name not in FAMILY]
    return tuple(each.id for each in readers if FieldKind.MEDICAL not in each.may)


def found(text: str, health: Health) -> tuple[str, ...]:
    """The words of health in ``text``, bare, in the order of their first place."""
    said = f" {plain(undotted(text))} "
    for none in sorted(health.passes, key=len, reverse=True):
        said = said.replace(f" {none} ", "  ")
    whole = [word for word in health.words if f" {word} " in said]
    parts = [word for word in said.split() if any(part in word for part in health.parts)]
    return tuple(sorted(dict.fromkeys((*whole, *parts)), key=said.index))


def in_fields(
    fields: Iterable[Field], values: Mapping[str, str], health: Health
) -> dict[str, tuple[str, ...]]:
    """The words of health by field, of those in which anything can be written."""
    every = {each.name: found(values.get(each.name, ""), health) for each in fields if each.free}
    return {name: words for name, words in every.items() if words}

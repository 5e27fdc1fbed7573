"""Words of health in what was typed, where a letter goes to somebody who may not read of it."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from routeboek_tui.core.letter import PUPIL, Field, FieldKind, Letter, Recipient
from routeboek_tui.text.characters import plain, undotted
from routeboek_tui.text.spelling import near

PARENTS = "ouders"
FAMILY = frozenset({PARENTS, PUPIL})
"""Those whose own health it is, or that of their child."""

_SPELT = re.compile(r"\b[^\W\d_](?: [^\W\d_]){2,}\b")
"""Letters that stand alone, three or more in a row: "a d h d"."""


class Health(Struct, frozen=True):
    """Words of health; all in lower case, without accents.

    ``words`` are whole words, and more of them in a row; a word that holds one of ``parts`` is one
    too, and so is a slip of the keyboard for one of ``misspelt``. ``passes`` look like them, and
    say nothing of anybody's health.
    """

    words: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    misspelt: frozenset[str] = frozenset()
    passes: frozenset[str] = frozenset()

    def holds(self, word: str) -> bool:
        """Whether ``word`` by itself is one of health, however it is written."""
        if any(part in word for part in self.parts):
            return True
        return bool(near(word, sorted(self.misspelt)))


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
    spelt = _SPELT.sub(lambda letters: letters[0].replace(" ", ""), plain(undotted(text)))
    said = f" {spelt} "
    for none in sorted(health.passes, key=len, reverse=True):
        said = said.replace(f" {none} ", "  ")
    whole = [word for word in health.words if f" {word} " in said]
    alone = [word for word in said.split() if health.holds(word)]
    return tuple(sorted(dict.fromkeys((*whole, *alone)), key=said.index))


def in_fields(
    fields: Iterable[Field], values: Mapping[str, str], health: Health
) -> dict[str, tuple[str, ...]]:
    """The words of health by field, of those in which anything can be written."""
    every = {each.name: found(values.get(each.name, ""), health) for each in fields if each.free}
    return {name: words for name, words in every.items() if words}

"""What a sentence says that only a letter asks for: a class, the reason of leave."""

from collections.abc import Iterator, Mapping, Sequence

from routeboek_tui.conversation.telling.count import Part, with_another
from routeboek_tui.core.letter import MARK, Field
from routeboek_tui.library.ways import pattern

_OF_NUMBER = ".,-/"


def fields_in(text: str, parts: Sequence[Part], fields: Mapping[str, Field]) -> dict[str, str]:
    """What ``text`` says of the fields that can be heard; of which it says two things, nothing.

    It is always in words of the guide: nothing of what was typed is kept.
    """
    said = [text[p.start : p.end] for p, other in with_another(parts) if not (other or p.asks)]
    found = {name: {*_heard(field, said)} for name, field in fields.items() if field.heard}
    return {name: values.pop() for name, values in found.items() if len(values) == 1}


def _heard(field: Field, said: Sequence[str]) -> Iterator[str]:
    for words, ways in field.heard.items():
        for found in (each for part in said for each in pattern(ways).finditer(part)):
            if found.start() and found.string[found.start() - 1] in _OF_NUMBER:
                continue  # the last figures of a number
            yield words.replace(MARK, found[found.lastindex] if found.lastindex else "")

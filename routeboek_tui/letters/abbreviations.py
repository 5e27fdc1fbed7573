"""Whether a letter to parents writes an abbreviation out where it first stands."""

import re
from collections.abc import Iterator, Mapping, Sequence

from routeboek_tui.core.letter import Letter, LetterKind

_SHORT = re.compile(r"\b[A-Z]{2,}\b")
_TAG = re.compile(r"\{%.*?%\}|\{[a-z_.]+\}")
_PRINTED = re.compile(r"\{\{ *(\w+) *\}\}")


def unexplained(letter: Letter, words: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, str]]:
    """The lines of the whole template with an abbreviation parents do not know, and the words.

    ``words`` are the ways in which the words of the content are said. An abbreviation is written
    out when it stands in brackets after what it means, or has its meaning after it.
    """
    if not letter.to_home or letter.kind is LetterKind.FORM_HELP:
        return
    most = max(map(len, words.values()), default=1)
    told = dict[tuple[int, str], None]()
    for number in range(most):
        said = {name: ways[min(number, len(ways) - 1)] for name, ways in words.items()}
        told |= dict.fromkeys(_bare(letter.text, said))
    for line, short in told:
        yield (
            line,
            f"Ouders kennen “{short}” niet. Schrijf het de eerste keer voluit.",
        )


def _bare(text: str, said: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    plain = _PRINTED.sub(lambda found: said.get(found[1], "x"), text)
    plain = _TAG.sub("", plain)
    seen = set[str]()
    for found in _SHORT.finditer(plain):
        before, after = plain[: found.start()], plain[found.end() :]
        bracketed = before.rfind("(") > before.rfind(")") or after.startswith((" (", "-arts ("))
        if found[0] not in seen and not bracketed:
            yield before.count("\n") + 1, found[0]
        seen.add(found[0])

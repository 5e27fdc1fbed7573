"""The lines of a file that a reader sees: without what people type, sources and names."""

import re
from collections.abc import Iterator

_TYPED = (
    "names", "phrases", "words", "synonyms", "example", "sources", "open", "see", "steps",
    "letters", "since", "until", "checked", "year", "edition",
)  # fmt: skip
"""Parts of a file that are what people type, a place in a source, a time of day, or names."""

_KEY = re.compile(rf"^(?P<indent>\s*)(?:- )?(?P<key>{'|'.join(_TYPED)}):")
_INLINE = re.compile(
    rf"\b(?:{'|'.join(_TYPED)}): ?(?:\[[^\]]*\]|\{{[^}}]*\}}|\"[^\"]*\"|[^,}}\n]*)"
)
_NAME = re.compile(
    r"\b(?:id|to|done|goto|actions|yields): ?(?:\[[^\]]*\]|[\w/]+)"
    r"|(?:^|(?<=[\s{,]))[a-z_][a-z_0-9/]*+:(?=\s)",
    re.MULTILINE,
)
"""The names of parts and steps, which stand in a file and on no screen."""

_MARKED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{[A-Za-z_]+(?:\.[a-z]+)?\}|\]\([a-z]+:[^)]*\)")


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Every line of ``text`` with its number, from 1, but those that only hold what is typed."""
    deeper = -1
    for number, line in enumerate(text.split("\n"), start=1):
        indent = len(line) - len(line.lstrip())
        if deeper >= 0 and line.strip() and (indent > deeper or line.lstrip()[0] in "]}"):
            continue
        deeper = -1
        if found := _KEY.match(line):
            deeper = len(found["indent"])
            continue
        yield number, line


def said(line: str) -> str:
    """``line`` as long as it was, with spaces for what is typed or stands between braces."""
    return blank(_MARKED, blank(_INLINE, line))


def unnamed(text: str) -> str:
    """``text`` as long as it was, with spaces for the names of parts and steps."""
    return blank(_NAME, text)


def blank(pattern: re.Pattern[str], text: str) -> str:
    """``text`` as long as it was, with spaces for what ``pattern`` finds."""
    return pattern.sub(lambda found: " " * len(found[0]), text)

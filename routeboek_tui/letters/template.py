"""The template of a letter: what it may name, and how it is filled with marks for the fields.

A field prints one private-use character. What was typed takes its place after
the Markdown has been read (:mod:`routeboek_tui.text.blocks`).
"""

import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from routeboek_tui.core.facts import DATED, READER, Domains, When
from routeboek_tui.core.safety import SAFETY
from routeboek_tui.letters.complaints import in_dutch

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

YES_NO = ("ja", "nee")
"""The values of a fact that is so or not so."""

SALUTATION, TODAY, REACHED = "aanhef", "vandaag", "reached"
SAME, SAYS = "same", "says"

_OPEN, _CLOSE, _FIRST_MARK = "\ue000", "\ue001", 0xE100
_CONDITION = re.compile(r"\{%(.*?)%\}", re.DOTALL)
_NAME = re.compile(r"\w+")
_TAG = re.compile(r"\{[%#]|[%#]\}")
_EMPTY_LINE = re.compile(rf"{_OPEN}[ \t{_OPEN}{_CLOSE}]*{_CLOSE}(?:\n|\Z)")


class LetterError(ValueError):
    """A letter that cannot be made, with a Dutch message; ``line`` counts in the body, from 1."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class Slot(Struct, frozen=True):
    """A place in the text: prints its mark, and is true in a condition when ``filled``."""

    mark: str
    filled: bool

    def __bool__(self) -> bool:
        return self.filled

    def __str__(self) -> str:
        return self.mark


def mark(number: int) -> str:
    """The character that stands for the place with this number."""
    return chr(_FIRST_MARK + number)


def fact_names(domains: Domains) -> dict[str, tuple[str, str]]:
    """What a template calls a fact, with the fact and the value that make it true.

    A value goes by its own name, of the first fact that has it; a yes and a no by the name of
    the fact. Where the pupil is safe is no business of a letter, and neither is who reads.
    """
    names: dict[str, tuple[str, str]] = {}
    for fact, values in domains.items():
        if fact in {SAFETY, READER} or values == (DATED,):
            continue
        if values == YES_NO:
            names.update({fact: (fact, values[0]), f"niet_{fact}": (fact, values[1])})
        else:
            names.update({value: (fact, value) for value in values if value not in names})
    return names


def told(body: str, domains: Domains) -> tuple[When, ...]:
    """The facts on which the conditions in ``body`` depend, each with its value."""
    names = fact_names(domains)
    used = {word for tag in _CONDITION.findall(body) for word in _NAME.findall(tag)}
    return tuple({names[name][0]: (names[name][1],)} for name in sorted(used & names.keys()))


def reserved(words: Collection[str], domains: Domains) -> frozenset[str]:
    """The names a template knows besides its fields; ``words`` are those of the content."""
    return frozenset(words) | fact_names(domains).keys() | {SALUTATION, TODAY, REACHED, SAME, SAYS}


@cache
def environment() -> "SandboxedEnvironment":
    """The template engine. Loads Jinja2 at the first call."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=False, lstrip_blocks=False)


@lru_cache(maxsize=256)
def _compiled(body: str) -> "Template":
    lines = (f"{_OPEN}{line}{_CLOSE}" if _TAG.search(line) else line for line in body.split("\n"))
    return environment().from_string("\n".join(lines))


def fill(body: str, context: Mapping[str, object]) -> str:
    """The Markdown of ``body`` with ``context``. A line that holds only tags leaves no line.

    :raises LetterError: when the template is wrong or names what ``context`` does not have
    """
    from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError

    try:
        text = _compiled(body).render(context)
    except TemplateSyntaxError as error:
        raise LetterError(
            f"De sjabloon klopt niet: {in_dutch(error.message)}", error.lineno
        ) from error
    except UndefinedError as error:
        raise LetterError(f"De sjabloon klopt niet: {in_dutch(error.message)}") from error
    except TemplateError as error:
        raise LetterError(f"De sjabloon klopt niet: {in_dutch(error.message)}") from error
    text = _EMPTY_LINE.sub("", text)
    return text.replace(_OPEN, "").replace(_CLOSE, "")

"""Figures in a text: ``{ongeoorloofd_uren}`` is 16 there, ``{ongeoorloofd_uren.woord}`` zestien."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

import yaml
from msgspec import Struct, field

from routeboek_tui.core.figures import Figures, Form
from routeboek_tui.library.problems import Problem
from routeboek_tui.text.spelling import suggestion

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
REFERENCE = re.compile(r"(?<!\{)\{([A-Za-z][a-z_]*)(?:\.([a-z]+))?\}(?!\})")
"""A name between single braces, with the form it is wanted in; a capital where it begins so."""

UNCLOSED = re.compile(r"(?<!\{)\{([A-Za-z][a-z_]*)(?:\.[a-z]+)?(?=[\s,;)]|\Z)")
"""A name after a brace that nothing closes."""

NO_QUOTES = "Hier staat {{{}}} zonder aanhalingstekens. Zet er aanhalingstekens om."

_NAME = r"\{[A-Za-z][a-z_]*(?:\.[a-z]+)?\}"
_BARE = re.compile(rf"(?:^|[:?,\[{{-])\s*{_NAME}|[\[{{][^\]}}]*\s{_NAME}", re.M)
"""Where a reference may stand bare: at the beginning of a value, or anywhere between brackets.

Only then the tokens are looked at one by one.
"""

_NAMED = re.compile(r"^([A-Za-z_]+):", re.M)


_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*+"')
"""What stands between quotation marks, where nothing is bare."""


def names_in(text: str) -> frozenset[str]:
    """The names a table of content gives to its entries."""
    return frozenset(_NAMED.findall(text))


class References(Struct, frozen=True):
    """The figures as they are on the day of reading; ``others`` are names of words and numbers.

    ``written`` are the files that refer to something, as they stand on the disk.
    """

    figures: Figures
    others: Collection[str]
    on: date
    written: dict[str, str] = field(default_factory=dict)

    def fill(self, text: str, file: str, problems: list[Problem]) -> str:
        """``text`` with every figure in it filled in. Lines stay lines."""
        if "{" not in text:
            return text
        self.written[file] = text
        problems.extend(bare(text, file))
        for found in UNCLOSED.finditer(text):
            if (name := found[1].lower()) in self.figures or name in self.others:
                line = text.count("\n", 0, found.start()) + 1
                message = f"Achter “{{{found[1]}” ontbreekt de accolade die sluit."
                problems.append(Problem(file, line, message))

        def filled(found: re.Match[str]) -> str:
            name = found[1].lower()
            if name in self.figures and (said := self.said(name, found[2] or "")):
                return said[:1].upper() + said[1:] if found[1][0].isupper() else said
            if name in self.others and not found[2]:
                return found[0]
            line = text.count("\n", 0, found.start()) + 1
            problems.append(Problem(file, line, self.wrong(found[1], name, found[2] or "")))
            return name

        return REFERENCE.sub(filled, text)

    def ended(self) -> Iterator[tuple[str, str]]:
        """Every figure that ended while texts still refer to it, with what is wrong with it."""
        for name, entries in self.figures.entries.items():
            last = entries[-1]
            if last.until is None or last.until >= self.on:
                continue
            places = [
                f"{file}:{text.count(chr(10), 0, found.start()) + 1}"
                for file, text in sorted(self.written.items())
                for found in REFERENCE.finditer(text)
                if found[1].lower() == name
            ]
            if places:
                more = f" en {len(places) - 1} keer elders" if places[1:] else ""
                message = (
                    f"Het cijfer “{name}” gold tot en met {last.until:%d-%m-%Y} en heeft geen"
                    f" opvolger. {places[0]} verwijst er nog naar{more}. Geef het nieuwe cijfer"
                    " met een since, of haal de verwijzingen weg."
                )
                yield name, message

    def said(self, name: str, form: str) -> str:
        """A figure in one of its forms; "" when it has no such form."""
        try:
            return self.figures.figure(name, self.on).said(Form(form))
        except ValueError:
            return ""

    def wrong(self, written: str, name: str, form: str) -> str:
        """What is wrong with a reference."""
        if name in self.figures:
            known = ", ".join(
                f"{{{name}.{each}}}" for each in Form if each and self.said(name, each)
            )
            return f"Het cijfer “{name}” heeft geen vorm “{form}”. Schrijf {{{name}}}, {known}."
        if form:
            return f"Het cijfer “{written}” bestaat niet.{suggestion(name, self.figures)}"
        near = suggestion(name, (*self.others, *self.figures))
        return f"Het woord “{{{written}}}” bestaat niet.{near}"


def bare(text: str, file: str) -> Iterator[Problem]:
    """Every reference that is a value or an item of YAML by itself, without quotation marks.

    YAML reads it as a block with a name, and once it is filled in as the figure it happens to be.
    """
    head, above = _yaml_in(text, file)
    if not _BARE.search(_QUOTED.sub('""', head)):
        return
    window: list[yaml.Token] = []
    try:
        for token in yaml.scan(head, Loader=_Loader):
            window = [*window[-2:], token]
            match window:
                case [
                    yaml.FlowMappingStartToken(),
                    yaml.ScalarToken() as name,
                    yaml.FlowMappingEndToken(),
                ]:
                    if REFERENCE.fullmatch(f"{{{name.value}}}"):
                        line = name.start_mark.line + 1 + above
                        yield Problem(file, line, NO_QUOTES.format(name.value))
    except yaml.YAMLError:
        return


def _yaml_in(text: str, file: str) -> tuple[str, int]:
    """The YAML of a file, and the number of lines above it."""
    if not file.endswith(".md"):
        return text, 0
    above, fence, below = text.partition("---\n")
    head, end, _ = below.partition("\n---")
    return (head, 1) if fence and end and not above else ("", 0)

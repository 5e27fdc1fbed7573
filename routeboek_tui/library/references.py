"""Figures in a text: ``{ongeoorloofd_uren}`` is 16 there, ``{ongeoorloofd_uren.woord}`` zestien."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from routeboek_tui.core.figures import Figures, Form
from routeboek_tui.library.problems import Problem
from routeboek_tui.text.spelling import suggestion

REFERENCE = re.compile(r"(?<!\{)\{([A-Za-z][a-z_]*)(?:\.([a-z]+))?\}(?!\})")
"""A name between single braces, with the form it is wanted in; a capital where it begins so."""

_NAMED = re.compile(r"^([A-Za-z_]+):", re.M)


def names_in(text: str) -> frozenset[str]:
    """The names a table of content gives to its entries."""
    return frozenset(_NAMED.findall(text))


@dataclass(frozen=True, slots=True)
class References:
    """The figures as they are on the day of reading; ``others`` are names of words and numbers."""

    figures: Figures
    others: Collection[str]
    on: date

    def fill(self, text: str, file: str, problems: list[Problem]) -> str:
        """``text`` with every figure in it filled in. Lines stay lines."""
        if "{" not in text:
            return text

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

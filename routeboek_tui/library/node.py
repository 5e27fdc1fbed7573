"""A YAML value that knows its file and line, and collects problems instead of stopping.

Scalars stay text: only ``true`` and ``false`` are booleans, ``ja``, ``nee`` and
dates are words. Anchors and tags are refused.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from routeboek_tui.library.problems import Problem, suggestion

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NO_YAML = (
    "Deze YAML is niet te lezen. Kijk naar haakjes, aanhalingstekens, dubbele punten, tabs en "
    "inspringen, op deze regel of vlak erboven."
)
NO_TEXT = "Deze YAML bevat tekens die niet mogen."
NO_ANCHORS = "Ankers (&, *) en labels (!) mogen hier niet."
NO_HEAD = "Bovenaan hoort een blok met gegevens tussen twee regels “---”."
UNREADABLE = frozenset({NO_YAML, NO_TEXT, NO_ANCHORS, NO_HEAD})
"""What is said of a file that gives no value at all."""

_KINDS = {"mapping": "een blok met namen", "sequence": "een lijst", "scalar": "een tekst"}


@dataclass(slots=True)
class Node:
    """One value of a YAML file; ``offset`` is the number of lines above the YAML part.

    ``key`` is the name it stands behind, if any; that line is the one to look at.
    """

    value: Any
    file: str
    offset: int
    problems: list[Problem]
    key: Any = None

    @property
    def line(self) -> int:
        """The line of the name of this value, or else the line it starts on, from 1."""
        place = self.key or self.value
        return (int(place.start_mark.line) if place else 0) + 1 + self.offset

    def problem(self, message: str) -> None:
        """Note that something is wrong with this value."""
        self.problems.append(Problem(self.file, self.line, message))

    def _is(self, kind: str, what: str) -> bool:
        if self.value is not None and self.value.id == kind:
            return True
        unreadable = self.value is None and any(p.file == self.file for p in self.problems)
        if not unreadable:
            self.problem(f"{what} moet {_KINDS[kind]} zijn.")
        return False

    def items(self, what: str) -> list[tuple[str, "Node"]]:
        """The names and values of a mapping; a name that comes twice is a problem."""
        if not self._is("mapping", what):
            return []
        found: dict[str, Node] = {}
        for key, value in self.value.value:
            name = str(key.value)
            child = Node(value, self.file, self.offset, self.problems, key)
            if name in found:
                Node(key, self.file, self.offset, self.problems).problem(
                    f"“{name}” staat hier twee keer."
                )
            found[name] = child
        return list(found.items())

    def fields(
        self, what: str, known: Collection[str], required: Collection[str] = ()
    ) -> dict[str, "Node"]:
        """The values by name of a mapping that may hold only ``known`` names."""
        found = dict(self.items(what))
        for name, child in found.items():
            if name not in known:
                child.problem(
                    f"{what} heeft een onbekend onderdeel “{name}”.{suggestion(name, known)}"
                )
        for name in required:
            if name not in found and self.value is not None:
                self.problem(f"{what} mist “{name}”.")
        return {name: child for name, child in found.items() if name in known}

    def nodes(self, what: str) -> Iterator["Node"]:
        """The values of a list."""
        if self._is("sequence", what):
            for value in self.value.value:
                yield Node(value, self.file, self.offset, self.problems)

    def text(self, what: str) -> str:
        """A text, with the white space around it taken off."""
        return str(self.value.value).strip() if self._is("scalar", what) else ""

    def texts(self, what: str) -> tuple[str, ...]:
        """A list of texts, or one text as a list of one."""
        if self.value is not None and self.value.id == "scalar":
            return (self.text(what),)
        return tuple(node.text(what) for node in self.nodes(what))

    def one_of(self, what: str, known: Collection[str]) -> str:
        """A text that must be one of ``known``; "" when it is not."""
        text = self.text(what)
        return self.named(what, text, known) if self.value.id == "scalar" else ""

    def named(self, what: str, name: str, known: Collection[str]) -> str:
        """``name`` when it is known; else a problem at this place, and ""."""
        if name in known:
            return name
        self.problem(f"{what} “{name}” bestaat niet.{suggestion(name, known)}")
        return ""

    def flag(self, what: str) -> bool:
        """``true`` or ``false``."""
        text = self.text(what)
        if text not in {"true", "false"}:
            self.problem(f"{what} moet true of false zijn.")
        return text == "true"


def text_of(parts: Mapping[str, Node], name: str) -> str:
    """A text by name, "" where it is missing."""
    return parts[name].text(name) if name in parts else ""


def texts_of(parts: Mapping[str, Node], name: str) -> tuple[str, ...]:
    """A list of texts by name, empty where it is missing."""
    return parts[name].texts(name) if name in parts else ()


def read_yaml(text: str, file: str, problems: list[Problem], offset: int = 0) -> Node:
    """The top value of a YAML text; broken YAML is a problem and gives an empty value."""
    try:
        for token in yaml.scan(text, Loader=_Loader):
            if isinstance(token, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken):
                line = token.start_mark.line + 1 + offset
                problems.append(Problem(file, line, NO_ANCHORS))
                return Node(None, file, offset, problems)
        value = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + 1 + offset
        problems.append(Problem(file, line, NO_YAML))
        value = None
    except yaml.YAMLError:
        problems.append(Problem(file, 1 + offset, NO_TEXT))
        value = None
    return Node(value, file, offset, problems)


def read_page(text: str, file: str, problems: list[Problem]) -> tuple[Node, str, int]:
    """The front matter of a Markdown page, its body, and the line the body starts on."""
    lines = text.splitlines()
    fences = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    if fences[:1] != [0] or not fences[1:]:
        problems.append(Problem(file, 1, NO_HEAD))
        return Node(None, file, 0, problems), text, 1
    head = "\n".join(lines[1 : fences[1]])
    body = "\n".join(lines[fences[1] + 1 :]).strip()
    first = next(
        (n for n, line in enumerate(lines[fences[1] + 1 :], fences[1] + 2) if line.strip()),
        len(lines),
    )
    return read_yaml(head, file, problems, offset=1), body, first

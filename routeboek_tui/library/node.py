"""A YAML value that knows its file and line, and collects problems instead of stopping.

What is written must say something: an empty text, list or block is a problem, and so is anything
that stands twice in a list. A list or block that is meant to be empty says so: ``geen``.

Scalars stay text: only ``true`` and ``false`` are booleans, ``ja``, ``nee`` and
dates are words. Anchors and tags are refused.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import yaml
from msgspec import Struct

from routeboek_tui.library.problems import Problem
from routeboek_tui.text.spelling import suggestion

_Base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_Base):  # type: ignore[misc]
    """Every scalar stays text, so nothing has to be worked out of how it looks."""

    def resolve(self, kind: type, value: object, implicit: object) -> str:
        """The tag of what stands there: none is ever written."""
        return _TAGS[kind]


_TAGS: dict[type, str] = {
    yaml.ScalarNode: _Base.DEFAULT_SCALAR_TAG,
    yaml.SequenceNode: _Base.DEFAULT_SEQUENCE_TAG,
    yaml.MappingNode: _Base.DEFAULT_MAPPING_TAG,
}
NO_YAML = (
    "Deze YAML is niet te lezen. Kijk naar haakjes, aanhalingstekens, dubbele punten, tabs en "
    "inspringen, op deze regel of vlak erboven."
)
NO_TEXT = "Deze YAML bevat tekens die niet mogen."
NO_ANCHORS = "Ankers (&, *) en labels (!) mogen hier niet."
NO_HEAD = "Bovenaan hoort een blok met gegevens tussen twee regels “---”."
UNREADABLE = frozenset({NO_YAML, NO_TEXT, NO_ANCHORS, NO_HEAD})
"""What is said of a file that gives no value at all."""

NONE = "geen"
"""What stands where there is nothing to list."""

LONGEST = {"title": 130, "label": 150, "short": 80, "word": 60}
"""How many characters what is shown on one line may have, by the name it stands behind."""

FEW = 5
"""So many words may stand in two parts of one block; more words are a mistake of copying."""

_MARKED = re.compile(r"[&*!](?<![^\s\[{,:-][&*!])\S")
"""Where an anchor or a tag may begin: only then the tokens are looked at one by one."""

TYPED = "synonyms"
"""What people type may say the same twice: a figure in it has more than one form."""

_QUOTED = frozenset("'\"")
_FLAGS = {"true", "false"}
_RUN = re.compile(r"[0-9]{9,}|[^\s/]{60,}")
"""No word or figure is this long."""
_SHORTEST = 9
"""Characters. What is shorter holds none of those."""
_SWALLOWED = re.compile(r"(?<!\S)([a-z_]+):\s+(?:[\[{]|- )")
"""A part that became words of the text above it."""

_KINDS = {"mapping": "een blok met namen", "sequence": "een lijst", "scalar": "een tekst"}


class Node(Struct):
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

    @property
    def none(self) -> bool:
        """Whether this says in so many words that there is nothing."""
        return self.value is not None and self.value.id == "scalar" and self.value.value == NONE

    def _filled(self, kind: str, what: str) -> bool:
        if self.none or not self._is(kind, what):
            return False
        if not self.value.value:
            self.problem(f"{what} is leeg. Vul het in, of haal het weg.")
        return True

    def items(self, what: str) -> list[tuple[str, "Node"]]:
        """The names and values of a mapping; a name that comes twice is a problem."""
        return self._items(what) if self._filled("mapping", what) else []

    def _items(self, what: str) -> list[tuple[str, "Node"]]:
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
        found = dict(self._items(what))
        said: dict[str, str] = {}
        for name, child in found.items():
            if child.value.id == "scalar" and len(child.value.value.split()) > FEW:
                first = said.setdefault(child.value.value, name)
                if first != name and child.value.value:
                    child.problem(f"“{name}” zegt hetzelfde als “{first}”.")
            if name not in known:
                child.problem(
                    f"{what} heeft een onbekend onderdeel “{name}”.{suggestion(name, known)}"
                )
        for name in required:
            if name not in found and self.value is not None:
                self.problem(f"{what} mist “{name}”.")
        return {name: child for name, child in found.items() if name in known}

    def nodes(self, what: str) -> Iterator["Node"]:
        """The values of a list; one that comes twice is a problem."""
        if not self._filled("sequence", what):
            return
        seen = set[object]()
        for value in self.value.value:
            child = Node(value, self.file, self.offset, self.problems)
            if (said := _plain(value)) in seen and what != TYPED:
                child.problem(f"{what} noemt hier iets voor de tweede keer.")
            seen.add(said)
            yield child

    def text(self, what: str) -> str:
        """A text, with the white space around it taken off."""
        if not self._is("scalar", what):
            return ""
        text = str(self.value.value).strip()
        if not text:
            self.problem(f"{what} is leeg. Vul het in, of haal het weg.")
        elif text in _FLAGS:
            self.problem(f"{what} moet een tekst zijn, geen {text}.")
        elif len(text) > LONGEST.get(what, len(text)):
            self.problem(f"{what} is te lang: {len(text)} tekens, hooguit {LONGEST[what]}.")
        elif ":" in text and self.value.style not in _QUOTED and (found := _SWALLOWED.search(text)):
            self.problem(f"{what} slokt “{found[1]}” op. Kijk naar het inspringen.")
        elif len(text) >= _SHORTEST and (found := _RUN.search(text)):
            self.problem(f"{what} bevat iets dat geen woord of getal is: {found[0][:20]}….")
        return text

    def texts(self, what: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(node.text(what) for node in self.nodes(what))

    def names(self, what: str) -> tuple[str, ...]:
        """A list of names, or one name as a list of one."""
        if self.value is not None and self.value.id == "scalar":
            return (self.text(what),)
        return self.texts(what)

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
        text = str(self.value.value) if self._is("scalar", what) else ""
        if text not in _FLAGS:
            self.problem(f"{what} moet true of false zijn.")
        return text == "true"


def _plain(value: Any) -> object:
    """A value to compare with another."""
    if value.id == "scalar":
        return value.value
    if value.id == "sequence":
        return tuple(map(_plain, value.value))
    return frozenset((_plain(key), _plain(each)) for key, each in value.value)


def text_of(parts: Mapping[str, Node], name: str) -> str:
    """A text by name, "" where it is missing."""
    return parts[name].text(name) if name in parts else ""


def texts_of(parts: Mapping[str, Node], name: str) -> tuple[str, ...]:
    """A list of texts by name, empty where it is missing."""
    return parts[name].texts(name) if name in parts else ()


def read_yaml(text: str, file: str, problems: list[Problem], offset: int = 0) -> Node:
    """The top value of a YAML text; broken YAML is a problem and gives an empty value."""
    try:
        for token in yaml.scan(text, Loader=_Loader) if _MARKED.search(text) else ():
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

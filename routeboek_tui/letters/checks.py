"""What is wrong with a letter before anyone uses it, for ``routeboek controle``.

Every finding is a line and a Dutch sentence. The line counts in the body, from
1; it is 0 for what stands in the front matter.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from routeboek_tui.core.letter import FIRST_NAME, Field, Letter, LetterKind, Recipient
from routeboek_tui.letters import template
from routeboek_tui.letters.complaints import in_dutch
from routeboek_tui.text.spelling import suggestion

if TYPE_CHECKING:
    from jinja2 import nodes
    from markdown_it import MarkdownIt

Finding: TypeAlias = tuple[int, str]

_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_PRINTED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_RAW = re.compile(r"(?<!\{)\{([\w.]+)\}(?!\})")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_PLAIN_LINE = re.compile(
    r"(?:(?:#+|[-+*]|[0-9]+[.)]) )?(?:\*\*|[(“])?[^\W\d_][^`<\[\r]*|\|[^`<\[\r]*|\\?"
)
"""A line that cannot be wrong: at most one sign, a letter, and no code, HTML or link in it."""

_PLAIN_TAGS = {"Template", "Output", "TemplateData", "If", "Name", "Not", "And", "Or", "Const"}
_PLAIN_TAGS |= {"Call", "Compare", "Operand", "CondExpr"}
_NODES = {
    "For": "lus (`for`)",
    "Filter": "filter (`|`)",
    "Getattr": "punt achter een naam",
    "Getitem": "haken achter een naam",
    "Assign": "toekenning (`set`)",
    "Include": "ander bestand (`include`)",
    "Import": "ander bestand (`import`)",
    "Extends": "ander bestand (`extends`)",
    "Block": "blok (`block`)",
    "Macro": "macro",
    "Test": "toets (`is`)",
}
_CANNOT = {
    "fence": "codeblok",
    "code_block": "ingesprongen blok",
    "code_inline": "code",
    "blockquote_open": "citaat",
    "hr": "streep",
    "html_block": "HTML",
    "html_inline": "HTML",
    "link_open": "link",
    "image": "plaatje",
}


def check(
    letter: Letter,
    fields: Mapping[str, Field],
    recipients: Mapping[str, Recipient],
    reserved: frozenset[str],
    steps: Collection[str],
) -> list[Finding]:
    """Everything wrong with ``letter``, whose names exist, in the order of its lines.

    ``fields`` and ``recipients`` are all that exist; ``reserved`` are the names that
    mean something else; ``steps`` are the ids of the flow. Loads Jinja2 and markdown-it.
    """
    return sorted(
        {
            *_front_matter(letter),
            *_matrix(letter, fields, recipients),
            *_body(letter, fields, reserved, steps),
            *_markdown(letter.text),
        }
    )


def _front_matter(letter: Letter) -> Iterator[Finding]:
    for name in letter.required:
        if name not in letter.fields:
            yield 0, f"Het veld “{name}” is verplicht, maar staat niet bij `fields`."
    if letter.kind is not LetterKind.FORM_HELP and letter.form:
        yield 0, "Alleen een invulhulp (`kind: form_help`) heeft een `form`."


def _matrix(
    letter: Letter, fields: Mapping[str, Field], recipients: Mapping[str, Recipient]
) -> Iterator[Finding]:
    readers = [recipients[name] for name in letter.readers if name in recipients]
    for field in (fields[name] for name in letter.fields if name in fields):
        for reader in readers:
            if field.kind not in reader.may and not field.writer:
                yield (
                    0,
                    f"Het veld “{field.name}” is van de soort “{field.kind}”;"
                    f" die mag “{reader.id}” ({reader.word}) niet lezen.",
                )


def _body(
    letter: Letter, fields: Mapping[str, Field], reserved: frozenset[str], steps: Collection[str]
) -> Iterator[Finding]:
    from jinja2 import TemplateSyntaxError, nodes

    for number, line in enumerate(letter.text.split("\n"), 1):
        if _PRIVATE.search(line):
            yield number, "Hier staat een teken dat niet te zien is en dat al een betekenis heeft."
        for raw in _RAW.finditer(line):
            yield number, f"{raw[0]} komt zo in de brief. Schrijf een woord als {{{{ {raw[1]} }}}}."
    try:
        tree = template.environment().parse(letter.text)
    except TemplateSyntaxError as error:
        yield error.lineno, f"De sjabloon klopt niet: {in_dutch(error.message)}"
        return
    known = reserved | set(letter.fields)
    every = list(tree.find_all(nodes.Node))
    names = [node for node in every if isinstance(node, nodes.Name)]
    lines = {node.name: node.lineno for node in reversed(names)}
    used = lines.keys() - {node.name for node in names if node.ctx != "load"}
    for name in used - known:
        if name in fields:
            yield lines[name], f"Het veld “{name}” staat niet bij `fields`."
        else:
            yield lines[name], f"De naam “{name}” bestaat niet.{suggestion(name, known)}"
    if template.SALUTATION in used:
        used.add(FIRST_NAME)
    for name in letter.fields:
        if name not in used and name in fields:
            yield 0, f"Het veld “{name}” komt in de brief niet voor."
    for name in sorted(reserved & fields.keys()):
        yield 0, f"Een veld kan niet “{name}” heten: die naam heeft al een betekenis."
    yield from _nodes(every, fields, steps)


def _nodes(
    every: "list[nodes.Node]", fields: Mapping[str, Field], steps: Collection[str]
) -> Iterator[Finding]:
    from jinja2 import nodes

    for node in every:
        if type(node).__name__ not in _PLAIN_TAGS:
            yield (
                node.lineno,
                "Een sjabloon kan alleen `if`, namen, `reached('stap')`, `same(veld, veld)` en"
                " `says(veld, 'keuze')` gebruiken, geen"
                f" {_NODES.get(type(node).__name__, 'andere opdracht')}.",
            )
        if not isinstance(node, nodes.Call) or _compares(node) or _chooses(node, fields):
            continue
        arguments = [each.value for each in node.args if isinstance(each, nodes.Const)]
        by_name = isinstance(node.node, nodes.Name) and node.node.name == template.REACHED
        if not by_name or len(arguments) != 1 or len(node.args) != 1 or node.kwargs:
            yield (
                node.lineno,
                "Schrijf een aanroep als `reached('stap')`, `same(veld, veld)` of"
                " `says(veld, 'keuze')`, met een keuze die het veld heeft.",
            )
        elif arguments[0] not in steps:
            step = str(arguments[0])
            yield node.lineno, f"De stap “{step}” bestaat niet.{suggestion(step, steps)}"


def _compares(node: "nodes.Call") -> bool:
    """Whether this asks if two fields say the same."""
    from jinja2 import nodes

    by_name = isinstance(node.node, nodes.Name) and node.node.name == template.SAME
    given = all(isinstance(each, nodes.Name) for each in node.args)
    return by_name and given and len(node.args) == len(("one", "other")) and not node.kwargs


def _chooses(node: "nodes.Call", fields: Mapping[str, Field]) -> bool:
    """Whether this asks if a field holds one of its own options."""
    from jinja2 import nodes

    if not isinstance(node.node, nodes.Name) or node.node.name != template.SAYS or node.kwargs:
        return False
    match node.args:
        case [nodes.Name(name=str(name)), nodes.Const(value=said)] if name in fields:
            return said in {each.say for each in fields[name].options}
    return False


def _markdown(body: str) -> Iterator[Finding]:
    bare = _TAG.sub(lambda found: "\n" * found[0].count("\n"), body)
    bare = _PRINTED.sub("x", bare)
    if all(map(_PLAIN_LINE.fullmatch, bare.split("\n"))):
        return
    depth = 0
    for token in _reader().parse(bare):
        line = token.map[0] + 1 if token.map else 0
        for each in (token, *(token.children or ())):
            if each.type in _CANNOT:
                yield line, f"Een brief kan geen {_CANNOT[each.type]} bevatten."
        if token.type.endswith(("_list_open", "_list_close")):
            depth += token.nesting
            if depth > 1 and token.nesting == 1:
                yield line, "Een lijst kan niet in een andere lijst staan."
        if token.type == "heading_open" and token.markup in {"=", "-"}:
            yield line, "Schrijf een kop met # ervoor."


@cache
def _reader() -> "MarkdownIt":
    """The Markdown reader that knows all that a letter cannot have."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")

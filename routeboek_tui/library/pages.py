"""Decodes the Markdown pages: steps, facts and letters."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.core.facts import READER, Domains
from routeboek_tui.core.letter import Field, Letter, LetterKind, Recipient
from routeboek_tui.letters.stationery import Envelope, on_paper
from routeboek_tui.library.conditions import read_sources, read_when
from routeboek_tui.library.node import Node, read_page, text_of, texts_of
from routeboek_tui.library.placeholders import unknown_words
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.scheme import DATE
from routeboek_tui.library.short_forms import MOST_OF_LETTER
from routeboek_tui.library.wording import ChoiceText, Reading, Text
from routeboek_tui.text.characters import word_count
from routeboek_tui.text.spelling import suggestion

_TEXT_PARTS = (
    "title", "question", "hint", "why", "find_out", "whom", "actions", "kort", "letters",
    "terms", "back", "back_to", "not_yet", "choices", "edges", "readings", "bring", "yields",
    "awaits",
    "outside",
)  # fmt: skip
_DATE_PARTS = ("kind", "since", "after")
_LETTER_PARTS = (
    "title", "kind", "form", "sender", "recipients", "pupil_too", "steps", "when", "fields",
    "required", "confirm", "sources", "status", "safety", "kort", "gone", "least", "past", "ahead",
    "coming", "most", "over", "about", "to", "address", "signed",
)  # fmt: skip


class Names(Struct, frozen=True):
    """The names a page may use; ``holidays`` is what ``calendar: true`` puts below its text."""

    actors: Collection[str]
    sources: Collection[str]
    words: Collection[str]
    domains: Domains
    fields: Mapping[str, Field]
    recipients: Mapping[str, Recipient]
    steps: Collection[str] = ()
    holidays: str = ""


class LetterFile(Struct, frozen=True):
    """A decoded letter with its file, its front matter, and the line its template starts on."""

    letter: Letter
    file: str
    head: Node
    first: int

    def line(self, part: str) -> int:
        """The line of one part of the front matter, or else the first."""
        if self.head.value is None or self.head.value.id != "mapping":
            return 1
        quiet = Node(self.head.value, self.file, self.head.offset, [])
        return dict(quiet.items(part)).get(part, quiet).line

    def place(self, number: int) -> int:
        """The line in the file of a line of the whole template."""
        above = f"{self.letter.sent_by}{self.letter.head}".count("\n")
        return self.first + number - above - 1 if number > above else self.line("about")


def named(
    parts: Mapping[str, Node], name: str, what: str, known: Collection[str]
) -> tuple[str, ...]:
    """A list of names that must be known."""
    if name not in parts:
        return ()
    node = parts[name]
    if node.value is not None and node.value.id == "scalar" and not node.none:
        return tuple(found for found in (node.one_of(what, known),) if found)
    items = node.nodes(name)
    return tuple(found for item in items if (found := item.one_of(what, known)))


def read_text(
    text: str, file: str, page_id: str, names: Names, problems: list[Problem]
) -> tuple[Text, Node]:
    """The words of a step, and its front matter for further checks."""
    head, body, _ = read_page(text, file, problems)
    check_words(text, file, names.words, problems)
    parts = head.fields("Deze tekst", _TEXT_PARTS, ("title",))
    choices = _choices(parts.get("choices"), ("label", "synonyms", "short"), ("label",))
    return _text(page_id, parts, body, names, choices), head


def read_fact(text: str, file: str, fact: str, names: Names, problems: list[Problem]) -> Text:
    """The words of a fact; a choice without a label is called by what leads to it."""
    head, body, _ = read_page(text, file, problems)
    check_words(text, file, names.words, problems)
    parts = head.fields("Deze tekst", (*_TEXT_PARTS, *_DATE_PARTS), ("title",))
    for name in _DATE_PARTS if "kind" in parts else ():
        if name not in parts:
            head.problem(f"Een datum heeft ook “{name}” nodig.")
    known = ("label", "synonyms", "places", "short", "implies", "likely", "note")
    return replace(
        _text(fact, parts, body, names, _choices(parts.get("choices"), known, (), names.domains)),
        kind=parts["kind"].one_of("De soort", (DATE,)) if "kind" in parts else "",
        since=text_of(parts, "since"),
        after=text_of(parts, "after"),
    )


def _text(
    page_id: str,
    parts: Mapping[str, Node],
    body: str,
    names: Names,
    choices: Mapping[str, ChoiceText],
) -> Text:
    return Text(
        id=page_id,
        title=text_of(parts, "title"),
        question=text_of(parts, "question"),
        hint=text_of(parts, "hint"),
        why=text_of(parts, "why"),
        find_out=text_of(parts, "find_out"),
        whom=named(parts, "whom", "De actor", names.actors),
        actions=_mapping(parts, "actions"),
        kort=_mapping(parts, "kort"),
        letters=_mapping(parts, "letters"),
        terms=_terms(parts),
        back=text_of(parts, "back"),
        back_to=_by_reader(parts.get("back_to"), names),
        not_yet=text_of(parts, "not_yet"),
        choices=choices,
        edges=_mapping(parts, "edges"),
        readings=_readings(parts.get("readings"), names),
        bring=texts_of(parts, "bring"),
        outside=_outside(parts.get("outside"), names),
        yields=named(parts, "yields", "De actie", _mapping(parts, "actions")),
        awaits=named(parts, "awaits", "De actie", _mapping(parts, "actions")),
        body=body,
    )


def _by_reader(node: Node | None, names: Names) -> dict[str, str]:
    """Words by the role of who reads them."""
    known = names.domains.get(READER, ())
    found = {
        node.named("De lezer", role, known): each.text(role)
        for role, each in (node.items("De woorden per lezer") if node else ())
        if node
    }
    return {role: said for role, said in found.items() if role}


def _terms(parts: Mapping[str, Node]) -> dict[str, str]:
    """Per action its term in words, where that hangs on more than a figure."""
    found, actions = _mapping(parts, "terms"), _mapping(parts, "actions")
    for action in found.keys() - actions.keys():
        near = suggestion(action, actions)
        parts["terms"].problem(f"De termijn “{action}” hoort bij geen actie van deze stap.{near}")
    return found


def _outside(node: Node | None, names: Names) -> dict[str, tuple[str, ...]]:
    """Per action the documents of general information that ask for it."""
    items = node.items("outside") if node else ()
    return {
        action: named({action: child}, action, "De bron", names.sources) for action, child in items
    }


def check_words(text: str, file: str, words: Collection[str], problems: list[Problem]) -> None:
    """Add a problem for every word in braces that nobody knows."""
    found = unknown_words(text, words)
    problems.extend(Problem(file, number, message) for number, message in found)


def _mapping(parts: Mapping[str, Node], name: str) -> dict[str, str]:
    return (
        {key: node.text(f"{name}: {key}") for key, node in parts[name].items(name)}
        if name in parts
        else {}
    )


def _choices(
    node: Node | None,
    known: Collection[str],
    needed: Collection[str],
    domains: Domains = MappingProxyType({}),
) -> dict[str, ChoiceText]:
    choices: dict[str, ChoiceText] = {}
    nodes: dict[str, Node] = {}
    for choice_id, child in node.items("choices") if node else ():
        parts = child.fields(f"De keuze “{choice_id}”", known, needed)
        short = text_of(parts, "short")
        places = tuple(texts_of(parts, "places"))
        typed = (*texts_of(parts, "synonyms"), *places, *filter(None, [short]))
        choices[choice_id] = ChoiceText(
            label=text_of(parts, "label"),
            synonyms=tuple(dict.fromkeys(typed)),
            short=short,
            places=places,
            implies=_mapping(parts, "implies"),
            note=text_of(parts, "note"),
            likely=read_when(parts.get("likely"), domains),
        )
        nodes[choice_id] = child
    _prove_apart(nodes, choices)
    return choices


def _prove_apart(nodes: Mapping[str, Node], choices: Mapping[str, ChoiceText]) -> None:
    """No two choices read alike, and the word one begins with, as in "Ja, …", is of no other."""
    read: dict[str, str] = {}
    for choice, text in choices.items():
        if text.label and read.setdefault(text.label.lower(), choice) != choice:
            same = read[text.label.lower()]
            nodes[choice].problem(f"De keuze “{choice}” heet hetzelfde als “{same}”.")
    begins = {choice: text.label.partition(",")[0].lower() for choice, text in choices.items()}
    for choice, node in nodes.items():
        typed = {word.lower() for word in choices[choice].synonyms} - {begins[choice]}
        for other, begin in begins.items():
            if begin.isalpha() and begin in typed:
                node.problem(f"“{begin}” hoort niet bij “{choice}”: zo begint de keuze “{other}”.")


def _readings(node: Node | None, names: Names) -> tuple[Reading, ...]:
    required = ("about", "options", "chosen", "because")
    readings = []
    for item in node.nodes("readings") if node else ():
        parts = item.fields("Deze lezing", (*required, "when"), required)
        options = texts_of(parts, "options")
        readings.append(
            Reading(
                about=text_of(parts, "about"),
                options=options,
                chosen=parts["chosen"].one_of("De gekozen lezing", options)
                if "chosen" in parts
                else "",
                because=text_of(parts, "because"),
                when=read_when(parts.get("when"), names.domains),
            )
        )
    return tuple(readings)


def read_letter(
    text: str, file: str, letter_id: str, names: Names, problems: list[Problem]
) -> LetterFile:
    """A letter."""
    head, body, first = read_page(text, file, problems)
    required = (
        "title", "kind", "sender", "recipients", "steps", "fields", "required", "sources", "status",
    )  # fmt: skip
    parts = head.fields("Deze brief", _LETTER_PARTS, required)
    if word_count(text_of(parts, "kort")) > MOST_OF_LETTER:
        parts["kort"].problem(
            f"De korte naam van een brief heeft hooguit {MOST_OF_LETTER} woorden."
        )
    kinds = [kind.value for kind in LetterKind]
    kind = parts["kind"].one_of("De soort brief", kinds) if "kind" in parts else ""
    if kind == LetterKind.FORM_HELP and "form" not in parts:
        head.problem("Invulhulp mist “form”: de eigen naam van het formulier.")
    letter = Letter(
        id=letter_id,
        title=text_of(parts, "title"),
        kind=LetterKind(kind or LetterKind.LETTER),
        sender=parts["sender"].one_of("De actor", names.actors) if "sender" in parts else "",
        recipients=named(parts, "recipients", "De ontvanger", names.recipients),
        steps=named(parts, "steps", "De stap", names.steps),
        fields=named(parts, "fields", "Het veld", names.fields),
        required=named(parts, "required", "Het veld", names.fields),
        body=body,
        sources=read_sources(parts.get("sources"), frozenset(names.sources)),
        form=text_of(parts, "form"),
        pupil_too="pupil_too" in parts and parts["pupil_too"].flag("pupil_too"),
        when=read_when(parts.get("when"), names.domains),
        confirm=text_of(parts, "confirm"),
        status=parts["status"].one_of("De status", ("named", "implied"))
        if "status" in parts
        else "",
        safety="safety" in parts and parts["safety"].flag("safety"),
        kort=text_of(parts, "kort"),
        gone=_lists(parts.get("gone"), names.steps),
        over=named(parts, "over", "De stap", names.steps),
        least=_mapping(parts, "least"),
        past=named(parts, "past", "Het veld", names.fields),
        ahead=named(parts, "ahead", "Het veld", names.fields),
        coming=named(parts, "coming", "Het veld", names.fields),
        most=_mapping(parts, "most"),
    )
    if "about" in parts:
        letter = on_paper(letter, _envelope(parts, names), frozenset(names.fields))
    return LetterFile(letter, file, head, first)


def _envelope(parts: Mapping[str, Node], names: Names) -> Envelope:
    return Envelope(
        about=text_of(parts, "about"),
        to=text_of(parts, "to"),
        address=parts["address"].one_of("Het veld", names.fields) if "address" in parts else "",
        signed="signed" not in parts or parts["signed"].flag("signed"),
    )


def _lists(node: Node | None, steps: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Answers by step."""
    found = {}
    for step, child in node.items("gone") if node else ():
        if child.named("De stap", step, steps):
            found[step] = child.names(f"gone: {step}")
    return found

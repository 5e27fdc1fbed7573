"""Decodes the Markdown pages: steps, facts, begrippen and letters."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from routeboek_tui.core.letter import Field, Letter, LetterKind, Recipient
from routeboek_tui.library.content import Begrip, ChoiceText, Conflict, Reading, Text
from routeboek_tui.library.flows import read_sources, read_when
from routeboek_tui.library.node import Node, read_page
from routeboek_tui.library.placeholders import unknown_words
from routeboek_tui.library.problems import Problem

_TEXT_PARTS = (
    "title", "question", "hint", "why", "find_out", "whom", "actions", "choices", "edges",
    "readings", "conflicts", "bring",
)  # fmt: skip
_LETTER_PARTS = (
    "title", "kind", "form", "sender", "recipients", "pupil_too", "steps", "when", "fields",
    "required", "confirm", "sources", "status",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Names:
    """The names a page may use."""

    actors: Collection[str]
    sources: Collection[str]
    words: Collection[str]
    fields: Mapping[str, Field]
    recipients: Mapping[str, Recipient]
    steps: Collection[str] = ()


def _text(parts: Mapping[str, Node], name: str) -> str:
    return parts[name].text(name) if name in parts else ""


def _named(
    parts: Mapping[str, Node], name: str, what: str, known: Collection[str]
) -> tuple[str, ...]:
    """A list of names that must be known."""
    if name not in parts:
        return ()
    node = parts[name]
    if node.value is not None and node.value.id == "sequence":
        return tuple(found for item in node.nodes(name) if (found := item.one_of(what, known)))
    return tuple(found for text in node.texts(name) if (found := node.named(what, text, known)))


def read_text(
    text: str, file: str, page_id: str, names: Names, problems: list[Problem]
) -> tuple[Text, Node]:
    """The words of a step or a fact, and its front matter for further checks."""
    head, body, _ = read_page(text, file, problems)
    _check_words(text, file, names.words, problems)
    parts = head.fields("Deze tekst", _TEXT_PARTS, ("title",))
    found = Text(
        id=page_id,
        title=_text(parts, "title"),
        question=_text(parts, "question"),
        hint=_text(parts, "hint"),
        why=_text(parts, "why"),
        find_out=_text(parts, "find_out"),
        whom=_named(parts, "whom", "De actor", names.actors),
        actions=_mapping(parts, "actions"),
        choices=_choices(parts.get("choices")),
        edges=_mapping(parts, "edges"),
        readings=_readings(parts.get("readings")),
        conflicts=_conflicts(parts.get("conflicts"), names),
        bring=parts["bring"].texts("bring") if "bring" in parts else (),
        body=body,
    )
    return found, head


def _check_words(text: str, file: str, words: Collection[str], problems: list[Problem]) -> None:
    found = unknown_words(text, words)
    problems.extend(Problem(file, number, message) for number, message in found)


def _mapping(parts: Mapping[str, Node], name: str) -> dict[str, str]:
    return (
        {key: node.text(f"{name}: {key}") for key, node in parts[name].items(name)}
        if name in parts
        else {}
    )


def _choices(node: Node | None) -> dict[str, ChoiceText]:
    choices = {}
    for choice_id, child in node.items("choices") if node else ():
        parts = child.fields(f"De keuze “{choice_id}”", ("label", "synonyms", "short"), ("label",))
        choices[choice_id] = ChoiceText(
            label=_text(parts, "label"),
            synonyms=parts["synonyms"].texts("synonyms") if "synonyms" in parts else (),
            short=_text(parts, "short"),
        )
    return choices


def _readings(node: Node | None) -> tuple[Reading, ...]:
    required = ("about", "options", "chosen", "because")
    readings = []
    for item in node.nodes("readings") if node else ():
        parts = item.fields("Deze lezing", (*required, "when"), required)
        options = parts["options"].texts("options") if "options" in parts else ()
        readings.append(
            Reading(
                about=_text(parts, "about"),
                options=options,
                chosen=parts["chosen"].one_of("De gekozen lezing", options)
                if "chosen" in parts
                else "",
                because=_text(parts, "because"),
                when=read_when(parts.get("when")),
            )
        )
    return tuple(readings)


def _conflicts(node: Node | None, names: Names) -> tuple[Conflict, ...]:
    conflicts = []
    for item in node.nodes("conflicts") if node else ():
        parts = item.fields(
            "Dit verschil", ("about", "when", "says", "handling"), ("about", "says", "handling")
        )
        says = {
            document: child.text("says")
            for document, child in (parts["says"].items("says") if "says" in parts else ())
            if child.named("De bron", document, names.sources)
        }
        when = read_when(parts.get("when"))
        conflicts.append(Conflict(_text(parts, "about"), says, _text(parts, "handling"), when))
    return tuple(conflicts)


def read_begrip(  # noqa: PLR0913, PLR0917 - a page, what it may name, and where problems go
    text: str, file: str, begrip_id: str, names: Names, begrippen: Collection[str],
    problems: list[Problem],
) -> Begrip:  # fmt: skip
    """A term of the field, explained."""
    head, body, _ = read_page(text, file, problems)
    _check_words(text, file, names.words, problems)
    required = ("title", "names", "sources")
    parts = head.fields("Dit begrip", (*required, "see", "steps"), required)
    sources = read_sources(parts.get("sources"), frozenset(names.sources))
    if "sources" in parts and not sources:
        parts["sources"].problem("Dit begrip heeft geen bron.")
    return Begrip(
        id=begrip_id,
        title=_text(parts, "title"),
        names=parts["names"].texts("names") if "names" in parts else (),
        sources=sources,
        body=body,
        see=_named(parts, "see", "Het begrip", begrippen),
        steps=_named(parts, "steps", "De stap", names.steps),
    )


def read_letter(
    text: str, file: str, letter_id: str, names: Names, problems: list[Problem]
) -> tuple[Letter, int]:
    """A letter, and the line its template starts on."""
    head, body, first = read_page(text, file, problems)
    required = ("title", "kind", "sender", "recipients", "steps", "fields", "sources", "status")
    parts = head.fields("Deze brief", _LETTER_PARTS, required)
    kinds = [kind.value for kind in LetterKind]
    kind = parts["kind"].one_of("De soort brief", kinds) if "kind" in parts else ""
    if kind == LetterKind.FORM_HELP and "form" not in parts:
        head.problem("Invulhulp mist “form”: de eigen naam van het formulier.")
    return (
        Letter(
            id=letter_id,
            title=_text(parts, "title"),
            kind=LetterKind(kind or LetterKind.LETTER),
            sender=parts["sender"].one_of("De actor", names.actors) if "sender" in parts else "",
            recipients=_named(parts, "recipients", "De ontvanger", names.recipients),
            steps=_named(parts, "steps", "De stap", names.steps),
            fields=_named(parts, "fields", "Het veld", names.fields),
            required=_named(parts, "required", "Het veld", names.fields),
            body=body,
            sources=read_sources(parts.get("sources"), frozenset(names.sources)),
            form=_text(parts, "form"),
            pupil_too="pupil_too" in parts and parts["pupil_too"].flag("pupil_too"),
            when=read_when(parts.get("when")),
            confirm=_text(parts, "confirm"),
            status=parts["status"].one_of("De status", ("named", "implied"))
            if "status" in parts
            else "",
        ),
        first,
    )

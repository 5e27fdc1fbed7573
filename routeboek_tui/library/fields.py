"""Decodes ``letters/fields.yaml``, and proves what fields and letters name of the routes."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from routeboek_tui.core.facts import Domains
from routeboek_tui.core.letter import (
    ABSENCE,
    ANY,
    BIRTH_DATE,
    TABLE,
    UNMARKED,
    WORDS,
    Field,
    FieldKind,
    FieldType,
    FromMeeting,
    Option,
    Taken,
)
from routeboek_tui.core.policy import registry
from routeboek_tui.library import ordinary_file
from routeboek_tui.library.conditions import read_when
from routeboek_tui.library.content import Library
from routeboek_tui.library.node import Node, read_yaml, text_of, texts_of
from routeboek_tui.library.pages import LetterFile
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.ways import right
from routeboek_tui.text.enumeration import one_of
from routeboek_tui.text.spelling import suggestion

FILE = "letters/fields.yaml"

_NEEDED = ("label", "kind", "type")
_OF_DATES = ("past", "not_before", "meeting")
_OF_DAYS = ("day", "over")
_PARTS = (
    *_NEEDED,
    "hint",
    "example",
    "walk",
    "options",
    "counted",
    "columns",
    *_OF_DATES,
    *_OF_DAYS,
    "halves",
    "writer",
    "overleg",
    "span",
    "until",
    "heard",
)


_MEASURED = {FieldType.DATE, FieldType.COUNT}
"""What can be held against a figure: the last of some days, or a number."""


def read_fields(
    text: str, file: str, problems: list[Problem], dates: Collection[str], domains: Domains
) -> dict[str, Field]:
    """What can be filled in, in any letter."""
    inputs = [f"{name}.{each}" for name, rule in registry.STEPS.items() for each in rule.inputs]
    walk = (BIRTH_DATE, TABLE, *sorted(dates), *inputs)
    items = read_yaml(text, file, problems).items("De lijst van velden")
    names = (ABSENCE, *(name for name, _ in items))
    fields = {}
    for name, node in items:
        parts = node.fields(f"Het veld “{name}”", _PARTS, _NEEDED)
        kind = _one_of(parts, "kind", "De soort", [kind.value for kind in FieldKind])
        type_ = _one_of(parts, "type", "Het type", [type_.value for type_ in FieldType])
        fields[name] = Field(
            name=name,
            label=text_of(parts, "label"),
            kind=FieldKind(kind or FieldKind.MEDICAL),
            type=FieldType(type_ or FieldType.LINE),
            hint=text_of(parts, "hint"),
            example=text_of(parts, "example"),
            walk=_one_of(parts, "walk", "Wat de weg weet", walk),
            options=_options(parts.get("options"), domains),
            counted=_counted(parts.get("counted"), inputs),
            past="past" in parts and parts["past"].flag("past"),
            not_before=_earlier(parts.get("not_before"), names),
            meeting="meeting" in parts and parts["meeting"].flag("meeting"),
            halves="halves" in parts and parts["halves"].flag("halves"),
            writer="writer" in parts and parts["writer"].flag("writer"),
            columns=texts_of(parts, "columns"),
            overleg=_from_meeting(parts.get("overleg")),
            day=parts["day"].names("De dag") if "day" in parts else (),
            over=texts_of(parts, "over"),
            span=text_of(parts, "span"),
            until=text_of(parts, "until"),
            heard=_heard(parts.get("heard")),
        )
        if (type_ == FieldType.TABLE) != bool(fields[name].columns):
            node.problem(f"Een veld heeft “columns” als het een tabel is: “{name}”.")
        if type_ == FieldType.CHOICE and len(fields[name].options) < 2:  # noqa: PLR2004
            node.problem(f"Bij het veld “{name}” is niets te kiezen: zet er options bij.")
        for each in _OF_DATES:
            if each in parts and type_ != FieldType.DATE:
                parts[each].problem(f"Alleen een veld van het type date heeft “{each}”.")
        if "halves" in parts and type_ != FieldType.COUNT:
            parts["halves"].problem("Alleen een veld van het type count heeft “halves”.")
        if "writer" in parts and kind != FieldKind.CONTACT:
            parts["writer"].problem("Alleen een veld van de soort contact heeft “writer”.")
    return fields


def _one_of(parts: Mapping[str, Node], name: str, what: str, known: Collection[str]) -> str:
    return parts[name].one_of(what, known) if name in parts else ""


def _options(node: Node | None, domains: Domains) -> tuple[Option, ...]:
    found = []
    for item in node.nodes("options") if node else ():
        parts = item.fields("Deze keuze", ("say", "walk", "when"), ("say",))
        walk = parts["walk"].names("walk") if "walk" in parts else ()
        found.append(Option(text_of(parts, "say"), walk, read_when(parts.get("when"), domains)))
    return tuple(found)


def _counted(node: Node | None, inputs: Collection[str]) -> dict[str, str]:
    found = {}
    for name, child in node.items("counted") if node else ():
        if child.named("Wat de weg telt", name, inputs):
            found[name] = child.text(name)
            if "#" not in found[name]:
                child.problem("Zet een # waar het getal komt.")
    return found


def _heard(node: Node | None) -> dict[str, tuple[str, ...]]:
    """What can be heard of a field: its words, with the ways in which people say it."""
    found = {}
    for words, child in node.items("heard") if node else ():
        found[words] = child.texts("heard")
        for way in found[words]:
            if not right(way):
                child.problem(f"De manier van zeggen “{way}” is niet te lezen.")
    return found


def _from_meeting(node: Node | None) -> FromMeeting | None:
    """What a field takes of a meeting: a part of it, with the words to say it in."""
    if node is None:
        return None
    parts = node.fields("Wat het overleg invult", ("part", "words"), ("part",))
    part = _one_of(parts, "part", "Het deel van een overleg", [each.value for each in Taken])
    needed = WORDS.get(Taken(part), ()) if part else ()
    words = parts["words"].fields("De woorden", needed, needed) if "words" in parts else {}
    if part and needed and "words" not in parts:
        node.problem(f"Zet er “words” bij, met: {', '.join(needed)}.")
    said = {name: text_of(words, name) for name in words}
    for name, text in said.items():
        if "#" not in text and name not in UNMARKED:
            words[name].problem(f"Zet een # waar komt wie of wat het is: {name}.")
    return FromMeeting(Taken(part), said) if part else None


def _earlier(node: Node | None, names: Collection[str]) -> tuple[str, ...]:
    found = node.names("not_before") if node else ()
    return tuple(name for name in found if node and node.named("Het veld", name, names))


def prove(root: Path, library: Library, letters: Iterable[LetterFile]) -> Iterator[Problem]:
    """Every step, answer, day and figure that a field or a letter names and that does not exist."""
    fields, figures, starts = library.fields, library.figures, library.milestones.starts
    choices: dict[str, set[str]] = {}
    for step in (step for flow in library.flows.values() for step in flow.steps.values()):
        choices.setdefault(step.id, set()).update(choice.id for choice in step.choices)
    for field in fields.values():
        evidence = (*field.over, *(each for option in field.options for each in option.walk))
        wrong = [f"Het veld “{field.name}”: {each}" for each in _wrongs(evidence, choices)]
        for day in filter(None, (*field.day, field.until)):
            if day not in starts:
                wrong.append(f"De dag “{day}” bestaat niet.{suggestion(day, starts)}")
        if field.span and field.span not in figures:
            wrong.append(f"Het getal “{field.span}” bestaat niet.{suggestion(field.span, figures)}")
        yield from (Problem(FILE, _line(root, field.name), each) for each in wrong)
    for file in letters:
        letter = file.letter
        answers = [f"{step}.{taken}" for step, each in letter.gone.items() for taken in each]
        for each in _wrongs(answers, choices):
            yield Problem(file.file, file.line("gone"), each)
        bounds = (("least", letter.least, {FieldType.COUNT}), ("most", letter.most, _MEASURED))
        for part, figured, types in bounds:
            for name, figure in figured.items():
                yield from _typed(file, part, name, fields, types)
                if figure not in figures:
                    message = f"Het getal “{figure}” bestaat niet.{suggestion(figure, figures)}"
                    yield Problem(file.file, file.line(part), message)
        days = (("past", letter.past), ("ahead", letter.ahead), ("coming", letter.coming))
        for part, names in days:
            for name in names:
                yield from _typed(file, part, name, fields, {FieldType.DATE})


def _typed(
    file: LetterFile,
    part: str,
    name: str,
    fields: Mapping[str, Field],
    types: Collection[FieldType],
) -> Iterator[Problem]:
    """What is wrong with a field that this part of a letter names."""
    if name not in file.letter.fields or name not in fields or fields[name].type not in types:
        wanted = one_of(sorted(types))
        message = f"Bij “{part}”: deze brief heeft geen veld “{name}” van het type {wanted}."
        yield Problem(file.file, file.line(part), message)


def _wrongs(evidence: Iterable[str], choices: Mapping[str, Collection[str]]) -> Iterator[str]:
    """What is wrong with each of ``evidence`` that names no step or answer."""
    yield from filter(None, (_wrong(each, choices) for each in evidence))


def _wrong(evidence: str, choices: Mapping[str, Collection[str]]) -> str:
    """What is wrong with "step" or "step.choice"; "" when nothing is."""
    name, dot, choice = evidence.partition(".")
    if name not in choices:
        return f"De stap “{name}” bestaat niet.{suggestion(name, choices)}"
    if dot and choice not in (ANY, *choices[name]):
        return f"De stap “{name}” heeft geen keuze “{choice}”.{suggestion(choice, choices[name])}"
    return ""


def _line(root: Path, name: str) -> int:
    text = ordinary_file.read_text(root / FILE)
    nodes = dict(read_yaml(text, FILE, []).items("De lijst van velden"))
    return nodes[name].line if name in nodes else 1

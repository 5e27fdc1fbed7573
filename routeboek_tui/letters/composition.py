"""A letter and what was typed, made into a document."""

import re
from collections.abc import Collection, Mapping
from datetime import date

from msgspec import Struct

from routeboek_tui.core.facts import Domains, Situation
from routeboek_tui.core.letter import (
    FIRST_NAME,
    PARENTS,
    PARENTS_NAME,
    PUPIL,
    Field,
    FieldKind,
    FieldType,
    Letter,
    LetterKind,
)
from routeboek_tui.letters import template
from routeboek_tui.letters.addressee import named_once
from routeboek_tui.letters.template import LetterError, Slot
from routeboek_tui.letters.values import clean, items, rows
from routeboek_tui.letters.written_out import written_out
from routeboek_tui.text import dates
from routeboek_tui.text.blocks import Place, blocks
from routeboek_tui.text.document import Block, Document, Items, Paragraph, Run, Table
from routeboek_tui.text.enumeration import one_of

DRAFT = "Concept. Lees na en vul aan voor je verstuurt."
FORM_HELP = "Invulhulp, geen officieel formulier. Vraag het formulier zelf bij {}: {}."


class Composed(Struct, frozen=True):
    """A document with what it still lacks.

    ``missing`` are the empty fields that stand marked in the text, and those
    in ``locked``: the fields that must be filled in before the letter goes out. ``unused`` are
    those that were filled in and that the letter leaves out as things are.
    """

    document: Document
    missing: tuple[Field, ...]
    locked: tuple[Field, ...]
    unused: tuple[Field, ...] = ()


def compose(  # noqa: PLR0913, PLR0917 - a letter is made of these and keeps none
    letter: Letter,
    fields: Mapping[str, Field],
    values: Mapping[str, str],
    facts: Situation,
    domains: Domains,
    words: Mapping[str, str],
    reached: frozenset[str],
    today: date,
) -> Composed:
    """The document of ``letter`` with ``values`` by field name, as typed.

    ``domains`` are the values the facts can have, ``words`` the words of the content that fit;
    ``reached`` are the steps the walk has certainly come past. Loads Jinja2 and markdown-it.

    :raises LetterError: when the template is wrong, or uses a name nobody gives
    """
    if unknown := [name for name in letter.fields if name not in fields]:
        raise LetterError(f"Dit veld bestaat niet: {unknown[0]}.")
    own = {name: fields[name] for name in letter.fields}
    texts = {name: _text(values.get(name, ""), field) for name, field in own.items()}
    slots = {
        name: Slot(template.mark(number), bool(texts[name])) for number, name in enumerate(own)
    }
    written = {slots[name].mark: texts[name] for name in own}
    also_pupil = template.mark(len(own))
    context: dict[str, object] = {
        **words,
        **{
            name: facts.get(fact) == value
            for name, (fact, value) in template.fact_names(domains).items()
        },
        **slots,
        template.SALUTATION: _salutation(letter, facts, slots, also_pupil),
        template.TODAY: dates.write(today),
        template.REACHED: reached.__contains__,
        template.SAYS: lambda field, said: written[field.mark] == said,
        template.SAME: lambda one, other: bool(one) and written[one.mark] == written[other.mark],
    }
    markdown = _once_ended(template.fill(letter.text, context), written)
    at = slots[letter.address].mark if letter.address in slots else ""
    markdown, shown = named_once(markdown, at, written)
    places = {slots[name].mark: _place(shown[slots[name].mark], own[name]) for name in own}
    places[also_pupil] = Run(" [vanaf 12 jaar ook: beste leerling]", missing=True)
    locked = tuple(own[name] for name in letter.required if name in own and not texts[name])
    missing = tuple(
        field
        for name, field in own.items()
        if (_gap(texts[name], field) and slots[name].mark in markdown) or field in locked
    )
    said = {text for mark, text in written.items() if mark in markdown}
    unused = tuple(f for name, f in own.items() if _left_out(letter, f, texts[name], said))
    return Composed(_document(letter, blocks(markdown, places), words), missing, locked, unused)


def _document(letter: Letter, found: tuple[Block, ...], words: Mapping[str, str]) -> Document:
    """The document of these blocks; on paper of an office the first of them is who sends it."""
    if letter.to_home and letter.kind is not LetterKind.FORM_HELP:
        found = written_out(found, words)
    first = found[0] if letter.sent_by and found else None
    sender = first.runs if isinstance(first, Paragraph) else ()
    return Document(
        f"{letter.title} (concept)",
        notice(letter, words),
        found[1:] if sender else found,
        apart=letter.kind is LetterKind.LETTER,
        sender=sender,
    )


def notice(letter: Letter, words: Mapping[str, str]) -> str:
    """The sentence above ``letter`` that says what it is.

    A form is asked of who receives it, by the word in ``words`` or else by its own name.
    """
    if letter.kind is LetterKind.FORM_HELP:
        givers = one_of(words.get(each, each) for each in letter.recipients)
        return FORM_HELP.format(givers, letter.form or letter.title)
    return DRAFT


def _left_out(letter: Letter, field: Field, text: str, said: Collection[str]) -> bool:
    """Whether ``text`` in ``field`` could stand in the letter and is not among what is ``said``."""
    printed = re.search(rf"{{{{ *{field.name} *}}}}", letter.text)
    return bool(printed and text and text not in said)


def _once_ended(markdown: str, written: Mapping[str, str]) -> str:
    """``markdown`` without the full stop after a field in which a sentence was typed to its end."""
    for mark, text in written.items():
        if text.endswith((".", "!", "?")):
            markdown = re.sub(rf"{mark}(\**)\.", rf"{mark}\1", markdown)
    return markdown


def _text(typed: str, field: Field) -> str:
    """What was typed as it stands on paper; of an appointment the weekday is said."""
    return clean(typed, field.type, weekday=field.kind is FieldKind.PLANNING)


def _place(text: str, field: Field) -> Place:
    """What stands in the place of a field with ``text`` in it."""
    if field.type is FieldType.TABLE:
        cells = rows(text, len(field.columns)) or (("",) * len(field.columns),)
        return Table(
            tuple((Run(name),) for name in field.columns),
            tuple(
                tuple((_filled(cell, name),) for cell, name in zip(row, field.columns, strict=True))
                for row in cells
            ),
        )
    several = items(text) if field.type is FieldType.LIST else ()
    if len(several) > 1:
        return Items(False, tuple((Run(each),) for each in several))
    return _filled(several[0] if several else text, field.label)


def _gap(text: str, field: Field) -> bool:
    """Whether something is still to be filled in: of a table that is any of its cells."""
    of_table = field.type is FieldType.TABLE and text
    return not (all(map(all, rows(text, len(field.columns)))) if of_table else text)


def _filled(text: str, label: str) -> Run:
    return Run(text or f"[nog invullen: {label[:1].lower()}{label[1:]}]", missing=not text)


def _salutation(
    letter: Letter, facts: Situation, slots: Mapping[str, Slot], also_pupil: str
) -> str:
    """How the letter addresses its reader: parents, from 12 the pupil too, or someone at work."""
    pupil = f"beste {slots.get(FIRST_NAME, PUPIL)}"
    if letter.recipients == (PUPIL,):
        return f"{pupil.capitalize()},"
    if PARENTS not in letter.recipients:
        return "Geachte heer of mevrouw,"
    named = slots.get(PARENTS_NAME)
    parents = f"Beste {named or 'ouders of verzorgers'}"
    if not letter.pupil_too or facts.get("leeftijd") == "onder_12":
        return f"{parents},"
    if facts.get("leeftijd") == "vanaf_12":
        return f"{parents}, {pupil},"
    return f"{parents}{also_pupil},"

"""A few fields, and a letter that uses them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from routeboek_tui.core.flow import Source
from routeboek_tui.core.letter import Field, FieldKind, FieldType, Letter, LetterKind
from routeboek_tui.library import pages
from routeboek_tui.library.content import Library
from routeboek_tui.library.grounds import FILE, Grounds, read_grounds
from routeboek_tui.library.problems import Problem

FIELDS = {
    field.name: field
    for field in (
        Field("leerling", "Naam van de leerling", FieldKind.IDENTIFICATION, FieldType.LINE),
        Field("leerling_voornaam", "Voornaam", FieldKind.IDENTIFICATION, FieldType.LINE),
        Field("datum", "Datum van het gesprek", FieldKind.PLANNING, FieldType.DATE),
        Field("afspraken", "Afspraken", FieldKind.AGREEMENTS, FieldType.TEXT),
        Field("wie", "Wie er waren", FieldKind.PLANNING, FieldType.LIST),
        Field(
            "plan", "Plan", FieldKind.AGREEMENTS, FieldType.TABLE, columns=("Wie", "Wat", "Wanneer")
        ),
        Field("ouders_naam", "Naam van de ouders", FieldKind.IDENTIFICATION, FieldType.LINE),
        Field("organisatie", "Organisatie", FieldKind.CONTACT, FieldType.LINE),
        Field("plaats", "Plaats", FieldKind.CONTACT, FieldType.LINE),
        Field("kenmerk", "Kenmerk", FieldKind.CONTACT, FieldType.LINE),
        Field("adres_school", "Adres van de school", FieldKind.CONTACT, FieldType.LIST),
    )
}


def _letter(body: str, **other: object) -> Letter:
    given: dict[str, object] = {
        "id": "brief",
        "title": "Uitnodiging",
        "kind": LetterKind.LETTER,
        "sender": "school",
        "recipients": ("ouders",),
        "steps": ("gesprek",),
        "fields": tuple(FIELDS),
        "required": (),
        "body": body,
        "sources": (Source("schema-2024", "vak"),),
        **other,
    }
    return Letter(**given)  # type: ignore[arg-type]


@pytest.fixture
def fields() -> Mapping[str, Field]:
    return FIELDS


@pytest.fixture
def make_letter() -> Callable[..., Letter]:
    """A letter with this body; every other part can be given by name."""
    return _letter


@pytest.fixture(scope="session")
def grounds(library: Library, root: Path) -> Grounds:
    """Who may hear what of a pupil, from which step."""
    names = pages.Names(
        library.actors,
        library.sources,
        library.words,
        library.scheme.domains,
        library.fields,
        library.recipients,
    )
    problems: list[Problem] = []
    found = read_grounds((root / FILE).read_text("utf-8"), names, library.flows, problems)
    assert problems == []
    return found

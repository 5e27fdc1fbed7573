"""What the check finds in a letter, with its line."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import pytest
from msgspec.structs import replace

from routeboek_tui.core.letter import Field, FieldKind, Ground, Letter, Recipient
from routeboek_tui.letters.checks import Finding, check
from routeboek_tui.letters.template import reserved

RESERVED = reserved(("overleg",), {"leeftijd": ("onder_12", "vanaf_12")})

GROUND = Ground("omdat", ())
RECIPIENTS = {
    "ouders": Recipient("ouders", "ouders", dict.fromkeys(FieldKind, GROUND)),
    "leerplicht": Recipient("leerplicht", "Leerplicht", {FieldKind.IDENTIFICATION: GROUND}),
    "leerling": Recipient("leerling", "leerling", {}),
}


Findings: TypeAlias = Callable[..., list[Finding]]


@pytest.fixture
def findings(fields: Mapping[str, Field], make_letter: Callable[..., Letter]) -> Findings:
    """What the check finds in a letter with this body and one field."""

    def check_it(body: str, **other: object) -> list[Finding]:
        letter = make_letter(body, **{"fields": ("leerling",), **other})
        return check(letter, fields, RECIPIENTS, RESERVED, ("gesprek", "melden"))

    return check_it


def test_a_good_letter_has_no_findings(findings: Findings) -> None:
    body = (
        "## Kop\n\n{{ aanhef }}\n\n{% if vanaf_12 and reached('gesprek') %}\n{{ leerling }}\n"
        "{% else %}\n- {{ overleg }}\n{% endif %}\n\n| a | b |\n|---|---|\n| {{ vandaag }} | c |\n"
    )
    assert findings(body) == []


@pytest.mark.parametrize(
    ("body", "line", "part"),
    [
        ("a\n{{ leerlin }} {{ leerling }}", 2, "Bedoel je “leerling”?"),
        ("{{ leerling }}\n\n{{ datum }}", 3, "“datum” staat niet bij `fields`"),
        ("{{ leerling }}\n{% if %}", 2, "De sjabloon klopt niet"),
        ("{{ leerling }}\n{% for x in 'ab' %}{{ x }}{% endfor %}", 2, "geen lus (`for`)"),
        ("{{ leerling }}\n{{ leerling | upper }}", 2, "geen filter"),
        ("{{ leerling }}\n{{ leerling | onbekend }}", 2, "geen filter"),
        ("{{ leerling }}\n{{ leerling is onbekend }}", 2, "geen toets"),
        ("{{ leerling }}\n{{ range }}", 2, "De naam “range” bestaat niet."),
        ("{{ leerling }}\n{% if reached('geprek') %}x{% endif %}", 2, "Bedoel je “gesprek”?"),
        ("{{ leerling }}\n{% if reached(leerling) %}x{% endif %}", 2, "reached('stap')"),
        ("{{ leerling }}\n{% if same(leerling, 'x') %}x{% endif %}", 2, "same(veld, veld)"),
        ("{{ leerling }}\n{% if same(leerling) %}x{% endif %}", 2, "same(veld, veld)"),
        ("{{ leerling }}\n{% if says(leerling, 'x') %}x{% endif %}", 2, "says(veld, 'keuze')"),
        ("{{ leerling }}\nBel {nummer}.", 2, "{nummer} komt zo in de brief"),
        ("{{ leerling }}\n\n<b>x</b>", 3, "HTML"),
        ("{{ leerling }}\n\n[x](y)", 3, "link"),
        ("{{ leerling }}\n\n> x", 3, "citaat"),
        ("{{ leerling }}\n\n- x\n  - y", 4, "lijst"),
        ("{{ leerling }}\n---", 1, "kop"),
        ("{{ leerling }}\n\ue100", 2, "niet te zien"),
        ("Niets.", 0, "komt in de brief niet voor"),
    ],
)
def test_findings_in_the_body(findings: Findings, body: str, line: int, part: str) -> None:
    (found,) = findings(body)
    assert found[0] == line
    assert part in found[1]


@pytest.mark.parametrize(
    ("other", "part"),
    [
        ({"required": ("datum",)}, "verplicht"),
        ({"form": "Formulier"}, "invulhulp"),
        ({"pupil_too": True}, "mag “leerling”"),
    ],
)
def test_findings_in_the_front_matter(
    findings: Findings, other: dict[str, object], part: str
) -> None:
    (found,) = findings("{{ leerling }}", **other)
    assert found[0] == 0
    assert part in found[1]


def test_who_writes_may_stand_in_any_letter(
    fields: Mapping[str, Field], make_letter: Callable[..., Letter]
) -> None:
    known = {**fields, "plaats": replace(fields["plaats"], writer=True)}
    letter = make_letter("{{ plaats }}", fields=("plaats",), recipients=("leerplicht",))
    assert check(letter, known, RECIPIENTS, RESERVED, ("gesprek",)) == []


def test_a_field_may_only_stand_where_every_recipient_may_read_it(findings: Findings) -> None:
    other = {"fields": ("datum",), "recipients": ("ouders", "leerplicht")}
    assert findings("{{ datum }}", **other) == [
        (
            0,
            "Het veld “datum” is van de soort “planning”;"
            " die mag “leerplicht” (Leerplicht) niet lezen.",
        )
    ]

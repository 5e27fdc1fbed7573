"""Composing: what is filled in, what is missing, and that text stays text."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

import pytest

from routeboek_tui.core.facts import Situation
from routeboek_tui.core.letter import Field, Letter, LetterKind
from routeboek_tui.letters.complaints import UNREAD, in_dutch
from routeboek_tui.letters.composition import DRAFT, Composed, compose
from routeboek_tui.letters.template import LetterError
from routeboek_tui.text.document import Heading, Items, Paragraph, Run, Table, plain

DOMAINS = {
    "sector": ("po", "vo"),
    "gemeente": ("rijswijk",),
    "ingeschreven": ("ja", "nee"),
    "leeftijd": ("onder_12", "vanaf_12"),
}

Made: TypeAlias = Callable[..., Composed]


@pytest.fixture
def made(fields: Mapping[str, Field], make_letter: Callable[..., Letter]) -> Made:
    """Composes a letter with this body; what is not for the letter itself goes by name too."""

    def compose_it(
        body: str,
        values: dict[str, str] | None = None,
        facts: Situation = MappingProxyType({}),
        **other: object,
    ) -> Composed:
        return compose(
            make_letter(body, **other),
            fields,
            values or {},
            facts,
            DOMAINS,
            {"overleg": "MDO", "jgz_voluit": "de jeugdgezondheidszorg (JGZ Proefstad)"},
            frozenset({"gesprek"}),
            date(2026, 3, 3),
        )

    return compose_it


def words(composed: Composed) -> str:
    return "\n".join(
        plain(block.runs)
        for block in composed.document.blocks
        if isinstance(block, Heading | Paragraph)
    )


def test_an_empty_field_is_marked_in_the_text_and_listed(
    made: Made, fields: Mapping[str, Field]
) -> None:
    composed = made("Wij schrijven over {{ leerling }}.", {"leerling": " \u200b "})
    assert composed.document.blocks == (
        Paragraph(
            (
                Run("Wij schrijven over "),
                Run("[nog invullen: naam van de leerling]", missing=True),
                Run("."),
            )
        ),
    )
    assert composed.missing == (fields["leerling"],)
    assert composed.locked == ()


def test_a_required_field_locks_until_it_is_filled_in(
    made: Made, fields: Mapping[str, Field]
) -> None:
    assert made("Dag.", required=("datum",)).locked == (fields["datum"],)
    assert made("Dag.", required=("datum",)).missing == (fields["datum"],)
    assert made("Dag.", {"datum": "morgen"}, required=("datum",)).locked == ()


def test_a_field_is_true_in_a_condition_when_filled_in(made: Made) -> None:
    body = "{% if datum %}\nOp {{ datum }}.\n{% else %}\nZonder datum.\n{% endif %}"
    assert words(made(body, {"datum": "2026-3-3"})) == "Op dinsdag 3 maart 2026."
    composed = made(body)
    assert words(composed) == "Zonder datum."
    assert composed.missing == ()


def test_a_line_with_only_tags_leaves_no_line_and_a_blank_line_stays(made: Made) -> None:
    body = (
        "Een{% if vanaf_12 %} twee{% endif %}\n{% if po %}\nniet\n{% endif %}\ndrie\n\n"
        "{% if po %}x{% endif %}\n\n| a | b |\n|---|---|\n{% if po %}\n| 1 | 2 |\n{% endif %}\n"
        "| 3 | 4 |\n"
    )
    paragraph, table = made(body, facts={"leeftijd": "vanaf_12", "sector": "vo"}).document.blocks
    assert paragraph == Paragraph((Run("Een twee drie"),))
    assert table == Table(((Run("a"),), (Run("b"),)), (((Run("3"),), (Run("4"),)),))


def test_blocks_of_every_kind(made: Made) -> None:
    body = (
        "## Kop\n\n**Vet** en *schuin* en 2 * 3\n\n- een\n- {{ leerling }}\n\n1. a\n2. b\n\n"
        "#### Diep\n"
    )
    assert made(body, {"leerling": "# Noor"}).document.blocks == (
        Heading(1, (Run("Kop"),)),
        Paragraph(
            (
                Run("Vet", strong=True),
                Run(" en "),
                Run("schuin", emphasis=True),
                Run(" en 2 * 3"),
            )
        ),
        Items(False, ((Run("een"),), (Run("# Noor"),))),
        Items(True, ((Run("a"),), (Run("b"),))),
        Heading(2, (Run("Diep"),)),
    )


def test_lines_typed_in_a_text_stay_lines_and_a_blank_one_starts_a_paragraph(made: Made) -> None:
    composed = made("Wij spraken af:\n\n{{ afspraken }}", {"afspraken": "een\r\ntwee\n\n\n- drie"})
    assert composed.document.blocks == (
        Paragraph((Run("Wij spraken af:"),)),
        Paragraph((Run("een\ntwee"),)),
        Paragraph((Run("- drie"),)),
    )


def test_only_a_text_keeps_its_lines(made: Made) -> None:
    assert words(made("{{ leerling }}", {"leerling": "Noor\n\nde Wit"})) == "Noor de Wit"


def test_a_style_around_a_field_holds_for_what_was_typed(made: Made) -> None:
    (block,) = made("**{{ leerling }}**", {"leerling": "*N*"}).document.blocks
    assert block == Paragraph((Run("*N*", strong=True),))


@pytest.mark.parametrize(
    ("facts", "other", "expected"),
    [
        ({"leeftijd": "onder_12"}, {"pupil_too": True}, "Beste ouders of verzorgers,"),
        ({"leeftijd": "vanaf_12"}, {"pupil_too": True}, "Beste ouders of verzorgers, beste Noor,"),
        ({"leeftijd": "vanaf_12"}, {}, "Beste ouders of verzorgers,"),
        (
            {},
            {"pupil_too": True},
            "Beste ouders of verzorgers [vanaf 12 jaar ook: beste leerling],",
        ),
        ({}, {"recipients": ("leerling",)}, "Beste Noor,"),
        ({}, {"recipients": ("school",)}, "Geachte heer of mevrouw,"),
    ],
)
def test_salutation(
    made: Made, facts: dict[str, str], other: dict[str, object], expected: str
) -> None:
    composed = made("{{ aanhef }}", {"leerling_voornaam": "Noor"}, facts=facts, **other)
    assert words(composed) == expected


def test_facts_words_steps_and_today(made: Made) -> None:
    body = (
        "{{ overleg }} {{ vandaag }} {% if reached('gesprek') %}wel{% endif %}"
        "{% if reached('ander') %}niet{% endif %}{% if po or vo %}niet{% endif %}"
        "{% if rijswijk and niet_ingeschreven %} hier{% endif %}"
    )
    facts = {"sector": "", "gemeente": "rijswijk", "ingeschreven": "nee"}
    assert words(made(body, facts=facts)) == "MDO 3 maart 2026 wel hier"


def test_title_and_notice(made: Made) -> None:
    document = made("Dag.").document
    assert (document.title, document.notice) == ("Uitnodiging (concept)", DRAFT)
    help_ = made("Dag.", kind=LetterKind.FORM_HELP, form="Formulier X").document
    assert "geen officieel formulier" in help_.notice
    assert help_.notice.endswith("bij ouders: Formulier X.")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("{{ onbekend }}", "de naam 'onbekend' bestaat niet."),
        ("{{ leerling.naam.x }}", "het onderdeel 'naam' bestaat niet."),
        ("{% if %}", "hier hoort een naam te staan, niet '%}'."),
        ("{% if leerling %}", "het blok 'if' wordt niet gesloten. Zet {% endif %} erna."),
        ("{% endif %}", "de opdracht 'endif' bestaat niet, of hoort niet op deze plaats."),
        ("{{ leerling", "'}}' ontbreekt."),
        ("{{ leerling datum }}", "hier hoort '}}' te staan, niet 'datum'."),
        ("{{ leerling ) }}", "het teken ')' kan hier niet staan."),
        ("{{ reached( }}", "hier hoort ')' te staan, niet '}'."),
        ("{{ leerling | groot }}", "het filter 'groot' bestaat niet."),
        ("{# x", "een opmerking met {# wordt niet gesloten met #}."),
        ("{{ ''.__class__ }}", "dit mag een sjabloon niet opvragen."),
    ],
)
def test_a_wrong_template_says_so_in_dutch(made: Made, body: str, says: str) -> None:
    with pytest.raises(LetterError) as raised:
        made(body)
    assert str(raised.value) == f"De sjabloon klopt niet: {says}"


def test_a_saying_nobody_knows_is_still_dutch() -> None:
    assert in_dutch("something new") == in_dutch(None) == UNREAD


def test_a_field_nobody_knows_says_so(made: Made) -> None:
    with pytest.raises(LetterError, match="leering"):
        made("Dag.", fields=("leering",))


def test_markup_a_letter_cannot_have_stays_text(made: Made) -> None:
    body = "<b>vet</b> [naam](https://voorbeeld) `code`\n\n> citaat\n\n    diep\n\n---\n"
    assert words(made(body)) == ("<b>vet</b> [naam](https://voorbeeld) `code`\n> citaat\ndiep\n---")


def test_a_list_in_a_list_keeps_all_its_items(made: Made) -> None:
    (items,) = made("- a\n  - b\n  - c\n- d\n").document.blocks
    assert items == Items(False, ((Run("a"),), (Run("b"),), (Run("c"),), (Run("d"),)))


def test_a_list_is_a_list_where_it_stands_by_itself(made: Made) -> None:
    body = "Wie er waren:\n\n{{ wie }}\n\nIn een zin: {{ wie }}."
    (_, items, inline) = made(body, {"wie": "- de mentor\nSMW"}).document.blocks
    assert items == Items(False, ((Run("de mentor"),), (Run("SMW"),)))
    assert inline == Paragraph((Run("In een zin: de mentor\nSMW."),))
    assert made("{{ wie }}", {"wie": "- SMW"}).document.blocks == (Paragraph((Run("SMW"),)),)
    (missing,) = made("{{ wie }}").document.blocks
    assert missing == Paragraph((Run("[nog invullen: wie er waren]", missing=True),))


def test_agreements_are_a_table_in_which_every_gap_is_marked(made: Made) -> None:
    header = ((Run("Wie"),), (Run("Wat"),), (Run("Wanneer"),))
    half = made("{{ plan }}", {"plan": "mentor; belt; elke dag\nSam; komt"})
    (table,) = half.document.blocks
    assert [field.name for field in half.missing] == ["plan"]
    assert made("{{ plan }}", {"plan": "mentor; belt; elke dag"}).missing == ()
    assert table == Table(
        header,
        (
            ((Run("mentor"),), (Run("belt"),), (Run("elke dag"),)),
            ((Run("Sam"),), (Run("komt"),), (Run("[nog invullen: wanneer]", missing=True),)),
        ),
    )
    empty = made("{{ plan }}")
    (table,) = empty.document.blocks
    assert isinstance(table, Table)
    assert [plain(cell) for cell in table.rows[0]] == [
        "[nog invullen: wie]", "[nog invullen: wat]", "[nog invullen: wanneer]",
    ]  # fmt: skip
    assert [field.name for field in empty.missing] == ["plan"]


def test_a_list_that_could_be_a_table_is_no_markup(made: Made) -> None:
    (items,) = made("{{ wie }}", {"wie": "*a* | b\n# c"}).document.blocks
    assert items == Items(False, ((Run("*a* | b"),), (Run("# c"),)))


def test_parents_are_called_by_name_when_it_is_known(made: Made) -> None:
    values = {"ouders_naam": "mevrouw De Wit", "leerling_voornaam": "Noor"}
    facts = {"leeftijd": "vanaf_12"}
    greeted = words(made("{{ aanhef }}", values, facts, pupil_too=True))
    assert greeted == "Beste mevrouw De Wit, beste Noor,"


@pytest.mark.parametrize(
    ("recipient", "typed", "shown"),
    [
        ("ouders", "de JGZ belt, en JGZ komt", "de jeugdgezondheidszorg (JGZ) belt, en JGZ komt"),
        ("ouders", "JGZ (jeugdarts) belt", "JGZ (jeugdarts) belt"),
        ("ouders", "de schoolarts (JGZ) belt", "de schoolarts (JGZ) belt"),
        ("ouders", "de GGD belt", "de GGD belt"),
        ("school", "de JGZ belt", "de JGZ belt"),
    ],
)
def test_parents_read_an_abbreviation_whole_where_it_first_stands(
    made: Made, recipient: str, typed: str, shown: str
) -> None:
    composed = made("{{ afspraken }}", {"afspraken": typed}, recipients=(recipient,))
    assert words(composed) == shown


def test_a_list_and_a_table_are_written_out_in_their_order(made: Made) -> None:
    values = {"wie": "mentor\nJGZ", "plan": "JGZ; belt; morgen"}
    items, table = made("{{ wie }}\n\n{{ plan }}", values).document.blocks
    assert isinstance(items, Items)
    assert isinstance(table, Table)
    assert plain(items.items[1]) == "jeugdgezondheidszorg (JGZ)"
    assert plain(table.rows[0][0]) == "JGZ"


@pytest.mark.parametrize(
    ("values", "unused"),
    [
        ({"datum": "3-3-2026", "afspraken": "wij bellen"}, ["afspraken"]),
        ({"afspraken": "wij bellen"}, []),
        ({"datum": "3-3-2026"}, []),
        ({"datum": "3-3-2026", "afspraken": "dinsdag 3 maart 2026"}, []),
    ],
)
def test_what_was_filled_in_and_is_left_out_is_told(
    made: Made, values: dict[str, str], unused: list[str]
) -> None:
    body = "{% if datum %}Op {{ leerling }}: {{ datum }}{% else %}{{ afspraken }}{% endif %}"
    assert [field.name for field in made(body, values).unused] == unused

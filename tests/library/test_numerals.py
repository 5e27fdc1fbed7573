"""Which numerals stand loose beside a unit, and which are exempt."""

from datetime import date
from pathlib import Path

from routeboek_tui.core.figures import Figure, Figures, Unit
from routeboek_tui.library.content import Library
from routeboek_tui.library.numerals import NAMES as FILE
from routeboek_tui.library.numerals import looked_at, loose, official, remarks
from tests.rows import each_row

TODAY = date(2026, 11, 23)
NAMES = frozenset({"16-uursverzuim", "één gezin, één plan"})


def found(text: str) -> list[str]:
    return [match[0] for _, match in loose(text, NAMES)]


@each_row(
    ("text", "numerals"),
    [
        ("Na 16 uur in 4 weken.", ["16 uur", "4 weken"]),
        ("Na zestien lesuren.", ["zestien lesuren"]),
        ("Na twaalf keer te laat, DRIE DAGEN later.", ["twaalf keer", "DRIE DAGEN"]),
        ("Zestien uur in vier weken", ["Zestien uur", "vier weken"]),
        ("de 5e ziekmelding, de vierde melding", ["5e ziekmelding", "vierde melding"]),
        ("vanaf de zevende schooldag", ["zevende schooldag"]),
        ("vanaf 12 jaar", ["12 jaar"]),
        ("4 tot 8 weken, 4-8 weken, twee of drie keer", [
            "4 tot 8 weken", "4-8 weken", "twee of drie keer",
        ]),
        ("5 of meer ziekmeldingen, 10 of meer zieke schooldagen", [
            "5 of meer ziekmeldingen", "10 of meer zieke schooldagen",
        ]),
        ("anderhalve week of 1,5 week", ["anderhalve week", "1,5 week"]),
        ("binnen 7 werkdagen, 36 dagdelen, 3 maanden, 2 kalenderweken", [
            "7 werkdagen", "36 dagdelen", "3 maanden", "2 kalenderweken",
        ]),
        ("vier opeenvolgende lesweken", ["vier opeenvolgende lesweken"]),
        ("in week 8 en op schooldag 7", ["week 8", "schooldag 7"]),
        ('label: "Ja, 16 uur of meer"', ["16 uur"]),
        ("| VO | 16 uur in 4 weken |", ["16 uur", "4 weken"]),
        ("na de vijfde verjaardag", ["vijfde verjaardag"]),
        ('SPPOH zegt "meer dan 16 uur".', ["16 uur"]),
        ("title: Na 4 weken\nnames: [4 weken]\nsee: [x]\n---\nna 3 weken", ["4 weken", "3 weken"]),
    ],
)  # fmt: skip
def test_loose(text: str, numerals: list[str]) -> None:
    assert found(text) == numerals


@each_row(
    "text",
    [
        "{ongeoorloofd_uren} uur in {ongeoorloofd_weken.woord} weken",
        "names: [16 uur, zestien uur]",
        "synonyms: [16 uur]",
        "  ja: {label: Ja, synonyms: [16 uur, meer dan 16 uur], short: ja}",
        "phrases:\n  - na 16 uur\n  - 4 weken weg\n",
        'sources: {nk: "werkdocument 2, te laat, na 3 keer"}',
        "sources:\n  nk: werkdocument 2, na 12 keer\n",
        'hint: Typ de aantallen, bijvoorbeeld "5 meldingen" of "8 dagen ziek".',
        "Typ bijvoorbeeld “16 uur”.",
        "{{ uren }} uur, {% if weken %}weken{% endif %}",
        "[de termijnen](boek:drempels_16_uur)",
        "een 16-uursverzuim, of één gezin, één plan",
        "één dag, een week, een keer",
        "onderdeel 3.1.a en artikel 21a",
        "in het jaar 2024 en 2024 keer",
        "De zestien scholen, en 4 weekenden",
        "drempels_16_uur",
        "",
    ],
)
def test_not_loose(text: str) -> None:
    assert found(text) == []


def test_the_line_is_said_and_what_comes_after_an_exempt_part_is_seen() -> None:
    text = "---\nnames:\n  - 4 weken\ntitle: x\n---\n\nTyp “4 weken”.\nNa 3 weken en 2 keer.\n"
    assert [(line, match[0]) for line, match in loose(text)] == [(8, "3 weken"), (8, "2 keer")]


FIGURES = Figures(
    {
        figure.name: (figure,)
        for figure in (
            Figure("uren", 16, Unit.LESUUR),
            Figure("weken", 4, Unit.WEEK),
            Figure("schoolweken", 4, Unit.SCHOOLWEEK),
            Figure("termijn", 8, Unit.WEEK, least=4),
            Figure("melding", 4, Unit.MELDING),
            Figure("halve", 3, Unit.HALVE_WEEK),
        )
    }
)


@each_row(
    ("text", "refer"),
    [
        ("16 uur", " Schrijf {uren}."),
        ("zestien lesuren", " Schrijf {uren.woord}."),
        ("4 weken", " Schrijf {termijn.van} of {weken}."),
        ("vier schoolweken", " Schrijf {schoolweken.woord}."),
        ("4-8 weken", " Schrijf {termijn}."),
        ("de 4e melding", " Schrijf {melding.e}."),
        ("de vierde ziekmelding", " Schrijf {melding.rang}."),
        ("1,5 week", " Schrijf {halve}."),
        ("17 uur", ""),
        ("4 maanden", ""),
    ],
)
def test_the_figure_it_could_be(text: str, refer: str) -> None:
    (problem,) = remarks(text, "x.md", FIGURES, TODAY, NAMES)
    assert problem.message.startswith("Dit getal staat los: “")
    assert problem.message.endswith(f"”.{refer}")


def test_only_what_is_migrated_is_looked_at() -> None:
    assert looked_at("content/facts/leeftijd.md")
    assert not looked_at("content/boek/wet/artikel_10.md", ("content/facts",))
    assert not looked_at("content/cijfers/haaglanden.yaml", ("content",))


def test_official_names_are_data(root: Path) -> None:
    assert "16-uursverzuim" in official((root / FILE).read_text("utf-8"))
    assert not any(name.startswith("#") for name in official((root / FILE).read_text("utf-8")))


def test_a_fact_with_a_loose_numeral_gives_a_figure(library: Library) -> None:
    """What the sources count is a figure, unless it is named here with the reason."""
    names = {
        "F094": "the name of a kind of report",
        "F462": "a list of places",
    }
    lacking = {
        claim.id: claim.says
        for claim in library.claims.values()
        if not claim.values and claim.id not in names and any(loose(claim.says))
    }
    assert lacking == {}

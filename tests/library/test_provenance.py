"""Every fact of the sources stands in the table, and the guide says it where the table says so."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import indent

import pytest

from routeboek_tui.core.flow import Step
from routeboek_tui.library.content import Library
from routeboek_tui.library.load import read
from routeboek_tui.library.provenance import Count, counts, prove
from routeboek_tui.library.source import Claim
from routeboek_tui.library.wording import Text

FACTS = 568
PRIORITIES = {"A": Count(335, 0), "B": Count(210, 0), "C": Count(23, 0)}
DOCUMENTS = {"po-sppoh": 51, "schema-2024": 123, "nk": 145, "vo-2024": 78, "vo-nieuw": 171}
NUMBERS = {
    "anderhalve": "1,5",
    "twee": "2",
    "tweemaal": "2",
    "tweede": "2",
    "drie": "3",
    "vier": "4",
    "viermaal": "4",
    "vierde": "4",
    "vijf": "5",
    "vijfde": "5",
    "zes": "6",
    "zesde": "6",
    "zeven": "7",
    "zevende": "7",
    "acht": "8",
    "negen": "9",
    "tien": "10",
    "elf": "11",
    "twaalf": "12",
    "dertien": "13",
    "vijftien": "15",
    "zestien": "16",
}
_WORDS = re.compile(rf"\b({'|'.join(NUMBERS)})\b")
_LABELS = re.compile(
    r"\b(?:stap|variant|uitkomst|punt|fase|bijlage|onderdeel)\s\d\w?\b"
    r"|\b(?:schema|editie|spelling) van 2024|\(2024:|\b1g1p\b"
)
"""Numbers that name a part of a document, and count nothing."""

_FIGURE = re.compile(
    r"\b[\w.-]+@[\w.-]+\.nl\b"  # an address for mail
    r"|\b[\w-]+(?:\.[\w-]+)*\.nl\b"  # a site
    r"|\b\d+(?:,\d+)?[a-g]?\b"
)

_UNITS = {
    "dagdeel": r"dagdelen",
    "werkdag": r"werkdagen",
    "dag": r"(?:school)?dag(?:en)?",
    "week": r"(?:school)?(?:week|weken)",
    "uur": r"(?:les)?uur|lesuren",
    "jaar": r"jaar",
    "maand": r"maanden",
    "keer": r"keer",
    "melding": r"(?:ziek)?melding(?:en)?",
    "school": r"scholen",
}
_BETWEEN = r"(?:(?:of|meer|tot|\d+|zieke?|andere) )*"
"""What may stand between a number and what it counts, as in 10 of meer schooldagen."""


def normal(text: str) -> str:
    """``text`` with its numbers in digits and without the numbers that are names."""
    digits = _WORDS.sub(lambda match: NUMBERS[match[1]], text.lower())
    return _LABELS.sub(" ", digits.replace("-wekenregel", " weken"))


def figures(claim: Claim) -> set[str]:
    return set(_FIGURE.findall(normal(claim.says)))


def counted(text: str) -> set[tuple[str, str]]:
    """Every number in ``text`` with what it counts, like ``("16", "uur")``."""
    said = normal(text)
    return {
        (match[1], unit)
        for unit, written in _UNITS.items()
        for match in re.finditer(rf"\b(\d+(?:,\d+)?)e?(?= {_BETWEEN}(?:{written})\b)", said)
    }


def said_at_step(step: Step, text: Text) -> Iterator[str]:
    yield from (text.title, text.question, text.hint, text.why, text.find_out, text.body)
    yield from text.actions.values()
    yield from text.edges.values()
    yield from text.bring
    for choice in text.choices.values():
        yield choice.label
    for reading in text.readings:
        yield from (reading.about, *reading.options, reading.because)
    for seat in step.table:
        yield " ".join(value for values in seat.when.values() for value in values).replace("_", " ")
    for action in step.actions:
        if action.term:
            yield f"{action.term.least} {action.term.most} {action.term.unit}"


def said(library: Library, place: str) -> Iterator[str]:
    """Everything the guide says at ``place``."""
    kind, _, name = place.partition(":")
    name = name.partition("#")[0]
    if kind == "stap":
        flow, _, step = name.partition("/")
        yield from said_at_step(library.flows[flow].steps[step], library.texts[flow][step])
    elif kind == "boek":
        page = library.pages[name]
        yield from (page.title, page.body)
        yield from (saying.say for sayings in page.tafel.values() for saying in sayings)
    elif kind == "verschil":
        conflict = library.conflicts[name]
        yield from (conflict.about, conflict.handling, *conflict.says.values())
    elif kind == "brief":
        yield library.letters[name].body
    elif kind == "stuk":
        paper = library.papers[name]
        yield from (paper.title, paper.moment, paper.data)
    elif kind == "feit":
        yield from said_at_fact(library.facts[name])
    elif kind == "cijfer":
        figure = library.figures.entries[name][-1]
        yield f"{figure.value} {figure.unit}"


def said_at_fact(text: Text) -> Iterator[str]:
    yield from (text.title, text.question, text.hint, text.why)
    yield from (choice.label for choice in text.choices.values())


def test_every_fact_is_there(library: Library) -> None:
    assert list(library.claims) == [f"F{number:03}" for number in range(1, FACTS + 1)]


def test_how_many_there_are_of_each_priority(library: Library) -> None:
    assert counts(library.claims.values()) == PRIORITIES


def test_how_many_each_document_holds(library: Library) -> None:
    assert Counter(claim.document for claim in library.claims.values()) == DOCUMENTS


def test_every_fact_says_something_and_where_it_was_written(library: Library) -> None:
    for claim in library.claims.values():
        assert all((claim.place, claim.kind, claim.says.endswith("."))), claim


def test_every_place_exists_and_stands_once(library: Library) -> None:
    assert list(prove(library)) == []
    for claim in library.claims.values():
        assert len(claim.places) == len(set(claim.places)), claim.id


def test_the_nearest_place_comes_first(library: Library) -> None:
    """A step before a page, a page before a difference: the reader gets the first one."""
    order = ["stap", "feit", "cijfer", "boek", "verschil", "brief", "stuk", "signaal"]
    for claim in library.claims.values():
        kinds = [order.index(place.partition(":")[0]) for place in claim.places]
        assert kinds == sorted(kinds), claim.id


def all_said(library: Library, claim: Claim) -> str:
    return "\n".join(line for place in claim.places for line in said(library, place))


def test_the_figures_of_a_fact_stand_where_the_guide_says_it(library: Library) -> None:
    facts = {claim.id: (figures(claim), claim) for claim in library.claims.values()}
    assert len([wanted for wanted, _ in facts.values() if wanted]) >= 100
    missing = {
        name: lacking
        for name, (wanted, claim) in facts.items()
        if (lacking := wanted - set(_FIGURE.findall(normal(all_said(library, claim)))))
    }
    assert missing == {}


def test_what_a_fact_counts_is_counted_where_the_guide_says_it(library: Library) -> None:
    """Not only the number: 4 weeks, and not 4 reports."""
    facts = {claim.id: (counted(claim.says), claim) for claim in library.claims.values()}
    assert len([wanted for wanted, _ in facts.values() if wanted]) >= 60
    missing = {
        name: lacking
        for name, (wanted, claim) in facts.items()
        if (lacking := wanted - counted(all_said(library, claim)))
    }
    assert missing == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Na vier weken, of 16 uur.", {"4", "16"}),
        ("Fase 3a volgens de editie van 2024.", set()),
        ("Mail mwta@swvzhw.nl binnen 3 weken.", {"mwta@swvzhw.nl", "3"}),
        ("Artikel 11g, anderhalve week.", {"11g", "1,5"}),
    ],
)
def test_what_counts_as_a_figure(text: str, found: set[str]) -> None:
    assert set(_FIGURE.findall(normal(text))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5 of meer ziekmeldingen", {("5", "melding")}),
        ("vanaf de zevende schooldag", {("7", "dag")}),
        ("16 lesuren in vier weken", {("16", "uur"), ("4", "week")}),
        ("4 tot 8 weken", {("8", "week"), ("4", "week")}),
        ("artikel 5 onder a", set()),
    ],
)
def test_what_counts_as_counted(text: str, found: set[tuple[str, str]]) -> None:
    assert counted(text) == found


def test_a_figure_that_changes_later_leaves_the_guide_whole_on_every_day(guide: Path) -> None:
    file = guide / "content/cijfers/proef.yaml"
    text = file.read_text(encoding="utf-8")
    head, _, old = text.partition("proef_uren:\n  value: 16\n")
    assert old
    new = "  - {value: 18, unit: uur, counts: uren, reading: zo, since: 2027-08-01, own: true}\n"
    entry = "proef_uren:\n  - value: 16\n    until: 2027-07-31\n"
    file.write_text(head + entry + indent(old, "  ") + new, encoding="utf-8")
    for day, hours in ((date(2027, 7, 31), 16), (date(2027, 8, 1), 18)):
        library, problems = read(guide, day)
        assert problems == []
        assert library.figures.value("proef_uren", day) == hours

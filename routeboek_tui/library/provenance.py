"""The table that says, for every fact of the sources, where in the guide it lives."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.core.address import STEP, Address
from routeboek_tui.core.figures import Figure
from routeboek_tui.library.content import Library
from routeboek_tui.library.figures import FigureFiles
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.source import Claim
from routeboek_tui.library.wording import Text
from routeboek_tui.text.spelling import suggestion

FILE = "content/herkomst.tsv"
COLUMNS = (
    "feit", "bron", "plaats", "soort", "prioriteit", "inhoud", "waarde", "voorwaarde", "waar",
)  # fmt: skip
LEFT_OUT = "weg:"
"""What stands before the reason, for a fact that is left out."""

_NAME = re.compile(r"F[0-9]{3}\Z")
_VALUE = re.compile(r"[0-9]+(?:-[0-9]+)?\Z")


class Count(Struct, frozen=True):
    """How many facts of a priority there are, and how many of them are left out."""

    all: int
    left_out: int


def read_claims(
    text: str, file: str, sources: Collection[str], problems: list[Problem]
) -> dict[str, Claim]:
    """The facts of the table, by their name."""
    lines = text.splitlines()
    if lines and tuple(lines[0].split("\t")) != COLUMNS:
        problems.append(Problem(file, 1, f"De eerste regel moet zijn: {' '.join(COLUMNS)}."))
        return {}
    claims: dict[str, Claim] = {}
    for number, line in enumerate(lines[1:], start=2):
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.strip():
            continue
        if len(cells) != len(COLUMNS):
            message = f"Deze regel heeft {len(cells)} kolommen; het moeten er {len(COLUMNS)} zijn."
            problems.append(Problem(file, number, message))
            continue
        name, document, place, kind, priority, said, given, held, where = cells
        if not _NAME.match(name) or name in claims:
            message = f"“{name}” is geen naam van een feit (F001), of staat er twee keer."
            problems.append(Problem(file, number, message))
        if document not in sources:
            near = suggestion(document, sources)
            problems.append(Problem(file, number, f"De bron “{document}” bestaat niet.{near}"))
        if priority not in {"A", "B", "C"}:
            problems.append(Problem(file, number, f"De prioriteit “{priority}” is geen A, B of C."))
        out = where.removeprefix(LEFT_OUT).strip() if where.startswith(LEFT_OUT) else ""
        places = () if where.startswith(LEFT_OUT) else tuple(where.split())
        if not places and not out:
            problems.append(Problem(file, number, f"Waar “{name}” staat, ontbreekt."))
        if out and priority == "A":
            message = f"“{name}” heeft prioriteit A en mag niet ontbreken in de gids."
            problems.append(Problem(file, number, message))
        values = _values(given, number, problems)
        conditions, exempt = _conditions(held, number, problems)
        claims[name] = Claim(
            name, document, place, kind, priority, said, places, out, number, values,
            conditions, exempt,
        )  # fmt: skip
    return claims


def said(text: str) -> Iterator[tuple[str, str]]:
    """Each fact of the table with what it says, of the lines that are whole."""
    for line in text.splitlines()[1:]:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) == len(COLUMNS):
            yield cells[0], cells[COLUMNS.index("inhoud")]


def with_own(
    texts: Mapping[str, Mapping[str, Text]], claims: Collection[Claim]
) -> dict[str, dict[str, Text]]:
    """The texts of the steps per flow, which now know what documents stand behind each action.

    A text that is lent to another edition counts with the places of that edition.
    """
    told: dict[str, dict[str, None]] = {}
    for claim in claims:
        for place in claim.places:
            told.setdefault(place, {})[claim.document] = None
    return {
        flow: {step: _told(text, f"stap:{flow}/{step}#", told) for step, text in steps.items()}
        for flow, steps in texts.items()
    }


def _told(text: Text, step: str, told: Mapping[str, Mapping[str, None]]) -> Text:
    found = {
        action: (*told.get(step + action, ()), *text.outside.get(action, ()))
        for action in text.actions
    }
    return replace(
        text,
        own=tuple(action for action, documents in found.items() if not documents),
        told={action: documents for action, documents in found.items() if documents},
    )


def _values(given: str, line: int, problems: list[Problem]) -> dict[str, str]:
    values: dict[str, str] = {}
    for each in given.split():
        name, _, value = each.partition("=")
        if not _VALUE.match(value) or name in values:
            message = f"“{each}” is geen waarde. Schrijf naam=16, of naam=4-8; elke naam één keer."
            problems.append(Problem(FILE, line, message))
        else:
            values[name] = value
    return values


def _conditions(
    held: str, line: int, problems: list[Problem]
) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """The key words of each condition, and the places that need not say them."""
    cells = held.split()
    exempt = tuple(each[1:] for each in cells if each.startswith("!"))
    ways = [tuple(each.lower().split("|")) for each in cells if not each.startswith("!")]
    for way in ways:
        if not all(way):
            message = f"“{'|'.join(way)}” is geen voorwaarde. Schrijf woord|ander_woord."
            problems.append(Problem(FILE, line, message))
    if exempt and not ways:
        message = f"Bij de uitzondering “!{exempt[0]}” staat geen voorwaarde."
        problems.append(Problem(FILE, line, message))
    spaced = (tuple(word.replace("_", " ") for word in way) for way in ways if all(way))
    return tuple(spaced), exempt


def prove_figures(claims: Mapping[str, Claim], files: FigureFiles) -> Iterator[Problem]:
    """Every figure that the facts and the table of figures do not say alike, whatever the day.

    A fact says what its source does: an entry that holds from a later day rests on a fact, or a
    source, of its own.
    """
    entries = files.figures.entries
    for claim in claims.values():
        for name, value in claim.values.items():
            if name in entries:
                yield from _alike(claim, value, entries[name], files)
            else:
                near = suggestion(name, entries)
                yield Problem(FILE, claim.line, f"Het cijfer “{name}” bestaat niet.{near}")
    for figure in (each for found in entries.values() for each in found):
        for fact in figure.facts:
            if fact not in claims:
                message = f"Het feit “{fact}” bestaat niet.{suggestion(fact, claims)}"
                yield Problem(*files.place(figure), message)
            elif figure.name not in claims[fact].values:
                message = (
                    f"Het feit {fact} geeft geen “{figure.name}” in de kolom waarde van {FILE}."
                )
                yield Problem(*files.place(figure), message)


def _alike(
    claim: Claim, value: str, entries: tuple[Figure, ...], files: FigureFiles
) -> Iterator[Problem]:
    """What is wrong between the value a fact gives and the entries of that figure."""
    naming = [entry for entry in entries if claim.id in entry.facts]
    right = [entry for entry in entries if entry.written == value]
    if right and not naming:
        name = right[0].name
        message = f"Het feit {claim.id} geeft “{name}”, maar dat noemt het feit niet bij facts."
        yield Problem(*files.place(right[0]), message)
        return
    for figure in naming or entries[-1:]:
        if figure not in right:
            file, line = files.place(figure)
            message = (
                f"Het feit {claim.id} zegt {figure.name}={value};"
                f" in {file}:{line} staat {figure.written}."
            )
            yield Problem(FILE, claim.line, message)


def prove(library: Library) -> Iterator[Problem]:
    """Every place in the table that does not exist."""
    known: Mapping[str, Collection[str]] = {
        "stap": {f"{f.id}/{step}": None for f in library.flows.values() for step in f.steps},
        "boek": library.pages,
        "brief": library.letters,
        "stuk": library.papers,
        "verschil": library.conflicts,
        "feit": library.facts,
        "signaal": library.signals,
        "cijfer": library.figures.entries,
    }
    for claim in library.claims.values():
        for place in claim.places:
            at = Address.read(place)
            if not _exists(at, known, library):
                near = suggestion(at.name, known.get(at.kind, ()))
                yield Problem(FILE, claim.line, f"De plaats “{place}” bestaat niet.{near}")


def _exists(at: Address, known: Mapping[str, Collection[str]], library: Library) -> bool:
    if at.kind not in known or at.name not in known[at.kind]:
        return False
    if not at.part or at.kind != STEP:
        return not at.part
    step = library.flows[at.holder].steps[at.leaf]
    return at.part in {a.id for a in step.actions} | {c.id for c in step.choices}


def counts(claims: Collection[Claim]) -> dict[str, Count]:
    """Per priority how many facts there are and how many are left out."""
    every = Counter(claim.priority for claim in claims)
    out = Counter(claim.priority for claim in claims if claim.left_out)
    return {priority: Count(every[priority], out[priority]) for priority in sorted(every)}

"""Whether a step or page cites the document, and the chapter, that its facts come from."""

import re
from collections.abc import Iterator
from functools import cache

from routeboek_tui.core.address import PAGE, STEP, Address
from routeboek_tui.core.flow import Source
from routeboek_tui.library.content import Library
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.provenance import FILE
from routeboek_tui.library.source import Claim

Chapter = tuple[str, str]
"""The kind of a part of a document and its number, like ``("fase", "3a")``."""

_NUMBER = r"\d[\w.]*"
_WITHOUT_NUMBER = ("inleiding", "verklarende lijst")
_PARTS = ("onderdeel", "onderdelen")
"""3.1 is called both a chapter and a part; a part without a dot belongs to what is before it."""

_WORDS = ("hoofdstuk", "station", "werkdocument", "fase", "bijlage", *_PARTS, *_WITHOUT_NUMBER)
_CHAPTER = re.compile(
    rf"\b({'|'.join(_WORDS)})\b((?:(?:, | en | tot en met | ){_NUMBER})*)",
)
_RANGE = re.compile(r"(\d+) tot en met (\d+)")


def prove(library: Library) -> Iterator[Problem]:
    """Every fact that stands where its document, or the chapter of it, is not cited.

    What the guide says of itself cites nothing, and is passed over; so is a citation that names
    no chapter.
    """
    read = cache(chapters)
    for claim in library.claims.values():
        if claim.document not in library.sources:
            continue
        documents = {claim.document, *_same_elsewhere(library, claim)}
        for place in claim.places:
            cited = _cited(library, place)
            if not cited:
                continue
            ours = [source for source in cited if source.document in documents]
            if not ours:
                yield _problem(claim, place, f"niet “{claim.document}”")
            elif not _names([read(source.place) for source in ours], read(claim.place)):
                yield _problem(claim, place, f"uit “{claim.document}” niet “{claim.place}”")


def _problem(claim: Claim, place: str, lacking: str) -> Problem:
    at = Address.read(place)
    what = "De stap" if at.kind == STEP else "De bladzijde"
    message = (
        f"{what} “{at.name}” noemt bij “sources” {lacking}, en daar komt “{claim.id}” vandaan."
    )
    return Problem(FILE, claim.line, message)


def _same_elsewhere(library: Library, claim: Claim) -> Iterator[str]:
    """Other editions of the document of which the place says that they say the same."""
    document = library.sources.get(claim.document)
    for other in library.sources.values():
        if (
            document
            and other.title == document.title
            and f"in de editie van {other.edition}" in claim.place
        ):
            yield other.id


def _cited(library: Library, place: str) -> tuple[Source, ...]:
    """The sources of a step or a page; nothing for another place, or one that does not exist."""
    at = Address.read(place)
    flow = library.flows.get(at.holder) if at.kind == STEP else None
    if flow and at.leaf in flow.steps:
        return flow.steps[at.leaf].sources
    if at.kind == PAGE and at.name in library.pages:
        page = library.pages[at.name]
        told = (saying for sayings in page.tafel.values() for saying in sayings)
        return (*page.sources, *(source for saying in told for source in saying.sources))
    return ()


def _names(named: list[set[Chapter]], wanted: set[Chapter]) -> bool:
    """Whether one of what is ``named`` is a ``wanted`` chapter, or either names none."""
    cited = {chapter for each in named for chapter in each}
    return not wanted or not all(named) or any(_within(a, b) for a in wanted for b in cited)


def _within(one: Chapter, other: Chapter) -> bool:
    """Whether one chapter is the other or a part of it: 3.1.c is in 3.1, but 31 is not in 3."""
    short, long = sorted((one[1], other[1]), key=len)
    same = one[0] == other[0] and long.startswith(short)
    return same and not re.match(r"[0-9]", long[len(short) :])


def chapters(place: str) -> set[Chapter]:
    """The chapters that a place in a document names; parts of a chapter are not told apart."""
    found: set[Chapter] = set()
    for word, after in _CHAPTER.findall(place.lower()):
        spans = (range(int(a), int(b) + 1) for a, b in _RANGE.findall(after))
        numbers = {n.rstrip(".") for n in re.findall(_NUMBER, after)}
        numbers |= {str(number) for span in spans for number in span}
        if word in _WITHOUT_NUMBER:
            found.add((word, ""))
        elif word in _PARTS:
            found |= {("hoofdstuk", number) for number in numbers if "." in number}
        else:
            found |= {(word, number) for number in numbers}
    return found

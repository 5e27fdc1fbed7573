"""The index over the real guide, and a small one whose every word is known."""

import pytest

from routeboek_tui.core.address import PAGE, PART, STEP
from routeboek_tui.library.content import Library
from routeboek_tui.search.index import Index
from routeboek_tui.search.passages import Passage, passages


@pytest.fixture(scope="session")
def index(library: Library) -> Index:
    return Index.of(passages(library), library.language.seeking)


@pytest.fixture(scope="session")
def small(library: Library) -> Index:
    """Two pages of which one is a tafel, two editions of a step, and a step of another route."""
    step = "Meld de leerling.\nDe school begeleidt het gezin en meldt bij leerplicht."
    return Index.of(
        (
            Passage("boek:tafel_a", PAGE, "Jeugdbeschermingstafel", "Hulp of niet.", ("jbt",)),
            Passage("tafel:tafel_a/deelnemers", PART, "Jeugdbeschermingstafel: wie", "De Raad."),
            Passage("tafel:tafel_a/aanmelden", PART, "Jeugdbeschermingstafel: hoe", "Per mail."),
            Passage("boek:duo", PAGE, "DUO-melding", "Zo meldt de school.", ("duo", "duo melding")),
            Passage("stap:vo/melden", STEP, "Melden", step, route="vo"),
            Passage("stap:vo_2024/melden", STEP, "Melden", step, route="vo_2024"),
            Passage(
                "stap:po/begeleiden",
                STEP,
                "Hulp",
                "Vraag verzuimbegeleiding. Verzuim is weg.",
                route="po",
            ),
        ),
        library.language.seeking,
    )

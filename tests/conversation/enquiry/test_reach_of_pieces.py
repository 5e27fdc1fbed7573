"""For whom each piece of the book holds, and those that do not say it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from routeboek_tui.conversation.enquiry.pieces import Piece, held, pieces
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.facts import REGION
from tests.known import guide

UNTOLD = Path(__file__).with_name("untold_reach.txt")
READER = Reader(guide(), date(2026, 9, 7))
HEAD = """\
# Regels van het boek die niet zeggen in welke regio zij gelden, op bladzijden met bronnen van
# meer regio's. De gids vertelt ze aan iedereen. Schrijf de regio erbij, of houd de regel hier met
# --update-golden.
"""


def untold() -> Iterator[str]:
    for page in guide().pages.values():
        of = READER.reaches.of(source.document for source in page.sources)
        if len(of.facts.get(REGION, ())) < 2:
            continue
        for piece in pieces(READER, page):
            if not piece.general:
                yield from (f"{page.id}: {line}" for line in lines_untold(piece))


def lines_untold(piece: Piece) -> Iterator[str]:
    """The parts of ``piece`` that name no region, nor stand under what does."""
    for part in piece.parts:
        told = (*piece.above, *piece.columns, *part.reach)
        if not any(REGION in reach.facts for reach in told):
            yield part.text.replace("\n", " ")


def test_what_does_not_say_where_it_holds_is_known(request: pytest.FixtureRequest) -> None:
    found = HEAD + "".join(f"{line}\n" for line in untold())
    if request.config.getoption("--update-golden"):
        UNTOLD.write_text(found, encoding="utf-8")
    assert UNTOLD.read_text(encoding="utf-8") == found


def found(page: str, **known: str) -> str:
    reader = Reader(guide(), READER.today, known)
    asker = reader.asker()
    every = pieces(reader, guide().pages[page])
    kept = filter(None, (held(piece, asker) for piece in every))
    return "\n".join(part.text for piece in kept for part in piece.parts)


def test_a_row_is_for_its_own_region_and_sector() -> None:
    assert "5e ziekmelding" in found("drempels_ziekte", regio="noord_kennemerland", sector="po")
    assert "4e ziekmelding" not in found("drempels_ziekte", regio="haaglanden", sector="po")


def test_a_column_is_for_its_own_town_and_edition() -> None:
    told = found("opschalingstrap", regio="haaglanden", gemeente="rijswijk", sector="vo")
    assert "teamleider jeugdhulp" in told
    assert "regisseur sociaal domein" not in told.partition("Bij ziekte")[0]


def test_a_sentence_follows_the_one_it_leans_on() -> None:
    told = found("zorgwekkend_ziekteverzuim", regio="haaglanden", sector="vo")
    assert "andere getallen" not in told
    assert "naast elkaar" not in told


def test_an_older_edition_gives_way_to_the_newer() -> None:
    told = found("jes", regio="haaglanden", sector="vo")
    assert "wie het organiseert, zegt deze editie niet" not in told
    assert "De coördinator passend onderwijs organiseert" in told


@pytest.mark.parametrize(
    ("question", "region"),
    [("en in nk?", "noord_kennemerland"), ("hoe is dat in Den Haag", "haaglanden")],
)
def test_a_name_in_the_question_goes_before_what_is_known(question: str, region: str) -> None:
    other = {"haaglanden": "noord_kennemerland", "noord_kennemerland": "haaglanden"}[region]
    asker = Reader(guide(), READER.today, {"regio": other}).asker(question)
    assert asker.values[REGION] == {region}
    assert asker.asked == {REGION}


def test_what_is_known_stays_where_no_name_is_asked_for() -> None:
    asker = Reader(guide(), READER.today, {"regio": "haaglanden", "sector": "po"}).asker("ziek?")
    assert (asker.values[REGION], asker.asked) == ({"haaglanden"}, frozenset())

"""A question is answered by the fact of the sources that tells it, for who asks."""

from datetime import date
from pathlib import Path

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.claims import Claims, claims_on
from routeboek_tui.core.facts import PLACE, REGION, SECTOR
from routeboek_tui.course import places
from routeboek_tui.course.turn import Passage, Places
from tests.known import guide

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("claims.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
NONE = "-"
NK = "noord_kennemerland"


def talk(place: str, sector: str) -> Conversation:
    where = {REGION: place} if place == NK else {REGION: "haaglanden", PLACE: place}
    return Conversation.start(guide(), "triage", date(2026, 11, 30), {**where, SECTOR: sector})


def found(place: str, sector: str, question: str) -> Claims | None:
    return claims_on(talk(place, sector), question)


@pytest.mark.parametrize(("place", "sector", "question", "fact"), ROWS)
def test_the_fact_that_answers_is_found(place: str, sector: str, question: str, fact: str) -> None:
    facts = found(place, sector, question)
    if fact == NONE:
        assert facts is None or not facts.clear
    else:
        assert facts is not None
        assert facts.claims[0].id == fact


def test_no_fact_is_from_elsewhere_or_was_replaced() -> None:
    for _, sector, question, _ in ROWS:
        for other in ("den_haag", "rijswijk", "leidschendam_voorburg", NK):
            facts = found(other, "po" if other == NK else sector, question)
            for claim in facts.claims if facts else ():
                assert (claim.document == "nk") is (other == NK)
                assert claim.document != "vo-2024"
                assert other == NK or not (sector == "vo" and claim.document == "po-sppoh")


def test_the_fact_is_told_before_its_page() -> None:
    part = places.answer(talk("den_haag", "vo"), "wie evalueert het plan van aanpak straks?")
    assert isinstance(part, Passage)
    assert part.view.short[0] == guide().claims["F066"].says
    assert len(part.view.short) > 1
    assert part.view.sources


def test_what_is_said_not_to_be_told_stays_said() -> None:
    part = places.answer(talk("den_haag", "vo"), "telt die lijnbus ook als te laat komen?")
    assert isinstance(part, Places)
    assert part.words == places.UNKNOWN.format("lijnbus")


def test_danger_goes_before_a_fact() -> None:
    question = "hij slaat haar nu met een riem, mag de school melden bij Veilig Thuis?"
    facts = found("den_haag", "vo", question)
    part = places.answer(talk("den_haag", "vo"), question)
    told = part.view.short if isinstance(part, Passage) else ()
    near = part.places[0].lines if isinstance(part, Places) else told
    assert facts is not None
    assert facts.claims[0].says not in near

"""What people ask is told as they see it: the line that answers, or that no source says it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from routeboek_tui.conversation.enquiry.enquiry import Enquiry, Surety
from routeboek_tui.conversation.enquiry.in_short import in_room
from routeboek_tui.conversation.enquiry.reply import Reply, reply
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.course.findings import Search
from routeboek_tui.course.places import FIRST, OTHER
from routeboek_tui.search.compiled import index
from tests.known import guide, in_kinds
from tests.rows import each_row

TODAY = date(2026, 11, 30)
FACTS = {claim.says for claim in guide().claims.values()}
QUESTIONS = in_kinds(Path(__file__).with_name("told_on_asking.yaml"))


def asker(who: str) -> dict[str, str]:
    """The facts of who asks, by a name such as ``vo_den_haag``."""
    if who == "nk":
        return {"regio": "noord_kennemerland", "sector": "po"}
    if who == "niemand":
        return {}
    sector, _, place = who.partition("_")
    return {"sector": sector} | ({"regio": "haaglanden", "gemeente": place} if place else {})


def enquiry(case: dict[str, Any]) -> Enquiry:
    return Enquiry(Reader(guide(), TODAY, asker(case["who"])), index(guide()), case["ask"])


def told(found: Reply) -> str:
    """All that is seen of a reply."""
    if found.surety is Surety.SURE:
        return " ".join(found.told[0].short)
    rooms = (FIRST, *(OTHER for _ in found.told))
    return " ".join(
        line for view, room in zip(found.told, rooms, strict=False)
        for line in (view.title, *in_room(view.short, room))
    )  # fmt: skip


@each_row("case", QUESTIONS, ids=lambda case: case["ask"][:50])
def test_what_is_asked_is_told(case: dict[str, Any]) -> None:
    asked = enquiry(case)
    found = reply(asked)
    seen = told(found)
    assert [each for each in case.get("says", ()) if each not in seen] == []
    assert [each for each in case.get("not", ()) if each.casefold() in seen.casefold()] == []
    assert found.told or case.get("absent")
    assert all(view.short[0].startswith(case.get("first", "")) for view in found.told[:1])
    assert found.lacks == case.get("lacks", found.lacks)
    assert case.get("sure", found.surety is Surety.SURE) is (found.surety is Surety.SURE)
    assert not case.get("absent") or found.surety is Surety.ABSENT
    assert asked.asks or not case.get("question")


@each_row("case", QUESTIONS, ids=lambda case: case["ask"][:50])
def test_a_search_tells_it_first(case: dict[str, Any], search: Search) -> None:
    found = reply(enquiry(case))
    reader = Reader(guide(), TODAY, asker(case["who"]))
    findings = search.findings(reader, case["ask"])
    first = [each.lines for each in findings.found[:1] if found.told]
    if first and first[0][0] in FACTS:
        assert not findings.untold
        return
    assert first == [view.short for view in found.told[:1]]
    assert bool(findings.untold) is (found.surety is not Surety.SURE)


def test_a_search_tells_the_fact_that_surely_answers_first(search: Search) -> None:
    reader = Reader(guide(), TODAY, asker("vo_den_haag"))
    found = search.findings(reader, "binnen hoeveel weken moet het MWTA klaar zijn?").found
    assert found[0].lines[0] in FACTS
    assert "3 weken" in found[0].excerpt
    assert len({each.passage.id for each in found}) == len(found)


@pytest.fixture(scope="module")
def search() -> Search:
    return Search(guide())

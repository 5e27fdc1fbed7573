"""Looking something up in the middle of a talk: how sure, and what stands under each place."""

from datetime import date

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.course import places
from routeboek_tui.course.turn import Part, Passage, Places
from tests.known import guide

NK = {"regio": "noord_kennemerland", "sector": "po"}
VO = {"regio": "haaglanden", "sector": "vo"}


def asked(question: str, **known: str) -> Part:
    return places.answer(Conversation.start(guide(), "triage", date(2026, 9, 7), known), question)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("wat is het verschil tussen mdo en jes", places.UNSURE),
        ("wie zoekt nou die school, ik of de moeder?", places.FITS),
        ("wat kost een zeppelin op het jes", places.UNKNOWN.format("zeppelin")),
        ("hoeveel salaris krijgt een schoolmaatschappelijk werker", places.NOT_IN_SOURCES),
    ],
)
def test_what_is_not_sure_says_why(question: str, words: str) -> None:
    part = asked(question, **VO)
    assert isinstance(part, Places)
    assert part.words == words


def test_what_is_sure_is_told() -> None:
    assert isinstance(asked("wat is een thuiszitter", **VO), Passage)


def test_the_nearest_place_tells_most() -> None:
    part = asked("wie belt er als een kind steeds na de bel komt", **NK)
    assert isinstance(part, Places)
    first, *others = part.places
    assert "J&G-coach" in " ".join(first.lines)
    assert len(" ".join(first.lines)) <= places.FIRST + len(first.lines)
    for each in others:
        assert len(" ".join(each.lines)) <= places.OTHER + len(each.lines)

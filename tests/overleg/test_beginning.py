"""Where a meeting begins: what is known is not asked, and what is not known stops nobody."""

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.roll import roll
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.meeting import Part
from routeboek_tui.course.course import Course
from routeboek_tui.course.overleg.overleg import Overleg
from tests.course.meetings import PO, TODAY, VO, standing
from tests.course.talks import talk
from tests.known import guide
from tests.overleg.played import held, wall

WORDS = guide().meeting.words


def rows(found: Overleg) -> str:
    return " ".join(row.text for row in found.wall.rows)


def test_a_school_of_which_nothing_is_known_is_asked_for_first() -> None:
    found = Course(Conversation.start(guide(), TRIAGE, TODAY)).overleg
    assert guide().facts["regio"].question in wall(found)
    for label in ("Den Haag, L", "Rijswijk", "Voortgezet onderwijs (VO)"):
        texts = [row.text for row in found.wall.rows]
        found.hear(str(texts.index(next(t for t in texts if t.startswith(label))) + 1))
    assert WORDS.where in wall(found)
    assert "ziek gemeld" in rows(found)
    assert "Noord-Kennemerland" not in rows(found)
    assert found.talk.situation["gemeente"] == "rijswijk"


def test_what_was_given_beforehand_is_not_asked() -> None:
    found = Course(Conversation.start(guide(), TRIAGE, TODAY, {"gemeente": "den_haag"})).overleg
    assert guide().facts["sector"].question in wall(found)
    found.hear("1")
    assert "Noord-Kennemerland" not in rows(found)
    away = talk(TRIAGE, regio="noord_kennemerland").overleg
    assert guide().facts["gemeente"].question not in wall(away)


def test_a_meeting_about_an_unknown_school_goes_through() -> None:
    for start in ("drempel", "mdo_jes", "akkoord_jgz", "belastbaarheid"):
        found = Course(standing("ziekteverzuim", start, {})).overleg
        for part in guide().meeting.parts.values():
            found.hear(part.names[0])
            for line in ("", "1", "", "1", "school: belt", "", ""):
                found.hear(line)
                assert found.wall.lines()
        assert found.stand.part is Part.OUT


@pytest.mark.parametrize("place", ["rijswijk", "leidschendam_voorburg", "den_haag"])
def test_who_is_no_party_is_not_at_the_table(place: str) -> None:
    for step in ("intercollegiale_afstemming", "afstemming_managers", "jes_plan"):
        found = held(step, "met_schoolinschrijving_vo", gemeente=place)
        actors = {party.actor for party in roll(found.talk, found.meeting)}
        assert "partner" not in actors
        assert place == "den_haag" or "managers" not in actors
    away = Course(standing("noord_kennemerland", "mdo_nk", {"regio": "noord_kennemerland"})).overleg
    assert "partner" not in {party.actor for party in roll(away.talk, away.meeting)}


def test_who_makes_the_outcome_count_is_called_first() -> None:
    found = held("consensus_mdo", "ziekteverzuim")
    assert found.wall.rows[0].text == "Leerplicht: anders geen consensus"


@pytest.mark.parametrize("facts", [PO, VO])
def test_no_number_falls_between_pages_whatever_is_told(facts: dict[str, str]) -> None:
    found = Course(standing("ziekteverzuim", "mdo_jes", facts)).overleg
    for line in ("", "plan", "1 2", "", "school: belt", "uit", "99"):
        found.hear(line)
        keys = {row.key for row in found.wall.rows if row.key}
        seen: set[str] = set()
        for _ in range(found.wall.pages):
            seen |= {each.key for each in found.wall.lines() if each.key}
            found.do("more")
        assert seen == keys


def test_a_number_stays_when_another_is_picked() -> None:
    found = held("mdo_jes", "ziekteverzuim", "", "plan")
    before = {row.key: row.text for row in found.wall.rows}
    found.hear("2")
    after = {row.key: row.text for row in found.wall.rows if row.key.isdecimal()}
    assert after == {key: text for key, text in before.items() if key != "2"}
    found.hear("2")
    assert found.wall.notes == (WORDS.no_such,)


def test_the_family_answers_for_itself_whether_it_agrees() -> None:
    found = held("akkoord_jgz", "ziekteverzuim", "", "standpunten")
    for line in ("1", "allen 1", "iedereen 1"):
        found.hear(line)
        assert found.wall.notes == (WORDS.only_family,)
        assert not found.meeting.positions
    found.hear("")
    asked = []
    while found.stand.at in {"ouders", "leerling"}:
        asked.append(found.stand.at)
        found.hear("allen 1")
        assert WORDS.only_family in found.wall.notes
        found.hear("1")
    assert asked == ["ouders", "leerling"]
    [said] = found.meeting.positions.values()
    assert [*said] == asked


def test_parents_who_do_not_agree_get_a_next_step() -> None:
    agreed = ("plan", "school: belt, morgen", "akkoord")
    found = held("mdo_jes", "ziekteverzuim", "", *agreed, "2", "1", "")
    assert WORDS.refused in rows(found)
    other = held("mdo_jes", "ziekteverzuim", "", *agreed, "1", "2", "")
    assert WORDS.refused not in rows(other)


def test_what_the_meeting_does_itself_is_no_agreement() -> None:
    away = Course(standing("noord_kennemerland", "mdo_nk", {"regio": "noord_kennemerland"})).overleg
    away.hear("plan")
    assert "organiseer het MDO" not in rows(away)
    assert "schakel zo nodig CJG" in rows(away)

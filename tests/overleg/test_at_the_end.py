"""The end of a meeting: what is ticked, what leaves it, and the pupils one after another."""

import re

import pytest

from routeboek_tui.core.letter import PUPIL
from routeboek_tui.course.overleg.fields import filled
from routeboek_tui.course.overleg.out import papers, ways
from routeboek_tui.course.turn import Leave, Open, View
from routeboek_tui.export import text
from tests.course.meetings import PO, VO
from tests.course.talks import talk
from tests.known import guide
from tests.overleg.played import choosing, held, wall


def test_of_the_analysis_only_what_was_ticked_is_ticked() -> None:
    found = held(
        "mdo_jes", "ziekteverzuim", "eigen woorden", "1 iets", "analyse", "1", "2", "uit", "2", "2"
    )
    lines = (*found.meeting.factors, *found.meeting.own_words)
    assert [each.ticked for each in lines] == [False, True, False]


def test_every_line_of_why_can_be_ticked_and_none_is_by_itself() -> None:
    found = held("mdo_jes", "ziekteverzuim", "analyse", "1", "standpunten", "", "1 te druk")
    found.hear("2 te vroeg")
    choosing(found, guide().meeting.words.to_tick)
    letter = guide().letters["verslag-overleg"]
    assert not re.search("te druk|te vroeg", str(filled(found.talk, found.meeting, letter)))
    assert [row.key for row in found.wall.rows] == ["1", "2", "3"]
    found.hear("2")
    [said] = found.meeting.positions.values()
    assert [each.ticked for each in said.values()] == [True, False]
    assert "✓ “te druk”" in wall(found)
    told = str(filled(found.talk, found.meeting, letter))
    assert "te druk" in told
    assert "te vroeg" not in told
    found.hear("2")
    assert "te druk" not in str(filled(found.talk, found.meeting, letter))


def test_what_the_pupil_says_stands_on_no_wall_and_can_be_ticked() -> None:
    found = held("mdo_jes", "ziekteverzuim", "eigen woorden", "2", "zebra", "2", "zebra")
    words = guide().meeting.words
    seen = wall(found)
    for line in ("standpunten", ""):
        found.hear(line)
    while found.stand.at:
        found.hear("1 zebra" if found.stand.at == PUPIL else "2 buffel")
        seen += wall(found)
    choosing(found, words.to_tick)
    seen += wall(found)
    assert "zebra" not in seen
    assert "buffel" in seen
    asked = guide().meeting.own_words[1].ask
    rows = [row.text for row in found.wall.rows]
    assert rows[:2] == [words.line_of.format(n, asked) for n in (1, 2)]
    found.hear("2")
    assert [each.ticked for each in found.meeting.own_words] == [False, True]
    title = found.talk.text("jgz_advies_nodig").title
    pupil = rows.index(words.line_of.format(1, found.talk.say(title)))
    found.hear(str(pupil + 1))
    assert found.meeting.positions["jgz_advies_nodig"][PUPIL].ticked


def test_several_pupils_one_after_another() -> None:
    found = held("mdo_jes", "ziekteverzuim", "", "plan", "school: belt, 1 december")
    course = found.course
    found.hear("ze snijdt zichzelf")
    assert found.wall.sign
    choosing(found, guide().meeting.words.next_case)
    assert "de leerling die net is besproken" in wall(found)
    found.hear("Jan de Vries")
    assert guide().meeting.words.too_long in wall(found)
    found.hear("jv")
    after = course.overleg
    assert after is not found
    assert [case.initials for case in after.cases] == ["JV"]
    assert after.meeting.agreements == ()
    assert after.meeting.roll == {}
    assert not after.wall.sign
    states = {guide().meeting.words.present, guide().meeting.words.absent}
    assert not any(row.text.endswith(tuple(states)) for row in after.wall.rows)
    assert "recap" in papers(after)
    text = after.shown("recap").text
    assert "JV" in text
    assert "belt" in text
    assert course.loses
    later = guide().meeting.paper.recap_without.format(guide().meeting.words.next_case)
    assert later not in " ".join(text.split())
    after.hear("plan")
    after.hear("school: belt, 1 december")
    assert later in " ".join(after.shown("recap").text.split())


def test_every_paper_can_be_read_and_saved_between_programs(tmp_path: object) -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", "school: belt, 1 december")
    assert {"sheet", "calendar", "startgesprek"} == set(papers(found))
    assert "jes" in papers(held("jes_plan", "met_schoolinschrijving_vo"))
    for name in papers(found):
        paper = found.shown(name)
        assert paper.text
        saved = paper.save(str(name), tmp_path, paper.kinds[0].extension, overwrite=False)  # type: ignore[arg-type]
        assert saved.path, name


def test_leaving_the_wall_loses_nothing_and_stopping_is_asked_once() -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", "school: belt moeder van Jip")
    assert Leave() in found.hear("gesprek")
    assert found.course.overleg is found
    found.course.do("stop")
    asked = found.course.asked
    assert asked
    said = " ".join((asked.text, *(each.text for each in asked.remarks)))
    assert "overleg" in said
    assert "Jip" not in said


def test_beginning_anew_leaves_nothing_of_it() -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", "school: belt")
    course = found.course
    course.do("restart")
    course.pick("1")
    assert course.held is None


@pytest.mark.parametrize("facts", [{}, PO, VO, {"regio": "noord_kennemerland"}])
def test_agreements_alone_have_their_papers_wherever_the_route_is(facts: dict[str, str]) -> None:
    for route in ("triage", "ziekteverzuim"):
        found = talk(route, **facts).overleg
        for line in ("plan", "school: belt, 1 december", "uit"):
            found.hear(line)
        assert {*guide().meeting.letters} <= {each.opens.name for each in ways(found) if each.opens}
        assert found.to_list() == (Open(View.LETTER, "afsprakenlijst-overleg"),)
        letter = guide().letters["afsprakenlijst-overleg"]
        assert not found.draft(letter).locked
        assert "belt" in text.text(found.draft(letter).paper().document)


def test_what_the_table_applies_for_can_be_prepared_where_it_differs() -> None:
    applied = "invulhulp-aanmelding-driehoeksoverleg"

    def prepared(*lines: str) -> bool:
        found = held("consensus_mdo", "ziekteverzuim", "", "standpunten", *lines)
        return applied in {each.opens.name for each in ways(found) if each.opens}

    assert not prepared()
    assert not prepared("", "3", "allen 3", "3", "3")
    assert prepared("", "1", "allen 3")
    assert prepared("", "allen 2", "2", "2", "2")
    assert not prepared("", "allen 3", "3", "3", "3")


def test_the_words_that_are_typed_reach_every_part() -> None:
    for part, said in guide().meeting.parts.items():
        for name in said.names:
            assert held("mdo_jes", "ziekteverzuim", name).stand.part == part

"""The contested step: who says what, what would follow, and what becomes the answer."""

from routeboek_tui.course.overleg import Overleg
from tests.course.meetings import VO
from tests.course.talks import talk
from tests.known import guide
from tests.overleg.played import held, wall


def differing() -> Overleg:
    found = held("mdo_jes", "ziekteverzuim", "standpunten", "", "1 omdat het moet", "2")
    found.hear("allen 1")
    return found


def test_where_it_differs_is_seen_at_a_glance() -> None:
    found = differing()
    assert guide().meeting.words.differ in wall(found)
    assert "omdat het moet" in wall(found)


def test_one_that_speaks_agrees_with_nobody() -> None:
    found = held("mdo_jes", "ziekteverzuim", "standpunten", "", "1", "standpunten")
    words = guide().meeting.words
    assert words.one_view in wall(found)
    assert words.agree not in wall(found)


def test_a_number_at_the_overview_is_said_by_all_who_are_there() -> None:
    found = held("mdo_jes", "ziekteverzuim", "4 5", "standpunten", "2")
    [said] = found.meeting.positions.values()
    assert {each.choice for each in said.values()} == {"nee"}
    assert not {"swv", "leerplicht"} & said.keys()
    assert guide().meeting.words.agree in wall(found)


def test_one_can_say_something_else_at_the_overview() -> None:
    found = held("mdo_jes", "ziekteverzuim", "", "standpunten", "1", "ouders 2 het is te vroeg")
    [said] = found.meeting.positions.values()
    assert (said["ouders"].choice, said["ouders"].why) == ("nee", "het is te vroeg")
    assert said["school"].choice == "ja"
    assert guide().meeting.words.differ in wall(found)
    for wrong in ("ouders 9", "piet 1", "9", "1"):
        before = found.meeting
        found.hear(wrong)
        assert found.meeting == before
        assert found.wall.notes[0] == guide().meeting.words.unheard


def test_the_others_can_say_the_same_once_some_spoke() -> None:
    found = held("mdo_jes", "ziekteverzuim", "standpunten", "", "2", "standpunten", "allen 1")
    [said] = found.meeting.positions.values()
    assert [each.choice for each in said.values()] == ["nee", *["ja"] * (len(said) - 1)]
    assert len(said) == 8


def test_nothing_is_decided_by_counting() -> None:
    found = differing()
    asked = found.course.asked
    found.hear("")
    assert found.course.asked == asked
    assert guide().meeting.words.not_counted in wall(found)
    found.hear("2")
    assert found.course.asked != asked


def test_what_would_change_the_advice_stands_below_what_would_follow() -> None:
    found = talk(heard=("ja",), **{**VO, "leeftijd": "vanaf_12"}).overleg
    for line in ("standpunten", "", "allen 1", ""):
        found.hear(line)
    assert any("Anders bij" in row.text for row in found.wall.rows)


def test_not_knowing_is_a_position() -> None:
    found = held("mdo_jes", "ziekteverzuim", "standpunten", "", "3", "allen 3")
    assert guide().meeting.words.agree in wall(found)


def test_an_answer_given_in_the_talk_is_not_taken_back_from_the_wall() -> None:
    found = held("mdo_jes", "ziekteverzuim", "standpunten", "", "allen 1", "", "1")
    found.course.hear("ja")
    answers = found.talk.answers.steps
    found.hear("terug")
    assert found.talk.answers.steps == answers


def test_a_day_is_read_at_a_question_of_the_route_as_in_the_talk() -> None:
    found = talk("ziekteverzuim", heard=("ja",)).overleg
    found.hear("standpunten")
    before = found.course.asked
    found.hear("32 januari")
    assert found.course.asked == before
    assert found.wall.notes
    found.hear("1-3-2012")
    assert found.course.asked != before
    assert found.talk.situation["leeftijd"] == "vanaf_12"
    found.hear("terug")
    assert found.course.asked == before

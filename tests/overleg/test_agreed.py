"""What is agreed: who does what by when, who has the regie, and when the table looks again."""

from datetime import date

import pytest

from routeboek_tui.conversation.overleg import plan
from routeboek_tui.core.meeting import Evaluation, Part
from routeboek_tui.course.turn import Leave, Open, View
from tests.known import guide
from tests.overleg.played import held, wall


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("5 december", "weekend"),
        ("28 december", "kerstvakantie"),
        ("1-9-2026", "al geweest"),
        ("1 december", ""),
    ],
)
def test_a_day_is_checked_against_the_calendar(day: str, said: str) -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", f"school: belt, {day}")
    agreement = found.meeting.agreements[0]
    assert (agreement.what, bool(agreement.by)) == ("belt", True)
    assert said in " ".join(found.wall.notes).lower()
    assert bool(found.wall.notes) is bool(said)


def test_an_agreement_later_than_its_term_is_told() -> None:
    found = held("duo_melding", "ziekteverzuim", "plan")
    term = next(n for n, row in enumerate(found.wall.rows, 1) if "bij DUO" in row.text)
    found.hear(str(term))
    assert found.meeting.agreements[0].by == found.talk.today
    found.hear("a 1 december")
    assert "later dan het advies zegt: 23-11-2026" in wall(found)


def test_who_and_when_may_stay_open_and_that_is_told() -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", "samen kijken", "", "uit")
    assert found.meeting.agreements[0].who == ""
    assert "Afspraken zonder wie of wanneer: 1." in wall(found)


def test_the_day_to_look_again_is_set_or_left_open_on_purpose() -> None:
    found = held("mdo_jes", "ziekteverzuim", "evaluatie")
    assert "Enter: nummer 1" in wall(found)
    found.hear(str(len(found.wall.options)))
    assert found.meeting.evaluation == Evaluation(open=True)
    assert found.stand.part is Part.CONSENT
    found = held("mdo_jes", "ziekteverzuim", "evaluatie", "")
    assert found.meeting.evaluation == Evaluation(date(2026, 12, 7))
    found.hear("evaluatie")
    found.hear("")
    assert found.meeting.evaluation == Evaluation(date(2026, 12, 7))


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("+6w", date(2027, 1, 4)),
        ("+2w", date(2026, 12, 7)),
        ("over 3 weken", date(2026, 12, 14)),
        ("+12d", date(2026, 12, 7)),
        ("5 december", date(2026, 12, 5)),
    ],
)
def test_a_day_that_is_counted_from_now_is_a_school_day(line: str, on: date) -> None:
    assert held("mdo_jes", "ziekteverzuim", "evaluatie", line).meeting.evaluation.on == on


def test_the_next_meeting_can_be_on_another_day() -> None:
    found = held("mdo_jes", "ziekteverzuim", "evaluatie", "overleg 14 december")
    assert found.stand.part is Part.EVALUATION
    found.hear("1")
    evaluation = found.meeting.evaluation
    assert (evaluation.on, evaluation.meets) == (date(2026, 12, 7), date(2026, 12, 14))
    assert evaluation.next_meeting == date(2026, 12, 14)
    assert "Het volgende overleg is op maandag 14 december" in wall(found)
    for wrong in ("overleg ooit", "overleg 1-9-2026"):
        found.hear("evaluatie")
        found.hear(wrong)
        assert found.meeting.evaluation == evaluation
        assert found.wall.notes


def test_the_days_offered_are_school_days() -> None:
    found = held("mdo_jes", "ziekteverzuim", "evaluatie")
    assert [row.text for row in found.wall.rows[:-1]] == [
        "maandag 7 december",
        "maandag 4 januari 2027",
    ]


@pytest.mark.parametrize("day", ["za 12 december", "zaterdag 12/12", "12-12-2026"])
def test_what_is_odd_about_a_day_stays_in_the_overview(day: str) -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", f"school: belt, uiterlijk {day}")
    assert found.meeting.agreements[0].what == "belt"
    for line in ("regie", "lijst"):
        found.hear(line)
        assert "uiterlijk zaterdag 12 december, weekend" in wall(found) or line == "regie"
    found.hear("plan")
    assert "uiterlijk zaterdag 12 december, weekend" in wall(found)


def test_what_lies_behind_is_no_day_to_look_again() -> None:
    found = held("mdo_jes", "ziekteverzuim", "evaluatie", "1-9-2026")
    assert found.meeting.evaluation == Evaluation()
    assert "al voorbij" in wall(found)
    found.hear("za 12 december")
    assert found.meeting.evaluation.on == date(2026, 12, 12)
    assert "zaterdag 12 december, weekend" in wall(found)


def test_an_action_of_which_the_term_is_past_is_asked_a_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = held("duo_melding", "ziekteverzuim", "plan")
    term = next(n for n, row in enumerate(found.wall.rows, 1) if "bij DUO" in row.text)
    due = plan._due(found.talk)
    past = {place: date(2026, 11, 2) for place in due}
    monkeypatch.setattr(plan, "_due", lambda _: past)
    found.hear(str(term))
    assert "al voorbij" in wall(found)
    assert found.meeting.agreements[0].by is None
    for line, by in (("1-9-2026", None), ("zomaar", None), ("morgen", date(2026, 11, 24))):
        found.hear(line)
        assert found.meeting.agreements[0].by == by
    assert not found.stand.at
    assert "later dan het advies" not in " ".join(row.text for row in found.wall.rows)


NO_ROLES = ("volgende week: Jan Jansen belt woensdag", "ab 12", "31-2", "wie dat ook maar doet")


@pytest.mark.parametrize("said", NO_ROLES)
def test_who_does_it_is_no_day_and_no_sentence(said: str) -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", "samen kijken", said)
    assert found.meeting.agreements[0].who == ""
    assert wall(found).count("Dat is geen rol") == 1
    found.hear("de mentor")
    assert found.meeting.agreements[0].who == "mentor"


@pytest.mark.parametrize("before", [("plan", "samen kijken"), ("plan", "school: belt")])
def test_a_name_is_asked_about_once(before: tuple[str, ...]) -> None:
    first = "Piet de Vries" if before[-1] == "samen kijken" else "a Piet de Vries"
    found = held("mdo_jes", "ziekteverzuim", *before)
    who = found.meeting.agreements[0].who
    found.hear(first)
    assert found.meeting.agreements[0].who == who
    assert "Is dit een rol" in wall(found)
    found.hear(first)
    assert found.meeting.agreements[0].who == "Piet de Vries"


def test_the_regie_is_a_role() -> None:
    found = held("mdo_jes", "ziekteverzuim", "regie", "Piet de Vries")
    assert not found.meeting.regie
    assert "Is dit een rol" in wall(found)
    found.hear("verder")
    found.hear("vorige")
    found.hear("Piet de Vries")
    assert not found.meeting.regie
    found.hear("de zorgcoördinator")
    assert found.meeting.regie == "zorgcoördinator"


def test_the_school_is_not_somebody_at_the_school() -> None:
    found = held("mdo_po", "met_schoolinschrijving_po", "wie")
    assert "Intern begeleider" in wall(found)
    for line in ("plan", "school: belt", "intern begeleider: belt"):
        found.hear(line)
    whose = [each.who for each in found.meeting.agreements]
    assert whose == ["School", "Intern begeleider"]


@pytest.mark.parametrize("part", ["eigen woorden", "analyse", "opbouw", "regie"])
def test_the_title_of_a_part_is_gone_to(part: str) -> None:
    found = held("mdo_jes", "ziekteverzuim", part, "wat vindt ieder?")
    assert found.stand.part is Part.POSITIONS
    meeting = found.meeting
    assert not any((meeting.own_words, meeting.factors, meeting.stages, meeting.regie))


def test_a_number_before_a_text_is_no_text() -> None:
    found = held("mdo_jes", "ziekteverzuim", "eigen woorden", "2 de gang is te vol", "analyse")
    found.hear("2 te druk in de klas")
    asked = guide().meeting.own_words
    said = [(each.question, each.text) for each in found.meeting.own_words]
    assert said == [(asked[1].id, "de gang is te vol")]
    assert [each.text for each in found.meeting.factors] == ["te druk in de klas"]


def test_stop_on_the_wall_is_asked_in_the_talk() -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", "school: belt")
    reply = found.hear("stop")
    assert Leave() in reply
    assert found.course.asked
    assert found.course.asked.text == "Stoppen?"
    assert Open(View.MEETING, "mdo") in found.course.hear("overleg")

"""What a meeting knows and does: who is needed, where it differs, what was agreed, and the end."""

import re
from datetime import date

import pytest

from routeboek_tui.conversation.overleg import plan
from routeboek_tui.core.letter import PUPIL
from routeboek_tui.core.meeting import Evaluation, Here, Part
from routeboek_tui.core.safety import Manner
from routeboek_tui.course.course import Course
from routeboek_tui.course.overleg import Overleg
from routeboek_tui.course.overleg_fields import filled
from routeboek_tui.course.overleg_out import papers
from routeboek_tui.course.turn import Leave, Open, View
from tests.course.meetings import PO, VO, standing
from tests.course.talks import talk
from tests.known import guide
from tests.overleg.played import shown


def held(step: str = "mdo_jes", flow: str = "ziekteverzuim", *lines: str, **facts: str) -> Overleg:
    """A meeting at ``step`` in which these lines were typed."""
    known = {**(VO if flow.startswith("met_schoolinschrijving_vo") else PO), **facts}
    found = Course(standing(flow, step, known)).overleg
    for line in lines:
        found.hear(line)
    return found


def wall(found: Overleg) -> str:
    return " ".join(shown(found))


# Who is there


def test_others_are_watching_from_the_first_wall_on() -> None:
    assert held().talk.safety.manner is Manner.QUIET


@pytest.mark.parametrize(("age", "there"), [("vanaf_12", True), ("onder_12", False)])
def test_the_pupil_is_asked_from_twelve_on(age: str, there: bool) -> None:
    assert ("Leerling" in wall(held(leeftijd=age))) is there


def test_leerplicht_joins_where_it_was_reported() -> None:
    assert "want er is gemeld" in wall(held("duo_melding"))
    assert "alleen als er is gemeld" in wall(held())


def test_consensus_without_leerplicht_is_none_and_it_says_what_then() -> None:
    found = held("consensus_mdo")
    seats = [row.text for row in found.wall.rows]
    found.hear(str(next(n for n, text in enumerate(seats, 1) if text.startswith("Leerplicht"))))
    found.hear("")
    assert "geen consensus" in wall(found)
    assert "Plan een MDO met leerplicht" in wall(found)
    found.hear("")
    assert found.stand.part is Part.SITUATION


def test_where_nothing_was_reported_leerplicht_hears_no_name() -> None:
    found = held("mdo_jes", "ziekteverzuim", "")
    assert "Bespreek het anders zonder naam" in wall(found)
    assert "zonder naam" not in wall(held("duo_melding", "ziekteverzuim", ""))


@pytest.mark.parametrize("sector", ["po", "vo"])
@pytest.mark.parametrize("regio", ["noord_kennemerland", ""])
def test_nobody_of_another_region_is_called(regio: str, sector: str) -> None:
    facts = {"sector": sector, "veiligheid": "nee", **({"regio": regio} if regio else {})}
    found = talk("triage", **facts).overleg
    seats = " ".join(row.text for row in found.wall.rows)
    assert "Ouders" in seats
    for word in ("SPPOH", "SOT", "rondomJou"):
        assert word not in seats
    if regio:
        assert "MDO" in wall(found)


def test_overleg_opens_the_meeting_at_every_open_question() -> None:
    course = Course(standing("ziekteverzuim", "advies_vragen", PO))
    asked = course.asked
    assert course.hear("overleg") == (Open(View.MEETING, "mdo"),)
    assert course.asked == asked


def test_why_each_is_needed_has_its_source() -> None:
    found = held("mdo_jes", "ziekteverzuim", "bron")
    pages = " ".join(row.text for row in found.wall.rows)
    for party in ("Ouders", "Leerplicht", "Leerling"):
        assert f"{party}: " in pages
    assert "Schema ziekteverzuim" in pages


def test_who_leaves_has_left() -> None:
    found = held("mdo_jes", "ziekteverzuim", "", "wie", "1")
    assert found.meeting.roll["ouders"] is Here.LEFT


def test_where_the_sector_is_not_known_one_says_which_meeting_it_is() -> None:
    found = talk("triage", regio="haaglanden", veiligheid="nee").overleg
    assert "MDO" in wall(found)
    found.hear("JES")
    assert "JES" in wall(found)
    assert "SOT-consulent" in wall(found)
    found.hear("terug")
    assert "MDO" in wall(found)


@pytest.mark.parametrize("line", ["verder", "plan", ""])
def test_what_lies_over_the_wall_goes_with_the_next_line(line: str) -> None:
    found = held("mdo_jes", "ziekteverzuim", "hulp", "+")
    assert guide().meeting.words.help_title in wall(found)
    found.hear(line)
    assert guide().meeting.words.help_title not in wall(found)


# The contested step


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


def test_an_empty_timetable_shows_how_it_is_typed() -> None:
    found = held("mdo_jes", "ziekteverzuim", "opbouw")
    assert "Bijvoorbeeld: week 1;" in wall(found)
    found.hear(guide().meeting.words.stage_example.removeprefix("Bijvoorbeeld: "))
    assert found.meeting.stages[0].adult == "mentor"
    assert "Bijvoorbeeld" not in wall(found)


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


# What is agreed


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
    found = held("mdo_jes", "ziekteverzuim", "evaluatie", "")
    assert found.stand.part is Part.EVALUATION
    found.hear(str(len(found.wall.options)))
    assert found.meeting.evaluation == Evaluation(open=True)
    assert found.stand.part is Part.OUT


def test_the_days_offered_are_school_days() -> None:
    found = held("mdo_jes", "ziekteverzuim", "evaluatie")
    assert [row.text for row in found.wall.rows[:-1]] == [
        "maandag 7 december 2026",
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


# What is typed at another part


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


# The end


def test_of_the_analysis_only_what_was_ticked_is_ticked() -> None:
    found = held(
        "mdo_jes", "ziekteverzuim", "eigen woorden", "1 iets", "analyse", "1", "2", "uit", "2", "2"
    )
    lines = (*found.meeting.factors, *found.meeting.own_words)
    assert [each.ticked for each in lines] == [False, True, False]


def choosing(found: Overleg, label: str) -> None:
    """Pick what is called so at the end."""
    found.hear("uit")
    offered = [row.text for row in found.wall.rows]
    found.hear(str(offered.index(label) + 1))


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
    text = after.paper("recap").text
    assert "JV" in text
    assert "belt" in text
    assert course.loses
    later = guide().meeting.paper.recap_without.format(guide().meeting.words.next_case)
    assert later not in " ".join(text.split())
    after.hear("plan")
    after.hear("school: belt, 1 december")
    assert later in " ".join(after.paper("recap").text.split())


def test_every_paper_can_be_read_and_saved_between_programs(tmp_path: object) -> None:
    found = held("mdo_jes", "ziekteverzuim", "plan", "school: belt, 1 december")
    assert {"sheet", "calendar", "startgesprek", "jes"} == set(papers(found))
    for name in papers(found):
        paper = found.paper(name)
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


def test_the_list_says_why_it_is_no_letter_yet() -> None:
    course = talk()
    assert Open(View.LETTER, "afsprakenlijst-overleg") not in course.overleg.to_list()
    assert course.overleg.wall.notes == (guide().meeting.words.list_later,)
    assert "Typ: gesprek" in wall(course.overleg)


def test_the_words_that_are_typed_reach_every_part() -> None:
    for part, text in guide().meeting.parts.items():
        for name in text.names:
            assert held("mdo_jes", "ziekteverzuim", name).stand.part == part

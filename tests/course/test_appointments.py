"""A day that a school set for a meeting is heard wherever it is typed, kept, shown and changed."""

from datetime import date

import pytest

from routeboek_tui.conversation.advice.timeline import appointments as kept
from routeboek_tui.conversation.telling.appointment import appointments
from routeboek_tui.core.safety import Manner
from routeboek_tui.course.course import Course
from routeboek_tui.course.state import begun, resumed, state_of
from routeboek_tui.course.turn import Words
from tests.known import guide

TODAY = date(2026, 11, 30)  # a monday

TELLS = [
    ("MDO is op 10 december", "mdo", "2026-12-10"),
    ("mdo 14-12", "mdo", "2026-12-14"),
    ("JES 8 december.", "jes", "2026-12-08"),
    ("gesprek met ouders donderdag", "ouders", "2026-12-03"),
    ("Donderdag spreken we de ouders", "ouders", "2026-12-03"),
    ("volgende week vrijdag met vader en moeder om tafel", "ouders", "2026-12-11"),
    ("de ouders zijn uitgenodigd voor woensdag 2 december", "ouders", "2026-12-02"),
    ("we evalueren 18 december", "evaluatie", "2026-12-18"),
    ("de evaluatie van het JES is op 21 januari", "evaluatie", "2027-01-21"),
    ("afspraak bij de jeugdarts op 3 december", "jgz", "2026-12-03"),
    ("consult bij de schoolarts, maandag 7 december om 10 uur", "jgz", "2026-12-07"),
    ("moet donderdag 3 december bij leerplicht komen", "leerplicht", "2026-12-03"),
    ("overleg met leerplicht morgen", "leerplicht", "2026-12-01"),
    ("het Driehoeksoverleg is 16 december", "driehoek", "2026-12-16"),
    ("Doorbraaktafel staat voor 15 december", "doorbraaktafel", "2026-12-15"),
    ("MDO kan 10 december en ouders willen JGZ", "mdo", "2026-12-10"),
    ("het JES is 8 december en de mentor wil eerst bellen", "jes", "2026-12-08"),
]

TELLS_NOTHING = [
    "MDO was 12 november",
    "het JES is op 24 november geweest",
    "we hebben de ouders op 3 december vorig jaar gesproken",
    "MDO 12 november",
    "er is op 10 december geen MDO",
    "is het MDO op 10 december?",
    "misschien is het JES op 8 december",
    "we zouden op 8 december het JES willen houden",
    "het plan moet voor 10 december naar het MDO",
    "elke donderdag een gesprek met de ouders",
    "na het MDO gaat hij op 10 december weer naar school",
    "op 10 december is er ouderavond met zijn moeder",
    "vanaf 7 december komt hij weer naar school",
    "ze gaan van 3 tot en met 5 december op vakantie",
    "het JES van donderdag denkt dat er medische duiding bij moet",
    "wij kregen vrijdag bericht uit het driehoeksoverleg",
    "ik zat vandaag bij het MDO",
    "JES gesplitst 3-3 over de plaatsing",
    "afspraak schoolarts 12 februari gemist",
    "is het MDO 10 december en mogen de ouders mee?",
    "we willen een MDO op 10 december en dan beslissen",
    "het MDO is misschien 10 december en de ouders komen",
]


@pytest.mark.parametrize(("line", "meeting", "day"), TELLS)
def test_a_meeting_with_a_day_to_come_is_an_appointment(line: str, meeting: str, day: str) -> None:
    library = guide()
    heard = appointments(line, library.milestones.starts, library.language, TODAY)
    assert [(each.name, str(each.on)) for each in heard.appointments] == [
        (f"afspraak_{meeting}", day)
    ]


@pytest.mark.parametrize("line", TELLS_NOTHING)
def test_what_was_is_denied_or_doubted_is_none(line: str) -> None:
    library = guide()
    heard = appointments(line, library.milestones.starts, library.language, TODAY)
    assert heard.appointments == ()
    assert heard.rest


def test_two_meetings_in_a_line_have_each_their_day() -> None:
    library = guide()
    line = "MDO gepland 10 december en evaluatie op 21 januari, vierde ziekmelding"
    heard = appointments(line, library.milestones.starts, library.language, TODAY)
    days = {each.name: str(each.on) for each in heard.appointments}
    assert days == {"afspraak_mdo": "2026-12-10", "afspraak_evaluatie": "2027-01-21"}
    assert heard.rest == "vierde ziekmelding"


def talk(story: str = "Vierde ziekmelding in 12 weken.") -> Course:
    facts = {"gemeente": "den_haag", "sector": "vo"}
    course = begun(guide(), TODAY, facts, "", Manner.ALOUD)
    course.tell(story)
    return course


def days(course: Course) -> dict[str, str]:
    return {name.removeprefix("afspraak_"): str(day) for name, _, day in kept(course.told)}


@pytest.mark.parametrize("before", [[], ["1"], ["1", "nee"], ["1", "nee", "ja"]])
@pytest.mark.parametrize("line", ["JES is 8 december", "JES 8 december. Moeder belt"])
def test_an_appointment_is_heard_at_every_question(before: list[str], line: str) -> None:
    course = talk()
    for each in before:
        course.hear(each)
    asked = course.asked
    said = course.hear(line)
    assert days(course) == {"jes": "2026-12-08"}
    assert any(isinstance(w, Words) and "dinsdag 8 december 2026, JES" in w.text for w in said)
    if line == "JES is 8 december":
        assert course.asked == asked


@pytest.mark.parametrize("line", ["JES is 8 december", "volgend JES is dinsdag 8 december"])
def test_told_where_a_question_waits_it_is_noted_and_told_again_it_was(line: str) -> None:
    course = talk("Al 3 weken ziek thuis.")
    for each in ("1", "nee"):
        course.hear(each)
    first, again = course.hear(line), course.hear("JES 8 december")
    assert [w.text.partition(" ")[0] for w in first if isinstance(w, Words)] == ["Genoteerd"]
    assert [w.text.partition(":")[0] for w in again if isinstance(w, Words)] == [
        "Al genoteerd als jullie afspraak"
    ]
    assert course.talk.view.first.closing[-1] == "dinsdag 8 december 2026: JES (jullie afspraak)"


def test_an_answer_beside_an_appointment_is_taken() -> None:
    course = talk()
    course.hear("1")
    course.hear("nee. Gesprek met de leerplichtambtenaar is op 9 december")
    assert course.talk.answers.facts["veiligheid"] == "nee"
    assert days(course) == {"leerplicht": "2026-12-09"}


def test_danger_beside_an_appointment_is_heard() -> None:
    course = talk()
    course.hear("1")
    course.hear("nee, donderdag gesprek met vader, die hem thuis slaat")
    assert course.talk.answers.facts.get("veiligheid") != "nee"


def test_it_moves_goes_and_is_changed_like_any_fact() -> None:
    course = talk("Vierde ziekmelding in 12 weken. JES is 8 december.")
    course.hear("1")
    assert days(course) == {"jes": "2026-12-08"}
    course.hear("het overleg is verzet naar 15 december")
    assert days(course) == {"jes": "2026-12-15"}
    course.hear("wijzig jes")
    course.hear("16 december")
    assert days(course) == {"jes": "2026-12-16"}
    course.hear("JES gaat niet door")
    assert days(course) == {}
    course.do("undo")
    assert days(course) == {"jes": "2026-12-16"}
    course.change("dag.afspraak_jes")
    course.pick("1")
    assert days(course) == {}


def test_it_stands_first_among_the_days_and_in_the_state() -> None:
    course = talk("Vierde ziekmelding in 12 weken. JES is 8 december.")
    for each in ("1", "nee"):
        course.hear(each)
    first, *_ = course.talk.view.dates
    assert first == "dinsdag 8 december 2026: JES (jullie afspraak)"
    again = resumed(guide(), state_of(course))
    assert days(again) == {"jes": "2026-12-08"}


@pytest.mark.parametrize(
    ("story", "letter", "field", "day"),
    [
        ("JES is 8 december", "uitnodiging-overleg", "overleg_datum", "8-12-2026"),
        ("JES is 8 december", "verslag-overleg", "overleg_datum", ""),
        ("JES en MDO is 8 december", "uitnodiging-overleg", "overleg_datum", "8-12-2026"),
        ("MDO 8 december, JES 9 december", "uitnodiging-overleg", "overleg_datum", "9-12-2026"),
        ("gesprek met moeder 3 december", "uitnodiging-gesprek-school", "schoolgesprek_datum",
         "3-12-2026"),
        ("evaluatie 18 december", "verslag-overleg", "overleg_evaluatie", "18-12-2026"),
    ],
)  # fmt: skip
def test_a_letter_that_invites_has_its_day(story: str, letter: str, field: str, day: str) -> None:
    course = talk(f"Vierde ziekmelding in 12 weken. {story}.")
    for each in ("1", "nee"):
        course.hear(each)
    assert course.draft(letter).value(field) == day


def test_what_is_not_announced_lies_not_ahead() -> None:
    course = talk("ze gaan van 3 tot en met 5 december op vakantie, verlof niet gegeven.")
    resumed(guide(), state_of(course))

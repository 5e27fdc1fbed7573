"""Who says that there is no danger is heard so, where it is asked and at the doors."""

import pytest

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.no_danger import denies_danger
from routeboek_tui.conversation.safety import listened
from routeboek_tui.core.safety import NONE, SAFETY
from routeboek_tui.course.course import Course
from tests.conversation.hearing.test_told import table
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import TODAY

ROWS = [(row[0] == "ja", row[1]) for row in table("no_danger.tsv")]
DOOR = "een jongen van 14 zit al weken thuis en ik krijg geen contact"
VO = {"sector": "vo", "gemeente": "rijswijk", "regio": "haaglanden"}


def test_there_are_enough_of_both() -> None:
    none = [typed for no, typed in ROWS if no]
    assert len(none) >= 25
    assert len(ROWS) - len(none) >= 15


@each_row(("no", "typed"), ROWS, ids=[row[1] for row in ROWS])
def test_only_a_plain_no_is_one(*, no: bool, typed: str) -> None:
    assert denies_danger(typed, guide().language) == no


@each_row(("no", "typed"), ROWS, ids=[row[1] for row in ROWS])
@each_row("before", [(), (DOOR, "1")], ids=["at the question", "behind a door"])
def test_it_answers_the_question(before: tuple[str, ...], *, no: bool, typed: str) -> None:
    course = Course.begin(guide(), TODAY, VO)
    for line in before:
        course.hear(line)
    asked = course.asked
    assert asked
    assert asked.fact == SAFETY
    course.hear(typed)
    assert (course.told.answers.facts.get(SAFETY) == NONE) == no


@each_row("typed", [typed for no, typed in ROWS if no])
def test_it_is_no_alarm_at_the_doors(typed: str) -> None:
    course = Course.begin(guide(), TODAY, VO)
    course.tell(DOOR)
    assert safety.alarm(course.told, typed) is None
    course.hear(typed)
    assert not course.told.safety.heard


@each_row(("no", "typed"), ROWS, ids=[row[1] for row in ROWS])
def test_among_the_doors_it_is_kept_and_the_doors_stay(*, no: bool, typed: str) -> None:
    course = Course.begin(guide(), TODAY, VO)
    course.tell(DOOR)
    asked = course.asked
    assert asked
    assert asked.options[0].choice == "weken_niet_gezien"
    course.hear(typed)
    if not no:
        assert SAFETY not in course.talk.answers.facts
        return
    assert course.asked == asked
    course.pick("1")
    assert course.talk.answers.facts[SAFETY] == NONE
    assert course.asked is None or course.asked.fact != SAFETY


WHERE_ASKED = (
    "nee, niets van gemerkt", "niet dat ik weet", "nee, voor zover wij weten niet",
    "nee, helemaal niet", "daar heb ik niks van gezien", "thuis is alles oké",
    "nee, thuis gaat het goed", "er is thuis niks aan de hand", "dat speelt niet",
    "nee, daar zijn geen tekenen van",
)  # fmt: skip
NOT_EVEN_THERE = (
    "nee, nog niet", "nee, al vertrouw ik het niet helemaal", "nee, ze wordt alleen geslagen",
    "nee, niets van gemerkt tot gisteren", "thuis is alles goed behalve met vader",
    "volgens moeder niet",
)  # fmt: skip


@each_row("typed", WHERE_ASKED)
def test_a_no_that_names_no_danger_is_one_where_it_is_asked(typed: str) -> None:
    assert not denies_danger(typed, guide().language)
    course = Course.begin(guide(), TODAY, VO)
    course.hear(typed)
    assert course.told.answers.facts.get(SAFETY) == NONE


@each_row("typed", NOT_EVEN_THERE)
def test_what_says_more_is_asked_after(typed: str) -> None:
    course = Course.begin(guide(), TODAY, VO)
    course.hear(typed)
    assert course.told.answers.facts.get(SAFETY) != NONE


AT_HOME = (
    "mama heeft getekend maar papa wil er niet aan",
    "papa heeft het formulier ondertekend maar mama wil er niets van weten",
    "moeder is akkoord, vader wil er niet aan meewerken",
    "ze is 15 en zit in 3 vmbo",
    "mama tekende wel, papa wil niet",
    "inspectie weet van niets",
    "ik vertrouwde de ziekmelding niet, zij trokken hem in",
    "moeder is zelf arts en wil geen JGZ",
    "hij is gisteren weer niet gekomen",
    "de laatste keer was afgelopen vrijdag",
    "onze brugklasser is al drie weken ziek gemeld, ze komt haar bed niet meer uit",
    "wij krijgen hem zijn bed niet uit",
    "gezin met schulden, onze leerling van 15 zorgt voor haar broertjes",
    "er zijn schulden en hij past vaak op zijn kleine zusje, daardoor mist hij school",
)
LEFT_ABROAD = (
    "naar opa in Marokko gebracht en daar gebleven",
    "ouders hebben haar naar familie in Somalië gestuurd, zij is niet meer teruggekomen",
    "vader heeft hem meegenomen naar Egypte, hij woont daar nu",
    "hij is bij zijn oom in Pakistan achtergelaten",
)


@each_row("line", AT_HOME)
def test_what_is_said_of_consent_or_of_a_class_is_no_danger(line: str) -> None:
    assert listened(guide(), line).kinds == ()


@pytest.mark.parametrize("line", LEFT_ABROAD)
def test_a_child_that_was_left_abroad_is_heard(line: str) -> None:
    assert "huwelijksdwang" in listened(guide(), line).kinds


def test_who_did_not_come_home_is_heard() -> None:
    assert "vermist" in listened(guide(), "ze is gisteren niet thuisgekomen").kinds


@pytest.mark.parametrize(
    "line",
    [
        "papa slaat mij en mama wil er niets van weten",
        "ze komt haar bed niet meer uit en wil niet meer leven",
        "zij zorgt voor haar broertjes want moeder is altijd dronken en er is geen eten",
    ],
)
def test_danger_beside_what_is_none_stays_heard(line: str) -> None:
    assert listened(guide(), line).sure

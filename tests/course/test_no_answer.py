"""A line that answers nothing: what became of it is told, and nothing is made of it."""

from datetime import date

from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.course import sentences
from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import Words
from tests.known import guide
from tests.rows import each_row

TODAY = date(2026, 11, 30)
DEN_HAAG = {"gemeente": "den_haag", "regio": "haaglanden"}
FIRST = "sinds 9 november ziek, 14 jaar"
AT = "evaluatie_schoolplan"


def _choose(course: Course, choice: str = "") -> None:
    asked = course.asked
    assert asked is not None
    course.pick(next(o.key for o in asked.options if not choice or o.choice == choice))


def _on_the_way() -> Course:
    course = Course.begin(guide(), TODAY, {**DEN_HAAG, "sector": "vo"}, TRIAGE)
    course.tell(FIRST)
    _choose(course)
    _choose(course, "nee")
    assert course.asked is not None
    assert course.asked.step == AT
    return course


@each_row(
    ("line", "said"),
    [
        ("hij is nog niet aangemeld, dat doe ik aanstaande donderdag", sentences.NOT_YET),
        ("de aanmelding is over twee weken", sentences.NOT_YET),
        ("volgende week dinsdag spreek ik de mentor", sentences.NOT_YET),
        ("ouders willen geen schoolarts", sentences.KEPT),
        ("moeder heeft getekend voor JGZ, vader wil er niet aan", sentences.KEPT),
        ("brief is verstuurd", sentences.NO_DEED),
        ("leerplicht weet ervan", sentences.NO_DEED),
        ("hij is veertien jaar", "Uit wat je zei: VO, 12 of ouder."),
    ],
)
def test_what_became_of_a_line_that_answers_nothing(line: str, said: str) -> None:
    course = _on_the_way()
    reply = course.hear(line)
    assert [part.text for part in reply if isinstance(part, Words)] == [said]
    assert course.asked is not None
    assert course.asked.step == AT


def test_what_was_kept_is_not_asked_again() -> None:
    course = _on_the_way()
    course.hear("ouders willen geen schoolarts")
    _choose(course, "nee")
    _choose(course, "naar_overleg")
    _choose(course, "ja")
    assert course.asked is None or course.asked.step != "akkoord_jgz"


@each_row("line", ["vo", "het is VO", "hij zit op de havo"])
@each_row("choice", ["po", "vo"])
def test_another_kind_of_school_at_the_doors_is_asked(line: str, choice: str) -> None:
    course = Course.begin(guide(), TODAY, DEN_HAAG, TRIAGE)
    course.tell("vaak ziek, groep 5")
    course.hear(line)
    assert course.asked is not None
    assert [option.choice for option in course.asked.options] == ["po", "vo"]
    _choose(course, choice)
    _choose(course, "vaak_ziek")
    _choose(course, "nee")
    assert course.talk.situation["sector"] == choice
    assert course.talk.situation.get("leeftijd", "") == ("onder_12" if choice == "po" else "")


@each_row(
    ("line", "doors"),
    [
        ("afwezig", ["vaak_ziek", "lang_ziek", "spijbelt", "weken_niet_gezien"]),
        ("komt niet", ["vaak_ziek", "lang_ziek", "spijbelt", "weken_niet_gezien"]),
        ("hij is er niet", ["vaak_ziek", "lang_ziek", "spijbelt", "weken_niet_gezien"]),
        ("verhuisd", ["verhuizing", "verhuisd_ingeschreven"]),
        ("gaat verhuizen", ["verhuizing", "verhuisd_ingeschreven"]),
        ("niet ingeschreven", ["geen_school"]),
        ("staat niet ingeschreven", ["geen_school"]),
    ],
)
def test_a_line_that_says_no_more_leads_to_what_it_can_be(line: str, doors: list[str]) -> None:
    course = Course.begin(guide(), TODAY, DEN_HAAG, TRIAGE)
    course.tell(line)
    assert course.asked is not None
    assert [option.choice for option in course.asked.options][:-1] == doors
    assert course.asked.beside_route

"""What a line tells beside its answer is taken where it answers the question that comes next."""

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.course.course import Course
from tests.course.talks import VO
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import TODAY

HERE = {**VO, "leeftijd": "vanaf_12", "meerderjarig": "nee"}
TOLD = [
    (
        "ziekteverzuim/jgz_advies_nodig",
        "We willen toch de jeugdarts laten meekijken, en dat vinden ouders prima",
        {"jgz_advies_nodig": "ja", "akkoord_jgz": "ja"},
    ),
    (
        "met_schoolinschrijving_vo/zestien_uur_vo",
        "Ja, 20 lesuren in drie weken. Na het gesprek bij leerplicht is hij elke dag geweest",
        {"zestien_uur_vo": "", "onderzoek_leerplicht_vo": "gestopt"},
    ),
    (
        "ziekteverzuim/akkoord_jgz",
        "Ja hoor, en ze zijn gisteren al bij de jeugdarts geweest",
        {"akkoord_jgz": "ja", "jgz_consult": "ja"},
    ),
]
NOT_TOLD = [
    (
        "ziekteverzuim/jgz_advies_nodig",
        "We willen toch de jeugdarts laten meekijken, stel dat ouders dat straks goed vinden",
        "akkoord_jgz",
    ),
    (
        "ziekteverzuim/akkoord_jgz",
        "Ja hoor, vorig jaar is ze ook bij de jeugdarts geweest",
        "jgz_consult",
    ),
    (
        "ziekteverzuim/akkoord_jgz",
        "Ja hoor, en volgens de buurvrouw is ze al bij de jeugdarts geweest",
        "jgz_consult",
    ),
]
HEARD = [
    (
        "ziekteverzuim/gegrond",
        "Een kinderarts volgt hem en leerplicht mag hem van ouders bellen. Onze leerling kan niet "
        "alles",
        "behandelaar_met_toestemming",
    ),
]


def _after(door: str, line: str) -> Course:
    """The talk that began at ``door``, after ``line``."""
    route, step = door.split("/")
    answers = Answers(facts=HERE, start=step)
    course = Course(Conversation.at(guide(), guide().flows[route], answers, TODAY))
    course.hear(line)
    return course


def _answered(course: Course, step: str) -> str | None:
    answer = course.talk.answers.find(step, 1)
    return answer and "".join(answer.choices)


@each_row(("door", "line", "answers"), TOLD)
def test_it_is_taken(door: str, line: str, answers: dict[str, str]) -> None:
    course = _after(door, line)
    assert {step: _answered(course, step) for step in answers} == answers


@each_row(("door", "line", "step"), NOT_TOLD)
def test_what_is_supposed_of_the_past_or_hearsay_is_not(door: str, line: str, step: str) -> None:
    course = _after(door, line)
    assert _answered(course, step) is None
    assert course.asked is not None
    assert course.asked.step != door.partition("/")[2]


@each_row(("door", "line", "choice"), HEARD)
def test_a_clause_about_something_else_denies_no_answer(door: str, line: str, choice: str) -> None:
    assert _answered(_after(door, line), door.partition("/")[2]) == choice

"""What is told depends on who reads: one's own deeds and letters first, those of others apart."""

from datetime import date

import pytest

from routeboek_tui.conversation.advice.first_screen import OTHERS
from routeboek_tui.conversation.advice.letter_view import BEHIND, OF_OTHERS, heading_of
from routeboek_tui.core.facts import READER
from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import Passage
from routeboek_tui.library.content import Library

TODAY = date(2026, 11, 30)
FACTS = {"gemeente": "den_haag", "regio": "haaglanden", "sector": "vo", "veiligheid": "nee"}
CASE = "melding van school overig verzuim want gezin weigert jgz"
WHO = {
    "": CASE,
    "leerplicht": f"leerplicht, {CASE}",
    "school": f"ik ben mentor. {CASE}",
    "jgz": f"ik ben jeugdarts. {CASE}",
    "ouders": f"ik ben de moeder. {CASE}",
}


def at(library: Library, who: str) -> Course:
    """A case at leerplicht, as told by ``who``."""
    course = Course.begin(library, TODAY, FACTS)
    course.tell(WHO[who])
    assert course.asked
    course.pick(course.asked.options[0].key)
    course.hear("14 jaar")
    return course


@pytest.fixture(scope="module", params=WHO)
def course(request: pytest.FixtureRequest, library: Library) -> Course:
    return at(library, str(request.param))


def test_who_reads_is_kept_and_never_asked(course: Course) -> None:
    facts = course.talk.answers.facts
    assert course.talk.reader == facts.get(READER, "")
    assert WHO[course.talk.reader]
    assert course.asked
    assert course.asked.fact != READER


def test_the_deeds_of_the_reader_stand_first(course: Course) -> None:
    talk = course.talk
    deeds = talk.view.first.deeds
    whose = [talk.others(deed.actor) for deed in deeds]
    assert deeds
    assert whose == sorted(whose)
    assert [deed.other for deed in deeds] == whose
    heads = [head for head, _ in talk.view.first.apart]
    assert (OTHERS in heads) is any(whose)
    assert any(whose) is bool(talk.reader)


def test_the_order_within_is_that_of_the_route(library: Library) -> None:
    told = [(deed.who, deed.kort) for deed in at(library, "").talk.view.first.deeds]
    for who in filter(None, WHO):
        first = at(library, who).talk.view.first
        for _, deeds in first.apart:
            places = [told.index((deed.who, deed.kort)) for deed in deeds]
            assert places == sorted(places)


def test_what_not_to_do_is_said_to_whom_it_is_for(course: Course) -> None:
    talk = course.talk
    cautions = talk.library.cautions
    for each in talk.view.first.avoid:
        readers = cautions[each.name].readers
        assert not talk.reader or not readers or talk.reader in readers
    assert {each.name for each in talk.view.avoid} >= {each.name for each in talk.view.first.avoid}


def test_the_letters_of_the_reader_stand_first(course: Course) -> None:
    talk = course.talk
    heads = [heading_of(talk, letter) for letter in talk.letters]
    assert heads == sorted(heads, key=["", OF_OTHERS, BEHIND].index)
    assert (OF_OTHERS in heads) is bool(talk.reader)


def test_leerplicht_is_not_told_to_wait_for_leerplicht(library: Library) -> None:
    assert "als leerplicht het gezin" in at(library, "").talk.view.first.back
    assert "als je het gezin hebt gesproken" in at(library, "leerplicht").talk.view.first.back


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("wat moet de school doen?", {"School"}),
        ("wat moet school ondertussen?", {"School"}),
        ("wat doet leerplicht nu?", {"Leerplicht"}),
        ("wat moet jgz doen?", {"JES"}),
        ("wat moeten de ouders doen?", {"Ouders: nu niets te doen."}),
    ],
)
def test_what_somebody_has_to_do_is_told_of_him_alone(
    library: Library, question: str, who: set[str]
) -> None:
    reply = at(library, "leerplicht").hear(question)
    view = next(part.view for part in reply if isinstance(part, Passage))
    none = {line for line in view.short if line.endswith("nu niets te doen.")}
    assert {line.partition(":")[0] for line in view.short if line not in none} | none == who


def test_another_role_is_typed(library: Library) -> None:
    course = at(library, "leerplicht")
    course.hear("ik ben jeugdarts")
    assert course.talk.reader == "jgz"
    course.do("undo")
    assert course.talk.reader == "leerplicht"

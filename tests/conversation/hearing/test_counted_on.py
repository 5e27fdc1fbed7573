"""A count typed where it is asked whether it goes on answers that, and is not asked again."""

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.counted_on import SETTLED, CountedOn, counted_on
from routeboek_tui.conversation.hearing.meanings import Wrong
from routeboek_tui.core.answers import Answers
from routeboek_tui.course.course import Course
from tests.conversation.hearing.test_told import table
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

ROWS = [(row[0], row[1], row[2], row[3]) for row in table("counted_on.tsv")]
NK = {**SAFE, "sector": "po", "regio": "noord_kennemerland", "leeftijd": "onder_12"}
PO = {**SAFE, "sector": "po", "gemeente": "den_haag", "leeftijd": "onder_12"}


def counted(step: str, before: str) -> Course:
    """A talk that asks at ``step`` whether it goes on, after ``before`` was counted."""
    late = step.startswith("te_laat")
    flow = guide().flows["noord_kennemerland" if late else "ziekteverzuim"]
    answers = Answers(NK if late else PO, start="te_laat" if late else "drempel")
    course = Course(Conversation.at(guide(), flow, answers, TODAY))
    if late:
        course.hear(f"{before} keer te laat")
    else:
        course.hear(before)
        course.pick("3")
    assert course.asked
    if course.asked.fact:
        course.pick("1")
    assert course.asked
    assert course.asked.step == step
    return course


@each_row(("step", "before", "typed", "expected"), ROWS)
def test_a_count_that_goes_on_is_read(step: str, before: str, typed: str, expected: str) -> None:
    found = counted_on(counted(step, before).talk, typed)
    if expected == "precies":
        assert isinstance(found, Wrong)
        assert "precies" in found.message
    elif expected == "-":
        assert found is None
    else:
        assert isinstance(found, CountedOn)
        (values,) = found.said.counts.values()
        assert [f"{name}={value}" for name, value in values.items()] == [expected]


@each_row(("step", "before", "typed"), [row[:3] for row in ROWS if row[3] not in {"-", "precies"}])
def test_what_was_counted_is_not_asked_again(step: str, before: str, typed: str) -> None:
    course = counted(step, before)
    where = {"te_laat", "drempel"}
    course.hear(typed)
    answers = [each for each in course.talk.answers.steps if each.step in where]
    settled = [each for each in answers if each.visit > 1]
    given = course.moment.given or (settled[0].given if settled else {})
    assert given, course.asked
    assert not {"te_laat", "zorgwekkend_ziekteverzuim"} & {*course.talk.answers.said.counts}


def test_a_count_that_decides_nothing_is_told_so() -> None:
    flow = guide().flows["met_schoolinschrijving_po"]
    course = Course(Conversation.at(guide(), flow, Answers(PO, start="gesprek_po"), TODAY))
    (words,) = course.hear("ongeveer twaalf keer")
    assert "Het aantal maakt bij deze vraag geen verschil" in words.text


def test_a_border_that_was_passed_is_not_counted_again() -> None:
    flow = guide().flows["ziekteverzuim"]
    course = Course(Conversation.at(guide(), flow, Answers(PO, start="drempel"), TODAY))
    course.hear("5 meldingen")
    assert course.asked
    assert course.asked.step == "evaluatie_schoolplan"
    assert counted_on(course.talk, "6 dagen") == Wrong(SETTLED)
    course.hear("6 dagen")
    assert course.asked
    assert course.asked.step == "evaluatie_schoolplan"

"""At a question no door is offered that only leads back to that question."""

from datetime import date

import pytest

from routeboek_tui.course.candidates import Candidates
from routeboek_tui.course.course import Course
from tests.known import guide
from tests.rows import each_row

LIBRARY = guide()
FACTS = {"regio": "haaglanden", "sector": "vo", "gemeente": "den_haag", "ingeschreven": "ja"}
BACK = sorted(
    signal.id
    for signal in LIBRARY.signals.values()
    for edge in signal.goto
    if edge.to.startswith("triage/") and "haaglanden" in edge.when.get("regio", ())
    if LIBRARY.flows["triage"].steps[edge.to.partition("/")[2]].choices
)
"""What begins at a question of the triage."""


@each_row("name", sorted({*BACK}))
def test_a_door_does_not_lead_back(name: str) -> None:
    signal = LIBRARY.signals[name]
    course = Course.begin(LIBRARY, date(2026, 11, 23), FACTS, "triage")
    course.tell(signal.title)
    if course.asked is None or name not in {option.choice for option in course.asked.options}:
        pytest.skip("its title is taken for another one")
    course.pick(next(o.key for o in course.asked.options if o.choice == name))
    while course.talk.ask and course.talk.ask.step == "veiligheid":
        course.pick(next(o.key for o in course.asked.options if o.choice == "nee"))
    asked = course.talk.ask
    if asked is None or course.talk.flow.id != "triage":
        pytest.skip("it begins elsewhere")
    found = Candidates.of(course.talk, signal.title).found.candidates
    assert f"triage/{asked.step}" not in {each.door for each in found}


def test_there_are_such_doors() -> None:
    assert "acht_weken_halve_dagen" in BACK

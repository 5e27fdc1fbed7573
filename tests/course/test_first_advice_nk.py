"""The first advice of cases of luxeverzuim, of pupils without a school, and of an overleg halfway.

Who types a story reads all that is to be done, with its letters and days, at the first question
that the story leaves open.
"""

from datetime import date
from pathlib import Path
from typing import Any

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.course.course import Course
from tests.known import guide, in_kinds
from tests.rows import each_row

TODAY = date(2026, 11, 30)
CASES: list[dict[str, Any]] = in_kinds(Path(__file__).parent / "first_advice_nk.yaml")


def _told(case: dict[str, Any]) -> Course:
    course = Course.begin(guide(), TODAY, case["facts"])
    course.tell(case["typed"])
    for choice in (case["door"], "nee"):
        assert course.asked
        course.pick(next(e.key for e in course.asked.options if e.choice == choice))
    return course


@each_row("case", CASES, ids=[case["title"] for case in CASES])
def test_the_first_advice_is_whole(case: dict[str, Any]) -> None:
    talk = _told(case).talk
    view = advice_view(talk)
    deeds = [deed.kort for deed in view.first.deeds]
    assert [each for each in case.get("deeds", ()) if not any(each in k for k in deeds)] == []
    assert [each for each in case.get("gone", ()) if any(each in k for k in deeds)] == []
    assert {*case.get("letters", ())} <= {name for name, _ in view.letters} | {
        deed.letter for deed in view.first.deeds
    }
    missed = [todo.kort for group in view.missed for todo in group.todo]
    assert [each for each in case.get("missed", ()) if each not in missed] == []
    seats = "; ".join(seat for table in view.tables for seat in table.seats)
    assert [each for each in case.get("seats", ()) if each not in seats] == []
    assert [each for each in case.get("no_seats", ()) if each in seats] == []
    days = "\n".join(view.dates)
    assert [each for each in case.get("days", ()) if each not in days] == []
    if asked := case.get("asked"):
        assert talk.ask
        assert talk.ask.step == asked


def test_what_was_reported_before_a_door_is_over_once_it_is_answered_behind_it() -> None:
    case = next(case for case in CASES if "bruiloft" in case["typed"])
    course = _told(case)
    report = "meld het luxeverzuim bij DUO"
    assert report in [deed.kort for deed in advice_view(course.talk).first.deeds]
    assert course.asked
    course.pick(next(e.key for e in course.asked.options if e.choice == "gestopt"))
    assert report not in [deed.kort for deed in advice_view(course.talk).first.deeds]

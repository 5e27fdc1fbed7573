"""What the course says where one question at a time is asked: before the talk, and beside it."""

from datetime import date

import pytest

from routeboek_tui.conversation.view import Option
from routeboek_tui.course import sentences
from routeboek_tui.course.beginning import Beginning
from routeboek_tui.course.course import Course
from routeboek_tui.course.frames import aside
from routeboek_tui.course.turn import Passage, Places, Words
from routeboek_tui.library.compiled import Opening
from routeboek_tui.library.content import Library

FACTS = {"regio": "haaglanden", "gemeente": "den_haag", "sector": "po"}


@pytest.fixture
def course(library: Library, today: date) -> Course:
    return Course.begin(library, today, FACTS)


@pytest.mark.parametrize("typed", ["?", "weet niet"])
def test_nothing_told_asks_nothing(course: Course, typed: str) -> None:
    assert course.tell(typed) == ()
    assert not course.begun


def test_a_number_is_nothing_to_tell(course: Course) -> None:
    assert course.tell("9") == (Words(sentences.NO_OPTION),)
    assert not course.begun
    course.tell("steeds op maandag ziek")
    assert course.begun


def test_a_place_found_before_the_talk_is_picked_by_its_mark(course: Course) -> None:
    (found,) = course.search("schorsing")
    assert isinstance(found, Places)
    assert isinstance(course.tell(found.places[1].mark)[0], Passage)
    assert isinstance(course.search("")[0], Words)
    assert isinstance(course.search("qqqq")[0], Words)
    assert not course.begun


def test_a_key_is_one_of_the_question_that_is_shown(library: Library) -> None:
    beginning = Beginning(Opening.of(library), FACTS)
    where, which = beginning.groups
    key = where.choices[0].key
    assert beginning.meant(key) == beginning.meant(key, where) == where.choices[:1]
    assert not beginning.meant(key, which)
    assert beginning.meant("VO", where) == which.choices[1:2]


def test_a_question_left_open_forgets_what_was_known(library: Library) -> None:
    beginning = Beginning(Opening.of(library), FACTS)
    beginning.forget(beginning.groups[0])
    assert beginning.facts == {"sector": "po"}


def test_keys_that_go_together() -> None:
    def offered(*extra: bool) -> tuple[str, ...]:
        options = tuple(
            Option(str(n), f"c{n}", "", extra=each) for n, each in enumerate(extra, start=1)
        )
        return aside("", options).together

    assert offered(False, False) == ()
    assert offered(True, False, False, True) == ("2", "1")
    assert offered(True, True, True) == ("1", "2")
    assert offered(True) == ()

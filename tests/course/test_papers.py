"""What is saved of a talk, what is found in a search, and on which route a letter is drafted."""

from datetime import date
from pathlib import Path

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.course import sentences
from routeboek_tui.course.course import Course
from routeboek_tui.course.findings import Search
from routeboek_tui.course.turn import Words
from routeboek_tui.library.content import Library
from tests.walks_as_data import SAFE

FACTS = {**SAFE, "sector": "vo", "gemeente": "den_haag", "leeftijd": "vanaf_12"}
TO_THE_DOOR = ("ja", "nee", "naar_overleg", "nee", "nee", "vastgelopen")


@pytest.fixture
def course(library: Library, today: date) -> Course:
    talk = Conversation.start(library, "ziekteverzuim", today, FACTS)
    for choice in TO_THE_DOOR:
        talk = talk.answered((choice,))
    return Course(talk)


def test_the_advice_is_saved_and_never_over_another_file(course: Course, tmp_path: Path) -> None:
    paper = course.advice_paper()
    saved = paper.save("", tmp_path, "txt", overwrite=False)
    assert Path(saved.path).read_text(encoding="utf-8") == paper.text
    again = paper.save("advies", tmp_path, "txt", overwrite=False)
    assert again.exists
    assert not again.path
    assert paper.save("advies", tmp_path, "txt", overwrite=True).path == saved.path


@pytest.mark.parametrize("typed", ["~niemand-hier/x.txt", "a\x00b.txt"])
def test_what_is_no_place_is_said(course: Course, tmp_path: Path, typed: str) -> None:
    saved = course.advice_paper().save(typed, tmp_path, "txt", overwrite=False)
    assert not saved.path
    assert "is er niet" in saved.words or "bestandsnaam" in saved.words


def test_a_letter_of_an_earlier_route_is_drafted_there(course: Course) -> None:
    before = course.talk
    course.pick("1")
    assert course.talk.earlier
    lost = [each for each in before.letters if each not in course.talk.letters]
    for letter in (*lost, *before.letters[:1]):
        draft = course.draft(letter.id)
        assert not draft.locked
        assert draft.values is course.values


def test_at_a_door_a_line_that_fits_nothing_is_told_where_one_is(course: Course) -> None:
    assert course.hear("hmm misschien") == (Words(sentences.AT_DOOR),)


def test_f10_twice_asks_once(course: Course) -> None:
    course.do("stop")
    course.do("stop")
    course.do("undo")
    assert not course.beside_route


def test_a_question_finds_its_answer_first_and_danger_goes_before(
    library: Library, today: date
) -> None:
    search, reader = Search(library), Reader(library, today)
    found = search.findings(reader, "wie zit er bij de jeugdbeschermingstafel?").found
    assert found[0].passage.id == "tafel:jeugdbeschermingstafel/deelnemers"
    assert len({each.passage.id for each in found}) == len(found)
    assert search.findings(reader, "papa slaat hem met de riem").page
    assert search.findings(reader, "").note

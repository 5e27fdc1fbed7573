"""Practising is opened by its word, before a talk and in it, and left to where one was."""

from collections.abc import Sequence
from io import StringIO

import pytest

from routeboek_tui.course.course import Course
from routeboek_tui.course.practice import training
from routeboek_tui.course.practice.practice import Practice
from routeboek_tui.course.practice.training import CANNOT
from routeboek_tui.course.turn import Open, View
from routeboek_tui.library.compiled import BrokenLibrary
from routeboek_tui.library.problems import Problem
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.start import converse
from tests.known import guide
from tests.lines.sessions import fresh_talk


def said(lines: Sequence[str]) -> str:
    from routeboek_tui.library.compiled import Opening

    typed, out = StringIO("".join(f"{line}\n" for line in lines)), StringIO()
    converse(Lines.between(typed, out), Opening.of(guide()), fresh_talk())
    return out.getvalue()


@pytest.fixture(autouse=True)
def _alone(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def test_it_is_opened_before_a_talk_and_one_comes_back() -> None:
    shown = said(["oefenen", "terug", "stop"])
    asked = "Waar staat de school?"
    assert "Een zaak oefenen" in shown
    assert shown.count(asked) == 2
    assert shown.rindex(asked) > shown.index("Een zaak oefenen")


def test_who_stops_there_stops_with_everything() -> None:
    shown = said(["oefenen", "stop", "vo"])
    assert "Een zaak oefenen" in shown
    assert shown.count("> ") == 2


def test_its_word_opens_it_and_moves_no_talk() -> None:
    course = Course(fresh_talk(sector="vo"))
    before = course.talk
    assert course.hear("oefenen") == (Open(View.PRACTICE),)
    assert course.talk == before


def test_where_it_cannot_be_read_the_talk_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise BrokenLibrary([Problem("content/oefenen.yaml", 3, "Dit mist.")])

    monkeypatch.setattr(training, "opened", broken)
    shown = said(["oefenen", "stop"])
    told = CANNOT.format("content/oefenen.yaml:3: Dit mist.")
    assert told in shown
    assert shown.rindex("Waar staat de school?") > shown.index(told)


def test_a_case_that_breaks_ends_and_the_talk_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def raises(*_: object) -> None:
        raise KeyError("lesuren")

    monkeypatch.setattr(Practice, "hear", raises)
    shown = said(["oefenen", "1", "vijfde-griepje", "1", "terug", "stop"])
    assert "Er ging iets mis bij het oefenen (KeyError)" in " ".join(shown.split())
    assert shown.rindex("Waar staat de school?") > shown.index("KeyError")

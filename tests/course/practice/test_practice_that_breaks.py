"""What goes wrong inside practising ends that, and neither the guide nor a talk beside it."""

from io import BytesIO, StringIO

import pytest

from routeboek_tui.course.practice.drill import Drill
from routeboek_tui.course.practice.making import Making
from routeboek_tui.course.practice.practice import Practice as Case
from routeboek_tui.course.practice.practising import Heard
from routeboek_tui.course.practice.progress import Standing
from routeboek_tui.course.practice.training import Training
from routeboek_tui.json_lines.practising import practise as in_json
from tests.practising import Practice, begun, kit, played, text

SAID = kit().words.broke.replace("{}", "KeyError")
PLACES = {"vragen": Drill, "voortgang": Standing, "nieuw": Making, "vijfde-griepje": Case}
"""Whatever can be practised."""


def raises(*_: object) -> Heard:
    raise KeyError("lesuren")


@pytest.mark.parametrize("first", PLACES)
def test_what_breaks_when_a_line_is_heard_ends_with_a_word(
    practice: Practice, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    place: Training = practice(first=first)
    monkeypatch.setattr(PLACES[first], "hear", raises)
    heard = place.hear("1")
    assert heard == Heard((SAID,))
    assert place.sheet.title == kit().words.place


@pytest.mark.parametrize("first", PLACES)
def test_what_breaks_when_it_is_shown_ends_with_a_word(
    practice: Practice, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    place: Training = practice(first=first)
    monkeypatch.setattr(PLACES[first], "sheet", property(raises))
    assert place.sheet.title == kit().words.place
    assert SAID in text(place.sheet)
    assert place.hear("1") == Heard()


def test_a_case_that_broke_does_not_wait(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = begun(practice, "vijfde-griepje")
    with monkeypatch.context() as broken:
        broken.setattr(Case, "hear", raises)
        place.hear("1")
    assert "vertelt, op" in text(played(place, "1", "vijfde-griepje"))


def test_another_program_is_told(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    place = begun(practice, "vijfde-griepje")
    monkeypatch.setattr(Case, "hear", raises)
    out = StringIO()
    in_json(place, BytesIO(b'{"hear": "1"}\n{"hear": "1"}\n'), out)
    lines = out.getvalue().splitlines()
    assert SAID in lines[1]
    assert len(lines) == 3

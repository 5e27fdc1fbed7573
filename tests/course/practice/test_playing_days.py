"""The days of terms, asked in a case: the same reckoning as the advice, and holidays named."""

import json
from io import BytesIO, StringIO

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.practice.days import days
from routeboek_tui.conversation.practice.picking import Part, Picking
from routeboek_tui.conversation.practice.sets import pickings
from routeboek_tui.conversation.practice.way import walked
from routeboek_tui.course.practice.training import Training
from routeboek_tui.json_lines.practising import practise as in_json
from routeboek_tui.library.content import Library
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.practice import practise as in_lines
from tests.practising import Practice, kit, text, whole

TERMS = ("twee-broertjes-zonder-school", "ziek-is-ziek", "vanaf-welke-dag-ongeoorloofd")


def asked(library: Library, case: str) -> list[Picking]:
    """The days that are asked in a case."""
    exercise = whole().exercises[case]
    return [p for p in pickings(exercise, walked(library, exercise), kit().words) if p.single]


def to_day(practice: Practice, case: str) -> Training:
    """A case at the first question for a day."""
    place: Training = practice(first=whole().exercises[case])
    while not place.sheet.question.startswith("Op welke dag"):
        before = place.sheet
        # A choice that may only be ticked besides another one is not taken alone.
        for line in ("", *"12345"):
            if place.sheet == before:
                place.hear(line)
        assert place.sheet != before
    return place


@pytest.mark.parametrize("case", TERMS)
def test_the_right_day_is_that_of_the_advice(library: Library, case: str) -> None:
    exercise = whole().exercises[case]
    view = advice_view(walked(library, exercise).end)
    told = " ".join(
        (*view.dates, *(f"{each.term} {each.soon}" for group in view.now for each in group.todo))
    )
    found = asked(library, case)
    assert found
    for picking in found:
        (right,) = [pick for pick in picking.picks if pick.right]
        assert right.label.split(" ", 1)[1] in told
        assert picking.why in told or picking.why.split(": ", 1)[1] in told


def test_every_day_that_is_asked_has_one_right_answer_and_says_why_another_is_not(
    library: Library,
) -> None:
    found = [each for case in whole().exercises for each in asked(library, case)]
    assert {each.part for each in found} == {Part.DAYS, Part.DATES}
    for each in found:
        assert [pick.right for pick in each.picks].count(True) == 1
        assert len(each.picks) > 2
        assert all(
            pick.right or "te laat" in pick.why or "te vroeg" in pick.why for pick in each.picks
        )
        assert each.why


def test_a_wrong_day_says_the_right_one_how_it_was_reckoned_and_how_far_off(
    practice: Practice,
) -> None:
    place = to_day(practice, "twee-broertjes-zonder-school")
    place.hear("2")
    place.hear("")
    assert place.sheet.question.endswith("School: verwerk de in- of uitschrijving bij DUO.")
    key = next(o.key for o in place.sheet.options if o.label == "maandag 14 december 2026")
    place.hear(key)
    said = text(place.sheet)
    assert "Goed is: woensdag 16 december 2026" in said
    assert "Dat is 2 dagen te vroeg. Zo kom je uit als je elke dag meetelt" in said
    assert "Zo is het geteld: binnen 7 werkdagen: uiterlijk 16 december 2026" in said
    assert "Bron: " in said


def test_a_holiday_in_the_term_is_named(practice: Practice) -> None:
    place = to_day(practice, "vanaf-welke-dag-ongeoorloofd")
    place.hear("1")
    place.hear("")
    assert place.sheet.question.startswith("Op welke dag is dat?")
    key = next(o.key for o in place.sheet.options if o.label == "dinsdag 9 maart 2027")
    place.hear(key)
    said = text(place.sheet)
    assert "let op: hier valt de voorjaarsvakantie in" in said
    assert "als je de vakantie overslaat" in said


@pytest.mark.parametrize("line", ["16 december", "16-12-2026", "4"])
def test_the_day_itself_may_be_typed(practice: Practice, line: str) -> None:
    place = to_day(practice, "twee-broertjes-zonder-school")
    place.hear("1")
    place.hear("")
    place.hear(line)
    assert "Jij koos: woensdag 16 december 2026\nGoed." in text(place.sheet)


@pytest.mark.parametrize("line", ["", "1 2", "99", "3 mei", "[b]{}"])
def test_just_one_day_is_chosen(practice: Practice, line: str) -> None:
    place = to_day(practice, "twee-broertjes-zonder-school")
    before = place.sheet
    assert place.hear(line).said == (kit().words.pick_day,)
    assert place.sheet == before


def test_every_face_asks_the_day_and_says_what_is_wrong_with_another(practice: Practice) -> None:
    place = to_day(practice, "twee-broertjes-zonder-school")
    asked_now, wrong = place.sheet, place.sheet.options[1]
    typed, out = StringIO("2\n"), StringIO()
    in_lines(Lines.between(typed, out), place)
    shown = out.getvalue()
    assert asked_now.question in shown
    assert [o.label for o in asked_now.options if f"{o.key}. {o.label}" not in shown] == []
    assert f"Jij koos: {wrong.label}" in shown
    assert "Dat is een dag te laat." in shown
    answers = StringIO()
    place = to_day(practice, "twee-broertjes-zonder-school")
    in_json(place, BytesIO(b'{"pick": ["2"]}\n'), answers)
    first, second = map(json.loads, answers.getvalue().splitlines())
    assert (first["sheet"]["question"], first["sheet"]["several"]) == (asked_now.question, False)
    lines = [line["text"] for line in second["sheet"]["lines"]]
    assert "Goed is: maandag 7 december 2026" in lines
    assert "Dat is een dag te laat." in lines


def test_no_day_is_asked_where_none_can_be_reckoned(library: Library) -> None:
    assert not asked(library, "vijfde-griepje")
    assert not list(days(walked(library, whole().exercises["vijfde-griepje"]).end, kit().words))

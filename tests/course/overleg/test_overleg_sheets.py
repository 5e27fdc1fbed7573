"""What leaves a meeting besides letters: days to keep, the recap, the sheet and the agendas."""

from datetime import date

from msgspec.structs import replace

from routeboek_tui.core.letter import PUPIL
from routeboek_tui.core.meeting import (
    Agreement,
    Case,
    Evaluation,
)
from routeboek_tui.course.overleg import paper as overleg_paper
from routeboek_tui.course.overleg import sheets as overleg_sheets
from routeboek_tui.export import ics, text
from tests.course.meetings import (
    AGREEMENTS,
    CASES,
    ROLL,
    TODAY,
)
from tests.known import guide


def test_a_day_says_nothing_that_was_typed() -> None:
    talk, held = CASES["mdo"]
    named = Agreement("oma Ria", "haalt Sam op", date(2026, 12, 2))
    held = replace(held, agreements=(*AGREEMENTS, named), regie="juf Els")
    days = overleg_paper.calendar_of(talk, held)
    data = ics.render(ics.after(days, ics.new()), TODAY).decode()
    for word in ("Ria", "Sam", "Els", "rooster", "belt"):
        assert word not in data
    assert [day.title for day in days] == [
        "MDO: afspraak 1 van de lijst (School)",
        "MDO: afspraak 2 van de lijst begint (Schoolmaatschappelijk werk)",
        "MDO: afspraak 4 van de lijst",
        "MDO: wij kijken of het plan werkt",
        "MDO: het volgende overleg",
    ]


def test_every_agreement_with_a_day_is_kept_apart_and_moves_alone() -> None:
    talk, held = CASES["mdo"]
    twice = (AGREEMENTS[0], replace(AGREEMENTS[0], by=date(2026, 12, 8)))
    held = replace(held, agreements=twice)
    days = overleg_paper.calendar_of(talk, held)
    assert len({day.key for day in days}) == len(days) == 4
    moved = replace(held, evaluation=Evaluation(date(2027, 1, 18)))
    out = ics.after(overleg_paper.calendar_of(talk, moved), ics.after(days, ics.new()))
    assert [each.sequence for each in out.days] == [0, 0, 1, 1]
    alone = replace(held, evaluation=replace(held.evaluation, meets=date(2027, 1, 20)))
    out = ics.after(overleg_paper.calendar_of(talk, alone), ics.after(days, ics.new()))
    assert [each.sequence for each in out.days] == [0, 0, 0, 1]
    assert [each.on for each in out.days][-2:] == [date(2027, 1, 11), date(2027, 1, 20)]


def test_a_recap_knows_pupils_by_initials_and_marks_what_lacks() -> None:
    talk, _ = CASES["jes"]
    cases = (Case("SDV", AGREEMENTS, "de mentor", Evaluation()),)
    told = text.text(overleg_sheets.recap_of(talk, cases, TODAY).document)
    assert told.count("SDV") == len(AGREEMENTS) + 1
    assert "[nog afspreken: wie]" in told
    assert "[nog afspreken: wij kijken weer op]" in told


def test_the_sheet_asks_every_question_and_names_where_it_comes_from() -> None:
    talk, _ = CASES["mdo"]
    told = text.text(overleg_sheets.sheet_of(talk).document)
    for asked in guide().meeting.own_words:
        assert asked.ask in told
    assert "Algemene informatie" in told


def test_an_agenda_holds_its_points_and_its_source_and_no_pupil() -> None:
    talk, _ = CASES["jes"]
    for kind, agenda in guide().meeting.agendas.items():
        told = " ".join(text.text(overleg_sheets.agenda_of(talk, kind).document).split())
        for number, point in enumerate(agenda.points, 1):
            assert f"{number}. {point}" in told
        assert "Bron: " in told


def test_everybody_who_was_called_has_a_word() -> None:
    assert ROLL.keys() <= guide().actors.keys()
    assert PUPIL in guide().actors

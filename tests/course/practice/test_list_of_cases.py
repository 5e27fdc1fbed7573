"""The list of cases, and the short questions: what words find, and what Enter alone does."""

from routeboek_tui.conversation.practice.questions import FIGURE, names, quiz, rare
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.policy.registry import STEPS
from routeboek_tui.course.practice.drill import Drill
from routeboek_tui.course.practice.training import Training
from tests.known import guide
from tests.practising import NOW, Practice, whole
from tests.rows import each_row


def found(practice: Practice, line: str) -> list[str]:
    place: Training = practice(first="zaken")
    place._kit = whole()
    place.hear("terug")
    place.hear("zaken")
    place.hear(line)
    return [option.label.partition(" · ")[2] for option in place.sheet.options]


def test_the_name_of_a_sector_or_region_is_no_part_of_another_word(practice: Practice) -> None:
    for line in ("vo", "VO ziekte", "vo schorsing"):
        assert {label.rpartition(" · ")[2] for label in found(practice, line)} == {"VO"}
    assert {*found(practice, "haaglanden po")} == {"Haaglanden · PO"}


def test_a_region_that_a_case_asks_for_is_not_told_in_the_list(practice: Practice) -> None:
    asking = [
        each.title
        for each in whole().exercises.values()
        if any(said.step == "regio_school" for said in each.way)
    ]
    assert asking
    for title in asking:
        (label,) = found(practice, title)
        assert label in {"Regio? · PO", "Regio? · VO"}


def test_what_came_of_a_short_question_stands_by_itself(practice: Practice) -> None:
    place: Training = practice(first="vragen")
    assert place.hear("").said
    asked = place.sheet.question
    place.hear("1")
    assert (place.sheet.question, place.sheet.lines[0].text) == ("", asked)
    assert place.hear("3").said == (whole().words.first_read,)
    assert place.hear("").said == ()
    assert place.sheet.question not in {"", asked}
    assert "Vraag 2." in place.sheet.lines[0].text


def test_the_list_stands_by_route(practice: Practice) -> None:
    place: Training = practice(first="zaken")
    sheet = place.sheet
    assert len(sheet.heads) > 1
    assert next(iter(sheet.heads)) == sheet.options[0].key
    place.hear("vo")
    assert {*place.sheet.heads} <= {option.key for option in place.sheet.options}


def test_thresholds_and_terms_come_first_and_by_turns(practice: Practice) -> None:
    place: Training = practice(first="vragen")
    drill = place._frame
    assert isinstance(drill, Drill)
    order = [*drill._order(NOW)]
    rare_ones = [name for name in order if rare(name)]
    assert order[-len(rare_ones) :] == rare_ones
    first = [name.startswith(FIGURE) for name in order[:12]]
    assert 2 < sum(first) < 10


@each_row("figure", [*dict.fromkeys(f for r in STEPS.values() for f in r.figures)])
def test_every_threshold_is_asked_for(figure: str) -> None:
    assert f"{FIGURE}{figure}" in names(Reader(guide(), NOW.date()))


def test_a_question_is_a_question_and_says_its_own_figure() -> None:
    reader = Reader(guide(), NOW.date())
    for name in names(reader):
        found = quiz(reader, whole().words, name)
        if found and name.startswith(FIGURE):
            assert found.text.endswith("?")
            assert not any("het getal" in each for each in found.about), name


def test_nobody_learns_to_wait_when_a_child_is_missing(practice: Practice) -> None:
    asked = names(Reader(guide(), NOW.date()))
    assert f"{FIGURE}vermissing_uren" not in asked
    assert f"{FIGURE}ongeoorloofd_uren" in asked

"""The list of cases, and the short questions: what words find, and what Enter alone does."""

from routeboek_tui.course.training import Training
from tests.practising import Practice, whole


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


def test_enter_goes_on_after_what_came_of_a_short_question(practice: Practice) -> None:
    place: Training = practice(first="vragen")
    assert place.hear("").said
    place.hear("1")
    asked, told = place.sheet.question, place.sheet.lines
    assert place.hear("").said == ()
    assert (place.sheet.question, place.sheet.lines == told) == (asked, False)
    assert place.hear("").said


def test_nobody_learns_to_wait_when_a_child_is_missing(practice: Practice) -> None:
    from routeboek_tui.conversation.practice.questions import FIGURE, names
    from routeboek_tui.conversation.reader import Reader
    from tests.known import guide
    from tests.practising import NOW

    asked = names(Reader(guide(), NOW.date()), whole().words)
    assert f"{FIGURE}vermissing_uren" not in asked
    assert len(asked) > len(whole().words.unasked)

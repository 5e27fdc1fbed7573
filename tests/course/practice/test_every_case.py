"""Every case is played to its end: with the right answers, and with the first one everywhere."""

from routeboek_tui.conversation.practice.feedback import taken, with_answer
from routeboek_tui.course.practice.practice import Practice
from routeboek_tui.library.content import Library
from tests.practising import whole
from tests.rows import each_row

LONGEST = 80
"""A case has not so many sheets."""

cases = each_row("case", sorted(whole().exercises))


def begun(library: Library, case: str) -> Practice:
    return Practice(library, whole().words, whole().exercises[case], lambda result: None)


def right(practice: Practice) -> str:
    """The keys of what is right, of the question that waits."""
    options = practice.sheet.options
    if stop := practice._stop:
        names = {*taken(stop.talk, with_answer(stop.talk, stop.said), stop.step)} or {""}
        return " ".join(option.key for option in options if option.choice in names)
    assert practice._picking
    labels = {pick.label for pick in practice._picking.picks if pick.right}
    return " ".join(option.key for option in options if option.label in labels)


@cases
def test_with_the_right_answers_all_is_right(library: Library, case: str) -> None:
    practice = begun(library, case)
    for _ in range(LONGEST):
        if practice.over and not practice._reading:
            break
        practice.hear("" if practice._reading else right(practice))
    assert practice.sheet.lines[0].text == whole().words.review
    assert practice.result.traps == ()
    assert practice.result.right == practice.result.of > 0


@cases
def test_with_the_first_answer_everywhere_it_ends(library: Library, case: str) -> None:
    practice = begun(library, case)
    for _ in range(LONGEST):
        if practice.over and not practice._reading:
            break
        before = practice.sheet
        practice.hear("" if practice._reading else "1")
        assert practice.sheet != before
    assert practice.sheet.lines[0].text == whole().words.review

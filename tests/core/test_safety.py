"""What is said about danger, as a value: what is asked, what settles it, what a "nee" undoes."""

import pytest

from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.safety import KIND, NONE, NOW, SAFETY, UNCLEAR, WORRY, Safety


def heard(*kinds: str) -> Safety:
    return Safety().hearing(kinds, (), "wat er werd getypt", sure=True)


def test_it_is_asked_until_it_is_answered_and_then_never_again() -> None:
    assert Safety().asks(None) == SAFETY
    for value in (NONE, UNKNOWN):
        assert Safety().answered(value).asks(value) == ""


@pytest.mark.parametrize("value", [NOW, WORRY])
def test_danger_asks_of_which_kind(value: str) -> None:
    asked = Safety().answered(value)
    assert asked.asks(value) == KIND
    assert asked.of_kind(()).asks(value) == ""
    assert asked.of_kind(()).dangers == (UNCLEAR,)
    assert asked.of_kind(("eer",)).dangers == ("eer",)


@pytest.mark.parametrize("value", [NOW, WORRY, UNKNOWN])
def test_one_kind_that_was_heard_needs_no_second_question(value: str) -> None:
    answered = heard("eer").answered(value)
    assert answered.dangers == ("eer",)
    assert answered.asks(value) == ""


def test_of_two_kinds_that_were_heard_one_is_chosen() -> None:
    answered = heard("eer", "huwelijksdwang").answered(NOW)
    assert answered.asks(NOW) == KIND
    assert answered.dangers == ()
    assert answered.of_kind(("eer",)).dangers == ("eer",)
    assert answered.kinds == (UNCLEAR, "eer", "huwelijksdwang")


@pytest.mark.parametrize(
    "unknown",
    [heard("eer", "vermist").answered(NOW).of_kind(()), heard("eer", "vermist").answered(UNKNOWN)],
)
def test_of_two_kinds_of_which_nobody_knows_which_none_is_settled(unknown: Safety) -> None:
    assert unknown.dangers == (UNCLEAR,)
    assert unknown.maybe == ("eer", "vermist")
    assert unknown.asks(NOW) == ""
    known = unknown.of_kind(("eer",))
    assert (known.dangers, known.maybe) == (("eer",), ())
    again = unknown.hearing(("vermist",), (), "", sure=True).answered(NOW)
    assert (again.dangers, again.maybe) == (("vermist",), ())
    assert unknown.answered(NONE).maybe == ()


def test_that_it_is_unclear_is_no_guess_of_its_own() -> None:
    answered = heard("eer", UNCLEAR).answered(NOW)
    assert answered.kinds == (UNCLEAR, "eer")
    assert answered.maybe == ("eer",)


def test_something_new_is_asked_about_although_it_was_answered() -> None:
    assert heard("eer").asks(NONE) == SAFETY
    worried = heard("eer").answered(WORRY)
    again = worried.hearing(("vermist",), ("112",), "", sure=True)
    assert again.asks(WORRY) == SAFETY
    assert again.answered(NOW).dangers == ("eer", "vermist")
    assert again.answered(NOW).called == ("112",)


def test_a_no_takes_everything_that_was_heard_away() -> None:
    assert heard("eer").answered(WORRY).answered(NONE).dangers == ()


def test_a_known_kind_takes_the_place_of_an_unclear_one() -> None:
    assert Safety(dangers=(UNCLEAR,)).of_kind(("eer",)).dangers == ("eer",)


def test_it_stands_in_the_answers_and_follows_the_fact() -> None:
    answers = Answers(safety=heard("eer")).with_fact(SAFETY, NOW)
    assert answers.safety.dangers == ("eer",)
    assert answers.with_fact("sector", "po").safety == answers.safety
    assert answers.with_fact(SAFETY, NONE).safety.dangers == ()

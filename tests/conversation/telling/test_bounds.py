"""A number that is not exact answers a step where every number it can be gives that answer."""

from routeboek_tui.conversation.hearing.told import told, told_at
from routeboek_tui.course.course import Course
from tests.course.talks import VO, keys
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import TODAY

SETTLED = [
    ("meer dan 16 uur gespijbeld", "zestien_uur_vo", "ja"),
    ("ruim 20 uur ongeoorloofd verzuim", "zestien_uur_vo", "ja"),
    ("nog geen 10 uur gespijbeld", "zestien_uur_vo", "nee"),
    ("meer dan 15 keer te laat", "te_laat", "vanaf_15"),
    ("minstens 36 dagdelen ziek", "ziekte_drempel_nk", "ja"),
]
OPEN = [
    ("meer dan 10 uur gespijbeld", "zestien_uur_vo"),
    ("niet meer dan 16 uur gespijbeld", "zestien_uur_vo"),
    ("vorig jaar meer dan 16 uur gespijbeld", "zestien_uur_vo"),
    ("ruim 20 uur ziek", "zestien_uur_vo"),
    ("zijn zus heeft meer dan 20 uur gespijbeld", "zestien_uur_vo"),
    ("ruim 12 keer te laat", "te_laat"),
    ("meer dan 20 uur?", "zestien_uur_vo"),
]


@each_row(("line", "step", "choice"), SETTLED)
def test_it_answers(line: str, step: str, choice: str) -> None:
    assert told(line, guide(), VO, TODAY, unasked=True).choices.get(step) == (choice,)


@each_row(("line", "step"), OPEN)
def test_it_leaves_open(line: str, step: str) -> None:
    assert step not in told(line, guide(), VO, TODAY, unasked=True).choices
    assert step not in told_at(line, guide(), (step,), TODAY).choices


def test_where_it_is_asked_nobody_says_what_is_counted() -> None:
    course = Course.begin(guide(), TODAY, VO)
    course.tell("hij spijbelt")
    course.pick(keys(course)["spijbelt"])
    course.hear("ruim 20 uur")
    answer = course.talk.answers.find("zestien_uur_vo", 1)
    assert answer is not None
    assert answer.choices == ("ja",)

"""What professionals type at a question in their own words: heard, offered or asked, never wrong.

A row may get better than it says, but not worse.
"""

from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import Nearest
from tests.conversation.hearing.test_answered import asking
from tests.conversation.hearing.test_told import table
from tests.rows import each_row

ROWS = [(row[0], row[1], row[2], row[3], row[4]) for row in table("own_words.tsv")]
HEARD, OFFERED, ASKED = "goed", "erbij", "gevraagd"
NOT_WORSE = {HEARD: {HEARD}, OFFERED: {HEARD, OFFERED}, ASKED: {HEARD, OFFERED, ASKED}}


def outcome(step: str, sector: str, typed: str, wanted: frozenset[str]) -> str:
    """What comes of a line: the choices it is taken for, or how its own one is asked after."""
    talk = asking(step, sector)
    course = Course(talk)
    asked = course.asked
    assert asked is not None
    reply = course.hear(typed)
    legs = (course.talk, *course.talk.earlier)
    here = [leg for leg in legs if leg.flow.id == talk.flow.id and leg is not talk]
    taken = [
        frozenset(visit.taken)
        for leg in here
        for visit in leg.trail.main.visits
        if (visit.step, visit.visit) == (asked.step, asked.visit) and visit.taken
    ]
    if taken:
        return HEARD if taken[0] == wanted else " ".join(sorted(taken[0]))
    near = [part.keys for part in reply if isinstance(part, Nearest)]
    offered = {option.choice for option in asked.options if near and option.key in near[0]}
    return OFFERED if wanted and wanted <= offered else ASKED


@each_row(("step", "sector", "choices", "typed", "at_least"), ROWS)
def test_an_answer_in_own_words_is_never_taken_for_another(
    step: str, sector: str, choices: str, typed: str, at_least: str
) -> None:
    wanted = frozenset() if choices == "?" else frozenset(choices.split())
    assert outcome(step, sector, typed, wanted) in NOT_WORSE[at_least]


def test_the_rows_are_of_many_questions_and_most_are_heard() -> None:
    assert len({row[0] for row in ROWS}) >= 120
    heard = sum(row[4] == HEARD for row in ROWS)
    assert heard >= len(ROWS) / 2

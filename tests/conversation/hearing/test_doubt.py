"""What has the words of a choice and is not sure, or not that choice, is never taken for it."""

from tests.conversation.hearing.test_own_words import NOT_WORSE, outcome
from tests.conversation.hearing.test_told import table
from tests.rows import each_row

ROWS = [(row[0], row[1], row[2], row[3], row[4]) for row in table("doubted.tsv")]


@each_row(("step", "sector", "choices", "typed", "at_least"), ROWS)
def test_what_is_dropped_divided_or_held_by_another_is_asked(
    step: str, sector: str, choices: str, typed: str, at_least: str
) -> None:
    wanted = frozenset() if choices == "?" else frozenset(choices.split())
    assert outcome(step, sector, typed, wanted) in NOT_WORSE[at_least]

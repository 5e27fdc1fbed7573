"""What a first sentence says is kept, and nothing that it does not say; as a table."""

from datetime import date
from pathlib import Path

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.triage.begin import known_in
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import PLACE, REGION
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.said import Said
from routeboek_tui.course.course import Course
from tests.known import guide
from tests.rows import each_row

TODAY = date(2026, 11, 30)
MAYBE = "misschien"


def table() -> list[tuple[str, ...]]:
    """The sentences, what of each must be kept, and what may not be."""
    text = (Path(__file__).parent / "kept.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [tuple(line.split("\t")) for line in lines]


SENTENCES = table()


def told(sentence: str) -> Course:
    """A talk of which this is the first line, in which no danger is meant."""
    course = Course.begin(guide(), TODAY, {}, TRIAGE)
    alarm = safety.alarm(course.talk, sentence)
    course.tell(sentence)
    if alarm and alarm.kinds:
        course.pick(_no(course))
    return course


def _no(course: Course) -> str:
    assert course.asked
    return next(option.key for option in course.asked.options if option.choice == "nee")


def kept(course: Course) -> set[str]:
    """What is known after a line, as the table writes it."""
    answers: Answers = course.told.answers
    said: Said = answers.said
    facts = {**said.facts, **known_in(course.told)}
    found = {f"{fact}={value}" for fact, value in facts.items()}
    found |= {f"{fact}={day.isoformat()}" for fact, day in said.dates.items()}
    found |= {f"dag.{name}={day.isoformat()}" for name, day in said.days.items()}
    found |= {f"{step}={each}" for step, choices in said.choices.items() for each in choices}
    for policy, given in said.counts.items():
        found |= {f"{policy}.{name}={value}" for name, value in given.items()}
    for fact, values in said.perhaps.items():
        found |= {f"{MAYBE}.{fact}={value}" for value in values}
    return found


@each_row(("sentence", "must", "never"), SENTENCES, ids=[s[0] for s in SENTENCES])
def test_what_is_said_is_kept_and_no_more(sentence: str, must: str, never: str) -> None:
    found = kept(told(sentence))
    assert {*must.split()} <= found
    for each in never.split():
        assert not [one for one in found if one == each or one.startswith((f"{each}=", f"{each}."))]


def test_what_was_named_and_is_not_certain_is_asked_first() -> None:
    course = told("Gezin is vanuit Zwolle in Rijswijk komen wonen, dochter van 13 spijbelt")
    course.pick("1")
    while course.asked and course.asked.fact not in {REGION, PLACE}:
        course.pick(_no(course))
    asked = course.asked
    assert asked is not None
    assert asked.options[0].choice in {"haaglanden", "rijswijk"}
    assert any("Zeker is dat niet" in remark.text for remark in asked.remarks)

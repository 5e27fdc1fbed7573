"""What stands behind a "ja" or "nee" and is about something else, over every such question."""

from collections.abc import Iterator

from routeboek_tui.conversation.hearing.matching import lead_of
from routeboek_tui.conversation.hearing.stray import stray
from routeboek_tui.conversation.view import Option, Question
from routeboek_tui.library.wording import Text
from routeboek_tui.text.characters import plain
from tests.conversation.hearing.test_told import table
from tests.known import guide
from tests.rows import each_row

LIBRARY = guide()
LANGUAGE = LIBRARY.language
EVERY = "*"
ROWS = [(row[0], row[1]) for row in table("stray.tsv")]


def asking(step: str, text: Text) -> Question:
    options = tuple(
        Option(str(n), name, choice.label, synonyms=choice.synonyms)
        for n, (name, choice) in enumerate(text.choices.items(), start=1)
    )
    return Question(step, 1, "", 1, "", "", text.title, text.question, "", options)


def questions() -> Iterator[Question]:
    """Every question of a step that can be answered with "ja" or "nee"."""
    for texts in LIBRARY.texts.values():
        for step, text in texts.items():
            labels = (choice.label for choice in text.choices.values())
            if any(lead_of(plain(label).partition(" ")[0], LANGUAGE) for label in labels):
                yield asking(step, text)


QUESTIONS = list(questions())


@each_row("rest", [rest for step, rest in ROWS if step == EVERY])
def test_what_is_about_something_else_answers_no_question(rest: str) -> None:
    taken = {
        f"{lead}: {asked.step}"
        for asked in QUESTIONS
        for lead in ("ja", "nee")
        if not stray(f"{lead}, {rest}", asked, LANGUAGE)
    }
    assert not taken


@each_row(("step", "typed"), [row for row in ROWS if row[0] != EVERY])
def test_a_reason_about_what_is_asked_leaves_the_answer(step: str, typed: str) -> None:
    asked = [each for each in QUESTIONS if each.step == step]
    assert asked
    assert not [each for each in asked if stray(typed, each, LANGUAGE)]

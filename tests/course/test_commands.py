"""A command is a whole line, or names what is there; a sentence is never swallowed by one."""

from itertools import cycle
from pathlib import Path

import pytest

from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.safety import Manner
from routeboek_tui.course.candidates import Candidates, Contradicted
from routeboek_tui.course.course import Course
from routeboek_tui.course.frames import Confirm
from routeboek_tui.course.ticking import Ticking
from routeboek_tui.course.turn import Leave, Open, Reply, Stop, View
from tests.course.talks import VO, said, talk
from tests.known import guide, in_kinds
from tests.rows import each_row

SENTENCES: dict[str, list[str]] = in_kinds(Path(__file__).parent / "commands.yaml")
EVERY = [(word, f"{word} {rest}") for word, rests in SENTENCES.items() for rest in rests]
AMID = [row for number, row in enumerate(EVERY) if number % 6 in {0, 2, 4}]
FIRST = [row for row in EVERY if row not in AMID]
"""Of the three sentences of a word one or two amid a talk, and the others as its first."""
NAMED = (
    ("wijzig 2", "change"), ("verander 2", "change"), ("wijzig drempel ziekteverzuim", "change"),
    ("brief 1", View.LETTER), ("brief afsprakenbrief", ""), ("wat als 2", View.WHAT_IF),
    ("wat als 1", View.WHAT_IF), ("zoek schorsing", View.SEARCH), ("zoek op JGZ", View.SEARCH),
    ("zoek ouders weigeren", View.SEARCH), ("zoek naar verlof", View.SEARCH),
    ("zoek: contact met de ouders", View.SEARCH), ("boek MDO", View.BOOK), ("boek te laat", ""),
    ("boek: wat er is", View.SEARCH), ("zoek vrijstelling 5 onder a", View.SEARCH),
)  # fmt: skip
"""Lines that name what is there, and what they open."""


def _spoken(course: Course) -> bool:
    """Whether the talk stands where no command has been: it asks what it asked."""
    frame = course._frames[-1] if course._frames else None
    return frame is None or isinstance(frame, Candidates | Contradicted | Ticking)


def _done(reply: Reply) -> bool:
    return any(isinstance(part, Open | Stop | Leave) for part in reply)


def test_every_word_has_its_sentences() -> None:
    language = guide().language
    assert set(SENTENCES) == {*language.commands, *language.with_argument}
    assert all(len(set(rests)) == 3 for rests in SENTENCES.values())


@each_row(("word", "mark"), zip(guide().language.commands, cycle(("", ".", "?")), strict=False))
def test_alone_it_is_the_command(word: str, mark: str) -> None:
    name = guide().language.commands[word]
    heard, done = talk(heard=["1"]), talk(heard=["1"])
    assert heard.hear(word.capitalize() + mark) == done.do(name)
    assert heard.asked == done.asked
    assert heard.talk.answers == done.talk.answers


@each_row(("word", "line"), AMID)
def test_in_a_sentence_it_is_none(word: str, line: str) -> None:
    course = talk(heard=["1"])
    before = course.talk.answers
    reply = course.hear(line)
    assert not _done(reply), word
    assert _spoken(course)
    assert course.talk.answers.steps[: len(before.steps)] == before.steps
    assert course.talk.safety.manner is Manner.ALOUD


@each_row(("word", "line"), FIRST)
def test_as_first_sentence_it_is_none(word: str, line: str) -> None:
    course = Course.begin(guide(), talk().talk.today, VO, TRIAGE)
    assert not _done(course.tell(line)), word
    assert _spoken(course)


@each_row(("line", "opened"), NAMED)
def test_what_names_something_that_is_there_is_a_command(line: str, opened: str) -> None:
    course = talk(heard=["1", "2"])
    reply = course.hear(line)
    if opened == "change":
        assert course.beside_route
        return
    assert [part.view for part in reply if isinstance(part, Open)] == [opened] * bool(opened) or (
        not opened and reply
    )


@pytest.mark.parametrize("name", ["stop", "restart"])
def test_the_command_itself_is_a_yes_where_it_is_asked(name: str) -> None:
    words = [word for word, each in guide().language.commands.items() if each == name]
    for word in words:
        course = talk(heard=["1"])
        course.do(name)
        assert isinstance(course._frames[-1], Confirm)
        reply = course.hear(word)
        assert not course.beside_route
        assert (Stop() in reply) == (name == "stop")


@pytest.mark.parametrize("line", ["ja", "nee", "terug", "1"])
def test_stopping_is_asked_wherever_something_is_asked(line: str) -> None:
    course = talk(heard=["1", "wijzig 4"])
    course.hear("stop")
    assert course.asked
    assert course.asked.text == "Stoppen?"
    assert (Stop() in course.hear(line)) == (line in {"ja", "1"}), said(())

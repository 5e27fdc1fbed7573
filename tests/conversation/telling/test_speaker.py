"""Who speaks is heard in what somebody says of himself, and nowhere else."""

from pathlib import Path

from routeboek_tui.conversation.telling.speaker import asked_of, speaker
from routeboek_tui.core.facts import READER
from routeboek_tui.library.content import Library
from tests.known import guide
from tests.rows import each_row

HERE = Path(__file__).parent
NONE = "-"
OTHER_SCHOOLS = "school"
"""A school that is waited for is another one than that of who reads."""


def rows(name: str) -> list[list[str]]:
    """The lines of a table, without the remarks."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@each_row(("role", "line"), rows("speakers.tsv"))
def test_a_line_says_who_speaks(library: Library, role: str, line: str) -> None:
    assert (speaker(line, library) or NONE) == role


@each_row(("role", "question"), rows("deeds_of.tsv"))
def test_a_question_asks_what_somebody_has_to_do(
    library: Library, role: str, question: str
) -> None:
    assert (asked_of(question, library) or NONE) == role


def test_every_role_is_heard_and_is_somebody(library: Library) -> None:
    roles = {*library.scheme.domains[READER]}
    assert {role for role, _ in rows("speakers.tsv")} == roles | {NONE}
    assert {role for role, _ in library.language.speaking.names} == roles
    alone = {each.readers[0] for each in library.actors.values() if len(each.readers) == 1}
    assert alone == roles


def _waited_for() -> list[tuple[str, str, str]]:
    """Each flow and step that waits for those of one role, as far as its words name them."""
    library = guide()
    every = [each for each in library.actors.values() if len(each.readers) == 1]
    found = []
    for flow, texts in library.texts.items():
        for step, text in texts.items():
            words = f" {text.back} "
            for actor in every:
                role = actor.readers[0]
                if role != OTHER_SCHOOLS and any(f" {n} " in words for n in names(actor.names)):
                    found.append((flow, step, role))
    return sorted({*found})


def names(of: tuple[str, ...]) -> tuple[str, ...]:
    """What somebody is called in our texts, in capitals too."""
    return (*of, *(name.upper() for name in of))


@each_row(("flow", "step", "role"), _waited_for())
def test_who_is_waited_for_is_not_told_to_wait_for_himself(
    library: Library, flow: str, step: str, role: str
) -> None:
    text = library.texts[flow][step]
    assert text.back_to.get(role, text.back) != text.back

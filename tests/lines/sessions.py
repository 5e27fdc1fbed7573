"""What the line face says to lines that are typed."""

import io
from collections.abc import Sequence
from pathlib import Path

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.course.course import Course
from routeboek_tui.library.compiled import Opening
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.session import Session
from routeboek_tui.lines.start import converse
from tests.known import guide
from tests.walks_as_data import SAFE, TODAY


def session_of(typed: Sequence[str], talk: Conversation) -> tuple[Session, str]:
    target = io.StringIO()
    session = Session(Lines(io.StringIO("".join(f"{t}\n" for t in typed)), target), Course(talk))
    while session.run():
        pass
    return session, target.getvalue()


def begun_with(typed: str, talk: Conversation, settings: Path | None = None) -> str:
    target = io.StringIO()
    converse(Lines(io.StringIO(typed), target), Opening.of(guide()), talk, settings)
    return target.getvalue()


def fresh_talk(**facts: str) -> Conversation:
    return Conversation.start(guide(), "ziekteverzuim", TODAY, {**SAFE, **facts})


START = fresh_talk(sector="po", gemeente="den_haag")

"""The terminal app, run until it ends."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from routeboek_tui.library.compiled import load, opening
from routeboek_tui.tui import signalled
from routeboek_tui.tui.app import Guide

if TYPE_CHECKING:
    from routeboek_tui.conversation.conversation import Conversation
    from routeboek_tui.course.practice.training import Training


def run(
    facts: Mapping[str, str] | None = None,
    talk: "Conversation | None" = None,
    practice: "Training | None" = None,
    *,
    meeting: bool = False,
) -> int:
    """The exit code of the app, run with the facts known beforehand, or amid a talk or practice.

    ``meeting`` says that it opens at the wall of a meeting.

    :raises BrokenLibrary: when the files of the guide cannot be used
    :raises Exception: whatever went wrong inside, after the screen was put back
    """
    app = Guide(
        opening(), load, date.today(),
        facts=facts, talk=talk, practice=practice, meeting=meeting,
    )  # fmt: skip
    signalled.run(app)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0

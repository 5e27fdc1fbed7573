"""The screen: whether one is there, and the conversation on it."""

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from routeboek_tui.conversation.conversation import Conversation


def has_screen() -> bool:
    """Whether a terminal is there that can be drawn on."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def show(
    known: Mapping[str, str] | None = None,
    talk: "Conversation | None" = None,
    *,
    meeting: bool = False,
) -> int:
    """The exit code of a conversation with the facts that are ``known``, or amid ``talk``.

    ``meeting`` says that it opens at the wall of a meeting.
    """
    from routeboek_tui.tui.running import run

    return run(known, talk, meeting=meeting)

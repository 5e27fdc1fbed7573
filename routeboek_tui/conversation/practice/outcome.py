"""What came of a choice that was made, and of a case that was played."""

from msgspec import Struct

from routeboek_tui.conversation.practice.feedback import Feedback, Verdict
from routeboek_tui.conversation.practice.picking import Picked


class Outcome(Struct, frozen=True):
    """One choice that was made: what it was about, how it was called, and what came of it."""

    about: str
    said: str
    verdict: Verdict
    came: Feedback | Picked


class Result(Struct, frozen=True):
    """How a case was played: of how many choices how many were right, and partly, and which not."""

    exercise: str
    right: int
    of: int
    traps: tuple[str, ...]
    partly: int = 0
    wrong: tuple[str, ...] = ()

"""What can be typed at a question: the keys that choose at once, and what the screen says of it."""

from collections.abc import Collection
from dataclasses import dataclass

from routeboek_tui.conversation.view import Question

WITH_DATES = frozenset({"leeftijd", "vier_weken_afwezig"})
"""Facts that a date may be typed for, besides those that are one."""


@dataclass(frozen=True, slots=True)
class Typing:
    """``quick`` are the keys that choose at once while nothing was typed."""

    quick: Collection[str]
    placeholder: str
    keys: tuple[tuple[str, str, str], ...]


def _placeholder(question: Question | None, *, counted: bool) -> str:
    if question is None or not counted:
        return "typ een antwoord of stel een vraag"
    what = "een datum" if question.policy in ("", "leerplichtig") else "aantallen"
    return f"typ {what}, een cijfer, of stel een vraag"


def typing(question: Question | None) -> Typing:
    """What can be typed at this question, or at the end of a route."""
    options = question.options if question else ()
    # A digit can be the start of something longer: a number, or a date.
    counted = question is not None and bool(
        question.policy or question.dated or question.fact in WITH_DATES
    )
    keys = [option.key for option in options]
    # With ten choices a 1 may be the start of a 10.
    alone = [key for key in keys if sum(other.startswith(key) for other in keys) == 1]
    quick = [] if counted else alone
    if question is not None and question.several:
        quick.append(" ")
    which = "1" if len(options) == 1 else f"1-{len(options)}"
    if counted or len(alone) < len(keys):
        which = f"{which} Enter"
    choose = ((which, "kies", ""),) if options else ()
    return Typing(
        quick=quick,
        placeholder=_placeholder(question, counted=counted),
        keys=(
            *choose,
            ("Enter", "klaar", "") if question and question.several else ("↑↓", "ga langs", ""),
            ("F2", "advies", "advice"),
            ("F3", "kaart", "map"),
            ("F4", "brieven", "letters"),
            ("F7", "boek", "app.book"),
            ("F1", "hulp", "help"),
        ),
    )

"""The line typed before a talk: choices, what is going on, or the one before the other."""

from datetime import date

from routeboek_tui.conversation.telling.key import apart
from routeboek_tui.course.beginning import Beginning, Choice, Group
from routeboek_tui.library.language import Language


def first_line(
    beginning: Beginning, line: str, language: Language, today: date, shown: Group | None = None
) -> tuple[tuple[Choice, ...], str]:
    """The choices in ``line``, if any, and the sentence that is left of it.

    Where one question is ``shown``, a key is one of its choices.
    """
    if meant := beginning.meant(line, shown):
        return meant, ""
    key, told = apart(line, language, today)
    choices = beginning.keyed(key, shown)
    return choices, told if choices else line

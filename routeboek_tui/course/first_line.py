"""The line typed before a talk: a choice, what is going on, or the one before the other."""

from datetime import date

from routeboek_tui.conversation.telling.key import apart
from routeboek_tui.course.beginning import Beginning, Choice, Group
from routeboek_tui.library.language import Language


def first_line(
    beginning: Beginning, line: str, language: Language, today: date, shown: Group | None = None
) -> tuple[Choice | None, str]:
    """The choice in ``line``, if any, and the sentence that is left of it.

    Where one question is ``shown``, a key is one of its choices.
    """
    if choice := beginning.meant(line, shown):
        return choice, ""
    key, told = apart(line, language, today)
    choice = beginning.keyed(key, shown)
    return choice, told if choice else line

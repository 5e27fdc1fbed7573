"""The line typed before a talk: choices, what is going on, or the one before the other."""

from collections.abc import Callable, Collection
from datetime import date

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.telling.key import apart
from routeboek_tui.course.beginning import Beginning, Choice, Group
from routeboek_tui.course.candidates import Contradicted, hearing
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


def told_anew(
    beginning: Beginning,
    begun: Callable[[], Conversation],
    line: str,
    asked: Collection[str],
) -> bool:
    """Whether ``line`` says otherwise than is only remembered, which is forgotten then.

    ``begun`` gives the talk as it begins. ``asked`` are the questions of ``beginning`` that were
    put now: what was answered there stays.
    """
    told = False
    while isinstance(found := hearing(begun(), line), Contradicted):
        groups = [g for g in beginning.groups if any(c.fact == found.fact for c in g.choices)]
        group = next((each for each in groups if each.asked not in asked and each.answered), None)
        if group is None:
            break
        beginning.forget(group)
        told = True
    return told

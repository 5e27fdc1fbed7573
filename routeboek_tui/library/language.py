"""The words of Dutch that a conversation knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Language:
    """Words that mean the same everywhere in the conversation; all in lower case, without accents.

    ``commands`` is the name of a command by what people type for it, ``with_argument`` of one that
    takes what comes after it. A line that begins with one of the ``question_words`` is a question.
    ``yes`` and ``no`` say so in front of a sentence. ``negators`` turn what stands beside them into
    its opposite; after ``doubts`` something is not said for certain. ``no_slips`` look like a
    choice with a slip, and are words of their own. ``people`` are no pupil when the sentence tells
    something of them, and ``staff`` never are.
    """

    commands: Mapping[str, str] = field(default_factory=dict)
    with_argument: Mapping[str, str] = field(default_factory=dict)
    question_words: frozenset[str] = frozenset()
    yes: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    negators: frozenset[str] = frozenset()
    doubts: frozenset[str] = frozenset()
    no_slips: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    staff: frozenset[str] = frozenset()

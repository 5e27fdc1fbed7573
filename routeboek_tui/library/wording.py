"""What the guide says: the words of steps, facts and choices, filled in where they are shown."""

import re
from collections.abc import Mapping

from msgspec import Struct, field

from routeboek_tui.core.facts import When
from routeboek_tui.library.own_advice import marked

_NAME = re.compile(r"\{([^{}]+)\}")


class Wording(Struct, frozen=True):
    """One way to say a word, under facts."""

    say: str
    when: When = field(default_factory=dict)


class ChoiceText(Struct, frozen=True):
    """How a choice is said; ``synonyms`` are what people type for it, ``short`` fits a strip.

    For a value of a fact ``implies`` are the facts that follow from it, and ``note`` is what to
    say where it was chosen. ``places`` are the names among them of places of which no source tells.
    It is taken for so where ``likely`` holds and nobody said otherwise, which is our reading.
    """

    label: str
    synonyms: tuple[str, ...] = ()
    short: str = ""
    implies: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    places: tuple[str, ...] = ()
    likely: When = field(default_factory=dict)


class Reading(Struct, frozen=True):
    """Another way to read a lost arrow, and the one the guide follows."""

    about: str
    options: tuple[str, ...]
    chosen: str
    because: str
    when: When = field(default_factory=dict)


class Text(Struct, frozen=True):
    """The words of a step or a fact. ``own`` are the actions that no source asks for.

    ``told`` are the documents that ask for each of the others; ``outside`` those of them that are
    general information.

    ``kort`` says each action in a few words, as one tells someone what to do; ``letters`` names the
    letter one does it with, where there is one. ``back`` says when its question can be answered,
    where that takes weeks, and ``back_to`` what that is to a reader who is waited for; ``awaits``
    are the actions that were done once that came about, and ``not_yet`` is what "weet ik nog niet"
    is called there. ``yields`` are the actions that wait for advice where it may be the parents of
    whom the pupil must be safe.

    A fact that is a date is of the ``kind`` "date"; ``since`` stands before the day itself, and
    ``after`` behind a term that runs from it.
    """

    id: str
    title: str
    question: str = ""
    hint: str = ""
    why: str = ""
    find_out: str = ""
    whom: tuple[str, ...] = ()
    actions: Mapping[str, str] = field(default_factory=dict)
    kort: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    back: str = ""
    back_to: Mapping[str, str] = field(default_factory=dict)
    not_yet: str = ""
    own: tuple[str, ...] = ()
    told: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    choices: Mapping[str, ChoiceText] = field(default_factory=dict)
    edges: Mapping[str, str] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    bring: tuple[str, ...] = ()
    yields: tuple[str, ...] = ()
    awaits: tuple[str, ...] = ()
    outside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    body: str = ""
    kind: str = ""
    since: str = ""
    after: str = ""

    def deed(self, action: str) -> str:
        """What an action says, as it is shown: our own advice says so."""
        return marked(self.actions[action]) if action in self.own else self.actions[action]


def fill_in(text: str, words: Mapping[str, str]) -> str:
    """``text`` with ``{name}`` replaced by its word; ``{Name}`` gives the word a capital."""

    def word(found: re.Match[str]) -> str:
        name = found[1]
        if name in words:
            return words[name]
        said = words.get(name[:1].lower() + name[1:])
        return found[0] if said is None else said[:1].upper() + said[1:]

    return _NAME.sub(word, text)

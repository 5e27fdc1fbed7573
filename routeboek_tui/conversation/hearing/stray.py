"""Whether what stands behind a "ja" or "nee" is about something else than what is asked."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.matching import SHORTEST_SLIP, lead_of
from routeboek_tui.conversation.hearing.told_here import told_here
from routeboek_tui.conversation.view import Question
from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain

OPENING = 5
"""Words with which a question names who it is about."""

SUBJECT = 5
"""Words that may stand before the verb of a clause."""

STEM = 4
"""Letters that at least are its stem, of a word that is short."""

_CLAUSES = re.compile(r"[,;:.!()\n]+|\b(?:maar|want|omdat|en)\b")


def stray(typed: str, asked: Question, language: Language) -> str:
    """What ``typed`` tells of somebody or something else, behind a "ja" or "nee"; "" otherwise.

    It does where the clause behind it has a subject of its own that the question does not begin
    with, and shares no word with the question or its answers; of somebody the question does not
    name it is always about something else. What is told is without that subject.
    """
    lead, _, rest = typed.strip().partition(" ")
    lead = plain(lead)
    if not lead_of(lead, language) or rest.rstrip().endswith("?"):
        return ""
    clauses = [plain(clause).split() for clause in _CLAUSES.split(rest)]
    words = next(filter(None, clauses), [])
    subject, known = _subject(words, language), _parties(language)
    if not subject or not language.refers.isdisjoint(words):
        return ""
    told, about = [word for clause in clauses for word in clause], _asked(asked)
    left = [word for word in told if word not in subject]
    if _named(left, asked):
        return ""
    parties = {known[word] for word in subject if word in known}
    if parties and parties.isdisjoint(known.get(word, "") for word in about):
        of_pupil = _of_pupil(left, language) and language.negators.isdisjoint(left)
        return "" if of_pupil else " ".join(left)
    opening = plain(asked.text).split()[:OPENING]
    shared = _shared(subject, opening, language) or _shared(left, about, language)
    # What an answer that begins so is called tells of the same: "nee, het verzuim gaat door".
    shared = shared or (not parties and _shared(subject, _called(asked, lead), language))
    return "" if shared else " ".join(left)


def of_else(talk: Conversation, typed: str, asked: Question) -> bool:
    """Whether ``typed`` says "ja" or "nee", and then something that is no answer to ``asked``."""
    left = stray(typed, asked, talk.library.language)
    told = told_here(talk, typed, asked) if left else None
    if told is None:
        return bool(left)
    return told == told_here(talk, left, asked) and not _of_the_same(typed, talk.library.language)


def _of_the_same(typed: str, language: Language) -> bool:
    """Whether what stands behind "ja" or "nee" is of what was asked: "nee, het gaat door"."""
    _, subject, verb, *_ = (*plain(typed).split(), "", "", "")
    return subject in language.determiners and verb in language.finite


def _of_pupil(words: Sequence[str], language: Language) -> bool:
    """Whether somebody tells something of the pupil, and not of himself."""
    pupil = pattern(language.somebody)
    return any(map(pupil.fullmatch, words))


def _subject(words: Sequence[str], language: Language) -> list[str]:
    """Who or what a clause tells of, where that is somebody or something of its own."""
    at = next((n for n, word in enumerate(words) if word in language.finite), 0)
    before, after = words[:at], words[at + 1 :]
    if not 0 < at <= SUBJECT:
        return []
    pupil = pattern(language.somebody)
    named = [word for word in words if word in _parties(language)]
    if before[0] in language.determiners and not pattern(language.spans).match(" ".join(before)):
        return [] if any(map(pupil.fullmatch, before)) and not named else [*before]
    if before[0] in named:
        return [*before]
    if before[0] in language.pronouns:
        return named
    turned = after[:1] and (after[0] in language.determiners or after[0] in named)
    return [*after[:2]] if turned and not any(map(pupil.fullmatch, after[:2])) else []


def _shared(words: Iterable[str], others: Iterable[str], language: Language) -> bool:
    """Whether ``words`` name something or somebody that ``others`` name too."""
    ours, theirs = _told(words, language), _told(others, language)
    return any(_same(word, other) for word in ours for other in theirs)


def _same(word: str, other: str) -> bool:
    """Whether two words have one stem, or one is the last part of the other."""
    if word == other:
        return True
    if min(len(word), len(other)) < SHORTEST_SLIP:
        return False
    return _stem(word) == _stem(other) or word.endswith(other) or other.endswith(word)


def _stem(word: str) -> str:
    bare = word.removeprefix("ge")
    return bare[: min(max(len(bare) - 2, STEM), SHORTEST_SLIP)]


def _told(words: Iterable[str], language: Language) -> set[str]:
    """The telling words among ``words``, those who are the same by one name."""
    known, common = _parties(language), language.common
    little = language.finite | language.determiners | language.negators | common
    return {known.get(word, word) for word in words} - little


def _named(words: Sequence[str], asked: Question) -> bool:
    """Whether ``words`` hold an answer of more than one word."""
    said = f" {' '.join(words)} "
    names = (plain(name) for option in asked.options for name in option.synonyms)
    return any(" " in name and f" {name} " in said for name in names)


def _asked(asked: Question) -> list[str]:
    options = (option for option in asked.options if option.choice)
    said = (asked.title, asked.text, *(t for o in options for t in (o.label, *o.synonyms)))
    return plain(" ".join(said)).split()


def _called(asked: Question, lead: str) -> list[str]:
    """The words of the answers that begin with the same "ja" or "nee"."""
    labels = (plain(option.label) for option in asked.options if option.choice)
    return " ".join(each for each in labels if each.partition(" ")[0] == lead).split()


@lru_cache(maxsize=4)
def _by_name(parties: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    return {word: name for name, words in parties for word in words}


def _parties(language: Language) -> dict[str, str]:
    return _by_name(language.parties)

"""Whether a typed line asks something, or says what is the matter: one reader for every place."""

import re
from itertools import pairwise

from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain
from routeboek_tui.text.sentence import sentences

FEWEST = 4
"""Words of a question that begins with a verb: fewer can be an answer."""

MOST = 7
"""Words of a line that asks without being a sentence, such as "schorsing hoe lang"."""

_CLAUSE = re.compile(r"[,;:] ")
_ASIDE = re.compile(r"\s*\([^()?]*\)\s*$")
"""What stands between brackets behind a sentence: "mag dat? (vader)"."""
_CUT = re.compile(r"(?<=[.!]) |[,;:] ")

MOST_LETTERS = 2_000
"""Of a longer text only the beginning is read."""


def is_question(text: str, language: Language) -> bool:
    """Whether any sentence of ``text`` asks something."""
    return any(asks(each, language) for each in sentences(text[:MOST_LETTERS]))


def asks(sentence: str, language: Language) -> bool:
    """Whether ``sentence`` reads as a question: by its mark, its beginning, or what it seeks."""
    sentence = _ASIDE.sub("", sentence)
    if sentence.rstrip(" )\"'”").endswith("?") or begins_as_question(sentence, language):
        return True
    said = plain(sentence)
    words = said.split()
    tells = language.yes | language.no | language.negators | language.seeking.negations
    denied = not tells.isdisjoint(words)
    if len(words) >= FEWEST and pattern(language.question_verbs).match(said):
        return True
    if len(words) >= FEWEST and not denied and pattern(language.question_perhaps).match(said):
        return True
    clauses = [plain(clause) for clause in _CLAUSE.split(sentence)]
    if any(map(pattern(language.question_clauses).match, clauses[1:])):
        return True
    if len(words) >= FEWEST and (
        pattern(language.question_within).search(said)
        or any(_ends(each, language) for each in clauses)
    ):
        return True
    bare = words and len(words) <= MOST and not any(map(str.isdigit, said))
    return bool(bare and not denied and pattern(language.question_inside).search(said))


def _ends(said: str, language: Language) -> bool:
    """Whether a clause, which is plain, ends as a question does."""
    ends = pattern(language.question_ends).finditer(said)
    return any(found.end() == len(said) for found in ends)


def told_and_asked(text: str, language: Language) -> tuple[str, str]:
    """What ``text`` tells first, and what it asks then; both "" where it does not do both."""
    bare = text.strip()[:MOST_LETTERS]
    for cut in _CUT.finditer(bare) if bare.endswith("?") else ():
        told, asked = bare[: cut.start()].strip(" .!"), bare[cut.end() :].strip()
        if is_question(told, language) or only_asks(told, language):
            break
        if only_asks(asked, language):
            return told, asked
    return "", ""


def only_asks(text: str, language: Language) -> bool:
    """Whether ``text`` begins as a question; with its verb first where it is one sentence."""
    said = plain(text)
    verb = any(
        pattern(ways).match(said) for ways in (language.question_verbs, language.question_perhaps)
    )
    alone = len(list(sentences(text[:MOST_LETTERS]))) == 1
    return begins_as_question(text, language) or bool(verb and alone)


def asks_outright(text: str, language: Language) -> bool:
    """Whether ``text`` only asks, with its verb where a question of its own has it.

    "Over wie het moet betalen" is a part of a sentence that tells something, and so is what stands
    before a clause that asks nothing, but for an "als" of the question.
    """
    if not only_asks(text, language):
        return False
    ifs = pattern(language.seeking.if_words)
    besides = [part for part in _CLAUSE.split(text)[1:] if not ifs.match(plain(part))]
    if not all(asks(part, language) for part in besides):
        return False
    words = plain(text).split()
    behind = (after for word, after in pairwise(words) if word in language.question_words)
    told = language.pronouns | language.seeking.articles
    return not (begins_as_question(text, language) and next(behind, "") in told)


def begins_as_question(text: str, language: Language) -> bool:
    """Whether ``text`` begins as a sentence that asks, and does not say what is the matter."""
    said = plain(text)
    return said.partition(" ")[0] in language.question_words or bool(
        pattern(language.question_begins).match(said)
    )

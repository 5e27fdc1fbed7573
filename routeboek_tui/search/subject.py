"""What a question asks for: one part of a tafel, or a paper; and what it only says of who asks."""

from routeboek_tui.library.language import Seeking
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain, words_in

FIRST = 1.1
"""How many times as well what is asked for fits as the best of the rest."""

WRITTEN = 1.6
"""How many times more likely a paper is, where one is sought."""


def part_asked(question: str, seeking: Seeking) -> str:
    """The part of a tafel that ``question`` asks for, or ""."""
    words = plain(question)
    return next((name for name, ways in seeking.parts.items() if pattern(ways).search(words)), "")


def without_asker(text: str, seeking: Seeking) -> str:
    """``text`` without what it says of who asks, unless it says nothing else."""
    said = plain(text)
    bare = pattern(seeking.asker).sub("", said)
    return text if bare == said or not bare.strip() else bare


def unfilled(text: str, seeking: Seeking) -> str:
    """``text``, which is plain, without the words that only fill it."""
    return " ".join(word for word in text.split() if word not in seeking.fillers) or text


def in_our_words(text: str, seeking: Seeking) -> str:
    """``text`` with the words of the guide where it says the same otherwise."""
    for word, ways in seeking.otherwise.items():
        if pattern(ways).search(said := plain(text)):
            text = pattern(ways).sub(f"{word} ", said)
    return text


def can_name(word: str, question: str, seeking: Seeking) -> bool:
    """Whether ``word`` in ``question`` can be the name of something, by the word before it.

    What ends as a word for how something is, before that something, is no name.
    """
    words = words_in(question)
    if word not in words:
        return True  # several words, or a year
    at = words.index(word)
    before, after = words[max(at - 1, 0) : at], words[at + 1 : at + 2]
    how = word.endswith("e") and after and after[0] not in seeking.stop | seeking.asking
    return not (how or (before and before[0] not in seeking.before_names))

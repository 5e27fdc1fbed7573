"""The answers that a story sounds like, of which only the one to the next question counts."""

from collections.abc import Collection
from functools import cache
from itertools import pairwise

from msgspec.structs import replace

from routeboek_tui.conversation.telling.figures import figures_in
from routeboek_tui.conversation.telling.sounds import likely_of, tells
from routeboek_tui.conversation.telling.stated import not_held
from routeboek_tui.core.said import Said
from routeboek_tui.library.content import Library
from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain, words_in
from routeboek_tui.text.clauses import AND, clauses
from routeboek_tui.text.sentence import sentences

PAIR = 2
"""Clauses that are heard together."""


def with_likely(said: Said, line: str, library: Library, *, asked: bool = False) -> Said:
    """``said`` with what ``line`` sounds like at each step, were it the next one.

    Of a step that reckons with numbers these decide. A few words are enough only of what is
    ``asked`` next: in a story they can be of anything.
    """
    figures = figures_in(line, library.language.counting)
    likely, by = dict[str, tuple[str, ...]](), dict[str, str]()
    steps = library.steps

    @cache
    def told(words: str) -> set[str]:
        return _told(words, library)

    stop = library.language.seeking.stop
    heard = [each for each in _heard(line, library.language) if asked or tells(each, stop)]
    for each in likely_of(heard):
        step = steps.get(each.step)
        if step is None or step.policy:
            continue
        held = tuple(
            choice
            for choice, words in each.choices
            if each.step in (told(words) or (each.step,))
            and not_held(f"{each.step}={choice}", words, library)
            and _figures_of(each.step, choice, library) <= figures
        )
        if each.clear and held[:1] == (each.choices[0][0],):
            likely[each.step], by[each.step] = held[:1], each.choices[0][1]
        elif not each.clear and len(held) == len(each.choices) < len(step.choices):
            likely[each.step] = held
    waiting = [step for step in by if steps[step].waits]
    alike = {
        step: same
        for step, words in by.items()
        if (same := tuple(each for each in waiting if each != step and _same(words, by[each])))
    }
    return replace(said, likely=likely, alike=alike)


def _figures_of(step: str, choice: str, library: Library) -> frozenset[str]:
    """The figures that a choice is called by in every edition: none of them is only heard.

    But once and twice are told without a figure.
    """
    texts = (of[step].choices for of in library.texts.values() if step in of)
    labels = [choices[choice].label for choices in texts if choice in choices]
    told = (figures_in(label, library.language.counting) for label in labels)
    same = frozenset.intersection(*told) if labels else frozenset()
    return same - {"1", "2"}


def _same(words: str, others: str) -> bool:
    """Whether the one is said in the other."""
    return words in others or others in words


def _heard(text: str, language: Language) -> Collection[str]:
    """Each sentence, its clauses and each two of them, but for what is asked or not so now."""
    words, found = language.stating, dict[tuple[str, ...], str]()
    not_so = pattern((*words.supposed, *words.hearsay, *words.past))
    for sentence in sentences(text):
        parts = clauses(sentence, AND)
        said = [each for each in parts if not (each.endswith("?") or not_so.search(plain(each)))]
        whole = (sentence,) if said == parts else ()
        # Two clauses of which a sentence has no more are that sentence.
        pairs = pairwise(said) if len(parts) > PAIR or not whole else ()
        for each in (*whole, *map(" ".join, pairs), *said):
            found.setdefault(tuple(words_in(each)), each)
    return found.values()


def _told(words: str, library: Library) -> set[str]:
    """The steps whose answer these words tell with most of them, so that they tell no other one."""
    said = plain(words)
    ways = (*library.stated.found(said), *library.stated_whole.found(said))
    whole = (way for way in ways if way.end - way.start > len(said) / 2)
    return {answer.partition("=")[0] for way in whole for answer in way.name.split()}

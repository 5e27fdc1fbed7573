"""What somebody writes beside a sentence to say which case it is: "groep 4", "2 mavo, Rijswijk"."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from routeboek_tui.conversation.telling.count import Part, sentences, with_another
from routeboek_tui.conversation.telling.figures import LOOSE
from routeboek_tui.core.facts import PLACE, REGION
from routeboek_tui.core.said import What
from routeboek_tui.library.content import Library
from routeboek_tui.library.language import Counting
from routeboek_tui.library.ways import either, pattern
from routeboek_tui.library.wording import Text
from routeboek_tui.text.characters import plain, plain_name

_COUNTABLE = frozenset((What.LATE, What.SICK, What.UNAUTHORISED, What.AUTHORISED, What.SUSPENDED))
"""What a number behind it can be so many of."""


def of_pupil(text: str, parts: Sequence[Part], library: Library) -> Iterator[Part]:
    """The parts of ``text``, in figures, that can tell something of the pupil.

    After somebody else those are again the labels that end a sentence, unless another child is in
    that sentence: then they can be that child's.
    """
    another = dict(with_another(parts))
    for sentence in sentences(text, parts):
        label = _labels(text, sentence, library) if any(map(another.get, sentence)) else 0
        child = pattern(library.language.counting.others)
        whole = label == len(sentence)
        mine = whole or not any(child.search(text, each.start, each.end) for each in sentence)
        for place, part in enumerate(sentence):
            if not another[part] or (mine and place >= len(sentence) - label):
                yield part


def _labels(text: str, sentence: Sequence[Part], library: Library) -> int:
    """How many parts at the end of ``sentence`` only name the case."""
    count = 0
    for part in reversed(sentence):
        said = plain(text[part.start : part.end])
        if said and not is_label(said, library):
            break
        count += 1
    return count


def is_label(said: str, library: Library) -> bool:
    """Whether all of ``said`` is a place, a class or an age, and what may stand beside it."""
    telling, words = library.language.telling, library.language.counting
    left = said
    for ways in (*(ways for _, ways in telling.says), words.age_within):
        left = pattern(ways).sub(" ", left)
    for fact in (PLACE, REGION):
        text = library.facts.get(fact)
        if text:
            left = re.sub(rf"\b(?:{either(names(text))})\b", " ", left)
    return left != said and telling.label.issuperset(left.split())


def names(text: Text) -> dict[str, str]:
    """The value by each of its names."""
    return {
        plain_name(name): value
        for value, choice in text.choices.items()
        for name in (choice.label, choice.short, *choice.synonyms)
        if name and "{" not in name
    }


def bare_age(
    text: str, parts: Sequence[Part], of: Collection[Part], words: Counting, *, loose: bool
) -> int | None:
    """The one number of ``text`` that stands by itself in what is ``of`` the pupil.

    Unless ``loose``, it is no count where the part before it names nothing that is counted, and
    ends in no number.
    """
    found: list[int] = []
    ends = re.compile(rf"[ ,;:.]*(?: (?:{either(words.parting)}))?[ ,;:.]*$")
    units = (*words.report, *words.times, *words.hour, *words.half_day, *words.day)
    counts = re.compile(rf"(?:[0-9]|\b(?:{either((*units, *words.no_bare_age))}))$")
    for before, part in pairwise((None, *parts)):
        assert part is not None
        said = text[part.start : part.end]
        alone = pattern(words.bare_age).fullmatch(plain(ends.sub("", said)))
        if not alone or LOOSE in said or part not in of:
            continue
        head = ends.sub("", text[before.start : before.end]) if before else ""
        counted = before is not None and before.names(What, before.start, before.end) & _COUNTABLE
        if not loose and alone[0].isdecimal() and (counted or counts.search(head)):
            return None
        found.append(int(alone[alone.lastindex or 0]))
    return found[0] if len(found) == 1 and len(parts) > 1 else None

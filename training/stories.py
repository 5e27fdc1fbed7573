"""Stories put together from the sentences of a bank: of one author, with danger in them or not.

Few people wrote stories; these have their length, and their danger stands among what is told about
absence.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from routeboek_tui.library.sentences import Sentence
from routeboek_tui.search.features import sentences

FEWEST, MOST = 2, 5
"""Sentences of a story without danger."""

BESIDE = 3
"""Harmless sentences that stand at most beside one of danger."""

WORDS = 4
"""Words of a sentence that tells something in a story, at least."""

TELLERS = "said "
"""How the authors are called of what people say about absence."""

ABSENCE = 0.6
"""The share of the stories that is about absence; the rest only looks like danger."""


def stories(bank: Sequence[Sentence], many: int) -> Iterator[Sentence]:
    """So many stories without danger, and as many with it, always the same of the same bank."""
    chance = Random(0)
    danger = [each for each in bank if each.kinds and _tells(each)]
    tellers, others = _by_author(bank)
    for turn in range(2 * many):
        authors = tellers if chance.random() < ABSENCE else others
        told = authors[chance.choice(sorted(authors))]
        harmless = chance.randint(1, BESIDE) if turn % 2 else chance.randint(FEWEST, MOST)
        texts = chance.sample(told, min(harmless, len(told)))
        author = told[0].author
        kinds: tuple[str, ...] = ()
        if turn % 2:
            said = chance.choice(danger)
            author, kinds = said.author, said.kinds
            texts.insert(chance.randint(0, len(texts)), said)
        yield Sentence(author, kinds, " ".join(_ended(each.text) for each in texts))


def told_apart(bank: Sequence[Sentence]) -> Iterator[Sentence]:
    """Every sentence of the harmless stories in the bank: each of them is harmless."""
    for story in bank:
        said = sentences(story.text)
        if not story.kinds and len(said) > 1:
            yield from (Sentence(story.author, (), " ".join(words)) for words in said)


def _by_author(bank: Sequence[Sentence]) -> tuple[dict[str, list[Sentence]], ...]:
    """The harmless sentences of those who tell about absence, and of the other authors."""
    found: tuple[dict[str, list[Sentence]], ...] = defaultdict(list), defaultdict(list)
    for each in bank:
        if not each.kinds and _tells(each):
            found[not each.author.startswith(TELLERS)][each.author].append(each)
    return found


def _tells(sentence: Sentence) -> bool:
    return len(sentence.text.split()) >= WORDS


def _ended(text: str) -> str:
    said = text.strip()
    return said if said.endswith((".", "!", "?")) else f"{said}."

"""The ears on authors they have not read: the learning curve, each label, and what is confused."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from routeboek_tui.conversation.telling.sounds import sound_in
from routeboek_tui.library.compiled import load
from routeboek_tui.library.concepts import concepts
from routeboek_tui.library.sentences import ANSWERS, ASKED, CLAIMS, SAID, Bank, Sentence
from routeboek_tui.library.source import Claim
from routeboek_tui.search import compiled
from routeboek_tui.search.asking import about
from routeboek_tui.search.corrected import corrected
from routeboek_tui.search.hearing import CLEAR, Heard, hear
from routeboek_tui.search.index import Index
from routeboek_tui.text.characters import words_in
from routeboek_tui.text.concepts import WORDS_ALONE

ROOT = Path(__file__).resolve().parent.parent

OWN = frozenset("z")
"""The author of the sentences by which the guide was mended: he is read, and never measured."""

NEAR = 3
"""Places that are offered where none is sure."""

CONFUSED = 12
"""Confusions that are named."""


class Case(Struct, frozen=True):
    """A sentence, and what an ear heard that had not read its author."""

    sentence: Sentence
    heard: Heard

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that were heard, best first."""
        return tuple(fit.label for fit in self.heard.fits)

    @property
    def sure(self) -> bool:
        """Whether the best label was told clearly, above every other."""
        fits = self.heard.fits
        return self.heard.clearly and (len(fits) == 1 or fits[0].score - fits[1].score >= CLEAR)


def cases(of: Bank, bank: Sequence[Sentence], size: int, themes: dict[str, str]) -> Iterator[Case]:
    """Every sentence of each author, heard by ears made of ``size`` of the others."""
    authors = blind(bank)
    meant = concepts(ROOT) if of.meant else WORDS_ALONE
    for author in authors:
        others = [other for other in authors if other != author]
        for read in (others[:size], others[-size:])[: 1 + (size < len(others))]:
            ear = corrected((each for each in bank if each.author in {*read, *OWN}), meant)
            for sentence in bank:
                if sentence.author == author:
                    yield Case(sentence, hear(ear, sentence.text, themes))


def blind(bank: Sequence[Sentence]) -> list[str]:
    """The authors who saw neither the guide nor each other."""
    return sorted({sentence.author for sentence in bank} - OWN)


def figures(found: Sequence[Case]) -> str:
    """How much is heard, first and among three, how surely, and how often wrong and sure."""
    told = [case for case in found if case.sentence.kinds]
    empty = [case for case in found if not case.sentence.kinds]
    right = [case for case in told if case.labels[:1] and case.labels[0] in case.sentence.kinds]
    three = [case for case in told if {*case.labels[:3]} & {*case.sentence.kinds}]
    asked = [case for case in told if not case.labels]
    sure = [case for case in found if case.sure]
    wrong = [case for case in sure if case.labels[0] not in case.sentence.kinds]
    quiet = sum(not case.labels for case in empty) / max(len(empty), 1)
    return (
        f"first {len(right) / len(told):.3f}, among three {len(three) / len(told):.3f},"
        f" nothing {len(asked) / len(told):.3f}; sure {len(sure) / len(found):.3f},"
        f" wrong and sure {len(wrong) / len(found):.4f}; nothing rightly {quiet:.3f}"
    )


def show(title: str, bank: Bank, themes: dict[str, str]) -> None:
    """Print the figures of one bank."""
    sentences = list(bank.sentences(ROOT))
    print(f"{title}: {len(sentences)} sentences of {', '.join(blind(sentences))}")
    found: list[Case] = []
    for size in range(1, len(blind(sentences))):
        found = list(cases(bank, sentences, size, themes))
        print(f"  {size} other author{'s' * (size > 1)}: {figures(found)}")
    each = Counter(case.sentence.kinds[0] for case in found if case.sentence.kinds)
    right = Counter(
        case.sentence.kinds[0] for case in found if {*case.labels[:1]} & {*case.sentence.kinds}
    )
    for label, count in sorted(each.items(), key=lambda item: right[item[0]] / item[1]):
        print(f"    {label:32} {right[label]:4} of {count}")
    confused = Counter(
        (case.sentence.kinds[0], case.labels[0])
        for case in found
        if case.sentence.kinds and case.labels and case.labels[0] not in case.sentence.kinds
    )
    for (label, other), count in confused.most_common(CONFUSED):
        print(f"    {label} heard as {other}: {count}")


def show_facts(claims: Mapping[str, Claim], most: int = 3) -> None:
    """Print how well the fact that answers is found, by an ear that has not read who asks.

    Among the facts of its own document, as for somebody of that region and sector.
    """
    asked = list(CLAIMS.sentences(ROOT))
    none = [each for each in ASKED.sentences(ROOT) if not each.kinds]
    meant = concepts(ROOT)
    said = [Sentence("", (name,), claim.says) for name, claim in claims.items()]
    for author in blind(asked):
        others = (each for each in asked if each.author != author)
        ear = corrected((*others, *said, *none), meant, CLAIMS.times)
        places = []
        for each in asked:
            if each.author == author:
                own = each.kinds[0]
                scores = ear.scores(words_in(each.text))
                alike = (n for n in claims if claims[n].document == claims[own].document)
                places.append(sorted(alike, key=lambda n: -scores[n]).index(own))
        first = sum(not at for at in places) / len(places)
        near = sum(at < most for at in places) / len(places)
        print(f"  {author}: of {len(places)} first {first:.3f}, among {most} {near:.3f}")


def show_told(answers: Collection[str]) -> None:
    """Print how well an answer to a question is heard, by an ear that has not read who tells it.

    Among the ``answers`` to its own question; *taken* is what it is surely taken for.
    """
    bank, meant = list(ANSWERS.sentences(ROOT)), concepts(ROOT)
    for author in blind(bank):
        ear = corrected((each for each in bank if each.author != author), meant, ANSWERS.times)
        counts: Counter[str] = Counter()
        told = [each for each in bank if each.author == author and each.kinds]
        for each in told:
            step, _, choice = each.kinds[0].partition("=")
            every = [a.partition("=")[2] for a in answers if a.startswith(f"{step}=")]
            found = sound_in(ear, step, every, each.text)
            if found:
                right = found.choices[0] == choice
                counts["first"] += right
                counts["right" if right else "wrong"] += found.clear
        best, taken, other = (counts[n] / len(told) for n in ("first", "right", "wrong"))
        print(f"  {author}: first {best:.3f}, taken rightly {taken:.3f}, wrongly {other:.4f}")


def show_answers(bank: Sequence[Sentence], index: Index) -> None:
    """Print what a question of each author is answered with by an ear that has not read him."""
    for author in blind(bank):
        ear = corrected(each for each in bank if each.author != author)
        asked = [each for each in bank if each.author == author]
        found = [(each.kinds, about(index, ear, each.text)) for each in asked]
        told = [(kinds, answer) for kinds, answer in found if kinds]
        none = [answer for kinds, answer in found if not kinds]
        pages = [(kinds, [_page(place) for place in a.places[:NEAR]], a) for kinds, a in told]
        right = sum(a.sure and near[0] in kinds for kinds, near, a in pages)
        wrong = sum(a.sure and near[0] not in kinds for kinds, near, a in pages)
        near = sum(a.known and not {*kinds}.isdisjoint(three) for kinds, three, a in pages)
        absent = sum(not answer.known for answer in none)
        sure = sum(answer.sure for answer in none)
        print(
            f"  {author}: of {len(told)} that a page answers sure {right / len(told):.3f},"
            f" of another page {wrong / len(told):.3f}, among {NEAR} {near / len(told):.3f};"
            f" of {len(none)} that none does absent {absent / len(none):.3f},"
            f" sure {sure / len(none):.4f}"
        )


def _page(place: str) -> str:
    return place.partition(":")[2].partition("/")[0]


def main() -> None:
    """Print the figures of every ear that is made of a bank."""
    library = load(ROOT)
    show("What is going on", SAID, {each.id: each.theme for each in library.signals.values()})
    if ASKED.files(ROOT):
        show("What is asked", ASKED, {})
        print("What is answered, by ears that have read all the others")
        show_answers(list(ASKED.sentences(ROOT)), compiled.index(library))
        print("Which fact of the sources answers, by ears that have read all the others")
        show_facts(library.claims)
        print("What is answered to a question of a route, by ears that have read all the others")
        show_told(library.answers)


if __name__ == "__main__":
    main()

"""What parents get reads at B1: short sentences, short words, and abbreviations written out."""

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from routeboek_tui.core.letter import Letter, LetterKind
from routeboek_tui.letters.abbreviations import unexplained
from routeboek_tui.letters.composition import compose
from routeboek_tui.library.content import Library
from routeboek_tui.text.document import Document, Heading, Items, Paragraph, plain
from tests.letters.test_golden import examples

EASY = 70
"""From here on a Dutch text is easy to read, by the formula of Flesch as Douma set it for Dutch."""

LONGEST, AVERAGE = 22, 10
"""Words in a sentence."""

_VOWELS = re.compile(
    "aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ou|au|ei|ij|[aeiouyéèëïöüáó]", re.IGNORECASE
)
_HARD = re.compile(
    r"\b(?:in de rede|teneinde|alsmede|derhalve|reeds|middels|conform|inzake|omtrent|dient te|"
    r"betreffende|aangaande|zulks|mits|tevens|indien|hierbij|bovengenoemd\w*|interventie|traject)\b",
    re.IGNORECASE,
)


def to_parents(library: Library) -> list[Letter]:
    return [
        letter
        for letter in library.letters.values()
        if "ouders" in letter.readers and letter.kind is not LetterKind.FORM_HELP
    ]


def sentences(document: Document) -> Iterator[list[str]]:
    for block in document.blocks:
        lines = block.items if isinstance(block, Items) else ()
        for runs in (block.runs,) if isinstance(block, Heading | Paragraph) else lines:
            text = re.sub(r"(?<=\d)\.(?=\d)", ",", plain(runs))
            parts = (part.split() for part in re.split(r"(?<=[.!?:])\s+|\n", text))
            yield from (words for words in parts if len(words) > len(("Met", "groet,")))


@pytest.mark.parametrize("age", ["onder_12", "vanaf_12"])
@pytest.mark.parametrize("sector", ["po", "vo"])
def test_every_letter_to_parents_is_easy_to_read(library: Library, age: str, sector: str) -> None:
    letters = to_parents(library)
    assert len(letters) > len(library.letters) // 4
    for letter in letters:
        facts = {"gemeente": "den_haag", "jgz": "den_haag", "leeftijd": age, "sector": sector}
        facts = {**{fact: values[0] for fact, values in letter.when.items()}, **facts}
        made = compose(
            letter, library.fields, examples(letter), facts, library.scheme.domains,
            library.words_in(facts), frozenset(letter.steps), date(2026, 11, 23),
        ).document  # fmt: skip
        found = [*sentences(made)]
        words = [word for sentence in found for word in sentence]
        syllables = sum(max(1, len(_VOWELS.findall(word))) for word in words)
        ease = 206.84 - 77 * syllables / len(words) - 0.93 * len(words) / len(found)
        assert ease >= EASY, letter.id
        assert len(words) / len(found) <= AVERAGE, letter.id
        assert [" ".join(each) for each in found if len(each) > LONGEST] == [], letter.id
        assert _HARD.findall(letter.body) == [], letter.id


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Wij melden het bij DUO.", [(1, "DUO")]),
        ("Wij melden het bij DUO (Dienst Uitvoering Onderwijs). DUO belt.", []),
        ("{% if vanaf_12 %}\nbij de jeugdgezondheidszorg (JGZ)\n{% endif %}\nJGZ", []),
        ("Het\n{{ overleg }}.", [(2, "MDO"), (2, "JES")]),
        ("Het {{ voluit }}. Het {{ overleg }}.", []),
        ("Vanaf {leeftijd} jaar leest {{ DUO }} niets.", []),
    ],
)
def test_an_abbreviation_is_written_out_where_it_first_stands(
    make_letter: Callable[..., Letter], body: str, found: list[tuple[int, str]]
) -> None:
    words = {"overleg": ("MDO", "JES", "overleg"), "voluit": ("overleg (MDO)", "overleg (JES)")}
    told = unexplained(make_letter(body, recipients=("ouders",)), words)
    assert [(line, message.split("“")[1].split("”")[0]) for line, message in told] == found
    other = make_letter(body, recipients=("school",))
    assert [*unexplained(other, words)] == []

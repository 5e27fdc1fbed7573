"""What a secretary would have to mend stands in no letter, however much of it is filled in."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pytest

from routeboek_tui.core.letter import Field, FieldType, Letter, LetterKind
from routeboek_tui.library.content import Library
from routeboek_tui.text.document import Block, Heading, Items, Paragraph, Table, plain
from tests.known import guide
from tests.letters.test_golden import examples, situations_of, written
from tests.rows import each_row

EACH = each_row("letter", guide().letters.values(), ids=lambda letter: letter.id)
Facts = Callable[[Letter], tuple[str, ...]]

UGLY = re.compile(
    r"  | [,.;:?!](?:\s|$)|[.?!;,][.,;]|\(\s*\)|[{}]|%[}]|\ben en\b|\b(van|op|de|het|een) \1\b"
)
"""Signs that no sentence has: two blanks, a loose sign, two signs, a brace, a word twice."""

CHOICE = re.compile(r"(?<![\w./])[a-z]+/[a-z]+(?![\w./])|\b(?:hij|zij) \(|\((?:meer|n|en|s)\)")
"""What whoever writes still has to strike out."""

WHAT_MAIL_SAYS = {"e-mail-mwta"}
"""Mail of which a source says all that stands in it."""


def required(letter: Letter) -> dict[str, str]:
    return {name: text for name, text in examples(letter).items() if name in letter.required}


def ended(letter: Letter, fields: Mapping[str, Field]) -> dict[str, str]:
    """The example values, each typed as a sentence that is over."""
    typed = {FieldType.LINE, FieldType.TEXT, FieldType.LIST}
    return {
        name: f"{text.rstrip().rstrip('.')}." if fields[name].type in typed else text
        for name, text in examples(letter).items()
    }


def one_by_one(letter: Letter) -> Iterator[dict[str, str]]:
    """The example values without one of them."""
    for left_out in letter.fields:
        yield {name: text for name, text in examples(letter).items() if name != left_out}


Documents = Mapping[tuple[Block, ...], str]
"""The blocks of a letter in each way it can be, with the first situation that has them."""


@pytest.fixture(scope="module")
def documents(
    library: Library, facts_in_letter: Facts, today: date
) -> Callable[[Letter], Documents]:
    """A letter in every situation: empty, with only what it must have, all, and all but one."""
    made: dict[str, Documents] = {}

    def of(letter: Letter) -> Documents:
        if letter.id not in made:
            found: dict[tuple[Block, ...], str] = {}
            for name, situation in situations_of(letter, facts_in_letter):
                several = ({}, required(letter), examples(letter), *one_by_one(letter))
                for number, values in enumerate(several):
                    document = written(library, letter, situation, values, today)
                    found.setdefault(document.blocks, f"{name} {number}")
            made[letter.id] = found
        return made[letter.id]

    return of


def each_once(documents: Documents) -> dict[Block, str]:
    """Every block of these documents, with the name of one that holds it."""
    return {block: name for blocks, name in documents.items() for block in blocks}


def lines(block: Block) -> list[str]:
    match block:
        case Items():
            return [plain(item) for item in block.items]
        case Table():
            return [plain(cell) for row in (block.header, *block.rows) for cell in row]
        case _:
            return plain(block.runs).split("\n")


@EACH
def test_nothing_is_announced_that_does_not_come(
    letter: Letter, documents: Callable[[Letter], Documents]
) -> None:
    pairs = {
        pair: name
        for blocks, name in documents(letter).items()
        for pair in zip(blocks, (*blocks[1:], None), strict=True)
    }
    for (block, after), name in pairs.items():
        announces = isinstance(block, Heading) or lines(block)[-1].endswith(":")
        follows = isinstance(after, Items | Table | Paragraph)
        assert follows or not announces, (name, lines(block))


@EACH
def test_no_item_cell_or_paragraph_is_empty_and_none_stands_twice(
    letter: Letter, documents: Callable[[Letter], Documents]
) -> None:
    for block, name in each_once(documents(letter)).items():
        said = lines(block)
        assert said, name
        assert all(map(str.strip, said)) or isinstance(block, Paragraph), (name, said)
        assert "".join(said).strip(), (name, said)
    for blocks, name in documents(letter).items():
        paragraphs = [plain(b.runs) for b in blocks if isinstance(b, Paragraph)]
        told = [each for each in paragraphs if "[nog invullen" not in each]
        assert len(told) == len(set(told)), name


@EACH
def test_no_sentence_has_a_loose_sign_or_a_choice_left_in_it(
    letter: Letter, documents: Callable[[Letter], Documents]
) -> None:
    for block, name in each_once(documents(letter)).items():
        for line in lines(block):
            assert not UGLY.search(line), (name, line)
            assert not CHOICE.search(line), (name, line)


@EACH
def test_a_sentence_that_was_typed_to_its_end_ends_once(
    letter: Letter, library: Library, facts_in_letter: Facts, today: date
) -> None:
    values = ended(letter, library.fields)
    for name, situation in situations_of(letter, facts_in_letter):
        document = written(library, letter, situation, values, today)
        for block in document.blocks:
            assert ".." not in "\n".join(lines(block)), name


SPANS = [
    (letter, first, last)
    for letter in guide().letters.values()
    for first, last in (("verlof_begin", "verlof_einde"), ("maatregel_begin", "maatregel_einde"))
    if {first, last} <= set(letter.fields)
]


@each_row(("letter", "first", "last"), SPANS, ids=[letter.id for letter, *_ in SPANS])
def test_one_day_is_named_once_and_two_days_both(
    letter: Letter, first: str, last: str, library: Library, facts_in_letter: Facts, today: date
) -> None:
    for _, situation in situations_of(letter, facts_in_letter):
        for end, said in (("10-12-2026", False), ("11-12-2026", True)):
            values = {**examples(letter), first: "10-12-2026", last: end}
            document = written(library, letter, situation, values, today)
            text = " ".join(line for block in document.blocks for line in lines(block))
            assert "10 december 2026" in text
            assert ("tot en met" in text) is said


@EACH
def test_a_message_that_is_sent_to_somebody_says_who_writes(letter: Letter) -> None:
    asks = re.search(r"^\*\*Aan:|^Geachte|^Met vriendelijke groet", letter.body, re.MULTILINE)
    if letter.kind is not LetterKind.MESSAGE or not asks or letter.id in WHAT_MAIL_SAYS:
        return
    assert {"afzender", "functie"} <= set(letter.fields)


def test_who_writes_may_be_known_to_every_reader(library: Library) -> None:
    own = {field.name for field in library.fields.values() if field.writer}
    assert own == {
        "afzender", "functie", "organisatie", "bereikbaar_via", "adres_organisatie", "plaats",
        "kenmerk",
    }  # fmt: skip

"""Every letter as a whole file, in each situation in which its text differs.

``pytest --update-golden`` writes the files anew; read the difference before keeping it.
"""

import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from itertools import chain, product
from pathlib import Path

import docx
import pytest
from lxml import etree
from msgspec.structs import replace

from routeboek_tui.core.letter import Letter
from routeboek_tui.export import docx as word
from routeboek_tui.export import pdf, text
from routeboek_tui.letters import template
from routeboek_tui.letters.composition import compose
from routeboek_tui.library.content import Library
from routeboek_tui.text.document import Block, Document, Runs, Table, plain
from tests.known import in_words

GOLDEN = Path(__file__).resolve().parent / "golden"
VALUES: dict[str, str] = in_words(GOLDEN / "values.yaml")
BY_SENDER = {
    "leerplicht": {"organisatie": "Gemeente Proefstad", "functie": "leerplichtambtenaar"},
    "swv": {"organisatie": "Samenwerkingsverband Proef", "functie": "consulent"},
    "schoolbestuur": {"organisatie": "Schoolbestuur Proef", "functie": "bestuurder"},
    "jeugdhulp": {"organisatie": "Jeugdhulp Proef", "functie": "gezinscoach"},
}
EMPTY = (
    "aanvraag-onderzoek-jgz", "invulhulp-aanmelding-driehoeksoverleg", "uitnodiging-overleg",
    "uitnodiging-overleg-partners",
)  # fmt: skip
AS_XML = "uitnodiging-gesprek-school"
AS_PDF = ("invulhulp-beroep-vrijstelling", "tekst-duo-melding", "verslag-overleg")

FIXED = {"gemeente": "den_haag", "jgz": "den_haag"}
SPREAD = {
    "sector": {"po": "po", "vo": "vo"},
    "leeftijd": {"onder-12": "onder_12", "vanaf-12": "vanaf_12"},
    "ingeschreven": {"ingeschreven": "ja", "niet-ingeschreven": "nee"},
}
"""The facts that make variants, with the word of each value in the name of a file."""

EVERYWHERE = "alle"

RULE = f"\n{'-' * text.WIDTH}\n"
"""What parts a letter from what is said about it in plain text."""

Facts = Callable[[Letter], tuple[str, ...]]


def situations_of(letter: Letter, facts: Facts) -> Iterator[tuple[str, dict[str, str]]]:
    """The variants of a letter: a name for each, and its facts."""
    spread = [fact for fact in SPREAD if fact in facts(letter)]
    for words in product(*(SPREAD[fact] for fact in spread)):
        chosen = {fact: SPREAD[fact][word] for fact, word in zip(spread, words, strict=True)}
        if all(chosen.get(fact, values[0]) in values for fact, values in letter.when.items()):
            known = {fact: values[0] for fact, values in letter.when.items()}
            yield "-".join(words) or EVERYWHERE, {**FIXED, **known, **chosen}


def examples(letter: Letter) -> dict[str, str]:
    """The example values, with who writes fitting the sender."""
    return VALUES | BY_SENDER.get(letter.sender, {})


def written(
    library: Library, letter: Letter, situation: dict[str, str], values: dict[str, str], day: date
) -> Document:
    return compose(
        letter,
        library.fields,
        values,
        situation,
        library.scheme.domains,
        library.words_in(situation),
        frozenset(letter.steps),
        day,
    ).document


@pytest.fixture(scope="module")
def documents(library: Library, today: date, facts_in_letter: Facts) -> dict[str, Document]:
    """Every letter in every variant, by the name of its golden file."""
    found = {
        f"{letter.id}.{variant}": written(library, letter, situation, examples(letter), today)
        for letter in library.letters.values()
        for variant, situation in situations_of(letter, facts_in_letter)
    }
    for letter_id in EMPTY:
        found[f"{letter_id}.leeg"] = written(library, library.letters[letter_id], {}, {}, today)
    return found


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


def test_every_field_has_an_example(library: Library) -> None:
    assert set(VALUES) == set(library.fields)


def test_every_letter_is_as_it_was(documents: dict[str, Document], update: bool) -> None:
    if update:
        for old in GOLDEN.glob("*.txt"):
            old.unlink()
        for name, document in documents.items():
            (GOLDEN / f"{name}.txt").write_bytes(text.render(document))
    kept = {file.stem: file.read_bytes() for file in GOLDEN.glob("*.txt")}
    assert set(kept) == set(documents)
    differing = [name for name, made in documents.items() if text.render(made) != kept[name]]
    for name in differing[:1]:
        assert text.text(documents[name]) == kept[name].decode(), name
    assert differing == []


def test_a_filled_letter_has_no_gap_and_an_empty_one_has(documents: dict[str, Document]) -> None:
    for name, document in documents.items():
        assert ("[nog invullen:" in text.text(document)) is name.endswith(".leeg"), name


def test_from_12_a_letter_speaks_to_the_pupil_too(
    documents: dict[str, Document], library: Library
) -> None:
    for name, document in documents.items():
        letter, _, variant = name.partition(".")
        if not library.letters[letter].pupil_too or variant == "leeg":
            continue
        greeted = template.SALUTATION in library.letters[letter].body
        spoken = " ".join(text.text(document).split())
        asked = "vanaf-12" in variant
        assert ("beste Sam," in spoken) is (asked and greeted), name
        assert ("is ook voor jou." in spoken) is asked, name


def test_variants_of_a_letter_differ(documents: dict[str, Document], library: Library) -> None:
    for letter in library.letters:
        variants = [d for name, d in documents.items() if name.partition(".")[0] == letter]
        assert len({text.text(document) for document in variants}) > len(variants) // 2, letter


def words_of(long: str) -> list[str]:
    """The words of a plain text, without what only a plain text has: rules and list signs."""
    lines = [line for line in long.splitlines() if not re.fullmatch(r"[=-]{3,}|[=-]+", line)]
    return [
        each for line in lines for each in re.sub(r"^(?:- |\d{1,2}\. )", "", line.strip()).split()
    ]


def words_on_paper(document: Document) -> list[str]:
    """The words of a letter without what stands beside its text, and without its tables."""
    blocks = tuple(block for block in document.blocks if not isinstance(block, Table))
    kept = text.text(replace(document, blocks=blocks))
    return words_of(kept.partition(RULE)[2] if document.apart else kept)


def cells_of(block: Block) -> list[Runs]:
    return [*block.header, *chain(*block.rows)] if isinstance(block, Table) else []


@pytest.fixture(scope="module")
def first_of_each(documents: dict[str, Document]) -> dict[str, Document]:
    """Every letter once: its first variant."""
    found = {name.partition(".")[0]: name for name in reversed(documents)}
    return {name: documents[name] for name in sorted(found.values())}


@pytest.fixture(scope="module")
def on_paper(first_of_each: dict[str, Document]) -> dict[str, Document]:
    """One of each kind as a file of its own, and what stands in all of them in one file."""
    kinds = {
        (each.apart, bool(each.sender), *sorted({type(block).__name__ for block in each.blocks})): (
            name
        )
        for name, each in first_of_each.items()
    }
    files = {name: first_of_each[name] for name in kinds.values()}
    some = next(iter(files.values()))
    every = chain.from_iterable(each.blocks for each in first_of_each.values())
    assert len(files) > 4
    return {**files, EVERYWHERE: replace(some, blocks=tuple(every))}


def test_word_files_hold_the_same_words(on_paper: dict[str, Document]) -> None:
    for name, document in on_paper.items():
        opened = docx.Document(BytesIO(word.render(document)))
        cells = [cell for table in opened.tables for row in table.rows for cell in row.cells]
        assert bool(cells) is any(isinstance(block, Table) for block in document.blocks), name
        found = [each for paragraph in opened.paragraphs for each in paragraph.text.split()]
        assert found == words_on_paper(document), name
        told = {plain(cell) for block in document.blocks for cell in cells_of(block)}
        assert {cell.text for cell in cells} == told, name


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
def test_libreoffice_reads_every_letter_as_it_is(
    on_paper: dict[str, Document], tmp_path: Path
) -> None:
    for name, document in on_paper.items():
        (tmp_path / f"{name}.docx").write_bytes(word.render(document))
    command = [
        "soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
        "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path / "gelezen"),
        *map(str, sorted(tmp_path.glob("*.docx"))),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for name, document in on_paper.items():
        read = (tmp_path / "gelezen" / f"{name}.txt").read_text(encoding="utf-8-sig")
        read = read.replace("\u2011", "-")  # so it writes Word's hyphen at which no line ends
        found = words_of(re.sub(r"(?m)^\s*[•☐]\s+", "- ", read))
        told = words_on_paper(document)
        cells = chain(*(plain(cell).split() for b in document.blocks for cell in cells_of(b)))
        assert Counter(found) == Counter([*told, *cells]), name


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not there")
def test_the_words_of_every_letter_can_be_copied_from_its_pdf(
    on_paper: dict[str, Document], tmp_path: Path
) -> None:
    for name, document in on_paper.items():
        file = tmp_path / "brief.pdf"
        file.write_bytes(pdf.render(document))
        made = subprocess.run(
            ["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True
        )
        copied = "".join(made.stdout.decode().split())
        kept = words_on_paper(document)
        assert [each for each in kept if each not in copied] == [], name


def test_the_xml_of_a_word_file_is_as_it_was(documents: dict[str, Document], update: bool) -> None:
    name = f"{AS_XML}.vanaf-12"
    with zipfile.ZipFile(BytesIO(word.render(documents[name]))) as archive:
        tree = etree.fromstring(
            archive.read("word/document.xml"), etree.XMLParser(remove_blank_text=True)
        )
    found = etree.tostring(tree, pretty_print=True, encoding="unicode")
    file = GOLDEN / f"{name}.docx.xml"
    if update:
        file.write_bytes(found.encode())
    assert found == file.read_bytes().decode()


@pytest.mark.parametrize("letter", AS_PDF)
def test_pdf_files_are_tagged_dutch_and_titled(documents: dict[str, Document], letter: str) -> None:
    document = next(d for name, d in documents.items() if name.partition(".")[0] == letter)
    data = pdf.render(document)
    assert b"/StructTreeRoot" in data
    assert b"/MarkInfo" in data
    assert re.search(rb"/Lang ?\(nl", data)
    title = document.title.encode("ascii")
    assert title in data or document.title.encode("utf-16-be") in data

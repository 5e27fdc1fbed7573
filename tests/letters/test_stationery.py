"""What stands around a letter on paper."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from routeboek_tui.core.letter import Field, Letter, LetterKind
from routeboek_tui.letters.composition import compose
from routeboek_tui.letters.stationery import Envelope, on_paper
from routeboek_tui.library.content import Library
from routeboek_tui.text.document import Document, Paragraph, plain

DOMAINS = {"leeftijd": ("onder_12", "vanaf_12")}


def lines(document: Document) -> list[str]:
    return [plain(block.runs) for block in document.whole if isinstance(block, Paragraph)]


@pytest.fixture
def written(
    fields: Mapping[str, Field], make_letter: Callable[..., Letter]
) -> Callable[..., Document]:
    """A letter with one line of text on paper, with these values."""

    def write(envelope: Envelope, values: dict[str, str], **other: object) -> Document:
        letter = make_letter("Dag.", **{"fields": ("leerling",), **other})
        others = ("adres_organisatie", "adres_ouders", "afzender", "functie")
        known = {**fields, **dict.fromkeys(others, fields["plaats"])}
        known["adres_ouders"] = fields["adres_school"]
        letter = on_paper(letter, envelope, frozenset(known))
        return compose(
            letter, known, values, {"leeftijd": "vanaf_12"}, DOMAINS, {}, frozenset(),
            date(2026, 3, 3),
        ).document  # fmt: skip

    return write


VALUES = {
    "organisatie": "De Linde",
    "adres_organisatie": "Straat 1",
    "leerling": "Noor de Wit",
    "leerling_voornaam": "Noor",
    "adres_ouders": "Laan 2",
    "plaats": "Proefstad",
    "afzender": "A. Bakker",
    "functie": "mentor",
}


def test_a_letter_to_parents_has_sender_address_day_subject_and_room_to_sign(
    written: Callable[..., Document],
) -> None:
    made = written(Envelope(about="gesprek over {{ leerling }}"), VALUES)
    assert plain(made.sender) == "De Linde\nStraat 1"
    assert lines(made) == [
        "De Linde\nStraat 1",
        "Aan de ouders of verzorgers van Noor de Wit, en Noor\nLaan 2",
        "Proefstad, 3 maart 2026",
        "Onderwerp: gesprek over Noor de Wit",
        "Dag.",
        "Met vriendelijke groet,\n\n\n\nA. Bakker\nmentor",
    ]


def test_a_name_and_a_reference_are_written_when_they_are_filled_in(
    written: Callable[..., Document],
) -> None:
    values = {**VALUES, "ouders_naam": "mevrouw De Wit", "kenmerk": "12"}
    made = lines(written(Envelope(about="x"), values))
    assert made[1] == "Aan mevrouw De Wit, en Noor\nLaan 2"
    assert made[3] == "Kenmerk: 12\nOnderwerp: x"


def test_what_parents_send_comes_from_their_home_and_bears_their_name(
    written: Callable[..., Document],
) -> None:
    values = {**VALUES, "ouders_naam": "J. de Wit", "adres_school": "Plein 3\n1234 AB Proefstad"}
    envelope = Envelope(about="verlof", to="de school", address="adres_school")
    made = lines(written(envelope, values, sender="ouders", recipients=("school",)))
    assert made[0] == "J. de Wit\nLaan 2"
    assert made[1] == "Aan de school\nPlein 3\n1234 AB Proefstad"
    assert made[-1] == "Met vriendelijke groet,\n\n\n\nJ. de Wit"


SHEETS = {"afsprakenlijst-overleg", "afspraken-gewone-woorden"}
"""Letters to take along from a meeting, on paper of no one."""


def test_only_what_is_signed_has_its_concept_mark_beside_it(library: Library) -> None:
    """Help with a form, an application and a text to copy say in their text what they are."""
    for letter in library.letters.values():
        if letter.kind is LetterKind.LETTER:
            assert letter.head or letter.id in SHEETS, letter.id
        else:
            assert not letter.id.startswith(("brief-", "uitnodiging-", "besluit-")), letter.id
        if letter.id.startswith(("aanvraag-", "aanmelding-")):
            assert letter.kind is LetterKind.APPLICATION, letter.id
        if letter.id.startswith("tekst-"):
            assert letter.kind is LetterKind.MESSAGE, letter.id


def test_every_letter_on_paper_asks_for_an_address_or_has_one_of_a_source(
    library: Library,
) -> None:
    without = {
        letter.id
        for letter in library.letters.values()
        if letter.head and not any(f"{{{{ {name} }}}}" in letter.head for name in letter.fields
                                   if name.startswith("adres_"))
    }  # fmt: skip
    assert without == {
        "aanmelding-instroomloket", "aanvraag-onderwijsconsulent", "uitnodiging-overleg-partners",
    }  # fmt: skip


OFFICE = Envelope(about="een plek", to="SPPOH", address="adres_school")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("SPPOH\nPostbus 12", "Aan SPPOH\nPostbus 12"),
        ("sppoh\nPostbus 12\n2500 AA Proefstad", "Aan SPPOH\nPostbus 12\n2500 AA Proefstad"),
        ("SPPOH", "Aan SPPOH"),
        ("SPPOH Haaglanden\nPostbus 12", "Aan SPPOH Haaglanden\nPostbus 12"),
        ("Postbus 12", "Aan SPPOH\nPostbus 12"),
        ("SPPOHuis\nPostbus 12", "Aan SPPOH\nSPPOHuis\nPostbus 12"),
    ],
)
def test_who_gets_a_letter_is_named_once(
    written: Callable[..., Document], address: str, shown: str
) -> None:
    assert shown in lines(written(OFFICE, {"adres_school": address}, recipients=("swv",)))


def test_parents_are_named_once(written: Callable[..., Document]) -> None:
    values = {**VALUES, "ouders_naam": "Familie De Wit", "adres_ouders": "familie de wit\nLaan 2"}
    assert "Aan Familie De Wit, en Noor\nLaan 2" in lines(written(Envelope(about="x"), values))

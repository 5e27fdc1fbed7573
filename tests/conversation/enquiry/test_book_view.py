"""The book as a reader sees it: links, the own gemeente first, and what a place says in short."""

from datetime import date

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.book_view import contents, page_view, pages_of
from routeboek_tui.conversation.enquiry.passage_view import passage_view
from routeboek_tui.conversation.enquiry.provenance_view import at, of_step, written
from routeboek_tui.conversation.links import linked, only_link, places
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.library.content import Library
from routeboek_tui.library.source import Claim
from routeboek_tui.text.document import Heading, Items, Paragraph, plain


@pytest.fixture
def reader(library: Library, today: date) -> Reader:
    return Reader(library, today, {"gemeente": "rijswijk", "regio": "haaglanden"})


def test_links_in_a_text_are_words_that_lead_somewhere() -> None:
    body = "Zie [het MDO](boek:mdo) en [*stap*](stap:drempel).\n\n- [JES](boek:jes)\n\n[x](y)"
    found = linked(body)
    assert places(found) == ("boek:mdo", "stap:drempel", "boek:jes")
    first, entries, last = found
    assert isinstance(first, Paragraph)
    assert plain(first.runs) == "Zie het MDO en *stap*."
    assert isinstance(entries, Items)
    assert only_link(entries.items) == "boek:jes"
    assert only_link([first.runs]) == ""
    assert isinstance(last, Paragraph)
    assert plain(last.runs) == "[x](y)"


def test_the_contents_hold_every_page_once(reader: Reader) -> None:
    found = [link.place for view in contents(reader) for link in view.pages]
    library = reader.library
    every = [f"boek:{page}" for page in library.pages]
    every += [f"stuk:{paper}" for paper in library.papers]
    every += [f"verschil:{conflict}" for conflict in library.conflicts]
    assert sorted(found) == sorted(every)


def test_what_holds_for_the_own_gemeente_comes_first(reader: Reader) -> None:
    view = page_view(reader, "jeugdbeschermingstafel")
    part = next(part for part in view.parts if part.heading == "Aanmelden")
    assert [told.lead for told in part.told][:2] == ["Rijswijk", ""]
    assert part.told[0].own
    assert [told.lead for told in part.told if told.elsewhere] == [
        "Den Haag",
        "Leidschendam-Voorburg",
    ]


def test_a_page_knows_its_steps_its_conflicts_and_other_pages(reader: Reader) -> None:
    view = page_view(reader, "jeugdbeschermingstafel")
    assert "stap:ziekteverzuim/jeugdbeschermingstafel" in {link.place for link in view.steps}
    assert "boek:mas" in {link.place for link in view.links}
    assert view.conflicts
    assert view.sources


def test_a_step_knows_the_pages_that_name_it(reader: Reader) -> None:
    assert "boek:jeugdbeschermingstafel" in {
        link.place for link in pages_of(reader, "jeugdbeschermingstafel")
    }


def test_in_short_what_cannot_be_is_left_out(reader: Reader) -> None:
    view = passage_view(reader, "tafel:jeugdbeschermingstafel/aanmelden")
    said = " ".join(plain(each) for b in view.blocks if isinstance(b, Items) for each in b.items)
    assert "Rijswijk" in said
    assert "Kracht" not in said
    assert view.place == "boek:jeugdbeschermingstafel"


def test_a_step_of_an_older_edition_is_told_apart(reader: Reader) -> None:
    assert reader.link("stap:preventie_vo").place == "stap:met_schoolinschrijving_vo/preventie_vo"
    older = reader.link("stap:met_schoolinschrijving_vo_2024/preventie_vo")
    assert older.note.endswith("oudere editie")


@pytest.mark.parametrize(
    "place", ["boek:niets", "stap:niets", "stap:ziekteverzuim/niets", "iets:drempel", "boek"]
)
def test_a_place_that_is_not_there(reader: Reader, place: str) -> None:
    with pytest.raises(KeyError):
        reader.link(place)


def _claim(name: str, *where: str) -> Claim:
    return Claim(name, "schema-2024", "vak start", "regel", "A", f"Feit {name}.", where, "", 2)


def test_a_fact_of_a_source_is_found_from_the_place_that_says_it(
    library: Library, today: date
) -> None:
    step = "stap:ziekteverzuim/duo_melding"
    claims = {
        name: _claim(name, *where)
        for name, where in (
            ("een", (f"{step}#melden_bij_duo", "boek:duo_melding")),
            ("twee", (step,)),
            ("drie", ("stap:ziekteverzuim/drempel",)),
        )
    }
    own = replace(library, claims=claims)
    talk = Conversation.start(own, "ziekteverzuim", today)
    assert [each.id for each in of_step(talk, "duo_melding", "melden_bij_duo")] == ["een"]
    assert not of_step(talk, "duo_melding", "ouders_inlichten")
    assert [each.id for each in of_step(talk, "duo_melding")] == ["een", "twee"]
    assert [each.id for each in at(Reader(own, today), "boek:duo_melding")] == ["een"]
    found = written(Reader(own, today), claims["een"])
    assert found.source == "Schema ziekteverzuim (2024), vak start"
    assert [link.place for link in found.places] == [f"{step}#melden_bij_duo", "boek:duo_melding"]
    assert "bij DUO" in found.places[0].title


def test_a_page_of_another_region_says_so(library: Library, today: date, reader: Reader) -> None:
    talk = Conversation.start(library, "noord_kennemerland", today)
    north = Reader.within(talk)
    assert north.known["regio"] == "noord_kennemerland"
    assert passage_view(north, "boek:jes").kind == "boek, van Haaglanden"
    assert passage_view(north, "boek:mdo").kind == "boek"
    assert passage_view(reader, "boek:jes").kind == "boek"


def test_the_sections_on_the_own_region_come_first(
    library: Library, today: date, reader: Reader
) -> None:
    talk = Conversation.start(library, "noord_kennemerland", today)
    for each, name in ((Reader.within(talk), "Noord-Kennemerland"), (reader, "Haaglanden")):
        blocks = passage_view(each, "boek:mas").blocks
        first = next(block for block in blocks if isinstance(block, Heading))
        assert plain(first.runs) == name

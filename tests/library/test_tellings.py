"""A rule that is told in several places keeps its condition in each of them."""

import pytest
from msgspec.structs import replace

from routeboek_tui.library.content import Library, Page
from routeboek_tui.library.source import Claim
from routeboek_tui.library.tellings import Telling, lost, retold, tellings


def told(library: Library, place: str) -> list[str]:
    return [each.said for each in tellings(library, place, library.words_in({}))]


def only(library: Library, claim: Claim) -> Library:
    return replace(library, claims={claim.id: claim})


def said_so(library: Library, page: str, old: str, new: str) -> Library:
    changed: Page = library.pages[page]
    assert old in changed.body, "this case no longer changes anything"
    body = changed.body.replace(old, new)
    return replace(library, pages={**library.pages, page: replace(changed, body=body)})


def test_most_facts_with_a_condition_are_known(library: Library) -> None:
    assert len([claim for claim in library.claims.values() if claim.conditions]) >= 200


def test_every_place_keeps_the_condition(library: Library) -> None:
    assert list(lost(library)) == []


LOST = [
    (
        "F119",
        "drempels_termijnen",
        " als ziekte doorgaat, zonder contact met een behandelaar of zonder toestemming voor JGZ",
        "",
    ),
    ("F156", "driehoeksoverleg", "\nniet kan door lichamelijke of psychische belemmeringen", ""),
    ("F230", "privacy_leerplicht", "alleen met toestemming van de ouders", "via het formulier"),
    ("F454", "school", "Bij een vermoeden van onveiligheid", "Bij onveiligheid"),
    ("F171", "ouders", " en staat het kind nog ingeschreven", ""),
]


@pytest.mark.parametrize(("fact", "page", "old", "new"), LOST)
def test_a_condition_taken_away_is_found(
    library: Library, fact: str, page: str, old: str, new: str
) -> None:
    """Also where the same words stand elsewhere on the page, as in another row of a table."""
    claim = library.claims[fact]
    assert not list(lost(only(library, claim)))
    (first, *_) = lost(only(said_so(library, page, old, new), claim))
    assert (first.file, first.line) == ("content/herkomst.tsv", claim.line)
    assert f"“boek:{page}” zegt {fact} zonder de voorwaarde" in first.message


def test_a_step_reached_only_by_who_answered_so_need_not_say_it(library: Library) -> None:
    claim = library.claims["F119"]
    place = "stap:ziekteverzuim/nieuwe_duo_melding#opnieuw_melden_bij_duo"
    assert not any("behandelaar" in said for said in told(library, place))
    flow = library.flows["ziekteverzuim"]
    title = replace(library.texts[flow.id]["verzuim_houdt_aan"], question="Gaat het door?")
    texts = {**library.texts, flow.id: {**library.texts[flow.id], "verzuim_houdt_aan": title}}
    problems = [str(each) for each in lost(only(replace(library, texts=texts), claim))]
    assert any(place in each for each in problems)


def test_an_exempt_place_is_passed_over(library: Library) -> None:
    claim = library.claims["F119"]
    bare = replace(claim, conditions=(("nergens gezegd",),), exempt=claim.places)
    assert not list(lost(only(library, bare)))
    assert list(lost(only(library, replace(bare, exempt=()))))


def test_the_row_that_tells_a_fact_is_shown_and_not_the_table(library: Library) -> None:
    claim = library.claims["F230"]
    found = retold(claim.says, tellings(library, "boek:privacy_leerplicht", {}))
    (row,) = (each.said for each in found if each.said.startswith("je verwijst"))
    assert row.endswith("alleen met toestemming van de ouders; protocol NK")


def test_an_action_is_its_own_text(library: Library) -> None:
    place = "stap:ziekteverzuim/nieuwe_duo_melding#ongeoorloofd_registreren"
    assert told(library, place) == [
        "Registreer het verzuim als ongeoorloofd vanaf het moment dat leerplicht het zei."
        " Wat daarvoor was, blijft ziek."
    ]


def test_a_number_tells_nothing(library: Library) -> None:
    assert told(library, "cijfer:ongeoorloofd_uren") == []


def test_figures_and_words_are_filled_in(library: Library) -> None:
    """A place of a letter shows what is to be filled in there."""
    places = {place for claim in library.claims.values() for place in claim.places}
    assert not [p for p in sorted(places) for said in told(library, p) if "{" in said]


def test_what_shares_nothing_is_no_retelling() -> None:
    assert retold("Een regel over schorsen.", ()) == ()
    parts = (Telling("Iets anders."), Telling("Regels over schorsing staan hier."))
    assert retold("Een regel over schorsen.", parts) == parts[1:]


def test_every_place_of_a_fact_tells_something_but_numbers_and_search_words(
    library: Library,
) -> None:
    places = {place for claim in library.claims.values() for place in claim.places}
    silent = {place for place in places if not told(library, place)}
    assert {place.partition(":")[0] for place in silent} <= {"cijfer", "signaal"}

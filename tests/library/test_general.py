"""General information is marked and dated, and never mixed with the routeboek."""

from datetime import date

from routeboek_tui.core.flow import Source
from routeboek_tui.library.calendar import Status
from routeboek_tui.library.content import Library
from routeboek_tui.library.general import CHAPTER, mark
from routeboek_tui.text import dates

PAGES = {
    "medisch_bezoek", "vrijstelling_5b", "vrijstelling_5c", "kwalificatieplicht", "achttien_plus",
    "onderwijs_zieke_leerlingen", "ouders_met_gezag", "meldtermijnen_algemeen",
    "wetsvoorstel_verzuim", "geschillen", "bewaren", "schoolvakanties", "kinderbijslag",
    "feestdag_godsdienst", "jonger_dan_zes", "oorzakenkaart", "opbouwrooster",
    "eerste_telefoongesprek", "gewone_taal", "ouder_en_jeugdsteunpunt",
}  # fmt: skip


def test_what_people_ask_most_outside_the_routeboek_has_a_page(library: Library) -> None:
    assert {page.id for page in library.pages.values() if page.chapter == CHAPTER} == PAGES


def test_every_page_leads_to_the_page_of_the_routeboek(library: Library) -> None:
    for name in PAGES:
        led = {library.pages[each].chapter for each in library.pages[name].see}
        assert led - {CHAPTER}, name


def test_only_what_rests_on_nothing_of_the_routeboek_is_marked(library: Library) -> None:
    law, wpo, ours = (Source(name, "") for name in ("leerplichtwet", "wpo", "nk"))
    day = library.sources["leerplichtwet"].seen
    assert day == date(2026, 11, 28)
    assert mark(library, [law, wpo]) == "algemene informatie, gezien op 28-11-2026"
    assert not mark(library, [law, ours])
    assert not mark(library, [])


def test_no_name_leads_to_two_pages(library: Library) -> None:
    general = {name for page in PAGES for name in library.pages[page].names}
    others = {n for page in library.pages.values() if page.chapter != CHAPTER for n in page.names}
    assert not general & others


def test_the_page_on_holidays_says_every_day_of_the_calendar(library: Library) -> None:
    body = library.pages["schoolvakanties"].body
    rows = [line for line in body.split("\n") if line.startswith("| ")]
    for each in library.calendar.holidays:
        say = library.calendar.names[each.name].say
        found = [row for row in rows if row.startswith(f"| {say}")]
        if each.first is None or each.last is None:
            assert any("niet gevonden" in row for row in found), each
            continue
        days = f"{dates.short(each.first)} t/m {dates.short(each.last)}"
        sure = each.status is Status.CONFIRMED
        ending = " |" if sure else " (nog niet bevestigd) |"
        assert any(f"| {days}{ending}" in row for row in found), each

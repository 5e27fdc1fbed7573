"""Who sits at the table of every step, in every edition, as the table's page of the book says."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from routeboek_tui.conversation.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import may_hold
from routeboek_tui.core.flow import Flow, Seat, Step
from routeboek_tui.library.content import Library

SEATS = Path(__file__).parent / "seats.txt"


def tables(library: Library) -> Iterator[tuple[Flow, Step]]:
    for flow in library.flows.values():
        for step in flow.steps.values():
            if step.table:
                yield flow, step


def written(seat: Seat) -> str:
    when = ",".join("/".join(values) for fact, values in seat.when.items() if fact != "regio")
    parts = (
        seat.word or seat.actor,
        f"({seat.note})" if seat.note else "",
        f"[{when}]" if when else "",
    )
    return " ".join(filter(None, parts))


def test_every_seat_of_every_table(library: Library) -> None:
    """One seat more or less is decided by somebody."""
    found = [
        f"{flow.id}/{step.id}: {'; '.join(map(written, step.table))}"
        for flow, step in tables(library)
    ]
    assert "\n".join(found) + "\n" == SEATS.read_text(encoding="utf-8")


def test_a_pupil_under_twelve_sits_only_where_the_text_says_so(library: Library) -> None:
    asked = {
        f"{flow.id}/{step.id}"
        for flow, step in tables(library)
        for seat in step.table
        if seat.actor == "leerling" and may_hold(seat.when, {"leeftijd": "onder_12"})
    }
    assert asked == {
        "met_schoolinschrijving_po/gesprek_po",
        "met_schoolinschrijving_vo/gesprek_vo",
        "met_schoolinschrijving_vo_2024/gesprek_vo",
        "noord_kennemerland/mdo_nk",
        "noord_kennemerland/rooster_lichamelijk",
        "noord_kennemerland/rooster_psychisch",
    }
    for place in asked:
        flow, _, step = place.partition("/")
        text = library.texts[flow][step]
        said = " ".join((text.body, text.hint, text.why, *text.actions.values()))
        assert any(word in said for word in ("leerling", "kind", "{gezin}")), place


@pytest.mark.parametrize("step", ["mdo_jes", "consensus_mdo"])
def test_without_a_school_the_kdc_is_there(library: Library, step: str) -> None:
    seats = library.flows["ziekteverzuim"].steps[step].table
    known = {"ingeschreven": "nee", "sector": "po", "leeftijd": "vanaf_12"}
    there = {seat.word or seat.actor for seat in seats if may_hold(seat.when, known)}
    assert there & {"kdc", "KDC of jeugdhulp"}
    assert {"leerling", "leerplicht"} <= there


def test_the_kdc_is_not_there_while_nobody_knows_of_a_school(library: Library, today: date) -> None:
    flow, facts = library.flows["ziekteverzuim"], {"sector": "po", "veiligheid": "nee"}
    for school, there in (({}, False), ({"ingeschreven": "nee"}, True)):
        answers = Answers({**facts, **school}, start="mdo_jes")
        (table,) = advice_view(Conversation.at(library, flow, answers, today)).tables
        assert ("KDC of jeugdhulp" in table.seats) == there


@pytest.mark.parametrize(
    ("place", "gemeente", "seats"),
    [
        (
            "adviestafel_po",
            "den_haag",
            {"Regisseur JMO (jeugdhulp)", "Vertegenwoordiger van SPPOH"},
        ),
        ("adviestafel_po", "rijswijk", {"teamleider", "Vertegenwoordiger van SPPOH"}),
        ("doorbraaktafel_po", "den_haag", {"Directeur Jeugd (JMO)", "Directeur van SPPOH"}),
        ("doorbraaktafel_po", "rijswijk", {"Directeur Sociaal Domein", "Directeur van SPPOH"}),
    ],
)
def test_a_table_has_the_seats_of_its_gemeente(
    library: Library, place: str, gemeente: str, seats: set[str]
) -> None:
    table = library.flows["met_schoolinschrijving_po"].steps[place].table
    found = [s.word or s.actor for s in table if may_hold(s.when, {"gemeente": gemeente})]
    assert set(found) == seats

"""Who sits at the table of every step, in every edition, as the table's page of the book says."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view
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
        "met_schoolinschrijving_po/jgz_po",
        "met_schoolinschrijving_vo/duo_melding_16_uur",
        "met_schoolinschrijving_vo_2024/duo_melding_16_uur",
        "met_schoolinschrijving_vo/gesprek_vo",
        "met_schoolinschrijving_vo/lukt_binnen_school",
        "met_schoolinschrijving_vo/onderzoek_leerplicht_vo",
        "met_schoolinschrijving_vo_2024/gesprek_vo",
        "met_schoolinschrijving_vo_2024/lukt_binnen_school",
        "noord_kennemerland/duo_melding_langdurig",
        "noord_kennemerland/mdo_bijstellen_nk",
        "noord_kennemerland/mdo_nk",
        "noord_kennemerland/onderzoek_leerplicht_nk",
        "noord_kennemerland/rooster_lichamelijk",
        "noord_kennemerland/rooster_psychisch",
        "noord_kennemerland/verwijdering",
        "met_schoolinschrijving_vo/luxe_verzuim_vo",
        "triage/verwijdering_haaglanden",
        "ziekteverzuim/jgz_consult",
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
        table, *_ = advice_view(Conversation.at(library, flow, answers, today)).tables
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


def meets(library: Library, flow: Flow, step: Step) -> bool:
    """Whether an action of a step has people sit or talk together."""
    text = library.texts[flow.id].get(step.id)
    said = " ".join(text.actions.values()).lower() if text else ""
    return any(word in said for word in MEETING)


MEETING = (
    "in gesprek met",
    "ga met de ouders in gesprek",
    "in het startgesprek",
    "praat eerst met",
    "praat met",
    "plan een {overleg}",
    "organiseer een multidisciplinair overleg",
    "nodig de leerling en de ouders uit",
    "roep de leerling en de ouders op",
)
"""How our texts say that people meet."""

WITHOUT_SEATS = {
    # Stay in touch: no talk that is planned.
    "noord_kennemerland/blijven_registreren",
    # Told what a later step does, with a table of its own.
    "noord_kennemerland/luxeverzuim",
}


def test_a_step_that_holds_a_meeting_says_who_sits_there(library: Library) -> None:
    bare = {
        f"{flow.id}/{step.id}"
        for flow in library.flows.values()
        for step in flow.steps.values()
        if not step.table and meets(library, flow, step)
    }
    assert bare <= WITHOUT_SEATS


def test_where_the_overleg_decides_its_seats_are_said(library: Library) -> None:
    """Whoever asks "who sits there" at a question of the overleg need not go back to its step."""
    deciding = ("belastbaarheid", "terugkeer", "passend_onderwijs", "alternatief", "consensus_mdo")
    deciding += ("blijvende_weigering", "vervolgstappen", "plan_uitvoeren", "evaluatie")
    flow = library.flows["ziekteverzuim"]
    for step in deciding:
        for sector in ("po", "vo") if step != "consensus_mdo" else ("po",):
            known = {"sector": sector, "leeftijd": "vanaf_12", "ingeschreven": "nee"}
            there = {seat.actor for seat in flow.steps[step].table if may_hold(seat.when, known)}
            assert {"ouders", "leerling", "leerplicht"} <= there, step
            assert there & {"kdc", "jeugdhulp"}, step


ON_A_REPORT = "in overleg, als ongeoorloofd verzuim is gemeld"
"""How the table of the po says that leerplicht sits there: no word for a vrijstelling."""


def to_a_vrijstelling(library: Library) -> set[str]:
    """The questions of one overleg that end at whether a vrijstelling can be asked."""
    steps, found = library.flows["ziekteverzuim"].steps, {"alternatief"}
    while (
        more := {
            step.id
            for step in steps.values()
            if step.asks and not step.actions and step.table and step.actor == "overleg"
            if any(edge.to in found for _, edge in step.ways())
        }
        - found
    ):
        found |= more
    return found


@pytest.mark.parametrize("age", ["onder_12", "vanaf_12"])
@pytest.mark.parametrize("sector", ["po", "vo"])
def test_where_a_vrijstelling_is_near_one_seat_says_that_leerplicht_must_be_there(
    library: Library, today: date, sector: str, age: str
) -> None:
    flow = library.flows["ziekteverzuim"]
    near = to_a_vrijstelling(library)
    assert {"belastbaarheid", "terugkeer", "passend_onderwijs", "alternatief"} <= near
    others = {"overleg_over_vrijstelling", "bericht_passend_onderwijs", "geen_vrijstelling"}
    facts = {"sector": sector, "veiligheid": "nee", "leeftijd": age, "ingeschreven": "ja"}
    # Whether JGZ is needed is still asked at the first overleg.
    for step in sorted((near | others) - {"jgz_advies_nodig"}):
        talk = Conversation.at(library, flow, Answers(facts, start=step), today)
        (table,) = (table for table in talk.advice.tables if table.step == step)
        (note,) = (seat.note for seat in table.seats if seat.actor == "leerplicht")
        assert note != ON_A_REPORT, step
        assert "vrijstelling" in note, step


@pytest.mark.parametrize("edition", ["met_schoolinschrijving_vo", "met_schoolinschrijving_vo_2024"])
def test_from_eighteen_leerplicht_sits_at_no_table_of_the_vo(
    library: Library, edition: str
) -> None:
    adult = {"meerderjarig": "ja", "sector": "vo", "leeftijd": "vanaf_12"}
    there = {
        step.id
        for step in library.flows[edition].steps.values()
        for seat in step.table
        if seat.actor == "leerplicht" and may_hold(seat.when, adult)
    }
    # The talk of a school year, a report that only exists below eighteen, and a gemeente's own.
    assert there <= {
        "preventie_vo",
        "startgesprek",
        "onderzoek_leerplicht_vo",
        "regisseur_jeugd_en_leerplicht",
    }


def test_nobody_sits_twice_at_a_table(library: Library, today: date) -> None:
    twice = set()
    for flow, step in tables(library):
        for sector in ("po", "vo"):
            facts = {"sector": sector, "veiligheid": "nee", "leeftijd": "vanaf_12"}
            talk = Conversation.at(library, flow, Answers(facts, start=step.id), today)
            for table in advice_view(talk).tables:
                names = [seat.partition(" (")[0] for seat in table.seats]
                if len(names) != len(set(names)):
                    twice.add(f"{flow.id}/{step.id}")
    assert not twice


def test_a_seat_no_source_gives_is_marked(library: Library) -> None:
    """The protocol names the parents and the leerkracht; whoever else is there is our reading."""
    notes = {
        (seat.word or seat.actor): seat.note
        for seat in library.flows["noord_kennemerland"].steps["mdo_nk"].table
    }
    assert notes.pop("ouders") == notes.pop("Leerkracht") == ""
    assert all(note.endswith(("nemen wij aan", "als dat kan")) for note in notes.values())

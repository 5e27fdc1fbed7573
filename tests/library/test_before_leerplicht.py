"""Before the leerplicht begins nothing is reported: no action and no letter of a report is left."""

from collections.abc import Iterator
from datetime import date

import pytest

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.advice.not_to_do import not_to_do
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.told import told
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import BEGUN, REGION, SECTOR, UNLESS_SAID, may_hold
from routeboek_tui.core.flow import TRIAGE, Action, Step
from routeboek_tui.core.policy.age import of_birth, of_years
from routeboek_tui.library.content import Library
from tests.known import guide
from tests.rows import each_row

YOUNG = {BEGUN: "nee"}
TODAY = date(2027, 2, 9)
SAYS = ("duo", "verzuimloket")

STILL = {
    "gesprek_leerplicht.terugkoppelen": "er is al gemeld",
    "onderzoek_leerplicht_po.terugkoppelen": "er is al gemeld",
    "onderzoek_leerplicht_vo.terugkoppelen": "er is al gemeld",
    "registreren_vo.verzuim_registreren": "het register is van DUO",
    "verwijdering_haaglanden.ingeschreven_houden": "gaat over de inschrijving bij DUO",
    "verhuisd_ingeschreven.woongemeente_nagaan": "zegt waar een melding komt",
}
"""Actions of such a child that name DUO, and why they may."""


def _actions(library: Library) -> Iterator[tuple[str, Step, Action, str]]:
    for flow in library.flows.values():
        for step in (each for each in flow.steps.values() if not each.jump):
            text = library.texts[flow.id][step.id]
            for action in step.actions:
                yield flow.id, step, action, text.actions[action.id].lower()


def _reports() -> dict[str, tuple[str, ...]]:
    """The steps of each letter that reports to DUO, by its id."""
    return {
        letter.id: letter.steps
        for letter in guide().letters.values()
        if "duo" in letter.recipients and "melding" in letter.id
    }


def test_no_action_reports_a_child_before_its_leerplicht(library: Library) -> None:
    found = {
        f"{step.id}.{action.id}"
        for _, step, action, said in _actions(library)
        if any(word in said for word in SAYS)
        and action.id != "nog_niet_melden"
        and may_hold(action.when, YOUNG)
    }
    assert found == set(STILL)


def test_no_report_is_written_for_a_child_before_its_leerplicht(library: Library) -> None:
    assert _reports()
    assert all(not may_hold(library.letters[name].when, YOUNG) for name in _reports())


def test_every_step_with_a_report_in_the_po_says_not_to(library: Library) -> None:
    steps = {
        step.id
        for flow in library.flows.values()
        if "po" in library.sectors(flow)
        for step in flow.steps.values()
        if any(step.id in at for at in _reports().values())
    }
    said = {step.id for _, step, action, _ in _actions(library) if action.id == "nog_niet_melden"}
    told = {*library.cautions["nog_niet_leerplichtig_niet_melden"].steps}
    # In the PO long absence is reported again, after a first report that already says not to.
    steps = steps - {"luxe_verzuim_vo", "langdurig_verzuim_po"} | {"melden_bij_duo_nk"}
    assert said == steps
    assert steps <= told


@pytest.mark.parametrize(
    ("born", "on", "begun"),
    [
        (date(2022, 4, 20), date(2027, 4, 30), "nee"),
        (date(2022, 4, 20), date(2027, 5, 1), "ja"),
        (date(2022, 12, 31), date(2027, 12, 31), "nee"),
        (date(2022, 12, 31), date(2028, 1, 1), "ja"),
        (date(2022, 4, 1), date(2027, 4, 1), "nee"),
    ],
)
def test_the_day_it_begins_is_reckoned(born: date, on: date, begun: str) -> None:
    assert of_birth(born, on, guide().knowledge)[BEGUN] == begun


def test_an_age_below_it_tells_and_the_year_itself_does_not() -> None:
    told = [of_years(years, TODAY, guide().knowledge)[BEGUN] for years in (3, 4, 5, 6)]
    assert told == ["nee", "nee", "ja", "ja"]


@each_row("said", ["een kind van vier", "geboren op 20 april 2022", "hij is 4 jaar"])
@each_row("region", ["noord_kennemerland", "haaglanden"])
def test_what_was_said_of_a_child_keeps_the_report_away(said: str, region: str) -> None:
    facts = {REGION: region, SECTOR: "po"}
    line = f"Op vakantie zonder toestemming, {said}."
    heard = told(line, guide(), {**UNLESS_SAID, **facts}, TODAY)
    flow = guide().named(TRIAGE, TODAY)
    talk = Conversation.at(guide(), flow, Answers(facts=facts), TODAY).hearing(heard)
    assert talk.situation[BEGUN] == "nee"


@each_row(
    ("route", "step"),
    [
        ("noord_kennemerland", "luxeverzuim"),
        ("noord_kennemerland", "te_laat_15"),
        ("noord_kennemerland", "melden_bij_duo_nk"),
        ("met_schoolinschrijving_po", "luxe_verzuim_po"),
        ("met_schoolinschrijving_po", "duo_melding_16_uur_po"),
        ("ziekteverzuim", "duo_melding"),
    ],
)
def test_the_same_step_reports_on_the_day_it_has_begun(route: str, step: str) -> None:
    for today, reports in ((date(2027, 4, 30), False), (date(2027, 5, 1), True)):
        region = "noord_kennemerland" if route == "noord_kennemerland" else "haaglanden"
        facts = {SECTOR: "po", REGION: region}
        answers = Answers(facts=facts, start=step, birth_date=date(2022, 4, 20))
        talk = Conversation.at(guide(), guide().named(route, today), answers, today)
        names = {do.action.id for do in talk.advice.now if do.step == step}
        assert ("nog_niet_melden" not in names) == reports
        cautions = {each.name for each in not_to_do(talk, [step])}
        assert ("nog_niet_leerplichtig_niet_melden" not in cautions) == reports


ABSENT = ("luxeverzuim", "verlof_voor_leerplicht_nk")
"""Where days of absence can run on past the day on which the leerplicht begins."""


@pytest.mark.parametrize("step", ABSENT)
def test_days_that_run_on_past_its_begin_are_told_apart(step: str) -> None:
    """Leave and a report are only of the days from that day on, and the day itself is there."""
    today, flow = date(2027, 1, 12), guide().named("noord_kennemerland", date(2027, 1, 12))
    facts = {SECTOR: "po", REGION: "noord_kennemerland"}
    for born, early in ((date(2022, 1, 14), True), (date(2021, 11, 14), False)):
        answers = Answers(facts=facts, start=step, birth_date=born)
        talk = Conversation.at(guide(), flow, answers, today)
        names = {do.action.id for do in talk.advice.now if do.step == step}
        if early or step == "luxeverzuim":
            assert ({"verlof_vanaf_begin", "luxe_vanaf_begin"} <= names) == early
        if early:
            told = advice_view(talk)
            assert "2027, 2, 1" in repr(told.dates) or "1 februari 2027" in repr(told.dates)


@pytest.mark.parametrize(
    "choice",
    ["gewichtig_tot_10", "gewichtig_meer_dan_10", "vakantie_tot_10", "vakantie_meer_dan_10"],
)
def test_every_leave_before_its_begin_tells_who_decides_on_the_days_after(choice: str) -> None:
    steps = guide().flows["noord_kennemerland"].steps
    (asked,) = (each for each in steps["verlofaanvraag"].choices if each.id == choice)
    goes = [edge.to for edge in asked.edges if may_hold(edge.when, YOUNG)]
    assert goes == ["verlof_voor_leerplicht_nk"]
    actors = {each.id: each.actor for each in steps[goes[0]].actions}
    assert actors["besluit_vanaf_begin"] == "directeur"

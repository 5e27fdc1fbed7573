"""What is urgent and may not be done yet stands among what is for now, on the first screen too."""

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.advice.advice_view import AdviceView, advice_view
from routeboek_tui.conversation.advice.groups import Group
from routeboek_tui.conversation.advice.overdue import IF_NOT_YET, UNLESS_DONE, overdue
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers, Ticked
from routeboek_tui.core.said import Said
from routeboek_tui.core.terms.words import NO_TERM
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

PO = {**SAFE, "ingeschreven": "ja", "sector": "po", "gemeente": "den_haag", "regio": "haaglanden"}
VO = {**PO, "sector": "vo", "leeftijd": "vanaf_12"}
NK = {**SAFE, "sector": "po", "regio": "noord_kennemerland", "leeftijd": "onder_12"}
FOUR_REPORTS = "2026-01-12,2026-01-26,2026-02-02,2026-03-02"
MAY_BE = UNLESS_DONE.format("")


def _talk(route: str, facts: dict[str, str], start: str = "", **more: object) -> Conversation:
    flow = guide().editions_of(route)[0]
    answers = Answers(facts=facts, start=start, **more)  # type: ignore[arg-type]
    return Conversation.at(guide(), flow, answers, TODAY)


def _late(view: AdviceView) -> list[Group]:
    return [group for group in view.steps if group.late]


def _po(*answers: str) -> Conversation:
    talk = _talk("met_schoolinschrijving_po", PO)
    for each in answers:
        talk = talk.answered((each,))
    return talk


def test_a_report_stays_for_now_when_the_walk_goes_on() -> None:
    view = advice_view(_po("ongeoorloofd", "ja", "nee"))
    assert [group.step for group in _late(view)] == ["duo_melding_16_uur_po"]
    first = view.first.deeds[0]
    assert first.kort.endswith(MAY_BE)
    assert first.late
    assert IF_NOT_YET.format("") + "." in _late(view)[0].todo[0].text
    assert first.letter == "tekst-duo-melding-16-uur"
    earlier = [todo.place for group in view.earlier for todo in group.todo]
    assert not [place for place in earlier if place.endswith("#melden_bij_duo")]


@pytest.mark.parametrize("kind", [("ongeoorloofd", "ja"), ("luxe",)])
@pytest.mark.parametrize("after", ["ja", "nee"])
def test_the_family_is_told_with_a_report_that_stays(kind: tuple[str, ...], after: str) -> None:
    deeds = {deed.letter: deed for deed in advice_view(_po(*kind, after)).first.deeds}
    told = deeds["mededeling-verzuimmelding"]
    assert told.late
    assert told.kort.endswith(MAY_BE)


def test_what_the_family_was_told_is_not_told_again() -> None:
    talk = _po("luxe", "nee")
    told = (Ticked("luxe_verzuim_po", 1, "ouders_inlichten"),)
    talk = Conversation.at(guide(), talk.flow, replace(talk.answers, ticked=told), TODAY)
    assert {do.action.id for do in overdue(talk)} == {"luxe_melden_bij_duo"}


def test_what_is_for_now_is_not_late_yet() -> None:
    assert not _late(advice_view(_po("ongeoorloofd", "ja")))


@pytest.mark.parametrize(
    ("route", "facts", "start", "step"),
    [
        ("noord_kennemerland", NK, "langer_dan_vier_weken", "duo_melding_relatief"),
        ("noord_kennemerland", NK, "zorgen_zonder_plan", "zorgwekkend_verzuim"),
        ("ziekteverzuim", VO, "blijvende_weigering", "nieuwe_duo_melding"),
    ],
)
def test_where_a_case_comes_in_behind_it_a_report_is_for_now(
    route: str, facts: dict[str, str], start: str, step: str
) -> None:
    view = advice_view(_talk(route, facts, start))
    assert step in [group.step for group in _late(view)]
    assert any(deed.step == step and deed.kort.endswith(MAY_BE) for deed in view.first.deeds)
    done = advice_view(_talk(route, facts, start, done=(step,)))
    assert step not in [group.step for group in _late(done)]


def test_a_border_that_was_said_to_be_reached_counts_where_the_case_came_in_behind_it() -> None:
    said = Said(counts={"zestien_uur": {"lesuren": "18"}})
    view = advice_view(_talk("met_schoolinschrijving_po", PO, "verzuim_na_gesprek_po", said=said))
    assert [group.step for group in _late(view)] == ["duo_melding_16_uur_po"]
    under = Said(counts={"zestien_uur": {"lesuren": "8"}})
    view = advice_view(_talk("met_schoolinschrijving_po", PO, "verzuim_na_gesprek_po", said=under))
    assert not _late(view)


def test_once_its_reader_acts_a_report_is_over() -> None:
    talk = _talk("ziekteverzuim", VO, "gesprek_leerplicht")
    # That of the samenwerkingsverband has another reader.
    assert [group.step for group in _late(advice_view(talk))] == ["melding_swv"]


def test_what_was_said_to_be_reported_is_not_late() -> None:
    talk = _talk("noord_kennemerland", NK, "relatief_verzuim")
    while talk.ask and talk.ask.step != "duo_melding_relatief":
        talk = talk.answered((talk.step(talk.ask.step).choices[0].id,))
    reported = [group.step for group in _late(advice_view(talk.answered(("al_gemeld",))))]
    assert "duo_melding_relatief" not in reported


def test_in_noord_kennemerland_a_report_has_the_term_of_its_kind() -> None:
    talk = _talk("noord_kennemerland", NK, "relatief_verzuim")
    while talk.ask and talk.ask.step != "duo_melding_relatief":
        talk = talk.answered((talk.step(talk.ask.step).choices[0].id,))
    view = advice_view(talk.answered(("nu_melden",)))
    terms = {t.place.partition("/")[2]: t.term for g in view.steps for t in g.todo}
    assert "direct" in terms["melden_bij_duo_nk#melden"]
    assert terms["melden_bij_duo_nk#melden"] != NO_TERM
    first = [deed for deed in view.first.deeds if deed.kort.startswith("meld bij DUO")]
    assert [deed.term.partition(" ")[0] for deed in first] == ["direct"]


def _deeds(groups: tuple[Group, ...]) -> set[str]:
    return {todo.place.partition("#")[2] for group in groups for todo in group.todo}


def test_what_an_answer_does_not_tell_was_done_stays_for_now_with_its_letter() -> None:
    talk = _talk("noord_kennemerland", NK, "ziekte_drempel_nk")
    for each in ("ja", "ja", "nee"):
        talk = talk.answered((each,))
    view = advice_view(talk)
    assert view.outcome
    left = {"gesprek_voeren", "overleggen_met_leerplicht", "aanmelden"}
    assert left <= _deeds(view.now)
    assert not left & _deeds(view.earlier)
    assert "toestemming_vragen" in _deeds(view.earlier)
    letters = {name for name, _ in view.letters}
    assert {"invulhulp-ziekteverzuimbegeleiding", "verzoek-meedenken-leerplicht"} <= letters
    assert {"invulhulp-ziekteverzuimbegeleiding"} <= {deed.letter for deed in view.first.deeds}


def test_what_is_left_is_over_once_a_later_answer_tells_so() -> None:
    talk = _talk("noord_kennemerland", NK, "ziekte_drempel_nk")
    for each in ("ja", "ja", "ja"):
        talk = talk.answered((each,))
    assert "overleggen_met_leerplicht" in _deeds(advice_view(talk).now)
    ask = talk.ask
    assert ask
    talk = talk.answered((talk.step(ask.step).choices[0].id,))
    assert "overleggen_met_leerplicht" in _deeds(advice_view(talk).earlier)


@pytest.mark.parametrize(
    ("route", "start", "step", "letter", "said"),
    [
        (
            "ziekteverzuim", "jgz_advies_nodig", "melding_swv", "melding-samenwerkingsverband",
            Said(counts={"zorgwekkend_ziekteverzuim": {"data": FOUR_REPORTS}}),
        ),
        (
            "ziekteverzuim", "jgz_advies", "melding_swv", "melding-samenwerkingsverband",
            Said(choices={"drempel": ("ja",)}),
        ),
        (
            "ziekteverzuim", "jgz_advies", "melding_swv", "melding-samenwerkingsverband",
            Said(facts={"vier_weken_afwezig": "ja"}),
        ),
    ],
)  # fmt: skip
def test_what_runs_from_a_border_that_was_told_runs_where_the_case_comes_in_behind_it(
    route: str, start: str, step: str, letter: str, said: Said
) -> None:
    view = advice_view(_talk(route, VO, start, said=said))
    assert step in [group.step for group in view.alongside]
    assert step not in [group.step for group in view.missed]
    assert letter in {name for name, _ in view.letters}
    untold = advice_view(_talk(route, VO, start))
    assert step not in [group.step for group in untold.alongside]


@pytest.mark.parametrize("unsafe", ["ja", "nee"])
def test_who_waits_for_a_place_has_fewer_hours_in_the_opp_and_with_the_inspectie(
    unsafe: str,
) -> None:
    talk = _talk("met_schoolinschrijving_vo", VO, "alleen_wachtlijst")
    view = advice_view(talk.answered(("ja",)).answered((unsafe,)))
    assert {"opnemen_in_opp", "inspectie_vragen"} <= _deeds(view.alongside)
    assert "invulhulp-instemming-onderwijstijd" in {name for name, _ in view.letters}


@each_row("facts", [PO, VO])
@each_row(
    ("start", "more"),
    [
        ("verzuim_houdt_aan", {"done": ("ongeoorloofd_aanzeggen",)}),
        ("nieuw_verzuim", {"done": ("afsprakenbrief",)}),
        ("blijvende_weigering", {"done": ("duo_melding",)}),
        ("verzuim_houdt_aan", {"said": Said(choices={"stand_school": ("duo_overig",)})}),
        ("verzuim_houdt_aan", {"said": Said(choices={"stand_leerplicht": ("oordeel",)})}),
    ],
)
def test_a_report_on_which_leerplicht_acted_or_that_was_said_is_not_asked_again(
    facts: dict[str, str], start: str, more: dict[str, object]
) -> None:
    late = [g.step for g in _late(advice_view(_talk("ziekteverzuim", facts, start, **more)))]
    assert "duo_melding" not in late


def test_a_report_that_follows_on_what_leerplicht_did_is_still_asked() -> None:
    done = ("ongeoorloofd_aanzeggen",)
    view = advice_view(_talk("ziekteverzuim", VO, "blijvende_weigering", done=done))
    assert [group.step for group in _late(view)] == ["nieuwe_duo_melding", "melding_swv"]


LADDERS = [
    (flow.id, step.id)
    for flow in guide().flows.values()
    for step in flow.steps.values()
    if step.ladder
]
SKIPPED = {
    "2": [],
    "3": [],
    "6": ["te_laat_3"],
    "9": ["te_laat_3", "te_laat_6"],
    "12": ["te_laat_3", "te_laat_6", "te_laat_9"],
    "15": ["te_laat_3", "te_laat_6", "te_laat_9", "te_laat_12"],
}
"""Per times late the lower rungs, of which nobody said that they were done."""


def test_every_ladder_is_looked_at_for_what_was_skipped() -> None:
    assert LADDERS == [("noord_kennemerland", "te_laat")]


@each_row("times", SKIPPED)
def test_a_rung_that_was_skipped_should_have_been_done_and_is_not_for_now(times: str) -> None:
    def at(**more: object) -> Conversation:
        talk = _talk("noord_kennemerland", NK, "te_laat", **more)
        return talk.answered((), given={"keren": times})

    talk = at()
    view = advice_view(talk)
    assert not _late(view)
    assert [group.step for group in view.missed] == SKIPPED[times]
    # What is written at such a rung can be written as yet, behind what is for now.
    letters = {name for each in SKIPPED[times] for name in talk.text(each).letters.values()}
    assert letters - {"verzoek-meedenken-leerplicht"} <= {each.id for each in talk.letters}
    assert not advice_view(at(done=tuple(SKIPPED[times]))).missed


@pytest.mark.parametrize(("reader", "own"), [("leerplicht", True), ("school", False), ("", False)])
def test_who_reads_sees_first_what_they_had_to_do_at_what_the_door_says_is_done(
    reader: str, own: bool
) -> None:
    facts = {**VO, **({"lezer": reader} if reader else {})}
    done = ("ongeoorloofd_aanzeggen",)
    view = advice_view(_talk("ziekteverzuim", facts, "verzuim_houdt_aan", done=done))
    named = {deed.letter for deed in view.first.deeds if not deed.other and deed.late}
    mine = {"bevestiging-ongeoorloofd", "verzoek-ongeoorloofd-registreren"}
    assert mine.issubset(named) is own
    if own:
        assert view.first.deeds[0].actor == "leerplicht"


@pytest.mark.parametrize(("hours", "reported"), [("6", False), ("15", False), ("16", True)])
def test_hours_below_the_border_are_not_to_be_reported_as_if_above(
    hours: str, reported: bool
) -> None:
    told = Said(counts={"zestien_uur": {"lesuren": hours}})
    talk = _talk("noord_kennemerland", NK, "ook_ongeoorloofd_gemeld_nk", said=told)
    view = advice_view(talk.answered(("ja",)))
    assert "zorgwekkend_verzuim" not in {group.step for group in _late(view)}
    assert any(each.startswith(f"{hours} lesuren in vier weken") for each in view.dates)
    letters = {deed.letter for deed in view.first.deeds}
    assert ("tekst-duo-melding-16-uur" in letters) is reported

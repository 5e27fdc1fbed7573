"""From one route to another, and which edition of a route is walked on which day."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import Unknown
from routeboek_tui.conversation.hearing.move import Answered, Refused, answer, read
from routeboek_tui.conversation.view import facts, question
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.flow import Jump
from routeboek_tui.library.content import Library
from tests.rows import each_row

VO, VO_2024 = "met_schoolinschrijving_vo", "met_schoolinschrijving_vo_2024"
STUCK = ("ja", "nee", "naar_overleg", "nee", "nee", "vastgelopen")
IN_VO = {"sector": "vo", "gemeente": "den_haag", "leeftijd": "vanaf_12"}
D0 = date(2026, 10, 12)


@pytest.fixture
def at_door(talk: Callable[..., Conversation]) -> Conversation:
    """Stuck in the VO in The Hague: the door to the managers."""
    found = talk(*STUCK, facts=IN_VO)
    assert found.ended
    return found


def test_at_a_door_one_choice_leads_on(at_door: Conversation) -> None:
    asked = question(at_door)
    assert asked is not None
    assert [option.choice for option in asked.options] == [f"{VO}/afstemming_managers"]
    assert (asked.step, asked.number, asked.ended) == (f"{VO}/afstemming_managers", 0, True)
    assert asked.options[0].label.startswith("Verder op de route Met schoolinschrijving, VO: ")


def test_facts_dates_and_steps_go_along(at_door: Conversation, today: date) -> None:
    dated = at_door.dated("zorgwekkend_sinds", D0)
    after = dated.jump()
    assert after.flow.id == VO
    assert after.today == today
    assert after.answers.facts == dated.answers.facts
    assert after.answers.dates == {"zorgwekkend_sinds": D0}
    assert after.answers.steps == ()
    assert after.answers.start == "afstemming_managers"
    assert after.trail.main.first.step == "afstemming_managers"
    for step in ("gesprek_en_plan", "mdo_jes", "opschalen", "melding_swv"):
        assert after.trail.certain(step)
    assert not after.trail.possible("duo_melding")
    assert not any("/" in step for step in after.answers.done)


def test_a_date_of_birth_goes_along(talk: Callable[..., Conversation]) -> None:
    known = {fact: value for fact, value in IN_VO.items() if fact != "leeftijd"}
    born = talk(facts=known).born(date(2012, 1, 1))
    for said in STUCK:
        born = born.answered((said,))
    assert born.jump().answers.birth_date == date(2012, 1, 1)


def test_letters_that_had_their_ground_stay(at_door: Conversation) -> None:
    before = {letter.id for letter in at_door.letters}
    assert "uitnodiging-overleg" in before
    assert before <= {letter.id for letter in at_door.jump().letters}


def test_the_advice_remembers_the_route_before(at_door: Conversation) -> None:
    after = at_door.jump()
    assert after.earlier == (at_door,)
    view = advice_view(after)
    assert [leg.route for leg in view.legs] == ["Ziekteverzuim"]
    assert advice_view(at_door).legs == ()


def test_the_facts_of_the_arrow_take_the_place_of_what_was_known(
    library: Library, today: date
) -> None:
    flow = library.flows["zonder_schoolinschrijving"]
    arrow = next(
        (step, choice, edge)
        for step in flow.steps.values()
        for choice, edge in step.ways()
        if edge.facts
    )
    step, choice, edge = arrow
    known = {fact: values[0] for fact, values in edge.when.items()}
    known |= {"ingeschreven": "nee", "gemeente": "den_haag", "leeftijd": "onder_12"}
    said = (Answer(step.id, 1, (choice,)),) if choice else ()
    found = Conversation.at(library, flow, Answers(known, said, start=step.id), today)
    assert found.trail.door is not None
    after = found.jump()
    assert after.answers.facts["ingeschreven"] == edge.facts["ingeschreven"] == "ja"
    assert found.answers.facts["ingeschreven"] == "nee"


def test_without_a_door_there_is_no_jump(talk: Callable[..., Conversation]) -> None:
    for found in (talk(facts=IN_VO), talk("ja", "ja", facts=IN_VO)):
        with pytest.raises(ValueError, match="no door"):
            found.jump()


def test_typed_at_a_door(at_door: Conversation) -> None:
    for typed in ("1", "ja", "verder"):
        through = answer(at_door, read(at_door, typed), {})  # type: ignore[arg-type]
        assert isinstance(through, Answered)
        assert through.talk.flow.id == VO
        assert any("Met schoolinschrijving, VO" in sentence for sentence in through.sentences)
    assert isinstance(answer(at_door, Unknown(), {}), Refused)


def test_a_case_that_is_running_begins_halfway(library: Library, today: date) -> None:
    running = Answers(
        {"sector": "po", "leeftijd": "onder_12"}, start="gesprek_leerplicht", done=("duo_melding",)
    )
    found = Conversation.at(library, library.flows["ziekteverzuim"], running, today)
    assert found.ask is not None
    assert found.ask.step == "gesprek_leerplicht"
    letters = {letter.id: found.behind(letter) for letter in found.letters}
    assert letters["tekst-duo-melding"]
    assert letters["uitnodiging-gesprek-school"]
    assert not letters["uitnodiging-gesprek-leerplicht"]
    assert "uitnodiging-gesprek-school" not in {letter.id for letter in found.to_write}
    without = replace(running, done=())
    fresh = Conversation.at(library, library.flows["ziekteverzuim"], without, today)
    assert "tekst-duo-melding" not in {letter.id for letter in fresh.to_write}


def test_where_a_flow_holds_for_one_sector_it_is_known(library: Library, today: date) -> None:
    assert Conversation.start(library, VO, today).answers.facts == {"sector": "vo"}
    po = Conversation.start(library, "met_schoolinschrijving_po", today)
    assert [word.said for word in facts(po)] == ["PO"]
    assert Conversation.start(library, "ziekteverzuim", today).answers.facts == {}


@each_row(
    ("on", "flow"),
    [
        (date(2024, 1, 1), VO_2024),
        (date(2025, 7, 31), VO_2024),
        (date(2025, 8, 1), VO),
        (date(2026, 11, 23), VO),
        (date(2023, 12, 31), VO),
        (date(2100, 1, 1), VO),
    ],
)
def test_the_edition_that_holds_on_the_day_is_walked(library: Library, on: date, flow: str) -> None:
    """Before the first edition, and after the last, the newest is taken."""
    assert Conversation.start(library, VO, on).flow.id == flow


def test_an_edition_can_be_named(library: Library, today: date) -> None:
    found = Conversation.start(library, VO_2024, today)
    assert found.flow.id == VO_2024
    assert found.flow.route == VO
    with pytest.raises(KeyError):
        Conversation.start(library, "met_schoolinschrijving_vo_2023", today)


def test_an_older_edition_says_so(library: Library, today: date) -> None:
    old = Conversation.start(library, VO_2024, today)
    edition = library.editions["vo-2024"].title
    assert old.title == f"Met schoolinschrijving, VO (oudere editie: {edition})"
    assert advice_view(old).route == old.title
    assert Conversation.start(library, VO, today).title == "Met schoolinschrijving, VO"
    then = Conversation.start(library, VO_2024, date(2025, 1, 1))
    assert then.title == "Met schoolinschrijving, VO"
    assert library.older(library.flows[VO], date(2025, 1, 1))


def test_a_date_that_is_ours_is_said(library: Library, today: date) -> None:
    view = advice_view(Conversation.start(library, VO, today))
    assert view.assumed == library.editions["vo-nieuw"].assumed != ""


def test_editions_of_a_route_come_newest_first(library: Library) -> None:
    assert [flow.id for flow in library.editions_of(VO)] == [VO, VO_2024]
    assert library.editions_of("bestaat_niet") == ()


def test_a_jump_stays_in_an_edition_that_was_walked(library: Library, today: date) -> None:
    jump = Jump(VO, "signaal_vo")
    assert library.behind(jump, today).id == VO
    assert library.behind(jump, today, {"vo-2024"}).id == VO_2024
    assert library.behind(jump, date(2025, 1, 1)).id == VO_2024
    with pytest.raises(KeyError):
        library.behind(Jump(VO, "bestaat_niet"), today)
    with pytest.raises(KeyError):
        library.behind(Jump("bestaat_niet", "signaal_vo"), today)


def test_a_jump_to_a_step_only_an_older_edition_has_goes_there(
    library: Library, today: date
) -> None:
    only = next(
        step
        for step in library.flows[VO_2024].steps
        if "/" not in step and step not in library.flows[VO].steps
    )
    assert library.behind(Jump(VO, only), today).id == VO_2024


def test_there_and_back_again_stays_in_the_old_edition(library: Library, today: date) -> None:
    """From the edition of 2024 to sick leave, and up again: not into another edition halfway."""
    flow = library.flows[VO_2024]
    known = {**IN_VO, "gemeente": "rijswijk", "ingeschreven": "ja"}
    step, choice, edge = next(
        (step, choice, edge)
        for step in flow.steps.values()
        for choice, edge in step.ways()
        if edge.to == "ziekteverzuim/mdo_jes"
    )
    said = (Answer(step.id, 1, (choice,)),) if choice else ()
    found = Conversation.at(library, flow, Answers(known, said, start=step.id), today).jump()
    for each in STUCK[3:]:
        found = found.answered((each,))
    door = found.trail.door
    assert door is not None
    assert door.step == f"{VO}/teamleider_jeugdhulp"
    assert "teamleider_jeugdhulp" in library.flows[VO].steps
    back = found.jump()
    assert back.flow.id == VO_2024
    assert [leg.flow.id for leg in back.earlier] == [VO_2024, "ziekteverzuim"]
    assert edge.done[0] in back.answers.done

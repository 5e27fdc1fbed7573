"""From answers to where the walk stands, along the real route."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import permutations

import pytest
from msgspec.structs import replace

from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.change import settle
from routeboek_tui.core.facts import UNKNOWN, Situation
from routeboek_tui.core.flow import Choice, Edge, Flow, Kind, Step
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.verdict import Verdict
from routeboek_tui.core.replay import MOST_BRANCHES, Ask, Trail, replay
from routeboek_tui.core.rulebook import Rulebook

PO = {"sector": "po", "leeftijd": "onder_12"}
TO_LEERPLICHT = (
    "drempel=ja",
    "evaluatie_schoolplan=nee",
    "advies_vragen=naar_overleg",
    "jgz_advies_nodig=ja",
    "akkoord_jgz=nee",
)
TO_JGZ = (*TO_LEERPLICHT[:-1], "akkoord_jgz=ja")


def steps(trail: Trail) -> list[str]:
    return [visit.step for visit in trail.main.visits]


def test_a_step_that_needs_a_fact_asks_it_first(walk: Callable[..., Trail]) -> None:
    assert walk().ask == Ask("drempel", 1, "sector")
    assert walk("drempel=ja").ask == Ask("drempel", 1, "sector")
    assert walk(facts={"sector": "po"}).ask == Ask("drempel", 1)


def test_an_arrow_that_needs_a_fact_asks_it_after_the_answer(walk: Callable[..., Trail]) -> None:
    trail = walk("drempel=nee", facts=PO)
    assert trail.ask == Ask("drempel", 1, "vier_weken_afwezig")
    assert [answer.step for answer in trail.used] == ["drempel"]
    assert steps(walk("drempel=nee", facts={**PO, "vier_weken_afwezig": "ja"})) == [
        "ziekmelding",
        "drempel",
        "melding_swv",
        "blijven_volgen",
    ]


def test_a_fact_that_is_unknown_is_not_asked_again_and_splits_where_it_matters(
    walk: Callable[..., Trail],
) -> None:
    trail = walk("drempel=nee", facts={"sector": UNKNOWN, "vier_weken_afwezig": UNKNOWN})
    assert trail.unknown_facts == ("sector", "vier_weken_afwezig")
    assert len(trail.branches) == 2
    assert trail.possible("melding_swv")
    assert not trail.certain("melding_swv")
    assert trail.certain("blijven_volgen")


def test_ways_that_part_and_come_together_make_what_follows_certain(
    walk: Callable[..., Trail],
) -> None:
    trail = walk(*TO_JGZ, "jgz_consult=twee_keer_zonder_bericht", facts={**PO, "jgz": UNKNOWN})
    assert trail.possible("wegblijven_gemeld_zhw")
    assert not trail.certain("wegblijven_gemeld_zhw")
    assert trail.certain("duo_melding")
    assert trail.ask == Ask("gesprek_leerplicht", 1)


def test_an_unknown_answer_goes_on_over_every_choice(walk: Callable[..., Trail]) -> None:
    trail = walk("drempel=ja", "evaluatie_schoolplan=", facts=PO)
    assert {branch.last.step for branch in trail.branches} == {"verzuim_gestopt", "advies_vragen"}
    assert trail.unknown == (Answer("evaluatie_schoolplan"),)
    assert trail.ask == Ask("advies_vragen", 1)
    assert not trail.ended
    assert [visit.step for visit in trail.main.visits if visit.assumed] == ["evaluatie_schoolplan"]


def test_order_of_answers_does_not_matter(walk: Callable[..., Trail]) -> None:
    straight = walk(*TO_LEERPLICHT, facts=PO)
    for lines in list(permutations(TO_LEERPLICHT))[::7]:
        shuffled = walk(*lines, facts=PO)
        assert shuffled.branches == straight.branches
        assert set(map(str, shuffled.used)) == set(map(str, straight.used))
        assert [answer.step for answer in shuffled.used] == [a.partition("=")[0] for a in lines]


def test_replay_of_what_was_used_gives_the_same_walk(
    walk: Callable[..., Trail], rulebook: Rulebook, today: date
) -> None:
    trail = walk(*TO_LEERPLICHT, "strafrecht=ja", "evaluatie=gestopt", facts=PO)
    again = replay(rulebook, settle(rulebook, trail, today), today)
    assert again.branches == trail.branches
    assert again.used == trail.used == again.answers.steps


@pytest.mark.parametrize(
    "line",
    [
        "drempel=misschien",
        "drempel=ja+nee",
        "drempel=ja+ja",
        "drempel#2=ja",
        "mdo_jes=ja",
        "bestaat_niet=ja",
        "evaluatie=gestopt",
    ],
)
def test_an_answer_that_does_not_fit_is_left_aside(walk: Callable[..., Trail], line: str) -> None:
    trail = walk(line, facts=PO)
    assert trail.used == ()
    assert trail.ask == Ask("drempel", 1)


def test_choices_that_run_alongside(walk: Callable[..., Trail]) -> None:
    start = (*TO_LEERPLICHT, "gesprek_leerplicht=nee")
    facts = {**PO, "gemeente": "rijswijk"}
    trail = walk(*start, "gegrond=niet_aannemelijk+jeugdhulp_nodig", facts=facts)
    assert steps(trail)[-3:] == [
        "aanmelding_jeugdhulp",
        "ongeoorloofd_aanzeggen",
        "verzuim_houdt_aan",
    ]
    assert next(v for v in trail.main.visits if v.step == "aanmelding_jeugdhulp").alongside
    assert trail.main.last.step == "verzuim_houdt_aan"
    assert walk(*start, "gegrond=jeugdhulp_nodig", facts=facts).ask == Ask("gegrond", 1)


def test_choices_that_are_all_parallel_join_where_they_lead(walk: Callable[..., Trail]) -> None:
    start = (
        *TO_LEERPLICHT,
        "gesprek_leerplicht=nee",
        "gegrond=niet_aannemelijk",
        "verzuim_houdt_aan=ja",
        "blijvende_weigering=ja",
    )
    trail = walk(*start, "vervolgstappen=veilig_thuis+strafrecht", facts=PO)
    assert steps(trail)[-3:] == ["veilig_thuis", "strafrecht", "visieverschil"]
    assert trail.ask == Ask("visieverschil", 1)
    unknown = walk(*start, "vervolgstappen=", facts=PO)
    assert len(unknown.branches) == 3
    assert unknown.certain("visieverschil")


def test_a_loop_gives_a_second_visit(walk: Callable[..., Trail]) -> None:
    trail = walk(*TO_JGZ, "jgz_consult=ja", "jgz_advies=opnieuw_bespreken", facts=PO)
    assert trail.ask == Ask("jgz_advies_nodig", 2)
    assert [visit.visit for visit in trail.main.visits if visit.step == "mdo_jes"] == [1, 2]
    further = walk(
        *TO_JGZ,
        "jgz_consult=ja",
        "jgz_advies=opnieuw_bespreken",
        "jgz_advies_nodig#2=nee",
        facts=PO,
    )
    assert further.ask == Ask("belastbaarheid", 1)


def test_an_outcome_with_choices_is_a_resting_place(walk: Callable[..., Trail]) -> None:
    facts = {**PO, "vier_weken_afwezig": "nee"}
    resting = walk("drempel=nee", facts=facts)
    assert resting.ended
    assert resting.ask == Ask("blijven_volgen", 1)
    onward = walk("drempel=nee", "blijven_volgen=nieuwe_ziekmelding", facts=facts)
    assert onward.ask == Ask("drempel", 2)
    assert not onward.ended


def test_an_outcome_without_choices_ends(walk: Callable[..., Trail]) -> None:
    trail = walk("drempel=ja", "evaluatie_schoolplan=ja", facts=PO)
    assert trail.ended
    assert trail.ask is None
    assert trail.main.last.step == "verzuim_gestopt"


def test_a_pupil_can_turn_twelve_between_two_steps(rulebook: Rulebook) -> None:
    held = Answer("drempel", 1, ("ja",), on=date(2026, 5, 30))
    answers = Answers({"sector": "po"}, (held,), date(2014, 6, 1))
    before = replay(rulebook, answers, date(2026, 5, 31))
    assert before.ask == Ask("evaluatie_schoolplan", 1)
    assert before.main.situation["leeftijd"] == "onder_12"
    after = replay(rulebook, answers, date(2026, 6, 1))
    assert after.main.situation["leeftijd"] == "vanaf_12"


def test_an_answer_has_its_own_day_and_the_open_question_is_asked_today(
    walk: Callable[..., Trail], today: date
) -> None:
    trail = walk("drempel=ja@2026-05-31", facts={"sector": "po", "leeftijd": "onder_12"})
    days = {visit.step: visit.on for visit in trail.main.visits}
    assert days["gesprek_en_plan"] == date(2026, 5, 31)
    assert days["evaluatie_schoolplan"] == today


def test_a_birth_date_and_the_fact_replace_each_other() -> None:
    born = Answers({"leeftijd": "onder_12"}).with_birth_date(date(2010, 1, 1))
    assert born.facts == {}
    fact = born.with_fact("leeftijd", "onder_12")
    assert fact.birth_date is None
    assert born.with_fact("sector", "po").birth_date == date(2010, 1, 1)


def test_a_new_answer_takes_the_place_of_the_old_one(said: Callable[[str], Answer]) -> None:
    answers = Answers().having(said("a=x")).having(said("b=y")).having(said("a=z"))
    assert answers.steps == (said("a=z"), said("b=y"))
    assert answers.find("a", 2) is None


def test_numbers_are_weighed_again_when_a_fact_changes(
    monkeypatch: pytest.MonkeyPatch, rulebook: Rulebook, today: date
) -> None:
    def policy(given: Mapping[str, str], situation: Situation, _: date, __: Knowledge) -> Verdict:
        if given["meldingen"] == "":
            return Verdict("", missing=("meldingen",))
        limit = 5 if situation["sector"] == "po" else 4
        return Verdict("ja" if int(given["meldingen"]) >= limit else "nee", (str(limit),))

    rule = replace(registry.STEPS["zorgwekkend_ziekteverzuim"], verdict=policy)
    monkeypatch.setitem(registry.STEPS, "zorgwekkend_ziekteverzuim", rule)
    answers = Answers(
        {"sector": "po", "vier_weken_afwezig": "nee", "leeftijd": "vanaf_12"},
        (Answer("drempel", choices=("nee",), given={"meldingen": "4"}),),
    )
    in_po = replay(rulebook, answers, today)
    assert in_po.main.last.step == "blijven_volgen"
    assert in_po.main.visits[1].verdict == Verdict("nee", ("5",))
    in_vo = replay(rulebook, answers.with_fact("sector", "vo"), today)
    assert in_vo.ask == Ask("evaluatie_schoolplan", 1)
    assert in_vo.answers.steps == answers.steps
    too_little = replace(answers, steps=(Answer("drempel", given={"meldingen": ""}),))
    waiting = replay(rulebook, too_little, today)
    assert waiting.ask == Ask("drempel", 1)
    assert waiting.used == ()
    assert waiting.main.last.verdict == Verdict("", missing=("meldingen",))


def test_too_many_ways_say_that_the_trail_is_partial(today: date) -> None:
    questions = [
        Step(
            f"vraag{n}",
            Kind.QUESTION,
            "school",
            choices=tuple(Choice(said, (Edge(f"vraag{n + 1}"),)) for said in ("ja", "nee")),
        )
        for n in range(8)
    ]
    flow = Flow(
        "proef",
        "proef",
        "vraag0",
        {step.id: step for step in (*questions, Step("vraag8", Kind.OUTCOME, "school"))},
    )
    unknown = tuple(Answer(step.id) for step in questions)
    trail = replay(Rulebook(flow), Answers({}, unknown), today)
    assert trail.partial
    assert len(trail.branches) == MOST_BRANCHES
    fewer = replay(Rulebook(flow), Answers({}, unknown[:7]), today)
    assert not fewer.partial
    assert len(fewer.branches) == MOST_BRANCHES

"""A door knows where the case stands: no threshold is skipped, and nothing is done unsaid."""

from pathlib import Path
from typing import Any

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.triage.begin import begin, beginning, implied
from routeboek_tui.conversation.triage.wat_nu import candidates
from routeboek_tui.core.facts import may_hold
from routeboek_tui.core.flow import Edge, Flow
from routeboek_tui.course.course import Course
from routeboek_tui.library.sentences import SAID
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain
from tests.known import guide, in_kinds
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

ROOT = Path(__file__).resolve().parent.parent.parent

DATA: dict[str, Any] = in_kinds(Path(__file__).parent / "doors.yaml")


GEMEENTEN = ("den_haag", "leidschendam_voorburg", "rijswijk")
PLACES = {
    **{name: {"regio": "haaglanden", "gemeente": name} for name in GEMEENTEN},
    "lv": {"regio": "haaglanden", "gemeente": "leidschendam_voorburg"},
    "nk": {"regio": "noord_kennemerland"},
}


def _lines(name: str) -> list[list[str]]:
    """The lines of a table beside this file."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


FIRST = _lines("first_sentences.tsv")


def _facts(where: str) -> dict[str, str]:
    place, sector, *rest = where.split()
    return {**PLACES[place], "sector": sector, **({"ingeschreven": "ja"} if rest else {})}


def _leading() -> dict[str, tuple[Edge, ...]]:
    return {e.id: e.goto for e in (*guide().signals.values(), *guide().together.values())}


def _flow(edge: Edge) -> tuple[Flow, str]:
    route, _, step = edge.to.partition("/")
    return next(f for f in guide().editions_of(route) if step in f.steps), step


def _without(flow: Flow, left_out: str) -> set[str]:
    """The steps that can be reached from the start without passing one of them."""
    seen: set[str] = set()
    todo = [flow.start]
    while todo:
        step = todo.pop()
        if step != left_out and step not in seen:
            seen.add(step)
            todo += [edge.to for _, edge in flow.steps[step].ways()]
    return seen


def _skipped(edge: Edge) -> list[str]:
    """The thresholds that every way to the door passes first."""
    flow, step = _flow(edge)
    thresholds = (each.id for each in flow.steps.values() if each.policy and each.id != step)
    return [each for each in thresholds if step not in _without(flow, each)]


def test_no_door_lies_behind_a_threshold_that_was_not_asked() -> None:
    behind = {name for name, edges in _leading().items() if any(map(_skipped, edges))}
    assert behind == set(DATA["past"])
    assert all(DATA["past"].values())


def test_what_is_done_is_said() -> None:
    done = {
        name: {step for edge in edges for step in edge.done}
        for name, edges in _leading().items()
        if any(edge.done for edge in edges)
    }
    assert done == {name: set(steps) for name, steps in DATA["done"].items()}
    for name, steps in DATA["done"].items():
        signal = guide().signals[name]
        said = (each.text for each in SAID.sentences(ROOT) if name in each.kinds)
        told = " ".join((signal.title, *said)).casefold()
        for words in steps.values():
            assert [word for word in words if word in told] == words


@each_row(
    ("case", "choice"),
    [(case, choice) for case in DATA["asked"] for choice in case["opens"]],
    ids=lambda each: each if isinstance(each, str) else f"{each['signal']} {each['in']}",
)
def test_a_question_tells_apart_where_the_case_stands(case: dict[str, Any], choice: str) -> None:
    region, sector = case["in"].split()
    facts = {**SAFE, "regio": region, "gemeente": "den_haag", "sector": sector}
    at = beginning(guide(), guide().signals[case["signal"]].goto, implied(guide(), facts))
    assert at.door == case["door"]
    talk = begin(guide(), at, facts, TODAY).answered((choice,))
    assert _stands(talk.onward()) == case["opens"][choice]


def _stands(talk: Conversation) -> str:
    """Where a talk stands now, as route/step."""
    first = talk.answers.start if talk.flow.route != "triage" else talk.trail.main.last.step
    return f"{talk.flow.route}/{first}"


def test_every_signal_still_begins_today_in_its_region() -> None:
    """A region that a signal names has a door there that can be opened."""
    for name, signal in guide().signals.items():
        for edge in signal.goto:
            facts = {fact: values[0] for fact, values in edge.when.items()}
            at = beginning(guide(), signal.goto, implied(guide(), facts))
            assert at.door == edge.to, name
            assert begin(guide(), at, facts, TODAY).trail.main.visits


def _door(signal: str, facts: dict[str, str]) -> str:
    """The door of a signal, the facts it needs first, or that there is none."""
    at = beginning(guide(), guide().signals[signal].goto, implied(guide(), facts))
    return at.door or (f"vraagt {' '.join(at.needs)}" if at.needs else "geen")


def test_every_signal_has_a_door_in_every_place_or_it_is_said_why_not() -> None:
    """One that a region has no door for is decided by somebody."""
    told = {name: doors for name, *doors in _lines("per_place.tsv")}
    assert list(told) == list(guide().signals)
    for name, (po, vo, nk) in told.items():
        cells = {f"{place} {sector}": cell for place in GEMEENTEN for sector, cell in
                 (("po", po), ("vo", vo))}  # fmt: skip
        for where, cell in {**cells, "nk po": nk}.items():
            door, _, why = cell.partition(": ")
            assert _door(name, _facts(where)) == door, (name, where)
            assert (door == "geen") == bool(why), name
        assert _door(name, _facts("nk vo")) == "geen", name


def test_there_are_first_sentences_enough_and_none_is_in_the_bank() -> None:
    said = {plain(each.text) for each in SAID.sentences(ROOT)}
    new = {plain(text) for text, *_ in FIRST}
    assert len(new) >= 60
    assert not new & said


@each_row(("text", "where", "door"), FIRST, ids=[f"{t} {w}" for t, w, _ in FIRST])
def test_a_first_sentence_leads_to_its_door(text: str, where: str, door: str) -> None:
    found = candidates(guide(), text, _facts(where)).candidates
    assert (found[0].door if found else "-") == door


@each_row("text", ["schorsen", "schorsing", "geschorst", "Ik wil schorsen."])
@each_row("where", ["den_haag po", "lv vo", "rijswijk vo", "nk po"])
def test_a_suspension_has_a_door_in_every_place_however_short_it_is_said(
    text: str, where: str
) -> None:
    """A word alone is looked up as well, with the door beside what was found."""
    course = Course.begin(guide(), TODAY, {**SAFE, **_facts(where)})
    course.tell(text)
    asked = course.asked
    assert asked is not None
    assert "geschorst" in {option.choice for option in asked.options}


def _names_of(region: str) -> set[str]:
    """What only the sources of a region speak of: names of its pages no step elsewhere uses."""
    library = guide()
    elsewhere = " ".join(
        plain(" ".join((text.question, text.body, *text.actions.values())))
        for flow in library.flows.values()
        if library.editions[flow.edition].region not in {region, ""}
        for text in library.texts[flow.id].values()
    )
    return {
        f" {name} "
        for page in library.pages.values()
        if {library.sources[each.document].regio for each in page.sources} == {region}
        for name in map(plain, (*page.names, page.title))
        if f" {name} " not in f" {elsewhere} "
    }


@pytest.mark.parametrize(
    ("region", "other"),
    [("noord_kennemerland", "haaglanden"), ("haaglanden", "noord_kennemerland")],
)
def test_behind_no_door_something_is_asked_of_another_region(region: str, other: str) -> None:
    foreign = _names_of(other)
    assert " onderwijs transparant " in _names_of("haaglanden")
    for name, signal in guide().signals.items():
        for sector in ("po", "vo"):
            known = implied(guide(), {"regio": region, "sector": sector})
            if not any(may_hold(edge.when, known) for edge in signal.goto):
                continue
            for each in (*signal.ask, *signal.notes):
                said = f" {plain(each.say)} "
                if may_hold(each.when, known):
                    assert not [word for word in foreign if word in said], name


@pytest.mark.parametrize(
    ("text", "where", "step"),
    [
        ("De drempel is gehaald en ouders willen niet naar JGZ", "den_haag po", "duo_melding"),
        ("Vijfde ziekmelding en ouders weigeren de jeugdarts", "rijswijk po", "duo_melding"),
        ("Boven de drempel, en moeder weigert de jeugdarts", "lv vo", "duo_melding"),
        ("Vijfde ziekmelding, ouders weigeren de jeugdarts", "nk po", "duo_melding_geen_contact"),
        ("De drempel is bereikt, ouders weigeren JGZ", "nk po", "duo_melding_geen_contact"),
    ],
)
def test_who_refuses_jgz_beyond_the_threshold_is_reported(text: str, where: str, step: str) -> None:
    """What was said of the threshold and of the answer is not asked again; of the plan it is."""
    facts = {**SAFE, **_facts(where), "leeftijd": "vanaf_12", "ingeschreven": "ja"}
    course = Course.begin(guide(), TODAY, facts)
    course.tell(text)
    assert course.asked is not None
    key = next(o.key for o in course.asked.options if o.choice == "weigert_jeugdarts")
    course.pick(key)
    if course.asked and course.asked.step == "evaluatie_schoolplan":
        course.hear("het verzuim gaat door")
    assert course.talk.trail.certain(step)


REFUSALS = (
    "Ouders willen geen overleg.",
    "Ouders weigeren het overleg.",
    "Ouders willen geen MDO.",
    "Ouders willen geen hulp.",
    "Ouders willen niet praten.",
    "Ouders weigeren het OPP te tekenen.",
    "Ouders willen geen onderzoek.",
    "Ouders geven geen toestemming.",
    "Ouders willen niet naar het JES.",
    "Ouders willen niet naar de jeugdarts.",
    "Moeder wil niet meewerken.",
)


@each_row("text", REFUSALS)
def test_a_refusal_of_something_else_is_no_refusal_of_the_driehoek(text: str) -> None:
    for where in ("den_haag po", "lv vo"):
        found = candidates(guide(), text, _facts(where)).candidates
        assert "weigert_driehoek" not in {each.signal.id for each in found}


def test_every_sentence_of_the_bank_has_the_words_its_signal_asks() -> None:
    ways = {name: each.words for name, each in guide().signals.items() if each.words}
    assert {"weigert_driehoek", "weigert_jeugdarts", "pas_gemeld"} <= set(ways)
    missed = [
        (kind, each.text)
        for each in SAID.sentences(ROOT)
        for kind in each.kinds
        if kind in ways and not pattern(ways[kind]).search(plain(each.text))
    ]
    assert not missed


def test_no_sentence_of_the_bank_has_a_word_that_excludes_its_signal() -> None:
    ways = {name: pattern(each.unless) for name, each in guide().signals.items() if each.unless}
    assert {"weigert_jeugdarts", "pas_gemeld", "overleg_plan_loopt"} <= set(ways)
    excluded = [
        (kind, each.text)
        for each in SAID.sentences(ROOT)
        for kind in each.kinds
        if kind in ways and ways[kind].search(plain(each.text))
    ]
    assert not excluded


@each_row(
    ("text", "first"),
    [
        (
            "Geen ziekmelding, geen bericht, geen vakantie, gewoon niet verschenen vandaag",
            "spijbelt",
        ),
        ("niet te laat maar gewoon weg, hele dagen, 3 havo", "spijbelt"),
        ("Het is geen spijbelen, ze komt gewoon te laat", "te_laat_komen"),
        ("Ouders geven toestemming voor aanmelding JGZ", "akkoord_met_jgz"),
        ("moeder heeft een handtekening gezet voor JGZ", "akkoord_met_jgz"),
        ("de 16 uur is bereikt maar nog niet gemeld", "spijbelt"),
    ],
)
def test_what_is_denied_or_not_so_yet_does_not_lead(text: str, first: str) -> None:
    found = candidates(guide(), text, _facts("den_haag vo")).candidates
    assert found[0].signal.id == first


@pytest.mark.parametrize(
    "text", ["Niet op vakantie hoor, gewoon griep", "geen vakantie, ze is ziek"]
)
def test_a_holiday_that_is_denied_is_no_thought_of_the_first_three(text: str) -> None:
    found = candidates(guide(), text, _facts("den_haag vo")).candidates
    assert "vakantie_genoemd" not in {each.signal.id for each in found[:3]}

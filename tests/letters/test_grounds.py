"""Leerplicht and DUO write or read nothing before a step that gives ground, however one gets there.

Every place is looked at: from each beginning, over every arrow and every door to another route,
and with the steps a door or a signal says were done before. Facts are left out of account, so
more ways are tried than a walk can take.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

import pytest

from routeboek_tui.core.flow import Edge, Flow, Jump
from routeboek_tui.core.letter import FieldKind, Letter
from routeboek_tui.library.content import Library

OFFICES = {"leerplicht", "duo"}

GROUNDS: Mapping[str, Mapping[str, str]] = {
    "ziekteverzuim": {
        "duo_melding": "the school reports",
        "advies_driehoek": "the overleg advises the Driehoeksoverleg, where leerplicht sits",
        "beroep_vrijstelling": "the parents claim exemption, which leerplicht handles",
    },
    "zonder_schoolinschrijving": {
        "toezicht_op_aanmelding": "absolute absence reaches leerplicht by itself",
        "vrijstelling_overwogen": "a pupil without a school, and exemption is at hand",
    },
    "met_schoolinschrijving_po": {
        "duo_melding_16_uur_po": "the school reports",
        "luxe_verzuim_po": "the school reports",
    },
    "met_schoolinschrijving_vo": {
        "duo_melding_16_uur": "the school reports",
        "onderzoek_leerplicht_vo": "leerplicht has received a report",
    },
    "met_schoolinschrijving_vo_2024": {"duo_melding_16_uur": "the school reports"},
    "noord_kennemerland": {
        "duo_melding_relatief": "the school reports",
        "ongeoorloofde_uren_melden_nk": "the school reports",
        "duo_melding_langdurig": "the school reports",
        "duo_melding_geen_contact": "the school reports",
        "luxeverzuim": "the school reports",
        "te_laat_15": "the school reports",
        "zorgwekkend_verzuim": "the school reports",
        "melden_bij_duo_nk": "the school reports",
        "absoluut_verzuim_melden": "the school tells leerplicht of a pupil without a school",
        "vrijstelling_inschrijving": "the parents ask for exemption",
        "afspraken_voor_vertrek": "the school brings parents and leerplicht together",
        "schorsing_melden_leerplicht": "leerplicht hears of a first suspension at once",
        "verwijdering": "leerplicht is involved in a removal",
        "verlof_leerplicht": "leave beyond ten days is for leerplicht to decide",
        "onderzoek_leerplicht_nk": "leerplicht has received a report",
        "proces_verbaal": "leerplicht itself acts against the parents or the pupil",
    },
    "triage": {
        "luxe_verzuim_vo": "the school reports",
        "verwijdering_haaglanden": "the school reports a removal",
    },
}
"""Per route the steps from which leerplicht may know of the pupil, and why."""

NAMELESS = {
    "leerplicht_anoniem",
    "pozo",
    "plaatsingstafel",
    "adviestafel",
    "doorbraaktafel",
    "managers",
    "eigen_organisatie",
    "regisseur",
    "ecz",
    "fst",
    "veilig_thuis",
}
"""Readers who get a case without the pupil."""


def without(flow: Flow, gates: Collection[str]) -> frozenset[str]:
    """The steps a walk from the beginning of ``flow`` can come to before it passes a gate."""
    reached, todo = set[str](), [flow.start]
    while todo:
        step = todo.pop()
        if step not in reached and step not in gates:
            reached.add(step)
            todo += [edge.to for _, edge in flow.steps[step].ways()]
    return frozenset(reached)


def beyond(flow: Flow) -> frozenset[str]:
    """The steps of ``flow`` that are a ground or lie behind one: whoever was there, had it."""
    return frozenset(flow.steps) - without(flow, GROUNDS[flow.id])


class Place(NamedTuple):
    """A step on a route, and whether leerplicht had its ground by then."""

    flow: str
    step: str
    grounded: bool


class Grounds:
    """Every place a walk can come to, and every time steps are said to be done."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.places: set[Place] = set()
        self.told: set[tuple[frozenset[str], bool]] = set()
        self._implied = frozenset[str]().union(*map(beyond, library.flows.values()))
        self._todo = [Place(flow.id, flow.start, False) for flow in library.flows.values()]
        for edge in self._from_elsewhere():
            route, _, step = edge.to.partition("/")
            grounded = self._tell(edge, False)
            flows = self._flows(Jump(route, step))
            self._todo += [Place(flow.id, step, grounded) for flow in flows]
        while self._todo:
            self._visit(self._todo.pop())

    def _from_elsewhere(self) -> Iterator[Edge]:
        edges = [edge for signal in self.library.signals.values() for edge in signal.goto]
        edges += [edge for pair in self.library.together.values() for edge in pair.goto]
        yield from (edge for edge in edges if "/" in edge.to)

    def _flows(self, jump: Jump) -> list[Flow]:
        every = self.library.flows.values()
        return [f for f in every if f.route == jump.route and jump.step in f.steps]

    def _tell(self, edge: Edge, grounded: bool) -> bool:
        grounded = grounded or bool(self._implied & set(edge.done))
        if edge.done:
            self.told.add((frozenset(edge.done), grounded))
        return grounded

    def _visit(self, place: Place) -> None:
        step = self.library.flows[place.flow].steps[place.step]
        grounded = place.grounded or place.step in GROUNDS[place.flow]
        here = place._replace(grounded=grounded)
        if here in self.places:
            return
        self.places.add(here)
        if step.jump:
            flows = self._flows(step.jump)
            assert flows, f"{place.flow}: no route behind {step.id}"
            self._todo += [Place(flow.id, step.jump.step, grounded) for flow in flows]
        for _, edge in step.ways():
            self._todo.append(Place(place.flow, edge.to, self._tell(edge, grounded)))

    def too_early(self, letter: Letter) -> set[str]:
        """The places where ``letter`` would exist without a ground."""
        steps = set(letter.steps)
        found = {f"{p.flow}/{p.step}" for p in self.places if p.step in steps and not p.grounded}
        return found | {f"done: {sorted(d)}" for d, g in self.told if d & steps and not g}


@pytest.fixture(scope="module")
def grounds(library: Library) -> Grounds:
    return Grounds(library)


def office(letter: Letter) -> bool:
    """Whether ``letter`` is of leerplicht, or goes to leerplicht or DUO."""
    return letter.sender == "leerplicht" or bool(OFFICES & set(letter.readers))


def test_the_grounds_are_steps_of_their_routes(library: Library) -> None:
    assert set(GROUNDS) == set(library.flows)
    for flow, steps in GROUNDS.items():
        assert set(steps) <= set(library.flows[flow].steps), flow


def test_every_step_is_looked_at(grounds: Grounds, library: Library) -> None:
    seen = {(place.flow, place.step) for place in grounds.places}
    assert {(f.id, step) for f in library.flows.values() for step in f.steps} == seen


def test_no_letter_of_or_to_leerplicht_or_duo_without_a_ground(
    grounds: Grounds, library: Library
) -> None:
    letters = [letter for letter in library.letters.values() if office(letter)]
    assert len(letters) > len(library.letters) // 4
    assert {each.id: where for each in letters if (where := grounds.too_early(each))} == {}


def test_a_letter_that_comes_too_early_is_found(grounds: Grounds, library: Library) -> None:
    letter = library.letters["afsprakenbrief"]
    assert grounds.too_early(replace(letter, steps=("mdo_jes",)))
    assert grounds.too_early(replace(letter, steps=("gesprek_vo",)))


def test_letters_of_the_sickness_half_need_the_report_itself(library: Library) -> None:
    """A letter whose ground does not lie beyond the Driehoeksoverleg exists after a DUO report."""
    flow = library.flows["ziekteverzuim"]
    exempting = frozenset(flow.steps) - without(flow, ("advies_driehoek", "beroep_vrijstelling"))
    assert {"akkoord_driehoek", "driehoeksoverleg", "oordeel_sma_arts", "vrijstelling"} < exempting
    unreported = without(flow, ("duo_melding",))
    for letter in filter(office, library.letters.values()):
        steps = set(letter.steps) & flow.steps.keys()
        if not steps <= exempting:
            assert not steps & unreported, letter.id


def test_readers_without_a_name_may_read_none(library: Library) -> None:
    forbidden = {FieldKind.IDENTIFICATION, FieldKind.CONTACT, FieldKind.CONSENT, FieldKind.MEDICAL}
    for name in NAMELESS:
        assert not forbidden & library.recipients[name].may.keys(), name


def test_the_mail_to_the_mwta_holds_initials_and_a_number_alone(library: Library) -> None:
    letters = [each for each in library.letters.values() if "mwta" in each.readers]
    assert [set(letter.fields) for letter in letters] == [{"initialen", "ot_nummer"}]


def test_no_letter_asks_for_anything_medical(library: Library) -> None:
    assert {field.name for field in library.fields.values() if field.kind is FieldKind.MEDICAL} == (
        set()
    )
    may = {name for name, each in library.recipients.items() if FieldKind.MEDICAL in each.may}
    assert may == {"jgz", "sma_arts"}

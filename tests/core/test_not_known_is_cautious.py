"""Where an answer is not known, no way is shown on which somebody hears of the pupil for it."""

from pathlib import Path

import pytest

from routeboek_tui.core.flow import Step
from tests.known import guide, in_words
from tests.rows import each_row

LIBRARY = guide()

UP = {
    "alleen_wachtlijst", "intercollegiale_afstemming", "intern_advies", "eigen_manager",
    "afstemming_managers", "managers_po", "inzet_regisseur", "opschalen",
}  # fmt: skip
"""Steps at which a case goes up."""

ALLOWED = {
    ("met_schoolinschrijving_vo", "alleen_wachtlijst"): "that there is ground was said before",
    ("noord_kennemerland", "relatief_verzuim"): "the other way reports more",
    ("noord_kennemerland", "schorsen_of_verwijderen"): "every way reports",
    ("noord_kennemerland", "soort_verzuim"): "it says what to ask and agree before a report",
    ("noord_kennemerland", "ziekte_drempel_nk"): "it reports nothing",
    ("noord_kennemerland", "ook_ongeoorloofd"): "the hours are counted before they are reported",
    ("noord_kennemerland", "ook_ongeoorloofd_gemeld_nk"): "it was reported before",
    ("noord_kennemerland", "duo_melding_relatief"): "it was reported before",
    ("noord_kennemerland", "zorgen_zonder_plan"): "it was reported before",
    ("zonder_schoolinschrijving", "leerplichtig"): "leerplicht asks it itself",
    ("zonder_schoolinschrijving", "absoluut_verzuim"): "leerplicht asks it itself",
    ("zonder_schoolinschrijving", "vrijstelling_overwogen"): "leerplicht asks it itself",
    ("zonder_schoolinschrijving", "nieuwkomer"): "leerplicht asks it itself",
}

ASSUMING = [
    pytest.param(flow.id, step, id=f"{flow.id}-{step.id}")
    for flow in LIBRARY.flows.values()
    for step in flow.steps.values()
    if step.assume and flow.route != "triage" and (flow.id, step.id) not in ALLOWED
]


REPORTED_BEFORE = {"langdurig_verzuim_vo"}
"""Steps that report again what was reported, and only where it goes on."""


def heavy(flow: str) -> set[str]:
    """The steps that report a pupil, and those at which a case goes up."""
    gates = in_words(Path("content/gronden.yaml"))["grounds"].get(flow) or {}
    return UP | {step for step, gate in gates.items() if not gate.get("behind")} - REPORTED_BEFORE


@each_row(("flow", "step"), ASSUMING)
def test_what_is_not_known_reports_and_escalates_nothing(flow: str, step: Step) -> None:
    taken = step.choice(step.assume)
    first = {edge.to for edge in (*taken.edges, *taken.alongside)}
    assert not first & heavy(flow), (step.id, step.assume)


def test_every_step_at_which_a_case_goes_up_is_one_of_the_guide() -> None:
    steps = {name for flow in LIBRARY.flows.values() for name in flow.steps}
    assert steps >= UP

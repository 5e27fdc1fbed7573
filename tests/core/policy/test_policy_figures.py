"""Every figure a policy names is the one it reckons with: another value turns its answer there."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from routeboek_tui.core.figures import Figures
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy import afwezigheid, age, registry
from routeboek_tui.core.policy.verdict import Verdict
from tests.known import KNOWLEDGE
from tests.rows import each_row

TODAY = date(2026, 11, 23)
Probe = Callable[[int, Knowledge], bool]
"""Whether the border is reached at a count."""


def _of(policy: str, name: str, sector: str = "", **others: str) -> Probe:
    def reached(count: int, knowledge: Knowledge) -> bool:
        given = {**others, name: str(count)}
        return _verdict(policy, given, sector, knowledge).choice == "ja"

    return reached


def _verdict(policy: str, given: dict[str, str], sector: str, knowledge: Knowledge) -> Verdict:
    return registry.STEPS[policy].verdict(given, {"sector": sector}, TODAY, knowledge)


def _late(choice: str) -> Probe:
    def reached(count: int, knowledge: Knowledge) -> bool:
        rungs = registry.STEPS["te_laat"].choices
        found = _verdict("te_laat", {"keren": str(count)}, "", knowledge).choice
        return rungs.index(found) >= rungs.index(choice)

    return reached


def _older(count: int, knowledge: Knowledge) -> bool:
    return age.group(date(TODAY.year - count, 1, 1), TODAY, knowledge) == "vanaf_12"


def _absent(count: int, knowledge: Knowledge) -> bool:
    first = TODAY - timedelta(weeks=count)
    return afwezigheid.vier_weken(first, TODAY, knowledge).choice == "ja"


def _born(count: int) -> dict[str, str]:
    return {"geboortedatum": date(TODAY.year - count, 1, 1).isoformat()}


def _begun(count: int, knowledge: Knowledge) -> bool:
    return _verdict("leerplichtig", _born(count), "", knowledge).choice == "ja"


def _over(count: int, knowledge: Knowledge) -> bool:
    return _verdict("leerplichtig", _born(count), "", knowledge).choice != "ja"


def _settled(count: int, knowledge: Knowledge) -> bool:
    return _verdict("leerplichtig", _born(count), "", knowledge).choice == "nee"


def _long_here(count: int, knowledge: Knowledge) -> bool:
    given = {"aankomst": _born(count)["geboortedatum"]}
    return _verdict("nieuwkomer", given, "", knowledge).choice == "nee"


def _lasting(count: int, knowledge: Knowledge) -> bool:
    first = TODAY - timedelta(weeks=count)
    return _verdict("langdurig", {"eerste_dag": first.isoformat()}, "", knowledge).choice == "ja"


def _outside(count: int, knowledge: Knowledge) -> bool:
    """Whether the last reports lie further apart than the school weeks."""
    given = {"meldingen": "4", "weken": str(count), "vakantieweken": "0", "achtereen": "0"}
    return _verdict("zorgwekkend_ziekteverzuim", given, "vo", knowledge).choice == "nee"


def _grown_out(sector: str) -> Probe:
    """Whether a pupil is too old for a kind of school."""
    return lambda years, knowledge: age.sector(years, TODAY, knowledge) != sector


def _sppoh(name: str, **others: str) -> Probe:
    def reached(count: int, knowledge: Knowledge) -> bool:
        given = {**others, name: str(count)}
        notes = _verdict("zorgwekkend_ziekteverzuim", given, "po", knowledge).notes
        return any("is hier gehaald" in note for note in notes)

    return reached


def _sppoh_outside(count: int, knowledge: Knowledge) -> bool:
    given = {"vakantieweken": "0", "achtereen": "0", "meldingen": "4"}
    return not _sppoh("weken", **given)(count, knowledge)


SICK = "zorgwekkend_ziekteverzuim"
REACHED: dict[str, tuple[Probe, int]] = {
    # The probe, and a value that is not the real one.
    "ziekte_po_meldingen": (_of(SICK, "meldingen", "po", dagen="1"), 101),
    "ziekte_po_schooldagen": (_of(SICK, "dagen", "po", meldingen="1"), 103),
    "ziekte_vo_melding": (_of(SICK, "meldingen", "vo", weken="0"), 107),
    "ziekte_vo_achtereen": (_of(SICK, "achtereen", "vo", meldingen="1"), 109),
    "ziekte_sppoh_meldingen": (_sppoh("meldingen", weken="0", achtereen="0"), 113),
    "ziekte_sppoh_achtereen": (_sppoh("achtereen", meldingen="1"), 127),
    "ongeoorloofd_uren": (_of("zestien_uur", "lesuren"), 131),
    "te_laat_leerkracht": (_late("vanaf_3"), 2),
    "te_laat_leerkracht_opnieuw": (_late("vanaf_6"), 7),
    "te_laat_directeur": (_late("vanaf_9"), 11),
    "te_laat_brief": (_late("vanaf_12"), 13),
    "te_laat_melding": (_late("vanaf_15"), 137),
    "ziekte_nk_dagdelen": (_of("ziekteverzuim_nk", "dagdelen"), 139),
    "ziekte_nk_melding": (_of("ziekteverzuim_nk", "meldingen"), 149),
    "leeftijd_meepraten": (_older, 17),
    "geoorloofd_afwezig_weken": (_absent, 47),
    "langdurig_relatief_weken": (_lasting, 43),
    "leerplicht_begin": (_begun, 11),
    "leerplicht_einde": (_over, 13),
    "kwalificatieplicht_einde": (_settled, 29),
    "schakelklas_jaren": (_long_here, 5),
}
PASSED: dict[str, tuple[Probe, int]] = {
    # Reached only beyond the value itself.
    "ziekte_vo_schoolweken": (_outside, 151),
    "ziekte_sppoh_schoolweken": (_sppoh_outside, 157),
    "po_leeftijd": (_grown_out("po"), 12),
    "vo_leeftijd": (_grown_out("vo"), 23),
    "ziekte_nk_achtereen": (_of("ziekteverzuim_nk", "achtereen"), 163),
}
SAID = {"ongeoorloofd_weken": ("zestien_uur", {"lesuren": "1"}, "honderdzevenenzestig weken", 167)}
"""Said, and not reckoned with: the user counts within the window."""


def changed(name: str, value: int) -> Knowledge:
    """The knowledge of the guide with another value for one figure."""
    entries = tuple(replace(each, value=value) for each in KNOWLEDGE.figures.entries[name])
    return replace(KNOWLEDGE, figures=Figures({**KNOWLEDGE.figures.entries, name: entries}))


@each_row("name", [*REACHED, *PASSED])
def test_the_answer_turns_at_the_figure(name: str) -> None:
    probe, value = {**REACHED, **PASSED}[name]
    assert value != KNOWLEDGE.value(name, TODAY)
    knowledge = changed(name, value)
    border = value + (name in PASSED)
    assert [probe(count, knowledge) for count in (border - 1, border)] == [False, True]


@pytest.mark.parametrize("name", SAID)
def test_what_is_only_said_is_said_anew(name: str) -> None:
    policy, given, words, value = SAID[name]
    (line,) = _verdict(policy, given, "", changed(name, value)).arithmetic
    assert words in line
    assert "vier weken" not in line


def test_every_figure_of_a_policy_is_tried() -> None:
    named = {name for rule in registry.STEPS.values() for name in rule.figures}
    assert {*REACHED, *PASSED, *SAID} == named | set(registry.FACTS)


@each_row("policy", registry.STEPS)
def test_a_policy_needs_no_other_figures_than_it_names(policy: str) -> None:
    rule = registry.STEPS[policy]
    known = {name: KNOWLEDGE.figures.entries[name] for name in rule.figures}
    knowledge = replace(KNOWLEDGE, figures=Figures(known))
    day = (TODAY - timedelta(days=40)).isoformat()
    given = {
        name: day if name in {"data", "eerste_ziektedag", "geboortedatum"} else "9"
        for name in rule.inputs
    }
    for sector in ("po", "vo", ""):
        verdict = rule.verdict(given, {"sector": sector}, TODAY, knowledge)
        assert verdict.arithmetic or verdict.notes
    assert all(rule.asked(name, TODAY, knowledge) for name in rule.inputs)

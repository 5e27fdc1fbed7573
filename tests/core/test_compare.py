"""Two editions of a route compared: every kind of difference, and none where there is none."""

import pytest
from msgspec.structs import replace

from routeboek_tui.core.compare import compare, ways
from routeboek_tui.core.figures import Unit
from routeboek_tui.core.flow import (
    Action,
    Certainty,
    Choice,
    Edge,
    Flow,
    Jump,
    Kind,
    Seat,
    Source,
    Step,
)
from routeboek_tui.core.terms.term import Term
from routeboek_tui.library.content import Library
from tests.rows import each_row

STEP = Step(
    "vraag", Kind.QUESTION, "school",
    choices=(Choice("ja", (Edge("einde"),)), Choice("nee", (Edge("einde", {"sector": ("po",)}),))),
    actions=(Action("bellen"), Action("melden", "jgz", Term(Unit.WEEK, 4))),
    needs=("sector",),
    table=(Seat("school"), Seat("ouders")),
    sources=(Source("schema", "vak 1"),),
)  # fmt: skip
END = Step("einde", Kind.OUTCOME, "school")
OLD = Flow("oud", "toen", "vraag", {"vraag": STEP, "einde": END}, route="proef")


def with_step(step: Step) -> Flow:
    return replace(OLD, id="nieuw", steps={**OLD.steps, "vraag": step})


def test_the_same_flow_has_no_differences(library: Library) -> None:
    for flow in library.flows.values():
        found = compare(flow, replace(flow, id="anders", edition="anders"))
        assert not found
        assert found.details == ()


def test_steps_that_came_and_went() -> None:
    extra = Step("extra", Kind.ACTION, "jgz", edges=(Edge("einde"),))
    new = replace(OLD, steps={"vraag": STEP, "extra": extra}, start="extra")
    found = compare(OLD, new)
    assert [step.id for step in found.steps.added] == ["extra"]
    assert [step.id for step in found.steps.removed] == ["einde"]
    assert found.start
    assert found


def test_swapping_the_editions_swaps_what_came_and_went() -> None:
    new = with_step(replace(STEP, actions=STEP.actions[:1]))
    there, back = compare(OLD, new).details[0], compare(new, OLD).details[0]
    assert there.actions.removed == back.actions.added == (STEP.actions[1],)


@each_row(
    ("parts", "differs"),
    [
        ({"actor": "jgz"}, "actor"),
        ({"kind": Kind.DECISION}, "kind"),
        ({"policy": "drempel"}, "policy"),
        ({"inferred": True}, "inferred"),
        ({"jump": Jump("ander", "stap")}, "jump"),
        ({"needs": ()}, "needs"),
        ({"table": (Seat("school"),)}, "table"),
        ({"sources": (Source("schema", "vak 2"),)}, "sources"),
        ({"actions": (Action("bellen"), Action("melden"))}, "actions"),
        ({"choices": STEP.choices[:1]}, "choices"),
        ({"choices": (replace(STEP.choices[0], parallel=True), STEP.choices[1])}, "choices"),
    ],
)
def test_everything_of_a_step_is_looked_at(parts: dict[str, object], differs: str) -> None:
    (change,) = compare(OLD, with_step(replace(STEP, **parts))).details  # type: ignore[arg-type]
    assert getattr(change, differs)
    others = {"actor", "kind", "policy", "inferred", "jump", "needs", "table", "sources", "actions"}
    assert not any(getattr(change, other) for other in others - {differs})


@pytest.mark.parametrize(
    "action",
    [
        Action("melden", "school", Term(Unit.WEEK, 4)),
        Action("melden", "jgz", Term(Unit.WEEK, 6)),
        Action("melden", "jgz"),
        Action("melden", "jgz", Term(Unit.WEEK, 4), {"sector": ("vo",)}),
    ],
)
def test_an_action_with_another_actor_term_or_condition_is_changed(action: Action) -> None:
    (change,) = compare(OLD, with_step(replace(STEP, actions=(STEP.actions[0], action)))).details
    (pair,) = change.actions.changed
    assert (pair.before, pair.after) == (STEP.actions[1], action)
    assert change.actions.added == change.actions.removed == ()


def test_an_arrow_keeps_its_name_when_its_condition_or_certainty_changes() -> None:
    edge = Edge("einde", {"sector": ("vo",)}, Certainty.READING, ("x",))
    new = with_step(replace(STEP, choices=(STEP.choices[0], Choice("nee", (edge,)))))
    (change,) = compare(OLD, new).details
    (pair,) = change.ways.changed
    assert pair.after.edge is edge
    assert not change.choices


def test_an_arrow_that_leads_elsewhere_came_and_went() -> None:
    new = with_step(replace(STEP, choices=(STEP.choices[0], Choice("nee", (Edge("vraag"),)))))
    (change,) = compare(OLD, new).details
    assert [way.edge.to for way in change.ways.added] == ["vraag"]
    assert [way.edge.to for way in change.ways.removed] == ["einde"]


def test_of_arrows_with_one_name_only_the_odd_one_is_changed() -> None:
    po, vo = (Edge("einde", {"sector": (sector,)}) for sector in ("po", "vo"))
    old = with_step(replace(STEP, choices=(Choice("ja", (po, vo)),)))
    same = with_step(replace(STEP, choices=(Choice("ja", (vo, po)),)))
    assert not compare(old, same)
    sure = replace(vo, certainty=Certainty.INFERRED)
    (change,) = compare(old, with_step(replace(STEP, choices=(Choice("ja", (sure, po)),)))).details
    assert [pair.before.edge for pair in change.ways.changed] == [vo]


def test_the_real_editions_differ_both_ways(library: Library) -> None:
    old = library.flows["met_schoolinschrijving_vo_2024"]
    new = library.flows["met_schoolinschrijving_vo"]
    found = compare(old, new)
    kept = set(new.steps) & set(old.steps)
    assert {step.id for step in found.steps.added} == set(new.steps) - kept
    assert {step.id for step in found.steps.removed} == set(old.steps) - kept
    assert {change.after.id for change in found.details} <= kept
    for step in new.steps.values():
        assert [way.edge for way in ways(step)] == [edge for _, edge in step.ways()]

"""The comparison in words: a school reads who, what, when and where, and which words changed."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.map.compare_lines import Subject
from routeboek_tui.conversation.map.compare_view import (
    NOTHING,
    Change,
    ComparisonView,
    compare_editions,
    compare_view,
)
from routeboek_tui.core.figures import Unit
from routeboek_tui.core.flow import Certainty, Edge, Flow, Seat, Source
from routeboek_tui.core.terms.term import Term
from routeboek_tui.library.content import Library
from routeboek_tui.library.wording import ChoiceText

ROUTE = "ziekteverzuim"
Other: TypeAlias = Callable[..., ComparisonView]


def with_other(library: Library, flow: Flow, **words: object) -> Library:
    """The guide with another edition of the route; ``words`` are those of one step."""
    texts = dict(library.texts[ROUTE])
    if words:
        step = str(words.pop("step"))
        texts[step] = replace(texts[step], **words)  # type: ignore[arg-type]
    flow = replace(flow, id="anders")
    return replace(
        library,
        flows={**library.flows, "anders": flow},
        texts={**library.texts, "anders": texts},
    )


def lines(view: ComparisonView, step: str) -> dict[Subject, str]:
    (section,) = (each for each in view.sections if each.step == step)
    return {line.about: line.said for line in section.lines}


@pytest.fixture
def changed(library: Library) -> Other:
    """The route compared with one in which ``step`` is different."""

    def compared(step: str, **parts: object) -> ComparisonView:
        flow = library.flows[ROUTE]
        new = replace(flow.steps[step], **parts)  # type: ignore[arg-type]
        other = with_other(library, replace(flow, steps={**flow.steps, step: new}))
        return compare_view(other, ROUTE, "anders")

    return compared


def test_the_same_edition_has_nothing_to_say(library: Library) -> None:
    view = compare_view(with_other(library, library.flows[ROUTE]), ROUTE, "anders")
    assert view.said == (NOTHING,)
    assert view.sections == ()


def test_who_is_said_in_words(changed: Other) -> None:
    said = lines(changed("gesprek_en_plan", actor="leerplicht"), "gesprek_en_plan")
    assert said[Subject.WHO].startswith("Aan zet is nu Leerplicht, eerst School")


def test_a_term_an_action_and_a_seat_are_said(library: Library, changed: Other) -> None:
    step = library.flows[ROUTE].steps["gesprek_en_plan"]
    first, *rest = step.actions
    terms = replace(first, term=Term(Unit.WEEK, 4))
    said = lines(changed(step.id, actions=(terms, *rest)), step.id)
    assert "termijn nu binnen 4 weken, eerst geen termijn in de bron" in said[Subject.TERM]
    assert lines(changed(step.id, actions=tuple(rest)), step.id)[Subject.DO].startswith("Weg: ")
    seats = (*step.table, Seat("jgz", {"sector": ("po",)}))
    said = lines(changed(step.id, table=seats), step.id)
    assert said[Subject.TABLE] == "Erbij aan tafel: JGZ (alleen bij PO)."


def test_an_arrow_that_leads_elsewhere_is_one_line(changed: Other) -> None:
    to = Edge("mdo_jes", certainty=Certainty.READING)
    said = lines(changed("gesprek_en_plan", edges=(to,)), "gesprek_en_plan")
    assert said[Subject.ARROW].startswith("Daarna nu naar “Het MDO/JES”, eerst naar “Evaluatie")
    assert "zo lezen wij het" in said[Subject.ARROW]


def test_conditions_and_certainty_of_an_arrow_are_said(changed: Other) -> None:
    to = Edge("evaluatie_schoolplan", {"sector": ("vo",)}, Certainty.INFERRED)
    said = lines(changed("gesprek_en_plan", edges=(to,)), "gesprek_en_plan")[Subject.ARROW]
    assert "geldt nu alleen bij VO, eerst altijd" in said
    assert "door ons afgeleid" in said


def test_a_step_with_another_source_says_only_that(changed: Other) -> None:
    view = changed("gesprek_en_plan", sources=(Source("nk", "hoofdstuk 1"),))
    assert view.sections[0].only_source
    assert "Bij 1 stap is alleen de bron anders." in view.said


def test_other_words_are_told_where_the_flow_is_the_same(library: Library) -> None:
    old = library.texts[ROUTE]["drempel"]
    choices = {**old.choices, "ja": ChoiceText("Ja hoor")}
    other = with_other(
        library, library.flows[ROUTE],
        step="drempel", title="De grens", question="Is de grens gehaald?", choices=choices,
    )  # fmt: skip
    (section,) = compare_view(other, ROUTE, "anders").sections
    said = " ".join(line.said for line in section.lines)
    assert section.change is Change.CHANGED
    assert "De titel is nu “De grens”, eerst “Drempel ziekteverzuim”." in said
    assert "De vraag is nu “Is de grens gehaald?”" in said
    assert "Een keuze is nu “Ja hoor”" in said


def test_hostile_words_stay_one_line(library: Library) -> None:
    other = with_other(
        library, library.flows[ROUTE], step="drempel", title="\x1b[31m{{7*7}}\n#set text()"
    )
    (section,) = compare_view(other, ROUTE, "anders").sections
    assert not {"\x1b", "\n"} & set("".join(line.said for line in section.lines))
    assert "{{7*7}}" in section.title


def test_the_real_editions(library: Library) -> None:
    view = compare_view(library, "met_schoolinschrijving_vo_2024", "met_schoolinschrijving_vo")
    headings = [section.heading for section in view.sections]
    assert any(heading.startswith("Nieuwe stap: ") for heading in headings)
    assert any(heading.startswith("Vervallen stap: ") for heading in headings)
    flow = library.flows["met_schoolinschrijving_vo"]
    assert {section.step for section in view.sections if section.change is Change.ADDED} <= set(
        flow.steps
    )
    for section in view.sections:
        assert section.lines
        for line in section.lines:
            assert line.said.endswith((".", ")"))
            assert "{" not in line.said


def test_editions_compare_what_both_have(library: Library) -> None:
    found = compare_editions(library, "vo-2024", "vo-nieuw")
    assert [(view.old, view.new) for view in found.routes] == [
        ("met_schoolinschrijving_vo_2024", "met_schoolinschrijving_vo")
    ]
    assert any("Zonder schoolinschrijving" in name for name in found.only_new)


@pytest.mark.parametrize("names", [("ziekteverzuim", "nergens"), ("nergens", "ziekteverzuim")])
def test_a_name_that_is_none_is_an_error(library: Library, names: tuple[str, str]) -> None:
    with pytest.raises(KeyError):
        compare_view(library, *names)
    with pytest.raises(KeyError):
        compare_editions(library, *names)

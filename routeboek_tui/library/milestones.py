"""Decodes the days that follow from one day that is known."""

from collections.abc import Mapping
from datetime import date

from routeboek_tui.core.figures import Figures
from routeboek_tui.core.terms.milestone import ROUNDED, UNITS, Milestone, Milestones, Start
from routeboek_tui.library.cautions import OR, sources_of
from routeboek_tui.library.conditions import read_when
from routeboek_tui.library.node import Node, read_yaml, text_of, texts_of
from routeboek_tui.library.pages import Names, check_words, named
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.source import Claim
from routeboek_tui.library.ways import right

FILE = "content/dagen.yaml"

_PARTS = (
    "title", "since", "figure", "beyond", "rounded", "full", "how", "steps", "when",
    "facts", "sources", "not_after", "limits", "first_time",
    "unless", "told_until", "if_told", "passed", "lent",
)  # fmt: skip


def read_milestones(  # noqa: PLR0913, PLR0917 - a day, and all it names
    text: str, file: str, problems: list[Problem], names: Names, claims: Mapping[str, Claim],
    figures: Figures, on: date,
) -> Milestones:  # fmt: skip
    """The days, and those from which they follow."""
    check_words(text, file, names.words, problems)
    top = read_yaml(text, file, problems)
    whole = top.fields("De lijst van dagen", ("starts", "days"), ("starts", "days"))
    known = dict(whole["starts"].items("starts")) if "starts" in whole else {}
    starts = {name: _start(name, node, known, names) for name, node in known.items()}
    found = {}
    for name, node in whole["days"].items("days") if "days" in whole else ():
        what = f"De dag “{name}”"
        parts = node.fields(what, _PARTS, ("title", "since", "how"))
        figure = _figure(parts, "figure", figures, on)
        found[name] = Milestone(
            id=name,
            title=text_of(parts, "title"),
            since=parts["since"].one_of("De begindag", starts) if "since" in parts else "",
            figure=figure,
            beyond=int("beyond" in parts and parts["beyond"].flag("beyond")),
            rounded=parts["rounded"].one_of("De afronding", ROUNDED) if "rounded" in parts else "",
            how=text_of(parts, "how"),
            steps=named(parts, "steps", "De stap", names.steps),
            when=read_when(parts.get("when"), names.domains),
            sources=sources_of(node, what, parts, names, claims, own=False, otherwise=OR),
            full="full" in parts and parts["full"].flag("full"),
            not_after=named(parts, "not_after", "De stap", names.steps),
            limits=parts["limits"].one_of("De begindag", starts) if "limits" in parts else "",
            unless=named(parts, "unless", "De begindag", starts),
            told_until=_figure(parts, "told_until", figures, on),
            if_told="if_told" in parts and parts["if_told"].flag("if_told"),
            lent="lent" in parts and parts["lent"].flag("lent"),
            passed="passed" in parts and parts["passed"].flag("passed"),
            first_time="first_time" in parts and parts["first_time"].flag("first_time"),
        )
    return Milestones(starts, found)


_START_PARTS = (
    "word", "phrases", "once", "ahead", "last", "answer", "until", "on", "twice", "unless",
    "meeting", "after", "to_come",
)  # fmt: skip


def _start(name: str, node: Node, known: Mapping[str, Node], names: Names) -> Start:
    parts = node.fields(f"De begindag “{name}”", _START_PARTS, ("word",))
    start = Start(
        text_of(parts, "word"),
        texts_of(parts, "phrases"),
        "once" in parts and parts["once"].flag("once"),
        "ahead" in parts and parts["ahead"].flag("ahead"),
        "last" in parts and parts["last"].flag("last"),
        _answer(parts["answer"], names) if "answer" in parts else "",
        parts["until"].one_of("De begindag", known) if "until" in parts else "",
        texts_of(parts, "on"),
        "twice" in parts and parts["twice"].flag("twice"),
        texts_of(parts, "unless"),
        text_of(parts, "meeting"),
        texts_of(parts, "after"),
        text_of(parts, "to_come"),
    )
    for way in (*start.said, *start.on, *start.unless, *start.after):
        if not right(way):
            node.problem(f"De manier van zeggen “{way}” is niet te lezen.")
    return start


def _answer(node: Node, names: Names) -> str:
    """A step and its choice: "step=choice"."""
    said = node.text("answer")
    node.named("De stap", said.partition("=")[0], tuple(names.steps))
    return said


def _figure(parts: Mapping[str, Node], part: str, figures: Figures, on: date) -> str:
    """The figure that a part names; "" where it names none that exists."""
    name = text_of(parts, part)
    if part in parts:
        _check_figure(parts[part], name, figures, on)
    return name if name in figures else ""


def _check_figure(node: Node, name: str, figures: Figures, on: date) -> None:
    if not node.named("Het cijfer", name, tuple(figures)):
        return
    if figures.figure(name, on).unit not in UNITS:
        node.problem(f"Het cijfer “{name}” telt niets waarmee je een dag uitrekent.")

"""Decodes what has to be done at a step, and by when."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from routeboek_tui.core.facts import Scheme
from routeboek_tui.core.figures import Figures
from routeboek_tui.core.flow import Action
from routeboek_tui.core.terms.term import DIRECT, UNITS, Term, term_of
from routeboek_tui.library.conditions import read_when
from routeboek_tui.library.node import Node, texts_of
from routeboek_tui.library.seats import Sitting
from routeboek_tui.text.spelling import suggestion

_TERMS = ", ".join(UNITS)

MAY = (
    "id", "actor", "term", "since", "after", "aim", "latest", "when", "unless", "until", "once",
    "not_after",
)  # fmt: skip
"""What can be said of an action."""


class Known(Struct, frozen=True):
    """The names a flow may use; ``regions`` are those of the editions.

    ``tafels`` says by its name who sits at a table of the book.
    """

    actors: frozenset[str]
    sources: frozenset[str]
    regions: Mapping[str, str]
    words: frozenset[str]
    scheme: Scheme
    figures: Figures
    on: date
    tafels: Mapping[str, tuple[Sitting, ...]] = field(default_factory=dict)


def read_actions(node: Node | None, known: Known) -> tuple[Action, ...]:
    """What has to be done at a step."""
    actions = []
    for item in node.nodes("actions") if node else ():
        if item.value.id == "scalar":
            actions.append(Action(item.text("actions")))
            continue
        parts = item.fields("Deze actie", MAY, ("id",))
        actions.append(
            Action(
                id=parts["id"].text("id") if "id" in parts else "",
                actor=parts["actor"].one_of("De actor", known.actors) if "actor" in parts else "",
                term=read_term(parts, known),
                when=read_when(parts.get("when"), known.scheme.domains),
                unless=read_when(parts.get("unless"), known.scheme.domains),
                until=texts_of(parts, "until"),
                once=texts_of(parts, "once"),
                not_after=texts_of(parts, "not_after"),
            )
        )
    return tuple(actions)


def read_term(parts: Mapping[str, Node], known: Known) -> Term | None:
    """The term of an action, if it has one."""
    node = parts.get("term")
    if node is None:
        return None
    written = node.text("De termijn")
    term: Term | None = Term()
    if written != DIRECT:
        if written not in known.figures:
            near = suggestion(written, (DIRECT, *known.figures))
            node.problem(
                f"De termijn “{written}” is niet direct en ook geen naam van een cijfer.{near}"
            )
            return None
        term = term_of(known.figures.figure(written, known.on))
    if term is None:
        node.problem(f"Het cijfer “{written}” is geen termijn: het telt geen {_TERMS}.")
        return None
    dates = known.scheme.dates
    since = parts["since"].one_of("De datum", dates) if "since" in parts else ""
    after = parts["after"].one_of("Het moment", known.words) if "after" in parts else ""
    if since and after:
        node.problem("Een termijn loopt vanaf een datum (since) of een moment (after), niet beide.")
    aim = "aim" in parts and parts["aim"].flag("aim")
    latest = "latest" in parts and parts["latest"].flag("latest")
    if latest and (aim or not since):
        parts["latest"].problem(
            "Uiterlijk (latest) is alleen een termijn vanaf een datum (since),"
            " en geen streven (aim)."
        )
    return replace(term, since=since, after=after, aim=aim, latest=latest)

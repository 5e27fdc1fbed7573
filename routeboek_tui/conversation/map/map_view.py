"""The route as rows of text, from top to bottom, with the way so far marked in it.

Any face can show the rows as they are; :attr:`MapRow.plain` says a row in one line.
"""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.facts import may_hold
from routeboek_tui.core.flow import Certainty, Choice, Edge, Kind, Step
from routeboek_tui.core.trail import Trail, Visit
from routeboek_tui.text.enumeration import one_of

CERTAINTY_MARKS = {
    Certainty.SOURCE: "",
    Certainty.READING: "lezing",
    Certainty.INFERRED: "afgeleid",
}


class RowKind(StrEnum):
    """What a row of the map is."""

    PART = "part"
    STEP = "step"
    CHOICE = "choice"
    ONWARD = "onward"
    """Where a step leads that asks nothing."""


class Place(StrEnum):
    """Where a step stands, seen from where the walk is."""

    PASSED = "passed"
    TODO = "todo"
    """Passed, with something to do that no answer since says is done."""
    HERE = "here"
    MAYBE = "maybe"
    """Passed on some of the ways still possible."""
    AHEAD = "ahead"
    CLOSED = "closed"
    """Out of reach from here in this situation."""


PLACE_MARKS = {
    Place.PASSED: "✓",
    Place.TODO: "!",
    Place.HERE: "●",
    Place.MAYBE: "?",
    Place.AHEAD: "·",
    Place.CLOSED: "–",
}

PLACE_WORDS = {
    Place.PASSED: "gedaan",
    Place.TODO: "te doen",
    Place.HERE: "hier ben je",
    Place.MAYBE: "misschien",
    Place.AHEAD: "kan nog",
    Place.CLOSED: "kan niet meer",
}


WAY_MARKS = {
    "✓": "dit antwoord is gekozen",
    "?": "dit antwoord is misschien gekozen: je wist het nog niet",
    "·": "dit antwoord kan ook",
    "→": "waar het heen leidt",
}
"""What the marks before an answer and an arrow mean."""


class Arrow(Struct, frozen=True):
    """Where a row leads. ``when`` says under which facts, where those are not known yet."""

    to: str
    title: str
    certainty: str = ""
    when: str = ""
    alongside: bool = False

    @property
    def plain(self) -> str:
        """The arrow in words."""
        condition = f"{self.when}: " if self.when else ""
        beside = "tegelijk: " if self.alongside else ""
        certainty = f" ({self.certainty})" if self.certainty else ""
        return f"{beside}{condition}{self.title}{certainty}"


class MapRow(Struct, frozen=True):
    """One row of the map. ``taken`` marks a choice that was made, ``supposed`` one that may be.

    ``note`` says what there is to know about a step besides its place.
    """

    kind: RowKind
    text: str
    step: str = ""
    choice: str = ""
    place: Place = Place.AHEAD
    actor: str = ""
    who: str = ""
    arrows: tuple[Arrow, ...] = ()
    taken: bool = False
    supposed: bool = False
    note: str = ""

    @property
    def leads_to(self) -> str:
        """Every arrow of this row, in words."""
        return "; ".join(arrow.plain for arrow in self.arrows)

    @property
    def plain(self) -> str:
        """This row as one line of plain text."""
        if self.kind is RowKind.PART:
            return self.text
        if self.kind is RowKind.STEP:
            notes = ", ".join(each for each in (PLACE_WORDS[self.place], self.note) if each)
            return f"{PLACE_MARKS[self.place]} {self.who}: {self.text} ({notes})"
        if self.kind is RowKind.ONWARD:
            return f"    dan: {self.leads_to}"
        answer = "gekozen: " if self.taken else "misschien: " if self.supposed else ""
        return f"    {answer}{self.text}, dan: {self.leads_to}"


def rows(talk: Conversation) -> tuple[MapRow, ...]:
    """The whole route in order, part by part: each step with where it leads."""
    return tuple(_rows(talk))


def here(talk: Conversation) -> str:
    """The step the walk stands at."""
    return talk.trail.main.last.step


def _rows(talk: Conversation) -> Iterator[MapRow]:
    parts = {part.start: part.title for part in talk.flow.parts}
    within = reachable(talk)
    advice = talk.advice
    todo = frozenset(do.step for do in (*advice.now, *advice.alongside))
    for step in talk.flow.steps.values():
        if step.id in parts:
            yield MapRow(RowKind.PART, talk.say(parts[step.id]))
        place = _place(talk, step.id, within, todo)
        visits = [visit for visit in talk.trail.main.visits if visit.step == step.id]
        yield MapRow(
            RowKind.STEP,
            talk.say(talk.text(step.id).title),
            step.id,
            place=place,
            actor=step.actor,
            who=talk.word(step.actor),
            note=", ".join(
                (
                    *(
                        (PLACE_WORDS[Place.TODO],)
                        if place is Place.HERE and step.id in todo
                        else ()
                    ),
                    *_notes(step, visits, done=step.id in talk.answers.done),
                )
            ),
        )
        if step.edges:
            arrows = tuple(_arrows(talk, step.edges))
            yield MapRow(RowKind.ONWARD, "", step.id, place=place, arrows=arrows)
        for choice in step.choices:
            yield _choice_row(talk, step, choice, place, visits)


def _choice_row(
    talk: Conversation, step: Step, choice: Choice, place: Place, visits: list[Visit]
) -> MapRow:
    arrows = (
        *_arrows(talk, choice.edges, alongside=choice.parallel),
        *_arrows(talk, choice.alongside, alongside=True),
    )
    made = [visit for visit in visits if choice.id in visit.taken]
    return MapRow(
        RowKind.CHOICE,
        talk.say(talk.text(step.id).choices[choice.id].label),
        step.id,
        choice.id,
        place=place,
        arrows=arrows,
        taken=any(not visit.assumed for visit in made),
        supposed=any(visit.assumed for visit in made) or _open(talk.trail, step.id, choice.id),
    )


def _arrows(
    talk: Conversation, edges: tuple[Edge, ...], *, alongside: bool = False
) -> Iterator[Arrow]:
    """The arrows no known fact rules out."""
    for edge in edges:
        if not may_hold(edge.when, talk.situation):
            continue
        unknown = {fact: edge.when[fact] for fact in edge.when if not talk.situation.get(fact)}
        yield Arrow(
            edge.to,
            talk.say(talk.text(edge.to).title),
            CERTAINTY_MARKS[edge.certainty],
            ", ".join(_fact_words(talk, fact, values) for fact, values in unknown.items()),
            alongside,
        )


def _fact_words(talk: Conversation, fact: str, values: tuple[str, ...]) -> str:
    text = talk.library.facts[fact]
    shorts = one_of(text.choices[value].short for value in values)
    return f"bij {shorts}"


def _place(talk: Conversation, step: str, within: frozenset[str], todo: frozenset[str]) -> Place:
    if step == here(talk):
        return Place.HERE
    if talk.trail.main.reached(step) and talk.trail.certain(step):
        return Place.TODO if step in todo else Place.PASSED
    if talk.trail.possible(step):
        return Place.MAYBE
    return Place.AHEAD if step in within else Place.CLOSED


def _notes(step: Step, visits: list[Visit], *, done: bool) -> Iterator[str]:
    if step.kind is Kind.OUTCOME:
        yield "uitkomst"
    if any(visit.alongside for visit in visits):
        yield "loopt tegelijk"
    if done and not visits:
        yield "al gedaan"
    count = max((visit.visit for visit in visits), default=0)
    if count > 1:
        yield f"{count}e keer"


def _open(trail: Trail, step: str, choice: str) -> bool:
    """Whether this choice is taken on some way still possible, but is not the answer given."""
    return any(
        visit.assumed and visit.step == step and choice in visit.taken
        for branch in trail.branches
        for visit in branch.visits
    )


def reachable(talk: Conversation) -> frozenset[str]:
    """The steps some way still possible can come to from where it stands."""
    found: set[str] = set()
    for branch in talk.trail.branches:
        seen = {branch.last.step}
        todo = [branch.last.step]
        while todo:
            step = talk.step(todo.pop())
            for _, edge in step.ways():
                if edge.to not in seen and may_hold(edge.when, branch.situation):
                    seen.add(edge.to)
                    todo.append(edge.to)
        found |= seen
    return frozenset(found)

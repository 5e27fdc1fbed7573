"""The advice of a conversation as a document, and as data for another program."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice.advice_view import (
    MAYBE,
    NOW,
    PARTIAL,
    STUCK,
    AdviceView,
)
from routeboek_tui.conversation.advice.difference import Difference
from routeboek_tui.conversation.advice.groups import Group
from routeboek_tui.conversation.advice.not_to_do import AVOID as NOT_TO_DO
from routeboek_tui.conversation.advice.not_to_do import NOT
from routeboek_tui.conversation.advice.sequel import SEQUEL, Sequel, sequels
from routeboek_tui.conversation.advice.timeline import AGAIN, DATES, MISSED
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.near import ELSEWHERE, ELSEWHERE_DIFFERS
from routeboek_tui.conversation.view import answered, leading
from routeboek_tui.core.terms.words import NO_TERM
from routeboek_tui.library.wording import Reading
from routeboek_tui.text.document import Block, Document, Heading, Items, Paragraph, Run, Runs

TITLE = "Advies"
IN_SHORT = "In het kort"

AVOID = f"{NOT_TO_DO}:"
"""What stands above what not to do."""

NOTICE = "Gemaakt uit de antwoorden tot nu toe. Beslis zelf, en kijk bij twijfel in de bron."


def document(view: AdviceView, after: Iterable[Sequel] = ()) -> Document:
    """``view`` as a document, to be written in any format, with what comes ``after`` it."""
    return Document(TITLE, NOTICE, tuple(advice_blocks(view, after)))


def data(view: AdviceView) -> dict[str, Any]:
    """``view`` as plain values for JSON, with the names of its fields."""
    found: dict[str, Any] = msgspec.to_builtins(view)
    return found


def walk(talk: Conversation) -> dict[str, Any]:
    """Where a conversation stands and its advice, as plain values with stable names."""
    ask = talk.trail.ask
    door = talk.trail.door.step.split("/") if talk.trail.door else None
    return {
        "route": talk.flow.id,
        "edition": talk.flow.edition,
        "date": talk.today.isoformat(),
        "facts": dict(talk.situation),
        "safety": {
            "state": safety.state(talk),
            "dangers": list(talk.safety.dangers),
            "heard": list(talk.safety.heard),
            "called": list(talk.safety.called),
        },
        "dates": {fact: day.isoformat() for fact, day in talk.answers.dates.items()},
        "passed": [
            {
                "step": visit.step,
                "visit": visit.visit,
                "choices": list(visit.taken),
                "alongside": visit.alongside,
                "assumed": visit.assumed,
            }
            for visit in talk.trail.main.visits
        ],
        "ask": {"step": ask.step, "visit": ask.visit, "fact": ask.fact} if ask else None,
        "ended": talk.ended,
        "outcome": "" if talk.trail.doors else talk.advice.outcome,
        "provisional": talk.advice.provisional,
        "jump": {"route": door[0], "step": door[1]} if door else None,
        "advice": data(talk.view),
        "sequels": msgspec.to_builtins(tuple(sequels(talk))),
        "letters": [letter.id for letter in talk.letters],
        "letters_behind": [letter.id for letter in talk.letters if talk.behind(letter)],
    }


def group_runs(group: Group) -> tuple[Runs, ...]:
    """What there is to do in ``group``, one item each; the term stands with each or once."""
    once = len({todo.term for todo in group.todo}) == 1 and len(group.todo) > 1
    return tuple(
        (
            Run(f"{todo.who}: ", strong=True),
            Run(todo.text if once or not todo.term else f"{todo.text} ({term_word(todo.term)})"),
        )
        for todo in group.todo
    )


def group_term(group: Group) -> str:
    """The term all of ``group`` shares, as a sentence; "" when it stands with each."""
    terms = {todo.term for todo in group.todo} - {""}
    return f"Termijn: {terms.pop()}." if len(terms) == 1 and len(group.todo) > 1 else ""


def term_word(term: str) -> str:
    """``term`` as it stands between brackets."""
    return term if term == NO_TERM else f"termijn: {term}"


def advice_blocks(
    view: AdviceView, after: Iterable[Sequel] = (), *, everything: bool = False
) -> Iterator[Block]:
    """The advice from what to do now to where sources differ; empty parts are left out.

    What comes ``after`` each answer stands behind what is now. With ``everything`` also what
    sources of other regions and sectors say.
    """
    if view.unasked:
        yield _said(view.unasked)
    yield from _groups(NOW, view.danger)
    yield _said(_sentence(f"Route: {view.route}"))
    if view.assumed:
        yield _said(f"Vanaf wanneer dit geldt: {view.assumed}")
    if view.outcome:
        yield _said(_sentence(f"{view.outcome_word}: {view.outcome}"))
    if view.waiting:
        yield _said(f"Nog te beantwoorden: {view.waiting}")
    if view.partial:
        yield _said(PARTIAL)
    if view.stuck:
        yield _said(STUCK)
    yield from first_blocks(view)
    yield from _groups(view.heading, view.steps)
    yield from _groups("Tegelijk", view.alongside)
    yield from _list(NOT_TO_DO, (each.sourced for each in view.avoid))
    yield from _list(DATES, view.dates)
    yield from _list(AGAIN, view.again)
    for leg in view.legs:
        yield from _groups(f"Hiervoor, op de route {leg.route}", leg.groups)
    yield from _tables(view)
    yield from _list(
        "Nog uitzoeken",
        (
            f"{each.question} {each.find_out}"
            + (f" Vraag het aan: {', '.join(each.whom)}." if each.whom else "")
            for each in view.to_find_out
        ),
    )
    yield from _list("Brieven die nu kunnen", (f"{title} ({name})" for name, title in view.letters))
    yield from _list(SEQUEL, (each.words for each in after))
    yield from _groups(MAYBE, view.possible)
    yield from _groups("Dit hoort al gedaan te zijn", view.earlier)
    yield from _groups(MISSED, view.missed)
    yield from _list("Waarom dit advies", (answered(each.title, each.said) for each in view.why))
    yield from _list(
        "Wat zou het veranderen",
        (f"{answered(each.title, each.said)}. Dan: {each.leads_to}" for each in view.otherwise),
    )
    yield from _unsettled(view)
    yield from conflict_blocks(view.conflicts)
    if everything:
        yield from elsewhere_blocks(view)
    if not view.outcome or view.provisional:
        yield from _list("Nog mogelijke uitkomsten", view.outcomes)


def first_blocks(view: AdviceView) -> Iterator[Block]:
    """Who does what by when, in short, with the letter of each; and when to come back."""
    lines: dict[str, list[str]] = {"": []}
    for heading, deeds in view.first.apart:
        letters = (f". Brief: {deed.letter_word}" if deed.letter else "" for deed in deeds)
        lines[heading] = [f"{d.plain}{letter}" for d, letter in zip(deeds, letters, strict=True)]
    lines[""] += [f"{NOT}{each.words}" for each in view.first.avoid]
    for heading, each in lines.items():
        yield from _list(heading or IN_SHORT, each)
    yield from map(_said, view.first.closing)


def _unsettled(view: AdviceView) -> Iterator[Block]:
    yield from _list(
        "Waar de bron ruimte laat",
        (f"{leading(each.title)}{each.certainty}. {each.because}".strip() for each in view.unsure),
    )
    yield from reading_blocks(view.readings)


def reading_blocks(readings: Iterable[Reading]) -> Iterator[Block]:
    """Other ways to read a lost arrow, with the one the guide follows."""
    for reading in readings:
        yield Paragraph((Run(reading.about, strong=True),))
        options = (
            f"{option} (zo lezen wij het)" if option == reading.chosen else option
            for option in reading.options
        )
        yield Items(False, tuple((Run(option),) for option in options))
        yield _said(f"Waarom: {reading.because}")


def conflict_blocks(
    conflicts: Iterable[Difference], title: str = "Waar bronnen verschillen"
) -> Iterator[Block]:
    """Where sources disagree: what each says, and how the guide handles it."""
    for number, conflict in enumerate(conflicts):
        if not number:
            yield Heading(1, (Run(title),))
        yield Paragraph((Run(_sentence(conflict.about), strong=True),))
        yield Items(False, tuple((Run(f"{source}: {what}"),) for source, what in conflict.says))
        yield _said(f"Zo gaan wij ermee om: {conflict.handling}")


def elsewhere_blocks(view: AdviceView) -> Iterator[Block]:
    """The sources of other regions and sectors, and what they say otherwise."""
    groups = (*view.now, *view.alongside, *view.earlier, *view.possible)
    found = dict.fromkeys(f"{each.title}: {each.elsewhere}" for each in groups if each.elsewhere)
    yield from _list(ELSEWHERE, found)
    yield from conflict_blocks(view.elsewhere, ELSEWHERE_DIFFERS)


def _groups(title: str, groups: tuple[Group, ...]) -> Iterator[Block]:
    filled = [group for group in groups if group.todo]
    if filled:
        yield Heading(1, (Run(title),))
    for group in filled:
        yield Heading(2, (Run(group.title),))
        yield Items(False, group_runs(group))
        if group.avoid:
            yield _said(AVOID)
            yield Items(False, tuple((Run(each),) for each in group.avoid))
        yield from map(_said, group.notes)
        remarks = [group_term(group)]
        if group.letters:
            remarks.append(f"Brieven hierbij: {', '.join(name for _, name in group.letters)}.")
        remarks.append(f"Bron: {group.source}.")
        if group.certainty:
            remarks.append(f"De weg hierheen: {group.certainty}.")
        yield _said(" ".join(filter(None, remarks)))


def _tables(view: AdviceView) -> Iterator[Block]:
    if view.tables:
        yield Heading(1, (Run("Wie zit er aan tafel"),))
    for table in view.tables:
        yield _said(f"{table.title}: {', '.join(table.seats)}.")
        if table.bring:
            yield _said("Neem mee:")
            yield Items(False, tuple((Run(each),) for each in table.bring))


def _list(title: str, items: Iterable[str]) -> Iterator[Block]:
    found = tuple((Run(item),) for item in items)
    if found:
        yield Heading(1, (Run(title),))
        yield Items(False, found)


def _sentence(text: str) -> str:
    """``text`` with a point, where it does not end with a sign of its own."""
    return text if text.endswith(("?", ".", "!")) else f"{text}."


def _said(text: str) -> Paragraph:
    return Paragraph((Run(text),))

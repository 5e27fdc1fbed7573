"""Changing an earlier answer or a fact: choose another, see the bill, decide."""

from collections.abc import Callable
from dataclasses import replace

from textual.app import App

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import UNKNOWN_LABEL
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import DOMAINS, UNKNOWN
from routeboek_tui.tui.screens.bill import bill_screen
from routeboek_tui.tui.screens.info import InfoScreen
from routeboek_tui.tui.widgets.page import Item, styled

AGAIN = "again"
AGAIN_LABEL = "Ga terug naar deze vraag (dan kun je ook typen)"


def answer(
    app: App[None], talk: Conversation, step: str, visit: int, go: Callable[[Conversation], None]
) -> None:
    """Let the user give another answer to a visit of ``step``; ``go`` gets what comes of it."""
    answers, text = talk.answers, talk.text(step)
    given = answers.find(step, visit) or Answer(step, visit)
    flow_step = talk.step(step)
    simple = not any(choice.parallel for choice in flow_step.choices)
    choices = [
        (f"={choice.id}", _now(talk.say(text.choices[choice.id].label), choice.id in given.choices))
        for choice in flow_step.choices
        if simple
    ]
    choices.append(("=", _now(UNKNOWN_LABEL, given.unknown)))
    choices.append((AGAIN, AGAIN_LABEL))

    def changed(picked: str | None) -> None:
        if picked == AGAIN:
            kept = tuple(a for a in answers.steps if (a.step, a.visit) != (step, visit))
            propose(app, talk, replace(answers, steps=kept), go)
        elif picked:
            choice = picked.removeprefix("=")
            propose(app, talk, talk.change(step, visit, (choice,) if choice else ()), go)

    words = talk.say(text.question or text.title)
    app.push_screen(InfoScreen("Wijzig je antwoord", [Item(words)], choices), changed)


def fact(app: App[None], talk: Conversation, name: str, go: Callable[[Conversation], None]) -> None:
    """Let the user change the fact ``name``; ``go`` gets what comes of it."""
    answers, text = talk.answers, talk.library.facts[name]
    known = answers.facts.get(name)
    choices = [
        (f"={value}", _now(talk.say(text.choices[value].label), value == known))
        for value in DOMAINS[name]
    ]
    choices.append(("=", _now(UNKNOWN_LABEL, known == UNKNOWN)))
    choices.append((AGAIN, AGAIN_LABEL))

    def changed(picked: str | None) -> None:
        if picked == AGAIN:
            facts = {other: said for other, said in answers.facts.items() if other != name}
            birth_date = None if name == "leeftijd" else answers.birth_date
            propose(app, talk, replace(answers, facts=facts, birth_date=birth_date), go)
        elif picked:
            propose(app, talk, answers.with_fact(name, picked.removeprefix("=")), go)

    items = [Item(styled((talk.say(text.question), "bold"))), Item(talk.say(text.hint))]
    screen = InfoScreen(f"Wijzig: {text.title}", items[: 1 + bool(text.hint)], choices)
    app.push_screen(screen, changed)


def propose(
    app: App[None], talk: Conversation, answers: Answers, go: Callable[[Conversation], None]
) -> None:
    """Make a change at once when nothing falls away, and else after its bill was seen."""
    if answers == talk.answers:
        return
    cost = talk.bill(answers)
    if cost.free:
        go(talk.having(answers))
        return

    def decided(picked: str | None) -> None:
        if picked == "change":
            go(talk.having(answers))

    app.push_screen(bill_screen(talk, cost), decided)


def _now(label: str, chosen: bool) -> str:
    return f"{label}  (nu)" if chosen else label

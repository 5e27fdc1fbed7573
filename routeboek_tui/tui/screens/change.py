"""Changing an earlier answer or a fact: choose another, see the bill, decide."""

from collections.abc import Callable
from dataclasses import replace

from textual.app import App

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import UNKNOWN_LABEL
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import REGION, SECTOR, UNKNOWN
from routeboek_tui.tui.screens.bill import bill_screen
from routeboek_tui.tui.screens.info import InfoScreen
from routeboek_tui.tui.widgets.page import Item, styled

AGAIN = "again"
ELSEWHERE = "Klopt dat niet? Ga met Ctrl+Z terug, of begin opnieuw (Ctrl+P)."
AGAIN_DATE = "Een andere datum typen"
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
    if fixed := _fixed(talk, name):
        app.push_screen(InfoScreen(f"Wijzig: {text.title}", [Item(fixed), Item(ELSEWHERE)]))
        return
    known = answers.facts.get(name)
    dated = name in talk.library.scheme.dates
    choices = [
        (f"={value}", _now(talk.say(text.choices[value].label), value == known))
        for value in talk.flow.domains[name]
        if not dated
    ]
    choices.append(("=", _now(UNKNOWN_LABEL, known == UNKNOWN)))
    choices.append((AGAIN, AGAIN_DATE if dated else AGAIN_LABEL))

    def changed(picked: str | None) -> None:
        if picked == AGAIN:
            facts = {other: said for other, said in answers.facts.items() if other != name}
            dates = {other: day for other, day in answers.dates.items() if other != name}
            born = None if name == "leeftijd" else answers.birth_date
            again = replace(answers, facts=facts, dates=dates, birth_date=born)
            if dated:
                # A date decides no way: what follows comes back as soon as it is typed.
                go(talk.having(again))
            else:
                propose(app, talk, again, go)
        elif picked:
            propose(app, talk, answers.with_fact(name, picked.removeprefix("=")), go)

    items = [Item(styled((talk.say(text.question), "bold"))), Item(talk.say(text.hint))]
    screen = InfoScreen(f"Wijzig: {text.title}", items[: 1 + bool(text.hint)], choices)
    app.push_screen(screen, changed)


def _fixed(talk: Conversation, name: str) -> str:
    """Why a fact cannot be another one on this route, "" where it can."""
    edition = talk.library.editions[talk.flow.edition]
    sectors = talk.flow.sectors or edition.sectors
    if name == SECTOR and len(sectors) == 1:
        return f"De route {talk.flow.title} is er alleen voor het {sectors[0].upper()}."
    if name == REGION and edition.region:
        where = talk.library.region(edition)
        return f"De route {talk.flow.title} is er alleen voor {where}."
    return ""


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

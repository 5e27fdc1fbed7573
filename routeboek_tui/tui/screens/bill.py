"""What a change costs, shown before it is made."""

from collections.abc import Iterator

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import UNKNOWN_LABEL, answered
from routeboek_tui.core.answers import Answer
from routeboek_tui.core.change import Bill
from routeboek_tui.tui.screens.info import InfoScreen
from routeboek_tui.tui.widgets.page import BLANK, Item, styled


def bill_screen(talk: Conversation, cost: Bill) -> InfoScreen:
    """A panel that shows the bill; it is left with "change" when the change is wanted."""
    choices = (("change", "Wijzig"), ("", "Laat zo"))
    return InfoScreen("Dit verandert er", bill_items(talk, cost), choices)


def bill_items(talk: Conversation, cost: Bill) -> Iterator[Item]:
    """Which answers stay, which fall away, what is withdrawn, and what is asked next."""
    kept = len(cost.kept)
    yield Item(f"{kept} {'antwoord blijft' if kept == 1 else 'antwoorden blijven'} staan.")
    yield from _listed("Deze antwoorden vervallen:", [_said(talk, a) for a in cost.dropped])
    lost = [talk.say(talk.text(step).title) for step in cost.lost]
    yield from _listed("Deze stappen en hun acties horen er niet meer zeker bij:", lost)
    letters = [letter.title for letter in talk.lost_letters(cost)]
    yield from _listed("Deze brieven kun je dan niet meer maken:", letters)
    yield BLANK
    ask = cost.ask
    if ask is None:
        yield Item("Daarna is er geen vraag meer.")
        return
    if ask.fact:
        words = talk.asked_text(ask.step, ask.fact).question
    else:
        words = talk.text(ask.step).question or talk.text(ask.step).title
    yield Item(styled(("Volgende vraag: ", "bold"), talk.say(words)))


def _listed(title: str, rows: list[str]) -> Iterator[Item]:
    if rows:
        yield BLANK
        yield Item(styled((title, "bold")))
        yield from (Item(row, 3, " •") for row in rows)


def _said(talk: Conversation, answer: Answer) -> str:
    text = talk.text(answer.step)
    labels = [talk.say(text.choices[choice].label) for choice in answer.choices]
    labels += [f"{name}: {value}" for name, value in answer.given.items()]
    return answered(talk.say(text.title), " + ".join(labels) or UNKNOWN_LABEL)

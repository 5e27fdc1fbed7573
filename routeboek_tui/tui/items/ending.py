"""The outcome as items of a page: what it is, what there is to do, and where to go from here."""

from collections.abc import Iterator, Sequence

from routeboek_tui.conversation.advice.advice_view import MAYBE, STUCK, AdviceView
from routeboek_tui.conversation.advice.groups import Group
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import Question, answered, said
from routeboek_tui.tui.items.asking import SUPPOSING, option_item
from routeboek_tui.tui.items.todo import action_item, avoid_item, deed_item
from routeboek_tui.tui.widgets.item import BLANK, Item, styled

MUTED = "$text-muted"


def _danger(groups: Sequence[Group]) -> Iterator[Item]:
    """What to do about danger, and what not."""
    for group in groups:
        yield BLANK
        yield Item(styled((group.title, "$text-error bold")), 1)
        yield from (action_item(do, 3) for do in group.todo)
        for each in group.avoid:
            yield Item(styled(("Niet doen: ", "$text-error bold"), each), 5, "   ✗")


def ending(talk: Conversation, view: AdviceView, question: Question | None) -> Iterator[Item]:
    """The outcome: what it is, what there is to do, and where to go from here."""
    if view.outcome:
        yield BLANK
        word = f"{view.outcome_word}  "
        yield Item(styled((word, MUTED), (view.outcome, "$heading bold")), 1)
    supposed = "; ".join(
        answered(talk.say(talk.text(visit.step).title), said(talk, visit))
        for visit in talk.trail.main.visits
        if visit.assumed
    )
    if supposed:
        yield Item(SUPPOSING.format(supposed), 1, style=MUTED)
    why = talk.text(talk.advice.outcome).why if talk.advice.outcome else ""
    if why:
        yield Item(talk.say(why), 1)
    beside = {visit.step for visit in talk.trail.main.visits if visit.alongside}
    here = [group for group in view.possible if group.step in {talk.advice.outcome, *beside}]
    yield from _danger(view.danger)
    for heading, deeds in view.first.apart:
        yield BLANK
        yield Item(styled((heading or view.heading, "bold")), 1)
        yield from (deed_item(deed, 3) for deed in deeds)
    yield from (avoid_item(each, 3) for each in view.first.avoid)
    if here:
        yield BLANK
        yield Item(styled((MAYBE, "bold")), 1)
        yield from (action_item(do, 3) for group in here for do in group.todo)
    if view.stuck:
        yield BLANK
        yield Item(styled((STUCK, "bold")), 1)
    if view.to_find_out:
        yield BLANK
        yield Item(styled(("Nog uitzoeken", "bold")), 1)
        for each in view.to_find_out:
            whom = f" Vraag: {', '.join(each.whom)}." if each.whom else ""
            yield Item(f"{each.question}{whom}", 5, "   •")
    yield BLANK
    if question is not None:
        yield Item(styled((question.text, "bold")), 1)
        if question.hint:
            yield Item(question.hint, 1, style=MUTED)
        yield from (option_item(option) for option in question.options)
        yield BLANK
    letters = len(view.letters)
    words = {0: "de brieven", 1: "1 brief die hierbij hoort"}.get(letters, f"{letters} brieven")
    for key, label, action in (
        ("F2", "het hele advies, met bronnen", "do:advice"),
        ("F4", words, "do:letters"),
        ("", "opnieuw beginnen", "do:restart"),
    ):
        yield Item(label, 6, styled((f"  {key or '▸'}", "$heading bold")), action=action)

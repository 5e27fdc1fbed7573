"""What there is to do so far, beside the conversation on a wide screen."""

from collections.abc import Iterable, Iterator

from routeboek_tui.conversation.advice.advice_view import AdviceView
from routeboek_tui.conversation.advice.first_screen import Deed, FirstScreen
from routeboek_tui.conversation.advice.groups import Group
from routeboek_tui.conversation.advice.not_to_do import NOT
from routeboek_tui.tui.widgets.page import BLANK, Item, Page, styled

MUTED = "$text-muted"


class ActionsPanel(Page):
    """Actor, action, term and letter of what there is to do; it changes with every answer."""

    DEFAULT_CSS = """
    ActionsPanel {
        width: 1fr;
        padding: 0 1;
        border-left: vkey $border-blurred;
        background: $surface;
    }
    """

    def show(self, view: AdviceView) -> None:
        """Show the actions of this advice."""
        self.replace(_items(view))


def _items(view: AdviceView) -> Iterator[Item]:
    yield Item(styled(("Nu te doen", "$heading bold")))
    if not view.now:
        yield Item("Nog niets: beantwoord de vraag.", style=MUTED)
    for group in view.danger:
        yield from _danger(group)
    if view.danger and view.steps:
        yield BLANK
        yield Item(styled((view.heading, "$heading bold")))
    yield from _deeds(view.first)
    if view.to_find_out:
        yield BLANK
        yield Item(styled(("Nog uitzoeken", "$heading bold")))
        for open_question in view.to_find_out:
            whom = f" ({', '.join(open_question.whom)})" if open_question.whom else ""
            yield Item(f"{open_question.question}{whom}", 2, "•")
    if view.outcome:
        yield BLANK
        yield Item(styled((view.outcome_word, "$heading bold")))
        yield Item(view.outcome)


def _deeds(first: FirstScreen) -> Iterator[Item]:
    """What there is to do on the route, each with its term and its letter."""
    for heading, deeds in first.apart:
        if heading:
            yield BLANK
            yield Item(styled((heading, "$heading bold")))
        yield from _each(deeds)
    for each in first.avoid:
        yield Item(styled((NOT, "$text-error bold"), each.words), 2, "✗")
    if first.closing:
        yield BLANK
    yield from (Item(each, style="bold") for each in first.closing)


def _each(deeds: Iterable[Deed]) -> Iterator[Item]:
    for deed in deeds:
        who = (f"{deed.who}: ", f"$actor-{deed.actor} bold")
        yield Item(styled(who, deed.words), 2, "•")
        if deed.term:
            yield Item(deed.term, 2, style=MUTED)
        if deed.letter:
            yield Item(f"brief: {deed.letter_word}", 2, action=f"letter:{deed.letter}")


def _danger(group: Group) -> Iterator[Item]:
    yield BLANK
    yield Item(group.title, style="$text-error bold")
    for do in group.todo:
        yield Item(styled((f"{do.who}: ", f"$actor-{do.actor} bold"), do.text), 2, "•")
    for each in group.avoid:
        yield Item(styled(("Niet doen: ", "$text-error bold"), each), 2, "✗")
    for letter, title in group.letters:
        yield Item(f"brief: {title}", 2, "▸", action=f"letter:{letter}")

"""The advice, and what a step leaves open, as items of a page."""

from collections.abc import Collection, Iterable, Iterator

from textual.content import Content

from routeboek_tui.conversation.advice.advice_view import (
    MAYBE,
    NOW,
    PARTIAL,
    STUCK,
    AdviceView,
    OpenQuestion,
)
from routeboek_tui.conversation.advice.at_table import AtTable
from routeboek_tui.conversation.advice.first_screen import MORE, Deed, place_of, starred
from routeboek_tui.conversation.advice.groups import Group, Todo
from routeboek_tui.conversation.advice.not_to_do import AVOID
from routeboek_tui.conversation.advice.sequel import SEQUEL, sequels
from routeboek_tui.conversation.advice.timeline import AGAIN, DATES, MISSED
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.near import ELSEWHERE, ELSEWHERE_DIFFERS
from routeboek_tui.conversation.view import leading, question
from routeboek_tui.tui.items.doubt import conflict_items, reading_items
from routeboek_tui.tui.widgets.item import BLANK, Item, styled

ACTOR_WIDTH = 14
"""Cells for the word of an actor; a longer word gets a line of its own."""

MUTED = "$text-muted"

DEED = ACTOR_WIDTH + 2
"""Cells before what is to be done."""

SHUT, OPEN = "▸", "▾"
LETTER = "»"
"""What stands before a letter that can be opened."""
FOLD = "fold:"
"""What an action begins with that opens a fold, or shuts it."""

REST = f"{FOLD}{MORE}"
WRITTEN = "waar het staat"

OLDER = "Let op: dit is een oudere editie. Voor een nieuwe zaak geldt een andere."
NOTHING_YET = "Bij deze vraag staat geen actie. Beantwoord eerst de vraag."


def advice_items(
    talk: Conversation, view: AdviceView, opened: Collection[str], *, dense: bool = False
) -> Iterator[Item]:
    """The first screen, with what is folded ``opened`` in its place.

    Where it is ``dense`` a letter stands at the right of what it goes with, and opens in its fold.
    """
    above = [*_groups(NOW, view.danger), *_standing(talk, view)]
    yield from above
    for place, (heading, deeds) in enumerate(view.first.apart):
        yield from (BLANK,) if above and not place else ()
        yield Item(heading or view.heading, style="$heading bold")
        yield from _deeds(view, deeds, opened, dense=dense)
    for each in view.first.avoid[: view.first.room]:
        yield Item(starred(each.say, own=each.own), 4, styled(("  ✗", "$text-error bold")))
    if view.first.legend:
        yield Item(view.first.legend, 2, style=MUTED)
    yield BLANK
    asked = question(talk)
    if view.first.back:
        yield Item(view.first.back, 2, style="bold")
    elif asked:
        yield Item(styled(("De vraag is nu: ", MUTED), asked.text or asked.title), 2)
    yield from (Item(each, 2) for each in view.first.agreed)
    yield _fold(MORE, MORE in opened, 2, REST)
    if MORE in opened:
        yield from _rest(talk, view)
        yield from _far(view, opened)
    yield BLANK


def folds(view: AdviceView) -> frozenset[str]:
    """Everything that can be opened."""
    return frozenset({MORE, ELSEWHERE, *(deed.place for deed in view.first.deeds)})


def _standing(talk: Conversation, view: AdviceView) -> Iterator[Item]:
    """Where the walk stands, and what to mind of it."""
    if talk.library.older(talk.flow, talk.today):
        yield Item(OLDER, style="$text-warning")
    if view.outcome:
        yield Item(styled((f"{view.outcome_word}: ", "bold"), (view.outcome, "$heading bold")))
    if view.partial:
        yield Item(PARTIAL, style="$text-warning")
    if view.stuck:
        yield Item(STUCK, style="$text-warning")
    if not view.now and not view.alongside:
        yield Item(NOTHING_YET, 2)


def _deeds(
    view: AdviceView, deeds: Iterable[Deed], opened: Collection[str], *, dense: bool
) -> Iterator[Item]:
    """Each thing to do on its line, with its letter below it and the whole of it when open."""
    whole = {
        place_of(todo, group.visit): (group, todo)
        for group in (*view.steps, *view.alongside)
        for todo in group.todo
    }
    before = ""
    for deed in deeds:
        lead = styled("  ", (deed.who, f"$actor-{deed.actor} bold")) if deed.who != before else ""
        before = deed.who
        is_open = deed.place in opened
        sign = OPEN if is_open else SHUT
        letter = f"  {LETTER} {deed.letter_word}" if dense and deed.letter else ""
        yield Item(
            styled((f"{sign} ", MUTED), deed.starred), DEED, lead,
            side=styled((deed.term, "bold"), (letter, MUTED)), action=f"{FOLD}{deed.place}",
        )  # fmt: skip
        if deed.letter and (is_open or not dense):
            words = styled((f"{LETTER} ", MUTED), (deed.letter_word, "underline"))
            yield Item(words, DEED + 2, action=deed.letter)
        if is_open:
            for place in (deed.place, *deed.also):
                yield from _whole(*whole[place], deed.letter)


def _whole(group: Group, todo: Todo, letter: str) -> Iterator[Item]:
    """All there is to say of something to do; ``letter`` stands above it already."""
    yield Item(todo.text, DEED + 2)
    yield Item(f"Bij: {group.title}", DEED + 2, style=MUTED)
    yield Item(f"Termijn: {todo.term}", DEED + 2, style=MUTED)
    for name, title in group.letters_with(todo):
        if name != letter:
            yield Item(styled("Brief: ", (title, "underline")), DEED + 2, action=name)
    yield Item(f"Bron: {group.source}", DEED + 2, style=MUTED)
    if group.certainty:
        yield Item(f"De weg hierheen: {group.certainty}", DEED + 2, style=MUTED)
    yield Item(WRITTEN, DEED + 2, style="underline", action=todo.place)


def _fold(words: str, is_open: bool, indent: int, name: str) -> Item:
    return Item(words, indent + 2, f"{' ' * indent}{OPEN if is_open else SHUT}", action=name)


def _rest(talk: Conversation, view: AdviceView) -> Iterator[Item]:
    """All that does not stand on the first screen; empty parts are left out."""
    yield BLANK
    yield Item(styled(("Route: ", MUTED), (view.route, "bold")), 2)
    if view.avoid:
        yield from _heading(AVOID)
        yield from _bullets(each.sourced for each in view.avoid)
    if view.dates:
        yield from _heading(DATES)
        yield from _bullets(view.dates)
    if view.again:
        yield from _heading(AGAIN)
        yield from _bullets(view.again)
    for leg in view.legs:
        yield from _groups(f"Hiervoor, op de route {leg.route}", leg.groups)
    yield from _tables(view.tables)
    yield from _to_find_out(view.to_find_out)
    if after := [each.words for each in sequels(talk)]:
        yield from _heading(SEQUEL)
        yield from _bullets(after)
    yield from _groups(MAYBE, view.possible)
    yield from _groups("Dit hoort al gedaan te zijn", view.earlier)
    yield from _groups(MISSED, view.missed)
    yield from _why(view)
    yield from _unsettled(talk, view)
    if view.outcomes and (not view.outcome or view.provisional):
        yield from _heading("Nog mogelijke uitkomsten")
        yield from _bullets(view.outcomes)
    if view.assumed:
        yield from _heading("Van wanneer deze editie is")
        yield Item(view.assumed, 2)


def _heading(text: str) -> Iterator[Item]:
    yield BLANK
    yield Item(text, style="$heading bold")


def _bullets(texts: Iterable[str], indent: int = 2) -> Iterator[Item]:
    for text in texts:
        yield Item(text, indent + 2, lead=f"{' ' * indent}•")


def _groups(title: str, groups: tuple[Group, ...]) -> Iterator[Item]:
    filled = [group for group in groups if group.todo]
    if not filled:
        return
    yield from _heading(title)
    for number, group in enumerate(filled):
        if number:
            yield BLANK
        yield from _group(group)


def _group(group: Group) -> Iterator[Item]:
    yield Item(group.title, 2, style="$text-error bold" if group.danger else "bold")
    terms = {todo.term for todo in group.todo}
    before = ""
    for todo in group.todo:
        lead = actor_lead(todo.actor, todo.who) if todo.who != before else ""
        before = todo.who
        yield Item(todo.text, ACTOR_WIDTH + 4, lead=lead, action=todo.place)
        if len(terms) > 1:
            yield Item(todo.term.capitalize(), ACTOR_WIDTH + 4, style=MUTED)
    if len(terms) == 1 and not group.danger:
        yield Item(f"Termijn: {terms.pop()}", 4, style=MUTED)
    for each in group.avoid:
        yield Item(styled(("Niet doen: ", "$text-error bold"), each), 4, lead="  ✗")
    yield from (Item(note, 4, style=MUTED) for note in group.notes)
    for letter, title in group.letters:
        yield Item(styled("Brief: ", (title, "underline")), 4, lead="  ▸", action=letter)
    yield Item(f"Bron: {group.source}", 4, style=MUTED)
    if group.certainty:
        yield Item(f"De weg hierheen: {group.certainty}", 4, style=MUTED)


def actor_lead(actor: str, who: str) -> Content:
    """The word of an actor in its colour, indented under the title of a step."""
    return styled("    ", (who, f"$actor-{actor} bold"))


def _tables(tables: tuple[AtTable, ...]) -> Iterator[Item]:
    if not tables:
        return
    yield from _heading("Wie zit er aan tafel")
    for number, table in enumerate(tables):
        if number:
            yield BLANK
        yield Item(table.title, 2, style="bold")
        yield Item(", ".join(table.seats), 4)
        if table.bring:
            yield Item("Neem mee:", 4)
            yield from _bullets(table.bring, 4)


def _to_find_out(questions: tuple[OpenQuestion, ...]) -> Iterator[Item]:
    if not questions:
        return
    yield from _heading("Nog uitzoeken")
    for each in questions:
        yield Item(each.question, 4, lead="  ?", style="bold")
        if each.find_out:
            yield Item(each.find_out, 4)
        if each.whom:
            yield Item(f"Vraag het aan: {', '.join(each.whom)}", 4, style=MUTED)


def _why(view: AdviceView) -> Iterator[Item]:
    if view.why:
        yield from _heading("Waarom dit advies")
    for because in view.why:
        yield Item(styled(leading(because.title), (because.said, "bold")), 4, lead="  •")
    if view.otherwise:
        yield from _heading("Wat zou het veranderen")
    for other in view.otherwise:
        yield Item(styled(leading(other.title), (other.said, "bold")), 4, lead="  •")
        yield Item(f"dan: {other.leads_to}", 6, lead="    →")


def _unsettled(talk: Conversation, view: AdviceView) -> Iterator[Item]:
    if view.unsure or view.readings:
        yield from _heading("Waar de bron ruimte laat")
    for each in view.unsure:
        yield Item(styled((leading(each.title), "bold"), f"{each.certainty}."), 4, lead="  ~")
        if each.because:
            yield Item(each.because, 4)
    for reading in view.readings:
        yield from reading_items(reading)
    if view.conflicts:
        yield from _heading("Waar bronnen verschillen")
    for conflict in view.conflicts:
        yield from conflict_items(conflict)


def _far(view: AdviceView, opened: Collection[str]) -> Iterator[Item]:
    """What sources of other regions and sectors say, for who asks."""
    far = list(_elsewhere(view))
    if far:
        yield BLANK
        yield _fold(ELSEWHERE, ELSEWHERE in opened, 2, f"{FOLD}{ELSEWHERE}")
    if ELSEWHERE in opened:
        yield from far


def _elsewhere(view: AdviceView) -> Iterator[Item]:
    groups = (*view.steps, *view.alongside)
    for title, words in {g.title: g.elsewhere for g in groups if g.elsewhere}.items():
        yield Item(styled((leading(title), "bold"), words), 4, lead="  •")
    if view.elsewhere:
        yield from _heading(ELSEWHERE_DIFFERS)
    for conflict in view.elsewhere:
        yield from conflict_items(conflict)

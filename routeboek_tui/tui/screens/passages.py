"""Places of the guide as items: an answer in the conversation, a panel, and what leads on."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, cast

from textual.app import App

from routeboek_tui.conversation.passage_view import PassageView, hit_view, passage_view
from routeboek_tui.conversation.reader import Link, Reader
from routeboek_tui.search.index import Hit
from routeboek_tui.tui.widgets.item import BLANK, Item, styled
from routeboek_tui.tui.widgets.prose import prose

if TYPE_CHECKING:
    from routeboek_tui.tui.app import Guide

MUTED = "$text-muted"

PLACES = frozenset({"boek", "tafel", "stap", "brief", "verschil", "feit", "stuk", "hoofdstuk"})
"""What the action of an item begins with when it leads to another place in the guide."""

OWN = "Uitleg van de gids."

IN_BOOK = frozenset({"boek", "tafel", "hoofdstuk"})
"""The places that are read in the book itself."""


def leads_on(action: str) -> bool:
    """Whether an action leads to a place in the guide."""
    return action.partition(":")[0] in PLACES


def aside(view: PassageView) -> list[Item]:
    """What stands at a place, in short, to stand in the conversation."""
    items = [BLANK, Item(styled((view.title, "$heading bold"), (f"  {view.kind}", MUTED)), 2)]
    items += prose(view.blocks, 2)
    items.append(_source(view, 2))
    if view.more:
        where = "in het boek" if view.place.startswith("boek:") else "bij de stap"
        items.append(Item(f"Lees verder {where}", 4, lead="  ▸", action=view.place))
    items += link_items(view.links, 2)
    return items


def nearest(reader: Reader, question: str, hits: Iterable[Hit]) -> list[Item]:
    """What comes nearest to a question, to pick from."""
    words = f"Op “{question}” heeft de gids geen zeker antwoord. Bedoel je een van deze?"
    items = [BLANK, Item(words, 2)]
    for hit in hits:
        view = hit_view(reader, hit)
        side = styled((view.kind, MUTED))
        items.append(Item(view.title, 4, lead="  ▸", side=side, action=f"toon:{hit.passage.id}"))
        if hit.excerpt:
            items.append(Item(hit.excerpt, 4, style=MUTED))
    return items


def _source(view: PassageView, indent: int = 0) -> Item:
    return Item(f"Bron: {view.source}" if view.source else OWN, indent, style=MUTED)


def link_items(links: Iterable[Link], indent: int = 0) -> Iterator[Item]:
    """Links, each on a line to pick."""
    lead = " " * indent + "▸"
    for link in links:
        side = styled((link.note, MUTED)) if link.note else ""
        yield Item(link.title, indent + 2, lead=lead, side=side, action=link.place)


def panel_items(view: PassageView) -> Iterator[Item]:
    """All there is to read at a place that is no page of the book and no step."""
    yield from prose(view.blocks)
    if view.links:
        yield BLANK
        yield Item("Waar het bij hoort", style="$heading bold")
        yield from link_items(view.links)
    yield BLANK
    for source in view.sources:
        yield Item(f"Bron: {source}", style=MUTED)
    if not view.sources:
        yield _source(view)


def follow(
    app: App[None], reader: Reader, place: str, read: Callable[[str], None] | None = None
) -> None:
    """Go to a place: a page of the book (by ``read``, if given), a letter, or a panel."""
    kind, _, name = place.partition(":")
    guide = cast("Guide", app)
    if kind in IN_BOOK:
        (read or guide.action_book)(place)
    elif kind == "brief" and _ready(reader, name):
        _letter(guide, reader, name)
    elif kind == "stap":
        from routeboek_tui.tui.screens.map import step_items

        flow, step = reader.at(name)
        talk = reader.walk(flow)
        title = talk.say(talk.text(step).title)
        show(app, reader, title, step_items(talk, step), read)
    else:
        view = passage_view(reader, place)
        show(app, reader, view.title, panel_items(view), read)


def show(
    app: App[None],
    reader: Reader,
    title: str,
    items: Iterable[Item],
    read: Callable[[str], None] | None = None,
) -> None:
    """Open a panel in which links can be followed."""
    from routeboek_tui.tui.screens.info import InfoScreen

    def picked(action: str | None) -> None:
        if action and leads_on(action):
            follow(app, reader, action, read)

    app.push_screen(InfoScreen(title, items), picked)


def _ready(reader: Reader, letter: str) -> bool:
    talk = reader.talk
    legs = (talk, *talk.earlier) if talk else ()
    return any(each.id == letter for leg in legs for each in leg.letters)


def _letter(guide: "Guide", reader: Reader, letter: str) -> None:
    from routeboek_tui.tui.screens.letter import LetterScreen

    talk = reader.talk
    legs = (talk, *talk.earlier) if talk else ()
    of_leg = next(leg for leg in legs if any(each.id == letter for each in leg.letters))
    found = reader.library.letters[letter]
    guide.push_screen(LetterScreen(of_leg, found, guide.letter_values))

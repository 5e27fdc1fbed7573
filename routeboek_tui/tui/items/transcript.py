"""The talk so far as items of a page: the way, what was asked in between, and what was said.

How an exchange looks stands here and nowhere else.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from routeboek_tui.course.course import Course
from routeboek_tui.course.exchanges import Exchange
from routeboek_tui.course.turn import Aside, Nearest, Passage, Places, Reply, Tone, Words
from routeboek_tui.tui.items.asking import option_item
from routeboek_tui.tui.items.legs import folded
from routeboek_tui.tui.items.passages import aside, nearest
from routeboek_tui.tui.text import shortened
from routeboek_tui.tui.widgets.item import BLANK, Item, styled

MUTED = "$text-muted"

COLUMNS = (17, 15, 4)
"""The relative widths of an exchange: what was asked, what was said, the word that changes it."""

SHOWN = 80
"""Characters of a typed line that are shown again."""

STYLES = {
    Tone.HEARD: ("", "$text-success"),
    Tone.TOLD: ("", ""),
    Tone.FIND_OUT: ("", MUTED),
    Tone.NOTE: ("Let op: ", ""),
}
"""What stands before a sentence of the guide, and its style, by what it is for."""


def transcript(course: Course) -> Iterator[Item]:
    """The way so far, up to what was asked in between since the question of now."""
    yield from folded(course.talk)
    for exchange in course.exchanges:
        yield from asides(exchange.asides)
        yield from _exchange(exchange)
    yield from asides(course.asides)


def asides(found: Iterable[Aside]) -> Iterator[Item]:
    """What was asked in between, each with its answer."""
    for each in found:
        yield from _aside(each)


def newest(course: Course) -> int:
    """How many items the last thing asked in between takes."""
    return len(_aside(course.asides[-1])) if course.asides else 0


@lru_cache(maxsize=1024)
def _aside(each: Aside) -> tuple[Item, ...]:
    items: list[Item] = []
    if each.typed:
        items += [BLANK, Item(f"“{shortened(each.typed, SHOWN)}”", 2, style=MUTED)]
    for part in each.reply:
        if isinstance(part, Passage):
            items += aside(part.view)
        elif isinstance(part, Places):
            items += nearest(part)
    return tuple(items)


@lru_cache(maxsize=8192)
def _exchange(each: Exchange) -> tuple[Item, ...]:
    if not each.said:
        notes = ["tegelijk"] * each.alongside + ["misschien"] * (not each.certain)
        beside = f" ({', '.join(notes)})" if notes else ""
        return (Item(f"{each.who}{beside}: {each.asked}", 4, "  →", style=MUTED),)
    action = f"change:{each.fact}:{each.step}:{each.visit}" if each.fact or each.step else ""
    change = styled(("wijzig", "$heading underline")) if action else ""
    cells = (styled((each.asked, MUTED)), each.said, change)
    found = [Item(indent=2, cells=cells, weights=COLUMNS, action=action)]
    if each.own:
        found.append(Item(f"“{shortened(each.own, SHOWN)}”", 4, style=MUTED))
    found += [Item(note, 4, style=MUTED) for note in each.notes]
    if each.find_out:
        found.append(Item(f"Zo kom je erachter: {each.find_out}", 4, style=MUTED))
    return tuple(found)


def replied(reply: Reply, course: Course) -> Iterator[Item]:
    """What the guide said last, and the options that a line came near to."""
    options = course.asked.options if course.asked else ()
    for part in reply:
        if isinstance(part, Words):
            before, style = STYLES[part.tone]
            yield BLANK
            yield Item(styled((before, "$text-warning bold"), (part.text, style)), 1)
        elif isinstance(part, Nearest):
            yield BLANK
            yield Item(part.words, 1)
            near = (option for option in options if option.key in part.keys)
            yield from (option_item(option) for option in near)

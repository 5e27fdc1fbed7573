"""The talk so far as items of a page: what the guide asked, and what you said, apart at a glance.

Your words stand on a paper of their own behind a bar, with what was understood of them. How an
exchange looks stands here and nowhere else.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from msgspec.structs import replace

from routeboek_tui.course.course import Course
from routeboek_tui.course.exchanges import Exchange
from routeboek_tui.course.sentences import FROM_SAID_NOTE
from routeboek_tui.course.turn import Aside, Nearest, Passage, Places, Reply, Tone, Words
from routeboek_tui.text.characters import shortened
from routeboek_tui.tui.items.asking import option_item
from routeboek_tui.tui.items.legs import folded
from routeboek_tui.tui.items.passages import ASIDE, aside, nearest, source_item
from routeboek_tui.tui.widgets.item import BLANK, Item, height, styled

MUTED = "$text-muted"

SHOWN = 150
"""Characters of a typed line that are shown again."""

MORE = "lees verder"

TITLED = 2
"""Items of an answer before its text: the question, and the title of the place."""

ANSWERING = 4
"""Lines that are always told of the place that comes nearest."""

STYLES = {
    Tone.HEARD: ("", "$text-success"),
    Tone.TOLD: ("", ""),
    Tone.FIND_OUT: ("", MUTED),
    Tone.NOTE: ("Let op: ", ""),
}
"""What stands before a sentence of the guide, and its style, by what it is for."""


def transcript(course: Course, *, past: bool = False) -> Iterator[Item]:
    """The way so far, up to what was asked in between since the question of now.

    The last of that stands below, unless it is ``past``: the question of then is no longer asked.
    """
    yield from folded(course.talk)
    for exchange in course.exchanges:
        for each in exchange.asides:
            yield from _past(each)
        yield from _exchange(exchange)
    asides = course.asides if past else course.asides[:-1]
    for each in asides:
        if each.typed != course.telling:
            yield from _past(each)
    if course.telling:
        yield from (BLANK, _own(course.telling))
    for each in asides:
        if each.typed == course.telling:
            yield from _past(replace(each, typed=""))


def newest(course: Course, width: int, room: int) -> list[Item]:
    """The last thing asked in between, folded to ``room`` lines at ``width`` cells.

    Where it stands is never folded away, nor a place that can be picked.
    """
    last = course.asides[-1] if course.asides else None
    if last and last.typed == course.telling:
        # It stands above the doors already.
        last = replace(last, typed="")
    found = list(_aside(last)) if last else []
    if height(found, width) <= room:
        return found
    view = next((p.view for p in last.reply if isinstance(p, Passage)), None) if last else None
    if view is None:
        return _first_answering(found, width, room)
    source = source_item(view, ASIDE)
    own, title = [item for item in found if item != BLANK][:TITLED]
    kept = [own, title] if own.own else [own]
    for line in view.short:
        item = Item(line, ASIDE)
        left = room - 2 - height(kept, width)
        if item.height(width) > left:
            kept += [_cut(item, width, left)] if left > 0 else []
            break
        kept.append(item)
    more = Item(MORE, 4, "  ▸", action=view.place, style=MUTED)
    return [*kept, replace(source, content=shortened(str(source.content), width - ASIDE)), more]


def _first_answering(found: Sequence[Item], width: int, room: int) -> list[Item]:
    """The places that come nearest, the first with the beginning of what answers; see `newest`."""
    names = [item for item in found if item.action or item.style != MUTED]
    first = next((n for n, item in enumerate(names) if item.action), len(names))
    lines = list(takewhile(lambda item: not item.action, found[found.index(names[first]) + 1 :]))
    left = max(room - height(names, width), ANSWERING)
    kept = names[: first + 1]
    for line in lines:
        kept += [_cut(line, width, left)] if left > 0 else []
        left -= line.height(width)
    return [*kept, *names[first + 1 :]]


def _cut(item: Item, width: int, most: int) -> Item:
    """The beginning of an item, as much as fits on ``most`` lines at ``width`` cells."""
    words = str(item.content).split()
    while item.height(width) > most and words:
        words.pop()
        item = replace(item, content=f"{' '.join(words)}…")
    return item


def _past(each: Aside) -> tuple[Item, ...]:
    """What was asked before the answer came: the question, and where the answer stands."""
    place = next((part.view for part in each.reply if isinstance(part, Passage)), None)
    if place is None:
        return (_own(each.typed),) if each.typed else ()
    answer = Item(f"{place.title} ({place.kind})", 4, "  ▸", style=MUTED, action=place.place)
    return (_own(each.typed), answer) if each.typed else (answer,)


def _own(words: str, understood: str = "", action: str = "") -> Item:
    """Something in the user's words, and what was understood of it."""
    typed = shortened(words, SHOWN)
    parts = [(typed, "bold")] if not understood else [(typed, ""), ("  → ", MUTED)]
    if understood:
        parts.append((understood, "bold"))
    side = styled(("wijzig", "$heading underline")) if action else ""
    return Item(styled(*parts), 3, side=side, action=action, own=True)


@lru_cache(maxsize=1024)
def _aside(each: Aside) -> tuple[Item, ...]:
    items: list[Item] = [BLANK, _own(each.typed)] if each.typed else []
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
    found = [Item(each.asked, 3, style=MUTED)]
    found.append(_own(each.own, each.said, action) if each.own else _own(each.said, "", action))
    found += [Item(FROM_SAID_NOTE, 4, style=MUTED)] * each.from_said
    found += [Item(note, 4, style=MUTED) for note in each.notes]
    if each.find_out:
        found.append(Item(f"Zo kom je erachter: {each.find_out}", 4, style=MUTED))
    return tuple(found)


def noted(reply: Reply) -> bool:
    """Whether what was typed changed nothing, and the guide says why."""
    return any(isinstance(p, Nearest) or getattr(p, "tone", "") is Tone.NOTE for p in reply)


def replied(reply: Reply, course: Course, typed: str) -> Iterator[Item]:
    """What the guide said last, and the options that a line came near to.

    ``typed`` stands above it where it changed nothing. What stands with the answer already is not
    said twice.
    """
    if noted(reply) and typed.strip() and not course.selected(typed):
        yield from (BLANK, _own(typed))
    options = course.asked.options if course.asked else ()
    said = {note for exchange in course.exchanges for note in exchange.notes} if reply else ()
    last = None
    for part in reply:
        if isinstance(part, Words):
            if part.tone is Tone.HEARD or part.text in said:
                continue
            before, style = STYLES[part.tone]
            if part.tone is not Tone.TOLD or last is not Tone.TOLD:
                yield BLANK
            last = part.tone
            yield Item(styled((before, "$text-warning bold"), (part.text, style)), 1)
        elif isinstance(part, Nearest):
            yield BLANK
            yield Item(part.words, 1)
            near = (option for option in options if option.key in part.keys)
            yield from (option_item(option) for option in near)

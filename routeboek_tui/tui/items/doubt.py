"""Where the guide cannot be sure: arrows with more than one reading, and sources that differ."""

from collections.abc import Iterator

from routeboek_tui.conversation.advice.difference import Difference
from routeboek_tui.library.wording import Reading
from routeboek_tui.tui.widgets.item import Item, styled

MUTED = "$text-muted"


def reading_items(reading: Reading) -> Iterator[Item]:
    """A question the source leaves open: every way to read it, and which one the guide follows."""
    yield Item(reading.about, 2, style="bold")
    for option in reading.options:
        if option == reading.chosen:
            chosen = styled(("zo lezen wij het", "$text-success bold"))
            yield Item(option, 4, lead="  ✓", side=chosen)
        else:
            yield Item(option, 4, lead="  ·")
    yield Item(f"Waarom: {reading.because}", 4, style=MUTED)


def conflict_items(conflict: Difference) -> Iterator[Item]:
    """A place where sources differ: what each says, with edition and region, and what we do."""
    yield Item(conflict.about, 2, style="bold")
    for source, says in conflict.says:
        yield Item(says, 4, lead="  •")
        yield Item(source, 4, style=MUTED)
    yield Item(f"Zo gaan wij ermee om: {conflict.handling}", 4)

"""What a box or an arrow of the drawn map says of itself, as items of a page."""

from collections.abc import Iterable, Iterator

from routeboek_tui.conversation.map.compare_view import Section
from routeboek_tui.conversation.map.drawn_words import ArrowWords, Join, box_said
from routeboek_tui.conversation.map.flow_words import FlowWords
from routeboek_tui.tui.widgets.item import Item, styled

LEAD = 9
ALWAYS = "altijd"


def box_items(words: FlowWords, step: str, section: Section | None) -> Iterator[Item]:
    """A box: what differs where editions are compared, then whose turn, question and source."""
    yield Item(words.title(step), style="$heading bold")
    if section:
        yield Item(section.heading, style="$text-warning bold")
        yield from (Item(line.said, 2, lead="•") for line in section.lines)
    for said in box_said(words, step):
        yield Item(said.text, LEAD, styled((said.lead, "$text-muted")))


def arrow_items(arrows: Iterable[ArrowWords]) -> Iterator[Item]:
    """The arrows that a line stands for: from where to where, when, how sure, and the source."""
    found = tuple(arrows)
    for arrow in found[:1]:
        yield Item(styled((f"{arrow.origin} → {arrow.goal}", "$heading bold")))
    for arrow in found:
        when = arrow.when or ALWAYS
        yield Item(styled((when, "bold"), f": {arrow.sure}. {arrow.why}".rstrip()), 2, lead="•")
    for arrow in found[:1]:
        yield Item(arrow.source, LEAD, styled(("Bron", "$text-muted")))


def joins_items(joins: Iterable[Join]) -> Iterator[Item]:
    """The doors from one route to another, each with how sure it is and where it stands."""
    for join in joins:
        yield Item(join.plain, 2, lead="•")
        yield Item(f"Bron: {join.arrow.source}", 2, style="$text-muted")


def route_items(words: FlowWords, leads: Iterable[str], comes: Iterable[str]) -> Iterator[Item]:
    """A route among all: its name, where its doors lead, from where one comes, its documents."""
    yield Item(words.name, style="$heading bold")
    for lead, each in (("Naar", leads), ("Vanaf", comes), ("Bron", words.documents)):
        said = "; ".join(each)
        if said:
            yield Item(said, LEAD, styled((lead, "$text-muted")))


def joined_items(title: str, joins: Iterable[Join]) -> Iterator[Item]:
    """A line between two routes, with its doors."""
    yield Item(title, style="$heading bold")
    yield from joins_items(joins)

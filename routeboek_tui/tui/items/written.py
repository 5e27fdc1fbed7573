"""Where it is written: the facts of sources behind a step or an action, and the book on it."""

from collections.abc import Iterable, Iterator

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.book_view import pages_of
from routeboek_tui.conversation.enquiry.provenance_view import Written, of_step
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.view import source_words
from routeboek_tui.core.flow import Source
from routeboek_tui.library.own_advice import OWN
from routeboek_tui.tui.items.passages import link_items
from routeboek_tui.tui.widgets.item import BLANK, Item, styled

MUTED = "$text-muted"

OURS = "Dit vak staat niet in een bron. Wij hebben het afgeleid."
OWN_ACTION = f"Geen bron vraagt dit. Het is {OWN}."


def written_items(talk: Conversation, step: str) -> Iterator[Item]:
    """Where a step is written, and what the sources say there."""
    yield Item(styled(("Waar het staat", "$heading bold")))
    yield from source_items(talk, talk.step(step).sources)
    if found := of_step(talk, step):
        yield BLANK
        yield Item(styled(("Wat daar staat", "$heading bold")))
        yield from _facts(found)


def _facts(found: Iterable[Written]) -> Iterator[Item]:
    for each in found:
        yield Item(each.says, 3, lead=" •")
        yield Item(each.source, 3, style=MUTED)


def source_items(talk: Conversation, sources: Iterable[Source]) -> Iterator[Item]:
    """Every source with what is to be known of the document, or that it is ours."""
    found = tuple(sources)
    for source in found:
        yield Item(source_words(talk.library, source), 3, " •")
        if note := talk.library.sources[source.document].note:
            yield Item(note, 3, style=MUTED)
    if not found:
        yield Item(OURS, 1)


def book_items(talk: Conversation, step: str) -> Iterator[Item]:
    """The pages of the book that name a step, to pick from."""
    if pages := pages_of(Reader.within(talk), step):
        yield BLANK
        yield Item(styled(("In het boek", "$heading bold")))
        yield from link_items(pages, 1)


def edition_items(talk: Conversation) -> Iterator[Item]:
    """The edition that is walked, and what is supposed about its dates."""
    edition = talk.library.editions[talk.flow.edition]
    yield BLANK
    yield Item(f"Editie: {edition.title}", style=MUTED)
    if edition.assumed:
        yield Item(edition.assumed, style=MUTED)


def action_items(talk: Conversation, step: str, action: str) -> Iterator[Item]:
    """Where one action is written: what the sources say, where, and the book on it."""
    text = talk.text(step)
    yield Item(styled((talk.say(text.deed(action)), "bold")))
    yield Item(f"Bij de stap: {talk.say(text.title)}", style=MUTED)
    yield BLANK
    if action in text.own:
        yield Item(OWN_ACTION)
    yield from _facts(of_step(talk, step, action))
    yield from edition_items(talk)
    yield from book_items(talk, step)

"""The answer to a question that was typed: a place in the guide, or the nearest few."""

from routeboek_tui.conversation.passage_view import hit_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.reply import reply
from routeboek_tui.search.index import Hit, Index
from routeboek_tui.text.characters import shortened
from routeboek_tui.tui.screens.passages import aside, nearest
from routeboek_tui.tui.widgets.item import BLANK, Item

NOTHING = "Op “{}” heeft de gids geen antwoord. Vraag het anders, of zoek met F8."


def answer_items(reader: Reader, index: Index, question: str, page: str = "") -> list[Item]:
    """What stands in the guide on ``question``, to stand in the conversation.

    ``page`` is the page of the book that the question names, if it names one.
    """
    found = reply(index, question, page)
    if isinstance(found, Hit):
        return aside(hit_view(reader, found))
    words = shortened(question, 60)
    if found:
        return nearest(reader, words, found)
    return [BLANK, Item(NOTHING.format(words), 2)]

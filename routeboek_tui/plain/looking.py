"""What is asked or sought in a conversation in lines: the answer, or the nearest few by letter."""

from collections.abc import Sequence

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.passage_view import PassageView, hit_view, passage_view
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.reply import reply
from routeboek_tui.plain.lines import Lines
from routeboek_tui.plain.reading import page_lines, page_named, passage_lines, show_lines
from routeboek_tui.search.compiled import index
from routeboek_tui.search.index import Hit

LETTERS = "abcdefgh"
"""What stands before the places to choose from: numbers are those of the answers."""

MOST = 5
"""Places that a search in the conversation shows."""


class Looking:
    """The places that can be chosen by their letter; ``out`` is where they are shown."""

    def __init__(self, out: Lines) -> None:
        self._out = out
        self._places: list[str] = []

    def clear(self) -> None:
        """Forget what can be chosen."""
        self._places = []

    def asked(self, talk: Conversation, question: str, page: str = "") -> None:
        """Answer a question; ``page`` is the page of the book that it names, if any."""
        reader = Reader.within(talk)
        found = reply(index(talk.library), question, page)
        self._places = []
        if isinstance(found, Hit):
            self._passage(hit_view(reader, found))
        elif found:
            self._out.say("Daar heeft de gids geen zeker antwoord op. Bedoel je een van deze?")
            self._offer(reader, found)
        else:
            self._out.say("Daar heeft de gids geen antwoord op. Vraag het met een ander woord.")

    def sought(self, talk: Conversation, words: str) -> None:
        """Search the guide."""
        if not words:
            self._out.say("Typ erbij wat je zoekt, bijvoorbeeld: zoek schorsing")
            return
        hits = index(talk.library).find(words, MOST)
        self._places = []
        if hits:
            self._offer(Reader.within(talk), hits)
        else:
            self._out.say("Niets gevonden. Probeer een ander woord, of minder woorden.")

    def book(self, talk: Conversation, name: str) -> None:
        """Show a page of the book, or its chapters."""
        reader = Reader.within(talk)
        if not name:
            for chapter in talk.library.chapters.values():
                self._out.say(f"{chapter.title}. {chapter.about}", "- ")
            self._out.say("Typ boek met een woord erachter, bijvoorbeeld: boek MDO")
        elif page := page_named(reader, name):
            self._page(reader, page)
        else:
            self.sought(talk, name)

    def chosen(self, typed: str) -> str:
        """The place of the letter that was typed, or ""."""
        letter = typed.strip(" .)").casefold()
        return dict(zip(LETTERS, self._places, strict=False)).get(letter, "")

    def show(self, talk: Conversation, place: str) -> None:
        """Show what stands at a place."""
        reader = Reader.within(talk)
        kind, _, name = place.partition(":")
        if kind == "boek":
            self._page(reader, name)
        else:
            self._passage(passage_view(reader, place))

    def _page(self, reader: Reader, page: str) -> None:
        from routeboek_tui.conversation.book_view import page_view

        show_lines(self._out, page_lines(page_view(reader, page)))

    def _passage(self, view: PassageView) -> None:
        show_lines(self._out, passage_lines(view))
        if view.more and view.place.startswith("boek:"):
            self._out.say(f"Meer hierover: typ boek {view.place.removeprefix('boek:')}")

    def _offer(self, reader: Reader, hits: Sequence[Hit]) -> None:
        for letter, hit in zip(LETTERS, hits, strict=False):
            view = hit_view(reader, hit)
            self._places.append(hit.passage.id)
            self._out.say(f"{view.title} ({view.kind})", f"{letter}. ")
            if hit.excerpt:
                self._out.say(hit.excerpt, "   ")
        self._out.say("Typ de letter om het te lezen.")

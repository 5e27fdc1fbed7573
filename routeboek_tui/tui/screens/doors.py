"""Where one can go from the conversation: advice, map, letters, and panels that explain."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.view import Question
from routeboek_tui.core.safety import Manner
from routeboek_tui.tui.screens.listening import Listening
from routeboek_tui.tui.widgets.page import Item

if TYPE_CHECKING:
    from routeboek_tui.tui.app import Guide
    from routeboek_tui.tui.commands import Command

COMMANDS: Mapping[str, tuple[str, str]] = {
    "advice": ("Advies: wat moet er nu gebeuren", "F2"),
    "map": ("Kaart van de route", "F3"),
    "letters": ("Brieven", "F4"),
    "why": ("Waarom deze vraag", "F5"),
    "source": ("Bron van deze vraag", ""),
    "what_if": ("Wat als: waar elk antwoord heen leidt", "F6"),
    "book": ("Boek: drempels, tafels, partners, wet en begrippen", "F7"),
    "search": ("Zoeken in alles wat de gids weet", "F8"),
    "compare": ("Edities vergelijken", ""),
    "facts": ("Feiten wijzigen", "Tab"),
    "undo": ("Een stap terug", "Ctrl+Z"),
    "safety": ("Veiligheid: is er gevaar, of maak je je zorgen", ""),
    "quiet": ("Anderen kijken mee: toon over veiligheid alleen een teken", ""),
    "aloud": ("Ik ben alleen: toon weer alles", ""),
    "restart": ("Opnieuw beginnen", ""),
    "help": ("Hulp", "F1"),
}
"""What can be done here by key, by typing and from the list of commands."""

OF_THE_APP = frozenset({"stop", "book", "search", "compare"})
"""What can be done on every screen."""


def action_of(name: str, argument: str = "") -> str:
    """The action of a command by its name."""
    words = f"({argument!r})" if argument and name in {"book", "search"} else ""
    return f"app.{name}{words}" if name in OF_THE_APP else name


class Doors(Listening[None]):
    """A screen that holds a conversation, and the ways out of it, imported when taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "hulp"),
        Binding("f2", "advice", "advies"),
        Binding("f3", "map", "kaart"),
        Binding("f4", "letters", "brieven"),
        Binding("f5", "why", "waarom"),
        Binding("f6", "what_if", "wat als"),
    ]

    def __init__(self, talk: Conversation) -> None:
        super().__init__()
        self.talk = talk
        self.question: Question | None = None

    def action_advice(self) -> None:
        """Open the advice."""
        from routeboek_tui.tui.screens.advice import AdviceScreen

        self.app.push_screen(AdviceScreen(self.talk))

    def action_map(self) -> None:
        """Open the map of the route."""
        from routeboek_tui.tui.screens.map import MapScreen

        self.app.push_screen(MapScreen(self.talk))

    def action_letters(self) -> None:
        """Open the letters."""
        from routeboek_tui.tui.screens.letters import LettersScreen

        self.app.push_screen(LettersScreen(self.talk, cast("Guide", self.app).letter_values))

    def open_letter(self, letter: str) -> None:
        """Open the letter with this id."""
        from routeboek_tui.tui.screens.letter import LetterScreen

        guide = cast("Guide", self.app)
        found = self.talk.library.letters[letter]
        guide.push_screen(LetterScreen(self.talk, found, guide.letter_values))

    def action_help(self) -> None:
        """Help with what is asked now."""
        from routeboek_tui.tui.screens import explain

        self._panel("Hulp", explain.help_items(self.talk, self.question))

    def action_why(self) -> None:
        """Why this is asked, and where it is written."""
        from routeboek_tui.tui.screens import explain

        if self.question is not None:
            self._panel("Waarom deze vraag", explain.why_items(self.talk, self.question))
        else:
            self._step_panel()

    def action_source(self) -> None:
        """Where this is written."""
        from routeboek_tui.tui.screens import explain

        if self.question is not None:
            self._panel("Bron", explain.source_items(self.talk, self.question))
        else:
            self._step_panel()

    def action_what_if(self) -> None:
        """Where each answer leads."""
        from routeboek_tui.tui.screens import explain

        if self.question is not None:
            self._panel("Wat als", explain.what_if_items(self.talk, self.question))

    def answered_from_guide(self, question: str, page: str = "") -> list[Item]:
        """What the guide says on a question; ``page`` is the page of the book that it names."""
        from routeboek_tui.tui.screens.answers import answer_items

        index = cast("Guide", self.app).index
        return answer_items(Reader.within(self.talk), index, question, page)

    def shown(self, place: str) -> list[Item]:
        """What stands at a place in the guide, in short."""
        from routeboek_tui.conversation.passage_view import passage_view
        from routeboek_tui.tui.screens.passages import aside

        return aside(passage_view(Reader.within(self.talk), place))

    def follow(self, place: str) -> None:
        """Go to a place in the guide."""
        from routeboek_tui.tui.screens.passages import follow, leads_on

        if leads_on(place):
            follow(self.app, Reader.within(self.talk), place)

    def _step_panel(self) -> None:
        """All there is to read about the outcome, where nothing is asked any more."""
        from routeboek_tui.tui.screens.map import step_items

        step = self.talk.trail.main.last.step
        self._panel(self.talk.say(self.talk.text(step).title), step_items(self.talk, step))

    def _panel(self, title: str, items: Iterable[Item]) -> None:
        from routeboek_tui.tui.screens.passages import show

        show(self.app, Reader.within(self.talk), title, items)

    def commands(self) -> "tuple[Command, ...]":
        """What this screen can do, for the list of commands."""
        from routeboek_tui.tui.commands import Command

        asked = self.question is not None
        manner = "aloud" if self.talk.safety.manner is Manner.ALOUD else "quiet"
        left_out = {manner, *(() if asked else ("what_if",))}
        names = [name for name in COMMANDS if name not in left_out]
        return tuple(Command(*COMMANDS[name], action_of(name)) for name in names)

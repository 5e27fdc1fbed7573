"""What was typed about a pupil: the routes it resembles, and what must be answered first."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.heading import Heading, head_for
from routeboek_tui.conversation.meanings import Born, Chosen, FirstDay, Given, Unknown
from routeboek_tui.conversation.move import Refused, hear_alarm, told
from routeboek_tui.conversation.safety import Alarm
from routeboek_tui.conversation.wat_nu import Found, candidates
from routeboek_tui.tui.screens import transcript
from routeboek_tui.tui.screens.found import NONE, found_items, heading_items, picks
from routeboek_tui.tui.screens.info import InfoScreen
from routeboek_tui.tui.screens.listening import Listening
from routeboek_tui.tui.widgets.danger_strip import DangerStrip
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Item, Page
from routeboek_tui.tui.widgets.prompt import Prompt

TITLE = "Wat is er aan de hand?"
OTHERWISE = "typ het in andere woorden"
AN_ANSWER = "typ een antwoord"
NOT_UNDERSTOOD = "Dat past bij geen van de antwoorden. Kies er een met het cijfer."

HELP = (
    "De gids vergelijkt wat je typte met wat scholen vaak zien. Wat er het meest op lijkt, staat"
    " bovenaan. Hij kiest niet voor je.",
    "Kies wat past, met het cijfer, met Enter of met de muis. Past er niets? Typ het in andere"
    " woorden, of laat de gids je vragen stellen.",
    "Daarna vraagt de gids of de leerling veilig is. Ook vraagt hij wat hij nog moet weten om de"
    " goede stap te vinden. Dan begin je daar.",
)


class WhatNowScreen(Listening[Conversation]):
    """The routes that fit a text. It is left with the conversation to go on with, if any.

    ``talk`` is the triage so far. What is asked before the way is known is asked here.
    """

    CSS_PATH = "what_now.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "terug", show=False),
        Binding("ctrl+z", "back", "een stap terug", show=False, priority=True),
        Binding("f1", "help", "hulp", show=False),
    ]

    def __init__(self, talk: Conversation, text: str) -> None:
        super().__init__()
        self.talk = talk
        self._text = text
        self._found = _found(talk, text)
        self._headings: list[Heading] = []
        self._at_number: tuple[Heading, ...] = ()
        self._said: list[Item] = []

    def compose(self) -> ComposeResult:
        """The page, the line to type on and the keys."""
        yield Static(Content(TITLE), id="title")
        yield DangerStrip(self.talk)
        yield Page(id="found")
        with Horizontal(id="typing"):
            yield Static(Content("›"), id="mark")
            yield Prompt(getattr(self.app, "grace", 0.0))
        yield Keys(())

    def on_mount(self) -> None:
        """Show what was found."""
        self._show()

    def _show(self) -> None:
        page, prompt = self.query_one(Page), self.query_one(Prompt)
        asked = self._headings[-1].question if self._headings else None
        if asked is not None:
            page.replace([*heading_items(self._headings[-1]), *self._said])
            quick = [option.key for option in asked.options]
            prompt.placeholder = AN_ANSWER
        else:
            page.replace([*found_items(self.talk, self._text, self._found), *self._said])
            quick = list(picks(self._found))
            prompt.placeholder = OTHERWISE
        prompt.quick = quick
        self.query_one(Keys).show([
            (f"1-{len(quick)}" if len(quick) > 1 else "1", "kies", ""),
            ("↑↓", "ga langs", ""),
            *([("^z", "stap terug", "back")] if self._headings else []),
            ("F1", "hulp", "help"),
            ("Esc", "terug", "leave"),
        ])  # fmt: skip
        page.cursor = None
        page.start = 0

    def on_page_picked(self, event: Page.Picked) -> None:
        """What fits, or an answer, was clicked or chosen with Enter."""
        self._pick(event.action.partition(":")[2])

    def on_prompt_quick(self, event: Prompt.Quick) -> None:
        """A number was pressed."""
        self._at_number = tuple(self._headings)
        self._pick(event.key)

    def on_prompt_meant(self) -> None:
        """The number was the start of a text: take back what it chose."""
        if self._headings and tuple(self._headings[:-1]) == self._at_number:
            self.action_back()

    def on_prompt_sent(self, event: Prompt.Sent) -> None:
        """A line was typed, or Enter alone."""
        text = event.text.strip()
        if not text:
            if self.query_one(Page).cursor is not None:
                self.query_one(Page).action_pick()
            else:
                self._tell("Kies een cijfer, of ga met ↓ naar wat past.")
        elif self._headings:
            self._hear(text)
        elif text in picks(self._found):
            self._pick(text)
        else:
            self.talk = told(self.talk, text)
            if self.talk.safety.rest:
                self.dismiss(self.talk)
                return
            self._text, self._said = text, []
            self._found = _found(self.talk, text)
            self._show()

    def _pick(self, key: str) -> None:
        if self._headings:
            asked = self._headings[-1].question
            option = next((o for o in asked.options if o.key == key), None) if asked else None
            if option is not None:
                self._answer(Chosen((option.choice,)) if option.choice else Unknown())
            return
        candidate = picks(self._found).get(key, NONE)
        if candidate is NONE:
            self.dismiss(self.talk)
        else:
            self._head(head_for(self.talk, candidate))

    def _hear(self, text: str) -> None:
        understood = self._headings[-1].read(text)
        if isinstance(understood, Chosen | Unknown | Given | Born | FirstDay):
            self._answer(understood)
        elif isinstance(understood, Alarm):
            self.dismiss(hear_alarm(self._headings[-1].talk, understood, text).talk)
        else:
            self._tell(NOT_UNDERSTOOD)

    def _answer(self, understood: Chosen | Unknown | Given | Born | FirstDay) -> None:
        after = self._headings[-1].answered(understood)
        if isinstance(after, Refused):
            self._tell(" ".join(after.sentences))
        else:
            self._head(after)

    def _head(self, heading: Heading) -> None:
        """Ask what this still needs, or leave with where it has come."""
        self._said = []
        self._headings.append(heading)
        if heading.question is not None:
            self._show()
        else:
            self.dismiss(heading.arrived or heading.talk)

    def _tell(self, words: str) -> None:
        self._said = transcript.notice(words)
        self._show()

    def action_back(self) -> None:
        """Back to the question before, to what was found, or to where one came from."""
        self._said = []
        if not self._headings:
            self.dismiss(None)
            return
        self._headings.pop()
        self._show()

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Say how this screen works."""
        self.app.push_screen(InfoScreen("Hulp bij wat je typte", [Item(line) for line in HELP]))


def _found(talk: Conversation, text: str) -> Found:
    return candidates(talk.library, text, {**talk.answers.facts, **talk.situation})

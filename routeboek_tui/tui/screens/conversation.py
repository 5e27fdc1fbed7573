"""The conversation: one question at a time, the way so far above it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.conversation.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.fact_answer import WHICH_DAY
from routeboek_tui.conversation.meanings import Chosen, Unknown
from routeboek_tui.conversation.move import Answered, answer
from routeboek_tui.conversation.view import Question, lines, question
from routeboek_tui.core.replay import valid
from routeboek_tui.core.safety import KIND, SAFETY
from routeboek_tui.tui.screens import change, legs, transcript
from routeboek_tui.tui.screens.alarmed import Alarmed
from routeboek_tui.tui.screens.doors import action_of
from routeboek_tui.tui.screens.hearing import Heard, hear
from routeboek_tui.tui.screens.restart import restart
from routeboek_tui.tui.screens.typing import typing
from routeboek_tui.tui.widgets.actions_panel import ActionsPanel
from routeboek_tui.tui.widgets.danger_strip import DangerStrip
from routeboek_tui.tui.widgets.facts_strip import FactsStrip
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Item, Page
from routeboek_tui.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from routeboek_tui.tui.app import Guide


class ConversationScreen(Alarmed):
    """A walk along one route, held as one immutable conversation and those before it."""

    CSS_PATH = "conversation.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", "terug", priority=True),
        Binding("escape", "home", "naar de vraag", show=False),
    ]

    def __init__(self, talk: Conversation) -> None:
        super().__init__(talk)
        self._before: list[Conversation] = []
        self._asides: dict[tuple[str, int], list[Item]] = {}
        self._ticked: set[str] = set()
        self._given: Mapping[str, str] = {}
        self._said: list[Item] = []
        self._at_number: Conversation | None = None

    @property
    def answered(self) -> bool:
        """Whether something would be lost by stopping now."""
        guide = cast("Guide", self.app)
        return bool(self.talk.answers.steps or self.talk.earlier or guide.letter_values)

    def compose(self) -> ComposeResult:
        """Facts, conversation beside what there is to do, the line to type on, keys."""
        yield FactsStrip()
        yield DangerStrip()
        with Horizontal(id="middle"):
            yield Page(id="talk")
            yield ActionsPanel(id="todo")
        with Horizontal(id="typing"):
            yield Static(Content("›"), id="mark")
            yield Prompt(cast("Guide", self.app).grace)
        yield Keys(())

    def on_mount(self) -> None:
        """Show the first question."""
        self.show()

    def show(self, beside: int = 0) -> None:
        """Show the conversation from the live question on, or ``beside`` items before it."""
        talk, wide = self.talk, self.has_class("-breed")
        asked = self.question = question(talk)
        view = advice_view(talk)
        above = [*legs.folded(talk), *transcript.folded(talk, self._asides)]
        above += self._asides.get(self._key(), ())
        here = len(above) - beside
        if not wide and asked is not None and not asked.ended and not asked.fact:
            above += transcript.first(view, self._before)
        above += transcript.also(self.rest)
        live = transcript.live(talk, view, asked, self._ticked)
        page = self._page
        page.replace([*above, *live, *self._said])
        first = (n for n, item in enumerate(live) if item.action.startswith("answer:"))
        page.start = len(above) + next(first, 0)
        self.query_one(FactsStrip).show(talk)
        self.query_one(DangerStrip).show(talk)
        self.query_one(ActionsPanel).show(view)
        now, prompt = typing(asked), self.query_one(Prompt)
        self.query_one(Keys).show(now.keys)
        prompt.quick, prompt.placeholder = now.quick, now.placeholder
        self.call_after_refresh(self._into_view, here if beside else len(above))

    def _into_view(self, here: int) -> None:
        page = self._page
        page.scroll_to_end()
        if not self._said:
            page.scroll_to_item(here)

    def _key(self) -> tuple[str, int]:
        return (self.talk.trail.main.last.step, self.talk.trail.main.last.visit)

    def go(self, talk: Conversation, said: str = "") -> None:
        """Go on with another conversation; what was typed halfway stays."""
        asked, talk = self.question, talk.onward()
        known = len(self.talk.trail.unknown) + len(self.talk.trail.unknown_facts)
        self._before.append(self.talk)
        self.talk = talk
        self._fresh(said)
        if asked and len(talk.trail.unknown) + len(talk.trail.unknown_facts) > known:
            self._said += transcript.to_find_out(self._before[-1], asked)
            self.show()

    def _fresh(self, said: str = "") -> None:
        self._ticked, self._given = set(), {}
        self._said = transcript.notice(said) if said else []
        self.rest = ""
        self._page.cursor = None
        self.show()

    def _tell(self, message: str, *more: Item) -> None:
        self._said = [*transcript.notice(message), *more]
        self.show()

    def on_prompt_sent(self, event: Prompt.Sent) -> None:
        """A line was typed, or Enter alone."""
        if event.text.strip():
            self._hear(event.text)
        elif self._page.cursor is not None and not self._on_ticked():
            self._page.action_pick()
        elif self._ticked:
            self._confirm()
        elif self.rest:
            self.action_rest()
        else:
            self._tell("Kies een cijfer, ga met ↓ naar een antwoord, of typ iets.")

    def _hear(self, text: str) -> None:
        self.take(hear(self.talk, text, self._given), text)

    def take(self, heard: Heard, text: str) -> None:
        """Do what came of a line."""
        if heard.talk is not None:
            self.go(heard.talk, heard.message)
            self.go_on(heard.rest)
        elif heard.told:
            legs.tell(self.app, self.talk, text, self.go)
        elif heard.command:
            self._command(heard)
        elif heard.question:
            self._beside(self.answered_from_guide(heard.question, heard.page))
        else:
            self._given = heard.given or self._given
            options = self.question.options if self.question else ()
            near = [o for o in options if o.choice in heard.nearest]
            self._tell(heard.message, *(transcript.option_item(o, (), several=False) for o in near))

    def _beside(self, items: list[Item]) -> None:
        """Show what was asked above the question, which stays where it is."""
        self._asides.setdefault(self._key(), []).extend(items)
        self._said = []
        self.show(len(items))

    def _command(self, heard: Heard) -> None:
        answers = [line for line in lines(self.talk) if line.answer]
        number = int(heard.argument) if heard.argument.isdecimal() else len(answers)
        if heard.command != "change":
            self.call_later(self.run_action, action_of(heard.command, heard.argument))
        elif 1 <= number <= len(answers):
            self._change(answers[number - 1].step, answers[number - 1].visit)
        else:
            self._tell("Er is geen antwoord met dat nummer om te wijzigen.")

    def on_prompt_quick(self, event: Prompt.Quick) -> None:
        """A number, or the space where answers are ticked."""
        if event.key == " ":
            cursor = self._page.cursor
            action = self._page.items[cursor].action if cursor is not None else ""
            self._pick(action if action.startswith("answer:") else "")
        else:
            self._at_number = self.talk
            self._pick(f"answer:{event.key}")

    def on_prompt_meant(self) -> None:
        """The number was the start of a text: take back what it chose."""
        if self._before and self._before[-1] is self._at_number:
            self.action_undo()

    def on_page_picked(self, event: Page.Picked) -> None:
        """Something on the page was picked: an answer, an earlier one, a letter, or a key."""
        self._pick(event.action)

    def _pick(self, picked: str) -> None:
        kind, _, value = picked.partition(":")
        if kind == "answer":
            self._answer(value)
        elif kind == "change":
            step, _, visit = value.rpartition(":")
            self._change(step, int(visit))
        elif kind == "confirm":
            self._confirm()
        elif kind == "letter":
            self.open_letter(value)
        elif kind == "leg":
            legs.show(self.app, self.talk.earlier[int(value)])
        elif kind == "do":
            self.call_later(self.run_action, action_of(value))
        elif kind == "toon":
            self._beside(self.shown(value))
        else:
            self.follow(picked)

    def _answer(self, key: str) -> None:
        asked = self.question
        option = next((o for o in asked.options if o.key == key), None) if asked else None
        if asked is None or option is None:
            return
        if asked.fact in {SAFETY, KIND}:
            result = answer(self.talk, Chosen((option.choice,)) if option.choice else Unknown(), {})
            if isinstance(result, Answered):
                self.go(result.talk)
                self.go_on(result.rest)
        elif self.talk.trail.doors:
            self.go(self.talk.jump(option.choice))
        elif asked.dated and option.choice:
            self._tell(WHICH_DAY)
        elif asked.fact:
            self.go(self.talk.knowing(asked.fact, option.choice))
        elif asked.several and option.choice:
            self._tick(asked, option.choice, extra=option.extra)
        else:
            self.go(self.talk.answered((option.choice,) if option.choice else ()))

    def _tick(self, asked: Question, choice: str, *, extra: bool) -> None:
        single = {o.choice for o in asked.options if not o.extra}
        if choice in self._ticked:
            self._ticked.discard(choice)
        else:
            self._ticked -= set() if extra else single
            self._ticked.add(choice)
        self._said = []
        self.show()

    def _on_ticked(self) -> bool:
        """Whether the highlighted answer is ticked already, so that Enter goes on."""
        cursor, options = self._page.cursor, self.question.options if self.question else ()
        action = self._page.items[cursor].action if cursor is not None else ""
        return any(action == f"answer:{o.key}" and o.choice in self._ticked for o in options)

    def _confirm(self) -> None:
        asked = self.question
        if asked is None:
            return
        taken = tuple(o.choice for o in asked.options if o.choice in self._ticked)
        if valid(self.talk.step(asked.step), taken):
            self.go(self.talk.answered(taken))
        else:
            self._tell("Kies ook een antwoord met een rondje: een kruisje staat niet alleen.")

    def on_facts_strip_picked(self, event: FactsStrip.Picked) -> None:
        """A fact is to be changed."""
        change.fact(self.app, self.talk, event.fact, self.go)

    def _change(self, step: str, visit: int) -> None:
        change.answer(self.app, self.talk, step, visit, self.go)

    def on_resize(self) -> None:
        """A wide screen shows what to do beside the conversation, a narrow one above it."""
        if self.question is not None or self.talk.ended:
            self.call_after_refresh(self.show)

    def action_home(self) -> None:
        """Back to the live question, with nothing highlighted."""
        self._page.cursor = None
        self._said = []
        self.query_one(Prompt).focus()
        self.show()

    def action_undo(self) -> None:
        """Go one step back."""
        if self._before:
            self.talk = self._before.pop()
            self._fresh()
        elif self.talk.earlier:
            self.talk = self.talk.earlier[-1]
            self._fresh()
        else:
            self.dismiss()

    def action_restart(self) -> None:
        """Begin again from the start screen, after asking."""
        restart(self.app, self.talk, self.dismiss)

    def action_facts(self) -> None:
        """Go to the facts on top."""
        self.query_one(FactsStrip).focus()

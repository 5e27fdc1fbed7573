"""The talk: one question at a time, the way so far above it."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.conversation.advice.advice_view import AdviceView
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.view import Option, Question
from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import Leave, Open, Passage, Places, Reply, Stop, View
from routeboek_tui.tui.items import legs
from routeboek_tui.tui.items.asking import answered_already, asking, bare
from routeboek_tui.tui.items.ending import ending
from routeboek_tui.tui.items.passages import leads_on
from routeboek_tui.tui.items.todo import first
from routeboek_tui.tui.items.transcript import newest, noted, replied, transcript
from routeboek_tui.tui.keyboard import Command, footer
from routeboek_tui.tui.listening import Listening
from routeboek_tui.tui.places import follow
from routeboek_tui.tui.views import open_view
from routeboek_tui.tui.widgets.actions_panel import ActionsPanel
from routeboek_tui.tui.widgets.danger_strip import DangerStrip
from routeboek_tui.tui.widgets.facts_strip import FactsStrip
from routeboek_tui.tui.widgets.item import Item, height
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt

ANSWER = "typ een antwoord of stel een vraag"

LEAST = 6
"""Lines that an answer in between gets, however little room the question leaves."""


class ConversationScreen(Listening[None]):
    """Lays out one :class:`Course`; ``reply`` is what was said before it was shown."""

    CSS_PATH = "conversation.tcss"
    about: ClassVar[str] = "talk"

    def __init__(self, course: Course, reply: Reply = ()) -> None:
        super().__init__()
        self.course = course
        self._reply = reply
        self._said: Reply = ()
        self._looking = self._stayed = self._past = False
        self._typed = ""
        self._asked: Question | None = None
        self._ticked: set[str] = set()

    @property
    def talk(self) -> Conversation:
        """Where the route stands."""
        return self.course.talk

    def compose(self) -> ComposeResult:
        """Facts, talk beside what there is to do, the line to type on, keys."""
        yield FactsStrip()
        yield DangerStrip()
        with Horizontal(id="middle"):
            yield Page(id="talk")
            yield ActionsPanel(id="todo")
        with Horizontal(classes="line"):
            yield Static(Content("›"), classes="mark")
            yield Prompt(self.sent, ANSWER)
        yield Keys(())

    def on_mount(self) -> None:
        """Show the first question."""
        self._asked = self.course.asked
        self.heard(self._reply)

    def on_screen_resume(self) -> None:
        """Back from the wall of a meeting, the route may have been answered there."""
        super().on_screen_resume()
        if self.course.held and self.course.asked != self._asked:
            self.heard(())

    def heard(self, reply: Reply, typed: str = "") -> None:
        """Show where the talk stands now, and do what the guide replied to what was ``typed``."""
        self._said, self._typed = reply, typed
        self._stayed = self.course.asked == self._asked
        if not self._stayed:
            self._asked = self.course.asked
            self._ticked = set()
            self.page.cursor = None
        self.guide.manner = self.talk.safety.manner
        looked_up = any(isinstance(part, Passage | Places) for part in reply)
        self._looking = looked_up
        self._past = not looked_up and (self._past or not self._stayed)
        self.show()
        for part in reply:
            if isinstance(part, Stop):
                self.app.exit()
            elif isinstance(part, Leave):
                self.dismiss()
            elif isinstance(part, Open):
                self._open(part.view, part.name)

    def _open(self, view: View, name: str) -> None:
        if view is View.FACTS:
            self.query_one(FactsStrip).focus()
        elif view is View.QUESTION:
            self.action_home()
        else:
            open_view(self.guide, self.course, view, name)

    def show(self) -> None:
        """Show the talk from the live question on, or from what was just asked in between."""
        asked, view = self.course.asked, self.talk.view
        page, live = self.page, self._live(asked, view)
        width = max(page.scrollable_content_region.width, 1)
        said = list(replied(self._said, self.course, self._typed))
        refused = height(said, width) if self._stayed and noted(self._said) else 0
        room = page.size.height - height(live, width)
        needed = LEAST if self._looking else refused
        if asked is not None and needed and room < needed:
            live = self._live(bare(asked), view)
            room = page.size.height - height(live, width)
        on_route = asked is not None and not (asked.ended or asked.fact or asked.beside_route)
        doing: list[Item] = []
        if not (self.has_class("-breed") or self._looking) and on_route:
            before = [moment.talk for moment in self.course.before]
            doing = list(first(self.talk, before, width, room - refused))
        above = list(transcript(self.course, past=self._past))
        here = len(above)
        # The blank line above them may leave the screen.
        room -= height(doing[1:], width)
        told = [] if self._past else newest(self.course, width, max(room, LEAST))
        # Who asks before the route is known sees the doors first, and then the answer.
        below = told if self.course.telling else []
        above += [*([] if below else told), *doing]
        page.replace([*above, *live, *below, *said])
        choices = (n for n, item in enumerate(live) if item.action.startswith("answer:"))
        page.start = len(above) + next(choices, 0)
        self.query_one(FactsStrip).show(self.course.told)
        self.query_one(DangerStrip).show(self.course.told)
        self.query_one(ActionsPanel).show(self.course.told.view)
        self.query_one(Keys).show(_keys(asked))
        fits = room >= refused
        seen = here if self._looking else len(above) + 1 - (len(doing) if fits else 0)
        into_view = partial(self._into_view, None if refused and not fits else seen)
        into_view()
        # What stands around the page may have taken room, or given it back.
        self.call_after_refresh(into_view)

    def _live(self, asked: Question | None, view: AdviceView) -> list[Item]:
        if asked is None or asked.ended:
            return list(ending(self.talk, view, asked))
        already = () if asked.beside_route else answered_already(self.talk, asked)
        return [*already, *asking(asked, self._ticked)]

    def _into_view(self, here: int | None) -> None:
        """Bring the last line into view, and the item ``here`` above it, if any."""
        page = self.page
        page.scroll_to_end()
        if here is not None and (not self._said or here < page.start):
            page.scroll_to_item(here)

    # What is typed and picked

    def selected(self, line: str) -> list[str]:
        """The options that are named by their keys."""
        return [f"answer:{key}" for key in self.course.selected(line)]

    def hear(self, line: str) -> None:
        """Hear a line."""
        self.heard(self.course.hear(line), line)

    def enter(self) -> None:
        """Take what was ticked, else the default, else say what to do."""
        if self._ticked:
            self._confirm()
        else:
            self.heard(self.course.hear(""))

    def sent(self, text: str) -> None:
        """A line, or Enter alone; what was ticked goes before what the arrows highlight."""
        if self._ticked and not text.strip() and self._at_option() is not None:
            self._confirm()
        else:
            super().sent(text)

    def on_prompt_ticked(self) -> None:
        """The space ticks what the arrows highlight, where several may be chosen."""
        option = self._at_option()
        if option is not None and self._asked and self._asked.several and option.choice:
            self._tick(self._asked, option)

    def on_page_picked(self, event: Page.Picked) -> None:
        """Something on the page was picked: an answer, an earlier one, a letter, or a key."""
        kind, _, value = event.action.partition(":")
        if kind == "answer":
            self._answer(value)
        elif kind == "confirm":
            self._confirm()
        elif kind == "change":
            fact, step, visit = value.split(":")
            self.heard(self.course.change(fact, step, int(visit)))
        elif kind == "look":
            self.heard(self.course.look(value))
        elif kind == "leg":
            leg = self.talk.earlier[int(value)]
            self.guide.show("panel", leg.title, legs.leg_items(leg))
        elif kind == "letter":
            self.guide.show("letter", self.course.draft(value))
        elif kind == "do":
            self.heard(self.course.do(value))
        elif leads_on(event.action):
            follow(self.guide, Reader.within(self.talk), event.action)

    def _answer(self, key: str) -> None:
        asked = self._asked
        option = next((o for o in asked.options if o.key == key), None) if asked else None
        if asked and option and asked.several and option.choice:
            self._tick(asked, option)
        else:
            self.heard(self.course.pick(key))

    def _tick(self, asked: Question, option: Option) -> None:
        """Tick an option or no longer; of those that do not go together the last one stays."""
        apart = {each.key for each in asked.options if not _together(each, option)}
        if option.key in self._ticked:
            self._ticked.discard(option.key)
        else:
            self._ticked -= apart
            self._ticked.add(option.key)
        self._said, self._looking = (), False
        self.show()

    def _confirm(self) -> None:
        self.heard(self.course.pick(*sorted(self._ticked)))

    def _at_option(self) -> Option | None:
        """The option that the arrows highlight."""
        page, asked = self.page, self._asked
        action = page.items[page.cursor].action if page.cursor is not None else ""
        options = asked.options if asked else ()
        return next((option for option in options if action == f"answer:{option.key}"), None)

    def on_facts_strip_picked(self, event: FactsStrip.Picked) -> None:
        """A fact is to be changed."""
        self.prompt.focus()
        self.heard(self.course.change(event.fact))

    def on_danger_strip_picked(self) -> None:
        """The whole of what to do about danger is wanted."""
        open_view(self.guide, self.course, View.ADVICE)

    def on_resize(self) -> None:
        """A wide screen shows what to do beside the talk, a narrow one above it."""
        self.call_after_refresh(self.show)

    def action_home(self) -> None:
        """Back to the question, with nothing highlighted."""
        self.page.cursor = None
        self.prompt.focus()
        self._said, self._looking = (), False
        self.show()

    def action_back(self) -> None:
        """Back to the question: from one beside the route to that of the route."""
        if self.course.beside_route:
            self.heard(self.course.do("undo"))
        self.action_home()

    def action_undo(self) -> None:
        """Go one step back."""
        self.heard(self.course.do("undo"))

    def show_help(self) -> None:
        """Help with what is asked now."""
        open_view(self.guide, self.course, View.HELP)

    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        return (
            Command("Naar de feiten bovenaan", "Tab", "facts"),
            Command("Terug naar de vraag", "Esc", "back"),
        )

    def action_facts(self) -> None:
        """Go to the facts on top."""
        self.query_one(FactsStrip).focus()


def _keys(asked: Question | None) -> list[tuple[str, str, str]]:
    options = asked.options if asked else ()
    which = f"{options[0].key}-{options[-1].key}" if len(options) > 1 else "1"
    choose = [(f"{which} Enter", "kies", "")] if options else []
    names = ("help", "advice", "map", "letters", "commands", "stop")
    return [*choose, *footer(*names)]


def _together(one: Option, other: Option) -> bool:
    """Whether two options may both be ticked."""
    besides = one.choice in other.besides or other.choice in one.besides
    return one.extra or other.extra or besides

"""The place to practise: a sheet on a page, and the line to type on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.conversation.practice.sheet import Line, Sheet, Tone
from routeboek_tui.conversation.view import Option
from routeboek_tui.course.answering import selected
from routeboek_tui.course.practice.practising import Practising
from routeboek_tui.text.characters import safe
from routeboek_tui.tui.keyboard import BACK, OF_THE_TALK, footer
from routeboek_tui.tui.listening import Listening
from routeboek_tui.tui.widgets.item import BLANK, Item, styled
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import Page
from routeboek_tui.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from routeboek_tui.course.letter.paper import Paper

STYLES = {
    Tone.HEAD: "$heading bold",
    Tone.MUTED: "$text-muted",
    Tone.RIGHT: "$text-success bold",
    Tone.WRONG: "$text-warning bold",
}
SIGNS = {Tone.ITEM: " •", Tone.RIGHT: "✓", Tone.WRONG: "✗"}
"""What stands before a line: colour alone says nothing to who does not see it."""

TYPE = "typ een cijfer, een letter of een woord"
MORE = "hieronder staat meer; Enter leest verder"
LOOK, LOOK_SHOWN = "ctrl+l", "^L"
"""The key that shows the story of a case again."""

STOP = "stop"
"""What is typed to stop with everything."""

TALKS = OF_THE_TALK | {"meeting", "other_track"}
"""What is about a talk with a real pupil in it."""

OF_A_TALK = "Dit hoort bij een gesprek, en je oefent nu. Ga eerst terug met Esc."
NOTHING_HERE = "Van het oefenen is hier niets te bewaren. Dat kan bij je voortgang."
TICKED = "▸ Klaar (Enter)"


class PracticeScreen(Listening[None]):
    """Lays out whatever is practised; ``place`` decides."""

    CSS_PATH = "practice.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding(LOOK, "look", "lees het verhaal", show=False)]
    about: ClassVar[str] = "practice"

    def __init__(self, place: Practising) -> None:
        super().__init__()
        self._place = place
        self._sheet: Sheet = place.sheet
        self._ticked: set[str] = set()
        self._aside: tuple[Sheet, set[str]] | None = None
        self._said: tuple[str, ...] = ()
        self._found: int | None = None

    def compose(self) -> ComposeResult:
        """The title, the sheet, the line to type on and the keys."""
        yield Static(Content(""), id="title")
        yield Page(id="practice")
        with Horizontal(classes="line"):
            yield Static(Content("›"), classes="mark")
            yield Prompt(self.sent, TYPE)
        yield Keys(())

    @property
    def _keys(self) -> list[tuple[str, str, str]]:
        """The keys of this moment: nothing is saved where there is nothing to save."""
        save = () if "save" in self.refused else ("save",)
        enter = ("Enter PgDn", "lees verder", "") if self._unread else ("Enter", "kies", "")
        look = [(LOOK_SHOWN, self._sheet.look, "look")] if self._sheet.look else []
        return [enter, BACK, *look, *footer(*save, "help", "commands", "stop")]

    def on_mount(self) -> None:
        """Show the first sheet."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show the sheet as it is now, the question in view."""
        sheet, page = self._sheet, self.page
        self.query_one("#title", Static).update(Content(safe(sheet.title)))
        above = list(_above(sheet))
        below = [BLANK, *(Item(each, 1, style="$text-warning") for each in self._said)]
        asking = list(_asking(sheet, self._ticked))
        page.replace([*above, *asking, *(below if self._said else ())])
        page.start = len(above)
        self.call_after_refresh(self._show_keys)
        fits = sum(item.height(max(page.size.width, 1)) for item in page.items) <= page.size.height
        if fits or not sheet.question:
            page.scroll_home(animate=False)
        else:
            first = len(above) - 1 if self._found is None else self._found
            page.scroll_to_item(max(first, 0), top=True)

    def _show_keys(self) -> None:
        self.prompt.placeholder = MORE if self._unread else TYPE
        self.query_one(Keys).show(self._keys)

    def selected(self, line: str) -> tuple[str, ...]:
        """The choices that are named by their keys."""
        return selected(line, self._sheet.options)

    def hear(self, line: str) -> None:
        """Take a line, and show what follows."""
        heard = self._place.hear(line)
        if heard.stop:
            super().stop()
        elif heard.back:
            self.dismiss()
        else:
            self._said = heard.said
            if self._place.sheet != self._sheet:
                before, ticked = self._sheet, self._ticked
                self._sheet, self._ticked = self._place.sheet, set()
                self._keep(before, ticked)
                self._found = _found(before, self._sheet)
                self.page.cursor = None
            self.show()

    def _keep(self, before: Sheet, ticked: set[str]) -> None:
        """What was ticked stands there still after the story or a letter was looked at."""
        if self._aside and self._aside[0] == self._sheet:
            self._ticked = self._aside[1]
        elif before.several:
            self._aside = (before, ticked)

    def action_look(self) -> None:
        """Show the story again."""
        if self._sheet.look:
            self.hear(self._sheet.look)

    def enter(self) -> None:
        """What is ticked, or what Enter alone takes: the rest first, where not all was in view."""
        if self._unread:
            self.action_leaf(1)
        else:
            self.hear(" ".join(sorted(self._ticked, key=len)) if self._ticked else "")

    @property
    def _unread(self) -> bool:
        """Whether there is only something to read, and more of it below what is in view."""
        reading = bool(self._sheet.default) and not self._sheet.question
        return reading and self.page.scroll_y < self.page.max_scroll_y

    def on_page_picked(self, event: Page.Picked) -> None:
        """Choose, or tick where there can be more."""
        option = next((o for o in self._sheet.options if o.key == event.action), None)
        if option is None:
            self.enter()
        elif _ticked_off(self._sheet, option):
            self._tick(option)
        else:
            self.hear(option.key)

    def on_prompt_ticked(self) -> None:
        """Tick what the arrows highlight."""
        page = self.page
        action = page.items[page.cursor].action if page.cursor is not None else ""
        option = next((o for o in self._sheet.options if o.key == action), None)
        if option and _ticked_off(self._sheet, option):
            self._tick(option)

    def _tick(self, option: Option) -> None:
        self._ticked ^= {option.key}
        self.show()

    @property
    def refused(self) -> frozenset[str]:
        """What is about a talk: none is touched from here; and saving, where there is no page."""
        return TALKS | (frozenset() if self._place.paper else {"save", "copy"})

    def refusal(self, name: str) -> str:
        """That what is about a talk is not done from here."""
        return OF_A_TALK if name in TALKS else ""

    def action_leaf(self, step: int) -> None:
        """Scroll by a page; Enter leaves what was read to its end."""
        super().action_leaf(step)
        self.call_after_refresh(self._show_keys)

    def action_back(self) -> None:
        """Back, from here or from what was opened here."""
        self.hear(BACK[1])

    def stop(self) -> None:
        """Stop, unless what is practised says that something would be lost."""
        self.hear(STOP)

    def on_resize(self) -> None:
        """The question stays in view."""
        self.call_after_refresh(self.show)

    def paper(self) -> "Paper | None":
        """What can be saved here: the page for a mentor, where one is, and nothing of a talk."""
        if self._place.paper is None:
            self.say(NOTHING_HERE)
        return self._place.paper


def _ticked_off(sheet: Sheet, option: Option) -> bool:
    """Whether an option can be one of several: what has a letter is asked by itself."""
    return sheet.several and option.key.isdecimal()


def _found(before: Sheet, sheet: Sheet) -> int | None:
    """The line that is new where the same question still waits: the answer to what was asked."""
    more = len(sheet.lines) > len(before.lines) and sheet.lines[: len(before.lines)] == before.lines
    return len(before.lines) if more and sheet.question == before.question else None


def _above(sheet: Sheet) -> Iterator[Item]:
    for number, line in enumerate(sheet.lines):
        if line.tone is Tone.HEAD and number:
            yield BLANK
        yield _line(line)
    if sheet.lines:
        yield BLANK


def _line(line: Line) -> Item:
    sign = SIGNS.get(line.tone, "")
    lead = f" {sign}" if sign else "  " if line.tone is Tone.SUB else ""
    return Item(line.text, len(lead) + 1, lead, style=STYLES.get(line.tone, ""))


def _asking(sheet: Sheet, ticked: set[str]) -> Iterator[Item]:
    if sheet.question:
        yield Item(styled((sheet.question, "bold")), 1)
    for option in sheet.options:
        if option.key in sheet.heads:
            yield Item(sheet.heads[option.key], 1, style="$heading bold")
        several = _ticked_off(sheet, option)
        mark = ("[x] " if option.key in ticked else "[ ] ") if several else ""
        lead = styled((f"{option.key:>4} ", "$heading bold"), mark)
        default = option.key == sheet.default
        label = styled(option.label, (" (Enter)", "$text-muted")) if default else option.label
        yield Item(label, 5 + len(mark), lead, action=option.key)
    if sheet.several:
        yield Item(styled((TICKED, "bold")), 2, action="klaar")
    if sheet.hint:
        yield Item(sheet.hint, 1, style="$text-muted")

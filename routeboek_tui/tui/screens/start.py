"""The first screen: where the school is, which sector, and what is going on."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from routeboek_tui.core.facts import PLACE, REGION, SECTOR
from routeboek_tui.tui.screens.beginning import Beginning
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import BLANK, Item, Page, styled
from routeboek_tui.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from routeboek_tui.library.compiled import Opening
    from routeboek_tui.tui.app import Guide
    from routeboek_tui.tui.commands import Command

LOW = 22
"""Lines below which the window is low."""

WHERE, WHICH, WHAT = (
    "Waar staat de school?",
    "Op welke school zit de leerling?",
    "Wat is er aan de hand?",
)
HOW = "Typ het hieronder in een paar woorden, of begin."
PLACEHOLDER = "bijvoorbeeld: steeds op maandag ziek"
PRIVACY = "De gids bewaart niets over de leerling"
KEPT = ", wel regio, sector en kleuren"

DOORS = (
    ("begin", "▸", "Begin: de gids stelt je een paar vragen"),
    ("routes", "▸", "Ik weet welke route"),
    ("app.book", "F7", "Het boek: begrippen, tafels, partners en adressen"),
    ("app.search", "F8", "Zoeken in alles wat de gids weet"),
)
"""What can be done here besides choosing: the action, its key and its words."""

HELP = (
    "Kies met een cijfer, met de pijlen en Enter, of met de muis. Tab gaat naar de volgende vraag.",
    "Weet je niet waar de school staat of welke sector het is? Laat het open. De gids vraagt het"
    " als het nodig is.",
    "Typ in een paar woorden wat er aan de hand is, zoals “thuis sinds de zomer”. Dan laat de gids"
    " zien welke route daarbij past. Typ geen namen.",
    "Begin je zonder tekst, dan stelt de gids je vragen tot de route duidelijk is.",
    "F10 stopt. Ctrl+P toont alle opdrachten. Daar kies je ook andere kleuren.",
)


class StartScreen(Beginning):
    """Two groups of choices and a line to type on; what was used last is chosen already."""

    # Textual reads no CSS_PATH of the screen an app begins with.
    DEFAULT_CSS = """
    StartScreen Page { padding: 0 1; max-width: 100; }
    StartScreen #typing { height: 1; padding: 0 1; background: $surface; }
    StartScreen #mark { width: 2; color: $heading; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "group(1)", "volgende vraag", show=False),
        Binding("shift+tab", "group(-1)", "vorige vraag", show=False),
        Binding("f1", "help", "hulp", show=False),
    ]

    def __init__(self, first: "Opening", kept: Mapping[str, str]) -> None:
        super().__init__()
        self._first, self._scheme = first, first.scheme
        known = {fact: kept[fact] for fact in self._scheme.domains if fact in kept}
        self._known = self._scheme.settled(known)
        self._told = ""

    def compose(self) -> ComposeResult:
        """The choices, the line to type on and the keys."""
        yield Page(id="start")
        with Horizontal(id="typing"):
            yield Static(Content("›"), id="mark")
            yield Prompt(cast("Guide", self.app).grace)
        yield Keys(())

    def on_mount(self) -> None:
        """Highlight what is to be done first."""
        self.query_one(Prompt).placeholder = PLACEHOLDER
        self._show()
        self._highlight()

    def on_resize(self) -> None:
        """Leave out empty lines where the window is low."""
        self._show()

    @property
    def place(self) -> str:
        """The choice of where the school is: as "fact=value", or "" while it is open."""
        if town := self._known.get(PLACE, ""):
            return f"{PLACE}={town}"
        region = self._known.get(REGION, "")
        return f"{REGION}={region}" if region in self._scheme.by_name(REGION) else ""

    def facts(self) -> dict[str, str]:
        """What is known of the case before the first question."""
        found = {**self._known}
        sectors = self._first.sectors_in(found.get(REGION, ""))
        if found.get(REGION) and len(sectors) == 1:
            found.setdefault(SECTOR, sectors[0])
        return found

    def _groups(self) -> dict[str, dict[str, str]]:
        """The labels of every choice by its action, per question."""
        towns, regions = self._first.labels(PLACE), self._first.labels(REGION)
        groups = {
            WHERE: {
                **{f"{PLACE}={value}": label for value, label in towns.items()},
                **{f"{REGION}={value}": regions[value] for value in self._scheme.by_name(REGION)},
            },
        }
        region = self._known.get(REGION, "")
        if not region or len(self._first.sectors_in(region)) > 1:
            sectors = self._first.labels(SECTOR)
            groups[WHICH] = {f"{SECTOR}={value}": label for value, label in sectors.items()}
        return groups

    def _open(self) -> str:
        """The first choice of a question that was not answered, or the one to begin with."""
        chosen = self._chosen()
        open_groups = (c for c in self._groups().values() if not chosen.intersection(c))
        return next((next(iter(choices)) for choices in open_groups), "begin")

    def _chosen(self) -> set[str]:
        return {self.place, f"{SECTOR}={self._known.get(SECTOR, '')}"}

    def _show(self) -> None:
        page, prompt = self.query_one(Page), self.query_one(Prompt)
        page.replace(self._items(low=self.app.size.height < LOW))
        numbered = [action for choices in self._groups().values() for action in choices]
        # With everything chosen a digit is the start of what is typed: "3 weken thuis".
        still = self._open() != "begin"
        self.query_one(Keys).show(_keys(len(numbered), still=still))
        prompt.quick = [str(n) for n in range(1, len(numbered) + 1)] if still else ()

    def _highlight(self) -> None:
        self.query_one(Page).point(self._open())

    def _items(self, *, low: bool) -> list[Item]:
        gap = [] if low else [BLANK]
        items = [Item(styled(("Routeboek verzuim en thuiszitters", "$heading bold")), 1)]
        if not low:
            items.append(Item("Een gids: wat moet er nu gebeuren, door wie, met welke brief?", 1))
        items += gap
        number, chosen = 0, self._chosen()
        for words, choices in self._groups().items():
            items.append(Item(styled((words, "bold")), 1))
            for action, label in choices.items():
                number += 1
                mark = "(•)" if action in chosen else "( )"
                lead = styled((f"  {number} ", "$heading bold"), mark)
                items.append(Item(label, 8, lead, action=action))
            items += gap
        if note := self._first.note(REGION, self._known.get(REGION, "")):
            items += [Item(note, 1, style="$text-muted"), *gap]
        items += [
            Item(styled((WHAT, "bold")), 1),
            Item(HOW, 1, style="$text-muted"),
            *(
                Item(words, 6, styled((f"  {key}", "$heading bold")), action=action)
                for action, key, words in DOORS
            ),
            *gap,
        ]
        if self._told:
            items.append(Item(self._told, 1, style="$text-warning"))
        kept = "" if low else KEPT
        return [*items, Item(f"{PRIVACY}{kept}.", 1, style="$text-muted")]

    def _choose(self, action: str) -> None:
        fact, _, value = action.partition("=")
        self._told = ""
        if fact == REGION:
            self._known = {
                name: v for name, v in self._known.items() if name not in (PLACE, SECTOR)
            }
        self._known = self._scheme.settled({**self._known, fact: value})
        self._show()

    def _pick(self, action: str) -> None:
        """Choose what was picked and go to what is still open, or open a door."""
        if "=" not in action:
            self.call_later(self.run_action, action)
            return
        self._choose(action)
        self._highlight()

    def on_page_picked(self, event: Page.Picked) -> None:
        """A choice or a door was clicked."""
        self._pick(event.action)

    def on_prompt_quick(self, event: Prompt.Quick) -> None:
        """A number was pressed."""
        self._number(event.key)

    def on_prompt_sent(self, event: Prompt.Sent) -> None:
        """A line was typed, or Enter alone."""
        text = event.text.strip()
        if not text:
            page = self.query_one(Page)
            cursor = page.cursor
            self._pick(self._open() if cursor is None else page.items[cursor].action)
        elif not self._number(text):
            self.tell(text)

    def _number(self, text: str) -> bool:
        numbered = [action for choices in self._groups().values() for action in choices]
        number = int(text) if text.isdecimal() and len(text) == 1 else 0
        if not 1 <= number <= len(numbered):
            return False
        self._pick(numbered[number - 1])
        return True

    def say(self, words: str) -> None:
        """Show a message until the next choice."""
        self._told = words
        self._show()

    def action_group(self, step: int) -> None:
        """Go to the first choice of the next or previous group."""
        page = self.query_one(Page)
        groups = [list(choices) for choices in self._groups().values()]
        groups.append([action for action, _, _ in DOORS])
        action = page.items[page.cursor].action if page.cursor is not None else "begin"
        here = next(n for n, group in enumerate(groups) if action in group)
        page.point(groups[(here + step) % len(groups)][0])

    def action_help(self) -> None:
        """Say how this screen works."""
        from routeboek_tui.tui.screens.info import InfoScreen

        self.app.push_screen(InfoScreen("Zo begin je", [Item(line) for line in HELP]))

    def commands(self) -> "tuple[Command, ...]":
        """What this screen can do, for the list of commands."""
        from routeboek_tui.tui.commands import Command

        doors = (Command(words, key.strip("▸"), action) for action, key, words in DOORS)
        return (*doors, Command("Hulp", "F1", "help"))


def _keys(choices: int, *, still: bool) -> list[tuple[str, str, str]]:
    number = f"1-{choices}" if still else f"1-{choices} Enter"
    return [
        (number, "kies", ""), ("Enter", "begin", ""),
        ("F7", "boek", "app.book"), ("F8", "zoek", "app.search"),
        ("F1", "hulp", "help"), ("^p", "opdrachten", "app.commands"),
        ("F10", "stop", "app.stop"),
    ]  # fmt: skip

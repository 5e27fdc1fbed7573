"""The first screen: what is going on, in which sector and gemeente."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from routeboek_tui.core.facts import DOMAINS
from routeboek_tui.tui.widgets.keys import Keys
from routeboek_tui.tui.widgets.page import BLANK, Item, Page, styled

if TYPE_CHECKING:
    from routeboek_tui.library.compiled import Opening
    from routeboek_tui.tui.app import Guide
    from routeboek_tui.tui.commands import Command

SITUATIONS: Mapping[str, str] = {"ziekteverzuim": "Een leerling is vaak of lang ziek gemeld"}
"""What is going on, by the route that goes with it."""

ASKED = {"sector": "Op welke school zit de leerling?", "gemeente": "Waar staat de school?"}
"""The facts that are asked here, and how."""

BEGIN = "begin"

LATER = "Wat je hier niet kiest, vraagt de gids als het nodig is."

PRIVACY = "De gids bewaart niets over de leerling. Alleen sector, gemeente en kleuren onthoudt hij."


HELP = (
    "Kies met een cijfer, met de pijlen en Enter, of met de muis. Tab gaat naar de volgende vraag.",
    "Klopt alles? Dan begint Enter het gesprek. Weet je sector of gemeente niet? Laat die open.",
    "F10 stopt. Ctrl+P toont alle opdrachten. Daar kies je ook andere kleuren.",
)


class StartScreen(Screen[None]):
    """Three groups of choices; what was used last is chosen already, so Enter begins."""

    CSS_PATH = "start.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "group(1)", "volgende vraag", show=False),
        Binding("shift+tab", "group(-1)", "vorige vraag", show=False),
        Binding("f1", "help", "hulp", show=False),
    ]

    def __init__(self, first: "Opening", kept: Mapping[str, str]) -> None:
        super().__init__()
        self._first = first
        self._known = {fact: kept[fact] for fact in DOMAINS if fact in kept}
        self._chosen = {fact: kept[fact] for fact in ASKED if fact in kept}
        self._chosen["route"] = next(iter(first.flows))

    def compose(self) -> ComposeResult:
        """The choices and the keys."""
        yield Page(self._items(), id="start")
        yield Keys([
            ("1-9", "kies", ""), ("↑↓ Enter", "kies, begin", ""),
            ("F1", "hulp", "help"), ("^p", "opdrachten", "app.commands"),
            ("F10", "stop", "app.stop"),
        ])  # fmt: skip

    def on_mount(self) -> None:
        """Highlight what is to be done first."""
        self.query_one(Page).focus()
        self._highlight()

    def _highlight(self) -> None:
        missing = next((fact for fact in ASKED if fact not in self._chosen), "")
        self.query_one(Page).point(self._actions(missing)[0] if missing else BEGIN)

    def _groups(self) -> dict[str, dict[str, str]]:
        """The labels of every group, by what they stand for."""
        groups = {"route": {flow: SITUATIONS.get(flow, flow) for flow in self._first.flows}}
        for fact in ASKED:
            groups[fact] = self._first.labels(fact)
        return groups

    def _actions(self, group: str) -> list[str]:
        return [f"{group}={value}" for value in self._groups()[group]]

    def _numbered(self) -> list[str]:
        return [action for group in self._groups() for action in self._actions(group)]

    def _items(self) -> list[Item]:
        items = [
            Item(styled(("Routeboek verzuim en thuiszitters", "$heading bold")), 1),
            Item("Een gids: wat moet er nu gebeuren, door wie, en met welke brief?", 1),
            BLANK,
        ]
        number = 0
        for group, labels in self._groups().items():
            items.append(Item(styled((ASKED.get(group, "Wat is er aan de hand?"), "bold")), 1))
            for value, label in labels.items():
                number += 1
                mark = "(•)" if self._chosen.get(group) == value else "( )"
                lead = styled((f"  {number} ", "$heading bold"), mark)
                side = styled((f"route {value}", "$text-muted")) if group == "route" else ""
                items.append(Item(label, 8, lead, side, action=f"{group}={value}"))
            items.append(BLANK)
        items += [
            Item(styled(("▸ Begin", "bold")), 2, action=BEGIN),
            BLANK,
            Item(LATER, 1, style="$text-muted"),
            Item(PRIVACY, 1, style="$text-muted"),
        ]
        return items

    def _choose(self, action: str) -> None:
        group, _, value = action.partition("=")
        self._chosen[group] = value
        self.query_one(Page).replace(self._items())

    def on_page_picked(self, event: Page.Picked) -> None:
        """Choose what was picked and go to the next group, or begin."""
        if event.action == BEGIN:
            self.action_begin()
            return
        self._choose(event.action)
        groups = list(self._groups())
        place = groups.index(event.action.partition("=")[0])
        following = groups[place + 1] if place + 1 < len(groups) else ""
        if following in self._chosen:
            following = next((fact for fact in ASKED if fact not in self._chosen), "")
        self.query_one(Page).point(self._actions(following)[0] if following else BEGIN)

    def on_key(self, event: events.Key) -> None:
        """A number chooses; Enter, with nothing highlighted, begins."""
        numbered = self._numbered()
        number = int(event.key) if event.key.isdecimal() else 0
        if 1 <= number <= len(numbered):
            event.stop()
            self._choose(numbered[number - 1])
            self._highlight()

    def action_group(self, step: int) -> None:
        """Go to the first choice of the next or previous group."""
        page = self.query_one(Page)
        stops = [*(self._actions(group)[0] for group in self._groups()), BEGIN]
        action = page.items[page.cursor].action if page.cursor is not None else BEGIN
        group = action.partition("=")[0]
        here = next((n for n, stop in enumerate(stops) if stop.startswith(group)), 0)
        page.point(stops[(here + step) % len(stops)])

    def action_begin(self) -> None:
        """Begin the conversation with what was chosen."""
        from routeboek_tui.conversation.conversation import Conversation
        from routeboek_tui.tui.screens.conversation import ConversationScreen

        guide = cast("Guide", self.app)
        chosen = {fact: self._chosen[fact] for fact in ASKED if fact in self._chosen}
        guide.remember(**chosen)
        facts = {**self._known, **chosen}
        talk = Conversation.start(guide.library, self._chosen["route"], guide.today, facts)
        guide.push_screen(ConversationScreen(talk))

    def action_help(self) -> None:
        """Say how this screen works."""
        from routeboek_tui.tui.screens.info import InfoScreen

        items = [Item(line) for line in HELP]
        self.app.push_screen(InfoScreen("Zo begin je", items))

    def commands(self) -> "tuple[Command, ...]":
        """What this screen can do, for the list of commands."""
        from routeboek_tui.tui.commands import Command

        return (Command("Beginnen", "Enter", "begin"), Command("Hulp", "F1", "help"))

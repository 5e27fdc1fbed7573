"""Where the tests of the screens set out from: a walk some way along the route."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from textual.pilot import Pilot

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.library.content import Library
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.conversation import ConversationScreen
from routeboek_tui.tui.screens.start import StartScreen

Maker: TypeAlias = Callable[..., Guide]
Walk: TypeAlias = Callable[..., Conversation]

KNOWN = {
    "sector": "po",
    "gemeente": "den_haag",
    "leeftijd": "vanaf_12",
    "jgz": "den_haag",
    "veiligheid": "nee",
}

AT_CONSULT = ("ja", "nee", "eerst_jgz", "ja")
CONSULT_REFUSED = ("ja", "nee", "eerst_jgz", "nee")
WARNED = (*AT_CONSULT, "twee_keer_zonder_bericht", "nee", "verhinderd_met_reden")

HOSTILE = (
    "[/b]",
    "[@click=app.stop]klik[/]",
    "{{ 7*7 }}{% raw %}",
    "\x1b[31mrood\x1b]0;weg\x07",
    "\u202ekcart\u2066 \u200f",
    "**vet** <b>x</b> | a | b |",
    "]" * 40 + "[" * 40,
    "woord " * 1700,
)


def walked(library: Library, today: date, *answers: str, **facts: str) -> Conversation:
    """The walk after these answers; "" is "weet ik nog niet"."""
    talk = Conversation.start(library, "ziekteverzuim", today, {**KNOWN, **facts})
    for answer in answers:
        talk = talk.answered((answer,) if answer else ())
    return talk


async def onto(pilot: Pilot[None], route: str = "ziekteverzuim") -> ConversationScreen:
    """From the first screen onto a route."""
    await pilot.pause()
    first = pilot.app.screen
    assert isinstance(first, StartScreen)
    first.begin(route)
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ConversationScreen)
    return screen

"""The keys of the app and what they do: one table, the same on every screen."""

from collections.abc import Sequence

from msgspec import Struct

from routeboek_tui.tui.themes import TITLES


class Key(Struct, frozen=True):
    """A key, or with ``key`` "" something that is done from the list of commands alone.

    ``shown`` is how the key is called, ``word`` what stands behind it at the bottom of a screen,
    ``title`` what it is called in the list.
    """

    key: str
    shown: str
    name: str
    word: str
    title: str


TABLE = (
    Key("f1", "F1", "help", "hulp", "Hulp bij dit scherm"),
    Key("f2", "F2", "advice", "advies", "Advies: wat moet er nu gebeuren"),
    Key("f3", "F3", "map", "kaart", "Kaart van de route"),
    Key("f4", "F4", "letters", "brieven", "Brieven"),
    Key("f5", "F5", "why", "waarom", "Waarom deze vraag"),
    Key("f6", "F6", "meeting", "overleg", "Overleg: samen kijken bij een MDO of JES"),
    Key("f7", "F7", "book", "boek", "Boek: drempels, tafels, partners, wet en begrippen"),
    Key("f8", "F8", "search", "zoek", "Zoeken in alles wat hier staat"),
    Key("f9", "F9", "save", "bewaar", "Bewaar deze brief, of anders het advies"),
    Key("ctrl+k", "Ctrl+K", "copy", "kopieer", "Kopieer deze brief, of anders het advies"),
    Key("", "", "source", "", "Bron van deze vraag"),
    Key("", "", "what_if", "", "Wat als: waar elk antwoord heen leidt"),
    Key("", "", "change", "", "Wijzig een antwoord of een feit"),
    Key("", "", "other_track", "", "Ander spoor, als er twee dingen spelen"),
    Key("", "", "done", "", "Aanvinken wat al gedaan is, als je halverwege begon"),
    Key("", "", "drawing", "", "Alle routes getekend: hoe zij lopen en samenkomen"),
    Key("", "", "compare", "", "Edities vergelijken"),
    Key("", "", "practice", "", "Oefenen met verzonnen zaken en korte vragen"),
    Key("", "", "safety", "", "Veiligheid: is er gevaar, of maak je je zorgen"),
    Key("", "", "quiet", "", "Anderen kijken mee: toon over veiligheid alleen een teken"),
    Key("", "", "aloud", "", "Ik ben alleen: toon weer alles"),
    Key("", "", "restart", "", "Opnieuw beginnen"),
    Key("ctrl+p", "Ctrl+P", "commands", "opdrachten", "Alle opdrachten"),
    Key("f12", "F12", "hide", "verberg", "Verberg alles tot je een toets indrukt"),
    Key("f10,ctrl+q", "F10", "stop", "stop", "Stoppen"),
)
"""What works on every screen. Ctrl+Z and Esc go back on every screen as well."""

OF_THE_TALK = frozenset(
    {"advice", "map", "letters", "why", "what_if", "source", "change", "safety", "quiet", "aloud"}
) | {"restart", "done"}
"""What needs a talk."""


class Command(Struct, frozen=True):
    """Something that can be done: its name, its key ("" for none) and the action it runs."""

    title: str
    key: str
    action: str


def everywhere() -> tuple[Command, ...]:
    """What can be done on every screen, for the list of commands."""
    keys = (Command(k.title, k.shown, does(k.name)) for k in TABLE if k.name != "commands")
    back = Command("Een stap terug", "Ctrl+Z", "undo")
    colours = (Command(f"Kleuren: {w}", "", f"app.colours('{n}')") for n, w in TITLES.items())
    return (*keys, back, *colours)


def does(name: str) -> str:
    """The action of what stands in the table by its name."""
    return f"app.do('{name}')"


def footer(*names: str) -> Sequence[tuple[str, str, str]]:
    """These of the table, for the line of keys at the bottom of a screen."""
    found = {k.name: (k.shown.replace("Ctrl+", "^"), k.word, does(k.name)) for k in TABLE}
    return [found[name] for name in names]


BACK = ("Esc", "terug", "back")
"""How a screen is left, for the line of keys."""

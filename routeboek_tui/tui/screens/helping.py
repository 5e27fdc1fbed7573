"""Help on the screens beside the conversation: what one sees, what is chosen now, the keys."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from textual.app import App

from routeboek_tui.tui.screens.info import InfoScreen
from routeboek_tui.tui.widgets.item import BLANK, Item, styled

EVERYWHERE = (("Ctrl+P", "alle opdrachten"), ("F10", "stoppen"))


@dataclass(frozen=True, slots=True)
class Help:
    """What is said of a screen, and what each of its keys does."""

    title: str
    words: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]


HELP: Mapping[str, Help] = {
    "advice": Help(
        "Hulp bij het advies",
        (
            "Bovenaan staat wat er nu moet gebeuren. Bij elke actie staat wie haar doet, de termijn"
            " en de bron. Daaronder lees je wat tegelijk loopt en wat je nog moet uitzoeken.",
            "Onderaan staat waarom je dit advies krijgt, en welk ander antwoord het verandert.",
            "Het advies hoort bij je antwoorden tot nu toe. Wijzig je een antwoord, dan verandert"
            " het advies mee.",
        ),
        (
            ("↑ ↓", "lees verder, of ga naar een actie of brief"),
            ("Enter", "bij een actie: lees waar het staat; bij een brief: open die"),
            ("b", "bewaar het advies als bestand"),
            ("k", "kopieer het advies als tekst"),
            ("Esc", "terug naar het gesprek"),
        ),
    ),
    "map": Help(
        "Hulp bij de kaart",
        (
            "Hier staan alle stappen van de route, met de antwoorden en waar die heen leiden."
            " De weg die je liep is gemarkeerd. Op de regel bovenaan staat wat elk teken betekent.",
            "De kaart verandert niets. Antwoorden geef je in het gesprek.",
        ),
        (
            ("↑ ↓", "ga van stap naar stap"),
            ("Enter", "lees de stap die is gemarkeerd, met de bron"),
            ("h", "terug naar de stap waar je bent"),
            ("Esc", "terug naar het gesprek"),
        ),
    ),
    "letters": Help(
        "Hulp bij de brieven",
        (
            "Een brief kun je maken zodra de route bij de stap is die er de grond voor geeft."
            " Bij elke andere brief staat waarom hij er nog niet is.",
            "Een invulhulp is geen formulier. Hij helpt je om het echte formulier in te vullen.",
        ),
        (
            ("↑ ↓", "ga naar een brief, of lees verder"),
            ("Enter", "open de brief die is gemarkeerd"),
            ("Esc", "terug"),
        ),
    ),
    "letter": Help(
        "Hulp bij deze brief",
        (
            "Vul in wat je weet. Het voorbeeld verandert mee. Wat nog leeg is, staat in de brief"
            " tussen haken en onderaan in een lijstje. Kies daar een regel om het in te vullen.",
            "Wat je één keer typt, staat daarna in alle brieven.",
        ),
        (
            ("Tab", "volgend veld; Shift+Tab gaat terug"),
            ("F7", "wissel tussen invullen en voorbeeld"),
            ("F8", "bewaar de brief als bestand"),
            ("F9", "kopieer de brief als tekst"),
            ("Esc", "terug; wat je typte blijft staan tot je stopt"),
        ),
    ),
    "book": Help(
        "Hulp bij het boek",
        (
            "In het boek staat wat bij de routes hoort: drempels, tafels, partners, de wet,"
            " adressen en begrippen. Op elke bladzijde staat de bron.",
            "Typ wat je zoekt. De gids zoekt bij elke letter mee, ook in de stappen, de brieven en"
            " de plekken waar bronnen verschillen.",
            "Bij een tafel staat eerst wat bij jouw school geldt, als de gids weet waar die staat.",
        ),
        (
            ("typen", "zoek; Enter opent wat is gemarkeerd"),
            ("↑ ↓", "lees verder, of ga naar de volgende regel met ▸"),
            ("Enter", "open de regel die is gemarkeerd; klik op een woord met een streep eronder"),
            ("Esc", "terug naar waar je was; ook met Backspace"),
            ("F7", "naar de inhoud"),
            ("F8", "opnieuw zoeken; ook met /"),
        ),
    ),
    "compare": Help(
        "Hulp bij het vergelijken",
        (
            "Hier staat per stap wat anders is in de nieuwere editie: wie het doet, wat er gebeurt,"
            " waar het heen gaat en waar het staat.",
            "Kies bovenaan welke twee edities je vergelijkt.",
        ),
        (
            ("↑ ↓", "lees verder, of ga naar een keuze"),
            ("Enter", "kies een andere editie"),
            ("w", "wissel oud en nieuw om"),
            ("Esc", "terug"),
        ),
    ),
    "save": Help(
        "Hulp bij bewaren",
        (
            "Kies wat voor bestand je wilt. Typ daarna de map en de naam. De map moet al bestaan.",
            "Bij een Word-bestand mag je ook een Word-sjabloon van je school noemen. Dan krijgt de"
            " brief het briefpapier van de school.",
            "Staat er al een bestand met die naam? Dan vraagt de gids eerst of je het vervangt.",
        ),
        (
            ("Tab", "volgende vraag of knop"),
            ("↑ ↓", "bij de soorten: ga erlangs; Enter kiest"),
            ("Enter", "bewaar, als je op een regel of knop staat"),
            ("Esc", "terug zonder te bewaren"),
        ),
    ),
}
"""The help of each screen, by its name."""


def show(app: App[None], name: str, first: Iterable[Item] = ()) -> None:
    """Open the help of a screen; ``first`` is about what is chosen or typed in now."""
    app.push_screen(InfoScreen(HELP[name].title, _items(HELP[name], tuple(first))))


def _items(about: Help, first: tuple[Item, ...]) -> Iterator[Item]:
    if first:
        yield from first
        yield BLANK
    yield from map(Item, about.words)
    yield BLANK
    yield Item(styled(("Toetsen", "$heading bold")))
    for key, words in (*about.keys, *EVERYWHERE):
        yield Item(words, 9, styled((f" {key}", "bold")))

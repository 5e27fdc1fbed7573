"""Help on every screen: what one sees, what is chosen now, the keys."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from routeboek_tui.tui.keyboard import TABLE
from routeboek_tui.tui.widgets.item import BLANK, Item, styled


class Help(Struct, frozen=True):
    """What is said of a screen, and what each of its keys does."""

    title: str
    words: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]


HELP: Mapping[str, Help] = {
    "start": Help(
        "Zo begin je",
        (
            "Kies met een cijfer en Enter, met de pijlen en Enter, of met de muis. Een cijfer kiest"
            " pas als je op Enter drukt. Tab gaat naar de volgende vraag.",
            "Weet je niet waar de school staat of welke sector het is? Laat het open. Wij"
            " vragen het als het nodig is.",
            "Typ in een paar woorden wat er aan de hand is, zoals “thuis sinds de zomer”. Dan laat"
            " wij zien welke route daarbij past. Typ geen namen. Je mag ook een vraag typen.",
            "Begin je zonder tekst, dan stellen wij je vragen tot de route duidelijk is.",
        ),
        (),
    ),
    "talk": Help(
        "Hulp bij het gesprek",
        (),
        (
            ("1-9", "wijs het antwoord met dat cijfer aan; Enter kiest het"),
            ("↑ ↓", "ga langs antwoorden en eerdere vragen; Enter kiest"),
            ("typen", "een antwoord (“nee, ouders willen niet”) of een vraag (“wat is een MDO?”)"),
            ("a-h", "bij plekken om na te lezen: die letter en Enter"),
            ("Spatie", "kruis aan, waar er meer mogen"),
            ("Tab", "naar de feiten bovenaan; ← → en Enter wijzigt er een"),
            ("Ctrl+Z", "een stap terug"),
            ("Esc", "terug naar de vraag"),
        ),
    ),
    "meeting": Help("Hulp bij het overleg", (), ()),
    "advice": Help(
        "Hulp bij het advies",
        (
            "Bovenaan staat wat er nu moet gebeuren. Bij elke actie staat wie dat doet, de termijn"
            " en de bron. Daaronder lees je wat tegelijk loopt en wat je nog moet uitzoeken.",
            "Onderaan staat waarom je dit advies krijgt, en welk ander antwoord het verandert.",
            "Het advies hoort bij je antwoorden tot nu toe. Wijzig je een antwoord, dan verandert"
            " het advies mee.",
        ),
        (
            ("↑ ↓", "lees verder, of ga naar een actie of brief"),
            ("Enter", "bij een actie: lees waar het staat; bij een brief: open die"),
            ("typen", "gaat naar de vraag in het gesprek"),
            ("Esc", "terug naar het gesprek; Ctrl+Z ook"),
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
            ("Ctrl+T", "de kaart als tekening, met vakken en pijlen"),
            ("typen", "gaat naar de vraag in het gesprek"),
            ("Esc", "terug naar het gesprek; Ctrl+Z ook"),
        ),
    ),
    "drawing": Help(
        "Hulp bij de tekening",
        (
            "Elk vak is een stap, elke pijl een antwoord of wat daarna komt. Alle lijnen naar één"
            " vak lopen samen; waar twee lijnen kruisen, loopt de liggende onder de staande door.",
            "Onderaan of rechts staat wat je gekozen hebt, waar het staat en hoe zeker dat is."
            " Een gestreepte pijl hebben wij afgeleid.",
            "Je kunt een route lopen zonder leerling: kies met Tab een pijl en druk op Enter. De"
            " weg die je loopt wordt dik. Er wordt niets van bewaard.",
        ),
        (
            ("↑ ↓ ← →", "ga naar het vak ernaast; bij een pijl naar zijn begin of einde"),
            ("Tab", "kies de volgende pijl van dit vak; Shift+Tab de vorige"),
            ("Enter", "bij een vak: lees het of ga erdoor; bij een pijl: loop erlangs"),
            ("+ -", "dichterbij of verder weg: alle routes, titels, vragen"),
            ("Ctrl+E", "vergelijk met een andere editie; nog een keer: niet meer"),
            ("Home", "naar waar je bent"),
            ("Backsp.", "een pijl terug"),
            ("Ctrl+↑↓←→", "schuif de tekening"),
            ("Ctrl+T", "de kaart als lijst"),
            ("Esc", "terug; Ctrl+Z ook"),
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
            ("Ctrl+T", "wissel tussen invullen en voorbeeld"),
            ("Esc", "terug; wat je typte blijft staan tot je stopt of opnieuw begint"),
        ),
    ),
    "book": Help(
        "Hulp bij het boek",
        (
            "In het boek staat wat bij de routes hoort: drempels, tafels, partners, de wet,"
            " adressen en begrippen. Op elke bladzijde staat de bron.",
            "Typ wat je zoekt. Wij zoeken bij elke letter mee, ook in de stappen, de brieven en"
            " de plekken waar bronnen verschillen.",
            "Bij een tafel staat eerst wat bij jouw school geldt, als bekend is waar die staat.",
        ),
        (
            ("typen", "zoek; Enter opent wat is gemarkeerd"),
            ("↑ ↓", "lees verder, of ga naar de volgende regel met ▸"),
            ("Enter", "open de regel die is gemarkeerd; klik op een woord met een streep eronder"),
            ("Esc", "wis wat je typte, of terug naar waar je was; ook met Backspace"),
        ),
    ),
    "practice": Help(
        "Hulp bij het oefenen",
        (
            "Hier oefen je met verzonnen zaken en korte vragen. Vraag eerst wat je wilt weten, met"
            " een letter. Kies daarna wat er moet gebeuren, met een cijfer.",
            "Na elke keuze lees je of die klopt, waar dat staat en waar je keuze heen leidde. De"
            " zaak gaat daarna verder langs het goede antwoord.",
            "Typ terug om terug te gaan naar de lijst of het begin.",
        ),
        (
            ("1-9", "kies met dat cijfer en Enter; mag er meer, typ dan alle cijfers"),
            ("a-z", "vraag het, met die letter en Enter"),
            ("↑ ↓", "ga langs wat je kunt kiezen; Enter kiest"),
            ("Spatie", "kruis aan, waar er meer mogen"),
            ("Ctrl+L", "lees in een zaak het verhaal en je antwoorden nog eens"),
            ("Esc", "terug"),
        ),
    ),
    "compare": Help(
        "Hulp bij het vergelijken",
        (
            "Hier staat per stap wat anders is in de nieuwere editie: wie het doet, wat er gebeurt,"
            " waar het heen gaat en waar het staat.",
            "Kies bovenaan welke twee edities je vergelijkt, of wissel oud en nieuw om.",
        ),
        (
            ("↑ ↓", "lees verder, of ga naar een keuze"),
            ("Enter", "kies een andere editie"),
            ("Esc", "terug"),
        ),
    ),
    "paper": Help(
        "Hulp bij dit papier",
        (
            "Zo komt het op papier of in het bestand. Er is nog niets bewaard.",
            "Klopt er iets niet? Ga terug naar het overleg en verander het daar.",
        ),
        (
            ("↑ ↓", "lees verder"),
            ("F9", "bewaar het"),
            ("Esc", "terug zonder te bewaren"),
        ),
    ),
    "save": Help(
        "Hulp bij bewaren",
        (
            "Kies wat voor bestand je wilt. Typ daarna de map en de naam. De map moet al bestaan.",
            "Bij een Word-bestand mag je ook een Word-sjabloon van je school noemen. Dan krijgt de"
            " brief het briefpapier van de school.",
            "Staat er al een bestand met die naam? Dan vragen wij eerst of je het vervangt.",
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


def help_items(
    about: Help, first: Iterable[Item] = (), refused: Collection[str] = ()
) -> Iterator[Item]:
    """The help of a screen; ``first`` is about what is chosen or typed in now.

    ``refused`` of the table of keys can do nothing there.
    """
    above = tuple(first)
    if above:
        yield from above
        yield BLANK
    yield from map(Item, about.words)
    if about.words:
        yield BLANK
    yield Item(styled(("Toetsen", "$heading bold")))
    everywhere = [(key.shown, key.title) for key in TABLE if key.key and key.name not in refused]
    for key, words in (*about.keys, *everywhere):
        yield Item(words, 9, styled((f" {key}", "bold")))

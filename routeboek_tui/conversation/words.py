"""Words that mean the same everywhere in the conversation."""

import re

COMMANDS = {
    words: name
    for name, ways in {
        "undo": "terug, vorige, ga terug, stap terug, een stap terug, naar vorige, ongedaan maken",
        "why": "waarom, waarom vraag je dit, waarom deze vraag, waarom is dat",
        "source": "bron, bronnen, wat is de bron, waar staat dat, waar staat dit",
        "map": "kaart, waar ben ik, waar zijn we, route, overzicht",
        "advice": "advies, wat nu, wat moet ik doen, wat moet ik nu doen",
        "letters": "brieven, brief, welke brieven, welke brieven zijn er",
        "what_if": "wat als",
        "help": "hulp, help, uitleg, hoe werkt dit, hoe werkt het",
        "stop": "stop, einde, quit, exit, afsluiten, sluiten",
        "restart": "opnieuw, opnieuw beginnen, begin opnieuw, herstart",
        "change": "wijzig, wijzigen, verander, veranderen, aanpassen",
        "facts": "feiten, gegevens",
        "book": "boek, het boek, inhoud, inhoudsopgave",
        "search": "zoek, zoeken",
        "safety": "veiligheid, is de leerling veilig, veiligheid wijzigen, wijzig veiligheid",
        "quiet": "anderen kijken mee, er kijken anderen mee, niet alleen",
        "aloud": "ik ben alleen, niemand kijkt mee, weer alleen, teken",
        "compare": "vergelijk, vergelijken, edities vergelijken, vergelijk edities",
    }.items()
    for words in ways.split(", ")
}
"""The name of a command by what people type for it. A choice of the step goes first."""

WITH_ARGUMENT = {
    "wijzig": "change", "verander": "change", "wat als": "what_if",
    "zoek naar": "search", "zoek op": "search", "zoek": "search", "boek": "book",
}  # fmt: skip
"""Commands that take what comes after them: "wijzig 3"."""

QUESTION_WORDS = frozenset(
    {"wat", "hoe", "wie", "waar", "wanneer", "waarom", "welk", "welke", "hoeveel"}
)
"""A line that begins so is a question."""

UNKNOWN = re.compile(
    r"(?:(?:ik|dat|we|wij) )*wee?t(?:en)?(?: (?:ik|we|wij|het|dat))*(?: (?:nog|echt|even))* niet"
    r"|(?:nog )?(?:niet bekend|onbekend|niet duidelijk|onduidelijk)"
    r"|(?:dat is )?(?:nog )?(?:niet bekend|onbekend)"
    r"|(?:ik heb )?(?:nog )?geen idee|geen flauw idee|weet niet zeker"
)
"""A whole line that says "weet ik nog niet", in plain words."""

YES = frozenset({"ja", "jawel", "jazeker", "yes", "jep", "jup"})
NO = frozenset({"nee", "neen", "nope"})
"""Words that say so in front of a sentence."""

NEGATORS = frozenset((
    "niet", "geen", "nooit", "zonder", "nauwelijks", "amper", "niemand", "niets", "noch",
    "weiger", "weigert", "weigeren", "weigerden", "weigerde", "geweigerd", "weigering",
    "ontbreekt", "ontbreken", "mist", "ingetrokken", "verbroken",
))  # fmt: skip
"""Words that turn what stands beside them into its opposite."""

DOUBTS = frozenset((
    "misschien", "wellicht", "waarschijnlijk", "vermoedelijk", "bijna", "soms", "als",
    "indien", "zodra", "half", "deels", "hopelijk", "twijfel", "twijfelt", "twijfelen", "zou",
    "zouden", "hoeft", "hoeven", "stel", "wanneer", "eventueel", "mits", "tenzij", "beetje",
    "voorwaarde", "voorwaarden", "moet", "moeten", "denk", "denken", "hoop", "hopen", "probeert",
    "proberen", "wacht", "wachten", "binnenkort", "straks", "morgen", "volgende", "vraag",
    "vragen", "vraagt", "gevraagd", "besproken", "woont", "wonen", "later", "pas", "wordt",
    "worden", "gedaan",
))  # fmt: skip
"""Words after which something is not said for certain."""

NO_SLIPS = frozenset((
    "verminderd", "vermindert", "gehad", "gestart", "verschijnen", "verschijnt", "gedaald",
    "moeilijk", "moeilijke", "aangemeld", "afmelden", "toegezegd",
))  # fmt: skip
"""Words that look like a choice with a slip, and are words of their own."""

"""What a question asks for: one part of a tafel, and which of its words only do the asking."""

import re

from routeboek_tui.search.words import plain

_PARTS = {
    "frequentie": r"hoe ?vaak|hoe dikwijls|op welke dag(?:en)?|wanneer (?:komt|is|vergadert)",
    "deelnemers": r"wie (?:er )?(?:zit(?:ten)?|komt|komen|schui(?:ft|ven)|do(?:et|en)|zijn) "
    r"(?:er )?(?:bij|aan|in|mee|op)|wie neemt deel|wie nemen deel|wie zit(?:ten)?|deelnemers?|"
    r"wie (?:is|zijn) (?:de )?voorzitters?|wie leidt",
    "aanmelden": r"(?:hoe|waar|wie|kan|mag|wanneer) (?:(?:kan|mag|moet) )?(?:meld\w*|kom|breng\w*|"
    r"zet) (?:ik|je|jij|we|wij|een|de|iemand|er)|(?:hoe|waar|wie) \w+ (?:\w+ )*?"
    r"(?:aan\w*meld\w*|inbreng\w*)|aanmelden|aanmelding|wie meldt",
    "eerst": r"wat moet (?:ik |je |er |de school )?(?:eerst|vooraf|al)|voorwaarden?|"
    r"wat (?:gaat|hoort) vooraf",
    "doel": r"waarvoor|waartoe|wat doet|wat is het doel|doel van",
}
"""How the parts of a tafel are asked for."""

_ASKED = {name: re.compile(rf"\b(?:{pattern})\b") for name, pattern in _PARTS.items()}

ASKING = frozenset((
    "zit", "zitten", "meld", "melden", "meldt", "aanmelden", "aangemeld", "aanmelding", "vaak",
    "hoevaak", "deelnemers", "doel", "doet", "kom", "komt", "komen", "elkaar", "breng",
    "inbrengen", "eerst", "vooraf", "voorwaarden", "voorwaarde", "leerling", "iemand", "tafel",
    "betekent", "werkt", "vergadert", "uit", "voorzitter", "voorzitters", "leidt", "casus",
))  # fmt: skip
"""Words of a question about a tafel that say nothing about which one."""

FIRST = 1.1
"""How many times as well what is asked for fits as the best of the rest."""

WRITING = frozenset(("brief", "brieven", "formulier", "formulieren", "format", "uitnodiging"))
"""Words of somebody who seeks a paper."""

WRITTEN = 1.6
"""How many times more likely a paper then is."""


def part_asked(question: str) -> str:
    """The part of a tafel that ``question`` asks for, or ""."""
    words = plain(question)
    return next((name for name, pattern in _ASKED.items() if pattern.search(words)), "")

"""What the guide says in the course of a talk, in any face."""

CHOOSE = "Kies een antwoord met het cijfer, of typ iets."
SEVERAL = "Je mag er meer kiezen, zoals “{} en {}”."
NO_OPTION = "Dat antwoord is er niet. Kies een cijfer van het scherm."
NOT_TOGETHER = "Deze antwoorden gaan niet samen. Kies er één; alleen wat extra is, mag ernaast."
DOUBT = "Bij “{}” is het niet zeker. Bedoel je dit?"
TAKES_BACK = "“{}” gaat over een eerder antwoord. Kies wat daar moet staan."
NOW_ASKED = "Goed. Dan is nu de vraag: {}"
NO_FIT = "“{}” past bij geen van de antwoorden. Kies er een, of typ het in andere woorden."
KEPT = "Onthouden voor als dat gevraagd wordt. Kies nu wat bij deze vraag klopt."
STILL_OPEN = "Dan blijft dit bij wat er te doen is: {}. Kies wat bij deze vraag klopt."
NO_DEED = "Dat staat niet bij wat hier te doen is. Kies wat bij deze vraag klopt."
NOT_YET = "Dat moet nog komen, en zegt nog niets over deze vraag. Kies wat nu klopt."
NO_COUNT = "Het aantal maakt bij deze vraag geen verschil. Kies wat nu klopt."
COUNT_KEPT = (
    "Genoteerd voor de data en de brieven. Bij deze vraag maakt het aantal geen verschil:"
    " kies wat nu klopt."
)
AT_DOOR = (
    "Hier gaat de zaak verder op een andere route. Kies een antwoord met het cijfer,"
    " of ga een stap terug."
)
AT_END = (
    "De route is hier klaar en vraagt niets meer."
    " Wijzig een eerder antwoord, of typ “opnieuw” om te beginnen."
)
ALSO = "Je schreef ook: “{}”. Daarmee gaan wij verder."
UNDERSTOOD = "Begrepen: {}"
APPOINTMENT = "Genoteerd als jullie afspraak: {}, {}. Klopt dat niet? Typ: wijzig."
APPOINTMENT_AGAIN = "Al genoteerd als jullie afspraak: {}, {}. Klopt dat niet? Typ: wijzig."
NO_APPOINTMENT = "De afspraak is weg: {}."
FROM_SAID = "Uit wat je zei: {}."
LIKELY = "Wij nemen aan: {}. Klopt dat niet? Typ: wijzig."
FROM_SAID_SO_FAR = "Dit weten wij al uit wat je zei."
FROM_SAID_NOTE = "uit wat je zei"
TWO_TRACKS = (
    "Eerst: {}. Daarna: {}. Wat je over de leerling zegt, geldt voor allebei."
    " Typ “ander spoor” om te wisselen."
)
OFFERED_TRACK = (
    "Wij gaan verder met: {}. Je noemde ook iets dat past bij: {}. Speelt dat ook, typ dan later"
    " “ander spoor”."
)
OTHER_TRACK = (
    "Je bent nu bij: {}. Het andere spoor blijft staan: {}. Typ “ander spoor” om te wisselen."
)
ANOTHER_CHILD = (
    "Dat gaat over een ander kind, en dat is een eigen zaak. Wij bewaren die voor hierna: {}."
    " Typ “ander spoor” om te wisselen."
)
ONE_WAITS = (
    "Dat gaat over een ander kind, en dat is een eigen zaak. Er wacht al een zaak: {}."
    " Begin voor dit kind daarna apart."
)
OF_ANOTHER = "een ander kind ({})"
NO_OTHER_TRACK = "Er is maar één spoor."
THEN_OTHER = "Klaar voor nu. Er wacht nog een spoor: {}. Typ “ander spoor” om daar verder te gaan."
OTHER_COSTS = "Er wacht nog een spoor: {}."
WHAT = "Wat is er aan de hand?"
FIND_OUT = "Genoteerd bij nog uitzoeken. {}"
ASK_THEM = " Vraag het aan: {}."

AGAIN = "Opnieuw beginnen?"
AGAIN_COSTS = "Je antwoorden vervallen, en ook wat je in brieven typte."
END = "Stoppen?"
END_COSTS = "Er wordt niets bewaard. Je antwoorden en wat je in brieven typte, zijn dan weg."
MEETING_COSTS = "Ook het overleg is dan weg, behalve wat je bewaarde."
GO_ON = "Doorgaan"

SHOWN = 60
"""Characters of a typed line that are said again."""


def shown(text: str) -> str:
    """``text`` as it is said again."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"

"""From eighteen on leerplicht has no task: no action and no letter speaks of it any more."""

from routeboek_tui.core.facts import may_hold
from routeboek_tui.core.flow import Flow
from routeboek_tui.library.content import Library

ADULT = {
    "meerderjarig": "ja",
    "sector": "vo",
    "leeftijd": "vanaf_12",
    "regio": "haaglanden",
}
ROUTES = (
    "triage",
    "ziekteverzuim",
    "zonder_schoolinschrijving",
    "met_schoolinschrijving_vo",
    "met_schoolinschrijving_vo_2024",
)
OFFICES = ("leerplicht", "leerplicht_anoniem", "duo")

STILL = {
    "school_zoeken": "zegt wie het niet doet",
    "ingeschreven_houden": "gaat over de inschrijving bij DUO",
    "verzuim_registreren": "het register is van DUO",
    "eigen_melding_nagaan": "zegt dat er geen melding is",
    "afspraken_gebruiken": "een brief van voor die dag",
    "aanmelden": "de regisseur heet zo",
    "signaal_oppakken": "dat het om een volwassene gaat, blijkt pas daarna",
    "inschrijving_nagaan": "dat het om een volwassene gaat, blijkt pas daarna",
    "hulp_aanbieden": "zegt dat het vrijwillig is",
    "einde_vastleggen": "zegt wanneer de plicht ophoudt",
    "uitschrijving_bespreken": "was de uitschrijving te vroeg, dan kijkt leerplicht mee",
    "kennisgeving_sturen": "een vrijstelling van wie nog leerplichtig is",
    "naar_leerplicht_wijzen": "een vrijstelling van wie nog leerplichtig is",
    "kennisgeving_bekijken": "een vrijstelling van wie nog leerplichtig is",
    "overleg_plannen": "een vrijstelling van wie nog leerplichtig is",
}
"""Actions of an adult that name leerplicht or DUO, and why they may."""

LETTERS = {
    "tekst-herstel-inschrijving": "gaat over de inschrijving bij DUO",
    "bericht-einde-kwalificatieplicht": "zegt dat de plicht voorbij is",
    "kennisgeving-schorsing": "noemt leerplicht alleen in Noord-Kennemerland, in het PO",
    "invulhulp-inzet-regisseur": "de teammanager leerplicht hoort van opschalen",
}
"""Letters of an adult that name leerplicht or go to DUO, and why they may."""


def reached(flow: Flow) -> set[str]:
    """The steps an adult can come to from the start."""
    seen: set[str] = set()
    todo = [flow.start]
    while todo:
        step = todo.pop()
        if step in flow.steps and step not in seen:
            seen.add(step)
            todo += [edge.to for _, edge in flow.steps[step].ways() if may_hold(edge.when, ADULT)]
    return seen


def test_no_action_of_an_adult_speaks_of_leerplicht(library: Library) -> None:
    found = set()
    for flow in (library.flows[name] for name in ROUTES):
        for step in (flow.steps[name] for name in reached(flow)):
            for action in step.actions:
                if not may_hold(action.when, ADULT):
                    continue
                said = library.texts[flow.id][step.id].actions[action.id].lower()
                named = any(word in said for word in ("leerplicht", "duo"))
                if named or (action.actor or step.actor) == "leerplicht":
                    found.add(action.id)
    assert found == set(STILL)


def test_no_letter_of_an_adult_speaks_of_leerplicht(library: Library) -> None:
    reach = set().union(*(reached(library.flows[name]) for name in ROUTES))
    found = {
        letter.id
        for letter in library.letters.values()
        if reach.intersection(letter.steps)
        and may_hold(letter.when, ADULT)
        and (
            not {letter.sender, *letter.readers}.isdisjoint(OFFICES)
            or "leerplicht" in _without_minors(letter.text).lower()
        )
    }
    assert found == set(LETTERS)


def _without_minors(text: str) -> str:
    """The text without what stands there for those under eighteen only."""
    head, *rest = text.split("{% if not meerderjarig %}")
    return head + "".join(part.partition("{% endif %}")[2] for part in rest)

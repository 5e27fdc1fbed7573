"""What a text about a pupil can be about, as items of a page."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.heading import Heading
from routeboek_tui.conversation.wat_nu import Candidate, Found
from routeboek_tui.text.characters import shortened
from routeboek_tui.tui.screens.transcript import asking
from routeboek_tui.tui.widgets.page import BLANK, Item, styled

MUTED = "$text-muted"
NONE = None
"""No candidate: the guide asks its questions."""

LIKE = "Dit lijkt op"
UNSURE = "Dit lijkt op een van deze. De gids twijfelt: kies zelf."
PERHAPS = "Misschien lijkt dit hierop. De gids twijfelt: kies zelf."
BESIDE = "Tegelijk waar"
NOTHING = "Hierbij past geen route die de gids kent. Typ het in andere woorden, of ga verder."
ELSEWHERE = "De gids kent geen afspraken voor deze regio en sector."
ASK_ME = "Geen van deze: stel mij de vragen"
QUESTIONS = "Stel mij de vragen"
GO_ON = "Ga verder: de gids zegt bij wie je de afspraken vindt"


def picks(found: Found) -> Mapping[str, Candidate | None]:
    """What each number picks: the candidates, and none of them."""
    offered = (*found.candidates, NONE)
    return {str(number): each for number, each in enumerate(offered, start=1)}


def found_items(talk: Conversation, text: str, found: Found) -> Iterator[Item]:
    """What was found for ``text`` in the triage ``talk``, each thing to pick under its number."""
    yield Item(styled((f"Je typte: “{shortened(text, 120)}”", MUTED)), 1)
    numbered = iter(picks(found).items())
    if found.candidates:
        yield BLANK
        sure, several = found.candidates[0].sure, len(found.candidates) > 1
        yield Item(styled((LIKE if sure else UNSURE if several else PERHAPS, "bold")), 1)
    for place, candidate in enumerate(found.candidates):
        if place:
            yield BLANK
        yield from _candidate(talk, next(numbered)[0], candidate)
    if found.together:
        yield BLANK
        yield Item(styled((BESIDE, "bold")), 1)
    for beside in found.together:
        yield Item(styled((f"{beside.title}: ", "bold"), beside.say), 5, "   •")
        if beside.beginning.begins:
            yield Item(f"Begin dan bij: {beside.beginning.begins}", 5, style=MUTED)
    yield from _none(next(numbered)[0], found)


def _candidate(talk: Conversation, key: str, candidate: Candidate) -> Iterator[Item]:
    lead = styled((f"  {key}  ", "$heading bold"))
    action = f"found:{key}"
    yield Item(styled((candidate.signal.title, "bold")), 5, lead, action=action)
    if candidate.door.startswith(f"{talk.flow.route}/"):
        yield Item(f"▸ stap {candidate.beginning.step}", 5, style=MUTED)
    elif candidate.begins:
        yield Item(f"▸ {candidate.begins}", 5, style=MUTED)
    elif candidate.needs:
        titles = (talk.library.facts[fact].title.lower() for fact in candidate.needs)
        yield Item(f"▸ welke route, hangt af van: {', '.join(titles)}", 5, style=MUTED)
    if candidate.ask:
        yield Item(styled(("Zoek eerst uit: ", MUTED), " ".join(candidate.ask)), 5)
    for note in candidate.notes:
        yield Item(styled(("Let op: ", "$text-warning"), note), 5)


def heading_items(heading: Heading) -> Iterator[Item]:
    """What must be answered on the way to what was picked."""
    asked = heading.question
    if asked is None:
        return
    title = heading.talk.library.signals[heading.signal].title
    yield Item(styled(("Op weg naar: ", MUTED), title), 1)
    bare = tuple(replace(option, leads_to="") for option in asked.options)
    yield from asking(replace(asked, options=bare, source="", number=0), ())


def _none(key: str, found: Found) -> Iterator[Item]:
    yield BLANK
    if found.referral:
        yield Item(styled((ELSEWHERE, "$text-warning")), 1)
        words = GO_ON
    elif found.candidates:
        words = ASK_ME
    else:
        yield Item(NOTHING, 1)
        words = QUESTIONS
    yield Item(words, 5, styled((f"  {key}  ", "$heading bold")), action=f"found:{key}")

"""What was told in the triage, in lines: choosing a candidate, and what it needs first."""

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.heading import Heading, head_for
from routeboek_tui.conversation.move import Refused
from routeboek_tui.conversation.understanding import (
    Born,
    Chosen,
    FirstDay,
    Given,
    Understood,
    Unknown,
    Wrong,
)
from routeboek_tui.conversation.wat_nu import Candidate, Found
from routeboek_tui.plain import showing
from routeboek_tui.plain.lines import Lines
from routeboek_tui.plain.resembling import LETTERS, show_found

CHOOSE = "Typ de letter om daar te beginnen, of ga door met de vraag."
LOST = "Daarvoor is nog te weinig bekend. De vragen gaan verder."
NO_ROUTE = "Daarvoor heeft de gids in deze regio geen route. De vragen gaan verder."


class Ahead:
    """The candidates that can be chosen by their letter, and the way to the chosen one."""

    def __init__(self, out: Lines) -> None:
        self._out = out
        self._candidates: tuple[Candidate, ...] = ()
        self._heading: Heading | None = None

    @property
    def under_way(self) -> bool:
        """Whether something must be answered before the chosen candidate."""
        return self._heading is not None

    def clear(self) -> None:
        """Forget what was told."""
        self._candidates, self._heading = (), None

    def told(self, talk: Conversation, found: Found) -> None:
        """Show what was told, to choose from."""
        show_found(self._out, talk.library, found, LETTERS)
        self._candidates = found.candidates
        if self._candidates:
            self._out.say(CHOOSE)

    def chosen(self, typed: str) -> Candidate | None:
        """The candidate of the letter that was typed."""
        letter = typed.strip(" .)").casefold()
        known = dict(zip(LETTERS, self._candidates, strict=False))
        return known.get(letter)

    def head(self, talk: Conversation, candidate: Candidate) -> Conversation | None:
        """Begin at ``candidate``; ``None`` while something must be answered first."""
        return self._next(head_for(talk, candidate))

    def read(self, typed: str) -> Understood | None:
        """What ``typed`` means on the way to the chosen candidate."""
        return self._heading.read(typed) if self._heading else None

    def answered(self, understood: Understood) -> Conversation | None:
        """One answer further: the conversation that goes on, or ``None`` while it does not."""
        heading = self._heading
        if heading is None:
            return None
        if isinstance(understood, Chosen | Unknown | Given | Born | FirstDay):
            result = heading.answered(understood)
            if isinstance(result, Heading):
                return self._next(result)
            self._say(result)
        else:
            wrong = understood.message if isinstance(understood, Wrong) else ""
            self._out.say(wrong or "Dat begrijpt de gids niet. Kies een nummer, of typ terug.")
        return None

    def _next(self, heading: Heading) -> Conversation | None:
        asked = heading.question
        if asked:
            self._heading = heading
            showing.show_asked(self._out, asked)
            return None
        arrived = heading.arrived
        self.clear()
        if arrived is None:
            self._out.say(LOST if heading.unknown else NO_ROUTE)
            return heading.talk
        self._out.say(f"Je begint op de route {arrived.title}.")
        return arrived

    def _say(self, refused: Refused) -> None:
        for sentence in refused.sentences:
            self._out.say(sentence)

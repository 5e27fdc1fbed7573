"""The conversation in lines: one turn after another until the end of the route or of the input."""

from collections.abc import Callable
from typing import assert_never

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.meanings import Told
from routeboek_tui.conversation.move import Answered, Refused, answer, hear_alarm, read, rest_of
from routeboek_tui.conversation.safety import (
    ALOUD,
    QUIET,
    Alarm,
    asked_again,
    fresh,
    in_manner,
)
from routeboek_tui.conversation.understanding import (
    Asked,
    AskedUnknown,
    Born,
    Chosen,
    Command,
    FirstDay,
    Given,
    Understood,
    Unknown,
    Unsure,
    Wrong,
)
from routeboek_tui.conversation.view import question
from routeboek_tui.core.safety import Manner
from routeboek_tui.plain import showing
from routeboek_tui.plain.ahead import Ahead
from routeboek_tui.plain.changing import change
from routeboek_tui.plain.letters import list_all_letters, list_letters, write_letter
from routeboek_tui.plain.lines import EndOfInput, Lines
from routeboek_tui.plain.looking import Looking


class Session:
    """One conversation in lines. ``talk`` is where it stands.

    ``rest`` is a line in which danger was heard before, to be read for what else it says.
    """

    def __init__(self, out: Lines, talk: Conversation, rest: str = "") -> None:
        self._out = out
        self._fresh = fresh(talk)
        self._rest = rest
        self.talk = talk
        self._before: list[Conversation] = []
        self._given: dict[str, str] = {}
        self._values: dict[str, str] = {}
        self._said: frozenset[tuple[str, int]] = frozenset()
        self._stopped = False
        self._ahead = Ahead(out)
        self._looking = Looking(out)

    def run(self) -> None:
        """Talk until the user stops or the input ends."""
        try:
            self._turn()
            self._go_on(self._rest)
            while not self._stopped:
                self._hear(self._out.ask())
        except EndOfInput:
            self._out.say("De invoer is afgelopen.")
        showing.show_open(self._out, self.talk)

    def _turn(self) -> None:
        """Tell what is new, and ask what comes next."""
        self._said = showing.show_news(self._out, self.talk, self._said)
        showing.show_question(self._out, self.talk)

    def _hear(self, typed: str) -> None:
        word, _, rest = typed.partition(" ")
        if self._ahead.under_way or self._ahead.chosen(typed):
            self._head(typed)
        elif place := self._looking.chosen(typed):
            self._looking.show(self.talk, place)
            self._remind()
        elif typed.casefold() in {"vraag", "herhaal"}:
            showing.show_question(self._out, self.talk)
        elif typed.casefold() in {"kaart heel", "hele kaart"}:
            showing.show_map(self._out, self.talk)
            self._remind()
        elif typed.casefold() == "alle brieven":
            list_all_letters(self._out, self.talk)
            self._remind()
        elif word.casefold() == "brief" and rest:
            self._letter(rest)
        else:
            self._understood(read(self.talk, typed), typed)

    def _head(self, typed: str) -> None:
        """Begin at what was told, or answer what that needs first."""
        candidate = self._ahead.chosen(typed)
        understood = self._ahead.read(typed)
        talk: Conversation | None = None
        if understood is None and candidate:
            talk = self._ahead.head(self.talk, candidate)
        elif isinstance(understood, Alarm):
            self._ahead.clear()
            self._alarmed(understood, typed)
            return
        elif isinstance(understood, Command):
            self._aside(understood)
            return
        elif understood is not None:
            talk = self._ahead.answered(understood)
        if talk is not None:
            self._out.say()
            self._go(Answered(talk))
            self._turn()

    def _aside(self, command: Command) -> None:
        """A command on the way to what was told: to leave that, or to stop."""
        if command.name == "stop":
            self._stopped = True
            return
        self._ahead.clear()
        if command.name == "undo":
            showing.show_question(self._out, self.talk)
        else:
            self._command(command.name, command.argument)

    def _understood(self, understood: Understood, typed: str) -> None:
        match understood:
            case Chosen() | Unknown() | Given() | Born() | FirstDay():
                self._answered(understood)
            case Command():
                self._command(understood.name, understood.argument)
            case Asked(begrip):
                self._looking.asked(self.talk, typed, begrip)
                self._remind()
            case AskedUnknown():
                self._looking.asked(self.talk, typed)
                self._remind()
            case Alarm():
                self._alarmed(understood, typed)
            case Told(found):
                self._ahead.told(self.talk, found)
                self._remind()
            case Unsure(nearest):
                self._offer(nearest)
            case Wrong(message):
                self._out.say(message)
            case _:
                assert_never(understood)

    def _answered(self, understood: Chosen | Unknown | Given | Born | FirstDay) -> None:
        ask = self.talk.ask
        result = answer(self.talk, understood, self._given)
        if isinstance(result, Refused):
            self._given = dict(result.given)
            for sentence in result.sentences:
                self._out.say(sentence)
            return
        self._go(result)
        if isinstance(understood, Unknown) and ask:
            showing.show_find_out(self._out, self.talk, ask.step, ask.fact)
        self._out.say()
        self._turn()
        self._go_on(result.rest)

    def _alarmed(self, alarm: Alarm, typed: str) -> None:
        """Ask about danger that was heard, or take note of it."""
        result = hear_alarm(self.talk, alarm, typed)
        self._go(result)
        if alarm.kinds:
            self._turn()
        self._go_on(result.rest)

    def _go_on(self, rest: str) -> None:
        """Read what a line says besides danger."""
        understood = rest_of(self.talk, rest) if rest else None
        if understood is not None:
            self._out.say()
            self._out.say("Je schreef ook iets anders. Daarmee gaat de gids nu verder.")
            self._understood(understood, rest)

    def _go(self, result: Answered) -> None:
        self._before.append(self.talk)
        self.talk = result.talk
        self._given = {}
        self._ahead.clear()
        self._looking.clear()
        for sentence in result.sentences:
            self._out.say(sentence)

    def _offer(self, nearest: tuple[str, ...]) -> None:
        asked = question(self.talk)
        options = asked.options if asked else ()
        near = [option for option in options if option.choice in nearest]
        if not near:
            self._out.say("Dat begrijpt de gids niet. Kies een nummer, of typ hulp.")
            return
        self._out.say("Bedoel je een van deze? Typ het nummer.")
        for option in near:
            self._out.say(option.label, f"{option.key}. ")

    def _command(self, name: str, argument: str) -> None:
        shows: dict[str, Callable[[Lines, Conversation], None]] = {
            "advice": showing.show_advice,
            "why": showing.show_why,
            "source": showing.show_source,
            "map": showing.show_way,
            "what_if": showing.show_what_if,
            "facts": showing.show_facts,
            "letters": list_letters,
        }
        if name in {"quiet", "aloud"}:
            self._manner(Manner(name))
        elif name in shows:
            shows[name](self._out, self.talk)
            self._remind()
        elif name in {"book", "search"}:
            look = self._looking.book if name == "book" else self._looking.sought
            look(self.talk, argument)
            self._remind()
        elif name == "compare":
            self._out.say("Dat kan met de opdracht: routeboek verschil OUD NIEUW")
        elif name == "help":
            showing.show_help(self._out)
        elif name == "stop":
            self._stopped = True
        elif name == "undo":
            self._undo()
        elif name == "restart":
            self._restart()
        elif name == "safety":
            self._go(Answered(asked_again(self.talk)))
            self._turn()
        elif name == "change":
            self._change(argument)

    def _manner(self, manner: Manner) -> None:
        self.talk = in_manner(self.talk, manner)
        self._out.say(QUIET if manner is Manner.QUIET else ALOUD)
        self._turn()

    def _undo(self) -> None:
        if not self._before:
            self._out.say("Er is nog geen antwoord om ongedaan te maken.")
            return
        self.talk = self._before.pop()
        self._given = {}
        self._ahead.clear()
        self._out.say("Het laatste antwoord is weg.")
        showing.show_question(self._out, self.talk)

    def _restart(self) -> None:
        if self._before and not self._out.yes("Alle antwoorden vervallen. Opnieuw beginnen?"):
            self._remind()
            return
        self._before, self._given, self._values = [], {}, {}
        self.talk, self._said = self._fresh, frozenset()
        self._ahead.clear()
        self._turn()

    def _change(self, argument: str) -> None:
        changed = change(self._out, self.talk, argument)
        if changed is None:
            self._remind()
            return
        self._go(Answered(changed))
        self._turn()

    def _letter(self, name: str) -> None:
        write_letter(self._out, self.talk, name, self._values)
        self._remind()

    def _remind(self) -> None:
        asked = question(self.talk)
        if asked:
            self._out.say()
            self._out.say(showing.reminder(asked))
            self._out.say("Typ vraag om de keuzes nog een keer te zien.")

"""The start of a conversation in lines: where the school is, which sector, and then the route."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.move import Answered, Result, answer, hear_alarm, read, read_among
from routeboek_tui.conversation.understanding import Asked, Chosen, Unknown
from routeboek_tui.conversation.view import UNKNOWN_LABEL, Option, question
from routeboek_tui.conversation.wat_nu import implied
from routeboek_tui.core.facts import PLACE, REGION, SECTOR, UNKNOWN
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.safety import KIND, SAFETY
from routeboek_tui.library.preferences import recall, remember
from routeboek_tui.plain.lines import EndOfInput, Lines
from routeboek_tui.plain.session import Session
from routeboek_tui.plain.showing import show_asked, show_news, show_term

WHERE = "Waar staat de school?"
"""One question for the region and the municipality."""

HELP = (
    "Typ het nummer of het antwoord zelf, of stop om op te houden."
    " Bij de eerste vraag van de route zegt hulp wat er verder kan."
)


def converse(out: Lines, talk: Conversation, settings: Path | None = None) -> None:
    """Hold the conversation from its start; where and which sector come first, if not known yet.

    ``settings`` is the file with what was used last, by default the user's own.
    """
    out.say("Routeboek. Gids bij verzuim. De gids bewaart niets over de leerling.")
    out.say("Typ hulp voor wat je kunt typen, en stop om op te houden.")
    out.say()
    start = _Start(out, talk, recall(talk.library.scheme, settings))
    try:
        if not (start.place() and start.sector()):
            return
    except EndOfInput:
        out.say("De invoer is afgelopen. De gids heeft niets over de leerling bewaard.")
        return
    known = start.talk.answers.facts
    remember(talk.library.scheme, {fact: value for fact, value in known.items() if value}, settings)
    out.say()
    Session(out, start.talk, start.rest).run()


class _Start:
    """What is asked before the first question of the route. Danger that is typed goes first.

    ``rest`` is the line in which it was heard, ``last`` what was used the previous time.
    """

    def __init__(self, out: Lines, talk: Conversation, last: Mapping[str, str]) -> None:
        self._out = out
        self._last = last
        self.talk = talk
        self.rest = ""

    def place(self) -> bool:
        """Ask for the region and the municipality; whether to go on."""
        talk, known = self.talk, self.talk.answers.facts
        if PLACE in known or REGION in known:
            self.talk = _with(talk, implied(talk.library, known))
            return True
        towns = talk.library.editions[talk.flow.edition].municipalities
        if talk.flow.route != TRIAGE and not towns:
            return True
        options = _options(talk, PLACE, talk.flow.domains[PLACE])
        regions = talk.library.scheme.by_name(REGION)
        if talk.flow.route == TRIAGE:
            options += _options(talk, REGION, regions)
        region = self._last.get(REGION, "")
        before = self._last.get(PLACE, "") or (region if region in regions else "")
        place = self._ask(WHERE, options, before)
        if place is None:
            return False
        if place in regions:
            self.talk = _with(self.talk, {REGION: place})
        elif place:
            self.talk = _with(self.talk, implied(talk.library, {PLACE: place}))
        elif talk.flow.route != TRIAGE:
            self.talk = self.talk.knowing(PLACE, UNKNOWN)
        return True

    def sector(self) -> bool:
        """Ask for the sector, where that matters; whether to go on."""
        talk = self.talk
        region = talk.answers.facts.get(REGION)
        if SECTOR in talk.answers.facts or (region and not talk.library.sectors_in(region)):
            return True
        options = _options(talk, SECTOR, talk.flow.domains[SECTOR])
        asked = talk.say(talk.library.facts[SECTOR].question)
        value = self._ask(asked, options, self._last.get(SECTOR, ""))
        if value is None:
            return False
        self.talk = self.talk.knowing(SECTOR, value)
        return True

    def _ask(self, asked: str, offered: Sequence[Option], last: str) -> str | None:
        """The choice for a fact; ``None`` to stop. Enter takes the one used last."""
        out = self._out
        options = [
            Option(str(n), each.choice, each.label, "", each.synonyms)
            for n, each in enumerate((*offered, Option("", "", UNKNOWN_LABEL)), start=1)
        ]
        before = next((each.label for each in options if last and each.choice == last), "")
        _show(out, asked, options, before)
        while True:
            typed = out.ask()
            if not typed and before:
                return last
            if typed.casefold() in {"stop", "einde"}:
                return None
            if typed.casefold() in {"hulp", "help"}:
                out.say(HELP)
                continue
            understood = read_among(self.talk, typed, options)
            if isinstance(understood, Chosen):
                return understood.choices[0]
            if isinstance(understood, Unknown):
                return UNKNOWN
            if alarm := safety.alarm(self.talk, typed):
                self._settle(alarm, typed)
                _show(out, asked, options, before)
                continue
            if isinstance(understood, Asked):
                show_term(out, self.talk, understood.begrip)
            out.say(f"Typ een nummer van 1 tot en met {len(options)}.")

    def _settle(self, alarm: safety.Alarm, typed: str) -> None:
        """Ask about danger that was heard, and say what to do, before anything else."""
        result: Result = hear_alarm(self.talk, alarm, typed)
        while isinstance(result, Answered):
            self.talk, self.rest = result.talk, result.rest or self.rest
            for sentence in result.sentences:
                self._out.say(sentence)
            asked = question(self.talk)
            if asked is None or asked.fact not in {SAFETY, KIND}:
                break
            show_news(self._out, self.talk, frozenset())
            show_asked(self._out, asked)
            result = self._answer()
        show_news(self._out, self.talk, frozenset())

    def _answer(self) -> Answered:
        while True:
            understood = read(self.talk, self._out.ask())
            if isinstance(understood, Chosen | Unknown):
                result = answer(self.talk, understood, {})
                if isinstance(result, Answered):
                    return result
            self._out.say("Kies een nummer. Veiligheid gaat voor.")


def _show(out: Lines, asked: str, options: Sequence[Option], before: str) -> None:
    out.say(asked)
    for option in options:
        out.say(option.label, f"{option.key}. ")
    if before:
        out.say(f"Enter is: {before}, zoals de vorige keer.")


def _with(talk: Conversation, facts: Mapping[str, str]) -> Conversation:
    for fact, value in facts.items():
        if talk.answers.facts.get(fact) != value:
            talk = talk.knowing(fact, value)
    return talk


def _options(talk: Conversation, fact: str, values: Sequence[str]) -> list[Option]:
    """The choices for a fact, without their keys."""
    choices = talk.library.facts[fact].choices
    return [Option("", v, talk.say(choices[v].label), "", choices[v].synonyms) for v in values]

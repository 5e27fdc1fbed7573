"""The start of a conversation in lines: which sector and municipality, then the first question."""

from pathlib import Path

from routeboek_tui.conversation.answering import read_among
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.understand import Asked, Chosen, Unknown
from routeboek_tui.conversation.view import UNKNOWN_LABEL, Option
from routeboek_tui.core.facts import DOMAINS, UNKNOWN
from routeboek_tui.library.preferences import recall, remember
from routeboek_tui.plain.lines import EndOfInput, Lines
from routeboek_tui.plain.session import Session
from routeboek_tui.plain.showing import show_term

FIRST = ("sector", "gemeente")
"""The facts asked before the first question, because they are the same for most pupils."""


HELP = (
    "Typ het nummer of het antwoord zelf, of stop om op te houden."
    " Bij de eerste vraag van de route zegt hulp wat er verder kan."
)


def converse(out: Lines, talk: Conversation, settings: Path | None = None) -> None:
    """Hold the conversation from its start, asking :data:`FIRST` where not known yet.

    ``settings`` is the file with what was used last, by default the user's own.
    """
    out.say("Routeboek. Gids bij verzuim. De gids bewaart niets over de leerling.")
    out.say("Typ hulp voor wat je kunt typen, en stop om op te houden.")
    out.say()
    last = recall(settings)
    try:
        for fact in FIRST:
            if fact not in talk.answers.facts:
                value = _ask(out, talk, fact, last.get(fact, ""))
                if value is None:
                    return
                talk = talk.knowing(fact, value)
    except EndOfInput:
        out.say("De invoer is afgelopen. De gids heeft niets over de leerling bewaard.")
        return
    remember({fact: value for fact, value in talk.answers.facts.items() if value}, settings)
    out.say()
    Session(out, talk).run()


def _ask(out: Lines, talk: Conversation, fact: str, last: str) -> str | None:
    """The value of a fact; ``None`` to stop. Enter takes the one used last."""
    text = talk.library.facts[fact]
    options = [
        Option(str(n), value, talk.say(text.choices[value].label), "", text.choices[value].synonyms)
        for n, value in enumerate(DOMAINS[fact], start=1)
    ]
    options.append(Option(str(len(options) + 1), "", UNKNOWN_LABEL))
    out.say(talk.say(text.question))
    for option in options:
        out.say(option.label, f"{option.key}. ")
    if last:
        out.say(f"Enter is: {text.choices[last].label}, zoals de vorige keer.")
    while True:
        typed = out.ask()
        if not typed and last:
            return last
        if typed.casefold() in {"stop", "einde"}:
            return None
        if typed.casefold() in {"hulp", "help"}:
            out.say(HELP)
            continue
        understood = read_among(talk, typed, options, fact=fact)
        if isinstance(understood, Chosen):
            return understood.choices[0]
        if isinstance(understood, Unknown):
            return UNKNOWN
        if isinstance(understood, Asked):
            show_term(out, talk, understood.begrip)
        out.say(f"Typ een nummer van 1 tot en met {len(options)}.")

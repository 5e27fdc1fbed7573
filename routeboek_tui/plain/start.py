"""The start of a conversation in lines: where the school is, which sector, and then the route."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from routeboek_tui.conversation.answering import read_among
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.understand import Asked, Chosen, Unknown
from routeboek_tui.conversation.view import UNKNOWN_LABEL, Option
from routeboek_tui.conversation.wat_nu import implied
from routeboek_tui.core.facts import DOMAINS, UNKNOWN
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.library.preferences import recall, remember
from routeboek_tui.plain.lines import EndOfInput, Lines
from routeboek_tui.plain.session import Session
from routeboek_tui.plain.showing import show_term

PLACE = "Waar staat de school?"
"""One question for the region and the municipality."""

OTHER_PLACES = ("noord_kennemerland", "elders")
"""The regions of which the municipality is not asked."""

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
    last = recall(settings)
    try:
        placed = _place(out, talk, last)
        talk_or_none = _sector(out, placed, last) if placed else None
    except EndOfInput:
        out.say("De invoer is afgelopen. De gids heeft niets over de leerling bewaard.")
        return
    if talk_or_none is None:
        return
    talk = talk_or_none
    remember({fact: value for fact, value in talk.answers.facts.items() if value}, settings)
    out.say()
    Session(out, talk).run()


def _place(out: Lines, talk: Conversation, last: Mapping[str, str]) -> Conversation | None:
    """``talk`` with the region and the municipality; ``None`` to stop."""
    known = talk.answers.facts
    if "gemeente" in known or "regio" in known:
        return _with(talk, implied(known))
    towns = talk.library.editions[talk.flow.edition].municipalities
    if talk.flow.route != TRIAGE and not towns:
        return talk
    options = _options(talk, "gemeente", DOMAINS["gemeente"])
    if talk.flow.route == TRIAGE:
        options += _options(talk, "regio", OTHER_PLACES)
    region = last.get("regio", "")
    before = region if region in OTHER_PLACES else last.get("gemeente", "")
    place = _ask(out, talk, PLACE, options, before)
    if place is None:
        return None
    if place in OTHER_PLACES:
        return _with(talk, {"regio": place})
    if place:
        return _with(talk, implied({"gemeente": place}))
    return talk if talk.flow.route == TRIAGE else talk.knowing("gemeente", UNKNOWN)


def _sector(out: Lines, talk: Conversation, last: Mapping[str, str]) -> Conversation | None:
    """``talk`` with the sector, where that matters; ``None`` to stop."""
    if "sector" in talk.answers.facts or talk.answers.facts.get("regio") == "elders":
        return talk
    asked = talk.say(talk.library.facts["sector"].question)
    options = _options(talk, "sector", DOMAINS["sector"])
    value = _ask(out, talk, asked, options, last.get("sector", ""))
    return None if value is None else talk.knowing("sector", value)


def _with(talk: Conversation, facts: Mapping[str, str]) -> Conversation:
    for fact, value in facts.items():
        if talk.answers.facts.get(fact) != value:
            talk = talk.knowing(fact, value)
    return talk


def _options(talk: Conversation, fact: str, values: Sequence[str]) -> list[Option]:
    """The choices for a fact, without their keys."""
    choices = talk.library.facts[fact].choices
    return [Option("", v, talk.say(choices[v].label), "", choices[v].synonyms) for v in values]


def _ask(
    out: Lines, talk: Conversation, asked: str, offered: Sequence[Option], last: str
) -> str | None:
    """The choice for a fact; ``None`` to stop. Enter takes the one used last."""
    options = [
        Option(str(n), each.choice, each.label, "", each.synonyms)
        for n, each in enumerate((*offered, Option("", "", UNKNOWN_LABEL)), start=1)
    ]
    out.say(asked)
    for option in options:
        out.say(option.label, f"{option.key}. ")
    before = next((each.label for each in options if last and each.choice == last), "")
    if before:
        out.say(f"Enter is: {before}, zoals de vorige keer.")
    while True:
        typed = out.ask()
        if not typed and before:
            return last
        if typed.casefold() in {"stop", "einde"}:
            return None
        if typed.casefold() in {"hulp", "help"}:
            out.say(HELP)
            continue
        understood = read_among(talk, typed, options)
        if isinstance(understood, Chosen):
            return understood.choices[0]
        if isinstance(understood, Unknown):
            return UNKNOWN
        if isinstance(understood, Asked):
            show_term(out, talk, understood.begrip)
        out.say(f"Typ een nummer van 1 tot en met {len(options)}.")

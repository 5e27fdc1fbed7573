"""Changing an earlier answer or a fact: pick it, give the new one, see the bill, decide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.fact_answer import tell
from routeboek_tui.conversation.move import read_among
from routeboek_tui.conversation.understanding import Born, Chosen, FirstDay, Given, Unknown
from routeboek_tui.conversation.view import UNKNOWN_LABEL, Option, answered, facts, lines
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.change import Bill
from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.replay import valid
from routeboek_tui.plain.lines import Lines, numbered


@dataclass(frozen=True, slots=True)
class _Said:
    """Something that was said and can be said otherwise: a fact, or the answer at a step."""

    title: str
    said: str
    fact: str = ""
    step: str = ""
    visit: int = 0


def change(out: Lines, talk: Conversation, which: str = "") -> Conversation | None:
    """The conversation after a change the user agreed to; ``None`` when nothing changed."""
    known = _said(talk)
    if not known:
        out.say("Er is nog geen antwoord om te wijzigen.")
        return None
    picked = _pick(out, known, which)
    if picked is None:
        out.say("Er verandert niets.")
        return None
    answers = _other(out, talk, picked)
    if answers is None:
        out.say("Er verandert niets.")
        return None
    cost = talk.bill(answers)
    if not cost.free:
        _show(out, talk, cost)
        if not out.yes("Wijzigen?"):
            out.say("Er verandert niets.")
            return None
    out.say("Gewijzigd.")
    return talk.having(answers)


def _said(talk: Conversation) -> list[_Said]:
    known = [
        _Said(word.title, word.said.removeprefix(f"{word.title}: "), fact=word.fact)
        for word in facts(talk)
    ]
    known += [
        _Said(line.title, line.said, step=line.step, visit=line.visit)
        for line in lines(talk)
        if line.answer and not line.alongside
    ]
    return known


def _pick(out: Lines, known: Sequence[_Said], which: str) -> _Said | None:
    if not which:
        out.say("Wat wil je wijzigen? Typ het nummer. Enter laat alles zo.")
        for number, each in enumerate(known, 1):
            out.say(answered(each.title, each.said), f"{number}. ")
        which = out.ask()
    if not which:
        return None
    picked = numbered(which, len(known))
    if picked is not None:
        return known[picked - 1]
    out.say(f"Dat nummer is er niet. Kies een nummer van 1 tot en met {len(known)}.")
    return None


def _other(out: Lines, talk: Conversation, picked: _Said) -> Answers | None:
    """The answers with another one in the place of ``picked``."""
    text = talk.library.facts[picked.fact] if picked.fact else talk.text(picked.step)
    ids = (
        talk.flow.domains[picked.fact]
        if picked.fact
        else tuple(choice.id for choice in talk.step(picked.step).choices)
    )
    extras = {c.id for c in talk.step(picked.step).choices if c.parallel} if picked.step else set()
    options = [
        Option(str(n), name, talk.say(text.choices[name].label), "", text.choices[name].synonyms,
               name in extras)
        for n, name in enumerate(ids, 1)
    ]  # fmt: skip
    options.append(Option(str(len(options) + 1), "", UNKNOWN_LABEL))
    out.say(f"{talk.say(text.question)} Nu staat er: {picked.said}. Enter laat het zo.")
    for option in options:
        out.say(option.label, f"{option.key}. ")
    policy = talk.step(picked.step).policy if picked.step else ""
    while typed := out.ask():
        understood = read_among(talk, typed, options, policy=policy, fact=picked.fact)
        if isinstance(understood, Chosen | Unknown | Given | Born | FirstDay):
            try:
                found = _with(talk, picked, understood)
            except GivenError as error:
                out.say(str(error))
                continue
            if found is not None:
                return found
        out.say("Dat past hier niet. Typ een nummer, of Enter om het zo te laten.")
    return None


def _with(
    talk: Conversation, picked: _Said, understood: Chosen | Unknown | Given | Born | FirstDay
) -> Answers | None:
    if picked.fact:
        dated, known = picked.fact in talk.library.scheme.dates, talk.rulebook.knowledge
        return tell(talk.answers, picked.fact, understood, talk.today, known, dated=dated)[0]
    choices = understood.choices if isinstance(understood, Chosen) else ()
    if choices and not valid(talk.step(picked.step), choices):
        return None
    if isinstance(understood, Given):
        earlier = talk.answers.find(picked.step, picked.visit) or Answer(picked.step, picked.visit)
        on = understood.on or earlier.on or talk.today
        knowledge = talk.rulebook.knowledge
        registry.STEPS[talk.step(picked.step).policy].check(understood.values, on, knowledge)
        return talk.answers.having(replace(earlier, choices=(), given=understood.values))
    if isinstance(understood, Chosen | Unknown):
        return talk.change(picked.step, picked.visit, choices)
    return None


def _show(out: Lines, talk: Conversation, cost: Bill) -> None:
    """The bill: what stays, what is asked again, which letters are withdrawn."""
    out.say("Dit verandert er:")
    kept = len(cost.kept)
    out.say(f"{kept} {'antwoord blijft' if kept == 1 else 'antwoorden blijven'} staan.", "- ")
    for answer in cost.dropped:
        out.say(f"Dit antwoord vervalt: {talk.say(talk.text(answer.step).title)}.", "- ")
    for letter in talk.lost_letters(cost):
        out.say(f"Deze brief kan dan niet meer: {letter.title}.", "- ")
    if cost.ask:
        text = talk.asked_text(cost.ask.step, cost.ask.fact)
        out.say(f"De volgende vraag wordt: {talk.say(text.question or text.title)}", "- ")

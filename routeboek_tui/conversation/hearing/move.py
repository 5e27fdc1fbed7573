"""From what was typed to the next moment of the conversation, or why there is none yet."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice.first_screen import come_back
from routeboek_tui.conversation.advice.warnings import still_otherwise, warned
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.among import in_triage, read_among
from routeboek_tui.conversation.hearing.birth import likely_born, with_birth
from routeboek_tui.conversation.hearing.counted_on import or_counted_on
from routeboek_tui.conversation.hearing.doubt import doubt, to_choose
from routeboek_tui.conversation.hearing.fact_answer import tell
from routeboek_tui.conversation.hearing.meanings import Told
from routeboek_tui.conversation.hearing.sounding import sounding
from routeboek_tui.conversation.hearing.stray import of_else
from routeboek_tui.conversation.hearing.told_here import denied, of_a_meeting, or_told, still_ahead
from routeboek_tui.conversation.hearing.understanding import (
    LONGEST,
    NEVER_ALONE,
    Asked,
    AskedUnknown,
    Born,
    Chosen,
    FirstDay,
    Given,
    Understood,
    Unknown,
    Unsure,
    Wrong,
)
from routeboek_tui.conversation.no_danger import denies_danger
from routeboek_tui.conversation.safety import Alarm
from routeboek_tui.conversation.triage.begin import known_in
from routeboek_tui.conversation.triage.wat_nu import candidates
from routeboek_tui.conversation.view import Option, Question, question
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.verdict import GivenError, Verdict
from routeboek_tui.core.replay import valid
from routeboek_tui.core.safety import KIND, NONE, SAFETY, UNCLEAR
from routeboek_tui.core.said import Said
from routeboek_tui.core.terms.days import days_in
from routeboek_tui.text.characters import plain


class Answered(Struct, frozen=True):
    """The conversation after an answer, with the sentences that explain it.

    ``rest`` is a line that is to be read now, for what it says besides danger. It ``answers`` what
    is asked where it was typed to that, and no danger was meant.
    """

    talk: Conversation
    sentences: tuple[str, ...] = ()
    rest: str = ""
    answers: bool = False


class Refused(Struct, frozen=True):
    """Why the conversation stands where it stood; ``given`` are the numbers so far."""

    sentences: tuple[str, ...]
    given: Mapping[str, str] = field(default_factory=dict)


ON = "op"
"""The name under which the day of numbers is kept until the rest of them is typed."""

Result: TypeAlias = Answered | Refused
Answer: TypeAlias = Chosen | Unknown | Given | Born | FirstDay


def read(talk: Conversation, typed: str) -> Understood:
    """What ``typed`` means at this moment of ``talk``; danger goes before everything else.

    In the triage it can be what is going on.
    """
    asked = question(talk)
    offered = {plain(option.label) for option in asked.options} if asked else set()
    settled = plain(typed) in offered or plain(typed) in talk.library.language.commands
    alarm = None if settled else safety.alarm(talk, typed)
    if asked and asked.fact == KIND:
        return _kind(talk, typed, asked.options, alarm)
    if alarm and alarm.kinds:
        return alarm
    understood = read_rest(talk, typed)
    if alarm or (
        not settled and understood == Unsure() and safety.listened(talk.library, typed).kinds
    ):
        return alarm or Alarm()
    return understood


def _kind(
    talk: Conversation, typed: str, options: Sequence[Option], alarm: Alarm | None
) -> Understood:
    """What ``typed`` means where the kind of danger is asked: also one that is not offered."""
    if name := safety.named(talk.library, typed):
        return Unknown() if name == UNCLEAR else Chosen((name,))
    heard = alarm.kinds[:1] if alarm else ()
    if heard and heard[0] in {option.choice for option in options}:
        return Chosen(heard)
    return read_among(talk, typed, options, fact=KIND)


def read_rest(talk: Conversation, typed: str) -> Understood:
    """What ``typed`` means besides danger."""
    return likely_born(talk, typed, _read_rest(talk, typed))


def _read_rest(talk: Conversation, typed: str) -> Understood:
    asked = question(talk)
    understood = read_among(
        talk,
        typed,
        asked.options if asked else (),
        step="" if asked is None or asked.fact else asked.step,
        policy=asked.policy if asked else "",
        fact=asked.fact if asked else "",
    )
    stray = asked and not denies_danger(typed, talk.library.language)
    if asked and stray and isinstance(understood, Chosen | Given) and of_else(talk, typed, asked):
        found = candidates(talk.library, typed, known_in(talk))
        told = talk.flow.route == TRIAGE and found.anything
        return Told(found) if told else Unsure(to_choose(understood, asked))
    if talk.flow.route == TRIAGE and isinstance(understood, Chosen | Unsure | Asked | AskedUnknown):
        return in_triage(talk, typed, understood, asked)
    heard = or_counted_on(talk, typed, or_told(talk, typed, understood, asked))
    if isinstance(heard, Given | Born | FirstDay) and of_a_meeting(talk, typed):
        heard = Unsure()
    return _as_answer(talk, typed, heard, asked) if asked else heard


def _as_answer(talk: Conversation, typed: str, heard: Understood, asked: Question) -> Understood:
    """What ``typed``, which was ``heard`` in its words, is as an answer to the question of now."""
    if doubted := doubt(talk, typed, heard, asked):
        return doubted
    if isinstance(heard, Unsure | Wrong):
        if still_ahead(talk, typed, asked):
            return Unknown()
        if answered := _denied(talk, typed, asked):
            return answered
    if isinstance(heard, Chosen | Unsure):
        return sounding(talk, typed, heard, asked)
    return heard


def _denied(talk: Conversation, typed: str, asked: Question) -> Chosen | None:
    """The answer that ``typed`` gives behind a "nee", where that decides what is meant."""
    rest = denied(typed, talk.library.language)
    if not rest or asked.fact:
        return None
    other = read_among(talk, rest, asked.options, step=asked.step, policy=asked.policy)
    other = or_told(talk, rest, other, asked)
    return other if isinstance(other, Chosen) else None


def answer(talk: Conversation, understood: Answer, given: Mapping[str, str]) -> Result:
    """``talk`` with an answer to what it asks; ``given`` are numbers typed just before."""
    asked = question(talk)
    if asked is None:
        return Refused(("Er staat geen vraag open. Typ opnieuw, advies, brieven of stop.",))
    if asked.fact in {SAFETY, KIND}:
        result = _safety(talk, asked.fact, understood)
        return _settled(result) if isinstance(result, Answered) else result
    if talk.trail.doors:
        return _through(talk, understood)
    if asked.fact:
        return _arrived(_warned(talk, _fact(talk, asked.fact, understood)))
    return _arrived(_warned(talk, _step(talk, asked, understood, given)))


def hear_alarm(talk: Conversation, alarm: Alarm, typed: str) -> Answered:
    """``talk`` with danger that was heard in ``typed``: it asks about it, or takes note of it."""
    said = () if alarm.kinds else (safety.noted(talk, alarm),)
    return _settled(Answered(safety.sounded(talk, alarm, typed, _place(talk)), said))


def told(talk: Conversation, text: str) -> Conversation:
    """``talk`` with what ``text`` says of danger taken along, to be asked about."""
    alarm = safety.alarm(talk, text)
    return hear_alarm(talk, alarm, text).talk if alarm else talk


def rest_of(talk: Conversation, typed: str, *, answers: bool = False) -> Understood | None:
    """What the line in which danger was heard says besides; ``None`` where that is nothing sure.

    Unless it ``answers`` what is asked, an answer is only offered: it was not typed as one.
    """
    line = typed if len(typed) <= LONGEST else typed[:LONGEST].rpartition(" ")[0]
    match read_rest(talk, line):
        case (Chosen() | Unknown()) as said if answers:
            return said
        case Chosen(choices):
            return Unsure(choices)
        case Unsure(nearest) if not nearest:
            return None
        case Unknown() | Wrong():
            return None
        case understood:
            return understood


def _safety(talk: Conversation, fact: str, understood: Answer) -> Result:
    match understood:
        case Chosen((choice, *_)) if fact == KIND:
            return Answered(safety.of_kind(talk, choice))
        case Unknown() if fact == KIND:
            return Answered(safety.of_kind(talk, ""))
        case Chosen() | Unknown():
            return _arrived(_fact(talk, fact, understood))
    return Refused(("Kies eerst een van deze antwoorden. Veiligheid gaat voor.",))


def _settled(result: Answered) -> Answered:
    """The same; once nothing is asked about safety, with the line that is to be read again."""
    ask, rest = result.talk.ask, result.talk.safety.rest
    if not rest or (ask and ask.fact in {SAFETY, KIND}):
        return result
    meant_none = result.talk.answers.facts.get(SAFETY) == NONE and not result.talk.safety.heard
    answers = meant_none and result.talk.safety.place == _place(result.talk) != ""
    return Answered(safety.without_rest(result.talk), result.sentences, rest, answers)


def _place(talk: Conversation) -> str:
    """Where an answer is typed; "" where what is asked is no question of the route."""
    asked = question(talk)
    if asked is None or asked.fact in {SAFETY, KIND}:
        return ""
    return f"{talk.flow.id}/{asked.step}/{asked.visit}#{asked.fact}"


def _step(
    talk: Conversation, asked: Question, understood: Answer, given: Mapping[str, str]
) -> Result:
    match understood:
        case Chosen(choices, on):
            fits = valid(talk.step(asked.step), choices)
            wrong = still_otherwise(talk, choices, on) if fits else _unfit(asked, choices)
            return (
                Refused((wrong,), given) if wrong else Answered(_beside(talk, choices, given, on))
            )
        case Unknown() if talk.waits:
            return Refused((come_back(talk),), given)
        case Unknown() if not asked.ended:
            return Answered(talk.answered())
        case Unknown():
            return Refused(("De route rust hier. Kies pas als er iets verandert.",))
        case Given(values, on):
            rule = registry.STEPS[talk.step(asked.step).policy]
            return _given(talk, asked, rule.together(given, values), on)
        case _:
            return Refused(("Een datum helpt hier niet. Kies een van de antwoorden.",), given)


def _unfit(asked: Question, choices: Collection[str]) -> str:
    """Why these choices are no answer together."""
    extra = [option.key for option in asked.options if option.extra and option.choice in choices]
    alone = [option.key for option in asked.options if option.choice and not option.extra]
    if extra and alone and len(extra) == len(choices):
        return NEVER_ALONE.format(alone[0], extra[0])
    return "Kies één antwoord. Alleen wat extra is, mag ernaast."


def _warned(talk: Conversation, result: Result) -> Result:
    """The same, with a remark where a known date contradicts what was answered."""
    if not isinstance(result, Answered):
        return result
    return replace(result, sentences=(*result.sentences, *warned(talk, result.talk)))


def _through(talk: Conversation, understood: Answer) -> Result:
    """The conversation on the other route, where this one stands at its door."""
    if not isinstance(understood, Chosen):
        return Refused(("Kies een nummer om verder te gaan, of ga een stap terug.",))
    return _on(talk.jump(understood.choices[0]))


def _arrived(result: Result) -> Result:
    """The same, but on the route that was looked for once the triage has found it."""
    if not isinstance(result, Answered):
        return result
    after = result.talk.onward()
    return result if after is result.talk else _on(after, result.sentences)


def _on(talk: Conversation, sentences: tuple[str, ...] = ()) -> Answered:
    return Answered(talk, (*sentences, f"Je gaat verder op de route {talk.title}."))


def _fact(talk: Conversation, fact: str, understood: Answer) -> Result:
    try:
        answers, arithmetic = tell(
            talk.answers,
            fact,
            understood,
            talk.today,
            talk.rulebook.knowledge,
            dated=fact in talk.library.scheme.dates,
        )
    except GivenError as error:
        return Refused((str(error),))
    return Answered(talk.having(answers), arithmetic)


def _given(
    talk: Conversation, asked: Question, values: Mapping[str, str], on: date | None
) -> Result:
    # A day that came with the first numbers holds for those that come after.
    values = dict(values)
    said = values.pop(ON, "")
    on = on or (date.fromisoformat(said) if said else None)
    day, rule, knowledge = on or talk.today, registry.STEPS[asked.policy], talk.rulebook.knowledge
    try:
        rule.check(values, day, knowledge)
    except GivenError as error:
        return Refused((str(error),))
    after = talk.answered((), given=values, on=on)
    verdict = _verdict(after, talk)
    if verdict is None:
        return Answered(after)
    sentences = (*verdict.arithmetic, *verdict.notes)
    leaves = rule.leaves(verdict, (choice.id for choice in talk.step(asked.step).choices))
    if verdict.choice and not leaves:
        return Answered(with_birth(after, values), sentences)
    missing = [rule.asked(name, day, knowledge) for name in verdict.missing]
    wanted = (f"Nog nodig: {' of '.join(missing)}.",) if missing else ()
    return Refused((*sentences, *wanted), {**values, ON: on.isoformat()} if on else values)


def _beside(
    talk: Conversation, choices: tuple[str, ...], given: Mapping[str, str], on: date | None
) -> Conversation:
    """``talk`` with a choice; numbers typed just before stay with it where they leave it open.

    A day among them is known from then on, whatever is chosen.
    """
    values = dict(given)
    said = values.pop(ON, "")
    on = on or (date.fromisoformat(said) if said else None)
    if values:
        counted, last = talk.answered(choices, given=values, on=on), talk.trail.main.last
        here = (last.step, last.visit, choices)
        if any((v.step, v.visit, v.taken) == here for v in counted.trail.main.visits):
            return with_birth(counted, values)
    heard = talk.hearing(Said(days=days_in(values)))
    return with_birth(heard.answered(choices, on=on), values)


def _verdict(after: Conversation, before: Conversation) -> Verdict | None:
    """The verdict on the step that ``before`` waited at."""
    ask = before.ask
    return next(
        (
            visit.verdict
            for visit in after.trail.main.visits
            if ask and (visit.step, visit.visit) == (ask.step, ask.visit)
        ),
        None,
    )

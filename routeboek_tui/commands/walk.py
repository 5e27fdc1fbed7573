"""Facts and answers as they are given on a command line, and the conversation they make."""

import os
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from routeboek_tui.commands.refusal import Exit, Refusal
from routeboek_tui.commands.route import route_named
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.triage.contradiction import UNBORN, contradictions, strange_to
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.facts import NAMED, UNKNOWN
from routeboek_tui.core.flow import Step
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.verdict import GivenError, check_past
from routeboek_tui.core.replay import valid
from routeboek_tui.core.safety import NONE, SAFETY, Manner, Safety
from routeboek_tui.library.content import Library
from routeboek_tui.text import dates
from routeboek_tui.text.spelling import suggestion

BIRTH_DATE = "geboortedatum"
"""Given as a fact, it takes the place of ``leeftijd``."""

DANGER = "soort_gevaar"
"""Given as a fact, it is a kind of danger; it may be given more than once."""

NOT_KNOWN = "?"
"""What stands for "weet ik nog niet"."""

SAFE_AND_NOT = (
    "Je noemt een soort gevaar, en ook veiligheid=nee."
    " Kies veiligheid=gevaar, veiligheid=zorgen of veiligheid=?."
)

REPORTS = "data"
"""The days of the reports, with a comma between: the only name with more than one value."""

FIRST_DAY = "eerste_ziektedag"
"""The first day of the running sickness, from which the school days are counted."""

DAYS = {
    FIRST_DAY: "De eerste ziektedag",
    "geboortedatum": "De geboortedatum",
    "aankomst": "De dag van aankomst",
}
"""The inputs that are one day, in words."""


def day_of(text: str, what: str, today: date | None = None) -> date:
    """The date in ``text``, up to ``today``; ``what`` says in Dutch which date it is.

    :raises Refusal: when there is no such day
    """
    day = dates.read(text, today)
    if day is None:
        raise Refusal(
            f"{what} “{text}” is geen bestaande dag, of ligt te ver weg."
            " Typ bijvoorbeeld 12-03-2026."
        )
    return day


def pair(text: str, option: str) -> tuple[str, str]:
    """The name and the value of ``NAAM=WAARDE``.

    :raises Refusal: when there is no name or no "=", or when it cannot be read
    """
    try:
        text = os.fsencode(text).decode("utf-8")
    except UnicodeError:
        raise Refusal(f"Wat achter {option} staat, is geen UTF-8-tekst. Typ het opnieuw.") from None
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise Refusal(f"{option} “{text}” is niet goed. Typ {option} NAAM=WAARDE.")
    return name.strip(), value.strip()


def conversation(  # noqa: PLR0913 - a walk, and where it begins
    library: Library,
    route: str,
    facts: Iterable[str],
    answers: Iterable[str],
    today: date,
    *,
    edition: str = "",
    start: str = "",
    done: Iterable[str] = (),
    manner: Manner = Manner.SILENT,
) -> Conversation:
    """The conversation along ``route`` that these facts and answers make.

    A case that is running begins at the step ``start``, with the steps ``done`` behind it.
    ``manner`` is how the safety of the pupil is asked; a command has nobody to ask.

    :raises Refusal: when a name or value is not known, or an answer has no place on the way
    """
    flow = library.flows[route_named(library, route, today, edition)]
    own = [step.id for step in flow.steps.values() if not step.jump]
    for name in (start, *done):
        if name and name not in own:
            near = suggestion(name, own)
            raise Refusal(f"De route “{route}” heeft geen stap “{name}”.{near}")
    facts = tuple(facts)
    given = replace(given_facts(library, facts, today), start=start, done=tuple(done))
    for _, why in strange_to(library, dict(pair(text, "--feit") for text in facts), flow):
        raise Refusal(why)
    if manner is Manner.SILENT and given.safety.heard:
        raise Refusal(SAFE_AND_NOT)
    given = replace(given, safety=replace(given.safety, manner=manner))
    fresh = Conversation.at(library, flow, given, today)
    given = fresh.answers
    visits: Counter[str] = Counter()
    for text in answers:
        step_id, value = pair(text, "--antwoord")
        step = _step(fresh, step_id)
        # A visit that what was come past told already is not answered here.
        ask = fresh.having(given).trail.ask if visits[step_id] else None
        visits[step_id] = ask.visit if ask and ask.step == step_id else visits[step_id] + 1
        answer = _answer(step, visits[step_id], value, today, library.knowledge)
        if answer.on and given.birth_date and answer.on < given.birth_date:
            raise Refusal(UNBORN.format("De dag achter @", dates.write(given.birth_date)))
        given = given.having(answer)
    talk = fresh.having(given)
    lost = [
        answer
        for answer in given.steps
        if answer not in talk.answers.steps and not _waits(talk, answer)
    ]
    if lost:
        raise Refusal(_no_place(talk, lost[0]), Exit.FOUND)
    return talk


def given_facts(library: Library, facts: Iterable[str], today: date) -> Answers:
    """What is known beforehand, as given with ``--feit``.

    :raises Refusal: when a fact or its value does not exist
    """
    scheme, answers = library.scheme, Answers()
    domains = scheme.domains
    dangers: list[str] = []
    said: dict[str, str] = {}
    born: date | None = None
    for text in facts:
        name, value = pair(text, "--feit")
        if name != DANGER and said.setdefault(name, value) != value:
            raise Refusal(f"Het feit “{name}” staat er twee keer, en niet gelijk. Laat er een weg.")
        if name == DANGER:
            dangers.append(_danger(library, value))
            continue
        if name in scheme.dates and value != NOT_KNOWN:
            answers = answers.with_date(name, _past(value, "De datum", today, library.knowledge))
            continue
        if name == BIRTH_DATE:
            born = _past(value, "De geboortedatum", today, library.knowledge)
            answers = answers.with_birth_date(born)
            continue
        if name not in domains:
            names = (*domains, BIRTH_DATE, DANGER)
            raise Refusal(
                f"Het feit “{name}” bestaat niet.{suggestion(name, names)}"
                f" De feiten zijn: {', '.join(names)}."
            )
        if value not in (*domains[name], NOT_KNOWN):
            raise Refusal(
                f"Het feit “{name}” kan niet “{value}” zijn.{suggestion(value, domains[name])}"
                f" Kies uit: {', '.join(domains[name])} (of {NOT_KNOWN}: weet ik nog niet)."
            )
        answers = answers.with_fact(name, UNKNOWN if value == NOT_KNOWN else value)
    known = {name: UNKNOWN if value == NOT_KNOWN else value for name, value in said.items()}
    for _, why in contradictions(library, known, answers.dates, born, today):
        raise Refusal(why)
    if not dangers:
        return answers
    kinds = tuple(dict.fromkeys(dangers))
    settled = answers.facts.get(SAFETY, NONE) != NONE
    return replace(
        answers, safety=Safety(dangers=kinds) if settled else Safety(heard=kinds, sure=True)
    )


def _danger(library: Library, value: str) -> str:
    if value not in library.dangers:
        raise Refusal(
            f"De soort gevaar “{value}” bestaat niet.{suggestion(value, library.dangers)}"
            f" Kies uit: {', '.join(library.dangers)}."
        )
    return value


def _past(text: str, what: str, today: date, knowledge: Knowledge) -> date:
    """The day in ``text``, which cannot lie ahead of ``today`` or far behind it."""
    try:
        return check_past(day_of(text, what, today), today, what, knowledge)
    except GivenError as error:
        raise Refusal(str(error)) from error


def _step(talk: Conversation, step_id: str) -> Step:
    steps = talk.flow.steps
    asking = [step.id for step in steps.values() if step.asks]
    if step_id not in steps:
        raise Refusal(f"De stap “{step_id}” bestaat niet.{suggestion(step_id, asking)}")
    if step_id not in asking:
        raise Refusal(f"De stap “{step_id}” vraagt niets. Laat dit antwoord weg.")
    return steps[step_id]


def _answer(step: Step, visit: int, value: str, today: date, knowledge: Knowledge) -> Answer:
    value, at, day = value.partition("@")
    on = _past(day, "De dag achter @", today, knowledge) if at else None
    if value == NOT_KNOWN:
        return Answer(step.id, visit, on=on)
    counts, plus, beside = value.partition("+") if ":" in value else ("", "", value)
    given = _inputs(step, counts, on or today, knowledge) if counts else {}
    if counts and not plus:
        return Answer(step.id, visit, given=given, on=on)
    choices = tuple(beside.split("+"))
    known = [choice.id for choice in step.choices]
    for choice in choices:
        if choice not in known:
            raise Refusal(
                f"De stap “{step.id}” heeft geen keuze “{choice}”.{suggestion(choice, known)}"
                f" Kies uit: {', '.join(known)} (of {NOT_KNOWN}: weet ik nog niet)."
            )
    if not valid(step, choices):
        raise Refusal(f"Bij de stap “{step.id}” kan “{value}” niet samen.")
    return Answer(step.id, visit, choices, given, on)


def _inputs(step: Step, value: str, on: date, knowledge: Knowledge) -> dict[str, str]:
    """What the policy of ``step`` reckons with on the day ``on``, dates in ISO."""
    if not step.policy:
        raise Refusal(f"Bij de stap “{step.id}” rekenen wij niet met getallen of data.")
    rule = registry.STEPS[step.policy]
    names = tuple(name for name in rule.inputs if name not in NAMED)
    given: dict[str, str] = {}
    name = ""
    for part in value.split(","):
        before, colon, number = part.rpartition(":")
        if not colon and name != REPORTS:
            raise Refusal(f"“{part}” is niet goed. Typ NAAM:GETAL, bijvoorbeeld meldingen:5.")
        name = before.strip() if colon else name
        if name not in names:
            raise Refusal(
                f"Met “{name}” kunnen wij niet rekenen.{suggestion(name, names)}"
                f" Kies uit: {', '.join(names)}."
            )
        if colon and name in given:
            raise Refusal(f"“{name}” staat er twee keer. Geef het één keer op.")
        if name == REPORTS:
            day = day_of(number, "De datum van een melding", on).isoformat()
            given[name] = day if colon else f"{given[name]},{day}"
        elif name in DAYS:
            given[name] = day_of(number, DAYS[name], on).isoformat()
        elif number.strip():
            given[name] = number.strip()
        else:
            raise Refusal(f"Achter “{name}:” staat niets. Typ een getal, bijvoorbeeld {name}:5.")
    try:
        rule.check(given, on, knowledge)
    except GivenError as error:
        raise Refusal(str(error)) from error
    return given


def _waits(talk: Conversation, answer: Answer) -> bool:
    """Whether ``answer`` says of the question of now that it is not known yet: it stays there."""
    ask = talk.trail.ask
    unknown = not (answer.choices or answer.given)
    return unknown and ask is not None and ask.step == answer.step and talk.step(ask.step).waits


def _no_place(talk: Conversation, lost: Answer) -> str:
    verdict = talk.trail.main.last.verdict
    if lost.given and verdict is not None:
        rule, knowledge = registry.STEPS[talk.step(lost.step).policy], talk.rulebook.knowledge
        on = lost.on or talk.today
        missing = [f"{name} ({rule.asked(name, on, knowledge)})" for name in verdict.missing]
        wanted = f" Nog nodig: {' of '.join(missing)}." if missing else ""
        leaves = rule.leaves(verdict, (choice.id for choice in talk.step(lost.step).choices))
        if leaves:
            wanted = f" Zet achter de getallen +{' of +'.join(leaves)}."
        return " ".join((*verdict.arithmetic, *verdict.notes)) + wanted
    later = f" (keer {lost.visit})" if lost.visit > 1 else ""
    ask = talk.trail.ask
    where = "De route is dan al klaar."
    if ask and ask.fact:
        values = "|".join(talk.flow.domains[ask.fact])
        where = f"De route vraagt eerst om een feit: --feit {ask.fact}={values}."
    elif ask:
        where = f"De route wacht op een antwoord op “{ask.step}”."
    return f"Het antwoord op “{lost.step}”{later} heeft hier geen plaats. {where}"


def walk_of(library: Library, route: str, options: Namespace) -> Conversation:
    """The conversation that the options of a command make."""
    return conversation(
        library, route, options.feit, options.antwoord, today_of(options),
        edition=options.editie, start=options.vanaf, done=options.gedaan,
    )  # fmt: skip


def today_of(options: Namespace) -> date:
    """The day a command is about: today, or the one that was given."""
    today = date.today()
    return today if options.datum is None else day_of(options.datum, "De datum", today)

"""What a typed line means where the conversation stands.

Pure: the same line gives the same meaning. What is only likely is offered (:class:`Unsure`).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from routeboek_tui.conversation.advice.reason import (
    confirms,
    heads,
    leaves_choice,
    leaves_count,
    numbered,
)
from routeboek_tui.conversation.hearing import matching
from routeboek_tui.conversation.hearing.fact_meaning import (
    of_absence,
    of_age,
    of_date,
    without_lead,
)
from routeboek_tui.conversation.hearing.likely import closest, likely, outweighing
from routeboek_tui.conversation.hearing.line import Line
from routeboek_tui.conversation.hearing.matching import MOST_OFFERED, Offer
from routeboek_tui.conversation.hearing.meanings import (
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
from routeboek_tui.conversation.no_danger import denies_danger, knows_not
from routeboek_tui.conversation.questions import begins_as_question
from routeboek_tui.conversation.telling import measure
from routeboek_tui.conversation.telling.day import NO_DAY, apart
from routeboek_tui.conversation.telling.late import in_line
from routeboek_tui.conversation.telling.measure import ALONE, EXAMPLES, SICK_LEAVE
from routeboek_tui.conversation.telling.reported import WHICH_DAY
from routeboek_tui.core.facts import SECTOR
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.safety import KIND, NONE, SAFETY
from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import bare_line, plain, plain_name
from routeboek_tui.text.dates import find

__all__ = (
    "Asked", "AskedUnknown", "Born", "Chosen", "Command", "FirstDay", "Given", "Offer",
    "Understood", "Unknown", "Unsure", "Wrong", "understand",
)  # fmt: skip

LONGEST = 1000
"""Characters. A longer text is no answer to one question."""

CONTRADICTED = (
    "Je zegt “{}”, maar de getallen erbij zeggen dat niet. Typ alleen de getallen, of kies."
)


def understand(  # noqa: PLR0913 - where the conversation stands
    text: str,
    options: Sequence[Offer],
    *,
    policy: str = "",
    fact: str = "",
    sector: str = "",
    today: date,
    language: Language,
    knowledge: Knowledge,
    terms: Mapping[str, Sequence[str]] | None = None,
) -> Understood:
    """The meaning of ``text`` as answer to what is asked now, or as a question or command.

    ``options`` are the choices on the screen. ``policy`` is the policy of the step
    that asks and ``fact`` the fact, if one is asked. ``sector`` is "po", "vo" or ""
    if not known. ``terms`` holds the names of each begrip, by its id; ``language`` the words
    that mean the same everywhere, and ``knowledge`` what policies reckon with.
    """
    clean = bare_line(text[: LONGEST + 1])
    if max(len(text), len(clean)) > LONGEST:
        return Wrong(f"Dat is te lang: typ hooguit {LONGEST} tekens. Een paar woorden is genoeg.")
    if clean.strip("? ") == "" and "?" in clean:
        return Unknown()
    if not plain(clean):
        return Wrong("Typ een antwoord, het cijfer dat ervoor staat, of een vraag.")
    # Where a day is what is counted, none is that of the answer.
    of_day = policy in measure.OF_DAY
    said, day = (clean, None) if of_day else apart(clean, today, language.counting)
    where = (options, policy, fact, sector, today, knowledge, terms or {}, language)
    line = Line(text.strip(), clean, said, day, *where)
    meaning = _meaning(line)
    if isinstance(meaning, Unsure | Wrong):
        meaning = _by_its_head(line, meaning) or meaning
    if isinstance(meaning, Chosen) and any(meaning.choices):
        every = matching.with_more(line.said, meaning.choices, line.options, line.language)
        return replace(meaning, choices=every.choices) if every.sure else Unsure(every.choices)
    return _with_its_day(line, meaning)


def _with_its_day(line: Line, meaning: Understood) -> Understood:
    """``meaning`` with the day that is told of the last time late."""
    if line.policy != measure.LATE or not isinstance(meaning, Given):
        return meaning
    values = in_line(line.text, meaning.values, line.today, line.language.counting)
    return replace(meaning, values=values)


def _meaning(line: Line) -> Understood:
    try:
        return next(meaning for lane in _LANES if (meaning := lane(line)) is not None)
    except GivenError as error:
        return Wrong(str(error))


def _by_its_head(line: Line, meaning: Unsure | Wrong) -> Chosen | Given | Unknown | None:
    """The answer that ``line`` begins with, where what follows leaves it as it is."""
    other = isinstance(meaning, Wrong) and meaning.message not in measure.UNREAD
    of_else = other and meaning == Wrong(measure.only(line.policy))
    no_answer = other and not of_else
    if line.fact in {SAFETY, KIND} or line.typed.endswith("?") or no_answer:
        return None
    for head, rest in heads(line.text):
        found = _of_head(line, head, rest)
        if isinstance(found, Unknown) and meaning == Unsure():
            return found
        if of_else and not numbered(rest, line.language):
            continue
        if isinstance(found, Given) and line.policy in measure.MEASURES:
            days = find(rest, line.today)
            if leaves_count(rest, days, found.values, line.policy, line.language, line.today):
                return found
        elif isinstance(found, Chosen) and not (_counting(line) and numbered(rest, line.language)):
            offers = [offer for offer in line.options if offer.choice]
            if leaves_choice(head, rest, found.choices, offers, line.language):
                return found
    return None


def _of_head(line: Line, head: str, rest: str) -> Understood:
    """What ``head`` means; a bare key is no key, and a count where ``rest`` names it again."""
    said, day = apart(head, line.today, line.language.counting)
    bare = said.strip()
    if not (bare.isdecimal() and bare in {offer.key for offer in line.options}):
        return _meaning(replace(line, text=head, said=said, ended_with=day))
    named = line.policy in ALONE and confirms(rest, bare, line.language)
    return Given({ALONE[line.policy]: bare}) if named else Unsure()


def _counting(line: Line) -> bool:
    """Whether numbers and days are an answer to what is asked."""
    return bool(line.policy) or line.fact in {"leeftijd", "vier_weken_afwezig"}


def _order(line: Line) -> Understood | None:
    """A command; a choice that reads just so goes before, one called so that begins so is asked.

    A choice that is only called so in passing does not take the word from the guide.
    """
    words = plain(line.text)
    labels = {offer.choice: plain_name(offer.label) for offer in line.options}
    if words not in line.language.commands or words in labels.values():
        return None
    called = matching.exact(words, line.options, line.language)
    asked = tuple(choice for choice in called if labels[choice].startswith(f"{words} "))
    return Unsure(asked) if asked else Command(line.language.commands[words])


def _exactly(line: Line) -> Understood | None:
    for text, on in ((line.text, None), (line.said, line.on)):
        found = matching.exact(plain(text), line.options, line.language)
        if found == ("",):
            return Unknown()
        if len(found) == 1 and matching.fits(found, line.options):
            return Chosen(found, on)
        if found:
            return _beside_only(line) if len(found) == 1 else Unsure(found)
    return None


def _keys(line: Line) -> Understood | None:
    by_key = {offer.key: offer.choice for offer in line.options}
    keys = matching.keys(line.said, by_key)
    if not keys:
        return None
    strange = next((key for key in keys if key not in by_key), "")
    if strange and (line.fact == "leeftijd" or line.policy == measure.OF_AGE):
        return None
    if strange:
        counting = f" {EXAMPLES[line.policy]}" if line.policy in EXAMPLES else ""
        return Wrong(f"Er is geen antwoord {strange}. Kies een cijfer op het scherm.{counting}")
    choices = tuple(o.choice for o in line.options if o.key in keys)
    if choices == ("",):
        return Unknown()
    if matching.fits(choices, line.options) and "" not in choices:
        return Chosen(choices, line.on)
    return (
        _beside_only(line)
        if len(choices) == 1
        else Wrong(
            "Deze antwoorden gaan niet samen. Kies er één; alleen een extra antwoord mag ernaast."
        )
    )


NEVER_ALONE = "Dat antwoord staat nooit alleen. Kies er een bij, zoals “{} en {}”."


def _beside_only(line: Line) -> Wrong:
    keys = (next(o.key for o in line.options if o.parallel is p) for p in (False, True))
    return Wrong(NEVER_ALONE.format(*keys))


def _no_danger(line: Line) -> Understood | None:
    safe = line.fact == SAFETY and denies_danger(line.typed, line.language, asked=True)
    return Chosen((NONE,)) if safe else None


def _anywhere(line: Line) -> Understood | None:
    return Unknown() if knows_not(line.text, line.language) else None


def _not_yet(line: Line) -> Understood | None:
    """That it has yet to be told or done, where one waits for that and no choice says so."""
    if not any(offer.waits for offer in line.options):
        return None
    words = without_lead(line)
    if not pattern(line.language.not_yet).fullmatch(words):
        return None
    return None if matching.match(words, line.options, line.language).choices else Unknown()


def _question(line: Line) -> Understood | None:
    words = plain(line.text)
    if _counts(line) is None and of_age(line) is None:
        for begrip, known in line.terms.items():
            if words in map(plain_name, known):
                return Asked(begrip)
    if not line.question:
        return None
    if near := _answers_rather(line):
        return Unsure(near)
    names = [plain_name(name) for names in line.terms.values() for name in names]
    for said in (words, matching.corrected(words, names, line.language)):
        if found := matching.term(said, line.terms):
            return Asked(found)
    answer = matching.match(line.text, line.options, line.language)
    if words.split(" ")[0] in line.language.yes | line.language.no and answer.choices:
        return Unsure(answer.choices)
    return AskedUnknown(line.typed)


def _answers_rather(line: Line) -> tuple[str, ...]:
    """The choices a line is likely to say that has the words of a question and not its shape."""
    asks = line.typed.endswith("?") or begins_as_question(line.text, line.language)
    few = len(line.options) <= 1
    return () if asks or few else closest(plain(line.said), line.options, line.language)


def _impossible(line: Line) -> Understood | None:
    if any(found.day is None for found in find(line.text, line.today)):
        return Wrong(NO_DAY)
    return None


def _counts(line: Line) -> Understood | None:
    if not line.policy:
        return None
    days = find(line.said, line.today)
    try:
        values = measure.typed(
            line.policy, line.said, days, line.sector, line.today, line.language, line.knowledge
        )
    except GivenError as error:
        # "meer dan 16" says yes; on a ladder of many rungs it says too little.
        found = matching.match(line.said, line.options, line.language)
        bound = line.policy != SICK_LEAVE and registry.STEPS[line.policy].choices == ("ja", "nee")
        if found.sure and bound and str(error) == measure.EXACT:
            return Chosen(found.choices, line.on)
        raise
    if not values:
        return None
    return _given(line, values)


def _given(line: Line, values: Mapping[str, str]) -> Understood:
    """The counts, unless the sentence says something else beside them.

    :raises GivenError: when a count cannot be right, or contradicts the "ja" or "nee" in front
    """
    rule, day = registry.STEPS[line.policy], line.on or line.today
    rule.check(values, day, line.knowledge)
    beside = matching.match(line.said, line.options, line.language)
    if beside.sure and not set(rule.choices).intersection(beside.choices):
        return Unsure(beside.choices)
    first = plain(line.text).split(" ")[0]
    leads = first in line.language.yes, first in line.language.no
    if any(leads) and {"ja", "nee"} <= set(rule.choices):
        said = "ja" if leads[0] else "nee"
        found = rule.verdict(values, {SECTOR: line.sector}, day, line.knowledge).choice
        if found and (found == "ja") != leads[0]:
            raise GivenError(CONTRADICTED.format(said))
    return Given(values, line.on)


def _bare_count(line: Line) -> Understood | None:
    """A number that is no key, or one with its unit, where the step counts one thing only."""
    if line.policy in ALONE and line.said not in {offer.key for offer in line.options}:
        number = measure.bare_number(line.policy, line.said)
        bare = number or measure.alone(line.policy, line.said, line.language)
        return _counts(line) if bare else None
    return None


def _sentence(line: Line) -> Understood | None:
    if line.fact == SAFETY:
        return None
    if not plain(line.said) and line.policy == SICK_LEAVE:
        return Wrong(WHICH_DAY)
    if not plain(line.said):
        return Wrong("Een dag alleen is hier geen antwoord. Typ je antwoord met de dag erachter.")
    said = plain(line.said)
    found = matching.match(line.said, line.options, line.language)
    other = outweighing(said, found.choices, line.options, line.language) if found.sure else ()
    if not found.choices:
        found = matching.match_slips(line.said, line.options, line.language)
    fitting = matching.fits(found.choices, line.options)
    if found.sure and fitting and not other:
        return Chosen(found.choices, line.on)
    parallel = {offer.choice for offer in line.options if offer.parallel}
    if found.choices and not fitting and parallel.issuperset(found.choices):
        return _beside_only(line)
    return _unsure((*found.choices, *other), line) if found.choices else None


def _unsure(choices: tuple[str, ...], line: Line) -> Unsure:
    """``choices``, and the one that shares most with the line where there are many."""
    best = likely(plain(line.said), line.options, line.language, beside=1.0)
    alone = best if len(best) == 1 and len(line.options) > MOST_OFFERED + 1 else ()
    return Unsure(tuple(dict.fromkeys((*choices, *alone))))


def _rest(line: Line) -> Understood:
    if line.fact == SAFETY:
        return Unsure()
    said = plain(line.said)
    named = matching.named(said, line.options, line.language)
    near = tuple(dict.fromkeys((*named, *likely(said, line.options, line.language))))
    near = near[:MOST_OFFERED] or matching.nearest(said, line.options, line.language)
    choices = tuple(offer.choice for offer in line.options if offer.choice)
    denied = bool(line.language.negators.intersection(said.split()))
    if near and denied and len(choices) <= MOST_OFFERED:
        near = choices  # what a denial looks like may be just what it denies
    partly = said.partition(" ")[0] in line.language.doubts
    near = near or (choices if partly and len(choices) <= MOST_OFFERED else ())
    if not near and line.policy in EXAMPLES and re.search(r"[0-9]", line.text):
        return Wrong(EXAMPLES[line.policy])
    return Unsure(near)


_LANES: tuple[Callable[[Line], Understood | None], ...] = (
    _bare_count, _keys, _order, _exactly, _no_danger, _anywhere, _not_yet, _question, _impossible,
    of_age, of_date, of_absence, _counts, _sentence, _rest,
)  # fmt: skip
"""What a line can be, in the order it is tried. The last one always has an answer."""

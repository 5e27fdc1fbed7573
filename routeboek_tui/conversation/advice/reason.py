"""An answer with its reason behind it: where it ends, and whether the rest leaves it as it is."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from routeboek_tui.conversation.hearing import matching
from routeboek_tui.conversation.hearing.matching import Offer
from routeboek_tui.conversation.telling import measure
from routeboek_tui.conversation.telling.day import without
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.core.policy.ongeoorloofd import LAST
from routeboek_tui.core.said import What
from routeboek_tui.library.language import Counting, Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain
from routeboek_tui.text.dates import Found
from routeboek_tui.text.near_days import AGO, WEEKDAYS

HEAD = 24
"""Words of an answer with numbers or a list of days: what is longer tells more than one thing."""

SENTENCE = 5
"""Words of a sentence that tells something of its own: a shorter denial takes an answer back."""

_ENDS = re.compile(r"\s*(?:[;:(,]|\.(?![0-9])(?=\s))\s*")
_CLAUSES = re.compile(r"[;:.]\s")
_COMMAS = re.compile(r"[,;:]\s|\.(?![0-9])")
_NUMBERS = re.compile(r"(?<![\w.])([0-9]+(?:\.5)?)(e|de|ste)?\b(?: ?-?(\w+))?")
_ONE_OF = re.compile(rf"\been(?= (?:op|{'|'.join(AGO)})\b)")
_NEVER_SAID = frozenset(("leerling", *WEEKDAYS))
"""Long words that tell no answer from another one."""


def heads(text: str) -> Iterator[tuple[str, str]]:
    """The beginnings of ``text`` that can be its answer, the longest first, with what follows.

    What begins with a sentence of its own is a story.
    """
    for found in reversed(list(_ENDS.finditer(text))):
        head, rest = text[: found.start()].strip(), text[found.end() :].strip(" .)")
        short = len(head.split()) <= HEAD and len(rest.split()) <= matching.MOST_WORDS
        if head and rest and short:
            yield head, rest


def leaves_choice(
    head: str, rest: str, chosen: Iterable[str], offers: Sequence[Offer], language: Language
) -> bool:
    """Whether ``rest`` says nothing against what ``head`` chooses, nor for another choice.

    A bare "ja" or "nee" is one choice only where no other one begins so: else the reason decides,
    and where one waits for that choice the reason names it.
    Beside a choice that denies nothing, a denial stands in a sentence of its own, and is about
    something else.
    """
    lead = matching.lead_of(plain(head), language)
    begin = [o.choice for o in offers if lead and matching.begins(o, lead, language)]
    if lead and begin != [*chosen]:
        return False
    clauses = [_weighed(clause, language) for clause in _CLAUSES.split(f"{rest} ")]
    words = {word for clause in clauses for word in clause}
    own, other = _names(offers, chosen)
    # Behind a "ja" a mere confirmation leaves nothing open.
    stray = not words & own and (lead == "nee" or bool(clauses[0]))
    waits = matching.waits([*chosen], offers) and matching.open_yet(lead, plain(rest), language)
    unnamed = stray and (waits or matching.beside(lead, plain(rest), language))
    against = {*language.yes, *language.no, *language.doubts, *language.turning}
    if unnamed or words & (against | (other - own)):
        return False
    if set(matching.match(rest, offers, language).choices) - {*chosen}:
        return False
    denying = [clause for clause in clauses if language.negators.intersection(clause)]
    if not denying or lead == "nee":
        return True
    if _denies(chosen, offers, language):
        return len(words) > matching.MOST_GAP
    whole = all(len(clause) >= SENTENCE and own.isdisjoint(clause) for clause in denying)
    return whole and not language.negators.intersection(clauses[0])


def _weighed(clause: str, language: Language) -> list[str]:
    """The words of ``clause`` without what only says that it was told, or decided."""
    said = pattern(language.confirming).sub(" ", plain(clause))
    return pattern(language.counting.passing).sub(" ", said).split()


def _names(offers: Sequence[Offer], chosen: Iterable[str]) -> tuple[set[str], set[str]]:
    """The telling words of what is chosen, and those of every other choice."""
    of: dict[bool, set[str]] = {True: set(), False: set()}
    for offer in offers:
        if offer.choice:
            said = " ".join(map(plain, (offer.label, *offer.synonyms))).split()
            of[offer.choice in chosen] |= {w for w in said if len(w) >= matching.SHORTEST_SLIP}
    return of[True] - _NEVER_SAID, of[False] - _NEVER_SAID


def _denies(chosen: Iterable[str], offers: Sequence[Offer], language: Language) -> bool:
    labels = (plain(offer.label).split() for offer in offers if offer.choice in chosen)
    turned = language.no | language.negators
    return all(bool(turned.intersection(label)) for label in labels)


def leaves_count(  # noqa: PLR0913, PLR0917 - a reason, and all it is weighed with
    rest: str, days: Sequence[Found], values: Mapping[str, str], policy: str, language: Language,
    today: date,
) -> bool:  # fmt: skip
    """Whether ``rest``, which holds ``days``, leaves the numbers before it as they are.

    Each of its numbers is one of them again, a rank up to one, of something that is not counted, of
    what was done at fewer, or the parts of which one is the sum. A number of a day is none of
    these, and where hours of some weeks are counted, or the days of reports, neither is another day
    than today.
    """
    counting = language.counting
    text = pattern(counting.bounds).sub(" ", in_figures(without(rest, days), counting))
    words = _weighed(text, language)
    against = {*language.negators, *language.doubts, *language.turning, *counting.of_which}
    dated = policy == measure.HOURS or not {"data", LAST}.isdisjoint(values)
    elsewhen = dated and any(found.day != today for found in days)
    if elsewhen or against.intersection(words):
        return False
    given = {float(v.replace(",", ".")) for v in values.values() if v.replace(",", "").isdigit()}
    parts: list[float] = []
    for number, rank, unit in _NUMBERS.findall(_not_of_steps(text, given, counting)):
        value = float(number)
        if unit in counting.not_counted or value == 1 or (rank and value <= max(given, default=0)):
            continue
        if value in given and not days:
            continue
        if rank or days or measure.counts_in(policy, unit, counting):
            return False
        parts.append(value)
    return not parts or sum(parts) in given


def _not_of_steps(text: str, given: Collection[float], counting: Counting) -> str:
    """``text`` without what was done when it had come to a part of what is ``given``."""
    done = pattern(dict(counting.what)[What.ELSE])
    return ", ".join(
        clause
        for clause in _COMMAS.split(text)
        if not done.search(clause)
        or any(float(n) >= max(given, default=0) for n, *_ in _NUMBERS.findall(clause))
    )


def numbered(rest: str, language: Language) -> bool:
    """Whether ``rest`` holds a number, or a day, that is more than a bound."""
    text = in_figures(rest, language.counting)
    return any(map(str.isdigit, pattern(language.counting.bounds).sub(" ", text)))


def confirms(rest: str, number: str, language: Language) -> bool:
    """Whether ``rest`` names ``number`` again, or the parts of which it is the sum."""
    rest = _ONE_OF.sub("1", rest)
    found = [float(n) for n, *_ in _NUMBERS.findall(in_figures(rest, language.counting))]
    return float(number) in found or (len(found) > 1 and sum(found) == float(number))

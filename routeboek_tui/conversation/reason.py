"""An answer with its reason behind it: where it ends, and whether the rest leaves it as it is."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from routeboek_tui.conversation import matching
from routeboek_tui.conversation.matching import Offer
from routeboek_tui.conversation.telling import measure
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.core.said import Unit
from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain
from routeboek_tui.text.dates import WEEKDAYS

_ENDS = re.compile(r"\s*(?:[;:(,]|\.(?![0-9])(?=\s))\s*")
_CLAUSES = re.compile(r"[;:.]\s")
_NUMBERS = re.compile(r"(?<![\w.])([0-9]+(?:\.5)?)(e|de|ste)?\b(?: ?-?(\w+))?")
_NEVER_SAID = frozenset(("leerling", *WEEKDAYS))
"""Long words that tell no answer from another one."""


def heads(text: str) -> Iterator[tuple[str, str]]:
    """The beginnings of ``text`` that can be its answer, the longest first, with what follows."""
    for found in reversed(list(_ENDS.finditer(text))):
        head, rest = text[: found.start()].strip(), text[found.end() :].strip(" .)")
        if head and rest:
            yield head, rest


def leaves_choice(
    rest: str, chosen: Iterable[str], offers: Sequence[Offer], language: Language
) -> bool:
    """Whether ``rest`` says nothing against the answer before it, nor for another one.

    Beside an answer that denies nothing, a denial stands in a sentence of its own, and is about
    something else.
    """
    clauses = [_weighed(clause, language) for clause in _CLAUSES.split(f"{rest} ")]
    words = {word for clause in clauses for word in clause}
    own, other = _names(offers, chosen)
    against = {*language.yes, *language.no, *language.doubts, *language.turning}
    if words & (against | (other - own)):
        return False
    hits = matching.match(rest, offers, language).choices
    if set(hits) - {*chosen}:
        return False
    denying = [{*clause} for clause in clauses if language.negators.intersection(clause)]
    if not denying or _denies(chosen, offers, language):
        return True
    return not (language.negators & {*clauses[0]}) and not any(each & own for each in denying)


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


def leaves_count(rest: str, values: Mapping[str, str], policy: str, language: Language) -> bool:
    """Whether ``rest``, from which days are taken, leaves the numbers before it as they are.

    Each of its numbers is one of them again, a rank up to one, of something that is not counted, or
    the parts of which one is the sum.
    """
    counting = language.counting
    text = pattern(counting.bounds).sub(" ", in_figures(rest, counting))
    words = _weighed(text, language)
    against = {*language.negators, *language.doubts, *language.turning, *counting.of_which}
    if against.intersection(words):
        return False
    given = {float(v.replace(",", ".")) for v in values.values() if v.replace(",", "").isdigit()}
    units = {word for unit in Unit for word in getattr(counting, unit)}
    parts: list[float] = []
    for number, rank, unit in _NUMBERS.findall(text):
        value = float(number)
        if unit in counting.not_counted or value == 1 or value in given:
            continue
        if rank and value <= max(given, default=0):
            continue
        if rank or (unit in units and measure.counts_in(policy, unit, counting)):
            return False
        parts.append(value)
    return not parts or sum(parts) in given


def confirms(rest: str, number: str, language: Language) -> bool:
    """Whether ``rest`` names ``number`` again, or the parts of which it is the sum."""
    found = [float(n) for n, *_ in _NUMBERS.findall(in_figures(rest, language.counting))]
    return float(number) in found or (len(found) > 1 and sum(found) == float(number))

"""Which choices a sentence says. A choice is found, or offered, but never guessed."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain, plain_name
from routeboek_tui.text.spelling import likeness, near

MOST_WORDS = 25
"""In a longer story a word that fits a choice may be about something else."""

MOST_OFFERED = 3
"""Choices that are offered together."""

MOST_GAP = 2
"""Words that may stand inside "niet ... akkoord"."""

SHORTEST_SLIP = 5
"""Letters. In a shorter word one slip makes another word."""

_KEYS = re.compile(
    r"(?:(?:antwoord|optie|keuze|nummer) )?([0-9]{1,2}(?:(?: en |[ ,+&]+)[0-9]{1,2})*)[.)]?"
)
_TWICE = re.compile(r"\b(?:2 ?x|tweemaal|(?:twee|2) (?:keer|maal))\b")
_ONCE = re.compile(r"\b(?:1 ?x|eenmaal|(?:een|1) (?:keer|maal))\b")
_BARE_COUNT = re.compile(r"(?:[12]|eerste) keer")
_CLAUSES = re.compile(r"[,;:.!?()\n]+|\b(?:maar|want|omdat)\b")

_TURNS = re.compile(r"\bmaar\b|[,;.:] ?(?:toch|alleen|wel)\b")

_PARTS = re.compile(r"[,;.](?=\s|$)|\s(?:en|maar|plus)\s")


class Offer(Struct, frozen=True):
    """One choice on the screen: what it is called, and what people type for it.

    ``choice`` is "" for "weet ik nog niet". A ``parallel`` choice may stand beside another one,
    and one with ``besides`` beside those. One that ``waits`` is known only once somebody has told
    or decided it: a "ja" or "nee" with more behind it may be about something else. ``hints`` are
    words with which people tell it in other words.
    """

    choice: str
    key: str
    label: str
    synonyms: tuple[str, ...] = ()
    parallel: bool = False
    waits: bool = False
    besides: tuple[str, ...] = ()
    hints: frozenset[str] = frozenset()


class Match(Struct, frozen=True):
    """The choices a sentence points at; without ``sure`` they can only be offered."""

    choices: tuple[str, ...]
    sure: bool


class _Hit(Struct, frozen=True):
    choice: str
    places: frozenset[int]
    name: str


def exact(text: str, options: Sequence[Offer], language: Language) -> tuple[str, ...]:
    """The choices whose label or synonym is ``text``, which is plain."""
    said = counted(text)
    return tuple(offer.choice for offer in options if said in _names(offer, language))


def keys(text: str, known: Collection[str]) -> tuple[str, ...]:
    """The keys in ``text`` if it is nothing but keys, ``known`` or not: "2", "1 en 3"."""
    if text in known:
        return (text,)
    found = _KEYS.fullmatch(text)
    return tuple(dict.fromkeys(re.findall(r"[0-9]+", found[1]))) if found else ()


def term(words: str, terms: Mapping[str, Sequence[str]]) -> str:
    """The begrip with the longest name in ``words``, which is plain; the first of equals."""
    said = f" {words} "
    found = [
        (-len(name.split()), place, begrip)
        for begrip, names in terms.items()
        for name in map(plain_name, names)
        if name and name in words and (place := said.find(f" {name} ")) >= 0
    ]
    return min(found)[2] if found else ""


def match(text: str, options: Sequence[Offer], language: Language) -> Match:
    """The choices the sentence ``text`` says, which is clean."""
    offers = [offer for offer in options if offer.choice]
    first, _, rest = plain(text).partition(" ")
    lead = lead_of(first, language)
    if lead:
        # The rest keeps its commas: they part what is denied from what is not.
        start = re.search(rf"{re.escape(first)}\b", text)
        return _led(lead, rest, text[start.end() :] if start else rest, offers, language)
    hits = _hits(text, offers, language)
    words = rest.split()
    vague = len(words) >= MOST_WORDS or "of" in words or _turns(text, offers, language)
    return _say(hits, offers, vague=vague)


def match_slips(text: str, options: Sequence[Offer], language: Language) -> Match:
    """The choices the sentence ``text``, which is clean, says once its slips are corrected."""
    right = corrected(
        text, [name for offer in options for name in _names(offer, language)], language
    )
    found = exact(plain(right), options, language)
    return Match(found, sure=len(found) == 1) if found else match(right, options, language)


def corrected(text: str, names: Iterable[str], language: Language) -> str:
    """``text`` with each slip replaced by the one word of ``names`` it comes close to."""
    words = {word for name in names for word in name.split()}
    known = words | language.no_slips | language.negators | language.doubts
    begin: dict[str, list[str]] = defaultdict(list)
    for each in sorted(words):
        if len(each) >= SHORTEST_SLIP - 1:
            begin[each[0]].append(each)

    def correct(found: re.Match[str]) -> str:
        word = found[0]
        if word in known or len(word) < SHORTEST_SLIP:
            return word
        likely = near(word, [each for each in begin[word[0]] if not _opposite(word, each)])
        return likely[0] if len(likely) == 1 else word

    return re.sub(r"[^\W_]+", correct, text)


def named(text: str, options: Sequence[Offer], language: Language) -> tuple[str, ...]:
    """The choices with a name in ``text``, which is plain, also where it is denied or doubted."""
    words = counted(text).split()
    return tuple(
        offer.choice
        for offer in options
        if offer.choice and next(_in_clause(words, offer, language), None)
    )


def nearest(text: str, options: Sequence[Offer], language: Language) -> tuple[str, ...]:
    """At most three choices that look most like ``text``, which is plain; the best one first."""
    scores = []
    for place, offer in enumerate(options):
        if offer.choice:
            score = max(
                (likeness(text[:80], name[:80]) for name in _names(offer, language)), default=0.0
            )
            scores.append((-score, place, offer.choice))
    return tuple(choice for score, _, choice in sorted(scores)[:3] if score)


def fits(choices: Sequence[str], options: Sequence[Offer]) -> bool:
    """Whether these choices can be one answer: one, and as many parallel ones as apply."""
    offers = [offer for offer in options if offer.choice]
    taken = [offer for offer in offers if offer.choice in choices]
    single = sum(not (offer.parallel or {*offer.besides} & {*choices}) for offer in taken)
    return bool(choices) and single == (0 if all(offer.parallel for offer in offers) else 1)


def with_more(
    text: str, choices: Sequence[str], options: Sequence[Offer], language: Language
) -> Match:
    """``choices`` with those that a clause of ``text`` says as well and can stand beside them."""
    offers = [offer for offer in options if offer.choice]
    extra = {offer.choice for offer in offers if offer.parallel}
    found, sure = [*choices], True
    for clause in parts(text):
        said = match(clause, offers, language)
        more = [each for each in said.choices if each not in found]
        if more and fits((*found, *more), offers):
            open_ = {"of", *language.negators, *language.doubts}
            alone = extra.issuperset(said.choices) and open_.isdisjoint(plain(clause).split())
            found, sure = [*found, *more], sure and (said.sure or alone)
    return Match(tuple(offer.choice for offer in offers if offer.choice in found), sure=sure)


def parts(text: str) -> list[str]:
    """The clauses of ``text`` that can each say a choice."""
    return [*filter(None, map(str.strip, _PARTS.split(text)))]


def _names(offer: Offer, language: Language) -> list[str]:
    """Label, label without its "ja" or "nee", and synonyms; all plain."""
    label = plain_name(offer.label)
    first, _, tail = label.partition(" ")
    names = [label, *([tail.removeprefix("maar ")] if lead_of(first, language) else [])]
    return [_counted_name(name) for name in (*names, *map(plain_name, offer.synonyms)) if name]


def counted(text: str) -> str:
    """``text`` with "tweemaal", "2x" and "twee keer" all as "2 keer", and so for once."""
    return _ONCE.sub("1 keer", _TWICE.sub("2 keer", text))


@lru_cache(maxsize=20_000)
def _counted_name(name: str) -> str:
    """The same of a name in the guide, which is asked for again with every line that is typed."""
    return counted(name)


def begins(offer: Offer, word: str, language: Language) -> bool:
    """Whether the label of ``offer`` begins with ``word``, a "ja" or "nee"."""
    return _label_lead(offer, language) == word


def _label_lead(offer: Offer, language: Language) -> str:
    """The "ja" or "nee" that the label of ``offer`` begins with, if any."""
    return lead_of(plain(offer.label).partition(" ")[0], language)


def lead_of(word: str, language: Language) -> str:
    """Whether a sentence that begins so says "ja" or "nee", or neither: ""."""
    word = re.sub(r"(.)\1\1+", r"\1\1", word)
    if word in language.yes or word == "jaa":
        return "ja"
    return "nee" if word in language.no else ""


def _led(lead: str, bare: str, rest: str, offers: Sequence[Offer], language: Language) -> Match:
    """The choice of a sentence that begins with "ja" or "nee"."""
    leads = {offer.choice: _label_lead(offer, language) for offer in offers}
    candidates = [choice for choice, word in leads.items() if word == lead]
    hits = _hits(rest, offers, language)
    words = bare.split()
    both = (
        [choice for choice, word in leads.items() if word]
        if any(lead_of(word, language) for word in words)
        else []
    )
    single = [o.choice for o in offers if o.choice in hits and not o.parallel]
    if (
        both
        or language.doubts.intersection(words)
        or any(choice not in candidates for choice in single)
    ):
        return _offer([*candidates, *single, *both], offers)
    if single:
        return _say(hits, offers, vague=_turns(rest, offers, language))
    turned = "maar" in rest.split() or (lead == "ja" and language.negators.intersection(words))
    # A choice without "ja" or "nee" in front is mostly a shade of "nee".
    others = [o.choice for o in offers if lead == "nee" and not (leads[o.choice] or o.parallel)]
    if len(candidates) == 1 and not turned and not others and len(words) < MOST_WORDS:
        stray = not hits and len(words) > 1
        open_ = waits(candidates, offers) and open_yet(lead, bare, language)
        vague = stray and (open_ or beside(lead, bare, language))
        return _say([*candidates, *hits], offers, vague=vague)
    return _offer([*candidates, *(others if candidates else hits)], offers)


def waits(choices: Collection[str], offers: Sequence[Offer]) -> bool:
    """Whether one of ``choices`` is known only once somebody has told or decided it."""
    return any(offer.waits for offer in offers if offer.choice in choices)


def open_yet(lead: str, bare: str, language: Language) -> bool:
    """Whether ``bare``, plain words behind a "ja" or "nee", can leave open what one waits for.

    Behind a "ja" they may be about something else; a "nee" is none where it is not so yet.
    """
    return lead == "ja" or (lead == "nee" and bool(pattern(language.awaited).search(bare)))


def beside(lead: str, bare: str, language: Language) -> bool:
    """Whether ``bare``, behind a "nee", tells of a part, a time or a deed of its own."""
    return lead == "nee" and bool(pattern(language.besides).search(bare))


def _say(choices: Sequence[str], offers: Sequence[Offer], *, vague: bool) -> Match:
    said = _offer(choices, offers)
    return Match(said.choices, sure=fits(said.choices, offers) and not vague)


def _offer(choices: Sequence[str], offers: Sequence[Offer]) -> Match:
    return Match(tuple(offer.choice for offer in offers if offer.choice in choices), sure=False)


def _hits(text: str, offers: Sequence[Offer], language: Language) -> list[str]:
    """The choices with a name in ``text`` that is not denied or doubted there."""
    choices: list[str] = []
    denied = False
    for clause in _CLAUSES.split(text):
        words = counted(plain(clause)).split()
        hits = [hit for offer in offers for hit in _in_clause(words, offer, language)]
        hits = [hit for hit in hits if not any(hit.places < other.places for other in hits)]
        turns = {
            n
            for n, word in enumerate(words)
            if word in language.negators or word in language.doubts
        }
        denied = denied or (not hits and bool(turns) and len(words) <= MOST_GAP + 2)
        for hit in hits:
            # The "geen" of "geen bewijs" is used up; "weigeren" alone still turns its neighbour.
            used = (o.places for o in hits if o.choice == hit.choice or len(o.places) > 1)
            if not turns.difference(*used):
                choices += [hit.choice, *_also(hit, hits, offers, language)]
    # "Akkoord, nu niet": a short denial by itself is about what stands beside it.
    return [] if denied else choices


def _also(hit: _Hit, hits: Sequence[_Hit], offers: Sequence[Offer], language: Language) -> set[str]:
    """The other choices with a longer name that has the words that are found, and denies none.

    There are none where the choice is found by words of its own as well.
    """
    of = next(offer for offer in offers if offer.choice == hit.choice)
    names = {each.name for each in hits if each.choice == hit.choice}
    if not names.isdisjoint(_bare_label(of, language)):
        return set()
    others = [offer for offer in offers if offer is not of and not offer.parallel]
    shared = [{o.choice for o in others if _within(name, o, language)} for name in names]
    return set() if not all(shared) else set.union(*shared)


def _within(said: str, offer: Offer, language: Language) -> bool:
    """Whether a name of ``offer`` has the words ``said``, and denies none before them."""
    parts = (f" {name} ".partition(f" {said} ") for name in _names(offer, language))
    return any(found and language.negators.isdisjoint(before.split()) for before, found, _ in parts)


def _bare_label(offer: Offer, language: Language) -> tuple[str, str]:
    """The label, and the same without the "ja" or "nee" in front."""
    label = plain_name(offer.label)
    first, _, tail = label.partition(" ")
    return label, tail if lead_of(first, language) else label


def _turns(text: str, offers: Sequence[Offer], language: Language) -> bool:
    """Whether a "maar" or "toch" brings up something that is none of the choices."""
    after = _TURNS.split(text)[1:]
    return any(
        not [
            hit
            for offer in offers
            for hit in _in_clause(counted(plain(part)).split(), offer, language)
        ]
        for part in after
    )


def _in_clause(words: Sequence[str], offer: Offer, language: Language) -> Iterator[_Hit]:
    for name in _names(offer, language):
        sought = name.split()
        if len(sought) == 1 and (lead_of(name, language) or name in language.whole_line):
            continue
        # "2 keer gebeld" is not "2 keer": a bare count says nothing inside a sentence.
        if _BARE_COUNT.fullmatch(name) and len(words) > len(sought):
            continue
        gap = MOST_GAP if language.negators.intersection(sought) else 0
        for start, word in enumerate(words):
            if word == sought[0] and (places := _places(words, sought, start, gap)):
                yield _Hit(offer.choice, places, name)


def _places(words: Sequence[str], sought: Sequence[str], start: int, gap: int) -> frozenset[int]:
    """Where the words of ``sought`` stand from ``start`` on, each close to the one before it."""
    places = [start]
    for word in sought[1:]:
        after = places[-1] + 1
        reach = words[after : after + gap + 1]
        if word not in reach:
            return frozenset()
        places.append(after + reach.index(word))
    return frozenset(places)


def _opposite(word: str, other: str) -> bool:
    """Whether one is no slip of the other but says that it is not so."""
    return word.startswith("on") != other.startswith("on")

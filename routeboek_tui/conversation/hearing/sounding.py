"""What a line sounds like at the question of now, beside what its words say there."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing import matching
from routeboek_tui.conversation.hearing.doubt import doubt
from routeboek_tui.conversation.hearing.matching import MOST_OFFERED, Offer
from routeboek_tui.conversation.hearing.meanings import Chosen, Unsure
from routeboek_tui.conversation.hearing.told_here import led_otherwise, offers
from routeboek_tui.conversation.telling.figures import figures_in
from routeboek_tui.conversation.telling.sides import differing
from routeboek_tui.conversation.telling.sounds import (
    CERTAIN,
    OTHERWISE,
    Sound,
    either,
    sound_at,
)
from routeboek_tui.conversation.view import Question
from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.words import stem
from routeboek_tui.text.characters import plain, words_in
from routeboek_tui.text.clauses import AND, clauses

ALL_OF_IT = 5
"""Words of a clause that can say all of something else, so that what it denies is that."""


def sounding(
    talk: Conversation, typed: str, heard: Chosen | Unsure, asked: Question
) -> Chosen | Unsure:
    """What ``typed`` is at the question of now, of which so much was ``heard`` in its words.

    Where the words leave it open its sound decides; where they say one choice and it clearly
    sounds like another, both are offered.
    """
    if asked.fact or asked.beside_route or typed.rstrip().endswith("?"):
        return heard
    choices = tuple(option.choice for option in asked.options if option.choice)
    found, names = sound_at(asked.step, choices, typed), offers(asked.options)
    if found is None:
        return heard
    if isinstance(heard, Chosen):
        return _or_other(typed, heard, found, names, talk.library.language)
    if _several(typed, heard, names):
        return Unsure(tuple(dict.fromkeys((*heard.nearest, *found.near)))[:MOST_OFFERED])
    return _told(
        talk, typed, heard, _with_clauses(typed, found, asked, talk.library.language), asked
    )


def _with_clauses(typed: str, whole: Sound, asked: Question, language: Language) -> Sound:
    """What ``typed`` sounds like, which a clause can tell where the ``whole`` does not.

    Where clauses tell different things it is either, and where another one speaks against it the
    whole counts.
    """
    choices = whole.choices
    parts = [part for part in clauses(typed, AND) if not part.endswith("?")]
    sounds = [(part, found) for part in parts if (found := sound_at(asked.step, choices, part))]
    sure = {part: found for part, found in sounds if found.surely}
    told = [*sure.values()]
    first = {found.choices[0] for found in told}
    if len(first) == 1 and not whole.clear:
        others = ((words_in(part), found) for part, found in sounds if part not in sure)
        against = any(_against(told[0], *each, language) for each in others)
        return whole if against else told[0]
    return either((whole, *told)) if first - {choices[0]} else whole


def _against(told: Sound, words: Collection[str], found: Sound, language: Language) -> bool:
    """Whether a clause of ``words`` may tell otherwise here, or denies something of it."""
    if found.here and found.choices[0] != told.choices[0]:
        return True
    elsewhere = found.of_another and len({*words}) >= ALL_OF_IT
    return not elsewhere and not language.negators.isdisjoint(words)


def _or_other(
    typed: str, heard: Chosen, found: Sound, names: Sequence[Offer], language: Language
) -> Chosen | Unsure:
    """The choice that the words say, with the one that it clearly sounds like."""
    first = found.choices[0]
    other = len(heard.choices) == 1 and first not in heard.choices
    doubted = other and found.apart >= OTHERWISE and _tells(typed, found, names, language)
    doubted = doubted and not figures_in(typed, language.counting)
    exact = matching.exact(plain(typed), names, language)
    return Unsure((*heard.choices, first)) if doubted and not exact else heard


def _told(
    talk: Conversation, typed: str, heard: Unsure, found: Sound, asked: Question
) -> Chosen | Unsure:
    """The choice that it sounds like and no other, or the few it may be."""
    first, language, names = found.choices[0], talk.library.language, offers(asked.options)
    counted = asked.policy and figures_in(typed, language.counting)
    dropped = pattern(language.stating.dropped).search(plain(typed))
    clear = found.clear and not (counted or dropped)
    clear = clear and _tells(typed, found, names, language)
    if not clear or not matching.fits((first,), names):
        if heard.nearest == (first,) or found.of_another:
            return heard
        return Unsure(tuple(dict.fromkeys((*found.near, *heard.nearest)))[:MOST_OFFERED])
    if led := led_otherwise(talk, typed, Chosen((first,)), asked):
        return Unsure(led)
    return doubt(talk, typed, Chosen((first,)), asked) or Chosen((first,))


def _several(typed: str, heard: Unsure, names: Sequence[Offer]) -> bool:
    """Whether the words may say more than one choice at once, of which a sound tells only one."""
    near = [offer for offer in names if offer.choice in heard.nearest]
    more = len(near) > 1 or len(clauses(typed, AND)) > 1
    return more and any(offer.parallel or offer.besides for offer in near)


def _tells(typed: str, found: Sound, names: Sequence[Offer], language: Language) -> bool:
    """Whether a sound can tell the first choice of ``found`` at all.

    It tells no figure that is not said, and unless it is certain not whether what a choice is
    called is denied; a choice that denies something is not told by who affirms that. Of a family
    that is divided two sides must be told.
    """
    choice = found.choices[0]
    offer = next(each for each in names if each.choice == choice)
    if not figures_in(offer.label, language.counting) <= figures_in(typed, language.counting):
        return False
    divided = language.stating.divided
    if choice in divided or not divided.isdisjoint(offer.synonyms):
        return bool(differing(typed, language))
    called = words_in(offer.label)
    denied = _denied(called, language)
    if any(_affirms(words_in(each), denied, language) for each in clauses(typed)):
        return False
    if found.apart >= CERTAIN or not language.negators.isdisjoint(called):
        return True
    name = {*map(stem, called)} - language.seeking.stop
    return not any(_denies(words_in(each), name, language) for each in clauses(typed))


def _denied(called: Sequence[str], language: Language) -> frozenset[str]:
    """The stems of what a choice is called to deny: what stands right behind the denial."""
    behind = (after for word, after in pairwise(called) if word in language.negators)
    return frozenset(map(stem, behind)) - language.seeking.stop


def _affirms(said: Sequence[str], denied: Collection[str], language: Language) -> bool:
    """Whether a clause names what is ``denied``, and denies nothing."""
    return not {*map(stem, said)}.isdisjoint(denied) and language.negators.isdisjoint(said)


def _denies(said: Sequence[str], name: Collection[str], language: Language) -> bool:
    """Whether a clause denies something, and names what a choice is called."""
    named = not {*map(stem, said)}.isdisjoint(name)
    return named and not language.negators.isdisjoint(said)

"""What a story tells of deeds at the door it leads to: what was done, and what nobody did yet."""

import re
from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from routeboek_tui.conversation.advice.first_screen import Deed
from routeboek_tui.conversation.advice.overdue import said_done
from routeboek_tui.conversation.advice.timeline import duties, jumped_over
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing import reported
from routeboek_tui.core.advice import Do
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.said import Said
from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain, words_in
from routeboek_tui.text.clauses import AND, BECAUSE, clauses
from routeboek_tui.text.dates import find

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
"""Where a sentence ends: what one asks says nothing of what was done, what stands before may."""

STEM, SHORTEST = 4, 3
"""Letters that two forms of a word have in common, and of a word that tells anything."""


def as_told(talk: Conversation, typed: str) -> Conversation:
    """``talk`` at a door with the deeds ticked that ``typed`` says were done.

    What it says nobody did yet is to be done, also where the door lies behind it.
    """
    if talk.flow.route == TRIAGE:
        return talk
    talk, language = _heeding(talk), talk.library.language
    sentences = (each for each in _SENTENCE.split(typed.strip()) if not each.endswith("?"))
    for clause in (clause for each in sentences for clause in clauses(each, AND, BECAUSE)):
        if pattern(language.undone).search(plain(clause)):
            talk = _undone(talk, clause)
        elif reported.reports(clause, language) or pattern(language.come_about).search(
            plain(clause)
        ):
            talk = _done(talk, clause)
    return talk


def _heeding(talk: Conversation) -> Conversation:
    """``talk`` with what it was said to lie behind, where that changes what is asked there."""
    heard = said_done(talk) & talk.flow.heeded
    if heard <= {*talk.answers.done}:
        return talk
    return talk.having(replace(talk.answers, done=tuple(sorted({*talk.answers.done, *heard}))))


def _done(talk: Conversation, clause: str) -> Conversation:
    """``talk`` with the one deed ticked that ``clause`` names, that begins with its verb first."""
    every, language = reported.deeds(talk), talk.library.language
    told = [*reported.same(_told(talk, clause), language)]
    if not told:
        return talk
    named = [deed for deed in every if _tells(told, words_in(deed.kort), language)]
    named = named or [deed for deed in every if _tells(told, _in_full(talk, deed), language)]
    stems = {*map(_stem, told)}
    begun = [
        deed
        for deed in named
        if {*map(_stem, reported.same(words_in(deed.kort)[:1], language))} & stems
    ]
    one = named if len(named) == 1 else begun
    return reported.ticking(talk, one) if len(one) == 1 else talk


def _tells(told: Collection[str], words: Iterable[str], language: Language) -> bool:
    return _names(told, _parts(reported.same(words, language), told))


def _in_full(talk: Conversation, deed: Deed) -> Iterator[str]:
    for each in reported.ticked_by(talk, deed):
        yield from words_in(talk.say(talk.text(each.step).deed(each.action)))


def _undone(talk: Conversation, clause: str) -> Conversation:
    """``talk`` in which what ``clause`` names of before its door is not done."""
    words, answers = _told(talk, clause), talk.answers
    steps = (talk.flow.steps[name] for name in answers.done if name in talk.flow.steps)
    before = (*jumped_over(talk), *(do for step in steps for do in duties(talk, step)))
    named = [do for do in before if words and _named(words, talk, do)]
    if not named:
        return talk
    done = tuple(step for step in answers.done if step not in {do.step for do in named})
    places = tuple(f"{do.step}#{do.action.id}" for do in named)
    return talk.having(replace(answers, done=done)).hearing(Said(undone=places))


def still_open(talk: Conversation, typed: str) -> tuple[Conversation, tuple[str, ...]]:
    """``talk`` in which what ``typed`` says nobody did yet stays to be done, and that in short.

    It is what there is to do now, or else what should be done already.
    """
    advice, language, places = talk.advice, talk.library.language, dict[str, str]()
    here = (*advice.now, *advice.alongside)
    for clause in clauses(typed, AND, BECAUSE):
        words = _told(talk, clause) if pattern(language.undone).search(plain(clause)) else []
        every = (each for each in (here, (*advice.earlier, *jumped_over(talk))) if words)
        named = ([do for do in some if _left_open(words, talk, do)] for some in every)
        for do in next(filter(None, named), []):
            kort = talk.say(talk.text(do.step).kort.get(do.action.id, ""))
            places[f"{do.step}#{do.action.id}"] = kort
    said = Said(undone=tuple(places))
    return (talk.hearing(said) if places else talk), tuple(dict.fromkeys(places.values()))


def _left_open(told: Collection[str], talk: Conversation, do: Do) -> bool:
    return not do.action.refrains and _named(told, talk, do)


def _told(talk: Conversation, clause: str) -> list[str]:
    """The words of ``clause`` that say what was done, or not."""
    language, bare = talk.library.language, clause
    for day in reversed(find(clause, talk.today)):
        bare = bare[: day.start] + bare[day.end :]
    left = language.seeking.stop | language.reported_words | language.negators
    said = pattern(language.undone).sub(" ", plain(bare))
    return [word for word in words_in(said) if len(word) >= SHORTEST and word not in left]


def _named(told: Collection[str], talk: Conversation, do: Do) -> bool:
    """Whether all ``told`` tells a deed, and some of it by what the deed is called in short."""
    text, language = talk.text(do.step), talk.library.language
    short = words_in(talk.say(text.kort.get(do.action.id, "")))
    who = words_in(talk.word(do.action.actor or talk.step(do.step).actor))
    whole = (*short, *words_in(talk.say(text.deed(do.action.id))), *who)
    named, short = [*reported.same(told, language)], [*reported.same(short, language)]
    whole = (*reported.same(whole, language),)
    return _names(named, whole) and any(_names([word], short) for word in named)


def _names(told: Collection[str], words: Iterable[str]) -> bool:
    """Whether each of the words ``told`` is one of these, in some form."""
    stems = {_stem(word) for word in words}
    return all(_stem(word) in stems for word in told)


def _parts(words: Iterable[str], told: Collection[str]) -> Iterator[str]:
    """``words``, and each of the ``told`` that ends one of them: "luxeverzuim" is verzuim."""
    for word in words:
        yield word
        yield from (one for one in told if len(one) > STEM and word.endswith(one))


def _stem(word: str) -> str:
    bare = word.removeprefix("ge") if len(word) > STEM else word
    return bare[:STEM]

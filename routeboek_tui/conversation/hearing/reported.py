"""What somebody says was done: which of the deeds on the screen, in their own words."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.advice.first_screen import Deed
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.questions import is_question
from routeboek_tui.core.address import STEP, Address
from routeboek_tui.core.answers import Ticked
from routeboek_tui.library.language import Language
from routeboek_tui.library.sentences import DEEDS, NOT_DONE
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.compiled import ear
from routeboek_tui.search.ear import NONE
from routeboek_tui.text.characters import plain, words_in
from routeboek_tui.text.clauses import AND, clauses

STEM, SHORTEST = 4, 3
"""Letters that two forms of a word have in common, and of a word that tells anything at all."""

CLOSE = 1
"""How much less well a deed may be named to be meant as well: then it is asked."""

FAINT, APART = 0.05, 0.06
"""How far below what is no deed one may lie, and how far above the next one it must, to be it."""

PREFIX = "ge"
"""What stands before a past participle."""


class Sounding(Struct, frozen=True):
    """The deed that a line sounds like, and whether it says that this was ``done``."""

    deed: Deed
    done: bool


def reports(line: str, language: Language) -> bool:
    """Whether ``line`` says of something that it was done, and nothing else of it."""
    said = plain(line)
    told = pattern(language.reported).search(said) and not is_question(line, language)
    return bool(told) and _unsure(language).isdisjoint(said.split())


def _unsure(language: Language) -> frozenset[str]:
    """The words with which something is not told as done."""
    reported = {*words_in(" ".join(language.reported_words))}
    return frozenset(language.negators | (language.doubts - reported))


def came_about(talk: Conversation, line: str) -> bool:
    """Whether ``line`` says that what the question of now waits for has come about."""
    unsure = _unsure(talk.library.language)
    return any(unsure.isdisjoint(each) for each in _of_coming(talk, line))


def still_awaited(talk: Conversation, line: str) -> bool:
    """Whether ``line`` says that what the question of now waits for has not come about yet."""
    return talk.waits and not came_about(talk, line) and any(_of_coming(talk, line))


def _of_coming(talk: Conversation, line: str) -> Iterator[set[str]]:
    """The words of each clause that tells of what the question of now waits for."""
    ask, language = talk.ask, talk.library.language
    if ask is None or ask.fact:
        return
    waits = words_in(talk.say(talk.text(ask.step).back))
    named = {word for word in waits if len(word) >= SHORTEST} - language.seeking.stop
    named -= language.reported_words
    for clause in clauses(line, AND):
        words = {*words_in(clause)}
        if named & words and pattern(language.come_about).search(plain(clause)):
            yield words


def awaited(talk: Conversation) -> tuple[Deed, ...]:
    """The deeds at the question of now that were done once what it waits for has come about."""
    step = talk.ask.step if talk.ask else ""
    awaits = talk.text(step).awaits if step else ()
    places = ((deed, Address.read(deed.place)) for deed in deeds(talk))
    return tuple(deed for deed, at in places if at.leaf == step and at.part in awaits)


def deeds(talk: Conversation) -> tuple[Deed, ...]:
    """What there is to do now and can be ticked; what goes before it about danger is not."""
    return tuple(deed for deed in talk.view.first.deeds if ticked_by(talk, deed))


def named(talk: Conversation, line: str) -> tuple[Deed, ...] | None:
    """The deeds that ``line`` names best: more than one where it could be either.

    All of them where it names nothing at all, ``None`` where it tells of something else.
    """
    found, told, language = deeds(talk), _told(talk, line), talk.library.language
    if not told:
        return found
    view = talk.view
    texts = {
        f"{todo.place}@{group.visit}": todo.text
        for group in (*view.now, *view.alongside)
        for todo in group.todo
    }
    words = {
        deed.place: (
            {*same(_until(words_in(deed.kort), language), language)},
            {*same(words_in(f"{deed.letter_word} {texts.get(deed.place, '')}"), language)},
        )
        for deed in found
    }
    scores = {deed.place: sum(_alike(one, *words[deed.place]) for one in told) for deed in found}
    best = max(scores.values(), default=0)
    close = tuple(deed for deed in found if 0 < best - CLOSE <= scores[deed.place])
    named = sum(any(_alike(one, *words[deed.place]) for deed in close) for one in told)
    if not close or 2 * named < len(told) or _only_whom(told, close, words, language):
        return None
    shorts = [words[deed.place][0] for deed in close]
    in_short = any(_alike(one, short, ()) for one in told for short in shorts)
    # What is only named in the long words of a deed may be another one, and where it is the only
    # deed there is nothing to choose from.
    if len(found) == 1 and not in_short:
        return None
    return close if in_short else tuple(sorted(found, key=lambda deed: -scores[deed.place]))


def _only_whom(
    told: Collection[str],
    close: Iterable[Deed],
    words: Mapping[str, tuple[set[str], set[str]]],
    language: Language,
) -> bool:
    """Whether of what is ``told`` only who does it, or to whom, is in a deed, and not what."""
    what = {*told}.difference(same(language.people, language))
    return bool(what) and not any(_alike(one, *words[deed.place]) for one in what for deed in close)


def done_in(talk: Conversation, line: str, *, answers: bool = False) -> tuple[Deed, ...]:
    """The deeds that clauses of ``line`` say were done, of each that names one and no other.

    Where no words name one, it is what the whole of it sounds like, or a clause where none of it
    can be one of the ``answers``.
    """
    language = talk.library.language
    parts = clauses(line, AND)
    each = (clause for clause in parts if reports(clause, language))
    found = (named(talk, clause) for clause in each if _told(talk, clause))
    done = tuple(dict.fromkeys(deeds[0] for deeds in found if deeds and len(deeds) == 1))
    if done:
        return done
    sounds = (sounding(talk, part) for part in dict.fromkeys((line, *(() if answers else parts))))
    return tuple(dict.fromkeys(sound.deed for sound in sounds if sound and sound.done))


def sounding(talk: Conversation, line: str) -> "Sounding | None":
    """The deed on the screen that ``line`` sounds like and no other; ``None`` for any other."""
    words, language = words_in(line), talk.library.language
    scores = {} if is_question(line, language) else ear(DEEDS).scores(words)
    none, undone = scores.pop(NONE, 0.0), scores.pop(NOT_DONE, 0.0)
    fits: dict[str, tuple[float, Deed]] = {}
    for deed in deeds(talk):
        name = Address.read(deed.place).part
        if name in scores:
            fits.setdefault(name, (scores[name], deed))
    order = sorted(fits.values(), key=lambda each: -each[0])
    if not order or order[0][0] < none - FAINT:
        return None
    (best, deed), other = order[0], order[1][0] if order[1:] else none
    if best - max(other, none - FAINT) < APART:
        return None
    return Sounding(deed, best >= undone and {*words}.isdisjoint(_unsure(language)))


def _told(talk: Conversation, line: str) -> set[str]:
    """The words of ``line`` that say what was done."""
    language = talk.library.language
    left = language.seeking.stop | language.reported_words
    words = (word for word in words_in(line) if len(word) >= SHORTEST and word not in left)
    return {*same(words, language)}


def same(words: Iterable[str], language: Language) -> Iterator[str]:
    """The words, of which those that mean one another here are one."""
    one = {word: name for name, same in language.reported_same for word in same}
    return (one.get(word, word) for word in words)


def _until(words: Iterable[str], language: Language) -> Iterator[str]:
    """The words before those behind which a deed tells of something else."""
    return takewhile(lambda word: word not in language.reported_until, words)


def _alike(one: str, short: Collection[str], whole: Collection[str]) -> int:
    """How well a word is one of those of a deed: exactly or in another form, in short or whole."""
    forms = {one, one.removeprefix(PREFIX)} if len(one) > STEM + len(PREFIX) else {one}
    for worth, words in ((4, short), (2, whole)):
        if one in words:
            return worth
        if any(
            form[:STEM] == other[:STEM]
            for form in forms
            for other in words
            if min(len(form), len(other)) >= STEM
        ):
            return worth - 1
    return 0


def ticked_by(talk: Conversation, deed: Deed) -> tuple[Ticked, ...]:
    """What of the answers says that ``deed`` was done; nothing where it is of another route."""
    return tuple(_ticked(talk, (deed.place, *deed.also)))


def _ticked(talk: Conversation, places: Iterable[str]) -> Iterator[Ticked]:
    for at in map(Address.read, places):
        here = at.kind == STEP and at.holder == talk.flow.id and at.leaf in talk.flow.steps
        left = {a.id for a in talk.step(at.leaf).actions if a.refrains} if here else set()
        if here and at.part and at.part not in left:
            yield Ticked(at.leaf, int(at.visit), at.part)


def ticking(talk: Conversation, done: Iterable[Deed]) -> Conversation:
    """``talk`` in which these deeds were done; a step the way jumped over is done with them."""
    answers = talk.answers
    passed = {(visit.step, visit.visit) for visit in talk.trail.main.visits}
    found = {each for deed in done for each in ticked_by(talk, deed)}
    before = {each.step for each in found if (each.step, each.visit) not in passed}
    order = sorted({*answers.ticked, *found}, key=lambda each: (each.step, each.visit, each.action))
    steps = tuple(sorted({*answers.done, *before}))
    return talk.having(replace(answers, ticked=tuple(order), done=steps))

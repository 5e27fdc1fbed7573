"""The answers to steps that a sentence gives before they are asked."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.telling.count import DAY, Part
from routeboek_tui.conversation.telling.opinion import opinion_of, told_by
from routeboek_tui.conversation.telling.sides import differing
from routeboek_tui.conversation.telling.sounds import answers_of
from routeboek_tui.core.replay import among, valid
from routeboek_tui.core.said import Over
from routeboek_tui.library.content import Library
from routeboek_tui.library.language import Language
from routeboek_tui.library.repertoire import Place, Repertoire
from routeboek_tui.library.stating import STRONG
from routeboek_tui.library.ways import either, pattern, source
from routeboek_tui.text.characters import plain

AFTER = 2
"""Words behind an answer in which a denial turns it."""

A_DAY = "1 november"
"""What stands for a day where the whole is heard: people said one in what the ear knows."""

_Answers: TypeAlias = dict[str, list[set[str]]]
_ENDS = frozenset(".!?;\n")


class _Clause(Struct, frozen=True):
    """A part of a sentence that tells something of this pupil now, in plain words.

    It is ``heard`` with a day where it has one. ``adult`` says that an adult is somebody of whom it
    tells what pupils do as well.
    """

    said: str
    asks: bool
    adult: bool = False
    heard: str = ""


def answers_in(
    text: str,
    parts: Sequence[Part],
    library: Library,
    doors: Collection[str] = (),
    *,
    several: bool = False,
) -> dict[str, tuple[str, ...]]:
    """The choice by step that ``text``, in figures, tells; what it says two ways is left out.

    ``doors`` are the steps one of which is the door one comes in by: of these it can say less.
    Of a step that editions ask otherwise there is a choice for each. With ``several`` there are
    also those of which one is the answer, and it is not said which.
    """
    found: _Answers = {}
    strong: _Answers = {}
    carried: _Answers = {}
    sounding: _Answers = {}
    divided: dict[str, str] = {}
    before: tuple[_Clause, ...] = ()
    for clauses in _sentences(text, parts, library.language):
        for answers in _carried(before, clauses, library):
            _keep(answers, carried, library.language.stating.carried)
        before, named = clauses, set[str]()
        for clause in clauses:
            for answers in _told(clause, library.stated, library):
                _keep(answers, found)
                named |= _steps(answers)
            for answers in _told(clause, library.stated_here, library) if doors else ():
                _keep(answers, found, doors)
        if clauses and not any(clause.asks for clause in clauses):
            said = " ".join(clause.said for clause in clauses)
            whole = _Clause(said, asks=False, adult=any(each.adult for each in clauses))
            for answers in _told(whole, library.stated_whole, library):
                _keep(answers, strong)
                named |= _steps(answers)
            here = library.stated_whole_here
            for answers in _told(whole, here, library) if doors else ():
                _keep(answers, strong, doors)
        if not (named or several):
            for answers in _sounding(clauses, library):
                _keep(answers, sounding, doors)
        divided |= _divided(clauses, named, library)
    ways = {**sounding, **carried, **found, **strong}
    ways |= {step: [{each} if each else set()] for step, each in divided.items()}
    agreed = {step: _agreed(each) for step, each in ways.items()}
    if several:
        return {step: taken for step, taken in agreed.items() if taken}
    return {step: taken for step, taken in agreed.items() if _one(step, taken, library)}


def _divided(
    clauses: Sequence[_Clause], named: Collection[str], library: Library
) -> dict[str, str]:
    """Of the steps a sentence answers those of which it tells that the family differs.

    Of one about the same that has no answer for that, none of its answers is told: "".
    """
    words = library.language.stating
    elsewhere = pattern(words.elsewhere)
    told = [each.said for each in clauses if not (each.asks or elsewhere.search(each.said))]
    sides = differing("; ".join(told), library.language)
    if not sides or not sides <= words.family:
        return {}
    differs = {
        name: choice.id
        for flow in library.flows.values()
        for name in {*named} & {*flow.steps}
        for choice in flow.steps[name].choices
        if choice.id in words.divided
    }
    silent = {name: "" for name in {*named} & words.carried} if differs else {}
    return silent | differs


def _one(name: str, taken: tuple[str, ...], library: Library) -> bool:
    """Whether ``taken`` is one answer to the step in some edition."""
    steps = (flow.steps[name] for flow in library.flows.values() if name in flow.steps)
    return any(valid(step, among(step, taken)) for step in steps)


def _keep(answers: str, found: _Answers, only: Collection[str] = ()) -> None:
    of: dict[str, set[str]] = {}
    for answer in answers.split():
        step, _, choice = answer.removesuffix(STRONG).partition("=")
        if not only or step in only:
            of.setdefault(step, set()).add(choice)
    for step, choices in of.items():
        found.setdefault(step, []).append(choices)


def _agreed(ways: Sequence[set[str]]) -> tuple[str, ...]:
    """The choices that every way of saying it leaves."""
    return tuple(sorted(set.intersection(*ways)))


def _sentences(
    text: str, parts: Sequence[Part], language: Language
) -> Iterator[tuple[_Clause, ...]]:
    """The clauses of each sentence that is about this pupil now, and that supposes nothing."""
    words, adult = language.stating, _adults(language.people, language.stating.adults)
    clauses: list[_Clause] = []
    kept, another = True, False
    for part in parts:
        raw = text[part.start : part.end]
        said = plain(raw)
        another = _others(text, part, language) or (another and not part.has("pupil"))
        unsure = (*words.past, *words.hearsay)
        past = part.has(Over.PAST) or pattern(unsure).search(said)
        # Who says as what they speak ("als leerplichtambtenaar zie ik") supposes nothing.
        supposed = pattern(words.supposed).match(said) and not pattern(words.speaks_as).match(said)
        kept = kept and not (another or past or supposed)
        if kept and said:
            heard = plain(raw.replace(DAY, A_DAY))
            clauses.append(_Clause(said, part.asks, bool(adult.search(said)), heard))
        if raw.rstrip(" ")[-1:] in _ENDS:
            yield from _asking(clauses, words.asks, asked=part.asks)
            clauses, kept = [], True
    yield from _asking(clauses, words.asks, asked=False)


def _others(text: str, part: Part, language: Language) -> bool:
    """Whether a part is about another pupil; who speaks of everyone speaks of this one too."""
    said = (text[mark.start : mark.end].strip() for mark in part.marks if mark.name == "others")
    others = pattern(language.counting.others)
    return any(others.match(each) and each not in language.stating.everyone for each in said)


@lru_cache(maxsize=4)
def _adults(people: frozenset[str], do: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(people)}) {source(do)}")


def _asking(
    clauses: Sequence[_Clause], asks: frozenset[str], *, asked: bool
) -> Iterator[tuple[_Clause, ...]]:
    """The clauses of one sentence, of which those that ask tell nothing."""
    if clauses:
        yield tuple(
            replace(each, asks=each.asks or (asked and each.said.split()[0] in asks))
            for each in clauses
        )


def _told(clause: _Clause, ways: Repertoire, library: Library) -> Iterator[str]:
    """The answers of the longest ways in a clause, which it neither denies nor wishes."""
    language = library.language
    if clause.asks:
        return
    nothing = pattern(language.stating.says_not).finditer(clause.said)
    taken = [Place("", match.start(), match.end()) for match in nothing]
    found = ways.found(clause.said)
    places = sorted(found, key=lambda each: (each.start - each.end, len(each.between)))
    for place in places:
        others = clause.adult and not _steps(place.name).isdisjoint(language.stating.pupils)
        if not (others or _inside(place, taken)) and _so(place, clause.said, language):
            taken.append(place)
            if told := not_held(place.name, clause.said, library):
                yield told


def _sounding(clauses: Sequence[_Clause], library: Library) -> Iterator[str]:
    """The answers that a sentence, of which no way tells anything, sounds like."""
    words = library.language.stating
    heard = [clause.heard for clause in clauses]
    open_to = pattern((*words.doubts, *words.wishes))
    if any(clause.asks or open_to.search(clause.said) for clause in clauses):
        return
    adult = any(clause.adult for clause in clauses)
    for each in dict.fromkeys((" ".join(heard), *heard)):
        for answer in answers_of(each, library.language.seeking.stop):
            if not (adult and answer.partition("=")[0] in words.pupils):
                yield not_held(answer, each, library)


def _carried(
    before: Sequence[_Clause], clauses: Sequence[_Clause], library: Library
) -> Iterator[str]:
    """What a sentence answers about what only the one before it names."""
    words, said = library.language.stating, " ".join(clause.said for clause in clauses)
    subjects = pattern(words.named_before)
    named = [each[0] for clause in before for each in subjects.finditer(clause.said)]
    asked = any(clause.asks for clause in clauses) or subjects.search(said)
    if asked or not named or not pattern(words.replies).fullmatch(said):
        return
    whole = _Clause(f"{named[-1]} {said}", asks=False)
    strong = tuple(_told(whole, library.stated_whole, library))
    yield from strong or _told(whole, library.stated, library)


def not_held(answers: str, said: str, library: Library) -> str:
    """Those of ``answers`` that are not only what somebody holds whom their step does not name."""
    if not opinion_of(said, library.language):
        return answers
    found = []
    for answer in answers.split():
        step, _, choice = answer.removesuffix(STRONG).partition("=")
        if not told_by(said, _about(step, choice, library), library.language):
            found.append(answer)
    return " ".join(found)


def _about(step: str, choice: str, library: Library) -> Iterator[str]:
    """What a step asks of whom outside the family, and its choice is called, in every edition."""
    for text in (of[step] for of in library.texts.values() if step in of):
        yield from (text.question, *({*text.whom} - library.language.stating.family))
        if choice in text.choices:
            yield from (text.choices[choice].label, *text.choices[choice].synonyms)


def _inside(place: Place, taken: Sequence[Place]) -> bool:
    """Whether a longer way about the same step stands there."""
    steps = _steps(place.name)
    return any(
        place.start < each.end
        and each.start < place.end
        and (not each.name or steps & _steps(each.name))
        for each in taken
    )


def _steps(answers: str) -> set[str]:
    return {answer.partition("=")[0] for answer in answers.split()}


def _so(place: Place, said: str, language: Language) -> bool:
    """Whether what stands around a way leaves it as it is."""
    words, passing = language.stating, pattern(language.counting.passing)
    before, behind = said[: place.start], said[place.end :]
    own = words.denials.intersection(said[place.start : place.end].split())
    around = passing.sub("", before).split()
    if not own - set(place.between.split()):
        around += passing.sub("", place.between).split()
        around += passing.sub("", behind).split()[:AFTER]
    beside = f"{before} {place.between} {behind}"
    if words.denials.intersection(around) or pattern(words.dropped).search(beside):
        return False
    head = pattern(words.steady).sub("", f"{before} {place.between}")
    plans = words.plans.issuperset(_steps(place.name))
    hedged = pattern(words.doubts if plans else (*words.doubts, *words.wishes)).search(head)
    return not (hedged or (not plans and pattern(words.behind).match(behind)))

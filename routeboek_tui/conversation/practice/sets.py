"""What is asked at the end of a case: deeds, seats, letters and data, set against the guide."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from msgspec.structs import replace

from routeboek_tui.conversation.advice.letter_view import fact_words, letters_of
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.practice.days import days
from routeboek_tui.conversation.practice.feedback import deeds, taken
from routeboek_tui.conversation.practice.mixing import mixed
from routeboek_tui.conversation.practice.picking import Part, Pick, Picking
from routeboek_tui.conversation.practice.way import (
    Way,
    asked_fact,
    asked_text,
    choosable,
    standing,
    with_answer,
)
from routeboek_tui.core.facts import holds, may_hold
from routeboek_tui.core.flow import Certainty, Seat
from routeboek_tui.core.letter import FieldKind, Letter
from routeboek_tui.library.exercise import Exercise, Said
from routeboek_tui.library.practice_words import Words, filled

MOST = 9
"""So many things are offered together, unless more of them are right."""

LEAST_WRONG = 3
"""So many wrong ones are offered, where there are so many."""

FEWEST_WRONG = 2
"""So many wrong deeds are offered at least, from further on where the wrong choices have none."""

MOST_STRAYS = 4
"""Of so many wrong choices the way is walked, to tempt with where they led."""

MOST_GROUNDS = 3
"""So many steps that give the ground of a letter are named, those of the same route first."""

MOST_FIELDS = 3
"""So many things that a letter holds of a kind are named."""


ENROLLED, NOT, SCHOOL = "ingeschreven", "nee", "school"
"""The fact that says whether a child has a school, where it has none, and who that school is."""


Stray: TypeAlias = tuple[tuple[str, str], str, Conversation]
"""A wrong choice (its step and name), how that is called, and the talk in which it was made."""


def pickings(exercise: Exercise, way: Way, words: Words) -> Iterator[Picking]:
    """Everything that is asked at the end of a case."""
    strays = _strays(exercise, way)
    parts: tuple[Callable[[], Iterable[Picking]], ...] = (
        lambda: (_deeds(exercise, way, strays, words),),
        lambda: days(_asked_of(way), words),
        lambda: (_seats(way, words),),
        lambda: (_letters(exercise, strays, way, words),),
    )
    for made in parts:
        yield from (asked for asked in made() if any(pick.right for pick in asked.picks))
    letters, fields = _named(way) or _fresh(way), way.end.library.fields
    if letters:
        most = max(letters, key=lambda letter: len({fields[each].kind for each in letter.fields}))
        yield _data(way.end, most, words)


def _offered(right: list[Pick], wrong: list[Pick]) -> tuple[Pick, ...]:
    """What is offered, by its label: so the right ones do not stand together."""
    taken = {pick.label for pick in right}
    others = list({pick.label: pick for pick in wrong if pick.label not in taken}.values())
    others = others[: max(MOST - len(right), LEAST_WRONG)]
    return tuple(sorted((*right, *others), key=lambda pick: pick.label.casefold()))


def _strays(exercise: Exercise, way: Way) -> list[Stray]:
    """The wrong choices to tempt with: those of the traps, and the others at the last question."""
    wrong = [(trap.step, trap.choice) for trap in exercise.traps if trap.choice]
    last = way.stops[-1] if way.stops else None
    if last:
        right = {*taken(last.talk, with_answer(last.talk, last.said), last.step)}
        wrong += [(last.step, choice) for choice in choosable(last.talk) if choice not in right]
    found = []
    for step, choice in [*dict.fromkeys(wrong)][:MOST_STRAYS]:
        talk = next(stop.talk for stop in way.stops if stop.step == step)
        label = talk.say(asked_text(talk, step).choices[choice].label)
        found.append(((step, choice), label, with_answer(talk, Said(step, (choice,)))))
    return found


def _deeds(exercise: Exercise, way: Way, strays: list[Stray], words: Words) -> Picking:
    end, asking = _asked_of(way), {stop.step for stop in way.stops}
    may = {*_need_not(exercise, way, words)}
    right = [Pick(each, None if each in may else True) for each in dict.fromkeys(deeds(end))]
    own = [
        Pick(trap.thought, False, trap.why, trap.sources)
        for trap in exercise.traps
        if trap.thought and trap.step not in asking
    ]
    wrong = [*own]
    done = set(_done_before(end))
    for _, label, talk in strays:
        why = filled(words.deeds_why, label)
        tempting = [each for each in deeds(talk) if each not in done]
        said = [*right, *own]
        wrong += [Pick(each, False, why) for each in tempting if _tempts(each, said, words)]
    few = FEWEST_WRONG - len({pick.label for pick in wrong})
    fair = (each for each in _further(end, words) if _tempts(each.label, [*right, *wrong], words))
    wrong += islice((each for each in fair if each.label not in done), max(few, 0))
    return _of_step(Part.DEEDS, end, standing(end), _offered(right, wrong))


def _need_not(exercise: Exercise, way: Way, words: Words) -> Iterator[str]:
    """What there is to do now that not everybody must do, in short.

    That is what says so itself, what a school must do of a child that has none, what runs beside
    the way where no source says that it does, and what was done to learn a fact that was asked.
    """
    from routeboek_tui.conversation.advice.advice_view import first_of

    talk, learnt = _asked_of(way), {stop.step for stop in way.stops if asked_fact(stop.talk)}
    nobody = exercise.facts.get(ENROLLED) == NOT
    here = {exercise.teller, *(known.of for known in exercise.ask)}
    ours = {
        visit.step
        for visit in talk.trail.main.visits
        if visit.alongside and visit.via and visit.via.certainty is Certainty.INFERRED
    }
    for deed in first_of(talk).deeds:
        absent = nobody and deed.actor == SCHOOL and SCHOOL not in here
        if _optional(deed.kort, words) or absent or deed.step in ours | learnt:
            yield f"{deed.who}: {deed.kort}"


def _optional(what: str, words: Words) -> bool:
    return any(each in what.casefold() for each in words.optional)


def _further(talk: Conversation, words: Words) -> Iterator[Pick]:
    """The first deed of each step to which the way did not come, in an order that says nothing."""
    passed = {visit.step for visit in talk.trail.main.visits}
    steps = (step for step in talk.flow.steps.values() if step.id not in passed and step.actions)
    for step in sorted(steps, key=lambda step: mixed(standing(talk), step.id)):
        action, text = step.actions[0], talk.text(step.id)
        short = text.kort.get(action.id)
        if short and holds(action.when, talk.situation):
            who = talk.word(action.actor or step.actor)
            why = filled(words.deeds_further, _title(talk, step.id))
            yield Pick(f"{who}: {talk.say(short)}", False, why)


def _done_before(talk: Conversation) -> Iterator[str]:
    """What the way had people do already, in short."""
    for do in talk.advice.earlier:
        if short := talk.text(do.step).kort.get(do.action.id):
            yield f"{talk.word(do.action.actor)}: {talk.say(short)}"


def _tempts(deed: str, offered: Sequence[Pick], words: Words) -> bool:
    """Whether a deed is fairly wrong: not nearly always fine, nor nearly one that is offered."""
    what = _what(deed)
    alike = (_alike(what.split(), _what(each.label).split()) for each in offered)
    fine = what.startswith(words.harmless) or _optional(what, words)
    return not fine and not any(alike)


def _what(deed: str) -> str:
    """What is done, without who does it."""
    return deed.partition(": ")[2].casefold()


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether more than half of the words of the shorter are in the other too."""
    return 2 * len({*one} & {*other}) > min(len({*one}), len({*other}))


def _asked_of(way: Way) -> Conversation:
    """The talk of which it is asked what there is to do: at a door, that of before it."""
    talks = (way.end, *(stop.talk for stop in reversed(way.stops))) if way.end.trail.door else ()
    return next((talk for talk in talks if deeds(talk)), way.end)


def _of_step(part: Part, talk: Conversation, step: str, picks: tuple[Pick, ...]) -> Picking:
    text, sources = talk.text(step), talk.step(step).sources
    return Picking(part, _title(talk, step), picks, talk.say(text.why), sources)


def _title(talk: Conversation, step: str) -> str:
    """The title of a step, to stand within a question."""
    return talk.say(talk.text(step).title).rstrip("?")


def _seats(way: Way, words: Words) -> Picking:
    """Who sits at the last table of the way, or who meet where that is no table."""
    for talk in (way.end, *reversed(way.end.earlier)):
        for visit in reversed(talk.trail.main.visits):
            if table := talk.step(visit.step).table:
                picks = _at_table(talk, table, words)
                part = Part.SEATS if _is_table(table) else Part.PRESENT
                return _of_step(part, talk, visit.step, picks)
    return Picking(Part.SEATS, "", ())


def _at_table(talk: Conversation, table: tuple[Seat, ...], words: Words) -> tuple[Pick, ...]:
    here = [seat for seat in table if may_hold(seat.when, talk.situation)]
    right = [
        Pick(_seat(talk, seat), (holds(seat.when, talk.situation) and not seat.note) or None)
        for seat in here
    ]
    actors = {seat.actor for seat in here}
    bodies = _bodies(talk)
    inside = {member for body in actors for member in bodies.get(body, ())}
    around = {body for body, members in bodies.items() if members & actors}
    wrong = [
        Pick(talk.word(actor), False, filled(why, _title(talk, step)))
        for actor, (why, step) in _elsewhere(talk, words).items()
        if actor not in actors | inside | around
    ]
    return _offered(list({pick.label: pick for pick in right}.values()), wrong)


def _is_table(table: tuple[Seat, ...]) -> bool:
    """Whether those who sit together are a table that the book describes."""
    return any(seat.page for seat in table)


def _bodies(talk: Conversation) -> dict[str, set[str]]:
    """Those who are a table together, each with who is a member: both at once say the same."""
    found: dict[str, set[str]] = {}
    for step in talk.flow.steps.values():
        members = {seat.actor for seat in step.table}
        if _is_table(step.table) and step.actor not in members:
            found.setdefault(step.actor, set()).update(members)
    return found


def _elsewhere(talk: Conversation, words: Words) -> dict[str, tuple[str, str]]:
    """Everybody of the route, with how and at which step such a one takes part."""
    found: dict[str, tuple[str, str]] = {}
    for step in talk.flow.steps.values():
        for seat in step.table:
            found.setdefault(seat.actor, (words.seats_elsewhere, step.id))
    for step in talk.flow.steps.values():
        if step.actor:
            found.setdefault(step.actor, (words.seats_acts, step.id))
    return found


def _seat(talk: Conversation, seat: Seat) -> str:
    return talk.say(seat.word) if seat.word else talk.word(seat.actor)


def _letters(exercise: Exercise, strays: list[Stray], way: Way, words: Words) -> Picking:
    """The letters that what is to be done now names; others that are there may be written."""
    from routeboek_tui.conversation.advice.advice_view import first_of

    end, named = _asked_of(way), _named(way)
    may = {*_need_not(exercise, way, words)}
    must = {deed.letter for deed in first_of(end).deeds if f"{deed.who}: {deed.kort}" not in may}
    right = [Pick(letter.title, letter.id in must or None) for letter in named]
    right += [Pick(letter.title, None) for letter in _new(way) if letter not in named]
    tempting = [letter for _, _, talk in strays for letter in talk.letters]
    others = sorted(letters_of(end), key=lambda letter: mixed(end.flow.id, letter.id))
    locked = [letter for letter in (*tempting, *others) if letter not in end.letters]
    wrong = [Pick(letter.title, False, _locked(end, letter)) for letter in locked]
    sources = tuple(dict.fromkeys(each for letter in named for each in letter.sources))
    about = _title(end, standing(end))
    return Picking(Part.LETTERS, about, _offered(right, wrong), words.letters_why, sources)


def _named(way: Way) -> tuple[Letter, ...]:
    """The letters that stand beside what is to be done first."""
    from routeboek_tui.conversation.advice.advice_view import first_of

    talk = _asked_of(way)
    named = {deed.letter for deed in first_of(talk).deeds}
    return tuple(letter for letter in talk.letters if letter.id in named)


def _new(way: Way) -> tuple[Letter, ...]:
    """The letters that were not there yet before one of the last answers."""
    return _fresh(way) or way.end.letters


def _fresh(way: Way) -> tuple[Letter, ...]:
    for stop in reversed(way.stops):
        if new := tuple(each for each in way.end.letters if each not in stop.talk.letters):
            return new
    return ()


def _locked(talk: Conversation, letter: Letter) -> str:
    lock = talk.lock(letter)
    if lock is None:
        return ""
    near = [step for step in lock.steps if step in talk.flow.steps] or lock.steps
    said = replace(lock, steps=tuple(near[:MOST_GROUNDS]))
    return said.text(talk.titles(), fact_words(talk))


def _data(talk: Conversation, letter: Letter, words: Words) -> Picking:
    """Which kinds of data may stand in a letter: what all its readers may read."""
    library = talk.library
    readers = [library.recipients[each] for each in letter.readers]
    held = {library.fields[name].kind for name in letter.fields}
    picks = []
    for kind in FieldKind:
        barred = [talk.say(each.word) for each in readers if kind not in each.may]
        right = False if barred else True if kind in held else None
        if kind is FieldKind.MEDICAL:
            picks.append(Pick(words.kinds[kind], False, words.data_medical))
            continue
        here = [f.label for f in map(library.fields.__getitem__, letter.fields) if f.kind is kind]
        some = words.data_some if len(here) > MOST_FIELDS else words.data_here
        said = filled(some, ", ".join(here[:MOST_FIELDS])) if here else ""
        why = filled(words.data_why, barred[0]) if barred else said
        picks.append(Pick(words.kinds[kind], right, talk.say(why)))
    grounds = (
        each.may[kind]
        for each in readers
        for kind in FieldKind
        if kind in held and kind in each.may
    )
    sources = tuple(dict.fromkeys(source for ground in grounds for source in ground.sources))
    return Picking(Part.DATA, letter.title, tuple(picks), sources=sources, letter=letter.id)

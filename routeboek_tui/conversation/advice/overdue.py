"""What is urgent and of which nobody said that it was done: it stands among what is for now.

A report does not become less urgent because the walk went on, or because the case came in behind
it. It is over once it was ticked or said to be done, once its reader was heard of: they act on
it; and what ran beside, once the way came to where that ends. What a lower rung of a ladder asked
is no report: it stands with what should have been done.
"""

from collections.abc import Collection, Iterator

from routeboek_tui.conversation.advice.timeline import below, duties, jumped_over, only_after
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.telling.measure import OF_DAY
from routeboek_tui.core.advice import Do
from routeboek_tui.core.answers import Ticked
from routeboek_tui.core.facts import holds
from routeboek_tui.core.letter import Letter, LetterKind
from routeboek_tui.core.policy import registry

SCHOOL = "school"
"""The reader in whose words the doors are."""

IF_NOT_YET, UNLESS_DONE = "{}, als dat nog niet gebeurd is", "{}, tenzij al gedaan"
"""What stands behind something that should be done already, and in short."""

HOURS = "lesuren_ongeoorloofd"
"""The field of a letter that reports the hours of a border."""

REPORTS_TO = "duo"
"""The reader of a report; who reads it too acts on it."""

TELLS_OF = "soort_verzuimmelding"
"""The field of a letter that tells the family of a report: it is sent with that report."""

REGISTERS_WITH = "swv"
"""The reader of a report that is made once: who comes in behind it is asked, and that is all."""


def overdue(talk: Conversation) -> tuple[Do, ...]:
    """What is urgent of earlier on the walk and of before it began, and may not be done."""
    only = only_after(talk)
    ready = talk.ready
    todo = (*talk.advice.now, *talk.advice.alongside)
    here = {letter.id for letter in (_letter(talk, do) for do in todo) if letter}
    acted = {talk.step(v.step).actor for v in talk.trail.main.visits if v.taken and not v.assumed}
    acted.add(talk.step(talk.answers.start).actor if talk.answers.start else "")
    told, found = said_done(talk), []
    ended = bool(talk.advice.outcome) and not talk.trail.doors
    for do in talk.advice.earlier:
        letter = _letter(talk, do)
        gone = letter is not None and letter.id not in ready
        gone = gone or bool(talk.passed & {*talk.step(do.step).until})
        gone = gone or Ticked(do.step, do.visit, do.action.id) in talk.answers.ticked
        if _urgent(do, letter) and not gone and do.step not in {*talk.answers.done, *told}:
            found.append((do, letter, _acted_after(talk, do)))
    for do in (*jumped_over(talk), *_reached_unasked(talk)):
        if Ticked(do.step, do.visit, do.action.id) in talk.answers.ticked:
            continue
        letter = _letter(talk, do)
        asked = _urgent(do, letter) or (not ended and _registers(letter, ready - here))
        if asked and not only.get(do.step) and do.step not in told:
            found.append((do, letter, acted | _acted_before(talk, do)))
    late = [do for do, letter, after in found if after.isdisjoint(_readers(do, letter))]
    first: list[Do] = []
    for do in (*_undone(talk), *_own_behind(talk)):
        first += [] if do in first else [do]
    every = (each for do in late for each in (do, *_told_with(talk, do)))
    return (*first, *(do for do in every if do not in first))


def undone(talk: Conversation, do: Do) -> bool:
    """Whether it was said that nobody did this yet."""
    return f"{do.step}#{do.action.id}" in talk.answers.said.undone


def too_few(talk: Conversation, do: Do) -> bool:
    """Whether it reports hours of which it was told that they stay below the border."""
    letter = _letter(talk, do)
    return letter is not None and HOURS in letter.fields and below(talk)


def only_registers(talk: Conversation, do: Do) -> bool:
    """Whether it is a registration that may be made already, and nothing that is due at once."""
    letter = _letter(talk, do)
    registers = letter is not None and _registers(letter, {letter.id})
    return registers and not (_urgent(do, letter) or undone(talk, do))


def _undone(talk: Conversation) -> Iterator[Do]:
    """What was said not to be done yet, of earlier on the walk and of before it began."""
    for do in (*jumped_over(talk), *talk.advice.earlier):
        done = Ticked(do.step, do.visit, do.action.id) in talk.answers.ticked
        if undone(talk, do) and not done:
            yield do
            letter = _letter(talk, do)
            if letter is not None and REPORTS_TO in letter.recipients:
                yield from _told_with(talk, do)


def _own_behind(talk: Conversation) -> Iterator[Do]:
    """What who reads had to do at the steps that the door says are done: not all of it may be.

    A door tells what the school hears of, so that to the school it says what the school did.
    """
    if talk.reader in {"", SCHOOL}:
        return
    for step in (talk.flow.steps[name] for name in talk.flow.steps if name in talk.answers.done):
        for do in duties(talk, step):
            ticked = Ticked(do.step, do.visit, do.action.id) in talk.answers.ticked
            if not (talk.others(do.action.actor) or ticked):
                yield do


def _told_with(talk: Conversation, report: Do) -> Iterator[Do]:
    """What the family is told with a report that may not be made yet."""
    for do in (*talk.advice.earlier, *jumped_over(talk)):
        letter = _letter(talk, do)
        if letter is None or letter.id not in talk.ready or TELLS_OF not in letter.fields:
            continue
        if do.step != report.step:
            continue
        if Ticked(do.step, do.visit, do.action.id) not in talk.answers.ticked:
            yield do


def said_done(talk: Conversation) -> frozenset[str]:
    """The steps that lie behind an answer which was said and not asked: a report that was made."""
    return frozenset(
        done
        for name, taken in talk.answers.said.choices.items()
        for flow in talk.library.flows.values()
        if name in flow.steps
        for choice in flow.steps[name].choices
        if choice.id in taken
        for edge in choice.edges
        for done in edge.done
    )


def _acted_before(talk: Conversation, do: Do) -> set[str]:
    """Who did, before the case came in here, what comes behind this in the order of the route."""
    behind = list(talk.flow.steps).index(do.step)
    order = list(talk.flow.steps)[behind + 1 :]
    return {talk.step(each).actor for each in order if each in talk.answers.done}


def _reached_unasked(talk: Conversation) -> Iterator[Do]:
    """What hangs on a border that was said to be reached, where the case came in behind it."""
    said, passed = talk.answers.said.counts, {v.step for v in talk.trail.main.visits}
    if talk.answers.start in {"", talk.flow.start}:
        return
    for step in talk.flow.steps.values():
        # How long something goes on does not tell that it is without leave.
        if step.policy not in said or step.policy in OF_DAY or step.id in passed:
            continue
        rule = registry.STEPS[step.policy]
        known = talk.rulebook.knowledge
        verdict = rule.verdict(said[step.policy], talk.situation, talk.today, known)
        for edge in (
            step.choice(verdict.choice).edges if verdict.choice not in {"", registry.UNDER} else ()
        ):
            if edge.to not in {*passed, *talk.answers.done} and holds(edge.when, talk.situation):
                yield from duties(talk, talk.step(edge.to))


def _urgent(do: Do, letter: Letter | None) -> bool:
    """Whether it is to be done at once: so says its term, or it is a report."""
    return do.action.at_once or (letter is not None and REPORTS_TO in letter.recipients)


def _registers(letter: Letter | None, ready: Collection[str]) -> bool:
    """Whether it is a report to the samenwerkingsverband, of those that can be written now."""
    if letter is None or letter.kind is not LetterKind.MESSAGE:
        return False
    return letter.id in ready and REGISTERS_WITH in letter.recipients


def letter_of(talk: Conversation, do: Do) -> str:
    """The name of the letter that goes with what is to be done, "" where none does."""
    return talk.text(do.step).letters.get(do.action.id, "")


def _letter(talk: Conversation, do: Do) -> Letter | None:
    return talk.library.letters.get(letter_of(talk, do))


def _readers(do: Do, letter: Letter | None) -> set[str]:
    return {*letter.recipients} - {do.action.actor} if letter else set()


def _acted_after(talk: Conversation, do: Do) -> set[str]:
    """Who answered a question after this was to be done."""
    return set(_after(talk, do))


def _after(talk: Conversation, do: Do) -> Iterator[str]:
    passed = False
    for visit in talk.trail.main.visits:
        if passed and visit.taken and not visit.assumed:
            yield talk.step(visit.step).actor
        passed = passed or (visit.step, visit.visit) == (do.step, do.visit)

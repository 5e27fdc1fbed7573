"""Which answer to a question of a route some words sound like, by what people told of each.

The ear is made of their sentences (``content/antwoorden``). Every threshold was chosen on authors
it had not read (``python -m benchmarks.ears``).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from routeboek_tui.library.sentences import ANSWERS
from routeboek_tui.search.compiled import ear
from routeboek_tui.search.ear import NONE, Ear
from routeboek_tui.text.characters import words_in

LEAST, LEAST_UNASKED = 2, 4
"""Words that are needed to sound like anything: at a question, and before it is asked."""

LEAST_TELLING = 3
"""How many of these must name something, before it is asked."""

CLEAR, OTHERWISE, CERTAIN = 0.08, 0.15, 0.25
"""How far the best choice must lie above the next one of its question, to be the answer to it, to
doubt another answer that its words say, and to be it whatever is denied."""

FAR, ELSEWHERE = -0.03, 0.1
"""How far above what answers nothing it must lie, and how far an answer to another question may lie
above it."""

CLEAR_PART = 0.1
"""The same for a clause of a line; above what answers nothing it must lie as well."""

ABOVE = 0.07
"""How far above it an answer lies, whichever of the few it is."""

NONE_BELOW = 0.15
"""How far below what answers nothing counts as the next one."""

NEAR, FAINT = 0.1, -0.08
"""How near to the best one a choice may be it as well, and how far below what answers nothing."""

CLEAR_UNASKED, FAR_UNASKED, FIRST = 0.13, 0.1, 0.05
"""The same for words that were said before it is asked; how far it must lie above what answers
nothing; and how near to the best answer to any question."""


LIKELY, CLEAR_LIKELY = 0.03, 0.08
"""How far an answer in a story must lie above what answers nothing, and above the next one of its
question, to be likely where that is the next question."""

FEW = 2
"""How many choices may be meant for it to help to name them."""


class Likely(Struct, frozen=True):
    """What a story sounds like at a ``step``.

    Its ``choices`` are those it may be, the best first, each with the words that sound like it;
    ``clear`` says that it is the first one and no other.
    """

    step: str
    choices: tuple[tuple[str, str], ...]
    clear: bool


class Sound(Struct, frozen=True):
    """What words sound like at one question.

    Its ``choices``, the best first, and how far each lies above what answers nothing; and how far
    the best answer to any question ``elsewhere`` does.
    """

    choices: tuple[str, ...]
    scores: tuple[float, ...]
    elsewhere: float = 0.0

    @property
    def clear(self) -> bool:
        """Whether it is the best one and no other."""
        return self.apart >= CLEAR and self.here

    @property
    def surely(self) -> bool:
        """Whether a clause is enough to be it."""
        return self.clear and self.apart >= CLEAR_PART and self.scores[0] >= 0

    @property
    def here(self) -> bool:
        """Whether it may be about this question at all."""
        return self.scores[0] >= FAR and not self.of_another

    @property
    def of_another(self) -> bool:
        """Whether it answers another question rather."""
        return self.elsewhere - self.scores[0] > ELSEWHERE

    @property
    def apart(self) -> float:
        """How far the best one lies above the next one, which can be that it answers nothing."""
        return self.scores[0] - max((-NONE_BELOW, *self.scores[1:2]))

    @property
    def near(self) -> tuple[str, ...]:
        """The choices that it may be."""
        least = max(FAINT, self.scores[0] - NEAR)
        found = zip(self.choices, self.scores, strict=True)
        return tuple(choice for choice, score in found if score >= least)


def sound_at(step: str, choices: Sequence[str], said: str) -> Sound | None:
    """What ``said`` sounds like at ``step``; ``None`` where nobody told anything of it."""
    return sound_in(ear(ANSWERS), step, choices, said)


def sound_in(heard_by: Ear, step: str, choices: Sequence[str], said: str) -> Sound | None:
    """The same, ``heard_by`` another ear."""
    scores = _scores(heard_by, said, LEAST)
    found = {c: scores[f"{step}={c}"] for c in choices if f"{step}={c}" in scores}
    return _sound(found, max(scores.values())) if found else None


def answers_of(said: str, stop: Collection[str]) -> Iterator[str]:
    """The answers, as ``step=choice``, that ``said`` surely gives before they are asked.

    The words of ``stop`` name nothing.
    """
    scores = _scores(ear(ANSWERS), said, LEAST_UNASKED) if tells(said, stop) else {}
    least = max(FAR_UNASKED, max(scores.values(), default=0.0) - FIRST)
    if not any(score >= least for score in scores.values()):
        return
    for step, answers in groupby(sorted(scores), key=lambda answer: answer.partition("=")[0]):
        found = _sound({each.partition("=")[2]: scores[each] for each in answers})
        if found.scores[0] >= least and found.apart >= CLEAR_UNASKED:
            yield f"{step}={found.choices[0]}"


def tells(said: str, stop: Collection[str]) -> bool:
    """Whether ``said`` names enough to tell anything before it is asked; ``stop`` names nothing."""
    return len({*words_in(said)}.difference(stop)) >= LEAST_TELLING


def likely_of(told: Iterable[str]) -> Iterator[Likely]:
    """What the parts of a story that are ``told`` sound like at each step, the next one or not."""
    best: dict[str, tuple[float, str]] = {}
    first: dict[str, float] = {}
    for words in told:
        scores = _scores(ear(ANSWERS), words, LEAST)
        first[words] = max(scores.values(), default=0.0)
        for answer, score in scores.items():
            if score > best.get(answer, (-NONE_BELOW, ""))[0]:
                best[answer] = (score, words)
    for step, answers in groupby(sorted(best), key=lambda answer: answer.partition("=")[0]):
        heard = {each.partition("=")[2]: best[each] for each in answers}
        found = _sound({choice: score for choice, (score, _) in heard.items()})
        score, words = heard[found.choices[0]]
        likely = score >= LIKELY and first[words] - score <= ELSEWHERE
        if likely and len(found.near) <= FEW:
            near = tuple((choice, heard[choice][1]) for choice in found.near)
            yield Likely(step, near, found.apart >= CLEAR_LIKELY)


def _scores(heard_by: Ear, said: str, least: int) -> dict[str, float]:
    """How far each answer lies above what answers nothing."""
    words = words_in(said)
    scores = heard_by.scores(words) if len({*words}) >= least else {}
    none = scores.pop(NONE, 0.0)
    return {answer: score - none for answer, score in scores.items()}


def either(sounds: Sequence[Sound]) -> Sound:
    """What is as like any of these."""
    scores: dict[str, float] = {}
    for each in sounds:
        for choice, score in zip(each.choices, each.scores, strict=True):
            scores[choice] = max(score, scores.get(choice, score))
    return _sound(scores, sounds[0].elsewhere)


def _sound(scores: Mapping[str, float], elsewhere: float = 0.0) -> Sound:
    order = tuple(sorted(scores, key=lambda choice: (-scores[choice], choice)))
    return Sound(order, tuple(scores[choice] for choice in order), elsewhere)

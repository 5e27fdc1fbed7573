"""When a letter exists, and if it does not, why not."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from routeboek_tui.core.facts import UNKNOWN, holds
from routeboek_tui.core.letter import Letter
from routeboek_tui.core.safety import NOW, SAFETY, WORRY
from routeboek_tui.core.trail import Branch, Trail
from routeboek_tui.text.enumeration import one_of

UNSAFE = (
    "Eerst moet duidelijk zijn of de leerling veilig is."
    " Tot dan komt er geen brief en geen melding."
)
HELD = (
    "Bij dit gevaar gaat er eerst niets naar wie deze brief krijgt."
    " Vraag eerst advies, en typ daarna wie je hebt gebeld."
)


OVER = "Deze brief is niet meer nodig na {}."


class Lock(Struct, frozen=True):
    """Why a letter does not exist yet: the steps that give its ground, or facts that do not fit.

    ``steps`` is empty once one of them is certain. ``possible`` says that some way
    still open came past one of them. ``unknown`` and ``other`` are facts that are
    not known yet, and facts that are known and differ. ``unsafe`` says that it is not known
    whether the pupil is safe, and ``held`` that its reader may not hear of it yet. ``gone`` are the
    steps at which an answer took the ground away, ``over`` those after which it has no use.
    """

    steps: tuple[str, ...] = ()
    possible: bool = False
    unknown: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    unsafe: bool = False
    held: bool = False
    gone: tuple[str, ...] = ()
    over: tuple[str, ...] = ()

    def text(self, titles: Mapping[str, str], facts: Mapping[str, str]) -> str:
        """The reason in Dutch; ``titles`` are those of steps, ``facts`` the words for facts."""
        sentences: list[str] = []
        if self.unsafe:
            sentences.append(UNSAFE)
        if self.held:
            sentences.append(HELD)
        if self.gone:
            where = _named(self.gone, titles)
            sentences.append(f"De grond voor deze brief is weg, door het antwoord bij {where}.")
        if self.over:
            sentences.append(OVER.format(_named(self.over, titles)))
        if self.steps:
            where = _named(self.steps, titles)
            if self.possible:
                sentences.append(
                    f"De grond voor deze brief ontstaat bij {where}."
                    " Of de route daar langs komt, staat nog niet vast."
                    " Beantwoord eerst wat je nog niet wist."
                )
            else:
                sentences.append(
                    f"De grond voor deze brief ontstaat bij {where}. Zo ver is de route nog niet."
                )
        sentences += [f"Dit moet je eerst weten: {facts.get(fact, fact)}." for fact in self.unknown]
        sentences += [
            f"Deze brief past niet bij deze situatie: {facts.get(fact, fact)}."
            for fact in self.other
        ]
        return " ".join(sentences)


def _named(steps: Sequence[str], titles: Mapping[str, str]) -> str:
    """One of these steps, by their titles; steps of one title are named once."""
    return one_of(dict.fromkeys(f"'{titles.get(step, step)}'" for step in steps))


def grounded(letter: Letter, trail: Trail, behind: Collection[str] = (), *, meldcode: bool) -> bool:
    """Whether a step that gives ``letter`` its ground was surely passed, or danger gives it.

    Where a walk began half-way the steps ``behind`` its beginning are those every way passes. They
    give no ground to a letter that an answer may have taken it from: that was never asked.
    """
    sure = trail.certain_steps if letter.gone else trail.certain_steps | {*behind}
    if not sure.isdisjoint(letter.steps):
        return True
    return letter.safety and meldcode and trail.answers.facts.get(SAFETY) in {NOW, WORRY}


def lock(  # noqa: PLR0913 - all that a lock hangs on
    letter: Letter,
    trail: Trail,
    held: Collection[str] = (),
    *,
    meldcode: bool = True,
    before: Sequence[Trail] = (),
    behind: Collection[str] = (),
) -> Lock | None:
    """Why ``letter`` does not exist yet, or ``None`` when it does.

    ``held`` are the recipients to whom nothing may go yet, because of the danger. ``meldcode`` says
    that the Meldcode is the way for that danger: a letter about safety belongs to it. ``before``
    are the trails along other routes that led here, and ``behind`` the steps as :func:`grounded`
    takes them.
    """
    safe = trail.answers.facts.get(SAFETY)
    unsafe, silent = safe == UNKNOWN, not set(held).isdisjoint(letter.readers)
    facts = trail.known if letter.when else {}
    unknown = tuple(fact for fact in letter.when if not facts.get(fact))
    other = tuple(
        fact
        for fact, values in letter.when.items()
        if fact not in unknown and not holds({fact: values}, facts)
    )
    certain = grounded(letter, trail, behind, meldcode=meldcode)
    gone = _gone(letter, (*before, trail)) if certain and letter.gone else ()
    over = _over(letter, (*before, trail), behind) if certain else ()
    if certain and not (unknown or other or unsafe or silent or gone or over):
        return None
    return Lock(
        steps=() if certain else letter.steps,
        possible=not certain and any(trail.possible(step) for step in letter.steps),
        unknown=unknown,
        other=other,
        unsafe=unsafe,
        held=silent,
        gone=gone,
        over=over,
    )


def _over(letter: Letter, legs: Sequence[Trail], behind: Collection[str] = ()) -> tuple[str, ...]:
    """The steps that were certainly passed and after which ``letter`` has no use."""
    passed = frozenset[str](behind).union(*(leg.certain_steps for leg in legs))
    return tuple(step for step in letter.over if step in passed)


def _gone(letter: Letter, legs: Sequence[Trail]) -> tuple[str, ...]:
    """The steps where an answer took the ground away on some way, and none gave it again."""
    ends = {frozenset[str]()}
    known: frozenset[str] = frozenset()
    for leg in legs:
        if not (set(leg.answers.done) - known).isdisjoint(letter.steps):
            ends = {frozenset()}
        ends = {_left(letter, way, end) for way in leg.branches for end in ends}
        known |= leg.certain_steps
    return tuple(sorted(frozenset.union(*ends)))


def _left(letter: Letter, way: Branch, gone: frozenset[str]) -> frozenset[str]:
    """At which steps the ground is lost by the end of ``way``; none while there is ground.

    What is not known yet takes no ground away.
    """
    for visit in way.visits:
        if visit.step in letter.steps:
            gone = frozenset()
        if not visit.assumed and not set(visit.taken).isdisjoint(letter.gone.get(visit.step, ())):
            gone = frozenset({visit.step})
    return gone

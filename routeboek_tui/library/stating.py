"""The words with which people answer a question of a route before it is asked."""

from msgspec import Struct

from routeboek_tui.library.speaking import Named

STRONG = "!"
"""Behind an answer: it goes before others, and is told by a whole sentence."""


class Stating(Struct, frozen=True):
    """Words with which people answer a question before it is asked; all without accents.

    ``says`` are ways of saying the answer to steps, by "step=choice step=choice"; those that end in
    ``!`` are told by a whole sentence, and go before the others. ``here`` are ways that say it only
    where the step is the one that is asked, or the door one comes in by; inside one of ``says_not``
    they say nothing. Beside one of ``denials`` it is not so; behind ``doubts`` it is not sure,
    behind ``wishes`` that are not ``steady``, or before ``behind``, not yet, but for steps of which
    ``plans`` are the answer.
    In a sentence with ``supposed`` it is only supposed, unless ``speaks_as`` says who speaks; with
    ``hearsay`` it is only said, and with ``past`` it was so. A clause of a question that begins
    with one of ``asks`` asks. The answers of
    ``pupils`` are no answer where an adult is who does one of ``adults``; ``everyone`` is who is
    nobody else. What is answered to ``of_pupil`` holds on whichever route: it is of the pupil.
    ``counts`` holds what a step counts with which no policy reckons.
    Who stands behind one of ``according``, or before one of ``holds``, has that for an opinion.
    ``sides`` are those of the ``family``, and others, who can differ, by their names; one of
    ``for_it`` says that somebody wants it, one of ``against`` that somebody does not, one of
    ``alike`` that somebody wants what another does, and
    ``divided`` are names of the answer that they differ, unless it is of something ``elsewhere``.
    What stands beside one of ``dropped`` is chosen no more. A sentence that is one of ``replies``
    says it of what the one before it named last of ``named_before``, for the steps that are
    ``carried``.
    """

    says: Named = ()
    here: Named = ()
    counts: Named = ()
    says_not: tuple[str, ...] = ()
    denials: frozenset[str] = frozenset()
    doubts: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    steady: tuple[str, ...] = ()
    plans: frozenset[str] = frozenset()
    behind: tuple[str, ...] = ()
    supposed: tuple[str, ...] = ()
    speaks_as: tuple[str, ...] = ()
    hearsay: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    asks: frozenset[str] = frozenset()
    adults: tuple[str, ...] = ()
    pupils: frozenset[str] = frozenset()
    of_pupil: frozenset[str] = frozenset()
    everyone: frozenset[str] = frozenset()
    according: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    sides: Named = ()
    family: frozenset[str] = frozenset()
    elsewhere: tuple[str, ...] = ()
    for_it: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    divided: frozenset[str] = frozenset()
    dropped: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    named_before: tuple[str, ...] = ()
    carried: frozenset[str] = frozenset()

"""What the guide knows of a meeting itself: its kinds, who is needed, its parts, and its words."""

from collections.abc import Mapping

from msgspec import Struct, field

from routeboek_tui.core.facts import Situation, When, may_hold
from routeboek_tui.core.flow import Source
from routeboek_tui.library.overleg_words import PaperWords, Words


class Kind(Struct, frozen=True):
    """A kind of meeting, and the ``steps`` of a route it belongs to, in order of preference."""

    id: str
    title: str
    steps: tuple[str, ...]
    when: When = field(default_factory=dict)


class Time(Struct, frozen=True):
    """What a meeting comes for, in the words of who chairs it; it begins at one of ``steps``."""

    says: str
    steps: tuple[str, ...]


class About(Struct, frozen=True):
    """What is the matter, in the words of who chairs a meeting, and what it can come for then."""

    says: str
    times: tuple[Time, ...]


class OfParty(Struct, frozen=True, kw_only=True):
    """What is said of a party at a meeting, with its source.

    It holds under the facts of ``when``, and at or past one of ``steps`` where there are any.
    """

    actor: str
    sources: tuple[Source, ...] = ()
    when: When = field(default_factory=dict)
    steps: tuple[str, ...] = ()


class Needed(OfParty, frozen=True, kw_only=True):
    """Why a party is needed, in a few words and in whole.

    Who ``joins`` comes though the table of the step does not name it. Where it ``asks``, that
    depends on whether something was reported.
    """

    kort: str
    why: str
    joins: bool = False
    asks: bool = False


class Lacking(OfParty, frozen=True, kw_only=True):
    """What an outcome is worth without a party, and what to do then.

    Where the party is ``here``, it is what its being there asks, ``unless`` the talk has come to
    one of those steps.
    """

    lacks: str
    then: str
    here: bool = False
    unless: tuple[str, ...] = ()


class Outside(Struct, frozen=True):
    """An actor that is no party at the table, but under the facts of ``unless``."""

    actor: str
    unless: When = field(default_factory=dict)


class Apply(Struct, frozen=True):
    """What a table applies for: the papers of ``at`` can be prepared before the route is there.

    That is at ``steps`` where the table differs or does not agree, and at ``onward`` always.
    """

    steps: tuple[str, ...] = ()
    onward: tuple[str, ...] = ()
    at: tuple[str, ...] = ()


class Family(Struct, frozen=True):
    """Who answers for itself where somebody agrees.

    The questions of ``steps`` only these ``actors`` answer; those of ``shared`` everybody does.
    """

    steps: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


class Due(Struct, frozen=True):
    """The questions the talk asks later, and a meeting now: it is what they wait for.

    Those of ``first`` only as long as the table answered nothing yet.
    """

    always: tuple[str, ...] = ()
    first: tuple[str, ...] = ()


class PartText(Struct, frozen=True):
    """A part of the meeting: its title on the wall, and what is asked there.

    Without ``sources`` it is our own advice.
    """

    title: str
    ask: str
    names: tuple[str, ...]
    sources: tuple[Source, ...] = ()


class Asked(Struct, frozen=True):
    """A question of the pupil's own sheet."""

    id: str
    ask: str


class Agenda(Struct, frozen=True):
    """An agenda to print: its points, in order; and for whom it is."""

    id: str
    title: str
    points: tuple[str, ...]
    sources: tuple[Source, ...]
    when: When = field(default_factory=dict)


class Guide(Struct, frozen=True):
    """Everything of ``content/overleg.yaml``.

    ``about`` names every step of ``kinds``, for a meeting of which the route is not known.

    ``letters`` are those of every meeting, the list of agreements first; those that are
    ``granted`` exist only where there is ground to write them.

    ``causes`` are by layer and side; they, ``own_words`` and ``stages``, the examples of a step-up
    timetable, are general information, with their ``sources``. ``help`` is what can be typed,
    ``commands`` the name of a command by what people type for it, ``roles`` who can do something
    besides the parties. ``held`` are the actions that a
    meeting does by being held, ``running`` those that go on until it looks again. Who is
    ``outside`` does things, and is no party at the table. Past one of ``reports`` unauthorised
    absence was reported.
    """

    kinds: Mapping[str, Kind]
    about: tuple[About, ...]
    needed: tuple[Needed, ...]
    lacking: tuple[Lacking, ...]
    apply: Apply
    outside: tuple[Outside, ...]
    held: tuple[str, ...]
    running: tuple[str, ...]
    reports: tuple[str, ...]
    family: Family
    due: Due
    parts: Mapping[str, PartText]
    causes: Mapping[str, Mapping[str, tuple[str, ...]]]
    layers: Mapping[str, str]
    own_words: tuple[Asked, ...]
    stages: tuple[str, ...]
    agendas: Mapping[str, Agenda]
    help: tuple[str, ...]
    letters: tuple[str, ...]
    granted: tuple[str, ...]
    commands: Mapping[str, str]
    roles: tuple[str, ...]
    words: Words
    paper: PaperWords

    def kind(self, situation: Situation) -> str:
        """The kind of meeting that fits what is known; the first where several may."""
        return next(k.id for k in self.kinds.values() if may_hold(k.when, situation))

"""Where a talk stands, and how it moves: forward, back, and to its beginning."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import Question, question
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.course.candidates import Candidates, Contradicted
from routeboek_tui.course.exchanges import Exchange, Key, Spoken, exchanges
from routeboek_tui.course.frames import Frame, Story
from routeboek_tui.course.turn import Aside

if TYPE_CHECKING:
    from routeboek_tui.course.overleg.overleg import Overleg


class Moment(Struct, frozen=True):
    """Where the talk stands, with everything that undoing brings back.

    ``given`` are the numbers typed so far to a question that needs more of them, and ``half`` the
    words that said only a part of an answer.
    """

    talk: Conversation
    spoken: Spoken = field(default_factory=Spoken)
    given: Mapping[str, str] = field(default_factory=dict)
    half: str = ""


class Track(Struct, frozen=True):
    """A walk that waits beside this one: its title, where it stands, and what was before.

    ``signal`` is what it is about while its route is not known yet, and ``told`` what was typed of
    it while that was not chosen. One of another child is ``apart``: it shares nothing, and has
    ``values`` of letters of its own.
    """

    title: str
    moment: Moment
    before: tuple[Moment, ...] = ()
    signal: str = ""
    apart: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    told: str = ""


class Standing:
    """A talk with the moments before it, and the questions that stand beside its route.

    ``values`` is what was typed in letters, by field: they share it. ``held`` is the meeting that
    is held beside it. Nothing of them is kept.
    """

    def __init__(
        self, talk: Conversation, moment: Moment | None = None, before: tuple[Moment, ...] = ()
    ) -> None:
        self._fresh = safety.fresh(talk)
        self._moment = moment or Moment(talk)
        self._before = list(before)
        self._frames: list[Frame] = []
        self._marks: dict[str, str] = {}
        self._near = ""
        self._asides: dict[Key, tuple[Aside, ...]] = {}
        self._question: tuple[Question | None] | None = None
        self._other: Track | None = None
        self._title, self._signal = "", ""
        self.values: dict[str, str] = {}
        self.held: Overleg | None = None

    @property
    def talk(self) -> Conversation:
        """Where the route stands."""
        return self._moment.talk

    @property
    def told(self) -> Conversation:
        """The same, with what was answered beside the route to get there."""
        return self._frames[-1].talk if self._frames else self.talk

    @property
    def before(self) -> tuple[Moment, ...]:
        """The moments that undoing goes back to, the first one first."""
        return tuple(self._before)

    @property
    def moment(self) -> Moment:
        """What undoing would bring back later."""
        return self._moment

    @property
    def fresh(self) -> Conversation:
        """The talk that restarting goes back to."""
        return self._fresh

    @property
    def other(self) -> Track | None:
        """The track that waits, if the pupil has two."""
        return self._other

    @property
    def named(self) -> tuple[str, str]:
        """What the track that is walked is called, and its signal; "" where there is one only."""
        return self._title, self._signal

    @property
    def marks(self) -> Mapping[str, str]:
        """The places that can be picked now, by the letter that stands before each."""
        return dict(self._marks)

    @property
    def all_asides(self) -> Mapping[Key, tuple[Aside, ...]]:
        """What was asked in between, by the question that was open then."""
        return dict(self._asides)

    def taking_up(
        self,
        marks: Mapping[str, str],
        asides: Mapping[Key, tuple[Aside, ...]],
        values: Mapping[str, str],
        other: Track | None = None,
        named: tuple[str, str] = ("", ""),
    ) -> None:
        """Go on where a talk was put away, with what is no part of its moments."""
        self._other, (self._title, self._signal) = other, named
        self._marks, self._asides = {**marks}, {**asides}
        self.values.update(values)

    @property
    def asked(self) -> Question | None:
        """What is asked now; ``None`` at the end of the route."""
        if self._question is None:
            frame = self._frames[-1] if self._frames else None
            self._question = (frame.question if frame else question(self.talk),)
        return self._question[0]

    @property
    def beside_route(self) -> bool:
        """Whether what is asked now is no step of the route."""
        return bool(self._frames)

    @property
    def begun(self) -> bool:
        """Whether anything was said that the talk is about."""
        return bool(self._before or any(not isinstance(each, Story) for each in self._frames))

    @property
    def telling(self) -> str:
        """What was typed that the question beside the route is about."""
        kinds = (Candidates, Contradicted)
        found = (each.typed for each in self._frames if isinstance(each, kinds))
        return next(found, "")

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """The talk so far along this route; those before it are in ``talk.earlier``."""
        return exchanges(self.talk, self._moment.spoken, self._asides)

    @property
    def asides(self) -> tuple[Aside, ...]:
        """What was asked in between since the question of now was put."""
        return self._asides.get(self._key, ())

    @property
    def loses(self) -> bool:
        """Whether something would be lost by stopping now."""
        talk, spoken = self.talk, self._moment.spoken
        typed = any(self.values.values()) or self._other or (self.held and self.held.loses)
        return bool(talk.answers.steps or talk.earlier or spoken.opening or typed)

    @property
    def _key(self) -> Key:
        """The question of the route that is open."""
        talk = self.talk
        ask, last = talk.ask, talk.trail.main.last
        if ask is None:
            return (talk.flow.id, last.step, last.visit, "")
        return (talk.flow.id, ask.step, ask.visit, ask.fact)

    def _go(self, talk: Conversation, spoken: Spoken | None = None) -> None:
        """Go on with ``talk``; numbers typed so far stay while their step is the one to answer."""
        (*step, _), moment = self._key, self._moment
        self._before.append(moment)
        self._moment = Moment(talk, spoken or moment.spoken)
        _, name, visit, _ = self._key
        if [*self._key[:-1]] == step and talk.answers.find(name, visit) is None:
            self._moment = replace(self._moment, given=moment.given)
        self._clear()

    def _push(self, frame: Frame) -> None:
        self._frames.append(frame)
        self._marks = {}
        self._question = None

    def _clear(self) -> None:
        self._frames, self._marks, self._question = [], {}, None

    def go_to(self, talk: Conversation) -> None:
        """Go on elsewhere; undoing comes back."""
        self._go(talk)

    def again(self, talk: Conversation | None = None) -> None:
        """Begin anew, with ``talk`` or as it once began: nothing of the pupil is left."""
        manner = self.talk.safety.manner
        self._moment = Moment(safety.in_manner(talk or self._fresh, manner))
        self._before, self._asides = [], {}
        self._other, self._title, self._signal = None, "", ""
        self.values.clear()
        self.held = None
        self._clear()

    def anew(self) -> None:
        """Begin anew, with the story."""
        self.again()
        self.ask_story()

    def ask_story(self) -> None:
        """Ask what is going on before the first question, where the route follows from it."""
        if self.talk.flow.route == TRIAGE:
            self._push(Story(self.talk))

    def _back(self) -> bool:
        """Undo the last answer; false where there is none. Who watches is not undone."""
        manner = self.talk.safety.manner
        if self._before:
            moment = self._before.pop()
        elif self.talk.earlier:
            moment = Moment(self.talk.earlier[-1], self._moment.spoken)
        else:
            return False
        self._clear()
        self._moment = replace(moment, talk=safety.in_manner(moment.talk, manner))
        return True

"""The start of a talk in lines: where the school is, which sector, and then the route."""

from pathlib import Path

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.course.beginning import EXAMPLE, KEPT, PRIVACY, WHAT, Beginning, Group, Opening
from routeboek_tui.course.course import Course
from routeboek_tui.course.first_line import first_line, told_anew
from routeboek_tui.course.turn import Open, Reply, Stop, View
from routeboek_tui.library.content import Library
from routeboek_tui.library.preferences import overruled, recall, remember
from routeboek_tui.lines.lines import EndOfInput, Lines
from routeboek_tui.lines.making import make_ready
from routeboek_tui.lines.session import NO_INPUT, Session

HELLO = f"Routeboek. Gids bij verzuim. {PRIVACY}{KEPT}."
HELP = "Typ hulp voor wat je kunt typen, en stop om op te houden."
TELL = f"{WHAT} Dat mag je hier ook meteen typen, {EXAMPLE}."
BEFORE = "Enter is: {}, zoals de vorige keer."
ASSUMED = "Zoals de vorige keer: {}."
SKIP = "Enter slaat deze vraag over."


def hold(out: Lines, course: Course, *, meeting: bool = False) -> None:
    """Hold a talk of which the route is known already; ``meeting`` opens it at its meeting."""
    _greet(out, course.talk.library)
    session = Session(out, course)
    reply: Reply = (Open(View.MEETING),) if meeting else ()
    while session.run(reply):
        reply = ()


def converse(
    out: Lines, opening: Opening, talk: Conversation, settings: Path | None = None
) -> None:
    """Hold a talk from its start; where and which sector come first, as far as not known yet.

    ``settings`` is the file with what was used last, by default the user's own.
    """
    _greet(out, talk.library)
    kept = overruled(recall(opening.scheme, settings), talk.answers.facts)
    start = _Start(out, Beginning(opening, kept), talk)
    if start.asks:
        out.say(TELL)
    left = True
    try:
        while left:
            course, reply = start.course()
            remember(opening.scheme, course.talk.answers.facts, settings)
            left = Session(out, course).run(reply)
    except EndOfInput:
        out.say(f"{NO_INPUT} {PRIVACY}.")


class _Start:
    """What is asked before the first question of the route."""

    def __init__(self, out: Lines, beginning: Beginning, talk: Conversation) -> None:
        self._out = out
        self._beginning = beginning
        self._talk = talk

    def course(self) -> tuple[Course, Reply]:
        """The talk that begins here, and what it says first."""
        beginning, done = self._beginning, self._known()
        course = self._begun()
        while group := self._next(done):
            self._show(group)
            line = self._out.ask()
            language, today = self._talk.library.language, self._talk.today
            choices, told = first_line(beginning, line, language, today, group)
            for choice in choices:
                beginning.choose(choice)
                if beginning.note:
                    self._out.say(beginning.note)
            if not line or any(choice in group.choices for choice in choices):
                done.add(group.asked)
            if choices or not line:
                course = self._begun()
            if not told:
                continue
            if told_anew(beginning, self._talked, told, done):
                course = self._begun()
            reply = course.tell(told)
            if course.begun or Stop() in reply:
                self._assumed(done)
                return course, reply
            if not reply:
                beginning.forget(group)
                done.add(group.asked)
            session = Session(self._out, course)
            session.lay_out(reply)
            if session.ended:
                return course, (Stop(),)
        course = self._begun()
        course.ask_story()
        return course, ()

    @property
    def asks(self) -> bool:
        """Whether something is asked before what is going on, which can be told there as well."""
        return self._next(self._known()) is not None

    def _known(self) -> set[str]:
        """What is not asked: it was known beforehand."""
        groups, known = self._beginning.groups, self._talk.answers.facts
        return {g.asked for g in groups if any(c.fact in known for c in g.choices)}

    def _begun(self) -> Course:
        return Course(self._talked())

    def _talked(self) -> Conversation:
        talk = self._talk
        for fact, value in self._beginning.facts.items():
            talk = talk.knowing(fact, value)
        return talk

    def _next(self, done: set[str]) -> Group | None:
        return next((each for each in self._beginning.groups if each.asked not in done), None)

    def _show(self, group: Group) -> None:
        self._out.say()
        self._out.say(group.asked)
        for choice in group.choices:
            self._out.say(choice.label, f"{choice.key}. ")
        before = _chosen(group)
        self._out.say(BEFORE.format(before) if before else SKIP)

    def _assumed(self, done: set[str]) -> None:
        """Say which answers of the last time are taken without having been asked."""
        groups = (each for each in self._beginning.groups if each.asked not in done)
        if known := ", ".join(filter(None, map(_chosen, groups))):
            self._out.say(ASSUMED.format(known))


def _chosen(group: Group) -> str:
    return next((choice.label for choice in group.choices if choice.chosen), "")


def _greet(out: Lines, library: Library) -> None:
    for each in (HELLO, HELP):
        out.say(each)
    make_ready(out, library)

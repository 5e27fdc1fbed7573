"""The one course of a meeting: what a line does to it, and what stands on the wall then.

A meeting stands beside a talk and does not move it, but where what the table chose becomes the
answer. Everything typed is in its stands; nothing of it is kept.
"""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.asides import BELONGS, LIST
from routeboek_tui.conversation.overleg.begin import first_asked, no_talk
from routeboek_tui.conversation.overleg.onward import INITIALS, asks_who
from routeboek_tui.conversation.overleg.unseen import unseen
from routeboek_tui.conversation.overleg.wall import MOST as LINES
from routeboek_tui.conversation.overleg.wall import Wall
from routeboek_tui.conversation.overleg.walls import wall
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.letter import Letter
from routeboek_tui.core.meeting import Case, Meeting, Part, Stand, after
from routeboek_tui.core.safety import Manner
from routeboek_tui.course.letter.drafting import Drafting
from routeboek_tui.course.overleg import acts, out
from routeboek_tui.course.overleg import paper as overleg_paper
from routeboek_tui.course.overleg.who import known
from routeboek_tui.course.turn import Leave, Open, Reply, View
from routeboek_tui.export.file import ExportError
from routeboek_tui.export.ics import Issued
from routeboek_tui.text.characters import one_line, plain
from routeboek_tui.text.picked import numbers

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course
    from routeboek_tui.course.letter.paper import Paper

MOST = 200
"""Stands that going back can bring back."""

ESCAPE = "\x1b"
"""What was asked about once where one goes back from the wall."""

STOP = "stop"
"""The command of the talk that is heard on the wall as well."""


class Overleg:
    """One meeting, on the wall. ``cases`` are those that were held before it, by initials.

    ``room`` is how many lines the wall has where it is shown now, those of a wall at least.
    """

    def __init__(
        self,
        course: "Course",
        stand: Stand | None = None,
        before: tuple[Stand, ...] = (),
        cases: tuple[Case, ...] = (),
    ) -> None:
        self.course = course
        if stand is None and course.talk.safety.manner is not Manner.QUIET:
            course.do(Manner.QUIET)
        self.stand = stand or self._fresh()
        self.before = list(before)
        self.cases = list(cases)
        self.sent: list[Issued] = []
        self.read: tuple[str, ...] = ()
        self.alarms: list[safety.Alarm] = []
        self.room = LINES

    @property
    def talk(self) -> Conversation:
        """The talk the meeting stands beside."""
        return self.course.talk

    @property
    def meeting(self) -> Meeting:
        """What the table said so far."""
        return self.stand.meeting

    @property
    def wall(self) -> Wall:
        """What is projected now."""
        out_ = self.stand.part is Part.OUT
        found = out.wall_of(self) if out_ else wall(self.talk, self.stand)
        return replace(found, room=self.room)

    def unseen(self, line: str) -> bool:
        """Whether ``line``, as far as it was typed, is to be hidden from who watches."""
        return unseen(self.talk, self.stand, line)

    @property
    def farewell(self) -> str:
        """What is said where the wall is left for the talk: others may still be watching."""
        return self.talk.library.meeting.words.left_quiet

    @property
    def loses(self) -> bool:
        """Whether anything was said that would be lost."""
        return bool(self.before or self.cases)

    def hear(self, line: str) -> Reply:
        """What comes of a typed line."""
        text = one_line(line)
        if name := self._command(text):
            return self.do(name)
        if jump := self._jump(text):
            return self._go(jump)
        if self.stand.aside and (reply := self._over(text)) is not None:
            return reply
        if text and not numbers(text) and self._dangerous(text):
            words = self.talk.library.meeting.words
            self.stand = replace(self.stand, notes=(words.not_noted,))
            return ()
        return self._heard(text)

    def _over(self, text: str) -> Reply | None:
        """What comes of a line while something lies over the wall; ``None`` where it goes on."""
        over = self.stand.aside
        if over == BELONGS and text in {"", "1", "2"}:
            return self._go(acts.decided(self.course, self.stand, text))
        self.stand = replace(self.stand, aside="", page=0)
        if over == LIST and text == "1":
            return self.to_list()
        return None if text else ()

    def _heard(self, text: str) -> Reply:
        """What comes of a line that is about the part on the wall."""
        if self.stand.part is Part.OUT and (reply := self._out(text)) is not None:
            return reply
        if not text and self.wall.turns:
            return self.do("more")
        depth = len(self.course.before)
        stand = acts.act(self.course, self.stand, text, self.wall.read)
        return self._go(stand, depth)

    def draft(self, letter: Letter) -> Drafting:
        """``letter`` to fill in, with what the meeting knows of it."""
        return overleg_paper.drafting(self.talk, self.meeting, letter, self.course.values)

    def shown(self, name: str) -> "Paper":
        """A paper of the meeting that is no letter, by its name, to be read before it is saved.

        :raises KeyError: when there is none
        """
        paper = out.paper(self, name)
        self.read = (*self.read, out.mark(paper))[-out.MOST_READ :]
        return paper

    def to_save(self, name: str) -> "Paper":
        """The same paper, once it was shown as it is now.

        :raises ExportError: when it was not
        """
        paper = out.paper(self, name)
        if out.mark(paper) not in self.read:
            raise ExportError(self.talk.library.meeting.words.read_first)
        return paper

    def _out(self, text: str) -> Reply | None:
        """What comes of a line at the end, where it opens something or closes a case."""
        if self.stand.at == INITIALS and text:
            return self._close(text)
        picked = numbers(text or "1")
        offered = out.ways(self)
        if self.stand.at or len(picked) != 1 or not 0 < picked[0] <= len(offered):
            return None
        way = offered[picked[0] - 1]
        if way.opens:
            return (way.opens,)
        return self._go(replace(self.stand, at=way.at, page=0, notes=()))

    def _close(self, initials: str) -> Reply:
        """Put the pupil on the list of the day, and begin with the next one: the wall is empty.

        Who is there is called anew: for another pupil others sit at the table.
        """
        words = self.talk.library.meeting.words
        initials = initials.replace(".", "").replace(" ", "")
        if len(initials) > out.MOST_INITIALS or not initials.isalpha():
            self.stand = replace(self.stand, notes=(words.too_long,))
            return ()
        case = out.closed(self.stand, initials.upper())
        course, cases = self.course, (*self.cases, case)
        course.again(no_talk(course.talk))
        fresh = Overleg(course, cases=cases)
        course.held, fresh.room = fresh, self.room
        told = (words.kept.format(case.initials),)
        meeting = replace(fresh.meeting, kind=self.meeting.kind)
        fresh.stand = replace(fresh.stand, meeting=meeting, notes=told)
        return ()

    def to_list(self) -> Reply:
        """The list of agreements on paper."""
        return (Open(View.LETTER, overleg_paper.the_list(self.talk).id),)

    def do(self, name: str) -> Reply:
        """What comes of a command by its name."""
        aside = self.stand.aside if name in {"more", "hide", "leave"} else ""
        stand = replace(self.stand, notes=(), aside=aside, doubt="")
        match name:
            case "back":
                return self._back()
            case "next" | "previous":
                part = after(stand.part, 1 if name == "next" else -1)
                return self._go(replace(stand, part=part, at="", page=0))
            case "more":
                page = (stand.page + 1) % self.wall.pages
                self.stand = replace(stand, page=page, notes=self.stand.notes)
            case "list" | "help" | "source":
                self.stand = replace(stand, aside=name, page=0)
            case "hide":
                return (Open(View.HIDE),)
            case "escape":
                return self._escape()
            case "leave" | "stop":
                return (Leave(), *(self.course.do(STOP) if name == "stop" else ()))
        return ()

    def _escape(self) -> Reply:
        """Take away what lies over the wall; leaving the wall itself is asked once."""
        meant, stand = self.stand.doubt == ESCAPE, replace(self.stand, notes=(), doubt="")
        if stand.aside or meant:
            self.stand = replace(stand, aside="", page=0)
            return (Leave(),) if meant else ()
        told = self.talk.library.meeting.words.leave_once
        self.stand = replace(stand, notes=(told,), doubt=ESCAPE)
        return ()

    def _go(self, stand: Stand, depth: int | None = None) -> Reply:
        """Stand there; what only tells something is nothing to go back to.

        ``depth`` is how many answers the talk had before it.
        """
        now = len(self.course.before)
        answered = now - (now if depth is None else depth)
        here = replace(self.stand, notes=(), page=0, doubt="")
        if answered or replace(stand, notes=(), doubt="") != here:
            self.before = [*self.before, self.stand][-MOST:]
            stand = replace(stand, answered=answered, depth=now)
        self.stand = stand
        return ()

    def _back(self) -> Reply:
        """Take back the last thing done, with what the route was answered by it."""
        words = self.talk.library.meeting.words
        if not self.before:
            self.stand = replace(self.stand, notes=(words.nothing_back,))
            return ()
        gone, stand = self.stand, self.before.pop()
        here = len(self.course.before)
        for _ in range(min(gone.answered, here) if gone.depth == here else 0):
            self.course.do("undo")
        for alarm in self.alarms:
            self.course.sound(alarm)
        self.stand = replace(stand, notes=(words.undone,))
        return ()

    def _command(self, text: str) -> str:
        commands = self.talk.library.meeting.commands
        name = commands.get(text.casefold()) or commands.get(plain(text), "")
        if name or self.talk.library.language.commands.get(plain(text)) != STOP:
            return name if name != "all" else ""
        return STOP

    def _jump(self, text: str) -> Stand | None:
        """The stand at the part that is called so, or in the kind of meeting that is."""
        said, guide = plain(text), self.talk.library.meeting
        stand = replace(self.stand, notes=(), doubt="")
        if asks_who(stand) and known(self.talk, stand, text):
            return None
        for name, part in guide.parts.items():
            if said in {plain(part.title), *part.names}:
                return replace(stand, part=Part(name), at="", page=0, aside="")
        for kind in guide.kinds.values():
            if said == plain(kind.title):
                return replace(stand, meeting=replace(stand.meeting, kind=kind.id))
        return None

    def _dangerous(self, text: str) -> bool:
        """Whether danger is heard for sure: then only the sign comes, however often it is typed."""
        if (alarm := safety.alarm(self.talk, text)) and alarm.kinds:
            self.alarms.append(alarm)
            self.course.sound(alarm)
        return safety.certain(self.talk.library, text)

    def _fresh(self) -> Stand:
        kind = self.talk.library.meeting.kind(self.talk.situation)
        meeting = Meeting(kind, held_on=self.talk.today)
        nowhere = self.talk.flow.route == TRIAGE and not self.talk.answers.steps
        return Stand(meeting, at=first_asked(self.talk) if nowhere else "")

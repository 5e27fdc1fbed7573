"""The conversation in lines: one line heard, one reply laid out, until it stops or input ends."""

from routeboek_tui.conversation.safety import signs
from routeboek_tui.conversation.view import Question
from routeboek_tui.core.address import PAGE, Address
from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import (
    Leave,
    Nearest,
    Open,
    Part,
    Passage,
    Places,
    Reply,
    Stop,
    View,
    Words,
)
from routeboek_tui.lines import views
from routeboek_tui.lines.letter import write_letter
from routeboek_tui.lines.lines import EndOfInput, Lines
from routeboek_tui.lines.news import News
from routeboek_tui.lines.overleg import hide, hold_meeting, show_paper
from routeboek_tui.lines.passages import passage_lines, show_lines
from routeboek_tui.lines.question import (
    reminder,
    same_choices,
    show_changed,
    show_ending,
    show_question,
)

NO_INPUT = "De invoer is afgelopen."
SIGN = "Er is iets om straks te lezen. Typ teken als je alleen bent."
PICK = "Typ de letter om het te lezen."
MORE = "Meer hierover: typ boek {}"
AGAIN = "Typ vraag voor de keuzes."


class Session:
    """One talk in lines."""

    def __init__(self, out: Lines, course: Course) -> None:
        self._out = out
        self._news = News(out)
        self._shown: Question | None = None
        self._on_the_wall = False
        self._ended = self._left = False
        self.course = course

    def run(self, reply: Reply = ()) -> bool:
        """Talk, beginning with ``reply``; whether the user went back to before the beginning."""
        self._left = False
        try:
            self._turn(reply)
            while not (self._ended or self._left):
                self._turn(self.course.hear(self._out.ask()))
        except EndOfInput:
            self._out.say(NO_INPUT)
        if not self._left:
            views.show_open(self._out, self.course)
        return self._left

    def _turn(self, reply: Reply) -> None:
        """Lay out a reply, what is new to do, and what is asked; doors go before an answer."""
        doors = self.course.telling and self.course.asked != self._shown
        after = tuple(part for part in reply if doors and isinstance(part, Passage | Places))
        self.lay_out(tuple(part for part in reply if part not in after))
        if self._ended or self._left:
            return
        self._out.say()
        self._news.show(self.course.told)
        if signs(self.course.talk):
            self._out.say(SIGN)
        asked = self.course.asked
        if asked is not None and asked == self._shown:
            self._out.say(f"{reminder(asked)} {AGAIN}")
        elif not (asked and asked.beside_route):
            show_ending(self._out, self.course.talk)
        if asked is not None and asked != self._shown:
            if self._shown is not None and same_choices(asked, self._shown):
                show_changed(self._out, asked, self._shown)
                self._out.say(f"{reminder(asked)} {AGAIN}")
            else:
                show_question(self._out, asked)
            if after:
                self._out.say()
                self.lay_out(after)
                self._out.say(f"{reminder(asked)} {AGAIN}")
        self._shown = asked

    def lay_out(self, reply: Reply) -> None:
        """Print a reply."""
        for part in reply:
            self._part(part)

    def _part(self, part: Part) -> None:
        match part:
            case Words(text):
                self._out.say(text)
            case Nearest(words, keys):
                self._out.say(words)
                asked = self.course.asked
                for option in asked.options if asked else ():
                    if option.key in keys:
                        self._out.say(option.label, f"{option.key}. ")
            case Passage(view):
                show_lines(self._out, passage_lines(view))
                at = Address.read(view.place)
                if view.more and at.kind == PAGE:
                    self._out.say(MORE.format(at.name))
            case Places(words, places):
                self._out.say(words)
                for each in places:
                    self._out.say(f"{each.title} ({each.kind})", f"{each.mark}. ")
                    for line in each.lines:
                        self._out.say(line, "   ")
                self._out.say(PICK)
            case Open(view, name):
                self._open(view, name)
            case Leave():
                self._left = True
            case Stop():
                self._ended = True

    def _practise(self) -> bool:
        """Practise amid the talk; whether the user stopped with everything there."""
        from routeboek_tui.course.practice.training import CANNOT, opened
        from routeboek_tui.library.compiled import BrokenLibrary
        from routeboek_tui.lines.practice import practise

        try:
            place = opened(self.course.talk.library)
        except BrokenLibrary as broken:
            self._out.say(CANNOT.format(broken.problems[0]))
            return False
        return practise(self._out, place)

    @property
    def ended(self) -> bool:
        """Whether there is no more to come."""
        return self._ended

    def _open(self, view: View, name: str) -> None:
        match view:
            case View.LETTER:
                reply = write_letter(self._out, self.course, name, self.lay_out)
            case View.SEARCH:
                reply = self.course.search(name)
            case View.QUESTION:
                self._shown, reply = None, ()
            case View.MEETING:
                if not self._on_the_wall:
                    self._on_the_wall = True
                    hold_meeting(self._out, self.course.overleg, self.lay_out)
                    self._on_the_wall = False
                self._shown, reply = None, ()
            case View.PRACTICE:
                self._ended = self._practise()
                self._shown, reply = None, ()
            case View.HIDE:
                hide(self._out)
                self._shown, reply = None, ()
            case View.PAPER:
                show_paper(self._out, self.course.overleg.shown(name))
                reply = ()
            case _:
                views.show(self._out, self.course, view, name)
                return
        self.lay_out(reply)

"""The day of an appointment, asked anew: another day, or that it is off."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.among import read_among
from routeboek_tui.conversation.hearing.meanings import Chosen, FirstDay, Understood
from routeboek_tui.conversation.hearing.move import Answer, Answered, Refused
from routeboek_tui.conversation.view import Option, Question
from routeboek_tui.core.said import Said
from routeboek_tui.course.frames import Closed, Outcome, aside
from routeboek_tui.course.turn import Words
from routeboek_tui.text import ahead

ASKED = "Op welke dag is dit: {}?"
HOW = "Typ de dag, zoals 10 december."
OFF, LEAVE = "vervalt", "laat"
IS_OFF, LEFT = "Het gaat niet door", "Laat alles zo"
CHANGED, NO_CHANGE = "Gewijzigd.", "Er verandert niets."
NO_DAY = "Typ een dag die nog komt, zoals 10 december."


class OtherDay(Struct, frozen=True):
    """On which day an appointment, by its name, is."""

    talk: Conversation
    name: str

    @property
    def question(self) -> Question:
        """The day, or that it does not take place."""
        options = (Option("1", OFF, IS_OFF), Option("2", LEAVE, LEFT))
        title = self.talk.library.milestones.starts[self.name].meeting
        return replace(aside(ASKED.format(title), options, hint=HOW), dated=True)

    def read(self, typed: str) -> Understood:
        """A day ahead, or one of the choices."""
        day = ahead.read(typed, self.talk.today)
        return FirstDay(day) if day else read_among(self.talk, typed, self.question.options)

    def answered(self, understood: Answer) -> Outcome:
        """The other day, or none."""
        match understood:
            case FirstDay(day) if day >= self.talk.today:
                return Closed(Answered(appointed(self.talk, {self.name: day}), (CHANGED,)))
            case Chosen((choice, *_)) if choice == OFF:
                return Closed(Answered(appointed(self.talk, {self.name: None}), (CHANGED,)))
            case Chosen():
                return Closed(reply=(Words(NO_CHANGE),))
        return Refused((NO_DAY,))


def appointed(talk: Conversation, days: Mapping[str, date | None]) -> Conversation:
    """``talk`` in which these appointments have these days; without a day they are none."""
    said = talk.answers.said
    kept = {name: day for name, day in said.days.items() if name not in days}
    after = talk
    if kept != said.days:
        after = talk.having(replace(talk.answers, said=replace(said, days=kept)))
    return after.hearing(Said(days={name: day for name, day in days.items() if day}))

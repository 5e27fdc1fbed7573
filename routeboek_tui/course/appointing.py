"""A talk in which the meetings that people set a day for themselves are kept, wherever told."""

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from typing import cast

from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice.timeline import appointments as kept
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import Told, Unknown, Unsure
from routeboek_tui.conversation.hearing.move import read
from routeboek_tui.conversation.hearing.understanding import Asked, AskedUnknown, Wrong
from routeboek_tui.conversation.telling.appointment import Heard, appointments
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.course import sentences
from routeboek_tui.course.altering import Altering
from routeboek_tui.course.candidates import Candidates, OnTheWay
from routeboek_tui.course.frames import Frame
from routeboek_tui.course.other_day import appointed
from routeboek_tui.course.turn import Reply, Tone, Words
from routeboek_tui.text import dates


class Appointing(Altering):
    """A talk that keeps the appointments in whatever is typed."""

    def hear(self, line: str) -> Reply:
        """What comes of a typed line, and the appointments in it."""
        heard = self._appointments(line)
        days = self._days(heard)
        if not days:
            return self._line(line)
        # Danger is heard in the whole of it.
        alarm = safety.alarm(self.told, line)
        if not (alarm or heard.rest or self._answers(line, alone=True)):
            return self._agreed(days)
        mine = not alarm and heard.rest and self._answers(heard.rest)
        before = len(self._before)
        reply = self._line(heard.rest if mine else line)
        return (*reply, *self._agreed(days, moved=len(self._before) > before))

    def tell(self, line: str) -> Reply:
        """What comes of a first line, and the appointments in it."""
        if self._frames or self.talk.flow.route != TRIAGE:
            return self.hear(line)
        days = self._days(self._appointments(line))
        return (*self._first(line), *self._agreed(days, moved=True))

    @abstractmethod
    def _line(self, line: str) -> Reply:
        """What comes of a typed line besides."""

    @abstractmethod
    def _first(self, line: str) -> Reply:
        """What comes of a first line besides."""

    def _appointments(self, line: str) -> Heard:
        library = self.talk.library
        starts, language = library.milestones.starts, library.language
        return appointments(line, starts, language, self.talk.today)

    def _answers(self, line: str, *, alone: bool = False) -> bool:
        """Whether ``line`` is understood at what is asked now.

        A line that is ``alone`` an appointment tells no story, nor that an answer is not known.
        """
        understood = self._frames[-1].read(line) if self._frames else read(self.talk, line)
        other = isinstance(understood, Unsure | Wrong | Asked | AskedUnknown)
        return not (other or (alone and isinstance(understood, Told | Unknown)))

    def _days(self, heard: Heard) -> dict[str, date | None]:
        """The day of each appointment by its name; one that is not named is the one that is kept.

        Without a day it is off; what was not kept, is not.
        """
        known = [name for name, _, _ in kept(self.told)]
        alone = known[0] if len(known) == 1 else ""
        named = ((each.name or alone, each.on) for each in heard.appointments)
        return {name: on for name, on in named if name and (on or name in known)}

    def _agreed(self, days: Mapping[str, date | None], *, moved: bool = False) -> Reply:
        """Keep the appointments, and say so. What was not ``moved`` on yet, can be undone."""
        if not days:
            return ()
        before = {name: day for name, _, day in kept(self.told)}
        if self._frames or moved:
            self._moment = replace(self._moment, talk=appointed(self.talk, days))
            self._frames = [_beside(each, days) for each in self._frames]
            self._question = None
        else:
            self._go(appointed(self.talk, days))
        return tuple(
            Words(_said(self.talk, n, day, again=before.get(n) == day), Tone.HEARD)
            for n, day in days.items()
        )


def _beside(frame: Frame, days: Mapping[str, date | None]) -> Frame:
    """A question beside the route, in a talk with these appointments."""
    talk = appointed(frame.talk, days)
    if isinstance(frame, OnTheWay):
        return OnTheWay(replace(frame.heading, talk=talk))
    return replace(cast("Candidates", frame), talk=talk)


def _said(talk: Conversation, name: str, day: date | None, *, again: bool) -> str:
    meeting = talk.library.milestones.starts[name].meeting
    if day is None:
        return sentences.NO_APPOINTMENT.format(meeting)
    said = sentences.APPOINTMENT_AGAIN if again else sentences.APPOINTMENT
    return said.format(dates.named(day), meeting)

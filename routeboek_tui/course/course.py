"""The one course of a talk: what a line means, what is asked next, and what the guide says."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.lacked import or_lacked
from routeboek_tui.conversation.hearing.matching import lead_of
from routeboek_tui.conversation.hearing.meanings import (
    Asked,
    AskedUnknown,
    Born,
    Chosen,
    Command,
    FirstDay,
    Given,
    Told,
    Understood,
    Unknown,
    Unsure,
    Wrong,
)
from routeboek_tui.conversation.hearing.move import Answer, read
from routeboek_tui.conversation.hearing.polarity import unopposed
from routeboek_tui.conversation.hearing.reported import still_awaited
from routeboek_tui.conversation.no_danger import denies_danger
from routeboek_tui.conversation.questions import is_question
from routeboek_tui.conversation.safety import Alarm
from routeboek_tui.conversation.telling.measure import ALONE, UNREAD
from routeboek_tui.conversation.telling.sentence import counts_something, only_days
from routeboek_tui.conversation.triage.heard import heard_in
from routeboek_tui.conversation.view import Remark
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.safety import Manner
from routeboek_tui.course import sentences
from routeboek_tui.course.answering import selected
from routeboek_tui.course.appointing import Appointing
from routeboek_tui.course.beside import notes
from routeboek_tui.course.candidates import Candidates, Contradicted, OnTheWay, hearing
from routeboek_tui.course.command import command, searches, seeks
from routeboek_tui.course.correcting import corrected
from routeboek_tui.course.frames import Closed, Confirm, NumberMeant, Story
from routeboek_tui.course.turn import Nearest, Open, Reply, Stop, View
from routeboek_tui.library.content import Library
from routeboek_tui.text.characters import bare_line, plain, words_in

if TYPE_CHECKING:
    from routeboek_tui.course.overleg.overleg import Overleg

LIKELY, PLAINLY = 0.0, 0.1
"""How well a door must fit to be offered beside the answer: of a question that sounds most like
another thing, and of a word that is a page of the book as well."""

FEW_WORDS = 10
"""Words that may well ask something without saying so; more of them tell a story."""


class Course(Appointing):
    """One talk, from its first question to its end. Every face lays out what stands here."""

    @classmethod
    def begin(
        cls,
        library: Library,
        today: date,
        facts: Mapping[str, str],
        route: str = TRIAGE,
        manner: Manner = Manner.ALOUD,
    ) -> "Course":
        """A talk along ``route`` with the facts that are known beforehand.

        :raises KeyError: when there is no such route
        """
        return cls.along(Conversation.start(library, route, today, facts), manner)

    @classmethod
    def along(cls, talk: Conversation, manner: Manner) -> "Course":
        """A talk that begins where ``talk`` stands."""
        return cls(safety.in_manner(talk, manner))

    @property
    def overleg(self) -> "Overleg":
        """The meeting that is held beside this talk; it begins when it is first asked for."""
        from routeboek_tui.course.overleg.overleg import Overleg

        if self.held is None:
            self.held = Overleg(self)
        return self.held

    def selected(self, line: str) -> tuple[str, ...]:
        """The keys of the options that ``line`` selects: all of it is keys that are there."""
        asked = self.asked
        return selected(line, asked.options) if asked else ()

    def _line(self, line: str) -> Reply:
        """What comes of a typed line, and what it says that is not so."""
        if self._command(line.strip()) or self.selected(line):
            return self._heard(line)
        if both := self._told_and_asked(line):
            return (*self.hear(both[0]), *self.hear(both[1]))
        asks = self._asks(line)
        reply = self._heard(line)
        return (*reply, *(self._unanswered(line, reply) if asks else ()), *self._so(line))

    def _heard(self, line: str) -> Reply:
        text = line.strip()
        near, self._near = self._near, ""
        if not text:
            return self._enter(near)
        if (early := self._early(text)) is not None:
            return early
        return self._framed(text) if self._frames else self._answering(text)

    def _early(self, text: str) -> Reply | None:
        """What comes of a line that is a mark, a command or a name of the school, if it is one."""
        if place := self._place(text):
            return self.look(place, text)
        if meant := self._command(text):
            return self._commanded(meant, text)
        return self._labelled(text)

    def _answering(self, text: str) -> Reply:
        """What comes of a line that is typed to the question of the route."""
        alarm = safety.alarm(self.talk, text)
        if not (alarm and alarm.kinds):
            if (taken := self._corrected(text)) is not None:
                return taken
            text = corrected(text, self.talk.library.language) or text
        mine, other = self._apart(text)
        if other and not safety.alarm(self.talk, text):
            return (*(self._heard(mine) if mine else ()), *self._another_child(other))
        understood = or_lacked(self.talk, text, read(self.talk, text), self._moment.given)
        understood = self._whole(text, understood)
        if isinstance(understood, Chosen | Unsure) and still_awaited(self.talk, text):
            understood = Unknown()
        unsure = isinstance(understood, Unsure | Asked | AskedUnknown)
        near = bool(isinstance(understood, Unsure) and understood.nearest)
        told = self._reported(text, answers=near) if unsure else None
        if told is None:
            return self._meant(understood, text)
        # Who begins with "ja" or "nee" answers as well.
        leads = lead_of(plain(text).partition(" ")[0], self.talk.library.language)
        nearest = understood.nearest if leads and isinstance(understood, Unsure) else ()
        return (*told, *self._unsure(nearest, text)) if nearest else told

    def _first(self, line: str) -> Reply:
        """What comes of a line typed before the first question: what is going on, or a question."""
        text = line.strip()
        asks = self._asks(line)
        reply = self._told(text)
        return (*reply, *self._unanswered(line, reply)) if asks else reply

    def _told(self, text: str) -> Reply:
        """What comes of a first line."""
        if text.strip(" .)").isdecimal() and not self._place(text):
            return notes(sentences.NO_OPTION)
        if (early := self._early(text)) is not None:
            return early
        understood = read(self.talk, text)
        if isinstance(understood, Asked | AskedUnknown):
            return (*self._meant(understood, text), *self._said_asking(text))
        if isinstance(understood, Alarm | Command | Wrong):
            return self._meant(understood, text)
        if not isinstance(understood, Unknown):
            return self._doors(hearing(self.talk, text))
        return ()

    def pick(self, *keys: str) -> Reply:
        """What comes of picking options by their keys."""
        asked = self.asked
        chosen = [o for o in asked.options if o.key in keys] if asked else []
        if not chosen or len(chosen) != len(set(keys)):
            return notes(sentences.NO_OPTION)
        choices = tuple(option.choice for option in chosen)
        if "" in choices and len(choices) > 1:
            return notes(sentences.NOT_TOGETHER)
        understood: Answer = Unknown() if choices == ("",) else Chosen(choices)
        if self._frames:
            return self._chosen(understood)
        return self._answered(understood, "")

    def do(self, name: str, argument: str = "") -> Reply:  # noqa: PLR0911 - one for each
        """What comes of a command by its name; ``argument`` is what was typed after it."""
        match name:
            case "undo":
                return self._undo()
            case "restart":
                return self._ending(
                    name, sentences.AGAIN, sentences.AGAIN_COSTS, Closed(then=self.anew)
                )
            case "stop":
                return self._ending(
                    name, sentences.END, sentences.END_COSTS, Closed(reply=(Stop(),))
                )
            case "change":
                return self._changing(argument)
            case "safety":
                self._safety_again()
                return ()
            case "quiet" | "aloud":
                return self._watched(Manner(name))
            case "book":
                return self._book(argument)
            case "other_track":
                return self._changed_track()
            case "done":
                return self._ticking()
            case "meeting":
                return (Open(View.MEETING, self.overleg.meeting.kind),)
            case "letters" if argument:
                return self._letter_named(argument)
            case _:
                return (Open(View(name), argument),)

    # What a line means

    def _enter(self, near: str) -> Reply:
        """What stands ready, or the one choice that was offered just before."""
        asked = self.asked
        ready = (asked.default if asked else "") or near
        return self.pick(ready) if ready else notes(sentences.CHOOSE)

    def _whole(self, text: str, understood: Understood) -> Understood:
        """What ``text`` answers together with what was typed before, where that was half of it."""
        half = self._moment.half
        if not half or not isinstance(understood, Unsure):
            return understood
        joined = read(self.talk, f"{half}, {text}")
        return joined if isinstance(joined, Chosen) else understood

    def _command(self, text: str) -> Command | None:
        asked = self.asked
        return command(self.talk, asked.options if asked else (), text)

    def _commanded(self, meant: Command, text: str) -> Reply:
        """What comes of a command with what it names, unless danger is heard in the line."""
        # The word of the command says nothing of a pupil: "zoek" is not that one is missing.
        alarm = safety.alarm(self.told, meant.argument or text)
        if alarm and alarm.kinds:
            return self._alarmed(self.told, alarm, text)
        return self.do(meant.name, meant.argument)

    def _story(self, frame: Story, text: str) -> Reply:
        """What comes of what is going on; it is asked still where ``text`` tells nothing of it."""
        talk = self.talk
        self._frames.pop()
        reply = self.tell(text)
        if reply and not self._frames and self.talk is talk:
            self._frames.append(frame)
        self._question = None
        return reply

    def _framed(self, text: str) -> Reply:
        frame = self._frames[-1]
        said = plain(text)
        labels = {plain(option.label) for option in frame.question.options}
        if isinstance(frame, Story) and not isinstance(frame.read(text), Chosen | Unknown):
            return self._story(frame, text)
        if said not in labels and said not in self.talk.library.language.commands:
            alarm = safety.alarm(frame.talk, text)
            if alarm and alarm.kinds:
                return self._alarmed_beside(frame, alarm, text)
        if isinstance(frame, Candidates) and denies_danger(text, self.talk.library.language):
            return self._no_danger(frame)
        understood = frame.read(text)
        match understood:
            case Chosen() | Unknown() | Given() | Born() | FirstDay():
                if isinstance(frame, OnTheWay) and said not in labels:
                    self._frames[-1] = frame.hearing(text)
                return self._chosen(understood)
            case Told() if isinstance(frame, Candidates):
                self._frames.pop()
                return self._doors(hearing(frame.talk, text))
            case _:
                other = isinstance(understood, Unsure | Asked) and self._other_school(frame, text)
                return () if other else self._meant(understood, text)

    def _meant(self, understood: Understood, text: str) -> Reply:  # noqa: PLR0911 - one for each
        if self.talk.ask is None and not self._frames and isinstance(understood, Unsure | Wrong):
            end = sentences.AT_DOOR if self.talk.trail.doors else sentences.AT_END
            return self._aged(text) or self._looked_for(text) or notes(end)
        match understood:
            case Alarm():
                return self._alarmed(self.talk, understood, text)
            case Command(name):
                return self.do(name)
            case Asked(page):
                return self._asked_beside(text, page)
            case AskedUnknown():
                return self._asked_beside(text)
            case Told():
                return self._doors(hearing(self.talk, text))
            case Unsure(nearest):
                return self._unsure(nearest, text)
            # A question holds no number that was meant as an answer: it is answered itself.
            case Wrong(message) if message in UNREAD and text.rstrip().endswith("?"):
                return ()
            case Wrong(message):
                aged = () if self._frames else (*self._aged(text), *self._place_said())
                counts = counts_something(text, self.talk.library, self.talk.today)
                message = self._ahead(text) or message
                return aged if aged and not counts else (*aged, *notes(message))
            case Chosen() | Unknown() if number := self._could_count(text):
                asked = self.asked
                assert asked is not None
                self._push(NumberMeant(self.talk, asked, number, self._moment.given))
                return ()
            case _:
                return self._answered(understood, text)

    def _asked_beside(self, text: str, page: str = "") -> Reply:
        """The answer to a question; the doors it can be about go first, where none is taken yet."""
        if not self._frames and self.talk.flow.route == TRIAGE:
            doors, language = hearing(self.talk, text), self.talk.library.language
            if isinstance(doors, Contradicted):
                doors = Candidates.of(self.talk, text)
            best = next(iter(doors.found.candidates), None)
            heard = heard_in(self.talk.library, text).fits[:1]
            first = best and heard and heard[0].label == best.signal.id
            asked = is_question(text, language)
            if best and ((asked and first) or best.score >= (LIKELY if asked else PLAINLY)):
                self._push(doors)
        return self._wondered(text, page)

    def _doors(self, doors: Candidates | Contradicted) -> Reply:
        """The doors that a line can be about, and its answer where it asks something as well.

        Beside a door that is sure only a page that is sure is told: the line may just be a case.
        Beside any door a story, or what was counted, is a case: nothing is told that it does not
        ask, nor before it is clear of which region it is.
        """
        self._push(doors)
        typed = doors.typed
        if is_question(typed, self.talk.library.language):
            return self._wondered(typed)
        if isinstance(doors, Contradicted):
            return ()
        found = doors.found.candidates
        library, today = self.talk.library, self.talk.today
        if found and (len(words_in(typed)) > FEW_WORDS or counts_something(typed, library, today)):
            return ()
        sure = any(candidate.sure for candidate in found)
        return self._looked_for(typed, surely=sure and not seeks(self.talk, typed))

    def _could_count(self, text: str) -> str:
        """The bare number that picks an option where a policy counts one thing as well, or ""."""
        asked, number = self.asked, bare_line(text).strip(" .)")
        if asked is None or not number.isdecimal():
            return ""
        return number if asked.policy in ALONE else ""

    def _unsure(self, nearest: tuple[str, ...], text: str) -> Reply:
        options = self.asked.options if self.asked else ()
        offered = unopposed(text, nearest, options, self.talk.library.language)
        near = [o.key for o in options if o.choice in offered]
        shown = sentences.shown(text)
        self._near = near[0] if len(near) == 1 else ""
        self._keep_half(text)
        besides = self._also_said(text)[2]
        aged = self._aged(text)
        placed = (*self._place_said(), *aged)
        # Days that are told are taken; one answer may be told with them.
        if aged and (len(near) != 1 or only_days(text, self.talk.library, self.talk.today)):
            return placed
        left = self._still_open(text) if len(near) > 1 else ()
        if near:
            return (*placed, *left, Nearest(sentences.DOUBT.format(shown), tuple(near)))
        # Where there is something to choose, that goes first: only a place that surely answers is
        # told, unless it is words to search for and nothing else.
        choosing = bool(options) and not searches(self.talk, text)
        found = (*placed, *self._no_answer(text, besides, surely=choosing))
        counts = self.asked and counts_something(text, self.talk.library, self.talk.today)
        counted = sentences.COUNT_KEPT if besides.counts or besides.fields else sentences.NO_COUNT
        no_fit = counted if counts else sentences.NO_FIT.format(shown)
        return found or notes(no_fit)

    def _ending(self, command: str, asked: str, costs: str, done: Closed) -> Reply:
        """Restart or stop, after asking once when something would be lost."""
        if self.asked and self.asked.text == asked:
            return ()
        if self.loses:
            if self._other:
                costs = f"{costs} {sentences.OTHER_COSTS.format(self._other.title)}"
            if self.held and self.held.loses:
                costs = f"{costs} {sentences.MEETING_COSTS}"
            yes, known = asked.rstrip("?"), self.talk.library.language.commands
            # Who types the command again where it is asked, means it.
            again = tuple(word for word, name in known.items() if name == command)
            self._push(
                Confirm(
                    self.talk, asked, yes, sentences.GO_ON, done,
                    remarks=(Remark(costs),), agreed=again,
                )
            )  # fmt: skip
            return ()
        return self._concluded(done)

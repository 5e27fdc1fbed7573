"""The one course of a talk: what a line means, what is asked next, and what the guide says."""

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from routeboek_tui.conversation import matching, safety
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.counts import ALONE
from routeboek_tui.conversation.meanings import (
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
from routeboek_tui.conversation.move import Answered, Refused, answer, hear_alarm, read, rest_of
from routeboek_tui.conversation.safety import Alarm
from routeboek_tui.conversation.view import Option, Remark, answered
from routeboek_tui.conversation.wat_nu import begins_as_question
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.safety import Manner
from routeboek_tui.course import sentences
from routeboek_tui.course.beside import Beside, notes
from routeboek_tui.course.changing import (
    NO_SUCH,
    NOTHING_YET,
    Said,
    Which,
    all_said,
    change_to,
    named,
)
from routeboek_tui.course.exchanges import Exchange, Key
from routeboek_tui.course.frames import (
    Candidates,
    Closed,
    Confirm,
    NumberMeant,
    OnTheWay,
    Outcome,
)
from routeboek_tui.course.turn import (
    Nearest,
    Open,
    Reply,
    Stop,
    Tone,
    View,
    Words,
)
from routeboek_tui.library.content import Library
from routeboek_tui.text.characters import bare_line, plain

Answering = Chosen | Unknown | Given | Born | FirstDay


class Course(Beside):
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

    def selected(self, line: str) -> tuple[str, ...]:
        """The keys of the options that ``line`` selects: all of it is keys that are there."""
        asked = self.asked
        return selected(line, asked.options) if asked else ()

    def hear(self, line: str) -> Reply:
        """What comes of a typed line."""
        text = line.strip()
        if not text:
            return self._enter()
        if place := self._place(text):
            return self.look(place, text)
        if letter := self._letter_named(text):
            return letter
        if self._frames:
            return self._framed(text)
        return self._meant(read(self.talk, text), text)

    def tell(self, line: str) -> Reply:
        """What comes of a line typed before the first question: what is going on, or a question."""
        text = line.strip()
        if self._frames or self.talk.flow.route != TRIAGE:
            return self.hear(line)
        if place := self._place(text):
            return self.look(place, text)
        if text.strip(" .)").isdecimal():
            return notes(sentences.NO_OPTION)
        understood = read(self.talk, text)
        if isinstance(understood, Alarm | Asked | AskedUnknown | Command | Wrong):
            return self._meant(understood, text)
        if not isinstance(understood, Unknown):
            return self._doors(Candidates.of(self.talk, text))
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
        understood: Answering = Unknown() if choices == ("",) else Chosen(choices)
        if self._frames:
            return self._concluded(self._frames[-1].answered(understood))
        return self._answered(understood, "")

    def do(self, name: str, argument: str = "") -> Reply:  # noqa: PLR0911 - one for each
        """What comes of a command by its name; ``argument`` is what was typed after it."""
        match name:
            case "undo":
                return self._undo()
            case "restart":
                return self._ending(
                    sentences.AGAIN, sentences.AGAIN_COSTS, Closed(then=self._restarted)
                )
            case "stop":
                return self._ending(sentences.END, sentences.END_COSTS, Closed(reply=(Stop(),)))
            case "change":
                return self._changing(argument)
            case "safety":
                self._go(safety.asked_again(self.talk))
                return ()
            case "quiet" | "aloud":
                return self._watched(Manner(name))
            case "book":
                return self._book(argument)
            case "what_if" if argument:
                return self._wondered(f"wat als {argument}")
            case _:
                return (Open(View(name), argument),)

    def change(self, fact: str = "", step: str = "", visit: int = 0) -> Reply:
        """Ask what a fact, or the answer at a visit of a step, is to become; or which of them."""
        if not (fact or step):
            return self._changing("")
        found = all_said(self.talk)
        where = (fact, step, visit if step else 0)
        said = next((s for s in found if (s.fact, s.step, s.visit) == where), None)
        return self._change(said) if said else notes(NO_SUCH)

    # What a line means

    def _enter(self) -> Reply:
        asked = self.asked
        return self.pick(asked.default) if asked and asked.default else notes(sentences.CHOOSE)

    def _framed(self, text: str) -> Reply:
        frame = self._frames[-1]
        said = plain(text)
        labels = {plain(option.label) for option in frame.question.options}
        if said not in labels and said not in self.talk.library.language.commands:
            alarm = safety.alarm(frame.talk, text)
            if alarm and alarm.kinds:
                return self._alarmed(frame.talk, alarm, text)
        understood = frame.read(text)
        match understood:
            case Chosen() | Unknown() | Given() | Born() | FirstDay():
                return self._concluded(frame.answered(understood))
            case Told(found) if isinstance(frame, Candidates):
                self._frames.pop()
                return self._doors(Candidates(self.talk, text, found))
            case _:
                return self._meant(understood, text)

    def _meant(self, understood: Understood, text: str) -> Reply:  # noqa: PLR0911 - one for each
        if self.talk.ask is None and not self._frames and isinstance(understood, Unsure | Wrong):
            return notes(sentences.AT_DOOR if self.talk.trail.doors else sentences.AT_END)
        match understood:
            case Alarm():
                return self._alarmed(self.talk, understood, text)
            case Command("change", which) if which and not (
                which.isdecimal() or named(self.talk, which)
            ):
                return self._unsure((), text)
            case Command(name, argument):
                return self.do(name, argument)
            case Asked(page):
                return self._asked_beside(text, page)
            case AskedUnknown():
                return self._asked_beside(text)
            case Told(found):
                return self._doors(Candidates(self.talk, text, found))
            case Unsure(nearest):
                return self._unsure(nearest, text)
            case Wrong(message):
                return notes(message)
            case Chosen() | Unknown() if number := self._could_count(text):
                asked = self.asked
                assert asked is not None
                self._push(NumberMeant(self.talk, asked, number, self._moment.given))
                return ()
            case _:
                return self._answered(understood, text)

    def _asked_beside(self, text: str, page: str = "") -> Reply:
        """The answer to a question; the doors it can be about go first, where none is taken yet."""
        if not self._frames and self.talk.flow.route == TRIAGE and self._asks(text):
            doors = Candidates.of(self.talk, text)
            if doors.found.candidates:
                self._push(doors)
        return self._wondered(text, page)

    def _doors(self, doors: Candidates) -> Reply:
        """The doors that a line can be about, and its answer where it asks something as well."""
        self._push(doors)
        if not self._asks(doors.typed):
            return ()
        pages = {page.id: page.names for page in self.talk.library.pages.values()}
        return self._wondered(doors.typed, matching.term(plain(doors.typed), pages))

    def _asks(self, text: str) -> bool:
        return text.endswith("?") or begins_as_question(text, self.talk.library.language)

    def _could_count(self, text: str) -> str:
        """The bare number that picks an option where the step counts something as well, or ""."""
        asked, number = self.asked, bare_line(text).strip(" .)")
        counts = asked is not None and asked.policy in ALONE
        return number if counts and number.isdecimal() else ""

    def _unsure(self, nearest: tuple[str, ...], text: str) -> Reply:
        asked = self.asked
        near = [o.key for o in asked.options if o.choice in nearest] if asked else []
        shown = sentences.shown(text)
        if near:
            return (Nearest(sentences.DOUBT.format(shown), tuple(near)),)
        return notes(sentences.NO_FIT.format(shown))

    # What comes of it

    def _answered(self, understood: Answering, typed: str) -> Reply:
        """An answer to the question of the route."""
        key, ask, asked = self._key, self.talk.ask, self.asked
        result = answer(self.talk, understood, self._moment.given)
        if isinstance(result, Refused):
            self._moment = replace(self._moment, given=result.given)
            return notes(*result.sentences)
        own = "" if asked is None or _plainly(typed, asked.options) else typed
        self._go(result.talk, self._moment.spoken.saying(key, own))
        reply = list(self._sign(key)) if own else []
        reply += [Words(each, Tone.TOLD) for each in result.sentences]
        if isinstance(understood, Unknown) and ask:
            reply += self._find_out(ask.step, ask.fact)
        return (*reply, *self._go_on(result.rest))

    def _concluded(self, outcome: Outcome) -> Reply:
        """What a question beside the route comes to."""
        match outcome:
            case Refused(why):
                return notes(*why)
            case Closed(result, reply, then):
                opening = self._opening(result)
                self._clear()
                if then:
                    then()
                if result is None:
                    return reply
                spoken = self._moment.spoken
                self._go(result.talk.onward(), spoken.told(opening) if opening else spoken)
                told = tuple(Words(each, Tone.TOLD) for each in result.sentences)
                return (*told, *reply, *self._go_on(result.rest))
            case _:
                self._push(outcome)
                return ()

    def _opening(self, result: Answered | None) -> Exchange | None:
        """What was told and what it was taken for, when that led somewhere."""
        told = next((each for each in self._frames if isinstance(each, Candidates)), None)
        way = self._frames[-1] if self._frames else None
        if told is None or result is None:
            return None
        signal = way.heading.signal if isinstance(way, OnTheWay) else ""
        title = self.talk.library.signals[signal].title if signal else result.talk.title
        return Exchange(sentences.WHAT, title, told.typed)

    def _alarmed(self, talk: Conversation, alarm: Alarm, typed: str) -> Reply:
        """Ask about danger that was heard, or take note of it."""
        result = hear_alarm(talk, alarm, typed)
        self._go(result.talk)
        told = tuple(Words(each, Tone.TOLD) for each in result.sentences)
        return (*told, *self._go_on(result.rest))

    def _go_on(self, rest: str) -> Reply:
        """Read what a line says besides danger, once that is settled."""
        understood = rest_of(self.talk, rest) if rest else None
        if understood is None:
            return ()
        also = sentences.ALSO.format(sentences.shown(rest))
        return (Words(also, Tone.TOLD), *self._meant(understood, rest))

    def _find_out(self, step: str, fact: str) -> Reply:
        """How to find out what was answered with "weet ik nog niet"."""
        talk = self._before[-1].talk
        text = talk.asked_text(step, fact)
        if not text.find_out:
            return ()
        whom = ", ".join(talk.word(actor) for actor in text.whom)
        words = talk.say(text.find_out) + (sentences.ASK_THEM.format(whom) if whom else "")
        return (Words(sentences.FIND_OUT.format(words), Tone.FIND_OUT),)

    def _sign(self, key: Key) -> Reply:
        """A short sign of what was understood."""
        _, step, visit, fact = key
        for each in self.exchanges:
            if each.fact == fact if fact else (each.step, each.visit) == (step, visit):
                said = sentences.UNDERSTOOD.format(answered(each.asked, each.said))
                return (Words(said, Tone.HEARD),)
        return ()

    def _changing(self, which: str) -> Reply:
        if not all_said(self.talk):
            return notes(NOTHING_YET)
        if not which:
            self._push(Which(self.talk))
            return ()
        said = named(self.talk, which)
        return self._change(said) if said else notes(NO_SUCH)

    def _change(self, said: Said) -> Reply:
        return self._concluded(change_to(self.talk, said))

    def _ending(self, asked: str, costs: str, done: Closed) -> Reply:
        """Restart or stop, after asking once when something would be lost."""
        if self.asked and self.asked.text == asked:
            return ()
        if self.loses:
            yes = asked.rstrip("?")
            self._push(
                Confirm(self.talk, asked, yes, sentences.GO_ON, done, remarks=(Remark(costs),))
            )
            return ()
        return self._concluded(done)


def selected(line: str, options: tuple[Option, ...]) -> tuple[str, ...]:
    """The keys that ``line`` selects among ``options``, where all of it is keys that are there."""
    known = {option.key for option in options}
    keys = matching.keys(line.strip(), known)
    return keys if keys and known.issuperset(keys) else ()


def _plainly(typed: str, options: tuple[Option, ...]) -> bool:
    """Whether ``typed`` is a key, a label, or nothing."""
    labels = {plain(option.label) for option in options}
    return not typed or bool(selected(typed, options)) or plain(typed) in labels

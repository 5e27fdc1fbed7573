"""What comes of an answer: where the talk goes, what is told of it, and what was said already."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice.first_screen import Deed
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing import matching, reported
from routeboek_tui.conversation.hearing.ahead import Ahead, ahead
from routeboek_tui.conversation.hearing.as_told import as_told
from routeboek_tui.conversation.hearing.counted_on import CountedOn, counted_on
from routeboek_tui.conversation.hearing.filled import filled
from routeboek_tui.conversation.hearing.meanings import (
    Chosen,
    Told,
    Understood,
    Unknown,
    Unsure,
)
from routeboek_tui.conversation.hearing.move import (
    Answer,
    Answered,
    Refused,
    answer,
    hear_alarm,
    rest_of,
)
from routeboek_tui.conversation.hearing.open_day import birthday, open_day, which_day
from routeboek_tui.conversation.hearing.placed import placed
from routeboek_tui.conversation.hearing.told import of_age, told
from routeboek_tui.conversation.safety import Alarm
from routeboek_tui.conversation.triage.begin import known_in
from routeboek_tui.conversation.view import Option, answered
from routeboek_tui.core.facts import READER
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.safety import NONE, SAFETY
from routeboek_tui.core.said import Said
from routeboek_tui.core.terms.days import DATED
from routeboek_tui.course import sentences
from routeboek_tui.course.beside import Beside, notes
from routeboek_tui.course.candidates import Candidates, OnTheWay, said_besides, said_of
from routeboek_tui.course.exchanges import Exchange, Key
from routeboek_tui.course.frames import Closed, Frame, Outcome
from routeboek_tui.course.ticking import NONE_LEFT, Ticking, ticked
from routeboek_tui.course.turn import (
    Part,
    Reply,
    Tone,
    Words,
)
from routeboek_tui.text import dates
from routeboek_tui.text.characters import plain

LONGEST_HALF = 300
"""Characters of what was typed before that can be part of an answer."""


class Answering(Beside):
    """A talk that moves on by what is answered."""

    def _answered(self, understood: Answer, typed: str) -> Reply:
        """An answer to the question of the route."""
        key, ask, asked = self._key, self.talk.ask, self.asked
        own = "" if asked is None or _plainly(typed, asked.options) else typed
        result = answer(self.talk, understood, self._moment.given)
        if isinstance(result, Refused):
            self._moment = replace(self._moment, given=result.given or self._moment.given)
            stays = isinstance(understood, Unknown) and self.talk.waits and ask
            how = self._find_out(ask.step, "", self.talk) if stays and ask else ()
            heard = self._aged(own) if stays and own else ()
            return (*heard, *notes(*result.sentences), *how)
        spoken, after = self._moment.spoken.saying(key, own), result.talk
        counted = counted_on(self.talk, typed) if own else None
        if own:
            aged, days, besides = self._also_said(typed)
            after = after.hearing(besides).hearing(aged).hearing(days)
        if isinstance(counted, CountedOn):
            after = after.hearing(counted.said)
        if ask and not ask.fact:
            waiting = {step.id for step in self.talk.flow.steps.values() if step.waits}
            said = after.answers.said.once_answered(waiting)
            after = after.having(replace(after.answers, said=said))
        left = ahead(self.talk, typed, asked, after) if own else Ahead()
        self._go(after.hearing(left.said), spoken)
        self._moment = replace(self._moment, half=left.left)
        reply = list(self._sign(key)) if own else []
        reply += [Words(each, Tone.TOLD) for each in result.sentences]
        if isinstance(understood, Unknown) and ask:
            reply += self._find_out(ask.step, ask.fact, self._before[-1].talk)
        just = counted.step if isinstance(counted, CountedOn) else ""
        return (*reply, *self._fill(just), *self._waiting(), *self._go_on(result))

    def _also_said(self, typed: str) -> tuple[Said, Said, Said]:
        """What ``typed`` says of an age nobody asks for, of days, and besides what is asked now."""
        ask, talk = self.talk.ask, self.talk
        said = told(typed, talk.library, known_in(talk), talk.today)
        fact = ask.fact if ask else ""
        known = {**talk.answers.unasked, READER: talk.reader}
        aged = of_age(typed, said, talk.library, known, talk.today, fact)
        besides = said_besides(talk, said, fact)
        if ask and not fact:
            step = talk.step(ask.step)
            besides = besides.without_step(step.id, step.policy)
        days = {**{DATED[fact]: day for fact, day in said.dates.items()}, **said.days}
        return aged, Said(birth_date=said.birth_date, days=days), besides

    def _aged(self, typed: str) -> Reply:
        """Take note of an age and of days that ``typed`` says where it answers nothing."""
        aged, days, besides = self._also_said(typed)
        if not days.days and (alone := self._day_alone(typed)):
            return alone
        if besides != Said():
            self._moment = replace(self._moment, talk=self.talk.hearing(besides))
        if not (aged or days):
            return ()
        return self._noted(aged, days)

    def _said_asking(self, typed: str) -> Reply:
        """Take note of what is surely said of the pupil or the school by who only asks."""
        talk = self.talk
        said = told(typed, talk.library, known_in(talk), talk.today, unasked=True)
        facts = Said(said_besides(talk, said, "").facts)
        if self._frames or not facts.facts:
            return ()
        self._moment = replace(self._moment, talk=talk.hearing(facts))
        return self._place_said()

    def _day_alone(self, typed: str) -> Reply:
        """Take note of a day with nothing else, where the advice asks for one."""
        alone = open_day(self.talk, typed)
        if alone is None:
            said = birthday(self.talk, typed)
            return notes(said) if said else ()
        if len(alone.names) > 1:
            return notes(which_day(self.talk, alone))
        name, day = alone.names[0], alone.day
        dates = {fact: day for fact, of in DATED.items() if of == name}
        return self._noted(Said(), Said(days={name: day}, dates=dates))

    def _noted(self, aged: Said, days: Said) -> Reply:
        self._go(self.talk.hearing(aged).hearing(days))
        starts = self.talk.library.milestones.starts
        texts = self.talk.library.facts
        words = [texts[fact].choices[value].short for fact, value in aged.facts.items()]
        words += [f"{starts[name].word}, {dates.short(day)}" for name, day in days.days.items()]
        said = ", ".join(words)
        return (Words(sentences.UNDERSTOOD.format(said), Tone.HEARD),)

    def _waiting(self) -> Reply:
        """That another track waits, where this one has come to its end for now."""
        if self._other is None or not self.talk.ended:
            return ()
        return (Words(sentences.THEN_OTHER.format(self._other.title), Tone.TOLD),)

    def _fill(self, just: str = "") -> Reply:
        """Answer what was said already, as far as the way asks for it now; the rest is known.

        A step that was counted ``just`` now is answered again.
        """
        asked = self._fill_asked(just)
        placed = self._place_said()
        return (*asked, *placed, *(self._fill_asked() if placed else ()))

    def _fill_asked(self, just: str = "") -> Reply:
        reply: list[Part] = []
        while found := filled(self.talk, just):
            key = self._key
            self._moment = replace(self._moment, talk=found.asked, given=found.given)
            self._question = None
            if found.result is None:
                if found.sentences:
                    words = (sentences.FROM_SAID_SO_FAR, *found.sentences)
                    reply += [Words(each, Tone.TOLD) for each in words]
                continue
            self._go(found.result.talk, self._moment.spoken.saying(key, ""))
            each = next(iter(self._answered_at(key)), None)
            if each:
                if not found.likely:
                    spoken = self._moment.spoken.filling(key, each.said)
                    self._moment = replace(self._moment, spoken=spoken)
                told_so = sentences.LIKELY if found.likely else sentences.FROM_SAID
                said = answered(each.asked, each.said).rstrip(".")
                reply.append(Words(told_so.format(said), Tone.TOLD))
            reply += [Words(each, Tone.TOLD) for each in found.result.sentences]
        return tuple(reply)

    def _place_said(self) -> Reply:
        """Put what was said of the pupil and the school among the facts."""
        talk, facts = placed(self.talk)
        if not facts:
            return ()
        self._moment, self._question = replace(self._moment, talk=talk), None
        return tuple(Words(each, Tone.TOLD) for each in said_of(talk, facts))

    def _chosen(self, understood: Answer) -> Reply:
        """An answer to a question beside the route; two candidates are two tracks."""
        frame = self._frames[-1]
        if not isinstance(frame, Candidates):
            return self._concluded(frame.answered(understood))
        both = frame.two(understood)
        names = both or frame.kept_beside(understood)
        if self._other and not (self._other.apart and not names):
            self._other = None
        if names:
            self._two_tracks(frame, names)
            understood = Chosen(names[:1])
        elif self._other and isinstance(understood, Chosen):
            self._signal = "".join({*understood.choices} & {*self.talk.library.signals})
        reply = self._concluded(frame.answered(understood))
        if not names or self._other is None:
            return reply
        words = sentences.TWO_TRACKS if both else sentences.OFFERED_TRACK
        told = words.format(self._title, self._other.title)
        return (Words(told, Tone.TOLD), *reply)

    def _reported(self, text: str, *, answers: bool) -> Reply | None:
        """What comes of a line that says that something is done; ``None`` for any other line.

        What it names is ticked; where that could be more, or is not said, it is asked. It may be
        one of the ``answers`` as well.
        """
        if self.talk.flow.route == TRIAGE:
            return None
        named = reported.done_in(self.talk, text, answers=answers)
        if self.asked and reported.came_about(self.talk, text):
            asked = (Words(sentences.NOW_ASKED.format(self.asked.text), Tone.TOLD),)
            done = self._done(tuple(dict.fromkeys((*reported.awaited(self.talk), *named))))
            self._keep_half(text)
            return (*done, *asked)
        if named:
            return self._done(named)
        says = reported.reports(text, self.talk.library.language)
        found = reported.named(self.talk, text) if says else None
        if not found:
            return None
        if len(found) > 1:
            others = (deed for deed in reported.deeds(self.talk) if deed not in found)
            self._push(Ticking(self.talk, (*found, *others)))
            return ()
        return self._done(found)

    def _done(self, deeds: Sequence[Deed]) -> Reply:
        """What is told where these were done: nothing where there are none."""
        if not deeds:
            return ()
        result = ticked(self.talk, deeds)
        self._go(result.talk)
        return tuple(Words(each, Tone.TOLD) for each in result.sentences)

    def _keep_half(self, text: str) -> None:
        """Keep a line that answers nothing by itself: it can be half of an answer.

        What it says of the question that comes next is kept for that one.
        """
        if self._frames:
            return
        half = ", ".join(filter(None, (self._moment.half, text)))
        talk = self.talk.hearing(ahead(self.talk, text, self.asked).said)
        self._moment = replace(self._moment, talk=talk, half=half[-LONGEST_HALF:])

    def _ticking(self) -> Reply:
        if not self.talk.missed and not reported.deeds(self.talk):
            return notes(NONE_LEFT)
        self._push(Ticking(self.talk))
        return ()

    def _changed_track(self) -> Reply:
        """Go on with the track that waits."""
        if self._other is None:
            return notes(sentences.NO_OTHER_TRACK)
        outcome = self._on_other_track()
        told = sentences.OTHER_TRACK.format(self._title, self._other.title)
        reply = self._concluded(outcome) if outcome else self._fill()
        return (Words(told, Tone.TOLD), *reply)

    def _concluded(self, outcome: Outcome) -> Reply:
        """What a question beside the route comes to."""
        match outcome:
            case Refused(why):
                return notes(*why)
            case Closed(result, reply, then):
                opening = self._opening(result)
                spoken = self._moment.spoken.telling(self.telling)
                self._moment = replace(self._moment, spoken=spoken)
                self._clear()
                if then:
                    then()
                if result is None:
                    return reply
                spoken = self._moment.spoken
                self._go(result.talk.onward(), spoken.told(opening) if opening else spoken)
                told = tuple(Words(each, Tone.TOLD) for each in result.sentences)
                filled = self._fill()
                if opening:
                    self._moment = replace(self._moment, talk=as_told(self.talk, opening.own))
                    self._question = None
                return (*told, *reply, *filled, *self._waiting(), *self._go_on(result))
            case _:
                self._push(outcome)
                return ()

    def _opening(self, result: Answered | None) -> Exchange | None:
        """What was told and what it was taken for, when that led somewhere."""
        told = next((each for each in self._frames if isinstance(each, Candidates)), None)
        way = self._frames[-1] if self._frames else None
        if told is None or result is None or result.talk is told.talk:
            return None
        signal = way.heading.signal if isinstance(way, OnTheWay) else ""
        title = self.talk.library.signals[signal].title if signal else result.talk.title
        facts, said = result.talk.answers.facts, told.talk.answers.said.facts
        notes = said_of(result.talk, tuple(fact for fact in said if fact in facts))
        return Exchange(sentences.WHAT, title, told.typed, notes=notes)

    def _alarmed(self, talk: Conversation, alarm: Alarm, typed: str) -> Reply:
        """Ask about danger that was heard, or take note of it."""
        result = hear_alarm(talk, alarm, typed)
        self._go(result.talk)
        told = tuple(Words(each, Tone.TOLD) for each in result.sentences)
        return (*told, *self._fill(), *self._go_on(result))

    def _alarmed_beside(self, frame: Frame, alarm: Alarm, typed: str) -> Reply:
        """The same beside the route: what was told before, and the way that was chosen, stay."""
        if not isinstance(frame, OnTheWay):
            before = frame.typed if isinstance(frame, Candidates) else ""
            return self._alarmed(frame.talk, alarm, f"{before} {typed}".strip())
        after = frame.alarmed(alarm, typed)
        self._frames.pop()
        self._push(after)
        return ()

    def _go_on(self, result: Answered) -> Reply:
        """Read what a line says besides danger, once that is settled."""
        rest, other = self._apart(result.rest)
        aside = self._another_child(other) if other else ()
        if rest:
            _, _, besides = self._also_said(rest)
            self._moment = replace(self._moment, talk=self.talk.hearing(besides))
            aside = (*aside, *self._place_said())
        understood = rest_of(self.talk, rest, answers=result.answers) if rest else None
        asked_about = not result.answers and isinstance(understood, Unsure | None)
        if rest and asked_about and self.talk.flow.route == TRIAGE:
            found = Candidates.of(self.talk, rest).found
            understood = Told(found) if found.candidates else understood
        if understood is None:
            return aside
        also = sentences.ALSO.format(sentences.shown(rest))
        return (*aside, Words(also, Tone.TOLD), *self._meant(understood, rest))

    @staticmethod
    def _find_out(step: str, fact: str, talk: Conversation) -> Reply:
        """How to find out what was answered in ``talk`` with "weet ik nog niet"."""
        text = talk.asked_text(step, fact)
        if not text.find_out:
            return ()
        whom = ", ".join(talk.word(actor) for actor in text.whom)
        words = safety.to_find_out(talk, text) + (sentences.ASK_THEM.format(whom) if whom else "")
        said = words if talk.waits and not fact else sentences.FIND_OUT.format(words)
        return (Words(said, Tone.FIND_OUT),)

    def _no_danger(self, frame: Candidates) -> Reply:
        """Keep that there is no danger; what the line before it can be about stays to be chosen."""
        talk = frame.talk
        self._frames[-1] = replace(frame, talk=talk.having(talk.answers.with_fact(SAFETY, NONE)))
        label = talk.library.facts[SAFETY].choices[NONE].label
        said = sentences.UNDERSTOOD.format(answered(safety.ASKED, label))
        return (Words(said, Tone.HEARD),)

    def _sign(self, key: Key) -> Reply:
        """A short sign of what was understood."""
        for each in self._answered_at(key):
            said = sentences.UNDERSTOOD.format(answered(each.asked, each.said))
            return (Words(said, Tone.HEARD),)
        return ()

    def _answered_at(self, key: Key) -> Iterator[Exchange]:
        """What was said to a question of the route."""
        _, step, visit, fact = key
        for each in self.exchanges:
            if each.fact == fact if fact else (each.step, each.visit) == (step, visit):
                yield each

    @abstractmethod
    def _meant(self, understood: Understood, text: str) -> Reply:
        """What comes of what a line means."""


def selected(line: str, options: tuple[Option, ...]) -> tuple[str, ...]:
    """The keys that ``line`` selects among ``options``, where all of it is keys that are there."""
    known = {option.key for option in options}
    keys = matching.keys(line.strip(), known)
    return keys if keys and known.issuperset(keys) else ()


def _plainly(typed: str, options: tuple[Option, ...]) -> bool:
    """Whether ``typed`` is a key, a label, or nothing."""
    labels = {plain(option.label) for option in options}
    return not typed or bool(selected(typed, options)) or plain(typed) in labels

"""One case being played: facts are asked, each step is chosen, and feedback follows at once."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from routeboek_tui.conversation.hearing.among import read_among
from routeboek_tui.conversation.hearing.meanings import (
    Chosen,
    Given,
    Understood,
    Unknown,
    Unsure,
    Wrong,
)
from routeboek_tui.conversation.passing import passing
from routeboek_tui.conversation.practice.feedback import (
    Feedback,
    Verdict,
    feedback,
    miscounted,
    settled,
)
from routeboek_tui.conversation.practice.outcome import Outcome, Result
from routeboek_tui.conversation.practice.picking import Picking, compared
from routeboek_tui.conversation.practice.sets import pickings
from routeboek_tui.conversation.practice.sheet import Line, Sheet
from routeboek_tui.conversation.practice.told import FINE, Telling
from routeboek_tui.conversation.practice.way import Stop, Way, go_together, walked, with_answer
from routeboek_tui.conversation.view import Option, question
from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.course.answering import selected
from routeboek_tui.course.case_questions import CaseQuestions
from routeboek_tui.course.letter.paper import Paper
from routeboek_tui.course.looking import Looking, drafted
from routeboek_tui.course.offered import keyed, nearest, numbered, picked, strange
from routeboek_tui.course.practice.practising import NOTHING, Heard
from routeboek_tui.library.content import Library
from routeboek_tui.library.exercise import Exercise, Known, Said, Trap
from routeboek_tui.library.practice_words import Words, filled
from routeboek_tui.text.characters import plain

ASK, THOUGHT = "vraag:", "gedachte:"
"""Before the number of a question of the case, or of a thought, where it is offered."""

LETTER = "brief"
"""The choice to look at the letter of which the data are asked."""

FIRST = ord("a")
"""The key of the first question that can be asked."""


class Practice:
    """A case of which some questions were answered. ``done`` gets the result once, at the end.

    The way goes on along the right answers: what another answer would have led to is told, and
    not walked.

    :raises Astray: where the case no longer fits its route
    """

    def __init__(
        self, library: Library, words: Words, exercise: Exercise, done: Callable[[Result], None]
    ) -> None:
        self._library, self._words, self._done = library, words, done
        self.exercise = exercise
        self._way: Way = walked(library, exercise)
        self._questions = CaseQuestions(exercise, self._way)
        self._outcomes: list[Outcome] = []
        self._reading = True
        # Each is made when it is asked, for whoever plays would wait for all of them.
        self._coming, self._made = pickings(exercise, self._way, words), list[Picking]()
        self._tell = Telling(library, words, exercise, self._way)

    @property
    def _at(self) -> int:
        """How much was answered."""
        return len(self._outcomes)

    @property
    def _stop(self) -> Stop | None:
        """The question of the route that waits; ``None`` behind the last."""
        return self._way.stops[self._at] if self._at < len(self._way.stops) else None

    @property
    def _picking(self) -> Picking | None:
        """What is asked at the end; ``None`` before it, and behind it."""
        number = len(self._outcomes) - len(self._way.stops)
        while len(self._made) <= number and (found := next(self._coming, None)):
            self._made.append(found)
        return self._made[number] if 0 <= number < len(self._made) else None

    @property
    def over(self) -> bool:
        """Whether everything was answered."""
        return self._stop is None and self._picking is None

    @property
    def halfway(self) -> bool:
        """Whether something was done in it, and it was not looked back on yet."""
        return bool(self._outcomes or self._questions.asked) and (self._reading or not self.over)

    @property
    def result(self) -> Result:
        """How it was played so far."""
        every, neither = self._outcomes, {*FINE, Verdict.TRAP, Verdict.PART}
        traps = tuple(each.about for each in every if each.verdict is Verdict.TRAP)
        wrong = tuple(each.about for each in every if each.verdict not in neither)
        right = sum(each.verdict in FINE for each in every)
        partly = sum(each.verdict is Verdict.PART for each in every)
        return Result(self.exercise.id, right, len(every), traps, partly, wrong)

    @property
    def paper(self) -> Paper | None:
        """A case is not saved; the progress is."""
        return None

    # What is seen

    @property
    def sheet(self) -> Sheet:
        """The story, the question that waits, what came of the last one, or the review.

        The story and what was answered can be read again, but where the story is told.
        """
        words = self._words
        sheet = self._now
        if self._reading and not self._outcomes:
            return sheet
        hint = f"{sheet.hint} {words.look}" if sheet.question else sheet.hint
        return replace(sheet, look=words.story_again[0], hint=hint)

    @property
    def _now(self) -> Sheet:
        """What is to be seen now, where nothing is read again."""
        tell, words = self._tell, self._words
        if self._reading:
            go_on = (Option("1", "", words.go_on),)
            lines = tell.outcome(self._outcomes[-1]) if self._outcomes else tell.story
            return Sheet(tell.title, lines, "", go_on, default="1")
        if self._stop:
            asked_now = [each for each in self._questions.asked if each.at not in self._renewed]
            lines = (*tell.story, *tell.known(asked_now), *tell.since(self._so_far))
            asked, number = question(self._stop.talk), len(self._outcomes) + 1
            where = filled(words.step_of, number, asked.who if asked else "")
            text = f"{where} {asked.text if asked else ''}"
            several = bool(asked and asked.several)
            also = any(option.extra for option in self._options)
            hint = words.choose_also if also else words.ask_or_choose if self._askable else ""
            return Sheet(tell.title, lines, text, self._options, several=several, hint=hint)
        if picking := self._picking:
            options = numbered(pick.label for pick in picking.picks)
            if picking.letter:
                options = (*options, Option(chr(FIRST), LETTER, words.see_letter))
            text = filled(getattr(words, picking.part), picking.about)
            hint = words.pick_day if picking.single else words.tick
            return Sheet(tell.title, (), text, options, several=not picking.single, hint=hint)
        again = numbered((words.again, words.another))
        return Sheet(tell.title, tell.review(self._outcomes, self.result), "", again, default="2")

    @property
    def _askable(self) -> list[tuple[int, Known]]:
        """What can still be asked, with its place among all that can."""
        return self._questions.open(self._at, self._renewed)

    @property
    def _so_far(self) -> tuple[Said, ...]:
        """The answers of the way up to that to the question that waits."""
        return self.exercise.way[: len(self._outcomes) + 1]

    @property
    def _renewed(self) -> frozenset[str]:
        """The steps of which it was told what happened since: what was known there is past."""
        return frozenset(said.step for said in self._so_far if said.meanwhile)

    @property
    def _thoughts(self) -> list[Trap]:
        stop = self._stop
        return [t for t in self.exercise.traps if stop and t.thought and t.step == stop.step]

    @property
    def _options(self) -> tuple[Option, ...]:
        """The choices of the route, what else comes to mind there, and what can be asked."""
        stop = self._stop
        asked = question(stop.talk) if stop else None
        offered = [o for o in asked.options if o.choice] if asked else []
        found = [Option("", o.choice, o.label, "", o.synonyms, o.extra) for o in offered]
        found += [Option("", f"{THOUGHT}{n}", t.thought) for n, t in enumerate(self._thoughts)]
        found.append(Option("", "", self._words.not_known))
        offers = [keyed(each, str(number)) for number, each in enumerate(found, 1)]
        word = self._library.actors
        for number, each in self._askable:
            whom = stop.talk.say(word[each.of].word) if stop else ""
            label = filled(self._words.asked_of, whom, each.question)
            offers.append(Option(chr(FIRST + number), f"{ASK}{number}", label))
        return tuple(offers)

    # What is heard

    def hear(self, line: str) -> Heard:
        """A choice, a question of the case, or Enter to go on."""
        if plain(line) in self._words.story_again:
            return self._looking(
                self._tell.so_far(self._questions.asked, self._so_far, self._outcomes)
            )
        if self._reading:
            return self._read(line)
        if self.over:
            return self._at_the_end(line)
        if (picking := self._picking) is not None:
            return self._picks(picking, line)
        assert self._stop is not None
        if keys := selected(line, self._options):
            names = tuple(o.choice for o in self._options if o.key in keys)
            return self._named(self._stop, names)
        return self._typed(self._stop, line) if line else Heard((self._words.ask_or_choose,))

    def _looking(self, lines: Iterable[Line]) -> Heard:
        return Heard(then=Looking(self._words, self._tell.title, tuple(lines)))

    def _read(self, line: str) -> Heard:
        """What there was to read was read."""
        if plain(line) not in {"", "1", plain(self._words.go_on)}:
            return Heard((self._words.first_read,))
        self._reading = False
        if self.over:
            self._done(self.result)
        return NOTHING

    def _at_the_end(self, line: str) -> Heard:
        keys = selected(line, self.sheet.options) or (self.sheet.default if not line else "",)
        if keys == ("1",):
            self._questions = CaseQuestions(self.exercise, self._way)
            self._outcomes, self._reading = [], True
            return NOTHING
        return Heard(back=True) if keys == ("2",) else Heard((self._words.not_understood,))

    def _typed(self, stop: Stop, line: str) -> Heard:
        """What a line in words means; danger that is heard in it is told, story or not."""
        said, _ = passing(self._library, line)
        danger = (said,) if said else ()
        match self._understood(stop, line):
            case Chosen(choices):
                heard = self._named(stop, choices)
            case Unknown():
                heard = self._named(stop, ("",))
            case Given(values, on):
                heard = self._given(stop, Said(stop.step, (), values, on), line)
            case Unsure(nearest) if nearest:
                labels = [f"{o.key}. {o.label}" for o in self._options if o.choice in nearest]
                heard = Heard((filled(self._words.nearest, "; ".join(labels)),))
            case Wrong(message):
                heard = Heard((message,))
            case _:
                heard = Heard((self._words.not_understood,))
        return Heard((*danger, *heard.said), heard.back)

    def _understood(self, stop: Stop, line: str) -> Understood:
        """What a line says: a choice of the route first, and else a question of the case."""
        asks = tuple(o for o in self._options if o.choice.startswith(ASK))
        choices = tuple(o for o in self._options if o not in asks)
        policy = stop.talk.step(stop.step).policy
        found = read_among(stop.talk, line, choices, policy=policy)
        if isinstance(found, Chosen | Given | Unknown | Wrong):
            return found
        near = nearest(line, {each.choice: each.label for each in asks})
        return Chosen((near,)) if near else found

    def _named(self, stop: Stop, names: tuple[str, ...]) -> Heard:
        asks = [int(each.removeprefix(ASK)) for each in names if each.startswith(ASK)]
        if asks:
            for number in asks:
                self._questions.ask(number)
            return NOTHING
        thoughts = [each for each in names if each.startswith(THOUGHT)]
        if thoughts and len(names) > 1:
            return Heard((self._words.not_so,))
        if thoughts:
            trap = self._thoughts[int(thoughts[0].removeprefix(THOUGHT))]
            after = with_answer(stop.talk, stop.said)
            right = feedback(self.exercise, stop, after, stop.said)
            came = Feedback(
                Verdict.TRAP,
                right.right,
                trap.why,
                sources=trap.sources,
                arithmetic=right.arithmetic,
            )
            return self._took(stop, trap.thought, came)
        choices = tuple(each for each in names if each)
        if choices and not go_together(stop.talk, choices):
            return Heard((self._words.not_so,))
        labels = [o.label for o in self._options if o.choice in names]
        return self._answered(stop, Said(stop.step, choices), " + ".join(labels))

    def _given(self, stop: Stop, said: Said, line: str) -> Heard:
        """Numbers that were typed: they must settle the step, as in a talk."""
        rule = registry.STEPS[stop.talk.step(stop.step).policy]
        day = said.on or stop.talk.today
        try:
            rule.check(said.given, day, stop.talk.rulebook.knowledge)
        except GivenError as error:
            return Heard((str(error),))
        # Only what the case tells can be compared; and a true count need not settle the step.
        if not {*said.given} <= {*stop.said.given}:
            return Heard((self._words.counted_else,))
        if not miscounted(stop, said) and not settled(with_answer(stop.talk, said), stop):
            return Heard((self._words.counted_right,))
        return self._answered(stop, said, line)

    def _answered(self, stop: Stop, said: Said, words: str) -> Heard:
        after = with_answer(stop.talk, stop.said)
        return self._took(stop, words, feedback(self.exercise, stop, after, said))

    def _took(self, stop: Stop, said: str, came: Feedback) -> Heard:
        title = stop.talk.say(stop.talk.text(stop.step).title)
        self._outcomes.append(Outcome(title, said, came.verdict, came))
        self._reading = True
        return NOTHING

    def _picks(self, picking: Picking, line: str) -> Heard:
        options, words = self._now.options, self._words
        if picking.letter and plain(line) in {chr(FIRST), *words.letter_again}:
            return self._looking(drafted(self._way.end, picking.letter))
        options = tuple(option for option in options if option.choice != LETTER)
        keys = picked(line, options, single=picking.single)
        if picking.single and len(keys) != 1:
            return Heard((words.pick_day,))
        if line and not keys:
            away = ", ".join(strange(line, options))
            return Heard((filled(words.not_there, away) if away else words.tick,))
        chosen = frozenset(o.label for o in options if o.key in keys)
        came = compared(picking, chosen)
        about = filled(getattr(words, picking.part), picking.about)
        self._outcomes.append(Outcome(about, "; ".join(sorted(chosen)), came.verdict, came))
        self._reading = True
        return NOTHING

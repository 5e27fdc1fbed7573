"""A case in words: its story, what was found out, what came of a choice, and the review."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.book_view import difference
from routeboek_tui.conversation.practice.feedback import Feedback, Verdict
from routeboek_tui.conversation.practice.outcome import Outcome, Result
from routeboek_tui.conversation.practice.picking import Pick, Picked
from routeboek_tui.conversation.practice.sheet import Line, Tone, source_line
from routeboek_tui.conversation.practice.way import Way, asked_text, begun
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.view import facts
from routeboek_tui.core.facts import PLACE, REGION
from routeboek_tui.core.flow import Source
from routeboek_tui.library.content import Library
from routeboek_tui.library.exercise import Exercise, Known, Said
from routeboek_tui.library.practice_words import Words, filled
from routeboek_tui.text import dates

FINE = frozenset({Verdict.RIGHT, Verdict.BOTH, Verdict.ALLOWED, Verdict.CAREFUL})
"""What counts as right."""

ENDS = (".", "?", "!", ":", "”", '"', ")", "…")
"""Behind one of these a line of a story ends."""


def _tone(verdict: Verdict) -> Tone:
    if verdict is Verdict.PART:
        return Tone.PLAIN
    return Tone.RIGHT if verdict in FINE else Tone.WRONG


class Telling:
    """The words of one case."""

    def __init__(self, library: Library, words: Words, exercise: Exercise, way: Way) -> None:
        self._library, self._words, self._exercise, self._way = library, words, exercise, way

    @property
    def title(self) -> str:
        """What the case is called."""
        return self._exercise.title

    @cached_property
    def _begun(self) -> Conversation:
        return begun(self._library, self._exercise)

    @property
    def story(self) -> tuple[Line, ...]:
        """Who tells it and when, the story, and what is known beforehand."""
        talk, exercise, words = self._begun, self._exercise, self._words
        told = filled(words.told_by, talk.word(exercise.teller), dates.write(exercise.day))
        known = ", ".join((*self._where(talk), *_told(talk, exercise)))
        first = Line(told, Tone.MUTED)
        story = map(Line, paragraphs(exercise.story))
        last = [Line(filled(words.what_you_know, known), Tone.MUTED)] if known else []
        return (first, *story, *last)

    def _where(self, talk: Conversation) -> Iterator[str]:
        """The region where no fact says it, and the edition where it is not the newest."""
        library, edition = self._library, self._library.editions[talk.flow.edition]
        if edition.region and not {REGION, PLACE} & {*self._exercise.facts}:
            choice = library.facts[REGION].choices[edition.region]
            yield choice.short or choice.label
        if edition.until:
            yield edition.title

    def known(self, asked: Iterable[Known]) -> tuple[Line, ...]:
        """What was asked, and what came of it."""
        word = self._library.actors
        return tuple(
            Line(f"{self._begun.say(word[each.of].word)}: {each.question} {each.told}", Tone.ITEM)
            for each in asked
        )

    def since(self, way: Iterable[Said]) -> tuple[Line, ...]:
        """What happened last between the questions of the way."""
        told = [each.meanwhile for each in way if each.meanwhile]
        return tuple(Line(filled(self._words.since, each)) for each in told[-1:])

    def so_far(
        self, asked: Iterable[Known], way: Iterable[Said], outcomes: Sequence[Outcome]
    ) -> tuple[Line, ...]:
        """The story, what was asked, what happened, and what was answered so far."""
        head = (Line(self._words.so_far, Tone.HEAD),) if outcomes else ()
        return (*self.story, *self.known(asked), *self.since(way), *head, *self._rows(outcomes))

    def _rows(self, outcomes: Iterable[Outcome]) -> Iterator[Line]:
        words = self._words
        for each in outcomes:
            row = words.review_asked if each.about.endswith("?") else words.review_row
            yield Line(filled(row, each.about, each.said or words.nobody), _tone(each.verdict))

    def outcome(self, outcome: Outcome) -> tuple[Line, ...]:
        """What came of one choice."""
        head = Line(outcome.about, Tone.HEAD)
        chosen = Line(filled(self._words.chosen, outcome.said or self._words.nobody), Tone.MUTED)
        came = outcome.came
        told = self._picked(came) if isinstance(came, Picked) else self._feedback(came)
        return (head, chosen, *told)

    def _feedback(self, came: Feedback) -> Iterator[Line]:
        words = self._words
        yield self._verdict(came.verdict)
        if came.verdict is not Verdict.RIGHT:
            right = " + ".join(came.right) or words.not_known
            yield Line(filled(words.right_is, right), Tone.PLAIN)
        for each in came.arithmetic:
            yield Line(filled(words.reckoned, each), Tone.MUTED)
        yield from (Line(filled(words.here, each)) for each in came.here)
        if came.why:
            yield Line(filled(words.because, came.why))
        if came.asked_why:
            yield Line(filled(words.asked_because, came.asked_why))
        yield from self._sources(came.sources)
        if not came.sources and (came.here or came.why or came.asked_why):
            yield Line(words.own_step, Tone.MUTED)
        if came.conflict:
            yield from self._conflict(came.conflict)
        if came.leads:
            yield Line(filled(words.leads, " → ".join(came.leads)))
        elif came.verdict is Verdict.TRAP and not came.asks:
            yield Line(words.leads_nowhere)
        if came.asks:
            yield Line(filled(words.asks_next, came.asks))
        yield from self._list(words.lost, came.lost)
        yield from self._list(words.extra, came.extra)

    def _verdict(self, verdict: Verdict) -> Line:
        said = self._words.part_choice if verdict is Verdict.PART else getattr(self._words, verdict)
        return Line(said, _tone(verdict))

    def _sources(self, places: Sequence[Source]) -> tuple[Line, ...]:
        """One's own sources; where there is none, that it is of elsewhere is said."""
        own = [each for each in places if self._way.end.near.own(each.document)]
        head = self._words.source if own else self._words.source_elsewhere
        return source_line(self._library, self._words, own or places, head)

    def _conflict(self, name: str) -> Iterator[Line]:
        found = difference(Reader.within(self._way.end), self._library.conflicts[name])
        yield Line(filled(self._words.differs, found.about))
        yield from (Line(f"{who}: {says}", Tone.ITEM) for who, says in found.says)
        yield Line(filled(self._words.handling, found.handling))

    @staticmethod
    def _list(head: str, items: Sequence[str]) -> Iterator[Line]:
        if items:
            yield Line(head)
            yield from (Line(each, Tone.ITEM) for each in items)

    def _picked(self, came: Picked) -> Iterator[Line]:
        words = self._words
        if came.verdict is Verdict.PART:
            yield Line(filled(words.part, len(came.rightly), len(came.rightly) + len(came.missed)))
        else:
            yield self._verdict(came.verdict)
        if came.single:
            yield from (Line(filled(words.right_is, pick.label)) for pick in came.missed)
            yield from (Line(pick.why) for pick in came.wrongly)
            yield Line(filled(words.reckoned, came.why))
        else:
            yield from self._sorted(came)
            if came.why:
                yield Line(filled(words.because, came.why))
        yield from self._sources(came.sources)

    def _sorted(self, came: Picked) -> Iterator[Line]:
        words = self._words
        for head, picks, tone in (
            (words.rightly, came.rightly, Tone.RIGHT),
            (words.missed, came.missed, Tone.WRONG),
            (words.wrongly, came.wrongly, Tone.WRONG),
            (words.neutral, came.neutral, Tone.PLAIN),
        ):
            if picks:
                yield Line(head, tone)
            yield from (Line(self._pick(pick), Tone.ITEM) for pick in picks)

    def _pick(self, pick: Pick) -> str:
        said = f"{pick.label}. {pick.why}" if pick.why else pick.label
        return self._cited(said, pick.sources)

    def _cited(self, said: str, places: Sequence[Source]) -> str:
        """``said`` with where that is written, on the same line."""
        return " ".join((said, *(line.text for line in self._sources(places))))

    def review(self, outcomes: Sequence[Outcome], result: Result) -> tuple[Line, ...]:
        """The whole case looked back on."""
        return tuple(self._review(outcomes, result))

    def _review(self, outcomes: Sequence[Outcome], result: Result) -> Iterator[Line]:
        words, exercise = self._words, self._exercise
        yield Line(words.review, Tone.HEAD)
        score = words.score_one if result.right == 1 else words.score
        yield Line(filled(score, result.right, result.of))
        if result.partly:
            yield Line(filled(words.score_part, result.partly))
        yield from self._rows(outcomes)
        yield Line(words.teaches, Tone.HEAD)
        yield Line(exercise.teaches)
        yield Line(words.whole_way, Tone.HEAD)
        for talk in (*self._way.end.earlier, self._way.end):
            for visit in talk.trail.main.visits:
                if not visit.alongside:
                    yield Line(talk.say(talk.text(visit.step).title), Tone.ITEM)
        yield from self._terms()
        yield from self._traps(outcomes)
        yield from self._sources(exercise.sources)

    def _terms(self) -> Iterator[Line]:
        """What there is to do at the end, by whom and by when."""
        view = self._way.end.view
        todo = [each for group in (*view.now, *view.alongside) for each in group.todo]
        if todo:
            yield Line(self._words.terms, Tone.HEAD)
        for each in todo:
            term = f" ({each.soon})" if each.soon else ""
            yield Line(f"{each.who}: {each.kort or each.text}{term}", Tone.ITEM)

    def _traps(self, outcomes: Sequence[Outcome]) -> Iterator[Line]:
        told = {each.came.why for each in outcomes if isinstance(each.came, Feedback)}
        left = [trap for trap in self._exercise.traps if trap.why not in told]
        if left:
            yield Line(self._words.also_trap, Tone.HEAD)
        for trap in left:
            wrong = trap.thought or self._label(trap.step, trap.choice)
            said = filled(self._words.trap_row, wrong, trap.why)
            yield Line(self._cited(said, trap.sources), Tone.ITEM)

    def _label(self, step: str, choice: str) -> str:
        talk = next(stop.talk for stop in self._way.stops if stop.step == step)
        return talk.say(asked_text(talk, step).choices[choice].label)


def _told(talk: Conversation, exercise: Exercise) -> Iterator[str]:
    yield from (each.said for each in facts(talk) if each.fact in exercise.facts)


def paragraphs(story: str) -> Iterator[str]:
    """The paragraphs of a story: a line that ends within a sentence goes on in the next."""
    begun = ""
    for line in filter(None, map(str.strip, story.splitlines())):
        begun = f"{begun} {line}".strip()
        if line.endswith(ENDS):
            yield begun
            begun = ""
    if begun:
        yield begun

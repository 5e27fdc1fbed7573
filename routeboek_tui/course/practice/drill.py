"""Short questions, each again when it is about to be forgotten: the library fsrs decides when."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from routeboek_tui.conversation.practice.mixing import mixed
from routeboek_tui.conversation.practice.questions import Quiz, names, quiz, rare
from routeboek_tui.conversation.practice.sheet import Line, Sheet, Tone, source_line
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.view import Option
from routeboek_tui.course.answering import selected
from routeboek_tui.course.letter.paper import Paper
from routeboek_tui.course.practice.keeping import Keeping
from routeboek_tui.course.practice.practising import NOTHING, Heard
from routeboek_tui.library.content import Library
from routeboek_tui.library.practice_words import Words, filled
from routeboek_tui.text.characters import plain

if TYPE_CHECKING:
    from fsrs import Card, Scheduler


NEW = "nieuw"
"""Of what the order is that of questions which were never asked."""


class Drill:
    """Short questions without end: those that are due first, then new ones."""

    def __init__(self, library: Library, words: Words, keeping: Keeping) -> None:
        self._library, self._words, self._keeping = library, words, keeping
        self._reader = Reader(library, keeping.today)
        self._quiz: Quiz | None = None
        self._told: tuple[Line, ...] = ()
        self._answered = 0
        self._reckoned: tuple[int, dict[str, Card]] = (0, {})

    @property
    def paper(self) -> Paper | None:
        """Nothing is saved here; the progress is."""
        return None

    # Which question

    @property
    def _cards(self) -> "dict[str, Card]":
        """When each question that was answered comes back, from all that was answered."""
        from fsrs import Card, Rating

        drilled = self._keeping.progress.drilled
        if len(drilled) == self._reckoned[0]:
            return self._reckoned[1]
        found: dict[str, Card] = {}
        for each in drilled:
            # A card of its own number: a new one waits a moment to be another than the last.
            card = found.get(each.question) or Card(card_id=0, due=each.at)
            rating = Rating.Good if each.right else Rating.Again
            found[each.question], _ = _scheduler().review_card(card, rating, each.at)
        self._reckoned = (len(drilled), found)
        return found

    def _order(self, now: datetime) -> Iterator[str]:
        """Every question, in the order in which to ask them."""
        cards, every = self._cards, names(self._reader)
        due = [name for name in every if name in cards and cards[name].due <= now]
        yield from sorted(due, key=lambda name: cards[name].due)
        # Thresholds and terms by turns, and what few people need after them.
        new = (name for name in every if name not in cards)
        yield from sorted(new, key=lambda name: (rare(name), mixed(NEW, name)))
        later = [name for name in every if name in cards and cards[name].due > now]
        yield from sorted(later, key=lambda name: cards[name].due)

    @property
    def due(self) -> int:
        """How many questions are to be repeated now."""
        cards, now = self._cards, self._keeping.now
        return sum(name in cards and cards[name].due <= now for name in names(self._reader))

    def weakest(self, most: int) -> tuple[str, ...]:
        """The texts of the questions that went wrong most, at most ``most``."""
        wrong = Counter(e.question for e in self._keeping.progress.drilled if not e.right)
        found = (quiz(self._reader, self._words, name) for name, _ in wrong.most_common(most))
        return tuple(f"{each.text} {each.right}" for each in found if each)

    @property
    def _asked(self) -> Quiz:
        if self._quiz is None:
            order = self._order(self._keeping.now)
            found = (quiz(self._reader, self._words, name) for name in order)
            self._quiz = next(each for each in found if each)
        return self._quiz

    # What is seen, and what is heard

    @property
    def sheet(self) -> Sheet:
        """What came of the last question; Enter brings the next one."""
        words = self._words
        if self._told:
            return Sheet(words.drill, self._told, "", (Option("1", "", words.go_on),), default="1")
        asked = self._asked
        options = tuple(Option(str(n), str(n), each) for n, each in enumerate(asked.choices, 1))
        where = filled(words.drill_number, self._answered + 1)
        due = (filled(words.drill_due, self.due),) if self.due else ()
        lines = tuple(Line(each, Tone.MUTED) for each in (where, *due))
        return Sheet(words.drill, lines, asked.text, options)

    def hear(self, line: str) -> Heard:
        """An answer: its key, or itself; or, where that was told, Enter."""
        options = self.sheet.options
        keys = selected(line, options)
        if self._told:
            if line.strip() and keys != ("1",):
                return Heard((self._words.first_read,))
            self._told = ()
            return NOTHING
        asked = self._asked
        meant = [o for o in options if (o.key,) == keys or plain(o.label) == plain(line)]
        if len(meant) != 1:
            return Heard((self._words.not_understood,))
        said = meant[0].label
        right = said == asked.right
        self._keeping.drilled(asked.id, right=right)
        self._told, self._quiz = tuple(self._came(asked, said)), None
        self._answered += 1
        return NOTHING

    def _came(self, asked: Quiz, said: str) -> Iterator[Line]:
        words = self._words
        yield Line(asked.text, Tone.HEAD)
        if said == asked.right:
            yield Line(f"{words.drill_right} {said}", Tone.RIGHT)
        else:
            yield Line(filled(words.drill_wrong, said, asked.right), Tone.WRONG)
        yield from map(Line, asked.about)
        if asked.own:
            yield Line(words.own, Tone.MUTED)
        yield from source_line(self._library, words, asked.sources)


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(enable_fuzzing=False)

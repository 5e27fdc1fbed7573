"""What a meeting fills in: the value of each field of a letter that says what it takes of it.

Of the analysis, the pupil's own sheet and the lines of why that is only what was ticked. Which
fields a letter has, and so who may read them, is decided by the letter; here nothing is added.
"""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.consent import unsaid
from routeboek_tui.conversation.overleg.plan import when
from routeboek_tui.conversation.overleg.positions import text_of
from routeboek_tui.conversation.overleg.roll import roll
from routeboek_tui.conversation.overleg.timetable import week_said
from routeboek_tui.conversation.overleg.unseen import given
from routeboek_tui.core.letter import Letter, Taken
from routeboek_tui.core.meeting import Here, Meeting, Position, differing
from routeboek_tui.library.wording import Text
from routeboek_tui.text import dates
from routeboek_tui.text.characters import one_line

CELL = "; "
"""Between the cells of a table, as it is typed."""

PLACE = "#"
"""Where something is filled in, in the words of a field."""


def filled(talk: Conversation, meeting: Meeting, letter: Letter) -> dict[str, str]:
    """What ``meeting`` fills in of ``letter``, by field, as it would be typed."""
    parties = {each.actor: each.word for each in roll(talk, meeting)}
    found = {}
    for name in letter.fields:
        if taken := talk.library.fields[name].overleg:
            words = {each: talk.say(said) for each, said in taken.words.items()}
            lines = _LINES[taken.part](_Filling(talk, meeting, letter, words, parties))
            found[name] = "\n".join(line for line in lines if line)
    return {name: value for name, value in found.items() if value}


def row(*cells: str) -> str:
    """A row of a table as it is typed; what was typed in a cell makes no other cells."""
    return CELL.join(one_line(cell).replace(CELL[0], ",") for cell in cells)


class _Filling(Struct, frozen=True):
    """What is filled in: of which meeting, in which letter, and in what words."""

    talk: Conversation
    meeting: Meeting
    letter: Letter
    words: Mapping[str, str]
    parties: Mapping[str, str]

    def word(self, party: str) -> str:
        """The word for a party, as it is on the wall."""
        return self.parties.get(party) or self.talk.word(party)

    def day(self) -> Iterator[str]:
        """The day of the meeting; of the next one where the letter asks people to come."""
        held = self.meeting.held_on or self.talk.today
        day = self.meeting.evaluation.next_meeting if self._next_one else held
        yield dates.short(day) if day else ""

    def previous(self) -> Iterator[str]:
        """The day of the meeting, where the letter asks people to come to the next one."""
        held = self.meeting.held_on or self.talk.today
        yield dates.short(held) if self._next_one and self.meeting.evaluation.next_meeting else ""

    def present(self) -> Iterator[str]:
        """Who were there, or who are asked for the next one."""
        for party, here in self.meeting.roll.items():
            word = self.word(party)
            if not self._next_one and here is Here.PRESENT and party in self._apart:
                yield self.words["apart"].replace(PLACE, word)
            elif self._next_one or here is Here.PRESENT:
                yield word
            elif here is Here.LEFT:
                yield self.words["left"].replace(PLACE, word)

    def absent(self) -> Iterator[str]:
        """Who were called and not there."""
        for party, here in self.meeting.roll.items():
            if here is Here.ABSENT:
                yield self.word(party)

    def agreements(self) -> Iterator[str]:
        """A row for each: who, what, when. What is open stays empty, and is marked on paper."""
        for each in self.meeting.agreements:
            yield row(each.who, each.what, when(self.talk, each, dates.named))

    def stages(self) -> Iterator[str]:
        """A row for each stage of the step-up timetable."""
        for each in self.meeting.stages:
            week = week_said(self.talk, self.meeting, each.week)
            yield row(week, each.when, each.where, each.adult, each.else_)

    def stage_lines(self) -> Iterator[str]:
        """The stages in short: which week, when, where."""
        for each in self.meeting.stages:
            week = week_said(self.talk, self.meeting, each.week)
            yield ", ".join(filter(None, map(one_line, (week, each.when, each.where))))

    def regie(self) -> Iterator[str]:
        """Who sees to it that it is done."""
        yield one_line(self.meeting.regie)

    def evaluation(self) -> Iterator[str]:
        """When the table looks again."""
        yield dates.short(self.meeting.evaluation.on) if self.meeting.evaluation.on else ""

    def open(self) -> Iterator[str]:
        """That the day of it was left open."""
        evaluation = self.meeting.evaluation
        yield self.words["open"] if evaluation.open and not evaluation.on else ""

    def factors(self) -> Iterator[str]:
        """What was ticked of the analysis."""
        for each in self.meeting.factors:
            if each.ticked:
                said = self.words[f"{each.layer}_{each.side}"]
                text = self.talk.say(each.text) if given(self.talk, each) else one_line(each.text)
                yield said.replace(PLACE, text)

    def own_words(self) -> Iterator[str]:
        """What was ticked of the pupil's own sheet."""
        asked = {each.id: self.talk.say(each.ask) for each in self.talk.library.meeting.own_words}
        for each in self.meeting.own_words:
            if each.ticked:
                yield f"{asked.get(each.question, '')} {one_line(each.text)}".strip()

    def consent(self) -> Iterator[str]:
        """Who agrees with all of it; where that is everyone who was there, one line says so."""
        said = self.meeting.consent
        stayed = Here.LEFT not in self.meeting.roll.values()
        silent = unsaid(self.talk, self.meeting) if said else ()
        if said and stayed and not silent and all(said.values()):
            yield self.words["all"]
            return
        for party, agrees in said.items():
            yield self.words["agrees" if agrees else "against"].replace(PLACE, self.word(party))
        for each in silent:
            yield self.words["silent"].replace(PLACE, each.word)

    def positions(self) -> Iterator[str]:
        """What is said to each question: a row for each party where the table differs.

        Where it does not, there is one for all who say the same. Last comes what became the
        answer. A paper of the meeting says of a question that not every reader may know of only
        that it was spoken of.
        """
        for step in dict.fromkeys((*self.meeting.positions, *self.meeting.outcomes)):
            text, positions = text_of(self.talk, step), self.meeting.positions.get(step, {})
            title = self.talk.say(text.title)
            if not self._may(step):
                if self.letter.id in self.talk.library.meeting.letters:
                    yield row(title, self.words["outcome"], self.words["not_here"])
                continue
            if differing(positions):
                for party, position in positions.items():
                    yield row(title, self.word(party), self._said(text, position))
            else:
                for who, said in self._alike(text, positions):
                    yield row(title, who, said)
            yield row(title, self.words["outcome"], self._outcome(text, step))

    def _outcome(self, text: Text, step: str) -> str:
        outcomes = self.meeting.outcomes
        return self._label(text, outcomes[step]) if step in outcomes else self.words["left_open"]

    def _alike(self, text: Text, positions: Mapping[str, Position]) -> Iterator[tuple[str, str]]:
        """Who say the same, and what; with the lines of why that were ticked."""
        for choice in dict.fromkeys(each.choice for each in positions.values()):
            saying = {party: p for party, p in positions.items() if p.choice == choice}
            (first, position), *others = saying.items()
            if not others:
                yield self.word(first), self._said(text, position)
                continue
            everyone = len(saying) == len(positions)
            because = (
                f"{self.word(party)}: {one_line(each.why)}"
                for party, each in saying.items()
                if each.ticked and each.why
            )
            who = self.words["all"] if everyone else ", ".join(map(self.word, saying))
            yield who, ". ".join((self._label(text, choice), *because))

    def differences(self) -> Iterator[str]:
        """The questions on which the table differs, each with what is said."""
        for text, positions in self._readable():
            if differing(positions):
                yield self.words["about"].replace(PLACE, self._asked(text))
                for party, position in positions.items():
                    yield f"{self.word(party)}: {self._said(text, position)}"

    @property
    def _apart(self) -> frozenset[str]:
        """Who sits at a table that reads the letter, and does not read it."""
        apart = self.talk.library.apart
        return frozenset(who for name in self.letter.readers for who in apart.get(name, ()))

    @property
    def _next_one(self) -> bool:
        """Whether the letter asks people to come to the next meeting."""
        fields = self.talk.library.fields
        taken = (fields[name].overleg for name in self.letter.ahead)
        return any(each and each.part is Taken.DAY for each in taken)

    def _readable(self) -> Iterator[tuple[Text, Mapping[str, Position]]]:
        """The positions that every reader of the letter may read, by the words of the question."""
        for step, positions in self.meeting.positions.items():
            if self._may(step):
                yield text_of(self.talk, step), positions

    def _may(self, step: str) -> bool:
        """Whether every reader of the letter may read what is said to the question."""
        library = self.talk.library
        kind = library.positions.get(step)
        readers = (library.recipients[name] for name in self.letter.readers)
        return kind is not None and all(kind in each.may for each in readers)

    def _asked(self, text: Text) -> str:
        return self.talk.say(text.question or text.title)

    def _label(self, text: Text, choice: str) -> str:
        known = text.choices.get(choice)
        return self.talk.say(known.label) if known else self.words["unknown"]

    def _said(self, text: Text, position: Position) -> str:
        """A position in words, with the line of why behind it where that was ticked."""
        said = self._label(text, position.choice)
        why = one_line(position.why) if position.ticked else ""
        return f"{said} ({why})" if why else said


_LINES: Mapping[Taken, Callable[[_Filling], Iterator[str]]] = {
    Taken.DAY: _Filling.day,
    Taken.PREVIOUS: _Filling.previous,
    Taken.PRESENT: _Filling.present,
    Taken.ABSENT: _Filling.absent,
    Taken.AGREEMENTS: _Filling.agreements,
    Taken.STAGES: _Filling.stages,
    Taken.STAGE_LINES: _Filling.stage_lines,
    Taken.REGIE: _Filling.regie,
    Taken.EVALUATION: _Filling.evaluation,
    Taken.OPEN: _Filling.open,
    Taken.CONSENT: _Filling.consent,
    Taken.FACTORS: _Filling.factors,
    Taken.OWN_WORDS: _Filling.own_words,
    Taken.POSITIONS: _Filling.positions,
    Taken.DIFFERENCES: _Filling.differences,
}

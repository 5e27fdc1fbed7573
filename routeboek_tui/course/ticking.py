"""What was done already, asked by ticking: steps before a case came in, and what is for now."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.advice.first_screen import Deed
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing import reported
from routeboek_tui.conversation.hearing.among import read_among
from routeboek_tui.conversation.hearing.meanings import Chosen, Understood
from routeboek_tui.conversation.hearing.move import Answer, Answered, Refused
from routeboek_tui.conversation.view import Option, Question
from routeboek_tui.course.frames import Closed, Outcome, aside
from routeboek_tui.course.turn import Words

WHICH = "Wat is al gedaan?"
HINT = "Vink alles aan wat zeker is gebeurd. Wat je niet weet, laat je open."
NOTHING = "Niets hiervan, of ik weet het niet"
NOTHING_CHOICE = "niets"
NOT_TOGETHER = "“{}” gaat niet samen met iets anders."
TICKED = "Genoteerd als gedaan: {}."
LEFT = "Er is niets aangevinkt. In het advies blijft staan wat gedaan hoort te zijn."
NONE_LEFT = "Er is nu niets om aan te vinken."


class Ticking(Struct, frozen=True):
    """What was done of what the way jumped over and of what there is to do now, or of ``among``."""

    talk: Conversation
    among: tuple[Deed, ...] = ()

    @property
    def question(self) -> Question:
        """Every step that was jumped over, and every deed that stands on the screen besides."""
        over = [] if self.among else [each.step.id for each in self.talk.missed]
        labels = {step: self._title(step) for step in over}
        labels |= {deed.place: deed.plain for deed in self._deeds if deed.step not in over}
        options = [
            Option(str(n), name, label, extra=True)
            for n, (name, label) in enumerate(labels.items(), start=1)
        ]
        options.append(Option(str(len(options) + 1), NOTHING_CHOICE, NOTHING, extra=True))
        return replace(aside(WHICH, tuple(options), hint=HINT), several=True)

    def read(self, typed: str) -> Understood:
        """Some of them."""
        return read_among(self.talk, typed, self.question.options)

    def answered(self, understood: Answer) -> Outcome:
        """The talk in which those were done."""
        chosen = understood.choices if isinstance(understood, Chosen) else (NOTHING_CHOICE,)
        if chosen == (NOTHING_CHOICE,):
            return Closed(reply=(Words(LEFT),))
        if NOTHING_CHOICE in chosen:
            return Refused((NOT_TOGETHER.format(NOTHING),))
        deeds = [deed for deed in self._deeds if deed.place in chosen]
        steps = [each for each in chosen if each in self.talk.flow.steps]
        answers = self.talk.answers
        talk = self.talk.having(replace(answers, done=tuple(sorted({*answers.done, *steps}))))
        return Closed(ticked(talk, deeds, map(self._title, steps)))

    @property
    def _deeds(self) -> tuple[Deed, ...]:
        return self.among or reported.deeds(self.talk)

    def _title(self, step: str) -> str:
        return self.talk.say(self.talk.text(step).title)


def ticked(talk: Conversation, deeds: Sequence[Deed], steps: Iterable[str] = ()) -> Answered:
    """``talk`` in which these deeds were done, and the titles of ``steps`` that were."""
    said = TICKED.format(", ".join((*steps, *(deed.kort for deed in deeds))))
    return Answered(reported.ticking(talk, deeds) if deeds else talk, (said,))

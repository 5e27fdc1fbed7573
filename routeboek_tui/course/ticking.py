"""Which steps before the one where a case came in were done already: asked by ticking."""

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.meanings import Chosen, Understood
from routeboek_tui.conversation.move import Answer, Answered, Refused, read_among
from routeboek_tui.conversation.view import Option, Question
from routeboek_tui.core.missed import missed
from routeboek_tui.course.frames import Closed, Outcome, aside
from routeboek_tui.course.turn import Words

WHICH = "Wat is al gedaan?"
HINT = "Vink alles aan wat zeker is gebeurd. Wat je niet weet, laat je open."
NOTHING = "Niets hiervan, of ik weet het niet"
NOTHING_CHOICE = "niets"
NOT_TOGETHER = "“{}” gaat niet samen met iets anders."
TICKED = "Genoteerd als gedaan: {}."
LEFT = "Er is niets aangevinkt. In het advies blijft staan wat gedaan hoort te zijn."
NONE_LEFT = "Er is niets om aan te vinken: alle stappen zijn langsgekomen."


class Ticking(Struct, frozen=True):
    """What was done of what the way jumped over."""

    talk: Conversation

    @property
    def question(self) -> Question:
        """Every step that was jumped over."""
        options = [
            Option(str(n), each.step.id, self._title(each.step.id), extra=True)
            for n, each in enumerate(missed(self.talk.trail), start=1)
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
        answers = self.talk.answers
        done = tuple(sorted({*answers.done, *chosen}))
        said = TICKED.format(", ".join(map(self._title, chosen)))
        return Closed(Answered(self.talk.having(replace(answers, done=done)), (said,)))

    def _title(self, step: str) -> str:
        return self.talk.say(self.talk.text(step).title)

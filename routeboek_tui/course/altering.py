"""A talk in which what was said can be said otherwise: a fact, an answer, the story, safety."""

from routeboek_tui.conversation import safety
from routeboek_tui.course.answering import Answering
from routeboek_tui.course.beside import notes
from routeboek_tui.course.changing import (
    NO_SUCH,
    NOTHING_YET,
    Otherwise,
    Said,
    Which,
    all_said,
    change_to,
    named,
    of_safety,
    of_story,
)
from routeboek_tui.course.turn import Reply


class Altering(Answering):
    """A talk of which an earlier answer can become another one."""

    def change(self, fact: str = "", step: str = "", visit: int = 0) -> Reply:
        """Ask what a fact, or the answer at a visit of a step, is to become; or which of them."""
        if not (fact or step):
            return self._changing("")
        found = all_said(self.talk)
        where = (fact, step, visit if step else 0)
        said = next((s for s in found if (s.fact, s.step, s.visit) == where), None)
        return self._change(said) if said else notes(NO_SUCH)

    def _changing(self, which: str) -> Reply:
        others = self._otherwise
        if not (all_said(self.talk) or others):
            return notes(NOTHING_YET)
        if not which:
            self._push(Which(self.talk, others))
            return ()
        said = named(self.talk, which, others)
        return self._change(said) if said else notes(NO_SUCH)

    def _change(self, said: Said) -> Reply:
        return self._concluded(change_to(self.talk, said, self._otherwise))

    @property
    def _otherwise(self) -> tuple[Otherwise, ...]:
        """The story that was told and what was said of safety, as far as they can be changed."""
        opening = self._moment.spoken.opening[-1:]
        story = (of_story(self.talk, each.said, self._story_again) for each in opening)
        return (*story, *of_safety(self.talk, self._safety_again))

    def _safety_again(self) -> None:
        """Ask about safety once more; what was known stays until it is answered."""
        self._go(safety.asked_again(self.talk))

"""A talk in which what was said can be said otherwise: a fact, an answer, the story, safety."""

from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.hearing.polarity import unopposed
from routeboek_tui.conversation.triage.begin import known_in
from routeboek_tui.core.said import Said
from routeboek_tui.course import sentences
from routeboek_tui.course.answering import Answering
from routeboek_tui.course.beside import notes
from routeboek_tui.course.candidates import Candidates, OnTheWay, hearing
from routeboek_tui.course.changing import (
    NO_SUCH,
    NOTHING_YET,
    Otherwise,
    Which,
    all_said,
    change_to,
    named,
    of_safety,
    of_story,
)
from routeboek_tui.course.changing import Said as WasSaid
from routeboek_tui.course.correcting import corrected, correction
from routeboek_tui.course.labels import label_of, offered
from routeboek_tui.course.turn import Nearest, Reply, Tone, Words


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

    def _corrected(self, typed: str) -> Reply | None:
        """Offer to change the answer that ``typed`` takes back; ``None`` where it does not."""
        rest = corrected(typed, self.talk.library.language)
        found = correction(self.talk, rest) if rest else None
        if found is None:
            return None
        reply = self._change(found.said)
        asked = self.asked
        language = self.talk.library.language
        may = unopposed(typed, found.may, asked.options, language) if asked else ()
        near = [o.key for o in asked.options if o.choice in may] if asked else []
        self._near = near[0] if len(near) == 1 else ""
        words = sentences.TAKES_BACK.format(sentences.shown(typed))
        return (*reply, Nearest(words, tuple(near)) if near else Words(words))

    def _labelled(self, typed: str) -> Reply | None:
        """What comes of a line that only names the school: the sector or the place.

        What is asked by that name, or was known otherwise, is no news: the last can be changed.
        """
        fact, value = label_of(self.talk, typed)
        asked = self.asked
        if not fact or (asked and (asked.fact == fact or offered(typed, asked))):
            return None
        known = known_in(self.told).get(fact, "")
        if known and known != value:
            return self.change(fact) if fact in self.talk.answers.facts else None
        if self._frames and self._other_school(self._frames[-1], typed):
            return ()
        said = Said(facts=self.talk.library.scheme.settled({fact: value}))
        self._moment = replace(self._moment, talk=self.talk.hearing(said))
        again = self._frames[-1] if self._frames else None
        if isinstance(again, Candidates):
            self._frames[-1] = hearing(again.talk.hearing(said), again.typed)
        elif isinstance(again, OnTheWay):
            self._frames[-1] = again.hearing(typed)
        self._question = None
        named = self.talk.library.facts[fact].choices[value].short
        # Beside the route nothing is answered on it: the doors would be gone.
        filled = self._place_said() if self._frames else self._fill()
        return filled or (Words(sentences.FROM_SAID.format(named), Tone.TOLD),)

    def _changing(self, which: str) -> Reply:
        others = self._otherwise
        if not (all_said(self.talk) or others):
            return notes(NOTHING_YET)
        if not which:
            self._push(Which(self.talk, others))
            return ()
        said = named(self.talk, which, others)
        return self._change(said) if said else notes(NO_SUCH)

    def _change(self, said: WasSaid) -> Reply:
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

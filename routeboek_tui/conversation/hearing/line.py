"""A typed line, with all it is read with where the conversation stands."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from routeboek_tui.conversation.hearing.matching import Offer
from routeboek_tui.conversation.questions import is_question
from routeboek_tui.core.knowledge import Knowledge
from routeboek_tui.core.policy.verdict import check_past
from routeboek_tui.library.language import Language
from routeboek_tui.text.dates import Found


class Line(Struct, frozen=True):
    """A typed line: ``text`` is clean, ``said`` the same without the day it ends with."""

    typed: str
    text: str
    said: str
    ended_with: Found | None
    options: Sequence[Offer]
    policy: str
    fact: str
    sector: str
    today: date
    knowledge: Knowledge
    terms: Mapping[str, Sequence[str]]
    language: Language

    @property
    def on(self) -> date | None:
        """The day at the end of the line, or in front of it.

        :raises GivenError: when it has yet to come
        """
        if self.ended_with is None or self.ended_with.day is None:
            return None
        return self.past(self.ended_with.day, "die_dag")

    def past(self, day: date, saying: str) -> date:
        """``day`` itself, called by the words of ``saying``.

        :raises GivenError: when it has yet to come, or is long ago
        """
        return check_past(day, self.today, self.knowledge.say(saying), self.knowledge)

    @property
    def question(self) -> bool:
        """Whether it reads as a question."""
        return is_question(self.text, self.language)

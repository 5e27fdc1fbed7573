"""The way from the triage to a candidate that was chosen: safety first, then the facts it needs.

While a :class:`Heading` has a ``question``, a face shows that
:class:`~routeboek_tui.conversation.view.Question` as any other, reads what is typed with
:meth:`Heading.read`, and hands the answer to :meth:`Heading.answered`. Then ``arrived`` is the
conversation at the door; or ``lost`` says that no door is open, and ``talk`` goes on in the triage.
"""

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.among import read_among
from routeboek_tui.conversation.hearing.fact_answer import tell
from routeboek_tui.conversation.hearing.filled import of_fact
from routeboek_tui.conversation.hearing.meanings import Understood
from routeboek_tui.conversation.hearing.move import Answer, Answered, Refused, answer
from routeboek_tui.conversation.triage.begin import Beginning, begin, beginning, implied, known_in
from routeboek_tui.conversation.triage.wat_nu import Candidate
from routeboek_tui.conversation.view import Question, fact_question, question
from routeboek_tui.core.facts import UNKNOWN
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.safety import KIND, SAFETY


class Heading(Struct, frozen=True):
    """The triage on its way to the door of a signal: safety first, then the facts it needs.

    ``implied`` are the facts that follow from the others alone.
    ``talk`` is the triage with everything answered so far; ``said`` are the facts that were said
    and not asked.
    """

    talk: Conversation
    signal: str
    said: tuple[str, ...] = ()
    implied: frozenset[str] = frozenset()

    @property
    def question(self) -> Question | None:
        """What must be answered first; ``None`` when the door is known, or none is open."""
        ask = self.talk.ask
        if ask and ask.fact in {SAFETY, KIND}:
            return question(self.talk)
        fact = next(iter(self._beginning.needs), "")
        return fact_question(self.talk, fact) if fact and not self.lost else None

    @property
    def lost(self) -> bool:
        """Whether no door is open: a fact it needs is not known, or the region has none."""
        at = self._beginning
        return self.unknown or not (at.door or at.needs)

    @property
    def unknown(self) -> bool:
        """Whether a fact it needs was asked and is not known."""
        facts = self.talk.answers.facts
        return any(facts.get(fact) == UNKNOWN for fact in self._beginning.needs)

    @property
    def arrived(self) -> Conversation | None:
        """The conversation at the door, when nothing has to be answered first."""
        at = self._beginning
        if self.question or not at.door:
            return None
        talk = self.talk
        return begin(talk.library, at, talk.answers, talk.today, talk.earlier)

    def read(self, typed: str) -> Understood:
        """What ``typed`` means as answer to :attr:`question`; danger was looked for already."""
        asked = self.question
        options, fact = (asked.options, asked.fact) if asked else ((), "")
        return read_among(self.talk, typed, options, fact=fact)

    def told(self) -> "Heading":
        """This, with the facts it needs that were said already."""
        heading = self
        while (asked := heading.question) and (found := of_fact(heading.talk, asked.fact)):
            after = heading.answered(found)
            if isinstance(after, Refused):
                return heading
            answers = after.talk.answers
            said = answers.said.without_fact(asked.fact)
            talk = after.talk.having(replace(answers, said=said))
            heading = replace(after, talk=talk, said=(*heading.said, asked.fact))
        return heading

    def answered(self, understood: Answer) -> "Heading | Refused":
        """This, one answer further; or why that answer will not do."""
        asked = self.question
        if asked is None:
            return Refused(("Er staat geen vraag open.",))
        if asked.fact in {SAFETY, KIND}:
            result = answer(self.talk, understood, {})
            return replace(self, talk=result.talk) if isinstance(result, Answered) else result
        try:
            talk = self.talk
            answers, _ = tell(
                talk.answers,
                asked.fact,
                understood,
                talk.today,
                talk.rulebook.knowledge,
                dated=asked.dated,
            )
        except GivenError as error:
            return Refused((str(error),))
        known = {**answers.facts, **implied(self.talk.library, answers.facts)}
        follows = self.implied | (known.keys() - answers.facts.keys())
        talk = self.talk.having(replace(answers, facts=known))
        return replace(self, talk=talk, implied=follows)

    def silent(self, fact: str) -> bool:
        """Whether nobody said ``fact``: what is known of it follows from the rest alone."""
        answers = self.talk.answers
        known = fact in answers.facts and fact not in self.implied
        return not known and fact not in answers.said.facts

    @property
    def _beginning(self) -> Beginning:
        talk = self.talk
        goto = talk.library.signals[self.signal].goto
        return beginning(talk.library, goto, known_in(talk))


def head_for(talk: Conversation, candidate: Candidate) -> Heading:
    """The way from the triage ``talk`` to a candidate that was chosen."""
    return Heading(talk, candidate.signal.id)

"""Questions beside the route: what they are, and whether to go on."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeAlias

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.among import read_among
from routeboek_tui.conversation.hearing.meanings import (
    Chosen,
    Given,
    Understood,
    Unknown,
    Unsure,
)
from routeboek_tui.conversation.hearing.move import Answer, Answered, Refused, answer, read
from routeboek_tui.conversation.telling.measure import ALONE
from routeboek_tui.conversation.view import Option, Question, Remark
from routeboek_tui.course.sentences import WHAT
from routeboek_tui.course.turn import Reply, Words
from routeboek_tui.text.characters import plain

WHICH_NUMBER = "Wat bedoel je met {}?"
AS_OPTION = "Antwoord {}: {}"
AS_COUNT = "Het aantal: {}"
HOW = "Typ het in een paar woorden."
ASK_ME = "Stel mij de vragen"
QUESTIONS = "vragen"
OPTION, COUNT = "antwoord", "aantal"

YES, NO = "ja", "nee"

GUIDE = "De gids"
"""Who asks what no source asks."""


class Closed(Struct, frozen=True):
    """A question beside the route is answered. ``answered`` is what comes of it, if anything.

    ``reply`` is what is said of that, ``then`` what is done first.
    """

    answered: Answered | None = None
    reply: Reply = ()
    then: Callable[[], object] | None = None


Outcome: TypeAlias = "Frame | Closed | Refused"


class Frame(Protocol):
    """A question beside the route; the newest one is asked."""

    @property
    def talk(self) -> Conversation:
        """The conversation it stands beside, with what was answered in it."""

    @property
    def question(self) -> Question:
        """What is asked."""

    def read(self, typed: str) -> Understood:
        """What a line means here; danger was looked for already."""

    def answered(self, understood: Answer) -> Outcome:
        """The question after it, or what came of this one, or why the answer will not do."""


class Confirm(Struct, frozen=True):
    """Whether to go on with something that costs what was said.

    ``done`` is what comes of a yes, ``kept`` what is said after a no. ``agreed`` are lines that say
    yes besides.
    """

    talk: Conversation
    asked: str
    yes: str
    no: str
    done: "Closed"
    kept: str = ""
    remarks: tuple[Remark, ...] = ()
    agreed: tuple[str, ...] = ()

    @property
    def question(self) -> Question:
        """Yes or no, in the words of what it is about."""
        language = self.talk.library.language
        options = (
            Option("1", YES, self.yes, synonyms=(*language.yes, *self.agreed)),
            Option("2", NO, self.no, synonyms=tuple(language.no)),
        )
        return aside(self.asked, options, self.remarks)

    def read(self, typed: str) -> Understood:
        """Yes or no; the word that asked for it, typed again, is a yes."""
        if plain(typed) in self.agreed:
            return Chosen((YES,))
        return read_among(self.talk, typed, self.question.options)

    def answered(self, understood: Answer) -> Outcome:
        """Done, or not."""
        if isinstance(understood, Chosen) and understood.choices == (YES,):
            return self.done
        return Closed(reply=(Words(self.kept),) if self.kept else ())


class Story(Struct, frozen=True):
    """What is going on, before the first question of the guide: told, or passed by."""

    talk: Conversation

    @property
    def question(self) -> Question:
        """To tell it in a few words, or to have the guide ask."""
        return aside(WHAT, (Option("1", QUESTIONS, ASK_ME),), hint=HOW, default="1")

    def read(self, typed: str) -> Understood:
        """The one choice, also by a bare yes or no; what is told is heard by the course."""
        language = self.talk.library.language
        if plain(typed) in language.yes | language.no:
            return Chosen((QUESTIONS,))
        return read_among(self.talk, typed, self.question.options)

    def answered(self, understood: Answer) -> Outcome:
        """The guide asks its questions."""
        return Closed()


class NumberMeant(Struct, frozen=True):
    """Whether a bare number is an option or a count, where it can be both."""

    talk: Conversation
    asked: Question
    number: str
    given: Mapping[str, str]

    @property
    def question(self) -> Question:
        """The option, or the count."""
        label = next(o.label for o in self.asked.options if o.key == self.number)
        options = (
            Option("1", OPTION, AS_OPTION.format(self.number, label)),
            Option("2", COUNT, AS_COUNT.format(self.number)),
        )
        return aside(WHICH_NUMBER.format(self.number), options)

    def read(self, typed: str) -> Understood:
        """One of both, or an answer to the question itself."""
        understood = read_among(self.talk, typed, self.question.options)
        return read(self.talk, typed) if isinstance(understood, Unsure) else understood

    def answered(self, understood: Answer) -> Outcome:
        """The answer to the question of the route."""
        if isinstance(understood, Chosen) and understood.choices == (OPTION,):
            chosen = next(o.choice for o in self.asked.options if o.key == self.number)
            understood = Chosen((chosen,)) if chosen else Unknown()
        elif isinstance(understood, Chosen) and understood.choices == (COUNT,):
            understood = Given({ALONE[self.asked.policy]: self.number})
        result = answer(self.talk, understood, self.given)
        return result if isinstance(result, Refused) else Closed(result)


def aside(
    asked: str,
    options: tuple[Option, ...],
    remarks: tuple[Remark, ...] = (),
    *,
    hint: str = "",
    default: str = "",
) -> Question:
    """A question that is not part of a route."""
    return Question(
        step="", visit=0, fact="", number=0, actor="", who=GUIDE, title=asked, text=asked,
        hint=hint, options=options, remarks=remarks, default=default, beside_route=True,
    )  # fmt: skip

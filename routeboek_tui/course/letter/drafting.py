"""A letter that is being filled in: its fields, what is wrong or lacking, and saving it."""

from collections.abc import Iterator, Mapping, MutableMapping
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING

from msgspec import Struct

from routeboek_tui.conversation.advice.letter_view import correspondents, fact_words
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.passing import names_only, passing
from routeboek_tui.core.facts import Situation
from routeboek_tui.core.letter import (
    ABSENCE,
    BIRTH_DATE,
    FIRST_NAME,
    NAME,
    TABLE,
    Field,
    FieldType,
    Letter,
)
from routeboek_tui.core.policy import age
from routeboek_tui.core.policy.ziekteverzuim import in_periods
from routeboek_tui.core.safety import Manner
from routeboek_tui.course.letter.asked import Asked, asked
from routeboek_tui.course.letter.doubts import doubts
from routeboek_tui.export.file import ExportError, FileExists
from routeboek_tui.letters.evidence import Evidence
from routeboek_tui.letters.faults import BIRTH, Bounds, fault, option
from routeboek_tui.letters.identity import first_name
from routeboek_tui.letters.written_out import WHOLE
from routeboek_tui.text import ahead, dates

if TYPE_CHECKING:
    from routeboek_tui.course.letter.paper import Paper
    from routeboek_tui.letters.composition import Composed

AGE = "leeftijd"
"""The fact that follows from a date of birth."""

NOTHING: Mapping[str, str] = {}
"""What is filled in by a meeting that was not held."""

__all__ = ("Drafting", "ExportError", "FileExists", "Refusal", "why_locked")

FROM_WALK = "Dit komt uit het gesprek."
FROM_MEETING = "Dit komt uit het overleg."
TYPE_ELSE = "Klopt het niet, typ dan iets anders."
CHOOSE_ELSE = "Klopt het niet, kies dan iets anders."
KEPT = "Wat je hier typt, wordt niet bewaard. Het verdwijnt als je stopt of opnieuw begint."
CONFIRM_FIRST = "Bevestig dit eerst. Anders mag deze brief niet weg: {}"
FILL_FIRST = "Vul dit eerst in, anders mag de brief niet weg: {}."
CHECK_FIRST = "Kijk dit eerst na: {}. {}"
CANNOT = "Deze brief is niet te maken. Meld het bij wie de gids beheert. {}"
OTHER_AGE = "Met deze geboortedatum is de leerling {}. In het gesprek zei je: {}. Kijk het na."
BEGAN = "het begin van het verzuim"
SAVED = "Bewaard: {}. Lees het na voor je het verstuurt."
STILL_EMPTY = "In deze brief: {}."
LEFT_OUT = "Dit vulde je in, en deze brief gebruikt het nu niet: {}."
ALL_FILLED = "Alles is ingevuld. Lees de brief nog na."


class Refusal(Struct, frozen=True):
    """Why a letter cannot go out yet, and the ``field`` to go to, "" for none.

    ``confirm`` says that a yes to it is enough, and ``question`` what is agreed to then.
    """

    words: str
    field: str = ""
    confirm: bool = False
    question: str = ""


class Drafting:
    """One letter in the situation of ``talk``. ``values`` are shared by all letters of a talk.

    ``meeting`` is what a meeting filled in, by field. It is in this letter only.
    """

    def __init__(
        self,
        talk: Conversation,
        letter: Letter,
        values: MutableMapping[str, str],
        meeting: Mapping[str, str] = NOTHING,
    ) -> None:
        self.talk = talk
        self.letter = letter
        self.values = values
        self.agreed: set[str] = set()
        trails = (*(leg.trail for leg in talk.earlier), talk.trail)
        on, knowledge = talk.today, talk.rulebook.knowledge
        self._evidence = Evidence.of(
            trails, lambda given, known: in_periods(given, known, on, knowledge)
        )
        self._meeting = meeting
        self._walk = {name: known for name in letter.fields if (known := self._known(name))}

    @property
    def confirmed(self) -> bool:
        """Whether what must be so before this letter goes out was agreed to."""
        return not self.letter.confirm or self.letter.confirm in self.agreed

    @confirmed.setter
    def confirmed(self, so: bool) -> None:
        self.agree(self.letter.confirm, so=so)

    def agree(self, question: str, *, so: bool = True) -> None:
        """Answer what a refusal asks."""
        (self.agreed.add if so else self.agreed.discard)(question)

    def value(self, name: str) -> str:
        """What stands in a field: what was typed, or what the walk or another field knows of it."""
        if name == FIRST_NAME and name not in self.values:
            return first_name(self.values.get(NAME, ""))
        if name not in self.values:
            return self._walk.get(name, "")
        return self._dated(self.talk.library.fields.get(name), self.values[name])

    def _dated(self, field: Field | None, typed: str) -> str:
        """What was ``typed`` in ``field``; a day that was said from today is written as a date."""
        if field is None or field.type is not FieldType.DATE:
            return typed
        day = ahead.from_today(typed, self.talk.today, past=self._has_been(field.name))
        return dates.write(day) if day else typed

    def from_walk(self, name: str) -> bool:
        """Whether what stands in a field was not typed there."""
        return name not in self.values and name in self._walk

    def origin(self, name: str) -> str:
        """Where what stands in a field comes from, when it was not typed there; else ""."""
        if not self.from_walk(name):
            return ""
        chosen = self.talk.library.fields[name].type is FieldType.CHOICE
        said = FROM_MEETING if self._meeting.get(name) else FROM_WALK
        return f"{said} {CHOOSE_ELSE if chosen else TYPE_ELSE}"

    def _known(self, name: str) -> str:
        """What is known of a field: by the meeting, or else by the walk.

        Who will sit at a table is not who sat there, and a day to come not when it was.
        """
        if told := self._meeting.get(name):
            return told
        talk, field = self.talk, self.talk.library.fields[name]
        days = talk.answers.said.days
        to_come = any(days[each] > talk.today for each in field.day if each in days)
        if (field.walk == TABLE and self.letter.past) or (to_come and name in self.letter.past):
            return ""
        return talk.say(self._evidence.known(field, self.letter.steps, self.seat))

    def seat(self, actor: str) -> str:
        """The word for who sits at a table; who reads it at home gets an abbreviation whole."""
        whole = self.talk.words.get(f"{actor}{WHOLE}", "") if self.letter.to_home else ""
        return whole or self.talk.word(actor)

    def options(self, field: Field) -> tuple[str, ...]:
        """What there is to choose in a field, as far as it can be so here."""
        if field.type is not FieldType.CHOICE:
            return ()
        return tuple(self.talk.say(each.say) for each in self._evidence.fitting(field))

    @property
    def locked(self) -> str:
        """Why the letter does not exist yet; "" when it does."""
        return why_locked(self.talk, self.letter)

    @property
    def fields(self) -> tuple[Field, ...]:
        """What it asks for; what must be there comes first.

        What only a meeting can fill in is not asked.
        """
        names = dict.fromkeys((*self.letter.required, *self.letter.fields))
        fields = (self.talk.library.fields[name] for name in names)
        return tuple(each for each in fields if not each.told_only or self.value(each.name))

    @property
    def to_whom(self) -> str:
        """Who writes it, and to whom."""
        return correspondents(self.talk, self.letter, self.facts)

    @property
    def facts(self) -> Situation:
        """What is known, with the age the pupil has when it is read, or at the meeting in it."""
        talk = self.talk
        known, born = talk.trail.known, self._day(BIRTH_DATE) or talk.answers.born
        if born is None or born > talk.today:
            return known
        meetings = [self._day(field.name) for field in self.fields if field.meeting]
        on = max(talk.today, *(day for day in meetings if day), talk.today)
        return {**known, AGE: age.group(born, on, talk.rulebook.knowledge)}

    def put(self, name: str, typed: str) -> str:
        """Fill in a field; what is wrong with that, "" when nothing is. It is kept in any case.

        An option may be given by its number.
        """
        self.values[name] = option(typed, self.options(self.talk.library.fields[name]))
        return self.fault(name)

    def fault(self, name: str) -> str:
        """What is wrong in a field."""
        talk, field = self.talk, self.talk.library.fields[name]
        figure = self.letter.least.get(name)
        bounds = Bounds(
            talk.today,
            past=self._has_been(name),
            ahead=name in self.letter.ahead,
            earlier=tuple(self._earlier(field)),
            least=talk.rulebook.knowledge.value(figure, talk.today) if figure else 0,
            options=self.options(field),
        )
        return fault(field, self.value(name), bounds) or self._other_age(name)

    def _earlier(self, field: Field) -> Iterator[tuple[str, date]]:
        """The days that the day in ``field`` cannot come before, each with what that day is.

        A day that has been and is said to lie ahead is wrong itself, and holds nothing back; nor
        does a day ahead of another letter.
        """
        days = [(BIRTH, self._day(BIRTH_DATE) or self.talk.answers.born)]
        for name in field.not_before:
            label = self.talk.library.fields[name].label if name != ABSENCE else BEGAN
            day = self._evidence.began if name == ABSENCE else self._day(name)
            days.append((f"{label[:1].lower()}{label[1:]}", day))
            may_come = name in self.letter.fields and not self._has_been(name)
            if may_come and day and day > self.talk.today:
                yield days[-1][0], day
        yield from ((what, day) for what, day in days if day and day <= self.talk.today)

    def _has_been(self, name: str) -> bool:
        return self.talk.library.fields[name].past or name in self.letter.past

    def _day(self, name: str) -> date | None:
        """The day that stands in a field, in this letter or another."""
        return dates.read(self.value(name))

    def _other_age(self, name: str) -> str:
        """What is wrong with a date of birth that gives another age than was said."""
        talk, born = self.talk, self._day(BIRTH_DATE)
        said = talk.answers.facts.get(AGE, "")
        labels = talk.library.facts[AGE].choices if AGE in talk.library.facts else {}
        if name != BIRTH_DATE or born is None or said not in labels:
            return ""
        found = age.group(born, talk.today, talk.rulebook.knowledge)
        words = (talk.say(labels[each].label).lower() for each in (found, said))
        return OTHER_AGE.format(*words) if found != said else ""

    @property
    def faults(self) -> tuple[str, ...]:
        """The fields in which something stands that cannot be right."""
        return tuple(field.name for field in self.fields if self.fault(field.name))

    @property
    def danger(self) -> str:
        """What to say of danger in what was typed; a letter about safety needs no sign."""
        if self.letter.safety or self.talk.safety.manner is not Manner.ALOUD:
            return ""
        library, names = self.talk.library, self.letter.fields
        every = {name: self.value(name) for name in names}
        telling = [
            value
            for name, value in every.items()
            if library.fields[name].free or not names_only(library, value)
        ]
        return passing(library, *telling)[0]

    def composed(self) -> "Composed":
        """The letter as it is now. Loads Jinja2.

        :raises LetterError: when the template is wrong
        """
        from routeboek_tui.letters.composition import compose

        talk, facts = self.talk, self.facts
        return compose(
            self.letter,
            talk.library.fields,
            {name: self.value(name) for name in self.letter.fields},
            facts,
            talk.library.scheme.domains,
            talk.library.words_in(facts),
            talk.trail.certain_steps,
            talk.today,
        )

    def made(self) -> "Composed | Refusal":
        """The letter as it is now, or why it cannot be made at all."""
        from routeboek_tui.letters.template import LetterError

        try:
            return self.composed()
        except LetterError as error:
            return Refusal(CANNOT.format(error))

    def state(self, composed: "Composed") -> str:
        """How far the letter is, as it was ``composed``: what is empty, and what is not right."""
        locked, missing, wrong = len(composed.locked), len(composed.missing), len(self.faults)
        empty = f"{missing} nog leeg" + (f", waarvan {locked} eerst nodig" if locked else "")
        said = "; ".join([empty] * bool(missing) + [f"{wrong} niet goed"] * bool(wrong))
        state = STILL_EMPTY.format(said) if said else ALL_FILLED
        return f"{state} {self.left_out(composed)}".rstrip()

    def left_out(self, composed: "Composed") -> str:
        """That something was typed which the letter, as it was ``composed``, has no place for."""
        labels = [field.label for field in composed.unused if field.name in self.values]
        return LEFT_OUT.format("; ".join(labels)) if labels else ""

    def refusal(self) -> Refusal | None:
        """Why it cannot go out yet; ``None`` when it can."""
        if locked := self.locked:
            return Refusal(locked)
        composed = self.made()
        if isinstance(composed, Refusal):
            return composed
        if composed.locked:
            names = "; ".join(field.label for field in composed.locked)
            return Refusal(FILL_FIRST.format(names), composed.locked[0].name)
        if wrong := next(iter(self.faults), ""):
            label = self.talk.library.fields[wrong].label
            return Refusal(CHECK_FIRST.format(label, self.fault(wrong)), wrong)
        if asked := self.asked:
            return Refusal(asked.words, asked.field, confirm=True, question=asked.words)
        confirm, question = CONFIRM_FIRST.format(self.letter.confirm), self.letter.confirm
        return None if self.confirmed else Refusal(confirm, confirm=True, question=question)

    @property
    def asked(self) -> Asked | None:
        """The first thing in what was typed that must be looked at, and was not agreed to."""
        values = {name: self.value(name) for name in self.letter.fields}
        every = (
            *doubts(self.letter, values, self._walk, self.talk),
            *asked(self.letter, values, self.values, self.talk),
        )
        return next((each for each in every if each.words not in self.agreed), None)

    def paper(self) -> "Paper":
        """The letter as it is now, to save or copy once nothing refuses it.

        :raises LetterError: when the template is wrong
        """
        from routeboek_tui.course.letter.paper import Paper

        composed = self.composed()
        return Paper(composed.document, self.letter.id, len(composed.missing))

    def save(
        self,
        path: str | PathLike[str],
        *,
        overwrite: bool = False,
        reference: str | PathLike[str] | None = None,
    ) -> str:
        """Write it to ``path``, in the format of its extension; what to say of that.

        :raises FileExists: when the file is there and ``overwrite`` is false
        :raises ExportError: when it may not go out, or cannot be made or saved
        """
        from routeboek_tui.export.formats import write
        from routeboek_tui.export.place import place

        if refused := self.refusal():
            raise ExportError(refused.words)
        path = place(path)
        composed = self.composed()
        lost = write(composed.document, path, overwrite=overwrite, reference=reference)
        return " ".join(filter(None, (SAVED.format(path), lost, self.left_out(composed))))


def why_locked(talk: Conversation, letter: Letter) -> str:
    """Why ``letter`` does not exist yet, in Dutch; "" when it does."""
    found = talk.lock(letter)
    return found.text(talk.titles(), fact_words(talk)) if found else ""

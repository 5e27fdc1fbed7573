"""A letter that is being filled in: its fields, what is wrong or lacking, and saving it."""

from collections.abc import MutableMapping
from os import PathLike
from typing import TYPE_CHECKING

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.letter_view import correspondents, fact_words
from routeboek_tui.conversation.safety import passing
from routeboek_tui.core.letter import BIRTH_DATE, Field, Letter
from routeboek_tui.core.safety import Manner
from routeboek_tui.export.file import ExportError, FileExists
from routeboek_tui.letters.faults import fault
from routeboek_tui.text import dates

if TYPE_CHECKING:
    from routeboek_tui.course.paper import Paper
    from routeboek_tui.letters.composition import Composed

__all__ = ("Drafting", "ExportError", "FileExists", "Refusal", "why_locked")

FROM_WALK = "Dit komt uit het gesprek. Klopt het niet, typ dan iets anders."
KEPT = "Wat je hier typt, wordt niet bewaard. Het verdwijnt als je stopt of opnieuw begint."
CONFIRM_FIRST = "Bevestig dit eerst. Anders mag deze brief niet weg: {}"
FILL_FIRST = "Vul dit eerst in, anders mag de brief niet weg: {}."
CHECK_FIRST = "Kijk dit eerst na: {}. {}"
CANNOT = "Deze brief is niet te maken. Meld het bij wie de gids beheert. {}"
SAVED = "Bewaard: {}. Lees het na voor je het verstuurt."
STILL_EMPTY = "In deze brief: {}."
ALL_FILLED = "Alles is ingevuld. Lees de brief nog na."


class Refusal(Struct, frozen=True):
    """Why a letter cannot go out yet, and the ``field`` to go to, "" for none.

    ``confirm`` says that a yes to it is enough.
    """

    words: str
    field: str = ""
    confirm: bool = False


class Drafting:
    """One letter in the situation of ``talk``. ``values`` are shared by all letters of a talk."""

    def __init__(
        self, talk: Conversation, letter: Letter, values: MutableMapping[str, str]
    ) -> None:
        self.talk = talk
        self.letter = letter
        self.values = values
        self.confirmed = not letter.confirm
        self._walk = {name: known for name in letter.fields if (known := self._known(name))}

    def value(self, name: str) -> str:
        """What stands in a field: what was typed, or what the walk knows of it."""
        return self.values.get(name, self._walk.get(name, ""))

    def from_walk(self, name: str) -> bool:
        """Whether what stands in a field was not typed there."""
        return name not in self.values and name in self._walk

    def _known(self, name: str) -> str:
        """What the walk knows of a field, as it would be typed; "" for nothing certain."""
        talk, walk = self.talk, self.talk.library.fields[name].walk
        answers, (policy, _, given) = talk.answers, walk.partition(".")
        day = answers.birth_date if walk == BIRTH_DATE else answers.dates.get(walk)
        if day or not given:
            return dates.short(day) if day else ""
        found = [
            answer.given[given]
            for answer in answers.steps
            if given in answer.given and talk.step(answer.step).policy == policy
            if talk.trail.certain(answer.step)
        ]
        return found[-1] if found else ""

    @property
    def locked(self) -> str:
        """Why the letter does not exist yet; "" when it does."""
        return why_locked(self.talk, self.letter)

    @property
    def fields(self) -> tuple[Field, ...]:
        """What it asks for; what must be there comes first."""
        names = dict.fromkeys((*self.letter.required, *self.letter.fields))
        return tuple(self.talk.library.fields[name] for name in names)

    @property
    def to_whom(self) -> str:
        """Who writes it, and to whom."""
        return correspondents(self.talk, self.letter)

    def put(self, name: str, typed: str) -> str:
        """Fill in a field; what is wrong with that, "" when nothing is. It is kept in any case."""
        self.values[name] = typed
        return self.fault(name)

    def fault(self, name: str) -> str:
        """What is wrong in a field."""
        field = self.talk.library.fields[name]
        return fault(field, self.value(name), self.talk.today)

    @property
    def faults(self) -> tuple[str, ...]:
        """The fields in which something stands that cannot be right."""
        return tuple(field.name for field in self.fields if self.fault(field.name))

    @property
    def danger(self) -> str:
        """What to say of danger in what was typed; a letter about safety needs no sign."""
        if self.letter.safety or self.talk.safety.manner is not Manner.ALOUD:
            return ""
        own = map(self.value, self.letter.fields)
        return passing(self.talk.library, ". ".join(filter(None, own)))[0]

    def composed(self) -> "Composed":
        """The letter as it is now. Loads Jinja2.

        :raises LetterError: when the template is wrong
        """
        from routeboek_tui.letters.composition import compose

        talk, facts = self.talk, self.talk.trail.known
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
        return STILL_EMPTY.format(said) if said else ALL_FILLED

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
        if self.confirmed:
            return None
        return Refusal(CONFIRM_FIRST.format(self.letter.confirm), confirm=True)

    def paper(self) -> "Paper":
        """The letter as it is now, to save or copy once nothing refuses it.

        :raises LetterError: when the template is wrong
        """
        from routeboek_tui.course.paper import Paper

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
        write(self.composed().document, path, overwrite=overwrite, reference=reference)
        return SAVED.format(path)


def why_locked(talk: Conversation, letter: Letter) -> str:
    """Why ``letter`` does not exist yet, in Dutch; "" when it does."""
    found = talk.lock(letter)
    return found.text(talk.titles(), fact_words(talk)) if found else ""

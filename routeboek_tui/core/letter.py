"""A letter as its file describes it, and who may read what. No template engine here."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from routeboek_tui.core.facts import When
from routeboek_tui.core.flow import Source

PUPIL = "leerling"
"""The recipient that is added from 12 years to a letter with ``pupil_too``."""

BIRTH_DATE = "geboortedatum"
"""What a field takes from the walk when it is the date of birth."""

NAME, FIRST_NAME = "leerling", "leerling_voornaam"
"""The fields of the pupil's name, and of the first name in the salutation."""

PARENTS_NAME = "ouders_naam"
"""The field from which the salutation takes the name of the parents, when it is filled in."""


class FieldKind(StrEnum):
    """What a field tells about someone. A recipient may read some kinds and not others."""

    IDENTIFICATION = "identification"
    CONTACT = "contact"
    ABSENCE = "absence"
    PROCESS = "process"
    """Steps taken so far."""
    AGREEMENTS = "agreements"
    PLANNING = "planning"
    CONSENT = "consent"
    FUNCTIONING = "functioning"
    """What the pupil can and cannot do at school."""
    MEDICAL = "medical"


class FieldType(StrEnum):
    """How a field is typed."""

    LINE = "line"
    TEXT = "text"
    """More than one line."""
    LIST = "list"
    """An item on every line."""
    TABLE = "table"
    """A row on every line, with a semicolon between its cells."""
    DATE = "date"
    COUNT = "count"


class Field(Struct, frozen=True):
    """One thing a user fills in. All letters share the fields.

    ``walk`` names what the walk may know of it: the date of birth, a fact that is a date, or an
    input of a policy as "policy.input"; "" for nothing. ``columns`` are the headers of a table.
    """

    name: str
    label: str
    kind: FieldKind
    type: FieldType
    hint: str = ""
    example: str = ""
    walk: str = ""
    columns: tuple[str, ...] = ()

    @property
    def lines(self) -> bool:
        """Whether more than one line can be typed."""
        return self.type in {FieldType.TEXT, FieldType.LIST, FieldType.TABLE}


class LetterKind(StrEnum):
    """What the draft is meant for."""

    LETTER = "letter"
    """What is signed and sent as it is."""
    APPLICATION = "application"
    """A request for which its reader may have a form of its own."""
    MESSAGE = "message"
    """Text to send or to copy into a system."""
    FORM_HELP = "form_help"
    """Help with filling in an official form, which this is not."""


class Letter(Struct, frozen=True):
    """One document the guide drafts.

    It exists once the walk has certainly reached one of ``steps`` and ``when``
    holds. ``body`` is the template. Around it on paper stand ``sent_by``, ``head`` and ``foot``:
    who sends it, to whom and about what, and who signs. ``form`` is the official form's own name,
    for help with a form only. ``confirm`` must be confirmed by hand first.
    ``status`` is "named" when a source names the document, "implied" when it
    names the act alone. ``safety`` says that danger, or a worry about it, gives its ground too.
    """

    id: str
    title: str
    kind: LetterKind
    sender: str
    recipients: tuple[str, ...]
    steps: tuple[str, ...]
    fields: tuple[str, ...]
    required: tuple[str, ...]
    body: str
    sources: tuple[Source, ...]
    form: str = ""
    pupil_too: bool = False
    when: When = field(default_factory=dict)
    confirm: str = ""
    status: str = "named"
    safety: bool = False
    sent_by: str = ""
    head: str = ""
    foot: str = ""

    @property
    def text(self) -> str:
        """The whole template, from who sends it to who signs it."""
        return "".join((self.sent_by, self.head, self.body, self.foot))

    @property
    def readers(self) -> tuple[str, ...]:
        """Everyone who may get to read it, the pupil included."""
        pupil = (PUPIL,) if self.pupil_too and PUPIL not in self.recipients else ()
        return self.recipients + pupil


class Ground(Struct, frozen=True):
    """Why a recipient may read a kind of field, and where that is written."""

    because: str
    sources: tuple[Source, ...]


class Recipient(Struct, frozen=True):
    """Someone a letter goes to, with the kinds of field it may read."""

    id: str
    word: str
    may: Mapping[FieldKind, Ground]

"""A letter as its file describes it, and who may read what. No template engine here."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from msgspec import Struct, field

from routeboek_tui.core.facts import When
from routeboek_tui.core.flow import Source

PUPIL = "leerling"
"""The recipient that is added from 12 years to a letter with ``pupil_too``."""

BIRTH_DATE = "geboortedatum"
"""The field of the date of birth, and what it takes from the walk."""

PARENTS = "ouders"
"""The recipient at home, who also writes some letters."""

ABSENCE = "verzuim"
"""In ``not_before`` of a field: the day the absence began, as far as the walk knows it."""

TABLE = "tafel"
"""What a field takes from the walk when it is who sits at the table of the letter's step."""

MARK = "#"
"""In the words of a field: where the number stands."""

ANY = "*"
"""In evidence of an option: any answer at all."""

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
    """What the pupil can and cannot do at school, and what makes that harder or easier."""
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
    CHOICE = "choice"
    """One of the options, and nothing else."""


class Taken(StrEnum):
    """What of a meeting a field can take. The words it needs for that stand in :data:`WORDS`."""

    DAY = "day"
    """The day of the meeting, or of the next one in a letter that asks people to come."""
    PREVIOUS = "previous"
    """The day of the meeting, in a letter that asks people to come to the next one."""
    PRESENT = "present"
    """Who were there, or who are asked for the next one."""
    ABSENT = "absent"
    AGREEMENTS = "agreements"
    STAGES = "stages"
    STAGE_LINES = "stage_lines"
    """The step-up timetable in lines, for who reads no table."""
    REGIE = "regie"
    EVALUATION = "evaluation"
    OPEN = "open"
    """That the day of the next one is still open."""
    CONSENT = "consent"
    """Who agrees with all of it, and who does not."""
    FACTORS = "factors"
    """Of the analysis what was ticked."""
    OWN_WORDS = "own_words"
    """Of the pupil's own sheet what was ticked."""
    POSITIONS = "positions"
    DIFFERENCES = "differences"
    """The positions at the questions on which the table differs."""


WORDS: Mapping[Taken, tuple[str, ...]] = {
    Taken.PRESENT: ("left", "apart"),
    Taken.OPEN: ("open",),
    Taken.FACTORS: (
        "pupil_raises", "pupil_lowers", "home_raises", "home_lowers", "school_raises",
        "school_lowers",
    ),
    Taken.CONSENT: ("all", "agrees", "against", "silent"),
    Taken.POSITIONS: ("unknown", "all", "outcome", "left_open", "not_here"),
    Taken.DIFFERENCES: ("about", "unknown"),
}  # fmt: skip
"""The words a field needs to say what it takes of a meeting, by part; "#" is what is filled in."""

UNMARKED = ("open", "unknown", "all", "outcome", "left_open", "not_here")
"""Those in which nothing is filled in."""


class FromMeeting(Struct, frozen=True):
    """What a field takes of a meeting, and the words in which it says so."""

    part: Taken
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def disputes(self) -> bool:
        """Whether it says who thinks what."""
        return self.part in {Taken.POSITIONS, Taken.DIFFERENCES}


class Option(Struct, frozen=True):
    """What a field can say, and what on the walk says that it is so.

    ``walk`` holds steps that were passed, and answers to a step as "step.choice" or "step.*".
    ``when`` are the facts with which it can be chosen at all.
    """

    say: str
    walk: tuple[str, ...] = ()
    when: When = field(default_factory=dict)


@cache
def _heard_as(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words).replace(re.escape(MARK), "[0-9]{1,2}"))


class Field(Struct, frozen=True):
    """One thing a user fills in. All letters share the fields.

    ``walk`` names what the walk may know of it: the date of birth, a fact that is a date, who
    sits at the table, or an input of a policy as "policy.input"; "" for nothing. ``options`` are
    what a choice is chosen from; a field of another type takes from them what the walk knows, and
    ``counted`` are lines of it, by input of a policy, with the number where "#" stands.
    ``columns`` are the headers of a table.

    ``day`` is what it is the day of, as days are said in a talk; of several the one that is known.
    ``until`` is the last day of a time that is written as a line. Once the walk came ``over``
    one of these steps, that is another day. ``heard`` is what it holds where that was said in one
    of these ways.

    ``past`` says that a date states a fact, so that it cannot lie ahead. ``not_before`` are the
    fields whose date comes first, or :data:`ABSENCE`. ``meeting`` is the day of a meeting, on
    which the pupil may be older than today. ``halves`` says that a count can end in a half.

    ``writer`` says that it tells who writes and nothing of the pupil: any reader may read it.

    ``span`` is the figure of weeks that the days in it are seldom longer than.

    ``overleg`` is what it takes of a meeting, when one is held.
    """

    name: str
    label: str
    kind: FieldKind
    type: FieldType
    hint: str = ""
    example: str = ""
    walk: str = ""
    options: tuple[Option, ...] = ()
    counted: Mapping[str, str] = field(default_factory=dict)
    past: bool = False
    not_before: tuple[str, ...] = ()
    meeting: bool = False
    halves: bool = False
    writer: bool = False
    columns: tuple[str, ...] = ()
    overleg: FromMeeting | None = None
    day: tuple[str, ...] = ()
    until: str = ""
    heard: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    over: tuple[str, ...] = ()
    span: str = ""

    def may_hold(self, value: str) -> bool:
        """Whether ``value`` can be what was heard of it."""
        return any(_heard_as(words).fullmatch(value) for words in self.heard)

    @property
    def lines(self) -> bool:
        """Whether more than one line can be typed."""
        return self.type in {FieldType.TEXT, FieldType.LIST, FieldType.TABLE}

    @property
    def told_only(self) -> bool:
        """Whether only a meeting fills it in: a day was left open, or the last one was then."""
        return self.overleg is not None and self.overleg.part in {Taken.OPEN, Taken.PREVIOUS}

    @property
    def free(self) -> bool:
        """Whether anything can be written in it about the pupil."""
        typed = self.lines or self.type is FieldType.LINE
        return typed and self.kind not in {FieldKind.IDENTIFICATION, FieldKind.CONTACT}


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
    ``kort`` is what it is called beside the action it goes with; "" for its title.

    ``gone`` are the answers by step that take its ground away, until a step gives it again. Past a
    step of ``over`` it is of no use any more.
    ``least`` is the figure by count below which it is not true. ``past`` are the days of meetings
    it tells of, which have been, ``ahead`` of those it asks people to come to. ``coming`` are the
    days it says are still to come. ``most`` is the figure that a count, or
    the days up to a last one, seldom exceed. ``address`` is the field with where it goes.
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
    kort: str = ""
    gone: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    over: tuple[str, ...] = ()
    least: Mapping[str, str] = field(default_factory=dict)
    past: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    most: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    sent_by: str = ""
    head: str = ""
    foot: str = ""

    @property
    def text(self) -> str:
        """The whole template, from who sends it to who signs it."""
        return "".join((self.sent_by, self.head, self.body, self.foot))

    @property
    def to_home(self) -> bool:
        """Whether someone reads it who does not know the abbreviations of school."""
        return bool({PARENTS, PUPIL}.intersection(self.readers)) and self.sender != PARENTS

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

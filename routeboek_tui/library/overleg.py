"""What the guide knows of a meeting itself: its kinds, who is needed, its parts, and its words."""

from collections.abc import Mapping

from msgspec import Struct, field

from routeboek_tui.core.facts import Situation, When, may_hold
from routeboek_tui.core.flow import Source


class Kind(Struct, frozen=True):
    """A kind of meeting, and the ``steps`` of a route it belongs to, in order of preference."""

    id: str
    title: str
    steps: tuple[str, ...]
    when: When = field(default_factory=dict)


class OfParty(Struct, frozen=True, kw_only=True):
    """What is said of a party at a meeting, with its source.

    It holds under the facts of ``when``, and at or past one of ``steps`` where there are any.
    """

    actor: str
    sources: tuple[Source, ...] = ()
    when: When = field(default_factory=dict)
    steps: tuple[str, ...] = ()


class Needed(OfParty, frozen=True, kw_only=True):
    """Why a party is needed, in a few words and in whole.

    Who ``joins`` comes though the table of the step does not name it. Where it ``asks``, that
    depends on whether something was reported.
    """

    kort: str
    why: str
    joins: bool = False
    asks: bool = False


class Lacking(OfParty, frozen=True, kw_only=True):
    """What an outcome is worth without a party, and what to do then.

    Where the party is ``here``, it is what its being there asks, ``unless`` the talk has come to
    one of those steps.
    """

    lacks: str
    then: str
    here: bool = False
    unless: tuple[str, ...] = ()


class Outside(Struct, frozen=True):
    """An actor that is no party at the table, but under the facts of ``unless``."""

    actor: str
    unless: When = field(default_factory=dict)


class Apply(Struct, frozen=True):
    """What a table applies for: the papers of ``at`` can be prepared before the route is there.

    That is at ``steps`` where the table differs or does not agree, and at ``onward`` always.
    """

    steps: tuple[str, ...] = ()
    onward: tuple[str, ...] = ()
    at: tuple[str, ...] = ()


class Family(Struct, frozen=True):
    """Who answers for itself where somebody agrees.

    The questions of ``steps`` only these ``actors`` answer; those of ``shared`` everybody does.
    """

    steps: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


class Due(Struct, frozen=True):
    """The questions the talk asks later, and a meeting now: it is what they wait for.

    Those of ``first`` only as long as the table answered nothing yet.
    """

    always: tuple[str, ...] = ()
    first: tuple[str, ...] = ()


class PartText(Struct, frozen=True):
    """A part of the meeting: its title on the wall, and what is asked there.

    Without ``sources`` it is our own advice.
    """

    title: str
    ask: str
    names: tuple[str, ...]
    sources: tuple[Source, ...] = ()


class Asked(Struct, frozen=True):
    """A question of the pupil's own sheet."""

    id: str
    ask: str


class Agenda(Struct, frozen=True):
    """An agenda to print: its points, in order; and for whom it is."""

    id: str
    title: str
    points: tuple[str, ...]
    sources: tuple[Source, ...]
    when: When = field(default_factory=dict)


class Words(Struct, frozen=True):
    """Every sentence of the stand, by name; ``{}`` is filled in."""

    heading: str
    bigger: str
    enter_round: str
    enter_skip: str
    enter_family: str
    enter_skip_family: str
    only_family: str
    enter_follow: str
    enter_out: str
    present: str
    absent: str
    left: str
    missing: str
    enter_all: str
    enter_day: str
    enter_layer: str
    enter_unseen: str
    own_line: str
    enter_agree: str
    enter_unknown: str
    enter_later: str
    not_here: str
    but: str
    agrees: str
    agrees_not: str
    all_agree: str
    not_all_agree: str
    refused: str
    agree_again: str
    enter_round_others: str
    running: str
    running_from: str
    week_from: str
    belongs: str
    belongs_yes: str
    belongs_no: str
    belongs_kept: str
    read_first: str
    leave_once: str
    speak_now: str
    said_by: str
    who_not: str
    do_you_agree: str
    we_agree: str
    we_do_not: str
    not_said: str
    no_consent: str
    until: str
    about: str
    meets: str
    next_meeting: str
    begin_title: str
    where: str
    later: str
    enter_next: str
    enter_back: str
    pages: str
    stands_at: str
    to_find_out: str
    raises: str
    lowers: str
    own_advice: str
    of_pupil: str
    no_question: str
    says: str
    because: str
    agree: str
    one_view: str
    differ: str
    not_counted: str
    would_follow: str
    would_change: str
    becomes_answer: str
    answered: str
    joined: str
    who: str
    by: str
    open_who: str
    open_by: str
    weekend: str
    holiday: str
    past: str
    late: str
    unheard: str
    no_day: str
    regie_is: str
    no_regie: str
    on_day: str
    leave_open: str
    open_evaluation: str
    open_agreements: str
    no_evaluation: str
    must_settle: str
    week: str
    row_of_stages: str
    tick: str
    ticked: str
    initials: str
    too_long: str
    kept: str
    recap: str
    to_tick: str
    calendar: str
    calendar_notice: str
    calendar_file: str
    sheet: str
    next_case: str
    left_quiet: str
    nothing_yet: str
    list_title: str
    help_title: str
    why_title: str
    undone: str
    nothing_back: str
    no_such: str
    ask_reported: str
    is_reported: str
    not_reported: str
    told_reported: str
    told_not_reported: str
    enter_page: str
    not_noted: str
    line_of: str
    no_role: str
    is_role: str
    past_by: str
    past_day: str
    past_kort: str
    weekend_kort: str
    holiday_kort: str


class PaperWords(Struct, frozen=True):
    """Every sentence on what leaves a meeting besides letters, by name; ``{}`` is filled in."""

    evaluation: str
    next_meeting: str
    about_next: str
    agreement: str
    agreement_open: str
    agreement_begins: str
    agreement_begins_open: str
    about: str
    calendar_moves: str
    sheet_title: str
    sheet_notice: str
    sheet_intro: str
    sheet_after: str
    sheet_source: str
    agenda_notice: str
    agenda_school: str
    agenda_day: str
    agenda_source: str
    recap_title: str
    recap_notice: str
    recap_day: str
    recap_without: str
    recap_agreed: str
    recap_onward: str
    pupil: str
    who: str
    what: str
    when: str
    regie: str
    again: str
    open: str
    lacking: str


class Guide(Struct, frozen=True):
    """Everything of ``content/overleg.yaml``.

    ``letters`` are those of every meeting, the list of agreements first; those that are
    ``granted`` exist only where there is ground to write them.

    ``causes`` are by layer and side; they, ``own_words`` and ``stages``, the examples of a step-up
    timetable, are general information, with their ``sources``. ``help`` is what can be typed,
    ``commands`` the name of a command by what people type for it, ``roles`` who can do something
    besides the parties. ``held`` are the actions that a
    meeting does by being held, ``running`` those that go on until it looks again. Who is
    ``outside`` does things, and is no party at the table. Past one of ``reports`` unauthorised
    absence was reported.
    """

    kinds: Mapping[str, Kind]
    needed: tuple[Needed, ...]
    lacking: tuple[Lacking, ...]
    apply: Apply
    outside: tuple[Outside, ...]
    held: tuple[str, ...]
    running: tuple[str, ...]
    reports: tuple[str, ...]
    family: Family
    due: Due
    parts: Mapping[str, PartText]
    causes: Mapping[str, Mapping[str, tuple[str, ...]]]
    layers: Mapping[str, str]
    own_words: tuple[Asked, ...]
    stages: tuple[str, ...]
    agendas: Mapping[str, Agenda]
    help: tuple[str, ...]
    letters: tuple[str, ...]
    granted: tuple[str, ...]
    commands: Mapping[str, str]
    roles: tuple[str, ...]
    words: Words
    paper: PaperWords

    def kind(self, situation: Situation) -> str:
        """The kind of meeting that fits what is known; the first where several may."""
        return next(k.id for k in self.kinds.values() if may_hold(k.when, situation))

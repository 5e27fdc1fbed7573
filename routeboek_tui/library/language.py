"""The words of Dutch that the guide knows."""

from collections.abc import Mapping

from msgspec import Struct, field

from routeboek_tui.letters.health import Health
from routeboek_tui.library.speaking import Named, Speaking
from routeboek_tui.library.stating import Stating


class Counting(Struct, frozen=True):
    """Words beside numbers and days in what is typed; all in lower case, without accents.

    From ``report`` to ``other_days`` they are what is counted, each in one and in many; ``whole``
    can stand before it, and ``numbered`` between a report and its number. Before one of ``counted``
    "een" is a number. After ``vague``, or before ``or_so``, a number is not exact; after
    ``at_least`` it is no less, and after ``below`` surely less. ``what`` tells
    what a number is about and ``over`` over which time, by the names of
    :class:`~routeboek_tui.core.said.What` and :class:`~routeboek_tui.core.said.Over`. After
    ``clock`` an hour is a time of day, and in a ``moment`` a number says when something was or will
    be. ``others`` are pupils but not this one, ``pupil`` is this one, and so is who a text begins
    with as ``pupil_first``. ``beside`` changes nothing of a number, nor does ``passing``, though it
    denies something, and ``day_anyway`` nothing of a number or day alone; ``parting`` parts a
    sentence, and so does ``of_which``, before which not all of a number counts. ``back`` says
    that somebody is at school again, ``opinion`` that a number is not the school's. ``not_ill``
    says that there are no days of illness now, ``ill_now`` that there are, ``now_and_then`` that
    they come and go, and ``ill_beside`` that the absence told beside it is illness. ``age``,
    ``age_within`` and ``absent`` are ways to say those with a
    number, ``own_age`` how an age stands in a question, ``no_age`` what such a number is not,
    ``next_age`` how old somebody will be within a year,
    ``bare_age`` one that is all of a part and ``no_bare_age`` behind what it is none, ``no_name``
    words that are no name before an age, and ``of_class`` stands behind one that is a class; one
    behind ``no_hours`` is in no row of hours. ``beside_days`` stands beside a list of days,
    ``beside_list`` between a number and that list, ``once_more`` before the last of them, ``still``
    behind it where that goes on, ``after_holiday`` before a holiday (``days_by`` are the other ways
    to tell a day by one, or a week) and ``since`` before the first of a period, ``until`` before
    its end and ``born`` before a date of birth, which may stand beside ``born_beside`` as well. A
    day with ``ending`` or behind ``through`` is the last one; after ``turns`` somebody is so old
    from a day, before which ``coming`` can stand; ``turned`` says it of a day, a §, and an age that
    are past. ``part_of_day`` beside a day and its hours changes nothing, nor does ``none_before``:
    that there were none before them. Before
    ``day_of_else``, or after ``day_itself`` or ``day_named``, a day is not the one of the answer.
    ``some_of_it`` says of a number how some of it were.
    ``later_on`` can stand between a day and its hours, ``and_more`` says that these are not all,
    and ``later`` stands behind hours that come on top of others, ``sure`` and ``unsure`` behind
    those that are certain or not. ``each_day`` stands between days and the hours of each,
    ``together`` before the total, ``last_time`` before the day of the last, and ``with_it`` before
    what came to a sum. ``as_reported`` says that hours were reported, ``bounds`` what a number
    never was, and ``not_counted`` what no route counts, ``years`` those among it.
    """

    report: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    last_time: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    hour: tuple[str, ...] = ()
    half_day: tuple[str, ...] = ()
    day: tuple[str, ...] = ()
    week: tuple[str, ...] = ()
    month: tuple[str, ...] = ()
    other_days: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    or_so: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    what: Named = ()
    over: Named = ()
    clock: tuple[str, ...] = ()
    moment: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    pupil: tuple[str, ...] = ()
    pupil_first: tuple[str, ...] = ()
    beside: frozenset[str] = frozenset()
    as_reported: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()
    not_counted: frozenset[str] = frozenset()
    years: tuple[str, ...] = ()
    passing: tuple[str, ...] = ()
    day_anyway: tuple[str, ...] = ()
    parting: tuple[str, ...] = ()
    of_which: tuple[str, ...] = ()
    not_ill: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    opinion: tuple[str, ...] = ()
    now_and_then: tuple[str, ...] = ()
    ill_now: tuple[str, ...] = ()
    ill_beside: tuple[str, ...] = ()
    age: tuple[str, ...] = ()
    age_within: tuple[str, ...] = ()
    own_age: tuple[str, ...] = ()
    bare_age: tuple[str, ...] = ()
    no_bare_age: tuple[str, ...] = ()
    no_name: frozenset[str] = frozenset()
    no_age: tuple[str, ...] = ()
    next_age: tuple[str, ...] = ()
    of_class: tuple[str, ...] = ()
    no_hours: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    once_more: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    beside_days: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    after_holiday: tuple[str, ...] = ()
    some_of_it: tuple[str, ...] = ()
    born_beside: tuple[str, ...] = ()
    days_by: Named = ()
    beside_list: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    ending: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    later_on: tuple[str, ...] = ()
    and_more: tuple[str, ...] = ()
    each_day: tuple[str, ...] = ()
    with_it: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()
    part_of_day: tuple[str, ...] = ()
    none_before: tuple[str, ...] = ()
    born: tuple[str, ...] = ()
    day_of_else: tuple[str, ...] = ()
    day_itself: tuple[str, ...] = ()
    day_named: tuple[str, ...] = ()


class Telling(Struct, frozen=True):
    """Words with which people tell a fact of a pupil; all in lower case, without accents.

    ``says`` are ways of saying a value, by "fact=value" or "step=choice"; inside one of
    ``says_not`` they say nothing, beside ``not_yet`` it is not so yet, beside ``not_now`` not now,
    unless that was ``lately``, and beside ``of_adults`` not of the pupil. Behind ``own`` it is that
    of the own pupil or school, also in a question, and behind ``this`` nothing denies it. Of who is
    at no school it is the place where they live, behind ``lives``. A place after ``not_place`` or
    ``going_to`` is not that of the school, unless who speaks ``moved`` there, and after ``left`` it
    was not either, nor is one that is only ``compared``; before a short name stands one of
    ``place``, and before a place of which the guide knows no rules one of ``elsewhere``. A part of
    only a ``caller`` and a place says where who speaks works. ``label`` are words that stand beside
    a place, a class or an age where they only name the case. ``begins`` are words that a sentence
    begins with, and that are not counted. Who says one of ``dated``
    since a day says the day of that fact, and who says one of ``dated_by_name`` without that;
    beside ``next_day`` it is the school day after.
    """

    says: Named = ()
    says_not: tuple[str, ...] = ()
    not_yet: tuple[str, ...] = ()
    not_now: tuple[str, ...] = ()
    of_adults: tuple[str, ...] = ()
    lately: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    this: frozenset[str] = frozenset()
    not_place: tuple[str, ...] = ()
    lives: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    going_to: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    caller: frozenset[str] = frozenset()
    elsewhere: tuple[str, ...] = ()
    label: frozenset[str] = frozenset()
    begins: frozenset[str] = frozenset()
    dated: Named = ()
    dated_by_name: Named = ()
    next_day: Named = ()


class Seeking(Struct, frozen=True):
    """Words with which people seek and tell; all in lower case, without accents.

    ``stop`` say little about what is sought and ``asking`` only ask; ``articles`` may stand in a
    name without saying anything. Who types one of ``writing`` seeks a paper. ``opening`` and
    ``closing`` are ways to begin and end a question, ``parts`` those to ask for each part of a
    tafel, and ``about_a_table`` the words of such a question that do not say which one. Who uses
    one of ``amount`` asks how much, how long or when, one of ``figure`` for a number and nothing
    else, one of ``address`` where to write, call or look, and one of ``compares`` for two things;
    words of ``little`` do not help to find the right line of a page. ``negations`` say that
    something is not so. ``not_told`` are ways to ask for what no source tells, whatever is named
    beside it, and ``untold`` ways in which our texts say that no source tells something. ``asker``
    are ways to say who asks, which is not what is asked about; ``asked`` those to ask for one
    thing, by its kind; ``worded`` and ``counted`` are the words with which, and those behind a
    number with which, a text has it, and ``mentioned`` those of a line that can tell that nobody
    says it. With ``second_question`` another question begins. ``other_schools`` are kinds of
    school of which no source tells. One of ``doers`` behind one of
    ``doing`` is who does what is asked. ``money`` are ways to ask for money, which may sound like
    danger and are none, and so do the parts of a line that are ``harmless``. ``of_case`` are ways
    to ask for a part of the advice on one's own case, by its kind, and ``own_case`` other ways to
    ask about that case. With ``supposed`` a question is about what can come, and words of
    ``small`` say nothing of what is asked in a case. One of
    ``particles`` is part of the verb that a deed begins with.
    ``otherwise`` are other ways to say a word of our texts. A way of ``pointing`` points to what
    was told or where the case stands, one of ``persons`` to people; ``this`` before one of
    ``kinds`` says of what kind that is. ``of_it`` are ways to ask something of it, by how that is
    asked of what has a name, ``shows`` the words with which a text answers that and ``hides`` those
    with which it does not, ``of_deeds`` those that what there is to do answers first, and
    ``of_both`` those that it answers together with the book. ``either_of`` are two of which one is
    to be chosen, ``of_meeting`` are asked of those that meet, and ``of_step`` first of what the
    step says itself; ``to_report`` asks whether something is to be reported, ``reports`` are the
    words of our texts that tell so and ``other_reports`` those that only seem to. ``onward`` asks
    what comes after now, ``alike`` are other ways to say a word of a
    case, and ``everybody`` is who is in every case. Behind one of ``before_names`` stands the name
    of something. Behind one of ``if_words`` that is
    none of ``counted_as`` stands what is supposed, and one of ``going_on``
    begins with what comes next; ``turns`` are ways to say how it turns out, by their names
    in :mod:`routeboek_tui.conversation.enquiry.supposed`. Words of ``fillers`` say nothing in a
    question.
    """

    stop: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    writing: frozenset[str] = frozenset()
    opening: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    about_a_table: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    amount: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    figure: tuple[str, ...] = ()
    compares: tuple[str, ...] = ()
    little: frozenset[str] = frozenset()
    not_told: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    asker: tuple[str, ...] = ()
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    worded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mentioned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    second_question: tuple[str, ...] = ()
    other_schools: frozenset[str] = frozenset()
    doing: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    money: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    of_case: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    own_case: tuple[str, ...] = ()
    supposed: tuple[str, ...] = ()
    small: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    otherwise: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pointing: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    hides: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    this: frozenset[str] = frozenset()
    ourselves: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    of_it: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    of_deeds: tuple[str, ...] = ()
    of_both: tuple[str, ...] = ()
    either_of: tuple[str, ...] = ()
    of_meeting: tuple[str, ...] = ()
    of_step: tuple[str, ...] = ()
    to_report: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    other_reports: tuple[str, ...] = ()
    onward: tuple[str, ...] = ()
    alike: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    everybody: frozenset[str] = frozenset()
    before_names: frozenset[str] = frozenset()
    if_words: tuple[str, ...] = ()
    counted_as: tuple[str, ...] = ()
    going_on: tuple[str, ...] = ()
    turns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fillers: frozenset[str] = frozenset()

    @property
    def references(self) -> tuple[str, ...]:
        """Every way to point to something, or to people."""
        return (*self.pointing, *self.persons)


class Language(Struct, frozen=True):
    """Words that mean the same everywhere in the conversation; all in lower case, without accents.

    ``commands`` is the name of a command by what people type for it, ``with_argument`` of one that
    takes what comes after it. A line that begins with one of the ``question_words`` is a question.
    So is one that begins in a way of ``question_begins``, or of ``question_verbs`` as far as it is
    no answer, or without a denial of ``question_perhaps``; one with a clause that begins in one of
    ``question_clauses`` or that ends in one of ``question_ends``, any line that holds one of
    ``question_within``, and a line of a few words that holds one of ``question_inside``.
    ``yes`` and ``no`` say so in front of a sentence. ``negators`` turn what stands beside them into
    its opposite; after ``doubts`` something is not said for certain, and behind an answer one of
    ``turning`` can take it back. ``no_slips`` look like a
    choice with a slip, and are words of their own. One of ``whole_line`` is an answer only as all
    of a line. ``people`` are no pupil when the sentence tells
    something of them, and ``staff`` never are.

    Behind a "ja" or "nee" a clause has a subject of its own where a word of ``determiners`` or one
    of the ``parties`` stands before a ``finite`` verb, or one of these beside one of the
    ``pronouns``; what ``refers`` back is about what is asked, ``spans`` are times, and ``common``
    words are shared by all.

    The rest are ways of saying something (:mod:`routeboek_tui.library.ways`): ``unknown`` a whole
    line that says "weet ik nog niet", ``confirming`` that an answer was told or decided,
    ``awaited`` that it is yet to come, ``not_yet`` a whole line that says so, ``besides`` that a
    "nee" is about a part or a time of its own, ``reported`` that something was done (with
    ``reported_words`` that do not say what, ``reported_same`` that mean one another, and
    ``reported_until`` behind which a deed tells of something else), ``other_child`` that a clause
    is about a child of the same family (where one of ``other_child_tells`` follows), ``other_case``
    that it is about another case, both at its beginning or behind ``other_child_joins``, ``asks``
    the beginning of a question about the guide itself, ``over`` what is past, ``people_do`` what is
    told of ``people``, and ``no_pupil`` somebody who is none, whatever is told. A sentence of ours
    that begins in a way of ``points_back``, or has one of ``points_back_within``, is about the one
    before it. A clause that is one of ``only_denies`` tells nothing of what it names. Who
    says one of ``refusing`` refuses something; ``day_alone`` beside a day tells nothing more.
    Beside a day ahead, or words for one (``ahead``), ``of_birthday`` tells that it is a birthday,
    and ``to_come`` what is yet to be held. ``appointment`` are the ways that tell of a
    meeting with a day: that it is ``over``, ``cancelled``, ``moved``, ``unsure``, or ``planned``,
    that ``some`` known one is meant, that it stands ``beside`` the subject, or a day ``until``
    which.
    A question that begins in one of ``supposing`` supposes an answer. One of ``somebody`` names
    whom a line is about; ``come_about`` says that something took place, ``undone`` that
    nobody did it yet, ``no_danger`` as a whole line that there is no danger, ``no_danger_asked``
    the same where that is asked, ``corrects`` before an answer that an earlier one was wrong, and
    ``there_is`` that there is one of what it ends with.
    ``counting`` are the words beside numbers, ``telling`` those of facts, ``stating`` those of
    answers, ``seeking`` those of a search and ``health`` those that may not stand in every letter.
    """

    commands: Mapping[str, str] = field(default_factory=dict)
    with_argument: Mapping[str, str] = field(default_factory=dict)
    question_words: frozenset[str] = frozenset()
    question_begins: tuple[str, ...] = ()
    question_verbs: tuple[str, ...] = ()
    question_perhaps: tuple[str, ...] = ()
    question_clauses: tuple[str, ...] = ()
    question_ends: tuple[str, ...] = ()
    question_within: tuple[str, ...] = ()
    question_inside: tuple[str, ...] = ()
    yes: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    negators: frozenset[str] = frozenset()
    doubts: frozenset[str] = frozenset()
    turning: frozenset[str] = frozenset()
    no_slips: frozenset[str] = frozenset()
    whole_line: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    staff: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()
    confirming: tuple[str, ...] = ()
    awaited: tuple[str, ...] = ()
    not_yet: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    finite: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    refers: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    spans: tuple[str, ...] = ()
    parties: Named = ()
    reported: tuple[str, ...] = ()
    reported_words: frozenset[str] = frozenset()
    reported_same: Named = ()
    reported_until: frozenset[str] = frozenset()
    other_child: tuple[str, ...] = ()
    other_child_tells: frozenset[str] = frozenset()
    other_child_joins: frozenset[str] = frozenset()
    other_case: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    people_do: tuple[str, ...] = ()
    no_pupil: tuple[str, ...] = ()
    points_back: tuple[str, ...] = ()
    points_back_within: tuple[str, ...] = ()
    only_denies: tuple[str, ...] = ()
    refusing: tuple[str, ...] = ()
    somebody: tuple[str, ...] = ()
    come_about: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()
    no_danger: tuple[str, ...] = ()
    no_danger_asked: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()
    there_is: tuple[str, ...] = ()
    day_alone: tuple[str, ...] = ()
    of_birthday: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    to_come: tuple[str, ...] = ()
    appointment: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    supposing: tuple[str, ...] = ()
    counting: Counting = field(default_factory=Counting)
    telling: Telling = field(default_factory=Telling)
    stating: Stating = field(default_factory=Stating)
    seeking: Seeking = field(default_factory=Seeking)
    health: Health = field(default_factory=Health)
    speaking: Speaking = field(default_factory=Speaking)

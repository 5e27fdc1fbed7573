"""Looking something up in the middle of a talk: the answer, or the nearest few places."""

from collections.abc import Sequence
from math import inf

from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice.timeline import day_of_term
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry import ranked
from routeboek_tui.conversation.enquiry.case_answer import CaseAnswer, case_answer
from routeboek_tui.conversation.enquiry.claims import Claims, as_view, claims_on, is_gap
from routeboek_tui.conversation.enquiry.claims import before as fact_before
from routeboek_tui.conversation.enquiry.deeds_of import deeds_of
from routeboek_tui.conversation.enquiry.enquiry import Enquiry, Surety, asking
from routeboek_tui.conversation.enquiry.in_short import in_room
from routeboek_tui.conversation.enquiry.passage_view import PassageView, passage_view
from routeboek_tui.conversation.enquiry.referred import Referred, referred, together
from routeboek_tui.conversation.enquiry.reply import Reply, reply
from routeboek_tui.conversation.enquiry.subjects import NOTHING as NOTHING_BEFORE
from routeboek_tui.conversation.enquiry.subjects import Before, near_steps
from routeboek_tui.conversation.enquiry.supposed import supposed
from routeboek_tui.conversation.enquiry.to_report import to_report
from routeboek_tui.conversation.enquiry.what_now import what_now
from routeboek_tui.conversation.enquiry.within_case import (
    CLEAR,
    Within,
    most_held,
    strange,
    told_clearly,
    within,
)
from routeboek_tui.conversation.questions import asks
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.core.address import STEP
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.course.command import seeks
from routeboek_tui.course.sentences import shown
from routeboek_tui.course.turn import Part, Passage, Place, Places, Words
from routeboek_tui.library.ways import pattern
from routeboek_tui.search.compiled import index
from routeboek_tui.search.pointed import asked_clauses
from routeboek_tui.search.subject import can_name
from routeboek_tui.text.characters import plain, words_in
from routeboek_tui.text.document import Paragraph, Run

MARKS = "abcdefgh"
"""What stands before places to pick: digits are those of the answers."""

MOST = 5
"""Places that a search beside the talk shows."""

FEWEST_LETTERS = 3
"""Letters of a word that can be meant to search with: a letter alone picks something."""

SEVERAL = 2
"""Questions in a line that can each be answered alone."""

MOST_RANKED = 8
"""Places of which the nearest are told."""

HELD = 0.4
"""How much of what a question names a line must hold, to be near what no page of the book tells."""

LIKELY = 0.07
"""How far above what no source answers a fact must lie, to fit what is asked though not surely."""

NO_GAP = 0.1
"""The same, to be told though no page seemed to answer."""

FIRST, OTHER = 900, 450
"""Characters that are told of the place that comes nearest, and of each of the others."""

UNSURE = "Een zeker antwoord vind ik niet in mijn bronnen. Dit komt het dichtst bij:"
FITS = "Dit past het best bij je vraag:"
UNKNOWN = "“{}” staat niet in mijn bronnen. Dit komt het dichtst bij:"
NOT_IN_SOURCES = "Dat staat niet in mijn bronnen. Dit komt het dichtst bij:"
OTHER_SCHOOL = (
    "Mijn bronnen gaan over PO en VO. Hoe dit bij {} is, staat er niet in. Het dichtst bij komt:"
)
LACKS = "Een {} staat hierover niet in mijn bronnen. Dit komt het dichtst bij:"
BOTH = "Dat kan over twee dingen gaan. Over elk staat er:"
NO_ANSWER = "Dat staat niet in mijn bronnen. Vraag het met een ander woord."
NOTHING = Words(NO_ANSWER)
"""What is said where nothing comes near what was asked."""

FOUND = "Dit past erbij:"
NOT_FOUND = "Niets gevonden. Probeer een ander woord, of minder woorden."
WHAT_TO_SEEK = "Typ erbij wat je zoekt, bijvoorbeeld: zoek schorsing"
GONE = "Die plek is er niet. Zoek met andere woorden."


def answer(
    talk: Conversation, question: str, page: str = "", before: Before = NOTHING_BEFORE
) -> Part:
    """What the guide says on ``question``; ``page`` is the page of the book that it names.

    Amid a case the advice of now goes first, where that answers. What the question points to is
    what was told ``before`` it, or where the case stands.
    """
    if whose := deeds_of(talk, question):
        return _with_day(talk, question, Passage(whose))
    found = _of_it(talk, question, page, before)
    alone = None if isinstance(found, Passage) else _each_alone(talk, question, before)
    return _with_day(talk, question, _with_fact(talk, question, alone or found, before))


def _with_fact(talk: Conversation, question: str, found: Part, before: Before) -> Part:
    """``found`` with the facts of the sources that answer ``question`` before the rest."""
    both = isinstance(found, Places) and found.words == BOTH
    facts = None if both or safety.alarm(talk, question) else claims_on(talk, question, before)
    if isinstance(found, Places) and found.words in {UNSURE, NOT_IN_SOURCES}:
        lines = [line for place in found.places for line in place.lines]
        gap = is_gap(talk, question, before, lines, facts, seems=found.words == NOT_IN_SOURCES)
        found = replace(found, words=NOT_IN_SOURCES if gap else UNSURE)
    if facts is None:
        return found
    if isinstance(found, Passage):
        told, view = as_view(talk, facts.first), found.view
        step = view.place.startswith(f"{STEP}:")
        if not facts.alone and not (step and facts.points and facts.near):
            return found
        if step:
            return Passage(together([view, told]))
        same = facts.told_at(view.place)
        return Passage(fact_before(told, view) if same else together([told, view]))
    told = as_view(talk, facts)
    if facts.clear:
        page = Enquiry(Reader.within(talk), index(talk.library), question).view(facts.place)
        return Passage(fact_before(told, page))
    return _among(facts, _marked([told]), found)


def _among(facts: Claims, told: tuple[Place, ...], found: Part) -> Places:
    """The places of ``found`` with what is ``told`` of facts that do not surely answer."""
    near = found.places if isinstance(found, Places) else ()
    others = [place for place in near[: len(MARKS) - 1] if place.place != facts.place]
    # What a question surely points to goes before a fact that is near it, and so does what is
    # nearest before one that is not likely.
    step = bool(others) and others[0].place.startswith(f"{STEP}:")
    least = NO_GAP if facts.points else LIKELY
    first = int(bool(others) and ((facts.points and step) or facts.ahead < least))
    words = found.words if isinstance(found, Places) else UNSURE
    if not first and facts.ahead >= {UNSURE: LIKELY, NOT_IN_SOURCES: NO_GAP}.get(words, inf):
        words = FITS
    rest = (replace(place, lines=in_room(place.lines, OTHER)) for place in others[first:])
    order = (*others[:first], *told, *rest)
    return Places(
        words, tuple(replace(place, mark=mark) for mark, place in zip(MARKS, order, strict=False))
    )


def _with_day(talk: Conversation, question: str, found: Part) -> Part:
    """``found`` with the day on which the first term it tells ends, where one asks when."""
    if not pattern(talk.library.language.seeking.amount).search(plain(question)):
        return found
    if isinstance(found, Passage):
        view = found.view
        lines = _dated(talk, view.short)
        day = () if lines == view.short else (Paragraph((Run(lines[1]),)),)
        blocks = (*view.blocks, *day)
        return Passage(replace(view, blocks=blocks, short=lines))
    if isinstance(found, Places):
        near = (replace(place, lines=_dated(talk, place.lines)) for place in found.places)
        return replace(found, places=tuple(near))
    return found


def _dated(talk: Conversation, lines: tuple[str, ...]) -> tuple[str, ...]:
    """``lines`` with the first term of which the day is known, and that day, before the rest."""
    for line in lines:
        if day := day_of_term(talk, line):
            return (line, day, *(each for each in lines if each != line))
    return lines


def _each_alone(talk: Conversation, question: str, before: Before) -> Passage | None:
    """What answers each of several questions in the line, where each surely is answered alone.

    What the next one points to is what answered the one before it.
    """
    views: list[PassageView] = []
    asked = [*asked_clauses(question, talk.library.language.seeking)]
    if talk.flow.route == TRIAGE or len(asked) < SEVERAL:
        return None
    for clause in asked:
        typed = f"{clause}?"
        found = _answer(talk, typed, "", before) if asks(clause, talk.library.language) else NOTHING
        if not isinstance(found, Passage):
            return None
        views.append(found.view)
        before = replace(before, place=found.view.place)
    return Passage(together(views))


def _answer(talk: Conversation, question: str, page: str, before: Before) -> Part:
    """What the guide says on ``question`` as one."""
    whose = deeds_of(talk, question)
    return Passage(whose) if whose else _of_it(talk, question, page, before)


def _of_it(talk: Conversation, question: str, page: str, before: Before) -> Part:
    """The same, where it does not ask what somebody has to do."""
    then = supposed(talk, question)
    if then and then.sure and not ranked.asks_of_then(talk, question, then.view):
        then = replace(then, sure=False)
    now = to_report(talk, question, before) or what_now(talk, question, before)
    if view := (then.view if then and then.sure else now):
        return Passage(view)
    pointed = referred(talk, index(talk.library), question, before) or Referred()
    if then:
        pointed = replace(
            pointed, sure=False, both=False, near=(then.view, *pointed.near), meant=True
        )
    if pointed.view and pointed.sure:
        return Passage(pointed.view)
    if pointed.both:
        return Places(BOTH, _marked(pointed.near))
    return _asked(talk, question, page, pointed, before)


def _asked(
    talk: Conversation, question: str, page: str, pointed: Referred, before: Before
) -> Passage | Places | Words:
    """What the case or else the book says on ``question``; of neither sure, what it points to.

    Where it names nothing itself a page of the book is not sure: the case goes before it.
    """
    here = case_answer(talk, index(talk.library), question)
    tells = here and here.sure and ranked.tells(talk, question, here.view)
    words = _case_words(talk)
    enquiry = Enquiry(Reader.within(talk), index(talk.library), question, page, words)
    # A deed that has not what is asked, such as "meerijden", is no answer.
    known = not strange(talk, enquiry.about.unknown)
    if here and known and tells and not ranked.of_other(talk, here.view, question):
        return Passage(here.view)
    found = reply(enquiry)
    told = found.told[0].short if found.told else ()
    own = within(talk, enquiry, before, told)
    points = own is not None and own.points
    nearer = points or (own is not None and own.better)
    certain = (
        found.surety is Surety.SURE
        and not ranked.supposes(talk, question)
        and not ranked.astray(talk, question, before, found.told[0])
    )
    if own and own.sure and (nearer or not certain) and ranked.tells(talk, question, own.views[0]):
        return Passage(own.views[0])
    if certain and not points and ranked.tells(talk, question, found.told[0]):
        return Passage(found.told[0])
    several = own is not None and own.several
    deed = here is not None and known and here.deed and (here.sure or not points)
    if here and deed and (here.next or not several) and not _told_of(talk, question, here, found):
        return Passage(here.view)
    case = own.views if own else ((here.view,) if here else ())
    book, meant, surely = ranked.calm(talk, question, found.told), pointed.near, pointed.meant
    order = (*case[:1], *book[:certain], *meant, *case[1:], *book)
    if not (nearer or meant):
        order = (*book[:1], *case, *book)
    elif surely:
        order = (*meant, *order)
    views = ranked.each_once(order)
    if talk.flow.route != TRIAGE:
        first = len(meant) if surely else 0
        if certain and not points and not ranked.general(talk, found.told[0]):
            # It surely is about this page, which does not tell all of it.
            views, first = ranked.each_once((*book[:1], *views)), 1
        rest = ranked.each_once((*views, *ranked.of_story(talk, before, question)))[
            first:MOST_RANKED
        ]
        views = (*views[:first], *ranked.by_fit(talk, question, before, rest))
    views = ranked.each_once((*ranked.of_danger(talk, enquiry), *views))
    if _plainly(talk, question, found, own, views):
        return Passage(views[0])
    near = _marked(views[:MOST], (*case[:1], *book[:1]))
    gap = _gap(talk, question, found, own, views[:MOST])
    return Places(above(found, enquiry) if gap else UNSURE, near) if near else NOTHING


def _plainly(
    talk: Conversation,
    question: str,
    found: Reply,
    own: Within | None,
    views: Sequence[PassageView],
) -> bool:
    """Whether what comes nearest begins with all that is asked, which then answers it."""
    return (
        bool(views)
        and found.surety is Surety.NEAREST
        and not (own and own.points)
        and not ranked.supposes(talk, question)
        and ranked.tells(talk, question, views[0])
        and told_clearly(talk, index(talk.library), question, views[0])
    )


def _case_words(talk: Conversation) -> str:
    """What the steps are called where the case stands."""
    if talk.flow.route == TRIAGE:
        return ""
    steps = (step for step in near_steps(talk) if step in talk.flow.steps)
    return " ".join(talk.say(talk.text(step).title) for step in steps)


def _told_of(talk: Conversation, question: str, here: CaseAnswer, found: Reply) -> bool:
    """Whether a line of the book has all that is asked, where what is to be done has only part."""
    known = index(talk.library)
    return (
        not here.sure
        and most_held(talk, known, question, here.view.short)[0] < CLEAR
        and most_held(talk, known, question, _lines(found.told))[0] >= CLEAR
    )


def _gap(
    talk: Conversation, question: str, found: Reply, own: Within | None, near: Sequence[PassageView]
) -> bool:
    """Whether it is said of what is asked how far the book tells it, and not only left unsure.

    A question that points to something is of the case: of that no source tells what it names beside
    it where nothing ``near`` holds it. What a line of one's ``own`` case holds all of is told.
    """
    points = own is not None and own.points
    if talk.flow.route == TRIAGE or found.surety is not Surety.ABSENT:
        return not points
    known = index(talk.library)
    if points:
        return (
            strange(talk, found.unknown) or most_held(talk, known, question, _lines(near))[0] < HELD
        )
    if found.unknown or found.lacks or found.school:
        return True
    held, several = most_held(talk, known, question, _lines(own.views[:1] if own else ()))
    return not (several and held >= CLEAR)


def _lines(views: Sequence[PassageView]) -> list[str]:
    return [line for view in views for line in view.short]


def above(found: Reply, enquiry: Enquiry) -> str:
    """What is said before the nearest places: that none of them surely answers, and why.

    A word is named that can be the name of something: no other word is what a source lacks.
    """
    if found.school:
        return OTHER_SCHOOL.format(shown(found.school))
    if found.unknown:
        seeking, asked = enquiry.reader.library.language.seeking, enquiry.question
        name = next((w for w in found.unknown if can_name(w, asked, seeking)), "")
        return UNKNOWN.format(shown(name)) if name else NOT_IN_SOURCES
    if found.lacks:
        return LACKS.format(found.lacks)
    return NOT_IN_SOURCES if found.surety is Surety.ABSENT else UNSURE


def looked_for(talk: Conversation, line: str) -> Part | None:
    """The answer to a line that fits nothing that was asked, where it can be meant to search with.

    A place surely answers it, or they are words to search for, each of which the guide knows.
    """
    words, known = set(words_in(line)), talk.library.language.seeking
    if all(len(word) < FEWEST_LETTERS for word in words - known.stop - known.asking):
        return None
    found = asking(index(talk.library), line)
    near = found.surety is Surety.NEAREST and not found.unknown and seeks(talk, line)
    return answer(talk, line) if near or found.surety is Surety.SURE else None


def sought(talk: Conversation, words: str) -> Part:
    """The places that fit ``words`` best."""
    if not words:
        return Words(WHAT_TO_SEEK)
    enquiry = Enquiry(Reader.within(talk), index(talk.library), words)
    found = ranked.fitting(enquiry, reply(enquiry), MOST)
    views = [enquiry.view(hit.passage.id) for hit in found]
    return Places(FOUND, _marked(views)) if views else Words(NOT_FOUND)


def passage(talk: Conversation, place: str) -> Part:
    """What stands at a place, in short."""
    try:
        return Passage(passage_view(Reader.within(talk), place))
    except KeyError:
        return Words(GONE)


def _marked(views: Sequence[PassageView], wide: Sequence[PassageView] = ()) -> tuple[Place, ...]:
    """``views`` with their marks; of the first, and of each that is ``wide``, more is told."""
    return tuple(
        Place(mark, view.place, view.title, view.kind, in_room(view.short, _room(n, view, wide)))
        for n, (mark, view) in enumerate(zip(MARKS, views, strict=False))
    )


def _room(number: int, view: PassageView, wide: Sequence[PassageView]) -> int:
    return OTHER if number and view not in wide else FIRST

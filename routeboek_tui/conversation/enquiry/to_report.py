"""Whether something of the case is to be reported now, and by whom: "moet ik dat melden?"."""

from msgspec.structs import replace

from routeboek_tui.conversation.advice.advice_view import steps_of
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.case_answer import Kind, Line, deeds, lines_of, view_of
from routeboek_tui.conversation.enquiry.passage_view import PassageView
from routeboek_tui.conversation.enquiry.subjects import Before, near_steps
from routeboek_tui.conversation.enquiry.supposed import each_answer
from routeboek_tui.conversation.view import question
from routeboek_tui.core.address import PAGE
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.safety import KIND, SAFETY
from routeboek_tui.library.language import Seeking
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain

MOST = 6
"""Lines that are told."""

NOT_NOW = "Bij wat er nu te doen is, staat geen melding."
DEPENDS = "Dat hangt af van het antwoord op deze vraag: {}"
EARLIER = "Eerder op deze route: {}"


def to_report(talk: Conversation, typed: str, before: Before) -> PassageView | None:
    """Who reports what in this case now, where ``typed`` asks that; or that nobody does yet.

    ``None`` where a page that answered ``before`` it is meant, which is of no step of the case.
    """
    seeking = talk.library.language.seeking
    said = plain(pattern(seeking.asker).sub("", plain(typed)))
    if talk.flow.route == TRIAGE or not pattern(seeking.to_report).fullmatch(said):
        return None
    here = {*near_steps(talk), *steps_of(talk)}
    page = talk.library.pages.get(before.place.removeprefix(f"{PAGE}:"))
    if page and here.isdisjoint(page.steps):
        return None
    near = [line for line in lines_of(talk) if line.step in here and _reports(line, seeking)]
    now = tuple(line for line in near if line.kind is Kind.NEXT)
    beside = tuple(line for line in near if line.kind in {Kind.AVOID, Kind.STEP})
    told = (*now, *beside) if now else _not_now(talk, beside)
    return view_of(talk, tuple(dict.fromkeys(told))[:MOST])


def _not_now(talk: Conversation, beside: tuple[Line, ...]) -> tuple[Line, ...]:
    """That nothing is to be reported now, what is told ``beside``, and what else is reported."""
    seeking, asked = talk.library.language.seeking, question(talk)
    answers = each_answer(talk, asked) if asked and asked.fact not in {SAFETY, KIND} else ()
    then = tuple(line for line in answers if _reports(line, seeking))
    earlier = (line for group in talk.view.missed for line in deeds(group, Kind.OTHER))
    done = (
        replace(line, text=EARLIER.format(line.text)) for line in earlier if _reports(line, seeking)
    )
    step = asked.step if asked else talk.trail.main.last.step
    said = DEPENDS.format(asked.text) if asked and then else NOT_NOW
    return (Line(Kind.STEP, said, step), *beside, *then, *done)


def _reports(line: Line, seeking: Seeking) -> bool:
    """Whether a line tells of a report, and not of what only sounds like one."""
    said = plain(line.text)
    said = pattern(seeking.other_reports).sub(" ", said)
    return bool(pattern(seeking.reports).search(said))

"""What stands on the wall at each part of a meeting."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.asides import aside, settled
from routeboek_tui.conversation.overleg.plan import (
    agreement_words,
    day_said,
    proposals,
    school_day,
    term_of,
)
from routeboek_tui.conversation.overleg.positions import (
    choices,
    contested,
    standpoints,
    turning,
)
from routeboek_tui.conversation.overleg.roll import lacking, present, roll
from routeboek_tui.conversation.overleg.ticks import ticks
from routeboek_tui.conversation.overleg.wall import Row, Wall
from routeboek_tui.conversation.view import Question, question
from routeboek_tui.core.meeting import (
    Factor,
    Here,
    Layer,
    Part,
    Side,
    Stand,
    open_points,
)
from routeboek_tui.library.overleg import Words
from routeboek_tui.text import dates

WEEKS = (2, 4, 6)
"""Weeks from now that are offered as a day to look again; our own, and any other can be typed."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""What stands before agreements, so that a digit is always a proposal."""


def wall(talk: Conversation, stand: Stand) -> Wall:
    """The wall as it is now."""
    meeting, guide = stand.meeting, talk.library.meeting
    part = guide.parts[stand.part]
    kind = guide.kinds[meeting.kind].title
    found = aside(talk, stand) if stand.aside else _WALLS[stand.part](talk, stand, guide.words)
    return replace(
        found,
        title=guide.words.heading.format(kind, talk.say(found.title or part.title)),
        ask=found.ask or talk.say(part.ask),
        notes=(*stand.notes, *found.notes),
        press=found.press or (guide.words.enter_back if stand.aside else guide.words.enter_next),
        more=guide.words.pages,
        page=stand.page,
        sign=safety.known_of(talk),
    )


def numbered(texts: Iterable[str]) -> tuple[Row, ...]:
    """Rows that are picked by their number."""
    return tuple(Row(text, str(number)) for number, text in enumerate(texts, start=1))


def _roll(talk: Conversation, stand: Stand, words: Words) -> Wall:
    if stand.at:
        gone = lacking(talk, stand.meeting)
        rows = tuple(Row(talk.say(text)) for each in gone for text in (each.lacks, each.then))
        return Wall("", words.missing, rows)
    states = {Here.PRESENT: words.present, Here.ABSENT: words.absent, Here.LEFT: words.left}
    parties = roll(talk, stand.meeting)
    rows = numbered(
        f"{party.word}: {states[party.here] if party.here else party.kort or party.note}"
        for party in parties
    )
    press = words.enter_next if all(each.here for each in parties) else words.enter_all
    return Wall("", "", rows, press=press)


def _situation(talk: Conversation, stand: Stand, words: Words) -> Wall:
    asked, view = question(talk), advice_view(talk)
    rows = [Row(talk.title), Row(talk.say(talk.text(talk.trail.main.last.step).title))]
    if asked is not None:
        rows.append(Row(words.stands_at.format(asked.who, asked.text)))
    elif view.outcome:
        rows.append(Row(view.outcome))
    rows += [Row(words.to_find_out.format(each.question)) for each in view.to_find_out]
    return Wall("", "", tuple(rows))


def _own_words(talk: Conversation, stand: Stand, words: Words) -> Wall:
    asked = talk.library.meeting.own_words
    if stand.at:
        return Wall("", next(each.ask for each in asked if each.id == stand.at), ())
    said = [each.question for each in stand.meeting.own_words]
    rows = numbered(
        words.of_pupil.format(each.ask, said.count(each.id)) if each.id in said else each.ask
        for each in asked
    )
    return Wall("", "", rows)


def causes(talk: Conversation, stand: Stand) -> tuple[Factor, ...]:
    """What can be picked of the layer that is on the wall: the examples, then what was typed."""
    layer = layer_of(stand)
    found = [
        Factor(layer, side, text)
        for side in Side
        for text in talk.library.meeting.causes[layer][side]
    ]
    known = {(each.side, each.text) for each in found}
    mine = (each for each in stand.meeting.factors if each.layer is layer)
    return (*found, *(each for each in mine if (each.side, each.text) not in known))


def layer_of(stand: Stand) -> Layer:
    """The layer of the analysis on the wall; the first one where none is chosen."""
    return Layer(stand.at) if stand.at else Layer.PUPIL


def _analysis(talk: Conversation, stand: Stand, words: Words) -> Wall:
    sides = {Side.RAISES: words.raises, Side.LOWERS: words.lowers}
    taken = {(each.layer, each.side, each.text) for each in stand.meeting.factors}
    rows = numbered(
        _ticked(
            words, sides[each.side].format(each.text), (each.layer, each.side, each.text) in taken
        )
        for each in causes(talk, stand)
    )
    guide = talk.library.meeting
    title = f"{guide.parts[Part.ANALYSIS].title} {guide.layers[layer_of(stand)]}"
    return Wall(title, "", rows)


def _ticked(words: Words, text: str, so: bool) -> str:
    return words.ticked.format(text) if so else text


def _positions(talk: Conversation, stand: Stand, words: Words) -> Wall:
    asked = question(talk)
    if asked is None or asked.beside_route:
        return Wall("", words.no_question, ())
    if contested(talk) is None:
        rows = numbered(each.label for each in asked.options)
        return Wall("", asked.text, rows, press=words.becomes_answer)
    if stand.at == "follow":
        return _follow(talk, asked, words)
    if stand.at:
        word = next((p.word for p in roll(talk, stand.meeting) if p.actor == stand.at), stand.at)
        rows = numbered(option.label for option in choices(asked))
        return Wall("", asked.text, rows, (words.says.format(word),), words.enter_skip)
    return _overview(talk, stand, asked, words)


def _overview(talk: Conversation, stand: Stand, asked: Question, words: Words) -> Wall:
    held = standpoints(talk, stand.meeting)
    if not held:
        labels = tuple(Row(option.label) for option in choices(asked))
        return Wall("", asked.text, labels, (words.nobody_said,), words.enter_round)
    rows = []
    for each in held:
        rows.append(Row(f"{each.label}: {', '.join(each.parties)}"))
        rows += map(Row, each.reasons)
    known = [each for each in held if each.choice]
    alone = sum(len(each.parties) for each in known) == 1
    view = words.differ if len(known) > 1 else words.one_view if alone else words.agree
    return Wall("", asked.text, tuple(rows), (view,), words.enter_follow)


def _follow(talk: Conversation, asked: Question, words: Words) -> Wall:
    rows = numbered(
        words.would_follow.format(option.label, option.leads_to)
        if option.leads_to
        else option.label
        for option in choices(asked)
    )
    turns = tuple(Row(words.would_change.format(*turn)) for turn in turning(talk))
    return Wall("", words.not_counted, (*rows, *turns), press=words.becomes_answer)


def _agreements(talk: Conversation, stand: Stand, words: Words) -> Wall:
    agreed = stand.meeting.agreements
    if stand.at == "who":
        rows = numbered(party.word for party in present(talk, stand.meeting))
        return Wall("", words.who.format(agreed[-1].what), rows)
    if stand.at:
        asked = agreed[LETTERS.index(stand.at)]
        term = term_of(talk, asked)
        return Wall("", words.past_by.format(asked.what, day_said(talk, term) if term else ""), ())
    rows = tuple(
        Row(agreement_words(talk, each), letter)
        for letter, each in zip(LETTERS, agreed, strict=False)
    )
    offered = proposals(talk, agreed)
    return Wall("", "", (*rows, *numbered(f"{each.who}: {each.what}" for each in offered)))


def _stages(talk: Conversation, stand: Stand, words: Words) -> Wall:
    rows = tuple(
        Row(words.row_of_stages.format(each.week, "; ".join(filter(None, (
            each.when, each.where, each.adult, each.else_,
        )))))
        for each in stand.meeting.stages
    )  # fmt: skip
    return Wall("", "", rows or (Row(words.stage_example),))


def _regie(talk: Conversation, stand: Stand, words: Words) -> Wall:
    rows = numbered(party.word for party in present(talk, stand.meeting))
    regie = stand.meeting.regie
    return Wall("", "", rows, (words.regie_is.format(regie),) if regie else ())


def _evaluation(talk: Conversation, stand: Stand, words: Words) -> Wall:
    days = [dates.named(day) for day in days_offered(talk)]
    return Wall("", "", numbered((*days, words.leave_open)), tuple(settled(talk, stand)))


def days_offered(talk: Conversation) -> tuple[date, ...]:
    """The days to look again that can be picked; each is a school day, and stands once."""
    found = (school_day(talk, talk.today + timedelta(weeks=weeks)) for weeks in WEEKS)
    return tuple(dict.fromkeys(found))


def _out(talk: Conversation, stand: Stand, words: Words) -> Wall:
    if stand.at == "tick":
        lines = ticks(talk, stand.meeting)
        rows = numbered(_ticked(words, each.label, each.ticked) for each in lines)
        return Wall("", words.tick, rows)
    if stand.at == "initials":
        return Wall("", words.initials, ())
    regie = () if stand.meeting.regie else (words.no_regie,)
    looking = () if stand.meeting.evaluation.settled else (words.no_evaluation,)
    lacking_something = sum(bool(open_points(each)) for each in stand.meeting.agreements)
    bare = (words.open_agreements.format(lacking_something),) if lacking_something else ()
    return Wall("", "", (), (*bare, *regie, *looking), words.enter_out)


_WALLS: dict[Part, Callable[[Conversation, Stand, Words], Wall]] = {
    Part.ROLL: _roll,
    Part.SITUATION: _situation,
    Part.OWN_WORDS: _own_words,
    Part.ANALYSIS: _analysis,
    Part.POSITIONS: _positions,
    Part.AGREEMENTS: _agreements,
    Part.STAGES: _stages,
    Part.REGIE: _regie,
    Part.EVALUATION: _evaluation,
    Part.OUT: _out,
}

"""What stands on the wall at each part of a meeting."""

from collections.abc import Callable

from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg import onward
from routeboek_tui.conversation.overleg.asides import aside
from routeboek_tui.conversation.overleg.begin import begin_wall, begins
from routeboek_tui.conversation.overleg.consent import consent_wall
from routeboek_tui.conversation.overleg.positions_wall import positions_wall
from routeboek_tui.conversation.overleg.roll import asks_reported, lacking, roll
from routeboek_tui.conversation.overleg.timetable import stages_wall
from routeboek_tui.conversation.overleg.unseen import factor_words, unseen
from routeboek_tui.conversation.overleg.wall import Row, Wall, numbered, ticked
from routeboek_tui.conversation.view import question
from routeboek_tui.core.meeting import Factor, Here, Layer, Part, Side, Stand
from routeboek_tui.library.overleg_words import Words

LACKING = "lacking"
"""Where what an outcome is worth without who is not there is on the wall."""


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
        unseen=unseen(talk, stand, ""),
    )


def _roll(talk: Conversation, stand: Stand, words: Words) -> Wall:
    if begins(talk, stand):
        return begin_wall(talk, stand, words)
    if stand.at == LACKING:
        gone = lacking(talk, stand.meeting)
        rows = tuple(Row(talk.say(text)) for each in gone for text in (each.lacks, each.then))
        return Wall("", words.missing, rows)
    states = {Here.PRESENT: words.present, Here.ABSENT: words.absent, Here.LEFT: words.left}
    parties = roll(talk, stand.meeting)
    rows = numbered(
        f"{party.word}: {states[party.here] if party.here else party.kort or party.note}"
        for party in parties
    )
    ask = words.ask_reported if asks_reported(talk, stand.meeting) else ""
    if all(each.here for each in parties):
        return Wall("", ask, rows, press=words.enter_next)
    return Wall("", ask, rows, press=words.enter_all, turn=words.enter_page)


def _situation(talk: Conversation, stand: Stand, words: Words) -> Wall:
    asked, view = question(talk), talk.view
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
        ask = next(each.ask for each in asked if each.id == stand.at)
        return Wall("", ask, (), press=words.enter_unseen)
    said = [each.question for each in stand.meeting.own_words]
    rows = numbered(
        words.of_pupil.format(each.ask, said.count(each.id)) if each.id in said else each.ask
        for each in asked
    )
    return Wall("", "", rows, press=words.enter_unseen)


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
    mine = stand.meeting.factors
    taken = {(each.layer, each.side, each.text) for each in mine}
    rows = numbered(
        ticked(
            words.ticked,
            sides[each.side].format(factor_words(talk, each, mine)),
            (each.layer, each.side, each.text) in taken,
        )
        for each in causes(talk, stand)
    )
    guide = talk.library.meeting
    title = f"{guide.parts[Part.ANALYSIS].title} {guide.layers[layer_of(stand)]}"
    return Wall(title, "", rows, press=words.enter_layer)


_WALLS: dict[Part, Callable[[Conversation, Stand, Words], Wall]] = {
    Part.ROLL: _roll,
    Part.SITUATION: _situation,
    Part.OWN_WORDS: _own_words,
    Part.ANALYSIS: _analysis,
    Part.POSITIONS: positions_wall,
    Part.AGREEMENTS: onward.agreements_wall,
    Part.STAGES: stages_wall,
    Part.REGIE: onward.regie_wall,
    Part.EVALUATION: onward.evaluation_wall,
    Part.CONSENT: consent_wall,
    Part.OUT: onward.out_wall,
}

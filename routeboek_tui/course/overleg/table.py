"""What a line does at the parts about the table: who is there, where it stands, what it sees."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.begin import begins
from routeboek_tui.conversation.overleg.roll import Party, lacking, roll, unreported
from routeboek_tui.conversation.overleg.walls import LACKING, causes, layer_of
from routeboek_tui.core.meeting import Factor, Here, Layer, OwnWords, Side, Stand, without
from routeboek_tui.course.overleg.begin import begin
from routeboek_tui.course.overleg.moves import (
    changed,
    excepted,
    number_before,
    onward,
    saying,
    some_of,
)
from routeboek_tui.text.characters import plain
from routeboek_tui.text.picked import numbers

if TYPE_CHECKING:
    from routeboek_tui.course.course import Course

LAST = -1
"""The page of a wall where what was typed last stands."""


def call(course: "Course", stand: Stand, text: str, read: Collection[str]) -> Stand:
    """The roll: who is named is not there, and all others that could be ``read`` are.

    Once everyone was called, naming somebody turns it: who was there, left.
    """
    page, stand = stand.page, replace(stand, page=0)
    if begins(course.talk, stand):
        return begin(course, stand, text)
    talk, parties = course.talk, roll(course.talk, stand.meeting)
    if not text and stand.at == LACKING:
        return onward(stand)
    named = excepted(talk, parties, text) if text else ()
    if named is None:
        return _told(talk, stand, text)
    if not named or not all(party.here for party in parties):
        known = {str(number) for number in named}.union(read)
        seen = tuple(p for n, p in enumerate(parties, 1) if p.here or str(n) in known)
        called = _called(talk, stand, seen, tuple(parties[n - 1].actor for n in named))
        over = len(seen) == len(parties)
        return called if over else replace(called, part=stand.part, at="", page=page + 1)
    turned = {parties[n - 1].actor: _turned(parties[n - 1]) for n in named}
    everyone = {**stand.meeting.roll, **turned}
    return changed(replace(stand, at=""), replace(stand.meeting, roll=everyone))


def _told(talk: Conversation, stand: Stand, text: str) -> Stand:
    """What is said at the roll of who comes besides, or of what was reported."""
    meeting, words = stand.meeting, talk.library.meeting.words
    if (reported := _reported(talk, text)) is not None:
        there = replace(stand, at="")
        if not reported:
            return _unreported(talk, there)
        return changed(there, replace(meeting, reported=True), words.told_reported)
    actors = talk.library.actors.values()
    said = plain(text)
    found = [a.id for a in actors if said in {plain(talk.word(a.id)), *map(plain, a.names)}]
    if not found:
        return saying(stand, words.no_such if numbers(text) else words.unheard)
    return changed(stand, replace(meeting, roll={**meeting.roll, found[0]: Here.PRESENT}))


def _unreported(talk: Conversation, stand: Stand) -> Stand:
    """Nothing was reported: who is needed only for that is out, until the table puts it in."""
    meeting, words = stand.meeting, talk.library.meeting.words
    out = unreported(talk, replace(meeting, reported=None))
    left = without(replace(meeting, reported=False), {party.actor for party in out})
    if left.regie in {party.word for party in out}:
        left = replace(left, regie="", consent={})
    told = (words.told_out.format(party.word, talk.word(party.actor)) for party in out)
    return changed(stand, left, words.told_not_reported, *told)


def _reported(talk: Conversation, text: str) -> bool | None:
    """Whether a line says that something was reported, or that nothing was."""
    words = talk.library.meeting.words
    return {plain(words.is_reported): True, plain(words.not_reported): False}.get(plain(text))


def _called(
    talk: Conversation, stand: Stand, parties: tuple[Party, ...], missing: tuple[str, ...]
) -> Stand:
    """Everyone was called; what is missing for a valid outcome is told first."""
    meeting, words = stand.meeting, talk.library.meeting.words
    everyone = {party.actor: party.here or Here.PRESENT for party in parties}
    everyone |= dict.fromkeys(missing, Here.ABSENT)
    gone = [party.word for party in parties if party.actor in missing]
    told = (words.not_here.format(", ".join(gone)),) if gone else ()
    called = changed(stand, replace(meeting, roll=everyone), *told)
    if not stand.at and lacking(talk, called.meeting):
        return replace(called, at=LACKING)
    return onward(called)


def _turned(party: Party) -> Here:
    return Here.LEFT if party.here is Here.PRESENT else Here.PRESENT


def situation(course: "Course", stand: Stand, text: str) -> Stand:
    """Where the route stands is only read."""
    return saying(stand, course.talk.library.meeting.words.unheard) if text else onward(stand)


def own_words(course: "Course", stand: Stand, text: str) -> Stand:
    """A line of the pupil, at the question that was picked or is named before it."""
    asked = course.talk.library.meeting.own_words
    if not text:
        return replace(stand, at="") if stand.at else onward(stand)
    picked = numbers(text)
    if picked:
        if len(picked) == 1 and 0 < picked[0] <= len(asked):
            return replace(stand, at=asked[picked[0] - 1].id)
        return saying(stand, course.talk.library.meeting.words.no_such)
    meeting = stand.meeting
    said = {each.question for each in meeting.own_words}
    free = next((each.id for each in asked if each.id not in said), asked[-1].id)
    numbered, behind = number_before(text, len(asked))
    answers = stand.at or (asked[numbered - 1].id if numbered else free)
    line = OwnWords(answers, text if stand.at else behind)
    return replace(stand, at="", meeting=replace(meeting, own_words=(*meeting.own_words, line)))


def analysis(course: "Course", stand: Stand, text: str) -> Stand:
    """What raises and what lowers the absence: picked and unpicked, or typed."""
    layer, factors = layer_of(stand), stand.meeting.factors
    if not text:
        layers = [*Layer]
        later = layers.index(layer) + 1
        return replace(stand, at=layers[later], page=0) if layers[later:] else onward(stand)
    shown = causes(course.talk, stand)
    picked = some_of(text, len(shown))
    if numbers(text) and not picked:
        return saying(stand, course.talk.library.meeting.words.no_such)
    if not picked:
        _, said = number_before(text, len(shown))
        side = Side.LOWERS if said.startswith("+") else Side.RAISES
        typed = Factor(layer, side, said.lstrip("+-− "))
        meeting = replace(stand.meeting, factors=(*factors, typed))
        return replace(stand, meeting=meeting, page=LAST)
    for number in picked:
        taken = shown[number - 1]
        same = [f for f in factors if (f.layer, f.side, f.text) == (layer, taken.side, taken.text)]
        kept = tuple(factor for factor in factors if factor not in same)
        factors = kept if same else (*factors, taken)
    return replace(stand, meeting=replace(stand.meeting, factors=factors))

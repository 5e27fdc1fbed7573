"""What stands on the wall at the contested step: who says what, and what would follow from it."""

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.positions import (
    choices,
    contested,
    for_itself,
    later,
    of_family,
    speakers,
    standpoints,
    turning,
)
from routeboek_tui.conversation.overleg.roll import roll
from routeboek_tui.conversation.overleg.wall import Row, Wall, numbered
from routeboek_tui.conversation.view import Question, question
from routeboek_tui.core.meeting import Stand
from routeboek_tui.library.overleg_words import Words

NOW = "now"
"""Where a question that could wait is spoken of all the same."""

FOLLOW = "follow"
"""Where what would follow from each answer is on the wall."""


def positions_wall(talk: Conversation, stand: Stand, words: Words) -> Wall:
    """The question of the route, and what the table says to it."""
    asked = question(talk)
    if asked is None or asked.beside_route:
        return Wall("", words.no_question, ())
    if contested(talk) is None:
        rows = numbered(each.label for each in asked.options)
        return Wall("", asked.text, rows, press=words.becomes_answer)
    if back := later(talk, stand):
        return Wall("", back, numbered((words.speak_now,)))
    if stand.at == FOLLOW:
        return _follow(talk, asked, words)
    if stand.at not in {"", NOW}:
        word = next((p.word for p in roll(talk, stand.meeting) if p.actor == stand.at), stand.at)
        rows = numbered(option.label for option in choices(asked))
        itself = for_itself(talk, stand.at)
        press = words.enter_skip_family if itself else words.enter_skip
        return Wall("", asked.text, rows, (words.says.format(word),), press)
    return _overview(talk, stand, asked, words)


def _overview(talk: Conversation, stand: Stand, asked: Question, words: Words) -> Wall:
    held = standpoints(talk, stand.meeting)
    if not held:
        press = words.enter_round
        if any(for_itself(talk, party.actor) for party in speakers(talk, stand.meeting)):
            press = words.enter_family if of_family(talk) else words.enter_round_others
        labels = numbered(option.label for option in choices(asked))
        return Wall("", asked.text, labels, (), press)
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

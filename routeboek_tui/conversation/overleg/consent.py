"""Who agrees with all that was agreed: the family each for itself, and the others in one line."""

from collections.abc import Iterator

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.roll import Party, present
from routeboek_tui.conversation.overleg.wall import Row, Wall, numbered
from routeboek_tui.core.meeting import Meeting, Stand
from routeboek_tui.library.overleg_words import Words

OTHERS = "others"
"""Where those who are not of the family are asked, all in one line."""

PARENTS = "ouders"
"""Whose not agreeing asks for something else."""

YES, NO = 1, 2
"""The numbers of what one of the family can say."""


def family(talk: Conversation, meeting: Meeting) -> tuple[Party, ...]:
    """Who is there and answers for itself."""
    actors = talk.library.meeting.family.actors
    return tuple(party for party in present(talk, meeting) if party.actor in actors)


def others(talk: Conversation, meeting: Meeting) -> tuple[Party, ...]:
    """Who is there and is asked in one line."""
    actors = talk.library.meeting.family.actors
    return tuple(party for party in present(talk, meeting) if party.actor not in actors)


def unsaid(talk: Conversation, meeting: Meeting) -> tuple[Party, ...]:
    """Who is there and did not say whether it agrees."""
    return tuple(p for p in present(talk, meeting) if p.actor not in meeting.consent)


def asked_now(talk: Conversation, stand: Stand) -> str:
    """Who is asked: one of the family, :data:`OTHERS`, or "" once it was asked."""
    if stand.at or stand.meeting.consent or not stand.meeting.agreed:
        return stand.at
    return next_asked(talk, stand.meeting, "")


def next_asked(talk: Conversation, meeting: Meeting, after: str) -> str:
    """Who is asked after this one; the family comes first, and "" after all."""
    order = [party.actor for party in family(talk, meeting)]
    order += [OTHERS] if others(talk, meeting) else []
    later = order[order.index(after) + 1 :] if after in order else order if not after else []
    return later[0] if later else ""


def consented(talk: Conversation, meeting: Meeting) -> Iterator[str]:
    """Who agrees with all of it, where that was asked; and who did not say so yet."""
    said, words = meeting.consent, talk.library.meeting.words
    against = [_word(talk, meeting, actor) for actor, agrees in said.items() if not agrees]
    silent = [party.word for party in unsaid(talk, meeting)] if said else []
    if against:
        yield words.not_all_agree.format(", ".join(against))
    if silent:
        yield words.not_said.format(", ".join(silent))
    if said and not against and not silent:
        yield words.all_agree


def _word(talk: Conversation, meeting: Meeting, actor: str) -> str:
    found = (party.word for party in present(talk, meeting) if party.actor == actor)
    return next(found, talk.word(actor))


def consent_wall(talk: Conversation, stand: Stand, words: Words) -> Wall:
    """Who agrees with all of it; nothing is asked where nothing was agreed."""
    meeting, asked = stand.meeting, asked_now(talk, stand)
    if not meeting.agreed:
        return Wall("", words.nothing_yet, ())
    if asked == OTHERS:
        rows = numbered(party.word for party in others(talk, meeting))
        return Wall("", words.who_not, rows, press=words.enter_agree, turn=words.enter_page)
    if asked:
        rows = numbered((words.we_agree, words.we_do_not))
        ask = words.do_you_agree.format(_word(talk, meeting, asked))
        return Wall("", ask, rows, press=words.enter_skip_family)
    said = meeting.consent
    states = {True: words.agrees, False: words.agrees_not, None: ""}
    found = numbered(
        f"{party.word}{states[said.get(party.actor)]}" for party in present(talk, meeting)
    )
    refused = (Row(words.refused),) if said.get(PARENTS) is False else ()
    return Wall("", "", (*refused, *found), tuple(consented(talk, meeting)))

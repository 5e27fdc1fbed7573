"""What one of those of a case has to do now, where a question asks that and nothing else."""

from collections.abc import Collection

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.enquiry.case_answer import Kind, Line, deeds, view_of
from routeboek_tui.conversation.enquiry.passage_view import PassageView
from routeboek_tui.conversation.telling.speaker import asked_of
from routeboek_tui.core.flow import TRIAGE

NOTHING = "{}: nu niets te doen."


def deeds_of(talk: Conversation, question: str) -> PassageView | None:
    """The deeds of now and beside of exactly those of whom ``question`` asks, or that none is.

    Where they have none of their own, those that they do with others.
    """
    role = "" if talk.flow.route == TRIAGE else asked_of(question, talk.library)
    if not role:
        return None
    every = talk.library.actors.values()
    alone = [actor.id for actor in every if actor.readers == (role,)]
    among = [actor.id for actor in every if role in actor.readers]
    none = Line(Kind.NEXT, NOTHING.format(talk.word(alone[0])))
    return view_of(talk, _of(talk, alone) or _of(talk, among) or [none])


def _of(talk: Conversation, actors: Collection[str]) -> list[Line]:
    """The deeds of now and beside of ``actors``."""
    here = (*talk.view.now, *talk.view.alongside)
    theirs = (replace(g, todo=tuple(t for t in g.todo if t.actor in actors)) for g in here)
    return [line for group in theirs for line in deeds(group, Kind.NEXT)]

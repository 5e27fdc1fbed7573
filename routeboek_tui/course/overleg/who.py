"""Who is meant by what was typed: a party of the table, an actor, or a role; never a name."""

import re

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.overleg.roll import roll
from routeboek_tui.core.meeting import Stand
from routeboek_tui.text.characters import plain

MOST_WORDS = 3
"""Words of a role."""

_ARTICLE = re.compile(r"^(?:de|het|een) ")


class Who(Struct, frozen=True):
    """Who was meant; or, where ``word`` is "", the ``stand`` that tells or asks."""

    word: str
    stand: Stand


def known(talk: Conversation, stand: Stand, said: str) -> str:
    """The word for the party, the actor or the role that is called ``said``, or "".

    Who sits there under a word of its own is called so only by that word: "school" says less than
    the one at the school who comes.
    """
    library, name = talk.library, _ARTICLE.sub("", plain(said))
    for party in roll(talk, stand.meeting):
        if name == plain(party.word):
            return party.word
    for actor in library.actors.values():
        word = talk.word(actor.id)
        if name in {plain(word), *(plain(talk.say(each)) for each in actor.names)}:
            return word
    return next((role for role in library.meeting.roles if plain(role) == name), "")


def meant(talk: Conversation, stand: Stand, said: str) -> Who:
    """Who ``said`` is; what could be a role is asked once, and meant when typed again."""
    words = talk.library.meeting.words
    if word := known(talk, stand, said):
        return Who(word, stand)
    few = 0 < len(plain(said).split()) <= MOST_WORDS
    if not few or not said.replace(" ", "").replace("-", "").replace("'", "").isalpha():
        return Who("", replace(stand, notes=(words.no_role,)))
    if plain(stand.doubt) == plain(said):
        return Who(said, stand)
    return Who("", replace(stand, doubt=said, notes=(words.is_role,)))

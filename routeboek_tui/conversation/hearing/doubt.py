"""Whether a choice that a line has the words of is the one it makes.

It is not sure where those are what somebody else holds, or what two people do not both want; and it
is none where they are what was looked at and dropped.
"""

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing import matching
from routeboek_tui.conversation.hearing.among import read_among
from routeboek_tui.conversation.hearing.matching import MOST_OFFERED
from routeboek_tui.conversation.hearing.meanings import Chosen, Given, Understood, Unsure
from routeboek_tui.conversation.hearing.told_here import offers, or_told
from routeboek_tui.conversation.telling.opinion import told_by
from routeboek_tui.conversation.telling.sides import differing
from routeboek_tui.conversation.view import Question
from routeboek_tui.library.language import Language
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import plain
from routeboek_tui.text.clauses import AND, clauses


def doubt(
    talk: Conversation, typed: str, heard: Understood, asked: Question
) -> Chosen | Unsure | None:
    """What ``typed``, which was ``heard`` as an answer to ``asked``, says instead, if anything."""
    language, names = talk.library.language, offers(asked.options)
    open_to_it = isinstance(heard, Chosen | Unsure) and not (asked.fact or asked.beside_route)
    if not open_to_it or matching.exact(plain(typed), names, language):
        return None
    sides = differing(typed, language)
    divided = tuple(o.choice for o in names if not language.stating.divided.isdisjoint(o.synonyms))
    if sides and sides <= language.stating.family and divided:
        return Chosen(divided)
    if not isinstance(heard, Chosen):
        return None
    said = [f"{o.label} {' '.join(o.synonyms)}" for o in names if o.choice in heard.choices]
    led = matching.lead_of(plain(typed).partition(" ")[0], language)
    knowing = {*talk.text(asked.step).whom} - language.stating.family
    held = not led and told_by(typed, (asked.text, *knowing, *said), language)
    if held or not sides.isdisjoint(language.stating.family):
        return Unsure(to_choose(heard, asked))
    return _kept(talk, typed, heard, asked)


def _kept(talk: Conversation, typed: str, heard: Chosen, asked: Question) -> Chosen | Unsure | None:
    """What ``typed`` says besides what it drops; ``None`` where it drops nothing."""
    left = _left(typed, asked, talk.library.language)
    if left == typed:
        return None
    rest = read_among(talk, left, asked.options, step=asked.step, policy=asked.policy)
    rest = or_told(talk, left, rest, asked)
    return rest if isinstance(rest, Chosen) else Unsure(to_choose(heard, asked))


def _left(typed: str, asked: Question, language: Language) -> str:
    """``typed`` without what it drops, which can stand in the clause before: "dat viel af"."""
    dropped, names = pattern(language.stating.dropped), offers(asked.options)
    left: list[str] = []
    found = False
    for clause in clauses(typed, AND):
        said = plain(clause)
        if not dropped.search(said):
            left.append(clause)
            continue
        found = True
        if left and not matching.named(dropped.sub(" ", said), names, language):
            left.pop()
    return ", ".join(map(str.strip, left)) if found else typed


def to_choose(heard: Chosen | Given, asked: Question) -> tuple[str, ...]:
    """The choices to offer where one is not sure: all where they are few, the one heard first."""
    first = heard.choices if isinstance(heard, Chosen) else ()
    others = [o.choice for o in asked.options if o.choice and o.choice not in first]
    few = len(first) + len(others) <= MOST_OFFERED
    return (*first, *(others if few else ()))

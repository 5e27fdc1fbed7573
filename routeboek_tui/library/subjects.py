"""Who an action is said to be of: its words tell what to do, and its actor tells who does it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

from routeboek_tui.library.actor import Actor
from routeboek_tui.library.flows import FlowFile
from routeboek_tui.library.node import Node
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.proofs import TextFile

_BEFORE = r"(?:(?:ook|alleen|samen) )?(?:(?:de|het|een|elke?|iedere?|deze|dit|je) )?"
_NO_VERB = (
    "met", "dat", "zodat", "omdat", "totdat", "voordat", "nadat", "tot", "uit", "niet", "wat",
    "het", "want", "en", "tussen", "buiten", "binnen", "samen", "naast", "tegen", "sinds", "vanuit",
)  # fmt: skip
_VERB = rf"(?!(?:{'|'.join(_NO_VERB)})\b)(?:\w+(?:t|en)|kan|mag|moet|zal)"
_ASIDE = r"(?:samen|met|na|voor|vóór|bij|in|op|daarna|intussen|zo nodig)\b[^,.]*?\s"
_SENTENCE = re.compile(r"(?<=[.!?]) ")

_Patterns: TypeAlias = tuple[re.Pattern[str], re.Pattern[str]]


def prove(
    flow_file: FlowFile, texts: Mapping[str, TextFile], actors: Mapping[str, Actor]
) -> Iterator[Problem]:
    """Every action whose words name who does it: another than its actor, or that one again."""
    for step in flow_file.flow.steps.values():
        page = texts.get(step.id)
        for action in step.actions if page else ():
            own = actors.get(action.actor or step.actor)
            said = page.text.actions.get(action.id, "") if page else ""
            if page and own and (found := subject(said, own, actors)):
                if found == own.id:
                    message = (
                        f"De actie “{action.id}” noemt nog eens wie er aan zet is: “{own.word}”"
                        " staat er al voor. Begin met wat diegene doet."
                    )
                else:
                    message = (
                        f"De actie “{action.id}” gaat over “{actors[found].word}”, maar aan zet is"
                        f" “{own.word}”. Zet bij de stap in {flow_file.file} actor: {found}, of zeg"
                        f" wat “{own.word}” doet."
                    )
                yield Problem(page.file, _line(page, action.id), message)


def subject(said: str, own: Actor, actors: Mapping[str, Actor]) -> str:
    """The actor that the words of an action name as who does it, or "".

    Only the first sentence tells what to do; a later one may say what somebody else does.
    """
    anyone = _patterns(_names(*actors.values()))
    first, *more = _SENTENCE.split(said.strip())
    for sentence in more:
        if anyone[0].match(sentence) and _patterns(_names(own))[0].match(sentence):
            return own.id
    if _acts(first, anyone):
        for actor in (own, *(each for each in actors.values() if each.id != own.id)):
            if _acts(first, _patterns(_names(actor))):
                return actor.id
    return ""


def _acts(sentence: str, named: _Patterns) -> bool:
    return any((named[0].match(sentence), named[1].search(sentence)))


def _names(*actors: Actor) -> tuple[str, ...]:
    return tuple(name for actor in actors for name in (actor.word, *actor.names))


@cache
def _patterns(names: tuple[str, ...]) -> _Patterns:
    """One of these names at the beginning of a sentence, and behind a verb.

    The second is meant for "Lukt dat niet, dan belt leerplicht".
    """
    longest = sorted({*names}, key=len, reverse=True)
    named = rf"{_BEFORE}(?:{'|'.join(map(re.escape, longest))})(?![\w-])"
    turned = rf"(?:, (?:dan )?|^{_ASIDE}){_VERB} {named}"
    return re.compile(named, re.IGNORECASE), re.compile(turned, re.IGNORECASE)


def _line(page: TextFile, action: str) -> int:
    quiet = Node(page.head.value, page.head.file, page.head.offset, [])
    actions = dict(quiet.items("")).get("actions")
    lines = {name: node.line for name, node in actions.items("")} if actions else {}
    return lines.get(action, 1)

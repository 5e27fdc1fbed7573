"""The short form of an action and its letter: what the first screen of the advice says of them."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from routeboek_tui.core.flow import Flow
from routeboek_tui.core.letter import Letter
from routeboek_tui.library.actor import Actor
from routeboek_tui.library.node import Node
from routeboek_tui.library.plain_words import PlainWords
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.proofs import TextFile
from routeboek_tui.library.wording import Wording, fill_in
from routeboek_tui.text.characters import word_count
from routeboek_tui.text.spelling import suggestion

PART = "kort"
"""The part of a step text that holds them."""

MOST_WORDS, MOST_SIGNS = 8, 60
MOST_OF_LETTER = 4
"""Words in the short form of a letter."""

AGAIN = (
    "De tekst van “{}” zegt nog een keer wie het doet. Dat staat er al voor. Schrijf je, of niets."
)
COLON = "De korte vorm van “{}” heeft een dubbele punt, en er staat er al een achter wie het doet."

ARTICLE = re.compile(r" (?:de|het|elk) ")


def prove(
    flow: Flow,
    pages: Mapping[str, TextFile],
    words: Mapping[str, tuple[Wording, ...]],
    actors: Mapping[str, Actor],
    plain: PlainWords | None,
) -> Iterator[Problem]:
    """Every short form that is missing, too long, said twice, or begins with who does it.

    A word that hangs on facts counts at its longest.
    """
    longest = {name: max((way.say for way in ways), key=len) for name, ways in words.items()}
    for step, page in pages.items():
        who = _doers(flow, step)
        for action, message in _wrong(page, longest, who):
            yield Problem(page.file, _line(page, action), message)
        for action, name in who.items():
            texts = (page.text.kort.get(action, ""), page.text.actions.get(action, ""))
            if (
                (actor := actors.get(name))
                and plain
                and any(_again(t, actor, words, plain) for t in texts)
            ):
                yield Problem(
                    page.file, _line(page, action, ("actions", PART)), AGAIN.format(action)
                )
        for action, said in page.text.kort.items():
            actor = actors.get(who.get(action, ""))
            if actor and said.lower().startswith(tuple(_names(actor, words))):
                yield Problem(
                    page.file, _line(page, action),
                    f"De korte vorm van “{action}” begint met wie het doet. Begin met wat je doet.",
                )  # fmt: skip


def _doers(flow: Flow, step: str) -> dict[str, str]:
    """Who does each action of a step."""
    found = flow.steps.get(step)
    return {each.id: each.actor or found.actor for each in found.actions} if found else {}


def _again(
    said: str, actor: Actor, words: Mapping[str, tuple[Wording, ...]], plain: PlainWords
) -> bool:
    """Whether a text names who does it once more, as the one who does it: not as a place."""
    names = "|".join(re.escape(name.strip()) for name in (*_names(actor, words), actor.word))
    for found in re.finditer(rf"(\w+) (?:(?:de|het|elk) )?(?:{names})(?!\w)", said.lower()):
        before, named = found[1], ARTICLE.search(found[0])
        if before in plain.before_doer or (named and before not in plain.before_place):
            return True
    return False


def _names(actor: Actor, words: Mapping[str, tuple[Wording, ...]]) -> Iterator[str]:
    """What an actor is called, in every situation, as it stands before another word."""
    name, ways = actor.word.strip("{}"), words.get(actor.word.strip("{}"), ())
    yield from (f"{each.lower()} " for each in ([way.say for way in ways] or [name]))


def prove_letters(
    pages: Mapping[str, TextFile], letters: Mapping[str, Letter]
) -> Iterator[Problem]:
    """Every letter named with an action that is no letter of that step, or has a long name."""
    for step, page in pages.items():
        for action, name in page.text.letters.items():
            if action not in page.text.actions:
                near = suggestion(action, page.text.actions)
                message = f"De brief “{name}” hoort bij geen actie “{action}” van deze stap.{near}"
            elif name not in letters:
                message = f"De brief “{name}” bestaat niet.{suggestion(name, letters)}"
            elif step not in letters[name].steps:
                message = f"De brief “{name}” noemt bij “steps” de stap “{step}” niet."
            else:
                continue
            yield Problem(page.file, _line(page, action, ("letters",)), message)


def _wrong(
    page: TextFile, longest: Mapping[str, str], wanted: Collection[str]
) -> Iterator[tuple[str, str]]:
    """What is wrong with the short forms of one step, each with its action.

    What is wrong with the name of an action itself is said elsewhere.
    """
    short = page.text.kort
    for action in page.text.actions:
        if action in wanted and action not in short:
            yield (
                action,
                (
                    f"De actie “{action}” heeft geen korte vorm. Zet die onder “{PART}”:"
                    f" hooguit {MOST_WORDS} woorden, zoals “meld het verzuim bij DUO”."
                ),
            )
    first: dict[str, str] = {}
    for action, said in short.items():
        if action not in page.text.actions and action not in wanted:
            near = suggestion(action, page.text.actions)
            yield action, f"De korte vorm “{action}” hoort bij geen actie van deze stap.{near}"
        whole = fill_in(said, longest)
        if word_count(whole) > MOST_WORDS or len(whole) > MOST_SIGNS:
            size = f"{word_count(whole)} woorden en {len(whole)} tekens"
            most = f"{MOST_WORDS} woorden en {MOST_SIGNS} tekens"
            yield action, f"De korte vorm van “{action}” heeft {size}. Houd het op {most}."
        if ":" in said:
            yield action, COLON.format(action)
        twin = first.setdefault(said, action)
        if twin != action:
            yield action, f"De korte vorm van “{action}” is dezelfde als die van “{twin}”."


def _line(page: TextFile, action: str, among: Sequence[str] = (PART, "actions")) -> int:
    """The line of an action in the first of the parts ``among`` which has it."""
    quiet = Node(page.head.value, page.file, page.head.offset, [])
    parts = dict(quiet.items(page.file))
    for part in among:
        entries = dict(parts[part].items(part)) if part in parts else {}
        if action in entries:
            return entries[action].line
    return 1

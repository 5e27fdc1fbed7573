"""A count typed where the question is whether what was counted goes on: it answers that as well."""

from collections.abc import Mapping

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import (
    AskedUnknown,
    Chosen,
    Understood,
    Unsure,
    Wrong,
)
from routeboek_tui.conversation.telling import measure
from routeboek_tui.conversation.telling.day import apart
from routeboek_tui.conversation.telling.measure import MEASURES
from routeboek_tui.conversation.telling.sentence import counts_something
from routeboek_tui.core.facts import SECTOR
from routeboek_tui.core.flow import Choice, Step
from routeboek_tui.core.policy import registry
from routeboek_tui.core.policy.verdict import GivenError
from routeboek_tui.core.said import Said
from routeboek_tui.library.ways import pattern
from routeboek_tui.text.characters import bare_line, plain
from routeboek_tui.text.dates import find

SETTLED = "Dat verandert hier niets: de grens was al gehaald met wat eerder is geteld."


class CountedOn(Struct, frozen=True):
    """The choice that leads back to a step that counts, and what it is to count there."""

    choice: str
    step: str
    said: Said


def counted_on(talk: Conversation, typed: str) -> CountedOn | Wrong | None:
    """What ``typed`` counts of what was counted before, where more of it is one of the answers.

    :class:`Wrong` where it counts it, but not as the step can reckon with, or where the border is
    passed already and the count leads no other way.
    """
    ask = talk.ask
    found = _counts_on(talk, talk.step(ask.step)) if ask and not ask.fact else None
    language = talk.library.language
    lead, _, rest = bare_line(typed).partition(" ")
    if found is None or typed.rstrip().endswith("?") or plain(lead) in language.no:
        return None
    left, ahead = bare_line(typed), pattern(language.ahead)
    if ahead.search(plain(left)) and not counts_something(
        ahead.sub(" ", plain(left)), talk.library, talk.today
    ):
        return None
    choice, target = found
    line = rest.strip(" ,;") if plain(lead) in language.yes else bare_line(typed)
    try:
        values = _typed(talk, target.policy, line)
    except GivenError as error:
        unread = str(error) in measure.UNREAD and counts_something(line, talk.library, talk.today)
        return Wrong(str(error)) if unread else None
    if not values or not _more(values, _before(talk, target.id)):
        return None
    if _settled(talk, target, values):
        return Wrong(SETTLED)
    return CountedOn(choice.id, target.id, Said(counts={target.policy: values}))


def or_counted_on(talk: Conversation, typed: str, understood: Understood) -> Understood:
    """That it goes on, where ``typed`` counts how often it was by now."""
    if not isinstance(understood, Unsure | Wrong | AskedUnknown):
        return understood
    found = counted_on(talk, typed)
    return Chosen((found.choice,)) if isinstance(found, CountedOn) else found or understood


def _counts_on(talk: Conversation, step: Step) -> tuple[Choice, Step] | None:
    """The one choice of ``step`` that goes back to counting, and the step that counts."""
    steps = talk.flow.steps
    found = [
        (choice, steps[edge.to])
        for choice in step.choices
        for edge in choice.edges
        if not step.policy and steps[edge.to].policy in MEASURES
    ]
    if len(found) != 1:
        return None
    target = found[0][1]
    leads_here = any(edge.to == step.id for _, edge in target.ways())
    return found[0] if leads_here or talk.trail.main.reached(target.id) else None


def _settled(talk: Conversation, target: Step, values: Mapping[str, str]) -> bool:
    """Whether the border of ``target`` was passed, and ``values`` lead no other way.

    Where ``target`` leads straight to what is asked now, more of it is another rung.
    """
    ask = talk.ask
    if ask is None or any(edge.to == ask.step for _, edge in target.ways()):
        return False
    taken = [v.taken for v in talk.trail.main.visits if v.step == target.id and v.taken]
    rule, both = registry.STEPS[target.policy], {**_before(talk, target.id), **values}
    verdict = rule.verdict(both, talk.situation, talk.today, talk.rulebook.knowledge)
    return bool(taken) and verdict.choice != registry.UNDER and taken[-1] == (verdict.choice,)


def _typed(talk: Conversation, policy: str, line: str) -> Mapping[str, str]:
    language, knowledge, today = talk.library.language, talk.rulebook.knowledge, talk.today
    said, day = apart(line, today, language.counting)
    sector, days = talk.situation.get(SECTOR, ""), find(said, today)
    values = measure.typed(policy, said, days, sector, today, language, knowledge)
    on = day.day if day and day.day and day.day <= today else today
    registry.STEPS[policy].check(values, on, knowledge)
    return values


def _before(talk: Conversation, step: str) -> Mapping[str, str]:
    """What was counted at ``step`` last."""
    given = [answer.given for answer in talk.answers.steps if answer.step == step]
    return given[-1] if given else {}


def _more(values: Mapping[str, str], before: Mapping[str, str]) -> bool:
    """Whether something is more than it was; what is no number says nothing of that."""
    return any(_number(value) > _number(before.get(name, "0")) for name, value in values.items())


def _number(text: str) -> float:
    bare = text.replace(",", ".")
    return float(bare) if bare.replace(".", "", 1).isdecimal() else 0.0

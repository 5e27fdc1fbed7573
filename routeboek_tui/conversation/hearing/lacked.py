"""A bare number where only one of those that a step counts is still needed."""

import re
from collections.abc import Mapping

from routeboek_tui.conversation.advice.reason import confirms, leaves_count
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import Given, Understood, Unsure, Wrong
from routeboek_tui.conversation.hearing.move import ON
from routeboek_tui.conversation.telling.figures import in_figures
from routeboek_tui.conversation.telling.measure import MEASURES
from routeboek_tui.conversation.telling.sickness import IN_A_ROW
from routeboek_tui.conversation.view import question
from routeboek_tui.core.policy import registry
from routeboek_tui.text.characters import bare_line
from routeboek_tui.text.dates import find

_NUMBER = re.compile(r"([0-9]{1,3})(?:$|[,;:.(] ?(.*))")


def or_lacked(
    talk: Conversation, typed: str, understood: Understood, given: Mapping[str, str]
) -> Understood:
    """The number that is still needed beside those ``given`` just before, where ``typed`` is one.

    Where more than one is needed, the number does not say which of them it is.
    """
    asked = question(talk)
    if not given or asked is None or not isinstance(understood, Unsure | Wrong):
        return understood
    if asked.policy not in MEASURES:
        return understood
    known = {name: value for name, value in given.items() if name != ON}
    knowledge, language = talk.rulebook.knowledge, talk.library.language
    rule = registry.STEPS[asked.policy]
    missing = rule.verdict(known, talk.situation, talk.today, knowledge).missing
    text = in_figures(bare_line(typed).strip(" ."), language.counting)
    number = _NUMBER.fullmatch(text)
    numbers = {*MEASURES[asked.policy].inputs.values(), IN_A_ROW}
    if len(missing) != 1 or missing[0] not in numbers or number is None:
        return understood
    count, rest = {missing[0]: number[1]}, number[2] or ""
    days = find(rest, talk.today)
    left = leaves_count(rest, days, count, asked.policy, language, talk.today)
    return Given(count) if not rest or left or confirms(rest, number[1], language) else understood

"""The policies by the name a flow uses for them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

from routeboek_tui.core.facts import Situation
from routeboek_tui.core.policy import ziekteverzuim
from routeboek_tui.core.policy.verdict import Verdict

Policy: TypeAlias = Callable[[Mapping[str, str], Situation, date], Verdict]
"""What was typed by input name, the facts, and the day of the step."""

STEPS: Mapping[str, Policy] = {
    "zorgwekkend_ziekteverzuim": ziekteverzuim.zorgwekkend,
}

"""What there is to do stands once in plain lines, wherever a case comes in."""

import io

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.news import News
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

FLOW = guide().flows["ziekteverzuim"]
FACTS = {**SAFE, "gemeente": "leidschendam_voorburg", "leeftijd": "vanaf_12", "sector": "vo"}


def _told(start: str) -> list[str]:
    target = io.StringIO()
    answers = Answers({**FACTS, "ingeschreven": "ja"}, start=start)
    News(Lines(io.StringIO(), target)).show(Conversation.at(guide(), FLOW, answers, TODAY))
    return [line for line in target.getvalue().splitlines() if line.startswith("- ")]


@each_row("start", list(FLOW.steps))
def test_no_deed_is_told_twice(start: str) -> None:
    told = _told(start)
    assert sorted(told) == sorted(set(told))

"""What a first line tells of deeds around the door it leads to: done, or not done yet."""

from pathlib import Path

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.course.course import Course
from tests.course.talks import TODAY
from tests.known import guide, in_kinds
from tests.rows import each_row
from tests.walks_as_data import SAFE

CASES = in_kinds(Path(__file__).with_name("told_deeds.yaml"))
HAAGLANDEN = {"gemeente": "den_haag", "regio": "haaglanden", "ingeschreven": "ja"}
FACTS = {
    "po": HAAGLANDEN | {"sector": "po", "leeftijd": "onder_12"},
    "vo": HAAGLANDEN | {"sector": "vo", "leeftijd": "vanaf_12"},
    "nk": {"regio": "noord_kennemerland", "sector": "po", "leeftijd": "onder_12"},
}


def at_the_door(sector: str, said: str) -> Conversation:
    """The talk after this first line, through the door that it offers first."""
    course = Course(Conversation.start(guide(), TRIAGE, TODAY, {**SAFE, **FACTS[sector]}))
    course.tell(said)
    asked = course.asked
    assert asked is not None
    course.pick(asked.options[0].key)
    return course.talk


@each_row("case", CASES, ids=[case["said"] for case in CASES])
def test_what_a_first_line_tells_of_deeds_is_ticked_or_still_to_be_done(
    case: dict[str, list[str] | str],
) -> None:
    view = at_the_door(str(case["sector"]), str(case["said"])).view
    now = [todo.kort for group in view.now for todo in group.todo]
    earlier = [todo.kort for group in view.earlier for todo in group.todo]
    missed = [todo.kort for group in view.missed for todo in group.todo]
    assert {*case.get("done", ())} <= {*earlier} - {*now}
    assert not {*case.get("gone", ())} & {*now}
    assert {*case.get("now", ()), *case.get("kept", ())} <= {*now} - {*missed}

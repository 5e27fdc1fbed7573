"""A question about one's own case is answered by the advice of now, and any other by the book."""

from pathlib import Path

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.safety import Manner
from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import Passage
from tests.known import guide, in_kinds
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

CASES = in_kinds(Path(__file__).parent / "own_case.yaml")
AGES = {"po": "onder_12", "vo": "vanaf_12"}
HERE = ("In deze zaak", "Als het antwoord")


def standing(step: str, sector: str) -> Course:
    """A talk that stands at ``step``."""
    library = guide()
    found = [flow for flow in library.flows.values() if step in flow.steps]
    flow = min(found, key=lambda flow: library.older(flow, TODAY))
    facts = {**SAFE, "sector": sector, "leeftijd": AGES[sector], "gemeente": "den_haag"}
    region = library.editions[flow.edition].region
    if region:
        facts |= {"regio": region}
    answers = Answers(facts=facts, start=step)
    return Course.along(Conversation.at(library, flow, answers, TODAY), Manner.ALOUD)


@each_row("case", CASES, ids=[each["asked"] for each in CASES])
def test_the_advice_of_now_answers_what_is_asked_of_it(case: dict[str, str]) -> None:
    course = standing(case["step"], case["sector"])
    before = course.talk
    reply = course.hear(case["asked"])
    views = [part.view for part in reply if isinstance(part, Passage)]
    here = [view for view in views if view.title.startswith(HERE)]
    assert course.talk is before
    if "says" not in case:
        assert not here
        return
    (view,) = here
    assert case["says"] in " ".join(view.short)
    assert view.place.startswith("stap:")
    assert view.sources or "ons advies" in " ".join(view.short)

"""A case opened again later says the same terms: every answer holds the day it was given."""

from datetime import timedelta

from routeboek_tui.conversation.advice.advice_view import AdviceView, advice_view
from routeboek_tui.conversation.conversation import Conversation
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import Walk, walked, walks

LATER = timedelta(days=31)


def terms(view: AdviceView) -> list[tuple[str, str, str]]:
    """Everything there is to do, with its term."""
    groups = (*view.now, *view.alongside, *view.earlier, *view.possible)
    return [(group.step, todo.text, todo.term) for group in groups for todo in group.todo]


@each_row("walk", walks(), ids=lambda walk: walk.id)
def test_a_walk_opened_a_month_later_gives_the_same_terms(walk: Walk) -> None:
    talk = walked(guide(), walk)
    later = Conversation(talk.library, talk.rulebook, talk.answers, talk.today + LATER)
    assert terms(advice_view(later)) == terms(advice_view(talk))
    assert [visit.since for visit in later.trail.main.visits] == [
        visit.since for visit in talk.trail.main.visits
    ]


def test_a_changed_answer_keeps_its_day() -> None:
    talk = walked(guide(), next(walk for walk in walks() if walk.id == "po_uren_onbekend"))
    first = talk.answers.steps[0]
    later = Conversation(talk.library, talk.rulebook, talk.answers, talk.today + LATER)
    changed = later.change(first.step, first.visit, ("luxe",))
    assert [each.on for each in changed.steps] == [each.on for each in talk.answers.steps]
    again = later.answered(("nee",))
    assert again.answers.steps[-1].on == later.today

"""What the guide replies to a question that was typed: one passage, or the nearest few."""

from routeboek_tui.search.index import Hit, Index
from routeboek_tui.search.passages import PAGE
from routeboek_tui.search.question import MOST_NEAR, answer


def reply(index: Index, question: str, page: str = "") -> Hit | tuple[Hit, ...]:
    """The passage that answers ``question``, or the nearest few, possibly none.

    ``page`` is a page of the book that the question seems to name. It is the answer where
    nothing else is nearer, and else one of the nearest.
    """
    found = answer(index, question)
    place = index.place(f"{PAGE}:{page}") if page else None
    if isinstance(found, Hit) or place is None:
        return found
    named = index.hit(place, 0.0, {})
    if not found or found[0].passage == named.passage:
        return named
    others = (hit for hit in found if hit.passage != named.passage)
    return (named, *others)[:MOST_NEAR]

"""The second part of an answer, which can stand beside the first, is kept or asked after."""

from collections.abc import Iterator

from routeboek_tui.conversation.hearing.matching import Offer, fits
from routeboek_tui.conversation.hearing.understanding import Chosen, understand
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import TODAY


def _pairs() -> Iterator[tuple[str, str, str, str]]:
    """Every answer with every one that may stand beside it, at every question."""
    for flow in guide().flows.values():
        for step in flow.steps.values():
            offers = [o for o in _offers(flow.id, step.id) if o.choice]
            beside = [o for o in offers if o.parallel or o.besides]
            for more in beside:
                for first in offers:
                    if first is not more and fits((first.choice, more.choice), offers):
                        yield flow.id, step.id, first.choice, more.choice


def _offers(flow: str, step: str) -> list[Offer]:
    texts = guide().texts[flow][step].choices
    offers = [
        Offer(
            choice.id, str(n), texts[choice.id].label, texts[choice.id].synonyms,
            parallel=choice.parallel, besides=choice.besides,
        )
        for n, choice in enumerate(guide().flows[flow].steps[step].choices, start=1)
    ]  # fmt: skip
    return [*offers, Offer("", str(len(offers) + 1), "Weet ik nog niet")]


@each_row(("flow", "step", "first", "more"), sorted(set(_pairs())))
def test_what_is_said_beside_an_answer_is_not_lost(
    flow: str, step: str, first: str, more: str
) -> None:
    offers = _offers(flow, step)
    named = {offer.choice: offer for offer in offers}
    for said in named[more].synonyms or (named[more].label,):
        meaning = understand(
            f"{named[first].label}, en {said}", offers, today=TODAY,
            language=guide().language, knowledge=guide().knowledge,
        )  # fmt: skip
        # What is asked again loses nothing: no answer was taken.
        if isinstance(meaning, Chosen):
            assert more in meaning.choices

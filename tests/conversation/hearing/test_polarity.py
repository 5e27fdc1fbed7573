"""Choices and doors that differ by a denial: what says the one is never taken for the other."""

from collections.abc import Iterator

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.among import read_among
from routeboek_tui.conversation.hearing.matching import lead_of
from routeboek_tui.conversation.hearing.meanings import Chosen, Unsure
from routeboek_tui.conversation.hearing.polarity import compared, unopposed
from routeboek_tui.conversation.view import Option
from routeboek_tui.course.candidates import Candidates
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY

LIBRARY = guide()
LANGUAGE = LIBRARY.language


def bare(label: str) -> str:
    """A label as somebody types it: without the "ja" or "nee" that it begins with."""
    first, _, rest = label.partition(" ")
    said = rest if lead_of(first.strip(",").lower(), LANGUAGE) and rest else label
    return said.removeprefix("maar ").lower()


def options(flow: str, step: str) -> tuple[Option, ...]:
    """The choices of a step, as its question shows them."""
    talk = Conversation.start(LIBRARY, flow, TODAY, {})
    choices = talk.flow.steps[step].choices
    text = talk.text(step)
    return tuple(
        Option(str(n), each.id, talk.say(text.choices[each.id].label),
               synonyms=text.choices[each.id].synonyms, extra=each.parallel)
        for n, each in enumerate(choices, start=1)
    )  # fmt: skip


def pairs() -> Iterator[tuple[str, str, str, str]]:
    """Every two choices of a step of which one denies what the other says is so."""
    for name, flow in LIBRARY.flows.items():
        for step in flow.steps.values():
            shown = options(name, step.id) if step.choices else ()
            for one in shown:
                for other in shown:
                    apart = one is not other and not (one.extra or other.extra)
                    if apart and compared(bare(one.label), other.label, LANGUAGE).turned:
                        yield name, step.id, one.choice, other.choice


PAIRS = [*pairs()]
WORDINGS = {
    "er is geen behandelaar": ("er is een behandelaar", "gegrond", "behandelaar_met_toestemming"),
    "er is een behandelaar": ("er is geen behandelaar", "gegrond", "niet_aannemelijk"),
}


def test_there_are_pairs() -> None:
    assert len({pair[1] for pair in PAIRS}) > 10


@each_row(("flow", "step", "one", "other"), PAIRS)
def test_the_words_of_one_are_not_the_other(flow: str, step: str, one: str, other: str) -> None:
    talk, shown = Conversation.start(LIBRARY, flow, TODAY, {}), options(flow, step)
    typed = bare(next(each.label for each in shown if each.choice == one))
    read = read_among(talk, typed, shown, step=step)
    if isinstance(read, Chosen):
        assert other not in read.choices
    elif isinstance(read, Unsure):
        near = unopposed(typed, read.nearest, shown, LANGUAGE)
        assert other not in near or near[0] != other


@pytest.mark.parametrize("typed", WORDINGS)
def test_what_is_not_there_is_not_offered_as_being_there(typed: str) -> None:
    _, step, turned = WORDINGS[typed]
    talk = Conversation.start(LIBRARY, "ziekteverzuim", TODAY, SAFE)
    shown = options(talk.flow.id, step)
    read = read_among(talk, typed, shown, step=step)
    near = unopposed(typed, getattr(read, "nearest", ()), shown, LANGUAGE)
    assert near
    assert turned not in near


DENIED = {
    "geen behandelaar": "er is een behandelaar",
    "geen contact": "er is een contact",
    "geen plek": "er is een plek",
}


@pytest.mark.parametrize("name", DENIED)
def test_a_door_that_denies_what_is_there_is_not_offered(name: str) -> None:
    titles = [each.title.lower() for each in LIBRARY.signals.values()]
    talk = Conversation.start(LIBRARY, "triage", TODAY, {"regio": "haaglanden", "sector": "vo"})
    told = f"ik heb ze gesproken, {DENIED[name]}"
    offered = Candidates.of(talk, told).found.candidates
    assert any(name in title for title in titles) or name != "geen behandelaar"
    assert not [each for each in offered if name in each.signal.title.lower()]

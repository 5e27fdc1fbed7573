"""The door a signal leads to: what was said of it, and what is to be found out before it."""

from collections.abc import Iterable

from routeboek_tui.core.facts import Situation, may_hold
from routeboek_tui.core.said import Said
from routeboek_tui.library.content import Library
from routeboek_tui.library.signal import Signal
from routeboek_tui.library.wording import fill_in


def at_door(said: Said, here: Said, signal: Signal) -> Said:
    """``said`` with what it says ``here`` of the steps ``signal`` leads to, and with it.

    Where it is likely something else than what the signal says of a step, that is asked.
    """
    doors = {edge.door.step for edge in signal.goto}
    choices = {step: taken for step, taken in here.choices.items() if step in doors}
    said = said.also(Said(choices=choices))
    doubted = {
        step
        for step, taken in signal.says.choices.items()
        if step not in said.choices and said.likely.get(step, taken) != taken
    }
    return signal.says.agreeing(said).doubting(doubted)


def elsewhere(library: Library, said: Said, signal: Signal, others: Iterable[Signal]) -> Said:
    """What of the answers ``said`` leads through the doors of ``others``, and not of ``signal``.

    Who chose ``signal`` with those beside it gave none of these answers; one of the same theme is
    about the same matter.
    """
    own = {edge.door.step for edge in signal.goto}
    apart = [each for each in others if each.theme != signal.theme]
    doors = {edge.door.step for each in apart for edge in each.goto} - own
    steps = [step for flow in library.flows.values() for step in flow.steps.values()]
    return Said(
        choices={
            name: taken
            for name, taken in said.choices.items()
            if name not in signal.says.choices
            and any(
                edge.to in doors
                for step in steps
                if step.id == name
                for choice in step.choices
                if choice.id in taken
                for edge in choice.edges
            )
        }
    )


def doors_of(library: Library) -> frozenset[str]:
    """The steps that signals lead to."""
    goto = (edge for signal in library.signals.values() for edge in signal.goto)
    return frozenset(edge.door.step for edge in goto)


def asked_first(library: Library, signal: Signal, known: Situation, said: Said) -> tuple[str, ...]:
    """What to find out first before the door of ``signal``: what is not known or ``said`` yet."""
    places, words = {*known, *said.places}, library.words_in(known)
    asked = (
        fill_in(each.say, words)
        for each in signal.ask
        if may_hold(each.when, known) and places.isdisjoint(each.of)
    )
    return tuple(dict.fromkeys(asked))

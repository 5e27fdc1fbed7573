"""What can be asked comes when its answer can be known, and something decides every choice."""

from collections.abc import Iterator
from pathlib import Path

from routeboek_tui.conversation.practice.stages import number, opens
from routeboek_tui.conversation.practice.way import Stop, walked
from routeboek_tui.conversation.view import question
from routeboek_tui.course.practice.practice import ASK, Practice
from routeboek_tui.course.practice.practising import NOTHING
from routeboek_tui.library.content import Library
from routeboek_tui.library.exercise import Exercise
from tests.known import in_words
from tests.practising import whole
from tests.rows import each_row

DECIDED: dict[str, dict[str, str]] = in_words(Path(__file__).with_name("decided.yaml"))

LATER = {
    "precies-zestien-uur": ("Wat kwam er uit jullie onderzoek?", "Hoe staat het er nu voor?"),
    "vrijstelling-voorbij-op-het-kdc": ("Wat vindt het Driehoeksoverleg?",),
    "alles-geweigerd-en-een-half-verhaal": ("Wat besloot het MDO een dag later?",),
    "vier-dagen-skien-zonder-te-vragen": ("Welke weg koos je?",),
    "halve-dagen-en-een-grapje": ("Wat is het passende aanbod?", "Hoe lang is de wachtlijst?"),
    "van-twee-naar-elf-keer-te-laat": ("Is er al met de directeur gepraat?",),
    "zij-wil-geen-driehoek": ("Is er met haar gepraat over haar nee?",),
    "vandaag-zegt-de-school-ja": ("Is er plek?", "Kan de school de hulp geven?"),
}
"""Of some cases what cannot be known at the first choice, for it comes of what is done later."""


@each_row("name", LATER)
def test_what_comes_of_a_deed_is_not_asked_before_it(library: Library, name: str) -> None:
    exercise = whole().exercises[name]
    offered = {label for label in _offered(library, exercise)}
    assert not [each for each in LATER[name] for label in offered if each in label]


def _offered(library: Library, exercise: Exercise) -> Iterator[str]:
    practice = Practice(library, whole().words, exercise, lambda _: None)
    assert practice.hear("") == NOTHING
    options = practice.sheet.options
    yield from (option.label for option in options if option.choice.startswith(ASK))


@each_row("name", whole().exercises)
def test_what_helps_at_a_choice_can_be_asked_there(library: Library, name: str) -> None:
    exercise = whole().exercises[name]
    way = walked(library, exercise)
    for known in exercise.ask:
        assert opens(way, known) < len(way.stops)
        if known.at:
            assert opens(way, known) <= number(way.stops, known.at), known.question


@each_row("name", whole().exercises)
def test_something_in_the_case_decides_each_choice(library: Library, name: str) -> None:
    exercise = whole().exercises[name]
    found = {stop.step for stop in walked(library, exercise).stops if _open(exercise, stop)}
    quoted = DECIDED.get(name, {})
    assert found == {*quoted}, "each of these needs a question with at, or words of the story"
    story = " ".join(exercise.story.split())
    assert [words for words in quoted.values() if words not in story] == []


def _open(exercise: Exercise, stop: Stop) -> bool:
    """Whether nothing that is asked, counted or told in between decides a choice."""
    asked = question(stop.talk)
    single = asked is not None and len([o for o in asked.options if o.choice]) == 1
    both = any(each.step == stop.step for each in exercise.both)
    helped = any(each.at == stop.step for each in exercise.ask)
    return not (stop.said.meanwhile or helped or single or both)

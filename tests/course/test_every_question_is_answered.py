"""What asks something is answered, or told that no source says it, wherever it is typed."""

from collections.abc import Callable
from itertools import cycle

import pytest

from routeboek_tui.conversation.questions import is_question
from routeboek_tui.course import places
from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import Open, Passage, Places, Reply
from routeboek_tui.library.places import content_root
from routeboek_tui.library.sentences import ASKED
from tests.course.talks import TODAY
from tests.known import guide
from tests.walks_as_data import SAFE

ASKERS = (
    {},
    {"regio": "haaglanden", "gemeente": "den_haag", "sector": "po"},
    {"regio": "haaglanden", "gemeente": "rijswijk", "sector": "vo"},
    {"regio": "haaglanden", "gemeente": "leidschendam_voorburg", "sector": "vo"},
    {"regio": "noord_kennemerland", "sector": "po"},
)


def first_screen(line: str, facts: dict[str, str]) -> tuple[Course, Reply]:
    course = Course.begin(guide(), TODAY, facts)
    return course, course.tell(line)


def triage(line: str, facts: dict[str, str]) -> tuple[Course, Reply]:
    course = Course.begin(guide(), TODAY, {**SAFE, **facts})
    return course, course.hear(line)


def safety(line: str, facts: dict[str, str]) -> tuple[Course, Reply]:
    course = Course.begin(guide(), TODAY, facts)
    return course, course.hear(line)


def candidates(line: str, facts: dict[str, str]) -> tuple[Course, Reply]:
    course = Course.begin(guide(), TODAY, {**SAFE, **facts})
    course.hear("leerling spijbelt en is vaak ziek")
    return course, course.hear(line)


def on_the_way(line: str, facts: dict[str, str]) -> tuple[Course, Reply]:
    nk = facts.get("regio") == "noord_kennemerland"
    route = "noord_kennemerland" if nk else "ziekteverzuim"
    course = Course.begin(guide(), TODAY, {**SAFE, "sector": "po", **facts}, route)
    return course, course.hear(line)


def changing(line: str, facts: dict[str, str]) -> tuple[Course, Reply]:
    course = Course.begin(guide(), TODAY, {**SAFE, **facts, "sector": "po"}, "ziekteverzuim")
    course.do("change")
    return course, course.hear(line)


def letter(line: str, facts: dict[str, str]) -> tuple[Course, Reply]:
    course = Course.begin(guide(), TODAY, {**SAFE, **facts})
    return course, course.asked_between(line)


PLACES = (first_screen, triage, safety, candidates, on_the_way, changing, letter)


def asked() -> list[str]:
    """Every fifth question of the bank, as a sentence that asks."""
    every = [each.text for each in ASKED.sentences(content_root())]
    language = guide().language
    return [text if is_question(text, language) else f"{text}?" for text in every[::5]]


def answered(reply: Reply) -> bool:
    """Whether ``reply`` tells a passage, the nearest places, or that no source says it."""
    told = (Passage, Places, Open)
    return any(isinstance(part, told) or part == places.NOTHING for part in reply)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_every_question_of_the_bank_is_answered(
    place: Callable[[str, dict[str, str]], tuple[Course, Reply]],
) -> None:
    here = PLACES.index(place)
    silent = []
    for number, (line, facts) in enumerate(zip(asked(), cycle(ASKERS), strict=False)):
        if number % len(PLACES) == here and not answered(place(line, facts)[1]):
            silent.append(line)
    assert not silent

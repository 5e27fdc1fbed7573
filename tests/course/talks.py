"""Talks of the real guide for tests of the course: where they begin, and what they say."""

from collections.abc import Iterable

from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import Passage, Places, Reply, Words
from tests.known import guide
from tests.walks_as_data import SAFE, TODAY

VO = {**SAFE, "sector": "vo", "gemeente": "den_haag", "regio": "haaglanden"}


def talk(route: str = "ziekteverzuim", heard: Iterable[str] = (), **facts: str) -> Course:
    """A talk along ``route`` in which these lines were typed; without facts those of :data:`VO`."""
    course = Course.begin(guide(), TODAY, facts or VO, route)
    for line in heard:
        course.hear(line)
    return course


def said(reply: Reply) -> str:
    """The sentences of a reply."""
    return " ".join(part.text for part in reply if isinstance(part, Words))


def looked_up(reply: Reply) -> bool:
    """Whether a reply answers a question."""
    return bool(reply) and isinstance(reply[0], Passage | Places)


def keys(course: Course) -> dict[str, str]:
    """The key of each choice of the question of now."""
    assert course.asked
    return {option.choice: option.key for option in course.asked.options}

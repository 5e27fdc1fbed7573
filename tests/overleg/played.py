"""Meetings that are typed line by line, and where they are typed."""

from pathlib import Path
from typing import Any

from routeboek_tui.conversation.overleg.wall import MOST
from routeboek_tui.course.course import Course
from routeboek_tui.course.overleg.overleg import Overleg
from tests.course.meetings import PO, VO, standing
from tests.known import in_kinds
from tests.walks_as_data import SAFE

MEETINGS: dict[str, dict[str, Any]] = in_kinds(Path(__file__).parent / "meetings.yaml")


def course_of(name: str) -> Course:
    """The talk beside which a meeting is held."""
    held = MEETINGS[name]
    return Course(standing(held["route"], held["start"], {**SAFE, **held["facts"]}))


def held(step: str = "mdo_jes", flow: str = "ziekteverzuim", *lines: str, **facts: str) -> Overleg:
    """A meeting at ``step`` in which these lines were typed."""
    known = {**(VO if flow.startswith("met_schoolinschrijving_vo") else PO), **facts}
    found = Course(standing(flow, step, known)).overleg
    for line in lines:
        found.hear(line)
    return found


def wall(found: Overleg) -> str:
    """The wall as one line."""
    return " ".join(shown(found))


def choosing(found: Overleg, label: str) -> None:
    """Pick what is called so at the end."""
    found.hear("uit")
    offered = [row.text for row in found.wall.rows]
    found.hear(str(offered.index(label) + 1))


def shown(held: Overleg) -> tuple[str, ...]:
    """The lines on the wall."""
    return tuple(line.text for line in held.wall.lines())


def walls(name: str, room: int = MOST) -> list[tuple[str, ...]]:
    """What stood on a wall of so many lines at the beginning, and after every line."""
    course = course_of(name)
    course.overleg.room = room
    found = [shown(course.overleg)]
    for line in MEETINGS[name]["lines"]:
        course.overleg.hear(line)
        found.append(shown(course.overleg))
    return found

"""What can be asked in a case, and what was."""

from collections.abc import Collection

from routeboek_tui.conversation.practice.stages import opens
from routeboek_tui.conversation.practice.way import Way
from routeboek_tui.library.exercise import Exercise, Known


class CaseQuestions:
    """The questions of a case. ``asked`` are those that were asked, the first one first."""

    def __init__(self, exercise: Exercise, way: Way) -> None:
        # By when it comes, so that what has a letter keeps it.
        opened = ((opens(way, each), each) for each in exercise.ask)
        self._known = sorted(opened, key=lambda each: each[0])
        self.asked: list[Known] = []

    def open(self, at: int, past: Collection[str]) -> list[tuple[int, Known]]:
        """What can be asked at the question of the way numbered ``at``, each with its number.

        What was known at the steps ``past`` is so no more.
        """
        found = [(n, each) for n, (since, each) in enumerate(self._known) if since <= at]
        return [(n, each) for n, each in found if each not in self.asked and each.at not in past]

    def ask(self, number: int) -> None:
        """Ask the one with this number."""
        self.asked.append(self._known[number][1])

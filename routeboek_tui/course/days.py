"""The days of a meeting as a paper: read first, and saved as a calendar file."""

from datetime import date
from pathlib import Path

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.course.paper import KEPT, Kind, Paper, Saved
from routeboek_tui.export import ics
from routeboek_tui.export.file import ExportError, FileExists
from routeboek_tui.export.ics import Day
from routeboek_tui.export.place import place, unquoted
from routeboek_tui.text import dates
from routeboek_tui.text.document import Document, Items, Run

STEM = "agenda"


class DaysPaper(Paper, frozen=True):
    """``days`` to keep, on the day ``today``. It is saved as a calendar file and nothing else."""

    days: tuple[Day, ...] = ()
    today: date = date.min
    word: str = ""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """A calendar file."""
        return (Kind(ics.EXTENSION, self.word, styled=False),)

    def save(
        self, typed: str, folder: Path, extension: str, *, template: str = "", overwrite: bool
    ) -> Saved:
        """Write it; over an earlier file of this guide its days move along."""
        del template
        try:
            name = unquoted(typed) or f"{self.stem}.{extension}"
            path = place(name, folder).with_suffix(f".{extension}")
            ics.write(self.days, path, ics.new(), self.today, overwrite=overwrite)
        except FileExists as error:
            return Saved(str(error), exists=True)
        except ExportError as error:
            return Saved(str(error))
        return Saved(KEPT.format(path), str(path))


def days_paper(talk: Conversation, days: tuple[Day, ...]) -> DaysPaper:
    """``days`` to read and to save."""
    words = talk.library.meeting.words
    rows = tuple((Run(f"{dates.write(day.on)}: {day.title}"),) for day in days)
    document = Document(words.calendar, words.calendar_notice, (Items(False, rows),))
    return DaysPaper(document, STEM, days=days, today=talk.today, word=words.calendar_file)

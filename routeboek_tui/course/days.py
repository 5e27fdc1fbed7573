"""The days of a meeting as a paper: read first, and saved as a calendar file."""

from datetime import date
from pathlib import Path

from msgspec import field

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.course.letter.paper import KEPT, Kind, Paper, Saved, extension_of, target
from routeboek_tui.export import ics
from routeboek_tui.export.file import ExportError, FileExists
from routeboek_tui.export.ics import Day
from routeboek_tui.text import dates
from routeboek_tui.text.document import Document, Items, Run

STEM = "agenda"


class DaysPaper(Paper, frozen=True):
    """``days`` to keep, on the day ``today``. It is saved as a calendar file and nothing else.

    ``sent`` is what went out of this meeting before, the last file last; saving adds to it.
    ``moves`` is what to say before an earlier file is replaced.
    """

    days: tuple[Day, ...] = ()
    today: date = date.min
    word: str = ""
    moves: str = ""
    sent: list[ics.Issued] = field(default_factory=list)

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
            path = target(typed, folder, self.stem, extension)
            if extension_of(path.name):
                path = path.with_suffix(f".{extension}")
            before = self.sent[-1] if self.sent else ics.new()
            out = ics.write(self.days, path, before, self.today, overwrite=overwrite)
        except FileExists as error:
            return Saved(f"{error} {self.moves}", exists=True)
        except ExportError as error:
            return Saved(str(error))
        self.sent.append(out)
        return Saved(KEPT.format(path), str(path))


def days_paper(
    talk: Conversation, days: tuple[Day, ...], sent: list[ics.Issued], before: int = 0
) -> DaysPaper:
    """``days`` to read and to save; ``before`` is how many pupils were spoken of earlier today."""
    words = talk.library.meeting.words
    rows = tuple((Run(f"{dates.named(day.on)}: {day.title}"),) for day in days)
    document = Document(words.calendar, words.calendar_notice, (Items(False, rows),))
    return DaysPaper(
        document,
        f"{STEM}-{before + 1}" if before else STEM,
        days=days,
        today=talk.today,
        word=words.calendar_file,
        moves=talk.library.meeting.paper.calendar_moves,
        sent=sent,
    )

"""What a line needs and was never made on this computer: made before anyone waits for it unsaid."""

from routeboek_tui.course.findings import MAKING, Search, never_made
from routeboek_tui.library.content import Library
from routeboek_tui.lines.lines import Lines


def make_ready(out: Lines, library: Library) -> None:
    """Say what is going on, and make it; where nobody sits at a terminal it is made unsaid."""
    if out.watched and never_made():
        out.say(MAKING)
        Search(library)

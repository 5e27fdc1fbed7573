"""A meeting in lines: the wall after every line, and the papers that leave it."""

from collections.abc import Callable
from pathlib import Path

from routeboek_tui.conversation.overleg.wall import Wall
from routeboek_tui.course.letter.paper import Paper
from routeboek_tui.course.overleg.overleg import Overleg
from routeboek_tui.course.turn import Leave, Reply
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.prose import document_lines

PAPER_HELP = "Typ bewaar, of kies een naam: bewaar {}. Enter gaat terug."
HIDDEN = "Enter laat alles weer zien."
FAR = 60
"""Empty lines, more than a terminal shows."""

WHOLE = 10_000
"""Lines of a wall that is read as it comes, and has no pages."""

SAVING = ("bewaar", "opslaan")
REPLACING = "vervang"


def hold_meeting(out: Lines, held: Overleg, lay_out: Callable[[Reply], None]) -> None:
    """Hold the meeting until one goes back to the talk; ``lay_out`` prints what it opens."""
    shown: Wall | None = None
    while True:
        held.room = WHOLE
        if held.wall != shown:
            _show(out, held.wall)
        shown = held.wall
        reply = held.hear(out.ask(unseen=held.wall.unseen))
        held = held.course.overleg
        beside = held.course.beside_route
        for part in reply:
            if part != Leave():
                lay_out((part,))
        if Leave() in reply:
            out.say(held.farewell)
        if Leave() in reply or (held.course.beside_route and not beside):
            return
        shown = None if reply else shown


def _show(out: Lines, wall: Wall) -> None:
    """The wall in whole sentences, and what can be picked as in the talk."""
    out.say()
    for text in (wall.heading, wall.ask, *wall.notes):
        out.say(text)
    for row in wall.rows:
        out.say(row.text, f"{row.key}. " if row.key else "")
    out.say(wall.press)


def hide(out: Lines) -> None:
    """Nothing of what stood here is in sight any more, until Enter."""
    for _ in range(FAR):
        out.say()
    out.say(HIDDEN)
    out.ask()


def show_paper(out: Lines, paper: Paper) -> None:
    """Read a paper, and save it where the user says."""
    out.say()
    for line in document_lines(paper.document):
        out.say(line)
    extension = paper.kinds[0].extension
    out.say(PAPER_HELP.format(paper.proposed))
    while typed := out.ask():
        word, _, name = typed.partition(" ")
        overwrite = word.casefold() == REPLACING
        if not overwrite and word.casefold() not in SAVING:
            out.say(PAPER_HELP.format(paper.proposed))
            continue
        saved = paper.save(name or paper.proposed, Path.cwd(), extension, overwrite=overwrite)
        out.say(saved.words)
        if saved.path:
            return
        if saved.exists:
            out.say(f"{REPLACING} {name or paper.proposed}")

"""The talk with another program: that holds the state, and nothing stays here between lines."""

from datetime import date
from pathlib import Path
from typing import IO, Any, BinaryIO

import msgspec
from msgspec.structs import asdict, replace

from routeboek_tui.course.course import Course
from routeboek_tui.course.letter.drafting import Drafting, ExportError
from routeboek_tui.course.letter.paper import Paper
from routeboek_tui.course.overleg.out import papers
from routeboek_tui.course.state import VERSION, begun, resumed, state_of
from routeboek_tui.course.turn import Open, Reply, Tone, View, Words
from routeboek_tui.course.unfit import Unfit, known
from routeboek_tui.json_lines import replies
from routeboek_tui.json_lines.requests import (
    DEEDS,
    MOST_SAID,
    UNEXPECTED,
    Act,
    Kept,
    Request,
    read,
    whole,
)
from routeboek_tui.library.content import Library


def talk(library: Library, lines: BinaryIO, out: IO[str]) -> None:
    """Answer every line of ``lines`` with one on ``out``, until they end."""
    for line in whole(lines):
        out.write(f"{msgspec.json.encode(answered(library, line)).decode()}\n")
        out.flush()


def answered(library: Library, line: bytes) -> dict[str, Any]:
    """The reply to a line; whatever it is, the next one can be answered."""
    try:
        return _answered(library, read(line))
    except Unfit as error:
        said, where = str(error), error.where
    except ExportError as error:
        said, where = str(error), "save"
    except Exception as error:
        said, where = UNEXPECTED.format(type(error).__name__), ""
    return {"version": VERSION, "error": said[:MOST_SAID], "at": where[:MOST_SAID]}


def _answered(library: Library, request: Request) -> dict[str, Any]:
    kept = request.state or Kept(**asdict(state_of(_begun(library, request))))
    course = resumed(library, kept)
    for each in kept.since:
        act(course, each)
    said = act(course, request)
    drafting = _drafting(course, request) if request.letter is not None else None
    if request.view == View.PAPER and request.save:
        said = (*said, _saved(course.overleg.to_save(request.name), request))
    if drafting and request.save:
        saved = drafting.save(request.save, overwrite=request.overwrite)
        said = (*said, Words(saved, Tone.TOLD))
    found = replies.reply(course, said)
    done = msgspec.convert(request, Act, from_attributes=True)
    held = replace(kept, since=(*kept.since, done)) if course.beside_route else state_of(course)
    found["letter"] = replies.draft(drafting) if drafting else None
    found["state"] = None if found["stopped"] else msgspec.to_builtins(held)
    return found


def _begun(library: Library, request: Request) -> Course:
    day = request.date or date.today()
    return begun(library, day, request.facts, request.route, request.manner)


def act(course: Course, asked: Act) -> Reply:  # noqa: PLR0911 - one for each
    """What comes of one thing that is asked of a talk."""
    for line, deed in ((asked.hear, course.hear), (asked.tell, course.tell)):
        if line is not None:
            return deed(line)
    if asked.pick is not None:
        return course.pick(*asked.pick)
    if asked.do is not None:
        return course.do(known(asked.do, DEEDS, "do"))
    if asked.look is not None:
        return course.look(asked.look)
    if change := asked.change:
        return course.change(change.fact, change.step, change.visit)
    if asked.letter is not None:
        _drafting(course, asked)
    if asked.meeting is not None:
        return course.overleg.hear(asked.meeting)
    if asked.view == View.MEETING:
        return course.do(View.MEETING)
    if asked.view == View.PAPER:
        known(asked.name, papers(course.overleg), "name")
    if asked.view is not None:
        return (Open(View(known(asked.view, [*View], "view")), asked.name),)
    return ()


def _saved(paper: Paper, asked: Act) -> Words:
    """What is said of saving a paper of the meeting.

    :raises ExportError: when it is not saved
    """
    extension = paper.kinds[0].extension
    saved = paper.save(asked.save, Path.cwd(), extension, overwrite=asked.overwrite)
    if not saved.path:
        raise ExportError(saved.words)
    return Words(saved.words, Tone.TOLD)


def _drafting(course: Course, asked: Act) -> Drafting:
    """The letter that is asked for, with what was typed in it."""
    drafting = course.draft(known(asked.letter or "", course.talk.library.letters, "letter"))
    for field, typed in asked.values.items():
        drafting.put(known(field, drafting.letter.fields, "values"), typed)
    drafting.agreed.update(asked.agree, [drafting.letter.confirm] * asked.confirm)
    return drafting

"""Practising in lines: one sheet laid out, one line heard, until it stops or input ends."""

from routeboek_tui.conversation.practice.sheet import Line, Sheet, Tone
from routeboek_tui.course.practice.practising import Practising
from routeboek_tui.lines.lines import EndOfInput, Lines

DEFAULT = " (Enter)"

LEADS = {Tone.ITEM: "- ", Tone.SUB: "  ", Tone.RIGHT: "+ ", Tone.WRONG: "! "}
"""What stands before a line, for who sees no colours."""


def practise(out: Lines, place: Practising) -> bool:
    """Practise until somebody goes back to before the beginning, or stops: whether it was that."""
    shown: Sheet | None = None
    try:
        while True:
            if place.sheet != shown:
                before, shown = shown, place.sheet
                lay_out(out, shown, before)
            heard = place.hear(out.ask())
            for each in heard.said:
                out.say(each)
            if heard.stop or heard.back:
                return heard.stop
    except EndOfInput:
        return True


def lay_out(out: Lines, sheet: Sheet, before: Sheet | None = None) -> None:
    """Print a sheet; what stood on the one ``before`` it is still there to read."""
    same = before is not None and before.title == sheet.title
    # What is only to be read was asked for, and is told whole.
    known = before.lines if before and same and sheet.question else ()
    out.say()
    if not same:
        out.say(sheet.title)
    for line in sheet.lines:
        if line not in known:
            _show(out, line)
    out.say()
    if sheet.question:
        out.say(sheet.question)
    for option in sheet.options:
        if option.key in sheet.heads:
            out.say()
            out.say(sheet.heads[option.key])
        default = DEFAULT if option.key == sheet.default else ""
        out.say(f"{option.label}{default}", f"{option.key}. ")
    if sheet.hint:
        out.say(sheet.hint)


def _show(out: Lines, line: Line) -> None:
    if line.tone is Tone.HEAD:
        out.say()
    out.say(line.text, LEADS.get(line.tone, ""))

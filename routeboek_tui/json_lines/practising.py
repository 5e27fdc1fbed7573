"""Practising for another program: one line of JSON in, the sheet that follows out.

Nothing of a pupil goes round here, so the place stays in this program between two lines.
"""

import re
from typing import IO, Any, BinaryIO

import msgspec
from msgspec import to_builtins as plain

from routeboek_tui.course.practice.practising import NOTHING, Heard, Practising
from routeboek_tui.json_lines.requests import KINDS, MOST_BYTES, MOST_SAID, UNEXPECTED, WRONG, whole

VERSION = 1
"""Of the form of a line."""

NO_JSON = "Deze regel is geen JSON in UTF-8. Schrijf bijvoorbeeld {“hear”: “1”}."
TOO_LONG = "Deze regel is te lang. Het mogen hooguit {} bytes zijn."
BOTH = "Vraag één ding per regel: “hear” of “pick”."

_EXPECTED = re.compile(r"Expected `(\w+)")
_WHERE = re.compile(r"at `(?:key in )?\$\.?([^`]*)`")


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line: what was typed, or the keys that were picked. Neither only looks."""

    hear: str | None = None
    pick: tuple[str, ...] | None = None


def practise(place: Practising, lines: BinaryIO, out: IO[str]) -> None:
    """Show the first sheet, and answer every line with the one that follows, until they end."""
    _write(out, _shown(place, NOTHING))
    for line in whole(lines):
        try:
            said, over = _answered(place, line)
        except Exception as error:
            said, over = _wrong(UNEXPECTED.format(type(error).__name__)), False
        _write(out, said)
        if over:
            return


def _answered(place: Practising, line: bytes) -> tuple[dict[str, Any], bool]:
    if len(line) > MOST_BYTES:
        return _wrong(TOO_LONG.format(MOST_BYTES)), False
    try:
        asked = msgspec.json.decode(line, type=Request)
    except msgspec.ValidationError as error:
        where, wanted = _WHERE.search(str(error)), _EXPECTED.search(str(error))
        kind = KINDS.get(wanted[1], "iets anders") if wanted else "iets anders"
        return _wrong(WRONG.format(kind), where[1] if where else ""), False
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return _wrong(NO_JSON), False
    if asked.hear is not None and asked.pick is not None:
        return _wrong(BOTH, "pick"), False
    if asked.hear is None and asked.pick is None:
        return _shown(place, NOTHING), False
    typed = asked.hear if asked.hear is not None else " ".join(asked.pick or ())
    heard = place.hear(typed)
    return _shown(place, heard), heard.back or heard.stop


def _shown(place: Practising, heard: Heard) -> dict[str, Any]:
    over = heard.back or heard.stop
    sheet = None if over else plain(place.sheet)
    return {"version": VERSION, "said": list(heard.said), "sheet": sheet, "over": over}


def _wrong(message: str, where: str = "") -> dict[str, Any]:
    return {"version": VERSION, "error": message[:MOST_SAID], "at": where[:MOST_SAID]}


def _write(out: IO[str], said: dict[str, Any]) -> None:
    out.write(f"{msgspec.json.encode(said).decode()}\n")
    out.flush()

"""Days to keep as a calendar file: the same day keeps its UID, and a later SEQUENCE when it moves.

The file itself is the memory: who saves it again over the earlier one, moves the days in it.
"""

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui import __version__
from routeboek_tui.export.file import save
from routeboek_tui.export.place import place
from routeboek_tui.library import ordinary_file

if TYPE_CHECKING:
    from icalendar import Component, Event

EXTENSION = "ics"
DOMAIN = "routeboek"
"""What stands behind the @ of a UID. No address: nothing of this computer enters a file."""

LARGEST = 1_000_000
"""Bytes. A larger file is no calendar of this guide, and is not read."""

CANCELLED = "CANCELLED"
_TOKEN, _DIGEST = 8, 12


class Day(Struct, frozen=True):
    """A whole day to keep. ``key`` tells it from the others of its meeting; it enters no file.

    ``about`` is more about it, for who opens the day.
    """

    key: str
    title: str
    on: date
    about: str = ""


class Sent(Struct, frozen=True):
    """A day that went out before under ``uid``; ``gone`` when it was cancelled since."""

    uid: str
    on: date
    title: str
    about: str = ""
    sequence: int = 0
    gone: bool = False


class Issued(Struct, frozen=True):
    """What went out before: a ``token`` of no meaning that all UIDs share, and each day."""

    token: str
    days: tuple[Sent, ...] = ()


def new() -> Issued:
    """Nothing went out yet."""
    import secrets

    return Issued(secrets.token_hex(_TOKEN))


def after(days: Iterable[Day], before: Issued) -> Issued:
    """What has gone out once ``days`` are in a file.

    A day that moved, or is called otherwise, gets a higher sequence; one that is no more is kept as
    cancelled, so that it goes from the calendars it is in.
    """
    known = {each.uid: each for each in before.days}
    made = [_sent(day, before.token, known) for day in days]
    now = {each.uid for each in made}
    gone = [
        each if each.gone else replace(each, sequence=each.sequence + 1, gone=True)
        for each in before.days
        if each.uid not in now
    ]
    return replace(before, days=(*made, *gone))


def _sent(day: Day, token: str, known: dict[str, Sent]) -> Sent:
    digest = blake2b(day.key.encode(), key=token.encode(), digest_size=_DIGEST).hexdigest()
    made = Sent(f"{digest}-{token}@{DOMAIN}", day.on, day.title, day.about)
    earlier = known.get(made.uid)
    if earlier is None:
        return made
    same = replace(made, sequence=earlier.sequence)
    return same if same == earlier else replace(made, sequence=earlier.sequence + 1)


def render(out: Issued, today: date) -> bytes:
    """The calendar file of all that has gone out. Loads icalendar."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//{DOMAIN}//{__version__}//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for each in out.days:
        calendar.add_component(_event(each, today))
    made: bytes = calendar.to_ical()
    return made


def _event(day: Sent, today: date) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", day.uid)
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("sequence", day.sequence)
    event.add("dtstart", day.on)
    event.add("dtend", day.on + timedelta(days=1))
    event.add("summary", day.title)
    if day.about:
        event.add("description", day.about)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("status", CANCELLED if day.gone else "CONFIRMED")
    return event


def issued(data: bytes) -> Issued | None:
    """What went out in an earlier file of this guide; ``None`` when it is none."""
    from icalendar import Calendar

    try:
        events = Calendar.from_ical(data).walk("VEVENT")
        days = tuple(map(_read, events))
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    tokens = {_token(day.uid) for day in days}
    return Issued(tokens.pop(), days) if len(tokens) == 1 and "" not in tokens else None


def _read(event: "Component") -> Sent:
    return Sent(
        uid=str(event["uid"]),
        on=event.decoded("dtstart"),
        title=str(event["summary"]),
        about=str(event.get("description", "")),
        sequence=int(event.get("sequence", 0)),
        gone=event.get("status") == CANCELLED,
    )


def _token(uid: str) -> str:
    digest, _, rest = uid.partition("-")
    token, _, domain = rest.partition("@")
    ours = (len(digest), len(token), domain) == (2 * _DIGEST, 2 * _TOKEN, DOMAIN)
    return token if ours else ""


def write(
    days: Iterable[Day],
    path: str | os.PathLike[str],
    before: Issued,
    today: date,
    *,
    overwrite: bool = False,
) -> Issued:
    """Write ``days`` to ``path``, and what has gone out by then.

    Over an earlier file of this guide it goes on from that file, and else from ``before``.

    :raises FileExists: when the file is there and ``overwrite`` is false
    :raises ExportError: when it cannot be saved
    """
    target = place(path)
    out = after(days, (_earlier(target) if overwrite else None) or before)
    save(render(out, today), target, overwrite=overwrite)
    return out


def _earlier(target: Path) -> Issued | None:
    try:
        data = ordinary_file.read(target, LARGEST + 1)
    except OSError:
        return None
    return issued(data) if len(data) <= LARGEST else None

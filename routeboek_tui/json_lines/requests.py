"""What another program asks in a line, and why a line cannot be read."""

import re
from collections.abc import Iterator
from datetime import date as Day
from typing import Annotated, BinaryIO

import msgspec

from routeboek_tui.core.safety import Manner
from routeboek_tui.course.state import State
from routeboek_tui.course.unfit import Unfit, known
from routeboek_tui.text.enumeration import one_of

MOST_BYTES = 1_000_000
MOST_SAID = 400
UNEXPECTED = "Er ging iets mis dat niemand verwachtte. Meld het bij wie de gids beheert: {}."
WRONG = "Dit kan daar niet staan. Daar hoort {}."
KINDS = {"str": "tekst", "int": "een heel getal", "bool": "true of false", "array": "een lijst",
         "object": "een object", "date": "een dag (JJJJ-MM-DD)"}  # fmt: skip

_EXPECTED = re.compile("Expected `(\\w+)|RFC3339 encoded (date)")
_WHERE = re.compile("at `(?:key in )?\\$\\.?([^`]*)`")


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fact, or the answer at a visit of a step; neither asks which of them."""

    fact: str = ""
    step: str = ""
    visit: int = 1


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing to do in a talk."""

    hear: str | None = None
    tell: str | None = None
    pick: tuple[str, ...] | None = None
    do: str | None = None
    change: Change | None = None
    look: str | None = None
    letter: str | None = None
    values: dict[str, str] = {}
    confirm: bool = False
    agree: tuple[str, ...] = ()
    save: str = ""
    overwrite: bool = False
    view: str | None = None
    name: str = ""
    meeting: str | None = None


class Kept(State, frozen=True):
    """A talk, and what was asked of it since a question beside its route was put."""

    since: Annotated[tuple[Act, ...], msgspec.Meta(max_length=200)] = ()


class Request(Act, frozen=True):
    """A line: a thing to do in a talk that is held in ``state``, or that begins here."""

    state: Kept | None = None
    route: str = ""
    facts: dict[str, str] = {}
    date: Day | None = None
    manner: Manner = Manner.ALOUD


NAMES = Request.__struct_fields__
VERBS = ("hear", "tell", "pick", "do", "change", "look", "letter", "view", "meeting")
BESIDE: dict[str, tuple[str, ...]] = dict(
    values=("letter",), confirm=("letter",), agree=("letter",), save=("letter", "view"),
    overwrite=("save",), name=("view",),
)  # fmt: skip
DEEDS = ("undo", "restart", "stop", "safety", "quiet", "aloud")


def whole(lines: BinaryIO) -> Iterator[bytes]:
    """The lines; of one that is too long only its beginning, which is enough to refuse it."""
    most = MOST_BYTES + 2
    while line := lines.readline(most):
        rest = line
        while len(rest) == most and not rest.endswith(b"\n"):
            rest = lines.readline(most)
        yield line.rstrip(b"\r\n")


def read(line: bytes) -> Request:
    """The request in a line.

    :raises Unfit: when it is none
    """
    if len(line) > MOST_BYTES:
        raise Unfit("", f"Deze regel is te lang. Het mogen hooguit {MOST_BYTES} bytes zijn.")
    try:
        found = msgspec.json.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise Unfit("", "Deze regel is geen JSON in UTF-8. Kijk na wat er staat.") from None
    if not isinstance(found, dict):
        raise Unfit("", "Deze regel is geen object. Schrijf bijvoorbeeld {“hear”: “ja”}.")
    for name in found:
        beside = BESIDE.get(known(name, NAMES, name), ())
        if beside and not set(beside) & found.keys():
            which = one_of(f"“{each}”" for each in beside)
            raise Unfit(name, f"“{name}” hoort bij {which}. Zet dat erbij, of laat het weg.")
        if name in {"route", "facts", "date", "manner"} and found.get("state") is not None:
            raise Unfit(name, f"“{name}” hoort bij een begin. Laat “state” weg, of laat dit weg.")
    verbs = [name for name in VERBS if found.get(name) is not None]
    if len(verbs) > 1:
        raise Unfit(verbs[1], f"Vraag één ding per regel. Hier staan er meer: {', '.join(verbs)}.")
    try:
        return msgspec.convert(found, Request)
    except msgspec.ValidationError as error:
        where, wanted = _WHERE.search(str(error)), _EXPECTED.search(str(error))
        kind = KINDS.get(wanted[1] or wanted[2], "iets anders") if wanted else "iets anders"
        raise Unfit(where[1] if where else "", WRONG.format(kind)) from None

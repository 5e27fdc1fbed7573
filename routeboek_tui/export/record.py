"""The record beside a printed chart: what stood on it, so that a later one shows what changed.

Of every box and arrow it holds a fingerprint per thing printed about it. Numbers have none: they
only say where a box stands in the chart, and one new box would change them all.
"""

import json
from collections.abc import Mapping
from hashlib import sha256

from msgspec import Struct, field

FORM = "routeboek-kaart"
"""What a record calls itself."""

VERSION = 1
"""The version of the form of a record; it grows when a name changes or goes."""

MOST_BYTES = 20_000_000
"""More than this is no record."""


class RecordError(Exception):
    """A file that cannot be read as a record. Its text is Dutch and meant for the user."""


class ArrowRecord(Struct, frozen=True):
    """An arrow as it was printed: in words, and a fingerprint per thing said about it."""

    said: str
    parts: Mapping[str, str]


class BoxRecord(Struct, frozen=True):
    """A box as it was printed, with its arrows by name."""

    title: str
    parts: Mapping[str, str]
    arrows: Mapping[str, ArrowRecord]


class RouteRecord(Struct, frozen=True):
    """A route in one edition as it was printed, with its boxes by step."""

    route: str
    title: str
    boxes: Mapping[str, BoxRecord]


class Record(Struct, frozen=True):
    """Everything on a printed chart: the day it was printed (ISO), and the routes by flow."""

    date: str
    routes: Mapping[str, RouteRecord]
    form: str = FORM
    version: int = VERSION
    guide: str = field(default="")
    """The version of the guide that printed it."""

    def of(self, flow: str, route: str) -> RouteRecord | None:
        """What was printed of the flow ``flow``, or else of another edition of its route."""
        if flow in self.routes:
            return self.routes[flow]
        others = (each for each in self.routes.values() if each.route == route)
        return next(others, None)


def fingerprints(parts: Mapping[str, str]) -> dict[str, str]:
    """A fingerprint for each text of ``parts``."""
    return {name: sha256(text.encode()).hexdigest()[:16] for name, text in parts.items()}


def encode(record: Record) -> bytes:
    """``record`` as JSON; the same record gives the same bytes."""
    import msgspec

    plain = msgspec.to_builtins(record)
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()


def decode(data: bytes) -> Record:
    """The record in ``data``.

    :raises RecordError: when it is none, or one of another version
    """
    import msgspec

    if len(data) > MOST_BYTES:
        raise RecordError("Dit bestand is te groot voor een kaart.")
    try:
        plain = msgspec.json.decode(data)
        if not isinstance(plain, dict) or plain.get("form") != FORM:
            raise RecordError(
                "Dit is niet het bestand dat bij een kaart hoort."
                " Neem het bestand .json met dezelfde naam als de PDF."
            )
        if plain.get("version") != VERSION:
            raise RecordError(
                "Dit bestand hoort bij een andere versie van de gids. Druk de kaart opnieuw af."
            )
        return msgspec.convert(plain, Record)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise RecordError(
            "Dit bestand is niet te lezen: het is geen JSON, of er is iets uit weggevallen."
        ) from error

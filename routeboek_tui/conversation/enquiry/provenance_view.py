"""From what the guide says back to what a source says, and from a source to the guide."""

from collections.abc import Iterator
from contextlib import suppress

from msgspec import Struct

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.reader import Link, Reader
from routeboek_tui.core.address import Address
from routeboek_tui.core.flow import Source
from routeboek_tui.library.source import Claim


class Written(Struct, frozen=True):
    """A fact of a source: what it says, and the document with its edition and place.

    ``places`` are where the guide says it; ``left_out`` is why it does not.
    """

    id: str
    says: str
    source: str
    priority: str
    places: tuple[Link, ...]
    left_out: str


def written(reader: Reader, claim: Claim) -> Written:
    """A fact of a source in words."""
    return Written(
        id=claim.id,
        says=claim.says,
        source=reader.source(Source(claim.document, claim.place)),
        priority=claim.priority,
        places=tuple(_link(reader, place) for place in claim.places),
        left_out=claim.left_out,
    )


class Retelling(Struct, frozen=True):
    """A place that tells a fact, and the sentences, rows or lines in which it does.

    A place that holds a number, or words to search for, tells nothing.
    """

    place: Link
    said: tuple[str, ...]
    exempt: bool
    """Whether it need not tell the condition."""


def retellings(reader: Reader, claim: Claim) -> tuple[Retelling, ...]:
    """Every place that tells a fact, the nearest to a reader first."""
    from routeboek_tui.library.tellings import retold, tellings

    library = reader.library
    words = library.words_in(reader.known)
    told = (retold(claim.says, tellings(library, place, words)) for place in claim.places)
    return tuple(
        Retelling(_link(reader, place), tuple(each.said for each in said), place in claim.exempt)
        for place, said in zip(claim.places, told, strict=True)
    )


def at(reader: Reader, place: str) -> tuple[Written, ...]:
    """The facts of sources that the guide says at ``place``, its parts included."""
    claims = reader.library.claims.values()
    return tuple(written(reader, claim) for claim in claims if _says(claim, place))


def of_step(talk: Conversation, step: str, action: str = "") -> tuple[Written, ...]:
    """The facts of sources behind a step, or behind one action of it: none where that is ours."""
    return at(Reader.within(talk), f"{Address.of_step(talk.flow.id, step, action)}")


def parts(reader: Reader) -> Iterator[tuple[str, int, int]]:
    """Every document in words, with the number of its facts and of those left out."""
    for name, document in reader.library.sources.items():
        claims = [claim for claim in reader.library.claims.values() if claim.document == name]
        if claims:
            out = sum(bool(claim.left_out) for claim in claims)
            yield f"{document.title} ({document.edition})", len(claims), out


def _says(claim: Claim, place: str) -> bool:
    return any(each == place or each.startswith(f"{place}#") for each in claim.places)


def _link(reader: Reader, place: str) -> Link:
    with suppress(KeyError):
        found = reader.link(place)
        part = Address.read(place).part
        return Link(place, _part(reader, place, found.title) if part else found.title, found.note)
    return Link(place, place.partition(":")[2])


def _part(reader: Reader, place: str, title: str) -> str:
    """The title of a step with the action or the choice of it that is meant."""
    at = Address.read(place)
    flow, step = reader.at(at.name)
    text = reader.library.texts[flow.id][step]
    choice = text.choices.get(at.part)
    said = text.actions.get(at.part, choice.label if choice else at.part)
    return f"{title}: {reader.say(said)}"

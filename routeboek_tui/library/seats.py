"""Who sits at a table: written once, at the table's page of the book, which a step refers to."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.core.facts import REGION, When
from routeboek_tui.core.flow import Seat, Source
from routeboek_tui.library import distinctions
from routeboek_tui.library.conditions import read_sources, read_when
from routeboek_tui.library.node import Node, read_page, text_of, texts_of

if TYPE_CHECKING:
    from routeboek_tui.library.actions import Known
    from routeboek_tui.library.files import Files

TAFELS = "content/boek/tafels"


class Sitting(Struct, frozen=True):
    """Who sits at a table of the book under the facts of ``when``, as ``documents`` say it."""

    when: When
    documents: frozenset[str]
    seats: tuple[Seat, ...]


def read_tafels(files: "Files", known: "Known") -> dict[str, tuple[Sitting, ...]]:
    """By the name of its page who sits at each table of the book, the newest document first."""
    found = {}
    for path in files.below(TAFELS, ".md"):
        head, _, _ = read_page(files.text(path), files.name(path), files.problems)
        found[path.stem] = tuple(_sittings(head, known))
    return found


def _sittings(head: Node, known: "Known") -> Iterator[Sitting]:
    quiet = Node(head.value, head.file, head.offset, [])
    tafel = dict(quiet.items("")).get("tafel") if quiet.value else None
    told = dict(tafel.items("")).get("deelnemers") if tafel else None
    if told is None or told.value is None or told.value.id != "sequence":
        return
    for item in told.nodes(""):
        parts = dict(item.items(""))
        if "seats" in parts:
            node = parts["seats"]
            loud = Node(node.value, node.file, node.offset, head.problems, node.key)
            documents = (
                each.document for each in read_sources(parts.get("sources"), known.sources)
            )
            when = read_when(parts.get("when"), known.scheme.domains)
            seats = tuple(_seats(loud, known))
            whens = ({**when, **seat.when} for seat in seats if seat.when)
            distinctions.check(loud, "Wie er aan tafel zit,", whens, known.scheme.domains)
            yield Sitting(when, frozenset(documents), seats)


def read_table(node: Node | None, sources: Collection[Source], known: "Known") -> tuple[Seat, ...]:
    """Who sits at the table of a step: seats of its own, and those of a table of the book.

    Of that table counts what the ``sources`` of the step say; the same seat counts once.
    """
    found: dict[tuple[str, str, tuple[object, ...]], Seat] = {}
    for item in node.nodes("table") if node else ():
        for seat in _at(item, {each.document for each in sources}, known):
            name = (seat.actor, seat.word, tuple(sorted(seat.when.items())))
            if (seat.actor, seat.word, ()) not in found:
                found.setdefault(name, seat)
    return tuple(found.values())


def _at(item: Node, documents: set[str], known: "Known") -> Iterator[Seat]:
    if item.value.id == "scalar" or "tafel" not in dict(item.items("table")):
        yield from _seat(item, known)
        return
    parts = item.fields("Deze tafel", ("tafel", "when"), ("tafel",))
    name = parts["tafel"].one_of("De tafel", known.tafels)
    when = read_when(parts.get("when"), known.scheme.domains)
    seats = [
        replace(seat, when=both, page=name)
        for sitting in _newest(known.tafels.get(name, ()), documents)
        for seat in sitting.seats
        if (both := _both(when, sitting.when, seat.when)) is not None
    ]
    if name and not seats:
        item.problem(
            f"De bladzijde “{name}” zegt bij deelnemers niet wie er zit (seats) volgens een bron"
            " van deze stap."
        )
    yield from seats


def _newest(sittings: Collection[Sitting], documents: set[str]) -> Iterator[Sitting]:
    """What the documents say; where two can speak at once, the first: the newest edition."""
    told: list[Sitting] = []
    for sitting in sittings:
        newer = (
            each.documents != sitting.documents and _both(each.when, sitting.when) is not None
            for each in told
        )
        if (not sitting.documents or sitting.documents & documents) and not any(newer):
            told.append(sitting)
            yield sitting


def _both(*whens: When) -> dict[str, tuple[str, ...]] | None:
    """The facts under which all of ``whens`` hold; ``None`` where they never do together.

    The region is left out: a step rests on sources of its own region.
    """
    found: dict[str, tuple[str, ...]] = {}
    for when in whens:
        for fact, values in when.items():
            if fact == REGION:
                continue
            found[fact] = tuple(v for v in found.get(fact, values) if v in values)
    return found if all(found.values()) else None


def _seats(node: Node, known: "Known") -> Iterator[Seat]:
    for item in node.nodes("seats"):
        yield from _seat(item, known)


def _seat(item: Node, known: "Known") -> Iterator[Seat]:
    if item.value.id == "scalar":
        yield Seat(item.one_of("De actor", known.actors))
        return
    parts = item.fields(
        "Deze plaats aan tafel",
        ("actor", "when", "word", "note", "sure", "gone", "after"),
        ("actor",),
    )
    actor = parts["actor"].one_of("De actor", known.actors) if "actor" in parts else ""
    when: Mapping[str, tuple[str, ...]] = read_when(parts.get("when"), known.scheme.domains)
    sure = "sure" in parts and parts["sure"].flag("sure")
    word, note = text_of(parts, "word"), text_of(parts, "note")
    gone, after = texts_of(parts, "gone"), texts_of(parts, "after")
    yield Seat(actor, dict(when), word, note, sure, gone, after or gone)

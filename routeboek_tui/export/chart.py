"""A flowchart as values: boxes with their arrows, in words, to be drawn in any format."""

from collections.abc import Mapping

from msgspec import Struct

from routeboek_tui.conversation.map.map_view import CERTAINTY_MARKS
from routeboek_tui.core.flow import Certainty, Kind, Part

FILLS: Mapping[str, str] = {
    "school": "#dcebff",
    "schoolbestuur": "#cfdcee",
    "overleg": "#fff3c4",
    "jgz": "#d9f2e3",
    "leerplicht": "#ffe0d6",
    "ouders": "#f3e2fb",
    "leerling": "#fbe4f0",
    "swv": "#e0f4f7",
    "sma_arts": "#e9f0cf",
    "driehoek": "#f7e6c8",
    "jeugdhulp": "#e3e4fb",
    "gemeente": "#ececec",
    "kdc": "#f0e6dc",
    "smw": "#e6f0ea",
    "behandelaar": "#f9dede",
    "adviestafel": "#f4ead2",
    "beleidsmedewerker": "#e6e6e0",
    "directeuren": "#dfe7ec",
    "ecz": "#fbe4ec",
    "hulpverlener": "#e9e0f3",
    "jeugdarts": "#d6f0ee",
    "partner": "#e4f3d8",
    "regisseur": "#e0e0ee",
    "sot_consulent": "#d8ecdf",
    "teamleider": "#eadfe6",
}
"""The colour behind an actor's word; black text on it reads well. An unknown actor is white."""


class Arrow(Struct, frozen=True):
    """One arrow. ``label`` is the choice that takes it, ``key`` its number in the box."""

    start: str
    end: str
    key: str = ""
    label: str = ""
    when: str = ""
    certainty: Certainty = Certainty.SOURCE
    alongside: bool = False
    taken: bool = False

    @property
    def words(self) -> str:
        """Everything there is to say beside the arrow."""
        beside = "tegelijk" if self.alongside else ""
        parts = (self.label, self.when, beside, CERTAINTY_MARKS[self.certainty])
        return ", ".join(part for part in parts if part)


class Box(Struct, frozen=True):
    """One step: its number in the chart, whose turn it is, and what it is about.

    ``lines`` are more to say in the box, between its title and its arrows. ``asks`` is its
    question, and ``mark`` a word that tells it from other boxes.
    """

    id: str
    number: int
    actor: str
    who: str
    title: str
    kind: Kind
    arrows: tuple[Arrow, ...]
    passed: bool = False
    here: bool = False
    lines: tuple[str, ...] = ()
    asks: str = ""
    mark: str = ""
    door: bool = False
    """Whether it is the door to another route."""


class Chart(Struct, frozen=True):
    """A whole route. ``actors`` are those in it, by id with their word.

    ``notice`` stands below the title and ``foot`` below the picture. With ``ticks`` every box
    and arrow has an empty square to tick. ``parts`` are the headings of its stretches.
    """

    title: str
    start: str
    boxes: Mapping[str, Box]
    actors: Mapping[str, str]
    notice: str = ""
    foot: tuple[str, ...] = ()
    ticks: bool = False
    parts: tuple[Part, ...] = ()

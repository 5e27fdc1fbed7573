"""What stands before a talk: where the school is, which sector, and which route.

Imports little: it stands on the screen while the rest of the guide is still being read.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from msgspec import Struct

from routeboek_tui.core.facts import PLACE, REGION, SECTOR, Scheme

WHERE = "Waar staat de school?"
WHICH = "Op welke school zit de leerling?"
WHAT = "Wat is er aan de hand?"
HOW = "Typ het in een paar woorden, of begin."
EXAMPLE = "bijvoorbeeld: steeds op maandag ziek"
PRIVACY = "Er wordt niets over de leerling bewaard"
KEPT = ", wel regio, sector en kleuren"
BEGIN = "Begin: wij stellen je een paar vragen"
ROUTES = "Ik weet welke route"
WHICH_ROUTE = "Welke route?"
FROM_ITS_START = "Je begint bij de eerste vraag van die route."
NO_WAY = "Voor deze regio en sector is er geen eigen route. Begin met de vragen."
BETWEEN = " .,:;)-"
"""What may stand between keys."""
OLDER = "{title} (oudere editie: {edition})"


class Way(Protocol):
    """A route in one edition, as the first screen names it."""

    @property
    def flow(self) -> str:
        """Its flow."""

    @property
    def title(self) -> str:
        """How it is called."""

    @property
    def older(self) -> str:
        """The title of its edition, where that has gone by."""


class Opening(Protocol):
    """What can be chosen before a talk, in words."""

    @property
    def scheme(self) -> Scheme:
        """The values of the facts, and what follows from them."""

    def labels(self, fact: str) -> Mapping[str, str]:
        """The values of a fact, each with its label."""

    def names(self, fact: str, value: str) -> tuple[str, ...]:
        """What a value is called."""

    def note(self, fact: str, value: str) -> str:
        """What to say where a value was chosen."""

    def sectors_in(self, region: str) -> tuple[str, ...]:
        """The sectors for which there is a route in a region."""

    def ways(self, region: str, sector: str, today: date) -> Sequence[Way]:
        """The routes of a region and sector."""


class Choice(Struct, frozen=True):
    """One thing to choose: its number on the screen, the fact with its value, and its label."""

    key: str
    fact: str
    value: str
    label: str
    chosen: bool = False

    @property
    def name(self) -> str:
        """The choice in one word, as "fact=value"."""
        return f"{self.fact}={self.value}"


class Group(Struct, frozen=True):
    """One question before the talk, with its choices."""

    asked: str
    choices: tuple[Choice, ...]

    @property
    def answered(self) -> bool:
        """Whether one of them was chosen."""
        return any(choice.chosen for choice in self.choices)


class Beginning:
    """What is known before a talk. ``known`` are the facts, at first those used last."""

    def __init__(self, opening: Opening, kept: Mapping[str, str]) -> None:
        self._opening = opening
        self._scheme = scheme = opening.scheme
        self.known = scheme.settled({fact: kept[fact] for fact in scheme.domains if fact in kept})

    @property
    def groups(self) -> tuple[Group, ...]:
        """What is asked here: where, and which sector where that matters. Numbered through."""
        opening, known = self._opening, self.known
        towns, regions = opening.labels(PLACE), opening.labels(REGION)
        where = [(PLACE, value, label) for value, label in towns.items()]
        where += [(REGION, value, regions[value]) for value in self._scheme.by_name(REGION)]
        region = known.get(REGION, "")
        which = []
        if not region or len(opening.sectors_in(region)) > 1:
            which = [(SECTOR, value, label) for value, label in opening.labels(SECTOR).items()]
        groups, number = [], 0
        for asked, offered in ((WHERE, where), (WHICH, which)):
            choices = []
            for fact, value, label in offered:
                number += 1
                chosen = known.get(fact) == value
                choices.append(Choice(str(number), fact, value, label, chosen))
            if choices:
                groups.append(Group(asked, tuple(choices)))
        return tuple(groups)

    @property
    def facts(self) -> dict[str, str]:
        """What is known of the case before the first question."""
        found = {**self.known}
        sectors = self._opening.sectors_in(found.get(REGION, ""))
        if found.get(REGION) and len(sectors) == 1:
            found.setdefault(SECTOR, sectors[0])
        return found

    @property
    def note(self) -> str:
        """What to say of the region that was chosen."""
        return self._opening.note(REGION, self.known.get(REGION, ""))

    @property
    def waiting(self) -> Group | None:
        """The first question that is not answered yet."""
        return next((group for group in self.groups if not group.answered), None)

    def choose(self, choice: Choice) -> None:
        """Take a choice; a region goes before the town and the sector that were chosen."""
        self.known = self._scheme.choosing(self.known, choice.fact, choice.value)

    def forget(self, group: Group) -> None:
        """Leave a question open, whatever was known."""
        facts = {choice.fact for choice in group.choices}
        self.known = {name: value for name, value in self.known.items() if name not in facts}

    def choices(self, shown: Group | None = None) -> list[Choice]:
        """What can be picked by its key: all that is shown, or one question of it."""
        return [choice for group in ([shown] if shown else self.groups) for choice in group.choices]

    def keyed(self, keys: str, shown: Group | None = None) -> tuple[Choice, ...]:
        """The choice with this key, or those with these keys: of each question at most one.

        Where one question is ``shown``, a key is one of its choices.
        """
        offered = self.choices(shown)
        if whole := next((choice for choice in offered if choice.key == keys), None):
            return (whole,)
        each = [char for char in keys if char not in BETWEEN]
        found = tuple(choice for key in each for choice in offered if choice.key == key)
        asked = {group.asked for group in self.groups for one in found if one in group.choices}
        return found if len(found) == len(each) == len(asked) else ()

    def meant(self, line: str, shown: Group | None = None) -> tuple[Choice, ...]:
        """The choice that ``line`` is by its whole name, or those by their keys; none in a text."""
        said = " ".join(line.casefold().strip(" .)").split())
        for choice in self.choices():
            names = {name.casefold() for name in self._opening.names(choice.fact, choice.value)}
            if said in names:
                return (choice,)
        return self.keyed(said, shown)

    def ways(self, today: date) -> list[tuple[str, str]]:
        """The routes of this region and sector, each with its title; older editions last."""
        facts = self.facts
        found = self._opening.ways(facts.get(REGION, ""), facts.get(SECTOR, ""), today)
        return [
            (way.flow, OLDER.format(title=way.title, edition=way.older) if way.older else way.title)
            for way in found
        ]

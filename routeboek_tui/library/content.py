"""The decoded content of the guide: words, sources and actors, as immutable values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from routeboek_tui.core.facts import Situation, When, holds
from routeboek_tui.core.flow import Flow, Source
from routeboek_tui.core.letter import Field, Letter, Recipient


@dataclass(frozen=True, slots=True)
class ChoiceText:
    """How a choice is said; ``synonyms`` are what people type for it, ``short`` fits a strip."""

    label: str
    synonyms: tuple[str, ...] = ()
    short: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Another way to read a lost arrow, and the one the guide follows."""

    about: str
    options: tuple[str, ...]
    chosen: str
    because: str
    when: When = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place where sources disagree: what each says, and how the guide handles it."""

    about: str
    says: Mapping[str, str]
    handling: str
    when: When = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a step or a fact."""

    id: str
    title: str
    question: str = ""
    hint: str = ""
    why: str = ""
    find_out: str = ""
    whom: tuple[str, ...] = ()
    actions: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, ChoiceText] = field(default_factory=dict)
    edges: Mapping[str, str] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    bring: tuple[str, ...] = ()
    body: str = ""


@dataclass(frozen=True, slots=True)
class Begrip:
    """A term of the field, explained."""

    id: str
    title: str
    names: tuple[str, ...]
    sources: tuple[Source, ...]
    body: str
    see: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document the guide rests on; ``outside`` is general information, not the routeboek."""

    id: str
    title: str
    edition: str
    region: str
    sectors: tuple[str, ...] = ()
    note: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone whose turn it can be."""

    id: str
    word: str
    about: str


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of the routeboek: where and for whom it holds."""

    id: str
    title: str
    region: str
    municipalities: tuple[str, ...]
    sectors: tuple[str, ...]
    year: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a word, under facts."""

    say: str
    when: When = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Library:
    """Everything the guide knows. ``texts`` holds per flow the text of each step."""

    editions: Mapping[str, Edition]
    flows: Mapping[str, Flow]
    texts: Mapping[str, Mapping[str, Text]]
    facts: Mapping[str, Text]
    actors: Mapping[str, Actor]
    sources: Mapping[str, SourceDocument]
    words: Mapping[str, tuple[Wording, ...]]
    begrippen: Mapping[str, Begrip]
    fields: Mapping[str, Field]
    recipients: Mapping[str, Recipient]
    letters: Mapping[str, Letter]

    def words_in(self, situation: Situation) -> dict[str, str]:
        """Every word of ``content/words.yaml`` as it is said in this situation."""
        return {
            name: next(way.say for way in ways if holds(way.when, situation))
            for name, ways in self.words.items()
        }

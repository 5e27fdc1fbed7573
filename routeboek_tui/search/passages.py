"""The passages of the guide: every piece of text that an answer can be."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from routeboek_tui.core.address import CONFLICT, FACT, LETTER, PAGE, PAPER, PART, STEP, Address
from routeboek_tui.core.flow import TRIAGE, Source
from routeboek_tui.library.placeholders import PLACEHOLDER

if TYPE_CHECKING:
    from routeboek_tui.library.conflict import Conflict
    from routeboek_tui.library.content import Library
    from routeboek_tui.library.wording import Text
from routeboek_tui.library.page import Page, Paper, Saying

PARTS = {
    "doel": "waarvoor",
    "frequentie": "hoe vaak",
    "aanmelden": "hoe je aanmeldt",
    "deelnemers": "wie er aan tafel zit",
    "eerst": "wat eerst moet",
}
"""What stands in the title of each part of a tafel."""

_MARKUP = (
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\*\*|__|`|\\$|(?<!\w)[*_]|[*_](?!\w)", re.MULTILINE), ""),
    (re.compile(r"^ *\|?[-:| ]{3,}\|? *$\n?", re.MULTILINE), ""),
    (re.compile(r"^ *(?:#+|[-*+]|\d+\.|>) +", re.MULTILINE), ""),
    (re.compile(r"^ *\| *| *\| *$", re.MULTILINE), ""),
    (re.compile(r" *\| *"), "; "),
    (re.compile(r"[ \t]+"), " "),
)


_MARKED = re.compile(r"[*_`|\\\[#>\n]|^ *(?:[-+]|\d+\.) ")
"""What Markdown has and a plain line has not."""


class Passage(Struct, frozen=True):
    """One piece of the guide, as text without markup; a line of ``text`` ends a sentence.

    ``id`` says where it stands: ``stap:flow/step``, ``boek:page``, ``tafel:page/part``,
    ``brief:letter``, ``verschil:conflict``, ``feit:fact``, ``stuk:paper``. ``names`` are
    what people call it. By ``also`` it is found too, but that is never shown. ``route`` is
    the flow of a step, and "" for what holds in every route.
    """

    id: str
    kind: str
    title: str
    text: str
    names: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    route: str = ""
    also: str = ""


def passages(library: "Library") -> tuple[Passage, ...]:
    """Every passage of the guide, the book first."""
    return tuple(
        (
            *(each for page in library.pages.values() for each in _of_page(library, page)),
            *_steps(library),
            *_letters(library),
            *(_conflict(library, conflict) for conflict in library.conflicts.values()),
            *(_fact(library, text) for text in library.facts.values()),
            *(_paper(library, paper) for paper in library.papers.values()),
        )
    )


def without_markup(body: str) -> str:
    """The text of Markdown, with the sentences of a paragraph on one line."""
    if not _MARKED.search(body):
        return body.strip()
    pieces = []
    for piece in re.split(r"\n\s*\n|\n(?= *(?:[-*+#|]|\d+\.) ?)", body):
        text = piece if piece.lstrip().startswith("|") else re.sub(r"\s*\n\s*", " ", piece)
        for pattern, instead in _MARKUP:
            text = pattern.sub(instead, text)
        if text.strip():
            pieces.append(text.strip())
    return "\n".join(pieces)


def _said(library: "Library", *texts: str) -> str:
    """The texts without markup, below each other, words in braces as they are in general."""
    found = "\n".join(without_markup(text) for text in texts if text)
    if "{" not in found:
        return found
    general = library.words_in({})

    def word(name: re.Match[str]) -> str:
        said = general.get(name[1].lower(), name[0])
        return said[:1].upper() + said[1:] if name[1][:1].isupper() else said

    return PLACEHOLDER.sub(word, found)


def _other_words(library: "Library", *texts: str) -> str:
    """What the words in braces of these texts can be too, under other facts."""
    names = {name.lower() for text in texts for name in PLACEHOLDER.findall(text)}
    ways = (way.say for name in sorted(names) for way in library.words.get(name, ()))
    return " ".join(dict.fromkeys(ways))


def _of_page(library: "Library", page: "Page") -> Iterator[Passage]:
    parts = {name: _sayings(library, sayings) for name, sayings in page.tafel.items()}
    yield Passage(
        f"{PAGE}:{page.id}", PAGE, _said(library, page.title),
        _said(library, parts.get("doel", ""), page.body), page.names, page.sources,
        also=_other_words(library, page.body),
    )  # fmt: skip
    for name, text in parts.items():
        sources = (source for saying in page.tafel[name] for source in saying.sources)
        yield Passage(
            f"{PART}:{page.id}/{name}", PART, f"{page.title}: {PARTS.get(name, name)}",
            _said(library, text), (), tuple(dict.fromkeys(sources)) or page.sources,
        )  # fmt: skip


def _sayings(library: "Library", sayings: "Iterable[Saying]") -> str:
    """What holds, each behind the facts under which it does."""

    def said(saying: "Saying") -> str:
        facts = (
            choice.short or choice.label
            for fact, values in saying.when.items()
            if fact in library.facts
            for choice in map(library.facts[fact].choices.__getitem__, values)
        )
        lead = ", ".join(facts)
        return f"{lead}: {saying.say}" if lead else saying.say

    return "\n\n".join(map(said, sayings))


def _steps(library: "Library") -> Iterator[Passage]:
    for flow_id, flow in library.flows.items():
        if flow.route == TRIAGE:  # its questions only lead to what can be found itself
            continue
        for step_id, step in flow.steps.items():
            text = library.texts.get(flow_id, {}).get(step_id)
            # A step with a slash is a jump to another route: its words are found there.
            if text is not None and "/" not in step_id:
                yield _text(library, text, f"{STEP}:{flow_id}/{step_id}", step.sources, flow_id)


def _text(
    library: "Library", text: "Text", place: str, sources: tuple[Source, ...], route: str
) -> Passage:
    words = (
        text.question, *text.actions.values(), text.hint, text.why, text.find_out, text.body,
        *(choice.label for choice in text.choices.values()),
    )  # fmt: skip
    synonyms = (name for choice in text.choices.values() for name in choice.synonyms)
    also = " ".join((*synonyms, _other_words(library, text.title, *words)))
    return Passage(
        place,
        Address.read(place).kind,
        _said(library, text.title),
        _said(library, *words),
        (),
        sources,
        route,
        also,
    )


def _fact(library: "Library", text: "Text") -> Passage:
    return _text(library, text, f"{FACT}:{text.id}", (), "")


def _letters(library: "Library") -> Iterator[Passage]:
    for letter in library.letters.values():
        readers = [library.recipients[name].word for name in letter.recipients]
        sender = library.actors[letter.sender].word
        text = f"Van {sender} aan {' en '.join(readers)}.\n{letter.form}"
        names = (letter.form,) if letter.form else ()
        yield Passage(
            f"{LETTER}:{letter.id}", LETTER, _said(library, letter.title),
            _said(library, text), names, letter.sources,
        )  # fmt: skip


def _conflict(library: "Library", conflict: "Conflict") -> Passage:
    titles = {name: library.sources[name].title for name in conflict.says}
    says = (f"{titles[name]}: {text}" for name, text in conflict.says.items())
    sources = tuple(Source(name, "") for name in conflict.says)
    text = _said(library, *says, conflict.handling)
    title = _said(library, conflict.about)
    return Passage(f"{CONFLICT}:{conflict.id}", CONFLICT, title, text, (), sources)


def _paper(library: "Library", paper: "Paper") -> Passage:
    texts = (f"Van {paper.by} aan {paper.to}.", paper.moment, paper.data, paper.kind)
    return Passage(
        f"{PAPER}:{paper.id}", PAPER, _said(library, paper.title), _said(library, *texts),
        (), paper.sources,
    )  # fmt: skip

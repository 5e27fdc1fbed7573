"""Where a fact of the sources is told, and by which sentence; whether its condition is told too.

A place is taken apart into tellings: a sentence, a row of a table, an item of a list, an action. Of
a place those count that share most words with the fact.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache

from msgspec import Struct

from routeboek_tui.core.address import LETTER, STEP, Address
from routeboek_tui.core.facts import PLACE, SECTOR, When
from routeboek_tui.core.flow import Flow, Step
from routeboek_tui.core.letter import Letter
from routeboek_tui.library.content import Library
from routeboek_tui.library.placeholders import PLACEHOLDER
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.provenance import FILE
from routeboek_tui.library.source import Claim
from routeboek_tui.library.wording import Text

MOST = 3
"""Tellings of one place, at most."""

_NEAR = 0.5
"""Of what the best telling shares with the fact, a telling must share this part at least."""

_BEGINNING = 5
"""Letters. Words that begin alike are taken for one word: "melding" and "meldingen"."""

_LEAST = 4
"""Letters. A shorter word says little of what a sentence is about; a numeral or JGZ does."""

_EXACT = 3
"""Letters. A key word no longer than this is a whole word: "als" does not stand in "alsnog"."""

_SENTENCE = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[^a-z\s])")
_WORD = re.compile(r"[^\W_]+")
_ITEM = re.compile(r"(?:[-*+]|\d+\.) +")
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+#|]|\d+\.) ?)")
_RULE = re.compile(r"[\s|:-]+\Z")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARK = re.compile(r"\*\*|\\$|`", re.MULTILINE)
_TAG = re.compile(r"\{%.*?%\}")
_SLOT = re.compile(r"\{\{\s*(\w+).*?\}\}")


class Telling(Struct, frozen=True):
    """Something said at a place; ``around`` is what a reader of it sees with it."""

    said: str
    around: str = ""


def tellings(library: Library, place: str, words: Mapping[str, str]) -> tuple[Telling, ...]:
    """Everything said at ``place``, piece by piece, in order, with ``words`` for those in braces.

    A figure, and words by which something is found, tell nothing; nor does a place of which a
    part is missing, which is a problem of its own.
    """
    at = Address.read(place)
    told = _KINDS.get(at.kind)
    found: tuple[Telling, ...] = ()
    with suppress(KeyError):
        found = tuple(told(library, at.name, at.part)) if told else ()

    @cache
    def fill(text: str) -> str:
        return PLACEHOLDER.sub(lambda m: words.get(m[1].lower(), m[0]), text)

    return tuple(
        Telling(fill(each.said), fill(each.around))
        if "{" in each.said or "{" in each.around
        else each
        for each in found
        if each.said
    )


def retold(says: str, told: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """Of what is ``told`` at a place, what tells the fact that ``says`` so; at least one.

    A word that stands in much of what is told says less of one part of it.
    """
    shared = [_roots(says) & _roots(each.said) for each in told]
    often = Counter(root for roots in shared for root in roots)
    marks = [sum(often[root] ** -0.5 for root in roots) for roots in shared]
    least = max(marks, default=0) * _NEAR
    best = sorted(range(len(told)), key=lambda n: -marks[n])[:MOST]
    return tuple(told[n] for n in sorted(best) if marks[n] >= least)


def lost(library: Library) -> Iterator[Problem]:
    """Every place that tells a fact without its condition.

    A step that is reached only by who answered so, and a letter of such steps, need not say it.
    """
    words = library.words_in({})
    told = cache(lambda place: tellings(library, place, words))
    ways = cache(lambda place: _ways(library, place))
    for claim in library.claims.values():
        for place in claim.exempt:
            if place not in claim.places:
                message = f"De uitzondering “!{place}” is geen plaats van {claim.id}."
                yield Problem(FILE, claim.line, message)
        for place in claim.places if claim.conditions else ():
            if place in claim.exempt or not told(place):
                continue
            for lacking in missed(claim, retold(_rule(claim), told(place))):
                if not _follows(lacking, ways(place)):
                    message = (
                        f"De plaats “{place}” zegt {claim.id} zonder de voorwaarde"
                        f" “{'|'.join(lacking)}”."
                    )
                    yield Problem(FILE, claim.line, message)


def _rule(claim: Claim) -> str:
    """What a fact says besides its condition: a place that lost that is known by this."""
    rule = claim.says
    for words in claim.conditions:
        rule = _any(words).sub(" ", rule)
    return rule


def missed(claim: Claim, told: tuple[Telling, ...]) -> Iterator[tuple[str, ...]]:
    """The key words of every condition of a fact that is not among what is ``told``."""
    text = " ".join(f"{each.said} {each.around}" for each in told)
    return (words for words in claim.conditions if not _any(words).search(text))


def _follows(words: tuple[str, ...], ways: tuple[str, ...]) -> bool:
    return bool(ways) and all(_any(words).search(way) for way in ways)


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    ways = (re.escape(word) + (r"(?!\w)" if len(word) <= _EXACT else "") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})", re.IGNORECASE)


@cache
def _roots(text: str) -> frozenset[str]:
    words = (w for w in _WORD.findall(text) if len(w) >= _LEAST or w.isupper() or w.isdigit())
    return frozenset(word[:_BEGINNING].lower() for word in words)


def _sentences(text: str) -> Iterator[str]:
    return (each.strip() for each in _SENTENCE.split(" ".join(text.split())))


def _whole(around: str, *said: str) -> Iterator[Telling]:
    """The sentences of what is read together."""
    whole = f"{around} {' '.join(said)}"
    return (Telling(each, whole) for text in said for each in _sentences(_plain(text)))


def _body(text: str, around: str) -> Iterator[Telling]:
    """What Markdown says: a row of a table is read with the text of its section."""
    for section in re.split(r"^(?=#)", _plain(text), flags=re.MULTILINE):
        blocks = [each.strip() for each in _BLOCK.split(section)]
        rows = [each for each in blocks if each.startswith("|")]
        prose = [each for each in blocks if each and not each.startswith("|")]
        over = f"{around} {' '.join(prose)}"
        for each in (part for part in prose if not part.startswith("#")):
            item = _ITEM.match(each)
            parts = [each[item.end() :]] if item else _sentences(each)
            yield from (Telling(" ".join(part.split()), over) for part in parts)
        head = _cells(rows[0]) if rows else ""
        for row in rows[1:]:
            if not _RULE.match(row):
                yield Telling(_cells(row), f"{over} {head}")


def _plain(text: str) -> str:
    return _MARK.sub("", _LINK.sub(r"\1", text))


def _cells(row: str) -> str:
    return "; ".join(cell.strip() for cell in row.strip().strip("|").split("|"))


def _facts(library: Library, when: When) -> str:
    """The facts of ``when`` in words."""
    said = []
    for fact, values in when.items():
        text = library.facts[fact]
        ways = (f"{text.choices[v].label} {text.choices[v].short}" for v in values)
        said.append(f"{text.title} {text.question} {' of '.join(ways)}")
    return ". ".join(said)


def _where(library: Library, flow: Flow) -> str:
    """Where a route holds, and for whom."""
    edition = library.editions[flow.edition]
    places = {PLACE: edition.municipalities} if len(edition.municipalities) == 1 else {}
    sectors = library.sectors(flow)
    return _facts(library, {**places, **({SECTOR: sectors} if len(sectors) == 1 else {})})


def _of_step(library: Library, name: str, part: str) -> Iterator[Telling]:
    flow_id, _, step_id = name.partition("/")
    flow = library.flows[flow_id]
    step, text = flow.steps[step_id], library.texts[flow_id][step_id]
    around = f"{text.title}. {text.question} {_where(library, flow)}"
    if part:
        yield from _of_part(library, step, text, part, around)
        return
    parts = [*(action.id for action in step.actions), *(choice.id for choice in step.choices)]
    found = [each for one in parts for each in _of_part(library, step, text, one, around)]
    seats = [
        f"{s.word or library.actors[s.actor].word} {s.note} {_facts(library, s.when)}"
        for s in step.table
    ]
    found += _whole("", text.title, text.question, text.hint, text.why, text.find_out)
    found += [*_whole("", *text.edges.values(), *text.bring, *seats), *_body(text.body, "")]
    whole = " ".join(f"{each.said} {each.around}" for each in found)
    yield from (Telling(each.said, whole) for each in found)


def _of_part(library: Library, step: Step, text: Text, part: str, around: str) -> Iterator[Telling]:
    """An action or a choice of a step."""
    for action in step.actions:
        if action.id == part:
            yield Telling(text.actions[part], f"{around} {_facts(library, action.when)}")
    for choice in step.choices:
        if choice.id == part:
            said = " ".join(text.edges.get(edge.to, "") for edge in choice.edges)
            whens = " ".join(_facts(library, edge.when) for edge in choice.edges)
            yield Telling(text.choices[part].label, f"{around} {text.hint} {said} {whens}")


def _arrivals(library: Library, flow: Flow, step_id: str) -> Iterator[str]:
    """For every arrow to a step what was answered and which facts hold; without words, nothing."""
    for step in flow.steps.values():
        text = library.texts[flow.id].get(step.id)
        title = f"{text.title}. {text.question}" if text else ""
        for choice in step.choices:
            for edge in (*choice.edges, *choice.alongside):
                if edge.to == step_id:
                    said = text.choices.get(choice.id) if text else None
                    label = said.label if said else ""
                    yield f"{title} {label} {_facts(library, edge.when)}"
        for edge in step.edges:
            if edge.to == step_id:
                yield f"{title} {_facts(library, edge.when)}"


def _ways(library: Library, place: str) -> tuple[str, ...]:
    """What holds already for who reads ``place``, for each way that leads there."""
    at = Address.read(place)
    with suppress(KeyError):
        if at.kind == STEP:
            return tuple(_arrivals(library, library.flows[at.holder], at.leaf))
        if at.kind == LETTER:
            return tuple(_to_letter(library, library.letters[at.name]))
    return ()


def _to_letter(library: Library, letter: Letter) -> Iterator[str]:
    for flow in library.flows.values():
        for step in letter.steps:
            if step in flow.steps:
                title = library.texts[flow.id][step].title
                ways = tuple(_arrivals(library, flow, step)) or ("",)
                yield from (f"{title} {way}" for way in ways)


def _of_page(library: Library, name: str, _: str) -> Iterator[Telling]:
    page = library.pages[name]
    said = [
        f"{saying.say} {_facts(library, saying.when)}"
        for sayings in page.tafel.values()
        for saying in sayings
    ]
    yield from _whole(page.title, *said)
    yield from _body(page.body, f"{page.title}. {' '.join(said)}")


def _of_letter(library: Library, name: str, _: str) -> Iterator[Telling]:
    letter = library.letters[name]
    pupil = "leerling vanaf 12 jaar" if letter.pupil_too else ""
    tags = " ".join(_TAG.findall(letter.body)).replace("_", " ")
    around = f"{letter.title} {letter.confirm} {_facts(library, letter.when)} {pupil} {tags}"
    body = _SLOT.sub(lambda m: f"({m[1].replace('_', ' ')})", _TAG.sub("", letter.body))
    told = tuple(_body(body, ""))
    whole = f"{around} {' '.join(each.said for each in told)}"
    yield from (Telling(each.said, whole) for each in told)


def _of_conflict(library: Library, name: str, _: str) -> Iterator[Telling]:
    found = library.conflicts[name]
    around = f"{found.about} {_facts(library, found.when)}"
    yield from _whole(around, *found.says.values(), found.handling)


def _of_fact(library: Library, name: str, _: str) -> Iterator[Telling]:
    text = library.facts[name]
    choices = (choice.label for choice in text.choices.values())
    yield from _whole(text.title, text.question, text.hint, text.why, *choices, text.body)


def _of_signal(library: Library, name: str, _: str) -> Iterator[Telling]:
    for note in library.signals[name].notes:
        yield from _whole(_facts(library, note.when), note.say)


def _of_paper(library: Library, name: str, _: str) -> Iterator[Telling]:
    paper = library.papers[name]
    yield from _whole("", paper.title, paper.moment, paper.data)


_KINDS: Mapping[str, Callable[[Library, str, str], Iterator[Telling]]] = {
    "stap": _of_step,
    "boek": _of_page,
    "brief": _of_letter,
    "verschil": _of_conflict,
    "feit": _of_fact,
    "signaal": _of_signal,
    "stuk": _of_paper,
}

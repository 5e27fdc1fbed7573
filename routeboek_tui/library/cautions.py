"""Decodes what not to do at a step, and what people believe that is not so.

Each rests on facts of the sources, on a source of its own, or says that it is our own advice.
"""

from collections.abc import Iterable, Iterator, Mapping

from routeboek_tui.core.flow import Flow, Source
from routeboek_tui.library.caution import Belief, Beliefs, Caution
from routeboek_tui.library.conditions import read_sources, read_when
from routeboek_tui.library.node import Node, read_yaml, text_of, texts_of
from routeboek_tui.library.pages import Names, check_words, named
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.source import Claim
from routeboek_tui.library.tables import read_readers
from routeboek_tui.library.ways import right
from routeboek_tui.library.wording import Wording, fill_in
from routeboek_tui.text.characters import word_count
from routeboek_tui.text.spelling import suggestion

CAUTIONS, BELIEFS = "content/niet-doen.yaml", "content/triage/misvattingen.yaml"

MOST_WORDS = 12
"""Words of what not to do: it stands on the first screen of the advice."""

MOST_SIGNS = 220
"""Characters of what is so: two lines beside the door that was found."""

_RESTS_ON = ("facts", "sources")
_PARTS = (
    "do",
    "steps",
    "when",
    "after",
    "not_after",
    "done",
    "parents",
    "own",
    "readers",
    *_RESTS_ON,
)
OR = "facts of sources"
OR_OWN = f"{OR}, of zeg own: true"


def read_cautions(
    text: str, file: str, problems: list[Problem], names: Names, claims: Mapping[str, Claim]
) -> dict[str, Caution]:
    """What not to do, and at which steps."""
    check_words(text, file, names.words, problems)
    found = {}
    for name, node in read_yaml(text, file, problems).items("De lijst van wat je niet doet"):
        what = f"Wat je niet doet “{name}”"
        parts = node.fields(what, _PARTS, ("do", "steps"))
        own = "own" in parts and parts["own"].flag("own")
        sources = sources_of(node, what, parts, names, claims, own=own, otherwise=OR_OWN)
        found[name] = Caution(
            id=name,
            say=text_of(parts, "do"),
            steps=named(parts, "steps", "De stap", names.steps),
            when=read_when(parts.get("when"), names.domains),
            sources=sources,
            after=named(parts, "after", "De stap", names.steps),
            not_after=named(parts, "not_after", "De stap", names.steps),
            done=texts_of(parts, "done"),
            parents="parents" in parts and parts["parents"].flag("parents"),
            readers=read_readers(parts.get("readers"), names.domains),
        )
        if parts and not found[name].steps and "steps" in parts:
            node.problem(f"{what} hoort bij geen stap. Noem er een bij steps.")
    return found


def prove_length(
    cautions: Iterable[Caution], words: Mapping[str, tuple[Wording, ...]]
) -> Iterator[Problem]:
    """Every line of what not to do that is too long, with each word at its longest."""
    longest = {name: max((way.say for way in ways), key=len) for name, ways in words.items()}
    for each in cautions:
        count = word_count(fill_in(each.say, longest))
        if count > MOST_WORDS:
            message = f"“{each.id}” heeft {count} woorden. Houd het op {MOST_WORDS}."
            yield Problem(CAUTIONS, 1, message)


def prove_deeds(cautions: Iterable[Caution], flows: Iterable[Flow]) -> Iterator[Problem]:
    """Every deed after which something is no longer said, and that nobody does."""
    steps = (step for flow in flows for step in flow.steps.values())
    deeds = {f"{step.id}#{action.id}" for step in steps for action in step.actions}
    for each in cautions:
        for deed in each.done:
            if deed not in deeds:
                message = f"“{each.id}” noemt bij done “{deed}”.{suggestion(deed, deeds)}"
                yield Problem(CAUTIONS, 1, f"{message} Die handeling bestaat niet.")


def read_beliefs(
    text: str, file: str, problems: list[Problem], names: Names, claims: Mapping[str, Claim]
) -> Beliefs:
    """What people believe, with the ways they say it and what is so."""
    check_words(text, file, names.words, problems)
    top = read_yaml(text, file, problems)
    needed = ("asks", "unless", "beliefs")
    whole = top.fields("De lijst van misvattingen", needed, needed)
    found = {}
    for name, node in whole["beliefs"].items("beliefs") if "beliefs" in whole else ():
        what = f"De misvatting “{name}”"
        parts = node.fields(
            what, ("phrases", "unless", "say", "when", *_RESTS_ON), ("phrases", "say")
        )
        sources = sources_of(node, what, parts, names, claims, own=False, otherwise=OR)
        found[name] = Belief(
            id=name,
            heard=_ways(parts, "phrases"),
            say=text_of(parts, "say"),
            sources=sources,
            when=read_when(parts.get("when"), names.domains),
            unless=_ways(parts, "unless"),
        )
        if len(found[name].say) > MOST_SIGNS:
            size = f"{len(found[name].say)} tekens"
            node.problem(f"Het antwoord op “{name}” heeft {size}. Houd het op {MOST_SIGNS}.")
    return Beliefs(found, texts_of(whole, "asks"), _ways(whole, "unless"))


def _ways(parts: Mapping[str, Node], name: str) -> tuple[str, ...]:
    """Ways of saying something, each of which can be read."""
    for way in parts[name].nodes(name) if name in parts else ():
        if not right(said := way.text(name)):
            way.problem(f"De manier van zeggen “{said}” is niet te lezen.")
    return texts_of(parts, name)


def sources_of(  # noqa: PLR0913 - a thing that is said, and all it can rest on
    node: Node,
    what: str,
    parts: Mapping[str, Node],
    names: Names,
    claims: Mapping[str, Claim],
    *,
    own: bool,
    otherwise: str,
) -> tuple[Source, ...]:
    """Where it stands: the place of each fact, and what was named besides."""
    found = dict.fromkeys(read_sources(parts.get("sources"), frozenset(names.sources)))
    for fact in texts_of(parts, "facts"):
        if fact in claims:
            found[Source(claims[fact].document, claims[fact].place)] = None
        elif claims:
            parts["facts"].problem(f"Het feit “{fact}” bestaat niet.{suggestion(fact, claims)}")
    named_any = any(name in parts for name in _RESTS_ON)
    if own and named_any:
        node.problem(f"{what} heeft een bron én is ons eigen advies. Kies een van beide.")
    elif parts and not own and not named_any:
        node.problem(f"{what} heeft geen bron. Noem {otherwise}.")
    return tuple(found)

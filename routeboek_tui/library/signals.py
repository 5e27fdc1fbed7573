"""Decodes what people say about a pupil, and where that leads."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from routeboek_tui.core.facts import Domains, holds, situations
from routeboek_tui.core.flow import TRIAGE, Edge, Step, facts_of
from routeboek_tui.core.policy import registry
from routeboek_tui.core.replay import valid
from routeboek_tui.core.said import DAY, Over, Said, Unit, What
from routeboek_tui.library import distinctions
from routeboek_tui.library.conditions import read_when
from routeboek_tui.library.node import Node, read_yaml, text_of, texts_of
from routeboek_tui.library.page import Saying
from routeboek_tui.library.pages import Names, check_words
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.regions import Doors, sector_told, told
from routeboek_tui.library.signal import Ask, Counted, Signal, Together
from routeboek_tui.library.way_lists import read_ways
from routeboek_tui.text.spelling import suggestion

_MORE = (
    "ask", "notes", "certain", "says", "named", "words", "unless", "counted", "refuses",
    "bare",
)  # fmt: skip


def read_signals(  # noqa: PLR0913, PLR0917 - an ask names what is asked anywhere
    text: str, file: str, names: Names, doors: Doors, starts: Iterable[str],
    problems: list[Problem],
) -> dict[str, Signal]:  # fmt: skip
    """The signals; ``doors`` are the steps they may lead to, ``starts`` the days that are heard."""
    check_words(text, file, names.words, problems)
    required = ("theme", "title", "goto")
    signals = {}
    places = _places(doors, names.domains, starts)
    for signal_id, node in read_yaml(text, file, problems).items("De lijst van signalen"):
        what = f"Het signaal “{signal_id}”"
        parts = node.fields(what, (*required, *_MORE), required)
        goto = _goto(parts.get("goto"), doors, names.domains)
        routes = frozenset(edge.door.route for edge in goto)
        signals[signal_id] = Signal(
            id=signal_id,
            theme=text_of(parts, "theme"),
            title=text_of(parts, "title"),
            goto=goto,
            ask=_asks(parts.get("ask"), places, names.domains),
            notes=_sayings(parts.get("notes"), "notes", names.domains),
            certain=parts["certain"].flag("certain") if "certain" in parts else True,
            says=_says(parts.get("says"), routes, doors, names.domains),
            named=parts["named"].one_of("Wat de zin noemt", [*What]) if "named" in parts else "",
            words=read_ways(parts.get("words"), "words"),
            unless=read_ways(parts.get("unless"), "unless"),
            counted=tuple(_counted(parts.get("counted"))),
            bare=read_ways(parts.get("bare"), "bare"),
            refuses="refuses" in parts and parts["refuses"].flag("refuses"),
        )
        for sayings in (signals[signal_id].ask, signals[signal_id].notes):
            distinctions.check(node, what, (each.when for each in sayings), names.domains)
        _one_door(node, what, signals[signal_id].goto, names.domains)
    return signals


def _counted(node: Node | None) -> Iterator[Counted]:
    """What is counted, each as what it is, its unit, and perhaps over which time."""
    for item in node.nodes("counted") if node else ():
        what, unit, over = (*item.text("counted").split(), "", "", "")[:3]
        for word, known in ((what, [*What]), (unit, [*Unit]), (over, ["", *Over])):
            if word not in known:
                item.problem(f"“{word}” hoort hier niet.{suggestion(word, known)}")
                break
        else:
            yield Counted(What(what), Unit(unit), over)


def read_together(  # noqa: PLR0913, PLR0917 - a combination names signals and doors
    text: str, file: str, names: Names, signals: Mapping[str, Signal], doors: Doors,
    problems: list[Problem],
) -> dict[str, Together]:  # fmt: skip
    """What holds when two things are true at once."""
    known = {*signals, *(signal.theme for signal in signals.values())}
    found = {}
    for name, node in read_yaml(text, file, problems).items("De lijst van combinaties"):
        parts = node.fields(
            f"De combinatie “{name}”",
            ("title", "of", "say", "goto", "unless", "tracks", "clearly", "words"),
            ("title", "of", "say"),
        )
        of = [each.split(" | ") for each in texts_of(parts, "of")]
        for each in chain.from_iterable(of):
            parts["of"].named("Het signaal of thema", each, known)
        found[name] = Together(
            name,
            text_of(parts, "title"),
            tuple(_meant(each, signals) for each in of),
            text_of(parts, "say"),
            _goto(parts.get("goto"), doors, names.domains),
            read_ways(parts.get("unless"), "unless"),
            tracks="tracks" in parts and parts["tracks"].flag("tracks"),
            clearly="clearly" in parts and parts["clearly"].flag("clearly"),
            words=read_ways(parts.get("words"), "words"),
        )
        if not (of or found[name].words) and "of" in parts:
            node.problem(f"De combinatie “{name}” noemt signalen bij of, of woorden bij words.")
        _one_door(node, f"De combinatie “{name}”", found[name].goto, names.domains)
    return found


def _meant(names: Iterable[str], signals: Mapping[str, Signal]) -> frozenset[str]:
    """The signals that are called so, or of which the theme is."""
    return frozenset(each.id for each in signals.values() if {each.id, each.theme} & {*names})


def _one_door(node: Node, what: str, edges: tuple[Edge, ...], domains: Domains) -> None:
    """In no situation may there be two ways to go; there may be none."""
    for situation in situations(facts_of(edges), {}, domains):
        fitting = [edge.to for edge in edges if holds(edge.when, situation)]
        if len(fitting) > 1:
            facts = ", ".join(f"{fact}={value}" for fact, value in situation.items())
            node.problem(f"{what} wijst bij {facts or 'elke situatie'} naar {', '.join(fitting)}.")
            return


def _goto(node: Node | None, doors: Doors, domains: Domains) -> tuple[Edge, ...]:
    edges, steps = [], doors.steps if node else {}
    for item in node.nodes("goto") if node else ():
        parts = item.fields("Deze pijl", ("to", "when", "done"), ("to",))
        to = text_of(parts, "to")
        if to and to not in steps:
            item.problem(f"De stap “{to}” bestaat niet.{suggestion(to, steps)}")
        done = texts_of(parts, "done")
        for name in done:
            if name not in steps.values():
                near = suggestion(name, steps.values())
                parts["done"].problem(f"De stap “{name}” bestaat niet.{near}")
        edge = Edge(to, read_when(parts.get("when"), domains), done=done)
        if astray := doors.astray(edge, doors.everywhere):
            item.problem(told(astray))
        if doors.other_sector(edge):
            item.problem(sector_told(edge))
        edges.append(edge)
    return tuple(edges)


def _says(node: Node | None, routes: frozenset[str], doors: Doors, domains: Domains) -> Said:
    """The facts and answers that are said with a signal; the steps are those of its routes.

    A signal that leads into the triage can say what is asked on any route behind it.
    """
    parts = node.fields("Wat het signaal zegt", ("facts", "choices"), ()) if node else {}
    facts, choices = {}, {}
    for fact, child in parts["facts"].items("facts") if "facts" in parts else ():
        if child.named("Het feit", fact, domains):
            value = child.text(f"facts: {fact}")
            facts[fact] = child.named("De waarde", value, domains[fact])
    steps: dict[str, list[Step]] = {}
    for flow in doors.flows.values():
        for step in flow.steps.values() if {flow.route, TRIAGE} & routes else ():
            steps.setdefault(step.id, []).append(step)
    for name, child in parts["choices"].items("choices") if "choices" in parts else ():
        if not child.named("De stap", name, steps):
            continue
        taken = child.names(f"choices: {name}")
        for step in steps[name]:
            known = {choice.id for choice in step.choices}
            if all(child.named("De keuze", each, known) for each in taken) and not valid(
                step, taken
            ):
                child.problem(f"Deze keuzes gaan bij de stap “{name}” niet samen.")
        choices[name] = taken
    return Said(facts=facts, choices=choices)


def _places(doors: Doors, domains: Domains, starts: Iterable[str]) -> frozenset[str]:
    """Everything that can be known by what was said, as an ask names it."""
    steps = {step.id for flow in doors.flows.values() for step in flow.steps.values()}
    inputs = (f"{name}.{each}" for name, rule in registry.STEPS.items() for each in rule.inputs)
    return frozenset((*domains, *steps, *inputs, *(f"{DAY}.{start}" for start in starts)))


def _asks(node: Node | None, places: Collection[str], domains: Domains) -> tuple[Ask, ...]:
    """What must be known first, each with the places where that is answered, if any."""
    found = []
    for item in node.nodes("ask") if node else ():
        if item.value.id == "scalar":
            found.append(Ask(item.text("ask")))
            continue
        parts = item.fields("Deze vraag", ("say", "when", "of"), ("say",))
        of = texts_of(parts, "of")
        for each in of:
            parts["of"].named("Wat er gevraagd wordt", each, places)
        found.append(Ask(text_of(parts, "say"), read_when(parts.get("when"), domains), of))
    return tuple(found)


def _sayings(node: Node | None, name: str, domains: Domains) -> tuple[Saying, ...]:
    """What to ask or to mind: a text that always holds, or one with the facts it holds under."""
    found = []
    for item in node.nodes(name) if node else ():
        if item.value.id == "scalar":
            found.append(Saying(item.text(name), {}))
            continue
        parts = item.fields("Deze opmerking", ("say", "when"), ("say",))
        found.append(Saying(text_of(parts, "say"), read_when(parts.get("when"), domains)))
    return tuple(found)

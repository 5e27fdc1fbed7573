"""Whether every case still fits the routes; a changed route names the cases it breaks."""

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.practice.stages import number, opens
from routeboek_tui.conversation.practice.way import Astray, Way, walked
from routeboek_tui.core.facts import REGION, SECTOR
from routeboek_tui.library.content import Library
from routeboek_tui.library.exercise import Exercise, Known
from routeboek_tui.library.problems import Problem

NO_TRAP = "hier komt de weg niet langs, dus is dit geen valkuil."
RIGHT = "“{}” is hier goed, en dus geen valkuil."
NOT_PASSED = "hier komt de weg niet langs."
NOT_AMONG = "de weg neemt een keuze die hier niet bij staat."
ELSEWHERE = "De route “{}” geldt niet bij {} “{}”."
NO_WHO = (
    "“{}” staat tussen wat er te doen is. Begin met wie het doet, zoals “School: …”, en zet verder"
    " geen dubbele punt."
)
NOT_SINCE = "dit wordt nog een keer gevraagd. Zeg met meanwhile wat er intussen gebeurde."
TOO_LATE = "vanaf hier is dit te vragen, en de keuze waarbij het helpt komt eerder."
BY_ITSELF = "vanaf hier is dit al te vragen. Laat from weg."
NO_HELP = "hier komt de weg niet langs, dus helpt dit feit niet."


def prove(library: Library, exercises: Iterable[Exercise]) -> Iterator[Problem]:
    """Every problem of the cases: a way that is not there, a trap that is none."""
    for exercise in exercises:
        yield from prove_one(library, exercise)


def prove_one(library: Library, exercise: Exercise) -> Iterator[Problem]:
    """Every problem of one case."""

    def problem(step: str, message: str, line: int) -> Problem:
        return Problem(exercise.file, line, f"Bij stap “{step}”: {message}")

    yield from _elsewhere(library, exercise)
    try:
        way = walked(library, exercise)
    except Astray as astray:
        lines = [said.line for said in exercise.way if said.step == astray.step]
        yield problem(astray.step, str(astray), (lines or [said.line for said in exercise.way])[-1])
        return
    right = _right(way, exercise)
    before: set[str] = set()
    for said in exercise.way:
        if said.step in before and not said.meanwhile:
            yield problem(said.step, NOT_SINCE, said.line)
        before.add(said.step)
    legs = (*way.end.earlier, way.end)
    passed = {visit.step for leg in legs for visit in leg.trail.main.visits}
    for trap in exercise.traps:
        if trap.step not in (right if trap.choice else passed):
            yield problem(trap.step, NO_TRAP, trap.line)
        elif trap.choice and trap.choice in right[trap.step]:
            yield problem(trap.step, RIGHT.format(trap.choice), trap.line)
        elif trap.thought and trap.step not in right and not _says_who(way.end, trap.thought):
            yield problem(trap.step, NO_WHO.format(trap.thought), trap.line)
    for both in exercise.both:
        taken = {
            choice for stop in way.stops if stop.step == both.step for choice in stop.said.choices
        }
        if both.step not in right:
            yield problem(both.step, NOT_PASSED, both.line)
        elif not taken <= {*both.choices}:
            yield problem(both.step, NOT_AMONG, both.line)
    for known in exercise.ask:
        if wrong := _asked_wrongly(way, known, right):
            yield problem(*wrong, known.line)


def _asked_wrongly(way: Way, known: Known, right: Collection[str]) -> tuple[str, str] | None:
    """The step that something to ask names wrongly, and why; ``None`` where it names none."""
    if known.at and known.at not in right:
        return known.at, NO_HELP
    if known.since and known.since not in right:
        return known.since, NOT_PASSED
    if known.since and known.at and number(way.stops, known.since) > number(way.stops, known.at):
        return known.since, TOO_LATE
    if known.since and opens(way, known) <= opens(way, replace(known, since="")):
        return known.since, BY_ITSELF
    return None


def _says_who(talk: Conversation, thought: str) -> bool:
    """Whether a deed that comes to mind begins with who does it, as those of the route do."""
    who, _, what = thought.partition(": ")
    return (
        bool(what)
        and ":" not in what
        and who in {talk.word(actor) for actor in talk.library.actors}
    )


def _elsewhere(library: Library, exercise: Exercise) -> Iterator[Problem]:
    """The facts of a case that cannot be so where its route holds."""
    flow = library.named(exercise.route, exercise.day)
    edition = library.editions.get(flow.edition)
    known = library.scheme.settled(exercise.facts)
    here = {SECTOR: library.sectors(flow)}
    if edition and edition.region:
        here[REGION] = (edition.region,)
    for fact, values in here.items():
        if fact in known and values and known[fact] not in values:
            message = ELSEWHERE.format(flow.title, fact, known[fact])
            yield Problem(exercise.file, 1, message)


def _right(way: Way, exercise: Exercise) -> dict[str, set[str]]:
    """Per step on the way the choices that are right: those given or drawn, and those of both."""
    found: dict[str, set[str]] = {}
    for stop in way.stops:
        found.setdefault(stop.step, set()).update(stop.said.choices)
    for leg in (*way.end.earlier, way.end):
        for visit in leg.trail.main.visits:
            if visit.step in found:
                found[visit.step].update(visit.taken)
    for both in exercise.both:
        if both.step in found:
            found[both.step].update(both.choices)
    return found

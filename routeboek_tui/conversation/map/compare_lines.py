"""The lines that say what differs in one step between two editions."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

from routeboek_tui.conversation.map.flow_words import KIND_WORDS, FlowWords
from routeboek_tui.core.compare import Delta, Pair, StepChange, Way, ways
from routeboek_tui.core.facts import When
from routeboek_tui.core.flow import Action, Seat, Source, Step

T = TypeVar("T")


class Subject(StrEnum):
    """What a line is about."""

    START = "begin"
    WHO = "wie"
    KIND = "soort"
    DO = "doen"
    TERM = "termijn"
    TABLE = "tafel"
    CHOICE = "keuze"
    ARROW = "pijl"
    ASK = "vraagt"
    SOURCE = "bron"
    WORDS = "woorden"


class Line(Struct, frozen=True):
    """One difference in a sentence."""

    about: Subject
    said: str


class StepWords:
    """A step in the old and in the new edition, each in the words of its own."""

    def __init__(self, before: FlowWords, after: FlowWords, old: Step, new: Step) -> None:
        self._before = before
        self._after = after
        self._old = old
        self._new = new

    def ways(self) -> Iterator[Way]:
        """Every arrow out of the step as it is now."""
        return ways(self._new)

    def differences(self, change: StepChange) -> Iterator[Line]:
        """A line for everything of the step that differs, its words left out."""
        yield from self._itself(change)
        yield from self._actions(change.actions)
        yield from self._table(change.table)
        yield from self._choices(change)
        yield from self._ways(change.ways)
        for fact in change.needs.added:
            yield Line(Subject.ASK, f"Wij vragen hier nu eerst: {self._after.fact(fact)}.")
        for fact in change.needs.removed:
            yield Line(Subject.ASK, f"Wij vragen hier niet meer: {self._before.fact(fact)}.")
        yield from self._sources(change.sources)

    def wording(self) -> Iterator[Line]:
        """A line for every sentence that both editions have and say in other words."""
        old, new = self._before.text(self._old.id), self._after.text(self._new.id)
        before, after = self._before, self._after
        yield from _said("De titel", before.say(old.title), after.say(new.title))
        yield from _said("De vraag", before.say(old.question), after.say(new.question))
        for choice in _both(self._old.choices, self._new.choices, lambda choice: choice.id):
            was, now = before.choice(self._old.id, choice.id), after.choice(self._new.id, choice.id)
            yield from _said("Een keuze", was, now)
        for action in _both(self._old.actions, self._new.actions, lambda action: action.id):
            was, now = before.action(self._old.id, action.id), after.action(self._new.id, action.id)
            yield from _said("Een handeling", was, now)

    def way(self, words: FlowWords, way: Way) -> str:
        """An arrow on one line: the choice, the facts, where it leads and how sure that is."""
        certainty = words.certainty(way.edge.certainty)
        done = words.done(way.edge)
        said = f"{self._taken_by(words, way)} naar {self._to(words, way)}"
        return f"{said} ({certainty})" + (f"; al gedaan: {done}" if done else "")

    def _itself(self, change: StepChange) -> Iterator[Line]:
        if change.actor:
            was, now = self._before.actor(self._old.actor), self._after.actor(self._new.actor)
            yield Line(Subject.WHO, f"Aan zet is nu {now}, eerst {was}.")
        if change.kind:
            was, now = KIND_WORDS[self._old.kind], KIND_WORDS[self._new.kind]
            yield Line(Subject.KIND, f"De stap is nu een {now}, eerst een {was}.")
        if change.policy:
            yield Line(Subject.KIND, _reckoning(self._old.policy, self._new.policy))
        if change.inferred:
            now = "niet in een bron: door ons afgeleid" if self._new.inferred else "in een bron"
            yield Line(Subject.SOURCE, f"De stap staat nu {now}.")
        if change.jump:
            yield Line(Subject.ARROW, "De stap gaat verder op een andere plek van een route.")

    def _actions(self, delta: Delta[Action]) -> Iterator[Line]:
        for action in delta.added:
            yield Line(Subject.DO, f"Erbij: {self._after.todo(self._new, action)}")
        for action in delta.removed:
            yield Line(Subject.DO, f"Weg: {self._before.todo(self._old, action)}")
        for pair in delta.changed:
            yield from self._action(pair)

    def _action(self, pair: Pair[Action]) -> Iterator[Line]:
        old, new = pair.before, pair.after
        what = f"“{self._after.action(self._new.id, new.id).rstrip('.')}”"
        was, now = self._before.doer(self._old, old), self._after.doer(self._new, new)
        if was != now:
            yield Line(Subject.WHO, f"{what}: dat doet nu {now}, eerst {was}.")
        if old.term != new.term:
            was, now = self._before.term(old.term), self._after.term(new.term)
            yield Line(Subject.TERM, f"{what}: termijn nu {now}, eerst {was}.")
        if old.when != new.when:
            yield Line(Subject.DO, f"{what}: {self._holds(old.when, new.when)}.")

    def _table(self, delta: Delta[Seat]) -> Iterator[Line]:
        for seat in delta.added:
            yield Line(Subject.TABLE, f"Erbij aan tafel: {self._after.seat(seat)}.")
        for seat in delta.removed:
            yield Line(Subject.TABLE, f"Niet meer aan tafel: {self._before.seat(seat)}.")
        for pair in delta.changed:
            holds = self._holds(pair.before.when, pair.after.when)
            yield Line(Subject.TABLE, f"{self._after.actor(pair.after.actor)} aan tafel: {holds}.")

    def _choices(self, change: StepChange) -> Iterator[Line]:
        for choice in change.choices.added:
            label = self._after.choice(self._new.id, choice.id)
            yield Line(Subject.CHOICE, f"Nieuwe keuze: “{label}”.")
        for choice in change.choices.removed:
            label = self._before.choice(self._old.id, choice.id)
            yield Line(Subject.CHOICE, f"Vervallen keuze: “{label}”.")
        for pair in change.choices.changed:
            label = self._after.choice(self._new.id, pair.after.id)
            can = "kan nu samen met een andere" if pair.after.parallel else "staat nu op zichzelf"
            yield Line(Subject.CHOICE, f"De keuze “{label}” {can}.")

    def _ways(self, delta: Delta[Way]) -> Iterator[Line]:
        turned = list(_turned(delta))
        for pair in turned:
            by = self._taken_by(self._after, pair.after)
            was, now = self._to(self._before, pair.before), self._to(self._after, pair.after)
            sure = self._after.certainty(pair.after.edge.certainty)
            yield Line(Subject.ARROW, f"{by} nu naar {now}, eerst naar {was} ({sure}).")
        for way in delta.added:
            if not any(pair.after is way for pair in turned):
                yield Line(Subject.ARROW, f"Nieuwe pijl: {self.way(self._after, way)}.")
        for way in delta.removed:
            if not any(pair.before is way for pair in turned):
                yield Line(Subject.ARROW, f"Vervallen pijl: {self.way(self._before, way)}.")
        for pair in delta.changed:
            said = "; ".join(self._way_changes(pair))
            by, to = _by(self._after, self._new, pair.after), self._to(self._after, pair.after)
            yield Line(Subject.ARROW, f"{by} naar {to}: {said}.")

    def _way_changes(self, pair: Pair[Way]) -> Iterator[str]:
        old, new = pair.before.edge, pair.after.edge
        if old.when != new.when:
            yield self._holds(old.when, new.when)
        if old.certainty is not new.certainty:
            was, now = self._before.certainty(old.certainty), self._after.certainty(new.certainty)
            yield f"zekerheid nu “{now}”, eerst “{was}”"
        if pair.before.alongside != pair.after.alongside:
            yield "loopt nu tegelijk" if pair.after.alongside else "loopt niet meer tegelijk"
        if old.done != new.done:
            was, now = self._before.done(old) or "niets", self._after.done(new) or "niets"
            yield f"al gedaan is nu {now}, eerst {was}"

    def _sources(self, delta: Delta[Source]) -> Iterator[Line]:
        if len(delta.added) == len(delta.removed) == 1 and not delta.changed:
            now, was = self._after.source(delta.added[0]), self._before.source(delta.removed[0])
            yield Line(Subject.SOURCE, f"De bron is nu {now}. Eerst was dat {was}.")
            return
        for source in delta.added:
            yield Line(Subject.SOURCE, f"Bron erbij: {self._after.source(source)}.")
        for source in delta.removed:
            yield Line(Subject.SOURCE, f"Bron weg: {self._before.source(source)}.")
        for pair in delta.changed:
            document = self._after.document(pair.after.document)
            was, now = self._before.say(pair.before.place), self._after.say(pair.after.place)
            yield Line(Subject.SOURCE, f"Plaats in {document}: nu {now}, eerst {was}.")

    def _holds(self, old: When, new: When) -> str:
        was, now = self._before.when(old), self._after.when(new)
        return f"geldt nu {_if(now)}, eerst {_if(was)}"

    def _taken_by(self, words: FlowWords, way: Way) -> str:
        step = self._new if words is self._after else self._old
        when = words.when(way.edge.when)
        return _by(words, step, way) + (f", alleen bij {when}," if when else "")

    @staticmethod
    def _to(words: FlowWords, way: Way) -> str:
        beside = " (loopt tegelijk)" if way.alongside else ""
        return f"“{words.title(way.edge.to)}”{beside}"


def _by(words: FlowWords, step: Step, way: Way) -> str:
    return f"Bij “{words.choice(step.id, way.choice)}”" if way.choice else "Daarna"


def _if(when: str) -> str:
    return f"alleen bij {when}" if when else "altijd"


def _turned(delta: Delta[Way]) -> Iterator[Pair[Way]]:
    """The arrows that lead elsewhere now: the only one of a choice that came and that went."""
    for choice in dict.fromkeys(way.choice for way in delta.removed):
        gone = [way for way in delta.removed if way.choice == choice]
        come = [way for way in delta.added if way.choice == choice]
        if len(gone) == len(come) == 1 and gone[0].edge.when == come[0].edge.when:
            yield Pair(gone[0], come[0])


def _both(old: Iterable[T], new: Iterable[T], key: Callable[[T], str]) -> list[T]:
    names = {key(each) for each in old}
    return [each for each in new if key(each) in names]


def _said(what: str, was: str, now: str) -> Iterator[Line]:
    if was == now:
        return
    if not was:
        yield Line(Subject.WORDS, f"{what} is nieuw: “{now}”.")
    elif not now:
        yield Line(Subject.WORDS, f"{what} is weg: “{was}”.")
    else:
        yield Line(Subject.WORDS, f"{what} is nu “{now}”, eerst “{was}”.")


def _reckoning(old: str, new: str) -> str:
    if not old:
        return "Wij kunnen het antwoord hier nu uitrekenen."
    if not new:
        return "Wij rekenen het antwoord hier niet meer uit."
    return "Wij rekenen hier nu met een andere drempel."

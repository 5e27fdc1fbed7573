"""A case of one's own, asked for line by line: the way is walked, so that it is there."""

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.among import read_among
from routeboek_tui.conversation.hearing.meanings import Chosen, Given
from routeboek_tui.conversation.practice.proof import prove_one
from routeboek_tui.conversation.practice.sheet import Line, Sheet
from routeboek_tui.conversation.practice.way import Astray, answered, standing, with_answer
from routeboek_tui.conversation.view import Option, question
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import PLACE, REGION, SECTOR
from routeboek_tui.core.flow import TRIAGE, Source
from routeboek_tui.core.safety import NONE, SAFETY
from routeboek_tui.course.answering import selected
from routeboek_tui.course.letter.paper import Paper
from routeboek_tui.course.practice.practising import NOTHING, Heard
from routeboek_tui.export.file import ExportError, save
from routeboek_tui.export.place import place
from routeboek_tui.library.content import Library
from routeboek_tui.library.exercise import Said
from routeboek_tui.library.exercises import MOST_WORDS, read_exercise
from routeboek_tui.library.practice_words import Words, filled
from routeboek_tui.library.problems import Problem
from routeboek_tui.library.wording import Text
from routeboek_tui.text.characters import one_line, plain, word_count

Asking: TypeAlias = Generator[Sheet, str, Any]
"""Asks one thing after another: gives a sheet, takes a line."""

Offered: TypeAlias = tuple[Option, ...]
"""What can be chosen from."""

KNOWN = (REGION, SECTOR, PLACE, "leeftijd", "ingeschreven")
"""The facts that are asked before the way begins; others where the way asks for them."""

SECRET, NOBODY_KNOWS = "!", "?"
"""Before an answer that may not be told, and before one that nobody knows."""

END = "einde"
"""The choice to end the way here."""


class Making:
    """Asks for a case and writes its file, checked as ``controle`` checks those of the guide."""

    paper: Paper | None = None

    def __init__(self, library: Library, words: Words, today: date, file: str = "") -> None:
        self._library, self._words, self._today, self._file = library, words, today, file
        self._said: list[str] = []
        self._lines: tuple[Line, ...] = ()
        self._case: dict[str, Any] = {}
        self._asking: Asking = self._script()
        self._sheet: Sheet = next(self._asking)

    @property
    def sheet(self) -> Sheet:
        """What is asked now."""
        return self._sheet

    @property
    def begun(self) -> bool:
        """Whether something was answered, that would be lost."""
        return bool(self._case)

    def hear(self, line: str) -> Heard:
        """Take the answer."""
        self._said = []
        try:
            self._sheet = self._asking.send(one_line(line).strip())
        except StopIteration:
            return Heard(tuple(self._said), back=True)
        return Heard(tuple(self._said)) if self._said else NOTHING

    # What is asked, in its order

    def _script(self) -> Asking:
        words, case = self._words, self._case
        while word_count(title := (yield from self._text(words.make_title))) > MOST_WORDS:
            self._said.append(words.make_title)
        case["title"] = title
        case["teaches"] = yield from self._text(words.make_teaches)
        case["author"] = yield from self._letter(words.make_author, "")
        case["checked"] = yield from self._letter(words.make_checked, case["author"])
        case["day"] = self._today.isoformat()
        every = self._library.actors.items()
        actors = _named({name: each.word for name, each in every if "{" not in each.word})
        case["teller"] = yield from self._choice(words.make_teller, actors)
        routes = {
            flow.route: flow.title for flow in self._library.flows.values() if flow.route != TRIAGE
        }
        case["route"] = yield from self._choice(words.make_route, _named(routes))
        case["facts"] = yield from self._facts()
        story = yield from self._many(words.make_story)
        case["story"] = "\n".join(story)
        case["ask"] = yield from self._asks(actors)
        yield from self._way()
        yield from self._kept()

    def _text(self, asked: str) -> Asking:
        while True:
            line = yield Sheet(self._words.making, self._lines, asked, free=True)
            if line:
                return line
            self._said.append(asked)

    def _letter(self, asked: str, other: str) -> Asking:
        while True:
            line = yield from self._text(asked)
            if len(line) == 1 and line.isalpha() and line.lower() != other:
                return line.lower()
            self._said.append(self._words.make_letter)

    def _many(self, asked: str) -> Asking:
        """Lines, until Enter alone; at least one."""
        found: list[str] = []
        while True:
            lines = tuple(map(Line, found))
            line = yield Sheet(self._words.making, lines, asked, free=True)
            if line:
                found.append(line)
            elif found:
                return found

    def _choice(self, asked: str, options: Offered, *, needed: bool = True) -> Asking:
        """The name of one of ``options``, or "" where that may be."""
        while True:
            line = yield Sheet(self._words.making, self._lines, asked, options)
            if not (line or needed):
                return ""
            keys, said = selected(line, options), plain(line)
            for each in options:
                if (each.key,) == keys or said in map(plain, (each.label, *each.synonyms)):
                    return each.choice
            self._said.append(self._words.not_understood)

    def _facts(self) -> Asking:
        """What the story tells, of what can be so on the route."""
        library = self._library
        flow = library.named(self._case["route"], self._today)
        edition = library.editions.get(flow.edition)
        found: dict[str, str] = {}
        for fact in KNOWN:
            text, domains = library.facts[fact], library.scheme.within(found)
            here = [value for value in domains[fact] if value in flow.domains.get(fact, ())]
            if fact == REGION and edition and edition.region:
                here = [edition.region]
            if fact == SECTOR:
                here = [value for value in here if value in library.sectors(flow)]
            options = _values(text, here)
            if not options:
                continue
            asked = filled(self._words.make_fact, text.question)
            if value := (yield from self._choice(asked, options, needed=False)):
                found[fact] = value
        return found

    def _asks(self, actors: Offered) -> Asking:
        found: list[dict[str, str]] = []
        while True:
            lines = tuple(Line(each["question"]) for each in found)
            sheet = Sheet(self._words.making, lines, self._words.make_ask, free=True)
            asked = yield sheet
            if not asked:
                return found or "geen"
            whom = yield from self._choice(self._words.make_of, actors)
            told = yield from self._text(self._words.make_answer)
            kind = {SECRET: "withheld", NOBODY_KNOWS: "unknown"}.get(told[0], "answer")
            words = told if kind == "answer" else told[1:].strip() or told
            found.append({"question": asked, "of": whom, kind: words})

    # The way

    def _way(self) -> Asking:
        """Walk the route; what is answered is the right way, and each step may have its trap."""
        library, case = self._library, self._case
        flow = library.named(case["route"], self._today)
        answers = Answers(facts={SAFETY: NONE, **case["facts"]})
        talk = Conversation.at(library, flow, answers, self._today)
        way: list[dict[str, Any]] = []
        traps: list[dict[str, Any]] = []
        places: dict[str, list[str]] = {}
        while True:
            if talk.trail.ask is None and talk.trail.door:
                talk = talk.jump()
            if (ask := talk.trail.ask) is None:
                break
            if fact := ask.fact:
                text = library.facts[fact]
                value = yield from self._choice(
                    talk.say(text.question), _values(text, text.choices)
                )
                case["facts"][fact] = value
                talk = talk.knowing(fact, value)
                continue
            step = ask.step
            said = yield from self._answer(talk)
            if said is None:
                break
            self._cite(places, talk.step(step).sources)
            traps += yield from self._traps(talk, said)
            written = {step: _written(said)}
            if any(step in each for each in way):
                written["meanwhile"] = yield from self._text(self._words.make_meanwhile)
            way.append(written)
            talk = answered(talk, said)
        case["way"], case["ends"] = way, standing(talk)
        self._cite(places, talk.step(standing(talk)).sources)
        case["traps"] = traps or "geen"
        case["sources"] = {name: "; ".join(dict.fromkeys(each)) for name, each in places.items()}

    @staticmethod
    def _cite(places: dict[str, list[str]], sources: Iterable[Source]) -> None:
        for source in sources:
            places.setdefault(source.document, []).append(source.place)

    def _answer(self, talk: Conversation) -> Asking:
        """The right answer to what ``talk`` asks; ``None`` where the way ends here."""
        asked = question(talk)
        assert asked is not None
        options = (*asked.options, Option("0", END, self._words.make_end))
        while True:
            text = filled(self._words.make_way, asked.text)
            several = asked.several
            line = yield Sheet(self._words.making, self._lines, text, options, several=several)
            keys = selected(line, options)
            names = tuple(o.choice for o in options if o.key in keys)
            if END in names:
                return None
            said = Said(asked.step, tuple(filter(None, names))) if keys else None
            if line and not keys:
                match read_among(talk, line, asked.options, policy=asked.policy):
                    case Chosen(choices):
                        said = Said(asked.step, choices)
                    case Given(values):
                        said = Said(asked.step, (), values)
            try:
                if said:
                    answered(talk, said)
                    return said
                self._said.append(self._words.not_understood)
            except Astray as astray:
                self._said.append(str(astray))

    def _traps(self, talk: Conversation, said: Said) -> Asking:
        """What goes wrong at this step: another choice, and what somebody believes."""
        words, step = self._words, talk.step(said.step)
        after = with_answer(talk, said)
        taken = {
            c for visit in after.trail.main.visits if visit.step == step.id for c in visit.taken
        }
        texts = talk.text(step.id).choices
        named = {c.id: talk.say(texts[c.id].label) for c in step.choices if c.id not in taken}
        found = []
        if wrong := (yield from self._choice(words.make_trap, _named(named), needed=False)):
            why = yield from self._text(words.make_why)
            found.append({"at": step.id, "choice": wrong, "why": why, **_cited(step.sources)})
        sheet = Sheet(words.making, self._lines, words.make_thought, free=True)
        if thought := (yield sheet):
            why = yield from self._text(words.make_why)
            found.append({"at": step.id, "thought": thought, "why": why, **_cited(step.sources)})
        return found

    # The file

    def _kept(self) -> Asking:
        proposed = self._file or f"{'-'.join(plain(self._case['title']).split())}.yaml"
        while True:
            asked = filled(self._words.make_file, proposed)
            line = yield Sheet(self._words.making, self._lines, asked, free=True)
            try:
                path = place(line or proposed)
                save(self._yaml(), path)
                break
            except ExportError as error:
                self._said.append(str(error))
        problems = list(checked(self._library, path))
        head = self._words.make_wrong if problems else self._words.make_done
        self._said = [filled(head, path), *map(str, problems)]

    def _yaml(self) -> bytes:
        import yaml

        text: str = yaml.safe_dump(self._case, allow_unicode=True, sort_keys=False, width=1000)
        return text.encode()


def checked(library: Library, path: Path) -> Iterator[Problem]:
    """Everything wrong with the case in a file: the same as ``controle`` says of the guide's."""
    problems: list[Problem] = []
    exercise = read_exercise(path, path.name, library, problems)
    yield from problems
    if exercise:
        yield from prove_one(library, exercise)


def _named(labels: Mapping[str, str]) -> Offered:
    """Choices by name, each with its label."""
    return tuple(Option(str(n), *each) for n, each in enumerate(labels.items(), 1))


def _values(text: Text, here: Collection[str]) -> Offered:
    """The values of a fact that can be ``here``."""
    found = ((name, each) for name, each in text.choices.items() if name in here)
    return tuple(
        Option(str(n), name, each.label, synonyms=each.synonyms)
        for n, (name, each) in enumerate(found, 1)
    )


def _written(said: Said) -> Any:
    """An answer as it stands in a file."""
    chosen: Any = said.choices[0] if len(said.choices) == 1 else list(said.choices) or "?"
    return dict(said.given) if said.given else chosen


def _cited(sources: Iterable[Source]) -> dict[str, dict[str, str]]:
    return {"sources": {each.document: each.place for each in sources}}

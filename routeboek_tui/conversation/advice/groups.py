"""What there is to do in words, put together by the step it belongs to."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice.coming_of_age import Birthday, birthday_soon, only_from
from routeboek_tui.conversation.advice.first_screen import letter_beside
from routeboek_tui.conversation.advice.overdue import IF_NOT_YET, UNLESS_DONE, undone
from routeboek_tui.conversation.advice.timeline import going_on, jumped_over, only_after
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import CERTAINTY_WORDS, sources
from routeboek_tui.core.address import Address
from routeboek_tui.core.advice import Do
from routeboek_tui.core.flow import Source
from routeboek_tui.core.terms.words import soon_words, term_words
from routeboek_tui.library.danger import PAGE
from routeboek_tui.library.wording import Text, fill_in
from routeboek_tui.text import dates

FROM_THEN = "{} Is het op of na {}, dan is de leerling {} en wordt dit: {}"
"""Something to do that says otherwise once the pupil is old enough, which is soon."""

FROM = "vanaf {}: {}"
"""Something to do only once the pupil is old enough, which is soon."""


class Todo(Struct, frozen=True):
    """One thing to do: who, what, and by when; ``place`` is where it stands in the guide.

    ``term`` is "" where there can be none: what to do about danger is for now. What is to be done
    ``at_once`` goes before all other deeds. ``own`` is our
    own advice, of no source; ``text`` says so too. ``kort``, ``soon`` and ``letter`` (its name and
    what it is called) say it in short; ``soon`` is "" where no source gives a term.
    """

    actor: str
    who: str
    text: str
    term: str
    place: str = ""
    at_once: bool = False
    own: bool = False
    kort: str = ""
    soon: str = ""
    letter: tuple[str, str] = ("", "")


class Group(Struct, frozen=True):
    """What there is to do at one step, with the letters that go with it and its source.

    A letter that goes with another deed of the step is not among ``letters``.
    ``certainty`` is that of the arrow that led here, "" when it leaves one reading; that of an
    action stands with it. ``source`` is one's own, ``elsewhere`` what else there is of other
    regions and sectors. ``avoid`` is what not to
    do, and ``notes`` what to know of it. Of danger ``step`` is the kind and ``visit`` 0. What is
    ``late`` should be done already, and nobody said that it was.
    """

    step: str
    visit: int
    title: str
    todo: tuple[Todo, ...]
    letters: tuple[tuple[str, str], ...]
    source: str
    certainty: str
    avoid: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    elsewhere: str = ""
    late: bool = False

    def letters_with(self, todo: Todo) -> tuple[tuple[str, str], ...]:
        """The letters that go with ``todo``; with the first deed also those that none names."""
        named = {each.letter[0] for each in self.todo if each != todo}
        if todo != self.todo[0]:
            named.update(name for name, _ in self.letters if name != todo.letter[0])
        return tuple(each for each in self.letters if each[0] not in named - {todo.letter[0]})

    @property
    def danger(self) -> bool:
        """Whether this is about danger, and not about a step."""
        return not self.visit


def groups(talk: Conversation, todo: Iterable[Do]) -> tuple[Group, ...]:
    """Things to do, put together by the step they belong to."""
    by_step: dict[tuple[str, int], list[Do]] = {}
    for do in todo:
        by_step.setdefault((do.step, do.visit), []).append(do)
    found = []
    for (step_id, visit), dos in by_step.items():
        text, step = talk.text(step_id), talk.step(step_id)
        elsewhere = {*text.letters.values()} - {text.letters.get(do.action.id) for do in dos}
        letters = [
            (letter.id, letter.title)
            for letter in talk.letters
            if step_id in letter.steps and letter.id not in elsewhere
        ]
        found.append(
            Group(
                step=step_id,
                visit=visit,
                title=talk.say(text.title),
                todo=tuple(_todo(talk, do, text) for do in dos),
                letters=tuple(letters),
                source=sources(talk, _asked_by(step.sources, text, dos)),
                elsewhere=talk.near.other_sources(step.sources),
                certainty=CERTAINTY_WORDS[dos[0].certainty],
            )
        )
    return tuple(found)


def _asked_by(places: tuple[Source, ...], text: Text, dos: Iterable[Do]) -> tuple[Source, ...]:
    """The sources of a step without the general information that asks for other deeds alone."""
    here = {document for do in dos for document in text.outside.get(do.action.id, ())}
    apart = {document for each in text.outside.values() for document in each} - here
    return tuple(each for each in places if each.document not in apart) or places


def each_once(*parts: Iterable[Group]) -> Iterator[tuple[Group, ...]]:
    """Parts of an advice, in which what the same actor reads in the same words stands once."""
    seen = set[tuple[str, str, str]]()
    for part in parts:
        kept = []
        for group in part:
            todo = tuple(
                each for each in group.todo if (each.who, each.text, each.term) not in seen
            )
            seen.update((each.who, each.text, each.term) for each in todo)
            gone = {each.letter[0] for each in group.todo} - {each.letter[0] for each in todo}
            letters = tuple(each for each in group.letters if each[0] not in gone)
            if todo or not group.todo:
                kept.append(replace(group, todo=todo, letters=letters))
        yield tuple(kept)


def _todo(talk: Conversation, do: Do, text: Text) -> Todo:
    name, said = do.action.id, talk.near.deed(do.step, do.action.id)
    waits, kort = name in text.yields and safety.waiting(talk), talk.say(text.kort.get(name, ""))
    soon = birthday_soon(talk)
    if soon and only_from(soon, talk, do.action):
        day = dates.write(soon.day)
        later = FROM.format(day, f"{said[:1].lower()}{said[1:]}")
        said, kort = f"{later[:1].upper()}{later[1:]}", FROM.format(day, kort)
    return Todo(
        actor=do.action.actor,
        who=talk.word(do.action.actor),
        text=safety.after_advice(said) if waits else _from_then(talk, soon, text.deed(name), said),
        term=_term(talk, do),
        place=f"{Address.of_step(talk.flow.id, do.step, name)}",
        at_once=do.action.at_once,
        own=waits or name in text.own,
        kort=safety.FIRST_KORT if waits else kort,
        soon=_soon(talk, do),
        letter=letter_beside(talk, text.letters.get(name, "")),
    )


def _from_then(talk: Conversation, soon: Birthday | None, deed: str, said: str) -> str:
    """What was ``said`` of a deed, with what it becomes on a birthday that is near."""
    if soon is None or "{" not in deed:
        return said
    then = fill_in(deed, talk.library.words_in(soon.after))
    if then == talk.say(deed):
        return said
    return FROM_THEN.format(
        said, dates.write(soon.day), soon.years, f"{then[:1].lower()}{then[1:]}"
    )


def _term(talk: Conversation, do: Do) -> str:
    if written := talk.text(do.step).terms.get(do.action.id):
        return talk.say(written)
    known, facts = talk.rulebook.knowledge, talk.library.facts
    return talk.say(term_words(do, known, facts, talk.situation))


def _soon(talk: Conversation, do: Do) -> str:
    known, facts = talk.rulebook.knowledge, talk.library.facts
    return talk.say(soon_words(do, known, facts, talk.situation))


def dangers(talk: Conversation) -> tuple[Group, ...]:
    """What there is to do about danger, a group for each kind."""
    letters = tuple((letter.id, letter.title) for letter in talk.letters if letter.safety)
    return tuple(
        Group(
            step=each.kind,
            visit=0,
            title=each.title,
            todo=tuple(
                Todo(
                    actor=deed.actor,
                    who=talk.word(deed.actor),
                    text=deed.words,
                    term="",
                    kort=deed.words,
                    place=f"boek:{PAGE}{each.kind}",
                    own=deed.own,
                )
                for deed in each.todo
            ),
            letters=letters,
            source=sources(talk, each.sources),
            certainty="",
            avoid=tuple(deed.words for deed in each.avoid),
            notes=each.notes,
        )
        for each in safety.deeds(talk)
    )


def late_groups(talk: Conversation, late: tuple[Do, ...]) -> Iterator[Group]:
    """What may not be done yet, and says so; what is known not to be done says nothing of that."""
    yield from groups(talk, (do for do in late if undone(talk, do)))
    for group in groups(talk, (do for do in late if not undone(talk, do))):
        todo = (
            replace(
                each,
                text=IF_NOT_YET.format(each.text.rstrip(".")) + ".",
                kort=UNLESS_DONE.format(each.kort),
            )
            for each in group.todo
        )
        yield replace(group, todo=tuple(todo), late=True)


def jumped_groups(talk: Conversation, late: tuple[Do, ...]) -> Iterator[Group]:
    """What the way jumped over, with what of it holds on some ways only."""
    only, apart = only_after(talk), (*late, *going_on(talk))
    for group in groups(talk, (do for do in jumped_over(talk) if do not in apart)):
        yield replace(group, title=f"{group.title}{only[group.step]}")

"""The safety of the pupil in words: what is asked about it, what is heard, and what to do.

:func:`alarm` says whether a typed line holds danger that is new; :func:`sounded` is the
conversation that then asks about it. :func:`groups` is what there is to do, before all else.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.no_danger import denies_danger, knows_not
from routeboek_tui.conversation.questions import is_question, only_asks
from routeboek_tui.conversation.telling.fact import years
from routeboek_tui.conversation.telling.sounds import ABOVE, sound_at
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import OF_SCHOOL, UNKNOWN
from routeboek_tui.core.flow import TRIAGE, Source
from routeboek_tui.core.safety import NONE, NOW, SAFETY, UNCLEAR, WORRY, Manner, Safety
from routeboek_tui.library.content import Library
from routeboek_tui.library.danger import MELDCODE, Danger, Deed
from routeboek_tui.library.own_advice import OWN, marked
from routeboek_tui.library.ways import pattern
from routeboek_tui.library.wording import Text
from routeboek_tui.search.danger import MOST_KINDS, Heard, called, ears
from routeboek_tui.text import dates
from routeboek_tui.text.characters import bare_line, plain
from routeboek_tui.text.enumeration import all_of
from routeboek_tui.text.lately import lately

if TYPE_CHECKING:
    from routeboek_tui.conversation.conversation import Conversation

ELSE = "anders"
"""The choice that it is none of the kinds that were heard."""

BOTH = "allebei"
"""The choice that it is every kind that was heard."""

PARENTS = "ouders"
"""The recipient to whom nothing may go while that can harm the pupil."""

ASKED = "Is er nu gevaar, of maak je je zorgen over de veiligheid van de leerling?"
NOT_MEANT = "Nee, zo is het niet"
WHICH = "Waar gaat het over?"
WHICH_HINT = "Dan zeggen wij wie je belt en wat je juist niet doet. Typen mag ook."
SIGN = "◆"
"""What stands on the screen when others are watching and something about safety can be read."""

QUIET = "Anderen kijken mee. Over veiligheid staat er nu hooguit een teken."
ALOUD = "Je bent weer alleen. Alles is weer te zien."

UNASKED = "niet_gevraagd"
"""The state of a fact that nobody asked for."""

NOT_ASKED = "Of de leerling veilig is, is niet gevraagd. Veiligheid gaat voor."

GUESS = "Misschien gaat het hierover: {}"
"""What stands above what to do about a kind of which it is not known whether it is that one."""

TITLES = {
    NOW: "Er is nu gevaar: {}",
    WORRY: "Zorgen over de veiligheid: {}",
    UNKNOWN: "Misschien gevaar, tot je het weet: {}",
}
"""What stands above what to do, by the value of the fact."""

FIRST = (
    "Vraag eerst raad aan Veilig Thuis of je aandachtsfunctionaris. Daarna, als het veilig is: {}"
)
"""What stands before something to do that waits for advice."""

AFTER_ADVICE = "pas na raad van Veilig Thuis"
"""What stands behind who may only come to the table after that."""

FIRST_KORT = f"ouders: {AFTER_ADVICE}"
"""That in short."""

CAUTIOUS = "Je weet nog niet of er gevaar is. Wij gaan er daarom van uit dat het kan."
ALREADY = "Dat staat al boven aan het advies, bij de veiligheid."


class Alarm(Struct, frozen=True):
    """Danger that was heard in a line: the ``kinds`` it can be, and who was ``called`` already.

    ``sure`` says that it is danger, and not only may be. Without kinds it is nothing new, and only
    what was called is to be noted.
    """

    kinds: tuple[str, ...] = ()
    sure: bool = False
    called: tuple[str, ...] = ()


def waiting(talk: "Conversation") -> bool:
    """Whether nothing goes to the parents yet: that waits for advice."""
    return PARENTS in talk.held


def after_advice(words: str) -> str:
    """Something to do, with the advice that comes before it."""
    bare = words.removesuffix(f" ({OWN})")
    return marked(FIRST.format(f"{bare[:1].lower()}{bare[1:]}"))


def to_find_out(talk: "Conversation", text: Text) -> str:
    """How to find out what ``text`` asks; who would ask the parents takes advice first."""
    words = talk.near.text(talk.say(text.find_out))
    named = PARENTS in text.whom or PARENTS in words.lower() or "gezin" in words.lower()
    return after_advice(words) if words and named and waiting(talk) else words


def alarm(talk: "Conversation", typed: str) -> Alarm | None:
    """What is new about danger in ``typed``; ``None`` where there is nothing."""
    heard, safety, library = listened(talk.library, typed), talk.safety, talk.library
    calls = called(typed, library.numbers.values(), library.calling)
    new = tuple(name for name in calls if name not in safety.called)
    settled = safety.dangers if talk.answers.facts.get(SAFETY) in {NOW, WORRY, UNKNOWN} else ()
    kinds = () if _calm(talk, typed, heard) else heard.kinds
    if new and not (kinds or settled):
        kinds = (UNCLEAR,)
    if settled and not set(kinds) - {*settled, UNCLEAR}:
        kinds = ()
    return Alarm(kinds, heard.sure or bool(new), new) if kinds or new else None


def _calm(talk: "Conversation", typed: str, heard: Heard) -> bool:
    """Whether what is only perhaps danger is something else, amid a case in which is none.

    It only asks, or surely sounds like an answer to what is asked.
    """
    none = talk.answers.facts.get(SAFETY) == NONE and talk.flow.route != TRIAGE
    if not none or heard.sure or not heard.kinds:
        return False
    return only_asks(typed, talk.library.language) or _answers(talk, typed)


def _answers(talk: "Conversation", typed: str) -> bool:
    ask = talk.ask
    if ask is None or ask.fact:
        return False
    found = sound_at(ask.step, tuple(each.id for each in talk.step(ask.step).choices), typed)
    return found is not None and found.scores[0] >= (0 if found.clear else ABOVE)


@lately
def listened(library: Library, typed: str) -> Heard:
    """Everything about danger that is heard in ``typed``, whether it is new or not.

    An age and nothing else is none, however young, nor is that there is no danger, or that one
    does not know.
    """
    if denies_danger(typed, library.language) or knows_not(typed, library.language):
        return Heard()
    if years(plain(bare_line(typed)), library.language.counting) is not None:
        return Heard()
    harmless = pattern(library.language.seeking.harmless)
    bare = harmless.sub(" ", said) if harmless.search(said := plain(typed)) else typed
    heard = ears().hear(bare)
    money = pattern(library.language.seeking.money)
    if not heard.sure and money.search(said) and is_question(typed, library.language):
        return Heard()
    told = (each.id for each in library.dangers.values() if pattern(each.said).search(said))
    kinds = tuple(kind for kind in dict.fromkeys((*told, *heard.kinds)) if kind in library.dangers)
    return Heard(kinds[:MOST_KINDS], heard.sure, heard.words)


def certain(library: Library, typed: str) -> bool:
    """Whether ``typed`` is surely about danger, or about a call for it, new or not."""
    heard = listened(library, typed)
    calls = called(typed, library.numbers.values(), library.calling)
    return bool(heard.kinds and heard.sure) or bool(calls)


def sounded(talk: "Conversation", alarm: Alarm, typed: str, place: str = "") -> "Conversation":
    """``talk`` with what was heard at ``place``; it asks about it before it goes on."""
    before = talk.safety.heard
    # While others watch nothing can be answered yet: what was heard first must not be lost.
    quiet = talk.safety.manner is Manner.QUIET
    kinds = tuple(dict.fromkeys((*before, *alarm.kinds))) if quiet else alarm.kinds or before
    safety = talk.safety.hearing(kinds, alarm.called, typed, sure=alarm.sure, place=place)
    return talk.having(replace(talk.answers, safety=safety))


def without_rest(talk: "Conversation") -> "Conversation":
    """``talk`` once the line in which danger was heard is read again."""
    if not talk.safety.rest:
        return talk
    return talk.having(replace(talk.answers, safety=replace(talk.safety, rest="", place="")))


def noted(talk: "Conversation", alarm: Alarm) -> str:
    """The sign that something was heard that needs no question."""
    if not alarm.called:
        return ALREADY
    names = all_of(talk.library.numbers[name].say for name in alarm.called)
    return f"Genoteerd: gebeld met {names}."


def in_manner(talk: "Conversation", manner: Manner) -> "Conversation":
    """``talk`` with another way to ask about safety."""
    return talk.having(replace(talk.answers, safety=replace(talk.safety, manner=manner)))


def fresh(talk: "Conversation") -> "Conversation":
    """``talk`` for another pupil: what is left is the school, and where the route was begun."""
    was = talk.answers
    facts = {fact: value for fact, value in was.facts.items() if fact in OF_SCHOOL}
    safety, start = Safety(manner=talk.safety.manner), was.start
    return talk.having(Answers(facts=facts, start=start, began=was.began, safety=safety))


def asked_again(talk: "Conversation") -> "Conversation":
    """``talk`` that asks about safety once more; what was known stays until it is answered."""
    facts = {fact: value for fact, value in talk.answers.facts.items() if fact != SAFETY}
    return in_manner(talk.having(replace(talk.answers, facts=facts)), Manner.ALOUD)


def shown(talk: "Conversation") -> bool:
    """Whether the fact stands among the others: not while others watch, nor where all is well."""
    value = talk.answers.facts.get(SAFETY)
    return value in TITLES and talk.safety.manner is not Manner.QUIET


def signs(talk: "Conversation") -> bool:
    """Whether there is something about safety that is not shown while others are watching."""
    if talk.safety.manner is not Manner.QUIET:
        return False
    value = talk.answers.facts.get(SAFETY)
    return bool(talk.safety.asks(value)) or value in TITLES


def known_of(talk: "Conversation") -> bool:
    """Whether danger was told or heard that is not shown while others watch.

    That nobody was asked yet is none: a sign for that would say nothing on a wall.
    """
    heard = talk.safety.heard or talk.safety.which
    return signs(talk) and (bool(heard) or talk.answers.facts.get(SAFETY) in TITLES)


def about(talk: "Conversation") -> str:
    """What the safety question says first: what was heard, "" where nothing was."""
    kinds = [talk.library.dangers[kind] for kind in talk.safety.heard]
    return naming(kinds, sure=talk.safety.sure)


def naming(kinds: Iterable[Danger], *, sure: bool) -> str:
    """The kinds of danger in a sentence, "" where there are none."""
    names = ", of over ".join(kind.about for kind in kinds)
    said = "Dit kan gaan over {}." if sure else "Gaat dit ook over de veiligheid, zoals over {}?"
    return said.format(names) if names else ""


def first_of(talk: "Conversation") -> str:
    """What to do at once with what was surely heard, while the question still stands."""
    if not talk.safety.sure:
        return ""
    kinds = [talk.library.dangers[kind] for kind in talk.safety.heard]
    deeds = {deed.text: None for kind in kinds for deed in (kind.now[0], *kind.avoid[:1])}
    return " ".join(deeds)


def kinds(talk: "Conversation") -> Iterator[tuple[str, str]]:
    """The choices of the kind of danger, each with its label."""
    dangers, which = talk.library.dangers, talk.safety.which
    if not which:
        yield from ((kind, each.title) for kind, each in dangers.items() if kind != UNCLEAR)
        return
    named = [kind for kind in which if kind != UNCLEAR]
    yield from ((kind, dangers[kind].title) for kind in named)
    if len(named) > 1:
        yield BOTH, "Allebei" if len(named) == 2 else "Allemaal"  # noqa: PLR2004 - two
    yield UNCLEAR, dangers[UNCLEAR].title
    yield ELSE, "Iets anders"


def named(library: Library, typed: str) -> str:
    """The kind of danger that ``typed`` is a name of, and nothing else; "" where there is none."""
    said = plain(typed.replace("_", " "))
    for kind, danger in library.dangers.items():
        if said in {plain(name) for name in (kind.replace("_", " "), danger.title, *danger.names)}:
            return kind
    return ""


def of_kind(talk: "Conversation", choice: str) -> "Conversation":
    """``talk`` with the kind of danger chosen; "" is "weet ik nog niet"."""
    safety = talk.safety
    if choice == ELSE:
        return talk.having(replace(talk.answers, safety=replace(safety, which=())))
    chosen = {BOTH: safety.which, "": (), UNCLEAR: ()}.get(choice, (choice,))
    return talk.having(replace(talk.answers, safety=safety.of_kind(chosen)))


def state(talk: "Conversation") -> str:
    """The fact as a word for programs: its value, "onbekend" or :data:`UNASKED`."""
    value = talk.answers.facts.get(SAFETY)
    return UNASKED if value is None else value or "onbekend"


class Deeds(Struct, frozen=True):
    """What there is to do about one kind of danger, and what not."""

    kind: str
    title: str
    todo: tuple[Deed, ...]
    avoid: tuple[Deed, ...]
    notes: tuple[str, ...]
    sources: tuple[Source, ...]


def deeds(talk: "Conversation") -> Iterator[Deeds]:
    """What to do about danger, before everything else; nothing while others are watching."""
    safety, value = talk.safety, talk.answers.facts.get(SAFETY)
    if value not in TITLES or safety.manner is Manner.QUIET:
        return
    dangers = talk.library.dangers
    said: set[str] = set()
    for kind in safety.kinds:
        if kind in dangers:
            found = _deeds(talk, dangers[kind], value or UNKNOWN, safety)
            yield replace(found, todo=tuple(deed for deed in found.todo if deed.text not in said))
            said.update(deed.text for deed in found.todo)


def _deeds(talk: "Conversation", danger: Danger, value: str, safety: Safety) -> Deeds:
    guess = danger.id in safety.maybe
    first = danger.worry if value == WORRY else danger.now
    todo = [
        _waiting(deed) if deed.parents and waiting(talk) else deed
        for deed in (*first, *danger.tell)
        if not (deed.parents and guess)
    ]
    meldcode = talk.library.dangers[UNCLEAR].deeds.get(MELDCODE)
    if danger.meldcode and meldcode and meldcode not in todo:
        todo.append(meldcode)
    todo = list({deed.text: deed for deed in todo}.values())
    notes = [CAUTIOUS] if value == UNKNOWN else []
    if safety.called:
        notes.append(f"Gebeld met {_numbers(talk, safety.called)}, zei je.")
    day = danger.checked
    notes.append(f"Algemene informatie, nagekeken op {dates.short(day)}.")
    above = GUESS if guess else TITLES[value]
    title = above.format(f"{danger.title[:1].lower()}{danger.title[1:]}")
    sources = tuple({s: None for deed in (*todo, *danger.avoid) for s in deed.sources})
    return Deeds(danger.id, title, tuple(todo), danger.avoid, tuple(notes), sources)


def _waiting(deed: Deed) -> Deed:
    """The deed, with the advice that comes before it."""
    text = after_advice(deed.text).removesuffix(f" ({OWN})")
    return replace(deed, text=text, own=True)


def _numbers(talk: "Conversation", names: Iterable[str]) -> str:
    return all_of(talk.library.numbers[name].say for name in names)

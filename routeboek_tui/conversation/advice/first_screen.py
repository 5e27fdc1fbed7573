"""What stands on the first screen of the advice: who does what, by when, and with which letter.

All that is to be done now is on it, what runs beside the main way too. Everything else is one fold
away: the whole words, the source, what else could be read, and why.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from routeboek_tui.conversation.advice.not_to_do import Avoided
from routeboek_tui.conversation.advice.timeline import agreed_days, count_again
from routeboek_tui.library.own_advice import OWN, marked
from routeboek_tui.text.characters import word_count

if TYPE_CHECKING:
    from routeboek_tui.conversation.advice.groups import Group, Todo
    from routeboek_tui.conversation.conversation import Conversation

MARK = "*"
"""What stands behind our own advice, where there is no room to say so."""

LEGEND = f"{MARK} {OWN}"

BACK = "Klaar voor nu. Kom terug als {}."
OTHERS = "Anderen doen"
"""What stands above the deeds of others than who reads."""

MORE = "Waarom en bronnen"
"""What everything that does not stand on the first screen is called."""

WORDS, LINES = 60, 13
"""How many words the first screen has, and how many lines for what to do and what not."""

AROUND, ASKS = 6, 4
"""Words of its own: what stands above what to do and the fold, and what goes before a question."""

MOST_AVOIDED = 2
"""So many things not to do stand on it, where there is room."""


class Deed(Struct, frozen=True):
    """One thing to do, in short: who, what, by when, and the letter that goes with it.

    ``term`` is "" where no source gives one, ``letter`` and ``letter_word`` where there is none to
    write now. ``place`` is where it stands in the guide, with the visit of its ``step``; it names
    the fold. ``own`` is our own advice, of no source. What runs ``beside`` the main way comes
    last, but what is to be done ``at_once`` comes first wherever it stands. ``also`` are the places
    of what this line says too. What is ``late`` should be done
    already. What an ``other`` than who reads has to do comes behind all that is the reader's.
    """

    actor: str
    who: str
    kort: str
    term: str
    letter: str
    letter_word: str
    step: str
    visit: int
    place: str
    own: bool
    beside: bool
    late: bool = False
    at_once: bool = False
    also: tuple[str, ...] = ()
    other: bool = False

    @property
    def rank(self) -> tuple[bool, bool]:
        """Where it stands among all deeds."""
        return (self.other, not self.at_once)

    @property
    def words(self) -> str:
        """What to do; our own advice says so."""
        return marked(self.kort) if self.own else self.kort

    @property
    def starred(self) -> str:
        """What to do; our own advice with the mark that ``legend`` explains."""
        return starred(self.kort, own=self.own)

    @property
    def plain(self) -> str:
        """Who, what and by when on one line."""
        term = f" ({self.term})" if self.term else ""
        return f"{self.who}: {self.words}{term}"


class FirstScreen(Struct, frozen=True):
    """What there is to do now, in short; ``back`` says when to come back, "" when to go on.

    ``agreed`` are the days that people set themselves for a meeting.

    ``avoid`` is the first of what not to do; so much of it as there is ``room`` for stands on the
    screen itself, all of it behind the fold below.
    """

    deeds: tuple[Deed, ...]
    back: str
    avoid: tuple[Avoided, ...] = ()
    room: int = 0
    agreed: tuple[str, ...] = ()

    @property
    def closing(self) -> tuple[str, ...]:
        """What stands below the deeds: when to come back, and the meetings that were set."""
        return tuple(filter(None, (self.back, *self.agreed)))

    @property
    def apart(self) -> tuple[tuple[str, tuple[Deed, ...]], ...]:
        """The deeds of who reads, below "", and those of others below what stands above them."""
        return apart(self.deeds)

    @property
    def legend(self) -> str:
        """What the mark of our own advice means, where it stands."""
        deeds = any(deed.own for deed in self.deeds)
        return LEGEND if deeds or any(each.own for each in self.avoid) else ""


def first_screen(
    talk: "Conversation",
    steps: Sequence["Group"],
    beside: Sequence["Group"],
    avoid: Iterable[Avoided] = (),
) -> FirstScreen:
    """The first screen of what is to be done at ``steps`` and ``beside`` them.

    What the same person would read twice is one line, and a letter stands there once.
    """
    found = [*_deeds(talk, steps, beside=False), *_deeds(talk, beside, beside=True)]
    kept: dict[int, list[str]] = {}
    for place, deed in enumerate(found):
        kept.setdefault(_teller(deed, found, place), []).append(deed.place)
    deeds = (
        replace(found[place], also=tuple(each for each in said if each != found[place].place))
        for place, said in sorted(kept.items())
    )
    todo = tuple(_once(sorted(deeds, key=lambda deed: deed.rank)))
    back = come_back(talk) if found and not _came_about(talk) else ""
    ended = talk.ask is None or bool(talk.advice.outcome)
    back = back or next(iter(count_again(talk) if todo and ended else ()), "")
    first = tuple(each for each in avoid if not each.other)[:MOST_AVOIDED] if todo else ()
    screen = FirstScreen(todo, back, first, agreed=tuple(agreed_days(talk)))
    return replace(screen, room=_room(screen, _asked(talk)))


def _asked(talk: "Conversation") -> str:
    """The question that stands below what there is to do, if any."""
    ask = talk.ask
    return talk.say(talk.text(ask.step).question) if ask and not ask.fact else ""


def _room(screen: FirstScreen, asked: str) -> int:
    """How much of what not to do has words and lines on the screen itself."""
    deeds = screen.deeds
    said = (f"{each.kort} {each.term} {each.letter_word}" for each in deeds)
    heads = [head for head, _ in screen.apart if head]
    who = (name for name, _ in groupby(deeds, key=lambda each: each.who))
    words = AROUND + word_count(
        " ".join((*said, *who, *heads, screen.legend, screen.back or asked, *screen.agreed))
    )
    words += 0 if screen.back else ASKS
    for number, each in enumerate(screen.avoid):
        words += word_count(each.say)
        lines = len(deeds) + len(heads) + len(screen.agreed) + number
        if words > WORDS or lines >= LINES:
            return number
    return len(screen.avoid)


def come_back(talk: "Conversation") -> str:
    """When the question that is asked now can be answered, if that takes weeks; else ""."""
    ask = talk.ask
    if ask is None or ask.fact:
        return ""
    text = talk.text(ask.step)
    back = text.back_to.get(talk.reader, text.back)
    return BACK.format(talk.say(back)) if back else ""


def _came_about(talk: "Conversation") -> bool:
    """Whether what the question of now waits for was done, as far as deeds tell that."""
    ask = talk.ask
    awaits = talk.text(ask.step).awaits if ask and not ask.fact else ()
    ticked = {each.action for each in talk.answers.ticked if ask and each.step == ask.step}
    return bool(awaits) and ticked.issuperset(awaits)


def apart(deeds: Iterable[Deed]) -> tuple[tuple[str, tuple[Deed, ...]], ...]:
    """Deeds of who reads, below "", and of others below what stands above them, as far as any."""
    found = groupby(deeds, key=lambda deed: deed.other)
    return tuple((OTHERS if other else "", tuple(each)) for other, each in found)


def starred(said: str, *, own: bool) -> str:
    """What is said; our own advice with the mark that ``legend`` explains."""
    return f"{said} {MARK}" if own else said


def letter_beside(talk: "Conversation", name: str) -> tuple[str, str]:
    """A letter and what it is called in short; "" and "" where it cannot be written now."""
    found = talk.library.letters[name] if name in talk.ready else None
    return (found.id, talk.say(found.kort or found.title)) if found else ("", "")


def place_of(todo: "Todo", visit: int) -> str:
    """The name of the fold of something to do."""
    return f"{todo.place}@{visit}"


def _deeds(talk: "Conversation", groups: Iterable["Group"], *, beside: bool) -> Iterable[Deed]:
    for group in groups:
        for todo in group.todo:
            yield Deed(
                actor=todo.actor,
                who=todo.who,
                kort=todo.kort,
                term=todo.soon,
                letter=todo.letter[0],
                letter_word=todo.letter[1],
                step=group.step,
                visit=group.visit,
                place=place_of(todo, group.visit),
                own=todo.own,
                beside=beside,
                late=group.late,
                at_once=todo.at_once,
                other=talk.others(todo.actor),
            )


def _teller(deed: Deed, found: Sequence[Deed], place: int) -> int:
    """Which of ``found`` says this deed: itself, the same before it, or the same and more."""
    alike = (each.who == deed.who and each.at_once >= deed.at_once for each in found)
    same = ((n, f"{found[n].kort} ") for n, may in enumerate(alike) if may)
    others = [n for n, words in same if words.startswith(f"{deed.kort} ")]
    return max(others, key=lambda n: (len(found[n].kort), -n), default=place)


def _once(deeds: Iterable[Deed]) -> Iterable[Deed]:
    """The deeds, in which each letter is named once."""
    seen = {""}
    for deed in deeds:
        yield deed if deed.letter not in seen else replace(deed, letter="", letter_word="")
        seen.add(deed.letter)

"""The question of now as items of a page: what stands above it, its choices, the default."""

from collections.abc import Collection, Iterator
from itertools import groupby

from msgspec.structs import replace

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import NO_SOURCE, Option, Question, Remark, leading
from routeboek_tui.course.frames import GUIDE
from routeboek_tui.text.characters import shortened
from routeboek_tui.tui.widgets.item import BLANK, Item, styled

MUTED = "$text-muted"

MANY, BESIDE = 7, 60
"""A list is long beyond so many choices, and a choice has so much room for its words."""

MANY_REMARKS = 8
"""Beyond so many lines above a question the lists among them are folded."""

SUPPOSING = "Zolang je dat nog niet weet, volgen wij voor nu: {}."
TICK = "Typ de cijfers, zoals 1 2, en Enter. Of kruis aan met de pijlen en de spatie, en dan Enter."
TICKED = "▸ Klaar met aankruisen (Enter)"


def answered_already(talk: Conversation, question: Question) -> Iterator[Item]:
    """The answer that stands already, when only a fact is missing to go on from it."""
    given = talk.answers.find(question.step, question.visit) if question.fact else None
    if given is None or given.unknown:
        return
    text, verdict = talk.text(given.step), talk.trail.main.last.verdict
    labels = " + ".join(talk.say(text.choices[choice].label) for choice in given.choices)
    if not (labels or verdict):
        return
    yield BLANK
    title = styled((leading(talk.say(text.title)), MUTED), labels)
    yield Item(title, 1)
    for note in (*verdict.arithmetic, *verdict.notes) if verdict else ():
        yield Item(note, 3, style=MUTED)


def asking(question: Question, ticked: Collection[str] = ()) -> Iterator[Item]:
    """The question that is asked now, with its choices; ``ticked`` are keys."""
    yield BLANK
    yield from _who(question)
    yield from remarks(question.remarks)
    yield Item(styled((question.text, "bold")), 1)
    if question.hint:
        yield Item(question.hint, 1, style=MUTED)
    if question.supposing:
        yield Item(SUPPOSING.format("; ".join(question.supposing)), 1, style=MUTED)
    if not question.beside_route:
        yield BLANK
    for option in _shown(question):
        several = question.several and bool(option.choice)
        yield option_item(
            option, f"{option.key}" in ticked if several else None,
            default=option.key == question.default, beside=question.beside_route,
        )  # fmt: skip
        yield from (Item(note, 7, style=MUTED) for note in option.notes)
    if question.several:
        ready = styled((TICKED, "bold")) if ticked else styled((TICK, MUTED))
        yield Item(ready, 2, action="confirm" if ticked else "")


def _who(question: Question) -> Iterator[Item]:
    """Who is to act, which question it is, and where it comes from."""
    if question.beside_route:
        if question.who != GUIDE:
            yield Item(styled((question.who, "$heading bold")), 1)
        return
    source = f"bron: {_short(question.source)} ▸" if question.source else ""
    if question.source == NO_SOURCE:
        source = "onze eigen vraag ▸"
    yield Item(
        styled(
            (question.who, f"$actor-{question.actor} bold" if question.actor else "$heading bold"),
            (f"  vraag {question.number}" if question.number else "", MUTED),
        ),
        1,
        side=styled((source, MUTED)) if source else "",
        action="do:source" if source else "",
        passed=True,
    )


def remarks(found: Collection[Remark]) -> Iterator[Item]:
    """What stands above a question; entries stand under the line before them.

    Where there are many, the entries stand behind that line, so that all of it stays in view.
    """
    if len(found) <= MANY_REMARKS:
        yield from (Item(r.text, 4, "  •") if r.listed else Item(r.text, 1) for r in found)
        return
    lines: list[str] = []
    for listed, group in groupby(found, key=lambda remark: remark.listed):
        words = [remark.text for remark in group]
        if listed and lines:
            lines[-1] += f" {'; '.join(words)}."
        else:
            lines += words
    yield from (Item(line, 3, " •") for line in lines)


def bare(question: Question) -> Question:
    """A question without its hint and where its choices lead, where there is little room."""
    return replace(question, hint="", options=_bare(question.options))


def _bare(options: tuple[Option, ...]) -> tuple[Option, ...]:
    return tuple(replace(option, leads_to="") for option in options)


def _shown(question: Question) -> tuple[Option, ...]:
    """The choices; those of a long list without where they lead, unless it fits beside them."""
    fits = (len(f"{o.label}{o.leads_to}") <= BESIDE for o in question.options)
    if len(question.options) <= MANY or all(fits):
        return question.options
    return _bare(question.options)


def option_item(
    option: Option, ticked: bool | None = None, *, default: bool = False, beside: bool = False
) -> Item:
    """One choice: the key that selects it, what it says, and where it leads.

    ``ticked`` is ``None`` where nothing is ticked; the ``default`` is what Enter alone takes.
    """
    mark = ""
    if ticked is not None:
        beside_others = option.extra or option.besides
        mark = ("[x] " if ticked else "[ ] ") if beside_others else ("(•) " if ticked else "( ) ")
    lead = styled((f"{option.key:>3}  ", "$heading bold"), mark)
    leads_to = option.leads_to if beside or not option.choice else f"dan: {option.leads_to}"
    side = styled((f"▸ {leads_to}", MUTED)) if option.leads_to else ""
    label = styled((option.label, "bold"), (" (Enter)", MUTED)) if default else option.label
    return Item(label, 5 + len(mark), lead, side, action=f"answer:{option.key}")


def _short(source: str) -> str:
    return shortened(source.partition(" (")[0].partition(",")[0], 34)

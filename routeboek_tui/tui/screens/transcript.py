"""The conversation as items of a page: the way so far folded, and the live question."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from routeboek_tui.conversation.advice_view import (
    AFTER,
    MAYBE,
    STUCK,
    AdviceView,
    Group,
    Todo,
)
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.view import (
    NO_SOURCE,
    UNKNOWN_LABEL,
    Line,
    Option,
    Question,
    answered,
    lines,
    said,
)
from routeboek_tui.text.characters import shortened
from routeboek_tui.tui.widgets.page import BLANK, Item, styled

MUTED = "$text-muted"
MOST_TODO = 3
"""The most actions shown above a question; the advice shows them all."""

MANY, BESIDE = 7, 60
"""A list is long beyond so many choices, and a choice has so much room for its words."""

SUPPOSING = "Zolang je dat nog niet weet, volgt de gids voor nu: {}."

COLUMNS = (13, 17, 4)
"""The relative widths of a folded answer: step, answer, and the word that changes it."""


def folded(talk: Conversation, asides: Mapping[tuple[str, int], list[Item]]) -> list[Item]:
    """The way so far: each answer on its line, and what was passed or asked in between."""
    items: list[Item] = []
    for line in lines(talk):
        find_out = talk.text(line.step).find_out if line.said == UNKNOWN_LABEL else ""
        sure = talk.trail.certain(line.step)
        items += _line(line, talk.say(find_out), sure=sure)
        items += asides.get((line.step, line.visit), ())
    return items


@lru_cache(maxsize=8192)
def _line(line: Line, find_out: str, *, sure: bool) -> tuple[Item, ...]:
    if not line.answer:
        notes = ["tegelijk"] * line.alongside + ["misschien"] * (not sure)
        beside = f" ({', '.join(notes)})" if notes else ""
        return (Item(f"{line.who}{beside}: {line.title}", 4, "  →", style=MUTED),)
    cells = (
        styled((line.title, MUTED)),
        line.said,
        styled(("wijzig", "$heading underline")),
    )
    found = [
        Item(indent=2, cells=cells, weights=COLUMNS, action=f"change:{line.step}:{line.visit}")
    ]
    found += [Item(note, 4, style=MUTED) for note in line.note]
    if find_out:
        found.append(Item(f"Zo kom je erachter: {find_out}", 4, style=MUTED))
    return tuple(found)


def first(
    view: AdviceView, earlier: Sequence[Conversation], *, most: int = MOST_TODO
) -> Iterator[Item]:
    """What there is to do before the question, in short: what came up since the last one.

    What to do about danger stands on top of the screen already.

    ``earlier`` are the conversations before this. Those that asked a fact do not count:
    what there was to do was not shown there yet, for it may hang on the fact.
    """
    asked = (talk for talk in reversed(earlier) if not (talk.ask and talk.ask.fact))
    before = next(asked, None)
    known = {do.step for do in before.advice.alongside} if before else set()
    groups = (*view.steps, *(group for group in view.alongside if group.step not in known))
    todo = [do for group in groups for do in group.todo]
    if not todo:
        return
    yield BLANK
    yield Item(styled((AFTER if view.danger else "Eerst doen", "bold")), 1)
    for do in todo[:most]:
        yield action_item(do, 3)
    if len(todo) > most:
        words = f"… en nog {len(todo) - most}: druk F2"
        yield Item(words, 3, style=MUTED, action="do:advice", passed=True)


def _danger(groups: Sequence[Group]) -> Iterator[Item]:
    """What to do about danger, and what not."""
    for group in groups:
        yield BLANK
        yield Item(styled((group.title, "$text-error bold")), 1)
        yield from (action_item(do, 3) for do in group.todo)
        for each in group.avoid:
            yield Item(styled(("Niet doen: ", "$text-error bold"), each), 5, "   ✗")


def also(rest: str) -> Iterator[Item]:
    """What was typed besides danger, to go on with."""
    if rest:
        yield BLANK
        yield Item(f"Je schreef ook iets anders: “{shortened(rest, 80)}”", 1, style=MUTED)
        words = styled(("Ga daarmee verder", "bold"), (" (Enter)", MUTED))
        yield Item(words, 3, " ▸", action="do:rest", passed=True)


def action_item(do: Todo, indent: int) -> Item:
    """One thing to do, with the word of the actor in the actor's colour."""
    words = styled((f"{do.who}: ", f"$actor-{do.actor} bold"), do.text)
    return Item(words, indent + 2, " " * indent + "•")


def live(
    talk: Conversation, view: AdviceView, question: Question | None, ticked: Collection[str]
) -> list[Item]:
    """What is asked now, or the outcome."""
    if question is None or question.ended:
        return list(ending(talk, view, question))
    return [*_answered(talk, question), *asking(question, ticked)]


def _answered(talk: Conversation, question: Question) -> Iterator[Item]:
    """The answer that stands already, when only a fact is missing to go on from it."""
    given = talk.answers.find(question.step, question.visit) if question.fact else None
    if given is None or given.unknown:
        return
    text, verdict = talk.text(given.step), talk.trail.main.last.verdict
    labels = " + ".join(talk.say(text.choices[choice].label) for choice in given.choices)
    if not (labels or verdict):
        return
    yield BLANK
    title = styled((f"{talk.say(text.title)}: ", MUTED), labels)
    yield Item(title, 1)
    for note in (*verdict.arithmetic, *verdict.notes) if verdict else ():
        yield Item(note, 3, style=MUTED)


def asking(question: Question, ticked: Collection[str]) -> Iterator[Item]:
    """The question that is asked now, with its choices."""
    colour = f"$actor-{question.actor}"
    source = f"bron: {_short(question.source)} ▸" if question.source else ""
    if question.source == NO_SOURCE:
        source = "vraag van de gids zelf ▸"
    yield BLANK
    yield Item(
        styled(
            (question.who, f"{colour} bold"),
            (f"  vraag {question.number}" if question.number else "", MUTED),
        ),
        1,
        side=styled((source, MUTED)) if source else "",
        action="do:source" if source else "",
        passed=True,
    )
    yield Item(styled((question.text, "bold")), 1)
    if question.hint:
        yield Item(question.hint, 1, style=MUTED)
    if question.supposing:
        yield Item(SUPPOSING.format("; ".join(question.supposing)), 1, style=MUTED)
    yield BLANK
    for option in shown(question):
        yield option_item(option, ticked, several=question.several)
    if question.several:
        ready = (
            styled(("▸ Klaar met aankruisen", "bold"))
            if ticked
            else styled(("Kruis aan wat geldt, met het cijfer of de spatie. Dan Enter.", MUTED))
        )
        yield Item(ready, 2, action="confirm" if ticked else "")


def shown(question: Question) -> tuple[Option, ...]:
    """The choices; those of a long list without where they lead, unless it fits beside them."""
    fits = (len(f"{o.label}{o.leads_to}") <= BESIDE for o in question.options)
    if len(question.options) <= MANY or all(fits):
        return question.options
    return tuple(replace(option, leads_to="") for option in question.options)


def option_item(option: Option, ticked: Collection[str], *, several: bool) -> Item:
    """One choice: the key that picks it, what it says, and where it leads."""
    mark = ""
    if several and option.choice:
        on = option.choice in ticked
        mark = ("[x] " if on else "[ ] ") if option.extra else ("(•) " if on else "( ) ")
    lead = styled((f"{option.key:>3}  ", "$heading bold"), mark)
    leads_to = option.leads_to if not option.choice else f"dan: {option.leads_to}"
    side = styled((f"▸ {leads_to}", MUTED)) if option.leads_to else ""
    return Item(option.label, 5 + len(mark), lead, side, action=f"answer:{option.key}")


def ending(talk: Conversation, view: AdviceView, question: Question | None) -> Iterator[Item]:
    """The outcome: what it is, what there is to do, and where to go from here."""
    if view.outcome:
        yield BLANK
        word = f"{view.outcome_word}  "
        yield Item(styled((word, MUTED), (view.outcome, "$heading bold")), 1)
    supposed = "; ".join(
        answered(talk.say(talk.text(visit.step).title), said(talk, visit))
        for visit in talk.trail.main.visits
        if visit.assumed
    )
    if supposed:
        yield Item(SUPPOSING.format(supposed), 1, style=MUTED)
    why = talk.text(talk.advice.outcome).why if talk.advice.outcome else ""
    if why:
        yield Item(talk.say(why), 1)
    beside = {visit.step for visit in talk.trail.main.visits if visit.alongside}
    here = [group for group in view.possible if group.step in {talk.advice.outcome, *beside}]
    yield from _danger(view.danger)
    for heading, groups in (
        (view.heading, view.steps),
        (MAYBE, here),
        ("Tegelijk", view.alongside),
    ):
        if groups:
            yield BLANK
            yield Item(styled((heading, "bold")), 1)
            yield from (action_item(do, 3) for group in groups for do in group.todo)
    if view.stuck:
        yield BLANK
        yield Item(styled((STUCK, "bold")), 1)
    if view.to_find_out:
        yield BLANK
        yield Item(styled(("Nog uitzoeken", "bold")), 1)
        for each in view.to_find_out:
            whom = f" Vraag: {', '.join(each.whom)}." if each.whom else ""
            yield Item(f"{each.question}{whom}", 5, "   •")
    yield BLANK
    if question is not None:
        asked = question.text if talk.trail.doors else "Gebeurt er daarna iets?"
        yield Item(styled((asked, "bold")), 1)
        if talk.trail.doors:
            yield Item(question.hint, 1, style=MUTED)
        yield from (option_item(option, (), several=False) for option in question.options)
        yield BLANK
    letters = len(view.letters)
    words = {0: "de brieven", 1: "1 brief die hierbij hoort"}.get(letters, f"{letters} brieven")
    for key, label, action in (
        ("F2", "het hele advies, met bronnen", "do:advice"),
        ("F4", words, "do:letters"),
        ("", "opnieuw beginnen", "do:restart"),
    ):
        yield Item(label, 6, styled((f"  {key or '▸'}", "$heading bold")), action=action)


def to_find_out(talk: Conversation, question: Question) -> list[Item]:
    """How to find out what is not known yet, and whom to ask."""
    text = talk.asked_text(question.step, question.fact)
    whom = ", ".join(talk.word(actor) for actor in text.whom)
    words = talk.say(text.find_out) + (f" Vraag: {whom}." if whom else "")
    said = styled((f"Nog uitzoeken, {question.title}: ", f"{MUTED} bold"), (words, MUTED))
    return [BLANK, Item(said, 1)] if text.find_out else []


def notice(text: str) -> list[Item]:
    """A message that stays until the next answer."""
    return [BLANK, Item(styled(("Let op: ", "$text-warning bold"), text), 1)]


def _short(source: str) -> str:
    return shortened(source.partition(" (")[0].partition(",")[0], 34)

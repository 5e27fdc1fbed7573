"""What a conversation shows in lines: the question, what to do, and what lies behind it."""

from routeboek_tui.conversation.advice_view import (
    NOW,
    STUCK,
    Group,
    advice_view,
    conflicts,
    readings,
)
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.map_view import PLACE_WORDS, RowKind, rows
from routeboek_tui.conversation.safety import signs
from routeboek_tui.conversation.view import (
    CERTAINTY_WORDS,
    Question,
    facts,
    lines,
    question,
    source_words,
    sources,
)
from routeboek_tui.core.flow import Certainty
from routeboek_tui.core.replay import valid
from routeboek_tui.export import advice
from routeboek_tui.plain.lines import Lines
from routeboek_tui.plain.prose import block_lines, markdown_lines
from routeboek_tui.text.document import plain

HELP = (
    "Kies met het nummer, of typ het antwoord zelf. Een vraag mag ook: wat is een JES?",
    "vraag: de vraag en de keuzes nog een keer",
    "weet niet: dat noteert de gids onder nog uitzoeken, en de route gaat verder",
    "advies: wat er te doen is, en waarom",
    "waarom: waarom de gids dit vraagt",
    "bron: waar het staat, en waar bronnen verschillen",
    "wat als: waar elke keuze heen gaat",
    "kaart: waar je bent op de route; kaart heel voor de hele route",
    "brieven: welke brieven er nu kunnen",
    "alle brieven: ook de brieven die nog niet kunnen, met de reden",
    "brief ID: een brief invullen en bewaren, bijvoorbeeld: brief 1",
    "feiten: wat er over de leerling bekend is",
    "wijzig: een eerder antwoord veranderen, bijvoorbeeld: wijzig 2",
    "terug: het laatste antwoord ongedaan maken",
    "opnieuw: van voren af aan beginnen",
    "zoek: zoeken in alles wat de gids weet, bijvoorbeeld: zoek schorsing",
    "boek: lezen in het boek, bijvoorbeeld: boek MDO",
    "veiligheid: zeg opnieuw of er gevaar is of een zorg",
    "anderen kijken mee: over veiligheid staat er dan alleen een teken",
    "ik ben alleen: de gids toont weer alles",
    "stop: ophouden. De gids bewaart niets over de leerling.",
)


SIGN = "Er is iets om straks te lezen. Typ teken als je alleen bent."


def show_help(out: Lines) -> None:
    """What can be typed."""
    first, *others = HELP
    out.say(first)
    for line in others:
        out.say(line, "- ")


def show_news(
    out: Lines, talk: Conversation, said: frozenset[tuple[str, int]]
) -> frozenset[tuple[str, int]]:
    """What there is to do now and is not among ``said``: visits of steps, told a turn before.

    A step that first waits for a fact is told when the fact is known, in the
    right words. Returns what has been said by now.
    """
    view, ask = advice_view(talk), talk.ask
    waits = (ask.step, ask.visit) if ask and ask.fact else None
    told = set()
    for word, groups in (
        (NOW, view.danger),
        (view.heading, view.steps),
        ("Tegelijk", view.alongside),
    ):
        for group in groups:
            # A worry that becomes danger has a new title, and is told again.
            visit = (group.title if group.danger else group.step, group.visit)
            if visit == waits:
                continue
            told.add(visit)
            if visit not in said:
                _group(out, word, group)
    return frozenset(told)


def _group(out: Lines, word: str, group: Group) -> None:
    remark = f" ({group.certainty})" if group.certainty else ""
    out.say(f"{word}: {group.title}{remark}")
    for runs in advice.group_runs(group):
        out.say(plain(runs), "- ")
    if term := advice.group_term(group):
        out.say(term)
    if group.avoid:
        out.say(advice.AVOID)
    for each in group.avoid:
        out.say(each, "- ")
    for note in group.notes:
        out.say(note)
    if group.danger:
        out.say(f"Bron: {group.source}.")
    for name, title in group.letters:
        out.say(f"Brief hierbij: {title}. Typ: brief {name}")
    out.say()


def show_question(out: Lines, talk: Conversation) -> None:
    """The question of this moment with its choices, or the outcome."""
    asked = question(talk)
    view = advice_view(talk)
    if signs(talk):
        out.say(SIGN)
    if view.outcome or view.stuck:
        said = f"{view.outcome_word}: {view.outcome}" if view.outcome else STUCK
        out.say(_ended(said))
        for each in view.to_find_out:
            out.say(f"Nog uitzoeken: {each.question}")
        out.say("Typ advies voor alles wat er te doen is, brieven, opnieuw of stop.")
    if asked is not None:
        show_asked(out, asked)


def show_asked(out: Lines, asked: Question) -> None:
    """A question with its choices."""
    for each in asked.supposing:
        out.say(f"Voorlopig gaat de gids uit van: {each}.")
    out.say(reminder(asked))
    if asked.hint:
        out.say(asked.hint)
    if asked.several:
        out.say("Je mag er meer tegelijk kiezen, bijvoorbeeld: 1 en 3.")
    choices = [option for option in asked.options if option.choice]
    # Where every choice leads to the same place, naming it says nothing about the choice.
    same = len(choices) > 1 and len({option.leads_to for option in choices}) == 1
    for option in asked.options:
        shown = option.leads_to and not (same and option.choice)
        leads = f" -> {option.leads_to}" if shown else ""
        out.say(f"{option.label}{leads}", f"{option.key}. ")


def reminder(asked: Question) -> str:
    """The question on one line, with its number and whose turn it is."""
    number = f"Vraag {asked.number}. " if asked.number else ""
    return f"{number}{asked.who}. {asked.text}"


def show_advice(out: Lines, talk: Conversation) -> None:
    """The whole advice."""
    for line in block_lines(advice.advice_blocks(advice_view(talk))):
        out.say(line)


def show_why(out: Lines, talk: Conversation) -> None:
    """Why this is asked."""
    if talk.ask is None:
        out.say("Er staat geen vraag open.")
        return
    text = talk.asked_text(talk.ask.step, talk.ask.fact)
    out.say(f"Waarom deze vraag: {talk.say(text.why)}" if text.why else "Daar staat niets over.")
    for line in markdown_lines(talk.say(text.body)):
        out.say(line)


def show_source(out: Lines, talk: Conversation) -> None:
    """Where this step is written, how sure the arrow to it is, and where sources differ."""
    visit = talk.trail.main.last
    text = talk.text(visit.step)
    title = _ended(talk.say(text.title))
    out.say(f"{title} Bron: {sources(talk, talk.step(visit.step).sources)}.")
    for choice, edge in talk.step(visit.step).ways():
        if edge.certainty is Certainty.SOURCE:
            continue
        label = f"{talk.say(text.choices[choice].label)}: " if choice else ""
        to = talk.say(talk.text(edge.to).title)
        because = talk.say(text.edges.get(edge.to, ""))
        out.say(
            f"{label}naar {_ended(to)} {_sentence(CERTAINTY_WORDS[edge.certainty])} {because}", "- "
        )
    for line in block_lines(advice.reading_blocks(readings(talk, visit.step))):
        out.say(line)
    for line in block_lines(advice.conflict_blocks(conflicts(talk, visit.step))):
        out.say(line)


def show_what_if(out: Lines, talk: Conversation) -> None:
    """Where each choice leads, and what there is to do there."""
    asked = question(talk)
    if asked is None or asked.fact:
        out.say("Bij deze vraag hangt de weg niet van één keuze af.")
        return
    for option in asked.options:
        if option.choice:
            out.say(f"{option.label} -> {option.leads_to}", f"{option.key}. ")
            if not valid(talk.step(asked.step), (option.choice,)):
                continue
            after = talk.answered((option.choice,))
            for group in advice_view(after).now:
                for todo in group.todo:
                    out.say(f"{todo.who}: {todo.text}", "   - ")


def show_facts(out: Lines, talk: Conversation) -> None:
    """What is known about the pupil."""
    known = facts(talk)
    for word in known:
        said = word.said.removeprefix(f"{word.title}: ")
        out.say(f"{word.title}: {said}", "- ")
    out.say("Typ wijzig om er een te veranderen." if known else "Er is nog niets gevraagd.")


def show_way(out: Lines, talk: Conversation) -> None:
    """The way so far, and where it stands."""
    out.say("De weg tot nu toe:")
    for number, line in enumerate(lines(talk), 1):
        said = f": {line.said}" if line.said else ""
        beside = " (tegelijk)" if line.alongside else ""
        supposed = " (voorlopig)" if line.supposed else ""
        out.say(f"{line.who}. {line.title}{said}{beside}{supposed}", f"{number}. ")
    here = talk.trail.main.last.step
    out.say(_ended(f"Hier ben je: {talk.say(talk.text(here).title)}"))
    open_ends = [talk.say(talk.text(step).title) for step in talk.advice.outcomes]
    out.say(f"Nog mogelijke uitkomsten: {', '.join(open_ends)}.")
    out.say("Typ kaart heel voor de hele route.")


def show_map(out: Lines, talk: Conversation) -> None:
    """The whole route, with the way so far in it."""
    for row in rows(talk):
        if row.kind is RowKind.PART:
            out.say()
            out.say(f"Deel: {row.text}")
        elif row.kind is RowKind.STEP:
            notes = ", ".join(each for each in (PLACE_WORDS[row.place], row.note) if each)
            out.say(f"{row.who}: {row.text} ({notes})")
        else:
            out.say(row.plain.strip(), "- ")


def show_find_out(out: Lines, talk: Conversation, step: str, fact: str) -> None:
    """How to find out what was answered with "weet ik nog niet"."""
    text = talk.asked_text(step, fact)
    whom = ", ".join(talk.word(actor) for actor in text.whom)
    ask = f" Vraag het aan: {whom}." if whom else ""
    out.say(f"Genoteerd onder nog uitzoeken. {talk.say(text.find_out)}{ask}")


def show_term(out: Lines, talk: Conversation, begrip_id: str) -> None:
    """A term of the field, with its source."""
    begrip = talk.library.pages[begrip_id]
    out.say(f"{begrip.title}.")
    for line in markdown_lines(talk.say(begrip.body)):
        out.say(line)
    out.say(f"Bron: {'; '.join(source_words(talk.library, place) for place in begrip.sources)}.")
    if begrip.see:
        related = (talk.library.pages[each].title for each in begrip.see)
        out.say(f"Zie ook: {', '.join(related)}.")


def show_open(out: Lines, talk: Conversation) -> None:
    """What is still open when the conversation stops."""
    view = advice_view(talk)
    if view.outcome:
        out.say(_ended(f"{view.outcome_word}: {view.outcome}"))
    elif view.waiting:
        out.say(f"Deze vraag staat nog open: {view.waiting}")
    for each in view.to_find_out:
        out.say(f"Nog uitzoeken: {each.question}")
    out.say("De gids heeft niets over de leerling bewaard.")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _ended(text: str) -> str:
    """``text`` with a full stop, unless it ends a sentence already: some titles are questions."""
    return text if text.endswith((".", "?", "!")) else f"{text}."

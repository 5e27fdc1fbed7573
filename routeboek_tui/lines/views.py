"""What can be looked at beside the talk, in lines: the advice, the way, and what lies behind."""

from collections.abc import Callable

from routeboek_tui.conversation.advice.doubts import conflicts, elsewhere, readings
from routeboek_tui.conversation.advice.sequel import sequels
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.map.drawn_words import sentences
from routeboek_tui.conversation.map.map_view import PLACE_WORDS, RowKind, rows
from routeboek_tui.conversation.near import ELSEWHERE, ELSEWHERE_DIFFERS
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.conversation.view import CERTAINTY_WORDS, Question, facts, lines, sources
from routeboek_tui.core.address import Address
from routeboek_tui.core.flow import Certainty
from routeboek_tui.course.course import Course
from routeboek_tui.course.turn import View
from routeboek_tui.export import advice
from routeboek_tui.lines.letters import list_all_letters, list_letters
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.passages import page_lines, show_lines
from routeboek_tui.lines.prose import block_lines, markdown_lines
from routeboek_tui.lines.question import ended

HELP = (
    "Kies met het nummer, of typ het antwoord zelf. Een vraag mag ook: wat is een JES?",
    "vraag: de vraag en de keuzes nog een keer",
    "weet niet: dat komt onder nog uitzoeken, en de route gaat verder",
    "advies: wat er te doen is, en waarom",
    "waarom: waarom wij dit vragen",
    "bron: waar het staat, en waar bronnen verschillen",
    "wat als: waar elke keuze heen gaat",
    "kaart: waar je bent op de route; kaart heel voor de hele route",
    "tekening: alle pijlen van deze route, en hoe alle routes samenkomen",
    "brieven: welke brieven er nu kunnen",
    "alle brieven: ook de brieven die nog niet kunnen, met de reden",
    "brief ID: een brief invullen en bewaren, bijvoorbeeld: brief 1",
    "feiten: wat er over de leerling bekend is",
    "wijzig: een eerder antwoord veranderen, bijvoorbeeld: wijzig 2",
    "terug: het laatste antwoord ongedaan maken",
    "opnieuw: van voren af aan beginnen",
    "zoek: zoeken in alles wat hier staat, bijvoorbeeld: zoek schorsing."
    " Een hele zin zoek je met een dubbele punt: “zoek: wie betaalt dat”",
    "boek: lezen in het boek, bijvoorbeeld: boek MDO",
    "overleg: de muur van een MDO of JES, om samen naar te kijken",
    "oefenen: met verzonnen zaken en korte vragen; met terug kom je weer hier",
    "verberg: niets is meer te zien, tot Enter",
    "veiligheid: zeg opnieuw of er gevaar is of een zorg",
    "anderen kijken mee: over veiligheid staat er dan alleen een teken",
    "ik ben alleen: alles is weer te zien",
    "stop: ophouden. Er wordt niets over de leerling bewaard.",
)


def show(out: Lines, course: Course, view: View, name: str) -> None:
    """Show one view; ``name`` is a page of the book, or ""."""
    talk = course.told
    match view:
        case View.BOOK:
            show_book(out, talk, name)
        case View.WHAT_IF:
            show_what_if(out, talk, course.asked)
        case View.HELP:
            show_help(out)
        case View.COMPARE:
            out.say("Dat kan met de opdracht: routeboek verschil OUD NIEUW")
        case _:
            _VIEWS[view](out, talk)


def show_help(out: Lines) -> None:
    """What can be typed."""
    first, *others = HELP
    out.say(first)
    for line in others:
        out.say(line, "- ")


def show_advice(out: Lines, talk: Conversation) -> None:
    """The whole advice."""
    for line in block_lines(advice.advice_blocks(talk.view, sequels(talk))):
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
    title = ended(talk.say(text.title))
    places = talk.step(visit.step).sources
    out.say(f"{title} Bron: {sources(talk, places)}.")
    if far := talk.near.other_sources(places):
        out.say(f"{ELSEWHERE}: {far}.")
    for choice, edge in talk.step(visit.step).ways():
        if edge.certainty is Certainty.SOURCE:
            continue
        label = f"{talk.say(text.choices[choice].label)}: " if choice else ""
        to = talk.say(talk.text(edge.to).title)
        because = talk.say(text.edges.get(edge.to, ""))
        out.say(
            f"{label}naar {ended(to)} {_sentence(CERTAINTY_WORDS[edge.certainty])} {because}", "- "
        )
    for line in block_lines(advice.reading_blocks(readings(talk, visit.step))):
        out.say(line)
    for line in block_lines(advice.conflict_blocks(conflicts(talk, visit.step))):
        out.say(line)
    far_blocks = advice.conflict_blocks(elsewhere(talk, visit.step), ELSEWHERE_DIFFERS)
    for line in block_lines(far_blocks):
        out.say(line)


def show_what_if(out: Lines, talk: Conversation, asked: Question | None) -> None:
    """Where each choice leads, and what there is to do there."""
    if asked is None or asked.fact or asked.beside_route:
        out.say("Bij deze vraag hangt de weg niet van één keuze af.")
        return
    choices = [option for option in asked.options if option.choice]
    for option in choices:
        out.say(f"{option.label} -> {option.leads_to}", f"{option.key}. ")
        if option.extra and not all(each.extra for each in choices):
            continue
        after = talk.answered((option.choice,))
        for group in after.view.now:
            for todo in group.todo:
                out.say(f"{todo.who}: {todo.kort}", "   - ")


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
    out.say(ended(f"Hier ben je: {talk.say(talk.text(here).title)}"))
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


def show_drawing(out: Lines, talk: Conversation) -> None:
    """What is drawn on a screen, in sentences: the arrows of this route, and how routes join."""
    for lead, words in sentences(talk.library, talk.flow.id, talk.today):
        out.say(words, lead)


def show_book(out: Lines, talk: Conversation, place: str) -> None:
    """A page of the book, or its chapters."""
    from routeboek_tui.conversation.enquiry.book_view import page_view

    if place:
        page = page_view(Reader.within(talk), Address.read(place).name)
        show_lines(out, page_lines(page))
        return
    for chapter in talk.library.chapters.values():
        out.say(f"{chapter.title}. {chapter.about}", "- ")
    out.say("Typ boek met een woord erachter, bijvoorbeeld: boek MDO")


def show_open(out: Lines, course: Course) -> None:
    """What is still open when the conversation stops."""
    view = course.told.view
    if view.outcome:
        out.say(ended(f"{view.outcome_word}: {view.outcome}"))
    elif view.waiting and course.begun:
        out.say(f"Deze vraag staat nog open: {view.waiting}")
    for each in view.to_find_out:
        out.say(f"Nog uitzoeken: {each.question}")
    out.say("Er is niets over de leerling bewaard.")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


_VIEWS: dict[View, Callable[[Lines, Conversation], None]] = {
    View.ADVICE: show_advice,
    View.WHY: show_why,
    View.SOURCE: show_source,
    View.MAP: show_way,
    View.WHOLE_MAP: show_map,
    View.DRAWING: show_drawing,
    View.FACTS: show_facts,
    View.LETTERS: list_letters,
    View.ALL_LETTERS: list_all_letters,
}

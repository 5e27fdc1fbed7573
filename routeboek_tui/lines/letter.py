"""One letter in lines: filling it in, reading it, and saving it."""

from collections.abc import Sequence, Set

from routeboek_tui.core.letter import Field, FieldType
from routeboek_tui.course.course import Course
from routeboek_tui.course.drafting import FROM_WALK, Drafting, ExportError, FileExists
from routeboek_tui.course.turn import Reply
from routeboek_tui.lines.lines import Lines, numbered
from routeboek_tui.lines.prose import document_lines

LETTER_HELP = (
    "Typ bewaar met een bestandsnaam, bijvoorbeeld: bewaar brief.docx (of .pdf, .md, .txt)."
    " Typ vul om de rest in te vullen, wijzig om een veld te veranderen, toon voor de tekst,"
    " of Enter om terug te gaan."
)
FILL_HELP = "Vul in wat je weet. Enter slaat een veld over. Typ klaar om op te houden."
ENOUGH = frozenset({"klaar", "stop", "terug"})
"""What ends the filling in, in place of a value."""
EMPTY = "leeg"
"""What takes a value away."""
NOT_SAVED = "Niet bewaard."
NO_CHANGE = "Er verandert niets."


def write_letter(out: Lines, course: Course, letter: str) -> Reply:
    """Fill in a letter, show it, and save it where the user says; what the talk says then."""
    draft = course.draft(letter)
    out.say(f"{draft.letter.title} (concept), {draft.to_whom}.")
    _fill(out, draft)
    _show(out, draft)
    out.say(LETTER_HELP)
    while typed := out.ask():
        word, _, rest = typed.partition(" ")
        match word.casefold():
            case "bewaar" | "opslaan":
                _save(out, draft, rest)
            case "vul":
                _fill(out, draft)
                _show(out, draft)
            case "wijzig" | "verander":
                changed = _change(out, draft, rest)
                out.say("Veranderd. Typ toon voor de tekst." if changed else NO_CHANGE)
            case "toon":
                _show(out, draft)
            case "stop":
                return course.do("stop")
            case "terug" | "klaar":
                break
            case _:
                out.say(LETTER_HELP)
    return ()


def _fill(out: Lines, draft: Drafting) -> None:
    """Ask the fields one by one, those that must be there first."""
    for field in draft.fields:
        if draft.from_walk(field.name):
            out.say(f"{field.label}: {draft.value(field.name)}. {FROM_WALK}")
    todo = [field for field in draft.fields if not draft.value(field.name)]
    if todo:
        out.say(FILL_HELP)
    for number, field in enumerate(todo, 1):
        out.say(f"Veld {number} van {len(todo)}. {_named(draft, [field])[0]}.")
        if field.hint:
            out.say(field.hint)
        if field.example:
            out.say(f"Bijvoorbeeld: {field.example}")
        if _typed(out, draft, field) in ENOUGH:
            return


def _change(out: Lines, draft: Drafting, which: str) -> bool:
    """Type one field again, and say whether it changed. Its old value stays until then."""
    filled = [field for field in draft.fields if draft.value(field.name)]
    if not filled:
        out.say("Er is nog niets ingevuld.")
        return False
    if not which:
        out.say("Welk veld wil je veranderen? Typ het nummer. Enter laat alles zo.")
        for number, field in enumerate(filled, 1):
            out.say(f"{field.label}: {draft.value(field.name)}", f"{number}. ")
        which = out.ask()
    picked = numbered(which, len(filled))
    if picked is None:
        return False
    field = filled[picked - 1]
    out.say(f"{field.label}. Enter laat het zo. Typ {EMPTY} om het weg te halen.")
    typed = _typed(out, draft, field, EMPTY)
    if typed == EMPTY:
        draft.put(field.name, "")
    return bool(typed) and typed not in ENOUGH


def _typed(out: Lines, draft: Drafting, field: Field, *words: str) -> str:
    """What is typed in a field, and put there; asked again while it cannot be right.

    ``words`` mean something here besides :data:`ENOUGH`; of those nothing is put in the field.
    """
    before, sign = draft.value(field.name), draft.danger
    meant = ENOUGH.union(words)
    while typed := _text(out, meant) if field.type is FieldType.TEXT else _line(out):
        if typed.casefold() in meant:
            return typed.casefold()
        wrong = draft.put(field.name, typed)
        if not wrong:
            if (danger := draft.danger) != sign:
                out.say(danger)
            return typed
        draft.put(field.name, before)
        out.say(f"{wrong} Enter slaat dit over.")
    return ""


def _line(out: Lines) -> str:
    while (typed := out.ask()).casefold() == "hulp":
        out.say(FILL_HELP)
    return typed


def _text(out: Lines, meant: Set[str]) -> str:
    """More than one line. One empty line is kept, so that pasted paragraphs stay together."""
    out.say("Het mogen meer regels zijn. Twee lege regels achter elkaar sluiten af.")
    rows: list[str] = []
    while (row := out.ask()) or (rows and rows[-1]):
        if not rows and row.casefold() == "hulp":
            out.say(FILL_HELP)
            continue
        rows.append(row)
        if len(rows) == 1 and row.casefold() in meant:
            break
    return "\n".join(rows).strip()


def _show(out: Lines, draft: Drafting) -> None:
    """What is still missing, and then the letter."""
    composed = draft.composed()
    out.say()
    out.say(draft.state(composed))
    for name in _named(draft, composed.missing):
        out.say(name, "- ")
    out.say()
    for line in document_lines(composed.document):
        out.say(line)
    out.say()


def _named(draft: Drafting, fields: Sequence[Field]) -> list[str]:
    """The labels of fields, with those marked that must be there first."""
    required = draft.letter.required
    return [f"{each.label}{' (eerst nodig)' * (each.name in required)}" for each in fields]


def _save(out: Lines, draft: Drafting, typed: str) -> None:
    if not typed.strip():
        out.say("Zet er een bestandsnaam achter, bijvoorbeeld: bewaar brief.docx")
        return
    refused = draft.refusal()
    if refused and refused.confirm:
        draft.confirmed = out.yes(refused.words)
    elif refused:
        out.say(refused.words)
    if refused and not draft.confirmed:
        out.say(NOT_SAVED)
    if draft.refusal():
        return
    try:
        try:
            out.say(draft.save(typed))
        except FileExists as exists:
            out.say(str(exists))
            replace = out.yes("Het bestand vervangen?")
            out.say(draft.save(typed, overwrite=True) if replace else NOT_SAVED)
    except ExportError as error:
        out.say(str(error))

"""Letters in lines: which there are, filling one in, and saving it."""

from collections.abc import MutableMapping, Sequence, Set
from datetime import date
from typing import TYPE_CHECKING

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.letter_view import letters_of
from routeboek_tui.conversation.safety import passing
from routeboek_tui.core.letter import Field, FieldType, Letter
from routeboek_tui.letters.faults import fault
from routeboek_tui.library.problems import suggestion
from routeboek_tui.plain.drafting import draft, to_whom, why_locked
from routeboek_tui.plain.lines import Lines, numbered
from routeboek_tui.plain.prose import document_lines

if TYPE_CHECKING:
    from routeboek_tui.letters.compose import Composed

LETTER_HELP = (
    "Typ bewaar met een bestandsnaam, bijvoorbeeld: bewaar brief.docx (of .pdf, .md, .txt)."
    " Typ vul om de rest in te vullen, wijzig om een veld te veranderen, toon voor de tekst,"
    " of Enter om terug te gaan."
)
FILL_HELP = "Vul in wat je weet. Enter slaat een veld over. Typ klaar om op te houden."
ENOUGH = frozenset({"klaar", "stop", "terug"})
"""What ends the filling in, in place of a value."""


def list_letters(out: Lines, talk: Conversation) -> None:
    """The letters that can be made now."""
    ready = talk.letters
    out.say("Deze brieven kunnen nu:" if ready else "Er kan nu nog geen brief.")
    for number, letter in enumerate(ready, 1):
        out.say(f"{letter.title} (concept), {to_whom(talk, letter)}.", f"{number}. ")
        out.say(f"Typ: brief {letter.id}", "   ")
    waiting = len(letters_of(talk)) - len(ready)
    if waiting:
        out.say(f"Nog niet: {waiting}. Typ alle brieven voor de lijst met de reden.")


def list_all_letters(out: Lines, talk: Conversation) -> None:
    """Also the letters that cannot be made yet, with the reason."""
    list_letters(out, talk)
    for letter in letters_of(talk):
        if reason := why_locked(talk, letter):
            out.say(f"{letter.title}. {reason}", "- ")


def find_letter(talk: Conversation, name: str, ready: Sequence[Letter] = ()) -> Letter | None:
    """The letter with this id or title, or this number among those ``ready``."""
    wanted = name.strip().casefold()
    if number := numbered(wanted, len(ready)):
        return ready[number - 1]
    for letter in talk.library.letters.values():
        if wanted in {letter.id.casefold(), letter.title.casefold()}:
            return letter
    return None


def write_letter(
    out: Lines, talk: Conversation, name: str, values: MutableMapping[str, str]
) -> None:
    """Fill in the letter ``name``, show it, and save it where the user says."""
    letter = find_letter(talk, name, talk.letters)
    if letter is None:
        near = suggestion(name, talk.library.letters)
        out.say(f'Er is geen brief "{name}".{near} Typ brieven voor de lijst.')
        return
    if locked := why_locked(talk, letter):
        out.say(f"{letter.title} kan nog niet. {locked}")
        return
    out.say(f"{letter.title} (concept), {to_whom(talk, letter)}.")
    _fill(out, talk, letter, values)
    _show(out, talk, draft(talk, letter, values))
    out.say(LETTER_HELP)
    while typed := out.ask():
        word, _, rest = typed.partition(" ")
        match word.casefold():
            case "bewaar" | "opslaan":
                _save(out, talk, letter, values, rest)
            case "vul":
                _fill(out, talk, letter, values)
                _show(out, talk, draft(talk, letter, values))
            case "wijzig" | "verander":
                changed = _refill(out, talk, letter, values, rest)
                out.say("Veranderd. Typ toon voor de tekst." if changed else "Er verandert niets.")
            case "toon":
                _show(out, talk, draft(talk, letter, values))
            case "terug" | "stop" | "klaar":
                return
            case _:
                out.say(LETTER_HELP)


def _fill(out: Lines, talk: Conversation, letter: Letter, values: MutableMapping[str, str]) -> None:
    """Ask the fields one by one, those that must be there first."""
    own = [talk.library.fields[name] for name in (*letter.required, *letter.fields)]
    todo = [field for field in dict.fromkeys(own) if not values.get(field.name)]
    if todo:
        out.say(FILL_HELP)
    for number, field in enumerate(todo, 1):
        first = " (eerst nodig)" if field.name in letter.required else ""
        out.say(f"Veld {number} van {len(todo)}. {field.label}{first}.")
        if field.hint:
            out.say(field.hint)
        if field.example:
            out.say(f"Bijvoorbeeld: {field.example}")
        typed = _typed(out, field, talk.today)
        if typed.casefold() in ENOUGH:
            return
        if typed:
            values[field.name] = typed
            _sign(out, talk, letter, typed)


def _sign(out: Lines, talk: Conversation, letter: Letter, typed: str) -> None:
    """Say so where what was typed in a letter holds danger."""
    danger, _ = ("", "") if letter.safety else passing(talk.library, typed)
    if danger:
        out.say(danger)


def _refill(
    out: Lines, talk: Conversation, letter: Letter, values: MutableMapping[str, str], which: str
) -> bool:
    """Type one field again, and say whether it changed. Its old value stays until then."""
    own = [talk.library.fields[name] for name in letter.fields if values.get(name)]
    if not own:
        out.say("Er is nog niets ingevuld.")
        return False
    if not which:
        out.say("Welk veld wil je veranderen? Typ het nummer. Enter laat alles zo.")
        for number, field in enumerate(own, 1):
            out.say(f"{field.label}: {values[field.name]}", f"{number}. ")
        which = out.ask()
    picked = numbered(which, len(own))
    if picked is None:
        return False
    field = own[picked - 1]
    out.say(f"{field.label}. Enter laat het zo. Typ leeg om het weg te halen.")
    typed = _typed(out, field, talk.today, "leeg")
    if not typed or typed.casefold() in ENOUGH:
        return False
    values[field.name] = "" if typed.casefold() == "leeg" else typed
    _sign(out, talk, letter, typed)
    return True


def _typed(out: Lines, field: Field, today: date, *words: str) -> str:
    """What is typed in a field; asked again while it cannot be right.

    ``words`` mean something here besides :data:`ENOUGH`.
    """
    meant = ENOUGH.union(words)
    if field.type is FieldType.TEXT:
        return _text(out, meant)
    while typed := out.ask():
        if typed.casefold() == "hulp":
            out.say(FILL_HELP)
            continue
        wrong = "" if typed.casefold() in meant else fault(field, typed, today)
        if not wrong:
            break
        out.say(f"{wrong} Enter slaat dit over.")
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


def _show(out: Lines, talk: Conversation, composed: "Composed") -> None:
    out.say()
    for line in document_lines(composed.document):
        out.say(line)
    out.say()
    if composed.missing:
        out.say("Dit moet je nog invullen:")
    for field in composed.missing:
        first = " (eerst nodig)" if field in composed.locked else ""
        out.say(f"{field.label}{first}", "- ")


def _save(
    out: Lines, talk: Conversation, letter: Letter, values: MutableMapping[str, str], name: str
) -> None:
    from routeboek_tui.export.file import ExportError, FileExists
    from routeboek_tui.export.formats import write
    from routeboek_tui.export.place import place

    if not name.strip():
        out.say("Zet er een bestandsnaam achter, bijvoorbeeld: bewaar brief.docx")
        return
    composed = draft(talk, letter, values)
    if composed.locked:
        labels = ", ".join(field.label for field in composed.locked)
        out.say(f"Bewaren kan nog niet. Vul eerst in: {labels}. Typ vul.")
        return
    if letter.confirm and not out.yes(f"Bevestig: {letter.confirm}"):
        out.say("Niet bewaard.")
        return
    try:
        try:
            path = place(name)
            write(composed.document, path)
        except FileExists as exists:
            out.say(str(exists))
            if not out.yes("Het bestand vervangen?"):
                out.say("Niet bewaard.")
                return
            write(composed.document, path, overwrite=True)
    except ExportError as error:
        out.say(str(error))
    else:
        out.say(f"Bewaard: {path}. Lees het na voor je het verstuurt.")

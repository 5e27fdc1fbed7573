"""One letter in lines: filling it in, reading it, and saving it."""

from collections.abc import Callable, Sequence, Set

from routeboek_tui.core.letter import Field
from routeboek_tui.course.course import Course
from routeboek_tui.course.letter.drafting import Drafting, ExportError, FileExists
from routeboek_tui.course.letter.paper import extension_of
from routeboek_tui.course.turn import Reply, Words
from routeboek_tui.lines.lines import Lines, numbered
from routeboek_tui.lines.prose import document_lines
from routeboek_tui.text.characters import plain

LETTER_HELP = (
    "Typ bewaar (of b), of kies een bestandsnaam: bewaar brief.docx (of .pdf, .md, .txt)."
    " Typ vul om de rest in te vullen, wijzig om een veld te veranderen, toon voor de tekst,"
    " of Enter om terug te gaan."
)
FILL_HELP = "Vul in wat je weet. Enter slaat een veld over. Typ klaar (of k) om op te houden."
ENOUGH = frozenset({"klaar", "k", "stop", "terug"})
"""What ends the filling in, in place of a value."""
LEAVING = frozenset({"klaar", "terug"})
"""What leaves the letter."""
YES_OR_NO = "Typ ja of nee."
EMPTY = "leeg"
"""What takes a value away."""
CHOOSE = "Kies een van deze. Typ het nummer."
NOT_SAVED = "Niet bewaard."
NO_CHANGE = "Er verandert niets."


ELSEWHERE = frozenset({"stop", "meeting"})
"""The commands of the talk that leave the letter as well."""


class Leaving(Exception):
    """A command of the talk was typed where something else was asked."""

    def __init__(self, command: str) -> None:
        super().__init__(command)
        self.command = command


def write_letter(
    out: Lines, course: Course, letter: str, lay_out: Callable[[Reply], None]
) -> Reply:
    """Fill in a letter, show it, and save it where the user says; what the talk says then.

    ``lay_out`` prints the answer to a question that is asked meanwhile.
    """
    draft = course.draft(letter)
    out.say(f"{draft.letter.title} (concept), {draft.to_whom}.")
    _fill(out, draft)
    _show(out, draft)
    out.say(LETTER_HELP)
    try:
        while (typed := _ask(out, draft)) and plain(typed) not in LEAVING:
            if not _done(out, draft, typed):
                lay_out(course.asked_between(typed) or (Words(LETTER_HELP),))
    except Leaving as left:
        return course.do(left.command)
    return ()


def _done(out: Lines, draft: Drafting, typed: str) -> bool:
    """Do what ``typed`` says, where all of it is a command with what that is about."""
    word, _, rest = typed.partition(" ")
    rest = rest.strip()
    match word.casefold():
        case "bewaar" | "opslaan" | "b" if not rest or _names_file(rest):
            _save(out, draft, rest)
        case "vul" if not rest:
            _fill(out, draft)
            _show(out, draft)
        case "wijzig" | "verander" if not rest or rest.strip(" .").isdecimal():
            changed = _change(out, draft, rest)
            out.say("Veranderd. Typ toon voor de tekst." if changed else NO_CHANGE)
        case "toon" if not rest:
            _show(out, draft)
        case _:
            return False
    return True


def _names_file(text: str) -> bool:
    """Whether this can be the name of a file: one word, or one that ends as files do here."""
    return bool(extension_of(text)) or not (" " in text or text.endswith("?"))


def _ask(out: Lines, draft: Drafting) -> str:
    """A line where no field is filled in.

    :raises Leaving: when it says to go elsewhere
    """
    typed = out.ask()
    command = draft.talk.library.language.commands.get(plain(typed), "")
    if command in ELSEWHERE:
        raise Leaving(command)
    return typed


def _agreed(out: Lines, draft: Drafting, question: str) -> bool:
    """The answer to a question of yes or no; Enter and going back are no.

    :raises Leaving: when it says to go elsewhere instead
    """
    language = draft.talk.library.language
    out.say(f"{question} {YES_OR_NO}")
    while True:
        typed = plain(_ask(out, draft))
        if typed in {"j", *language.yes}:
            return True
        if typed in {"", "n", *LEAVING, *language.no}:
            return False
        out.say(YES_OR_NO)


def _fill(out: Lines, draft: Drafting) -> None:
    """Ask the fields one by one, those that must be there first."""
    for field in draft.fields:
        if origin := draft.origin(field.name):
            out.say(f"{field.label}: {draft.value(field.name).rstrip('.')}. {origin}")
    todo = [field for field in draft.fields if not draft.value(field.name)]
    if todo:
        out.say(FILL_HELP)
    for number, field in enumerate(todo, 1):
        out.say(f"Veld {number} van {len(todo)}. {_named(draft, [field])[0]}.")
        if field.hint:
            out.say(field.hint)
        if field.example:
            out.say(f"Bijvoorbeeld: {field.example}")
        _choose(out, draft, field)
        if _typed(out, draft, field) in ENOUGH:
            return


def _choose(out: Lines, draft: Drafting, field: Field) -> None:
    """What there is to choose, with the number of each."""
    options = draft.options(field)
    if options:
        out.say(CHOOSE)
    for number, each in enumerate(options, 1):
        out.say(each, f"{number}. ")


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
        which = _ask(out, draft)
    picked = numbered(which, len(filled))
    if picked is None:
        return False
    field = filled[picked - 1]
    out.say(f"{field.label}. Enter laat het zo. Typ {EMPTY} om het weg te halen.")
    _choose(out, draft, field)
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
    while typed := _text(out, meant) if field.lines else _line(out):
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
    typed = typed.strip() or draft.paper().proposed
    while refused := draft.refusal():
        if not refused.confirm:
            out.say(refused.words)
        elif _agreed(out, draft, refused.words):
            draft.agree(refused.question)
            continue
        out.say(NOT_SAVED)
        return
    try:
        try:
            out.say(draft.save(typed))
        except FileExists as exists:
            out.say(str(exists))
            replace = _agreed(out, draft, "Het bestand vervangen?")
            out.say(draft.save(typed, overwrite=True) if replace else NOT_SAVED)
    except ExportError as error:
        out.say(str(error))

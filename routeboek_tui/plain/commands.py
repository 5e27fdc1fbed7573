"""The commands that need no conversation: advice, letter and check."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.letter import Field
from routeboek_tui.letters.faults import fault
from routeboek_tui.library.compiled import load
from routeboek_tui.library.content import Library
from routeboek_tui.library.problems import suggestion
from routeboek_tui.plain.given import conversation, day_of, pair, route_named
from routeboek_tui.plain.lines import Lines
from routeboek_tui.plain.refusal import Exit, Refusal

JSON_VERSION = 2
"""The version of what ``--json`` writes; it grows when a name changes or goes."""


def advise(options: Namespace) -> Exit:
    """``routeboek advies``: the advice of a walk given on the command line."""
    from routeboek_tui.conversation.advice_view import advice_view
    from routeboek_tui.export import advice
    from routeboek_tui.plain.prose import block_lines

    talk = walk_of(load(), options.route, options)
    if options.json:
        write_json(advice_data(talk))
        return Exit.DONE
    out = _lines()
    view = advice_view(talk)
    for line in block_lines(advice.advice_blocks(view)):
        out.say(line)
    if view.unasked:
        out.say("Zeg het zo: --feit veiligheid=gevaar, --feit veiligheid=zorgen of =nee.")
    return Exit.DONE


def walk_of(library: Library, route: str, options: Namespace) -> Conversation:
    """The conversation that the options of a command make."""
    return conversation(
        library, route, options.feit, options.antwoord, _today(options),
        edition=options.editie, start=options.vanaf, done=options.gedaan,
    )  # fmt: skip


def advice_data(talk: Conversation) -> dict[str, Any]:
    """Where a conversation stands and its advice, as plain values with stable names."""
    from routeboek_tui.conversation.advice_view import advice_view
    from routeboek_tui.export import advice

    ask = talk.trail.ask
    door = talk.trail.door.step.split("/") if talk.trail.door else None
    return {
        "route": talk.flow.id,
        "edition": talk.flow.edition,
        "date": talk.today.isoformat(),
        "facts": dict(talk.situation),
        "safety": {
            "state": safety.state(talk),
            "dangers": list(talk.safety.dangers),
            "heard": list(talk.safety.heard),
            "called": list(talk.safety.called),
        },
        "dates": {fact: day.isoformat() for fact, day in talk.answers.dates.items()},
        "passed": [
            {
                "step": visit.step,
                "visit": visit.visit,
                "choices": list(visit.taken),
                "alongside": visit.alongside,
                "assumed": visit.assumed,
            }
            for visit in talk.trail.main.visits
        ],
        "ask": {"step": ask.step, "visit": ask.visit, "fact": ask.fact} if ask else None,
        "ended": talk.ended,
        "outcome": "" if talk.trail.doors else talk.advice.outcome,
        "provisional": talk.advice.provisional,
        "jump": {"route": door[0], "step": door[1]} if door else None,
        "advice": advice.data(advice_view(talk)),
        "letters": [letter.id for letter in talk.letters],
    }


def write_letter(options: Namespace) -> Exit:
    """``routeboek brief``: the list of letters, or one letter to a file."""
    library = load()
    named = route_named(library, options.route) if options.route else ""
    if options.lijst or not options.id:
        return _list_letters(library, named)
    today = _today(options)
    if options.id not in library.letters:
        near = suggestion(options.id, library.letters)
        raise Refusal(f"De brief “{options.id}” bestaat niet.{near} Zie: routeboek brief --lijst")
    letter = library.letters[options.id]
    flows = library.flows.values()
    of_letter = next(flow.id for flow in flows if any(step in flow.steps for step in letter.steps))
    route = named or of_letter
    values = _values(options.veld, [library.fields[name] for name in letter.fields], today)
    if not options.uit:
        raise Refusal("Zeg waar de brief naartoe moet: --uit BESTAND (.docx, .pdf, .md of .txt).")
    talk = walk_of(library, route, options)
    return _write(talk, options, values)


def _write(talk: Conversation, options: Namespace, values: Mapping[str, str]) -> Exit:
    from routeboek_tui.export.file import ExportError
    from routeboek_tui.export.formats import write
    from routeboek_tui.plain.drafting import draft, why_locked

    letter = talk.library.letters[options.id]
    if locked := why_locked(talk, letter):
        steps = ", ".join(letter.steps)
        raise Refusal(f"{letter.title} kan nog niet. {locked} (stap: {steps})", Exit.FOUND)
    if letter.confirm and not options.bevestig:
        raise Refusal(f"Bevestig eerst met --bevestig: {letter.confirm}", Exit.FOUND)
    composed = draft(talk, letter, values)
    if composed.locked:
        names = ", ".join(f"{field.label} (--veld {field.name}=...)" for field in composed.locked)
        raise Refusal(f"Deze velden zijn eerst nodig: {names}.", Exit.FOUND)
    try:
        write(composed.document, options.uit, options.overschrijf, options.referentie)
    except ExportError as error:
        raise Refusal(str(error), Exit.NOT_WRITTEN) from error
    out = _lines()
    if safety.state(talk) == safety.UNASKED:
        out.say(safety.NOT_ASKED)
    out.say(f"Bewaard: {options.uit}")
    for field in composed.missing:
        out.say(f"Nog invullen: {field.label} (--veld {field.name}=...)", "- ")
    return Exit.DONE


def _today(options: Namespace) -> date:
    today = date.today()
    return today if options.datum is None else day_of(options.datum, "De datum", today)


def _values(pairs: list[str], fields: Sequence[Field], today: date) -> dict[str, str]:
    """What stands in the fields of a letter. All that cannot be right is refused at once."""
    values = dict(pair(text, "--veld") for text in pairs)
    names = [field.name for field in fields]
    for name in values:
        if name not in names:
            raise Refusal(
                f"Deze brief heeft geen veld “{name}”.{suggestion(name, names)}"
                f" De velden zijn: {', '.join(names)}."
            )
    faults = [
        f"In het veld “{field.name}” staat “{values[field.name]}”. {wrong}"
        for field in fields
        if (wrong := fault(field, values.get(field.name, ""), today))
    ]
    if faults:
        raise Refusal("\n".join(faults))
    return values


def _list_letters(library: Library, route: str) -> Exit:
    """The letters of a route, or of all."""
    out = _lines()
    flows = [library.flows[route]] if route else library.flows.values()
    steps = {step for flow in flows for step in flow.steps}
    for letter in sorted(library.letters.values(), key=lambda letter: letter.id):
        if not any(step in steps for step in letter.steps):
            continue
        out.say(f"{letter.id}: {letter.title}")
        out.say(f"na stap: {' of '.join(letter.steps)}", "   ")
        first = (f"{name} (eerst nodig)" for name in letter.fields if name in letter.required)
        rest = (name for name in letter.fields if name not in letter.required)
        out.say(f"velden: {', '.join((*first, *rest))}", "   ")
    return Exit.DONE


def check(options: Namespace) -> Exit:
    """``routeboek controle``: read everything and list every problem."""
    from routeboek_tui.library import dangers, provenance, sentences
    from routeboek_tui.library.load import read
    from routeboek_tui.library.places import content_root

    root = content_root() if options.map is None else typed_place(options.map)
    if not os.path.isdir(root / "flows"):
        raise Refusal(f"In de map “{root}” staat geen map “flows”. Wijs de map van de gids aan.")
    library, problems = read(root)
    out = _lines()
    for problem in problems:
        out.say(str(problem))
    for remark in (
        *dangers.stale(library.numbers, library.dangers, date.today()),
        *sentences.stale(root, library.dangers),
    ):
        out.say(f"Let op: {remark}")
    if problems:
        out.say(f"{len(problems)} {'probleem' if len(problems) == 1 else 'problemen'} gevonden.")
        return Exit.FOUND
    steps = sum(len(flow.steps) - len(flow.jumps) for flow in library.flows.values())
    routes = len(library.flows)
    out.say(
        f"Alles klopt: {routes} {'route' if routes == 1 else 'routes'}, {steps} stappen,"
        f" {len(library.letters)} brieven, {len(library.pages)} bladzijden."
    )
    for priority, count in provenance.counts(library.claims.values()).items():
        out.say(
            f"Herkomst, prioriteit {priority}: {count.all - count.left_out} van {count.all} feiten"
            f" staan in de gids, {count.left_out} zijn met reden weggelaten."
        )
    return Exit.DONE


def typed_place(typed: str) -> Path:
    """The path meant by what was typed after an option.

    :raises Refusal: when no file or folder can be called so
    """
    from routeboek_tui.export.file import ExportError
    from routeboek_tui.export.place import place

    try:
        return place(typed)
    except ExportError as error:
        raise Refusal(str(error), Exit.NOT_WRITTEN) from error


def _title(library: Library, route: str, step: str) -> str:
    from routeboek_tui.conversation.conversation import fill_in

    return fill_in(library.texts[route][step].title, library.words_in({}))


def write_json(data: Mapping[str, Any]) -> None:
    """Write ``data`` for a program, with the version of its form."""
    text = json.dumps({"version": JSON_VERSION, **data}, ensure_ascii=False, indent=2)
    sys.stdout.write(f"{text}\n")


def _lines() -> Lines:
    return Lines.between(sys.stdin, sys.stdout)

"""What the guide says, as plain values for JSON."""

from typing import Any

from msgspec import to_builtins as plain
from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice.letter_view import letters_of
from routeboek_tui.conversation.enquiry.book_view import contents
from routeboek_tui.conversation.map.drawn_words import drawn
from routeboek_tui.conversation.map.map_view import rows
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.course import places
from routeboek_tui.course.changing import all_said
from routeboek_tui.course.course import Course
from routeboek_tui.course.exchanges import Exchange
from routeboek_tui.course.letter.drafting import Drafting
from routeboek_tui.course.state import VERSION, places_of
from routeboek_tui.course.turn import Leave, Open, Part, Passage, Reply, Stop, View
from routeboek_tui.export.advice import walk
from routeboek_tui.export.markdown import body, markdown

SHOWN = ("name", "label", "kind", "type", "hint", "example", "walk")


def reply(course: Course, said: Reply) -> dict[str, Any]:
    """Everything to show after a turn, but for a letter and the state."""
    talk = course.told
    opened = next((part for part in said if isinstance(part, Open)), None)
    return {
        "version": VERSION,
        "said": [_part(part) for part in said if not isinstance(part, Leave | Stop | Open)],
        "asked": plain(course.asked),
        "talk": [_exchange(each) for each in course.exchanges],
        "advice": walk(talk),
        "manner": talk.safety.manner,
        "sign": safety.signs(talk),
        "meeting": _meeting(course),
        "opened": {**plain(opened), "shows": _shown(course, opened)} if opened else None,
        "left": any(isinstance(part, Leave) for part in said),
        "stopped": any(isinstance(part, Stop) for part in said),
    }


def _part(part: Part) -> dict[str, Any]:
    name = {"part": type(part).__name__.lower()}
    if isinstance(part, Passage):
        return {**name, **plain(replace(part.view, blocks=())), "blocks": body(part.view.blocks)}
    return {**name, **plain(part)}


def _exchange(exchange: Exchange) -> dict[str, Any]:
    asides = [{"typed": each.typed, "places": plain(places_of(each))} for each in exchange.asides]
    return {**plain(replace(exchange, asides=())), "asides": asides}


def _meeting(course: Course) -> dict[str, Any] | None:
    """The wall of the meeting that is held, and what it holds in whole."""
    if course.held is None:
        return None
    wall, stand = course.held.wall, course.held.stand
    lines = [line.text for line in wall.lines()]
    shown = {**plain(wall), "pages": wall.pages, "lines": lines}
    return {"part": stand.part, "wall": shown, "holds": plain(stand.meeting)}


def draft(drafting: Drafting) -> dict[str, Any]:
    """A letter as it is now; of one that does not exist yet only why not."""
    letter, found = drafting.letter, _letter(drafting)
    if found["locked"]:
        return found
    composed = drafting.composed()
    found["fields"] = [
        {name: getattr(field, name) for name in SHOWN}
        | {"value": drafting.value(field.name), "fault": drafting.fault(field.name)}
        | {"from_walk": drafting.from_walk(field.name), "options": drafting.options(field)}
        | {"needed": field.name in letter.required, "missing": field in composed.missing}
        for field in drafting.fields
    ]
    found |= dict(confirm=letter.confirm, state=drafting.state(composed), danger=drafting.danger)
    return found | {"refusal": plain(drafting.refusal()), "text": markdown(composed.document)}


def _letter(drafting: Drafting) -> dict[str, Any]:
    letter, locked = drafting.letter, drafting.locked
    return dict(letter=letter.id, title=letter.title, to_whom=drafting.to_whom, locked=locked)


def _shown(course: Course, opened: Open) -> Any:
    """What stands on a view, as far as it stands neither in every reply nor in a letter."""
    shown: Any = None
    talk, name = course.talk, opened.name
    match opened.view:
        case View.MAP | View.WHOLE_MAP:
            shown = rows(talk)
        case View.DRAWING:
            shown = drawn(talk.library, talk.flow.id, talk.today)
        case View.LETTERS | View.ALL_LETTERS:
            shown = [_letter(Drafting(talk, each, {})) for each in letters_of(talk)]
        case View.FACTS:
            shown = all_said(talk)
        case View.WHY if talk.ask:
            text = talk.asked_text(talk.ask.step, talk.ask.fact)
            shown = {"why": talk.say(text.why), "text": talk.say(text.body)}
        case View.BOOK:
            shown = _part(places.passage(talk, name)) if name else contents(Reader.within(talk))
        case View.SEARCH if name:
            shown = _part(places.answer(talk, name))
        case View.PAPER:
            found = course.overleg.shown(name)
            saves_as = [kind.extension for kind in found.kinds]
            shown = {"title": found.title, "text": markdown(found.document), "saves_as": saves_as}
        case View.HELP:
            shown = talk.library.language.commands
    return plain(shown)

"""The words of the place to practise, which stand in ``content/oefenen.yaml``."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, convert
from msgspec.structs import fields

from routeboek_tui.core.figures import Unit
from routeboek_tui.core.letter import FieldKind
from routeboek_tui.library import ordinary_file
from routeboek_tui.library.problems import UNOPENED, Problem

if TYPE_CHECKING:
    from routeboek_tui.library.node import Node

FILE = "content/oefenen.yaml"

MARK = "{}"
"""What is filled in stands here."""

LISTS = ("backs", "stops", "story_again", "letter_again", "harmless", "optional")
"""Lists: what is typed to leave or to look, what is hardly ever wrong."""

NAMED: Mapping[str, tuple[str, ...]] = {"units": tuple(Unit), "kinds": tuple(FieldKind)}
"""Words by name: the units of a figure, in the plural, and the kinds of data."""


class Words(Struct, frozen=True):
    """What is said while somebody practises, by name; ``{}`` marks what is filled in."""

    place: str
    about: str
    who_sees: str
    what: str
    as_name: str
    as_nobody: str
    to_cases: str
    to_drill: str
    to_progress: str
    to_making: str
    back: str
    backs: tuple[str, ...]
    stops: tuple[str, ...]
    story_again: tuple[str, ...]
    letter_again: tuple[str, ...]
    broke: str
    not_understood: str
    nearest: str
    tick: str
    not_there: str
    which_case: str
    narrow: str
    not_in_list: str
    case_row: str
    route: str
    teaches: str
    traps: str
    no_case: str
    unfit: str
    harmless: tuple[str, ...]
    optional: tuple[str, ...]
    look: str
    see_letter: str
    so_far: str
    back_to_case: str
    first_back: str
    told_by: str
    what_you_know: str
    asked_of: str
    ask_or_choose: str
    choose_also: str
    not_known: str
    step_of: str
    chosen: str
    right: str
    both: str
    allowed: str
    here: str
    since: str
    trap: str
    other: str
    careful: str
    early: str
    part: str
    part_choice: str
    right_is: str
    reckoned: str
    because: str
    asked_because: str
    miscounted: str
    counted_right: str
    counted_else: str
    source: str
    source_elsewhere: str
    leads: str
    leads_nowhere: str
    asks_next: str
    lost: str
    extra: str
    differs: str
    handling: str
    go_on: str
    not_so: str
    first_read: str
    deeds: str
    deeds_why: str
    deeds_further: str
    days: str
    dates: str
    pick_day: str
    day_late: str
    day_late_one: str
    day_early: str
    day_early_one: str
    day_counted: str
    day_holiday: str
    day_bare: str
    day_first: str
    seats: str
    present: str
    seats_elsewhere: str
    seats_acts: str
    data_here: str
    data_some: str
    letters: str
    letters_why: str
    data: str
    data_why: str
    data_medical: str
    rightly: str
    missed: str
    wrongly: str
    neutral: str
    review: str
    score: str
    score_one: str
    score_part: str
    trap_row: str
    review_row: str
    review_asked: str
    whole_way: str
    also_trap: str
    terms: str
    again: str
    another: str
    drill: str
    number_itself: str
    number_exactly: str
    the_number: str
    drill_where: str
    drill_term: str
    drill_right: str
    drill_wrong: str
    drill_counts: str
    drill_due: str
    drill_number: str
    drill_page: str
    own: str
    own_step: str
    under_name: str
    name_rule: str
    name_none: str
    name_new: str
    progress: str
    progress_cases: str
    progress_case: str
    progress_partly: str
    progress_traps: str
    progress_wrong: str
    progress_lesson: str
    progress_last: str
    progress_drill: str
    progress_due: str
    progress_weak: str
    progress_empty: str
    remove: str
    remove_sure: str
    remove_yes: str
    removed: str
    keep_paper: str
    paper_title: str
    paper_notice: str
    damaged: str
    newer: str
    not_kept: str
    not_read: str
    nobody: str
    making: str
    loses: str
    case_waits: str
    case_loses: str
    make_title: str
    make_teaches: str
    make_author: str
    make_letter: str
    make_checked: str
    make_teller: str
    make_route: str
    make_fact: str
    make_story: str
    make_ask: str
    make_of: str
    make_answer: str
    make_way: str
    make_meanwhile: str
    make_trap: str
    make_why: str
    make_thought: str
    make_file: str
    make_end: str
    make_done: str
    make_wrong: str
    checked_right: str
    checked_wrong: str
    units: Mapping[str, str]
    kinds: Mapping[str, str]


def filled(text: str, *parts: object) -> str:
    """``text`` with each ``{}`` replaced by the next of ``parts``, which stay as they are."""
    first, *rest = text.split(MARK)
    each = iter(map(str, parts))
    return "".join((first, *(f"{next(each, '')}{after}" for after in rest)))


def read_words(root: Path, problems: list[Problem]) -> Words | None:
    """The words below ``root``; ``None`` where one is missing, which is a problem."""
    from routeboek_tui.library.node import read_yaml

    before = len(problems)
    try:
        text = ordinary_file.read_text(root / FILE)
    except (OSError, UnicodeDecodeError):
        problems.append(Problem(FILE, 1, UNOPENED))
        return None
    names = [each.name for each in fields(Words)]
    parts = read_yaml(text, FILE, problems).fields("De taal van het oefenen", names, names)
    named = {each: _named(each, parts.pop(each)) for each in NAMED if each in parts}
    lists = {name: parts.pop(name).texts(name) for name in LISTS if name in parts}
    said = {name: node.text(name) for name, node in parts.items()}
    return convert({**said, **lists, **named}, Words) if len(problems) == before else None


def _named(name: str, node: "Node") -> dict[str, str]:
    needed = [str(each) for each in NAMED[name]]
    found = node.fields(f"De lijst “{name}”", needed, needed)
    return {each: child.text(each) for each, child in found.items()}

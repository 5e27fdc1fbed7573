"""What is offered in a case: how it is numbered, and how a line names it."""

from collections.abc import Iterable, Mapping

from routeboek_tui.conversation.view import Option
from routeboek_tui.course.answering import selected
from routeboek_tui.text import dates
from routeboek_tui.text.characters import plain

LEAST_ALIKE = 80
"""Of a hundred: so much must be alike for a line to be taken for a question of the case."""


def picked(line: str, options: tuple[Option, ...], *, single: bool) -> tuple[str, ...]:
    """The keys that ``line`` picks; of days it may say the day, of several they may run on."""
    if keys := selected(line, options):
        return keys
    return _days(line, options) if single else run_on(line, options)


def strange(line: str, options: tuple[Option, ...]) -> list[str]:
    """The numbers in ``line`` that are not offered."""
    known = {option.key for option in options}
    return [each for each in line.split() if each.isdecimal() and each not in known]


def _days(line: str, options: tuple[Option, ...]) -> tuple[str, ...]:
    return tuple(option.key for option in options if is_day(line, option.label))


def is_day(line: str, label: str) -> bool:
    """Whether ``line`` is the day that ``label`` says; it need not say the year."""
    day = dates.read(label)
    return day is not None and dates.read(line, day) == day


def nearest(line: str, questions: Mapping[str, str]) -> str:
    """The name of the question that ``line`` asks, "" where it asks none of them."""
    from rapidfuzz import fuzz, process

    asked = {name: plain(each) for name, each in questions.items()}
    found = process.extractOne(
        plain(line), asked, scorer=fuzz.token_set_ratio, score_cutoff=LEAST_ALIKE
    )
    return found[2] if found and len(line.split()) > 1 else ""


def run_on(line: str, options: tuple[Option, ...]) -> tuple[str, ...]:
    """The keys of ``line`` where they were typed without blanks, as "457"."""
    digits, known = tuple(dict.fromkeys(line.strip())), {option.key for option in options}
    return digits if digits and known.issuperset(digits) else ()


def numbered(labels: Iterable[str]) -> tuple[Option, ...]:
    """``labels`` to choose among, numbered from 1."""
    return tuple(Option(str(n), str(n), each) for n, each in enumerate(labels, 1))


def keyed(option: Option, key: str) -> Option:
    """``option`` under another key."""
    return Option(key, option.choice, option.label, "", option.synonyms, option.extra)

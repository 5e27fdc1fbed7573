"""What is offered in a case: how it is numbered, and how a line names it."""

from collections.abc import Iterable, Mapping

from routeboek_tui.conversation.view import Option
from routeboek_tui.text import dates
from routeboek_tui.text.characters import plain

LEAST_ALIKE = 80
"""Of a hundred: so much must be alike for a line to be taken for a question of the case."""


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

"""Numbers of a text in figures: "vijfde" is 5e, "tweeënhalve" 2.5, and "4 of 5" is not exact."""

import re
from functools import lru_cache

from routeboek_tui.library.language import Counting
from routeboek_tui.library.ways import either
from routeboek_tui.text.characters import plain
from routeboek_tui.text.near_days import WEEKDAYS
from routeboek_tui.text.numerals import rank, word
from routeboek_tui.text.spelling import near

MOST = 99
"""The highest number that is read in letters."""

LOOSE = "~"
"""What stands before a number that is not exact."""


def _bare(said: str) -> str:
    return said.replace("ë", "e")


CARDINALS = {_bare(word(number)): number for number in range(1, MOST + 1)}
ORDINALS = {_bare(rank(number)): number for number in range(1, MOST + 1)}
_LETTERS = [each for each in (*CARDINALS, *ORDINALS) if len(each) > 4]  # noqa: PLR2004

_AFTER_FIRST = re.compile(r"\bna (?:de|het) (?:eerste|1e)(?: (?:ziek)?melding| keer)?")
_FIRST_ON = re.compile(r"\b(?:eerste|1e)(?=(?: zieke)? (?:ziekte|school)?dag\b[^,;.!?§]*§)")
"""A first day of which the text says the date, so that it counts nothing."""

FIRST = "aanvang"
"""What stands in its place."""

_RANGE = re.compile(r"(?<![\w.,/-])([0-9]+)\s*(?:of|tot|a|-|/)\s*([0-9]+)(?![\w/-]*[0-9])")
_MOST_OF_DAY = 9
"""Hours of one day, at most: more of them at a time is what several days come to."""

_HALF = re.compile(r"\b(?:(\w+?)en|(ander)|een )?hal(?:f|ve)\b")
_AND_HALF = re.compile(r"\b([0-9]+) en (?:0\.5|een half)\b")
_FIGURE = re.compile(r"[0-9]+")
_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")


@lru_cache(maxsize=4)
def _of_each(words: Counting) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """So many times so much, and days in a row with what it was on each of them."""
    units, times = either((*words.hour, *words.half_day)), either(words.times)
    much = rf"(?P<much>[0-9]{{1,2}}(?:\.5)?)(?P<unit> ?(?:les|klok)?(?:{units}))"
    part = rf"(?:{'|'.join(WEEKDAYS)})?(?:{either((*words.part_of_day, *words.day))})(?:en|s)?"
    each, row = either(words.each_day), r"(?P<row>§(?:(?:, ?|,? en )(?:op )?§)+)"
    return (
        re.compile(
            rf"(?<![\w.,/-])(?P<n>[0-9]{{1,2}}) ?(?:(?:{times})(?: van)?|{part} van) ?{much}\b"
        ),
        re.compile(rf"{row}[,:;]? ?\(?(?:(?:{each}) )?{much}(?: (?:{each}))?\b"),
    )


@lru_cache(maxsize=4)
def _shapes(words: Counting) -> tuple[re.Pattern[str], ...]:
    counted = rf"(?=\s+(?:zieke?\s+|hele\s+)?(?:ziek-?)?(?:{either(words.counted)}))"
    cardinals, ordinals = either([*CARDINALS][1:]), either([*ORDINALS][1:])
    units = either((*words.report, *words.times, *words.hour, *words.day, *words.half_day))
    return (
        re.compile(
            rf"\b(?:(?P<one>een(?:{counted}|(?=maal\b)|(?= (?:of|tot|a) (?:[0-9]|{cardinals}))))"
            rf"|(?P<cardinal>{cardinals})(?:(?P<maal>maal)?\b|(?=jarige?\b))|(?P<ordinal>{ordinals})\b)"
        ),
        re.compile(rf"\beerste{counted}"),
        re.compile(rf"\b([a-z]{{4,}})(?= (?:ziek|les|school)?(?:{units})\b)"),
        re.compile(
            rf"\b((?:ziek(?:te)?-?)?(?:{either(words.report)})) "
            rf"(?:{either(words.numbered)})\.? ([0-9]{{1,2}})\b"
        ),
    )


def in_figures(text: str, words: Counting) -> str:
    """``text``, which is bare, with its numbers in figures."""
    number, first, before_unit, numbered = _shapes(words)
    text = _FIRST_ON.sub(FIRST, _AFTER_FIRST.sub(f"na de {FIRST}", text))
    text = before_unit.sub(_right, text)
    text = _HALF.sub(_half, text)
    text = number.sub(_figure, first.sub("1e", text))
    text = numbered.sub(r"\2e \1", text)
    text = _AND_HALF.sub(r"\1.5", text)
    text = _RANGE.sub(rf"{LOOSE}\2", _COMMA.sub(".", text))
    times, row = _of_each(words)
    return row.sub(_on_each, times.sub(_together, text))


def figures_in(said: str, words: Counting) -> frozenset[str]:
    """The figures in ``said``, written out or not."""
    return frozenset(_FIGURE.findall(in_figures(plain(said), words)))


def _together(found: re.Match[str]) -> str:
    """So many times so much, as what that comes to."""
    if float(found["much"]) > _MOST_OF_DAY:
        return found[0]
    return f"{float(found['n']) * float(found['much']):g}{found['unit']}"


def _on_each(found: re.Match[str]) -> str:
    """Days in a row, each with what it was on each of them."""
    behind = found[0].removeprefix(found["row"])
    if not re.search(r"[a-z]", behind.replace(f"{found['much']}{found['unit']}", "")):
        return found[0]
    return found["row"].replace("§", f"§ {found['much']}{found['unit']}")


def _right(found: re.Match[str]) -> str:
    """A number in letters with a slip in it, set right."""
    likely = near(found[1], _LETTERS, 1) if found[1] not in _LETTERS else ()
    return likely[0] if len(likely) == 1 else found[1]


def _half(found: re.Match[str]) -> str:
    if found[2]:
        return "1.5"
    if not found[1]:
        return "0.5"
    return f"{CARDINALS[found[1]]}.5" if found[1] in CARDINALS else found[0]


def _figure(found: re.Match[str]) -> str:
    if found["one"]:
        return "1 "
    if found["ordinal"]:
        return f"{ORDINALS[found['ordinal']]}e"
    return f"{CARDINALS[found['cardinal']]}{' maal' if found['maal'] else ''}"

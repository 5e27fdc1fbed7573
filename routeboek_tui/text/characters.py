"""Characters: what of a text may be shown or put on paper, and what of it can be compared."""

import re
import unicodedata
from functools import lru_cache

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)?", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}")
"""An abbreviation with a dot behind every letter: "o.p.p."."""

_FRACTION = re.compile(r"(?P<whole>[0-9] ?)?(?P<part>[¼½¾])")
_PARTS = {"¼": "25", "½": "5", "¾": "75"}
_JOINERS = "\u200c\u200d"
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
_NON_CHARACTERS = 0xFFFE
_STEERING = frozenset(("Cc", "Cf", "Co", "Cs"))
_MARKS = frozenset(("Mn", "Cf", "Co", "Cs"))
_SPACES = frozenset(("Cc", "Zl", "Zp", "Zs"))

BOUND = "\u00a0"
"""A blank at which no line ends."""

_PHONE = re.compile(r"(?<![\w-])0\d{1,3}(?:[ -]\d{2,8}){1,4}(?![\w-])")
_BINDS = (
    re.compile(r"(\b\d{4}) (?=[A-Z]{2}\b)"),  # a postcode
    re.compile(r"(\b[A-Z]\.) (?=[^\W\d_])"),  # an initial and the name
    re.compile(rf"((?<![{BOUND}\u2011])\b\d{{1,3}}(?:[.,]\d{{1,2}})?) (?=[^\W\d_])"),  # 16 uur
    re.compile(rf"([^\W\d_]) (?=\d{{1,3}}\b(?![-/\u2011]|{BOUND}\d))"),  # artikel 5
    re.compile(rf"(\b\d{{1,2}}{BOUND}[a-z]+) (?=\d{{4}}\b)"),  # 12 oktober 2026
    re.compile(rf"(\d{BOUND}[a-z]+) (?=[a-z]\b)"),  # 5 onder a
)


def bound(text: str) -> str:
    """``text`` on paper: no line ends within a number and what it counts, a day or a phone number.

    The hyphens of a phone number become such at which no line ends.
    """
    text = _PHONE.sub(lambda found: found[0].replace(" ", BOUND).replace("-", "\u2011"), text)
    for each in _BINDS:
        text = each.sub(rf"\1{BOUND}", text)
    return text


def safe(text: str) -> str:
    """``text`` without what steers a terminal or a reader instead of being text.

    Control characters, direction marks and characters of no known meaning go. Every end of a line
    is a line feed, a tab is a blank, and nothing else is cut off.
    """
    if text.isprintable():
        return text
    plain_ends = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return "".join(char for char in plain_ends if char == "\n" or _stays(char))


def one_line(text: str) -> str:
    """``text``, safe and on one line with single blanks; "" when nothing in it can be seen."""
    line = " ".join(safe(text).split())
    return line if visible(line) else ""


def shortened(text: str, width: int) -> str:
    """``text`` on one line of at most ``width`` characters."""
    line = " ".join(safe(text).split())
    return line if len(line) <= width else line[: max(width - 1, 0)] + "…"


def steers(text: str) -> bool:
    """Whether ``text`` holds a character that :func:`safe` takes out; a tab is none."""
    shown = text.replace("\n", "").replace("\t", "")
    return not shown.isprintable() and not all(map(_stays, shown))


class _Shown(dict[int, int | None]):
    """What each character is shown as: a blank for a space, and nothing for a mark."""

    def __missing__(self, code: int) -> int | None:
        kind = unicodedata.category(chr(code))
        blank = kind in _SPACES and chr(code) != "\n"
        self[code] = ord(" ") if blank else None if kind in _MARKS else code
        return self[code]


_SHOWN = _Shown()


def visible(text: str) -> bool:
    """Whether anything in ``text`` can be seen."""
    return any(unicodedata.category(char)[0] not in "ZC" and char not in _BLANKS for char in text)


def bare(text: str) -> str:
    """``text`` in lower case, without accents, escape codes and characters that do not show.

    Its lines stay as they are.
    """
    if text.isascii() and text.isprintable():
        return text.casefold()
    text = _FRACTION.sub(_in_tenths, _ESCAPES.sub("", text))
    found = unicodedata.normalize("NFKD", text).casefold()
    if found.isascii() and found.isprintable():
        return found
    return found.translate(_SHOWN)


def bare_line(text: str) -> str:
    """``text``, bare and on one line with single blanks; punctuation stays."""
    return " ".join(bare(text).split())


def words_in(text: str) -> list[str]:
    """The bare words of ``text``, in order."""
    return _WORD.findall(bare(text))


def word_count(text: str) -> int:
    """The words of ``text``; a sign that stands alone is none."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def plain(text: str) -> str:
    """The bare words of ``text``, one blank between them."""
    return " ".join(words_in(text))


@lru_cache(maxsize=20_000)
def plain_name(name: str) -> str:
    """The same of a name in the guide, which is asked for again with every line that is typed."""
    return plain(name)


def undotted(text: str) -> str:
    """``text`` with an abbreviation as a word: "opp" for "o.p.p."."""
    return _DOTTED.sub(lambda found: found[0].replace(".", ""), text) if "." in text else text


def _in_tenths(found: re.Match[str]) -> str:
    return f"{(found['whole'] or '0').strip()},{_PARTS[found['part']]}"


def _stays(char: str) -> bool:
    # Joiners are needed to write some languages and to draw some emoji.
    if char in _JOINERS:
        return True
    if ord(char) & 0xFFFE == _NON_CHARACTERS or "\ufdd0" <= char <= "\ufdef":
        return False
    return unicodedata.category(char) not in _STEERING

"""The days of a sentence: which day an answer came about, and what the others are days of."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from routeboek_tui.conversation.telling.count import DAY, Part, with_another
from routeboek_tui.conversation.telling.figures import FIRST, in_figures
from routeboek_tui.core.calendar import Calendar
from routeboek_tui.core.policy.age import birthday
from routeboek_tui.core.said import Over
from routeboek_tui.library.language import Counting, Telling
from routeboek_tui.library.ways import either, pattern, source
from routeboek_tui.text.characters import bare_line, plain
from routeboek_tui.text.dates import Found, find, spans
from routeboek_tui.text.near_days import WEEKDAYS

NO_DAY = (
    "Die dag bestaat niet, ligt te ver weg, of viel op een andere dag van de week."
    " Kijk de datum na."
)

_NAMED_FIRST = re.compile(r"\b(?:(?:eerste|1e) (?:zieke )?\w*dag|dag 1)\b[^,;.!?0-9]*$")
"""What calls the day behind it the first one: "eerste dag ziek", "eerste dag dat hij weg was:"."""

_FIRST_DAY = re.compile(rf"\b{FIRST} (?:zieke )?\w*dag\b")
_BEFORE = re.compile(r"(?:^|[ ,:(])(?:op)?[ ,:(]*$")
_FIRST = re.compile(r"(?:op )?$")
_UP_TO = r"(?: ?[-–] ?|,? (?:tot en met|t/m|tot) )"
_CLOSED = re.compile(rf"{DAY}{_UP_TO}{DAY}")
_COMMA = re.compile(r",(?=\s)|(?<=\S)\.(?=\s*$)")
_SENTENCES = re.compile(r"[.;!?]\s")


class _Shapes(Struct, frozen=True):
    before_else: re.Pattern[str]
    after_else: re.Pattern[str]
    since: re.Pattern[str]
    until: re.Pattern[str]
    through: re.Pattern[str]
    born: re.Pattern[str]
    named_before: re.Pattern[str]
    named_after: re.Pattern[str]
    turns: re.Pattern[str]
    others: re.Pattern[str]
    beside: re.Pattern[str]
    listed: re.Pattern[str]
    opening: re.Pattern[str]
    going: re.Pattern[str]


@lru_cache(maxsize=4)
def _shapes(words: Counting) -> _Shapes:
    of_else, itself = either(words.day_of_else), either(words.day_itself)
    report = rf"(?:ziek[ -]?gemeld|(?:ziek[ -]?|\bde )(?:{either(words.report)}))"
    counted = either((*words.times, *words.report))
    further = rf"(?:, ?|,? en (?:(?:{either(words.once_more)}) )*(?:op )?)"
    whose = (*words.of_class, *words.born_beside)
    ill = rf"(?:(?P<number>[0-9]{{1,2}}) ?(?:{either(words.times)}) )?ziek(?: geweest| thuis)?"
    on, time = r"(?:(?:op|van|in) )", rf"{DAY}(?:{_UP_TO}{DAY})?"
    earlier = rf" ?\((?:{source(dict(words.over)[Over.EARLIER])})[ :]*(?:op )?"
    return _Shapes(
        before_else=re.compile(rf"\b(?:{of_else})(?: op)?[ :]*$"),
        after_else=re.compile(rf"\s*(?:{itself})\b|.*\b(?:{either(words.day_named)})\b"),
        since=re.compile(rf"(?<!dag )\b(?:{either(words.since)})[ :]*$"),
        until=re.compile(rf"\b(?:{either(words.until)})(?: op)?[ :]*$"),
        through=re.compile(rf"\b(?:{either(words.through)})(?: op)?[ :]*$"),
        turns=re.compile(
            rf"\b(?:{either(words.turns)}) (?:(?P<age>[0-9]{{1,2}})(?: jaar)? )?"
            rf"(?:(?:{either(words.coming)}) )*(?:(?P<weekday>{'|'.join(WEEKDAYS)})\b|{DAY})"
            r"(?: (?P<years>[0-9]{1,2})\b)?"
        ),
        others=pattern(words.others),
        born=re.compile(rf"\b(?:{either(words.born)})[ .:]*$"),
        named_before=re.compile(rf"(?:^|[(,;]|\b(?:{either(words.born_beside)})\b[,;]?) ?\(?$"),
        named_after=re.compile(
            rf" ?(?:$|[),;.]|(?:uit |in )?(?:de )?(?:[0-9]e? )?(?:{either(whose)})\b)"
        ),
        beside=re.compile(
            rf"(?:(?P<number>[0-9]{{1,2}})e? ?(?:ziek ?)?(?:{counted})\b)?"
            rf"(?:{either(words.beside_days)}|\([0-9]{{1,2}} (?:{either(words.day)})\)"
            r"|[ ,;.:&+()=/|\n-])*"
            rf"(?:(?P<total>[0-9]{{1,2}}) ?(?:ziek ?)?(?:{counted})\b(?:,? (?:en )?[0-9]{{1,2}}"
            rf" (?:school|ziekte|zieke )?(?:{either(words.day)})\b)?[ .]*)?"
        ),
        going=re.compile(
            rf"\b(?:{either(words.since)})[ :]*{DAY}\W*$"
            rf"|(?<={DAY})[,;. (]*\b(?:{either(words.still)})\W*$"
        ),
        opening=re.compile(
            rf"\b({either(words.since)}) (?:\w+ )?1e (?:school|les)dag(?: \w+){{0,4}},? (?={DAY})"
        ),
        listed=re.compile(
            rf"(?<!sinds )(?<!vanaf ){on}?{time}(?:{further}{on}?{time})*"
            rf",? (?:(?:{either(words.beside_list)}) )*(?:ziek|{report})\b"
            rf"|(?:{report}(?: waren| zijn)?|{ill}),?(?: (?:{either(words.beside_list)}))*,? "
            rf"\(?{on}?{time}(?:(?:{further}|{earlier}){on}?{time})*"
        ),
    )


def apart(text: str, today: date, words: Counting) -> tuple[str, Found | None]:
    """``text`` without the one day it ends or begins with, and that day.

    A day said of something else ("sinds 3 november", "eerste dag ziek 3 november") stays where it
    is.
    """
    days, shapes = find(text, today), _shapes(words)
    if len(days) != 1:
        return text, None
    day = days[0]
    head, rest = text[: day.start], text[day.end :]
    if not rest.strip(" .!)"):
        before = _BEFORE.search(head)
        of_else = shapes.before_else.search(head) or shapes.since.search(head)
        if before is None or of_else or _NAMED_FIRST.search(head):
            return text, None
        return head[: before.start()].strip(), day
    if _FIRST.match(head) and not shapes.after_else.match(rest):
        return rest.strip(" ,:;-"), day
    return text, None


def begins(
    fact: str, day: date, text: str, telling: Telling, calendars: Sequence[Calendar]
) -> date:
    """The day on which ``fact`` begins: that of ``text``, or the school day after its lessons."""
    if not pattern(dict(telling.next_day).get(fact, ())).search(plain(text)):
        return day
    after = {calendar.school_day_after(day, 1) for calendar in calendars}
    return after.pop() if len(after) == 1 else day


def only(text: str, days: Sequence[Found], words: Counting, *, of_birth: bool) -> date | None:
    """The one day of ``text`` where it can be that of birth, or else the first of what goes on.

    A day of somebody else, or one at which something ends, is neither.
    """
    shapes = _shapes(words)
    if len(days) != 1 or shapes.others.search(text):
        return None
    head = text[: days[0].start]
    other = shapes.since if of_birth else shapes.born
    return None if shapes.until.search(head) or other.search(head) else days[0].day


def without(text: str, days: Sequence[Found], mark: str = " ") -> str:
    """``text`` with ``mark`` in the place of ``days``."""
    for day in reversed(days):
        text = f"{text[: day.start]}{mark}{text[day.end :]}"
    return text


def straight(text: str, words: Counting) -> str:
    """``text`` in which a day that is told to be the first one of school is that day alone."""
    return _shapes(words).opening.sub(r"\1 ", text)


def first_day(text: str, days: Sequence[Found], words: Counting) -> date | None:
    """The day from which on something is, where ``text`` has no other day."""
    head = text[: days[0].start]
    if len(days) == 1 and (_shapes(words).since.search(head) or _NAMED_FIRST.search(head)):
        return days[0].day
    return None


def born_alone(head: str, rest: str, words: Counting) -> bool:
    """Whether a day between ``head`` and ``rest`` stands beside who somebody is, and tells no more.

    Such a day is one of birth.
    """
    shapes = _shapes(words)
    return bool(shapes.named_before.search(head) and shapes.named_after.match(rest))


def born(head: str, words: Counting) -> bool:
    """Whether the day behind ``head`` is one of birth."""
    return bool(_shapes(words).born.search(head))


def since(head: str, words: Counting) -> bool:
    """Whether the day behind ``head`` is the first one of what goes on."""
    return bool(_shapes(words).since.search(head))


def since_alone(said: str, words: Counting) -> bool:
    """Whether the part ``said`` of a sentence says of its day only that something is since then."""
    return bool(_shapes(words).going.fullmatch(said.strip(" .,;")))


def about(text: str, part: Part, parts: Sequence[Part], head: str, words: Counting) -> str:
    """What ``text`` says of a day in ``part``, where the text before that day is ``head``.

    Where that part only says since when, it is the whole sentence: what stands before it, or behind
    it where the sentence begins with the day.
    """
    said, before = text[part.start : part.end], clause(head)
    if not since_alone(said, words):
        return said
    if before.strip() != said.partition(DAY)[0].strip() or not said.rstrip().endswith((",", ";")):
        return f"{before}{said}"
    behind = (each for each, other in with_another(parts) if not (other or each.asks))
    after = next((each for each in behind if each.start == part.end), part)
    return text[part.start : after.end]


def ends(head: str, said: str, words: Counting) -> bool:
    """Whether the day behind ``head``, in the part ``said`` of a sentence, is the last one."""
    return bool(_shapes(words).until.search(head) or pattern(words.ending).search(said))


def last_of(head: str, said: str, words: Counting) -> bool:
    """Whether the day behind ``head`` is surely itself the last one, and not the one after it."""
    return bool(_shapes(words).through.search(head) or pattern(words.ending).search(said))


def clause(head: str) -> str:
    """What stands before a day in its own sentence: "tot en met" parts it otherwise."""
    return _SENTENCES.split(head)[-1]


def named(text: str, place: int, ways: Sequence[str]) -> bool:
    """Whether one of ``ways`` names the day of ``text`` that stands at ``place``.

    That is the day in the words themselves or the next one of their sentence, and else the last
    one before them.
    """
    head = clause(text[:place])
    sentence = f"{head}{_SENTENCES.split(text[place:])[0]}"
    found = pattern(ways).search(sentence)
    if found is None:
        return False
    behind = sentence.find(DAY, found.start())
    return len(head) == (behind if behind >= 0 else sentence.rfind(DAY))


def closed(rest: str) -> bool:
    """Whether the day that ``rest`` begins with goes on up to another one that is told."""
    return bool(_CLOSED.match(rest))


def first_of(said: str) -> bool:
    """Whether the part ``said`` of a sentence names the first day of something."""
    return bool(_FIRST_DAY.search(said))


def called(word: str, said: str, words: Counting) -> bool:
    """Whether the part ``said`` of a sentence calls its day by ``word``: "de dag van ..."."""
    name = in_figures(f"{bare_line(word)} {DAY}", words).removesuffix(DAY).removeprefix("de ")
    return name.strip() in said


def of_birth(line: str, today: date, words: Counting) -> date | None:
    """The date of birth that ``line``, which is bare, tells by its only day."""
    days = find(line, today)
    text = in_figures(without(line, days, DAY), words)
    return turned(text, days, words) or only(line, days, words, of_birth=True)


def tells_birth(line: str, today: date, words: Counting) -> bool:
    """Whether ``line``, which is bare, says of a day that it is one of birth, or a birthday."""
    days = find(line, today)
    text = in_figures(without(line, days, DAY), words)
    if turned(text, days, words):
        return True
    return any(born(line[: day.start], words) for day in days)


def turned(text: str, days: Sequence[Found], words: Counting) -> date | None:
    """The date of birth of who became so old on a day, :data:`DAY` in ``text``."""
    text = _COMMA.sub("", text)
    found = pattern(words.turned).search(text)
    if not found or not found.lastindex:
        return None
    on = days[text[: found.end()].count(DAY) - 1].day
    counts = pattern((*words.times, *words.hour, *words.day, *words.week, *words.report))
    if on is None or counts.match(text[found.end(found.lastindex) :].strip()):
        return None
    return birthday(on, -int(found[found.lastindex]))


def of_coming_birthday(  # noqa: PLR0913, PLR0917 - a text, and all it is read with
    text: str,
    parts: Sequence[Part],
    days: Sequence[Found],
    whole: Sequence[Found],
    today: date,
    words: Counting,
) -> date | None:
    """The date of birth that follows from a birthday that comes, or that was."""
    for part, another in with_another(parts):
        said = text[: part.end]
        doubts = {said[m.start : m.end] for m in part.marks if m.name == "doubted"}
        if another or part.asks or part.has("denied") or doubts.difference(words.turns):
            continue
        birth = turning(said, days, whole, today, words) or turned(said, days, words)
        if birth and birth <= today:
            return birth
    return None


def turning(
    text: str, days: Sequence[Found], whole: Sequence[Found], today: date, words: Counting
) -> date | None:
    """The date of birth of who becomes so old on a day that comes.

    ``days`` are those for which :data:`DAY` stands in ``text``; ``whole`` those with their year.
    """
    match = _shapes(words).turns.search(text)
    years = match and (match["age"] or match["years"])
    if not match or not years:
        return None
    if match["weekday"]:
        ahead = (WEEKDAYS.index(match["weekday"]) - today.weekday() - 1) % 7 + 1
        day = today + timedelta(days=ahead)
    else:
        found = days[text[: match.end()].count(DAY) - 1]
        if found.day is None:
            return None
        past = found.day < today and found.start not in {each.start for each in whole}
        day = birthday(found.day, 1) if past else found.day
    return birthday(day, -int(years)) if day >= today else None


def reports(text: str, days: Sequence[Found], words: Counting) -> int:
    """How many reports ``text`` says there were, where it is nothing but the list of their days.

    That is as many as there are days, of which those from one up to another are one illness, unless
    it names another number before or behind them; 0 where it is no such list. The last one may
    go on.
    """
    ended = _shapes(words).going.sub("", without(text, days, DAY))
    bare = in_figures(ended.replace(DAY, " ").strip(), words)
    found = _shapes(words).beside.fullmatch(bare) if len(days) > 1 else None
    return int(found["number"] or found["total"] or len(spans(text, days))) if found else 0


def going(text: str, days: Sequence[Found], words: Counting) -> date | None:
    """The last day of a list where it is said to be the first one of what still goes on."""
    found = _shapes(words).going.search(without(text, days, DAY))
    return days[-1].day if found else None


def listed(text: str, words: Counting) -> range:
    """Which days of ``text``, in which :data:`DAY` stands for each, are a list of reports."""
    for found in _shapes(words).listed.finditer(text):
        first, many = text[: found.start()].count(DAY), found[0].count(DAY)
        other = int(found["number"] or many) != many and not re.search(_UP_TO, found[0])
        if many > 1 and not other:
            return range(first, first + many)
    return range(0)

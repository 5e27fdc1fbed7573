"""The days of a letter: in their order, no more than the guide says, on days that can be."""

from datetime import date, timedelta

import pytest

from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answer, Answers
from routeboek_tui.core.letter import FieldType, Letter
from routeboek_tui.core.safety import NONE, SAFETY
from routeboek_tui.course.letter.drafting import Drafting
from routeboek_tui.text import dates
from tests.known import guide
from tests.letters.test_every_field import LETTERS, draft_of, filled
from tests.rows import each_row
from tests.walks_as_data import TODAY

PAIRS = [
    (letter, last, first)
    for letter in LETTERS
    for last in letter.fields
    for first in guide().fields[last].not_before
    if first in letter.fields
]
LONG_AGO, FAR = TODAY - timedelta(days=60), TODAY + timedelta(days=60)
MONDAY, KINGS_DAY = date(2026, 3, 16), date(2026, 4, 27)


def last_days() -> set[str]:
    return {
        name
        for name, field in guide().fields.items()
        if field.type is FieldType.DATE and field.label.startswith("Laatste dag")
    }


def test_every_last_day_comes_after_a_first_in_its_letter() -> None:
    paired = {(letter.id, last) for letter, last, _ in PAIRS}
    assert last_days()
    for letter in LETTERS:
        for last in last_days().intersection(letter.fields):
            assert (letter.id, last) in paired


@each_row("begin", [LONG_AGO, FAR], ids=["past", "ahead"])
@each_row(
    ("letter", "last", "first"),
    PAIRS,
    ids=[f"{each.id}-{last}-{first}" for each, last, first in PAIRS],
)
def test_an_end_before_its_begin_is_refused(
    letter: Letter, last: str, first: str, begin: date
) -> None:
    draft = draft_of(letter)
    filled(draft)
    draft.put(first, dates.short(begin))
    draft.put(last, dates.short(begin - timedelta(days=2)))
    refused = draft.refusal()
    assert refused
    assert refused.field in {first, last}
    assert not refused.confirm


def asked_of(letter: str, **typed: str) -> str:
    """What is asked about the letter, filled in right but for what is ``typed``."""
    draft = draft_of(guide().letters[letter])
    filled(draft)
    for name, value in typed.items():
        assert draft.put(name, value) == "", name
    refused = draft.refusal()
    assert refused is None or refused.confirm
    return refused.words if refused else ""


MOST = [(letter, last) for letter in LETTERS for last in letter.most]


@each_row(("letter", "last"), MOST, ids=[f"{each.id}-{last}" for each, last in MOST])
def test_more_than_the_guide_itself_says_is_asked_about(letter: Letter, last: str) -> None:
    most = guide().figures.value(letter.most[last], TODAY)
    if guide().fields[last].type is FieldType.COUNT:
        assert str(most) in asked_of(letter.id, **{last: str(most + 1)})
        assert not asked_of(letter.id, **{last: str(most)})
        return
    first = guide().fields[last].not_before[0]
    begin = MONDAY if not guide().fields[last].past else MONDAY - timedelta(weeks=20)
    calendar = guide().knowledge.calendars.of({"regio": "noord_kennemerland"})[0]
    on, over = (calendar.school_day_after(begin, most + more - 1) for more in (0, 1))
    assert not asked_of(letter.id, **{first: dates.short(begin), last: dates.short(on)})
    said = asked_of(letter.id, **{first: dates.short(begin), last: dates.short(over)})
    assert f"zijn {most + 1} schooldagen" in said
    assert f"hooguit {most}." in said


MEETINGS = [
    (letter, name)
    for letter in LETTERS
    for name in letter.fields
    if guide().fields[name].meeting and name in letter.ahead
]


@each_row(("letter", "name"), MEETINGS, ids=[f"{each.id}-{name}" for each, name in MEETINGS])
@each_row(("day", "asks"), [(MONDAY, False), (MONDAY - timedelta(days=2), True), (KINGS_DAY, True)])
def test_a_meeting_without_school_is_asked_about(
    letter: Letter, name: str, day: date, asks: bool
) -> None:
    assert ("Dan is er geen school" in asked_of(letter.id, **{name: dates.short(day)})) is asks


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("9 februari tot en met 8 maart 2026", ""),
        ("1 september 2025 tot en met 8 maart 2026", "langer dan 4 weken"),
        ("23 februari tot en met 18 maart 2026", "die nog komt: 18 maart 2026"),
        ("8-3-2026 t/m 9-2-2026", "ligt de laatste dag voor de eerste"),
    ],
)
def test_a_time_that_cannot_be_reported_on_is_asked_about(period: str, said: str) -> None:
    asked = asked_of("tekst-duo-melding-16-uur", verzuim_periode=period)
    assert said in asked
    assert bool(asked) is bool(said)


COMING = [(letter, name) for letter in LETTERS for name in letter.coming]


@pytest.mark.parametrize(
    ("letter", "name"), COMING, ids=[f"{each.id}-{name}" for each, name in COMING]
)
def test_what_is_to_come_and_is_past_is_asked_about(letter: Letter, name: str) -> None:
    before = {first: dates.short(LONG_AGO) for first in guide().fields[name].not_before}
    assert "al voorbij" in asked_of(letter.id, **before, **{name: dates.short(LONG_AGO)})


def test_what_differs_from_the_talk_is_asked_about() -> None:
    flow = guide().flows["noord_kennemerland"]
    answers = Answers(
        facts={SAFETY: NONE, "leerplicht_begonnen": "ja"},
        start="verlof_directeur",
        steps=(Answer("verlof_directeur", choices=("toegekend",)),),
    )
    talk = Conversation.at(guide(), flow, answers, TODAY)
    draft = Drafting(talk, guide().letters["besluit-verlof-directeur"], {})
    assert draft.value("besluit_verlof") == "Het verlof is toegekend."
    filled(draft)
    draft.put("besluit_verlof", "Het verlof is afgewezen.")
    refused = draft.refusal()
    assert refused
    assert refused.confirm
    assert "In het gesprek was het “Het verlof is toegekend.”" in refused.words

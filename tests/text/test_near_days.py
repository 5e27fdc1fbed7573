"""Days as they are said from today: which they are, and what is none."""

from datetime import date

from routeboek_tui.text.dates import find
from tests.rows import each_row

MONDAY = date(2026, 11, 30)


@each_row(
    ("text", "days"),
    [
        ("afgelopen vrijdag", ["27-11"]),
        ("vrijdag jl.", ["27-11"]),
        ("vrijdag j.l. was hij er niet", ["27-11"]),
        ("afgelopen donderdag en vrijdag", ["26-11", "27-11"]),
        ("afgelopen maandag", ["23-11"]),
        ("vorige week donderdag en vrijdag", ["26-11", "27-11"]),
        ("donderdag, vrijdag van vorige week", ["26-11", "27-11"]),
        ("deze week maandag", ["30-11"]),
        ("sinds vrijdag weer elke dag", ["27-11"]),
        ("sinds vrijdagmiddag ziek", ["27-11"]),
        ("drie dagen geleden ziek gemeld", ["27-11"]),
        ("12 dagen terug", ["18-11"]),
        ("sinds 5 oktober t/m heden", ["5-10", "30-11"]),
        ("gisteren en vandaag", ["29-11", "30-11"]),
        ("volgende week dinsdag", ["8-12"]),
        ("komende dinsdag", ["1-12"]),
        ("dinsdag a.s.", ["1-12"]),
        ("aanstaande maandag", ["7-12"]),
        ("overmorgen", ["2-12"]),
        ("Rick is donderdag geschorst", ["26-11"]),
        ("we hebben haar op vrijdag bij DUO gemeld", ["27-11"]),
        ("donderdag hebben we de ouders gesproken", ["26-11"]),
        ("vrijdag ouders gesproken, zij willen niet", ["27-11"]),
        ("dinsdag en donderdag is hij afgemeld", ["24-11", "26-11"]),
    ],
)
def test_a_day_said_from_today_is_that_day(text: str, days: list[str]) -> None:
    assert [f"{f.day.day}-{f.day.month}" for f in find(text, MONDAY) if f.day] == days
    assert find(text, None) == ()


@each_row(
    "text",
    [
        "sinds maandag ziek",
        "elke maandag ziek",
        "maandag 3 uur en dinsdag 2 uur",
        "afgelopen vrijdag 27 keer",
        "vanaf vrijdag",
        "over twee weken",
        "twee weken geleden",
        "een heden zonder verleden",
        "40 dagen geleden",
        "volgende week",
        "maandag gesprek gehad",
        "hij wordt donderdag geschorst",
        "het gesprek staat donderdag gepland",
        "is elke donderdag ziek gemeld",
        "al vier keer op een vrijdag ziek gemeld",
        "de ouders zijn donderdag uitgenodigd",
        "hij is per vrijdag ingeschreven",
        "donderdag bespreken wij het",
    ],
)
def test_what_can_be_another_day_is_none(text: str) -> None:
    assert find(text, MONDAY) == ()


@each_row(
    ("text", "days"),
    [
        ("ma 5/di 6/wo 7 oktober", ["5-10", "6-10", "7-10"]),
        ("5/6/7 oktober", ["5-10", "6-10", "7-10"]),
        ("28 en 29 september, 5 oktober en 9, 10 november",
         ["28-9", "29-9", "5-10", "9-11", "10-11"]),
        ("5, 6, 7 okt; 2, 3 nov 2026", ["5-10", "6-10", "7-10", "2-11", "3-11"]),
        ("5 tm 9 okt", ["5-10", "9-10"]),
        ("een jongen, 15, 16 november ziek", ["16-11"]),
    ],
)  # fmt: skip
def test_a_row_shares_its_month_however_it_is_parted(text: str, days: list[str]) -> None:
    assert [f"{f.day.day}-{f.day.month}" for f in find(text, MONDAY) if f.day] == days


@each_row(
    ("text", "days"),
    [
        ("26-11, 27-11 en vandaag 30-11", ["26-11", "27-11", "30-11"]),
        ("26, 27 en 30 november (vandaag)", ["26-11", "27-11", "30-11"]),
        ("vandaag (30-11) ziek", ["30-11"]),
        ("vandaag, 30 november 2026", ["30-11"]),
        ("vandaag maandag 30 november", ["30-11"]),
        ("gisteren 29 november en vandaag", ["29-11", "30-11"]),
        ("vandaag en 27-11", ["30-11", "27-11"]),
    ],
)
def test_a_day_said_from_today_beside_its_date_is_one_day(text: str, days: list[str]) -> None:
    today = date(2026, 11, 30)
    assert [f"{f.day.day}-{f.day.month}" for f in find(text, today) if f.day] == days

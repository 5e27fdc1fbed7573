"""A year that is named chooses the holiday that begins in it, in whatever school year that is."""

from datetime import date

from routeboek_tui.conversation.enquiry.enquiry import Enquiry
from routeboek_tui.conversation.enquiry.reply import reply
from routeboek_tui.conversation.reader import Reader
from routeboek_tui.search.compiled import index
from tests.known import guide
from tests.rows import each_row

PO = {"regio": "haaglanden", "gemeente": "den_haag", "sector": "po"}


@each_row(
    ("question", "first"),
    [
        ("kerstvakantie 2026 data", "19-12-2026"),
        ("wanneer is de kerstvakantie van 2025", "20-12-2025"),
        ("kerstvakantie 2027", "-12-2027"),
        ("herfstvakantie 2026", "-10-2026"),
        ("wanneer is de voorjaarsvakantie in 2027", "-2-2027"),
        ("zomervakantie 2026 wanneer", "-7-2026"),
        ("meivakantie 2028", "-2028"),
        # Without a year it is the next one, also by its short name.
        ("wanneer is de kerstvak", "19-12-2026"),
        ("wanneer is de meivakantie", "-2027"),
        ("wanneer begint de zomervak", "-2027"),
    ],
)
def test_the_holiday_of_a_year_begins_in_that_year(question: str, first: str) -> None:
    found = reply(Enquiry(Reader(guide(), date(2026, 9, 7), PO), index(guide()), question))
    line = next(line for line in found.told[0].short if line.startswith("Schooljaar"))
    assert found.told[0].place == "boek:schoolvakanties"
    assert question.partition("vakantie")[0].split()[-1] in line
    assert first in line


def test_what_is_over_is_not_told_unless_its_year_is_named() -> None:
    def told(question: str) -> str:
        reader = Reader(guide(), date(2026, 12, 1), PO)
        return str(reply(Enquiry(reader, index(guide()), question)).told[0].blocks)

    asked = told("wanneer begint de kerstvakantie")
    assert "19-12-2026" in asked
    assert "20-12-2025" not in asked
    assert "Schooljaar 2025-2026" not in asked
    assert "10-10-2026" not in asked
    assert "20-12-2025" in told("wanneer was de kerstvakantie van 2025")

"""A bare number beside those that were given just before is the one that is still needed."""

from routeboek_tui.conversation.hearing.lacked import or_lacked
from routeboek_tui.conversation.hearing.move import read
from tests.conversation.hearing.test_answered import asking, meant
from tests.rows import each_row

HALF_DAYS = "ziekte_drempel_nk"


@each_row(
    ("given", "typed", "expected"),
    [
        ("achtereen meldingen", "20", "dagdelen=20"),
        ("achtereen meldingen", "Twintig, deze meegeteld", "dagdelen=20"),
        ("dagdelen meldingen", "Zes: vier vorige week, een op maandag, een vandaag", "achtereen=6"),
        ("achtereen dagdelen", "Drie", "meldingen=3"),
        ("dagdelen meldingen", "Zes: vier vorige week, een vandaag", "?"),
        ("achtereen meldingen", "Twintig, denk ik", "?"),
        ("achtereen", "Twintig", "?"),
        ("", "Twintig", "?"),
    ],
)
def test_the_one_number_that_is_needed_may_be_bare(given: str, typed: str, expected: str) -> None:
    talk, known = asking(HALF_DAYS, "po"), dict.fromkeys(given.split(), "2")
    assert meant(or_lacked(talk, typed, read(talk, typed), known)) == expected

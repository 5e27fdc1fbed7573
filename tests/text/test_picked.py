"""Numbers that are picked in one line."""

from routeboek_tui.text.picked import numbers
from tests.rows import each_row


@each_row(
    ("text", "found"),
    [
        ("2", (2,)),
        ("1 3 4", (1, 3, 4)),
        ("1,3, 4", (1, 3, 4)),
        ("1 en 3", (1, 3)),
        ("2-4", (2, 3, 4)),
        ("2 - 4", (2, 3, 4)),
        ("2 t/m 4", (2, 3, 4)),
        ("1 3-5 8", (1, 3, 4, 5, 8)),
        ("1 1", (1,)),
        ("5-3", ()),
        ("", ()),
        ("en", ()),
        ("1 maand", ()),
        ("100", ()),
        ("3-1-2027", ()),
        ("1.", ()),
        ("²", ()),
    ],
)
def test_the_numbers_of_a_line(text: str, found: tuple[int, ...]) -> None:
    assert numbers(text) == found

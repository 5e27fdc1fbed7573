"""Numbers as they are said in Dutch."""

from routeboek_tui.text.numerals import rank, word
from tests.rows import each_row


@each_row(
    ("number", "said", "ranked"),
    [
        (1, "een", "eerste"),
        (2, "twee", "tweede"),
        (3, "drie", "derde"),
        (4, "vier", "vierde"),
        (7, "zeven", "zevende"),
        (8, "acht", "achtste"),
        (12, "twaalf", "twaalfde"),
        (16, "zestien", "zestiende"),
        (19, "negentien", "negentiende"),
        (20, "twintig", "twintigste"),
        (21, "eenentwintig", "eenentwintigste"),
        (22, "tweeëntwintig", "tweeëntwintigste"),
        (33, "drieëndertig", "drieëndertigste"),
        (36, "zesendertig", "zesendertigste"),
        (80, "tachtig", "tachtigste"),
        (100, "honderd", "honderdste"),
        (101, "honderdeen", "honderdeerste"),
        (112, "honderdtwaalf", "honderdtwaalfde"),
        (208, "tweehonderdacht", "tweehonderdachtste"),
        (1000, "duizend", "duizendste"),
        (7919, "zevenduizend negenhonderdnegentien", "zevenduizend negenhonderdnegentiende"),
    ],
)
def test_word_and_rank(number: int, said: str, ranked: str) -> None:
    assert (word(number), rank(number)) == (said, ranked)


def test_no_two_numbers_are_said_alike() -> None:
    numbers = range(10_000)
    assert len({word(number) for number in numbers}) == len(numbers)
    assert len({rank(number) for number in numbers}) == len(numbers)


def test_nought() -> None:
    assert word(0) == "nul"

"""Who is to know which pupil a letter is about reads so; who may not know, does not."""

from routeboek_tui.core.letter import BIRTH_DATE, NAME, PARENTS, Letter
from routeboek_tui.library.content import Library
from tests.known import guide
from tests.rows import each_row

GROUP = "groep"
OFFICES = {"leerplicht", "swv"}
"""Who looks a pupil up among many of one name."""

LETTERS = tuple(guide().letters.values())
NAMED = [letter for letter in LETTERS if NAME in letter.fields and OFFICES & {*letter.recipients}]
NAMELESS = [letter for letter in LETTERS if NAME not in letter.fields]


@each_row("letter", NAMED, ids=lambda letter: letter.id)
def test_an_office_that_reads_the_name_reads_the_date_of_birth(letter: Letter) -> None:
    assert BIRTH_DATE in letter.fields


@each_row("letter", NAMELESS, ids=lambda letter: letter.id)
def test_without_a_name_there_is_no_class_either(letter: Letter) -> None:
    assert GROUP not in letter.fields
    assert BIRTH_DATE not in letter.fields


def test_a_class_is_in_letters_of_the_school_to_offices_alone(library: Library) -> None:
    told = [letter for letter in LETTERS if GROUP in letter.fields]
    assert told
    for letter in told:
        assert letter.sender in {"school", "schoolbestuur"}, letter.id
        assert PARENTS not in letter.recipients, letter.id
        assert all(
            library.fields[GROUP].kind in library.recipients[each].may for each in letter.readers
        )

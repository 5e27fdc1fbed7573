"""A letter that is filled in: what it lacks, what is wrong in it, and when it may go out."""

from datetime import date
from pathlib import Path

import pytest

from routeboek_tui.course.course import Course
from routeboek_tui.course.letter.drafting import Drafting, ExportError, FileExists
from tests.course.talks import talk
from tests.known import guide
from tests.walks_as_data import SAFE

LETTER = "brief-te-laat"


def _draft() -> Drafting:
    course = talk("noord_kennemerland", ["2", "12 keer"], **SAFE)
    return course.draft(LETTER)


def test_what_must_be_there_comes_first() -> None:
    draft = _draft()
    assert not draft.locked
    assert draft.fields[0].name == "keren_te_laat"
    assert {field.name for field in draft.fields} == set(draft.letter.fields)


def test_it_goes_out_once_what_must_be_there_is_right(tmp_path: Path) -> None:
    draft, file = _draft(), tmp_path / "brief.txt"
    draft.put("keren_te_laat", "")
    refused = draft.refusal()
    assert refused
    assert (refused.field, refused.words[:12]) == ("keren_te_laat", "Vul dit eers")
    with pytest.raises(ExportError):
        draft.save(file)
    assert draft.put("keren_te_laat", "veel")
    assert draft.faults == ("keren_te_laat",)
    refused = draft.refusal()
    assert refused
    assert refused.words.startswith("Kijk dit eerst na")
    assert draft.put("keren_te_laat", "12") == ""
    assert draft.refusal() is None
    assert draft.save(file).startswith("Bewaard")
    with pytest.raises(FileExists):
        draft.save(file)
    draft.save(file, overwrite=True)
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["brief.txt"]


def test_what_the_walk_knows_stands_in_it_until_something_else_is_typed() -> None:
    draft = _draft()
    assert (draft.value("keren_te_laat"), draft.from_walk("keren_te_laat")) == ("12", True)
    assert draft.refusal() is None
    assert "12 keer" in str(draft.composed().document)
    assert not draft.values
    draft.put("keren_te_laat", "13")
    assert (draft.value("keren_te_laat"), draft.from_walk("keren_te_laat")) == ("13", False)
    draft.put("keren_te_laat", "")
    assert draft.value("keren_te_laat") == ""


def test_it_takes_the_date_of_birth_from_the_walk() -> None:
    talked = talk("noord_kennemerland", **SAFE).talk
    born = talked.having(talked.answers.with_birth_date(date(2012, 2, 3)))
    letters = talked.library.letters.values()
    letter = next(each for each in letters if "geboortedatum" in each.fields)
    assert Drafting(talked, letter, {}).value("geboortedatum") == ""
    assert Drafting(born, letter, {}).value("geboortedatum") == "3-2-2012"


def test_what_must_be_confirmed_is() -> None:
    course = talk("noord_kennemerland", ["2", "12 keer"], **SAFE)
    letters = course.talk.library.letters.values()
    letter = next(letter for letter in letters if letter.confirm)
    draft = course.draft(letter.id)
    assert not draft.confirmed
    assert _draft().confirmed


def test_a_letter_without_ground_says_why_and_is_not_saved(tmp_path: Path) -> None:
    course = talk()
    draft = course.draft(LETTER)
    refused = draft.refusal()
    assert refused
    assert refused.words == draft.locked
    with pytest.raises(ExportError):
        draft.save(tmp_path / "brief.txt")


def test_letters_of_a_talk_share_what_was_typed() -> None:
    course = talk("noord_kennemerland", ["2", "12 keer"], **SAFE)
    first, other = course.draft(LETTER), course.draft("mededeling-verzuimmelding")
    first.put("leerling_voornaam", "Jip")
    assert other.values["leerling_voornaam"] == "Jip"
    course.do("restart")
    course.hear("ja")
    assert not course.draft(LETTER).values


def test_danger_in_a_letter_is_named_but_not_while_others_watch() -> None:
    course = talk("noord_kennemerland", ["2", "12 keer"], **SAFE)
    draft = course.draft(LETTER)
    draft.put(draft.letter.fields[-1], "hij wordt thuis geslagen")
    assert draft.danger
    course.do("quiet")
    assert course.draft(LETTER).danger == ""


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("aanstaande donderdag", "3 december 2026"),
        ("volgende week dinsdag", "8 december 2026"),
        ("over twee weken", "14 december 2026"),
        ("morgen", "1 december 2026"),
    ],
)
def test_a_day_that_is_said_from_today_is_written_as_a_date(typed: str, written: str) -> None:
    course = Course.begin(guide(), date(2026, 11, 30), {"gemeente": "den_haag", "sector": "vo"})
    course.tell("sinds 9 november ziek, 14 jaar")
    course.pick("1")
    course.pick("3")
    draft = course.draft("uitnodiging-gesprek-school")
    assert draft.put("schoolgesprek_datum", typed) == ""
    assert draft.value("schoolgesprek_datum") == written

"""What is kept of who practises: asked under which name, told when it cannot be, lost never."""

import json
from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from routeboek_tui.course.practice.training import Training
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.practice import practise
from tests.practising import Practice, kit, text
from tests.tui.stage import HOSTILE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the progress of this test stands."""
    made = tmp_path / "oefenen"
    made.mkdir()
    return made


def drilled(place: Training, times: int = 1) -> None:
    for _ in range(times):
        place.hear("1")
        place.hear("")


def test_a_name_is_asked_and_who_sees_what_is_said_first(practice: Practice) -> None:
    place = practice(first="voortgang")
    assert "Je mentor ziet alleen de bladzijde die je zelf bewaart" in text(place.sheet)
    assert place.sheet.free
    for wrong in ("Jan Jansen", "../weg", "x"):
        assert place.hear(wrong).said[0].startswith("Een schuilnaam heeft")
    place.hear("Linde-7")
    assert place.sheet.title == "Voortgang van linde-7"
    place.hear("")
    assert "Je oefent als linde-7." in text(place.sheet)


def test_what_was_done_before_a_name_was_chosen_comes_along(practice: Practice) -> None:
    place = practice(first="vragen")
    drilled(place, 3)
    for line in ("terug", "3", "linde-7"):
        place.hear(line)
    assert "Korte vragen beantwoord: 3" in text(place.sheet)
    again = practice(name="linde-7", first="voortgang")
    assert "Korte vragen beantwoord: 3" in text(again.sheet)


def test_names_that_are_there_can_be_chosen(practice: Practice) -> None:
    for name in ("linde-7", "els-2"):
        drilled(practice(name=name, first="vragen"))
    place = practice(first="voortgang")
    assert [o.label for o in place.sheet.options] == ["els-2", "linde-7", "Zonder voortgang"]
    place.hear("1")
    assert place.sheet.title == "Voortgang van els-2"


def test_two_places_at_once_lose_nothing(practice: Practice) -> None:
    one, other = (practice(name="linde-7", first="vragen") for _ in range(2))
    for _ in range(5):
        drilled(one)
        drilled(other)
    found = practice(name="linde-7", first="voortgang")
    assert "Korte vragen beantwoord: 10" in text(found.sheet)


def test_a_damaged_file_is_told_at_once_and_kept(practice: Practice, folder: Path) -> None:
    (folder / "linde-7.json").write_bytes(b"{stuk")
    place = practice(name="linde-7")
    assert "opzijgezet als linde-7.stuk-1" in text(place.sheet)
    assert (folder / "linde-7.stuk-1").read_bytes() == b"{stuk"
    place.hear("2")
    assert "opzijgezet" not in text(place.sheet)


def test_a_file_of_a_newer_version_is_told_and_practising_goes_on(
    practice: Practice, folder: Path
) -> None:
    newer = json.dumps({"version": 99, "played": "anders"}).encode()
    (folder / "linde-7.json").write_bytes(newer)
    place = practice(name="linde-7", first="vragen")
    assert "met een nieuwere versie" in text(place.sheet)
    drilled(place, 2)
    assert (folder / "linde-7.json").read_bytes() == newer


def test_a_file_that_is_damaged_while_one_practises_is_told(
    practice: Practice, folder: Path
) -> None:
    place = practice(name="linde-7", first="vragen")
    drilled(place)
    (folder / "linde-7.json").write_bytes(b"")
    assert any("opzijgezet" in each for each in place.hear("1").said)
    assert json.loads((folder / "linde-7.json").read_bytes())["version"] == 1


def test_removing_is_asked_once_more(practice: Practice, folder: Path) -> None:
    drilled(practice(name="linde-7", first="vragen"))
    place = practice(name="linde-7", first="voortgang")
    place.hear("2")
    assert place.sheet.question == "Alles van linde-7 wissen? Dit kan niet terug."
    place.hear("")
    assert (folder / "linde-7.json").exists()
    place.hear("2")
    assert place.hear("2").said == ("Gewist: alles van linde-7.",)
    assert not (folder / "linde-7.json").exists()


def test_the_page_for_a_mentor_is_saved_where_one_says(practice: Practice, tmp_path: Path) -> None:
    drilled(practice(name="linde-7", first="vragen"), 2)
    place = practice(name="linde-7", first="voortgang")
    file = tmp_path / "voortgang.txt"
    assert place.hear(f"bewaar {file}").said[0].startswith("Bewaard: ")
    said = file.read_text(encoding="utf-8")
    assert "linde-7" in said
    assert "geen beoordeling" in said
    assert "Er is al een bestand" in place.hear(f"bewaar {file}").said[0]


def test_a_hostile_story_is_text_in_lines(practice: Practice) -> None:
    story = "\n".join(HOSTILE)
    exercise = replace(kit().exercises["vijfde-griepje"], story=story, title=HOSTILE[3])
    out = StringIO()
    practise(Lines.between(StringIO("\n1\n\n"), out), practice(first=exercise))
    assert "\x1b" not in out.getvalue()
    assert "\u202e" not in out.getvalue()
    assert "{{ 7*7 }}" in out.getvalue()

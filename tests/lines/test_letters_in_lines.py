"""A letter is filled in, refused, saved and left in the line face."""

import io
from pathlib import Path

import pytest

from routeboek_tui.core.letter import FieldType
from routeboek_tui.course.course import Course
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.session import Session
from tests.known import guide
from tests.lines.sessions import fresh_talk, session_of
from tests.walks_as_data import walked, walks


def test_a_letter_is_filled_in_and_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    talk = fresh_talk(sector="po", gemeente="den_haag", leeftijd="vanaf_12").answered(("ja",))
    path = tmp_path / "brief.txt"
    typed = ["brief uitnodiging-gesprek-school", "De [/b] {{ 7*7 }} School", "klaar",
             f"bewaar {tmp_path}/weg/brief.txt", f"bewaar {path}", f"bewaar {path}", "nee",
             "bewaar", "", "brief uitnodiging-gesprek-schol"]  # fmt: skip
    _, said = session_of(typed, talk)
    assert "[/b] {{ 7*7 }}" in path.read_text(encoding="utf-8")
    assert f"De map '{tmp_path / 'weg'}' bestaat niet" in said
    assert (tmp_path / "uitnodiging-gesprek-school.docx").exists()
    assert "Er is al een bestand" in said
    assert "In deze brief: " in said
    assert 'Er is geen brief "uitnodiging-gesprek-schol". Bedoel je' in said


def test_a_day_that_cannot_be_right_is_asked_again(tmp_path: Path) -> None:
    talk = fresh_talk(sector="po", gemeente="den_haag", leeftijd="vanaf_12").answered(("ja",))
    fields = talk.library.letters["uitnodiging-gesprek-school"].fields
    dates = [n for n in fields if talk.library.fields[n].type is FieldType.DATE]
    path = tmp_path / "brief.txt"
    typed = ["brief uitnodiging-gesprek-school", *[""] * 20, "vul"]
    _, said = session_of(typed, talk)
    place = said.index(talk.library.fields[dates[0]].label)
    before = said[:place].count("Veld ")
    typed = ["brief uitnodiging-gesprek-school", *[""] * (before - 1), "31-02-2026", "4-3-2027",
             "klaar", f"bewaar {path}"]  # fmt: skip
    _, said = session_of(typed, talk)
    assert "Deze datum bestaat niet" in said
    assert "4 maart 2027" in path.read_text(encoding="utf-8")


def test_a_field_can_be_changed_and_pasted_lines_are_items_of_a_list() -> None:
    talk = fresh_talk(sector="po", gemeente="den_haag", leeftijd="onder_12").answered(("ja",))
    typed = ["brief uitnodiging-gesprek-school", "De School", *[""] * 4, "een", "", "twee", "", "",
             "klaar", "wijzig 1", "Ons Huis", "wijzig 2", "", "wijzig 9", "toon"]  # fmt: skip
    session, said = session_of(typed, talk)
    letter = said[said.rindex("Er verandert niets.") :]
    assert "Ons Huis" in letter
    assert "De School" not in letter
    assert "- een\n- twee" in letter
    assert session.course.talk.answers == talk.answers


def test_a_letter_without_ground_is_refused() -> None:
    _, said = session_of(["brief waarschuwingsbrief"], fresh_talk(sector="po", gemeente="den_haag"))
    assert "Waarschuwingsbrief. " in said
    assert "Brief hierbij: Waarschuwingsbrief" not in said


def test_stopping_after_a_filled_letter_asks_first() -> None:
    talk = fresh_talk(sector="po", gemeente="den_haag", leeftijd="vanaf_12").answered(("ja",))
    letter = ["brief uitnodiging-gesprek-school", "De School", "klaar"]
    for typed in ([*letter, "stop"], [*letter, "terug", "stop"]):
        session, said = session_of([*typed, "nee", "feiten"], talk)
        assert "Stoppen?" in said
        assert "- Gemeente: Den Haag" in said
        _, said = session_of([*typed, "ja", "feiten"], talk)
        assert "De invoer is afgelopen." not in said
    session, _ = session_of([*letter, "terug", "opnieuw", "ja"], talk)
    assert not session.course.values


def test_a_letter_that_asks_for_a_yes_is_saved_after_it(tmp_path: Path) -> None:
    letter = guide().letters["aanmelding-jeugdbeschermingstafel"]
    talk = next(t for w in walks() if letter in (t := walked(guide(), w)).letters)
    path = tmp_path / "brief.txt"
    values = {name: guide().fields[name].example for name in letter.required}
    for answer in ("nee", "ja"):
        assert not path.exists()
        source = io.StringIO(f"brief {letter.id}\nklaar\nbewaar {path}\n{answer}\n")
        target = io.StringIO()
        course = Course(talk)
        course.values.update(values)
        Session(Lines(source, target), course).run()
        assert "Bevestig dit eerst." in target.getvalue()
        assert ("Niet bewaard." in target.getvalue()) is (answer == "nee")
    assert path.exists()


def test_what_a_letter_lacks_is_said_before_it_is_read() -> None:
    talk = fresh_talk(sector="po", gemeente="den_haag", leeftijd="vanaf_12").answered(("ja",))
    _, said = session_of(["brief uitnodiging-gesprek-school", "klaar"], talk)
    said = said[said.index("> klaar") :]
    lacks = said.index("- School of organisatie die de brief stuurt")
    assert said.index("In deze brief: ") < lacks < said.index("Onderwerp: ")


SENTENCES_AT_A_LETTER = [
    f"{word} {rest}"
    for word, rests in {
        "bewaar": ["ik de gegevens?", "jij het dossier of de school", "ik deze brief van ouders"],
        "opslaan": ["van de brief lukt niet", "mag dat van ouders?", "doet de school zelf"],
        "vul": ["ik de naam van de leerling in?", "jij dit in of leerplicht", "dit samen in"],
        "wijzig": ["ik de datum van het gesprek?", "jij dit nog voor mij", "de aanhef voor vader"],
        "verander": ["ik de naam van de school?", "dit nog even", "de datum in morgen"],
        "toon": ["van de brief is te streng", "ik dit aan de ouders?", "begrip voor moeder"],
        "stop": ["met verzuim lukt niet", "ik de brief in de bus?", "met deze brief doe ik niet"],
        "terug": ["naar school gaat goed", "van vakantie zijn ze", "naar ouders met deze brief?"],
        "klaar": ["met school is hij nog niet", "is de brief nu?", "voor de brief naar ouders"],
        "hulp": ["wordt geweigerd door ouders", "is er nog niet", "vragen we aan het wijkteam"],
    }.items()
    for rest in rests
]  # fmt: skip


@pytest.mark.parametrize("line", SENTENCES_AT_A_LETTER)
def test_a_sentence_at_a_letter_is_no_command(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    talk = fresh_talk(sector="po", gemeente="den_haag", leeftijd="vanaf_12").answered(("ja",))
    values = ["brief uitnodiging-gesprek-school", "De School", "klaar"]
    session, said = session_of([*values, line, "wijzig 1", "Ons Huis", "toon"], talk)
    assert not list(tmp_path.iterdir())
    assert "Ons Huis" in said[said.rindex("Veranderd") :]
    assert session.course.talk.answers == talk.answers


@pytest.mark.parametrize("word", [w for w, n in guide().language.commands.items() if n == "stop"])
def test_stopping_is_heard_where_a_letter_asks_something_else(word: str, tmp_path: Path) -> None:
    talk = fresh_talk(sector="po", gemeente="den_haag", leeftijd="vanaf_12").answered(("ja",))
    path = tmp_path / "brief.txt"
    path.touch()
    letter = ["brief uitnodiging-gesprek-school", "De School", "klaar"]
    for asking in ([f"bewaar {path}"], ["wijzig"], []):
        _, said = session_of([*letter, *asking, word, "ja", "feiten"], talk)
        assert "Stoppen?" in said
        assert "- Gemeente: Den Haag" not in said
        assert not path.read_bytes()

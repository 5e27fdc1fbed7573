"""A mentor makes a case by answering: the file is right, or says what is not."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.practice.proof import prove_one
from routeboek_tui.course.practice.making import checked
from routeboek_tui.course.practice.training import Training
from routeboek_tui.library.content import Library
from routeboek_tui.library.exercises import read_exercise
from tests.practising import Practice, whole

ANSWERS = (
    "Zes keer ziek in groep 5",
    "Zes is meer dan de drempel.",
    "m",
    "n",
    "School",
    "Ziekteverzuim",
    "Haaglanden",
    "PO",
    "Den Haag",
    "jonger",
    "",
    "Een meisje in groep 5 is zes keer ziek geweest.",
    "Haar juf belt: “[b]wat nu?[/b]” {overleg} # geen & *anker",
    "",
    "Hoe vaak was zij ziek?",
    "School",
    "Zes keer.",
    "Wat zegt de dokter?",
    "Behandelaar",
    "! Zonder toestemming niets.",
    "Hoe gaat het thuis?",
    "Ouders",
    "? Dat is niet gevraagd.",
    "",
    "6 meldingen",
    "2",
    "Elke keer is kort, maar het aantal telt.",
    "Leerplicht bellen",
    "Leerplicht hoort hier nog niets.",
    "0",
)


@pytest.fixture
def making(practice: Practice, tmp_path: Path) -> Training:
    return practice(first="nieuw", file=str(tmp_path / "zes.yaml"))


def answered(place: Training, *lines: str) -> tuple[str, ...]:
    said: tuple[str, ...] = ()
    for line in lines:
        said = place.hear(line).said
    return said


def test_what_was_answered_is_a_case_that_is_right(
    making: Training, library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "zes.yaml"
    said = answered(making, *ANSWERS, "")
    assert said[0].startswith("Bewaard.")
    assert list(checked(library, file)) == []
    found = read_exercise(file, file.name, library, [])
    assert found is not None
    assert found.title == ANSWERS[0]
    assert found.story.endswith("“[b]wat nu?[/b]” {overleg} # geen & *anker")
    assert [(k.answer, k.withheld, k.unknown) for k in found.ask] == [
        ("Zes keer.", "", ""),
        ("", "Zonder toestemming niets.", ""),
        ("", "", "Dat is niet gevraagd."),
    ]
    assert dict(found.way[0].given) == {"meldingen": "6"}
    assert found.ends == "evaluatie_schoolplan"
    assert [(t.choice, t.thought) for t in found.traps] == [("nee", ""), ("", "Leerplicht bellen")]
    assert making.sheet.title == "Oefenen"


def test_a_route_of_one_region_asks_only_what_can_be_there(making: Training) -> None:
    answered(making, *ANSWERS[:5], "Noord-Kennemerland")
    asked = []
    for _ in range(2):
        asked.append([option.choice for option in making.sheet.options])
        answered(making, "1")
    assert asked == [["noord_kennemerland"], ["po"]]
    assert "den_haag" not in [option.choice for option in making.sheet.options]


@pytest.mark.parametrize("fact", [{"sector": "vo"}, {"gemeente": "den_haag"}])
def test_a_fact_that_cannot_be_on_the_route_is_refused(
    library: Library, fact: dict[str, str]
) -> None:
    case = whole().exercises["middagen-op-ziek"]
    assert list(prove_one(library, case)) == []
    facts = {"sector": "po", "leeftijd": "onder_12", **fact}
    wrong = [str(each) for each in prove_one(library, replace(case, facts=facts))]
    assert any("geldt niet bij" in each for each in wrong)


def test_it_can_be_played_at_once(
    making: Training, library: Library, practice: Practice, tmp_path: Path
) -> None:
    answered(making, *ANSWERS, "")
    found = read_exercise(tmp_path / "zes.yaml", "zes.yaml", library, [])
    assert found is not None
    place = practice(first=found)
    place.hear("")
    place.hear("6 meldingen")
    assert any(line.text == "Goed." for line in place.sheet.lines)


def test_a_file_that_is_there_is_not_replaced(making: Training, tmp_path: Path) -> None:
    (tmp_path / "zes.yaml").write_text("van mij", encoding="utf-8")
    said = answered(making, *ANSWERS, "")
    assert "Er is al een bestand" in said[0]
    assert (tmp_path / "zes.yaml").read_text(encoding="utf-8") == "van mij"
    said = answered(making, str(tmp_path / "anders.yaml"))
    assert said[0].startswith("Bewaard.")


def test_what_cannot_be_is_asked_again(making: Training) -> None:
    for asked, wrong in (
        ("Hoe heet de zaak?", "een titel van veel meer dan acht woorden is te lang"),
        ("Hoe heet de zaak?", ""),
    ):
        assert answered(making, wrong)[0].startswith(asked)
    answered(making, *ANSWERS[:2])
    assert answered(making, "Jansen") == (
        "Typ één letter. Wie schreef, kijkt de zaak niet zelf na.",
    )
    answered(making, "m")
    assert answered(making, "m") == ("Typ één letter. Wie schreef, kijkt de zaak niet zelf na.",)
    answered(making, *ANSWERS[3:-6])
    asked = making.sheet.question
    assert asked.startswith("Is de drempel")
    for wrong in ("zz", "1 2", "", "meldingen"):
        assert answered(making, wrong)
        assert making.sheet.question == asked


def test_halfway_one_can_go_back_and_nothing_is_written(making: Training, tmp_path: Path) -> None:
    for leave in ("terug", "stop"):
        assert "gaat dan weg" in answered(making, *ANSWERS[:10], leave)[0]
        assert making.sheet.title == "Zelf een zaak maken"
        making.hear("")
    answered(making, "terug", "terug")
    assert making.sheet.title == "Oefenen"
    assert list(tmp_path.glob("*.yaml")) == []

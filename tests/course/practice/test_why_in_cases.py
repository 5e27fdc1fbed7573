"""Why a choice in a case is right or wrong: what the case tells, and nothing of its end."""

from msgspec.structs import replace

from routeboek_tui.conversation.practice.proof import prove_one
from routeboek_tui.conversation.practice.sheet import Tone
from routeboek_tui.course.practice.training import Training
from routeboek_tui.library.content import Library
from tests.practising import Practice, begun, kit, played, text, whole


def test_what_a_choice_was_settled_by_is_said_and_what_the_case_teaches_only_at_its_end(
    practice: Practice,
) -> None:
    for case in ("vier-keer-ziek-wel-zorgen", "vijfde-griepje"):
        told = [each for each in kit().exercises[case].ask if each.at == "drempel" and each.answer]
        for choice in ("1", "2") if case.startswith("vier-") else ("1",):
            said = text(played(begun(practice, case), choice))
            assert kit().exercises[case].teaches not in said
            lines = [f"In deze zaak: {each.question} {each.answer}" for each in told]
            assert lines
            assert [each for each in lines if each not in said] == []


def test_a_wrong_choice_without_a_reason_of_its_own_says_the_fact_and_where_it_led(
    practice: Practice,
) -> None:
    said = text(played(begun(practice, "precies-zestien-uur"), "1", "", "1"))
    assert "Niet goed. Hier hoort iets anders." in said
    assert "In deze zaak: Is hij vier weken achter elkaar niet geweest? Nee" in said
    assert "Met jouw keuze kwam je hier: " in said
    assert "Waarom dit gevraagd wordt" not in said


def test_what_happened_since_is_told_where_a_question_comes_again(practice: Practice) -> None:
    place: Training = practice(first=whole().exercises["wie-betaalt-de-begeleider"])
    played(place, "", "c")
    first = text(place.sheet)
    assert "Leerplicht moet nog met zijn teammanager praten" in first
    while not place.sheet.question.startswith("Keuze 4"):
        place.hear("" if place.sheet.default else "1")
    said = text(place.sheet)
    assert "Intussen: Een week later. Leerplicht sprak zijn teammanager" in said
    assert "Leerplicht moet nog met zijn teammanager praten" not in said
    assert "Vroeg iedereen raad" not in "".join(o.label for o in place.sheet.options)


def test_a_question_that_comes_again_without_a_word_on_what_happened_is_told(
    library: Library,
) -> None:
    exercise = whole().exercises["wie-betaalt-de-begeleider"]
    assert list(prove_one(library, exercise)) == []
    silent = tuple(replace(said, meanwhile="") for said in exercise.way)
    (problem,) = prove_one(library, replace(exercise, way=silent))
    assert "wat er intussen gebeurde" in str(problem)


def test_where_the_story_allows_more_each_is_right_and_it_is_said_why(practice: Practice) -> None:
    place: Training = practice(first=whole().exercises["wie-betaalt-de-begeleider"])
    played(place, "")
    both = next(o for o in place.sheet.options if o.label.startswith("De partners zitten"))
    sheet = played(place, both.key)
    assert kit().words.allowed in text(sheet)
    assert any(line.tone is Tone.RIGHT for line in sheet.lines)


def test_another_way_does_not_ask_what_its_own_choice_excludes(practice: Practice) -> None:
    place: Training = practice(first=whole().exercises["wie-betaalt-de-begeleider"])
    played(place, "", "9", "")
    gone = next(o for o in place.sheet.options if "en niet door ziekte" in o.label)
    assert "ziek boeken" not in text(played(place, gone.key))

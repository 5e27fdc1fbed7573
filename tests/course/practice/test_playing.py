"""A case being played: what is asked, what is chosen, and what is said of each choice."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation.practice.feedback import deeds
from routeboek_tui.conversation.practice.proof import prove_one
from routeboek_tui.conversation.practice.sets import pickings
from routeboek_tui.conversation.practice.sheet import Tone
from routeboek_tui.conversation.practice.way import walked
from routeboek_tui.course.practice.training import Training
from routeboek_tui.library.content import Library
from tests.practising import NOW, Practice, begun, kit, played, text, whole


def test_who_may_not_tell_and_who_does_not_know_say_so(practice: Practice) -> None:
    sheet = played(begun(practice, "vier-keer-ziek-wel-zorgen"), "a", "c", "d")
    assert "Vier meldingen en negen zieke schooldagen" in text(sheet)
    assert "Dat heeft nog niemand gevraagd." in text(sheet)
    assert "niet zonder toestemming" in text(sheet)
    assert [option.key for option in sheet.options if option.key.isalpha()] == ["b"]


def test_a_right_choice_says_so_with_its_source(practice: Practice) -> None:
    said = text(played(begun(practice, "vijfde-griepje"), "5 meldingen"))
    assert "Jij koos: 5 meldingen" in said
    assert "Goed." in said
    assert "Bron: Schema ziekteverzuim (2024)" in said


def test_another_choice_says_where_it_led_by_replay(practice: Practice) -> None:
    said = text(played(begun(practice, "precies-zestien-uur"), "2"))
    assert "Niet goed. Hier hoort iets anders." in said
    assert "Met jouw keuze kwam je hier: Verder op de route Ziekteverzuim" in said
    assert "Dit was dan niet gedaan:" in said


def test_a_trap_says_why_a_reasonable_person_goes_wrong(practice: Practice) -> None:
    said = text(played(begun(practice, "vijfde-griepje"), "3"))
    assert "in het PO telt het aantal in het hele schooljaar" in said
    assert "Goed is: Ja, de drempel is gehaald" in said


def test_a_thought_that_is_no_choice_of_the_route_is_offered_there(practice: Practice) -> None:
    place = begun(practice, "vijfde-griepje")
    thought = next(o for o in place.sheet.options if o.label == "Leerplicht inlichten")
    said = text(played(place, thought.key))
    assert "Gewoon ziekteverzuim gaat niet naar leerplicht" in said


def test_what_is_not_known_yet_could_have_been_found_out(practice: Practice) -> None:
    said = text(played(begun(practice, "vijfde-griepje"), "weet ik nog niet"))
    assert "Dit kon je al weten." in said
    assert "Kijk in het leerlingadministratiesysteem" in said


def test_where_sources_differ_both_are_right_and_it_is_said(practice: Practice) -> None:
    for choice in ("1", "2"):
        place = begun(practice, "vier-keer-ziek-wel-zorgen")
        sheet = played(place, choice)
        assert any(line.tone is Tone.RIGHT for line in sheet.lines)
        assert "Waar de bronnen verschillen:" in text(sheet)
    said = text(played(begun(practice, "vier-keer-ziek-wel-zorgen"), "1"))
    assert "De bronnen verschillen hier." in said
    assert "Drempel zorgwekkend ziekteverzuim in het PO" in said
    assert "Zo gaan wij ermee om:" in said


@pytest.mark.parametrize("line", ["5 meldingen", "100 meldingen", "12 dagen"])
def test_a_count_that_the_case_does_not_tell_is_not_right(practice: Practice, line: str) -> None:
    for case in ("vier-keer-ziek-wel-zorgen", "vijfde-griepje"):
        if (case, line) != ("vijfde-griepje", "5 meldingen"):
            sheet = played(begun(practice, case), line)
            assert not any(each.tone is Tone.RIGHT for each in sheet.lines)
    assert "nergens mee vergelijken" in begun(practice, "vijfde-griepje").hear("12 dagen").said[-1]
    said = text(played(begun(practice, "vier-keer-ziek-wel-zorgen"), line))
    assert "Dit is niet wat er in deze zaak te tellen is." in said
    assert "De bronnen verschillen" not in said


@pytest.mark.parametrize("line", ["4 meldingen", "9 dagen", "4 meldingen en 9 dagen"])
def test_the_true_count_is_understood_where_it_does_not_settle(
    practice: Practice, line: str
) -> None:
    place = begun(practice, "vier-keer-ziek-wel-zorgen")
    before = place.sheet
    assert "Ja, zo is het in deze zaak geteld." in place.hear(line).said[-1]
    assert place.sheet == before


def test_the_way_goes_on_along_the_right_answer(practice: Practice) -> None:
    for choice in ("1", "2", "3", "6"):
        sheet = played(begun(practice, "precies-zestien-uur"), choice, "")
        assert sheet.question.startswith("Keuze 2 (School).")


def test_the_table_is_that_of_the_guide(practice: Practice) -> None:
    place = begun(practice, "vijfde-griepje")
    sheet = played(place, "1", "", "", "")
    assert sheet.question == "Wie doen er mee bij “Gesprek en plan van aanpak”?"
    keys = {option.label: option.key for option in sheet.options}
    said = text(played(place, f"{keys['Ouders']} {keys['Leerplicht']}"))
    assert "Goed gekozen:\nOuders" in said
    assert "Dit hoorde er ook bij:\nSchool" in said
    assert "Dit hoort niet bij deze stap:\nLeerplicht. Hoort wel bij “" in said


def test_what_is_chosen_without_mistake_but_not_whole_is_good_but_not_all(
    practice: Practice,
) -> None:
    place = begun(practice, "vijfde-griepje")
    sheet = played(place, "1", "", "", "")
    key = next(option.key for option in sheet.options if option.label == "Ouders")
    said = text(played(place, key))
    assert "Goed, maar niet alles: 1 van de 2." in said
    assert "hoort iets anders" not in said
    while place.sheet.default != "2":
        place.hear("1")
    said = text(place.sheet)
    assert "Deels goed: 2." in said
    assert "Wie doen er mee bij “Gesprek en plan van aanpak”? Jij koos: Ouders" in said
    assert "Drempel ziekteverzuim: Ja, de drempel is gehaald" in said


def test_every_question_at_the_end_says_where_that_is_written(practice: Practice) -> None:
    place = begun(practice, "vijfde-griepje")
    played(place, "1", "")
    while not place.sheet.lines or place.sheet.default != "2":
        said = text(played(place, "1"))
        assert "Bron: " in said
        assert "Waarom: " in said or "Welke gegevens" in said
        place.hear("")


def test_a_letter_that_may_be_written_but_belongs_to_nothing_is_not_missed(
    practice: Practice,
) -> None:
    place = begun(practice, "vijfde-griepje")
    sheet = played(place, "1", "", "", "", "", "")
    assert sheet.question.startswith("Welke brieven")
    free = next(o for o in sheet.options if o.label.startswith("Verzoek aan leerplicht om mee"))
    said = text(played(place, ""))
    assert free.label not in said
    place = begun(practice, "vijfde-griepje")
    said = text(played(place, "1", "", "", "", "", "", free.key))
    assert f"Dit mag, maar hoeft niet:\n{free.label}" in said


def test_no_paper_holds_medical_data_and_that_is_why(practice: Practice) -> None:
    place = begun(practice, "vijfde-griepje")
    said = text(played(place, "1", "", "", "", "", "", "", "", "9"))
    assert "staan helemaal geen medische gegevens" in said
    assert "Ouders niet." not in said


def test_keys_may_be_typed_without_blanks(practice: Practice) -> None:
    shown = []
    for typed in ("1 2 3", "123"):
        place = begun(practice, "vijfde-griepje")
        shown.append(played(place, "1", "", typed))
    assert shown[0] == shown[1]
    assert "Jij koos: " in text(shown[0])


def test_one_right_choice_was_and_two_were_and_no_question_is_asked_twice(
    practice: Practice,
) -> None:
    place = begun(practice, "precies-zestien-uur")
    while place.sheet.default != "2":
        assert "?”?" not in place.sheet.question
        place.hear("1")
    said = text(place.sheet)
    number = said.split("\n")[1].split(" ")[0]
    assert ("keuzes was goed" if number == "1" else "keuzes waren goed") in said


def test_a_trap_that_leads_nowhere_says_so(practice: Practice) -> None:
    place = begun(practice, "vijfde-griepje")
    thought = next(o for o in place.sheet.options if o.label == "Leerplicht inlichten")
    assert "Hiermee kom je op de route niet verder." in text(played(place, thought.key))


def test_a_letter_without_ground_says_why_not(practice: Practice) -> None:
    place = begun(practice, "vijfde-griepje")
    sheet = played(place, "1", "", "", "", "", "")
    assert sheet.question.startswith("Welke brieven")
    said = text(played(place, sheet.options[0].key))
    assert "De grond voor deze brief" in said


def test_medical_data_stand_in_no_letter(practice: Practice) -> None:
    for case in kit().exercises:
        place = begun(practice, case)
        asked = 0
        while place.sheet.default != "2":
            sheet = place.sheet
            if sheet.question.startswith("Welke gegevens"):
                asked += 1
                key = next(o.key for o in sheet.options if o.label == "Medische gegevens")
                said = text(played(place, key))
                assert "Dit hoort niet bij deze stap:\nMedische gegevens." in said
            place.hear("" if place.sheet.default or sheet.several else "1")
            if place.sheet == sheet:
                place.hear("1")
        assert asked


def test_again_begins_anew_and_another_goes_back(practice: Practice) -> None:
    place = practice(first="vijfde-griepje")
    story = place.sheet
    while place.sheet.default != "2":
        place.hear("1")
    place.hear("1")
    assert place.sheet == story
    place.hear("terug")
    assert place.sheet.title == "Oefenen"
    assert place.hear("terug").back


def test_a_case_that_is_left_halfway_waits_where_one_was(practice: Practice) -> None:
    place = practice(first="zaken")
    played(place, "vijfde-griepje", "", "a", "1", "")
    before = place.sheet
    heard = place.hear("terug")
    assert "Je bent midden in deze zaak." in heard.said[0]
    assert place.sheet == before
    assert played(place, "zz") == before
    assert "Je bent midden" in place.hear("terug").said[0]
    assert played(place, "terug").title == "Een zaak oefenen"
    assert played(place, "vijfde-griepje") == before


def test_stopping_halfway_is_asked_once_and_a_case_that_was_not_begun_is_left_at_once(
    practice: Practice,
) -> None:
    place = begun(practice, "vijfde-griepje")
    assert played(place, "terug").title == "Oefenen"
    place = begun(practice, "vijfde-griepje")
    place.hear("1")
    heard = place.hear("stop")
    assert ("zijn je keuzes in deze zaak weg" in heard.said[0], heard.stop) == (True, False)
    assert place.hear("stop").stop


def test_a_case_that_is_over_begins_anew(practice: Practice) -> None:
    place = practice(first="zaken")
    story = played(place, "vijfde-griepje")
    while place.sheet.default != "2":
        place.hear("1")
    assert played(place, "2", "vijfde-griepje") == story


@pytest.mark.parametrize("line", ["", "zz", "99", "1 2", "x" * 5000, "{} [b] \x1b[31m"])
def test_what_says_nothing_changes_nothing(practice: Practice, line: str) -> None:
    place = begun(practice, "vijfde-griepje")
    before = place.sheet
    assert place.hear(line).said
    assert place.sheet == before


def test_danger_is_heard_in_a_case_too(practice: Practice) -> None:
    heard = begun(practice, "vijfde-griepje").hear("zijn vader slaat hem")
    assert any("veilig" in each.lower() or "bel" in each.lower() for each in heard.said)


def test_a_case_about_safety_asks_its_route_and_not_the_kind_of_danger(
    practice: Practice, library: Library
) -> None:
    found = [each for each in whole().exercises.values() if each.danger]
    assert found
    for exercise in found:
        place: Training = practice(first=exercise)
        sheet = played(place, "")
        assert sheet.question.startswith("Keuze 1 (")
        assert "Waar gaat het over?" not in sheet.question
        before = sheet
        assert played(place, sheet.options[0].key) != before
        wrong = list(prove_one(library, replace(exercise, danger="")))
        assert ["soort_gevaar" in str(each) for each in wrong] == [True]


def test_what_is_asked_at_a_door_is_that_of_before_it(library: Library) -> None:
    exercise = whole().exercises["vijfde-griepje"]
    way = walked(library, exercise)
    door = next(
        stop.talk.answered((choice.id,))
        for each in whole().exercises.values()
        for stop in walked(library, each).stops
        for choice in stop.talk.step(stop.step).choices
        if deeds(stop.talk) and stop.talk.answered((choice.id,)).trail.door
    )
    found = next(
        replace(way, stops=(*way.stops, stop), end=door)
        for each in whole().exercises.values()
        for stop in walked(library, each).stops
        if deeds(stop.talk) and stop.talk.flow.id == door.flow.id
    )
    assert not deeds(door)
    parts = [each.part for each in pickings(exercise, found, kit().words)]
    assert "deeds" in parts


def test_a_case_that_no_longer_fits_says_so_and_the_others_go_on(
    library: Library, practice: Practice
) -> None:
    place = practice()
    exercise = kit().exercises["vijfde-griepje"]
    from msgspec.structs import replace

    place._open(replace(exercise, ends="drempel"))
    heard = place.hear("1")
    assert any("past niet meer op de route" in each for each in heard.said)
    assert place.sheet.title == "Een zaak oefenen"


def test_words_narrow_the_list(practice: Practice) -> None:
    place = practice(first="zaken")
    assert len(place.sheet.options) == 3
    assert [o.choice for o in played(place, "vo zestien").options] == ["precies-zestien-uur"]
    assert played(place, "1").title == "Waar gaat hij heen?"


def test_a_short_question_comes_back_when_it_went_wrong(practice: Practice) -> None:
    place = practice(name="linde-7", first="vragen")
    first = place.sheet
    wrong = next(
        o.key for o in first.options if o.label != place._frame._asked.right  # type: ignore[attr-defined]
    )  # fmt: skip
    played(place, wrong)
    assert "Niet goed." in text(place.sheet)
    assert place.sheet.question != first.question
    later = practice(name="linde-7", first="vragen", now=lambda: NOW + timedelta(days=2))
    assert later.sheet.question == first.question
    assert "Aan de beurt om te herhalen: 1." in text(later.sheet)


def test_what_went_right_comes_back_later_than_what_went_wrong(practice: Practice) -> None:
    from routeboek_tui.course.practice.drill import Drill

    place = practice(first="vragen")
    drill = place._frame
    assert isinstance(drill, Drill)
    names = []
    for right in (True, False):
        asked = drill._asked
        names.append(asked.id)
        choice = next(c for c in asked.choices if (c == asked.right) is right)
        place.hear(choice)
        place.hear("")
    good, bad = (drill._cards[name].due for name in names)
    assert bad < good

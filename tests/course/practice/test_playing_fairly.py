"""What is offered in a case is fair: nothing gives the answer away, and nothing fine is wrong."""

import re

import pytest

from routeboek_tui.conversation.practice.sets import pickings
from routeboek_tui.conversation.practice.sheet import Tone
from routeboek_tui.conversation.practice.told import paragraphs
from routeboek_tui.conversation.practice.way import walked
from routeboek_tui.course.practice.training import Training
from routeboek_tui.library.content import Library
from tests.practising import Practice, kit, text, whole

TELLS = re.compile(r"\b(precies|net onder|grens|drempel|toch|te weinig|genoeg)\b")
"""What a title may not say: on which side of a border a case lies."""


def begun(practice: Practice, case: str) -> Training:
    place: Training = practice(first=whole().exercises[case])
    place.hear("")
    return place


def test_no_title_says_on_which_side_of_a_border_its_case_lies() -> None:
    titles = [each.title for each in whole().exercises.values()]
    assert [title for title in titles if TELLS.search(title.casefold())] == []
    assert len({*titles}) == len(titles)


def test_the_list_names_the_region_and_not_the_route(practice: Practice) -> None:
    sheet = practice(first="zaken").sheet
    assert kit().words.narrow in sheet.question
    assert {option.label.partition(" · ")[2] for option in sheet.options} == {
        "Haaglanden · PO", "Haaglanden · VO",
    }  # fmt: skip


def test_a_number_that_is_not_in_the_list_is_no_word_to_look_for(practice: Practice) -> None:
    place = practice(first="zaken")
    before = place.sheet
    assert place.hear("99").said == ("Nummer 99 staat niet in de lijst.",)
    assert place.sheet == before


def test_every_deed_that_is_offered_says_who_does_it(library: Library) -> None:
    for exercise in whole().exercises.values():
        picking = next(iter(pickings(exercise, walked(library, exercise), kit().words)), None)
        if picking and picking.part == "deeds":
            assert [pick.label for pick in picking.picks if ": " not in pick.label] == []
            assert sum(pick.right is False for pick in picking.picks) > 1


def test_no_deed_is_wrong_that_is_nearly_always_fine_or_nearly_a_right_one(
    library: Library,
) -> None:
    for exercise in whole().exercises.values():
        picking = next(iter(pickings(exercise, walked(library, exercise), kit().words)), None)
        strays = [p for p in picking.picks if p.right is False and not p.sources] if picking else []
        what = [pick.label.partition(": ")[2].casefold() for pick in strays]
        assert [each for each in what if each.startswith(kit().words.harmless)] == []
    labels = {
        pick.label
        for picking in pickings(
            whole().exercises["derde-melding-in-mavo-vier"],
            walked(library, whole().exercises["derde-melding-in-mavo-vier"]),
            kit().words,
        )
        for pick in picking.picks
    }
    assert "School: kijk opnieuw zolang de leerling ziek blijft" in labels
    assert "School: tel opnieuw zolang de leerling ziek blijft" not in labels


def test_what_comes_of_the_last_choice_does_not_tell_what_is_asked_next(
    practice: Practice,
) -> None:
    place = begun(practice, "ouders-tekenen-het-opp-niet")
    for line in ("1", ""):
        place.hear(line)
    place.hear("1")
    said = text(place.sheet)
    assert "Met jouw keuze kwam je hier" in said
    assert "Dit was dan niet gedaan" not in said
    place.hear("")
    right = [o.label for o in place.sheet.options if o.label.startswith("MDO:")]
    assert right
    assert [label for label in right if label in said] == []


def test_a_worry_about_safety_besides_is_never_wrong(practice: Practice) -> None:
    place = begun(practice, "spijbelen-rond-gym")
    place.hear("1 4")
    assert any(line.tone is Tone.RIGHT for line in place.sheet.lines)
    assert kit().words.careful in text(place.sheet)
    place = begun(practice, "spijbelen-rond-gym")
    place.hear("2 4")
    assert kit().words.careful not in text(place.sheet)


@pytest.mark.parametrize("line", ["2 3", "1 2 3"])
def test_of_what_excludes_another_one_is_chosen(practice: Practice, line: str) -> None:
    place = begun(practice, "derde-melding-in-mavo-vier")
    before = place.sheet
    assert place.hear(line).said == (kit().words.not_so,)
    assert place.sheet == before
    place.hear("4")
    assert kit().words.trap in text(place.sheet)


def test_a_thought_and_a_choice_do_not_go_together(practice: Practice) -> None:
    place = begun(practice, "derde-melding-in-mavo-vier")
    before = place.sheet
    assert place.hear("3 4").said == (kit().words.not_so,)
    assert place.sheet == before


def test_a_number_that_is_not_offered_is_named(practice: Practice) -> None:
    place = begun(practice, "derde-melding-in-mavo-vier")
    for line in ("3", ""):
        place.hear(line)
    before = place.sheet
    assert place.sheet.several
    assert "77 staat er niet bij." in place.hear("1 77").said[0]
    assert place.sheet == before


def test_the_region_and_an_older_edition_are_told_beforehand(practice: Practice) -> None:
    assert "Noord-Kennemerland" in text(
        practice(first=whole().exercises["acht-keer-te-laat"]).sheet
    )
    old = text(practice(first=whole().exercises["achttien-en-naar-het-opdc"]).sheet)
    assert "Routeboek VO, editie 2024" in old
    assert "editie" not in text(practice(first=whole().exercises["spijbelen-rond-gym"]).sheet)


def test_a_source_of_another_region_says_so(practice: Practice) -> None:
    place = begun(practice, "ouders-tekenen-het-opp-niet")
    place.hear("1")
    assert "die geldt voor jou niet vanzelf: Verzuimprotocol" in text(place.sheet)


def test_a_step_of_our_own_says_so(practice: Practice) -> None:
    place = begun(practice, "met-de-kerst-naar-canada")
    place.hear("2")
    assert kit().words.own_step in text(place.sheet)


def test_a_line_that_ends_within_a_sentence_goes_on() -> None:
    story = "Hij komt\nniet meer.\n\nZegt zij.\nDus toch,\n"
    assert list(paragraphs(story)) == ["Hij komt niet meer.", "Zegt zij.", "Dus toch,"]

"""The course of a talk along its route: what a line means, what is undone, what is forgotten."""

import pytest

from routeboek_tui.core.safety import Manner
from routeboek_tui.course import sentences
from routeboek_tui.course.answering import selected
from routeboek_tui.course.turn import Leave, Nearest, Open, Passage, Places, Stop, Tone, View, Words
from tests.course.talks import VO, keys, looked_up, said, talk
from tests.rows import each_row
from tests.walks_as_data import SAFE


def test_a_line_is_an_answer_and_its_own_words_are_kept() -> None:
    course = talk()
    reply = course.hear("ja, de drempel is gehaald hoor")
    assert isinstance(reply[0], Words)
    assert reply[0].tone is Tone.HEARD
    assert "ja, de drempel is gehaald hoor" in [each.own for each in course.exchanges]


def test_a_key_a_label_or_a_pick_has_no_words_of_its_own() -> None:
    for how in ("1", "Ja, de drempel is gehaald"):
        course = talk(heard=[how])
        assert not any(each.own for each in course.exchanges)
    course = talk()
    course.pick("1")
    assert course.exchanges == talk(heard=["1"]).exchanges


def test_what_is_not_there_cannot_be_picked() -> None:
    course = talk()
    asked = course.asked
    assert said(course.pick("9")) == sentences.NO_OPTION
    assert said(course.pick()) == sentences.NO_OPTION
    assert said(course.pick("1", "4")) == sentences.NOT_TOGETHER
    assert course.asked == asked


@pytest.mark.parametrize("line", ["", "   "])
def test_enter_alone_answers_nothing_where_there_is_no_default(line: str) -> None:
    course = talk()
    asked = course.asked
    assert said(course.hear(line)) == sentences.CHOOSE
    assert course.asked == asked


def test_the_selection_follows_from_the_whole_line() -> None:
    course = talk()
    assert course.selected("1") == ("1",)
    for line in ("16", "16 uur", "1x", "", "ja"):
        assert course.selected(line) == (), line
    assert course.asked
    assert selected("1 en 2", course.asked.options) == ("1", "2")
    assert selected("1 en 9", course.asked.options) == ()


def test_what_is_not_understood_is_told_and_what_comes_near_is_offered() -> None:
    course = talk()
    assert said(course.hear("de hond heeft een bal")) == sentences.NO_FIT.format(
        "de hond heeft een bal"
    )
    course = talk("ziekteverzuim", ["1", "2"])
    (near,) = course.hear("misschien gestopt")
    assert isinstance(near, Nearest)
    assert set(near.keys) <= set(keys(course).values())


def test_a_very_long_line_is_not_said_again_in_full() -> None:
    assert len(said(talk().hear("bal " * 100))) < 200
    assert len(said(talk().hear("brief " + "9" * 5000))) < 200


# Questions in between


@pytest.mark.parametrize("line", ["wat als ouders JGZ weigeren?", "Wat als ouders JGZ weigeren"])
def test_what_if_with_words_is_a_question(line: str) -> None:
    course = talk()
    asked = course.asked
    assert looked_up(course.hear(line))
    assert course.asked == asked


def test_what_if_alone_is_a_view() -> None:
    assert talk().hear("wat als") == (Open(View.WHAT_IF),)


def test_places_are_picked_by_their_letter_until_the_talk_goes_on() -> None:
    course = talk()
    (places,) = course.hear("hoe werkt dat met kosten?")
    assert isinstance(places, Places)
    assert [each.mark for each in places.places] == list("abcdefgh")[: len(places.places)]
    (passage,) = course.hear("B)")
    assert isinstance(passage, Passage)
    course.hear("hoe werkt dat met kosten?")
    course.hear("1")
    assert not looked_up(course.hear("b"))


def test_what_was_asked_in_between_stands_at_its_question() -> None:
    course = talk()
    course.hear("wat is een JES?")
    assert [each.typed for each in course.asides] == ["wat is een JES?"]
    course.hear("1")
    assert course.asides == ()
    assert [e.asides[0].typed for e in course.exchanges if e.asides] == ["wat is een JES?"]


@each_row(
    "line",
    [
        "verander van school is besproken met ouders",
        "wijzigen de afspraken nog",
        "stop met school wil hij niet",
        "opnieuw begonnen met verzuim",
        "advies van de jeugdarts is er",
        "brief van moeder gekregen",
        "bron van zorg is de slaap",
        "terug naar de klas gegaan",
        "vraag van ouders gekregen",
    ],
)
def test_a_command_word_in_a_longer_sentence_swallows_nothing(line: str) -> None:
    course = talk(heard=["1"])
    reply = course.hear(line)
    assert not course.beside_route
    assert not any(isinstance(part, Open | Stop | Leave) for part in reply), reply
    assert "om te wijzigen" not in said(reply)
    assert "weg." not in said(reply)


@pytest.mark.parametrize("word", ["wijzig", "zoek", "boek een afspraak", "brief", "verander"])
def test_danger_behind_a_command_word_is_heard(word: str) -> None:
    course = talk()
    course.hear(f"{word}, hij wordt thuis geslagen")
    assert course.asked
    assert course.asked.fact == "veiligheid"


def test_a_letter_is_opened_by_number_id_and_title_and_else_said_why_not() -> None:
    course = talk(heard=["1", "2"])
    letter = course.talk.letters[0]
    opened = (Open(View.LETTER, letter.id),)
    for name in ("1", letter.id, letter.title.upper()):
        assert course.hear(f"brief {name}") == opened
    assert "Er is geen brief" in said(course.hear("brief 99"))
    locked = next(e for e in course.talk.library.letters.values() if course.talk.lock(e))
    assert said(course.hear(f"brief {locked.id}")).startswith(locked.title)


# Back, and to the beginning


def test_everything_is_undone_step_by_step() -> None:
    lines = ["5 meldingen", "ja", "ja het is gestopt", "ze snijdt zichzelf", "1", "wijzig drempel"]
    course = talk()
    for line in lines:
        course.hear(line)
    assert course.talk.answers.steps
    while not any(isinstance(part, Leave) for part in course.do("undo")):
        pass
    assert course.talk.answers == talk().talk.answers
    assert not any(each.said for each in course.exchanges)


def test_each_undo_brings_back_the_moment_before() -> None:
    course, seen = talk(), []
    for line in ("5 meldingen", "ja", "vanaf 12", "nee"):
        seen.append((course.talk.answers, course.moment))
        course.hear(line)
    while seen:
        answers, moment = seen.pop()
        if answers == course.talk.answers:  # the line only told some of what is needed
            continue
        course.do("undo")
        assert course.talk.answers == answers
        assert course.moment.spoken == moment.spoken


def test_half_a_count_is_kept_until_the_other_half() -> None:
    course = talk(heard=["5 meldingen"])
    assert course.moment.given
    course.hear("8 dagen achter elkaar")
    assert course.talk.answers.steps[0].given == {"meldingen": "5", "achtereen": "8"}
    course.do("undo")
    assert course.moment.given == {"meldingen": "5"}
    course.hear("opnieuw")
    assert not course.moment.given


def test_restarting_forgets_everything_but_who_watches() -> None:
    course = talk("triage", **VO)
    course.tell("steeds op maandag ziek")
    course.hear("1")
    course.hear("wat is een JES?")
    for line in ("5 meldingen, 8 dagen achter elkaar", "ik heb 112 gebeld", "hoe werkt dat?"):
        course.hear(line)
    course.values["leerling_voornaam"] = "Jip"
    course.do("quiet")
    course.do("restart")
    assert course.beside_route
    course.hear("ja")
    fresh = talk("triage", **{fact: VO[fact] for fact in VO if fact not in SAFE})
    fresh.do("quiet")
    assert course.talk.answers == fresh.talk.answers
    assert (course.moment.spoken, course.moment.given) == (fresh.moment.spoken, {})
    assert (course.before, course.values) == ((), {})
    assert (dict(course.marks), dict(course.all_asides)) == ({}, {})
    assert course.exchanges == fresh.exchanges
    assert course.talk.safety.manner is Manner.QUIET


def test_restarting_and_stopping_ask_only_where_something_is_lost() -> None:
    assert talk().do("stop") == (Stop(),)
    assert talk().do("restart") == ()
    course = talk()
    course.values["leerling_voornaam"] = "Jip"
    assert course.do("stop") == ()
    assert course.beside_route
    assert course.hear("nee") == ()
    assert not course.beside_route
    course.do("stop")
    assert course.hear("ja") == (Stop(),)


def test_others_watching_is_never_undone() -> None:
    course = talk(heard=["1", "2"])
    course.do("quiet")
    while not any(isinstance(part, Leave) for part in course.do("undo")):
        assert course.talk.safety.manner is Manner.QUIET
    assert course.talk.safety.manner is Manner.QUIET
    course.do("aloud")
    assert course.talk.safety.manner is Manner.ALOUD


def test_the_way_back_goes_through_the_door_to_the_route_before() -> None:
    course = talk("triage", **VO)
    course.tell("steeds op maandag ziek")
    course.hear("")
    assert course.talk.flow.id == "ziekteverzuim"
    course.do("undo")
    assert course.talk.flow.route == "triage"
    assert not any(each.own for each in course.exchanges)


# Danger


def test_the_rest_of_a_line_with_danger_goes_on_afterwards() -> None:
    course = talk()
    course.hear("hij wordt thuis geslagen en de drempel is gehaald")
    assert course.asked
    assert course.asked.fact == "veiligheid"
    reply = course.pick(keys(course)["zorgen"])
    assert "Je schreef ook" in said(reply)


def test_a_call_that_was_made_is_noted_without_a_question() -> None:
    course = talk(heard=["hij wordt thuis geslagen", "1"])
    asked = course.asked
    assert said(course.hear("ik heb Veilig Thuis gebeld")).startswith("Genoteerd")
    assert course.asked == asked
    assert course.talk.safety.called


def test_at_the_end_nothing_more_is_asked_and_that_is_said() -> None:
    course = talk("met_schoolinschrijving_vo", **{**SAFE, "sector": "vo"})
    for _ in range(40):
        if course.asked is None:
            break
        course.pick("1")
    assert course.asked is None
    assert said(course.hear("de hond heeft een bal")) == sentences.AT_END
    assert said(course.hear("")) == sentences.CHOOSE

"""Danger goes before all else: asked on every road, first in the advice, opening nothing."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from routeboek_tui.conversation import safety
from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.advice.groups import dangers
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.hearing.meanings import Chosen, Told, Unknown, Unsure
from routeboek_tui.conversation.hearing.move import (
    Answered,
    answer,
    hear_alarm,
    read,
    rest_of,
    told,
)
from routeboek_tui.conversation.safety import Alarm
from routeboek_tui.conversation.triage.begin import begin, beginning
from routeboek_tui.conversation.view import facts, question
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.facts import OF_SCHOOL, UNKNOWN
from routeboek_tui.core.safety import KIND, NONE, NOW, SAFETY, UNCLEAR, WORRY, Manner
from routeboek_tui.export.advice import advice_blocks
from routeboek_tui.library.content import Library
from routeboek_tui.library.danger import PAGE
from routeboek_tui.lines.prose import block_lines
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import SAFE, walked, walks

BEATEN = "papa slaat hem met de riem"
HOME = {"sector": "po", "gemeente": "den_haag", "regio": "haaglanden", "leeftijd": "onder_12"}
NUMBER = re.compile(r"\b0[0-9]{2,3}[- ][0-9 ]{3,}[0-9]|\b11[0-9]\b")


def start(library: Library, today: date, route: str = "ziekteverzuim") -> Conversation:
    return Conversation.start(library, route, today, HOME)


def answered(talk: Conversation, choice: str) -> Conversation:
    result = answer(talk, Chosen((choice,)) if choice else Unknown(), {})
    assert isinstance(result, Answered)
    return result.talk


# Every road


def test_every_route_every_step_and_every_running_case_asks_it_first(
    library: Library, today: date
) -> None:
    for flow in library.flows.values():
        for step in flow.steps.values():
            talk = Conversation.at(library, flow, Answers(dict(HOME), start=step.id), today)
            assert talk.ask is not None, (flow.id, step.id)
            assert talk.ask.fact == SAFETY, (flow.id, step.id)
            asked = question(talk)
            assert asked is not None
            assert asked.text == safety.ASKED


def test_every_signal_leads_through_it(library: Library, today: date) -> None:
    for signal in library.signals.values():
        where = beginning(library, signal.goto, HOME)
        if where.door:
            talk = begin(library, where, Answers(dict(HOME)), today)
            assert talk.ask is not None
            assert talk.ask.fact == SAFETY


@pytest.mark.parametrize("value", [NOW, WORRY, NONE, UNKNOWN])
def test_it_is_asked_once_and_goes_along_through_every_door(
    library: Library, today: date, value: str
) -> None:
    jumps = 0
    for walk in walks():
        talk = walked(library, walk)
        if talk.trail.door:
            jumps += 1
            told_so = talk.knowing(SAFETY, value)
            there = told_so.jump()
            assert there.answers.facts[SAFETY] == value
            assert there.safety == told_so.safety
            assert there.ask is None or there.ask.fact != SAFETY
    assert jumps > 20


def test_a_command_without_anyone_to_ask_says_that_it_was_not_asked(
    library: Library, today: date
) -> None:
    silent = safety.in_manner(start(library, today), Manner.SILENT)
    view = advice_view(silent)
    assert view.safety == safety.UNASKED
    assert next(block_lines(advice_blocks(view))) == safety.NOT_ASKED
    assert view.waiting != safety.ASKED


# The advice


@pytest.mark.parametrize("kind", ["levensgevaar", "geweld_thuis", "huwelijksdwang"])
def test_danger_now_and_worry_are_two_advices_and_both_come_first(
    library: Library, today: date, kind: str
) -> None:
    told_so = {}
    for value in (NOW, WORRY):
        talk = start(library, today).knowing(SAFETY, value)
        talk = answered(safety.of_kind(talk, kind), "ja")
        view = advice_view(talk)
        assert view.now[0].danger
        assert view.now[0].step == kind
        assert not view.now[-1].danger
        told_so[value] = [todo.text for todo in view.now[0].todo]
        lines = list(block_lines(advice_blocks(view)))
        assert lines[0] == "Nu te doen"
        assert told_so[value][0] in "".join(lines[:6])
    assert told_so[NOW] != told_so[WORRY]


def test_not_knowing_counts_as_danger_and_opens_no_letter(library: Library, today: date) -> None:
    safe = start(library, today).knowing(SAFETY, NONE).answered(("ja",))
    assert safe.letters
    unknown = start(library, today).knowing(SAFETY).answered(("ja",))
    assert unknown.letters == ()
    (group,) = dangers(unknown)
    assert group.step == UNCLEAR
    assert safety.CAUTIOUS in group.notes
    for letter in safe.letters:
        lock = unknown.lock(letter)
        assert lock is not None
        assert "of de leerling veilig is" in lock.text({}, {})
    assert [each.question for each in advice_view(unknown).to_find_out] == [safety.ASKED]


def test_no_walk_with_safety_unknown_has_a_letter(library: Library) -> None:
    for walk in walks():
        unknown = walked(library, walk).knowing(SAFETY)
        assert unknown.letters == (), walk.id


def test_nothing_goes_to_whom_it_may_harm_until_advice_was_asked(
    library: Library, today: date
) -> None:
    safe = start(library, today).knowing(SAFETY, NONE).answered(("ja",))
    open_before = {letter.id for letter in safe.letters if not letter.safety}
    talk = start(library, today).knowing(SAFETY, WORRY).answered(("ja",))
    held = safety.of_kind(talk, "huwelijksdwang")
    closed = open_before - {letter.id for letter in held.letters}
    assert closed
    for name in closed:
        assert {"ouders", "leerling"} & set(library.letters[name].readers)
    called = held.having(
        replace(held.answers, safety=replace(held.safety, called=("veilig_thuis",)))
    )
    assert open_before <= {letter.id for letter in called.letters}


def test_a_colleague_is_not_reported_along_the_ordinary_way(library: Library, today: date) -> None:
    talk = start(library, today).knowing(SAFETY, NOW)
    names = {letter.id for letter in safety.of_kind(talk, "geweld_thuis").letters}
    assert "interne-melding-veiligheid" in names
    names = {letter.id for letter in safety.of_kind(talk, "misbruik_school").letters}
    assert "interne-melding-veiligheid" not in names


@pytest.mark.parametrize("kind", ["misbruik_school", "zelfdoding", "vermist", "huwelijksdwang"])
def test_a_letter_about_safety_belongs_to_the_meldcode(
    library: Library, today: date, kind: str
) -> None:
    talk = safety.of_kind(start(library, today).knowing(SAFETY, NOW), kind)
    assert not [letter.id for letter in talk.letters if letter.safety]


def test_no_number_that_is_not_in_the_table(library: Library) -> None:
    known = {number.number for number in library.numbers.values()} | {"113"}
    for danger in library.dangers.values():
        for deed in danger.deeds.values():
            assert set(NUMBER.findall(deed.text)) <= known, deed
        assert library.pages[f"{PAGE}{danger.id}"].sources


# Hearing


def texts(talk: Conversation) -> Iterator[str]:
    for library_texts in talk.library.texts.values():
        for text in library_texts.values():
            for choice in text.choices.values():
                yield from (choice.label, *choice.synonyms)


def test_what_the_guide_offers_itself_is_no_alarm(library: Library, today: date) -> None:
    talk = start(library, today).knowing(SAFETY, NONE)
    alarming = {said for said in texts(talk) if safety.listened(library, talk.say(said)).sure}
    assert len(alarming) <= 4, alarming


def test_danger_in_a_line_is_asked_about_and_the_rest_is_read_after(
    library: Library, today: date
) -> None:
    line = f"{BEATEN} en hij is steeds op maandag ziek"
    talk = start(library, today, "triage")
    alarm = read(talk, line)
    assert isinstance(alarm, Alarm)
    assert alarm.kinds[0] == "geweld_thuis"
    asked = question(hear_alarm(talk, alarm, line).talk)
    assert asked is not None
    assert asked.text.startswith("Dit kan gaan over geweld of dreiging thuis")
    assert "112" in asked.hint
    result = answer(hear_alarm(talk, alarm, line).talk, Chosen((WORRY,)), {})
    assert isinstance(result, Answered)
    assert result.rest == line
    rest = rest_of(result.talk, result.rest)
    assert isinstance(rest, Told)
    assert rest.found.candidates[0].signal.id == "ziek_vaste_dag"


def test_in_the_middle_of_a_walk_an_answer_is_offered_again(library: Library, today: date) -> None:
    talk = start(library, today).knowing(SAFETY, NONE)
    line = f"ja, de drempel is gehaald, maar {BEATEN}"
    alarm = read(talk, line)
    assert isinstance(alarm, Alarm)
    asked = hear_alarm(talk, alarm, line).talk
    assert asked.ask is not None
    assert asked.ask.fact == SAFETY
    after = answer(asked, Chosen((WORRY,)), {})
    assert isinstance(after, Answered)
    assert after.talk.ask == talk.ask
    assert rest_of(after.talk, after.rest) in (Unsure(("ja",)), None)


def test_what_is_known_is_not_asked_again_but_something_new_is(
    library: Library, today: date
) -> None:
    talk = start(library, today).knowing(SAFETY, WORRY)
    talk = safety.of_kind(talk, "geweld_thuis")
    assert not isinstance(read(talk, BEATEN), Alarm) or not read(talk, BEATEN).kinds
    new = read(talk, "ze wordt deze zomer uitgehuwelijkt aan een neef")
    assert isinstance(new, Alarm)
    assert new.kinds[0] == "huwelijksdwang"


def test_who_was_called_is_a_fact_to_take_along(library: Library, today: date) -> None:
    talk = told(start(library, today), f"{BEATEN}, 112 is gebeld")
    assert talk.safety.called == ("112",)
    talk = answered(talk, NOW)
    (group,) = dangers(talk)
    assert "Gebeld met 112, zei je." in group.notes
    later = read(talk, "ik heb veilig thuis gebeld")
    assert isinstance(later, Alarm)
    assert later == Alarm((), later.sure, ("veilig_thuis",))
    assert hear_alarm(talk, later, "").sentences == ("Genoteerd: gebeld met Veilig Thuis.",)


@pytest.mark.parametrize("said", ["16 uur gemist", "geen idee eigenlijk", "de mentor is ziek"])
def test_the_safety_question_is_never_answered_by_accident(
    library: Library, today: date, said: str
) -> None:
    understood = read(start(library, today), said)
    assert not isinstance(understood, Chosen)


def test_a_bare_yes_asks_which(library: Library, today: date) -> None:
    assert read(start(library, today), "ja") == Unsure((NOW, WORRY))
    assert read(start(library, today), "nee") == Chosen((NONE,))


def test_a_kind_can_be_typed(library: Library, today: date) -> None:
    talk = start(library, today).knowing(SAFETY, NOW)
    assert talk.ask is not None
    assert talk.ask.fact == KIND
    assert read(talk, "hij is weggelopen van huis") == Chosen(("vermist",))


def test_ten_kilobytes_are_heard_to_the_end(library: Library, today: date) -> None:
    story = "Hij kwam maandag weer te laat op school. " * 250 + "Hij wil dood en heeft een plan."
    talk = told(start(library, today, "triage"), story)
    assert talk.safety.heard[0] == "zelfdoding"
    assert talk.safety.rest == story
    assert isinstance(rest_of(answered(talk, NONE), story), Told)


# In front of others


def test_in_front_of_others_there_is_a_sign_and_nothing_else(library: Library, today: date) -> None:
    talk = safety.in_manner(start(library, today).knowing(SAFETY, NONE), Manner.QUIET)
    assert not safety.signs(talk)
    line = f"ja, maar {BEATEN}"
    alarm = read(talk, line)
    assert isinstance(alarm, Alarm)
    result = hear_alarm(talk, alarm, line)
    assert result.rest == line
    assert safety.signs(result.talk)
    asked = question(result.talk)
    assert asked is not None
    assert asked.fact == ""
    assert dangers(result.talk) == ()
    assert SAFETY not in {word.fact for word in facts(result.talk)}
    more = told(result.talk, "en hij is weggelopen van huis")
    assert more.safety.heard == ("geweld_thuis", "vermist")
    alone = safety.in_manner(result.talk, Manner.ALOUD)
    opened = question(alone)
    assert opened is not None
    assert opened.fact == SAFETY


def test_for_another_pupil_nothing_is_left(library: Library, today: date) -> None:
    talk = answered(told(start(library, today), BEATEN), NOW)
    school = {fact: value for fact, value in HOME.items() if fact in OF_SCHOOL}
    again = safety.fresh(talk)
    assert again.answers == Conversation.start(library, "ziekteverzuim", today, school).answers


def test_what_is_kept_between_two_runs_says_nothing_of_it(library: Library, tmp_path: Path) -> None:
    from routeboek_tui.library.preferences import recall, remember

    remember(library.scheme, {**SAFE, "sector": "po"}, tmp_path / "voorkeuren.json")
    assert recall(library.scheme, tmp_path / "voorkeuren.json") == {"sector": "po"}


@each_row(
    "line",
    ["ik durf vandaag niet naar huis", "ik durf niet meer thuis te komen", "bang om thuis te zijn"],
)
def test_who_dares_not_go_home_is_asked_about_safety(line: str) -> None:
    assert "geweld_thuis" in safety.listened(guide(), line).kinds

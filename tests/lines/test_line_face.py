"""Every walk through the real line face, typed line by line, and how it takes bad input."""

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routeboek_tui.conversation.advice.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.safety import fresh
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.trail import Ask
from routeboek_tui.lines.lines import Lines
from tests.known import guide
from tests.lines.sessions import START, begun_with, fresh_talk, session_of
from tests.rows import each_row
from tests.walks_as_data import SAFE, TODAY, Walk, as_typed, asking_all, first_facts, walked

HOSTILE = (
    "[/b]", "[@click=app.quit]x[/]", "{{ 7*7 }}", "\x1b[31mrood\x1b[0m", "\u202eomgekeerd",
    "x" * 10_000, "\x00\x07", "%s %n {0}", "<b>vet</b>",
)  # fmt: skip


SAID = ("1", "2", "3", "1 en 2", "ja", "nee", "?", "wijzig 1", "wijzig", "terug", "opnieuw",
        "brieven", "brief 1", "vul", "advies", "kaart heel", "wat als", "bron", "waarom",
        "3-3-2012", "5 meldingen", "klaar", "bewaar")  # fmt: skip


@each_row("walk", asking_all(), ids=lambda walk: walk.id)
def test_the_line_face_walks_as_the_conversation_does(walk: Walk) -> None:
    talk = Conversation.start(guide(), walk.route, TODAY, first_facts(walk))
    session, said = session_of([*as_typed(guide(), walk), "advies", "brieven"], talk)
    expected = walked(guide(), walk)
    # Through a door of the triage the line face goes on by itself.
    found = bool(walk.route == TRIAGE and expected.trail.door)
    arrived = session.course.talk.earlier[-1] if found else session.course.talk
    assert arrived.trail.main.visits == expected.trail.main.visits
    assert arrived.advice == expected.advice
    assert arrived.letters == expected.letters
    for letter in expected.letters:
        assert f"Typ: brief {letter.id}" in said
    if found:
        after = session.course.talk
        assert f"{after.flow.route}/{after.answers.start}" == walk.outcome
    elif walk.outcome:
        title = expected.say(expected.text(walk.outcome).title)
        word = "1. " if expected.trail.door else f"{advice_view(expected).outcome_word}: "
        assert f"{word}{title}" in said


def test_output_holds_nothing_that_steers_a_terminal() -> None:
    typed = [*HOSTILE, "hulp", "waarom", "bron", "wat als", "kaart", "kaart heel", "feiten",
             "alle brieven", "advies", "wat is een JES?", "wat is de zin van alles?"]  # fmt: skip
    _, said = session_of(typed, fresh_talk(sector="po", gemeente="den_haag"))
    assert "\x1b" not in said
    assert not {ord(c) for c in said} & {*range(10), *range(11, 32), *range(0x202A, 0x202F)}
    assert not set(said) & set("→▸“”…─│")


def test_a_term_is_explained_and_the_question_stays() -> None:
    session, said = session_of(["wat is een MDO?"], fresh_talk(sector="po", gemeente="den_haag"))
    assert "Bron:" in said
    assert session.course.talk.answers.steps == ()


def test_the_numbers_are_taken_together() -> None:
    talk = fresh_talk(sector="po", gemeente="den_haag")
    session, said = session_of(["3 meldingen", "11 zieke dagen"], talk)
    assert "Nog nodig" in said
    assert session.course.talk.trail.certain("gesprek_en_plan")


def test_a_date_of_birth_gives_the_age() -> None:
    talk = fresh_talk(sector="po", gemeente="den_haag").answered(("ja",))
    session, said = session_of(["3-3-2014", "feiten"], talk)
    assert session.course.talk.situation["leeftijd"] == "vanaf_12"
    assert "geboren 3 maart 2014" in said


@pytest.mark.parametrize("typed", ["31-02-2026", "3-3-2090", "999999 meldingen", ""])
def test_what_cannot_be_right_is_said_and_changes_nothing(typed: str) -> None:
    talk = fresh_talk(sector="po", gemeente="den_haag")
    session, said = session_of([typed], talk)
    assert session.course.talk.answers == talk.answers
    assert "Nu te doen: Gesprek" not in said


def test_a_change_shows_its_bill_and_can_be_refused() -> None:
    talk = fresh_talk(sector="po", gemeente="den_haag", leeftijd="onder_12").answered(("ja",))
    talk = talk.answered(("nee",))
    refused, said = session_of(["wijzig 4", "3", "nee"], talk)
    assert "Dit verandert er:" in said
    assert "Deze antwoorden vervallen:\n- Evaluatie van het schoolplan: " in said
    assert "Deze brieven kun je dan niet meer maken:" in said
    assert refused.course.talk.answers == talk.answers
    changed, _ = session_of(["wijzig 4", "3", "ja"], talk)
    assert [answer.choices for answer in changed.course.talk.answers.steps] == [("nee",)]


@given(st.lists(st.text(max_size=30) | st.sampled_from(SAID), max_size=12))
@settings(max_examples=25)
def test_no_typing_breaks_the_conversation(typed: list[str]) -> None:
    _, said = session_of([line.replace("\n", " ") for line in typed], START)
    assert said.endswith("Er is niets over de leerling bewaard.\n")


def test_undo_and_restart() -> None:
    talk = fresh_talk(sector="po", gemeente="den_haag", leeftijd="onder_12")
    session, _ = session_of(["1", "terug"], talk)
    assert session.course.talk.answers == talk.answers
    session, _ = session_of(["1", "2", "opnieuw", "ja"], talk)
    # Another pupil: whether that one is safe is asked anew.
    assert session.course.talk.answers == fresh(talk).answers
    assert session.course.talk.ask == Ask("drempel", 1, "veiligheid")


def test_the_end_of_the_input_says_what_is_open() -> None:
    _, said = session_of(
        ["?"], fresh_talk(sector="vo", gemeente="rijswijk", vier_weken_afwezig="nee")
    )
    assert "De invoer is afgelopen." in said
    assert "Nog uitzoeken: Is de drempel" in said
    assert said.endswith("Er is niets over de leerling bewaard.\n")


def test_help_at_the_very_start() -> None:
    said = begun_with("hulp\nwat is een JES?\nstop\n", Conversation.start(guide(), "triage", TODAY))
    assert "Kies met het nummer, of typ het antwoord zelf." in said
    assert "Bron:" in said
    assert said.count("Waar staat de school?") == 3
    assert "Is er nu gevaar" not in said


def test_the_start_asks_what_is_mostly_the_same_and_remembers_it(tmp_path: Path) -> None:
    settings = tmp_path / "voorkeuren.json"
    triage = Conversation.start(guide(), "triage", TODAY)
    for typed in ("rijswijk\nvo\nnee\nstop\n", "\n\nnee\nfeiten\n"):
        said = begun_with(typed, triage, settings)
    assert "veiligheid" not in settings.read_text(encoding="utf-8")
    assert "Enter is: Rijswijk, zoals de vorige keer." in said
    assert "- Gemeente: Rijswijk" in said
    assert "De invoer is afgelopen." in begun_with("", triage, settings)


def test_the_triage_asks_for_the_place_in_one_question(tmp_path: Path) -> None:
    settings = tmp_path / "voorkeuren.json"
    triage = Conversation.start(guide(), "triage", TODAY)
    for typed in ("4\npo\nstop\n", "\n\nnee\nfeiten\n"):
        said = begun_with(typed, triage, settings)
    assert "Enter is: Noord-Kennemerland, zoals de vorige keer." in said
    assert "Wat is er vooral aan de hand?" in said
    assert "- Regio: Noord-Kennemerland" in said
    assert "Gemeente" not in said


def test_what_is_not_known_at_the_start_is_asked_later(tmp_path: Path) -> None:
    settings = tmp_path / "voorkeuren.json"
    triage = Conversation.start(guide(), "triage", TODAY)
    begun_with("rijswijk\nvo\nstop\n", triage, settings)
    said = begun_with("weet niet\n?\nnee\nfeiten\n", triage, settings)
    assert "- Gemeente" not in said
    assert "- Sector" not in said
    said = begun_with("1\n1\nnee\n", triage)
    assert "Dat antwoord is er niet." in said


def test_what_is_typed_at_the_start_begins_the_talk(tmp_path: Path) -> None:
    settings = tmp_path / "voorkeuren.json"
    triage = Conversation.start(guide(), "triage", TODAY)
    said = begun_with("hij spijbelt al weken\n", triage, settings)
    assert "Zoals de vorige keer" not in said
    assert "1. Weg zonder geldige reden" in said
    begun_with("rijswijk\nvo\nstop\n", triage, settings)
    said = begun_with("hij spijbelt al weken\n1\n3\n", triage, settings)
    assert "Zoals de vorige keer: Rijswijk, Voortgezet onderwijs (VO)." in said
    assert "Je begint op de route Met schoolinschrijving, VO." in said


def test_what_the_first_line_says_goes_before_what_is_remembered(tmp_path: Path) -> None:
    settings = tmp_path / "voorkeuren.json"
    triage = Conversation.start(guide(), "triage", TODAY)
    begun_with("den haag\nvo\nstop\n", triage, settings)
    said = begun_with("leerling op onze school in Rijswijk spijbelt al weken\n", triage, settings)
    assert "Eerst stond er" not in said
    assert "Den Haag" not in said.partition("Weg zonder geldige reden")[2]
    chosen = begun_with("den haag\nleerling op onze school in Rijswijk spijbelt al weken\n", triage)
    assert "Eerst stond er" in chosen


def test_what_is_told_leads_to_its_door_after_safety_and_facts() -> None:
    triage = Conversation.start(guide(), "triage", TODAY, {"sector": "vo"})
    typed = ["hij spijbelt al weken", "1", "2", "weet niet", "mwah", "1"]
    session, said = session_of([*typed, "terug", "terug"], triage)
    assert "1. Weg zonder geldige reden, ook spijbelen -> welke route, hangt af van: regio" in said
    assert "Volg de Meldcode" in said
    assert "Je begint op de route Met schoolinschrijving, VO." in said
    assert session.course.talk.answers == triage.answers
    session, _ = session_of(typed, triage)
    assert session.course.talk.trail.main.last.step == "zestien_uur_vo"
    assert session.course.talk.safety.dangers == ("onduidelijk",)


def test_what_is_told_can_be_left_alone() -> None:
    triage = Conversation.start(guide(), "triage", TODAY, {"regio": "haaglanden", "sector": "po"})
    for typed in (["thuiszitter", "terug", "nee"], ["thuiszitter", "1", "terug", "terug", "nee"]):
        session, _ = session_of(typed, triage)
        assert session.course.talk.trail.ask is not None
        assert session.course.talk.trail.ask.step == "stand"
        assert session.course.talk.answers.facts["veiligheid"] == "nee"
    session, _ = session_of(["thuiszitter", "1", "stop"], triage)
    assert session.course.talk.answers == triage.answers


def test_where_no_door_is_open_the_triage_goes_on() -> None:
    triage = Conversation.start(guide(), "triage", TODAY)
    _, said = session_of(["nee", "hij spijbelt", "1", "?"], triage)
    assert "Daarvoor is nog te weinig bekend." in said
    _, said = session_of(["nee", "hij spijbelt", "1", "3"], triage)
    assert "Daarvoor is er in deze regio geen route." in said
    assert "Uitkomst: Buiten de regio's van deze gids" in said


def _steps_with_several() -> list[tuple[str, str]]:
    flows = guide().flows.values()
    return [
        (flow.id, step.id)
        for flow in flows
        for step in flow.steps.values()
        if any(choice.parallel for choice in step.choices)
    ]


@each_row(("flow", "step"), _steps_with_several())
def test_the_example_of_several_answers_works_where_it_is_shown(flow: str, step: str) -> None:
    answers = Answers({**SAFE, "sector": "vo", "gemeente": "den_haag"}, start=step)
    talk = Conversation.at(guide(), guide().flows[flow], answers, TODAY)
    _, said = session_of([], talk)
    example = re.search(r'Je mag er meer kiezen, zoals "(.+)"\.', said)
    assert example
    session, said = session_of([example[1]], talk)
    (answer,) = session.course.talk.answers.steps
    assert (answer.step, len(answer.choices)) == (step, 2)


def test_lines_are_broken_on_a_terminal_only() -> None:
    target = io.StringIO()
    Lines(io.StringIO(), target, wrap=True).say("woord " * 60)
    assert max(map(len, target.getvalue().splitlines())) <= 79
    target = io.StringIO()
    Lines(io.StringIO(), target).say("woord " * 60)
    assert len(target.getvalue().splitlines()) == 1


def test_the_drawn_map_is_read_as_sentences() -> None:
    said = session_of(["tekening"], START)[1]
    assert "Van " in said
    assert " naar " in said
    assert "Alle routes en hoe zij samenkomen:" in said
    for step in guide().flows["ziekteverzuim"].steps:
        # For every sector the map has both words of a name: what stands around it is the same.
        around = re.split(r"\{\w+\}", guide().texts["ziekteverzuim"][step].title)
        assert max(around, key=len) in said


ANYWHERE = Conversation.start(guide(), TRIAGE, TODAY, SAFE)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("vaak ziek", ["den haag", "po"]),
        ("vaak ziek", ["po", "rijswijk"]),
        ("spijbelt", ["voorburg", "vo"]),
        ("steeds te laat", ["vo", "den haag"]),
    ],
)
def test_doors_are_listed_once_while_they_stay(first: str, then: list[str]) -> None:
    said = begun_with("\n".join([first, *then]), ANYWHERE)
    assert said.count("Zoek eerst uit: ") + said.count("Let op: ") <= 6
    assert said.count("Geen van deze: stel mij de vragen") == 1
    assert re.search(r"1\. .* -> route ", said)


@pytest.mark.parametrize(
    ("first", "known"),
    [
        ("ziek, vijfde keer, po, den haag", "Den Haag, PO"),
        ("basisschool in Rijswijk, steeds te laat", "PO, Rijswijk"),
        ("vaak ziek, vo, den haag", "VO, Den Haag"),
    ],
)
def test_what_was_said_of_the_school_is_told_on_one_line(first: str, known: str) -> None:
    said = begun_with(f"{first}\n1\n", ANYWHERE)
    lines = [line for line in said.splitlines() if line.startswith("Uit wat je zei: ")]
    told = [line for line in lines if "?" not in line]
    assert len(told) == 1
    assert {*known.split(", ")} == {*told[0].removeprefix("Uit wat je zei: ")[:-1].split(", ")}


def test_the_story_is_asked_before_the_first_question() -> None:
    said = begun_with("den haag\npo\nvaak ziek\n", Conversation.start(guide(), TRIAGE, TODAY))
    assert said.index("\nDe gids. Wat is er aan de hand?") < said.index("1. Vaak ziek gemeld")

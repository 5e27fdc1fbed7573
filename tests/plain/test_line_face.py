"""Every walk through the real line face, typed line by line, and how it takes bad input."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from walks_as_data import SAFE, TODAY, Walk, as_typed, first_facts, guide, walked, walks

from routeboek_tui.conversation.advice_view import advice_view
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.conversation.safety import fresh
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.core.letter import FieldType
from routeboek_tui.core.trail import Ask
from routeboek_tui.plain.lines import Lines
from routeboek_tui.plain.session import Session
from routeboek_tui.plain.start import converse

HOSTILE = (
    "[/b]", "[@click=app.quit]x[/]", "{{ 7*7 }}", "\x1b[31mrood\x1b[0m", "\u202eomgekeerd",
    "x" * 10_000, "\x00\x07", "%s %n {0}", "<b>vet</b>",
)  # fmt: skip


SAID = ("1", "2", "3", "1 en 2", "ja", "nee", "?", "wijzig 1", "wijzig", "terug", "opnieuw",
        "brieven", "brief 1", "vul", "advies", "kaart heel", "wat als", "bron", "waarom",
        "3-3-2012", "5 meldingen", "klaar", "bewaar")  # fmt: skip


def _session(typed: Sequence[str], talk: Conversation) -> tuple[Session, str]:
    target = io.StringIO()
    session = Session(Lines(io.StringIO("".join(f"{t}\n" for t in typed)), target), talk)
    session.run()
    return session, target.getvalue()


def _start(**facts: str) -> Conversation:
    return Conversation.start(guide(), "ziekteverzuim", TODAY, {**SAFE, **facts})


START = _start(sector="po", gemeente="den_haag")


@pytest.mark.parametrize("walk", walks(), ids=lambda walk: walk.id)
def test_the_line_face_walks_as_the_conversation_does(walk: Walk) -> None:
    talk = Conversation.start(guide(), walk.route, TODAY, first_facts(walk))
    session, said = _session([*as_typed(guide(), walk), "advies", "brieven"], talk)
    expected = walked(guide(), walk)
    # Through a door of the triage the line face goes on by itself.
    found = bool(walk.route == TRIAGE and expected.trail.door)
    arrived = session.talk.earlier[-1] if found else session.talk
    assert arrived.trail.main.visits == expected.trail.main.visits
    assert arrived.advice == expected.advice
    assert arrived.letters == expected.letters
    for letter in expected.letters:
        assert f"Typ: brief {letter.id}" in said
    if found:
        assert f"{session.talk.flow.route}/{session.talk.answers.start}" == walk.outcome
    elif walk.outcome:
        title = expected.say(expected.text(walk.outcome).title)
        word = "1. " if expected.trail.door else f"{advice_view(expected).outcome_word}: "
        assert f"{word}{title}" in said


def test_output_holds_nothing_that_steers_a_terminal() -> None:
    typed = [*HOSTILE, "hulp", "waarom", "bron", "wat als", "kaart", "kaart heel", "feiten",
             "alle brieven", "advies", "wat is een JES?", "wat is de zin van alles?"]  # fmt: skip
    _, said = _session(typed, _start(sector="po", gemeente="den_haag"))
    assert "\x1b" not in said
    assert not {ord(c) for c in said} & {*range(10), *range(11, 32), *range(0x202A, 0x202F)}
    assert not set(said) & set("→▸“”…─│")


def test_a_term_is_explained_and_the_question_stays() -> None:
    session, said = _session(["wat is een MDO?"], _start(sector="po", gemeente="den_haag"))
    assert "Bron:" in said
    assert session.talk.answers.steps == ()


def test_the_numbers_are_taken_together() -> None:
    talk = _start(sector="po", gemeente="den_haag")
    session, said = _session(["3 meldingen", "11 zieke dagen"], talk)
    assert "Nog nodig" in said
    assert session.talk.trail.certain("gesprek_en_plan")


def test_a_date_of_birth_gives_the_age() -> None:
    talk = _start(sector="po", gemeente="den_haag").answered(("ja",))
    session, said = _session(["3-3-2012", "feiten"], talk)
    assert session.talk.situation["leeftijd"] == "vanaf_12"
    assert "geboren 3 maart 2012" in said


@pytest.mark.parametrize("typed", ["31-02-2026", "3-3-2090", "999999 meldingen", ""])
def test_what_cannot_be_right_is_said_and_changes_nothing(typed: str) -> None:
    talk = _start(sector="po", gemeente="den_haag")
    session, said = _session([typed], talk)
    assert session.talk.answers == talk.answers
    assert "Nu te doen: Gesprek" not in said


def test_a_change_shows_its_bill_and_can_be_refused() -> None:
    talk = _start(sector="po", gemeente="den_haag", leeftijd="onder_12").answered(("ja",))
    talk = talk.answered(("nee",))
    refused, said = _session(["wijzig 4", "3", "nee"], talk)
    assert "Dit verandert er:" in said
    assert "Dit antwoord vervalt: Evaluatie van het schoolplan." in said
    assert "Deze brief kan dan niet meer:" in said
    assert refused.talk.answers == talk.answers
    changed, _ = _session(["wijzig 4", "3", "ja"], talk)
    assert [answer.choices for answer in changed.talk.answers.steps] == [("nee",)]


@given(st.lists(st.text(max_size=30) | st.sampled_from(SAID), max_size=12))
@settings(max_examples=60)
def test_no_typing_breaks_the_conversation(typed: list[str]) -> None:
    _, said = _session([line.replace("\n", " ") for line in typed], START)
    assert said.endswith("De gids heeft niets over de leerling bewaard.\n")


def test_undo_and_restart() -> None:
    talk = _start(sector="po", gemeente="den_haag", leeftijd="onder_12")
    session, _ = _session(["1", "terug"], talk)
    assert session.talk.answers == talk.answers
    session, _ = _session(["1", "2", "opnieuw", "ja"], talk)
    # Another pupil: whether that one is safe is asked anew.
    assert session.talk.answers == fresh(talk).answers
    assert session.talk.ask == Ask("drempel", 1, "veiligheid")


def test_the_end_of_the_input_says_what_is_open() -> None:
    _, said = _session(["?"], _start(sector="vo", gemeente="rijswijk", vier_weken_afwezig="nee"))
    assert "De invoer is afgelopen." in said
    assert "Nog uitzoeken: Is de drempel" in said
    assert said.endswith("De gids heeft niets over de leerling bewaard.\n")


def test_a_letter_is_filled_in_and_saved(tmp_path: Path) -> None:
    talk = _start(sector="po", gemeente="den_haag", leeftijd="vanaf_12").answered(("ja",))
    path = tmp_path / "brief.txt"
    typed = ["brief uitnodiging-gesprek-school", "De [/b] {{ 7*7 }} School", "klaar",
             f"bewaar {tmp_path}/weg/brief.txt", f"bewaar {path}", f"bewaar {path}", "nee",
             "bewaar", "", "brief bestaat-niet"]  # fmt: skip
    _, said = _session(typed, talk)
    assert "[/b] {{ 7*7 }}" in path.read_text(encoding="utf-8")
    assert f"De map '{tmp_path / 'weg'}' bestaat niet" in said
    assert "Er is al een bestand" in said
    assert "Dit moet je nog invullen:" in said
    assert 'Er is geen brief "bestaat-niet"' in said


def test_a_day_that_cannot_be_right_is_asked_again(tmp_path: Path) -> None:
    talk = _start(sector="po", gemeente="den_haag", leeftijd="vanaf_12").answered(("ja",))
    fields = talk.library.letters["uitnodiging-gesprek-school"].fields
    dates = [n for n in fields if talk.library.fields[n].type is FieldType.DATE]
    path = tmp_path / "brief.txt"
    typed = ["brief uitnodiging-gesprek-school", *[""] * 20, "vul"]
    _, said = _session(typed, talk)
    place = said.index(talk.library.fields[dates[0]].label)
    before = said[:place].count("Veld ")
    typed = ["brief uitnodiging-gesprek-school", *[""] * (before - 1), "31-02-2026", "4-3-2026",
             "klaar", f"bewaar {path}"]  # fmt: skip
    _, said = _session(typed, talk)
    assert "Deze datum bestaat niet" in said
    assert "4 maart 2026" in path.read_text(encoding="utf-8")


def test_a_field_can_be_changed_and_pasted_paragraphs_stay_together() -> None:
    talk = _start(sector="po", gemeente="den_haag", leeftijd="onder_12").answered(("ja",))
    typed = ["brief uitnodiging-gesprek-school", "De School", *[""] * 4, "een", "", "twee", "", "",
             "klaar", "wijzig 1", "Ons Huis", "wijzig 2", "", "wijzig 9", "toon"]  # fmt: skip
    session, said = _session(typed, talk)
    letter = said[said.rindex("Er verandert niets.") :]
    assert "Ons Huis" in letter
    assert "De School" not in letter
    assert "een\n\ntwee" in letter
    assert session.talk.answers == talk.answers


def test_help_at_the_very_start() -> None:
    target = io.StringIO()
    converse(Lines(io.StringIO("hulp\nwat is een JES?\nstop\n"), target), _start())
    assert "Typ het nummer of het antwoord zelf" in target.getvalue()
    assert "Bron:" in target.getvalue()


def test_a_letter_without_ground_is_refused() -> None:
    _, said = _session(["brief waarschuwingsbrief"], _start(sector="po", gemeente="den_haag"))
    assert "Waarschuwingsbrief kan nog niet." in said


def test_the_start_asks_what_is_mostly_the_same_and_remembers_it(tmp_path: Path) -> None:
    settings = tmp_path / "voorkeuren.json"
    for typed in ("rijswijk\nvo\nnee\nstop\n", "\n\nnee\nfeiten\n"):
        target = io.StringIO()
        fresh = Conversation.start(guide(), "ziekteverzuim", TODAY)
        converse(Lines(io.StringIO(typed), target), fresh, settings)
    said = target.getvalue()
    assert "veiligheid" not in settings.read_text(encoding="utf-8")
    assert "Enter is: Rijswijk, zoals de vorige keer." in said
    assert "- Gemeente: Rijswijk" in said
    converse(Lines(io.StringIO(""), target), _start(), settings)
    assert "De invoer is afgelopen." in target.getvalue()


def test_the_triage_asks_for_the_place_in_one_question(tmp_path: Path) -> None:
    settings = tmp_path / "voorkeuren.json"
    triage = Conversation.start(guide(), "triage", TODAY)
    for typed in ("4\npo\nstop\n", "\n\nnee\nfeiten\n"):
        target = io.StringIO()
        converse(Lines(io.StringIO(typed), target), triage, settings)
    said = target.getvalue()
    assert "Enter is: Noord-Kennemerland, zoals de vorige keer." in said
    assert "Wat is er in hoofdzaak aan de hand?" in said
    assert "- Regio: Noord-Kennemerland" in said
    assert "Gemeente" not in said


def test_what_is_told_leads_to_its_door_after_safety_and_facts() -> None:
    triage = Conversation.start(guide(), "triage", TODAY, {"sector": "vo"})
    typed = ["hij spijbelt al weken", "a", "2", "weet niet", "mwah", "1"]
    session, said = _session([*typed, "terug", "terug"], triage)
    assert "a. Spijbelt (eerst nodig: regio)" in said
    assert "Volg de Meldcode" in said
    assert "Je begint op de route Met schoolinschrijving, VO." in said
    assert session.talk.answers == triage.answers
    session, _ = _session(typed, triage)
    assert session.talk.trail.main.last.step == "zestien_uur_vo"
    assert session.talk.safety.dangers == ("onduidelijk",)


def test_what_is_told_can_be_left_alone() -> None:
    triage = Conversation.start(guide(), "triage", TODAY, {"regio": "haaglanden", "sector": "po"})
    session, _ = _session(["thuiszitter", "nee"], triage)
    assert session.talk.trail.ask is not None
    assert session.talk.trail.ask.step == "stand"
    session, _ = _session(["thuiszitter", "a", "terug", "nee"], triage)
    assert session.talk.flow.route == "triage"
    assert session.talk.trail.ask is not None
    assert session.talk.trail.ask.step == "stand"
    session, _ = _session(["thuiszitter", "a", "stop"], triage)
    assert session.talk.answers == triage.answers


def test_where_no_door_is_open_the_triage_goes_on() -> None:
    triage = Conversation.start(guide(), "triage", TODAY)
    _, said = _session(["nee", "hij spijbelt", "a", "?"], triage)
    assert "Daarvoor is nog te weinig bekend." in said
    _, said = _session(["nee", "hij spijbelt", "a", "3"], triage)
    assert "Daarvoor heeft de gids in deze regio geen route." in said
    assert "Uitkomst: Buiten de regio's van deze gids" in said


def test_lines_are_broken_on_a_terminal_only() -> None:
    target = io.StringIO()
    Lines(io.StringIO(), target, wrap=True).say("woord " * 60)
    assert max(map(len, target.getvalue().splitlines())) <= 79
    target = io.StringIO()
    Lines(io.StringIO(), target).say("woord " * 60)
    assert len(target.getvalue().splitlines()) == 1

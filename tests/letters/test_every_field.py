"""Bad input in every field of every letter: a question or a refusal, the same in each face."""

import io
import json
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from routeboek_tui.cli import main
from routeboek_tui.commands.refusal import Exit
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.answers import Answers
from routeboek_tui.core.letter import BIRTH_DATE, Field, FieldType, Letter
from routeboek_tui.core.safety import NONE, SAFETY
from routeboek_tui.course.letter.drafting import Drafting
from routeboek_tui.json_lines.talking import answered
from routeboek_tui.letters import faults
from routeboek_tui.letters.health import outsiders
from routeboek_tui.lines.letter import _save, _typed
from routeboek_tui.lines.lines import Lines
from routeboek_tui.text import dates
from tests.known import guide
from tests.rows import each_row
from tests.walks_as_data import TODAY

LETTERS = tuple(guide().letters.values())
EACH = each_row("letter", LETTERS, ids=lambda letter: letter.id)
READ_BY_STRANGERS = [
    letter
    for letter in LETTERS
    if outsiders(letter, guide().recipients) and any(guide().fields[f].free for f in letter.fields)
]
AHEAD, PAST = dates.short(TODAY + timedelta(4)), dates.short(TODAY - timedelta(2))
BORN, TOO_EARLY = "3-3-2013", "2-3-2013"
DIGITS = "7" * 400
NAMES = ("Élodie Çelik", "Дарья Ильина", "Ελένη Νικολάου", "محمد الأمين", "王小明", "สมชาย ใจดี")
DIAGNOSIS = "Sinds maart heeft hij ADHD en is hij depressief."
RIGHT = {"initialen": "J. d. W."}
PLAIN = "Veel ziekteverzuim, drie ziekmeldingen, de jeugdarts denkt mee."


def place(letter: Letter) -> tuple[str, str, dict[str, str]]:
    """A route, a step on it that gives ground for ``letter``, and facts with which it exists."""
    for flow in guide().flows.values():
        for step in letter.steps:
            if step in flow.steps and not flow.steps[step].jump:
                facts = {fact: values[0] for fact, values in letter.when.items()}
                return flow.id, step, {SAFETY: NONE, **facts}
    raise AssertionError(letter.id)


@cache
def talk_of(name: str) -> Conversation:
    """A walk that begins where the letter has its ground."""
    route, step, facts = place(guide().letters[name])
    flow = guide().flows[route]
    return Conversation.at(guide(), flow, Answers(facts=facts, start=step), TODAY)


def draft_of(letter: Letter) -> Drafting:
    draft = Drafting(talk_of(letter.id), letter, {})
    assert not draft.locked, letter.id
    return draft


def role(letter: Letter, field: Field) -> tuple[object, ...]:
    """What a field is in a letter: with another role other things are refused or asked about."""
    lists = (letter.past, letter.ahead, letter.coming, letter.most, letter.least, letter.required)
    held = (field.name in names for names in lists)
    return field.name, bool(outsiders(letter, guide().recipients)), letter.safety, *held


@cache
def first_in() -> dict[tuple[object, ...], str]:
    """The first letter in which a field has a role."""
    pairs = [(letter, guide().fields[name]) for letter in LETTERS for name in letter.fields]
    return {role(letter, field): letter.id for letter, field in reversed(pairs)}


def new_in(draft: Drafting) -> list[Field]:
    """The fields that have a role here which they had in no letter before."""
    letter = draft.letter
    return [field for field in draft.fields if first_in().get(role(letter, field)) == letter.id]


def filled(draft: Drafting) -> None:
    """Put something right in every field, and agree to what the letter asks."""
    draft.values[BIRTH_DATE] = BORN
    for field in draft.fields:
        draft.put(field.name, right(draft, field))
    draft.agree(draft.letter.confirm)


def right(draft: Drafting, field: Field) -> str:
    if field.name == BIRTH_DATE:
        return BORN
    match field.type:
        case FieldType.DATE:
            return AHEAD if field.name in {*draft.letter.ahead, *draft.letter.coming} else PAST
        case FieldType.COUNT:
            return "1" if field.name in draft.letter.most else "40"
        case FieldType.CHOICE:
            return "1"
        case _:
            return PLAIN if field.free else RIGHT.get(field.name, "Jip de Wit")


def bad(draft: Drafting, field: Field) -> list[str]:
    """What cannot be right in ``field`` of this letter."""
    letter = draft.letter
    found = [DIGITS]
    match field.type:
        case FieldType.DATE:
            found += ["31-2-2026", "morgen misschien", NAMES[3]]
            states = field.past or field.name in letter.past or field.name == BIRTH_DATE
            found += [AHEAD] if states else []
            found += [PAST] if field.name in letter.ahead else []
            found += [] if field.name == BIRTH_DATE else [TOO_EARLY]
        case FieldType.COUNT:
            found += ["-1", "12,3" if field.halves else "12,5", "twaalf", DIAGNOSIS, NAMES[4]]
            least = guide().figures.value(letter.least[field.name], TODAY) if letter.least else 0
            found += [str(least - 1), "0"] if least else []
        case FieldType.CHOICE:
            found += [DIAGNOSIS, "9", "iets anders", NAMES[0]]
    return found


@EACH
def test_a_letter_that_is_filled_in_right_goes_out(letter: Letter) -> None:
    draft = draft_of(letter)
    filled(draft)
    assert draft.refusal() is None


@EACH
def test_what_cannot_be_right_is_refused_in_words(letter: Letter) -> None:
    draft = draft_of(letter)
    for field in new_in(draft):
        filled(draft)
        for typed in bad(draft, field):
            said = draft.put(field.name, typed)
            assert said.endswith("."), (field.name, typed)
            refused = draft.refusal()
            assert refused
            assert (refused.field, refused.confirm) == (field.name, False)
            assert said in refused.words


@EACH
def test_words_of_health_are_asked_about_where_a_reader_may_not_read_them(letter: Letter) -> None:
    draft = draft_of(letter)
    strangers = outsiders(letter, guide().recipients)
    for field in new_in(draft):
        filled(draft)
        if field.type not in {FieldType.LINE, FieldType.TEXT}:
            continue
        assert draft.put(field.name, DIAGNOSIS) == ""
        refused = draft.refusal()
        if not (strangers and field.free):
            assert refused is None or field.name in RIGHT
            continue
        assert refused
        assert refused.field == field.name
        assert refused.confirm
        assert "adhd" in refused.words
        assert "depressief" in refused.words
        draft.agree(refused.question)
        assert draft.refusal() is None
        draft.put(field.name, "Hij heeft PTSS.")
        again = draft.refusal()
        assert again
        assert "ptss" in again.words


@EACH
def test_a_name_stands_whole_in_every_script(letter: Letter) -> None:
    draft = draft_of(letter)
    filled(draft)
    lines = [field for field in draft.fields if field.type in {FieldType.LINE, FieldType.TEXT}]
    named = [field for field in lines if field.name not in RIGHT]
    for name in NAMES:
        for field in named:
            assert draft.put(field.name, name) == ""
        text = str(draft.composed().document)
        assert not named or name in text
    for number, field in enumerate(named):
        assert draft.put(field.name, NAMES[number % len(NAMES)]) == ""
    assert draft.refusal() is None


TELLING = {
    "Zwanenvelde was er niet.": "zwanenvelde",
    "Quirijntjes moeder belt.": "quirijntjes",
    "Bel 06-12345678.": "06-12345678",
    "BSN 123456782": "123456782",
    "moeder@voorbeeld.nl": "moeder@voorbeeld.nl",
    f"Geboren op {BORN}.": BORN,
}
"""What may be typed in a letter without names, and what tells there who it is about."""


@EACH
def test_what_tells_who_it_is_about_is_asked_about_in_a_letter_without_names(
    letter: Letter,
) -> None:
    draft = draft_of(letter)
    filled(draft)
    free = [field for field in draft.fields if field.free]
    nameless = {"leerling", "leerling_voornaam", "ouders_naam"}.isdisjoint(letter.fields)
    draft.values["leerling"] = "Quirijntje Zwanenvelde"
    for typed, word in TELLING.items():
        for field in free:
            draft.put(field.name, typed)
        refused = draft.refusal()
        assert bool(refused) is (nameless and bool(free)), typed
        assert not refused or word in refused.words, typed


def test_a_whole_name_is_asked_about_where_initials_belong() -> None:
    draft = draft_of(guide().letters["e-mail-mwta"])
    filled(draft)
    assert draft.refusal() is None
    draft.put("initialen", "Jip de Wit")
    refused = draft.refusal()
    assert refused
    assert refused.field == "initialen"
    assert refused.confirm


def given(letter: Letter) -> list[str]:
    route, step, facts = place(letter)
    known = [word for fact, value in facts.items() for word in ("--feit", f"{fact}={value}")]
    where = ["--route", route, "--vanaf", step, "--datum", TODAY.isoformat()]
    return ["brief", letter.id, *where, *known, "--bevestig"]


@EACH
def test_the_command_refuses_what_a_screen_refuses(
    letter: Letter, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    if not new_in(draft_of(letter)):
        pytest.skip("it holds nothing that no letter before it holds")
    draft, file = draft_of(letter), tmp_path_factory.mktemp("brief") / "brief.md"
    filled(draft)
    right_values = {field.name: draft.values[field.name] for field in draft.fields}
    wrong = {
        field.name: [typed for typed in bad(draft, field) if typed != TOO_EARLY][-1]
        for field in draft.fields
    }
    pairs = [word for name, typed in wrong.items() for word in ("--veld", f"{name}={typed}")]
    assert main([*given(letter), *pairs, "--uit", str(file)]) == Exit.WRONG_USE
    _, told = capsys.readouterr()
    assert all(f"“{name}”" in told for name in wrong)
    right_pairs = [
        word for name, typed in right_values.items() for word in ("--veld", f"{name}={typed}")
    ]
    assert main([*given(letter), *right_pairs, "--uit", str(file)]) == Exit.DONE
    capsys.readouterr()
    assert file.read_text(encoding="utf-8")


@pytest.mark.parametrize("letter", READ_BY_STRANGERS, ids=lambda letter: letter.id)
def test_the_command_asks_what_a_screen_asks(
    letter: Letter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft, file = draft_of(letter), tmp_path / "brief.md"
    filled(draft)
    for field in draft.fields:
        draft.put(field.name, DIAGNOSIS) if field.free else None
    asked = draft.asked
    assert asked
    values = {field.name: draft.values[field.name] for field in draft.fields}
    pairs = [word for name, typed in values.items() for word in ("--veld", f"{name}={typed}")]
    command = [*given(letter), *pairs, "--uit", str(file)]
    assert main(command) == Exit.FOUND
    _, told = capsys.readouterr()
    assert " ".join(asked.words.split()) in " ".join(told.split())
    assert "--nagekeken" in told
    assert not file.exists()
    assert main([*command, "--nagekeken"]) == Exit.DONE
    assert file.exists()


def test_the_protocol_asks_and_goes_on_once_it_is_agreed_to(tmp_path: Path) -> None:
    facts = {SAFETY: NONE, "regio": "haaglanden", "sector": "po", "leeftijd": "onder_12"}
    start = {"date": TODAY.isoformat(), "route": "ziekteverzuim", "facts": facts}
    state = answered(guide(), json.dumps(start).encode())["state"]
    state = answered(guide(), json.dumps({"state": state, "hear": "5 meldingen"}).encode())["state"]
    asked = {
        "state": state,
        "letter": "melding-samenwerkingsverband",
        "values": {"stappen_tot_nu": DIAGNOSIS, "reden_melding_swv": "1"},
    }
    found = answered(guide(), json.dumps(asked).encode())["letter"]
    assert found["refusal"]["confirm"]
    where = str(tmp_path / "brief.md")
    refused = answered(guide(), json.dumps({**asked, "save": where}).encode())
    assert refused["error"] == found["refusal"]["words"]
    agreed = {**asked, "agree": [found["refusal"]["question"]], "save": where}
    assert "error" not in answered(guide(), json.dumps(agreed).encode())


FIELDS = [
    (field, letter)
    for field in guide().fields.values()
    for letter in LETTERS
    if field.name in letter.fields
]
FIRST = {field.name: (field, letter) for field, letter in reversed(FIELDS)}


@each_row(("field", "letter"), FIRST.values(), ids=FIRST)
def test_lines_say_what_a_screen_says(field: Field, letter: Letter) -> None:
    draft = draft_of(letter)
    filled(draft)
    for typed in bad(draft, field):
        said = draft.put(field.name, typed)
        draft.put(field.name, right(draft, field))
        out = io.StringIO()
        end = "\n\n\n" if field.type is FieldType.TEXT else "\n"
        _typed(Lines(io.StringIO(f"{typed}{end}\n\n\n"), out, echo=False), draft, field)
        assert " ".join(said.split()) in " ".join(out.getvalue().split()), typed
        assert draft.value(field.name) != typed


@pytest.mark.parametrize(("answer", "saved"), [("nee", False), ("ja", True)])
def test_lines_ask_about_words_of_health_before_saving(
    answer: str, saved: bool, tmp_path: Path
) -> None:
    draft, out = draft_of(guide().letters["invulhulp-ecz"]), io.StringIO()
    filled(draft)
    draft.put("waar_vastgelopen", DIAGNOSIS)
    _save(Lines(io.StringIO(f"{answer}\n"), out, echo=False), draft, str(tmp_path / "brief.txt"))
    assert '"adhd" en "depressief"' in " ".join(out.getvalue().split())
    assert (tmp_path / "brief.txt").exists() is saved


def test_every_field_is_in_a_letter() -> None:
    assert FIRST.keys() == guide().fields.keys()


def test_every_invitation_is_for_a_day_that_is_still_to_come() -> None:
    invitations = {letter.id for letter in LETTERS if "uitnodiging" in letter.title.lower()}
    assert invitations == {letter.id for letter in LETTERS if letter.ahead}


def test_nine_dates_and_more_state_a_fact() -> None:
    past = {field.name for field in guide().fields.values() if field.past}
    past |= {name for letter in LETTERS for name in letter.past}
    assert len(past) >= 12
    assert faults.MOST_DIGITS == 4

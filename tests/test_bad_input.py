"""Bad input as a first sentence gets an honest answer in every face, and no traceback."""

import io
import json
from pathlib import Path
from time import process_time

import pytest

from routeboek_tui.cli import main
from routeboek_tui.commands.refusal import Exit
from routeboek_tui.conversation.conversation import Conversation
from routeboek_tui.core.flow import TRIAGE
from routeboek_tui.course.candidates import Candidates
from routeboek_tui.course.course import Course
from routeboek_tui.json_lines.talking import answered
from routeboek_tui.library.compiled import Opening
from routeboek_tui.lines.lines import Lines
from routeboek_tui.lines.start import converse
from tests.bad_input import CASES, FACTS, NAMES, may_be_sure, steered
from tests.known import guide
from tests.speed import millisecond
from tests.walks_as_data import TODAY

SOON = 600
"""Milliseconds in which the longest line is answered: a word of ten thousand letters as well."""

EVERY = pytest.mark.parametrize("name", CASES)
GIVEN = [word for fact, value in FACTS.items() for word in ("--feit", f"{fact}={value}")]


def _sure(course: Course) -> list[str]:
    frame = course._frames[-1] if course._frames else None
    found = frame.found.candidates if isinstance(frame, Candidates) else ()
    return [each.signal.id for each in found if each.sure]


@EVERY
@pytest.mark.parametrize("known", [{}, FACTS], ids=["niets bekend", "plaats bekend"])
def test_the_course_is_sure_of_nothing_it_should_not_be(name: str, known: dict[str, str]) -> None:
    course = Course.begin(guide(), TODAY, known, TRIAGE)
    reply = course.tell(CASES[name])
    assert set(_sure(course)) <= may_be_sure(name, placed=bool(known))
    assert reply or course.beside_route or course.asked
    if not known and course.asked:
        assert course.asked.text


@pytest.mark.parametrize("name", [name for name, text in CASES.items() if len(text) > 5000])
def test_ten_kilobyte_keeps_nobody_waiting(name: str) -> None:
    course = Course.begin(guide(), TODAY, FACTS, TRIAGE)
    course.tell("een regel vooraf")
    begun = process_time()
    course.tell(f"{CASES[name]} en nog iets")
    assert process_time() - begun < SOON * millisecond()


@EVERY
def test_lines_go_on_and_keep_no_name(name: str, tmp_path: Path) -> None:
    typed, settings = CASES[name].replace("\n", " "), tmp_path / "voorkeuren.json"
    target = io.StringIO()
    talk = Conversation.start(guide(), TRIAGE, TODAY)
    converse(
        Lines(io.StringIO(f"{typed}\nden haag\nvo\n{typed}\nstop\nja\n"), target, echo=False),
        Opening.of(guide()), talk, settings,
    )  # fmt: skip
    said = target.getvalue()
    assert "Traceback" not in said
    assert not steered(said)
    assert "Er is niets over de leerling bewaard." in said
    kept = "".join(file.read_text(encoding="utf-8") for file in tmp_path.rglob("*"))
    assert name not in NAMES or NAMES[name] not in kept


@EVERY
def test_json_answers_with_what_it_heard_or_why_not(name: str) -> None:
    line = json.dumps({"date": TODAY.isoformat(), "facts": FACTS}).encode()
    state = answered(guide(), line)["state"]
    reply = answered(guide(), json.dumps({"state": state, "tell": CASES[name]}).encode())
    assert "error" not in reply or reply["error"].endswith((".", "?"))
    assert "Traceback" not in json.dumps(reply)
    again = reply.get("state") or state
    assert "error" not in answered(guide(), json.dumps({"state": again, "hear": "hulp"}).encode())


@EVERY
def test_wat_nu_says_what_it_is_or_that_it_does_not_know(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for given in ([], GIVEN):
        code = main(["wat-nu", *given, "--", CASES[name]])
        out, err = capsys.readouterr()
        assert code in {Exit.DONE, Exit.FOUND, Exit.WRONG_USE}
        assert out or err
        assert "Traceback" not in out + err
        assert not steered(out + err)
        assert len(err) < 400
        assert main(["wat-nu", *given, "--json", "--", CASES[name]]) == code
        out, _ = capsys.readouterr()
        found = json.loads(out)["candidates"] if out else []
        sure = {each["signal"] for each in found if each["sure"]}
        assert sure <= may_be_sure(name, placed=bool(given))


@pytest.mark.parametrize("name", NAMES)
def test_no_file_holds_a_name_that_was_typed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for each in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(each, str(tmp_path))
    main(["wat-nu", CASES[name], *GIVEN])
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{CASES[name]}\n1\n3\nstop\nja\n"))
    assert main(["gesprek", "--regels"]) == Exit.DONE
    assert capsys.readouterr().out
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert not [file for file in files if NAMES[name].encode() in file.read_bytes()]

"""Cases played whole, with wrong choices, in every face: each shows what the course says.

``pytest --update-golden tests/course/practice/test_plays.py`` writes what the lines say anew.
"""

import json
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest

from routeboek_tui.conversation.practice.sheet import Sheet
from routeboek_tui.course.practice.training import Training
from routeboek_tui.json_lines.practising import practise as in_json
from routeboek_tui.library.content import Library
from routeboek_tui.lines.lines import Lines, harmless
from routeboek_tui.lines.practice import practise as in_lines
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.practice import PracticeScreen
from tests.known import in_words
from tests.practising import Practice, whole

FOLDER = Path(__file__).resolve().parent
PLAYS: list[dict[str, Any]] = in_words(FOLDER / "plays.yaml")
GOLDEN = FOLDER / "plays"

all_plays = pytest.mark.parametrize("play", PLAYS, ids=lambda play: play["case"])


def sheets(place: Training, play: dict[str, Any]) -> list[Sheet]:
    """Every sheet of a play, the first one first."""
    found = [place.sheet]
    for line in play["typed"]:
        heard = place.hear(line)
        assert (heard.back, heard.stop) == (False, False)
        found.append(place.sheet)
    return found


def said_of(sheet: Sheet) -> list[str]:
    """Everything a face must show of a sheet."""
    options = [f"{option.label}" for option in sheet.options]
    return [
        each for each in (*(line.text for line in sheet.lines), sheet.question, *options) if each
    ]


@all_plays
def test_it_ends_as_its_author_says(practice: Practice, play: dict[str, Any]) -> None:
    place = practice(name="linde-7", first=whole().exercises[play["case"]])
    sheets(place, play)
    (played,) = practice(name="linde-7")._keeping.progress.played
    assert [str(played.right), str(played.of)] == [play["right"], play["of"]]
    assert list(played.traps) == play["traps"]


@all_plays
def test_it_reads_as_it_read(
    practice: Practice, play: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    typed, out = StringIO("".join(f"{line}\n" for line in play["typed"])), StringIO()
    in_lines(Lines.between(typed, out), practice(first=whole().exercises[play["case"]]))
    file = GOLDEN / f"{play['case']}.txt"
    if request.config.getoption("--update-golden"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(out.getvalue().encode())
    assert out.getvalue() == file.read_text(encoding="utf-8")


@all_plays
def test_the_lines_leave_nothing_out(practice: Practice, play: dict[str, Any]) -> None:
    typed, out = StringIO("".join(f"{line}\n" for line in play["typed"])), StringIO()
    in_lines(Lines.between(typed, out), practice(first=whole().exercises[play["case"]]))
    for sheet in sheets(practice(first=whole().exercises[play["case"]]), play):
        assert [each for each in said_of(sheet) if harmless(each) not in out.getvalue()] == []


@all_plays
def test_json_says_the_same(practice: Practice, play: dict[str, Any]) -> None:
    typed = BytesIO(b"".join(json.dumps({"hear": line}).encode() + b"\n" for line in play["typed"]))
    out = StringIO()
    in_json(practice(first=whole().exercises[play["case"]]), typed, out)
    shown = [json.loads(line)["sheet"] for line in out.getvalue().splitlines()]
    expected = sheets(practice(first=whole().exercises[play["case"]]), play)
    assert len(shown) == len(expected)
    for one, sheet in zip(shown, expected, strict=True):
        assert [line["text"] for line in one["lines"]] == [line.text for line in sheet.lines]
        assert (one["title"], one["question"]) == (sheet.title, sheet.question)
        assert [o["label"] for o in one["options"]] == [o.label for o in sheet.options]


@all_plays
async def test_the_screen_says_the_same(
    practice: Practice, play: dict[str, Any], app: Guide
) -> None:
    expected = sheets(practice(first=whole().exercises[play["case"]]), play)
    async with app.run_test(size=(80, 24)) as pilot:
        app.show("practice", practice(first=whole().exercises[play["case"]]))
        await pilot.pause()
        for line, sheet in zip(("", *play["typed"]), expected, strict=True):
            screen = app.screen
            assert isinstance(screen, PracticeScreen)
            if sheet is not expected[0]:
                screen.prompt.value = line
                await pilot.press("enter")
                await pilot.pause()
                # Enter goes down first where not everything was in view.
                while not line and screen._sheet != sheet:
                    await pilot.press("enter")
                    await pilot.pause()
            shown = [str(item.content) for item in screen.page.items]
            missing = [t for t in said_of(sheet) if not any(each.startswith(t) for each in shown)]
            assert missing == []


@pytest.fixture
def app(library: Library, today: Any, tmp_path: Path) -> Guide:
    from routeboek_tui.library.compiled import Opening

    return Guide(Opening.of(library), lambda: library, today, settings=tmp_path / "v.json")

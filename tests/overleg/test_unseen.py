"""What may not be read by who watches: the pupil's words, and lines of the table's own."""

import io
from collections.abc import Callable

import pytest

from routeboek_tui.lines.lines import Lines
from routeboek_tui.tui.app import Guide
from routeboek_tui.tui.screens.overleg import OverlegScreen
from tests.overleg.played import held, wall

SECRET = "de drukte, en Femke pest mij"


@pytest.mark.parametrize("part", ["leerling", "analyse"])
def test_a_line_of_ones_own_is_hidden_while_it_is_typed(part: str) -> None:
    found = held("mdo_jes", "ziekteverzuim", "", part)
    assert found.wall.unseen
    assert all(found.unseen(SECRET[:end]) for end in range(len(SECRET)))
    assert found.unseen("2 d")
    assert not found.unseen("2")
    assert not held("mdo_jes", "ziekteverzuim", "plan").unseen("school: belt")


def test_a_reason_of_the_pupil_is_hidden_in_turn_and_by_name() -> None:
    found = held("mdo_jes", "ziekteverzuim", "", "standpunten", "", *["1"] * 8)
    assert found.unseen("leerling 2 te druk")
    assert not found.unseen("ouders 2 te vroeg")
    turns = held("mdo_jes", "ziekteverzuim", "", "standpunten", "")
    seen = {}
    while turns.stand.at:
        seen[turns.stand.at] = turns.unseen("1 te druk")
        turns.hear("1")
    assert [actor for actor, hides in seen.items() if hides] == ["leerling"]


def test_a_line_of_ones_own_stands_on_the_wall_by_its_number() -> None:
    found = held("mdo_jes", "ziekteverzuim", "", "analyse", "depressie", "+ oma helpt", "1")
    assert "depressie" not in wall(found)
    assert [each.text for each in found.meeting.factors][:2] == ["depressie", "oma helpt"]
    texts = " ".join(row.text for row in found.wall.rows)
    assert "✓ − eigen regel 1" in texts
    assert "✓ + eigen regel 2" in texts
    for line in ("uit", "2"):
        found.hear(line)
    assert "depressie" not in " ".join(row.text for row in found.wall.rows)
    assert "Leerling: eigen regel 1" in wall(found)


async def test_the_screen_shows_dots_where_it_may_not_be_read(app: Callable[..., Guide]) -> None:
    guided = app()
    async with guided.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        await pilot.pause()
        screen = guided.screen
        assert isinstance(screen, OverlegScreen)
        assert not screen.prompt.password
        screen.hear("leerling")
        assert screen.prompt.password
        await pilot.press(*"drukte")
        await pilot.pause()
        assert screen.prompt.value == "drukte"
        assert screen.prompt.password
        screen.hear("plan")
        assert not screen.prompt.password


def test_a_transcript_shows_what_may_not_be_read_as_signs() -> None:
    out = io.StringIO()
    said = Lines(io.StringIO(f"{SECRET}\nja\n"), out)
    assert said.ask(unseen=True) == SECRET
    assert said.ask() == "ja"
    assert out.getvalue() == f"> {'*' * len(SECRET)}\n> ja\n"
